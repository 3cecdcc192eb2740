"""A point with small whole numbers where two lines differ, for a reader to check in the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy

from explainer.errors import ExplainerError
from explainer.expr.arrays import Array
from explainer.expr.declared import declared, says_property
from explainer.expr.evaluate import Evaluator
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import FunctionCall, Variable
from explainer.expr.shape import size_names, size_number
from explainer.verify.drawn import share
from explainer.verify.oracle import Oracle
from explainer.verify.points import obeying
from explainer.verify.whole_points import CLEARLY, SMALL, WHOLE

MOST_POINTS = 60
"""So many points are tried; a wrong line differs at the first ones, or at hardly any."""

NEAR_ZERO = (0.1, -0.1, 0.2, 0.3)
"""Tried last: steep functions such as tanh(9 x) are flat at all whole numbers."""
LOST = 1e-6
"""Absolute: 1 − tanh(54)² is zero up to what is lost in taking the difference, and looks as different as one likes."""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Values of the variables, what the line is worth there, and what the typed one is worth instead."""

    values: dict[str, object]
    expected: object
    typed: object
    sizes: tuple[str, ...] = ()
    """The names among the values that are sizes: what is told of a vector shows them."""

    def told(self) -> tuple[str, str, str]:
        """The point, and the two values, as they are written: vectors as (1, 2), matrices row by row."""
        shown = [f"{name} = {_written(value)}" for name, value in self.values.items() if name not in self.sizes]
        return ", ".join(shown), _written(self.expected), _written(self.typed)


def _written(value: object) -> str:
    if not isinstance(value, list):
        return f"{value}".replace("-", "−")
    if len(value) == 1 and isinstance(value[0], list):
        value = value[0]
    rows = ", ".join(_written(entry) for entry in value)
    return f"[{rows}]" if value and isinstance(value[0], list) else f"({rows})"


class Facts:
    """What holds of the variables. Some of it points can be made to fulfil: matrices that are symmetric, entries that
    add up to 1. Of the rest, such as x > 0, some points do.
    """

    def __init__(self, facts: tuple[Node, ...]) -> None:
        self._shares = frozenset(found for fact in facts if (found := share(fact)) is not None)
        self._properties = declared(facts)
        self._rest = tuple(fact for fact in facts if share(fact) is None and not says_property(fact, self._properties))

    def hold(self, point: dict[str, object]) -> bool:
        """Whether they hold at a point that obeys them as far as it can be made to."""
        return all((held := _held(fact, point)) is None or held for fact in self._rest)

    def obeyed(self, name: str, values: Array, *, whole: bool = False) -> Array:
        """The values of a variable, changed so that the facts hold; what adds up to 1 may be a single one."""
        for known in self._shares:
            if known.name == name:
                sizes = abs(values)
                largest = sizes == sizes.max(axis=known.axis, keepdims=True)
                first = largest & (largest.cumsum(axis=known.axis) == 1)
                values = first.astype(float) if whole else sizes / sizes.sum(axis=known.axis, keepdims=True)
        for property in (property for known, property in self._properties if known == name):
            values = obeying(property, values, values.shape)
        return values


def counterexample(right: Node, wrong: Node, facts: tuple[Node, ...] = ()) -> Counterexample | None:
    """The first small point where the facts hold, both lines have a value and the values differ; None where there is
    none.

    A point where all values are whole goes before the others.
    """
    known = Facts(facts)
    found = _first_of((right, wrong), _points((right, wrong), known, turned=False))
    # X' X may be singular in one order of sizes
    return found or _first_of((right, wrong), _points((right, wrong), known, turned=True))


def _first_of(compared: tuple[Node, Node], points: Iterator[dict[str, object]]) -> Counterexample | None:
    first: Counterexample | None = None
    for values in points:
        sides = [_value(side, values) for side in compared]
        if any(side is None or not numpy.isfinite(side).all() for side in sides):
            continue
        expected, typed = (numpy.asarray(side) for side in sides)
        if expected.shape == typed.shape and not differ(expected, typed):
            continue
        names = tuple(name for name, value in values.items() if isinstance(value, int))
        found = Counterexample(_plain_values(values), _plain(expected), _plain(typed), names)
        if all(numpy.abs(side - numpy.round(side)).max() < WHOLE for side in (expected, typed)):
            return found
        first = first or found
    return first


def _points(sides: tuple[Node, ...], facts: Facts, turned: bool) -> Iterator[dict[str, object]]:
    """Small values for everything: scalars go through the small numbers, vectors and matrices count up from there; the
    sizes too, or down where they are `turned`.
    """
    variables = sorted(
        {part for side in sides for part in side.free if isinstance(part, Variable)}, key=lambda part: part.name
    )
    if any(isinstance(part, FunctionCall) for side in sides for part in each_part(side)):
        return  # of an abstract function there are no numbers to tell
    names = sorted({name for side in sides for part in each_part(side) for name in sizes_in(part)})
    sizes = {name: 2 + k for k, name in enumerate(names[::-1] if turned else names)}
    scalars = [variable for variable in variables if variable.shape.is_scalar]
    choices = sorted(product(SMALL, repeat=min(len(scalars), 3)), key=lambda point: sum(map(SMALL.index, point)))
    near = [(value,) * min(len(scalars), 3) for value in NEAR_ZERO]
    for k, choice in enumerate([*choices[:MOST_POINTS], *near] if scalars else [()] * len(SMALL)):
        point: dict[str, object] = dict(sizes)
        for place, variable in enumerate(variables):
            if variable.shape.is_scalar:
                point[variable.name] = float(choice[scalars.index(variable) % len(choice)])
            else:
                shape = tuple(size_number(size, sizes.__getitem__) for size in variable.shape.sizes)
                point[variable.name] = facts.obeyed(variable.name, _small_array(shape, k + place), whole=k % 2 == 0)
        if facts.hold(point):
            yield point


def _small_array(shape: tuple[int, ...], shift: int) -> Array:
    """Whole numbers in an order that is neither symmetric nor of rank 1."""
    count = int(numpy.prod(shape))
    pattern = numpy.array([1, 2, 3, 1, -1, 2, 4, 3, -2, 1, 5])
    return numpy.resize(numpy.roll(pattern, -shift), count).reshape(shape).astype(float)


def sizes_in(part: Node) -> Iterator[str]:
    yield from part.shape.names
    size = getattr(part, "size", None)
    if isinstance(size, str):
        yield from size_names(size)


def _value(side: Node, values: dict[str, object]) -> Array | None:
    evaluator = Evaluator(GivenValues(side, values), differentiate=Oracle(analytic_functions=True))  # type: ignore[arg-type]
    try:
        with numpy.errstate(all="ignore"):
            return numpy.real(evaluator.value(side))
    except ExplainerError:
        return None


def _held(fact: Node, values: dict[str, object]) -> bool | None:
    """Whether a fact holds at a point; None where nobody can tell."""
    value = _value(fact, values)
    return None if value is None else bool(numpy.all(value))


def differ(one: Array, other: Array, share: float = CLEARLY) -> bool:
    return bool((numpy.abs(one - other) > LOST + share * numpy.maximum(numpy.abs(one), numpy.abs(other))).any())


def _plain_values(values: dict[str, object]) -> dict[str, object]:
    return {name: _plain(numpy.asarray(value)) for name, value in values.items()}


def _plain(value: Array) -> object:
    """A number, or lists of numbers, without what is left of measuring; whole ones as whole numbers."""
    close = numpy.round(value, 0)
    clean = numpy.where(numpy.abs(value - close) < WHOLE, close, numpy.round(value, 4))
    listed: object = clean.tolist()
    return _whole(listed)


def _whole(value: object) -> object:
    if isinstance(value, list):
        return [_whole(entry) for entry in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
