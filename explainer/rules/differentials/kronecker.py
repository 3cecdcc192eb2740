"""Kronecker products and columns in a change: they are taken apart, so that dX comes to stand alone in a trace."""

from __future__ import annotations

from itertools import pairwise

from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Identity, MatrixProduct, Sum, SumReduction
from explainer.rules.build import matrix_times, times, under_sign, unsigned
from explainer.rules.differentials.columns import BOOK, uncolumned, vec
from explainer.rules.differentials.parts import changes, trace
from explainer.rules.matching import column_of, is_call
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import turned

FAMILY = "Kronecker products in a change"


def _parts(node: Node) -> tuple[Node, ...]:
    """The two factors of a Kronecker product; nothing for anything else."""
    return node.arguments if is_call(node, "kron") else ()


@rule(
    title="Product of Kronecker products",
    statement="kron(A, B) @ kron(C, D) = kron(A @ C, B @ D)",
    words="Blocks are multiplied by blocks: {first} and {second} become one Kronecker product.",
    shapes={"A": "m x k", "B": "p x q", "C": "k x n", "D": "q x l"},
    source=BOOK,
    examples=["kron(A, B) @ kron(C, differential(X)) where A: m x k, B: p x q, C: k x n, X: q x l",
              "kron(differential(X), B) @ kron(C, D) where X: m x k, B: p x q, C: k x n, D: q x l"],
    leaves_alone=["kron(A, B) @ kron(C, D) where A: m x k, B: p x q, C: k x n, D: q x l",
                  "kron(A, differential(X)) @ B where A: m x m, X: n x n, B: m*n x k"],
    measure="Kronecker products",
    phase="combine",
)  # fmt: skip
def kronecker_product(node: MatrixProduct) -> Rewrite | None:
    """Block (i, j) of the product is the sum over k of A_ik B times C_kj D: the numbers multiply, and the matrices."""
    for k, (left, right) in enumerate(pairwise(node.factors)):
        one, other = _parts(left), _parts(right)
        if not one or not other or not (changes(left) or changes(right)):
            continue
        if any(a.shape.columns != b.shape.rows for a, b in zip(one, other, strict=True)):
            continue
        products = [matrix_times(a, b) for a, b in zip(one, other, strict=True)]
        scalars = [product for product in products if product.shape.is_scalar]  # of vectors: a' a times what is left
        joined = times(*scalars, *(p for p in products if p not in scalars)) if scalars else None
        joined = apply_named("kron", *products) if joined is None else joined
        rest = (*node.factors[:k], *node.factors[k + 2 :])
        if rest and joined.shape.is_scalar:
            return None
        after = matrix_times(*node.factors[:k], joined, *node.factors[k + 2 :]) if rest else joined
        return Rewrite(after, {"first": left, "second": right})
    return None


@rule(
    title="Kronecker products in a sum",
    statement="(kron(A, B) + kron(C, D)) @ kron(E, F) = kron(A, B) @ kron(E, F) + kron(C, D) @ kron(E, F)",
    words="{bracket} is multiplied out: each Kronecker product in it meets {other}, block by block.",
    shapes={"A": "m x k", "B": "p x q", "C": "m x k", "D": "p x q", "E": "k x n", "F": "q x l"},
    source=BOOK,
    examples=["(kron(A, B) - kron(C, D)) @ kron(E, differential(X)) where A: m x k, B: p x q, C: m x k, D: p x q, "
              "E: k x n, X: q x l"],
    leaves_alone=["(kron(A, B) + kron(C, D)) @ kron(E, F) where A: m x k, B: p x q, C: m x k, D: p x q, E: k x n, "
                  "F: q x l", "(A + B) @ kron(C, differential(X)) where A: p x m*n, B: p x m*n, C: m x m, X: n x n"],
    measure="brackets",
    phase="combine",
)  # fmt: skip
def kronecker_multiplied_out(node: MatrixProduct) -> Rewrite | None:
    """Products are distributive; what is left alone has no Kronecker product to meet."""
    for k, (left, right) in enumerate(pairwise(node.factors)):
        for place, total, other in ((k, left, right), (k + 1, right, left)):
            terms = total.terms if isinstance(total, Sum) and not changes(total) else ()
            if not terms or not all(_parts(unsigned(term)) for term in terms):
                continue
            if not _parts(other) or not changes(other):
                continue
            products = (_in_place(node, place, term) for term in terms)
            return Rewrite(Sum(tuple(products)), {"bracket": total, "other": other})
    return None


def _in_place(node: MatrixProduct, place: int, term: Node) -> Node:
    before, behind = node.factors[:place], node.factors[place + 1 :]
    return under_sign(lambda inner: matrix_times(*before, inner, *behind), term)


@rule(
    title="Sum of the entries of a Kronecker product",
    statement="sum(kron(A, B)) = sum(A) sum(B)",
    words="Every entry of {A} multiplies every entry of {B}: the sum of all products is the product of the sums.",
    shapes={"A": "m x k", "B": "p x q"},
    source=BOOK,
    examples=["sum(kron(A, differential(X))) where A: m x k, X: p x q",
              "sum(kron(differential(X), B)) where X: m x k, B: p x q"],
    leaves_alone=["sum(kron(A, B)) where A: m x k, B: p x q"],
    measure="what traces are not",
    phase="combine",
)  # fmt: skip
def sum_of_kronecker(node: SumReduction) -> Rewrite | None:
    """Products are distributive: (a + b) (c + d) is the sum of all products of a term with a term."""
    parts = _parts(node.operand)
    if not parts or not changes(node):
        return None
    return Rewrite(times(*map(SumReduction, parts)), {"A": parts[0], "B": parts[1]})


@rule(
    title="A Kronecker product times columns",
    statement="kron(A, B) @ vec(F) = vec(B @ F @ A')",
    words="{K} times the columns of {F} are the columns of a product of three matrices.",
    shapes={"A": "p x n", "B": "q x m", "F": "m x n"},
    source=BOOK,
    examples=["kron(A, B) @ vec(differential(X)) where A: p x n, B: q x m, X: m x n",
              "a' @ kron(A, B) @ vec(differential(X)) where a: p*q, A: p x n, B: q x m, X: m x n"],
    leaves_alone=["kron(A, B) @ vec(X) where A: p x n, B: q x m, X: m x n"],
    measure="Kronecker products",
    phase="combine",
)  # fmt: skip
def kronecker_columns(node: MatrixProduct) -> Rewrite | None:
    """Column j of the product takes a combination of the columns of F with the numbers of A, and multiplies it by B."""
    parts, last = _parts(node.factors[-2]), node.factors[-1]
    inside = uncolumned(last)
    if not parts or inside is None or not changes(last):
        return None
    if parts[0].shape.columns != inside.shape.columns or parts[1].shape.columns != inside.shape.rows:
        return None
    after = matrix_times(*node.factors[:-2], vec(matrix_times(parts[1], inside, turned(parts[0]))))
    return Rewrite(after, {"K": node.factors[-2], "F": inside})


@rule(
    title="A Kronecker product of vectors",
    statement="kron(v, b) = kron(identity(m), b) @ v",
    words="{d} is a vector: its entries, each times {b}, are a matrix times it.",
    shapes={"v": "m", "b": "n"},
    source=BOOK,
    examples=["kron(differential(x), b) where x: m, b: n", "kron(a, differential(x)) where a: m, x: n"],
    leaves_alone=["kron(a, b) where a: m, b: n", "kron(a, differential(X)) where a: m, X: k x n"],
    measure="what stands in Kronecker products",
    phase="combine",
)  # fmt: skip
def kronecker_of_vectors(node: Apply) -> Rewrite | None:
    """The product holds v_1 b, then v_2 b, and so on below each other: it is linear in each of the two vectors."""
    parts = _parts(node)
    if not parts or any(not part.shape.is_vector for part in parts) or changes(parts[0]) is changes(parts[1]):
        return None
    first, second = parts
    if changes(first):
        held: Node = apply_named("kron", Identity(first.shape.rows), second)
        return Rewrite(MatrixProduct((held, first)), {"d": first, "b": second})
    held = apply_named("kron", first, Identity(second.shape.rows))
    words = fill(
        "Every entry of {a} multiplies the whole of {d}: that is a matrix times it.", {"a": first, "d": second}
    )
    after = MatrixProduct((held, second))
    return Rewrite(after, {"v": first, "b": second}, words, statement="kron(v, b) = kron(v, identity(n)) @ b")


@rule(
    title="Columns times columns",
    statement="vec(A)' @ vec(F) = tr(A' @ F)",
    words="Both sides add up the products of entries that stand in the same places.",
    shapes={"A": "m x n", "F": "m x n"},
    source=BOOK,
    examples=["vec(A)' @ vec(differential(X)) where A: m x n, X: m x n",
              "(vec(X) - vec(A))' @ vec(differential(X)) where A: m x n, X: m x n"],
    leaves_alone=["vec(A)' @ vec(B) where A: m x n, B: m x n", "a' @ vec(differential(X)) where a: m*n, X: m x n"],
    measure="what traces are not",
    phase="combine",
)  # fmt: skip
def columns_as_trace(node: MatrixProduct) -> Rewrite | None:
    """Entry (j, j) of A' F is column j of A times column j of F; the trace adds these."""
    if len(node.factors) != 2 or not node.shape.is_scalar or not changes(node):
        return None
    row, last = node.factors
    first = column_of(row)
    left, right = None if first is None else uncolumned(first), uncolumned(last)
    if left is None or right is None or left.shape != right.shape:
        return None
    return Rewrite(trace(matrix_times(turned(left), right)))
