"""The numeric value of every kind of node, from the values of its parts; `explainer.expr.evaluate` does the rest.

One function per kind, each vectorised over samples and bound indices (see `explainer.expr.arrays`): a grid, an
indexed sum or a row is one array expression, never a loop. Nothing here knows a derivative; a derivative is asked
from the strategy that the evaluator was given.
To add a kind of node: one function here; tests/expr evaluates a specimen of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce, singledispatch
from typing import TYPE_CHECKING, Any

import numpy

from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.arrays import (
    Array,
    as_matrix,
    diagonal_matrix,
    expanded,
    from_matrix,
    joined,
    matrix_product,
    power,
    selected,
    stacked,
    with_index_axes,
)
from explainer.expr.called import called
from explainer.expr.node import Node
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.expr.evaluate import Evaluator, Scope

CONSTANTS = {"pi": numpy.asarray(numpy.pi), "e": numpy.asarray(numpy.e)}
CHUNK = 16
"""Sums and products with more parts are built from runs of this many, each kept: the next line reuses the others."""

RELATIONS: dict[str, Callable[..., Any]] = {
    "<": numpy.less,
    "<=": numpy.less_equal,
    ">": numpy.greater,
    ">=": numpy.greater_equal,
    "=": numpy.equal,
    "!=": numpy.not_equal,
}


@singledispatch
def compute(node: Node, evaluator: Evaluator, scope: Scope) -> Array:
    """The value of a node, its parts taken from the evaluator.

    Shapes: sample axes, one axis per index in `scope`, the node's own axes (see `explainer.expr.arrays`).

    Raises ExplainerError for a kind of node that has no value, or whose parts have none.
    """
    raise ExplainerError(phrase("there is no numeric value: this is {0}", called(node)))


def _own(node: Node) -> int:
    """The number of the value's own axes: 0 for a scalar, 1 for a vector, 2 for a matrix."""
    return len(node.shape.sizes)


def _fitted(part: Node, dimensions: int, evaluator: Evaluator, scope: Scope) -> Array:
    """The value of a part of an element-wise combination: scalars get axes to meet vectors and matrices."""
    array = evaluator.value(part, scope)
    return array if len(part.shape.sizes) == dimensions else expanded(array, dimensions)


def _combined(
    operator: Callable[..., Any], parts: tuple[Node, ...], dimensions: int, evaluator: Evaluator, scope: Scope
) -> Array:
    """Parts added or multiplied entry by entry; long ones in runs, whose values the evaluator keeps."""
    if len(parts) <= CHUNK:
        total = _fitted(parts[0], dimensions, evaluator, scope)
        for part in parts[1:]:
            total = operator(total, _fitted(part, dimensions, evaluator, scope))
        return total
    runs = [parts[k : k + CHUNK] for k in range(0, len(parts), CHUNK)]
    values = [
        evaluator.kept(
            (operator, run, scope, dimensions),
            lambda run=run: _combined(operator, run, dimensions, evaluator, scope),  # type: ignore[misc]
        )
        for run in runs
    ]
    return reduce(operator, values)


# --- atoms -----------------------------------------------------------------------------------------------------------


@compute.register(nodes.Number)
def _(node: nodes.Number, evaluator: Evaluator, scope: Scope) -> Array:
    try:
        value = float(node.value)
    except OverflowError:
        value = numpy.inf
    return with_index_axes(numpy.asarray(value), 0, len(scope))


@compute.register(nodes.Constant)
def _(node: nodes.Constant, evaluator: Evaluator, scope: Scope) -> Array:
    if node.name not in CONSTANTS:
        raise ExplainerError(phrase("the constant {0} has no known value", node.name))
    return with_index_axes(CONSTANTS[node.name], 0, len(scope))


@compute.register(nodes.SizeValue)
def _(node: nodes.SizeValue, evaluator: Evaluator, scope: Scope) -> Array:
    return with_index_axes(numpy.asarray(float(evaluator.size(node.name))), 0, len(scope))


@compute.register(nodes.Variable)
def _(node: nodes.Variable, evaluator: Evaluator, scope: Scope) -> Array:
    return evaluator.variable(node)


@compute.register(nodes.Index)
def _(node: nodes.Index, evaluator: Evaluator, scope: Scope) -> Array:
    position = evaluator.position(node, scope)
    numbers = numpy.arange(scope[position].first, evaluator.size(node.size) + 1, dtype=numpy.float64)
    return numbers.reshape((1,) * position + (numbers.size,) + (1,) * (len(scope) - position - 1))


@compute.register(nodes.Ones)
def _(node: nodes.Ones, evaluator: Evaluator, scope: Scope) -> Array:
    return with_index_axes(numpy.ones(evaluator.size(node.size)), 1, len(scope))


@compute.register(nodes.Zeros)
def _(node: nodes.Zeros, evaluator: Evaluator, scope: Scope) -> Array:
    return with_index_axes(numpy.zeros(evaluator.sizes(node.shape)), _own(node), len(scope))


@compute.register(nodes.Identity)
def _(node: nodes.Identity, evaluator: Evaluator, scope: Scope) -> Array:
    return with_index_axes(numpy.eye(evaluator.size(node.size)), 2, len(scope))


@compute.register(nodes.Commutation)
def _(node: nodes.Commutation, evaluator: Evaluator, scope: Scope) -> Array:
    rows, columns = evaluator.size(node.rows), evaluator.size(node.columns)
    # Entry k of vec(X') is the entry of X at the place that k has when the rows are counted first.
    places = numpy.arange(rows * columns).reshape(columns, rows).T.reshape(-1)
    return with_index_axes(numpy.eye(rows * columns)[places], 2, len(scope))


@compute.register(nodes.Otherwise)
def _(node: nodes.Otherwise, evaluator: Evaluator, scope: Scope) -> Array:
    return with_index_axes(numpy.asarray(1.0), 0, len(scope))


# --- parts of vectors and matrices -----------------------------------------------------------------------------------


def entries_at(array: Array, dimensions: int, places: Iterable[tuple[int, Node]], at: tuple[Evaluator, Scope]) -> Array:
    """The entries of a value at index nodes, given as (own axis counted from the right, index); rightmost axis first.

    Raises ExplainerError when an index is not bound, is no whole number, or lies outside.
    """
    evaluator, scope = at
    for axis, index in places:
        size = array.shape[axis]
        if isinstance(index, nodes.Index):
            position = evaluator.position(index, scope)
            first = scope[position].first
            if first < 1:
                raise ExplainerError(phrase("there is no entry {0}: the index {1} starts too low", first, index.name))
            if first > 1:
                array = array[(..., slice(first - 1, None)) + (slice(None),) * (-1 - axis)]
            array = selected(array, axis, -(dimensions + len(scope) - position))
        else:
            array = numpy.take(array, _whole(index, size) - 1, axis=axis)
        dimensions -= 1
    return array


def _whole(index: Node, size: int) -> int:
    if not isinstance(index, nodes.Number) or index.value.denominator != 1:
        raise ExplainerError("an entry is picked by an index or a whole number")
    if not 1 <= index.value <= size:
        raise ExplainerError(phrase("there is no entry {0}: the size is {1}", index.value, size))
    return int(index.value)


@compute.register(nodes.Entry)
def _(node: nodes.Entry, evaluator: Evaluator, scope: Scope) -> Array:
    places = [(-1, index) for index in reversed(node.indices)]
    return entries_at(evaluator.value(node.base, scope), len(places), places, (evaluator, scope))


@compute.register(nodes.MatrixRow)
def _(node: nodes.MatrixRow, evaluator: Evaluator, scope: Scope) -> Array:
    return entries_at(evaluator.value(node.base, scope), 2, [(-2, node.index)], (evaluator, scope))


@compute.register(nodes.Delta)
def _(node: nodes.Delta, evaluator: Evaluator, scope: Scope) -> Array:
    return numpy.equal(evaluator.value(node.left, scope), evaluator.value(node.right, scope)).astype(float)


# --- arithmetic ------------------------------------------------------------------------------------------------------


@compute.register(nodes.Sum)
def _(node: nodes.Sum, evaluator: Evaluator, scope: Scope) -> Array:
    return _combined(numpy.add, node.terms, _own(node), evaluator, scope)


@compute.register(nodes.Negate)
def _(node: nodes.Negate, evaluator: Evaluator, scope: Scope) -> Array:
    return numpy.negative(evaluator.value(node.operand, scope))


@compute.register(nodes.Product)
@compute.register(nodes.Hadamard)
def _(node: nodes.Product | nodes.Hadamard, evaluator: Evaluator, scope: Scope) -> Array:
    return _combined(numpy.multiply, node.factors, _own(node), evaluator, scope)


@compute.register(nodes.Quotient)
@compute.register(nodes.HadamardQuotient)
def _(node: nodes.Quotient | nodes.HadamardQuotient, evaluator: Evaluator, scope: Scope) -> Array:
    dimensions = _own(node)
    numerator = _fitted(node.numerator, dimensions, evaluator, scope)
    return numpy.true_divide(numerator, _fitted(node.denominator, dimensions, evaluator, scope))


@compute.register(nodes.Power)
def _(node: nodes.Power, evaluator: Evaluator, scope: Scope) -> Array:
    dimensions = _own(node)
    base = _fitted(node.base, dimensions, evaluator, scope)
    if node.exponent is nodes.TWO:
        return numpy.multiply(base, base)
    return power(base, _fitted(node.exponent, dimensions, evaluator, scope))


@compute.register(nodes.Apply)
def _(node: nodes.Apply, evaluator: Evaluator, scope: Scope) -> Array:
    operation = node.operation
    if operation.elementwise:
        dimensions = _own(node)
        arguments = [_fitted(argument, dimensions, evaluator, scope) for argument in node.arguments]
    else:
        arguments = [evaluator.value(argument, scope) for argument in node.arguments]
    return applied(node, numpy, arguments)


def applied(node: nodes.Apply, arithmetic: Any, arguments: list[Array]) -> Array:
    """The value of a function of the table at arguments that have their own axes."""
    operation = node.operation
    if not operation.as_matrices:
        return numpy.asarray(operation.value(arithmetic, *arguments))
    matrices = [as_matrix(array, _own(argument)) for array, argument in zip(arguments, node.arguments, strict=True)]
    return from_matrix(numpy.asarray(operation.value(arithmetic, *matrices)), _own(node))


@compute.register(nodes.FunctionCall)
def _(node: nodes.FunctionCall, evaluator: Evaluator, scope: Scope) -> Array:
    arguments = [evaluator.value(argument, scope) for argument in node.arguments]
    return evaluator.source.call(node, arguments, _places(node, evaluator, scope))


def _places(node: nodes.FunctionCall, evaluator: Evaluator, scope: Scope) -> tuple[Array, ...]:
    """Which entries of an element-wise function are computed: one array for each of their indices, counted from 1."""
    if node.is_operator or not node.elementwise:
        return ()
    if node.indices:
        return tuple(evaluator.value(index, scope) for index in node.indices)
    sizes = evaluator.sizes(node.shape)
    return tuple(numpy.arange(1.0, size + 1.0).reshape((size,) + (1,) * k) for k, size in enumerate(reversed(sizes)))[
        ::-1
    ]


# --- vectors and matrices --------------------------------------------------------------------------------------------


@compute.register(nodes.Expand)
def _(node: nodes.Expand, evaluator: Evaluator, scope: Scope) -> Array:
    array = evaluator.value(node.operand, scope)
    return numpy.broadcast_to(array[..., None], (*array.shape, evaluator.size(node.size)))


@compute.register(nodes.Dot)
def _(node: nodes.Dot, evaluator: Evaluator, scope: Scope) -> Array:
    product = numpy.multiply(evaluator.value(node.left, scope), evaluator.value(node.right, scope))
    return numpy.asarray(product.sum(axis=-1))


@compute.register(nodes.MatrixProduct)
def _(node: nodes.MatrixProduct, evaluator: Evaluator, scope: Scope) -> Array:
    matrices = [as_matrix(evaluator.value(factor, scope), _own(factor)) for factor in node.factors]
    return from_matrix(reduce(matrix_product, matrices), _own(node))


@compute.register(nodes.Transpose)
def _(node: nodes.Transpose, evaluator: Evaluator, scope: Scope) -> Array:
    matrix = as_matrix(evaluator.value(node.operand, scope), _own(node.operand))
    return from_matrix(numpy.swapaxes(matrix, -1, -2), _own(node))


@compute.register(nodes.Diag)
def _(node: nodes.Diag, evaluator: Evaluator, scope: Scope) -> Array:
    return diagonal_matrix(evaluator.value(node.operand, scope))


@compute.register(nodes.SumReduction)
def _(node: nodes.SumReduction, evaluator: Evaluator, scope: Scope) -> Array:
    own_axes = tuple(range(-_own(node.operand), 0))
    return numpy.asarray(evaluator.value(node.operand, scope).sum(axis=own_axes))


@compute.register(nodes.IndexedSum)
def _(node: nodes.IndexedSum, evaluator: Evaluator, scope: Scope) -> Array:
    array = evaluator.value(node.body, evaluator.bound(scope, node.index, node.lower))
    axis = -1 - _own(node)
    count = max(0, evaluator.size(node.index.size) - node.lower + 1)
    total = array.sum(axis=axis)
    # Where the body does not depend on the index its axis has size 1, and one term stands for all of them.
    return numpy.asarray(total if array.shape[axis] == count else total * count)


@compute.register(nodes.Vector)
def _(node: nodes.Vector, evaluator: Evaluator, scope: Scope) -> Array:
    return stacked([evaluator.value(entry, scope) for entry in node.entries])


@compute.register(nodes.VariableTuple)
def _(node: nodes.VariableTuple, evaluator: Evaluator, scope: Scope) -> Array:
    if node.holds_matrices:
        return evaluator.value(node.variables[0], scope)
    if not node.holds_vectors:
        return stacked([evaluator.value(variable, scope) for variable in node.variables])
    return joined([as_matrix(evaluator.value(v, scope), _own(v))[..., 0] for v in node.variables], -1)


@compute.register(nodes.Blocks)
def _(node: nodes.Blocks, evaluator: Evaluator, scope: Scope) -> Array:
    rows = [joined([as_matrix(evaluator.value(block, scope), _own(block)) for block in row], -1) for row in node.rows]
    return from_matrix(joined(rows, -2), _own(node))


@compute.register(nodes.Matrix)
def _(node: nodes.Matrix, evaluator: Evaluator, scope: Scope) -> Array:
    flat = stacked([evaluator.value(entry, scope) for row in node.rows for entry in row])
    return flat.reshape((*flat.shape[:-1], len(node.rows), len(node.rows[0])))


@compute.register(nodes.Stack)
def _(node: nodes.Stack, evaluator: Evaluator, scope: Scope) -> Array:
    rows = [evaluator.value(row, scope) for row in node.rows]
    if node.shape.is_vector:
        return stacked(rows)
    return numpy.swapaxes(stacked([row[..., 0, :] for row in rows]), -1, -2)


# --- indexed forms ---------------------------------------------------------------------------------------------------


def _formed(body: Node, indices: tuple[nodes.Index, ...], evaluator: Evaluator, scope: Scope) -> Array:
    """The body with the given indices bound: their axes become own axes, at full size."""
    inner = scope
    for index in indices:
        inner = evaluator.bound(inner, index, 1)
    array = evaluator.value(body, inner)
    sizes = tuple(evaluator.size(index.size) for index in indices)
    return numpy.broadcast_to(array, array.shape[: array.ndim - len(sizes)] + sizes)


@compute.register(nodes.Grid)
def _(node: nodes.Grid, evaluator: Evaluator, scope: Scope) -> Array:
    return _formed(node.body, (node.row, node.column), evaluator, scope)


@compute.register(nodes.Entries)
def _(node: nodes.Entries, evaluator: Evaluator, scope: Scope) -> Array:
    return _formed(node.body, node.indices, evaluator, scope)


@compute.register(nodes.ColumnForm)
def _(node: nodes.ColumnForm, evaluator: Evaluator, scope: Scope) -> Array:
    return _formed(node.body, (node.index,), evaluator, scope)


@compute.register(nodes.RowForm)
def _(node: nodes.RowForm, evaluator: Evaluator, scope: Scope) -> Array:
    return _formed(node.body, (node.index,), evaluator, scope)[..., None, :]


@compute.register(nodes.DiagonalForm)
def _(node: nodes.DiagonalForm, evaluator: Evaluator, scope: Scope) -> Array:
    return diagonal_matrix(_formed(node.body, (node.index,), evaluator, scope))


# --- conditions ------------------------------------------------------------------------------------------------------


@compute.register(nodes.Comparison)
def _(node: nodes.Comparison, evaluator: Evaluator, scope: Scope) -> Array:
    dimensions = _own(node)
    left = _fitted(node.left, dimensions, evaluator, scope)
    right = _fitted(node.right, dimensions, evaluator, scope)
    return numpy.asarray(RELATIONS[node.relation](left.real, right.real)).astype(float)


@compute.register(nodes.And)
def _(node: nodes.And, evaluator: Evaluator, scope: Scope) -> Array:
    dimensions = _own(node)
    holds = [_fitted(condition, dimensions, evaluator, scope) != 0 for condition in node.conditions]
    return numpy.asarray(reduce(numpy.logical_and, holds)).astype(float)


@compute.register(nodes.Cases)
def _(node: nodes.Cases, evaluator: Evaluator, scope: Scope) -> Array:
    # From the last case to the first, so that the first condition that holds decides; none is no value.
    dimensions = _own(node)
    result: Array = numpy.asarray(numpy.nan)
    for value, condition in zip(reversed(node.values), reversed(node.conditions), strict=True):
        holds = _fitted(condition, dimensions, evaluator, scope) != 0
        result = numpy.where(holds, _fitted(value, dimensions, evaluator, scope), result)
    return numpy.asarray(result)


# --- derivatives and the programs of intermediate variables ----------------------------------------------------------


@compute.register(nodes.Derivative)
@compute.register(nodes.Differential)
def _(node: nodes.Derivative | nodes.Differential, evaluator: Evaluator, scope: Scope) -> Array:
    if evaluator.differentiate is None:
        shown = node.text()
        raise UnsupportedError(
            phrase("{0} is a derivative that has not been carried out", shown)
            if isinstance(node, nodes.Derivative)
            else phrase("{0} is a differential, which has a value only along a change of the variable", shown),
            subexpression=shown,
            reason="a value needs the finished derivative",
            hint="Differentiate it first and evaluate the result.",
        )
    return evaluator.differentiate(node, evaluator, scope)


@compute.register(nodes.Equation)
def _(node: nodes.Equation, evaluator: Evaluator, scope: Scope) -> Array:
    return evaluator.value(node.right, scope)


@compute.register(nodes.Where)
def _(node: nodes.Where, evaluator: Evaluator, scope: Scope) -> Array:
    return evaluator.where(node.definitions, scope).value(node.body, scope)
