"""A neighbour of a problem: made alike, with other numbers and functions, so that its solution cannot be copied.

Where a problem has nothing of the kind to change, a problem of the skill that its rules belong to takes its place.
"""

from __future__ import annotations

from random import Random

from explainer.budget import Budget
from explainer.engine import Trace, derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import Apply, Entry, Number, Power, number
from explainer.operations import find
from explainer.practice.skills.making import WORK, every_step, make_task
from explainer.practice.skills.skill import SMOOTH, Skill

MOST_TRIES = 20
"""So many problems are made before it is said that none uses the rules of the given one."""


def neighbour(trace: Trace, skills: tuple[Skill, ...], seed: int = 0) -> Trace | None:
    """A derivation like this one, of another problem; None where there is none."""
    wanted = _rules(trace)
    problem = trace.problem
    for attempt in range(MOST_TRIES):
        try:
            changed = _changed(problem.expression, Random(f"{seed} {attempt} {problem.text[:200]}"))
            if changed is problem.expression:
                break
            other = derive(
                changed,
                problem.wrt,
                {},
                problem.method,
                problem.layout,
                problem.order,
                problem.form,
                budget=Budget(most_work=WORK),
                facts=problem.facts,
            )
            if other.status == "finished" and _rules(other) == wanted:
                return other
        except ExplainerError:
            continue
    return _of_a_skill(wanted, skills, seed, problem.text)


def _rules(trace: Trace) -> frozenset[str]:
    return frozenset(str(step.rule) for step in trace.steps if not _is_tidy(str(step.rule)))


def _is_tidy(identifier: str) -> bool:
    from explainer.rules import find_rule

    rule = find_rule(identifier)
    return rule is None or rule.phase == "tidy"


def _of_a_skill(wanted: frozenset[str], skills: tuple[Skill, ...], seed: int, text: str) -> Trace | None:
    """A problem of the skill that trains most of the rules, of a grade that has about as many of them."""
    fitting = [skill for skill in skills if wanted & set(skill.rules)]
    if not fitting:
        return None
    skill = max(fitting, key=lambda skill: len(wanted & set(skill.rules)) / len(skill.rules))
    tasks = [make_task(skill, grade, seed) for grade in (1, 2, 3)]
    different = [task for task in tasks if task.text != text]

    def distance(number: int) -> int:
        own = {str(step.rule) for step in every_step(different[number].trace.steps)}
        return len(own ^ wanted)

    return different[min(range(len(different)), key=distance)].trace if different else None


def _changed(node: Node, random: Random, exponent: bool = False) -> Node:
    """Other numbers for those above one, small ones in exponents, and other functions of the smooth ones."""
    if isinstance(node, Number) and node.value.denominator == 1 and node.value > 1:
        return number(random.choice([n for n in range(2, 6 if exponent else 10) if n != node.value]))
    if isinstance(node, Entry):
        return node  # its numbers are places
    children = tuple(
        _changed(child, random, isinstance(node, Power) and place == 1) for place, child in enumerate(node.children)
    )
    changed = with_children(node, children) if children != node.children else node
    if isinstance(changed, Apply) and changed.operation.name in SMOOTH:
        other = find(random.choice([name for name in SMOOTH if name != changed.operation.name]))
        assert other is not None
        return Apply(other, changed.arguments)
    return changed
