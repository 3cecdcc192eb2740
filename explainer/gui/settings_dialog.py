"""The settings in a window of their own, drawn from the table; every change is kept and seen at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explainer.gui.look.chooser import Chooser
from explainer.gui.look.flow import nest
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put, worded
from explainer.session.kept.preferences import PREFERENCES, headings, value_of
from explainer.session.kept.settings import Settings


class SettingsDialog(QDialog):
    """One row per setting, under the headings of the table. It never stops the work in the window behind it."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        put(self.setWindowTitle, "Settings")
        self._settings = settings
        self.choosers: dict[str, Chooser] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for heading in headings():
            self._add_heading(grid, heading)
            for row in PREFERENCES:
                if row.heading == heading:
                    self._add_row(grid, row.name)
        buttons = QDialogButtonBox(self)
        restore = buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        for button, name, text in ((restore, "restore", "Restore defaults"), (close, "close", "Close")):
            put(button.setText, text)
            button.setObjectName(name)
            button.setAutoDefault(False)
        restore.clicked.connect(self._restore)
        close.clicked.connect(self.close)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 18, 24, 18)
        self._layout.setSpacing(18)
        nest(self._layout, grid)
        self._layout.addStretch(1)
        self._layout.addWidget(buttons)
        self._stop_listening = settings.listen(self._show)
        for row in PREFERENCES:
            self._show(row.name)

    def _add_heading(self, grid: QGridLayout, heading: str) -> None:
        label = worded(QLabel(self), heading)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        row = grid.rowCount()
        if row > 1:
            grid.setRowMinimumHeight(row, 12)
        grid.addWidget(label, row + 1, 0, 1, 2)

    def _add_row(self, grid: QGridLayout, name: str) -> None:
        row = next(row for row in PREFERENCES if row.name == name)
        chooser = Chooser(self)
        chooser.setObjectName(name)
        put(chooser.setAccessibleName, row.caption)
        put(chooser.setAccessibleDescription, row.words)
        put(chooser.setToolTip, row.words)
        chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, text in row.choices():
            chooser.add_choice(text, value)
        language().changed.connect(chooser.retell)
        chooser.activated.connect(partial(self._choose, name))
        label = worded(QLabel(self), row.caption)
        label.setBuddy(chooser)
        place = grid.rowCount()
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(chooser, place, 1)
        self.choosers[name] = chooser

    def _choose(self, name: str, index: int) -> None:
        self._settings.put(name, self.choosers[name].itemData(index))

    def _show(self, name: str) -> None:
        chooser = self.choosers.get(name)
        if chooser is not None:
            with QSignalBlocker(chooser):
                chooser.setCurrentIndex(chooser.findData(value_of(self._settings, name)))

    def _restore(self) -> None:
        for row in PREFERENCES:
            self._settings.put(row.name, row.default)

    def done(self, result: int) -> None:
        self._stop_listening()
        super().done(result)
