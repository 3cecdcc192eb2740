"""Lessons in the terminal: the list by section, a whole lesson with its results derived, or one derivation of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import singledispatch
from shlex import quote
from textwrap import fill, indent
from typing import TYPE_CHECKING

from explainer.cli.answer import refuse_choice
from explainer.cli.asking import shown
from explainer.cli.terminal import page, width
from explainer.lessons.lesson import (
    Ask,
    Block,
    Correction,
    Drill,
    Lesson,
    LessonDescent,
    LessonFigure,
    LessonProblem,
    NotationList,
    Prose,
    Question,
    RuleList,
    Table,
)
from explainer.lessons.richtext import Formula

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.lessons.richtext import RichText

MARGIN = "    "


@page
def lessons_page() -> str:
    """All lessons by section, each with the derivations in it, and the complaints about files that were left out."""
    from explainer.lessons.library import all_lessons, lesson_errors

    lessons = all_lessons()
    width = max((len(lesson.id) for lesson in lessons), default=0)
    count = sum(len(lesson.problems) for lesson in lessons)
    number = "1 lesson" if len(lessons) == 1 else f"{len(lessons)} lessons"
    lines = [f"{number} with {count} derivations; “explainer lessons ID” shows one of either."]
    for section in dict.fromkeys(lesson.section for lesson in lessons):
        lines += ["", section]
        for lesson in (lesson for lesson in lessons if lesson.section == section):
            ids = ", ".join(problem.id for problem in lesson.problems)
            lines.append(_hanging(f"  {lesson.id:<{width}}  {lesson.title}" + (f": {ids}" if ids else ""), width + 4))
    for error in lesson_errors():
        lines += ["", f"left out: {error.report()}"]
    return "\n".join(lines)


@page
def lesson_page(identifier: str) -> str:
    """A lesson, or one of its derivations with every step. Raises UsageError for an unknown name, with the nearest."""
    from explainer.export.plain_text import plain_text
    from explainer.lessons.library import all_lessons, all_problems

    lessons = {lesson.id: lesson for lesson in all_lessons()}
    problems = {problem.id: problem for problem in all_problems()}
    if identifier in lessons:
        return "\n\n".join(_lesson(lessons[identifier]))
    if identifier not in problems:
        refuse_choice("lesson", identifier, [*lessons, *problems])
    problem = problems[identifier]
    head = [f"{problem.title}  ({problem.id}, {problem.section})", *_paragraphs(problem.caption)]
    return "\n\n".join([*head, plain_text(problem.trace(), width())])


def _lesson(lesson: Lesson) -> Iterator[str]:
    """The parts of a page: title, goals, blocks in their order, and the hints at the end, out of sight."""
    yield f"{lesson.title}  ({lesson.id}; {lesson.section})"
    yield "\n".join(["Goals", *(_hanging(f"  – {line}", 4) for goal in lesson.goals for line in goal.written(shown))])
    for block in lesson.blocks:
        yield from _shown(block)
    if lesson.questions:
        hints = (" ".join(question.hint.written(shown)) for question in lesson.questions)
        yield "\n".join(["Hints", *(_hanging(f"  {k}. {hint}", 5) for k, hint in enumerate(hints, start=1))])
    answers = [" ".join(question.answer.written(shown)) for question in lesson.questions if question.answer.source]
    answers += [f"{'ABCDEFGH'[ask.right]}. {' '.join(ask.why.written(shown))}" for ask in lesson.asks]
    if answers:
        yield "\n".join(["Answers", *(_hanging(f"  {k}. {text}", 5) for k, text in enumerate(answers, start=1))])


@singledispatch
def _shown(block: Block) -> Iterator[str]:
    raise TypeError(f"no way to show a {type(block).__name__}")


@_shown.register(Prose)
def _(block: Prose) -> Iterator[str]:
    yield from _paragraphs(block.text)


@_shown.register(LessonProblem)
def _(block: LessonProblem) -> Iterator[str]:
    """The derivation in short: what was asked, the rules in their order, the result."""
    trace = block.trace()
    rules = ", ".join(dict.fromkeys(step.title.lower() for step in trace.steps))
    count = len(trace.steps)
    lines = [f"{block.id}  {block.title}"]
    lines += [indent(text, MARGIN) for text in _paragraphs(block.caption)]
    lines += [_equation(trace)]
    lines += [_hanging(f"{MARGIN}{count} step{'s' * (count != 1)}: {rules}", 6)]
    lines += [f"{MARGIN}“explainer lessons {block.id}” shows them. {_checks(trace)}"]
    yield "\n".join(lines)


@_shown.register(Question)
def _(block: Question) -> Iterator[str]:
    yield _hanging("Think: " + " ".join(block.text.written(shown)), 7)


@_shown.register(Ask)
def _(block: Ask) -> Iterator[str]:
    """The question and its choices; the answer stands at the end of the page."""
    choices = [f"{MARGIN}{'ABCDEFGH'[k]}. {' '.join(choice.written(shown))}" for k, choice in enumerate(block.choices)]
    yield "\n".join([_hanging("Which? " + " ".join(block.text.written(shown)), 7), *choices])


@_shown.register(Drill)
def _(block: Drill) -> Iterator[str]:
    """Which skills are practised, and the command that does it."""
    command = f"explainer practice {','.join(block.skills)} --grade {block.grade}"
    yield _hanging(f"{block.title}: “{command}” gives you problems of your own.", 2)


@_shown.register(Correction)
def _(block: Correction) -> Iterator[str]:
    """What is printed and what holds, and the numbers that decide."""
    from explainer.lessons.corrections import numbers_in_words, verify_correction

    result = verify_correction(block)
    lines = [f"Correction to {block.problem.id}"]
    lines += [indent(text, MARGIN) for text in _paragraphs(block.text)]
    if block.derivative:
        lines.append(f"{MARGIN}{block.derivative} = {shown(block.problem.trace().start)}")
    at = ", ".join(f"{shown(Formula(name).node)} = {numbers_in_words(value)}" for name, value in block.at.items())
    lines.append(_hanging(f"{MARGIN}Measured at {at}: {result.measured}.", 6))
    for label, verdict in (("printed", result.printed), ("holds", result.holds)):
        lines.append(f"{MARGIN}{label:<8} {shown(verdict.node) if verdict.node else verdict.text}")
        lines.append(_hanging(f"{MARGIN}{' ' * 9}{'✓' if verdict.ok else '✗'} {verdict.finding}", 13))
    if not result.decided:
        lines.append(f"{MARGIN}CHECK FAILED: the numbers do not decide as they should.")
    yield "\n".join(lines)


@_shown.register(RuleList)
def _(block: RuleList) -> Iterator[str]:
    """The rules as they are declared."""
    from explainer.rules import all_rules

    rules = {rule.id: rule for rule in all_rules()}
    for rule in (rules[identifier] for identifier in block.ids if identifier in rules):
        head = "Rule, by an example" if rule.by_example else "Rule"
        lines = [f"{head}: {rule.title}  ({rule.id})", *(f"{MARGIN}{line}" for line in rule.statement.splitlines())]
        if rule.condition:
            lines.append(_hanging(f"{MARGIN}if {rule.condition}", 7))
        yield "\n".join(lines)


@_shown.register(Table)
def _(block: Table) -> Iterator[str]:
    """Each problem with its derived result."""
    from explainer.lessons.library import all_problems

    problems = {problem.id: problem for problem in all_problems()}
    width = max(map(len, block.problems))
    known = (problems[identifier] for identifier in block.problems if identifier in problems)
    yield "\n".join([block.title, *(_equation(problem.trace(), f"  {problem.id:<{width}}  ") for problem in known)])


@_shown.register(NotationList)
def _(block: NotationList) -> Iterator[str]:
    """What is typed, how it looks, what it means."""
    rows = []
    for sign, meaning in block.entries:
        typed = ", ".join(formula.text for formula in sign.formulas)
        rows.append((typed, " ".join(sign.written(shown)), " ".join(meaning.written(shown))))
    first, second = (max(len(row[k]) for row in rows) for k in (0, 1))
    yield "\n".join(
        _hanging(f"  {typed:<{first}}  {sign:<{second}}  {meaning}", first + second + 6)
        for typed, sign, meaning in rows
    )


MOST_MOMENTS = 12
"""A longer descent shows its first moments and the last one."""


@_shown.register(LessonDescent)
def _(block: LessonDescent) -> Iterator[str]:
    """The updates, the numbers at every moment, and how it went."""
    run = block.run()
    lines = [f"Descent: {block.title}", *(indent(text, MARGIN) for text in _paragraphs(block.caption))]
    lines.append(f"{MARGIN}{',   '.join(run.updates)}")
    head, *rows = run.table()
    if len(rows) > MOST_MOMENTS:
        rows = [*rows[: MOST_MOMENTS - 2], ("…",) * len(head), rows[-1]]
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    for row in (head, *rows):
        cells = (f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        lines += [MARGIN + "   ".join(cells)]
    lines.append(_hanging(f"{MARGIN}{run.message}", 4))
    yield "\n".join(lines)


@_shown.register(LessonFigure)
def _(block: LessonFigure) -> Iterator[str]:
    """What a picture shows, in words, and the command that draws it."""
    figure = block.draw()
    lines = [f"Figure: {figure.title}"]
    lines += [indent(text, MARGIN) for text in _paragraphs(block.caption)]
    lines.append(_hanging(f"{MARGIN}{figure.description}", 4))
    lines.append(_hanging(f"{MARGIN}“{_command(block)}” draws it.", 6))
    yield "\n".join(lines)


def _command(block: LessonFigure) -> str:
    """The command line that draws the picture of a lesson."""
    words = ["explainer", "render"]
    if block.problem is not None:
        problem = block.problem
        words += [problem.text, "--wrt", problem.wrt, "--method", problem.method]
        words += [word for name, shape in problem.shapes.items() for word in ("--shape", f"{name}={shape}")]
        words += ["--layout", problem.layout] if problem.layout != "numerator" else []
        words += ["--order", str(problem.order)] if problem.order != 1 else []
    words += ["--figure", block.figure]
    words += [word for name, value in block.options.items() for word in ("--option", f"{name}={json.dumps(value)}")]
    return " ".join(map(quote, [*words, "-o", "figure.svg"]))


def _equation(trace: Trace, margin: str = MARGIN) -> str:
    """The derivative and its result, and definitions that stay in it, on one line or two."""
    from explainer.export.wording import outcome_words

    left = shown(trace.start)
    right = "".join(part if isinstance(part, str) else shown(part) for part in outcome_words(trace))
    together = f"{margin}{left} = {right}"
    return together if len(together) <= width() else f"{margin}{left}\n{' ' * len(margin)}= {right}"


def _checks(trace: Trace) -> str:
    """What the numbers say of all steps together."""
    from explainer.export.wording import doubts_of

    return " ".join(doubts_of(trace)) or "All are checked by numbers."


def _paragraphs(text: RichText) -> list[str]:
    return [
        fill(words, width() - len(MARGIN), break_long_words=False, break_on_hyphens=False)
        for words in text.written(shown)
    ]


def _hanging(text: str, margin: int) -> str:
    return fill(
        text,
        width(),
        subsequent_indent=" " * margin,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
