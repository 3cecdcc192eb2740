"""Work on the axes of the arrays that stand for values.

The axes of an array are, from left to right: any number of axes for samples, one axis for each bound index in scope
(of size 1 where the value does not depend on the index), and the value's own axes: none for a scalar, one for a
vector, two for a matrix. Axes are always counted from the right, because a value that is the same for all samples
may lack the axes of the samples.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]


def expanded(array: Array, dimensions: int) -> Array:
    """A scalar's array with own axes of size 1 added, so that it meets vectors and matrices entry by entry."""
    return array.reshape(array.shape + (1,) * dimensions) if dimensions else array


def with_index_axes(array: Array, dimensions: int, count: int) -> Array:
    """An array with `count` index axes of size 1 put before its own `dimensions` axes."""
    cut = array.ndim - dimensions
    return array.reshape(array.shape[:cut] + (1,) * count + array.shape[cut:])


def with_leading_axes(array: Array, total: int) -> Array:
    """An array with axes of size 1 put first until it has `total` axes."""
    return array.reshape((1,) * (total - array.ndim) + array.shape)


def as_matrix(array: Array, dimensions: int) -> Array:
    """A scalar as 1×1, a vector as a column, a matrix as it is."""
    return array.reshape(array.shape + (1,) * (2 - dimensions))


def from_matrix(array: Array, dimensions: int) -> Array:
    """The other way round: 1×1 as a scalar, one row or one column as a vector, a matrix as it is."""
    if dimensions == 2:
        return array
    if dimensions == 0:
        return array[..., 0, 0]
    return array[..., 0] if array.shape[-1] == 1 else array[..., 0, :]


def stacked(arrays: Sequence[Array]) -> Array:
    """Arrays side by side along a new last axis, after they were made equal in shape."""
    shape = numpy.broadcast_shapes(*(array.shape for array in arrays))
    result = numpy.empty((*shape, len(arrays)), dtype=numpy.result_type(*arrays))
    for k, array in enumerate(arrays):
        result[..., k] = array
    return result


def joined(arrays: Sequence[Array], axis: int) -> Array:
    """Arrays put together along one of their last axes, after the axes before were made equal."""
    own = -axis
    lead = numpy.broadcast_shapes(*(array.shape[: array.ndim - own] for array in arrays))
    return numpy.concatenate([numpy.broadcast_to(a, lead + a.shape[a.ndim - own :]) for a in arrays], axis=axis)


def power(base: Array, exponent: Array) -> Array:
    """Powers, which for a complex base left of zero exist for whole exponents only, as they do for a real one.

    The sign is taken out first: the logarithm of a number beside the negative axis would turn the angle π, which has
    no exact value, by the exponent, and so lose a small imaginary part.
    """
    if not numpy.iscomplexobj(base):
        return numpy.asarray(numpy.power(base, exponent))
    left = base.real < 0.0
    if not left.any():
        return numpy.asarray(numpy.power(base, exponent))
    whole = (exponent.imag == 0.0) & (exponent.real == numpy.round(exponent.real))
    sign = numpy.where(whole, numpy.where(exponent.real % 2.0 == 0.0, 1.0, -1.0), numpy.nan)
    return numpy.asarray(numpy.power(numpy.where(left, -base, base), exponent) * numpy.where(left, sign, 1.0))


def diagonal_matrix(array: Array) -> Array:
    """The matrices with the given vectors on their diagonals; written in place, since 0 · ∞ is not 0."""
    size = array.shape[-1]
    result = numpy.zeros((*array.shape, size), dtype=array.dtype)
    places = numpy.arange(size)
    result[..., places, places] = array
    return result


def selected(array: Array, axis: int, index_axis: int) -> Array:
    """The entries along `axis` that belong to the positions along `index_axis`; `axis` disappears.

    Both axes are negative numbers with `index_axis` < `axis`. Where the value does not depend on the index yet
    (size 1), the axis takes the place of the index axis; else the two run together, as in a diagonal.
    """
    if array.shape[index_axis] == 1:
        return numpy.squeeze(numpy.swapaxes(array, axis, index_axis), axis=axis)
    together = numpy.diagonal(array, axis1=index_axis, axis2=axis)
    return numpy.moveaxis(together, -1, index_axis + 1)


LARGE = 1_000_000
"""With so many entries in both factors together it pays to look at which of them varies."""


def matrix_product(left: Array, right: Array) -> Array:
    """The product of matrices on the last two axes, the axes before them side by side as NumPy has it.

    Of large matrices the one that does not vary along the first axes is read once and not again for every place there.
    """
    if left.size + right.size < LARGE or left.dtype == object or right.dtype == object:
        return numpy.asarray(numpy.matmul(left, right))
    axes = max(left.ndim, right.ndim)
    left, right = with_leading_axes(left, axes), with_leading_axes(right, axes)
    if _fixed_axes(left, right):
        return _with_one_left(left, right, _fixed_axes(left, right))
    if _fixed_axes(right, left):
        turned = _with_one_left(numpy.swapaxes(right, -1, -2), numpy.swapaxes(left, -1, -2), _fixed_axes(right, left))
        return numpy.swapaxes(turned, -1, -2)
    return numpy.asarray(numpy.matmul(left, right))


def _fixed_axes(fixed: Array, other: Array) -> int:
    """How many of the first axes only the other one varies along."""
    count = 0
    while count < fixed.ndim - 2 and fixed.shape[count] == 1:
        count += 1
    return count if math.prod(other.shape[:count]) > 1 else 0


def _with_one_left(left: Array, right: Array, fixed: int) -> Array:
    """One left factor for many right ones: their columns beside each other make one product of matrices."""
    many, rest = right.shape[:fixed], right.shape[fixed:]
    columns = numpy.moveaxis(right.reshape((-1, *rest)), 0, -1)
    columns = columns.reshape((*rest[:-1], -1))
    left = left.reshape(left.shape[fixed:])
    if numpy.iscomplexobj(columns) and not numpy.iscomplexobj(left):
        made: Array = numpy.matmul(left, columns.real) + 1j * numpy.matmul(left, columns.imag)
    else:
        made = numpy.matmul(left, columns)
    made = made.reshape((*made.shape[:-1], rest[-1], -1))
    return numpy.moveaxis(made, -1, 0).reshape((*many, *made.shape[:-1]))
