"""Comparing two expressions at a batch of random points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy
from numpy.typing import NDArray

from explainer.expr import nodes
from explainer.expr.arrays import Array, with_leading_axes
from explainer.expr.evaluate import Bound, Evaluator, Scope
from explainer.expr.node import Node, with_children
from explainer.operations import find
from explainer.verify.oracle import Oracle
from explainer.verify.points import RandomPoints, Sizes

Mask = NDArray[numpy.bool_]

TOLERANCE = 1e-5
"""Two values are equal when they differ by less than this fraction of the larger one."""
JITTER, JITTERS = 1e-14, 3
"""How far, and how often, points are moved to see what rounding alone does to a value."""
NOISE_FACTOR = 30.0
ORACLE_NOISE = 1e-10
"""The same where some of the terms are derivatives taken from differences."""
ROUNDING = 4 * 2.0**-52
"""What rounding leaves of terms that cancel, as a fraction of these terms."""
LOST = 1e-5
"""Values below this fraction of the typical one can be rounding of something larger that cancelled."""


@dataclass(frozen=True)
class Comparison:
    """What a batch says: which points were usable, and for each the relative difference of the two values."""

    usable: Mask
    errors: NDArray[numpy.float64]
    values: tuple[Array, Array]


@dataclass
class Batch:
    """Points of one kind, with everything that was computed at them.

    `chosen` are the numbers of the points that are used out of `count` candidates; None means all. `far` adds values
    far from 1 to the candidates.
    """

    seed: int
    count: int
    sizes: Sizes
    oracle: Oracle
    far: bool = False
    chosen: NDArray[numpy.intp] | None = None
    _known_conditions: dict[tuple[Node, ...], Mask] = field(default_factory=dict, init=False)

    @cached_property
    def points(self) -> int:
        """The number of points."""
        return self.count if self.chosen is None else len(self.chosen)

    @cached_property
    def evaluator(self) -> Evaluator:
        """The values of all expressions that were met at these points."""
        return self._evaluator(0.0)

    @cached_property
    def _jittered(self) -> list[Evaluator]:
        return [self._evaluator(JITTER * (1 + k)) for k in range(JITTERS)]

    def _evaluator(self, jitter: float) -> Evaluator:
        points = RandomPoints(self.seed, self.count, self.sizes, chosen=self.chosen, far=self.far, jitter=jitter)
        return Evaluator(points, samples=(self.points,), differentiate=self.oracle)

    def finite(self, expressions: Iterable[Node]) -> Mask:
        """The points at which all expressions have a value."""
        result = numpy.ones(self.points, dtype=bool)
        with numpy.errstate(all="ignore"):
            for expression in expressions:
                scope = open_scope(expression)
                result &= self._at_all(numpy.isfinite(self._value(self.evaluator, expression, scope)))
        return result

    def compare(self, left: Node, right: Node, conditions: tuple[Node, ...]) -> Comparison:
        """The two values at every point; points where one has no value or a condition fails are not usable."""
        with numpy.errstate(all="ignore"):
            scope = open_scope(left, right)
            values = (self._value(self.evaluator, left, scope), self._value(self.evaluator, right, scope))
            usable = self._at_all(numpy.isfinite(values[0])) & self._at_all(numpy.isfinite(values[1]))
            usable = usable & self._fulfilled(conditions)
            difference = self._largest(numpy.abs(values[0] - values[1]))
            scale = numpy.maximum(self._largest(numpy.abs(values[0])), self._largest(numpy.abs(values[1])))
            if numpy.any((difference > TOLERANCE * scale) & usable):
                noise = self._noise(left, right, scope, values)
                difference = numpy.maximum(0.0, difference - NOISE_FACTOR * noise)
                usable = usable & ~self._is_lost(difference, scale, usable)
            errors = numpy.where(usable & (scale > 0.0), difference / scale, 0.0)
        return Comparison(usable, errors, values)

    def _value(self, evaluator: Evaluator, node: Node, scope: Scope) -> Array:
        """A value with the axis of the points first, of size 1 where all points have one value."""
        return with_leading_axes(evaluator.value(node, scope), 1 + len(scope) + len(node.shape.sizes))

    def _noise(self, left: Node, right: Node, scope: Scope, values: tuple[Array, Array]) -> Array:
        """How much the two values change when the points move by a few units in the last place.

        Where a result is the small difference of large numbers, or a zero from finite differences, rounding alone
        makes the sides differ; this tells such a difference from a wrong one.
        """
        noise: Array = numpy.zeros(self.points)
        for evaluator in self._jittered:
            moved = (self._value(evaluator, left, scope), self._value(evaluator, right, scope))
            change = numpy.abs((moved[0] - moved[1]) - (values[0] - values[1]))
            noise = numpy.maximum(noise, self._largest(change))
        for side in (left, right):
            size = self._largest(numpy.abs(self._value(self.evaluator, without_cancelling(side), scope)))
            lost = ORACLE_NOISE if side.has_derivative else ROUNDING
            noise = numpy.maximum(noise, lost * numpy.where(numpy.isfinite(size), size, 0.0))
        return numpy.where(numpy.isfinite(noise), noise, 0.0)

    def _is_lost(self, difference: Array, scale: Array, usable: Mask) -> Mask:
        """Where values differ that are tiny beside those at the other points: 1 − erf(6) is lost beside 1 − erf(1)."""
        counted = scale[usable & (scale > 0.0)]
        typical = float(numpy.median(counted)) if counted.size else 0.0
        return numpy.asarray((difference > TOLERANCE * scale) & (scale < LOST * typical))

    def _fulfilled(self, conditions: tuple[Node, ...]) -> Mask:
        known = self._known_conditions.get(conditions)
        if known is None:
            known = numpy.ones(self.points, dtype=bool)
            for condition in conditions:
                known &= self._at_all(self._value(self.evaluator, condition, open_scope(condition)) != 0.0)
            self._known_conditions[conditions] = known
        return known

    def _at_all(self, holds: Mask) -> Mask:
        """Whether something holds for all entries at each point."""
        result = numpy.asarray(holds.reshape((len(holds), -1)).all(axis=1))
        return numpy.broadcast_to(result, (self.points,))

    def _largest(self, array: Array) -> Array:
        """The largest entry at each point."""
        flat = array.reshape((len(array), -1))
        return numpy.broadcast_to(flat.max(axis=1) if flat.shape[1] else numpy.zeros(len(flat)), (self.points,))


_ENTRY_BY_ENTRY = (
    nodes.Product, nodes.Hadamard, nodes.Matrix, nodes.Vector, nodes.Stack, nodes.Transpose, nodes.Diag,
    nodes.Grid, nodes.RowForm, nodes.ColumnForm, nodes.DiagonalForm, nodes.Cases,
)  # fmt: skip
"""Nodes whose entries are as large as those of their parts."""


def without_cancelling(node: Node) -> Node:
    """The expression with every term of a sum made positive: how large its value would be if nothing cancelled."""
    if isinstance(node, nodes.Sum):
        return nodes.Sum(tuple(_size(without_cancelling(term)) for term in node.terms))
    if isinstance(node, nodes.Negate):
        return without_cancelling(node.operand)
    if isinstance(node, _ENTRY_BY_ENTRY):
        return with_children(node, tuple(map(without_cancelling, node.children)))
    if isinstance(node, nodes.MatrixProduct | nodes.Dot | nodes.SumReduction):
        return with_children(node, tuple(_size(without_cancelling(child)) for child in node.children))
    if isinstance(node, nodes.IndexedSum):
        return nodes.IndexedSum(node.index, _size(without_cancelling(node.body)), node.lower)
    if isinstance(node, nodes.Quotient):
        return nodes.Quotient(without_cancelling(node.numerator), node.denominator)
    if isinstance(node, nodes.Where):
        return nodes.Where(without_cancelling(node.body), node.definitions)
    return node


def _size(node: Node) -> Node:
    absolute = find("abs")
    assert absolute is not None
    return nodes.Apply(absolute, (node,))


def open_scope(*expressions: Node) -> Scope:
    """The indices that no sum or grid binds: a statement about x_i holds for every i, so each gets an axis."""
    found = {part for expression in expressions for part in expression.free if isinstance(part, nodes.Index)}
    return tuple(Bound(index, 1) for index in sorted(found, key=lambda index: (index.name, str(index.size))))
