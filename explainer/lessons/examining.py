"""What is wrong with a lesson beyond its form: formulas, derivations, corrections and references, tried one by one."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.errors import ExplainerError
from explainer.lessons.corrections import verify_correction
from explainer.lessons.error import LessonError
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
from explainer.lessons.library import all_problems
from explainer.lessons.places import TOP, line_of
from explainer.lessons.richtext import Formula, RichText
from explainer.phrases import phrase


def faults(lesson: Lesson) -> Iterator[LessonError]:
    """What is wrong with a lesson, all of it; `examine` says what is looked at."""
    return (fault for fault in examine(lesson) if fault is not None)


def examine(lesson: Lesson) -> Iterator[LessonError | None]:
    """Look at a lesson in small slices, each of which ends in a fault or in None.

    Looked at are every formula that cannot be read, derivation that does not finish, step that fails its check,
    correction that the numbers do not decide, figure that cannot be drawn, and rule or problem that does not exist;
    each fault has its line.
    """
    for goal in lesson.goals:
        yield from _unreadable(lesson, TOP, "goals", goal)
    for number, block in enumerate(lesson.blocks):
        yield None
        for field, text in _texts(block):
            yield from _unreadable(lesson, number, field, text)
        if isinstance(block, Question) and block.expects is not None:
            yield from _unreadable(lesson, number, "expects", block.expects)
        if isinstance(block, LessonProblem):
            yield from _underivable(lesson, number, block)
        elif isinstance(block, LessonDescent):
            yield from _unrunnable(lesson, number, block)
        elif isinstance(block, Correction):
            yield from _undecided(lesson, number, block)
        elif isinstance(block, RuleList):
            yield from _unknown_rules(lesson, number, block)
        elif isinstance(block, Table):
            yield from _unknown_problems(lesson, number, block)
        elif isinstance(block, Drill):
            yield from _unknown_skills(lesson, number, block)
        elif isinstance(block, LessonFigure):
            yield from _undrawable(lesson, number, block)


def _texts(block: Block) -> Iterator[tuple[str, RichText]]:
    """The texts of a block that may hold formulas, with their fields."""
    if isinstance(block, Prose | Question | Ask | Correction):
        yield "text", block.text
    if isinstance(block, Question):
        yield from (("hint", block.hint), ("answer", block.answer))
    if isinstance(block, Ask):
        yield from (("choices", choice) for choice in block.choices)
        yield "why", block.why
    if isinstance(block, LessonProblem | LessonFigure | LessonDescent):
        yield "caption", block.caption
    if isinstance(block, NotationList):
        for entry in block.entries:
            yield from (("entries", text) for text in entry)


def _fault(lesson: Lesson, block: int, field: str, complaint: str, hint: str) -> LessonError:
    return LessonError(complaint, file=lesson.file, line=line_of(lesson.places, block, field), field=field, hint=hint)


def _unreadable(lesson: Lesson, block: int, field: str, text: RichText | Formula) -> Iterator[LessonError | None]:
    for formula in (text,) if isinstance(text, Formula) else text.formulas:
        yield None
        try:
            _ = formula.node
        except ExplainerError as error:
            complaint = phrase("the formula {{{0}}} cannot be read: {1}", formula.text, error.message)
            yield _fault(lesson, block, field, complaint, error.hint or "Correct the formula, or declare shapes.")


def _underivable(lesson: Lesson, block: int, problem: LessonProblem) -> Iterator[LessonError | None]:
    try:
        trace = problem.trace()
    except ExplainerError as error:
        yield _fault(lesson, block, "text", error.message, error.hint or "Correct the problem.")
        return
    for _ in trace:
        yield None
    if trace.status != "finished":
        complaint = phrase("the derivation of {0} is {1}: {2}", problem.id, trace.status, trace.reason)
        yield _fault(lesson, block, "text", complaint, "Choose another method.")
    for step in trace.steps:
        yield None
        if not step.check.ok or not step.check.points:
            complaint = phrase(
                "step {0} ({1}) of {2} fails its check: {3}", step.number, step.title, problem.id, step.check.message
            )
            yield _fault(lesson, block, "text", complaint, "Do not trust the derivation, and report it.")


def _undecided(lesson: Lesson, block: int, correction: Correction) -> Iterator[LessonError]:
    try:
        result = verify_correction(correction)
    except ExplainerError as error:
        yield _fault(lesson, block, "holds", error.message, error.hint or "Correct the formula.")
        return
    if result.printed.ok:
        yield _fault(lesson, block, "printed", "the formula holds", "Remove the correction.")
    if not result.holds.ok:
        complaint = phrase("the formula does not hold: {0}", result.holds.message)
        yield _fault(lesson, block, "holds", complaint, "Correct the formula.")


def _undrawable(lesson: Lesson, block: int, figure: LessonFigure) -> Iterator[LessonError]:
    try:
        figure.draw().sheet()
    except ExplainerError as error:
        yield _fault(lesson, block, "figure", error.message, error.hint or "Choose another figure.")


def _unrunnable(lesson: Lesson, block: int, descent: LessonDescent) -> Iterator[LessonError]:
    try:
        descent.run()
    except ExplainerError as error:
        yield _fault(lesson, block, "start", error.message, error.hint or "Correct the values.")


def _unknown_rules(lesson: Lesson, block: int, rules: RuleList) -> Iterator[LessonError]:
    from explainer.rules import all_rules

    known = {rule.id for rule in all_rules()}
    for identifier in rules.ids:
        if identifier not in known:
            yield _fault(
                lesson, block, "ids", phrase("there is no rule {0}", identifier), "“explainer rules” lists them."
            )


def _unknown_skills(lesson: Lesson, block: int, drill: Drill) -> Iterator[LessonError]:
    from explainer.practice.skills import find_skill

    for name in drill.skills:
        if find_skill(name) is None:
            yield _fault(lesson, block, "skills", phrase("there is no skill {0}", name), "Name skills or rules.")


def _unknown_problems(lesson: Lesson, block: int, table: Table) -> Iterator[LessonError]:
    known = {problem.id for problem in all_problems()} | {problem.id for problem in lesson.problems}
    for identifier in table.problems:
        if identifier not in known:
            complaint = phrase("there is no problem {0}", identifier)
            yield _fault(lesson, block, "problems", complaint, "“explainer lessons” lists them.")
