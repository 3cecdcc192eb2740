"""A figure in a window of its own, as large as the screen allows; Escape, Return and a click close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.look.texts import data, put
from explainer.gui.look.theme import Theme

if TYPE_CHECKING:
    from explainer.figures import Figure

_SHARE = 0.9
"""How much of the window the figure takes."""
_TRIES = 14
_MARGIN_PX = 16


class LargeFigure(QDialog):
    """Shows one figure; its letters are as large as the room for the figure allows."""

    def __init__(self, figure: Figure, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("large_figure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        put(self.setWindowTitle, data(figure.title))
        self.setStyleSheet(f"QDialog#large_figure {{ background: {theme.background.name()}; }}")
        self.view = _Shown(figure, self)
        self.view.set_theme(theme)
        self.view.dragged.connect(self.view.move_to)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(_MARGIN_PX,) * 4)
        layout.addWidget(self.view)
        self.resize(parent.window().size() * _SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        figure, across = self.view.figure, self.width() - 2 * _MARGIN_PX
        if figure is None:
            return
        font, room = self.view.font(), self.height() - 2 * _MARGIN_PX
        size = across / figure.width_em
        for _ in range(_TRIES):
            font.setPixelSize(max(8, round(size)))
            self.view.setFont(font)
            if self.view.heightForWidth(across) <= room:
                break
            size *= 0.88

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()


class _Shown(FigureView):
    def enlarge(self) -> None:
        """It is as large as it can be: a further click closes the window."""
        self.window().close()


def show_large(figure: Figure, theme: Theme, parent: QWidget) -> LargeFigure:
    """Show a figure in a window of its own."""
    shown = LargeFigure(figure, theme, parent)
    shown.show()
    shown.activateWindow()
    return shown
