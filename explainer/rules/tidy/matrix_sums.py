"""Tidying sums of vectors and matrices: common factors, and brackets that go."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr.kinds import all_of_kind, any_of_kind, has_child, not_of_kind, placed
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    Cases,
    Diag,
    Hadamard,
    HadamardQuotient,
    Identity,
    IndexedSum,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Sum,
    Transpose,
)
from explainer.rules.build import (
    join_scalars,
    matrix_factors,
    matrix_times,
    negative,
    plus,
    signs_last,
    split_scalars,
    times,
    untransposed,
    without_scalars,
)
from explainer.rules.matching import is_row_of_ones
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.expanding import has_different_deltas
from explainer.rules.tidy.flipping import flipped
from explainer.rules.tidy.matrices import MATRICES, diagonal_factor, identity_factor, inner_product, zero_matrix
from explainer.rules.tidy.moments import deviation_of

FAMILY = "Matrix sums"


@rule(
    title="Common factor",
    statement="a u + b u = (a + b) u",
    words="{u} stands in several terms: their factors are added.",
    shapes={"u": "n"},
    source=MATRICES,
    examples=["y x' + z x' where x: n, y: scalar, z: scalar", "z x - x / y where x: n, y: scalar, z: scalar"],
    leaves_alone=["x' + w' where w: n, x: n", "x + 2 z where x: n, z: scalar"],
    measure="vectors",
    phase="tidy",
)
def common_vector(node: Sum) -> Rewrite | None:
    """Multiples of the same vector or matrix add up: the numbers in front are added."""
    if node.shape.is_scalar or any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    vectors = [part[3] for part in split]
    shared = next((v for v in not_of_kind(vectors, Cases, IndexedSum) if vectors.count(v) > 1), None)
    if shared is None:
        return None
    coefficients = [join_scalars(sign, above, below, None) for sign, above, below, rest in split if rest is shared]
    if has_different_deltas(Sum(tuple(coefficients))):
        return None  # each δ picks its own terms: a bracket around them would be multiplied out again
    joined = times(Sum(tuple(coefficients)), shared)
    terms: list[Node] = []
    for term, vector in zip(node.terms, vectors, strict=True):
        if vector is not shared:
            terms.append(term)
        elif joined not in terms:
            terms.append(joined)
    return Rewrite(plus(*terms), {"u": shared})


@rule(
    title="Common matrix factor",
    statement="A @ C + B @ C = (A + B) @ C",
    words="{C} multiplies every term from the same side: it moves out of the sum.",
    shapes={"A": "m x k", "B": "m x k", "C": "k x n"},
    source=MATRICES,
    examples=[
        "A @ C + B @ C where A: m x k, B: m x k, C: k x n",
        "x' @ A + x' @ A' where A: n x n, x: n",
        "2 (A @ x) - z (B @ x) where A: m x n, B: m x n, x: n, z: scalar",
        "(A @ x) / z + (B @ x) / z where A: m x n, B: m x n, x: n, z: scalar",
    ],
    leaves_alone=["A @ x + B @ y where A: m x n, B: m x n, x: n, y: n", "A @ x + x where A: n x n, x: n",
                  "B - A @ B where A: n x n, B: n x n"],
    phase="tidy",
)  # fmt: skip
def common_matrix(node: Sum) -> Rewrite | None:
    """What multiplies every term from the left, or from the right, multiplies their sum. The order of the factors stays
    as it is.
    """
    if node.shape.is_scalar or len(node.terms) < 2:
        return None
    split = [split_scalars(term) for term in node.terms]
    products = [matrix_factors(part[3]) for part in split]
    for end in (-1, 0):
        shared, places = _shared_end(products, end)
        if shared is None:
            continue
        rests = [matrix_times(*(products[k][:-1] if end else products[k][1:])) for k in places]
        if len(products) > len(places) and any(matrix_factors(rest)[end] is shared for rest in rests):
            continue  # no power is broken up for some of the terms: X X a b' + X a b' X + a b' X X
        if len({rest.shape for rest in rests}) != 1 or rests[0].shape.is_scalar:
            continue
        places, bar = _over_one_bar(places, split)
        if shared.shape.is_vector and not bar and any(split[k][2] for k in places):
            continue  # an outer product over a number stays a fraction
        rests = [matrix_times(*(products[k][:-1] if end else products[k][1:])) for k in places]
        terms = [
            join_scalars(*split[k][:2], () if bar else split[k][2], rest) for k, rest in zip(places, rests, strict=True)
        ]
        inside = Sum(tuple(sorted(terms, key=lambda term: isinstance(without_scalars(term), Transpose))))
        joined = join_scalars(False, (), bar, matrix_times(inside, shared) if end else matrix_times(shared, inside))
        kept = [joined if k == places[0] else term for k, term in enumerate(node.terms) if k not in places[1:]]
        return Rewrite(plus(*kept), {"C": shared})
    return None


@rule(
    title="Common matrix factor beside an outer product",
    statement="C - u @ v' @ C = (identity(n) - u @ v') @ C",
    words="{C} multiplies every term from the same side: it moves out of the sum, and leaves the identity matrix.",
    shapes={"C": "n x m", "u": "n", "v": "n"},
    source=MATRICES,
    examples=["W - ones(m) @ y' @ W where W: m x n, y: m", "2 W - 3 (x @ y' @ W) where W: m x n, x: m, y: m"],
    leaves_alone=["B - A @ B where A: n x n, B: n x n", "W - x @ y' where W: m x n, x: m, y: n"],
    measure="places of variables",
    phase="tidy",
)
def common_beside_identity(node: Sum) -> Rewrite | None:
    """The bracket is what acts on C: C, less its part in one direction, where u = v is a unit vector."""
    if not node.shape.is_matrix or any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    products = [matrix_factors(part[3]) for part in split]
    alone = [factors for factors in products if len(factors) == 1]
    if len(alone) != 1 or len(products) < 2 or isinstance(alone[0][0], Identity):
        return None
    ((shared,),) = alone
    if any(len(f) > 1 and (len(f) != 3 or f[2] is not shared or not f[1].shape.is_row) for f in products):
        return None
    rests = (matrix_times(*f[:-1]) if len(f) > 1 else Identity(node.shape.rows) for f in products)
    inside = Sum(tuple(join_scalars(*part[:3], rest) for part, rest in zip(split, rests, strict=True)))
    return Rewrite(MatrixProduct((inside, shared)), {"C": shared})


def _over_one_bar(
    places: list[int], split: Sequence[tuple[bool, tuple[Node, ...], tuple[Node, ...], Node]]
) -> tuple[list[int], tuple[Node, ...]]:
    """The first terms that are divided by the same, with what that is; all of them where no two are."""
    for k in places:
        alike = [other for other in places if split[other][2] == split[k][2]]
        if split[k][2] and len(alike) > 1:
            return alike, split[k][2]
    return places, ()


def _shared_end(products: list[tuple[Node, ...]], end: int) -> tuple[Node | None, list[int]]:
    """The first factor that several products begin or end with, and the places of these products."""
    for factors in products:
        places = [k for k, other in enumerate(products) if len(other) > 1 and other[end] is factors[end]]
        if len(factors) > 1 and len(places) > 1:
            return factors[end], places
    return None, []


@rule(
    title="Sum of diagonal matrices",
    statement="diag(u) + diag(v) = diag(u + v)",
    words="Diagonal matrices are added by adding their diagonals.",
    shapes={"u": "n", "v": "n"},
    source=MATRICES,
    examples=["diag(w) + diag(x) where w: n, x: n", "diag(w) - 2 diag(x) where w: n, x: n",
              "diag(w) - A + diag(x) where w: n, x: n, A: n x n"],
    leaves_alone=["diag(w) + A where w: n, A: n x n", "diag(x) where x: n"],
    measure="diagonal matrices",
    phase="tidy",
)  # fmt: skip
def diagonals_added(node: Sum) -> Rewrite | None:
    """Off the diagonal both are zero; on it their entries add."""
    if any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    places = [k for k, part in enumerate(split) if isinstance(part[3], Diag)]
    if len(places) < 2:
        return None
    whole = Diag(plus(*(join_scalars(*split[k][:3], split[k][3].children[0]) for k in places)))
    terms = [whole if k == places[0] else term for k, term in enumerate(node.terms) if k not in places[1:]]
    return Rewrite(plus(*terms))


@rule(
    title="Sum of transposes",
    statement="z (u' + v') = z (u + v)'",
    words="Transposes in brackets are added first and transposed once.",
    shapes={"u": "n", "v": "n", "z": "scalar"},
    source=MATRICES,
    examples=["2 (w' - x') where w: n, x: n", "(w' + x') @ A where A: n x m, w: n, x: n"],
    leaves_alone=["w' + x' where w: n, x: n", "2 (w' + x' @ A) where A: n x n, w: n, x: n"],
    phase="tidy",
)
def transposes_added(node: Product | MatrixProduct) -> Rewrite | None:
    """The transpose of a sum is the sum of the transposes; inside a product a single transpose is shorter."""
    if not has_child(node, Sum):
        return None
    for k, factor in placed(node.factors, Sum):
        if factor.shape.is_scalar:
            continue
        split = [split_scalars(term) for term in factor.terms]
        if not all_of_kind([rest for *_, rest in split], Transpose):
            continue
        inside = Sum(tuple(join_scalars(s, a, b, rest.children[0]) for s, a, b, rest in split))
        factors = (*node.factors[:k], Transpose(inside), *node.factors[k + 1 :])
        return Rewrite(type(node)(factors))
    return None


@rule(
    title="Element-wise product of transposes",
    statement="u' ⊗ v' = (u ⊗ v)'",
    words="The transposes are multiplied entry by entry first and transposed once.",
    shapes={"u": "n", "v": "n"},
    source=MATRICES,
    examples=["w' ⊗ x' where w: n, x: n", "A' ⊗ B' where A: m x n, B: m x n",
              "w' ⊗ (x' @ A) where w: n, x: m, A: m x n", "w' ⊘ x' where w: n, x: n"],
    leaves_alone=["w ⊗ x where w: n, x: n",
                  "A' ⊗ B where A: n x m, B: m x n", "A' ⊗ (B' @ C) where A: m x n, B: k x n, C: k x m"],
    measure="transposes entry by entry",
    phase="tidy",
)  # fmt: skip
def transposes_multiplied(node: Hadamard | HadamardQuotient) -> Rewrite | None:
    """What works entry by entry may be done before transposing. Rows become columns even where the transpose is that of
    a product.
    """
    if any(child.shape != node.shape for child in node.children):
        return None
    if not has_child(node, Transpose):
        return None
    if not node.shape.is_row and not all_of_kind(node.children, Transpose):
        return None
    turned = [flipped(child) for child in node.children]
    if None in turned:
        return None
    return Rewrite(Transpose(with_children(node, tuple(part for part in turned if part is not None))))


def _adds_up(factors: Sequence[Node], k: int) -> bool:
    """Whether a row stands before a bracket with a term 1⃗ vᵀ, or a column behind one with v 1⃗ᵀ: there a sum is left
    of both, where a bracket hid it.
    """
    terms = [matrix_factors(without_scalars(term)) for term in factors[k].children]
    if k and factors[k - 1].shape.is_row and any_of_kind((term[0] for term in terms), Ones):
        return True
    if k + 1 == len(factors) or factors[k + 1].shape.columns != 1:
        return False
    return any(is_row_of_ones(term[-1]) for term in terms)


def _hides(bracket: Sum, behind: tuple[Node, ...]) -> bool:
    """Whether the matrix behind a bracket with I in it stands in the outer product beside I as well, as W does in
    (I / z - W x x' W') W: then the bracket is no projection that is seen as one.
    """
    terms = [matrix_factors(split_scalars(term)[3]) for term in bracket.terms]
    others = [term for term in terms if not any_of_kind(term, Identity)]
    if not behind or not behind[0].shape.is_matrix or len(others) in (0, len(terms)):
        return False
    return all(term[0] is behind[0] and any(part.shape.is_row for part in term) for term in others)


_SHORTER = (identity_factor, zero_matrix, diagonal_factor, inner_product)


def _meets(left: Node, right: Node) -> bool:
    """Whether two neighbouring factors become one."""
    before, behind = matrix_factors(without_scalars(left))[-1], matrix_factors(without_scalars(right))[0]
    if not isinstance(before, Diag | Transpose) and not isinstance(behind, Diag) and before.shape.columns == 1:
        return False
    pair = MatrixProduct((before, behind))
    return any(shorter(pair) is not None for shorter in _SHORTER)


@rule(
    title="Multiply out matrices",
    statement="A @ (B + C) = A @ B + A @ C",
    condition="every product becomes shorter, or one a sum",
    words="{bracket} is multiplied term by term: every product is a simple one.",
    shapes={"A": "m x k", "B": "k x n", "C": "k x n"},
    source=MATRICES,
    examples=[
        "y' @ (diag(x) - x @ x') where x: n, y: n",
        "diag(y) @ (identity(n) + diag(x)) where x: n, y: n",
        "(identity(n) - x @ x') @ y where x: n, y: n",
        "y' @ (W - ones(m) @ x') where W: m x n, x: n, y: m",
        "(identity(m) / z - W @ x @ x' @ W') @ W where W: m x n, x: n, z: scalar",
    ],
    leaves_alone=["W @ (A + B) where W: m x n, A: n x n, B: n x n", "(diag(x) - x @ x') @ W where x: n, W: n x m"],
    measure="sums in products of matrices",
    phase="tidy",
)
def multiply_out_matrices(node: MatrixProduct) -> Rewrite | None:
    """Brackets are worth removing where what stands before or after them combines with every term inside."""
    for k, factor in placed(node.factors, Sum):
        if any(term.shape != factor.shape for term in factor.terms):
            continue
        before, behind = node.factors[:k], node.factors[k + 1 :]
        by_left = bool(before) and all(_meets(before[-1], term) for term in factor.terms)
        by_right = bool(behind) and all(_meets(term, behind[0]) for term in factor.terms)
        if not by_left and not by_right and not _adds_up(node.factors, k) and not _hides(factor, behind):
            continue
        terms = []
        for term in factor.terms:
            sign, above, below, rest = split_scalars(term)
            terms.append(join_scalars(sign, above, below, matrix_times(*before, rest, *behind)))
        return Rewrite(Sum(tuple(terms)), {"bracket": factor})
    return None


@rule(
    title="Minus a difference",
    statement="-(u - v) = v - u",
    words="The minus sign changes every sign in the brackets.",
    shapes={"u": "n", "v": "n"},
    source=MATRICES,
    examples=[
        "-(w' - x') where w: n, x: n",
        "-(identity(n) - x @ x') where x: n",
        "-(y @ (w - x)') where w: n, x: n, y: m",
    ],
    leaves_alone=["-(w + x) where w: n, x: n", "-(y - z)", "-(y @ (x + w)') where w: n, x: n, y: m"],
    phase="tidy",
)
def negative_difference(node: Negate) -> Rewrite | None:
    """Minus a difference is the difference the other way round."""
    if node.shape.is_scalar:
        return None
    inside = node.operand
    if isinstance(inside, Sum):
        turned = _turned_round(inside)
        return None if turned is None else Rewrite(turned)
    if not isinstance(inside, MatrixProduct | Product):
        return None
    brackets = [untransposed(factor) for factor in inside.factors]
    for k, (factor, bracket) in enumerate(zip(inside.factors, brackets, strict=True)):
        if brackets.count(bracket) > 1:
            continue  # -(x - a) (x - a)' stays: it is seen that both brackets are the same
        turned = _turned_round(bracket) if isinstance(bracket, Sum) and not bracket.shape.is_scalar else None
        if turned is not None:
            new = turned if factor is bracket else Transpose(turned)
            return Rewrite(type(inside)((*inside.factors[:k], new, *inside.factors[k + 1 :])))
    return None


def _turned_round(bracket: Sum) -> Node | None:
    """The negative of a difference, what is positive first; None for a sum without a minus sign.

    Nor is a deviation from the mean turned round: it is counted from the mean.
    """
    if deviation_of(bracket) is not None or not has_child(bracket, Negate):
        return None
    turned = [negative(term) for term in bracket.terms]
    return Sum(tuple(signs_last(turned)))


ORDER = (
    negative_difference,
    multiply_out_matrices,
    diagonals_added,
    common_vector,
    common_matrix,
    common_beside_identity,
    transposes_added,
    transposes_multiplied,
)
"""The rules that tidy sums of vectors and matrices, in the order in which they are tried."""
