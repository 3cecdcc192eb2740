"""Which part of a line comes from which part of the line before: what was kept, moved, copied, merged, born or gone.

Outside the parts that a step has touched the two lines are the same, shifted at most by terms that came or went.
Inside, equal parts are found by their size, the largest first, as a reader would; what is left of a construct (the d/dx
before a sum that became two) follows the parts that it held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from explainer.expr.node import Node, Path, at, subnodes
from explainer.expr.nodes import Apply, Derivative, Entry, Equation, FunctionCall, Number, Variable, Where
from explainer.threads import once, recent

if TYPE_CHECKING:
    from explainer.engine import Step

MOST_PARTS = 3000
"""A line with more parts than this is not looked through: nobody follows so many with the eye."""


@dataclass(frozen=True)
class Matching:
    """The parts of the line after (their paths) and where they come from in the line before.

    `sources` has the places in the line before for each part that comes from there; a part that is not in it is born.
    `kept` are the parts that no step has touched.
    """

    sources: Mapping[Path, tuple[Path, ...]]
    kept: frozenset[Path]

    @once
    def targets(self) -> Mapping[Path, tuple[Path, ...]]:
        """The places in the line after for each part of the line before that is still there; the others are gone."""
        found: dict[Path, list[Path]] = defaultdict(list)
        for after, befores in self.sources.items():
            for before in befores:
                found[before].append(after)
        return {before: tuple(afters) for before, afters in found.items()}

    def fate(self, after: Path) -> str:
        """What happened to a part of the line after: kept, moved, copied, merged or born."""
        sources = self.sources.get(after, ())
        if not sources:
            return "born"
        if after in self.kept:
            return "kept"
        if len(sources) > 1:
            return "merged"
        return "copied" if len(self.targets[sources[0]]) > 1 else "moved"


class Places(NamedTuple):
    """Places in the line before and in the line after whose parts are to be matched."""

    before: list[Path]
    after: list[Path]


NOTHING = Matching({}, frozenset())


def matching_of(step: Step) -> Matching:
    """How the line after a step comes from the line before."""
    return _kept_matching(step.before, step.after, step.touched_before, step.touched_after)


def match_lines(
    before: Node, after: Node, touched_before: Sequence[Path] = ((),), touched_after: Sequence[Path] = ((),)
) -> Matching:
    """Match the parts of two lines, of which only those at the touched paths differ."""
    if max(before.part_count, after.part_count) > MOST_PARTS:
        return NOTHING
    work = _Work(before, after, frozenset(touched_before), frozenset(touched_after))
    work.walk()
    work.match_regions()
    return Matching({path: tuple(found) for path, found in work.sources.items()}, frozenset(work.kept))


_kept_matching = recent(64)(match_lines)
"""Found by the lines and not by the step, which would keep its whole derivation."""


class _Work:
    """One matching on the way: what is known so far, and the parts that are still to be matched by their looks."""

    def __init__(self, before: Node, after: Node, touched_before: frozenset[Path], touched_after: frozenset[Path]):
        self.before, self.after = before, after
        self.touched = touched_before, touched_after
        self.ways = _prefixes(touched_before), _prefixes(touched_after)
        self.sources: dict[Path, list[Path]] = {}
        self.kept: set[Path] = set()
        self._open: list[Places] = []

    # --- outside of what was touched ---------------------------------------------------------------------------------

    def walk(self) -> None:
        """Match the parts that stand in the same place of the two lines, as deep down as they are alike."""
        stack: list[tuple[Path, Path] | Places] = [((), ())]
        while stack:
            place = stack.pop()
            if isinstance(place, Places):
                self._open.append(place)
                continue
            b, a = place
            one, other = at(self.before, b), at(self.after, a)
            if one is other:
                self._same(b, a, kept=True)
            elif b in self.touched[0] or a in self.touched[1] or not _alike(one, other):
                self._open.append(Places([b], [a]))
            else:
                stack.extend(reversed(self._children(b, a, one, other)))

    def _children(self, b: Path, a: Path, one: Node, other: Node) -> list[tuple[Path, Path] | Places]:
        """Pair the children of two parts of one kind: those that no path leads to in order, then the others.

        Returns the pairs to walk on with, and after them the places to be matched by their looks.
        """
        sides = [
            (_sorted_children(b, one, self.touched[0], self.ways[0])),
            (_sorted_children(a, other, self.touched[1], self.ways[1])),
        ]
        (plain_b, inner_b, new_b), (plain_a, inner_a, new_a) = sides
        pairs = list(zip(plain_b, plain_a, strict=False))
        fits = len(plain_b) == len(plain_a) and len(inner_b) == len(inner_a)
        if not fits or any(at(self.before, p) is not at(self.after, q) for p, q in pairs):
            return [Places([b], [a])]
        self.sources[a] = [b]
        self.kept.add(a)
        for p, q in pairs:
            self._same(p, q, kept=True)
        inner = zip(inner_b, inner_a, strict=True)
        if len(new_b) == len(new_a):
            return [*inner, *(Places([p], [q]) for p, q in zip(new_b, new_a, strict=True))]
        return [*inner, Places(new_b, new_a)]

    def _same(self, b: Path, a: Path, *, kept: bool = False) -> None:
        """Match two equal parts with all that is in them."""
        for path, _ in subnodes(at(self.after, a)):
            self.sources[a + path] = [b + path]
            if kept:
                self.kept.add(a + path)

    # --- inside ------------------------------------------------------------------------------------------------------

    def match_regions(self) -> None:
        """Match what was touched, place by place where there are as many on both sides."""
        for befores, afters in self._open:
            _Region(self, befores, afters).match()


class _Region:
    """Parts of the line before that were replaced, and those that stand in their place."""

    def __init__(self, work: _Work, befores: list[Path], afters: list[Path]) -> None:
        self._work = work
        self._befores, self._afters = befores, afters
        self._places: dict[Node, list[Path]] = defaultdict(list)
        self._inside: dict[Path, Node] = {}
        for root in befores:
            for path, node in subnodes(at(work.before, root)):
                self._places[node].append(root + path)
                self._inside[root + path] = node
        self._known = defaultdict[Node, list[Path]](list)
        for root in self._references():
            for path, node in subnodes(at(work.before, root)):
                self._known[node].append(root + path)
        self._used: set[Path] = set()
        # Of what is still free only the first places are looked at, however often a letter stands in a line; a dict
        # keeps their order, and gives up one of them at once.
        self._free = {node: dict.fromkeys(places) for node, places in self._places.items()}

    def match(self) -> None:
        parts = [(root + path, node) for root in self._afters for path, node in subnodes(at(self._work.after, root))]
        loose = self._match_equal(parts)
        self._merge(parts)
        for path, node in sorted(loose, key=lambda part: part[1].height):
            if node.children:
                self._match_construct(path, node)

    def _match_equal(self, parts: list[tuple[Path, Node]]) -> list[tuple[Path, Node]]:
        """Match equal parts, the largest first; return what is matched neither by itself nor within a larger part."""
        done: set[Path] = set()
        loose = []
        for path, node in sorted(parts, key=lambda part: -part[1].height):
            if path[:-1] in done:  # a part is lower than what it is in, which has therefore been looked at before
                done.add(path)
                continue
            source = self._source(node, path)
            if source is None:
                loose.append((path, node))
                continue
            self._work._same(source, path)
            done.add(path)
        return loose

    def _source(self, node: Node, after: Path) -> Path | None:
        """Where a part comes from: a place not used yet, else one that is copied; numbers are not copied."""
        free = self._free.get(node)
        if free:
            others = (place for place in free if not _is_wrt(self._work.before, place))
            chosen = after if after in free else next(others, next(iter(free)))
            for path, part in subnodes(node):
                self._used.add(chosen + path)
                self._free[part].pop(chosen + path, None)
            return chosen
        if node in self._known:
            return self._known[node][0]
        places = self._places.get(node)
        return None if isinstance(node, Number) or not places else places[0]

    def _references(self) -> Iterable[Path]:
        """The sides of equations on the line that a touched part stands for, or that a new equation is about."""
        line = self._work.before
        if not isinstance(line, Where):
            return
        asked = set(self._inside.values())
        for root in self._afters:
            new = at(self._work.after, root)
            if isinstance(new, Equation) and isinstance(new.left, Derivative):
                asked.add(new.left.body)
        equations = [
            (-equation.left.height, k)
            for k, equation in enumerate(line.children)
            if isinstance(equation, Equation) and equation.left in asked and (k,) not in self._befores
        ]
        for _, k in sorted(equations):  # what is known of a derivative before what a variable stands for
            yield (k, 1)
            yield (k, 0)

    def _merge(self, parts: list[tuple[Path, Node]]) -> None:
        """Let equal letters that are left over flow into those that stayed, as in x·x = x²."""
        if isinstance(self._work.before, Where):  # its definitions repeat letters, and go when they are not needed
            return
        letters = [part for part in parts if isinstance(part[1], Variable | Entry)]
        stayed: dict[Node, Path] = {node: path for path, node in reversed(letters) if path in self._work.sources}
        for place, node in self._inside.items():
            target = stayed.get(node)
            merges = isinstance(node, Variable | Entry) and place not in self._used
            if merges and target is not None and not _in_derivative(self._work.before, place):
                self._work.sources[target].append(place)
                self._used.add(place)

    def _match_construct(self, path: Path, node: Node) -> None:
        """Match what a part draws around its own parts to a construct of the same kind that held one of them."""
        holds = _held_by(
            source for inner, _ in islice(subnodes(node), 1, 200) for source in self._work.sources.get(path + inner, ())
        )
        found = [place for place in holds if (part := self._inside.get(place)) and part.children and _alike(part, node)]
        if found:
            most = max((holds[place], len(place)) for place in found)
            # Paths in order are the parts as they stand, from left to right.
            self._work.sources[path] = [min(place for place in found if (holds[place], len(place)) == most)]


def _sorted_children(
    path: Path, node: Node, touched: frozenset[Path], ways: frozenset[Path]
) -> tuple[list[Path], list[Path], list[Path]]:
    """The children that no touched path leads to, those on the way to one, and those that are touched themselves."""
    plain, inner, new = list[Path](), list[Path](), list[Path]()
    for k in range(len(node.children)):
        child = (*path, k)
        (new if child in touched else inner if child in ways else plain).append(child)
    return plain, inner, new


def _held_by(paths: Iterable[Path]) -> Mapping[Path, int]:
    """How many of some paths lead to or through each place, counted from the longest up to the root."""
    levels: dict[int, Counter[Path]] = defaultdict(Counter)
    for path in paths:
        levels[len(path)][path] += 1
    for length in range(max(levels, default=0), 0, -1):
        for path, number in levels[length].items():
            levels[length - 1][path[:-1]] += number
    return {path: number for level in levels.values() for path, number in level.items()}


def _prefixes(paths: Iterable[Path]) -> frozenset[Path]:
    return frozenset(path[:length] for path in paths for length in range(len(path)))


def _alike(one: Node, other: Node) -> bool:
    """Whether two parts draw the same around their own parts."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Apply) and isinstance(other, Apply):
        return one.operation is other.operation
    if isinstance(one, FunctionCall) and isinstance(other, FunctionCall):
        return one.name == other.name
    return True


def _is_wrt(line: Node, path: Path) -> bool:
    """Whether a part is the variable that a derivative is taken by."""
    return bool(path) and path[-1] == 1 and isinstance(at(line, path[:-1]), Derivative)


def _in_derivative(line: Node, path: Path) -> bool:
    return any(isinstance(at(line, path[:length]), Derivative) for length in range(len(path)))
