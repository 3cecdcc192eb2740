"""Numbers made of all entries of a value: norms, means, variances, lengths; and what bars mean, by the shape inside."""

from __future__ import annotations

from fractions import Fraction

from explainer.errors import ShapeError, UnsupportedError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    MatrixProduct,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    size_value,
)
from explainer.expr.shape import Shape
from explainer.language.building.builder import Builder
from explainer.language.building.by_entries import sum_of_entries
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def bars(builder: Builder, node: Syntax) -> Node:
    """|x|: the absolute value of a scalar, the norm of a vector, the determinant of a square matrix."""
    operand: Node = node.parts[0].node
    if operand.shape.is_matrix and not operand.shape.is_row:
        if operand.shape.rows != operand.shape.columns:
            raise ShapeError(
                phrase("|…| of a matrix that is not square ({0}) has several meanings", operand.shape.display()),
                shapes=(str(operand.shape),),
                hint="Write norm(X) for the root of the sum of squares, abs(X) for the absolute values.",
            )
        builder.note(phrase("|{0}| is read as the determinant, as {0} is a matrix.", operand.text()))
        return applied("det", operand)
    return applied("abs" if operand.shape.is_scalar else "norm", operand)


def applied(name: str, *operands: Node) -> Node:
    """A function of the operations table."""
    from explainer.operations import find

    operation = find(name)
    assert operation is not None
    return Apply(operation, operands)


def norm(builder: Builder, node: Syntax) -> Node:
    """The absolute value of a scalar, the length of a vector, the Frobenius norm of a matrix."""
    operand: Node = node.parts[0].node
    if operand.shape.is_scalar:
        return applied("abs", operand)
    return applied("norm" if operand.shape.is_vector else "frobenius_norm", operand)


def norm_p(builder: Builder, node: Syntax) -> Node:
    """norm(x, p): the p-th root of the sum of the p-th powers; 1 and 2 have functions of their own.

    With a matrix in the place of the order it is the norm with these weights, √(x' A x).
    """
    operand, order = (part.node for part in node.parts)
    if order.shape.is_matrix:
        return _weighted_norm(builder, operand, order)
    if operand.shape.is_scalar:
        return applied("abs", operand)
    value = order.value if isinstance(order, Number) else None
    if value == 2 and operand.shape.is_vector:
        return applied("norm", operand)
    if not operand.shape.is_vector:
        raise UnsupportedError(
            phrase("the norm of order {0} of a matrix ({1}) is not read", order.text(), operand.shape.display()),
            subexpression=builder.text[node.start : node.end],
            reason="the largest singular value is not part of the program"
            if value == 2
            else "it can be a norm of the entries or of the map",
            hint="Write norm(X) or norm_F(X) for the Frobenius norm, sum(abs(X)) for the sum of the absolute values.",
        )
    if value == 1:
        return applied("norm1", operand)
    total = SumReduction(Power(applied("abs", operand), order))
    return Power(total, Quotient(Number(Fraction(1)), order))


def _weighted_norm(builder: Builder, operand: Node, weights: Node) -> Node:
    size = operand.shape.rows
    if not operand.shape.is_vector or weights.shape != Shape((size, size)):
        raise ShapeError(
            phrase(
                "‖{0}‖ with the weights {1}: the shapes are {2} and {3}",
                operand.text(),
                weights.text(),
                operand.shape.display(),
                weights.shape.display(),
            ),
            shapes=(str(operand.shape), str(weights.shape)),
            hint="A norm with weights is that of a vector, by a square matrix with a row for each of its entries.",
        )
    builder.note(phrase("‖{0}‖ with the weights {1} is read as √({0}ᵀ {1} {0}).", operand.text(), weights.text()))
    return applied("sqrt", MatrixProduct((Transpose(operand), weights, operand)))


def mean(builder: Builder, node: Syntax) -> Node:
    """mean(x); of a matrix, over all its entries, as (1/(m n)) sum(X)."""
    operand: Node = node.parts[0].node
    if operand.shape.is_scalar:
        raise _no_entries("mean", operand)
    return mean_of(operand)


def _no_entries(name: str, operand: Node) -> ShapeError:
    return ShapeError(
        phrase("{0} takes a vector or a matrix, and {1} is a scalar", name, operand.text()),
        shapes=("scalar",),
        hint="Give the shapes of its names, such as … where x: n.",
    )


def mean_of(operand: Node) -> Node:
    total = sum_of_entries(operand)
    if total is not None:
        return Product((Quotient(Number(Fraction(1)), _number_of_entries(operand.shape)), total))
    if operand.shape.is_vector:
        return applied("mean", operand)
    return Product((Quotient(Number(Fraction(1)), _number_of_entries(operand.shape)), SumReduction(operand)))


def _number_of_entries(shape: Shape) -> Node:
    sizes = tuple(size_value(size) for size in shape.sizes if size != 1) or (Number(Fraction(1)),)
    return sizes[0] if len(sizes) == 1 else Product(sizes)


def spread(builder: Builder, node: Syntax) -> Node:
    """var(x), the mean squared distance from the mean, and std(x), its root."""
    operand: Node = node.parts[0].node
    root, less = node.value
    if operand.shape.is_vector and not less:
        return applied("std" if root else "var", operand)
    if operand.shape.is_scalar:
        raise _no_entries("std" if root else "var", operand)
    squares = Power(Sum((operand, Negate(mean_of(operand)))), Number(Fraction(2)))
    count = _number_of_entries(operand.shape)
    variance = mean_of(squares)
    if less:
        one_less = Sum((count, Negate(Number(Fraction(less)))))
        variance = Product((Quotient(Number(Fraction(1)), one_less), SumReduction(squares)))
    return applied("sqrt", variance) if root else variance


def length(builder: Builder, node: Syntax) -> Node:
    """len(x), the number of rows, and size(X), that of all entries."""
    operand: Node = node.parts[0].node
    if operand.shape.is_scalar:
        raise _no_entries("size" if node.value else "len", operand)
    return _number_of_entries(operand.shape) if node.value else size_value(operand.shape.rows)
