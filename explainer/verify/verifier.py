"""Whether a line of a derivation may follow another one: both are evaluated at random points and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from explainer.errors import ExplainerError, LimitError
from explainer.expr import nodes
from explainer.expr.declared import declared, says_property
from explainer.expr.node import Node, each_part
from explainer.expr.program import says_differential
from explainer.expr.shape import Shape, size_names
from explainer.phrases import counted, phrase
from explainer.threads import once
from explainer.verify.check import Check
from explainer.verify.drawn import Share, share

if TYPE_CHECKING:
    from explainer.verify.batch import Batch, Comparison
    from explainer.verify.oracle import Oracle
    from explainer.verify.points import Sizes
    from explainer.verify.smaller import Smaller

CANDIDATES, WIDE_CANDIDATES = 96, 512
"""How many points are tried at first, and how many more where a domain or a condition leaves too few of them."""
POINTS, POINTS_WITH_SIZES = 12, 8
"""How many points are used, without open sizes and for each way of filling them."""
MOST_DRAWN = 4_000_000
"""So many random numbers are drawn for a variable, 32 MB: of a matrix of 1,000 by 1,000 there are only a few points."""
LARGE, MOST_HELD = 100_000, 100_000_000
"""Where a variable or line has so many entries, the values of earlier lines are let go of when they take so many
bytes: the next check needs two of them, and all together would not fit into 500 MB."""
NEEDED = 4
"""With fewer usable points nothing is said to be true; one difference is enough to say that a line is wrong."""


class _Tools(NamedTuple):
    """What computes with arrays."""

    batch: type[Batch]
    oracle: type[Oracle]
    sizes: type[Sizes]
    beside: Callable[..., list[Batch]]
    names_apart: Callable[[Node, Node], Iterable[Node]]


@cache
def _tools() -> _Tools:
    """Loaded with the first check: the first line of a derivation is seen before. Looked up once, not at each check."""
    from explainer.verify.batch import Batch
    from explainer.verify.branches import beside, names_apart
    from explainer.verify.oracle import Oracle
    from explainer.verify.points import Sizes

    return _Tools(Batch, Oracle, Sizes, beside, names_apart)


class Verifier:
    """Compares lines of one derivation; made once for it, since lines share most of their parts and so their values.

    `expressions` tell which points are of use: those where all of them have a value, far from kinks. Every open size
    is filled in two ways, all sizes different from each other. Equal seeds give equal points. With a `thoroughness` of
    k there are k times as many points.
    """

    def __init__(
        self,
        expressions: Iterable[Node] = (),
        *,
        seed: int = 0,
        thoroughness: int = 1,
        shares: frozenset[Share] = frozenset(),
        declared: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self._expressions = tuple(expressions)
        self._shares = shares
        self._declared = declared
        self._by_drawing: dict[tuple[frozenset[Share], frozenset[tuple[str, str]]], Verifier] = {}
        self._seed = seed
        self._thoroughness = thoroughness

    def check(self, before: Node, after: Node, conditions: tuple[Node, ...] = ()) -> Check:
        """Whether two lines have as many rows and columns and, wherever the conditions hold, one value.

        When `after` holds intermediate variables, the facts about them that `before` does not state are compared too.
        A comparison that cannot be made does not pass, but it is no failure either: too few points with a value, or an
        expression without one. A condition such as sum(y) = 1, which no random point fulfils, holds at
        points of its own.
        """
        # Points at which an equation holds are not found by chance: they are drawn so that it does.
        shares = frozenset(found for condition in conditions if (found := share(condition)) is not None)
        properties = declared(conditions)
        if not (shares <= self._shares and properties <= self._declared):
            return self._drawing(shares, properties).check(before, after, conditions)
        # At the points that are drawn for them they hold, but for rounding.
        conditions = tuple(c for c in conditions if share(c) is None and not says_property(c, properties))
        if not _is_one_table(before.shape, after.shape):
            shapes = phrase("{0} and {1}", before.shape.display(), after.shape.display())
            return Check(False, float("inf"), 0, phrase("the two lines have different shapes: {0}", shapes))
        try:
            answers = [self._compare(*pair, conditions) for pair in _pairs(before, after)]
        except ExplainerError as error:
            smaller = self._smaller.check(before, after, conditions) if isinstance(error, LimitError) else None
            return smaller or _undecided(0, phrase("the lines cannot be evaluated: {0}", error.message))
        for state in ("failed", "unchecked"):
            for answer in answers:
                if answer.state == state:
                    return answer
        points, worst = min(answer.points for answer in answers), max(answer.max_error for answer in answers)
        return Check(
            True,
            worst,
            points,
            counted("the two lines agree at {0} random point", "the two lines agree at {0} random points", points),
        )

    def _drawing(self, shares: frozenset[Share], properties: frozenset[tuple[str, str]]) -> Verifier:
        key = shares, properties
        if key not in self._by_drawing:
            self._by_drawing[key] = Verifier(
                self._expressions,
                seed=self._seed,
                thoroughness=self._thoroughness,
                shares=self._shares | shares,
                declared=self._declared | properties,
            )
        return self._by_drawing[key]

    def refute(self, line: Node, attempt: Node) -> Check:
        """Whether the numbers show that an attempt is wrong: that its value differs from the line's.

        An attempt that agrees, or that cannot be compared at enough points, is not refuted.
        """
        try:
            results = self._results(line, attempt, ())
        except LimitError as error:
            smaller = self._smaller.refute(line, attempt)
            return smaller or replace(_undecided(0, error.message), refutes=True)
        check = _judge(results, phrase("the two lines"))
        if check.state != "failed":
            return Check(
                False,
                0.0,
                check.points,
                phrase("the numbers do not show that this is wrong"),
                refutes=True,
                undecided=check.undecided,
            )
        return Check(True, 0.0, check.points, _refutation(line, attempt, results), refutes=True)

    @once
    def _smaller(self) -> Smaller:
        from explainer.verify.smaller import Smaller

        return Smaller(
            self._expressions,
            lambda expressions: Verifier(
                expressions,
                seed=self._seed,
                thoroughness=self._thoroughness,
                shares=self._shares,
                declared=self._declared,
            ),
        )

    @once
    def _batches(self) -> list[Batch]:
        """The points that every check begins with."""
        wanted = self._thoroughness * (POINTS_WITH_SIZES if self._open_sizes else POINTS)
        batches = []
        for pool, wide in zip(self._pools(self._thoroughness * CANDIDATES, far=False), self._wide, strict=True):
            try:
                usable = pool.finite(self._expressions)
                if usable.sum() < wanted:
                    usable, pool = wide.finite(self._expressions), wide
                order = (~usable).argsort(kind="stable")[:wanted]
            except LimitError:  # so many points are too many for large values; the first few may do
                order = pool.finite(()).nonzero()[0][:wanted]
            batches.append(replace(pool, chosen=order))
        return batches

    @once
    def _in_branches(self) -> list[Batch]:
        """Points beside the usual ones, at which max, |u|, relu and cases take the branches that those do not reach."""
        pools = self._pools(self._thoroughness * CANDIDATES, far=False)
        return _tools().beside(self._batches, pools, self._wide[0], self._expressions)

    @once
    def _wide(self) -> list[Batch]:
        """All points that can be tried, for where the usual ones are too few."""
        return list(self._pools(self._thoroughness * WIDE_CANDIDATES, far=True))

    def _pools(self, count: int, *, far: bool) -> Iterator[Batch]:
        tools = _tools()
        count = min(count, max(NEEDED, MOST_DRAWN // self._entries))
        for way in range(2 if self._open_sizes else 1):
            sizes = tools.sizes(way, self._open_sizes, self._least_sizes)
            oracle = tools.oracle(analytic_functions=True)
            yield tools.batch(
                2 * self._seed + way, count, sizes, oracle, far, shares=self._shares, declared=self._declared
            )

    @once
    def _open_sizes(self) -> tuple[str, ...]:
        return tuple(sorted({name for expression in self._expressions for name in _sizes_in(expression)}))

    @once
    def _least_sizes(self) -> dict[str, int]:
        """How large open sizes are at least, as an entry is named by its number."""
        least: dict[str, int] = {}
        for part in (part for expression in self._expressions for part in each_part(expression)):
            if isinstance(part, nodes.Entry | nodes.MatrixRow):
                indices = part.indices if isinstance(part, nodes.Entry) else (part.index,)
                for size, index in zip(part.base.shape.sizes, indices, strict=False):
                    if isinstance(size, str) and isinstance(index, nodes.Number):
                        least[size] = max(least.get(size, 0), int(index.value))
        return least

    @once
    def _entries(self) -> int:
        """How many entries the largest variable or line has, as far as the sizes are numbers."""
        values = {value for expression in self._expressions for value in (expression, *expression.free)}
        sizes = ([size for size in value.shape.sizes if isinstance(size, int)] for value in values)
        return max(map(prod, sizes), default=1)

    def _compare(self, left: Node, right: Node, what: str, conditions: tuple[Node, ...]) -> Check:
        conditions = tuple(dict.fromkeys((*conditions, *_tools().names_apart(left, right))))
        return _judge(self._results(left, right, conditions), what)

    def _results(self, left: Node, right: Node, conditions: tuple[Node, ...]) -> list[Comparison]:
        """One comparison, at more points where the usual ones are too few, and with more digits if need be."""
        if not self._expressions:
            self._expressions = (left,)
        if self._entries > LARGE:
            for batch in self._batches:
                batch.forget(MOST_HELD)
        results = [batch.compare(left, right, conditions) for batch in self._batches]
        enough = NEEDED if len(results) == 1 else NEEDED // 2
        few = [result.usable.sum() < enough for result in results]
        # Where the points of one way to fill the sizes do, nothing is looked for once more that an earlier line did not
        # have either.
        hopeless = [batch.in_vain and not all(few) for batch in self._wide] if any(few) else []
        if any(is_few and not is_vain for is_few, is_vain in zip(few, hopeless, strict=False)):
            results = [batch.compare(left, right, conditions) for batch in self._wide]
            if all(result.agrees for result in results):
                results = [
                    batch.search(left, right, conditions, result)
                    if result.usable.sum() < enough and not is_vain
                    else result
                    for batch, result, is_vain in zip(self._wide, results, hopeless, strict=True)
                ]
        if all(result.agrees for result in results):
            results += [batch.compare(left, right, conditions) for batch in self._in_branches]
        return results


def verify(before: Node, after: Node, conditions: tuple[Node, ...] = ()) -> Check:
    """Whether two expressions have one shape and one value wherever the conditions hold; see `Verifier.check`."""
    return Verifier((before,)).check(before, after, conditions)


def _pairs(before: Node, after: Node) -> Iterator[tuple[Node, Node, str]]:
    """What must be equal: the two lines, and both sides of every new fact."""
    if says_differential(before) and says_differential(after) and before.children[0] is after.children[0]:
        # What the differential was found to be so far must not change: one wrong step is not held against the next.
        yield before.children[1].children[1], after.children[1].children[1], phrase("the two sides of a new equation")
        return
    yield before, after, phrase("the two lines")
    if not isinstance(after, nodes.Where):
        return
    known: frozenset[Node] = frozenset()
    if isinstance(before, nodes.Where) and before.definitions == after.definitions:
        known = frozenset(before.facts)
    for fact in after.facts:
        if fact not in known:
            sides = nodes.Where(fact.left, after.definitions), nodes.Where(fact.right, after.definitions)
            yield *sides, phrase("the two sides of a new equation")


def _judge(results: list[Comparison], what: str) -> Check:
    points = int(sum(result.usable.sum() for result in results))
    if points == 0:
        return _undecided(0, phrase("no point was found where {0} have a value", what))
    worst = max(float(result.errors.max()) for result in results)
    agree = all(result.agrees for result in results)
    if agree and points < NEEDED:
        return _undecided(
            points,
            counted(
                "only {0} point was found where {1} have a value",
                "only {0} points were found where {1} have a value",
                points,
                what,
            ),
        )
    if agree:
        return Check(True, worst, points, "")
    values = _worst_values(results)
    if values is None:
        return Check(False, worst, points, phrase("{0} differ by {1} percent", what, f"{100 * worst:.3g}"))
    return Check(False, worst, points, phrase("{0} differ: {1} is not {2}", what, values[0], values[1]))


def _is_one_table(first: Shape, second: Shape) -> bool:
    """Whether values of two shapes have the same rows and columns: a 1×1 matrix is a number, a column is n×1."""
    return (first.rows, first.columns) == (second.rows, second.columns)


def _undecided(points: int, message: str) -> Check:
    """Nothing was confirmed and nothing refuted."""
    return Check(False, float("inf"), points, message, undecided=True)


def _refutation(line: Node, attempt: Node, results: list[Comparison]) -> str:
    """Where the two values differ, and what they are there: at a small whole point where there is one."""
    from explainer.verify.whole_points import telling_point

    told = telling_point(line, attempt)
    if told is not None:
        return phrase("at {0} the derivative is {1}, but this gives {2}", *told)
    right, wrong = _worst_values(results) or (phrase("another value"), phrase("this"))
    return phrase("at one point the derivative is {0}, but this gives {1}", right, wrong)


def _worst_values(results: list[Comparison]) -> tuple[str, str] | None:
    """The two values at the point where they differ most, when they are single numbers."""
    result = max(results, key=lambda result: float(result.errors.max()))
    place = int(result.errors.argmax())
    first, second = (value[place if len(value) > 1 else 0] for value in result.values)
    if first.size != 1 or second.size != 1:
        return None
    return f"{float(first.flat[0]):.6g}", f"{float(second.flat[0]):.6g}"


def _sizes_in(expression: Node) -> Iterator[str]:
    """The names of all open sizes of an expression."""
    seen: set[Node] = set()
    stack = [expression]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        yield from node.shape.names
        size = node.name if isinstance(node, nodes.SizeValue) else getattr(node, "size", None)
        if isinstance(size, str):
            yield from size_names(size)
        stack.extend(node.children)
