"""One figure in a window of its own."""

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

_LARGE = 0.9
"""How much of the window the figure takes."""
_MARGIN_PX = 16
"""Between a figure that is shown large and the edge of its window."""


class LargeFigure(QDialog):
    """Shows one figure in a window of its own, in letters as large as its room allows.

    Escape, Return and a click close it.
    """

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
        self.resize(parent.window().size() * _LARGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.fill(self.width() - 2 * _MARGIN_PX, self.height() - 2 * _MARGIN_PX)

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
