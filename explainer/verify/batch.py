"""Comparing two expressions at a batch of random points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy
from numpy.typing import NDArray

from explainer.errors import LimitError
from explainer.expr import nodes
from explainer.expr.arrays import Array, as_matrix, with_leading_axes
from explainer.expr.evaluate import Bound, Evaluator, Scope
from explainer.expr.node import Node
from explainer.threads import once
from explainer.verify.drawn import Share
from explainer.verify.oracle import Oracle
from explainer.verify.points import RandomPoints, Sizes

Mask = NDArray[numpy.bool_]

TOLERANCE = 1e-5
"""Two values are equal when they differ by less than this fraction of the larger one."""
DECIDED, ENOUGH, SEARCHED, IN_VAIN = 12, 6, 48, 16
"""With more digits so many points are looked at where two values differ; and, where there are no values, until so many
have one, or so many were tried, or so many without finding a single one."""

AROUND = 4
"""So many points beside one tell whether an equation holds all around it."""


@dataclass(frozen=True)
class Comparison:
    """What a batch says: which points were usable, and for each the relative difference of the two values."""

    usable: Mask
    errors: NDArray[numpy.float64]
    values: tuple[Array, Array]

    @property
    def agrees(self) -> bool:
        """Whether the values differ nowhere by more than rounding, as far as there are points."""
        return bool(self.errors.max(initial=0.0) <= TOLERANCE)


@dataclass
class Batch:
    """Points of one kind, with everything that was computed at them.

    `chosen` are the numbers of the points that are used out of `count` candidates; None means all. `far` adds values
    far from 1 to the candidates. The entries of the vectors named in `shares` add up to 1; `declared`
    holds properties of matrices by their names, see RandomPoints.
    """

    seed: int
    count: int
    sizes: Sizes
    oracle: Oracle
    far: bool = False
    chosen: NDArray[numpy.intp] | None = None
    shares: frozenset[Share] = frozenset()
    declared: frozenset[tuple[str, str]] = frozenset()
    in_vain: bool = field(default=False, init=False)
    """Whether a search found none of so many points where both lines have a value: as with sizes for which a matrix
    that is inverted has none."""
    _known_conditions: dict[tuple[Node, ...], Mask] = field(default_factory=dict, init=False)

    @once
    def points(self) -> int:
        """The number of points."""
        return self.count if self.chosen is None else len(self.chosen)

    @once
    def evaluator(self) -> Evaluator:
        """The values of all expressions that were met at these points."""
        return Evaluator(self._source(self.chosen), samples=(self.points,), differentiate=self.oracle)

    def __del__(self) -> None:
        self.forget(0)

    def forget(self, most: int) -> None:
        """Let go of the values at these points when they take more bytes than this; they are computed anew then."""
        evaluator: Evaluator | None = self.__dict__.get("evaluator")
        if evaluator is not None and evaluator.held >= most:
            evaluator.forget()
            self._known_conditions.clear()

    def finite(self, expressions: Iterable[Node]) -> Mask:
        """The points at which all expressions have a value."""
        result = numpy.ones(self.points, dtype=bool)
        with numpy.errstate(all="ignore"):
            for expression in expressions:
                scope = open_scope(expression)
                result &= self._at_all(numpy.isfinite(self._value(self.evaluator, expression, scope)))
        return result

    def compare(self, left: Node, right: Node, conditions: tuple[Node, ...]) -> Comparison:
        """The two values at every point; points where one has no value or a condition fails are not usable.

        Where they differ, more digits decide at a few points whether that is rounding; the other ones do not count.
        """
        with numpy.errstate(all="ignore"):
            scope = open_scope(left, right)
            tables = left.shape != right.shape
            values = (
                self._value(self.evaluator, left, scope, tables),
                self._value(self.evaluator, right, scope, tables),
            )
            usable = self._at_all(numpy.isfinite(values[0])) & self._at_all(numpy.isfinite(values[1]))
            usable = usable & self._fulfilled(conditions)
            difference = self._largest(numpy.abs(values[0] - values[1]))
            scale = numpy.maximum(self._largest(numpy.abs(values[0])), self._largest(numpy.abs(values[1])))
            errors = numpy.where(usable & (scale > 0.0), difference / scale, 0.0)
            settled = errors <= TOLERANCE
            doubtful = numpy.nonzero(~settled)[0]
            if doubtful.size:
                # Large differences first, and by turns large ones beside small values: those are often noise.
                orders = [doubtful[numpy.argsort(-size[doubtful], kind="stable")] for size in (difference, errors)]
                worst_first = list(dict.fromkeys(numpy.column_stack(orders).ravel().tolist()))[:DECIDED]
                sure, known = usable & settled, numpy.where(settled, errors, 0.0)
                sure, known = self._decided(left, right, worst_first, sure, known)
                errors = known
                # One difference that is none of rounding is enough; then it is of no use to leave out the other points.
                usable = sure if known.max() <= TOLERANCE else usable
        return Comparison(usable, errors, values)

    def search(self, left: Node, right: Node, conditions: tuple[Node, ...], found: Comparison) -> Comparison:
        """The same with more digits, at points that double precision can do nothing with, until a few are usable."""
        with numpy.errstate(all="ignore"):
            others = numpy.nonzero(~found.usable & self._fulfilled(conditions))[0][:SEARCHED].tolist()
            usable, errors = self._decided(left, right, others, found.usable, found.errors, ENOUGH)
        self.in_vain = len(others) >= IN_VAIN and not usable.any()
        return Comparison(usable, errors, found.values)

    def _decided(
        self,
        left: Node,
        right: Node,
        places: Iterable[int],
        usable: Mask,
        errors: NDArray[numpy.float64],
        enough: int = DECIDED,
    ) -> tuple[Mask, NDArray[numpy.float64]]:
        """Which points are usable and how far the values differ, after more digits were computed at some places.

        The first difference that stays ends it, and so does too much work: what is undecided then does not count.
        """
        from explainer.verify.many_digits import Work, difference_at

        usable, errors, work, scope = usable.copy(), errors.copy(), Work(), open_scope(left, right)
        everything = numpy.arange(self.count) if self.chosen is None else self.chosen
        for tried, place in enumerate(places):
            if tried == IN_VAIN and not usable.any():
                break
            try:
                difference = difference_at(left, right, scope, self._source(everything[place : place + 1]), work)
            except LimitError:
                break
            if difference is not None:
                usable[place], errors[place] = True, difference
                enough -= 1
                if difference > TOLERANCE or not enough:
                    break
        return usable, errors

    def _source(self, chosen: NDArray[numpy.intp] | None, beside: int = 0) -> RandomPoints:
        return RandomPoints(
            self.seed,
            self.count,
            self.sizes,
            chosen=chosen,
            far=self.far,
            shares=self.shares,
            declared=self.declared,
            beside=beside,
        )

    def _value(self, evaluator: Evaluator, node: Node, scope: Scope, as_table: bool = False) -> Array:
        """A value with the axis of the points first, of size 1 where all points have one value.

        As a table it has rows and columns, also where it is a number or a vector.
        """
        own = len(node.shape.sizes)
        value = with_leading_axes(evaluator.value(node, scope), 1 + len(scope) + own)
        return as_matrix(value, own) if as_table else value

    def _fulfilled(self, conditions: tuple[Node, ...]) -> Mask:
        known = self._known_conditions.get(conditions)
        if known is None:
            known = numpy.ones(self.points, dtype=bool)
            for condition in conditions:
                holds = self._value(self.evaluator, condition, open_scope(condition)) != 0.0
                if isinstance(condition, nodes.Comparison) and condition.relation == "!=" and not holds.all():
                    holds = holds | self._equal_all_around(condition)
                known &= self._at_all(holds)
            self._known_conditions[conditions] = known
        return known

    def _equal_all_around(self, condition: Node) -> Mask:
        """Where two sides that are to differ are equal at a point and at others beside it.

        What keeps away from a kink says u ≠ v, and max(u, v) has none in the middle of where u and v are one: there
        the line says something, and is compared.
        """
        found = numpy.ones(1, dtype=bool)
        for k in range(1, AROUND + 1):
            evaluator = Evaluator(self._source(self.chosen, k), samples=(self.points,), differentiate=self.oracle)
            found = found & (self._value(evaluator, condition, open_scope(condition)) == 0.0)
        return found

    def _at_all(self, holds: Mask) -> Mask:
        """Whether something holds for all entries at each point."""
        result = numpy.asarray(holds.reshape((len(holds), -1)).all(axis=1))
        return numpy.broadcast_to(result, (self.points,))

    def _largest(self, array: Array) -> Array:
        """The largest entry at each point."""
        flat = array.reshape((len(array), -1))
        return numpy.broadcast_to(flat.max(axis=1) if flat.shape[1] else numpy.zeros(len(flat)), (self.points,))


def open_scope(*expressions: Node) -> Scope:
    """The indices that no sum or grid binds: a statement about x_i holds for every i, so each gets an axis."""
    found = {part for expression in expressions for part in expression.free if isinstance(part, nodes.Index)}
    return tuple(Bound(index, 1) for index in sorted(found, key=lambda index: (index.name, str(index.size))))
