"""Chooses the slides of a lesson, puts them in order, and takes notes and words of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explainer.errors import ExplainerError
from explainer.gui.lecture.slide_picture import SlidePicture
from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr, worded
from explainer.gui.relay import once
from explainer.gui.slices import Asking, Slices, away
from explainer.phrases import phrase, translated, whole_sentence
from explainer.session.course.deck import KINDS, slides_of
from explainer.session.course.deck_plan import MOST_MINUTES, SUFFIX, DeckPlan, Entry, own_slide, plan_of
from explainer.session.course.own_words import fault_of

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme
    from explainer.lessons import Lesson

_ENTRY = Qt.ItemDataRole.UserRole
REMEMBER_MS = 1500
"""What is changed is written down so long after it, as recovery does with problems: a crash takes no more."""


class KeptPlans(Protocol):
    """Where the plans of lessons are kept, and the files that they were saved in."""

    files: dict[str, Path]
    look: Callable[[], Theme | None]

    def plan_for(self, lesson: Lesson) -> DeckPlan:
        """The plan of a lesson."""

    def keep(self, plan: DeckPlan) -> None:
        """Take on a plan for the next projection."""

    def remember(self, lesson: Lesson) -> None:
        """Keep the plan of a lesson until the program runs again."""

    def save(self, plan: DeckPlan, file: Path) -> None:
        """Write a plan into a file. Raises OSError."""

    def suggested_file(self, lesson: Lesson) -> Path:
        """Where a deck is likely to be saved."""

    def told(self, lesson: Lesson) -> str:
        """Which deck it is, and how many slides it has."""


class DeckDialog(QDialog):
    """What is chosen here holds at once, and for another day too; saving makes a file of it, to be handed on."""

    def __init__(self, decks: KeptPlans, lesson: Lesson, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("deck_dialog")
        put(self.setWindowTitle, phrase("Slides: {0}", phrase(lesson.title)))
        self._decks, self._lesson = decks, lesson
        self._slides = {slide.key: slide for slide in slides_of(lesson)}
        self._filling = False
        self._remembering = once(self, REMEMBER_MS, self._remember)
        self.reading = Slices(self)
        self.list = QListWidget(self)
        put(self.list.setAccessibleName, "Slides in their order; a tick shows a slide")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setMinimumWidth(280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading, self.text, self.notes = QLineEdit(self), QPlainTextEdit(self), QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.notes.setTabChangesFocus(True)
        self.minutes = QSpinBox(self)  # behind the fields: Tab goes from top to bottom
        self.minutes.setRange(0, MOST_MINUTES)
        put(self.minutes.setSpecialValueText, "not said")
        self.said, self.told, self.deck = SlidePicture(lesson, decks.look, self), QLabel(self), QLabel(self)
        self.deck.setObjectName("which_deck")
        self.fault = QLabel(self)
        self.fault.setObjectName("own_words_fault")
        self.told.setWordWrap(True)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.buttons: dict[str, QPushButton] = {}
        self._arrange()
        self._fill(decks.plan_for(lesson))
        self._tell_deck()
        self.list.currentItemChanged.connect(self._show_entry)
        self.list.itemChanged.connect(self._keep)
        self.list.model().rowsMoved.connect(self._keep)
        self.minutes.valueChanged.connect(self._keep)
        for field in (self.heading, self.text, self.notes):
            field.textChanged.connect(self._take_entry)
        self.resize(960, 640)

    # --- building ----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        left, right = self._list_with_buttons(), QVBoxLayout()
        right.setSpacing(6)
        self._captions: dict[QWidget, QLabel] = {}
        for caption, field, share in (
            ("On the slide", self.said, 0),
            ("&Heading", self.heading, 0),
            ("&Words; formulas in braces, such as {x^2}, or as LaTeX in $…$", self.text, 3),
            ("&Notes, which only the presenter's window shows", self.notes, 2),
        ):
            label = worded(QLabel(self), caption)
            label.setBuddy(field)
            field.setAccessibleName(tr(caption).replace("&", ""))
            self._captions[field] = label
            right.addWidget(label)
            right.addWidget(field, share)
            if field is self.text:
                right.addWidget(self.fault)
        time = QHBoxLayout()
        time.setSpacing(12)
        label = worded(QLabel(self), "&Minutes for all of it")
        label.setBuddy(self.minutes)
        time.addWidget(label)
        time.addWidget(self.minutes)
        time.addStretch(1)
        nest(right, time)
        box = QDialogButtonBox(self)
        for identifier, word, role, action in (
            ("save", "&Save", QDialogButtonBox.ButtonRole.AcceptRole, self.save),
            ("save_as", "Sa&ve as …", QDialogButtonBox.ButtonRole.ActionRole, self.save_as),
            ("all", "All slides a&gain", QDialogButtonBox.ButtonRole.ResetRole, self._reset),
            ("close", "&Close", QDialogButtonBox.ButtonRole.RejectRole, self.reject),
        ):
            button = box.addButton(tr(word), role)
            put(button.setText, word)
            button.setAutoDefault(False)
            button.clicked.connect(action)
            self.buttons[identifier] = button
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 18, 18, 18)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(14)
        grid.addWidget(self.deck, 0, 0, 1, 2)
        nest(grid, left, 1, 0)
        nest(grid, right, 1, 1)
        grid.addWidget(self.told, 2, 0, 1, 2)
        grid.addWidget(box, 3, 0, 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)

    def _list_with_buttons(self) -> QVBoxLayout:
        """The list, and below it what is done with its slides."""
        left, row = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        row.setSpacing(6)
        for identifier, word, action in (
            ("up", "&Up", lambda: self._move(-1)),
            ("down", "&Down", lambda: self._move(1)),
            ("add", "&Add words", self._add),
            ("remove", "&Remove", self._remove),
        ):
            button = QPushButton(self)
            put(button.setText, word)
            button.setAutoDefault(False)
            button.clicked.connect(action)
            self.buttons[identifier] = button
            row.addWidget(button)
        nest(left, row)
        return left

    def _fill(self, plan: DeckPlan) -> None:
        self._filling = True
        self.list.clear()
        for entry in plan.entries:
            self._put(entry)
        self.minutes.setValue(plan.minutes)
        self._filling = False
        self.reading.drop()
        self.reading.add(self._read())
        self.list.setCurrentRow(0)
        self._show_entry()

    def _read(self) -> Asking:
        """Say in the list what is on each slide. What a table or a drill has on it is derived, beside the window."""
        for key, slide in self._slides.items():
            if not slide.is_read:
                try:
                    yield from away(slide.read)
                except ExplainerError:  # it is said where the slide is shown
                    continue
            self._filling = True
            for row in range(self.list.count()):
                entry = self._entry(row)
                if entry.key == key:
                    self._label(self.list.item(row), entry)
            self._filling = False
            yield None

    def _put(self, entry: Entry, row: int | None = None) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )  # fmt: skip
        self._label(item, entry)
        self.list.insertItem(self.list.count() if row is None else row, item)
        return item

    def _label(self, item: QListWidgetItem, entry: Entry) -> None:
        item.setData(_ENTRY, entry)
        item.setCheckState(Qt.CheckState.Checked if entry.shown else Qt.CheckState.Unchecked)
        said = self._said(entry)
        item.setSizeHint(QSize(0, round(self.fontMetrics().height() * 1.7)))  # as wide as the list: the end is cut
        item.setText(f"{'✎ ' if entry.notes else ''}{tr(KINDS[self._kind(entry)])}:  {said}")
        item.setToolTip(said)

    def _kind(self, entry: Entry) -> str:
        return self._slides[entry.key].kind if entry.key else "words"

    def _said(self, entry: Entry) -> str:
        """What a slide says, as a line of text, as far as that is known; a derivation is not derived for that."""
        if not entry.key:
            return entry.heading or " ".join(entry.text.split())
        slide = self._slides[entry.key]
        if entry.heading.strip():
            return entry.heading
        unread = slide.is_problem or slide.kind == "title" or not slide.is_read
        return tr(slide.heading) if unread else slide.in_a_list()

    # --- what is chosen ----------------------------------------------------------------------------------------------

    def plan(self) -> DeckPlan:
        """The plan as it stands here."""
        return DeckPlan(self._lesson.id, tuple(map(self._entry, range(self.list.count()))), self.minutes.value())

    def _entry(self, row: int) -> Entry:
        item = self.list.item(row)
        entry: Entry = item.data(_ENTRY)
        return replace(entry, shown=item.checkState() == Qt.CheckState.Checked)

    def _keep(self) -> None:
        if not self._filling:
            self._decks.keep(self.plan())
            self._tell_deck()
            if not self._remembering.isActive():  # who goes on writing does not put it off
                self._remembering.start()

    def _remember(self) -> None:
        self._decks.remember(self._lesson)

    def _tell_deck(self) -> None:
        """Say above all which deck it is, how many slides it has, and whether its file has others."""
        put(self.deck.setText, self._decks.told(self._lesson) or "All slides of the lesson")

    def _show_entry(self) -> None:
        """Show what there is to say of the slide that is chosen."""
        row = self.list.currentRow()
        if row < 0 or self._filling:
            return
        entry = self._entry(row)
        self._filling = True
        self.heading.setText(entry.heading)
        self.text.setPlainText(entry.text)
        self.notes.setPlainText(entry.notes)
        self._show_slide(entry)
        self._filling = False
        is_title = self._kind(entry) == "title"
        put(self.heading.setPlaceholderText, self._lesson.title if is_title else "")
        for field, is_there in ((self.heading, is_title or not entry.key), (self.text, not entry.key)):
            field.setVisible(is_there)
            self._captions[field].setVisible(is_there)
        self.buttons["remove"].setEnabled(not entry.key)
        self._tell_fault(entry)

    def _show_slide(self, entry: Entry) -> None:
        """Show the slide as the audience will see it."""
        slide = self._slides[entry.key] if entry.key else own_slide(entry)
        if entry.key and entry.heading.strip():
            slide = slide.renamed(entry.heading)
        self.said.show_slide(slide, self._said(entry))

    def _take_entry(self) -> None:
        """Take what is typed into the slide that is chosen."""
        item = self.list.currentItem()
        if self._filling or item is None:
            return
        heading, text, notes = self.heading.text(), self.text.toPlainText(), self.notes.toPlainText()
        entry = replace(self._entry(self.list.row(item)), heading=heading, text=text, notes=notes)
        self._filling = True
        self._label(item, entry)
        self._filling = False
        if not entry.key or self._kind(entry) == "title":
            self._show_slide(entry)
        self._tell_fault(entry)
        self._keep()

    def _tell_fault(self, entry: Entry) -> None:
        """Say below the words what is wrong with them; they are shown as they were typed until that is mended."""
        fault = fault_of(entry.text)
        put(self.fault.setText, phrase("Shown as it is typed: {0}.", fault) if fault is not None else "")
        self.fault.setVisible(fault is not None)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            self._filling = True
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentItem(item)
            self._filling = False
            self._keep()

    def _add(self) -> None:
        """Put a slide with words of one's own behind the chosen one."""
        self._filling = True
        item = self._put(Entry(), self.list.currentRow() + 1)
        self._filling = False
        self.list.setCurrentItem(item)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()

    def _remove(self) -> None:
        """Take a slide of one's own away; those of the lesson lose their tick instead."""
        row = self.list.currentRow()
        if row >= 0 and not self._entry(row).key:
            self.list.takeItem(row)
            self._keep()

    def _reset(self) -> None:
        self._fill(plan_of(self._lesson))
        self._keep()

    def event(self, event: QEvent) -> bool:
        """The key that saves is kept from the window behind, which would save its derivation."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.matches(QKeySequence.StandardKey.Save))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was chosen outlives the window: nobody has to name a file for a lecture of tomorrow."""
        super().hideEvent(event)
        self._remembering.stop()
        self._remember()

    # --- files -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save into the file of the deck, else ask for one."""
        if (file := self._decks.files.get(self._lesson.id)) is None:
            self.save_as()
        else:
            self.save_into(file)

    def save_as(self) -> None:
        """Ask for a file and save into it."""
        start = self._decks.suggested_file(self._lesson)
        name, _ = QFileDialog.getSaveFileName(self, tr("Save"), str(start), tr("Decks (*.deck)"))
        if name:
            file = Path(name)
            self.save_into(file if file.suffix else file.with_suffix(SUFFIX))

    def save_into(self, file: Path) -> None:
        """Save into this file, and say so."""
        try:
            self._decks.save(self.plan(), file)
        except ExplainerError as error:
            said = " ".join(translated(whole_sentence(text)) for text in (error.message, error.hint) if text)
            put(self.told.setText, phrase("{0}", said))
        else:
            put(self.told.setText, phrase("Saved as {0}.", file.name))
            self._tell_deck()
        announce(self.told, self.told.text())
