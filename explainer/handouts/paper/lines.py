"""What stands on a page: words, formulas, figures and rules at their places on a line. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from explainer.typeset import Drawing, Picture


@dataclass(frozen=True, eq=False, slots=True)
class Element:
    """What a piece of a page is for a screen reader: its tag, a text instead of it, and what it is a part of."""

    tag: str
    said: str = ""
    parent: Element | None = None


DECORATION: Final = Element("")
"""What a screen reader passes over."""


class Style(NamedTuple):
    """How words look; size in points."""

    size: float
    colour: str
    bold: bool = False


class Inks(NamedTuple):
    """The colours of a document: of its words, of what is less, of numbers, of what is wrong, around a result."""

    ink: str
    muted: str
    accent: str
    wrong: str
    frame: str


class Letters(NamedTuple):
    """A word, or a part of one, in one size and colour."""

    text: str
    style: Style
    width: float
    element: Element | None = None


class Formula(NamedTuple):
    """A formula, or a piece of one, as its writer keeps it; `text` lies over it unseen where that can be."""

    shape: object
    size: float
    colour: str
    width: float
    text: str
    element: Element | None


class Bar(NamedTuple):
    """A filled rectangle: a line of a table."""

    width: float
    height: float
    colour: str
    element: Element | None = DECORATION


class Dots(NamedTuple):
    """Dots that lead the eye over a gap."""

    width: float
    colour: str
    element: Element | None = DECORATION


class Frame(NamedTuple):
    """A frame around a result, from its lower left corner."""

    width: float
    height: float
    colour: str
    element: Element | None = DECORATION


class Figure(NamedTuple):
    """A figure in its own colours, as its writer keeps it."""

    shape: object
    size: float
    width: float
    element: Element | None = None


Item: TypeAlias = Letters | Formula | Bar | Dots | Frame | Figure


class Placed(NamedTuple):
    """An item at its place in a line: from the margin and from the baseline, upwards."""

    x: float
    rise: float
    item: Item


class Link(NamedTuple):
    """A line of the contents: it leads to an anchor, whose page number stands at its right end."""

    anchor: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `keep` holds it on the page of the next one, `before` is left out on top of a page.

    `bookmark` is a level and a title, `anchor` a name for links to this line, `repeated` the line that stands
    on top again where the page ends before this one: the head of a table. A page begins with a line `on_new_page`.
    """

    items: tuple[Placed, ...]
    height: float
    depth: float
    element: Element
    before: float = 0.0
    keep: bool = False
    anchor: str = ""
    bookmark: tuple[int, str] | None = None
    link: Link | None = None
    repeated: Line | None = None
    on_new_page: bool = False

    @property
    def right(self) -> float:
        """Its right end."""
        return max((placed.x + placed.item.width for placed in self.items), default=0.0)


class Writer(Protocol):
    """Who puts the lines on paper: he knows how wide his letters are, and keeps formulas and figures in his own way."""

    def width(self, word: str, bold: bool) -> float:
        """How wide a word is, in em."""

    @property
    def space(self) -> float:
        """How wide a space is, in em."""

    def formula(self, picture: Picture) -> object:
        """A formula, to be put into lines at any size."""

    def figure(self, drawing: Drawing) -> object:
        """A figure in its colours, from its lower left corner."""
