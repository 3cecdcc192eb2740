"""A step: one use of one rule on a line, with its reason, its place, its check and what is folded inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from explainer.expr.node import Node, Path, at, first_places, subnodes
from explainer.expr.nodes import Derivative, Equation, Where
from explainer.expr.shape import Shape
from explainer.phrases import joined, phrase
from explainer.rules import RuleId, Words, plain
from explainer.rules.chain.naming import named_parts
from explainer.showing import ShowsItself
from explainer.threads import once

if TYPE_CHECKING:
    from explainer.verify import Check


T = TypeVar("T")

_MOST_NAMED = 3
"""So many rules are named in the title of a line that stands for several steps."""


@dataclass(frozen=True)
class Known(Generic[T]):
    """What is known already, for those who would have it made; unlike a function made on the way it can be pickled."""

    value: T

    def __call__(self) -> T:
        return self.value


@dataclass(frozen=True, eq=False)
class Step(ShowsItself):
    """One use of one rule.

    `before` and `after` are whole lines; `touched_before` and `touched_after` are the paths of the parts that the rule
    replaced and of those that are new. `bindings` say what the letters of the statement are here. `words` is the
    reason, text and formulas mixed; `dropped` are the paths in the line before of what the rule leaves out. Check and
    substeps are worked out when they are first asked for, then kept.

    A step with an `attempt` is a wrong turn: the line stays as it is, and the check refutes the attempt by numbers.
    """

    number: int
    rule: RuleId
    phase: str
    before: Node
    after: Node
    touched_before: tuple[Path, ...]
    touched_after: tuple[Path, ...]
    statement: str
    bindings: Mapping[str, Node]
    words: Words
    conditions: tuple[Node, ...]
    attempt: Node | None
    make_check: Callable[[], Check]
    make_substeps: Callable[[], tuple[Step, ...]]
    dropped: tuple[Path, ...] = ()

    @property
    def title(self) -> str:
        """The rule's name for people."""
        rule = self.rule.rule
        return rule.title if rule else self.rule

    @property
    def others_named(self) -> tuple[Step, ...]:
        """The steps inside that it is called after too: none, unless it joins several."""
        return ()

    @property
    def explanation(self) -> str:
        """The reason as plain text, formulas in the input language."""
        return plain(self.words)

    @property
    def latex(self) -> str:
        """The line after the step as LaTeX (amsmath)."""
        from explainer.notation import write

        return write(self.after, "latex")

    @property
    def text(self) -> str:
        """The line after the step in the input language."""
        return self.after.text()

    @property
    def news(self) -> tuple[Node, ...]:
        """What there is to say of the line after the step, for a reader who has the lines before it.

        Of a program of intermediate variables these are the parts that the step made: a new derivative as an equation,
        or the new value. Of any other line it is the whole.
        """
        return tuple(at(self.after, place) for place in self._places_of_news()) or (self.after,)

    @property
    def facts(self) -> tuple[Equation, ...]:
        """The same as equations, for whoever does not see the program around them; none where the news are the line."""
        found = ((place, at(self.after, place)) for place in self._places_of_news())
        return tuple(
            part if isinstance(part, Equation) else Equation(at(self.before, place), part) for place, part in found
        )

    def _places_of_news(self) -> tuple[Path, ...]:
        """Where in the line after are the parts of a program that the step made; nowhere if all of it is news."""
        programs = [path for path, part in first_places(self.after) if isinstance(part, Where)]
        around = [path for path in programs if all(place[: len(path)] == path for place in self.touched_after)]
        program = max(around, key=len, default=None)
        if program is None or not _is_program(self.before, program):
            return ()
        depth = len(program) + 1
        places = {path[:depth] for path in self.touched_after}
        if places == {program}:  # marked as a whole, as so many places of it changed
            places = set(_changed_parts(at(self.before, program), at(self.after, program), program))
        if any(len(place) < depth or place[:-1] != program for place in places):
            return ()
        return tuple(sorted(places))

    @property
    def tempting(self) -> Node | None:
        """What a wrong turn gives for the line, without the definitions of a program; None for a step that holds."""
        return self.attempt.body if isinstance(self.attempt, Where) else self.attempt

    @once
    def struck(self) -> tuple[Path, ...]:
        """The paths of what falls away from the line before: zeros, ones, common factors, by this step or inside it.

        Of a folded step only where the part that it falls away from stands in the line before as it is: half of a
        common factor would mislead.
        """
        found = dict.fromkeys(self.dropped)
        for step in self.substeps:
            if all(_is_at(step.before, self.before, path) for path in (*step.touched_before, *step.struck)):
                found.update(dict.fromkeys(step.struck))
        return tuple(found)

    @once
    def named(self) -> Mapping[Path, Node]:
        """The names that the step gives to parts of the line before, by their paths; none for most steps.

        The last name is that of the whole function, which needs no brace.
        """
        if len(self.touched_before) != 1:
            return {}
        (place,) = self.touched_before
        line = at(self.before, place)
        if not isinstance(line, Derivative) or self.phase != "introduce":
            return {}
        program = at(self.after, place)
        if not isinstance(program, Where):
            return {}
        names = named_parts(line, program)
        return {(*place, 0, *path): names[part] for path, part in subnodes(line.body) if path and part in names}

    @property
    def shape(self) -> Shape:
        """The shape of the line's value."""
        return self.after.shape

    @once
    def check(self) -> Check:
        """Whether the two lines have the same value at random points, and how far they are apart."""
        return self.make_check()

    @once
    def substeps(self) -> tuple[Step, ...]:
        """The steps folded into this one; empty for a step that is a single rewrite."""
        return self.make_substeps()

    def __getstate__(self) -> dict[str, Any]:
        """What pickle writes: the substeps, and the check if it was made; else how it can be made."""
        state = {field.name: getattr(self, field.name) for field in fields(self)}
        check = self.__dict__.get("check")
        return state | {
            "make_substeps": Known(self.substeps),
            "make_check": self.make_check if check is None else Known(check),
        }

    def __repr__(self) -> str:
        return f"<step {self.number}: {self.rule}>"


@dataclass(frozen=True, eq=False)
class JoinedStep(Step):
    """Several steps in one line; `rules` are the titles of the rules that it is called after."""

    rules: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The names of the rules, of many the first ones."""
        names = [phrase(name) for name in self.rules[:_MOST_NAMED]]
        return joined(" · ", names if len(self.rules) <= _MOST_NAMED else [*names, "…"])

    @property
    def others_named(self) -> tuple[Step, ...]:
        """The first step inside by each rule that it is called after, but for the one that it counts as."""
        found = {inner.title: inner for inner in reversed(self.substeps)}
        return tuple(found[name] for name in self.rules[1:_MOST_NAMED] if name in found)


def _is_program(line: Node, path: Path) -> bool:
    """Whether definitions stand at a path, which need not lead anywhere in this line."""
    for k in path:
        if k >= len(line.children):
            return False
        line = line.children[k]
    return isinstance(line, Where)


def _changed_parts(before: Node, after: Node, path: Path) -> tuple[Path, ...]:
    """The definitions and facts that a step wrote anew or added; the program itself where it has others, or another
    body."""
    pairs, added = list(zip(before.children, after.children, strict=False)), len(after.children) - len(before.children)
    anew = [k for k, (old, new) in enumerate(pairs) if old is not new]
    if 0 in anew or added < 0 or (added and anew):
        return (path,)
    return tuple((*path, k) for k in (*anew, *range(len(pairs), len(pairs) + added)))


def _is_at(line: Node, other: Node, path: Path) -> bool:
    """Whether both lines have the same part at a path, in the same kind of node."""
    try:
        return at(line, path) is at(other, path) and type(at(line, path[:-1])) is type(at(other, path[:-1]))
    except IndexError:
        return False
