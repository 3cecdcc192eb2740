"""The row of chips: one for each variable with its shape, which can be set there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from explainer.gui.texts import tr

if TYPE_CHECKING:
    from explainer.expr.shape import Shape

OFFERED = ("scalar", "n", "m", "n x n", "m x n", "N x n")
"""The shapes that a chip offers; any other one is typed behind the function: where w: 3."""
MOST_CHIPS = 7


class ShapeChips(QWidget):
    """Buttons such as “x: n×1”, paler where the shape was inferred; `chosen` brings a name and a shape, or none."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shapes")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._chips: list[QToolButton] = []
        self._more = QLabel(self)
        self._more.setProperty("role", "caption")
        self._layout.addWidget(self._more)
        self._shown: tuple[tuple[str, Shape, bool], ...] = ()

    def show_shapes(self, shapes: Mapping[str, Shape], given: Mapping[str, str]) -> None:
        """Show the variables of an expression; `given` are those whose shape was set."""
        entries = tuple((name, shape, name in given) for name, shape in sorted(shapes.items()))
        if entries == self._shown:
            return
        self._shown = entries
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(*entry) for entry in entries[:MOST_CHIPS]]
        for place, chip in enumerate(self._chips):
            self._layout.insertWidget(place, chip)
        hidden = len(entries) - len(self._chips)
        self._more.setText(tr("and {0} more").format(hidden) if hidden else "")
        self._more.setVisible(bool(hidden))

    def _chip(self, name: str, shape: Shape, given: bool) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "chip")
        chip.setProperty("given", given)
        chip.setText(f"{name}: {shape.display()}")
        origin = tr("set here") if given else tr("inferred")
        chip.setAccessibleName(tr("Shape of {0}: {1}, {2}").format(name, shape.display(), origin))
        chip.setToolTip(chip.accessibleName())
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        for offer in OFFERED:
            action = menu.addAction(_in_words(offer))
            action.triggered.connect(lambda _=False, offer=offer: self.chosen.emit(name, offer))
        menu.addSeparator()
        menu.addAction(tr("As it follows from the function")).triggered.connect(lambda: self.chosen.emit(name, ""))
        chip.setMenu(menu)
        return chip


def _in_words(shape: str) -> str:
    if shape == "scalar":
        return tr("a scalar")
    if "x" in shape:
        return tr("a matrix {0}").format(shape.replace(" x ", "×"))
    return tr("a vector with {0} entries").format(shape)
