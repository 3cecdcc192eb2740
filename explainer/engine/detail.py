"""How much of a derivation has a line of its own: every rule, what the paper would write, or one line for each phase.

The steps are derived one by one whatever is shown. A line that stands for several keeps them as its substeps, so that
nothing is lost, and has its own check. To add a level: a row in DETAILS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from explainer.engine.joining import MOST_REASONS, changes
from explainer.engine.step import JoinedStep, Known, Step
from explainer.engine.trace import Trace
from explainer.errors import ExplainerError
from explainer.expr.node import at
from explainer.phrases import phrase
from explainer.rules import RuleId, Words
from explainer.rules.rule import fill

MOST_IN_ONE = 40
"""A line stands for so many steps at most, so that a long derivation still comes line by line."""


class Detail(NamedTuple):
    """A level of detail: its id, its name for people, what it does, and whether a step joins those before it."""

    id: str
    title: str
    description: str
    joins: Callable[[Sequence[Step], Step], bool]


def _never(group: Sequence[Step], step: Step) -> bool:
    return False


def _as_in_print(group: Sequence[Step], step: Step) -> bool:
    """Derivatives that are carried out make one line, as do writing out, folding back, and tidying what was put in."""
    last = group[-1]
    kind = _kind(step)
    if kind == "tidy":
        return _kind(last) == "tidy" or last.phase in ("combine", "substitute", "collapse")
    alike = kind and kind == _kind(last)
    return bool(alike) or (
        step.phase == last.phase and (step.rule == last.rule or step.phase in ("expand", "collapse"))
    )


def _by_phase(group: Sequence[Step], step: Step) -> bool:
    """Everything within a phase makes one line, with the tidying after it, and what a paper would not part."""
    return step.phase in (group[0].phase, "tidy") or _as_in_print(group, step)


def _kind(step: Step) -> str:
    """What a practised reader does in passing: carrying out a derivative that leaves no other, tidying."""
    rule = step.rule.rule
    if step.phase == "tidy" or (rule is not None and rule.phase == "tidy"):
        return "tidy"
    parts = [at(step.after, path) for path in step.touched_after]
    carried_out = step.phase == "differentiate" and parts and not any(part.has_derivative for part in parts)
    return "carried out" if carried_out else ""


EVERY = "every"
DETAILS: dict[str, Detail] = {
    row.id: row
    for row in (
        Detail(EVERY, "Every rule", "A line for each use of a rule.", _never),
        Detail("paper", "As in print", "A line where a paper would print one; minor steps are merged.",
               _as_in_print),
        Detail("brief", "Brief", "A line for each phase of the derivation.", _by_phase),
    )
}  # fmt: skip
"""All levels of detail by id, the most detailed first."""


def told(trace: Trace, detail: str) -> Trace:
    """The derivation at a level of detail; the trace itself for every rule.

    Raises ExplainerError for a level that does not exist.
    """
    if detail not in DETAILS:
        hint = phrase("Choose one of: {0}.", ", ".join(DETAILS))
        raise ExplainerError(phrase("there is no detail “{0}”", detail), hint=hint)
    return trace if detail == EVERY else ToldTrace(trace, DETAILS[detail])


_PLAIN = ("identity", "constant", "vector-identity")
"""Rules that nobody needs to be told of beside others."""


class ToldTrace(Trace):
    """A derivation of which a line may stand for several steps of the `full` one."""

    def __init__(self, full: Trace, detail: Detail) -> None:
        super().__init__(full.problem, full.start, None)
        self.full = full
        self.choices = full.choices
        self._detail = detail
        self._ends: list[int] = []
        self._is_open = True

    @property
    def complete(self) -> bool:
        return not self._is_open

    def advance(self) -> Step | None:
        """Derive the steps of one more line; None when there is none."""
        with self._advancing:
            return self._advance()

    def _advance(self) -> Step | None:
        if not self._is_open:
            return None
        taken = self._ends[-1] if self._ends else 0
        group: list[Step] = []
        while len(group) < MOST_IN_ONE and (step := self.full.step(taken + len(group) + 1)) is not None:
            if group and (step.attempt is not None or group[-1].attempt is not None or step.phase == "introduce"):
                break
            if group and not self._detail.joins(group, step):
                break
            group.append(step)
        if not group:
            self._is_open, self.error = False, self.full.error
            return None
        self._ends.append(taken + len(group))
        number = len(self._steps) + 1
        self._steps.append(_numbered(group[0], number) if len(group) == 1 else _joined(number, group, self.full))
        return self._steps[-1]

    def check_with(self, thoroughness: int) -> None:
        self.full.check_with(thoroughness)

    @property
    def status(self) -> str:
        return self.full.status

    @property
    def reason(self) -> str:
        return self.full.reason

    def place_of(self, number: int) -> int:
        """The number of the full derivation's step after which the line with this number stands."""
        return self._ends[min(number, len(self._ends)) - 1] if number and self._ends else 0

    def number_at(self, place: int) -> int:
        """The number of the first line that stands after a step of the full derivation, or of the last one."""
        while (not self._ends or self._ends[-1] < place) and self.advance() is not None:
            pass
        return (
            next((number for number, end in enumerate(self._ends, start=1) if end >= place), len(self._ends))
            if (place)
            else 0
        )


def _numbered(step: Step, number: int) -> Step:
    """The same step with another number; what is known of it stays known."""
    if step.number == number:
        return step
    known, inner = partial(getattr, step, "check"), partial(getattr, step, "substeps")
    return replace(step, number=number, make_check=known, make_substeps=inner)


def _joined(number: int, group: Sequence[Step], full: Trace) -> Step:
    """Several steps as one: it is called after those that say most, and holds them as substeps."""
    before, after = group[0].before, group[-1].after
    # The first name is that of the step that says most, and what is plain to see is not named beside others.
    others = [step for step in group if _kind(step) != "tidy"] or list(group)
    main = next((step for step in group if not _kind(step)), others[0])
    named = others if main.rule in _PLAIN else [main, *(step for step in others if step.rule not in _PLAIN)]
    conditions = tuple(dict.fromkeys(condition for step in group for condition in step.conditions))
    touched_before, touched_after = changes(before, after)
    inner = tuple(_numbered(step, count) for count, step in enumerate(group, start=1))
    return JoinedStep(
        number=number,
        rule=RuleId(main.rule),
        phase=group[0].phase,
        before=before,
        after=after,
        touched_before=touched_before,
        touched_after=touched_after,
        statement=main.statement,
        bindings=main.bindings,
        words=_words(group),
        conditions=conditions,
        attempt=None,
        make_check=partial(full.checking.check, before, after, conditions),
        make_substeps=Known(inner),
        rules=tuple(dict.fromkeys(step.title for step in named)),
    )


def _words(group: Sequence[Step]) -> Words:
    """The reasons of all steps, one after the other, each once; of many the first ones, and how many there are."""
    reasons: dict[Words, None] = dict.fromkeys(step.words for step in group if _kind(step) != "tidy")
    shown = list(reasons or dict.fromkeys(step.words for step in group))[:MOST_REASONS]
    words = fill("{count} steps in one. ", {"count": len(group)})
    for place, reason in enumerate(shown):
        words += fill(" {reason}" if place else "{reason}", {"reason": reason})
    return words
