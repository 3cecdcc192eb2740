"""Skills, each with a generator of problems in five grades that are derived and checked before they are shown.

Start reading in `skill.py`, then `scalars.py` and `making.py`. To add a skill: one declaration in a module of its
family; problems, worksheets, the plan and the tests follow from it.
"""

from __future__ import annotations

from functools import cache

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.practice.skills import matrices, networks, scalars, vectors
from explainer.practice.skills.making import Task, make_task, make_tasks
from explainer.practice.skills.skill import GRADES, Skill, declared_skills

FAMILIES = (scalars, vectors, matrices, networks)
"""In the order in which skills are learned; so are those of one module."""


@cache
def all_skills() -> tuple[Skill, ...]:
    """Every skill, in the order in which they are learned."""
    order = [family.__name__ for family in FAMILIES]
    return tuple(sorted(declared_skills().values(), key=lambda made: order.index(made.function.__module__)))


def find_skill(identifier: str) -> Skill | None:
    """The skill with an id such as `products`, or of a rule such as `product` the first that trains it; or None."""
    known = declared_skills().get(identifier)
    return known or next((skill for skill in all_skills() if identifier in skill.rules), None)


def skill_of_id(identifier: str) -> Skill:
    """The skill with an id, or of a rule. Raises ExplainerError where there is none."""
    found = find_skill(identifier)
    if found is None:
        names = ", ".join(skill.id for skill in all_skills())
        raise ExplainerError(phrase("there is no skill {0}", identifier), hint=phrase("The skills are: {0}.", names))
    return found


__all__ = ["FAMILIES", "GRADES", "Skill", "Task", "all_skills", "find_skill", "make_task", "make_tasks", "skill_of_id"]
