"""Printing what is open: the pages are made in a thread, then shown in a preview from which they are printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from explainer.budget import CancelledError
from explainer.errors import ExplainerError
from explainer.gui.files.preview_pages import POINTS_TO_THE_INCH, PreviewPages
from explainer.gui.files.print_preview import PrintPreview
from explainer.gui.files.printed_pages import PrintedDocument, Room
from explainer.gui.look.texts import put
from explainer.gui.messages import Messages
from explainer.gui.notices import Choice, Notices
from explainer.gui.slices import Asking, Slices, away
from explainer.phrases import phrase, whole_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.lecture.decks import Decks
    from explainer.gui.reading.middle import Reading
    from explainer.handouts.model import Document
    from explainer.session import Session

MARGINS_MM = QMarginsF(20, 18, 20, 14)


class Printing:
    """The printing of one window. What is printed is the page of a lesson that is read, else the open derivation.

    Of a lesson whose slides were chosen there are these, from `decks`.
    `front` is the window in use.
    """

    def __init__(
        self,
        session: Session,
        reading: Reading,
        messages: Messages,
        notices: Notices,
        front: Callable[[], QWidget],
        decks: Decks,
    ) -> None:
        self._session, self._decks = session, decks
        self._reading = reading
        self._messages = messages
        self._notices = notices
        self._front = front
        self._slices = Slices(reading)
        self.preview: PrintPreview | None = None
        self._length = ""
        self.previewed: PreviewPages | None = None
        self.printer: QPrinter | None = None
        self._printed: PrintedDocument | None = None

    @property
    def busy(self) -> bool:
        """Whether the pages are still being made."""
        return self._slices.working

    def show_preview(self, length: str = "") -> None:
        """Make the pages, and then show them; a message says so where that takes its time.

        The document is as long as is usual for it where no other length is asked for.
        """
        if self.busy:
            return
        if self.preview is not None:
            self.preview.activateWindow()
            return
        document = self._document()
        if document is None:
            return
        from explainer.handouts.lengths import LENGTHS

        self._length = length or document.usual_length
        document = LENGTHS[self._length](document)
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)
        self.printer.setDocName(document.title)
        self.printer.setCreator("Explainer")
        self._printed = PrintedDocument(document, QApplication.font().family())
        stop = Choice("stop_printing", "Cancel", "Do not print", self._give_up)
        self._notices.show("The pages are being made …", stop)
        self._slices.add(self._work(self._printed, room_of(self.printer)))

    def close(self) -> None:
        """The window closes."""
        self._slices.drop()
        if self.preview is not None:
            self.preview.close()

    def _document(self) -> Document | None:
        from explainer.handouts.lengths import unspoken
        from explainer.handouts.making import document_of

        lesson = self._reading.lesson if self._reading.view is not None else None
        if lesson is not None:
            return unspoken(document_of(self._decks.lesson_of(lesson)))
        trace = self._session.trace
        return None if trace is None else document_of(trace)

    def _give_up(self) -> None:
        self._slices.drop()
        self._leave()

    def _leave(self) -> None:
        self._printed = None
        self._notices.leave()

    def _work(self, printed: PrintedDocument, room: Room) -> Asking:
        try:
            yield from away(partial(printed.lay_out, room))
        except CancelledError:
            self._leave()
            return
        except ExplainerError as error:  # a lesson of one's own may have a problem that cannot be derived
            self._leave()
            self._messages.show(phrase("It cannot be printed: {0}", whole_sentence(error.message)))
            return
        self._notices.close()
        self._show(printed)

    def _show(self, printed: PrintedDocument) -> None:
        assert self.printer is not None
        preview = self.preview = PrintPreview(self.printer, self._length, self._front())
        put(preview.setWindowTitle, "Print: {0}", printed.title)
        printer = self.printer
        self.previewed = PreviewPages(preview.pages, printed, lambda: room_of(printer))
        preview.pages.paintRequested.connect(self.paint)
        preview.finished.connect(self._end)
        preview.length_chosen.connect(self._change_length)
        preview.open()

    def _change_length(self, length: str) -> None:
        """Lay the document out in another length, and then show its pages in the place of the former ones."""
        document = self._document()
        if document is None or self.printer is None:
            return
        from explainer.handouts.lengths import LENGTHS

        self._length = length
        self._slices.drop()
        printed = PrintedDocument(LENGTHS[length](document), QApplication.font().family())
        self._slices.add(self._lay_out_instead(printed, room_of(self.printer)))

    def _lay_out_instead(self, printed: PrintedDocument, room: Room) -> Asking:
        try:
            yield from away(partial(printed.lay_out, room))
        except CancelledError:
            return
        except ExplainerError as error:
            self._messages.show(phrase("It cannot be printed: {0}", whole_sentence(error.message)))
            return
        if self.preview is not None and self.previewed is not None:
            self._printed = printed
            self.previewed.show_instead(printed)
            self.preview.pages.updatePreview()
            self.preview.pages.setCurrentPage(1)

    def _end(self) -> None:
        if self.preview is not None:
            self.preview.pages.paintRequested.disconnect(self.paint)
            self.preview.deleteLater()
        self._slices.drop()
        self.preview = self.previewed = self._printed = None  # the pages of a long derivation are large
        self._front().activateWindow()  # where no window manager does that

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages that the printer wants, in its order, on its paper; a preview gets empty ones."""
        assert self._printed is not None
        if printer.paintEngine().type() == QPaintEngine.Type.Picture:
            self._hand_over(self._printed, printer)
        else:
            paint(self._printed, printer, self._complain)

    def _hand_over(self, printed: PrintedDocument, printer: QPrinter) -> None:
        """Give the preview its pages; for another paper one, until it is known how many these are."""
        room = room_of(printer)
        if not printed.count(room) and not self.busy:
            self._slices.add(self._lay_out_anew(printed, room))
        if self.previewed is not None:
            self.previewed.hand_over(printer)

    def _lay_out_anew(self, printed: PrintedDocument, room: Room) -> Asking:
        try:
            yield from away(partial(printed.lay_out, room))
        except CancelledError:
            return
        if self.preview is not None:
            self.preview.pages.updatePreview()

    def _complain(self) -> None:
        self._messages.show("Printing failed: the printer or the file cannot be written to.")


def room_of(printer: QPrinter) -> Room:
    """The printable part of the printer's page."""
    rect = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
    return Room(rect.width(), rect.height())


def paint(printed: PrintedDocument, printer: QPrinter, complain: Callable[[], object] = lambda: None) -> bool:
    """Paint a document; return whether it could be printed, and call `complain` where the printer cannot be begun."""
    room = room_of(printer)
    pages = list(range(len(printed.pages(room))))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage() or None]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    painter = QPainter()
    if not painter.begin(printer):
        complain()
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    factor = printer.logicalDpiX() / POINTS_TO_THE_INCH
    for place, number in enumerate(pages):
        if place:
            printer.newPage()
        painter.save()
        painter.scale(factor, factor)
        printed.paint_page(painter, room, number)
        painter.restore()
    return bool(painter.end())
