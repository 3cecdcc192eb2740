"""The preview of what is printed: the pages, and above them a bar with the buttons of the program, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explainer.gui.look.chooser import Chooser
from explainer.gui.look.flow import Flow, nest
from explainer.gui.look.texts import put, worded
from explainer.gui.relay import once
from explainer.handouts.registry import LENGTH_TITLES
from explainer.session.exporting import file_name

if TYPE_CHECKING:
    from collections.abc import Callable


class PrintPreview(QDialog):
    """Shows the pages that the printer would get; `length_chosen` asks for the document in another length."""

    length_chosen = Signal(str)

    def __init__(self, printer: QPrinter, length: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print_preview")
        self._printer = printer
        self._fitted = False
        self.pages = QPrintPreviewWidget(printer, self)
        self._told = QLabel(self)
        self._bar = Flow()
        self._add_lengths(length)
        self._add(worded(QPushButton(self), "&Back"), "previous_page", lambda: self._turn(-1))
        self._add(worded(QPushButton(self), "&Next"), "next_page", lambda: self._turn(1))
        self._bar.add(self._told)
        self._add(worded(QPushButton(self), "S&maller"), "smaller", self.pages.zoomOut)
        self._add(worded(QPushButton(self), "&Larger"), "larger", self.pages.zoomIn)
        self._add(worded(QPushButton(self), "&Whole page"), "whole_page", self.pages.fitInView)
        self._add(worded(QPushButton(self), "&As wide as the window"), "page_width", self.pages.fitToWidth)
        self._add(worded(QPushButton(self), "All pa&ges"), "all_pages", self._toggle_all)
        self._add(worded(QPushButton(self), "Turn t&he paper"), "orientation", self._turn_paper)
        self._add(worded(QPushButton(self), "Pape&r …"), "paper", self._choose_paper)
        self.print_button = self._add(worded(QPushButton(self), "&Print …"), "print", self._print)
        self.print_button.setProperty("role", "main")
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        outer = QVBoxLayout(self)
        nest(outer, self._bar)
        outer.addWidget(self.pages, 1)
        self.pages.previewChanged.connect(self._tell)
        self.resize(900, 760)
        # The first view of the pages comes once they are laid out in the window.
        once(self, 0, self.pages.fitInView).start()
        self.print_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        # Beside the words on the buttons, which are as high as their style makes them: from now on it is known.
        self._told.setMinimumHeight(self.print_button.sizeHint().height())
        if not self._fitted:  # the bar has one row at first, where the screen is so wide
            self._fitted = True
            layout = self.layout()
            assert layout is not None
            margins = layout.contentsMargins().left() + layout.contentsMargins().right()
            widest = self.screen().availableGeometry().width()
            self.resize(min(widest, max(self.width(), self._bar.natural_width() + margins)), self.height())
        super().showEvent(event)

    def _add_lengths(self, length: str) -> None:
        chooser = Chooser(self)
        chooser.setObjectName("print_length")
        put(chooser.setAccessibleName, "Length")
        for name, title in LENGTH_TITLES.items():
            chooser.add_choice(title, name)
        chooser.setCurrentIndex(chooser.findData(length))
        chooser.activated.connect(lambda: self.length_chosen.emit(str(chooser.currentData())))
        self._bar.add(chooser)

    def _add(self, button: QPushButton, name: str, handler: Callable[[], object]) -> QPushButton:
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: handler())
        self._bar.add(button)
        return button

    def _turn(self, pages: int) -> None:
        here = self.pages.currentPage() + pages
        self.pages.setCurrentPage(max(1, min(self.pages.pageCount(), here)))
        self._tell()

    def _toggle_all(self) -> None:
        single = QPrintPreviewWidget.ViewMode.SinglePageView
        if self.pages.viewMode() == single:
            self.pages.setAllPagesViewMode()
        else:
            self.pages.setViewMode(single)

    def _turn_paper(self) -> None:
        if self.pages.orientation().name == "Portrait":
            self.pages.setLandscapeOrientation()
        else:
            self.pages.setPortraitOrientation()

    def _choose_paper(self) -> None:
        from PySide6.QtPrintSupport import QPageSetupDialog

        dialog = QPageSetupDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.pages.updatePreview)
        dialog.open()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self._printer, self)
        # For printing to a file Qt proposes a folder alone, in the field of this name.
        file = dialog.findChild(QLineEdit, "filename")
        if isinstance(file, QLineEdit) and file.text().endswith("/"):
            file.setText(f"{file.text()}{file_name(self._printer.docName())}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print_now)
        dialog.show()

    def _print_now(self) -> None:
        self.pages.print_()
        self.accept()

    def _tell(self) -> None:
        """Say which page is shown, of how many."""
        put(self._told.setText, "Page {0} of {1}", self.pages.currentPage(), self.pages.pageCount())
