"""How dX comes to stand last: scalars become traces, in which the factors are transposed and turn in a circle."""

from __future__ import annotations

from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Differential,
    Dot,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
)
from explainer.rules.build import entry_factors, join_scalars, matrix_times, split_scalars, times, under_sign
from explainer.rules.differentials.parts import changes, changing, factors_in, trace
from explainer.rules.entries.indices import apart
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.tidy.flipping import turned
from explainer.rules.vector.matrix_powers import sums_powers, with_powers

FAMILY = "Traces"

COOKBOOK = "Petersen and Pedersen, The Matrix Cookbook, sections 1.1 and 2.5"


@rule(
    functions=("tr",),
    title="The trace is linear",
    statement="tr(A + B) = tr(A) + tr(B)",
    words="The trace of a sum is the sum of the traces, and a scalar factor moves in front.",
    shapes={"A": "n x n", "B": "n x n"},
    source=COOKBOOK,
    examples=["tr(A @ differential(X) + differential(X)' @ B) where A: n x m, X: m x n, B: m x n",
              "tr(3 (A @ differential(X))) where A: n x m, X: m x n",
              "tr(-(A @ differential(X))) where A: n x m, X: m x n"],
    leaves_alone=["tr(A @ differential(X)) where A: n x m, X: m x n", "tr(A + B) where A: n x n, B: n x n"],
    measure="what stands in traces",
    phase="combine",
)  # fmt: skip
def trace_linear(node: Apply, argument: Node) -> Rewrite | None:
    """The trace adds up the entries on the diagonal; sums and multiples of matrices are taken entry by entry."""
    if not changes(node):
        return None
    match argument:
        case Sum(terms):
            return Rewrite(Sum(tuple(under_sign(trace, term) for term in terms)), {"A": terms[0], "B": terms[1]})
        case IndexedSum(index, body, lower) if sums_powers(argument):
            return Rewrite(IndexedSum(index, trace(body), lower))
    sign, above, below, rest = split_scalars(argument)
    if rest is argument:
        return None
    return Rewrite(join_scalars(sign, above, below, trace(rest)))


@rule(
    title="Multiply out the change",
    statement="A @ (F + G) @ B = A @ F @ B + A @ G @ B",
    words="{bracket} is multiplied out, so that every term has one change in it.",
    shapes={"A": "m x k", "F": "k x l", "G": "k x l", "B": "l x n"},
    source=COOKBOOK,
    examples=["A @ (differential(X)' @ B + B' @ differential(X)) where A: p x n, X: m x n, B: m x n",
              "(a · differential(x) + differential(x) · b) v where a: n, x: n, b: n, v: n",
              "c (a · differential(x) + differential(x) · b) where a: n, x: n, b: n, c: scalar"],
    leaves_alone=["A @ (B + C) where A: m x k, B: k x n, C: k x n"],
    measure="brackets",
    phase="combine",
)  # fmt: skip
def multiply_out_change(node: MatrixProduct | Product | Hadamard | Quotient) -> Rewrite | None:
    """Products are distributive: every term of the sum meets the other factors."""
    match node:
        case Quotient(Sum(terms) as bracket, denominator) if changes(bracket):
            return Rewrite(Sum(tuple(_over(term, denominator) for term in terms)), {"bracket": bracket})
        case Quotient():
            return None
    for k, factor in enumerate(node.factors):
        if sums_powers(factor) and changes(factor):
            return _into_sum(node, k, factor)
        if not isinstance(factor, Sum) or not changes(factor):
            continue
        if any(term.shape != factor.shape for term in factor.terms):
            continue
        parts = [_in_place(node, k, term) for term in factor.terms]
        return Rewrite(Sum(tuple(parts)), {"bracket": factor})
    return None


def _into_sum(node: MatrixProduct | Product | Hadamard, k: int, summed: IndexedSum) -> Rewrite:
    """The other factors of a sum over powers, whose index is no index of theirs."""
    others = (*node.factors[:k], *node.factors[k + 1 :])
    total = apart(summed, {part.name for factor in others for part in parts_of_kind(factor, Index)})
    words = fill("{bracket} is multiplied out: the other factors stand in each of its terms.", {"bracket": total})
    after = IndexedSum(total.index, with_powers(_in_place(node, k, total.body)), total.lower)
    return Rewrite(after, {"bracket": total}, words)


def _over(term: Node, denominator: Node) -> Node:
    return under_sign(lambda inner: Quotient(inner, denominator), term)


def _in_place(node: MatrixProduct | Product | Hadamard, k: int, term: Node) -> Node:
    if isinstance(term, Negate):
        return Negate(_in_place(node, k, term.operand))
    before, behind = node.factors[:k], node.factors[k + 1 :]
    match node:
        case MatrixProduct():
            return with_powers(matrix_times(*before, term, *behind))
        case Product():
            return times(*before, term, *behind)
    own = entry_factors(term)
    return Hadamard((*before, *own, *behind))


@rule(
    title="Trace of a sum of entries",
    statement="sum(A ⊗ B) = tr(A' @ B)",
    words="{total} adds up the products of entries that stand in the same places: it is a trace.",
    shapes={"A": "m x n", "B": "m x n"},
    source=COOKBOOK,
    examples=["sum(A ⊗ differential(X)) where A: m x n, X: m x n", "sum(A @ differential(X)) where A: m x k, X: k x n",
              "sum(a ⊗ (differential(X) @ b)) where a: m, b: n, X: m x n",
              "sum(differential(X) @ b) where X: m x n, b: n"],
    leaves_alone=["sum(A ⊗ B) where A: m x n, B: m x n"],
    measure="what traces are not",
    phase="combine",
)  # fmt: skip
def sum_as_trace(node: SumReduction) -> Rewrite | None:
    """tr(A′ B) is the sum over all entries of A ⊗ B; the sum of the entries of B alone is 1⃗′ B 1⃗."""
    inside = node.operand
    if not changes(node):
        return None
    if isinstance(inside, Sum):
        if any(term.shape != inside.shape for term in inside.terms):
            return None
        terms = [under_sign(SumReduction, term) for term in inside.terms]
        words = fill("The sum of the entries of a sum is the sum of both.", {})
        return Rewrite(Sum(tuple(terms)), {"total": node}, words, statement="sum(A + B) = sum(A) + sum(B)")
    if sums_powers(inside):
        total = IndexedSum(inside.index, SumReduction(inside.body), inside.lower)
        return Rewrite(total, {"total": node}, fill("The sum of the entries is taken of each term.", {}))
    sign, above, below, rest = split_scalars(inside)
    if sign or above or below:
        words = fill("A scalar factor moves in front of the sum.", {})
        return Rewrite(join_scalars(sign, above, below, SumReduction(rest)), {"total": node}, words)
    if isinstance(inside, Hadamard) and all(factor.shape == inside.shape for factor in inside.factors):
        place = changing(inside.factors)
        if place is None:
            return None
        others = tuple(factor for k, factor in enumerate(inside.factors) if k != place)
        held = others[0] if len(others) == 1 else Hadamard(others)
        product = matrix_times(turned(held), inside.factors[place])
    else:
        ones = Transpose(Ones(inside.shape.rows))
        if inside.shape.is_row:
            product = matrix_times(inside, Ones(inside.shape.columns))
        elif inside.shape.is_matrix:
            product = matrix_times(ones, inside, Ones(inside.shape.columns))
        else:
            product = matrix_times(ones, inside)
        statement = "sum(B) = ones(m)' @ B @ ones(n)" if inside.shape.is_matrix else "sum(b) = ones(m)' @ b"
        return Rewrite(
            product,
            {"total": node},
            fill("The sum of all entries is a row of ones times them, times ones.", {}),
            statement=statement,
        )
    return Rewrite(trace(product) if inside.shape.is_matrix else product, {"total": node})


@rule(
    title="Dot product as a row times a column",
    statement="u · v = u' @ v",
    words="{u} · {v} is a row times a column.",
    shapes={"u": "n", "v": "n"},
    source=COOKBOOK,
    examples=["a · (differential(X) @ b) where a: m, X: m x n, b: n", "differential(x) · a where x: n, a: n"],
    leaves_alone=["a · b where a: n, b: n"],
    measure="what traces are not",
    phase="combine",
)
def dot_as_product(node: Dot) -> Rewrite | None:
    """The side that changes is written last."""
    if (changes(node.left) and changes(node.right)) or not changes(node):
        return None
    held, moving = (node.left, node.right) if changes(node.right) else (node.right, node.left)
    return Rewrite(matrix_times(turned(held), moving), {"u": node.left, "v": node.right})


@rule(
    title="A scalar is its own trace",
    statement="u' @ A @ v = tr(v @ u' @ A)",
    words="{s} is a scalar, so it is its own trace; in a trace the factors may be cycled until {d} stands last.",
    shapes={"u": "m", "A": "m x n", "v": "n"},
    source=COOKBOOK,
    examples=[
        "a' @ differential(X) @ b where a: m, X: m x n, b: n",
        "a' @ differential(X)' @ b where a: n, X: m x n, b: m",
    ],
    leaves_alone=["a' @ A @ b where a: m, A: m x n, b: n", "a' @ differential(x) where a: n, x: n"],
    measure="what traces are not",
    phase="combine",
)
def scalar_as_trace(node: MatrixProduct) -> Rewrite | None:
    """The trace of a 1×1 matrix is its entry, and tr(P Q) = tr(Q P)."""
    place = changing(node.factors)
    if not node.shape.is_scalar or place is None:
        return None
    if not any(part.shape.is_matrix for part in parts_of_kind(node, Differential)):
        return None
    behind, before = node.factors[place + 1 :], node.factors[: place + 1]
    product = with_powers(matrix_times(*behind, *before))
    return Rewrite(trace(product), {"s": node, "d": node.factors[place]}) if product.shape.is_matrix else None


@rule(
    title="A scalar is its own transpose",
    statement="u' @ v = v' @ u",
    words="{s} is a scalar: it equals its transpose, in which {d} stands last.",
    shapes={"u": "n", "v": "n"},
    source=COOKBOOK,
    examples=["differential(x)' @ A @ x where x: n, A: n x n"],
    leaves_alone=["a' @ differential(x) where a: n, x: n", "a' @ b where a: n, b: n"],
    measure="what stands behind the change",
    phase="combine",
)
def scalar_transposed(node: MatrixProduct) -> Rewrite | None:
    """Transposing a product reverses the order of its factors."""
    place = changing(node.factors)
    if not node.shape.is_scalar or place is None or place == len(node.factors) - 1:
        return None
    moving = node.factors[place]
    if not isinstance(moving, Transpose):
        return None
    return Rewrite(
        matrix_times(*(turned(factor) for factor in reversed(node.factors))), {"s": node, "d": moving.operand}
    )


@rule(
    functions=("tr",),
    title="Transpose inside a trace",
    statement="tr(A @ B' @ C) = tr(C' @ B @ A')",
    words="A matrix and its transpose have the same diagonal, so the same trace: {d} is no longer transposed.",
    shapes={"A": "n x m", "B": "k x m", "C": "k x n"},
    source=COOKBOOK,
    examples=[
        "tr(differential(X)' @ A @ X) where X: m x n, A: m x m",
        "tr(A @ differential(X)') where A: m x n, X: m x n",
    ],
    leaves_alone=["tr(A @ differential(X)) where A: n x m, X: m x n", "tr(A @ B') where A: n x m, B: n x m"],
    measure="what stands behind the change",
    phase="combine",
)
def trace_transpose(node: Apply) -> Rewrite | None:
    """Transposing reverses the order of the factors and transposes each."""
    factors = factors_in(node)
    place = changing(factors)
    if place is None or not isinstance(factors[place], Transpose):
        return None
    after = trace(with_powers(matrix_times(*(turned(factor) for factor in reversed(factors)))))
    return Rewrite(after, {"d": turned(factors[place])})


@rule(
    functions=("tr",),
    title="Cyclic property of the trace",
    statement="tr(A @ B @ C) = tr(C @ A @ B)",
    words="tr(P Q) = tr(Q P): the factors behind {d} come to the front, so that it stands last.",
    shapes={"A": "n x m", "B": "m x k", "C": "k x n"},
    source=COOKBOOK,
    examples=[
        "tr(A @ differential(X) @ B) where A: p x m, X: m x n, B: n x p",
        "tr(X' @ differential(X) @ A) where A: n x n, X: m x n",
    ],
    leaves_alone=["tr(A @ differential(X)) where A: n x m, X: m x n", "tr(A @ B) where A: n x m, B: m x n"],
    measure="what stands behind the change",
    phase="combine",
)
def trace_cycle(node: Apply) -> Rewrite | None:
    """Both tr(P Q) and tr(Q P) are the sum of all products P_ij Q_ji. The factors keep their order around the circle;
    only where it is cut changes.
    """
    factors = factors_in(node)
    place = changing(factors)
    if place is None or place == len(factors) - 1 or isinstance(factors[place], Transpose):
        return None
    after = trace(with_powers(matrix_times(*factors[place + 1 :], *factors[: place + 1])))
    return Rewrite(after, {"d": factors[place]})
