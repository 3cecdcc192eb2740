"""The plan: which skills are due today, in which grade, mixed over families so that none comes twice in a row.

All skills come round in turn, those that went wrong sooner: what comes back after days, among others, is learned best.
What is sure by then comes before it is lost, which fsrs computes from how well each use went: its memory model was
fitted to millions of reviews. New skills come in their order, a few a day. Everything follows from the outcomes, so
nothing but these has to be kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from explainer.practice.learner.record import Outcome
from explainer.practice.skills import GRADES, Skill, all_skills

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

PROBLEMS_A_DAY = 6
"""As many as can be kept up for weeks."""
NEW_A_DAY = 4
"""So many skills are begun on one day, unless others are about to be lost."""
RETENTION = 0.95
"""A skill comes back before the chance that it is still known is below this: a skill that is used inside others has to
be surer than a word of a foreign language."""
SURE = 4
"""So often in a row, on different days, a skill has to go right before fsrs may say when it is about to be lost."""
SOONER = (2.0, 1.5, 1.2)
"""A skill that went right so often in a row comes round so many times sooner than others: the weakest gets most uses.
Any numbers from 3 to 1.3 for the first do as well as these."""
IN_A_ROW = 2
"""So many right answers in a row lead to the next grade, so many wrong ones to the one before."""
LONG_WAY = 3
"""A result that was typed at once and stands for so many steps was easy."""


@dataclass(frozen=True, slots=True)
class Due:
    """What the plan asks for: a skill, in a grade."""

    skill: Skill
    grade: int
    is_new: bool = False


@cache
def _fsrs() -> Any:
    """The library, which nothing needs before a plan is made."""
    import fsrs

    return fsrs


@cache
def _scheduler() -> Scheduler:
    """Whole days only: within a day the next problem is another one anyway. Nothing is left to chance."""
    made: Scheduler = _fsrs().Scheduler(
        learning_steps=(), relearning_steps=(), enable_fuzzing=False, desired_retention=RETENTION
    )
    return made


def rating_of(outcome: Outcome) -> int:
    """How well an exercise went, as fsrs counts: 1 again, 2 hard, 3 good, 4 easy.

    A hint that only says where to look costs nothing; what was shown was not done.
    """
    if outcome.skipped or outcome.highest_hint >= 4 or outcome.wrong > 1:
        return 1
    if outcome.wrong or outcome.highest_hint >= 2:
        return 2
    return 4 if outcome.asked == 1 and not outcome.hints and outcome.first_try >= LONG_WAY else 3


class Plan:
    """What is known of each skill, and what is due."""

    def __init__(self, outcomes: Iterable[Outcome] = (), skills: tuple[Skill, ...] = ()) -> None:
        self.skills = skills or all_skills()
        self._by_id = {skill.id: skill for skill in self.skills}
        self._cards: dict[str, Card] = {}
        self._grades: dict[str, int] = {}
        self._runs: dict[str, int] = {}
        self._streaks: dict[str, int] = {}
        self._begun: dict[str, datetime] = {}
        self._last: list[Outcome] = []
        for outcome in outcomes:
            self.take(outcome)

    def take(self, outcome: Outcome) -> None:
        """Learn from an outcome; those of skills that this version has not are passed over."""
        name = outcome.skill
        if name not in self._by_id:
            return
        library = _fsrs()
        card = self._cards.get(name) or library.Card(card_id=1)
        if card.last_review is not None and outcome.when < card.last_review:
            return  # a clock that was set back
        self._cards[name], _ = _scheduler().review_card(card, library.Rating(rating_of(outcome)), outcome.when)
        self._begun.setdefault(name, outcome.when)
        self._last.append(outcome)
        self._count_run(name, outcome)

    def _count_run(self, name: str, outcome: Outcome) -> None:
        self._streaks[name] = self._streaks.get(name, 0) + 1 if outcome.right else 0
        run = self._runs.get(name, 0)
        run = max(run, 0) + 1 if outcome.right else min(run, 0) - 1
        grade = self._grades.get(name, GRADES[0])
        if abs(run) >= IN_A_ROW:
            grade, run = min(max(grade + (1 if run > 0 else -1), GRADES[0]), GRADES[-1]), 0
        self._runs[name], self._grades[name] = run, grade

    def grade_of(self, skill: Skill) -> int:
        """The grade in which a skill comes next."""
        return self._grades.get(skill.id, GRADES[0])

    def strength_of(self, skill: Skill, now: datetime) -> float:
        """How likely it is that a skill is still known, from 0 to 1; 0 for one that was never used."""
        card = self._cards.get(skill.id)
        return 0.0 if card is None else float(_scheduler().get_card_retrievability(card, now))

    def due_on(self, skill: Skill) -> datetime | None:
        """When a skill is due; None for one that was never used."""
        card = self._cards.get(skill.id)
        return None if card is None else card.due

    def today(self, now: datetime, count: int = PROBLEMS_A_DAY) -> tuple[Due, ...]:
        """What is left of today's problems: what is about to be lost, what is new, and then all in turn."""
        left = count - sum(outcome.when.date() == now.date() for outcome in reversed(self._last[-count * 4 :]))
        if left <= 0:
            return ()
        evening = datetime.combine(now.date(), datetime.max.time(), UTC)
        waiting = [skill for skill in self.skills if skill.id in self._cards and not self._was_used_on(skill, now)]
        waiting.sort(key=lambda skill: (-self._waited(skill, now), self.strength_of(skill, now)))
        lost = [skill for skill in waiting if self.is_sure(skill) and self._cards[skill.id].due <= evening]
        begun = sum(when.date() == now.date() for when in self._begun.values())
        new = [skill for skill in self.skills if skill.id not in self._cards][: max(0, NEW_A_DAY - begun)]
        order = dict.fromkeys((*lost, *new, *waiting))
        return mixed(Due(skill, self.grade_of(skill), skill.id not in self._cards) for skill in list(order)[:left])

    def _waited(self, skill: Skill, now: datetime) -> float:
        """The days since a skill was used, which count for more where it is not sure."""
        last = self._cards[skill.id].last_review
        days = (now.date() - last.date()).days if last is not None else 0
        streak = self._streaks.get(skill.id, 0)
        return days * (SOONER[streak] if streak < len(SOONER) else 1.0)

    def is_sure(self, skill: Skill) -> bool:
        """Whether a skill went right so often in a row that it need not come back before it is due."""
        return self._streaks.get(skill.id, 0) >= SURE

    def _was_used_on(self, skill: Skill, now: datetime) -> bool:
        last = self._cards[skill.id].last_review
        return last is not None and last.date() == now.date()

    def tomorrow(self, now: datetime, count: int = PROBLEMS_A_DAY) -> tuple[Due, ...]:
        """What the plan asks for on the day after."""
        return self.today(now + timedelta(days=1), count)


def mixed(dues: Iterable[Due]) -> tuple[Due, ...]:
    """In an order in which no skill follows itself, and no family if that can be: mixed practice is what stays.

    Of what may come next, the skill of which most is left comes first; else it would be left over for the end.
    """
    left, order = list(dues), list[Due]()
    while left:
        last = order[-1].skill if order else None
        counts = Counter(due.skill for due in left)

        def rank(k: int, last: Skill | None = last, counts: Counter[Skill] = counts) -> tuple[bool, int, bool, int]:
            skill = left[k].skill
            return skill is last, -counts[skill], last is not None and skill.group == last.group, k

        order.append(left.pop(min(range(len(left)), key=rank)))
    return tuple(order)
