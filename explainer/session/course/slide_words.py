"""What the lesson says where a slide is from: for who speaks, who sees more than the audience."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from explainer.lessons.lesson import Prose
from explainer.lessons.richtext import RichText
from explainer.session.course.deck import slides_of, slides_of_blocks
from explainer.session.course.notes import sentence_of

if TYPE_CHECKING:
    from explainer.lessons import Lesson
    from explainer.lessons.lesson import Block
    from explainer.session.course.deck import Slide
    from explainer.session.lines.card import Sentence


def words_for(lesson: Lesson | None, slide: Slide | None) -> tuple[Sentence, ...]:
    """What the lesson says where a slide is from, all of it: of a question the answer too, of a figure its caption.

    On the title there are the words that the lesson begins with.
    """
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
