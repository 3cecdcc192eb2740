"""A simulated learner: how skills are learned and forgotten, fixed before any plan was tried on it.

What a skill is known by grows with every problem, right or wrong, because each is answered; what is known fades with
the days, the slower the more often it came back just before it was gone. The numbers are of the size that studies of
spaced practice report: a skill takes five to ten problems, and what was seen once is half gone after some days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from math import exp
from random import Random

from explainer.engine import Trace
from explainer.engine.line import collect
from explainer.engine.methods import METHODS
from explainer.errors import ExplainerError
from explainer.expr.nodes import Where
from explainer.practice.diagnosis import wrong_lines
from explainer.practice.learner.plan import PROBLEMS_A_DAY, Plan
from explainer.practice.learner.record import Outcome
from explainer.practice.skills import all_skills, make_task
from explainer.verify import Verifier

DAYS = 200
SEEDS = range(20)
GOAL = 0.9
MOST_SLIPS = 60
"""So many slips are looked at to choose one from; the first ones of a derivation are those that learners make."""
START = datetime(2026, 1, 1, 9, tzinfo=UTC)


@dataclass
class Memory:
    """One skill of one learner."""

    pace: float
    stability: float
    uses: int = 0
    last: float = 0.0

    def retention(self, day: float) -> float:
        """What is left of what was known, by the days since the last use."""
        return 1 / (1 + (day - self.last) / (9 * self.stability)) if self.uses else 1.0

    def chance(self, day: float) -> float:
        """How likely the next problem goes right."""
        known = 1 - 0.8 * exp(-self.uses / self.pace)
        return known * (0.3 + 0.7 * self.retention(day))

    def use(self, day: float, right: bool) -> None:
        """One problem: the memory gets stronger, the more the nearer it was to being lost."""
        gone = 1 - self.retention(day)
        self.stability = self.stability * (1.1 + 6 * gone) if right else max(0.7, self.stability * 0.6)
        self.uses += 1
        self.last = day


class Learner:
    """All skills of one learner, and the chance of a day."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.skills = {
            skill.id: Memory(self.random.uniform(1.5, 3.5), self.random.uniform(1.0, 2.0)) for skill in all_skills()
        }

    def solve(self, skill: str, day: float) -> Outcome:
        """One problem of a skill."""
        memory = self.skills[skill]
        right = self.random.random() < memory.chance(day)
        memory.use(day, right)
        return Outcome(START + timedelta(days=day), skill, wrong=0 if right else self.random.choice((1, 2)))

    def reached(self, day: float) -> bool:
        """Whether every skill is above the goal."""
        return all(memory.chance(day) > GOAL for memory in self.skills.values())


def planned(seed: int) -> tuple[int, int]:
    """How many problems the plan needs until every skill is above the goal, and on which day; all where it is never."""
    learner, plan, count = Learner(seed), Plan(), 0
    for day in range(DAYS):
        if learner.reached(day):
            return count, day
        now = START + timedelta(days=day)
        for due in plan.today(now):
            plan.take(learner.solve(due.skill.id, day))
            count += 1
    return count, DAYS


def in_fixed_order(seed: int, in_a_row: int = 1) -> tuple[int, int]:
    """The same in the order of the book, again and again: so many problems of a skill in a row, as many a day."""
    learner, count = Learner(seed), 0
    order = cycle([skill.id for skill in all_skills() for _ in range(in_a_row)])
    for day in range(DAYS):
        if learner.reached(day):
            return count, day
        for _ in range(PROBLEMS_A_DAY):
            learner.solve(next(order), day)
            count += 1
    return count, DAYS


def slip(seed: int) -> tuple[Trace, str, str] | None:
    """A problem, the result that a learner types who makes one slip in it, and the id of the slip; None where the slip
    cannot be carried on to a result, or the line is right by chance.
    """
    random = Random(seed)
    skill = random.choice(all_skills())
    trace = make_task(skill, random.choice((1, 2, 3)), seed).trace
    first = islice(wrong_lines(trace.start), MOST_SLIPS)
    slips = [
        pair for pair in first if not pair[0].mistake.says_little
    ]  # such a one is named where no other leads there
    if not slips:
        return None
    mistake = random.choice(sorted({diagnosis.mistake.id for diagnosis, _ in slips}))
    diagnosis, wrong = random.choice([pair for pair in slips if pair[0].mistake.id == mistake])
    try:
        _, typed = collect(wrong, METHODS["operator"].moves(wrong))
    except ExplainerError:
        return None
    if isinstance(typed, Where) or typed.shape != trace.start.shape or typed.has_derivative:
        return None
    if Verifier((trace.start, typed)).check(trace.start, typed).state != "failed":
        return None
    return trace, typed.text(), diagnosis.mistake.id
