"""Asks what is to be handed out, in which format and where, and shows how far it is; it never stops the window."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explainer.destinations import is_folder, is_there
from explainer.gui.look.announcer import announce
from explainer.gui.look.chooser import Chooser
from explainer.gui.look.dialog_sizes import comfortable_width
from explainer.gui.look.flow import bare
from explainer.gui.look.texts import put, tr, worded
from explainer.handouts.registry import FORMATS, LENGTH_TITLES, HandoutFormat
from explainer.session.exporting import missing_for
from explainer.session.kept.settings import Settings

FORMAT, FOLDER, OPTION = "export.format", "export.folder", "export.option"
"""What is remembered among the settings; an option under its own name after that of its format."""


class Subject(NamedTuple):
    """Something that can be handed out: the words in the dialog, and a name for its file without an ending.

    `on_paper` are its usual values of options on paper, where they are others than those of a format.
    """

    key: str
    words: str
    name: str
    on_paper: Mapping[str, str] = MappingProxyType({})


class ExportDialog(QDialog):
    """A form, and below it the progress while the handout is made."""

    asked = Signal(str, str, dict, str)
    """The key of the subject, the name of the format, its options, and the file."""
    cancelled = Signal()

    def __init__(self, subjects: tuple[Subject, ...], folder: Path, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        put(self.setWindowTitle, "Export")
        self._subjects, self._settings, self._folder = subjects, settings, folder
        self._named = ""  # what the program has put into the field of the file; anything else is the user's
        self._agreed = ""  # the file that was there and may be replaced, as the file dialog has asked
        self.options: dict[str, Chooser] = {}
        self._make_form()
        self._make_progress()
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(self.form)
        for widget in (self.note, self.bar, self.words):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._follow_format()
        self.set_busy(False)
        self.resize(comfortable_width(self), self.sizeHint().height())
        self.file.setFocus()

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_form(self) -> None:
        self.form = QWidget(self)
        self._rows = bare(QFormLayout(self.form))
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.subject = self._chooser("export_subject", tr("&What"), [(row.words, row.key) for row in self._subjects])
        titles = [(f"{_capital(tr(row.title))} ({row.suffix})" if row.suffix else _capital(tr(row.title)), row.id)
                  for row in FORMATS]  # fmt: skip
        self.format = self._chooser("export_format", tr("&Format"), titles)
        self.format.setCurrentIndex(max(0, self.format.findData(self._settings.get(FORMAT, ""))))
        self.file = QLineEdit(self.form)
        self.file.setObjectName("export_file")
        put(self.file.setAccessibleName, "File")
        self.file.textChanged.connect(self._keep_printable)
        self.file.textChanged.connect(self._check)
        self.file.textEdited.connect(self._follow_ending)
        choose = worded(QPushButton(self.form), "&Choose …")
        choose.setObjectName("export_choose")
        put(choose.setAccessibleName, "Choose the file")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_file)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self.file, 1)
        both.addWidget(choose)
        label = worded(QLabel(self.form), "F&ile")
        label.setBuddy(self.file)
        label.setMinimumHeight(self.file.sizeHint().height())
        self._rows.addRow(label, both)
        self.subject.currentIndexChanged.connect(self._follow_format)
        self.format.currentIndexChanged.connect(self._follow_format)

    def _chooser(self, name: str, caption: str, entries: list[tuple[str, str]], place: int = -1) -> Chooser:
        chooser = Chooser(self.form)
        chooser.setObjectName(name)
        chooser.setAccessibleName(caption.replace("&", ""))
        chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(12)
        for text, value in entries:
            chooser.addItem(text, value)
        label = QLabel(caption, self.form)
        label.setBuddy(chooser)
        label.setMinimumHeight(chooser.sizeHint().height())
        self._rows.insertRow(place if place >= 0 else self._rows.rowCount(), label, chooser)
        return chooser

    def _make_progress(self) -> None:
        self.note = QLabel(self)
        self.note.setObjectName("export_note")
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("export_bar")
        put(self.bar.setAccessibleName, "Level of detail")
        self.bar.setTextVisible(False)
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(self)
        self.go, self.stop = worded(QPushButton(self), "&Export"), worded(QPushButton(self), "Cancel")
        self.go.setObjectName("export_go")
        self.go.setProperty("role", "main")  # before the box lays it out, which looks at its style
        self._buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.stop, QDialogButtonBox.ButtonRole.RejectRole)
        self.stop.setObjectName("export_stop")
        self.go.setDefault(True)
        self.stop.setAutoDefault(False)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    # --- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def row(self) -> HandoutFormat:
        """The format that is chosen."""
        return next(row for row in FORMATS if row.id == self.format.currentData())

    def _follow_format(self) -> None:
        """Show the options of the format, its ending, and what is missing for it."""
        for chooser in self.options.values():
            self._rows.removeRow(chooser)
        row = self.row
        self.options = {}
        for place, (name, values) in enumerate(row.options.items(), start=2):
            entries = [(tr(_value_words(value)), value) for value in values]
            chooser = self._chooser(f"export_{name}", tr(_capital(name)), entries, place)
            usual = self._usual.get(name, values[0]) if row.on_paper else values[0]
            chooser.setCurrentIndex(max(0, chooser.findData(self._settings.get(self._place_of(name), usual))))
            self.options[name] = chooser
        before: QWidget = self.format
        for chooser in self.options.values():
            QWidget.setTabOrder(before, chooser)
            before = chooser
        self.show_complaint(missing_for(row))
        self._name_file()
        self._fit()

    @property
    def _usual(self) -> Mapping[str, str]:
        return self._subjects[max(0, self.subject.currentIndex())].on_paper

    def _place_of(self, option: str) -> str:
        """Where a choice is kept: what is usual for a lesson is not what is usual for a derivation."""
        apart = f".{self.subject.currentData()}" if self.row.on_paper and option in self._usual else ""
        return f"{OPTION}.{self.row.id}.{option}{apart}"

    def _name_file(self) -> None:
        """Put a name into the field of the file; of one that the user has typed only the ending changes."""
        suffix, typed = self.row.suffix, self.file.text().strip()
        if typed and typed != self._named:
            known = {row.suffix for row in FORMATS}
            file = Path(typed)
            text = str(file.with_suffix(suffix)) if file.suffix in known and file.stem else typed
        else:
            subject = self._subjects[max(0, self.subject.currentIndex())]
            text = self._named = str(self._folder / f"{subject.name}{suffix}")
        self.file.setText(text)
        self.file.setToolTip(text)

    def _choose_file(self) -> None:
        row = self.row
        title = _capital(tr(row.title))
        if not row.suffix:
            chosen = QFileDialog.getExistingDirectory(self, tr("Export"), str(Path(self.file.text()).parent))
        else:
            kinds = f"{title} (*{row.suffix})"
            chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), self.file.text(), kinds)
            if chosen and not chosen.lower().endswith(row.suffix):
                chosen += row.suffix  # nobody has asked about this name yet
            else:
                self._agreed = chosen
        if chosen:
            self.file.setText(chosen)
        self.file.setFocus()

    def _keep_printable(self, text: str) -> None:
        """No file has a sign in its name that cannot be seen; one that was pasted would be refused by the system."""
        if not text.isprintable():
            self.file.setText("".join(sign for sign in text if sign.isprintable()))

    def _follow_ending(self, text: str) -> None:
        """Choose the format that a typed ending says."""
        ending = Path(text.strip()).suffix.lower()
        meant = next((row for row in FORMATS if row.suffix == ending), None)
        if ending and meant is not None and self.row.suffix != ending:
            cursor = self.file.cursorPosition()
            self.format.setCurrentIndex(self.format.findData(meant.id))
            self.file.setText(text)
            self.file.setCursorPosition(cursor)

    def _check(self) -> None:
        self.go.setEnabled(bool(self.file.text().strip()) and not missing_for(self.row))

    def _ask(self) -> None:
        """Send what is asked for, unless a file that is there is to stay."""
        file = self._complete_file()
        if is_there(file) and str(file) != self._agreed and not self._may_replace(file):
            return
        chosen = {name: str(chooser.currentData()) for name, chooser in self.options.items()}
        self._remember(file, chosen)
        self.asked.emit(self.subject.currentData(), self.row.id, chosen, str(file))

    def _complete_file(self) -> Path:
        """The file with the folder that the name leaves out, and with an ending."""
        file = Path(self.file.text().strip())
        with suppress(RuntimeError):  # nobody is called what stands behind the ~, which then is a name like any other
            file = file.expanduser()
        file = file if file.is_absolute() else self._folder / file
        if is_folder(file):
            file = file / self._subjects[max(0, self.subject.currentIndex())].name
        if not file.name.lower().endswith(self.row.suffix):
            file = file.with_name(file.name + self.row.suffix)
        self.file.setText(str(file))
        return file

    def _may_replace(self, file: Path) -> bool:
        buttons = QMessageBox.StandardButton
        question = tr("{0} is there already. Replace it?", file.name)
        answer = QMessageBox.question(self, tr("Export"), question, buttons.Yes | buttons.Cancel, buttons.Cancel)
        return answer == buttons.Yes

    def _remember(self, file: Path, options: Mapping[str, str]) -> None:
        self._settings.put(FORMAT, self.row.id)
        self._settings.put(FOLDER, str(file.parent))
        for name, value in options.items():
            self._settings.put(self._place_of(name), value)

    # --- how far it is -----------------------------------------------------------------------------------------------

    def set_busy(self, busy: bool) -> None:
        """Show the progress in the place of the form, or the form again."""
        had_keys = self.isActiveWindow()
        self.form.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.words.setVisible(busy)
        self.go.setVisible(not busy)
        self.stop.setEnabled(True)
        put(self.stop.setText, "Cancel")
        if busy:
            self.show_complaint("")
            self.bar.setRange(0, 0)
            put(self.words.setText, "It begins …")
        else:
            self._check()
        if had_keys:
            (self.stop if busy else self.file).setFocus()
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether a handout is being made."""
        return not self.form.isEnabled()

    def show_progress(self, words: str, share: float) -> None:
        """Show how far it is; a share below 0 is unknown."""
        if share >= 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(min(1000, round(1000 * share)))
        self.words.setText(_capital(words))

    def show_cancelling(self) -> None:
        """Show that it is being stopped."""
        self.stop.setEnabled(False)
        put(self.words.setText, "Stopping …")

    def show_complaint(self, text: str) -> None:
        """Say why it cannot be made; an empty text takes that away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        if text and self.isVisible():
            announce(self.file, text)
        self._check()
        self._fit()

    def reject(self) -> None:
        if self.busy:
            self.cancelled.emit()
        else:
            super().reject()

    def _fit(self) -> None:
        """Be as high as what is shown needs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = self.width()
            high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
            self.resize(width, high)


def _capital(text: str) -> str:
    """The words of a format or an option as a caption: without the article, with a capital."""
    for article in ("a ", "an "):
        text = text.removeprefix(article)
    return text[:1].upper() + text[1:]


_VALUES = {
    "all": "All, including those inside",
    "main": "The main ones only",
    **LENGTH_TITLES,
    "numpy": "NumPy",
    "torch": "PyTorch",
    "jax": "JAX",
}
"""What the values of options are called; others speak for themselves."""


def _value_words(value: str) -> str:
    """The value of an option for people: A4, Letter."""
    has_number = any(map(str.isdigit, value))
    return _VALUES.get(value) or (value.upper() if has_number else _capital(value.replace("-", " ")))
