"""Asks for a worksheet, of the skills that are chosen, and writes it with its answers and a key for the teacher."""

from __future__ import annotations

from pathlib import Path
from random import randrange

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explainer.destinations import reason_of
from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.look.announcer import announce
from explainer.gui.look.chooser import Chooser
from explainer.gui.look.documents import documents_folder
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr
from explainer.handouts.registry import FORMATS, HandoutFormat
from explainer.phrases import phrase, translated, whole_sentence

SHEETS = ("pdf", "latex", "html", "notebook", "moodle")
"""The formats of a worksheet."""
SKILL = Qt.ItemDataRole.UserRole
MOST_SEED = 1_000_000  # enough sheets for ever, and short enough to be told


class WorksheetDialog(QDialog):
    """A form; the sheet is written in a thread, and equal seeds give equal sheets."""

    def __init__(self, parent: QWidget) -> None:
        from explainer.practice.skills import GRADES, all_skills
        from explainer.practice.skills.worksheet import MOST_PROBLEMS

        super().__init__(parent)
        self.setObjectName("worksheet_dialog")
        put(self.setWindowTitle, phrase("Worksheet"))
        self._away = Away(self)
        self.skills = QListWidget(self)
        put(self.skills.setAccessibleName, "Skills on the sheet")
        for skill in all_skills():
            item = QListWidgetItem(tr(skill.title), self.skills)
            item.setData(SKILL, skill.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.skills.item(0).setCheckState(Qt.CheckState.Checked)
        self.skills.setCurrentRow(0)
        self.count = self._number(1, MOST_PROBLEMS, 12)
        self.grade = self._number(GRADES[0], GRADES[-1], 2)
        self.seed = self._number(0, MOST_SEED, randrange(MOST_SEED))
        self.format = Chooser(self)
        for row in FORMATS:
            if row.id in SHEETS:
                self.format.add_choice(row.title, row.id)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        form = QFormLayout()
        for text, field in (
            (phrase("&Skills"), self.skills),
            (phrase("&Problems"), self.count),
            (phrase("&Grade"), self.grade),
            (phrase("Se&ed"), self.seed),
            (phrase("&Format"), self.format),
        ):
            label = QLabel(self)
            put(label.setText, text)
            label.setBuddy(field)
            field.setAccessibleName(tr(text).replace("&", ""))
            form.addRow(label, field)
        self.buttons = QDialogButtonBox(self)
        self.write_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Save)
        put(self.write_button.setText, "&Write the sheet …")
        put(self.buttons.addButton(QDialogButtonBox.StandardButton.Close).setText, "&Close")
        self.buttons.accepted.connect(self.ask_where)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        nest(layout, form)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)
        self.resize(460, 520)

    def _number(self, least: int, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(least, most)
        box.setValue(value)
        return box

    def ask_where(self) -> None:
        """Ask for the file, then write it."""
        row = self._row()
        suggested = documents_folder() / f"worksheet-{self.seed.value()}{row.suffix}"
        name, _ = QFileDialog.getSaveFileName(self, tr("Worksheet"), str(suggested))
        if name:
            file = Path(name)
            self.write(file if file.suffix else file.with_suffix(row.suffix))

    def write(self, file: Path) -> None:
        """Write the sheet into this file."""
        from explainer.handouts.making import save
        from explainer.practice.skills import skill_of_id
        from explainer.practice.skills.worksheet import make_worksheet

        names = [self.skills.item(k).data(SKILL) for k in range(self.skills.count()) if self._checked(k)]
        if not names:
            self._tell("Choose a skill first.")
            self.skills.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        count, grade, seed, row = self.count.value(), self.grade.value(), self.seed.value(), self._row()

        def work() -> Path:
            skills = tuple(map(skill_of_id, names))
            save(make_worksheet(skills, count, grade, seed), row, file, {})
            return file

        self.write_button.setEnabled(False)
        self._tell("The sheet is being written …")
        self._away.do(work, self._written, self._failed)

    def _checked(self, place: int) -> bool:
        return self.skills.item(place).checkState() == Qt.CheckState.Checked

    def _row(self) -> HandoutFormat:
        return next(row for row in FORMATS if row.id == self.format.currentData())

    def _written(self, file: Path) -> None:
        self.write_button.setEnabled(True)
        self._tell(phrase("Written: {0}", file.name))

    def _failed(self, error: Exception) -> None:
        self.write_button.setEnabled(True)
        if isinstance(error, ExplainerError):
            said = " ".join(translated(whole_sentence(text)) for text in (error.message, error.hint) if text)
            self._tell(phrase("{0}", said))
        elif isinstance(error, OSError):
            self._tell(phrase("The sheet cannot be written: {0}.", reason_of(error)))
        else:
            self._tell("This sheet could not be made.")

    def _tell(self, text: str) -> None:
        put(self.told.setText, text)
        announce(self.told, self.told.text())

    def done(self, result: int) -> None:
        """What is being written is given up; no half file stays."""
        self._away.drop()
        super().done(result)
