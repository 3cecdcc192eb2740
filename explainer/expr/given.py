"""The values that a caller gives by name: variables, open sizes and abstract functions, checked against the shapes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any
from zlib import crc32

import numpy
from numpy.typing import ArrayLike

from explainer.errors import ExplainerError, ShapeError
from explainer.expr import nodes
from explainer.expr.arrays import Array, expanded
from explainer.expr.node import Node
from explainer.expr.shape import Shape, Size, size_names, size_number, size_terms
from explainer.phrases import phrase


class GivenValues:
    """The leaves of one expression, from values given by name.

    An open size is taken from `values` where its name is given there, and from the arrays of the variables.

    Raises ExplainerError when a variable has no value, when a value is no array of numbers or has the wrong shape,
    and when two values disagree about an open size.
    """

    def __init__(self, node: Node, values: Mapping[str, ArrayLike | Callable[..., Any]]) -> None:
        self._values = values
        self._sizes: dict[str, tuple[int, str]] = {}
        self._arrays: dict[nodes.Variable, Array] = {}
        variables = sorted((part for part in node.free if isinstance(part, nodes.Variable)), key=lambda part: part.name)
        names = {variable.name for variable in variables}
        if not isinstance(values, Mapping):
            raise ExplainerError(
                phrase("the values cannot be an object of the type {0}", type(values).__name__),
                hint='They are a mapping from names to values, such as {"x": 1.5, "w": [1, 2]}.',
            )
        for name, value in values.items():
            if name not in names and isinstance(value, (int, numpy.integer)):
                self._sizes[name] = (int(value), "the values")
        for variable in variables:
            self._arrays[variable] = self._read(variable)

    def variable(self, variable: nodes.Variable) -> Array:
        """The array of a variable, in the variable's own shape."""
        if variable not in self._arrays:
            self._arrays[variable] = self._read(variable)
        return self._arrays[variable]

    def direction(self, variable: nodes.Variable) -> Array:
        """The dX of a differential: what is given under that name, else always the same numbers, none of them zero."""
        name = f"d{variable.name}"
        if name in self._values:
            return self._read(nodes.Variable(name, variable.shape))
        generator = numpy.random.default_rng(crc32(name.encode()))
        change: Array = generator.uniform(0.3, 1.2, self.variable(variable).shape)
        return change

    def size(self, name: str) -> int:
        """The number for an open size."""
        known, _ = self._sizes.get(name, (None, ""))
        number = _number_of_entries(self._values.get(name) if known is None else known)
        if number is None:
            raise ExplainerError(
                phrase("the size {0} is not known", name),
                hint=phrase("Give it with the values, such as {0}=3, or give an array that has this size.", name),
            )
        if known is None:
            self._sizes[name] = (number, "the values")
        return number

    def call(self, call: nodes.FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """An abstract function's value: element by element on whole arrays, or one sample after the other.

        The function that is given for an element-wise one is used for all entries alike, wherever they stand.

        Raises ExplainerError when there is no function of this name, when it fails, or returns the wrong shape.
        """
        function = self._values.get(call.name)
        if not callable(function):
            raise ExplainerError(
                phrase("the function {0} has no value", call.name),
                hint=phrase("Give a Python function for {0} with the values.", call.name),
            )
        own = [len(argument.shape.sizes) for argument in call.arguments]
        try:
            if call.elementwise:
                dimensions = len(call.shape.sizes)
                fitted = [
                    array if axes == dimensions else expanded(array, dimensions)
                    for array, axes in zip(arguments, own, strict=True)
                ]
                common = numpy.broadcast_shapes(*(array.shape for array in fitted))
                return numpy.broadcast_to(numpy.asarray(function(*fitted)), common)
            return self._call_each(call, function, arguments, own)
        except (TypeError, ValueError, IndexError, ArithmeticError) as error:
            raise ExplainerError(phrase("the function {0} failed: {1}", call.name, error)) from error

    def _call_each(
        self, call: nodes.FunctionCall, function: Callable[..., Any], arguments: list[Array], own: list[int]
    ) -> Array:
        leads = [array.shape[: array.ndim - axes] for array, axes in zip(arguments, own, strict=True)]
        lead = numpy.broadcast_shapes(*leads)
        full = [
            numpy.broadcast_to(array, lead + array.shape[array.ndim - axes :])
            for array, axes in zip(arguments, own, strict=True)
        ]
        results = [numpy.asarray(function(*(array[place] for array in full))) for place in numpy.ndindex(lead)]
        for result in results:
            self._match(call.shape, result.shape, phrase("the value of {0}", call.name))
        return numpy.reshape(numpy.array(results), (*lead, *self._numbers(call.shape)))

    def _read(self, variable: nodes.Variable) -> Array:
        name = variable.name
        if name not in self._values:
            raise ExplainerError(
                phrase("{0} has no value", name), hint=phrase("Give a value for {0} with the others.", name)
            )
        try:
            array = numpy.asarray(self._values[name])
            array = array if numpy.iscomplexobj(array) else array.astype(float)
        except (TypeError, ValueError) as error:
            raise ExplainerError(phrase("the value of {0} is not a number or an array of numbers", name)) from error
        self._match(variable.shape, array.shape, name)
        return array

    def _match(self, shape: Shape, found: tuple[int, ...], what: str) -> None:
        """Compare a shape with an array's sizes, and learn the open sizes from it."""
        if len(shape.sizes) != len(found):
            raise ShapeError(
                phrase("{0} should be {1}, but the value has the sizes {2}", what, _described(shape), found),
                shapes=(str(shape), str(found)),
                hint="A scalar has the sizes (), a vector (n,), a row (1, n), a matrix (m, n).",
            )
        for size, number in zip(shape.sizes, found, strict=True):
            known, origin = self._known(size, number, what)
            if known != number:
                raise ShapeError(
                    phrase(
                        "{0} has the sizes {1}, so {2} would be {3}, but it is {4} by {5}",
                        what,
                        found,
                        size,
                        number,
                        known,
                        origin,
                    )
                    if isinstance(size, str)
                    else phrase("{0} should be {1}, but the value has the sizes {2}", what, _described(shape), found),
                    shapes=(str(shape), str(found)),
                )

    def _known(self, size: Size, found: int, what: str) -> tuple[int, str]:
        """The number of a size and where it comes from; a single open one is learned from what was found."""
        terms, count = size_terms(size)
        open_names = [name for name in size_names(size) if name not in self._sizes]
        if not open_names:
            origins = dict.fromkeys(self._sizes[name][1] for name in size_names(size))
            return size_number(size, lambda name: self._sizes[name][0]), " and ".join(origins) or "its shape"
        (name, *others) = open_names
        if others or any(names.count(name) > 1 for names, _ in terms):
            return found, what
        # One open name, of the first degree: known numbers beside it and in front of it.
        known, times = count, 0
        for names, factor in terms:
            rest = math.prod(self._sizes[other][0] for other in names if other != name)
            known, times = (known, times + factor * rest) if name in names else (known + factor * rest, times)
        if not times or (found - known) % times or found < known:
            return known, "its shape"
        self._sizes[name] = ((found - known) // times, what)
        return found, what

    def _numbers(self, shape: Shape) -> tuple[int, ...]:
        return tuple(size_number(size, self.size) for size in shape.sizes)


def _described(shape: Shape) -> str:
    if shape.is_scalar:
        return "a scalar"
    return phrase("a vector of {0} entries", shape.rows) if shape.is_vector else phrase("a {0} matrix", shape.display())


def _number_of_entries(given: object) -> int | None:
    """The whole number above zero that a value is; None for any other value, such as a text or not-a-number."""
    array = numpy.asarray(given)
    if array.ndim or array.dtype.kind not in "biufc":
        return None
    number = float(array.real)
    return int(number) if number.is_integer() and number >= 1 and array == number else None
