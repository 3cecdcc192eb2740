"""A worksheet: problems of some skills in one grade, no two of them equal; equal seeds give equal sheets."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.practice.skills.making import Task, make_tasks
from explainer.practice.skills.skill import Skill

MOST_PROBLEMS = 60
"""More than a class solves in a week."""


@dataclass(frozen=True)
class Worksheet:
    """The problems in the order in which they stand on the sheet."""

    tasks: tuple[Task, ...]
    grade: int
    seed: int

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills on the sheet, each once."""
        return tuple(dict.fromkeys(task.skill for task in self.tasks))


def make_worksheet(skills: tuple[Skill, ...], count: int = 12, grade: int = 2, seed: int = 0) -> Worksheet:
    """A sheet with so many problems of the skills in turn.

    Raises ExplainerError where the skills have not so many different problems of this grade, or for a number that
    makes no sense.
    """
    if not 1 <= count <= MOST_PROBLEMS:
        raise ExplainerError(
            phrase("a worksheet has 1 to {0} problems, not {1}", MOST_PROBLEMS, count), hint="Ask for fewer."
        )
    tasks = make_tasks(skills, grade, seed, count)
    if len(tasks) < count:
        raise ExplainerError(
            phrase("there are only {0} different problems of these skills in grade {1}", len(tasks), grade),
            hint="Ask for fewer, or name more skills.",
        )
    return Worksheet(tasks, grade, seed)
