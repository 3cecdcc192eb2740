"""A sitting: problems one after the other, each an exercise, and each remembered when it is finished.

sitting = Sitting.today(own_record())            # or Sitting.of_skills(…), or Sitting([Given(…)], record)
while sitting.exercise is not None:
    …                                            # drive the exercise until it is done
    sitting.next()                               # remembers it, and goes on
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from explainer.engine import Trace
from explainer.errors import ExplainerError
from explainer.expr.node import each_part
from explainer.expr.nodes import Apply
from explainer.practice.exercise import Asks, Exercise
from explainer.practice.learner.plan import PROBLEMS_A_DAY, Due, Plan
from explainer.practice.learner.record import Outcome, Record
from explainer.practice.skills import Skill, make_task, make_tasks
from explainer.practice.skills.making import every_step


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Given:
    """One problem of a sitting: its derivation, the skill that it counts for, and how many lines are shown."""

    trace: Trace
    skill: str
    grade: int = 1
    title: str = ""
    given: int = 0
    source: str = ""
    """What of a lesson is done when this is solved: the id of one of its problems, or of one of its tasks."""


class Sitting:
    """Problems in their order. `exercise` is the one at hand; None when all are done.

    A sitting with a `name` can be taken up again; `first` problems of it were done before then.
    """

    def __init__(
        self,
        problems: Sequence[Given],
        record: Record,
        *,
        asks: Asks = "line",
        seed: int = 0,
        now: Callable[[], datetime] = _now,
        name: str = "",
        first: int = 0,
    ) -> None:
        self.problems = tuple(problems)
        self.record = record
        self.seed = seed
        self.name, self.first = name, first
        self.outcomes: list[Outcome] = []
        self._asks: Asks = asks
        self._now = now
        self._place = -1
        self.exercise: Exercise | None = None
        self._begin()

    @classmethod
    def today(cls, record: Record, *, seed: int | None = None, asks: Asks = "line", count: int = PROBLEMS_A_DAY,
              now: Callable[[], datetime] = _now) -> Sitting:  # fmt: skip
        """Today's problems, as the plan asks for them."""
        moment = now()
        seed = moment.toordinal() if seed is None else seed
        dues = Plan(record.outcomes).today(moment, count)
        taken = len(record.outcomes)
        return cls(
            [_given(due, seed + 97 * (taken + k)) for k, due in enumerate(dues)], record, asks=asks, seed=seed, now=now
        )

    @classmethod
    def of_skills(cls, record: Record, skills: tuple[Skill, ...], grade: int, *, seed: int = 0, asks: Asks = "line",
                  count: int = PROBLEMS_A_DAY, now: Callable[[], datetime] = _now) -> Sitting:  # fmt: skip
        """So many problems of some skills in one grade."""
        tasks = make_tasks(skills, grade, seed, count)
        given = [Given(task.trace, task.skill.id, task.grade, task.skill.title) for task in tasks]
        return cls(given, record, asks=asks, seed=seed, now=now)

    @property
    def problem(self) -> Given | None:
        """The problem at hand."""
        return self.problems[self._place] if self.exercise is not None else None

    @property
    def progress(self) -> tuple[int, int]:
        """How many problems are behind, of how many."""
        return min(self._place, len(self.problems)), len(self.problems)

    def next(self) -> Outcome | None:
        """Remember how the exercise went, where anything of it was done, and go on to the next problem."""
        exercise, problem = self.exercise, self.problem
        if exercise is None or problem is None:
            raise ExplainerError("the sitting is at its end", hint="Begin another one.")
        score, outcome = exercise.score, None
        if score.asked or score.wrong:
            outcome = Outcome(
                self._now(), problem.skill, problem.grade, problem.trace.problem.text[:200], score.asked,
                score.first_try, score.wrong, score.hints, score.highest_hint, score.skipped, score.seconds,
                tuple(score.mistakes), self.key,
            )  # fmt: skip
            self.outcomes.append(outcome)
            self.record.note(outcome)
        self._begin()
        return outcome

    @property
    def counted(self) -> tuple[int, int]:
        """The same with those that were done before the sitting was taken up."""
        return self.first + self.progress[0], self.first + len(self.problems)

    @property
    def key(self) -> str:
        """What the outcome of the problem at hand is known by; empty for a sitting without a name."""
        return f"{self.name}:{self.first + self._place}" if self.name else ""

    def tomorrow(self) -> tuple[Due, ...]:
        """What the plan asks for on the day after, with what was done by now."""
        return Plan(self.record.outcomes).tomorrow(self._now())

    def _begin(self) -> None:
        self._place += 1
        self.exercise = None
        if self._place < len(self.problems):
            problem = self.problems[self._place]
            self.exercise = Exercise(problem.trace, asks=self._asks, given=problem.given, seed=self.seed)


def _given(due: Due, seed: int) -> Given:
    task = make_task(due.skill, due.grade, seed)
    return Given(task.trace, due.skill.id, due.grade, due.skill.title)


def skill_of(trace: Trace, skills: tuple[Skill, ...]) -> str:
    """The skill that a derivation trains: that of the rule that combines its parts, else of the first that has one;
    a skill about operations that the problem has goes before one that is known by its rules alone.

    Where no rule has one it is the id of the first rule.
    """
    used = {part.operation.name for part in each_part(trace.problem.expression) if isinstance(part, Apply)}
    fitting = sorted((skill for skill in skills if not skill.about or skill.about & used), key=lambda s: not s.about)
    steps = tuple(every_step(trace.steps))
    order = [step for step in steps if step.phase == "combine"] + list(steps)
    for step in order:
        known = next((skill for skill in fitting if step.rule in skill.rules), None)
        if known is not None:
            return known.id
    return str(steps[0].rule) if steps else "constant"
