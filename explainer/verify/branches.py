"""Points for every branch: where max, |u|, relu and cases take each of their ways, as far as any point does.

A wrong line may differ from the right one in a single branch, and a dozen random points may all lie in another one. Of
a part inside a branch only those points count at which that branch is taken: elsewhere nobody sees what the part does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import numpy
from numpy.typing import NDArray

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator
from explainer.expr.kinds import holds
from explainer.expr.node import Node, each_part
from explainer.expr.operation import Operation
from explainer.verify.batch import Batch, open_scope

Mask = NDArray[numpy.bool_]

WANTED = 2
"""So many points in every branch: at one alone the difference could happen to be small."""
MOST_ADDED = 24
"""So many points are added at most; of a network with a hundred kinks not every way through is looked at."""

_THRESHOLD = re.compile(r"(?:\babs\(u\)|\bu) (?:<=?|>=?|!=|=) (-?[\d.]+)|(-?[\d.]+) <=? u\b")
_COMPARED = re.compile(r"\bu (?:<=?|>=?|!=|==) v\b|\bv <=? u\b")


@cache
def thresholds(operation: Operation) -> Array:
    """Where a function of one number passes from one formula to another, as its row of the table tells."""
    if operation.analytic:
        return numpy.empty(0)
    told = " ".join((operation.definition, *operation.domain))
    found = {float(number) for pair in _THRESHOLD.findall(told) for number in pair if number}
    if "abs(u)" in operation.definition:
        found |= {0.0} | {-number for number in found}
    return numpy.array(sorted(found))


@cache
def pieces(operation: Operation) -> tuple[tuple[float, float, bool], ...]:
    """The pieces of a function of one number: from where to where, and whether it is flat there."""
    limits = thresholds(operation).tolist() if operation.elementwise else []
    found = []
    for low, high in zip([-numpy.inf, *limits], [*limits, numpy.inf], strict=True) if limits else ():
        start = high - 3.0 if low == -numpy.inf else low
        inside = start + numpy.array([0.25, 0.5]) * (3.0 if high == numpy.inf else high - start)
        values = operation.value(numpy, inside) if operation.arity == 1 else inside
        found.append((low, high, bool(values[0] == values[1])))
    return tuple(found)


@cache
def compares(operation: Operation) -> bool:
    """Whether a function of two numbers depends on which of them is the larger one."""
    return bool(_COMPARED.search(" ".join((operation.definition, *operation.domain))))


def names_apart(*sides: Node) -> Iterator[Node]:
    """Where the chain rule holds for derivatives by names: no two names that a maximum chooses between are equal.

    Names that are equal all around a point hide each other there: alone none of them changes max(u, v), min(x, max(u,
    v)) has the slope 0 by u and by v, and yet all of them move together.
    """
    for side in sides:
        if not isinstance(side, nodes.Where) or not holds(side, nodes.Derivative):
            continue
        names = {definition.left for definition in side.definitions}
        if any(isinstance(part, nodes.Derivative) and part.wrt in names for part in each_part(side.body)):
            for part in dict.fromkeys(part for d in side.definitions for part in each_part(d.right)):
                if isinstance(part, nodes.Apply) and compares(part.operation) and all(a.free for a in part.arguments):
                    first, second = part.arguments
                    yield nodes.Where(nodes.Comparison("!=", first, second), side.definitions)


def branches(expression: Node, evaluator: Evaluator, points: int) -> Iterator[Mask]:
    """For every branch in an expression the points at which it is taken and counts, in one entry at least."""
    if not holds(expression, nodes.Cases, nodes.Apply):
        return
    parts = sorted(each_part(expression), key=lambda part: -part.height)
    definitions = expression.definitions if isinstance(expression, nodes.Where) else ()
    counts = {expression: numpy.ones(points, dtype=bool)}
    for part in parts:  # from the outside in, so that all that is around a part was seen before it
        here = counts[part]
        taken: dict[Node, Mask] = {}
        try:
            for branch, inside in _ways(part, Values(evaluator, points, definitions)):
                reached = here & branch
                yield reached
                if inside is not None:
                    taken[inside] = taken.get(inside, ~here & here) | reached
        except ExplainerError:
            taken = {}  # what has no value has no branches that could be told apart
        for child in part.children:
            seen = taken.get(child, here)
            counts[child] = counts[child] | seen if child in counts else seen


class Values:
    """The values of parts at some points, also of those that stand under definitions or have open indices."""

    def __init__(self, evaluator: Evaluator, points: int, definitions: tuple[nodes.Equation, ...]) -> None:
        self._evaluator, self._points, self._definitions = evaluator, points, definitions

    def at_any(self, holds_there: Array) -> Mask:
        """The points at which something holds for one entry or index at least."""
        flat = holds_there.reshape((len(holds_there), -1)).any(axis=1) if holds_there.ndim else holds_there
        return numpy.broadcast_to(numpy.asarray(flat, dtype=bool), (self._points,))

    def of(self, *parts: Node) -> list[Array]:
        """Their values, with the axis of the points first and all axes of one fitting those of the others."""
        parts = tuple(nodes.Where(part, self._definitions) if self._definitions else part for part in parts)
        scope = open_scope(*parts)
        axes = max(len(part.shape.sizes) for part in parts)
        values = []
        for part in parts:
            value = numpy.asarray(self._evaluator.value(part, scope))
            missing = axes - len(part.shape.sizes)
            leading = 1 + len(scope) + len(part.shape.sizes)
            value = value.reshape((1,) * (leading - value.ndim) + value.shape)
            values.append(value.reshape(value.shape + (1,) * missing))
        return values


def _ways(part: Node, values: Values) -> Iterator[tuple[Mask, Node | None]]:
    """The branches of one node: where each is taken, and the part that is its value, if it is one of the node's."""
    if isinstance(part, nodes.Cases):
        truths = values.of(*part.conditions)
        before = numpy.zeros_like(truths[0], dtype=bool)
        for truth, chosen in zip(truths, part.values, strict=True):
            yield values.at_any((truth != 0.0) & ~before), chosen
            before = before | (truth != 0.0)
    elif isinstance(part, nodes.Apply) and part.operation.elementwise and not part.operation.analytic:
        operation, arguments = part.operation, part.arguments
        if len(arguments) == 2 and compares(operation):
            left, right = values.of(*arguments)
            picks = {"max": (1, 0), "min": (0, 1)}.get(operation.name)
            ways = (left < right, left > right)
            for way, place in zip(ways, picks or (None, None), strict=True):
                yield values.at_any(way), None if place is None else arguments[place]
        elif pieces(operation):
            for entry in _listed(arguments[0]):
                (argument,) = values.of(entry)
                for low, high, flat in pieces(operation):
                    yield values.at_any((argument > low) & (argument < high)), None if flat else arguments[0]
    elif isinstance(part, nodes.Apply) and part.operation.name == "norm1":
        for entry in _listed(part.arguments[0]):
            (argument,) = values.of(entry)
            yield values.at_any(argument > 0.0), None
            yield values.at_any(argument < 0.0), None


def _listed(argument: Node) -> tuple[Node, ...]:
    """The entries of a vector that is written out, each of which is another function; anything else is one."""
    return argument.entries if isinstance(argument, nodes.Vector) else (argument,)


def beside(usual: list[Batch], pools: Iterable[Batch], wide: Batch, lines: tuple[Node, ...]) -> list[Batch]:
    """Batches of further points, at which the branches are taken that those of the usual batches do not reach.

    They come from the pools that the usual ones were chosen from; from the wide one where those have none either.
    """
    if not any(holds(line, nodes.Cases, nodes.Apply) for line in lines):
        return []
    found: list[Batch] = []
    missed: list[frozenset[int]] = []
    try:
        for pool, batch in zip(pools, usual, strict=True):
            chosen = [] if batch.chosen is None or batch.far != pool.far else batch.chosen.tolist()
            places, never = _additions(pool, lines, chosen)
            missed.append(never)
            found.extend(_at(pool, places))
        if all(missed):
            places, _ = _additions(wide, lines, [], missed[0])
            found.extend(_at(wide, places))
    except ExplainerError:  # too large for so many points: the usual ones must do
        return []
    return found


def _at(pool: Batch, places: list[int]) -> list[Batch]:
    return [replace(pool, chosen=numpy.array(places, dtype=numpy.intp))] if places else []


def _additions(
    batch: Batch, lines: tuple[Node, ...], chosen: list[int], only: frozenset[int] | None = None
) -> tuple[list[int], frozenset[int]]:
    """Points beside the chosen ones for every branch that counts, and the numbers of those that no point reaches."""
    added: list[int] = []
    missed: set[int] = set()
    here = numpy.zeros(batch.points, dtype=bool)
    here[chosen] = True
    with numpy.errstate(all="ignore"):
        usable = batch.finite(body for line in lines for body in _bodies(line))
        masks = (mask for line in lines for mask in branches(line, batch.evaluator, batch.points))
        for number, mask in enumerate(masks):
            if only is not None and number not in only:
                continue
            missing = min(WANTED - int((mask & here).sum()), MOST_ADDED - len(added))
            more = numpy.nonzero(mask & usable & ~here)[0][: max(0, missing)]
            here[more] = True
            added.extend(more.tolist())
            if not (mask & here).any():
                missed.add(number)
    return added, frozenset(missed)


def _bodies(line: Node) -> list[Node]:
    """What must have a value at a point: the functions whose derivatives a line holds, or the line itself."""
    definitions = line.definitions if isinstance(line, nodes.Where) else ()
    bodies = [part.body for part in each_part(line) if isinstance(part, nodes.Derivative)]
    return [nodes.Where(body, definitions) if definitions else body for body in bodies] or [line]
