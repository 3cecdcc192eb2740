"""Words and formulas as lines of a PDF: formulas as outlines on the baseline, lines broken at spaces and at signs."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from explainer.handouts.pdf_pages import Element, Line, Page, Placed
from explainer.notation import relation_line, speech, unicode, write_notation
from explainer.notation.marking import struck
from explainer.typeset import typeset
from explainer.typeset.files.drawing import number
from explainer.typeset.files.pdf_drawing import (
    LetterForms,
    box_operands,
    colour_operands,
    layer_operators,
    mark_operators,
)
from explainer.typeset.files.pdf_fonts import SPACE_EM, TextGlyph, text_glyphs
from explainer.typeset.files.pdf_objects import Objects, stream
from explainer.typeset.splitting import split_by_height
from explainer.typeset.typesetting import typeset_pieces

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path
    from explainer.handouts.model import Words
    from explainer.typeset import Drawing
    from explainer.typeset import Picture as Typeset

_ASCENT, _DESCENT = 0.75, 0.25
_LEADING: Final = 1.38
_AIR_PT: Final = 2.5
"""The least room above a high formula, and below a deep one."""
_KEPT_FORMS: Final = 256
"""So many formulas are remembered, to be written once where they come again."""
_SPACES = re.compile(r"([ \t\r\n]+)")
DECORATION: Final = Element("")


class Style(NamedTuple):
    """How words look; size in points."""

    size: float
    colour: str
    bold: bool = False


class TextRun(NamedTuple):
    """A word, or a part of one, in one size and colour."""

    glyphs: tuple[TextGlyph, ...]
    style: Style
    element: Element | None = None

    def draw(self, page: Page, x: float, y: float) -> None:
        page.colour(self.style.colour)
        page.add(page.fonts.show(self.glyphs, self.style.size, x, y))


class Formula(NamedTuple):
    """A formula, or a piece of one, as a form; `text` lies over it unseen."""

    form: int
    size: float
    colour: str
    width: float
    text: str
    element: Element | None

    def draw(self, page: Page, x: float, y: float) -> None:
        page.colour(self.colour)
        size = number(self.size)
        page.add(f"q {size} 0 0 {size} {number(x)} {number(y)} cm {page.form(self.form)} Do Q")
        if self.text:
            page.add(page.fonts.lay_over(self.text, x, y, self.width, self.size))


class Bar(NamedTuple):
    """A filled rectangle: a line of a table."""

    width: float
    height: float
    colour: str
    element: Element | None = DECORATION

    def draw(self, page: Page, x: float, y: float) -> None:
        page.colour(self.colour)
        page.add(f"{number(x)} {number(y)} {number(self.width)} {number(self.height)} re f")


class Dots(NamedTuple):
    """Dots that lead the eye over a gap."""

    width: float
    colour: str
    element: Element | None = DECORATION

    def draw(self, page: Page, x: float, y: float) -> None:
        if self.width > 0:
            ends = f"{number(x)} {number(y)} m {number(x + self.width)} {number(y)} l"
            page.add(f"q {colour_operands(self.colour)} RG 0.7 w 1 J [0 4] 0 d {ends} S Q")


class Frame(NamedTuple):
    """A frame around a result, from its lower left corner."""

    width: float
    height: float
    colour: str
    element: Element | None = DECORATION

    def draw(self, page: Page, x: float, y: float) -> None:
        place = " ".join(map(number, (x, y, self.width, self.height)))
        page.add(f"q {colour_operands(self.colour)} RG 0.9 w 1 j {place} re S Q")


class Outlines(NamedTuple):
    """A figure as a form in its own colours."""

    form: int
    size: float
    element: Element | None = None

    def draw(self, page: Page, x: float, y: float) -> None:
        size = number(self.size)
        page.add(f"q {size} 0 0 {size} {number(x)} {number(y)} cm {page.form(self.form)} Do Q")


class Atom(NamedTuple):
    """What no line is broken in; `gap` is the room before it, left out at the beginning of a line."""

    item: TextRun | Formula
    width: float
    height: float
    depth: float
    gap: float
    may_begin: bool
    shift: float = 0.0


class _Form(NamedTuple):
    """A formula that is written: the number of its form, in em its lead, width, height and depth."""

    number: int
    lead: float
    width: float
    height: float
    depth: float


class Forms:
    """Formulas and figures as forms; one that comes again is written once."""

    def __init__(self, objects: Objects, letters: LetterForms) -> None:
        self._objects = objects
        self._letters = letters
        self._known: OrderedDict[object, tuple[tuple[_Form, ...], str, str]] = OrderedDict()

    def inline(self, node: Node) -> tuple[tuple[_Form, ...], str, str]:
        """A formula within a line as its pieces, with its text and what is said of it."""
        found = self._known.get(node)
        if found is None:
            notation = write_notation(node)
            forms = tuple(self._form(picture, lead) for lead, picture in typeset_pieces(notation))
            found = forms, unicode(notation), speech(notation)
        return self._keep(node, found)

    def display(
        self, node: Node, sign: str, room_em: tuple[float, float], falling: tuple[Path, ...] = ()
    ) -> tuple[tuple[_Form, ...], str, str]:
        """A formula on lines of its own, behind a sign; the parts at the paths in `falling` are struck through.

        It is broken into lines of the width of the room, and into several forms where it is higher.
        """
        key = (node, sign, room_em, falling)
        found = self._known.get(key)
        if found is None:
            notation = struck(write_notation(node), falling)
            if sign:
                notation = relation_line(None, sign, notation)
            pictures = split_by_height(typeset(notation, width_em=room_em[0]), room_em[1])
            found = tuple(self._form(picture, 0.0) for picture in pictures), unicode(notation), speech(notation)
        return self._keep(key, found)

    def figure(self, drawing: Drawing) -> int:
        """A figure in its colours, from its lower left corner."""
        lines = [f"{colour_operands(drawing.background)} rg 0 0 {number(drawing.width)} {number(drawing.height)} re f"]
        lines.append(f"1 0 0 1 {number(drawing.left)} {number(drawing.bottom)} cm")
        lines += layer_operators(drawing, self._letters)
        return self._put("\n".join(lines), 0.0, 0.0, drawing.width, drawing.height)

    def _keep(self, key: object, found: tuple[tuple[_Form, ...], str, str]) -> tuple[tuple[_Form, ...], str, str]:
        self._known[key] = found
        self._known.move_to_end(key)
        if len(self._known) > _KEPT_FORMS:
            self._known.popitem(last=False)
        return found

    def _form(self, picture: Typeset, lead: float) -> _Form:
        content = "\n".join(mark_operators(picture.pieces, self._letters))
        form = self._put(content, 0.0, -picture.depth, picture.width, picture.height)
        return _Form(form, lead, picture.width - lead, picture.height, picture.depth)

    def _put(self, content: str, left: float, low: float, right: float, high: float) -> int:
        entries = (
            f"/Type /XObject /Subtype /Form /BBox [{box_operands(left, low, right, high)}] "
            f"/Resources {self._letters.number} 0 R "
        )
        return self._objects.put(stream(content, entries))


@dataclass(frozen=True)
class Setter:
    """Sets words into lines."""

    forms: Forms

    def atoms(self, words: Words, style: Style, element: Element) -> Iterator[Atom]:
        """Words and formulas in pieces, with the places where a line may begin."""
        gap, may_begin = 0.0, False
        for part in words:
            if isinstance(part, str):
                for place, word in enumerate(_SPACES.split(part)):
                    if place % 2:
                        # Two spaces set a number off from its title; any others are one.
                        gap, may_begin = SPACE_EM * style.size * (2 if word == "  " else 1), True
                    elif word:
                        yield _word(word, style, gap, may_begin)
                        gap, may_begin = 0.0, False
                continue
            forms, text, said = self.forms.inline(part)
            inside = Element("Formula", said, element)
            for place, form in enumerate(forms):
                lead = form.lead * style.size
                item = Formula(form.number, style.size, style.colour, form.width * style.size, "", inside)
                yield Atom(
                    item if place else item._replace(text=text),
                    form.width * style.size,
                    form.height * style.size,
                    form.depth * style.size,
                    lead if place else gap,
                    place > 0 or may_begin,
                    lead,
                )
            gap, may_begin = 0.0, False

    def paragraph(
        self,
        words: Words,
        style: Style,
        width: float,
        *,
        tag: str = "P",
        parent: Element | None = None,
        indent: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> list[Line]:
        """Words as lines of at most this width; `keep` holds the last one with what follows.

        The first two lines stay together, and so do the last two.
        """
        element = Element(tag, parent=parent)
        rows = list(broken(self.atoms(words, style, element), width))
        lines: list[Line] = []
        for place, row in enumerate(rows):
            ahead = keep if place == len(rows) - 1 else place == 0 or place == len(rows) - 2
            above = before if place == 0 else 0.0
            lines.append(line_of(row, style, width, element, indent=indent, before=above, keep=ahead))
        return lines

    def width(self, words: Words, style: Style) -> float:
        """How wide the words are on one line."""
        return sum(atom.gap + atom.width for atom in self.atoms(words, style, DECORATION))


def _word(word: str, style: Style, gap: float, may_begin: bool) -> Atom:
    glyphs = text_glyphs(word, style.bold)
    width = sum(glyph.width for glyph in glyphs) * style.size
    return Atom(TextRun(glyphs, style), width, _ASCENT * style.size, _DESCENT * style.size, gap, may_begin)


def broken(atoms: Iterable[Atom], width: float) -> Iterator[list[Atom]]:
    """The atoms in lines, each as full as it can be."""
    line: list[Atom] = []
    used = 0.0
    unit: list[Atom] = []

    def units() -> Iterator[list[Atom]]:
        """The atoms that stay together, such as a formula and the full stop behind it."""
        nonlocal unit
        for atom in atoms:
            if atom.may_begin and unit:
                yield unit
                unit = []
            unit.append(atom)
        if unit:
            yield unit

    for together in units():
        needed = sum(atom.gap + atom.width for atom in together)
        if line and used + needed > width + 0.01:
            yield line
            line, used = [], 0.0
        line += together
        used += needed - (together[0].gap if not used else 0.0)
    if line:
        yield line


def line_of(
    row: list[Atom],
    style: Style,
    width: float,
    element: Element,
    *,
    indent: float = 0.0,
    before: float = 0.0,
    keep: bool = False,
) -> Line:
    """Atoms side by side as a line, drawn smaller where a single one is wider than the line."""
    natural = sum(atom.gap + atom.width for atom in row) - row[0].gap
    scale = min(1.0, width / natural) if natural > 0 else 1.0
    placed: list[Placed] = []
    x = indent
    for place, atom in enumerate(row):
        x += atom.gap * scale if place else 0.0
        placed.append(Placed(x - atom.shift * scale, 0.0, _smaller(atom.item, scale)))
        x += atom.width * scale
    height = max(style.size * (_LEADING - _DESCENT), *(atom.height * scale + _AIR_PT for atom in row))
    depth = max(atom.depth * scale for atom in row)
    depth = depth + _AIR_PT if depth > style.size * _DESCENT * 2 else max(depth, style.size * _DESCENT)
    return Line(tuple(placed), height, depth, element, before, keep)


def _smaller(item: TextRun | Formula, scale: float) -> TextRun | Formula:
    if scale == 1.0:
        return item
    if isinstance(item, TextRun):
        return item._replace(style=item.style._replace(size=item.style.size * scale))
    return item._replace(size=item.size * scale, width=item.width * scale)
