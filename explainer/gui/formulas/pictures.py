"""Formulas as Qt outlines: a `typeset.Picture` turned into painter paths once, then drawn at any size and colour.

Lengths are in em; y runs downwards here, as in Qt, from the baseline. Typesetting is imported with the first formula.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTransform

from explainer.gui.look.texts import tr
from explainer.phrases import edition
from explainer.threads import STORES, recent

if TYPE_CHECKING:
    from explainer.notation.tree import Notation, Path
    from explainer.typeset import Outline, Picture, Piece

_CM_X_HEIGHT = 0.4306
"""The height of x in Computer Modern, in em: formulas are made as large as the words around them by their small
letters."""
_TEXT_PX = 100
"""The size at which text is measured that stands for a formula."""
_MOST_PIECES = 12_000
"""So many glyphs and rules are kept as drawings, however many formulas they make: a page of matrices has thousands."""
_FEWEST_DRAWINGS = 48
"""So many stay however large they are: those of a window with its board, card and timeline."""
_MOST_CHOICES = 6
"""For so many choices of parts it is kept which piece belongs to which: pointing at terms makes one after the other."""


def _brush(colour: QColor) -> QBrush:
    """A brush of a colour. To make it of the colour Python would make the 180 names of gradients, in 5 ms."""
    brush = QBrush()
    brush.setStyle(Qt.BrushStyle.SolidPattern)
    brush.setColor(colour)
    return brush


def outline_path(picture_key: str) -> QPainterPath:
    """The shape of a glyph at 1 em with its origin at 0, 0. Those of letters are kept for good."""
    from explainer.typeset.fonts.leaves import is_letter

    return _letter_path(picture_key) if is_letter(picture_key) else _word_path(picture_key)


def _path_of(picture_key: str) -> QPainterPath:
    from explainer.typeset.fonts.leaves import leaf

    return shape_path(leaf(picture_key).outline)


_letter_path, _word_path = cache(_path_of), recent(4096)(_path_of)


class Edges(NamedTuple):
    """A rectangle of plain numbers, y downwards: Qt's own takes a call for each of them."""

    left: float
    top: float
    right: float
    bottom: float


@recent(4096)
def _edges_of(picture_key: str) -> Edges:
    """The rectangle around the shape of a glyph at 1 em."""
    ink = outline_path(picture_key).controlPointRect()
    return Edges(ink.left(), ink.top(), ink.right(), ink.bottom())


def shape_path(outline: Outline) -> QPainterPath:
    """An outline as Qt draws it, y downwards."""
    from explainer.typeset.fonts.outline import CLOSE, LINE, MOVE

    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    vertices, codes = outline.vertices, outline.codes
    k = 0
    while k < len(codes):
        x, y = vertices[k]
        if codes[k] == MOVE:
            path.moveTo(x, -y)
        elif codes[k] == LINE:
            path.lineTo(x, -y)
        elif codes[k] == CLOSE:
            path.closeSubpath()
        else:  # a curve comes as its control point and its end point
            end_x, end_y = vertices[k + 1]
            path.quadTo(x, -y, end_x, -end_y)
            k += 1
        k += 1
    return path


class Drawing:
    """A picture ready to be painted; `sign_x`, `sign_y` is the place of the sign that leads a line."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.width, self.ascent, self.descent = picture.width, picture.height, picture.depth
        # A sign that leads a line belongs to no part of the expression.
        sign = next((piece for piece in picture.pieces if piece.part is None and _is_sign(piece)), None)
        self.sign_x, self.sign_y = (0.0, 0.0) if sign is None else (sign.x, -sign.y)
        self._owned: OrderedDict[tuple[Path, ...], list[Path | None]] = OrderedDict()
        self._rects: dict[Path, list[QRectF]] = {}
        self._bounds: list[Edges] = []

    def paint(
        self,
        painter: QPainter,
        place: QPointF,
        em_px: float,
        ink: QColor,
        colours: Mapping[Path, QColor] | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        """Paint with the left end of the baseline at `place`; the parts at the given paths in their own colours.

        With `numbers` only these pieces are painted.
        """
        brushes = self.brushes(ink, colours or {})
        painter.save()
        painter.translate(place)
        painter.scale(em_px, em_px)
        for number in range(len(brushes)) if numbers is None else numbers:
            painter.fillPath(self.shape(number), brushes[number])
        painter.restore()

    def brushes(self, ink: QColor, colours: Mapping[Path, QColor]) -> list[QBrush]:
        """What each piece is filled with, where the parts at the given paths have their own colours."""
        plain = _brush(ink)
        if not colours:
            return [plain] * len(self.picture.pieces)
        brushes = {part: _brush(colour) for part, colour in colours.items()}
        return [plain if part is None else brushes[part] for part in self._owners(tuple(colours))]

    def prepare(self) -> None:
        """Make the outlines now, so that painting is quick."""
        from explainer.typeset.picture import Glyph

        for piece in self.picture.pieces:
            if isinstance(piece, Glyph):
                outline_path(piece.key)

    def shape(self, number: int) -> QPainterPath:
        """The outline of a piece of the picture, at its place in em.

        Qt fills many small paths several times as fast as one large one. They are not kept: most pieces are copied from
        images of their letters, and outlines weigh more than all else that is known of a formula.
        """
        from explainer.typeset.picture import Glyph

        piece = self.picture.pieces[number]
        if isinstance(piece, Glyph):
            return QTransform(piece.scale, 0, 0, piece.scale, piece.x, -piece.y).map(outline_path(piece.key))
        shape = QPainterPath()
        shape.addRect(piece.x, -piece.y - piece.height, piece.width, piece.height)
        return shape

    def rects(self, path: Path) -> list[QRectF]:
        """Where the part at a path stands, or the nearest part that holds it; the whole formula for no such part."""
        rects = self._rects.get(path)
        if rects is None:  # to find them a part is compared with all the ink of the others
            rects = self._rects[path] = self._found_rects(path)
        return rects

    def _found_rects(self, path: Path) -> list[QRectF]:
        for length in range(len(path), -1, -1):
            places = self.picture.places(path[:length])
            if places:
                return [QRectF(rect.x, -rect.y - rect.height, rect.width, rect.height) for rect in places]
        return [QRectF(0, -self.ascent, self.width, self.ascent + self.descent)]

    def marks(self, paths: Iterable[Path]) -> list[QRectF]:
        """The rectangles to mark for the parts at these paths: neighbours side by side share one."""
        runs: list[tuple[Path, list[QRectF]]] = []
        for path in sorted(paths):
            rects = self.rects(path)
            last, before = runs[-1] if runs else ((), [])
            beside = last[:-1] == path[:-1] and last and path and path[-1] - last[-1] <= 1
            if beside and len(before) == len(rects) and all(map(_on_one_line, before, rects)):
                runs[-1] = (path, list(map(QRectF.united, before, rects)))
            else:
                runs.append((path, rects))
        return [rect for _, rects in runs for rect in rects]

    def framed(self, paths: tuple[Path, ...], across: float, above: float) -> list[QRectF]:
        """The marks with so much room around them, less where other ink is near: a mark never runs through a letter."""
        others = [
            rect for rect, owner in zip(self.bounds, self._owners(paths), strict=True) if owner is None
        ]  # fmt: skip
        return [_with_room(mark, others, across, above) for mark in self.marks(paths)]

    def part_at(self, x: float, y: float) -> Path | None:
        """The path of the smallest part at a point; None where there is none."""
        best: tuple[float, Path] | None = None
        for path, whole in self.picture.parts.items():
            for rect in self.picture.repeated.get(path, (whole,)):
                if rect.x <= x <= rect.x + rect.width and rect.y <= -y <= rect.y + rect.height:
                    area = (rect.width * rect.height, path)
                    best = area if best is None or area[0] < best[0] else best
        return best[1] if best else None

    def _owners(self, parts: tuple[Path, ...]) -> list[Path | None]:
        """For each piece the one of these parts that it belongs to."""
        owners = self._owned.get(parts)
        if owners is None:
            owners = [
                next((part for part in parts if _inside(piece.part, part)), None) for piece in self.picture.pieces
            ]
            self._owned[parts] = owners
            if len(self._owned) > _MOST_CHOICES:
                self._owned.popitem(last=False)
        return owners

    @property
    def bounds(self) -> list[Edges]:
        """The rectangle around each of the shapes."""
        if not self._bounds:
            self._bounds = [_bounds_of(piece) for piece in self.picture.pieces]
        return self._bounds

    @property
    def problem(self) -> str:
        """What could not be set as it should be, as a sentence; empty for most formulas."""
        return "; ".join(self.picture.problems)


def _bounds_of(piece: Piece) -> Edges:
    from explainer.typeset.picture import Glyph

    if not isinstance(piece, Glyph):
        return Edges(piece.x, -piece.y - piece.height, piece.x + piece.width, -piece.y)
    left, top, right, bottom = _edges_of(piece.key)
    scale = piece.scale
    return Edges(piece.x + left * scale, top * scale - piece.y, piece.x + right * scale, bottom * scale - piece.y)


def _on_one_line(one: QRectF, other: QRectF) -> bool:
    return one.top() < other.bottom() and other.top() < one.bottom()


def _with_room(rect: QRectF, others: Iterable[Edges], across: float, above: float) -> QRectF:
    """A rectangle with room around it, which ends halfway to other ink."""
    left = right = across
    top = bottom = above
    own_left, own_top, own_right, own_bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    for other_left, other_top, other_right, other_bottom in others:
        to_left, to_right = own_left - other_right, other_left - own_right
        to_top, to_bottom = own_top - other_bottom, other_top - own_bottom
        nearest = max(to_left, to_right, to_top, to_bottom)
        if nearest < 0 or max(to_left, to_right) >= 2 * across or max(to_top, to_bottom) >= 2 * above:
            continue
        if nearest == to_left:
            left = min(left, to_left / 2)
        elif nearest == to_right:
            right = min(right, to_right / 2)
        elif nearest == to_top:
            top = min(top, to_top / 2)
        else:
            bottom = min(bottom, to_bottom / 2)
    return rect.adjusted(-left, -top, right, bottom)


def _is_sign(piece: Piece) -> bool:
    """Whether a piece is an equals sign, or the sign that a mistake does not hold."""
    return getattr(piece, "key", "").endswith((":=", ":≠"))


def _inside(path: Path | None, part: Path) -> bool:
    return path is not None and path[: len(part)] == part


class TextDrawing(Drawing):
    """A formula as a line of text, for one that cannot be typeset; its `problem` says so."""

    def __init__(self, text: str, width_em: float | None, reason: str) -> None:
        from explainer.typeset.picture import Picture

        font = QFont()
        font.setPixelSize(_TEXT_PX)
        metrics = QFontMetricsF(font)
        rows = wrapped(text, metrics, None if width_em is None else width_em * _TEXT_PX)
        self._text_path = QPainterPath()
        for number, row in enumerate(rows):
            self._text_path.addText(0, number * metrics.lineSpacing(), font, row)
        width = max(metrics.horizontalAdvance(row) for row in rows) / _TEXT_PX
        depth = (metrics.descent() + (len(rows) - 1) * metrics.lineSpacing()) / _TEXT_PX
        super().__init__(Picture(width, metrics.ascent() / _TEXT_PX, depth, (), problems=(reason,)))

    @property
    def problem(self) -> str:
        return tr("shown as text, because it cannot be typeset")

    def paint(
        self,
        painter: QPainter,
        place: QPointF,
        em_px: float,
        ink: QColor,
        colours: Mapping[Path, QColor] | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        painter.save()
        painter.translate(place)
        painter.scale(em_px / _TEXT_PX, em_px / _TEXT_PX)
        painter.fillPath(self._text_path, ink)
        painter.restore()


def wrapped(text: str, metrics: QFontMetricsF, width_px: float | None) -> list[str]:
    """The text in rows that are no wider, cut between words; a longer word has a row of its own."""
    rows = [""]
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and width_px is not None and metrics.horizontalAdvance(longer) > width_px:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


_drawings: OrderedDict[tuple[int, float | None, str, int, float], tuple[Notation, Drawing]] = OrderedDict()
"""Drawings by the identity of their notation, which is kept with them: comparing deep trees would take longer."""
_kept_pieces = 0  # counted along, as to add them up at every picture takes longer than to draw it


def drawing_of(
    notation: Notation, width_em: float | None = None, style: str = "display", below: float = 1.0
) -> Drawing:
    """The drawing of a notation, broken or shrunk to a width; kept for the next time.

    In the style "text" it is lower, to stand among words; the lines below its first one are so large as `below` says.
    A formula that cannot be typeset is drawn as a line of text; its `problem` says why.
    """
    global _kept_pieces
    if width_em is not None and not is_wider(notation, width_em, style, below):
        natural = drawing_of(notation, style=style, below=below)
        if natural.width <= width_em:
            return natural
    width = None if width_em is None else round(width_em, 1)
    key = (id(notation), width, style, edition(), below)
    known = _drawings.get(key)
    if known is None:
        known = _drawings[key] = (notation, _typeset(notation, width, style, below))
        _kept_pieces += _pieces(known[1])
        while _kept_pieces > _MOST_PIECES and len(_drawings) > _FEWEST_DRAWINGS:
            _kept_pieces -= _pieces(_drawings.popitem(last=False)[1][1])
    else:
        _drawings.move_to_end(key)
    return known[1]


def _forget_drawings() -> None:
    global _kept_pieces
    _drawings.clear()
    _kept_pieces = 0


STORES.append(_forget_drawings)


def is_wider(notation: Notation, width_em: float, style: str = "display", below: float = 1.0) -> bool:
    """Whether it is known that a formula does not fit, without drawing it in its full width: long lines take long."""
    if below != 1.0 or (id(notation), None, style, edition(), below) in _drawings:
        return False
    from explainer.typeset import natural_width

    try:
        return natural_width(notation, style) > width_em
    except Exception:  # its drawing will tell what is wrong with it
        return False


def _pieces(drawing: Drawing) -> int:
    """How much a drawing weighs among those that are kept."""
    return 8 + len(drawing.picture.pieces)


def _typeset(notation: Notation, width: float | None, style: str, below: float) -> Drawing:
    from explainer.notation import unicode
    from explainer.typeset import typeset

    try:
        return Drawing(typeset(notation, style=style, width_em=width, below=below))
    except Exception as error:  # whatever goes wrong with the picture of one line, the derivation goes on
        return TextDrawing(unicode(notation), width, f"{type(error).__name__}: {error}")


def em_pixels(font: QFont) -> float:
    """The size at which formulas stand well among words of this font: their small letters are equally high."""
    metrics = QFontMetricsF(font)
    size = float(font.pixelSize()) if font.pixelSize() > 0 else metrics.height() / 1.2
    return min(max(metrics.xHeight() / _CM_X_HEIGHT, size), size * 1.3)
