"""Printing: pages on which nothing is cut, black on white, on the paper of the printer, from a preview by keys."""

from __future__ import annotations

import gc
import re
import shutil
import subprocess
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import explainer
from explainer.engine import derive
from explainer.gui.files.preview_pages import PreviewPages
from explainer.gui.files.printed_pages import FOOT_PT, PrintedDocument, Room
from explainer.gui.files.printing import MARGINS_MM, Printing, paint, room_of
from explainer.gui.look.chooser import Chooser
from explainer.gui.main_window import MainWindow
from explainer.handouts.lengths import LENGTHS
from explainer.handouts.making import document_of
from explainer.handouts.model import BLOCKS, Document, Heading, Lines, NewPage, Paragraph, Task
from explainer.practice.skills import find_skill
from explainer.practice.skills.worksheet import make_worksheet
from tests.gui.waiting import change_seen

Wait = Callable[[], None]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"


@pytest.fixture
def printed(qapp: QApplication) -> PrintedDocument:
    trace = derive(LONG, "w", {"w": "n", "X": "N x n", "b": "scalar"})
    return PrintedDocument(document_of(trace), qapp.font().family())


def printer_to(file: Path, size: QPageSize.PageSizeId) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageSize(QPageSize(size))
    printer.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)
    return printer


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_the_pages_follow_the_paper_of_the_printer(
    printed: PrintedDocument, size: QPageSize.PageSizeId, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"
    printer = printer_to(file, size)
    assert paint(printed, printer)
    data = file.read_bytes()
    pages = printed.pages(room_of(printer))
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == len(pages) > 1
    (box,) = set(re.findall(rb"/MediaBox \[0(?:\.0*)? 0(?:\.0*)? ([\d.]+) ([\d.]+)", data))
    points = QPageSize(size).sizePoints()
    assert abs(float(box[0]) - points.width()) < 1
    assert abs(float(box[1]) - points.height()) < 1
    assert data.count(b"/Subtype /Image") == 0, "formulas are outlines and words are letters"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_words_can_be_read_out_of_the_file(printed: PrintedDocument, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    printer = printer_to(file, QPageSize.PageSizeId.A4)
    assert paint(printed, printer)
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, encoding="utf-8").stdout
    for words in ("Vector chain rule", "Both sides agree at 16 random points", "Result"):
        assert words in text
    count = len(printed.pages(room_of(printer)))
    for page in range(1, count + 1):
        assert f"{page}/{count}" in text.replace(" ", "")


def test_no_line_is_cut_and_no_two_lie_over_each_other(printed: PrintedDocument) -> None:
    for room in (Room(480, 700), Room(520, 640), Room(300, 300), Room(700, 220)):
        for page in printed.pages(room):
            assert page.lines
            below = 0.0
            for _, baseline, line in page.lines:
                assert baseline - line.height >= below - 0.01
                below = baseline + line.depth
            assert below <= room.height - FOOT_PT + 0.01


def test_a_title_stays_with_its_line(printed: PrintedDocument) -> None:
    for height in range(260, 700, 40):  # what belongs together is higher than a page of 220
        for page in printed.pages(Room(480, height)):
            assert not page.lines[-1][2].keep or len(page.lines) == 1


def image_of(printed: PrintedDocument, room: Room, number: int) -> QImage:
    image = QImage(round(room.width), round(room.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    printed.paint_page(painter, room, number)
    painter.end()
    return image


def ink(image: QImage, rows: slice = slice(None)) -> NDArray[np.uint8]:
    """The colours of all that is not light, as blue, green, red and nothing."""
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[rows]
    return pixels[pixels[..., :3].min(axis=-1) < 200]


def test_it_is_black_on_white_in_every_theme_with_a_number_at_the_foot(
    printed: PrintedDocument, window: MainWindow
) -> None:
    room, images = Room(480, 700), []
    for theme in ("paper", "blackboard", "high-contrast"):
        window.appearance.choose_theme(theme)
        change_seen(window)
        images.append([image_of(printed, room, number) for number in range(len(printed.pages(room)))])
    assert images[0] == images[1] == images[2]
    for image in images[0]:
        marks = ink(image)[:, :3].astype(int)
        assert len(marks) > 2000
        assert np.ptp(marks, axis=1).max() < 4, "no colours"
        assert len(ink(image, slice(round(room.height - FOOT_PT), None)))
        assert image.pixelColor(0, 0) == QColor("white")


@pytest.mark.usefixtures("qapp")
def test_every_kind_of_block_has_a_place_on_paper() -> None:
    seen: set[type] = set()
    wanted = set(BLOCKS)
    lessons = sorted(explainer.all_lessons(), key=lambda lesson: len(lesson.problems))
    for lesson in lessons:
        document = document_of(lesson)
        blocks = []
        for block in document.blocks:
            if type(block) not in seen:
                seen.add(type(block))
                blocks.append(block)
        if blocks:
            part = Document(lesson.title, "", blocks.__iter__)
            assert PrintedDocument(part, "").pages(Room(480, 700))[0].lines
        if seen >= wanted - {Task, NewPage, Lines}:
            break
    skill = find_skill("product")
    assert skill is not None
    sheet = document_of(make_worksheet((skill,), 2))
    pages = PrintedDocument(sheet, "").pages(Room(480, 700))
    assert len(pages) >= 3, "the answers and the key begin on pages of their own"
    brief = LENGTHS["blanks"](document_of(next(lesson for lesson in lessons if lesson.problems)))
    assert len(PrintedDocument(brief, "").pages(Room(480, 700))) >= 2
    others = {type(block) for document in (sheet, brief) for block in document.blocks}
    assert seen | others == wanted


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", [(), ("",), (" ",), ("x" * 2000,), ("word " * 3000,)])
def test_odd_words_are_laid_out(words: tuple[str, ...]) -> None:
    document = Document("", "", lambda: iter([Paragraph(words)]))
    room = Room(200, 300)
    lines = [line for page in PrintedDocument(document, "").pages(room) for _, _, line in page.lines]
    assert bool(lines) == bool("".join(words).strip())
    assert all(line.right <= room.width + 1 for line in lines)
    assert len("".join(words).strip()) / 60 <= len(lines) + 1


def test_a_range_of_pages_and_the_last_page_first(printed: PrintedDocument, tmp_path: Path) -> None:
    room = Room(480, 700)
    count = len(printed.pages(room))
    printer = printer_to(tmp_path / "part.pdf", QPageSize.PageSizeId.A4)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(count, count)
    assert paint(printed, printer)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "part.pdf").read_bytes())) == 1
    order: list[int] = []
    printer = printer_to(tmp_path / "all.pdf", QPageSize.PageSizeId.A4)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    real = printed.paint_page
    printed.paint_page = lambda painter, room, number: (order.append(number), real(painter, room, number))[1]  # type: ignore[method-assign]
    assert paint(printed, printer)
    assert order == sorted(order, reverse=True)


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter", "This plugin does not support")
def test_a_file_that_cannot_be_written_is_said(printed: PrintedDocument, tmp_path: Path) -> None:
    said: list[bool] = []
    assert not paint(
        printed, printer_to(tmp_path / "none" / "x.pdf", QPageSize.PageSizeId.A4), lambda: said.append(True)
    )
    assert said == [True]


def test_the_preview_opens_by_keys_and_its_buttons_are_reached_by_tab(
    window: MainWindow, qtbot: QtBot, settled: Wait
) -> None:
    settled()
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    printing = window.ways_out.printing
    qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.isVisible())
    preview = printing.preview
    assert preview is not None
    assert window.notices.bar is None
    buttons = preview.findChildren(QPushButton)
    assert len(buttons) > 8
    assert all(button.text() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: printing.preview is None)
    qtbot.waitUntil(window.isActiveWindow)


def test_the_page_of_a_lesson_is_printed_as_a_lesson(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    from explainer.session.course.shelf import lesson_address

    settled()
    lesson = min((each for each in explainer.all_lessons() if each.problems), key=lambda each: len(each.problems))
    window.reading.open(lesson_address(lesson))
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    printing = window.ways_out.printing
    qtbot.waitUntil(lambda: printing.preview is not None)
    assert printing.preview is not None
    assert lesson.title in printing.preview.windowTitle()
    lengths = printing.preview.findChild(Chooser, "print_length")
    assert lengths is not None
    assert lengths.currentData() == "short", "as it is handed out"
    short, shown = printing.preview.pages.pageCount(), printing.preview
    lengths.setCurrentIndex(lengths.findData("full"))
    lengths.activated.emit(lengths.currentIndex())
    qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.pages.pageCount() > short, timeout=60_000)
    assert printing.preview is shown, "another length stands in the same window"
    assert shown.isVisible()
    printing.close()


def test_the_bar_of_the_preview_turns_pages_and_paper(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    shown, printing = preview_of(window, qtbot, PAGES)
    preview = printing.preview
    assert preview is not None

    def press(name: str) -> None:
        button = preview.findChild(QPushButton, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    press("next_page")
    assert shown.currentPage() == 2
    assert any(label.text() == f"Page 2 of {shown.pageCount()}" for label in preview.findChildren(QLabel))
    press("previous_page")
    assert shown.currentPage() == 1
    upright, zoom = shown.pageCount(), shown.zoomFactor()
    press("larger")
    assert shown.zoomFactor() > zoom
    press("orientation")
    qtbot.waitUntil(lambda: shown.pageCount() > upright, timeout=60_000)
    press("all_pages")
    assert shown.viewMode() == QPrintPreviewWidget.ViewMode.AllPagesView
    printing.close()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that were painted."""
    numbers: list[int] = []
    real = PrintedDocument.paint_page

    def paint_page(document: PrintedDocument, painter: QPainter, room: Room, number: int) -> None:
        numbers.append(number)
        real(document, painter, room, number)

    monkeypatch.setattr(PrintedDocument, "paint_page", paint_page)
    return numbers


def preview_of(window: MainWindow, qtbot: QtBot, text: str) -> tuple[QPrintPreviewWidget, Printing]:
    """The preview of a derivation, once the pages in sight are painted."""
    assert window.session.open(text, "x", method="operator")
    window.ways_out.print()
    printing = window.ways_out.printing
    qtbot.waitUntil(lambda: printing.previewed is not None, timeout=30_000)
    assert printing.preview is not None
    shown = printing.preview.findChild(QPrintPreviewWidget)
    assert shown is not None
    all_painted(qtbot, printing)
    return shown, printing


def all_painted(qtbot: QtBot, printing: Printing) -> None:
    quiet = [0]

    def is_quiet() -> bool:
        working = printing.busy or printing.previewed is None or printing.previewed.working
        quiet[0] = 0 if working else quiet[0] + 1
        return quiet[0] > 5

    qtbot.waitUntil(is_quiet, timeout=30_000)


PAGES = " + ".join(f"sin(x^{power} + cos({power} x))" for power in range(2, 9))


def test_the_preview_paints_the_pages_in_sight_and_no_others(
    window: MainWindow, qtbot: QtBot, settled: Wait, painted: list[int]
) -> None:
    settled()
    shown, printing = preview_of(window, qtbot, PAGES)
    count = shown.pageCount()
    assert count > 4
    assert set(painted) < set(range(count))
    assert len(painted) == len(set(painted)) <= 3, "each page in sight is painted once"
    assert 0 in painted
    shown.setCurrentPage(count)
    qtbot.waitUntil(lambda: count - 1 in painted, timeout=30_000)
    assert len(set(painted)) < count
    printing.close()


@pytest.mark.usefixtures("old_is_kept")
def test_the_preview_shows_what_is_printed(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    shown, printing = preview_of(window, qtbot, "x^2 sin(x)")
    view = shown.findChild(QGraphicsView)
    assert view is not None
    dark = (ink(view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))[:, :3].max(axis=-1) < 100).sum()
    assert dark > 300, "the letters of the page"
    page = image_of(printing._printed, room_of(printing.printer), 0)
    share = dark / (ink(page)[:, :3].max(axis=-1) < 100).sum() / (view.transform().m11() * 1200 / 72) ** 2
    assert 0.4 < share < 2.5, "as much ink as on the page, at the scale of the preview"
    printed = weakref.ref(printing._printed)
    printing.close()
    del page
    qtbot.waitUntil(lambda: bool(gc.collect() + 1) and printed() is None)


def test_the_preview_follows_another_paper(window: MainWindow, qtbot: QtBot, settled: Wait, painted: list[int]) -> None:
    settled()
    shown, printing = preview_of(window, qtbot, PAGES)
    upright = shown.pageCount()
    painted.clear()
    shown.setLandscapeOrientation()
    qtbot.waitUntil(lambda: shown.pageCount() > upright, timeout=30_000)
    all_painted(qtbot, printing)
    assert 0 in painted
    assert len(set(painted)) < shown.pageCount()
    shown.setAllPagesViewMode()
    qtbot.waitUntil(lambda: set(painted) == set(range(shown.pageCount())), timeout=30_000)
    printing.close()


def test_the_pages_are_made_beside_the_window(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.gui.files import printed_pages

    threads: list[threading.Thread] = []
    real = printed_pages.flowed

    def flowed(*args: Any) -> Iterator[None]:
        threads.append(threading.current_thread())
        return real(*args)

    monkeypatch.setattr(printed_pages, "flowed", flowed)
    settled()
    shown, printing = preview_of(window, qtbot, "x^2 sin(x)")
    shown.setLandscapeOrientation()
    qtbot.waitUntil(lambda: len(threads) == 2)
    all_painted(qtbot, printing)
    assert threading.main_thread() not in threads, "one wide line takes longer than a window may be still"
    printing.close()


def test_the_making_of_the_pages_can_be_cancelled(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    window.session.open(" + ".join(f"sin(x^{k} + cos({k} x))" for k in range(2, 60)), "x", method="operator")
    window.ways_out.print()
    assert window.notices.bar is not None
    printing = window.ways_out.printing
    assert printing.busy
    printing._give_up()
    qtbot.waitUntil(lambda: not printing.busy)
    assert printing.preview is None


def test_whatever_stands_on_a_line_is_drawn_by_both_writers() -> None:
    from explainer.gui.files.printed_pages import _paint
    from explainer.handouts.paper.lines import Item, Letters
    from explainer.handouts.pdf import draw

    for item in get_args(Item):
        assert draw.dispatch(item) is not draw.dispatch(object), item
        assert item is Letters or _paint.dispatch(item) is not _paint.dispatch(object), item


@pytest.mark.usefixtures("qapp")
def test_the_contents_of_a_lesson_name_the_pages_on_which_its_parts_begin() -> None:
    headings = [Heading(2, f"Part {number}", f"part-{number}") for number in range(1, 5)]
    blocks = [block for heading in headings for block in (heading, Paragraph(("word " * 400,)))]
    printed = PrintedDocument(Document("All parts", "", blocks.__iter__, contents=tuple(headings)), "")
    room = Room(300, 400)
    pages = printed.pages(room)
    assert [link.anchor for _, link in pages[0].links] == [heading.anchor for heading in headings]
    told = printed._pages[room].anchors
    for heading in headings:
        (found,) = (
            place for place, page in enumerate(pages) for _, _, line in page.lines if line.anchor == heading.anchor
        )
        assert told[heading.anchor] == found
    assert sorted(told.values()) == list(told.values()) != [0] * 4


def test_a_preview_is_black_on_white_in_a_dark_window(qtbot: QtBot, printed: PrintedDocument) -> None:
    preview = QPrintPreviewWidget()
    qtbot.addWidget(preview)
    printer = QPrinter()
    pages = PreviewPages(preview, printed, lambda: room_of(printer))
    picture = pages._picture(room_of(printer), 0)
    drawn = []
    for pen in ("white", "black"):
        image = QImage(1200, 500, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setPen(QColor(pen))  # the preview plays pages with the pen of its palette
        picture.play(painter)
        painter.end()
        drawn.append(bytes(image.constBits()))
    assert drawn[0] == drawn[1], "what is written first has the colour of the window"


def test_printing_to_a_file_proposes_a_name(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    _, printing = preview_of(window, qtbot, "x^2 sin(x)")
    assert printing.preview is not None
    printing.preview.print_button.click()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
    field = dialog.findChild(QLineEdit, "filename")
    if field is not None:  # systems with a dialog of their own have none
        name = Path(field.text()).name
        assert name.endswith(".pdf")
        assert "sin" in name
    dialog.close()
    printing.close()


def test_ones_own_slides_are_printed_without_their_notes(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    from explainer.handouts.model import Heading, Paragraph, plain
    from explainer.session.course.deck_plan import DeckPlan, Entry
    from explainer.session.course.shelf import lesson_address

    settled()
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "chain-one-path")
    window.reading.open(lesson_address(lesson))
    entries = (Entry(heading="Mine", text="A word."), Entry(lesson.problems[1].id, notes="Say it aloud."))
    window.projection.decks.keep(DeckPlan(lesson.id, entries))
    blocks = list(window.ways_out.printing._document().blocks)
    assert "A word." in [plain(block.words) for block in blocks if isinstance(block, Paragraph)]
    assert not any("aloud" in plain(block.words) for block in blocks if isinstance(block, Paragraph))
    assert not any(lesson.problems[0].title in block.text for block in blocks if isinstance(block, Heading))
