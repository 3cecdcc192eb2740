"""The values that a caller gives by name: variables, open sizes and abstract functions, checked against the shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy
from numpy.typing import ArrayLike

from explainer.errors import ExplainerError, ShapeError
from explainer.expr import nodes
from explainer.expr.arrays import Array, expanded
from explainer.expr.node import Node
from explainer.expr.shape import Shape, Size, size_number, size_terms


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

    def size(self, name: str) -> int:
        """The number for an open size."""
        if name not in self._sizes:
            given = self._values.get(name)
            if given is None or callable(given) or numpy.ndim(given) or int(numpy.real(given)) != given:
                raise ExplainerError(
                    f"the size {name} is not known",
                    hint=f"Give it with the values, such as {name}=3, or give an array that has this size.",
                )
            self._sizes[name] = (int(numpy.real(given)), "the values")
        return self._sizes[name][0]

    def call(self, call: nodes.FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """An abstract function's value: element by element on whole arrays, or one sample after the other.

        The function that is given for an element-wise one is used for all entries alike, wherever they stand.

        Raises ExplainerError when there is no function of this name, when it fails, or returns the wrong shape.
        """
        function = self._values.get(call.name)
        if not callable(function):
            raise ExplainerError(
                f"the function {call.name} has no value",
                hint=f"Give a Python function for {call.name} with the values.",
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
            raise ExplainerError(f"the function {call.name} failed: {error}") from error

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
            self._match(call.shape, result.shape, f"the value of {call.name}")
        return numpy.reshape(numpy.array(results), (*lead, *self._numbers(call.shape)))

    def _read(self, variable: nodes.Variable) -> Array:
        name = variable.name
        if name not in self._values:
            raise ExplainerError(f"{name} has no value", hint=f"Give a value for {name} with the others.")
        try:
            array = numpy.asarray(self._values[name])
            array = array if numpy.iscomplexobj(array) else array.astype(float)
        except (TypeError, ValueError) as error:
            raise ExplainerError(f"the value of {name} is not a number or an array of numbers") from error
        self._match(variable.shape, array.shape, name)
        return array

    def _match(self, shape: Shape, found: tuple[int, ...], what: str) -> None:
        """Compare a shape with an array's sizes, and learn the open sizes from it."""
        if len(shape.sizes) != len(found):
            raise ShapeError(
                f"{what} should be {_described(shape)}, but the value has the sizes {found}",
                shapes=(str(shape), str(found)),
                hint="A scalar has the sizes (), a vector (n,), a row (1, n), a matrix (m, n).",
            )
        for size, number in zip(shape.sizes, found, strict=True):
            known, origin = self._known(size, number, what)
            if known != number:
                raise ShapeError(
                    f"{what} has the sizes {found}, so {size} would be {number}, but it is {known} by {origin}"
                    if isinstance(size, str)
                    else f"{what} should be {_described(shape)}, but the value has the sizes {found}",
                    shapes=(str(shape), str(found)),
                )

    def _known(self, size: Size, found: int, what: str) -> tuple[int, str]:
        """The number of a size and where it comes from; a single open one is learned from what was found."""
        names, count = size_terms(size)
        new = [(name, factor) for name, factor in names if name not in self._sizes]
        known = count + sum(factor * self._sizes[name][0] for name, factor in names if name in self._sizes)
        if not new:
            return known, " and ".join(dict.fromkeys(self._sizes[name][1] for name, _ in names)) or "its shape"
        (name, factor), *others = new
        rest = found - known
        if others or rest % factor or rest < 0:
            return (found, what) if others else (known, "its shape")
        self._sizes[name] = (rest // factor, what)
        return found, what

    def _numbers(self, shape: Shape) -> tuple[int, ...]:
        return tuple(size_number(size, self.size) for size in shape.sizes)


def _described(shape: Shape) -> str:
    if shape.is_scalar:
        return "a scalar"
    return f"a vector of {shape.rows} entries" if shape.is_vector else f"a {shape.display()} matrix"
