"""The row of chips: one for each variable with its shape, which can be set there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from explainer.gui.formulas.sentence_button import SentenceButton
from explainer.gui.look.flow import bare
from explainer.gui.look.texts import put, tr
from explainer.phrases import phrase, sentence

if TYPE_CHECKING:
    from explainer.expr.shape import Shape
    from explainer.notation.tree import Notation
    from explainer.session.preview import Repair

OFFERED = ("scalar", "n", "m", "n x n", "m x n", "N x n")
"""The shapes that a chip offers; any other one is typed."""
MOST_CHIPS = 7
_WIDEST_PX = 100_000
_ASKED = {"scalar": "Is {name} a scalar?", "vector": "Is {name} a vector?", "matrix": "Is {name} a matrix?"}
_READ = {
    "scalar": "Read {0} as a scalar instead",
    "vector": "Read {0} as a vector instead",
    "matrix": "Read {0} as a matrix instead",
}
SET, TYPED, INFERRED = "set here", "given in the text", "inferred"
"""Where a shape comes from, as a chip says it."""


class ShapeChips(QWidget):
    """Buttons such as “x: n×1”, dashed where the shape was inferred; `chosen` brings a name and a shape, or none."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shapes")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout = bare(QHBoxLayout(self), 6)
        self._chips: list[SentenceButton] = []
        self._more = self._button()
        self._more.hide()
        self._layout.addWidget(self._more)
        self._repair: Repair | None = None
        self._repairing = self._button()
        self._repairing.setObjectName("repair")
        self._repairing.hide()
        self._repairing.clicked.connect(self._take_repair)
        self._layout.addWidget(self._repairing)
        self._room = _WIDEST_PX
        self._shown: tuple[tuple[str, Shape, str], ...] = ()

    def show_shapes(
        self, shapes: Mapping[str, Shape], given: Mapping[str, str], inferred: Collection[str] | None = None
    ) -> None:
        """Show the variables of an expression; `given` are those whose shape was set here.

        Of the others those in `inferred` follow from the function, all of them if nothing is said; the text itself
        gives the rest.
        """
        known = set(shapes) if inferred is None else set(inferred)
        entries = tuple(
            (name, shape, SET if name in given else INFERRED if name in known else TYPED)
            for name, shape in sorted(shapes.items())
        )
        self._show_entries(entries)

    def _show_entries(self, entries: tuple[tuple[str, Shape, str], ...]) -> None:
        if entries == self._shown:
            return
        self._shown = entries
        for chip in self._chips:
            chip.hide()
            _let_go(chip, chip.menu())
        self._chips = [self._chip(*entry) for entry in entries[:MOST_CHIPS]]
        for place, chip in enumerate(self._chips):
            self._layout.insertWidget(place, chip)
        self._share()

    def fit(self, room_px: int) -> None:
        """Take no more room than this: what has no chip there is in the menu of the last one."""
        self._room = room_px
        self._share()

    def _share(self) -> None:
        gap, room = self._layout.spacing(), self._room
        asked = 0 if self._repair is None else self._repairing.sizeHint().width() + gap
        ends = list(accumulate(chip.sizeHint().width() + gap for chip in self._chips))
        count = len(self._chips)
        if len(self._shown) > count or (ends and ends[-1] > room - asked):
            self._say_more(len(self._shown) - 1)
            room -= self._more.sizeHint().width()
            asked = 0 if ends and ends[0] > room - asked else asked  # its shape is offered by its chip all the same
            count = max(1, sum(end <= room - asked for end in ends))
        self._repairing.setVisible(asked > 0)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < count)
        self._show_more(self._shown[count:])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # else the chips would hold the window as wide as they are

    def show_repair(self, repair: Repair | None) -> None:
        """Offer the other reading of a shape that was guessed, as one button."""
        self._repair = repair
        if repair is None:
            self._share()
            return
        shapes = {name: shape for name, shape, _ in self._shown}
        name = written_name(repair.name, shapes[repair.name]) if repair.name in shapes else repair.name
        self._repairing.show_sentence(sentence(_ASKED[repair.kind], {"name": name}))
        put(self._repairing.setAccessibleName, _READ[repair.kind], repair.name)
        put(self._repairing.setToolTip, _READ[repair.kind], repair.name)
        self._share()

    def _take_repair(self) -> None:
        if self._repair is not None:
            self.chosen.emit(self._repair.name, self._repair.shape)

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        entries, self._shown = self._shown, ()
        self._show_entries(entries)
        self.show_repair(self._repair)

    def _show_more(self, entries: tuple[tuple[str, Shape, str], ...]) -> None:
        """One button for the variables that have no chip of their own, with a menu of menus."""
        self._more.setVisible(bool(entries))
        self._say_more(len(entries))
        put(self._more.setAccessibleName, "Shapes of {0} more variables", len(entries))
        menu = QMenu(self._more)
        for name, shape, _ in entries:
            self._fill(menu.addMenu(f"{name}: {tr(shape.display())}"), name, shape)
        before = self._more.menu()
        self._more.setMenu(menu)
        if before is not None:
            _let_go(before, before)

    def _say_more(self, count: int) -> None:
        self._more.show_sentence(sentence("and {count} more", {"count": count}))

    def _chip(self, name: str, shape: Shape, origin: str) -> SentenceButton:
        chip = self._button()
        chip.setProperty("given", origin != INFERRED)
        chip.show_sentence(sentence("{name}: {shape}", {"name": written_name(name, shape), "shape": shape.display()}))
        put(chip.setAccessibleName, "Shape of {0}: {1}, {2}", name, phrase(shape.display()), phrase(origin))
        put(chip.setToolTip, "Shape of {0}: {1}, {2}", name, phrase(shape.display()), phrase(origin))
        menu = QMenu(chip)
        self._fill(menu, name, shape)
        chip.setMenu(menu)
        return chip

    def _button(self) -> SentenceButton:
        button = SentenceButton(self)
        button.setProperty("role", "chip")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill(self, menu: QMenu, name: str, shape: Shape) -> None:
        """The shapes that are offered, with a tick at the one that the variable has."""
        for offer in OFFERED:
            action = menu.addAction(_in_words(offer))
            action.setCheckable(True)
            action.setChecked(offer == str(shape))
            action.triggered.connect(lambda _=False, offer=offer: self.chosen.emit(name, offer))
        own = menu.addAction(tr("Another size…"))
        own.setCheckable(True)
        own.setChecked(str(shape) not in OFFERED)
        own.triggered.connect(lambda: self.ask_size(name, shape))
        menu.addSeparator()
        menu.addAction(tr("As follows from the function")).triggered.connect(lambda: self.chosen.emit(name, ""))

    def ask_size(self, name: str, shape: Shape) -> None:
        """Let somebody type a shape of their own."""
        from explainer.gui.problem.shape_dialog import ShapeDialog

        dialog = ShapeDialog(name, str(shape), self.window())
        dialog.chosen.connect(lambda typed: self.chosen.emit(name, typed))
        dialog.open()


def _let_go(part: QWidget, menu: QMenu | None) -> None:
    """Delete this later: while its menu is open not before somebody has chosen there, for what was typed is read on."""
    if menu is not None and menu.isVisible():
        menu.aboutToHide.connect(part.deleteLater)
    else:
        part.deleteLater()


def written_name(name: str, shape: Shape) -> Notation:
    """A name as it is written in formulas: bold for a vector, with its index below and its hat above."""
    from explainer.expr.nodes import Variable
    from explainer.session.lines.card import notation_of

    return notation_of(Variable(name, shape))


def _in_words(shape: str) -> str:
    if shape == "scalar":
        return tr("a scalar")
    if "x" in shape:
        return tr("a matrix {0}", shape.replace(" x ", "×"))
    return tr("a vector with {0} entries", shape)
