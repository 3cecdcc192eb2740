"""Tidying products of matrices: identity, diagonal matrices, rows of ones, scalars to the front, transposes."""

from __future__ import annotations

from itertools import pairwise

from explainer.expr.kinds import has_child, not_of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ZERO,
    Diag,
    DiagonalForm,
    Dot,
    Expand,
    Hadamard,
    HadamardQuotient,
    Identity,
    Matrix,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    SumReduction,
    Transpose,
    Vector,
    Zeros,
    size_value,
)
from explainer.rules.build import is_all_ones, is_one, is_zero, matrix_times, places, plus, scalars_of, times
from explainer.rules.matching import column_of
from explainer.rules.rule import Rewrite, Words, fill, rule
from explainer.rules.tidy.flipping import flipped

FAMILY = "Matrices"

MATRICES = "the laws of matrix arithmetic; Petersen and Pedersen, The Matrix Cookbook, section 1"


def _pairs(node: MatrixProduct) -> list[tuple[int, Node, Node]]:
    """Neighbouring factors of a matrix product with the place of the first."""
    return [(k, left, right) for k, (left, right) in enumerate(pairwise(node.factors))]


def _joined(node: MatrixProduct, place: int, new: Node) -> Node:
    """The product with two neighbouring factors replaced by one."""
    return matrix_times(*node.factors[:place], new, *node.factors[place + 2 :])


@rule(
    title="Identity matrix as a factor",
    statement="W @ identity(n) = W",
    words="Multiplying by the identity matrix changes nothing.",
    shapes={"W": "m x n"},
    source=MATRICES,
    examples=["W @ identity(n) where W: m x n", "identity(n) @ x where x: n"],
    leaves_alone=["W @ x where W: m x n, x: n"],
    phase="tidy",
)
def identity_factor(node: MatrixProduct) -> Rewrite | None:
    """I is to matrices what 1 is to numbers."""
    if not has_child(node, Identity):
        return None
    kept = not_of_kind(node.factors, Identity)
    dropped = places(isinstance(factor, Identity) for factor in node.factors)[0 if kept else 1 :]
    return Rewrite(matrix_times(*kept) if kept else node.factors[0], dropped=dropped)


@rule(
    title="Zero matrix as a factor",
    statement="W @ zeros(n) = zeros(m)",
    words="A product with a zero matrix is zero.",
    shapes={"W": "m x n"},
    source=MATRICES,
    examples=[
        "W @ zeros(n) where W: m x n",
        "zeros(m, n) @ x where x: n",
        "w · zeros(n) where w: n",
        "zeros(n) ⊘ w where w: n",
    ],
    leaves_alone=["W @ x where W: m x n, x: n"],
    phase="tidy",
)
def zero_matrix(node: MatrixProduct | Dot | Hadamard | HadamardQuotient) -> Rewrite | None:
    """Zero times anything is zero, with the shape of the product."""
    if not has_child(node, Zeros) or (isinstance(node, HadamardQuotient) and isinstance(node.denominator, Zeros)):
        return None
    return Rewrite(ZERO if node.shape.is_scalar else Zeros(node.shape))


@rule(
    title="Scalars before matrices",
    statement="W @ (z x) = z (W @ x)",
    words="A scalar factor moves to the front of a product of matrices.",
    shapes={"W": "m x n", "x": "n", "z": "scalar"},
    source=MATRICES,
    examples=["W @ (z x) where W: m x n, x: n, z: scalar", "W @ (-x) where W: m x n, x: n",
              "(z x)' where x: n, z: scalar",
              "diag(z x) where x: n, z: scalar", "W @ (x / z) where W: m x n, x: n, z: scalar"],
    leaves_alone=["W @ x where W: m x n, x: n"],
    measure="scalars inside",
    phase="tidy",
)  # fmt: skip
def scalars_to_front(node: Transpose | Diag | MatrixProduct) -> Rewrite | None:
    """Scalars may stand anywhere in a product; in front they are seen best. The same holds for signs."""
    if isinstance(node, Transpose | Diag):
        return _out_of(node)
    factors = node.factors
    if any(factor.shape.is_scalar for factor in factors):
        return Rewrite(matrix_times(*factors))
    for k, factor in enumerate(factors):

        def put(new: Node, k: int = k) -> Node:
            return matrix_times(*factors[:k], new, *factors[k + 1 :])

        match factor:
            case Negate(operand):
                return Rewrite(Negate(put(operand)))
            case Product():
                scalars, rest = scalars_of(factor)
                return Rewrite(times(*scalars, put(rest)))
            case Quotient(numerator, denominator):
                return Rewrite(Quotient(put(numerator), denominator))
    return None


def _out_of(node: Transpose | Diag) -> Rewrite | None:
    """A scalar or sign moves out of a transpose or a diagonal matrix."""
    kind, inner = type(node), node.operand
    match inner:
        case Negate(operand):
            return Rewrite(Negate(kind(operand)))
        case Quotient(numerator, denominator):
            return Rewrite(Quotient(kind(numerator), denominator))
        case Product() if not inner.shape.is_scalar:
            scalars, rest = scalars_of(inner)
            return Rewrite(times(*scalars, kind(rest)))
    return None


@rule(
    title="Diagonal matrix as a factor",
    statement="diag(w) @ x = w ⊗ x",
    words="A diagonal matrix multiplies entry by entry: {left} times {right} is {product}.",
    shapes={"w": "n", "x": "n"},
    source="Parr and Howard, section 4.2",
    examples=["diag(w) @ x where w: n, x: n", "ones(n)' @ diag(x) where x: n", "w' @ diag(x) where w: n, x: n",
              "diag(w) @ diag(x) where w: n, x: n", "W @ diag(w) @ x where W: m x n, w: n, x: n"],
    leaves_alone=["W @ diag(w) where W: m x n, w: n"],
    measure="matrices",
    phase="tidy",
)  # fmt: skip
def diagonal_factor(node: MatrixProduct) -> Rewrite | None:
    """diag(w) x is w ⊗ x; a row times diag(x) is the row of products, so 1⃗ᵀ diag(x) is xᵀ."""
    for place, left, right in _pairs(node):
        new: Node | None = None
        match left, right:
            case Diag(operand), Ones():
                new = operand
            case Diag(operand), _ if right.shape.is_vector:
                new = Hadamard((operand, right))
            case DiagonalForm(index, body), DiagonalForm(other, beside):
                entry = times(body, substitute(beside, {other: index}))
                words = fill(
                    "Both matrices are diagonal, so their product is too: on its diagonal stand the products {entry}.",
                    {"entry": entry},
                )
                return Rewrite(_joined(node, place, DiagonalForm(index, entry)), words=words)
            case Diag(operand), Diag(beside):
                new = Diag(Hadamard((operand, beside)))
            case Transpose(Ones()), Diag(beside):
                new = Transpose(beside)
            case Transpose(operand), Diag(beside) if operand.shape.is_vector:
                new = Transpose(Hadamard((operand, beside)))
        if new is not None:
            return Rewrite(_joined(node, place, new), {"left": left, "right": right, "product": new})
    return None


LARGEST_MULTIPLIED_OUT = 16
"""Products of matrices that are written out, with more entries than this, stay products."""
FEW_PRODUCTS = 4
"""As many products of entries are shown with their zeros, which tell that an entry does not use another one."""


def _listed(node: Node) -> tuple[tuple[Node, ...], ...] | None:
    """The rows of a matrix or vector that is written out entry by entry."""
    match node:
        case Vector(entries):
            return tuple((entry,) for entry in entries)
        case Matrix(rows):
            return rows
    return None


@rule(
    title="Multiply the matrices",
    statement="[[a, b], [c, p]] @ [x, y] = [a x + b y, c x + p y]",
    words="Each entry of {product} is a row of {left} times a column of {right}.",
    source=MATRICES,
    examples=["[[a, b], [c, p]] @ [x, y]", "[[a, b]] @ [[c, 0], [0, p]]", "[[1 / x, 0], [0, cos(y)]] @ [2 x, 3]"],
    leaves_alone=["[[a, b], [c, p]] @ x where x: 2"],
    measure="matrices",
    phase="tidy",
)
def multiply_listed(node: MatrixProduct) -> Rewrite | None:
    """Row times column: multiply entry by entry and add up. Of many products those with a zero are left out."""
    for place, left, right in _pairs(node):
        one, other = _listed(left), _listed(right)
        if one is None or other is None or len(one) * len(other[0]) > LARGEST_MULTIPLIED_OUT:
            continue
        columns = tuple(zip(*other, strict=True))
        shows_zeros = len(one) * len(columns) * len(other) <= FEW_PRODUCTS
        rows = tuple(tuple(_row_times_column(row, column, shows_zeros) for column in columns) for row in one)
        flat = tuple(row[0] for row in rows)
        new = Matrix(rows) if len(columns) > 1 else Vector(flat) if len(rows) > 1 else flat[0]
        bindings = {"left": left, "right": right, "product": new}
        words: Words = ()
        if shows_zeros and any(map(is_zero, (*left.children, *right.children))):
            words = fill(
                "Each entry of {product} is a row of {left} times a column of {right}; a factor 0 means that "
                "nothing is passed on along that path.",
                bindings,
            )
        return Rewrite(_joined(node, place, new), bindings, words)
    return None


def _row_times_column(row: tuple[Node, ...], column: tuple[Node, ...], shows_zeros: bool) -> Node:
    if shows_zeros:
        return plus(*(times(a, b) for a, b in zip(row, column, strict=True)))
    pairs = [(a, b) for a, b in zip(row, column, strict=True) if not is_zero(a) and not is_zero(b)]
    return plus(*(times(*(factor for factor in pair if not is_one(factor))) for pair in pairs)) if pairs else ZERO


@rule(
    title="Row times column",
    statement="ones(n)' @ x = sum(x)",
    words="A row times a column is one number: {left} times {right} is {product}.",
    shapes={"x": "n"},
    source="Parr and Howard, section 4.4",
    examples=[
        "ones(n)' @ x where x: n",
        "w' @ x where w: n, x: n",
        "w · ones(n) where w: n",
        "w · (-ones(n)) where w: n",
        "w · expand(z, n) where w: n, z: scalar",
        "R @ ones(n) where R: 1 x n",
    ],
    leaves_alone=["w @ x' where w: n, x: n", "R @ x where R: 1 x n, x: n"],
    phase="tidy",
)
def inner_product(node: Dot | MatrixProduct) -> Rewrite | None:
    """The product of a row and a column is their dot product; with a row of ones it is the sum of the entries."""
    match node:
        case Dot(left, Expand(number)) | Dot(Expand(number), left):
            whole = SumReduction(left) if is_one(number) else times(number, SumReduction(left))
            return Rewrite(whole, {"left": node.left, "right": node.right, "product": whole})
        case Dot(Ones(), entries) | Dot(entries, Ones()):
            total = SumReduction(entries)
            return Rewrite(total, {"left": node.left, "right": node.right, "product": total})
        case Dot(_, Negate(Ones())):
            minus = Negate(SumReduction(node.left))
            return Rewrite(minus, {"left": node.left, "right": node.right, "product": minus})
        case Dot():
            return None
    for place, left, right in _pairs(node):
        row = column_of(left)
        if row is not None and right.shape.is_vector:
            match row, right:
                case (Ones(), entries) | (entries, Ones()):
                    new: Node = SumReduction(entries)
                case _:
                    new = Dot(row, right)
            return Rewrite(_joined(node, place, new), {"left": left, "right": right, "product": new})
        if left.shape.is_row and isinstance(right, Ones):  # a row that is no column set upright: one that was declared
            new = SumReduction(left)
            return Rewrite(_joined(node, place, new), {"left": left, "right": right, "product": new})
    return None


@rule(
    title="Transpose of a transpose",
    statement="x'' = x",
    words="Transposing twice changes nothing; rows and columns change places inside sums, products and cases too.",
    shapes={"x": "n"},
    source=MATRICES,
    examples=[
        "x'' where x: n",
        "(W @ x)' where W: m x n, x: n",
        "diag(x)' where x: n",
        "(2 x' + w')' where w: n, x: n",
        "[x, z]' where x: n, z: scalar",
        "cases(zeros(1, n) if z <= 0, x' if z > 0)' where x: n, z: scalar",
    ],
    leaves_alone=["x' where x: n", "(w ⊗ x)' where w: n, x: n"],
    measure="what stands under a transpose",
    phase="tidy",
)
def simplify_transpose(node: Transpose) -> Rewrite | None:
    """Rows become columns and rows again. Diagonal matrices are their own transposes; the transpose of a product is the
    product of the transposes in reverse order.
    """
    after = flipped(node.operand)
    return None if after is None else Rewrite(after)


@rule(
    title="Expanded scalars in products",
    statement="x ⊗ expand(z, n) = z x",
    words="Multiplying every entry by the same number is multiplying the vector by it.",
    shapes={"x": "n"},
    source="Parr and Howard, section 4.3",
    examples=[
        "x ⊗ expand(z, n) where x: n",
        "x ⊗ ones(n) where x: n",
        "diag(ones(n))",
        "diag(expand(z, n))",
        "expand(1, n)",
        "1 ⊗ x where x: n",
        "(ones(m) @ ones(n)') ⊗ A where A: m x n",
    ],
    leaves_alone=["w ⊗ x where w: n, x: n"],
    measure="operations entry by entry",
    phase="tidy",
)
def expanded_factor(node: Diag | Hadamard | Expand) -> Rewrite | None:
    """x ⊗ 1⃗z is z x, x ⊗ 1⃗ is x, and diag(1⃗) is I."""
    match node:
        case Expand(operand, size):
            return Rewrite(Ones(size), words=("A vector of which every entry is 1.",)) if is_one(operand) else None
        case Diag(Ones() as operand):
            return Rewrite(Identity(operand.size), words=("Ones on the diagonal make the identity matrix.",))
        case Diag(Expand(operand, size)):
            return Rewrite(times(operand, Identity(size)))
        case Diag():
            return None
    flat = tuple(f.operand if isinstance(f, Expand) else f for f in node.factors)
    scalars = tuple(factor for factor in flat if factor.shape.is_scalar)
    vectors = tuple(factor for factor in flat if not factor.shape.is_scalar and not is_all_ones(factor))
    if not vectors or len(vectors) == len(node.factors):
        return None
    whole = vectors[0] if len(vectors) == 1 else Hadamard(vectors)
    return Rewrite(times(*scalars, whole) if scalars else whole)


@rule(
    title="Sum of ones",
    statement="sum(ones(n)) = n",
    words="Adding up {ones} counts its entries: {count}.",
    source="Parr and Howard, section 4.4",
    examples=["sum(ones(n))", "sum(expand(z, n))"],
    leaves_alone=["sum(x) where x: n"],
    measure="reductions",
    phase="tidy",
)
def sum_of_ones(node: SumReduction, operand: Ones | Expand) -> Rewrite | None:
    """n ones add up to n, and n times the same scalar to n times that scalar."""
    count = size_value(operand.size)
    after = times(count, *operand.children)
    return Rewrite(after, {"ones": operand, "count": after})


@rule(
    title="Remove brackets between matrices",
    statement="W @ (X @ y) = W @ X @ y",
    words="Products of matrices may be worked out in any grouping: the brackets go.",
    shapes={"W": "m x k", "X": "k x n", "y": "n"},
    source=MATRICES,
    examples=["W @ (X @ y) where W: m x k, X: k x n, y: n"],
    leaves_alone=["W @ X @ y where W: m x k, X: k x n, y: n"],
    phase="tidy",
)
def associate(node: MatrixProduct) -> Rewrite | None:
    """(A B) C and A (B C) are equal."""
    if not has_child(node, MatrixProduct):
        return None
    return Rewrite(matrix_times(*node.factors))


ORDER = (
    zero_matrix,
    identity_factor,
    associate,
    scalars_to_front,
    simplify_transpose,
    expanded_factor,
    diagonal_factor,
    inner_product,
    multiply_listed,
    sum_of_ones,
)
"""The rules that tidy products of matrices, in the order in which they are tried."""
