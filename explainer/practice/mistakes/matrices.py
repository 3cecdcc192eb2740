"""Mistakes with matrices: order of factors, transposes, inverses, quadratic forms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from explainer.errors import ShapeError
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    Apply,
    Derivative,
    Dot,
    MatrixProduct,
    Negate,
    Product,
    Quotient,
    Sum,
    Transpose,
    Variable,
    number,
)
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.parts import with_one_held
from explainer.rules.build import matrix_times, times
from explainer.rules.table import apply_named

STUDENTS = "usual slips of students of matrix calculus"
TWO = number(2)


@mistake(
    title="The factors of a matrix product were exchanged",
    statement="A @ B = B @ A",
    words="in {0} the order counts: matrices do not commute.",
    source=STUDENTS,
    examples=["A @ B where A: n x n, B: n x n", "x' @ A @ B where x: n, A: n x n, B: n x n"],
)
def factors_exchanged(node: MatrixProduct) -> Iterator[Node]:
    """Two neighbours in the other order, or the first and the last; of a column times a row, b aᵀ for a bᵀ."""
    for factors in _in_another_order(node.factors):
        with suppress(ShapeError):  # others do not fit together in the other order
            made = matrix_times(*factors)
            if node.shape.is_scalar or not made.shape.is_scalar:
                yield made


def _in_another_order(factors: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    for k in range(len(factors) - 1):
        one, other = factors[k : k + 2]
        yield (*factors[:k], other, one, *factors[k + 2 :])
        if one.shape.is_vector and other.shape.is_row:
            yield (*factors[:k], Transpose(other), Transpose(one), *factors[k + 2 :])
    if len(factors) > 2:
        yield (factors[-1], *factors[1:-1], factors[0])


@mistake(
    title="A transpose is missing",
    statement="A' = A",
    words="{0} is not equal to its transpose.",
    source=STUDENTS,
    examples=["A' where A: n x n", "x' @ A' where x: n, A: n x n"],
)
def transpose_forgotten(node: Transpose) -> Iterator[Node]:
    """A square matrix without its transpose."""
    if node.operand.shape.is_matrix and node.operand.shape.rows == node.operand.shape.columns:
        yield node.operand


@mistake(
    title="One transpose too many",
    statement="A = A'",
    words="in {0} a factor was transposed that should not be.",
    source=STUDENTS,
    examples=["x' @ A where x: n, A: n x n"],
    says_little=True,
)
def transposed_factor(node: MatrixProduct | Sum) -> Iterator[Node]:
    """A square factor with a transpose that does not belong there; of a sum, in all its terms."""
    if isinstance(node, Sum):
        letters = [part for part in node.free if isinstance(part, Variable) and node.shape.is_matrix]
        for letter in sorted(letters, key=lambda part: part.name):
            if letter.shape.is_matrix and letter.shape.rows == letter.shape.columns:
                yield substitute(node, {letter: Transpose(letter)})
        return
    if node.shape.is_scalar:
        return  # a form of the problem: what is wrong is a transpose in its derivative
    for k, factor in enumerate(node.factors):
        if factor.shape.is_matrix and factor.shape.rows == factor.shape.columns and not isinstance(factor, Transpose):
            yield matrix_times(*node.factors[:k], Transpose(factor), *node.factors[k + 1 :])


@mistake(
    title="The transpose of a product reverses its order",
    statement="(A @ B)' = A' @ B'",
    words="in {0} the last factor comes first.",
    source=STUDENTS,
    examples=["(A @ B)' where A: n x n, B: n x n"],
)
def transposed_in_order(node: Transpose) -> Iterator[Node]:
    """The factors transposed where they stand."""
    if isinstance(node.operand, MatrixProduct):
        yield matrix_times(*(Transpose(factor) for factor in node.operand.factors))


@mistake(
    title="The inverse of a product reverses its order",
    statement="inv(A @ B) = inv(A) @ inv(B)",
    words="in {0} the last factor comes first.",
    source=STUDENTS,
    examples=["inv(A @ B) where A: n x n, B: n x n"],
)
def inverse_in_order(node: Apply) -> Iterator[Node]:
    """The factors inverted where they stand."""
    if node.operation.name == "inv" and isinstance(node.arguments[0], MatrixProduct):
        yield matrix_times(*(apply_named("inv", factor) for factor in node.arguments[0].factors))


@mistake(
    title="An inverse is not a power of a number",
    statement="d(inv(X)) = -(inv(X) @ inv(X) @ dX)",
    words="{0} stands on both sides of what changes.",
    source=STUDENTS,
    examples=["inv(X) @ A @ inv(X) where X: n x n, A: n x n"],
)
def inverse_as_scalar(node: MatrixProduct) -> Iterator[Node]:
    """Both inverses on one side."""
    factors = node.factors
    inverses = tuple(f for f in factors if isinstance(f, Apply) and f.operation.name == "inv")
    if len(inverses) == 2 and inverses[0] is inverses[1] and len(factors) > 2:
        others = tuple(factor for factor in factors if factor not in inverses)
        yield matrix_times(*inverses, *others)
        yield matrix_times(*others, *inverses)


@mistake(
    title="The matrix of a quadratic form need not be symmetric",
    statement="∂(x' @ A @ x)/∂(x) = 2 (x' @ A)",
    words="in {0} the matrix and its transpose are added; only for a symmetric one this is twice the matrix.",
    source=STUDENTS,
    examples=[
        "∂(x · (A @ x))/∂(x) where A: n x n, x: n",
        "∂(x' @ A @ x)/∂(x) where A: n x n, x: n",
        "∂(tr(X' @ A @ X))/∂(X) where A: n x n, X: n x n",
    ],
)
def form_taken_as_symmetric(node: Derivative | Sum) -> Iterator[Node]:
    """2 xᵀ A, or 2 xᵀ Aᵀ, where A is any matrix; the same in a trace; twice one of the terms that any form leaves."""
    if isinstance(node, Sum):
        first, last = node.terms[0], node.terms[-1]
        products = isinstance(first, MatrixProduct) and isinstance(last, MatrixProduct)
        if len(node.terms) == 2 and products and first.free == last.free:
            yield times(TWO, first)
            yield times(TWO, last)
        return
    for one, other in _sides_of_form(node):
        yield times(TWO, one)
        yield times(TWO, other)
    if isinstance(node.body, Apply) and node.body.operation.name == "tr":
        sides = tuple(with_one_held(node))
        yield from (times(TWO, side) for side in sides if len(sides) == 2)


@mistake(
    title="Only one side of a quadratic form was differentiated",
    statement="∂(tr(X' @ A @ X))/∂(X) = X' @ A",
    words="in {0} the variable stands on both sides: each of them gives a term.",
    source=STUDENTS,
    examples=["∂(tr(X' @ A @ X))/∂(X) where A: n x n, X: n x n", "∂(x' @ A @ x)/∂(x) where A: n x n, x: n"],
)
def one_side_of_form(node: Derivative) -> Iterator[Node]:
    """The other side held constant."""
    for sides in _sides_of_form(node):
        yield from sides
    if isinstance(node.body, Apply) and node.body.operation.name == "tr":
        yield from with_one_held(node)


def _sides_of_form(node: Derivative) -> Iterator[tuple[Node, Node]]:
    """What either side of a quadratic form contributes to its derivative."""
    body, x = node.body, node.wrt
    factors: tuple[Node, ...] = ()
    if isinstance(body, Apply) and body.operation.name == "tr":
        inside = body.arguments[0]
        whole = inside.factors if isinstance(inside, MatrixProduct) else ()
        if len(whole) > 2 and isinstance(whole[0], Transpose) and whole[0].operand is x:
            factors = whole[1:]
        elif len(whole) > 2 and whole[0] is x and isinstance(whole[-1], Transpose) and whole[-1].operand is x:
            middle = matrix_times(*whole[1:-1])  # tr(X A X') is tr(A X' X): the sides stand behind the matrix
            if not depends_on(middle, x):
                yield matrix_times(middle, Transpose(x)), matrix_times(Transpose(middle), Transpose(x))
            return
    elif isinstance(body, Dot):
        left, right = body.left, body.right
        if left is not x:
            left, right = right, left
        factors = right.factors if left is x and isinstance(right, MatrixProduct) else ()
    elif isinstance(body, MatrixProduct) and isinstance(body.factors[0], Transpose) and body.factors[0].operand is x:
        factors = body.factors[1:]
    if len(factors) > 1 and factors[-1] is x and not any(depends_on(factor, x) for factor in factors[:-1]):
        matrix = matrix_times(*factors[:-1])
        yield matrix_times(Transpose(x), matrix), matrix_times(Transpose(x), Transpose(matrix))


@mistake(
    title="A determinant does not add up like a trace",
    statement="∂(det(X))/∂(X) = inv(X)",
    words="in {0} the determinant itself stays as a factor.",
    source=STUDENTS,
    examples=["∂(det(X))/∂(X) where X: n x n"],
)
def determinant_as_scalar(node: Derivative) -> Iterator[Node]:
    """The determinant forgotten as a factor, or kept where its logarithm has taken it away."""
    body, x = node.body, node.wrt
    if isinstance(body, Apply) and body.operation.name == "det" and body.arguments[0] is x:
        yield apply_named("inv", x)
    if isinstance(body, Apply) and body.operation.name == "ln" and _is_determinant(body.arguments[0]):
        yield Quotient(node, body.arguments[0])


def _is_determinant(node: Node) -> bool:
    return isinstance(node, Apply) and node.operation.name == "det"


@determinant_as_scalar.in_part
def determinant_left_out(node: Product) -> Iterator[Node]:
    """A result without its factor det(X)."""
    kept = tuple(factor for factor in node.factors if not _is_determinant(factor))
    if not node.shape.is_scalar and 0 < len(kept) < len(node.factors):
        yield times(*kept)


@mistake(
    title="A sign is wrong",
    statement="d(inv(X)) = inv(X) @ dX @ inv(X)",
    words="{0} comes with a minus sign.",
    source=STUDENTS,
    says_little=True,
    examples=["-(inv(X) @ A @ inv(X)) where X: n x n, A: n x n", "-(x' @ A) where x: n, A: n x n"],
)
def sign_of_product_forgotten(node: Negate) -> Iterator[Node]:
    """A minus sign in front of a product of matrices lost."""
    if isinstance(node.operand, MatrixProduct):
        yield node.operand
