"""From a drawn problem to one that is shown: derived, checked by numbers, and neither degenerate nor too long.

What does not pass is drawn anew, with the next number of the same seed, so that equal seeds give equal problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count as count_up

from explainer.budget import Budget
from explainer.engine import Step, Trace, derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Number, Variable, Where
from explainer.expr.program import says_differential
from explainer.phrases import phrase
from explainer.practice.skills.skill import GRADES, Draw, Drawn, Skill, in_plain_letters, relettered
from explainer.threads import once

MOST_TRIES = 40
"""So often is drawn anew; every generator finds one within a few."""
MOST_STEPS = 20
"""A problem with more lines is no exercise for a page."""
MOST_NUMBER = 1000
"""Larger numbers are work for a calculator."""
MOST_CHARACTERS = 240
"""A line that is longer nobody types; of one that says what a differential is, its right side is typed."""
WORK = 200_000
"""So much work may one problem cost; the longest that are drawn need a tenth of it."""


@dataclass(frozen=True)
class Task:
    """A problem that was made for a learner. Two tasks of equal `key` are the same problem."""

    skill: Skill
    grade: int
    seed: int
    text: str
    wrt: str
    method: str
    shapes: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What is differentiated, with respect to what."""
        return self.text, self.wrt

    @property
    def form(self) -> str:
        """The same with the letters in the order of their names: problems of one form differ in nothing but letters."""
        return in_plain_letters(f"{self.text} | {self.wrt}")

    @once
    def trace(self) -> Trace:
        """The derivation."""
        return derive(self.text, self.wrt, self.shapes, self.method, budget=Budget(most_work=WORK))


def make_task(skill: Skill, grade: int, seed: int) -> Task:
    """The problem of a skill, grade and seed. Raises ExplainerError where none passes, which is a fault of the skill,
    and for a grade that there is not.
    """
    if grade not in GRADES:
        raise ExplainerError(phrase("there is no grade {0}", grade), hint="The grades are 1 to 5.")
    for attempt in range(MOST_TRIES):
        draw = Draw(f"{skill.id} {grade} {seed} {attempt}")
        task = _task(skill, grade, seed, relettered(draw, skill.function(draw, grade)))
        if not complaint_about(task):
            return task
    raise ExplainerError(phrase("no problem could be made for “{0}”", skill.title))


def _task(skill: Skill, grade: int, seed: int, drawn: Drawn) -> Task:
    return Task(skill, grade, seed, drawn.text, drawn.wrt, drawn.method, _used_shapes(drawn))


def _used_shapes(drawn: Drawn) -> Mapping[str, str]:
    """The shapes of the names that the text has."""
    from explainer.language import read_question

    names = read_question(drawn.text, dict(drawn.shapes), drawn.wrt).parsed.shapes
    return {name: shape for name, shape in drawn.shapes.items() if name in names}


def make_tasks(skills: tuple[Skill, ...], grade: int, seed: int, count: int) -> tuple[Task, ...]:
    """So many problems, skill by skill in turn, no two of them equal; fewer where the skills do not give so many.

    Only where the forms of a skill run out, one comes again in other letters.
    """
    found: list[Task] = []
    keys: set[object] = set()
    numbers = count_up(seed * 1000)
    for place in range(count):
        skill = skills[place % len(skills)]
        tries = [make_task(skill, grade, next(numbers))]
        while tries[-1].form in keys and len(tries) < MOST_TRIES:
            tries.append(make_task(skill, grade, next(numbers)))
        new = tries[-1] if tries[-1].form not in keys else next((task for task in tries if task.key not in keys), None)
        if new is not None:
            found.append(new)
            keys |= {new.form, new.key}
    return tuple(found)


def complaint_about(task: Task) -> str:
    """Why a problem is not shown, in a word; empty where it may be."""
    try:
        steps, status = task.trace.steps, task.trace.status
    except ExplainerError:
        return "underived"
    if status != "finished":
        return status
    if not 1 <= len(steps) <= MOST_STEPS:
        return "steps"
    if not any(isinstance(part, Variable) for part in each_part(task.trace.result)):
        return "constant"
    if any(_too_long(line) for line in task.trace.lines):
        return "long"
    if not _uses(task, steps):
        return "rules"
    if not all(step.check.ok for step in steps if step.attempt is None):
        return "unchecked"
    return ""


def _too_long(line: Node) -> bool:
    numbers = (part.value for part in each_part(line) if isinstance(part, Number))
    if any(abs(value) > MOST_NUMBER or value.denominator > MOST_NUMBER for value in numbers):
        return True
    typed = line.facts[-1].right if isinstance(line, Where) and says_differential(line) else line
    return len(line.text()) > MOST_CHARACTERS * 2 or len(typed.text().partition(" where ")[0]) > MOST_CHARACTERS


def _uses(task: Task, steps: tuple[Step, ...]) -> bool:
    return any(step.rule in task.skill.rules for step in every_step(steps))


def every_step(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Steps with all that is folded into them."""
    for step in steps:
        yield step
        yield from every_step(step.substeps)
