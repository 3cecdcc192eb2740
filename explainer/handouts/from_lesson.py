"""A lesson as a document: its blocks in their order, every derivation, figure and number worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial, singledispatch
from typing import TYPE_CHECKING

from explainer.handouts import model
from explainer.handouts.from_rules import rule_card
from explainer.handouts.from_trace import all_results, derivation
from explainer.lessons.lesson import (
    Ask,
    Correction,
    Drill,
    Lesson,
    LessonDescent,
    LessonFigure,
    LessonProblem,
    NotationList,
    Prose,
    RuleList,
)
from explainer.lessons.lesson import Block as LessonBlock
from explainer.lessons.lesson import Question as LessonQuestion
from explainer.lessons.lesson import Table as LessonTable
from explainer.lessons.richtext import RichText

if TYPE_CHECKING:
    from explainer.engine.trace import Trace
    from explainer.expr.node import Node
    from explainer.lessons.corrections import Verdict

MOST_MOMENTS = 12
"""A longer descent shows its first moments and the last one."""


def document_of_lesson(lesson: Lesson) -> model.Document:
    """The goals, then the blocks of the lesson."""

    def blocks(*, short: bool = False) -> Iterator[model.Block]:
        if lesson.goals:
            yield model.Bullets("Goals", tuple(words for goal in lesson.goals for words in _paragraphs(goal)))
        for block in lesson.blocks:
            if not (short and isinstance(block, LessonDescent | LessonFigure | Correction)):
                yield from _shown(block)

    contents = tuple(_heading(block) for block in lesson.blocks if isinstance(block, LessonProblem))
    return model.Document(
        lesson.title,
        lesson.section,
        blocks,
        contents=contents,
        usual_length="short",
        make_short=partial(blocks, short=True),
    )


def document_of_problem(problem: LessonProblem) -> model.Document:
    """One derivation of a lesson, with its caption."""

    def blocks() -> Iterator[model.Block]:
        yield from _captions(problem.caption)
        trace = problem.trace()
        yield derivation(trace, problem.id, is_of_lesson=True)
        yield from all_results(trace)

    def program(library: str) -> str:
        from explainer.written_code import code

        return code(problem.trace(), library)

    return model.Document(problem.title, problem.section, blocks, single=True, program=program)


def _heading(problem: LessonProblem) -> model.Heading:
    return model.Heading(2, problem.title, f"problem-{problem.id}")


def _paragraphs(text: RichText) -> list[model.Words]:
    return [tuple(part if isinstance(part, str) else part.node for part in paragraph) for paragraph in text.paragraphs]


def _captions(text: RichText, role: str = "") -> Iterator[model.Block]:
    yield from (model.Paragraph(words, role) for words in _paragraphs(text))


def _joined(text: RichText) -> model.Words:
    """All paragraphs as one."""
    words: list[Node | str] = []
    for paragraph in _paragraphs(text):
        words += [" ", *paragraph] if words else paragraph
    return tuple(words)


@singledispatch
def _shown(block: LessonBlock) -> Iterator[model.Block]:
    raise TypeError(f"no way to show a {type(block).__name__}")


@_shown.register(Prose)
def _(block: Prose) -> Iterator[model.Block]:
    if block.title:
        yield model.Heading(3, block.title)
    yield from _captions(block.text, model.SPOKEN if block.spoken else model.OWN if block.own else "")


@_shown.register(LessonProblem)
def _(block: LessonProblem) -> Iterator[model.Block]:
    yield _heading(block)
    yield from _captions(block.caption)
    trace = block.trace()
    yield derivation(trace, block.id, is_of_lesson=True)
    yield from all_results(trace)


@_shown.register(LessonQuestion)
def _(block: LessonQuestion) -> Iterator[model.Block]:
    if not block.hint.source:
        yield from _captions(block.text)
        return
    yield model.Question(_joined(block.text), _joined(block.hint))
    if block.answer.source:
        yield model.Paragraph(("Answer: ", *_joined(block.answer)), "caption")


@_shown.register(Ask)
def _(block: Ask) -> Iterator[model.Block]:
    """The question with its choices, and the right one with its reason as the answer."""
    letters = "ABCDEFGH"
    words: list[str | Node] = [*_joined(block.text)]
    for letter, choice in zip(letters, block.choices, strict=False):
        words += [f"  {letter}. ", *_joined(choice)]
    yield model.Question(tuple(words), (f"{letters[block.right]}. ", *_joined(block.why)), "Which?", "Answer")


@_shown.register(Drill)
def _(block: Drill) -> Iterator[model.Block]:
    """A problem of each skill, with lines to write on."""
    yield model.Heading(3, block.title)
    for number, given in enumerate(block.problems(), start=1):
        problem, words = given.trace.problem, ("Differentiate with respect to ", given.trace.problem.wrt, ".")
        yield model.Task(number, words, problem.expression, 4, partial(_answer, given.trace))


def _answer(trace: Trace) -> Node:
    from explainer.expr.nodes import Equation

    return Equation(trace.start, trace.result)


@_shown.register(Correction)
def _(block: Correction) -> Iterator[model.Block]:
    """What the paper prints and what holds, with the numbers that decide."""
    from explainer.expr.nodes import Equation, Variable
    from explainer.lessons.corrections import numbers_in_words, verify_correction

    result = verify_correction(block)
    yield model.Heading(3, f"Correction to “{block.problem.title}”")
    yield from _captions(block.text)
    if block.derivative:
        start = block.problem.trace().start
        yield model.Paragraph(("Here ", Equation(Variable(block.derivative, start.shape), start), "."))
    places: list[Node | str] = []
    for name, value in block.at.items():
        places += [", " if places else "", block.name(name).node, f" = {numbers_in_words(value)}"]
    yield model.Paragraph(("Measured at ", *places, f": {result.measured}."))
    rows = tuple(_verdict(label, verdict) for label, verdict in (("printed", result.printed), ("holds", result.holds)))
    yield model.Table("", ((), ("formula",), ("what the numbers say",)), rows)
    if not result.decided:
        yield model.Paragraph(("CHECK FAILED: the numbers do not decide as they should.",), "warning")


def _verdict(label: str, verdict: Verdict) -> tuple[model.Words, ...]:
    return ((label,), (verdict.node or verdict.text,), (f"{'✓' if verdict.ok else '✗'} {verdict.finding}",))


@_shown.register(RuleList)
def _(block: RuleList) -> Iterator[model.Block]:
    """The rules as they are declared."""
    from explainer.rules import all_rules

    rules = {rule.id: rule for rule in all_rules()}
    yield model.Rules("Rules", tuple(rule_card(rules[identifier]) for identifier in block.ids if identifier in rules))


@_shown.register(LessonTable)
def _(block: LessonTable) -> Iterator[model.Block]:
    """Each problem with its derived result."""
    from explainer.export.wording import outcome_words
    from explainer.lessons.library import all_problems

    problems = {problem.id: problem for problem in all_problems()}
    rows: list[tuple[model.Words, ...]] = []
    for identifier in block.problems:
        if identifier in problems:
            trace = problems[identifier].trace()
            rows.append(((identifier,), (trace.start,), outcome_words(trace)))
    yield model.Table(block.title, (("problem",), ("derivative",), ("result",)), tuple(rows))


@_shown.register(NotationList)
def _(block: NotationList) -> Iterator[model.Block]:
    """What is typed, how it looks, what it means."""
    rows = tuple(
        ((", ".join(formula.text for formula in sign.formulas),), _joined(sign), _joined(meaning))
        for sign, meaning in block.entries
    )
    yield model.Table("", (("typed",), ("written",), ("meaning",)), rows)


@_shown.register(LessonDescent)
def _(block: LessonDescent) -> Iterator[model.Block]:
    """The updates, the numbers at every moment, the picture, and how it went."""
    run = block.run()
    yield model.Heading(3, block.title)
    yield from _captions(block.caption)
    yield model.Bullets("", run.written_updates)
    rows = list(run.table()[1:])
    if len(rows) > MOST_MOMENTS:
        rows = [*rows[: MOST_MOMENTS - 2], ("…",) * len(run.head), rows[-1]]
    yield model.Table("", run.head, tuple(tuple((cell,) for cell in row) for row in rows))
    yield model.Paragraph((run.message,))
    yield model.Picture(block.draw())


@_shown.register(LessonFigure)
def _(block: LessonFigure) -> Iterator[model.Block]:
    yield model.Picture(block.draw(), _joined(block.caption))
