"""Words, formulas and figures as lines of a printed page; lengths in points, y downwards from the baseline.

The letters are those of the window, the formulas the outlines of the board; both are painted as they are, so a printer
or a PDF gets letters and curves, never a picture of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from explainer.expr.node import Node, Path
from explainer.gui.formulas.pictures import Drawing, drawing_of

if TYPE_CHECKING:
    from explainer.handouts.model import Words
    from explainer.notation.tree import Notation
    from explainer.typeset import Drawing as Figure

INK, GREY = QColor("#000000"), QColor("#454545")
FORMULA_PT = 11.5
"""The size of formulas on lines of their own."""
_LEADING = 1.3


class Content(Protocol):
    """Something on a line."""

    def paint(self, painter: QPainter, place: QPointF) -> None:
        """Paint it with the left end of its baseline there."""


class Letters(NamedTuple):
    """A word, or words that stand together."""

    text: str
    font: QFont
    colour: QColor

    def paint(self, painter: QPainter, place: QPointF) -> None:
        painter.setFont(self.font)
        painter.setPen(self.colour)
        painter.drawText(place, self.text)


class Formula(NamedTuple):
    """A formula at a size."""

    drawing: Drawing
    size: float
    colour: QColor

    def paint(self, painter: QPainter, place: QPointF) -> None:
        self.drawing.paint(painter, place, self.size, self.colour)


class FigureSheet(NamedTuple):
    """A figure at a size, standing on the baseline."""

    drawing: Figure
    size: float

    def paint(self, painter: QPainter, place: QPointF) -> None:
        from explainer.gui.formulas.figure_view import painted

        painter.save()
        painter.translate(place.x(), place.y() - self.drawing.height * self.size)
        painter.scale(self.size, self.size)
        for colour, marks in self.drawing.layers:
            for mark in marks:
                path, fill, pen = painted(mark, QColor(colour), self.drawing)
                if pen is None:
                    painter.fillPath(path, fill)
                else:
                    painter.strokePath(path, pen)
        painter.restore()


class Frame(NamedTuple):
    """A rectangle around something, or a rule where its height is 0."""

    width: float
    height: float
    thickness: float

    def paint(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(QPen(GREY, self.thickness))
        if self.height:
            painter.drawRect(QRectF(place.x(), place.y() - self.height, self.width, self.height))
        else:
            painter.drawLine(place, QPointF(place.x() + self.width, place.y()))


class Placed(NamedTuple):
    """A content at its place on a line; `drop` is how far below the baseline."""

    x: float
    drop: float
    content: Content


class Line(NamedTuple):
    """One line; with `keep` it stays on the page of the line after it."""

    items: tuple[Placed, ...]
    ascent: float
    descent: float
    before: float = 0.0
    keep: bool = False

    def paint(self, painter: QPainter, left: float, baseline: float) -> None:
        """Paint the line."""
        for item in self.items:
            item.content.paint(painter, QPointF(left + item.x, baseline + item.drop))


class _Part(NamedTuple):
    """A word or a formula with its width and its heights; None in the place of a space."""

    content: Content
    width: float
    ascent: float
    descent: float


class Setter:
    """Sets words and formulas in lines. Notations are kept, so that a formula is laid out once for each width."""

    def __init__(self, family: str) -> None:
        self._family = family
        self._notations: dict[tuple[Node, str, tuple[Path, ...]], Notation] = {}

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """The letters of a size in points; the painter is scaled to points, so that these are its pixels."""
        font = QFont(self._family)
        font.setPixelSize(size)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def width(self, text: str, font: QFont) -> float:
        """How wide a text is."""
        return QFontMetricsF(font).horizontalAdvance(text)

    def paragraph(
        self,
        words: Words,
        font: QFont,
        room: float,
        *,
        colour: QColor = INK,
        indent: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> list[Line]:
        """Words in lines; neither the first nor the last line stands on a page alone."""
        metrics = QFontMetricsF(font)
        space = metrics.horizontalAdvance(" ")
        rows: list[tuple[list[Placed], float, float]] = []
        x = 0.0
        for run in self._runs(words, font, colour, room):
            wide = sum(part.width for part in run)
            if not rows or x + space + wide > room:
                rows.append(([], metrics.ascent(), metrics.descent()))
                x = -space
            x += space
            for part in run:
                if rows[-1][0] and x + part.width > room:  # too wide for a line of its own even
                    rows.append(([], metrics.ascent(), metrics.descent()))
                    x = 0.0
                items, ascent, descent = rows[-1]
                items.append(Placed(indent + x, 0.0, part.content))
                x += part.width
                rows[-1] = (items, max(ascent, part.ascent), max(descent, part.descent))
        air = metrics.height() * (_LEADING - 1)
        last = len(rows) - 1
        return [
            Line(
                tuple(items),
                ascent,
                descent,
                before if place == 0 else air,
                keep if place == last else place == 0 or place == last - 1,
            )
            for place, (items, ascent, descent) in enumerate(rows)
        ]

    def display(
        self, node: Node, sign: str, room: float, most: float, falling: tuple[Path, ...] = ()
    ) -> tuple[Formula, float, float, float]:
        """A formula on lines of its own with its width, ascent and descent; smaller where the page is too small."""
        drawing = drawing_of(self._notation(node, sign, falling), room / FORMULA_PT)
        high = drawing.ascent + drawing.descent
        size = min(FORMULA_PT, room / max(drawing.width, 1e-6), most / max(high, 1e-6))
        return Formula(drawing, size, INK), drawing.width * size, drawing.ascent * size, drawing.descent * size

    def _notation(self, node: Node, sign: str, falling: tuple[Path, ...]) -> Notation:
        key = (node, sign, falling)
        if key not in self._notations:
            from explainer.notation import relation_line, write_notation
            from explainer.notation.marking import struck

            notation = struck(write_notation(node), falling) if falling else write_notation(node)
            self._notations[key] = relation_line(None, sign, notation) if sign else notation
        return self._notations[key]

    def _runs(self, words: Words, font: QFont, colour: QColor, room: float) -> Iterator[list[_Part]]:
        """What stands together without a space, such as a formula and its comma."""
        metrics = QFontMetricsF(font)
        run: list[_Part] = []
        for part in words:
            if isinstance(part, Node):
                run.append(self._inline(part, metrics, font.pixelSize(), colour, room))
                continue
            for number, word in enumerate(part.replace("\n", " ").split(" ")):
                if number and run:
                    yield run
                    run = []
                run += [
                    _Part(Letters(piece, font, colour), metrics.horizontalAdvance(piece), metrics.ascent(),
                          metrics.descent())
                    for piece in _cut(word, metrics, room)
                ]  # fmt: skip
        if run:
            yield run

    def _inline(self, node: Node, metrics: QFontMetricsF, size: float, colour: QColor, room: float) -> _Part:
        drawing = drawing_of(self._notation(node, "", ()), room / size, "text")
        em = size * min(1.12, room / max(drawing.width * size, 1e-6))
        return _Part(Formula(drawing, em, colour), drawing.width * em, drawing.ascent * em, drawing.descent * em)


def _cut(word: str, metrics: QFontMetricsF, room: float) -> Sequence[str]:
    """A word, in pieces where it is wider than a line."""
    if not word or metrics.horizontalAdvance(word) <= room:
        return (word,) if word else ()
    pieces = [""]
    for letter in word:
        if metrics.horizontalAdvance(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
