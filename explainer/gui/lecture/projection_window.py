"""The window of the audience: the board, the caption below it, and what may lie over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.formulas.pictures import wrapped
from explainer.gui.lecture.captions import beginnings
from explainer.gui.lecture.projection_board import ProjectionBoard
from explainer.gui.lecture.projection_cover import Cover, Spotlight
from explainer.gui.lecture.question_panel import QuestionPanel
from explainer.gui.lecture.slide_card import SlideCard
from explainer.gui.lecture.title_card import TitleCard
from explainer.gui.look.dress import say_own
from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.gui.relay import PaintInTurn, once
from explainer.phrases import edition, phrase, retold
from explainer.session import Session
from explainer.session.lines.card import said

if TYPE_CHECKING:
    from explainer.session.course.deck import Slide
    from explainer.session.lines.card import Sentence

_CAPTION_ROWS = 30
"""So many rows of the caption are as high as the screen: from the last row of seats a reason is as large on a screen of
many pixels as on one of few."""
_HEIGHTS = {3: 3.3, 2: 2.45}
"""How many rows of words a reason has, and the height of its caption in rows: formulas are higher than words."""
_MOST_OF_SCREEN = 0.15
"""On a low or narrow screen, where letters may not be smaller, the line itself needs the room of the third row."""
_WIDE = 1.5
"""So many times as wide as high is a screen that is not narrow."""
_PLACE_SCALE = 0.8
"""The size of the words that say where one stands, against those of the reason."""
_BETWEEN_PLACES = " · "
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
"""The sizes that are tried for a first sentence with formulas; all that has room has the same size."""
_WELL_READ = 0.7
"""Below this a sentence is better read in large plain letters, where these have room."""
_POINTER_REST_MS = 2500
"""The mouse pointer goes away when it has rested this long."""


class ProjectionWindow(QWidget):
    """Fills a screen. `closed` is sent when the user closes it by the means of the desktop."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._painting = PaintInTurn(self)
        self.setObjectName("projection")
        put(self.setWindowTitle, "Projection")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stage = QWidget(self)
        self.stage.setObjectName("stage")
        self.board = ProjectionBoard(session, self.stage)
        self.title_card = TitleCard(self.stage)
        self.slide_card = SlideCard(self.stage)
        self.stack = QStackedWidget(self.stage)
        for shown in (self.board, self.title_card, self.slide_card):
            self.stack.addWidget(shown)
        self.question = QuestionPanel(self.stage)
        self.caption = Caption(self.stage)
        inner = QVBoxLayout(self.stage)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.stack, 1)
        inner.addWidget(self.question)
        inner.addWidget(self.caption)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stage)
        self.cover = Cover(self)
        self.cover.hide()
        self._rest = once(self, _POINTER_REST_MS, lambda: self.board.viewport().setCursor(Qt.CursorShape.BlankCursor))
        self.board.pointed.connect(self._show_pointer)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and self._painting.puts_off():
            return True
        return super().event(event)

    def set_look(self, theme: Theme, zoom: float) -> Iterator[None]:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        # A scene that a style sheet has given no background of its own takes that of the palette.
        own = f"""
            QWidget#projection, QWidget#stage, QStackedWidget {{ background: {theme.background.name()}; }}
            QGraphicsView, QGraphicsView:focus {{ border: none; border-radius: 0; }}
        """
        say_own(self, own)
        yield
        self.caption.set_look(theme)
        for card in (self.title_card, self.slide_card, self.question):
            card.set_look(theme, self.board.least_px)
            yield
        self.cover.behind, self.cover.edge = theme.background, theme.accent
        self.board.set_look(theme, zoom)
        self.cover.refresh()

    def show_title(self, shown: bool) -> None:
        """Show the title card, or the board, which gets back the keys that it lost while it was hidden."""
        self.stack.setCurrentWidget(self.title_card if shown else self.board)
        if not shown and not self.board.hasFocus():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_slide(self, slide: Slide) -> None:
        """Show a slide in the place of the board."""
        self.stack.setCurrentWidget(self.slide_card)
        self.slide_card.show_slide(slide)

    def refresh_spotlight(self) -> None:
        """Let the spotlight follow the term that is marked now."""
        if self.cover.spotlight == Spotlight.TERM:
            shown = self.stack.currentWidget()
            rect = self.board.marked_rect() if shown is self.board else QRectF(self.stack.rect())
            self.cover.term = rect.translated(self.stack.mapTo(self, QPointF(0, 0)))
        self.cover.refresh()

    def point_at(self, share: QPointF) -> None:
        """Bring the spotlight to a place, against width and height."""
        self.cover.pointer = share
        if self.cover.spotlight == Spotlight.POINTER:
            self.cover.update()

    def _show_pointer(self, place: QPointF) -> None:
        self.board.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._rest.start()
        inside = QPointF(self.board.viewport().mapTo(self, place))
        self.point_at(QPointF(inside.x() / max(1, self.width()), inside.y() / max(1, self.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.caption.set_size(max(self.board.least_px, self.height() / _CAPTION_ROWS), self.size())
        self.cover.setGeometry(self.rect())
        self.refresh_spotlight()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits count for the board, on a title too."""
        if event.text().isdigit():
            self.board.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class Caption(QWidget):
    """On the left why the step may be taken, on the right where one stands; the place is never cut.

    Of a long reason there are as many whole sentences as have room; the presenter's window has all of them. What holds
    formulas is typeset.

    Its height is the same for a line as for two or three, so that the board above it keeps its own.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self._theme: Theme | None = None
        self.title, self.place = "", ""
        self.words: Sentence = ()
        self._formulas = FormulaLabel(self, running=True)  # never shown itself: it measures and paints
        self._formulas.hide()
        self._typeset_for: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
        self._has_room = False
        self._shown: Sentence = ()
        self._rows = max(_HEIGHTS)

    def set_look(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_size(self, size_px: float, screen: QSize) -> None:
        """Draw words of this size, on a screen of so many pixels."""
        font = self.font()
        font.setPixelSize(round(size_px))
        self.setFont(font)
        self.setStyleSheet(f"font-size: {round(size_px)}px;")
        row = QFontMetricsF(font).height()
        has_room = screen.width() >= _WIDE * screen.height() and row * _HEIGHTS[3] <= screen.height() * _MOST_OF_SCREEN
        self._rows = 3 if has_room else 2
        self.updateGeometry()

    def show_texts(self, title: str, place: str, words: Sentence = ()) -> None:
        """Show these texts on the left and on the right; on the left the words, where there are any."""
        self.title, self.place, self.words = title, place, words
        put(self.setAccessibleName, phrase("{0}. {1}", phrase(title), phrase(place)) if title else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(QFontMetricsF(self.font()).height() * _HEIGHTS[self._rows]))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def said(self) -> str:
        """What stands on the left."""
        return said(self.words) if self.words else tr(self.title)

    def rows(self, room: float) -> list[str]:
        """The rows in which words without formulas have room."""
        self._arrange(room)
        text, metrics = said(self._shown) if self._shown else tr(self.title), QFontMetricsF(self.font())
        rows = wrapped(text, metrics, room) or [""]
        if len(rows) < self._rows:
            return rows
        last = metrics.elidedText(" ".join(rows[self._rows - 1 :]), Qt.TextElideMode.ElideRight, room)
        return [*rows[: self._rows - 1], last]

    @property
    def _place_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * _PLACE_SCALE))
        return font

    @property
    def _place_rows(self) -> list[str]:
        """Where one stands: slide and step below each other, which leaves the reason more room."""
        return tr(self.place).split(_BETWEEN_PLACES)

    @property
    def room(self) -> float:
        """How wide the reason may be."""
        metrics, margin = QFontMetricsF(self._place_font), self._margin
        place = max(map(metrics.horizontalAdvance, self._place_rows))
        return self.width() - 2 * margin - (place + margin * 1.5 if place else 0.0)

    @property
    def _margin(self) -> float:
        return QFontMetricsF(self.font()).height() * 0.8

    def is_typeset(self, room: float) -> bool:
        """Whether the words have room with their formulas typeset: else these are letters."""
        self._arrange(room)
        return self._has_room

    def _arrange(self, room: float) -> None:
        """Choose how many sentences are shown, and how; where not even the first has room it is cut."""
        asked = (id(self.words), edition(), round(room), self.height(), self.font().pixelSize())
        if asked == self._typeset_for:
            return
        self._typeset_for = asked
        # From the shortest on: of many sentences with wide formulas only one more than have room is laid out.
        most: Sentence | None = None
        size = 1.0
        for words in beginnings(retold(self.words)):
            is_whole = len(wrapped(said(words), QFontMetricsF(self.font()), room)) <= self._rows
            sizes = tuple(one for one in _SMALLER if one >= _WELL_READ or not is_whole) if most is None else (size,)
            found = next((size for size in sizes if self._have_room(words, room, size)), None)
            if found is not None:
                most, size = words, found
                continue
            if most is not None:
                self._have_room(most, room, size)
            break

    def _have_room(self, words: Sentence, room: float, size: float) -> bool:
        """Whether words have room in this size, with formulas in them typeset; they are shown from now on."""
        self._shown = words
        self._formulas.show_sentence(words)
        self._has_room = not all(isinstance(part, str) for part in words) and self._fits(size)
        return self._has_room or (
            all(isinstance(part, str) for part in words)
            and len(wrapped(said(words), QFontMetricsF(self.font()), room)) <= self._rows
        )

    def _fits(self, size: float) -> bool:
        """Whether the words have room in letters of this size, which they have from now on."""
        pixels = round(self.font().pixelSize() * size)
        if self._formulas.font().pixelSize() != pixels:
            say_own(self._formulas, f"font-size: {pixels}px;")  # a font alone gives way to the sheet of the caption
        self._formulas.refresh()
        room = self._typeset_for[2]
        air = QFontMetricsF(self.font()).descent()  # above and below, where a fraction would stand at the edge
        high = self._formulas.heightForWidth(room) + 2 * air
        return self._formulas.natural_width(room) <= room and high <= self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel if self.title or self.place else theme.background)
        margin, room = self._margin, self.room
        inner = QRectF(self.rect()).adjusted(margin, 0, -margin, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.ink)
        painter.setFont(self._place_font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, "\n".join(self._place_rows))
        painter.setFont(self.font())
        if self.is_typeset(room):
            rect = QRect(round(inner.left()), 0, round(room), self.height())
            self._formulas.paint_in(painter, rect, theme.ink)
            painter.end()
            return
        inner.setWidth(room + margin)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, "\n".join(self.rows(room)))
        painter.end()
