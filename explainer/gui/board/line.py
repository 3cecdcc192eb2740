"""One line on the board: the name of the rule, the formula on its baseline, and marks on the parts of a step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

from explainer.gui.board.beside_formula import Parts, draw_arrow, surrounding_rects
from explainer.gui.board.line_images import LineImages, is_worth_it
from explainer.gui.formulas.glyph_images import make_letters, paint_pixels
from explainer.gui.formulas.pictures import wrapped
from explainer.gui.look.theme import Theme
from explainer.threads import recent

if TYPE_CHECKING:
    from explainer.gui.board.line_styles import LineStyle
    from explainer.gui.formulas.pictures import Drawing
    from explainer.notation.tree import Path

_AT_ONCE = 24
"""So many letters are painted between two rests: the largest ones take a quarter of a millisecond each."""
GUTTER_PX = 44.0
"""Room on the left for the number of the step."""
TAG_GAP_PX = 7.0
"""Room between the name of the rule and the formula."""
_BETWEEN = "   "
"""Between the name of the rule and what stands behind it."""
_WORDS_PX = 18.0
"""How far from the gutter the words above and below a formula begin; the arrow stands before them."""
WORDS_END_PX = 6.0
"""Room behind the words."""
_NUMBER_GAP_PX = 16.0
"""Room between the number of a step and its line."""
_USUAL_LETTERS_PX = 20
"""For letters up to this size the measures above hold; with larger ones they grow."""
_MOST_DIGITS = "888"
"""The widest number of a step."""
_BAR_PX = 10.0
"""Where the bar stands that holds the lines inside a step together."""
_NOTE_GAP_PX = 9.0
_MARK_PX = 2.0
_RESULT_PX = 5.0
"""Room above each of the two lines under a result."""
_FRAME_MARGIN_PX = 3.0
"""Room between a formula and a frame around it or a line below it."""


class Margins(NamedTuple):
    """What stands on the left of a line, in pixels: all that holds numbers, arrows and words grows with the letters."""

    gutter: float
    number_gap: float
    words: float
    scale: float


@recent(64)
def margins_of(family: str, size_px: int) -> Margins:
    """The margins for letters of a size."""
    font = QFont(family)
    font.setPixelSize(size_px)
    scale = max(1.0, size_px / _USUAL_LETTERS_PX)
    number = QFontMetricsF(font).horizontalAdvance(_MOST_DIGITS)
    gutter = GUTTER_PX if scale == 1.0 else max(GUTTER_PX, number + (_NUMBER_GAP_PX + 2) * scale)
    return Margins(gutter, _NUMBER_GAP_PX * scale, _WORDS_PX * scale, scale)


class LineLook(NamedTuple):
    """How a line is drawn: pixels per em, the place of the column of signs, the colours, the letters of the names.

    `inset_px` is how far a line inside a step stands to the right of the others, `words_px` how wide its words may be.
    """

    em_px: float
    sign_px: float
    theme: Theme
    font: QFont
    current: bool
    inset_px: float = 0.0
    words_px: float = inf

    @property
    def margins(self) -> Margins:
        """What stands on the left, for these letters."""
        return margins_of(self.font.family(), self.font.pixelSize())


class _Tag(NamedTuple):
    """A row of words above a line, or the part of a row that stands behind the name of the rule."""

    words: str
    x_px: float
    row: int
    aside: bool = False


class BoardLine(QGraphicsItem):
    """A line of the derivation. Its origin is the top left corner of everything that it draws.

    `changed` are the parts that its step has made, drawn in colour and framed; `changing` those that the next step
    replaces, drawn in colour and underlined. No mark depends on colour alone.
    """

    def __init__(self, position: int, style: LineStyle, images: LineImages) -> None:
        super().__init__()
        self.position = position
        self.style = style
        self._images = images
        self._measure()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def restyle(self, style: LineStyle) -> None:
        """Draw the line in short or whole, in another size, with other marks."""
        if style != self.style:
            self.prepareGeometryChange()
            self.style = style
            self._measure()
            self.update()

    @property
    def drawing(self) -> Drawing:
        return self.style.drawing

    @property
    def look(self) -> LineLook:
        return self.style.look

    @property
    def title(self) -> str:
        return self.style.title

    @property
    def changed(self) -> tuple[Path, ...]:
        return self.style.changed

    @property
    def changing(self) -> tuple[Path, ...]:
        return self.style.changing

    # --- measures ----------------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Work out the places of everything in the line, once for each style.

        The height is a whole number, so that lines stand on whole pixels and their images stay sharp.
        """
        self._frames: dict[tuple[Path, ...], list[QRectF]] = {}
        style, look = self.style, self.style.look
        drawing, metrics, em = style.drawing, QFontMetricsF(look.font), look.em_px
        self.tags = self._words_above(metrics)
        above = metrics.height() + (self.tags[-1].row * metrics.lineSpacing() if self.tags else 0.0)
        self.tag_height = above + TAG_GAP_PX if self.tags else 0.0
        margins = look.margins
        self.indent = margins.gutter + look.inset_px
        if style.label:  # all leading equals signs stand in one column; a line without a number stands on the left
            self.indent += look.sign_px - drawing.sign_x * em
        self.baseline = float(round(self.tag_height + max(drawing.ascent * em, metrics.ascent())))
        bottom = self.baseline + drawing.descent * em + _FRAME_MARGIN_PX
        if style.is_result:
            bottom += 2 * _RESULT_PX * margins.scale
        self.note_baseline = bottom + _NOTE_GAP_PX + metrics.ascent()
        note_bottom = self.note_baseline + (len(style.note) - 1) * metrics.lineSpacing() + metrics.descent()
        self.height = float(ceil(note_bottom if style.note else bottom))
        widths = [tag.x_px + metrics.horizontalAdvance(tag.words) for tag in self.tags]
        widest = margins.words + max([*widths, *map(metrics.horizontalAdvance, style.note)], default=0.0) + WORDS_END_PX
        formula = self.indent + drawing.width * em + 2 * _FRAME_MARGIN_PX
        self.width = max(margins.gutter + look.inset_px + widest, formula)

    def _words_above(self, metrics: QFontMetricsF) -> list[_Tag]:
        """The name of the rule in rows that have room, and what stands behind it, in a row of its own where it must."""
        title, aside, room = self.style.title, self.style.aside, self.look.words_px
        rows = [title] if metrics.horizontalAdvance(title) <= room else wrapped(title, metrics, room)
        tags = [_Tag(words, 0.0, row) for row, words in enumerate(rows)] if title else []
        for part in wrapped(aside, metrics, room) if aside else ():
            x, row = 0.0, tags[-1].row if tags else 0
            if tags and not tags[-1].aside:
                x = metrics.horizontalAdvance(tags[-1].words + _BETWEEN)
            if tags and (tags[-1].aside or x + metrics.horizontalAdvance(part) > room):
                x, row = 0.0, row + 1
            tags.append(_Tag(part, x, row, aside=True))
        return tags

    def boundingRect(self) -> QRectF:
        return QRectF(0, -_FRAME_MARGIN_PX, self.width, self.height + 2 * _FRAME_MARGIN_PX)

    @property
    def formula_sides(self) -> tuple[float, float]:
        """Where the formula begins, with its sign, and where it ends."""
        em = self.look.em_px
        return self.indent + self.drawing.sign_x * em, self.indent + self.drawing.width * em

    @property
    def place(self) -> QPointF:
        """The left end of the formula's baseline."""
        return QPointF(self.indent, self.baseline)

    # --- drawing -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the line: by its image, or letter by letter while that is yet to be made, which takes no longer."""
        transform = painter.transform()
        if transform.m11() != 1 or transform.m22() != 1 or transform.isRotating():
            self.paint_outlines(painter)
            return
        ratio = painter.device().devicePixelRatio()
        # Where lines stand between two pixels an image stands on the nearest one: letters by themselves would jump.
        image = self.image(ratio) if ratio % 1 else self._images.known(self._image_key(ratio))
        if image is None:
            self._paint_pieces(None, painter, ratio)
            self.paint_surroundings(painter)
        else:
            painter.drawPixmap(self.boundingRect().topLeft(), image)

    def image(self, ratio: float) -> QPixmap | None:
        """The line as it looks now, at so many pixels of the screen for each of its own; None if it is too large."""
        return self._images.image(self._image_key(ratio), self.drawing, self.boundingRect(), ratio, self._paint_pixels)

    def missing_px(self, ratio: float) -> int:
        """How many pixels of its image are yet to be drawn: all or none."""
        rect = self.boundingRect()
        return 0 if self._image_key(ratio) in self._images else round(rect.width() * rect.height() * ratio**2)

    def late_px(self, ratio: float) -> int:
        """The same of a line that needs its image, or whose letters are not there either."""
        return 0 if self._images.is_noted(self._image_key(ratio)) else self.missing_px(ratio)

    def _image_key(self, ratio: float) -> tuple[object, ...]:
        return (*self._key(), self.changed, self.changing, ratio)

    def making(self, ratio: float, *, to_move: bool = False) -> Iterator[None]:
        """Make the image of the line, a few letters at a time; of a large one its letters, unless it is to move."""
        pieces, rect, key = len(self.drawing.picture.pieces), self.boundingRect(), self._image_key(ratio)
        groups = [range(first, min(first + _AT_ONCE, pieces)) for first in range(0, max(1, pieces), _AT_ONCE)]
        if ratio % 1 or to_move or is_worth_it(rect, ratio, pieces):
            paints: list[Callable[[QPainter], None]] = [partial(self._paint_pieces, numbers) for numbers in groups]
            paints.append(self.paint_surroundings)
            yield from self._images.making(key, self.drawing, rect, ratio, paints)
        elif key not in self._images and not self._images.is_noted(key):
            place, size = self.place * ratio, self.look.em_px * ratio
            for numbers in groups:
                make_letters(self.drawing, place, size, self.ink, self.colours, numbers)
                yield
            self._images.note(key)

    def surroundings(self, ratio: float) -> Parts | None:
        """All but the formula, which travels by itself: images of where there is something, with their corners.

        None where one of them would be too large.
        """
        parts = []
        for rect in surrounding_rects(self):
            key = ("surroundings", rect.top(), *self._image_key(ratio))
            image = self._images.image(key, self.drawing, rect, ratio, self.paint_surroundings)
            if image is None:
                return None
            parts.append((image, rect.topLeft()))
        return tuple(parts)

    def _key(self) -> tuple[object, ...]:
        style, look = self.style, self.style.look
        return (id(style.drawing), look.em_px, look.sign_px, look.theme.name, look.font.pixelSize(), look.font.family(),
                look.current, look.inset_px, look.words_px, style.title, style.label, style.note,
                style.aside, style.is_result, style.struck, style.letters)  # fmt: skip

    def _paint_pixels(self, painter: QPainter) -> None:
        """Draw everything onto an image."""
        self._paint_pieces(None, painter)
        self.paint_surroundings(painter)

    def _paint_pieces(self, numbers: Sequence[int] | None, painter: QPainter, ratio: float = 1.0) -> None:
        """Draw some of the letters of the formula onto an image, or a screen of so many pixels for each unit."""
        paint_pixels(painter, self.drawing, self.place, self.look.em_px, self.ink, self.colours, numbers, ratio)

    def paint_outlines(self, painter: QPainter) -> None:
        """Draw everything from its outlines, at any scale."""
        self.drawing.paint(painter, self.place, self.look.em_px, self.ink, self.colours)
        self.paint_surroundings(painter)

    def paint_formula(self, painter: QPainter) -> None:
        """Draw the formula with its marks and no words: what looks the same whatever letters a machine has."""
        self.drawing.paint(painter, self.place, self.look.em_px, self.ink, self.colours)
        self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        theme = self.look.theme
        self._frame(painter, self.changed, theme.changed)
        self._underline(painter, self.changing, theme.changing)
        if self.style.is_result:
            self._underline_twice(painter, theme.accent)

    @property
    def ink(self) -> QColor:
        """The colour of what no step touches."""
        return self.look.theme.ink if self.look.current else self.look.theme.quiet

    @property
    def colours(self) -> dict[Path, QColor]:
        """The colours of the marked parts. A mark on the whole line is a frame only, as nothing is told apart there."""
        theme = self.look.theme
        colours = {path: theme.letters[number] for path, number in self.style.letters}
        colours |= dict.fromkeys(self.changed, theme.changed) | dict.fromkeys(self.changing, theme.changing)
        colours.pop((), None)
        colours |= dict.fromkeys(self.style.struck, theme.failed)
        return colours

    def paint_surroundings(self, painter: QPainter) -> None:
        """Draw all but the formula: the number, the name of the rule, the marks and the note."""
        theme = self.look.theme
        self._draw_tag(painter)
        self._paint_marks(painter)
        painter.setFont(self.look.font)
        painter.setPen(theme.failed if self.style.is_wrong else theme.muted)
        spacing = QFontMetricsF(self.look.font).lineSpacing()
        for number, row in enumerate(self.style.note):
            x = self.look.margins.gutter + self.look.margins.words
            painter.drawText(QPointF(x, self.note_baseline + number * spacing), row)
        if self.look.inset_px:
            painter.setPen(QPen(theme.line, 2))
            x = _BAR_PX * self.look.margins.scale
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height))

    def marked_middle(self) -> float:
        """The height of the middle of what is marked as changed, or of the top of the formula."""
        return min((rect.center().y() for rect in self.marks(self.changed)), default=0.0)

    def _draw_tag(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        metrics = QFontMetricsF(look.font)
        margins = look.margins
        left = margins.gutter + look.inset_px
        painter.setFont(look.font)
        painter.setPen(theme.muted)
        if self.style.label:
            x = left - margins.number_gap - metrics.horizontalAdvance(self.style.label)
            painter.drawText(QPointF(x, self.baseline + self.drawing.sign_y * look.em_px), self.style.label)
        named = theme.changed if look.current else theme.muted
        for tag in self.tags:
            painter.setPen(theme.muted if tag.aside else named)
            y = metrics.ascent() + tag.row * metrics.lineSpacing()
            painter.drawText(QPointF(left + margins.words + tag.x_px, y), tag.words)
        if self.title:
            painter.setPen(named)
            draw_arrow(painter, left + 7 * margins.scale, metrics.height(), margins.scale)

    def marks(self, paths: tuple[Path, ...]) -> list[QRectF]:
        """The rectangles around the parts at these paths; neighbours side by side share one."""
        return [self._in_px(rect) for rect in self.drawing.marks(paths)]

    def frames(self, paths: tuple[Path, ...]) -> list[QRectF]:
        """The same with the room that a frame or a line below leaves, as far as no other letters are in the way."""
        found = self._frames.get(paths)
        if found is None:  # each of them is compared with all letters
            em = self.look.em_px
            framed = self.drawing.framed(paths, _FRAME_MARGIN_PX / 2 / em, _FRAME_MARGIN_PX / em)
            found = self._frames[paths] = [self._in_px(rect) for rect in framed]
        return found

    def _in_px(self, rect: QRectF) -> QRectF:
        em, place = self.look.em_px, self.place
        return QRectF(place.x() + rect.x() * em, place.y() + rect.y() * em, rect.width() * em, rect.height() * em)

    def _underline(self, painter: QPainter, paths: tuple[Path, ...], colour: QColor) -> None:
        pen = QPen(colour, _MARK_PX)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for rect in self.frames(paths):
            left, right = rect.left() + 2, max(rect.right() - 2, rect.left() + 4)
            painter.drawLine(QPointF(left, rect.bottom()), QPointF(right, rect.bottom()))

    def _underline_twice(self, painter: QPainter, colour: QColor) -> None:
        """As a result is marked by hand."""
        em, scale = self.look.em_px, self.look.margins.scale
        left, right = self.formula_sides
        painter.setPen(QPen(colour, _MARK_PX * scale))
        for row in (1, 2):
            y = self.baseline + self.drawing.descent * em + _FRAME_MARGIN_PX + (row - 0.5) * _RESULT_PX * scale
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _frame(self, painter: QPainter, paths: tuple[Path, ...], colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self.frames(paths):
            painter.drawRoundedRect(rect, 4, 4)

    # --- pointing ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the press; the board goes to this line when the button is let go."""
        event.accept()

    def part_at(self, point: QPointF) -> Path | None:
        """The path of the smallest part of the line at a point of the item."""
        em = self.look.em_px
        return self.drawing.part_at((point.x() - self.indent) / em, (point.y() - self.baseline) / em)
