"""The timeline: every line of the derivation as an item of a real list, with its phase, its check and spoken text.

The list is there with the window; what its rows are comes from `timeline_rows`, when the first derivation is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from explainer.gui.look.list_rows import two_lines_height
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.gui.panels.timeline_rows import TimelineDelegate, TimelineModel

_Index = QModelIndex | QPersistentModelIndex


class Timeline(QListView):
    """The list at the bottom; choosing a row asks to go to that line."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        put(self.setAccessibleName, "Steps of the derivation")
        self.setViewport(QWidget(self))
        self._session = session
        self._theme: Theme | None = None
        self._out_of_place = False
        self._model: TimelineModel | None = None
        self._delegate: TimelineDelegate | None = None
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._delegate is not None:
            self._delegate.theme = theme
        self.setPalette(_with_base(self.palette(), theme.background))
        self.viewport().update()

    def _rows(self) -> TimelineModel:
        """The model of the rows, made at the first use."""
        if self._model is None:
            from explainer.gui.panels.timeline_rows import TimelineDelegate, TimelineModel

            self._model = TimelineModel(self._session, self)
            self._delegate = TimelineDelegate(self._theme, self._model, self)
            self.setItemDelegate(self._delegate)
            self.setModel(self._model)
        return self._model

    def model(self) -> QAbstractItemModel:
        """The rows as the views of Qt see them."""
        return self._rows()

    def restart(self) -> None:
        """Show another derivation."""
        self._rows().restart()

    def grow(self) -> None:
        """Show the steps that were derived meanwhile."""
        self._rows().grow()

    def refresh_checks(self) -> None:
        """Show the checks that were computed meanwhile."""
        self._rows().refresh_checks()

    def retell(self) -> None:
        """Say the rows in the language that is spoken now."""
        self._rows().retell()

    def show_position(self, position: int) -> None:
        """Make the row of this line the current one and bring it into view."""
        self._rows().uncover()
        index = self._rows().index(position)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def doItemsLayout(self) -> None:
        """Rows that are laid out anew, for another style or width, keep the current one in sight."""
        super().doItemsLayout()
        if self._out_of_place:
            self._out_of_place = False
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._lose_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lose_place()

    def _lose_place(self) -> None:
        self._out_of_place = True
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def sizeHint(self) -> QSize:
        row = two_lines_height(self.fontMetrics())
        return QSize(300, row + self.horizontalScrollBar().sizeHint().height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())


def _with_base(palette: QPalette, colour: QColor) -> QPalette:
    palette.setColor(QPalette.ColorRole.Base, colour)
    return palette
