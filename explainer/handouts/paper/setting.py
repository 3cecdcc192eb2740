"""Words and formulas as lines of a page: formulas on the baseline, lines broken at spaces and at signs."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from explainer.expr.node import at
from explainer.handouts.paper.lines import DECORATION, Element, Formula, Letters, Line, Placed, Style, Writer
from explainer.notation import relation_line, speech, unicode, write_notation
from explainer.notation.marking import struck, underlined
from explainer.notation.tree import Part
from explainer.typeset import typeset
from explainer.typeset.splitting import split_by_height
from explainer.typeset.typesetting import typeset_pieces

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path
    from explainer.handouts.model import Words
    from explainer.notation.tree import Notation
    from explainer.typeset import Picture

_ASCENT, _DESCENT = 0.75, 0.25
_LEADING: Final = 1.38
_AIR_PT: Final = 2.5
"""The least room above a high formula, and below a deep one."""
_KEPT_FORMULAS: Final = 256
"""So many formulas are remembered."""
_SPACES = re.compile(r"([ \t\r\n]+)")
SMALLEST: Final = 0.75
"""What is a little too large for its place is drawn smaller down to this; what is larger yet is broken."""


class Atom(NamedTuple):
    """What no line is broken in; `gap` is the room before it, left out at the beginning of a line."""

    item: Letters | Formula
    width: float
    height: float
    depth: float
    gap: float
    may_begin: bool
    shift: float = 0.0


class Shape(NamedTuple):
    """A formula, or a piece of one, as the writer keeps it, with its lead, width, height and depth in em."""

    shape: object
    lead: float
    width: float
    height: float
    depth: float


Known: TypeAlias = tuple[tuple[Shape, ...], str, str]
"""The pieces of a formula, its text and what is said of it."""


class Setter:
    """Sets words and formulas into lines for a writer; a formula that comes again is made once."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self._known: OrderedDict[object, Known] = OrderedDict()

    def inline(self, node: Node) -> Known:
        """A formula within a line as its pieces."""
        found = self._known.get(node)
        if found is None:
            notation = write_notation(node)
            shapes = tuple(self._shape(picture, lead) for lead, picture in typeset_pieces(notation))
            found = shapes, unicode(notation), speech(notation)
        return self._keep(node, found)

    def display(
        self,
        node: Node,
        sign: str,
        room_em: tuple[float, float],
        falling: tuple[Path, ...] = (),
        changed: tuple[Path, ...] = (),
    ) -> Known:
        """A formula on lines of its own, behind a sign.

        The parts at the paths in `falling` are struck through, those in `changed` underlined. It is broken into lines
        of the width of the room, and into several pieces where it is higher.
        """
        key = (node, sign, room_em, falling, changed)
        found = self._known.get(key)
        if found is None:
            notation = self._line(node, sign, falling, changed)
            whole = typeset(notation, width_em=room_em[0])
            while changed and whole.width > room_em[0]:  # what is underlined stands on one line: its parts break
                changed = _parts_of(node, changed)
                whole = typeset(self._line(node, sign, falling, changed), width_em=room_em[0])
            pictures = split_by_height(whole, room_em[1])
            found = tuple(self._shape(picture, 0.0) for picture in pictures), unicode(notation), speech(notation)
        return self._keep(key, found)

    @staticmethod
    def _line(node: Node, sign: str, falling: tuple[Path, ...], changed: tuple[Path, ...]) -> Notation:
        written = write_notation(node)
        if () in falling and not isinstance(written, Part):
            written = Part(written, ())
        notation = underlined(struck(written, falling), changed)
        return relation_line(None, sign, notation) if sign else notation

    def _keep(self, key: object, found: Known) -> Known:
        self._known[key] = found
        self._known.move_to_end(key)
        if len(self._known) > _KEPT_FORMULAS:
            self._known.popitem(last=False)
        return found

    def _shape(self, picture: Picture, lead: float) -> Shape:
        return Shape(self.writer.formula(picture), lead, picture.width - lead, picture.height, picture.depth)

    def atoms(self, words: Words, style: Style, element: Element, room: float = inf) -> Iterator[Atom]:
        """Words and formulas in pieces, with the places where a line may begin; no word is much wider than the room."""
        gap, may_begin = 0.0, False
        for part in words:
            if isinstance(part, str):
                for place, word in enumerate(_SPACES.split(part)):
                    if place % 2:
                        # Two spaces set a number off from its title; any others are one.
                        gap, may_begin = self.writer.space * style.size * (2 if word == "  " else 1), True
                    elif word:
                        yield from self._word(word, style, gap, may_begin, room)
                        gap, may_begin = 0.0, False
                continue
            shapes, text, said = self.inline(part)
            inside = Element("Formula", said, element)
            for place, shape in enumerate(shapes):
                lead = shape.lead * style.size
                item = Formula(shape.shape, style.size, style.colour, shape.width * style.size, "", inside)
                yield Atom(
                    item if place else item._replace(text=text),
                    shape.width * style.size,
                    shape.height * style.size,
                    shape.depth * style.size,
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
        rows = list(broken(self.atoms(words, style, element, width), width))
        lines: list[Line] = []
        for place, row in enumerate(rows):
            ahead = keep if place == len(rows) - 1 else place == 0 or place == len(rows) - 2
            above = before if place == 0 else 0.0
            lines.append(line_of(row, style, width, element, indent=indent, before=above, keep=ahead))
        return lines

    def width(self, words: Words, style: Style) -> float:
        """How wide the words are on one line."""
        return sum(atom.gap + atom.width for atom in self.atoms(words, style, DECORATION))

    def _word(self, word: str, style: Style, gap: float, may_begin: bool, room: float) -> Iterator[Atom]:
        """A word, in pieces where it is far too wide for a line."""
        height, depth = _ASCENT * style.size, _DESCENT * style.size
        for piece in self._cut(word, style, room):
            width = self._width(piece, style)
            yield Atom(Letters(piece, style, width), width, height, depth, gap, may_begin)
            gap, may_begin = 0.0, True

    def _cut(self, word: str, style: Style, room: float) -> list[str]:
        if self._width(word, style) <= room / SMALLEST:
            return [word]
        pieces = [""]
        for letter in word:
            if pieces[-1] and self._width(pieces[-1] + letter, style) > room:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _width(self, word: str, style: Style) -> float:
        return self.writer.width(word, style.bold) * style.size


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


def _smaller(item: Letters | Formula, scale: float) -> Letters | Formula:
    if scale == 1.0:
        return item
    if isinstance(item, Letters):
        return item._replace(style=item.style._replace(size=item.style.size * scale), width=item.width * scale)
    return item._replace(size=item.size * scale, width=item.width * scale)


def _parts_of(node: Node, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths of the parts of what stands at these paths."""
    return tuple((*path, k) for path in paths for k in range(len(at(node, path).children)))
