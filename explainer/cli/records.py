"""What the commands print with `--format json`: the same as their pages, as data for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from explainer.cli.answer import checked_choice, refuse_choice

if TYPE_CHECKING:
    from explainer.engine.agreement import Outcome
    from explainer.expr.operation import Operation
    from explainer.lessons.lesson import Lesson, LessonProblem
    from explainer.rules import Rule

FORMATS = ("text", "json")


def is_json(format_: str) -> bool:
    """Whether data are asked for. Raises UsageError for a format that there is not."""
    return checked_choice("format", format_, FORMATS) == "json"


def written(record: Any) -> str:
    """Data as JSON, readable and in UTF-8."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def rules_record(identifier: str | None) -> Any:
    """All rules, or one of them. Raises UsageError for an unknown one."""
    from explainer.rules import all_rules

    rules = {rule.id: rule for rule in all_rules()}
    if identifier is None:
        return list(map(_rule, rules.values()))
    if identifier not in rules:
        refuse_choice("rule", identifier, rules)
    return _rule(rules[identifier])


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "family": rule.family,
        "statement": rule.statement,
        "holds": not rule.is_wrong,
        "by_example": rule.by_example,
        "condition": rule.condition,
        "explanation": rule.explanation,
        "phase": rule.phase,
        "shapes": dict(rule.shapes),
        "examples": list(rule.examples),
        "leaves_alone": list(rule.leaves_alone),
        "source": rule.source,
    }


def functions_record(name: str | None) -> Any:
    """All functions and operators, or one of them by any of its names. Raises UsageError for an unknown one."""
    from explainer.operations import OPERATIONS, all_operations, find

    if name is None:
        return list(map(_function, all_operations()))
    operation = find(name)
    if operation is None:
        refuse_choice("function", name, OPERATIONS)
    return _function(operation)


def _function(operation: Operation) -> dict[str, Any]:
    bounds = [bound if isfinite(bound) else None for bound in operation.values_between]
    return {
        "name": operation.name,
        "title": operation.title,
        "aliases": list(operation.aliases),
        "parameters": list(operation.parameters),
        "definition": operation.definition,
        "derivative": dict(zip(operation.parameters, operation.derivative, strict=False)),
        "differential": dict(zip(operation.parameters, operation.differential, strict=False)),
        "domain": list(operation.domain),
        "values_between": bounds,
        "elementwise": operation.elementwise,
        "source": operation.source,
    }


def lessons_record(identifier: str | None) -> Any:
    """All lessons, or one lesson with its derivations, or one derivation of it as `derive --format json` prints it.

    Raises UsageError for an unknown name.
    """
    from explainer.lessons.library import all_lessons, all_problems, lesson_errors

    lessons = {lesson.id: lesson for lesson in all_lessons()}
    if identifier is None:
        return {
            "lessons": [_lesson(lesson) for lesson in lessons.values()],
            "left_out": [error.report() for error in lesson_errors()],
        }
    problems = {problem.id: problem for problem in all_problems()}
    if identifier in lessons:
        return _lesson(lessons[identifier])
    if identifier not in problems:
        refuse_choice("lesson", identifier, [*lessons, *problems])
    trace = problems[identifier].trace()
    return {**_problem(problems[identifier]), "derivation": trace.to_dict()}


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "section": lesson.section,
        "goals": [" ".join(goal.written(_typed)) for goal in lesson.goals],
        "derivations": list(map(_problem, lesson.problems)),
    }


def _problem(problem: LessonProblem) -> dict[str, Any]:
    return {
        "id": problem.id,
        "title": problem.title,
        "function": problem.text,
        "wrt": problem.wrt,
        "shapes": dict(problem.shapes),
        "method": problem.method,
        "layout": problem.layout,
    }


def comparison_record(found: Sequence[Outcome], chosen: str, verdict: str) -> dict[str, Any]:
    """How each method fared, which one `auto` takes, and what the numbers say of all."""
    return {"chosen": chosen, "methods": list(map(_outcome, found)), "verdict": verdict}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    from explainer.notation import write

    check, trace = outcome.check, outcome.trace
    return {
        "method": outcome.method,
        "status": trace.status,
        "reason": str(trace.reason),
        "steps": len(trace.steps),
        "result": trace.result.text() if trace.status == "finished" else None,
        "latex": write(trace.result, "latex") if trace.status == "finished" else None,
        "same_as": outcome.same_as,
        "check": None if check is None else {"state": check.state, "points": check.points, "message": check.message},
    }


def check_record(counts: Mapping[str, tuple[int, int]], failures: Sequence[str]) -> dict[str, Any]:
    """How many of each registry hold, and what does not."""
    groups = {title: {"hold": hold, "of": count} for title, (hold, count) in counts.items()}
    return {"holds": not failures, "checked": groups, "failures": list(failures)}


def _typed(node: Any) -> str:
    text: str = node.text()
    return text
