"""Pages to read in the window: where a page is found, and what stands on it from top to bottom.

A page is a list of pieces. The blocks of a lesson are pieces as they are; the others are here. A piece says what is to
be shown and leaves how to the window; what takes time, such as the checks, a window asks for when it shows the piece.
To add a kind of page: a function in `PAGES` of `shelf.py`. To add a kind of piece: a class, and the widget for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from explainer.errors import ExplainerError
from explainer.lessons.richtext import Formula
from explainer.phrases import mapped, retold
from explainer.session.course.address import Address

if TYPE_CHECKING:
    from explainer.expr.operation import Operation
    from explainer.lessons import LessonProblem
    from explainer.lessons.richtext import RichText, Words
    from explainer.notation.tree import Notation
    from explainer.rules import Rule
    from explainer.session.lines.card import Sentence


@dataclass(frozen=True)
class Heading:
    """A title inside a page."""

    text: str


@dataclass(frozen=True)
class Goals:
    """What a lesson teaches, one sentence each."""

    goals: tuple[Words, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text; `quiet` is of less weight."""

    words: Words | Sentence
    quiet: bool = False


@dataclass(frozen=True)
class Labelled:
    """A caption with lines below it, such as the source of a rule."""

    caption: str
    lines: tuple[Words | Sentence, ...]


@dataclass(frozen=True)
class Statement:
    """What a rule says, in each of its forms."""

    rule: Rule


@dataclass(frozen=True)
class Example:
    """One example of a rule, to be rewritten and checked before the reader's eyes."""

    rule: Rule
    text: str


@dataclass(frozen=True)
class RuleEntry:
    """A rule in a list: its name leads to its page; statement and condition stand below it."""

    rule: Rule


@dataclass(frozen=True)
class FunctionEntry:
    """A function in a list: its name leads to its page; its derivative stands below it."""

    operation: Operation


@dataclass(frozen=True)
class ResultRow:
    """A problem with its derived result on one line."""

    problem: LessonProblem


@dataclass(frozen=True)
class SignRow:
    """A sign of the notation, how it is typed, and what it means."""

    sign: RichText
    meaning: RichText


@dataclass(frozen=True)
class Links:
    """Names that lead to pages, under a caption."""

    caption: str
    links: tuple[tuple[Address, str], ...]


@dataclass(frozen=True)
class Gallery:
    """Problems as pictures, under a caption."""

    caption: str
    problems: tuple[LessonProblem, ...]


@dataclass(frozen=True)
class Doing:
    """Something to do: the action, the file or the lesson of this `name`, by its `kind`; `words` say it."""

    kind: str
    name: str
    words: str


@dataclass(frozen=True)
class Doings:
    """What can be done, side by side, under a caption."""

    caption: str
    doings: tuple[Doing, ...]


@dataclass(frozen=True)
class Ending:
    """The end of a page, with the page that follows it, if there is one."""

    following: Address | None = None
    text: str = ""


Piece: TypeAlias = Any
"""Something that stands on a page: one of the classes above, a block of a lesson, or a comparison."""


@dataclass(frozen=True)
class Page:
    """A page: `kicker` is the small line over the title; `pieces` stand on it in this order.

    A `wide` one takes the room that there is; others have lines that are read in one go.
    """

    address: Address
    kicker: str
    title: str
    pieces: tuple[Piece, ...]
    wide: bool = False


def sentence_of(words: Words | Sentence) -> Sentence:
    """Words with the formulas of a text as words with notation; a formula that cannot be read stays as it was typed."""
    return mapped(words, lambda part: _readable(part) if isinstance(part, Formula) else part)


def _readable(formula: Formula) -> str | Notation:
    from explainer.session.lines.card import notation_of

    try:
        return notation_of(formula.node)
    except ExplainerError:
        return formula.text


def spoken(sentence: Sentence) -> str:
    """A sentence as it is read aloud, its formulas in words."""
    from explainer.notation import speech

    return "".join(part if isinstance(part, str) else speech(part) for part in retold(sentence))
