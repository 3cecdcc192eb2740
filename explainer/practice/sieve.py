"""A few points by which lines are told apart, hundreds of them in the time that one proof takes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Number, Variable
from explainer.expr.shape import Size, size_number
from explainer.practice.counterexample import Facts, differ, sizes_in
from explainer.verify.functions import RandomFunctions
from explainer.verify.oracle import Oracle

SIEVED, POSITIVE = 5, 2
"""So many points tell wrong lines apart; at the first ones all values are positive, for roots and logarithms, at the
others they have either sign, for kinks."""
LEAST_SIZE = 3
"""At 2 the size and the square of a number are taken for one another: 2/n is 1 there."""
RANGES = ((0.3, 1.5), (1.5, 4.0))
"""Of the sizes of values, in turn: a kink may lie a little away from zero."""
ALIKE = 1e-5
"""Relative; derivatives of functions without a formula are measured from differences."""
SMALL_ENOUGH = 1e4
"""With larger numbers in it a line may lose its digits, and look different where it is not."""
SEED = 20_260_101
FEW, MOST_HELD = 50, 20_000_000
"""After so many lines it is looked how many bytes the values of parts take; more than that are let go of."""


class _Leaves(GivenValues):
    """Values by name, and of functions without a formula those of smooth ones drawn for them."""

    _functions = RandomFunctions(SEED)

    def call(self, call: nodes.FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """The value of a function that stands for any other."""
        return self._functions.call(call, arguments, tuple(map(self.size_of, call.shape.sizes)), places)

    def size_of(self, size: Size) -> int:
        """The number for a size, open or not."""
        return size if isinstance(size, int) else size_number(size, self.size)


class Sieve:
    """A few points with values of no special kind, by which lines are told apart, or not, within a millisecond.

    Wrong lines have most of their parts in common: what a part is worth at a point is worked out once for all of them.
    A proof that lines agree takes more points, and at worst many digits. To name the mistake in a line that is known
    to be wrong, agreement at all of these is enough. Where `facts` hold, the points are drawn so that they do; of facts
    for which nobody can draw there are no points.
    """

    def __init__(self, sides: tuple[Node, ...], facts: tuple[Node, ...] = ()) -> None:
        variables = {part for side in sides for part in side.free if isinstance(part, Variable)}
        names = sorted({name for side in sides for part in each_part(side) for name in sizes_in(part)})
        self._names = names
        self._variables = sorted(variables, key=lambda part: part.name)
        self._facts = Facts(facts)
        points = (self._point(k) for k in range(SIEVED))
        oracle = Oracle(analytic_functions=True)
        self._evaluators = [
            Evaluator(_Leaves(sides[0], point), differentiate=oracle)  # type: ignore[arg-type]
            for point in points
            if self._facts.hold(point)
        ]
        self._met = 0

    def _point(self, number: int) -> dict[str, object]:
        """Values at a point; sizes go up and down in turn, as X' X may be singular in one order."""
        random = numpy.random.default_rng(SEED + number)
        names = self._names if number % 2 else self._names[::-1]
        sizes = {name: LEAST_SIZE + k for k, name in enumerate(names)}
        point: dict[str, object] = dict(sizes)
        for variable in self._variables:
            shape = tuple(size_number(size, sizes.__getitem__) for size in variable.shape.sizes)
            values = random.uniform(*RANGES[number % len(RANGES)], shape)
            if number >= POSITIVE:
                values = values * random.choice((-1.0, 1.0), shape)
            values = self._facts.obeyed(variable.name, values)
            point[variable.name] = values if shape else float(values)
        return point

    def values(self, line: Node) -> Iterator[Array | None]:
        """What a line is worth at one point after the other; None where it has no value."""
        self._met += 1
        if self._met % FEW == 0:
            for evaluator in self._evaluators:
                if evaluator.held > MOST_HELD:
                    evaluator.forget()
        return (_worth(evaluator, line) for evaluator in self._evaluators)

    def agrees(self, wanted: list[Array | None], line: Node) -> bool | None:
        """Whether a line has the wanted values; None where these are too few to say."""
        compared = without = 0
        for one, other in zip(wanted, self.values(line), strict=True):
            if one is None or not numpy.isfinite(one).all():
                continue
            if other is None or not numpy.isfinite(other).all():
                without += 1
                continue
            if one.shape != other.shape or differ(one, other, ALIKE):
                return False
            compared += bool(numpy.any(one))  # that both are zero says little: a case may not be met
        if compared > 1:
            return True
        return False if without > 1 else None

    def refutes(self, one: Node, other: Node) -> bool:
        """Whether lines are clearly different at two points: no more of a proof is needed, among small numbers."""
        numbers = (part.value for side in (one, other) for part in each_part(side) if isinstance(part, Number))
        if one.shape != other.shape or any(abs(value) > SMALL_ENOUGH for value in numbers):
            return False
        pairs = [
            (a, b) for a, b in zip(self.values(one), self.values(other), strict=True) if a is not None and b is not None
        ]
        found = [differ(a, b) for a, b in pairs if numpy.isfinite(a).all() and numpy.isfinite(b).all()]
        return sum(found) > 1


def _worth(evaluator: Evaluator, line: Node) -> Array | None:
    try:
        with numpy.errstate(all="ignore"):
            return numpy.real(evaluator.value(line))
    except ExplainerError:
        return None
