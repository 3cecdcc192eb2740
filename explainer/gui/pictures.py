"""Formulas as Qt outlines: a `typeset.Picture` turned into painter paths once, then drawn at any size and colour.

Lengths are in em; y runs downwards here, as in Qt, from the baseline.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTransform

from explainer.notation.tree import Notation, Operator, Path, Row
from explainer.typeset import Picture, typeset
from explainer.typeset.outline import CLOSE, LINE, MOVE
from explainer.typeset.picture import Glyph

_CM_X_HEIGHT = 0.4306
_KEPT_DRAWINGS = 1024


@lru_cache(maxsize=4096)
def _outline_path(picture_key: str) -> QPainterPath:
    """The shape of a glyph at 1 em with its origin at 0, 0."""
    from explainer.typeset.leaves import leaf

    outline = leaf(picture_key).outline
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
    """A picture ready to be painted."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.width = picture.width
        self.ascent = picture.height
        self.descent = picture.depth
        self._groups: dict[tuple[Path, ...], list[tuple[Path | None, QPainterPath]]] = {}

    def paint(
        self,
        painter: QPainter,
        place: QPointF,
        em_px: float,
        ink: QColor,
        colours: Mapping[Path, QColor] | None = None,
    ) -> None:
        """Paint with the left end of the baseline at `place`; the parts at the given paths in their own colours."""
        painter.save()
        painter.translate(place)
        painter.scale(em_px, em_px)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, path in self._grouped(tuple(colours or ())):
            painter.fillPath(path, ink if part is None or colours is None else colours[part])
        painter.restore()

    def rects(self, path: Path) -> list[QRectF]:
        """The rectangle around the part at a path, or around the nearest part that holds it; none for no such part."""
        for length in range(len(path), -1, -1):
            rect = self.picture.parts.get(path[:length])
            if rect is not None:
                return [QRectF(rect.x, -rect.y - rect.height, rect.width, rect.height)]
        return [QRectF(0, -self.ascent, self.width, self.ascent + self.descent)]

    def part_at(self, x: float, y: float) -> Path | None:
        """The path of the smallest part at a point; None where there is none."""
        best: tuple[float, Path] | None = None
        for path, rect in self.picture.parts.items():
            if rect.x <= x <= rect.x + rect.width and rect.y <= -y <= rect.y + rect.height:
                area = (rect.width * rect.height, path)
                best = area if best is None or area[0] < best[0] else best
        return best[1] if best else None

    def _grouped(self, parts: tuple[Path, ...]) -> list[tuple[Path | None, QPainterPath]]:
        """One path for each of the parts and one for all the rest: few paths paint faster than many glyphs."""
        groups = self._groups.get(parts)
        if groups is None:
            paths: dict[Path | None, QPainterPath] = {}
            for piece in self.picture.pieces:
                owner = next((part for part in parts if _inside(piece.part, part)), None)
                path = paths.get(owner)
                if path is None:
                    path = paths[owner] = QPainterPath()
                    path.setFillRule(Qt.FillRule.WindingFill)
                if isinstance(piece, Glyph):
                    transform = QTransform(piece.scale, 0, 0, piece.scale, piece.x, -piece.y)
                    path.addPath(transform.map(_outline_path(piece.key)))
                else:
                    path.addRect(piece.x, -piece.y - piece.height, piece.width, piece.height)
            groups = self._groups[parts] = list(paths.items())
        return groups


def _inside(path: Path | None, part: Path) -> bool:
    return path is not None and path[: len(part)] == part if part else True


_drawings: OrderedDict[tuple[int, float | None], tuple[Notation, Drawing]] = OrderedDict()
"""Drawings by the identity of their notation, which is kept with them: comparing deep trees would take longer."""


def drawing_of(notation: Notation, width_em: float | None = None) -> Drawing:
    """The drawing of a notation, broken or shrunk to a width; kept for the next time."""
    width = None if width_em is None else round(width_em, 1)
    key = (id(notation), width)
    known = _drawings.get(key)
    if known is None:
        known = _drawings[key] = (notation, Drawing(typeset(notation, width_em=width)))
        if len(_drawings) > _KEPT_DRAWINGS:
            _drawings.popitem(last=False)
    return known[1]


@cache
def equals_sign() -> Drawing:
    """The sign that leads every line but the first."""
    return Drawing(typeset(Row((Operator("=", "relation"),))))


def em_pixels(font: QFont) -> float:
    """The size at which formulas stand well among words of this font: their small letters are equally high."""
    metrics = QFontMetricsF(font)
    size = float(font.pixelSize()) if font.pixelSize() > 0 else metrics.height() / 1.2
    return min(max(metrics.xHeight() / _CM_X_HEIGHT, size), size * 1.3)
