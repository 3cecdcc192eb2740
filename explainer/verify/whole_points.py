"""Small whole points: where a mistake is refuted, the numbers should be ones that a reader can check in the head."""

from __future__ import annotations

from itertools import product
from math import isfinite

import numpy

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator
from explainer.expr.node import Node
from explainer.phrases import joined
from explainer.verify.oracle import Oracle
from explainer.verify.points import RandomPoints, Sizes

SMALL = (1, 2, 3, -1, -2)
"""The values that are tried for every variable, the best known to a reader first."""
MORE = (*SMALL, 0, 5, 10, 0.5, -0.5, 100)
"""What is tried for one or two variables, for functions that have no value at the others: ln(x − 4), arcsin(x)."""
MOST_VARIABLES = 4
"""With more variables than this nobody would check the numbers in the head."""
CLEARLY = 0.01
"""Two values that differ by less than this fraction look alike to a reader."""
WHOLE = 1e-6
"""A value this close to a whole number is one: derivatives are measured from differences."""


class _WholePoints(RandomPoints):
    """Given whole values for scalars; whatever else there is stays random."""

    def __init__(self, names: tuple[str, ...], values: Array) -> None:
        super().__init__(0, len(values), Sizes(0, ()))
        self._values = dict(zip(names, values.T, strict=True))

    def _draw(self, variable: nodes.Variable) -> Array:
        known = self._values.get(variable.name)
        return super()._draw(variable) if known is None else known


def telling_point(right: Node, wrong: Node) -> tuple[str, str, str] | None:
    """A point such as `x = 1` with the two values there, whole ones where there are such; None without small points.

    Of the points where both have a value and the values differ visibly the first one is taken, where a point with two
    whole values goes before all others.
    """
    variables = sorted((v for v in right.free | wrong.free if isinstance(v, nodes.Variable)), key=lambda v: v.name)
    if not 0 < len(variables) <= MOST_VARIABLES or any(not variable.shape.is_scalar for variable in variables):
        return None
    if right.shape.sizes or wrong.shape.sizes or any(isinstance(v, nodes.Index) for v in right.free | wrong.free):
        return None
    choices = MORE if len(variables) <= 2 else SMALL
    tried = sorted(product(choices, repeat=len(variables)), key=lambda point: sum(map(choices.index, point)))
    points = _WholePoints(tuple(variable.name for variable in variables), numpy.array(tried, dtype=float))
    evaluator = Evaluator(points, samples=(len(tried),), differentiate=Oracle(analytic_functions=True))
    try:
        with numpy.errstate(all="ignore"):
            sides = [_flat(evaluator.value(side, ()), len(tried)) for side in (right, wrong)]
    except ExplainerError:
        return None
    pairs = list(zip(*sides, strict=True))
    told = [k for k, pair in enumerate(pairs) if all(map(isfinite, pair)) and _differ(*pair)]
    if not told:
        return None
    best = next((k for k in told if all(abs(v - round(v)) < WHOLE for v in pairs[k])), told[0])
    point = [f"{variable.text()} = {_told(value)}" for variable, value in zip(variables, tried[best], strict=True)]
    there, instead = pairs[best]
    return joined(", ", point), _told(there), _told(instead)


def _told(value: float) -> str:
    """A number as it is printed, −1 with a real minus."""
    return f"{value + 0.0:.4g}".replace("-", "−")


def _flat(side: Array, count: int) -> list[float]:
    return [float(value) for value in numpy.broadcast_to(numpy.ravel(side), (count,))]


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > CLEARLY * max(abs(one), abs(other))
