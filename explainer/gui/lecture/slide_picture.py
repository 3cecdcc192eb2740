"""A slide small, as the audience will see it, beside what is chosen and written of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from explainer.gui.away import Away
from explainer.gui.look.texts import data, put
from explainer.gui.relay import once

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme
    from explainer.lessons import Lesson
    from explainer.session.course.deck import Slide

_SCREEN: Final = QSize(1280, 720)
"""The slide is laid out for a screen of this size, then made smaller."""
_LEAST_PX: Final = 27.0
"""The smallest words on such a screen."""
_PAUSE_MS: Final = 80
"""While somebody types, the picture follows after so long: to make one takes some 30 ms."""


class SlidePicture(QWidget):
    """Shows one slide of a lesson, or of one's own, in the shape of a screen."""

    def __init__(self, lesson: Lesson, look: Callable[[], Theme | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("slide_picture")
        self._lesson, self._look = lesson, look
        self._slide: Slide | None = None
        self.picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = once(self, _PAUSE_MS, self._make)
        self._away = Away(self)

    def show_slide(self, slide: Slide, words: str) -> None:
        """Show a slide; `words` are what it says."""
        self._slide = slide
        put(self.setAccessibleDescription, data(words))
        self._timer.start()

    def text(self) -> str:
        """What is on the slide, in words."""
        return self.accessibleDescription()

    def _make(self) -> None:
        theme, slide = self._look(), self._slide
        if theme is None or slide is None:
            return
        if not (slide.is_read or slide.is_problem):  # what a drill has on it is derived: not in the window's thread
            self.picture = QPixmap()
            self.update()
            self._away.drop()
            self._away.do(slide.read, lambda _: self._make(), _refuse, 0.0)
            return
        self.picture = self._problem(slide, theme) if slide.is_problem else self._words(slide, theme)
        self.update()

    def _words(self, slide: Slide, theme: Theme) -> QPixmap:
        from explainer.gui.lecture.slide_card import SlideCard

        card = SlideCard(self)
        card.hide()
        card.resize(_SCREEN)
        card.set_look(theme, _LEAST_PX)
        card.show_slide(slide)
        return _taken(card)

    def _problem(self, slide: Slide, theme: Theme) -> QPixmap:
        from explainer.gui.lecture.title_card import TitleCard

        card = TitleCard(self)
        card.hide()
        card.resize(_SCREEN)
        card.set_look(theme, _LEAST_PX)
        card.show_problem(self._lesson, slide.index, self._lesson.problems[slide.index].trace())
        return _taken(card)

    def sizeHint(self) -> QSize:
        return QSize(384, 216)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = _SCREEN.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(0, 0, size.width() - 1, size.height() - 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.picture.isNull():
            painter.drawPixmap(rect, self.picture, QRectF(self.picture.rect()))
        painter.setPen(self.palette().mid().color())
        painter.drawRect(rect)
        painter.end()


def _refuse(error: Exception) -> None:
    """What cannot be shown is said as any other fault is."""
    raise error


def _taken(card: QWidget) -> QPixmap:
    picture = card.grab()
    card.deleteLater()
    return picture
