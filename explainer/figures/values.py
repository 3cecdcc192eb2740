"""Numbers for variables, so that a derivative can be shown as numbers: given ones, and plain ones for the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final
from zlib import crc32

import numpy

from explainer.errors import ExplainerError
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator
from explainer.expr.node import Node
from explainer.expr.nodes import FunctionCall, Variable
from explainer.expr.shape import Shape
from explainer.figures.boxes import Scale
from explainer.phrases import phrase

_PLAIN: Final = numpy.array([1.0, -2.0, 1.5, -0.5, 2.0, -1.0, 0.5, 3.0, -1.5, 2.5, -2.5])
"""Numbers that are short to write, in the order in which entries get them."""


class ChosenValues:
    """The leaves of expressions: `given` values by name, plain ones for all others, `sizes` for open sizes.

    `samples` are values of some variables at many points at once, the points along their first axis. `way` chooses
    other plain numbers: the same ones with another beginning and other signs; `positive` takes their distances from
    zero.

    Raises ExplainerError where a given value has not the shape of its variable.
    """

    def __init__(
        self,
        given: Mapping[str, Any],
        sizes: Mapping[str, int],
        *,
        samples: Mapping[Variable, Array] | None = None,
        way: int = 0,
        positive: bool = False,
    ) -> None:
        self._given, self._sizes, self._samples = given, sizes, samples or {}
        self._way, self._positive = way, positive

    def variable(self, variable: Variable) -> Array:
        """The value of a variable: of a sampled one a value for each point."""
        if variable in self._samples:
            return self._samples[variable]
        shape = tuple(self.size(size) if isinstance(size, str) else size for size in variable.shape.sizes)
        array = self._given_value(variable, shape) if variable.name in self._given else self._plain(variable, shape)
        return array[None] if self._samples else array

    def size(self, name: str) -> int:
        """The number for an open size."""
        if name not in self._sizes:
            raise ExplainerError(
                phrase("the size {0} is not known", name), hint=phrase("Give it: sizes = {{ {0} = 3 }}.", name)
            )
        return self._sizes[name]

    def direction(self, variable: Variable) -> Array:
        """The change of a variable, of which pictures know nothing."""
        raise ExplainerError(phrase("{0} has no value", f"d{variable.name}"))

    def call(self, call: FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """Raises ExplainerError: an abstract function has no value."""
        raise ExplainerError(phrase("nothing is known about the function {0} but its name", call.name))

    def _given_value(self, variable: Variable, shape: tuple[int, ...]) -> Array:
        try:
            array = numpy.asarray(self._given[variable.name], dtype=float)
        except (TypeError, ValueError) as error:
            raise ExplainerError(
                phrase("the value of {0} is no number and no list of numbers", variable.name),
                hint="Write 2 or [1, 2, 3].",
            ) from error
        if array.shape != shape:
            raise ExplainerError(
                phrase("{0} has the sizes {1}, but the value has {2}", variable.name, shape, array.shape),
                hint="Give as many numbers as there are entries, or other sizes.",
            )
        return array

    def _plain(self, variable: Variable, shape: tuple[int, ...]) -> Array:
        count = int(numpy.prod(shape, dtype=int)) if shape else 1
        first = crc32(variable.name.encode()) + 3 * self._way
        numbers: Array = _PLAIN[(first + numpy.arange(count)) % len(_PLAIN)] * (1.0 + 0.25 * self._way)
        if self._way:
            signs = numpy.random.default_rng([self._way, first]).choice([-1.0, 1.0], count)
            numbers = numbers * signs
        numbers = abs(numbers) if self._positive else numbers
        return numbers.reshape(shape) if shape else numpy.asarray(numbers[0])


def chosen_sizes(shapes: list[Shape], given: Mapping[str, Any]) -> dict[str, int]:
    """A number for every open size: the given ones, else those that shapes are drawn with.

    Raises ExplainerError for what is no size.
    """
    for name, number in given.items():
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= 1000:
            raise ExplainerError(
                phrase("{0} = {1} is not a size", name, f"{number!r}"), hint="A size is a whole number from 1 to 1000."
            )
    return {**Scale(shapes).drawn, **given}


def sizes_of(values: Mapping[Variable, Any]) -> dict[str, int]:
    """The open sizes that follow from values of variables."""
    pairs = [
        pair
        for variable, value in values.items()
        for pair in zip(variable.shape.sizes, numpy.shape(value), strict=False)
    ]
    return {size: length for size, length in pairs if isinstance(size, str)}


def require_known(what: str, given: Mapping[str, Any], known: Collection[str]) -> None:
    """Raises ExplainerError for a name that is given something and does not occur."""
    for name in given:
        if name not in known:
            there = ", ".join(sorted(known)) or "none"
            raise ExplainerError(
                phrase("there is no {0} to give {1} for", name, what), hint=phrase("Available: {0}.", there)
            )


def evaluated(node: Node, values: ChosenValues, samples: tuple[int, ...] = ()) -> Array:
    """The value of an expression without derivatives; where there is none, not-a-number or infinite."""
    with numpy.errstate(all="ignore"):
        return numpy.array(Evaluator(values, samples=samples).value(node), dtype=float)


def variables_of(node: Node) -> list[Variable]:
    """The variables of an expression by name."""
    return sorted((part for part in node.free if isinstance(part, Variable)), key=lambda part: part.name)
