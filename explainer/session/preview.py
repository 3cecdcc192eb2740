"""The preview of a text that is being typed: what it means so far, or why it does not mean anything yet."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.expr.shape import Shape
    from explainer.language import Question
    from explainer.language.pasted import Pasted
    from explainer.notation.tree import Notation


class Repair(NamedTuple):
    """Another reading of a guess: the name, its other kind (scalar, vector or matrix), and the shape that says so."""

    name: str
    kind: str
    shape: str


class Preview(NamedTuple):
    """A typed text with what it was understood as, or with the error that stands in the way.

    `expression` and `notation` are None while the text is wrong or empty; `names` are the variables it depends on.
    """

    text: str = ""
    expression: Node | None = None
    notation: Notation | None = None
    shapes: Mapping[str, Shape] = MappingProxyType({})
    inferred: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: ExplainerError | None = None
    translation: Pasted | None = None
    """The text in the input language, where it is LaTeX or code."""
    wrt: str = ""
    """The variable that the text itself names, as d/dx in front does."""
    repair: Repair | None = None
    """What else the most doubtful of the inferred shapes may be."""

    @property
    def names(self) -> tuple[str, ...]:
        """The variables of the expression in alphabetical order, lower case first."""
        return tuple(sorted(self.shapes, key=lambda name: (name.lower(), name)))


def preview_of(text: str, wrt: str | None = None, shapes: Mapping[str, str] | None = None) -> Preview:
    """Understand a text as far as that goes; an error of the text is kept in the preview, not raised.

    An empty text gives an empty preview without an error: nobody has made a mistake yet.
    """
    if not text.strip():
        return Preview(text)
    from explainer.language import read_question
    from explainer.session.lines.card import notation_of

    try:
        question = read_question(text, shapes or None, wrt or None)
        parsed, translation = question.parsed, question.translation
        notation = notation_of(parsed.expression)
    except ExplainerError as error:
        return Preview(text, error=error)
    noted = tuple(note for note in parsed.notes if note not in parsed.taken)  # the shapes stand beside the formula
    notes = noted if translation is None else (*translation.notes, *noted)
    named = parsed.wrt.text() if parsed.wrt is not None and not wrt else ""
    repair = repair_of(question, shapes or {}, wrt or None)
    return Preview(
        text, parsed.expression, notation, parsed.shapes, parsed.inferred, notes, None, translation, named, repair
    )


_MOST_DOUBTFUL = 2
"""So many names are looked at for another reading that the whole text has."""


def repair_of(question: Question, shapes: Mapping[str, str], wrt: str | None) -> Repair | None:
    """The other reading of the name that is most in doubt, with the shape that it would have then."""
    from explainer.language import parse_expression

    offers = [(guess, kind) for guess in question.parsed.guesses[:_MOST_DOUBTFUL] for kind in guess.alternatives]
    for guess, kind in offers:
        with suppress(ExplainerError):
            other = parse_expression(question.text, shapes or None, wrt, {guess.name: kind})
            if guess.name in other.shapes:  # half a word may be no name at all then
                return Repair(guess.name, kind, str(other.shapes[guess.name]))
    return None
