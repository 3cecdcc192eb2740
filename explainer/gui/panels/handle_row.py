"""A slider below a figure, for what can be moved in it: the place of a tangent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put
from explainer.session.lines.names import with_formulas

if TYPE_CHECKING:
    from explainer.figures.figure import Handle


class HandleRow(QWidget):
    """The name, a slider that arrow keys move as well as the mouse, and the value. `moved` carries the new figure.

    `chosen` carries the name of the variable whose value it is, and the value.
    """

    moved = Signal(object)
    chosen = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Handle | None = None
        self._name = FormulaLabel(self, running=True, snug=True)
        self._value = QLabel(self)
        self._value.setMinimumWidth(44)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setObjectName("handle")
        self._slider.setMinimumHeight(24)
        self._slider.valueChanged.connect(self._move)
        self._name.setBuddy(self._slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 0)
        for widget in (self._name, self._slider, self._value):
            layout.addWidget(widget, 1 if widget is self._slider else 0)

    def bring(self, value: float) -> None:
        """Move to the value nearest to this, as the slider would."""
        if self._shown is not None:
            self._slider.setValue(self._shown.place_of(value))

    def show_handle(self, handle: Handle | None) -> None:
        """Show what can be moved, at the value that it has; nothing for None."""
        self._shown = handle
        self.setVisible(handle is not None)
        if handle is None:
            return
        self._name.show_sentence(with_formulas(handle.name))
        put(self._slider.setAccessibleName, handle.name)
        self._slider.blockSignals(True)
        self._slider.setRange(0, len(handle.values) - 1)
        self._slider.setPageStep(max(1, len(handle.values) // 12))
        self._slider.setValue(handle.nearest)
        self._slider.blockSignals(False)
        self._tell(handle.values[self._slider.value()])

    def _tell(self, value: float) -> None:
        text = f"{value:.4g}".replace("-", "\N{MINUS SIGN}")
        self._value.setText(f"= {text}")
        self._slider.setAccessibleDescription(text)

    def _move(self, place: int) -> None:
        if self._shown is not None:
            value = self._shown.values[place]
            self._tell(value)
            self.moved.emit(self._shown.move(value))
            if self._shown.variable:
                self.chosen.emit(self._shown.variable, value)
