"""What the speaker sees of the lecture: the board as it is now, and the line that comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.lecture.projection_cover import Blank, Spotlight
from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.gui.relay import in_turn, once
from explainer.gui.slices import Slices
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.gui.formulas.pictures import Drawing
    from explainer.gui.lecture.projection import Projection
    from explainer.gui.lecture.projection_window import ProjectionWindow
    from explainer.notation.tree import Notation, Path

_PAUSE_MS = 60
"""The picture of the board is taken at most this often."""
_FRAME_PX = 4.0
"""Room for the frame around the picture of what the audience sees."""


class NowView(QWidget):
    """The projected board, as it is under black, white and frozen pictures; pointing here points there."""

    def __init__(self, projection: Projection, view: ProjectionWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter_now")
        put(self.setAccessibleName, "Now")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._projection, self._view = projection, view
        self._picture = QPixmap()
        self._taking = False
        self._theme: Theme | None = None
        self._timer = once(self, _PAUSE_MS, in_turn(self, self.take))
        for source in (view.board.viewport(), view.title_card, view.question, view.caption):
            source.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self._timer.start()

    def take(self) -> None:
        """Take the picture anew."""
        self._taking = True
        try:
            self._picture = self._view.stage.grab()
        finally:
            self._taking = False
        self.keep_shape()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is painted for the audience is shown here soon after."""
        if event.type() == QEvent.Type.Paint and not self._taking and self.isVisible() and not self._timer.isActive():
            self._timer.start()
        return False

    def picture_rect(self) -> QRectF:
        """Where the picture is drawn: as large as fits, in the shape of the screen of the audience."""
        size = self._view.stage.size().toSizeF()
        inner = QRectF(self.rect()).adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
        size.scale(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(inner.left() + (inner.width() - size.width()) / 2, inner.top(), size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, cover, rect = self._theme, self._view.cover, self.picture_rect()
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
        hidden = cover.blank != Blank.NONE or cover.frozen is not None
        colour = theme.accent if self.hasFocus() else theme.failed if hidden else theme.line
        painter.setPen(QPen(colour, 3 if self.hasFocus() or hidden else 1))
        painter.drawRect(rect.adjusted(-1, -1, 1, 1))
        if cover.spotlight != Spotlight.OFF:
            painter.setClipRect(rect)
            painter.translate(rect.topLeft())
            painter.scale(rect.width() / max(1, cover.width()), rect.height() / max(1, cover.height()))
            painter.setPen(QPen(theme.accent, 6))
            painter.drawPath(cover.hole())
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        rect = self.picture_rect()
        if rect.contains(event.position()):
            inside = event.position() - rect.topLeft()
            self._projection.effects.point_at(QPointF(inside.x() / rect.width(), inside.y() / rect.height()))
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._projection.next()
        elif event.button() == Qt.MouseButton.RightButton:
            self._projection.previous()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_shape()
        self._timer.start()

    def keep_shape(self) -> None:
        """Take no more height than the picture needs, so that the line below gets the rest."""
        size = self._view.stage.size()
        needed = (self.width() - 2 * _FRAME_PX) * size.height() / max(1, size.width()) + 2 * _FRAME_PX
        self.setMaximumHeight(max(self.minimumSizeHint().height(), round(needed)))

    def sizeHint(self) -> QSize:
        return QSize(480, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)


class NextView(QWidget):
    """The line that comes next, behind the name of its rule; or which problem comes next, or that none does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter_next")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme: Theme | None = None
        self._notation: Notation | None = None
        self._touched: tuple[Path, ...] = ()
        self._draw: Callable[[], QPixmap] | None = None
        self.picture = QPixmap()
        self._timer = once(self, _PAUSE_MS, in_turn(self, self._take))
        self._slices = Slices(self)
        self._room: tuple[object, ...] = ()
        self._fitted: tuple[Drawing, float] | None = None
        self.title = ""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self.update()

    def show_next(
        self,
        title: str,
        notation: Notation | None = None,
        touched: tuple[tuple[int, ...], ...] = (),
        *,
        draw: Callable[[], QPixmap] | None = None,
    ) -> None:
        """Show these words, and below them a line with the touched parts in colour, or what is drawn a moment later."""
        if notation is not self._notation:
            self._room = ()  # another line may get the number of one that is gone
        self.title, self._notation, self._touched, self._draw = title, notation, touched, draw
        self.picture = QPixmap()
        if draw is not None:
            self._timer.start()
        put(self.setAccessibleName, "Next: {0}", phrase(title))
        self.update()

    def _take(self) -> None:
        if self._draw is not None and self.isVisible():
            self.picture = self._draw()
            self.update()
            if self.picture.isNull():  # what stands on the slide is not made yet
                self._timer.start()

    def sizeHint(self) -> QSize:
        return QSize(480, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 110)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.background)
        metrics = QFontMetricsF(self.font())
        inner = QRectF(self.rect()).adjusted(14, 8, -14, -8)
        painter.setPen(theme.ink)
        shown = metrics.elidedText(tr(self.title), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QPointF(inner.left(), inner.top() + metrics.ascent()), shown)
        inner.setTop(inner.top() + metrics.height() + 6)
        if self._notation is not None:
            self._paint_line(painter, self._notation, inner.toRect().toRectF(), theme)
        elif not self.picture.isNull():
            size = self.picture.size().toSizeF()
            size.scale(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
            rect = QRectF(inner.topLeft(), size)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(rect, self.picture, QRectF(self.picture.rect()))
            painter.setPen(theme.line)
            painter.drawRect(rect)
        painter.end()

    def _paint_line(self, painter: QPainter, notation: Notation, room: QRectF, theme: Theme) -> None:
        """Draw the line, as soon as it is known how large it fits."""
        wanted = (id(notation), room.width(), room.height(), self.font().key())
        if wanted != self._room:
            self._room, self._fitted = wanted, None
            self._slices.drop()
            self._slices.add(self._fitting(notation, room))
        if self._fitted is None:
            return
        drawing, em = self._fitted
        colours: dict[Path, QColor] = dict.fromkeys(self._touched, theme.changed)
        colours.pop((), None)
        drawing.paint(painter, QPointF(room.left(), room.top() + drawing.ascent * em), em, theme.ink, colours)

    def _fitting(self, notation: Notation, room: QRectF) -> Iterator[None]:
        """Find the largest size in which the line fits, between that of the words and twice that."""
        normal = QFontMetricsF(self.font()).height() * 1.5
        for size in (1.0, 0.8, 0.65, 0.5, 0.4, 0.3):
            yield
            em = normal * size
            drawing = drawing_of(notation, room.width() / em)
            width, height = drawing.width * em, (drawing.ascent + drawing.descent) * em
            if width <= room.width() and height <= room.height():
                break
        else:
            em *= min(room.width() / width, room.height() / height)
        self._fitted = drawing, em
        self.update()
