"""The answer of `explainer check`: every rule, function and lesson is derived and verified on this machine.

What is checked comes from the registries, and the counts say how many there were, so that nothing is skipped unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from explainer.cli.answer import Answer
from explainer.cli.records import check_record, is_json, written
from explainer.cli.terminal import tell_progress
from explainer.errors import ExplainerError, ShapeError

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.expr.operation import Operation
    from explainer.expr.shape import Shape
    from explainer.lessons.lesson import Lesson
    from explainer.rules import Rule

_ALL_WELL = "Everything holds."
Problem: TypeAlias = str
"""What is wrong with one rule, function or lesson, in one sentence."""


def check_everything(format_: str = "text") -> Answer:
    """Verify all registries; status 1 with the names of what fails, where something does."""
    as_data = is_json(format_)
    from explainer.lessons.library import all_lessons, lesson_errors
    from explainer.operations import all_operations
    from explainer.rules import all_rules

    groups: list[tuple[str, Sequence[Any], Callable[[Any], Iterator[Problem]]]] = [
        ("rules", all_rules(), rule_problems),
        ("functions", all_operations(), function_problems),
        ("lessons", all_lessons(), lesson_problems),
    ]
    lines: list[str] = []
    counts: dict[str, tuple[int, int]] = {}
    failures: list[str] = []
    for title, members, problems in groups:
        failed = [line for number, member in enumerate(members) for line in _member(title, number, member, problems)]
        names = {line.partition(":")[0] for line in failed}
        counts[title] = (len(members) - len(names), len(members))
        lines.append(f"{title:<10} {len(members) - len(names):>4} of {len(members)} hold")
        failures += failed
    failures += [f"lesson file {error.file}: {error.report()}" for error in lesson_errors()]
    tell_progress("")
    text = written(check_record(counts, failures)) if as_data else "\n".join([*lines, *(failures or [_ALL_WELL])])
    return Answer(text, 1, f"{len(failures)} check(s) fail") if failures else Answer(text)


def check_file(file: Path, format_: str = "text") -> Answer:
    """Verify a lesson or a deck of the user's own, by the ending of its name. Raises LessonError or FileError."""
    return check_deck(file, format_) if file.suffix.lower() == ".deck" else check_lesson(file, format_)


def check_lesson(file: Path, format_: str = "text") -> Answer:
    """Verify a lesson of the user's own; status 1 with every fault, its line and its field, where there are some.

    Raises LessonError where the file is no lesson.
    """
    from explainer.lessons import faults
    from explainer.lessons.library import open_lesson

    as_data = is_json(format_)
    lesson = open_lesson(file)
    found = [fault.report() for fault in faults(lesson)]
    count = len(lesson.problems)
    if as_data:
        record = written(check_record({"lesson": (0 if found else 1, 1)}, found))
        return Answer(record, 1 if found else 0)
    if found:
        return Answer("\n".join(found), 1, f"{len(found)} place(s) in {file.name} need attention")
    return Answer(f"{file.name} holds: {count} derivation{'' if count == 1 else 's'}, every step checked.")


def check_deck(file: Path, format_: str = "text") -> Answer:
    """Look a deck through: its lesson is here and has all of its slides, one's own words can be read.

    Raises FileError where the file is no deck, or its lesson is not here.
    """
    from explainer.session.course.deck_plan import completed, lesson_of_plan, load_plan
    from explainer.session.course.own_words import fault_of

    as_data = is_json(format_)
    plan = load_plan(file)
    lesson = lesson_of_plan(plan, file.name)
    plan, lost = completed(plan, lesson)
    found = [f"the lesson has the slide {key} no more" for key in lost]
    for number, entry in enumerate(plan.entries, start=1):
        if (fault := fault_of(entry.text)) is not None:
            found.append(f"slide {number}, {entry.heading or 'words of your own'}: {fault}")
    if as_data:
        return Answer(written(check_record({"deck": (0 if found else 1, 1)}, found)), 1 if found else 0)
    if found:
        return Answer("\n".join(found), 1, f"{len(found)} place(s) in {file.name} need attention")
    shown, own = sum(entry.shown for entry in plan.entries), sum(not entry.key for entry in plan.entries)
    noted = sum(bool(entry.notes) for entry in plan.entries)
    of_own, notes = f", {own} of your own" if own else "", f", notes on {noted}" if noted else ""
    return Answer(f"{file.name} holds: {shown} slides of the lesson “{lesson.title}”{of_own}{notes}.")


def _member(title: str, number: int, member: Any, problems: Callable[[Any], Iterator[Problem]]) -> list[str]:
    """The failures of one rule, function or lesson, each as a line that begins with its name."""
    name = getattr(member, "id", None) or member.name
    tell_progress(f"{title} {number + 1}: {name}")
    try:
        return [f"{name}: {problem}" for problem in problems(member)]
    except ExplainerError as error:
        return [f"{name}: {error.report()}"]


def rule_problems(rule: Rule) -> Iterator[Problem]:
    """What is wrong with a rule: an example that it does not apply to, or whose two sides differ."""
    from explainer.language import parse_expression
    from explainer.verify import Verifier

    if not rule.examples:
        yield "it has no examples"
    for example in rule.examples:
        before = parse_expression(example).expression
        applied = _applied(rule, before)
        if applied is None:
            yield f"it does not apply to its example {example}"
            continue
        after, conditions = applied
        verifier = Verifier((before, after))
        check = verifier.refute(before, after) if rule.is_wrong else verifier.check(before, after, conditions)
        if not check.ok or check.points == 0:
            yield f"its example {example} fails: {check.message or 'there are no points to check it at'}"


def _applied(rule: Rule, line: Node) -> tuple[Node, tuple[Node, ...]] | None:
    """The line after the first use of the rule in it, the outermost part first, with what it assumes."""
    from explainer.expr.node import first_places, replace

    for path, part in first_places(line):
        rewrite = rule(part)
        if rewrite is not None:
            return replace(line, path, rewrite.after), rewrite.conditions
    return None


def function_problems(operation: Operation) -> Iterator[Problem]:
    """What is wrong with a row of the operations table: a derivative or a definition that the numbers refute."""
    from explainer.expr.nodes import Apply, Derivative, Variable
    from explainer.language import parse_expression
    from explainer.verify import Verifier

    if not operation.derivative and not operation.definition:
        return
    shape = _argument_shape(operation)
    variables = tuple(Variable(name, shape) for name in operation.parameters)
    call = Apply(operation, variables)
    verifier = Verifier((call,))
    shapes = dict.fromkeys(operation.parameters, shape)
    claims: list[tuple[Node, str]] = [
        (Derivative(call, variable), text) for variable, text in zip(variables, operation.derivative, strict=False)
    ]
    if operation.definition:
        claims.append((call, operation.definition))
    for left, text in claims:
        check = verifier.check(left, parse_expression(text, shapes).expression)
        if not check.ok or check.points == 0:
            yield f"{left.text()} = {text} fails: {check.message or 'there are no points to check it at'}"


def _argument_shape(operation: Operation) -> Shape:
    """The simplest shape that the function takes: a scalar, else a vector, else a matrix, else a square one."""
    from explainer.expr.shape import SCALAR, matrix_shape, vector_shape

    for shape in (SCALAR, vector_shape("n"), matrix_shape("m", "n"), matrix_shape("n", "n")):
        try:
            operation.shape(*(shape for _ in operation.parameters))
        except ShapeError:
            continue
        return shape
    raise ExplainerError("it takes neither scalars nor vectors nor matrices")


def lesson_problems(lesson: Lesson) -> Iterator[Problem]:
    """What is wrong with a lesson: derivations, formulas in the text, corrections that the numbers do not decide."""
    from explainer.lessons import faults

    yield from (fault.report() for fault in faults(lesson))
