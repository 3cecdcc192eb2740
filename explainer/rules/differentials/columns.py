"""Values of more than two directions by their columns: vec(A dX B) = (B′ ⊠ A) vec(dX)."""

from __future__ import annotations

from explainer.expr.kinds import not_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Commutation,
    Diag,
    Differential,
    Hadamard,
    Identity,
    IndexedSum,
    MatrixProduct,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    Transpose,
)
from explainer.expr.shape import Size, multiply_sizes
from explainer.rules.build import (
    called,
    join_scalars,
    matrix_times,
    split_scalars,
    under_sign,
)
from explainer.rules.differentials.parts import changes, changing
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import turned
from explainer.rules.vector.matrix_powers import sums_powers
from explainer.threads import recent

FAMILY = "Columns of matrices"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, chapter 2"


def is_vec(node: Node) -> bool:
    return called(node, "vec") is not None


def vec(node: Node) -> Node:
    """The columns of a matrix below each other; a vector as it is."""
    return apply_named("vec", node) if node.shape.is_matrix else node


def kronecker(left: Node, right: Node) -> Node:
    """The Kronecker product; of two identities one identity, and with the number 1 what stands beside it."""
    match left, right:
        case (Identity(1), other) | (other, Identity(1)):
            return other
        case Identity(height), Identity(width):
            return Identity(multiply_sizes(height, width))
    return apply_named("kron", left, right)


def commutation(rows: Size, columns: Size) -> Node:
    """What brings the entries of a matrix into the order of its transpose: of a row or a column they are in it."""
    return Identity(multiply_sizes(rows, columns)) if 1 in (rows, columns) else Commutation(rows, columns)


@rule(
    functions=("vec",),
    title="Columns of a sum",
    statement="vec(A + B) = vec(A) + vec(B)",
    words="Stacking the columns of a matrix is linear.",
    shapes={"A": "m x n", "B": "m x n"},
    source=BOOK,
    examples=["vec(differential(X) @ A + X @ differential(X)) where X: n x n, A: n x n",
              "vec(-(A @ differential(X))) where A: m x k, X: k x n",
              "vec(3 (A @ differential(X))) where A: m x k, X: k x n"],
    leaves_alone=["vec(A + B) where A: m x n, B: m x n", "vec(A @ differential(X)) where A: m x k, X: k x n"],
    measure="what stands in columns",
    phase="combine",
)  # fmt: skip
def vec_linear(node: Apply, argument: Node) -> Rewrite | None:
    """Sums and multiples of matrices are taken entry by entry, in whatever order the entries stand."""
    if not changes(node):
        return None
    match argument:
        case Sum(terms) if any(term.shape != argument.shape for term in terms):
            return None
        case Sum(terms):
            return Rewrite(Sum(tuple(under_sign(vec, term) for term in terms)))
        case IndexedSum(index, body, lower) if sums_powers(argument):
            return Rewrite(IndexedSum(index, vec(body), lower))
    sign, above, below, rest = split_scalars(argument)
    if rest is argument or any(map(changes, (*above, *below))):
        return None
    return Rewrite(join_scalars(sign, above, below, vec(rest)))


@rule(
    functions=("vec",),
    title="Columns of a product",
    statement="vec(A @ F @ B) = kron(B', A) @ vec(F)",
    words="Column j of the product is {A} times a combination of the columns of {F}, with the entries of column j of "
    "{B}: the Kronecker product holds all of these.",
    shapes={"A": "m x k", "F": "k x l", "B": "l x n"},
    source=BOOK,
    examples=["vec(A @ differential(X) @ B) where A: m x k, X: k x l, B: l x n",
              "vec(differential(X) @ B) where X: k x l, B: l x n", "vec(A @ differential(X)) where A: m x k, X: k x l",
              "vec(X @ differential(X) @ X @ B) where X: n x n, B: n x m"],
    leaves_alone=["vec(A @ X @ B) where A: m x k, X: k x l, B: l x n", "vec(differential(X)) where X: k x l"],
    measure="what stands in columns",
    phase="combine",
)  # fmt: skip
def vec_of_product(node: Apply, argument: MatrixProduct) -> Rewrite | None:
    """Entry (i, j) of the product is the sum of A_ik F_kl B_lj over k and l: each entry of F is multiplied by an entry
    of A and one of B.
    """
    place = changing(argument.factors)
    if place is None or not argument.factors[place].shape.is_matrix:
        return None
    left, moving, right = around(argument, place)
    return Rewrite(MatrixProduct((kronecker(turned(right), left), vec(moving))), {"A": left, "F": moving, "B": right})


@rule(
    title="A change times a vector",
    statement="F @ b = kron(b', identity(m)) @ vec(F)",
    words="{F} times {b} adds the columns of {F} with the entries of {b}.",
    shapes={"F": "m x n", "b": "n"},
    source=BOOK,
    examples=["differential(X) @ b where X: m x n, b: n", "A @ differential(X) @ b where A: k x m, X: m x n, b: n"],
    leaves_alone=["A @ b where A: m x n, b: n", "A @ differential(x) where A: m x n, x: n"],
    measure="changes beside vectors",
    phase="combine",
)
def product_as_columns(node: MatrixProduct) -> Rewrite | None:
    """It is the rule for the columns of a product with one column."""
    place = changing(node.factors) if node.shape.is_vector else None
    if place is None:
        return None
    left, moving, right = around(node, place)
    if not isinstance(moving, Differential) or not moving.shape.is_matrix or not right.shape.is_vector:
        return None
    after = MatrixProduct((apply_named("kron", Transpose(right), left), vec(moving)))
    return Rewrite(after, {"F": moving, "b": right})


def around(product: MatrixProduct, place: int) -> tuple[Node, Node, Node]:
    """What stands before and behind the factor that changes, an identity for nothing."""
    before, moving, behind = product.factors[:place], product.factors[place], product.factors[place + 1 :]
    left = matrix_times(*before) if before else Identity(moving.shape.rows)
    right = matrix_times(*behind) if behind else Identity(moving.shape.columns)
    return left, moving, right


@rule(
    functions=("vec",),
    title="Columns of a transpose",
    statement="vec(F') = commutation(m, n) @ vec(F)",
    words="The transpose has the same entries in another order: {K} brings them there.",
    shapes={"F": "m x n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 3.7",
    examples=["vec(differential(X)') where X: m x n"],
    leaves_alone=["vec(X') where X: m x n", "vec(differential(X)) where X: m x n"],
    measure="what stands in columns",
    phase="combine",
)
def vec_of_transpose(node: Apply, argument: Transpose) -> Rewrite | None:
    """The commutation matrix has a single 1 in every row and column."""
    inner = argument.operand
    if not inner.shape.is_matrix or not changes(inner):
        return None
    matrix = Commutation(inner.shape.rows, inner.shape.columns)
    return Rewrite(MatrixProduct((matrix, vec(inner))), {"F": inner, "K": matrix})


@rule(
    functions=("vec",),
    title="Columns of an element-wise product",
    statement="vec(A ⊗ F) = diag(vec(A)) @ vec(F)",
    words="Every entry of {F} is multiplied by one entry of {A}: by a diagonal matrix.",
    shapes={"F": "m x n", "A": "m x n"},
    source=BOOK,
    examples=["vec(A ⊗ differential(X)) where A: m x n, X: m x n"],
    leaves_alone=["vec(A ⊗ B) where A: m x n, B: m x n"],
    measure="what stands in columns",
    phase="combine",
)
def vec_of_hadamard(node: Apply, argument: Hadamard) -> Rewrite | None:
    """On the diagonal stand the entries of the other factor, column by column."""
    place = changing(argument.factors)
    if place is None or any(factor.shape != argument.shape for factor in argument.factors):
        return None
    held, moving = held_factors(argument, place), argument.factors[place]
    return Rewrite(MatrixProduct((Diag(vec(held)), vec(moving))), {"F": moving, "A": held})


def before_kronecker(one: Node, other: Node) -> tuple[Node, ...]:
    """What stands before the columns of the factor of a Kronecker product that changes; an identity is left out."""
    (m, n), (p, q) = (one.shape.rows, one.shape.columns), (other.shape.rows, other.shape.columns)
    # vec(A ⊠ B) is made of vec(A) ⊠ vec(B) by bringing rows and columns together.
    middle = kronecker(kronecker(Identity(n), commutation(q, m)), Identity(p))
    if changes(other):
        return _but_identities(middle, kronecker(_column(one), Identity(multiply_sizes(p, q))))
    return _but_identities(middle, kronecker(Identity(multiply_sizes(m, n)), _column(other)))


def _column(node: Node) -> Node:
    """The columns of a constant below each other: of a row that is the column."""
    return turned(node) if node.shape.is_row else vec(node)


def _but_identities(*factors: Node) -> tuple[Node, ...]:
    return not_of_kind(factors, Identity)


def before_diagonal(size: Size) -> tuple[Node, Node]:
    """What makes the columns of diag(v) of v."""
    return Diag(vec(Identity(size))), kronecker(Ones(size), Identity(size))


def picked_diagonal(size: Size) -> tuple[Node, Node]:
    """What makes the diagonal of the columns of a matrix: the diagonal of M is (M ⊗ I) 1."""
    return kronecker(Transpose(Ones(size)), Identity(size)), Diag(vec(Identity(size)))


def held_factors(node: Hadamard, place: int) -> Node:
    others = tuple(factor for k, factor in enumerate(node.factors) if k != place)
    return others[0] if len(others) == 1 else Hadamard(others)


@recent(4096)
def uncolumned(node: Node) -> Node | None:
    """The matrix whose columns a vector is made of: that of vec(A) - 2 vec(B) is A - 2 B.

    Asked once of a part that stands in many places.
    """
    if is_vec(node):
        inside: Node = node.children[0]
        return inside
    match node:
        case Sum(terms):
            parts = [uncolumned(term) for term in terms]
            whole = tuple(part for part in parts if part is not None)
            return Sum(whole) if len(whole) == len(parts) and len({part.shape for part in whole}) == 1 else None
        case Negate() | Product() | Quotient():
            sign, above, below, rest = split_scalars(node)
            inside_of = None if rest is node else uncolumned(rest)
            return None if inside_of is None else join_scalars(sign, above, below, inside_of)
        case Apply(operation, arguments) if operation.elementwise:
            parts = [argument if argument.shape.is_scalar else uncolumned(argument) for argument in arguments]
            found = tuple(part for part in parts if part is not None)
            return Apply(operation, found) if len(found) == len(parts) else None
        case Hadamard(factors):
            parts = [uncolumned(factor) for factor in factors]
            found = tuple(part for part in parts if part is not None)
            return Hadamard(found) if len(found) == len(parts) else None
        case Power(base, exponent) if exponent.shape.is_scalar:
            whole_base = uncolumned(base)
            return None if whole_base is None else Power(whole_base, exponent)
    return None
