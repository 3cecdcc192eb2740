"""What a speaker may want to say of a problem: the lesson's own words before it, and its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.errors import ExplainerError
from explainer.session.lines.card import Sentence, notation_of

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem
    from explainer.lessons.richtext import Formula, RichText, Words
    from explainer.notation.tree import Notation


def notes_of(lesson: Lesson | None, problem: LessonProblem | None) -> tuple[Sentence, ...]:
    """The paragraphs of the caption and of the text that leads to the problem, ready to be shown."""
    from explainer.lessons.lesson import Prose

    if lesson is None or problem is None:
        return ()
    texts: list[RichText] = [problem.caption]
    for block in reversed(lesson.blocks[: lesson.blocks.index(problem)]):
        if not isinstance(block, Prose):
            break
        texts.append(block.text)
    return tuple(sentence_of(words) for text in texts for words in text.paragraphs)


def problem_notation(problem: LessonProblem) -> Notation | None:
    """What a problem asks for, before it is open; None where it cannot be read."""
    try:
        return notation_of(problem.trace().start)
    except ExplainerError:
        return None


def sentence_of(words: Words) -> Sentence:
    """Words of a lesson, ready to be shown."""
    return tuple(part if isinstance(part, str) else _formula(part) for part in words)


def _formula(formula: Formula) -> str | Notation:
    """The notation of a formula in a text; what was typed where it cannot be read."""
    try:
        return notation_of(formula.node)
    except ExplainerError:
        return formula.text
