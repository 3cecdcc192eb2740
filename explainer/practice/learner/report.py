"""How it goes: for each skill its strength, its last mistakes, and the curve of errors against the number of uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from explainer.phrases import phrase
from explainer.practice.learner.plan import SURE, Plan
from explainer.practice.learner.record import Outcome
from explainer.practice.skills import Skill

LAST = 5
"""So many mistakes of a skill are told."""


@dataclass(frozen=True, slots=True)
class SkillReport:
    """One skill: how often it was used, how strong it is now, when it is due, its last mistakes, newest first."""

    skill: Skill
    uses: int
    right: int
    strength: float
    grade: int
    due: datetime | None
    mistakes: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Point:
    """Of the exercises that were the n-th use of their skill, how many there were and how many went wrong."""

    use: int
    count: int
    wrong: int

    @property
    def rate(self) -> float:
        """The share that went wrong."""
        return self.wrong / self.count


def day_of(due: datetime, now: datetime) -> str:
    """When something is due, as people say it: what is overdue is due today."""
    days = (due.astimezone().date() - now.astimezone().date()).days
    if days <= 0:
        return phrase("today")
    return phrase("tomorrow") if days == 1 else phrase("in {0} days", days)


def skill_reports(outcomes: Sequence[Outcome], now: datetime) -> tuple[SkillReport, ...]:
    """Every skill that was used, in the order in which they are learned."""
    plan = Plan(outcomes)
    own: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        own[outcome.skill].append(outcome)
    made = []
    for skill in plan.skills:
        uses = own.get(skill.id)
        if not uses:
            continue
        mistakes = [name for outcome in reversed(uses) for name in reversed(outcome.mistakes)]
        made.append(
            SkillReport(
                skill,
                len(uses),
                sum(outcome.right for outcome in uses),
                plan.strength_of(skill, now) * _surely_known(uses),
                plan.grade_of(skill),
                plan.due_on(skill),
                tuple(dict.fromkeys(mistakes))[:LAST],
                sum(outcome.seconds for outcome in uses),
            )
        )
    return tuple(made)


def _surely_known(uses: Sequence[Outcome]) -> float:
    """How much of what makes a skill sure was done: what was used a moment ago is remembered, but may not be known."""
    return sum(outcome.right for outcome in uses[-SURE:]) / SURE


def curve_of(outcomes: Iterable[Outcome], skill: str | None = None) -> tuple[Point, ...]:
    """The curve of errors: for the first use, the second, … of a skill, or of all skills together, the share of
    exercises that did not go right at once. Where it falls, something is learned.
    """
    seen: dict[str, int] = defaultdict(int)
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for outcome in outcomes:
        if skill is not None and outcome.skill != skill:
            continue
        seen[outcome.skill] += 1
        tally = counts[seen[outcome.skill]]
        tally[0] += 1
        tally[1] += not outcome.right
    return tuple(Point(use, count, wrong) for use, (count, wrong) in sorted(counts.items()))
