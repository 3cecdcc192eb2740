"""What a speaker may want to say of a problem: the lesson's own words before it, and its caption."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from explainer.errors import ExplainerError
from explainer.lessons.richtext import RichText
from explainer.session.lines.card import Sentence, notation_of

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem
    from explainer.lessons.lesson import Block
    from explainer.lessons.richtext import Formula, Words
    from explainer.notation.tree import Notation
    from explainer.session.course.deck import Slide


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


def words_for(lesson: Lesson | None, slide: Slide | None) -> tuple[Sentence, ...]:
    """What the lesson says where a slide is from, all of it: of a question the answer too, of a figure its caption.

    On the title there are the words that the lesson begins with.
    """
    from explainer.lessons.lesson import Prose
    from explainer.session.course.deck import slides_of, slides_of_blocks

    if lesson is None or slide is None or not slide.key:
        return ()
    keys = iter(slides_of(lesson)[1:])
    block: Block | None = None
    for of_slides, slides in slides_of_blocks(lesson):
        named = [next(keys).key for _ in slides]
        if slide.key in named or (slide.kind == "title" and isinstance(of_slides, Prose)):
            block = of_slides
            break
    if block is None:
        return ()
    texts = [value for field in fields(block) if isinstance(value := getattr(block, field.name), RichText)]
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
