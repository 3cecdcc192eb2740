"""The ground of a board: one colour up to its rounded corners.

Qt would paint it by the style sheet, rounded all over: on a screen of eight million pixels that takes 5 ms, a third of
what a whole step may take. So it is filled as a plain rectangle, and the corners are drawn over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractScrollArea

from explainer.gui.look.theme import CORNER_PX

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme

MARGIN_PX = 22.0
"""Between the lines and the edges of a board."""


def fill_ground(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle; not by fillRect, which takes gradients too, whose 170 names Python makes at the first call."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def paint_corners(painter: QPainter, board: QAbstractScrollArea, theme: Theme) -> None:
    """Draw what of the frame around the board reaches into its corners; a board without a frame has none."""
    border = board.viewport().x()
    inside = CORNER_PX - border
    if border <= 0 or inside <= 0:
        return
    colour = QColor(theme.accent if board.hasFocus() else theme.line)
    # Of the frame, not of what is seen: a bar to scroll by may stand between the two.
    width, height = board.width() - 2 * border, board.height() - 2 * border
    round_part = QPainterPath()
    round_part.addRoundedRect(QRectF(0, 0, width, height), inside, inside)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x in (0, width - inside):
        for y in (0, height - inside):
            corner = QPainterPath()
            corner.addRect(QRectF(x, y, inside, inside))
            painter.fillPath(corner.subtracted(round_part), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
