"""Everything that a window opens: its dialogs, windows, pages and layers, each with the way to open it.

The random runs open these, a test opens each of them again and again, and another one looks through the window's
modules for what is missing here. Opening may take a while, as what is made in threads comes later; `is_open` tells.
`python -m tests.gui.places` opens each thirty times and tells how many widgets and how much memory that has left.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QLayoutItem, QMenu, QWidget
from shiboken6 import createdByPython, isValid

import explainer.gui
from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.figure_tab import FigureTab
from explainer.lessons import Drill, Lesson, all_lessons
from explainer.rules import all_rules
from explainer.session.course.address import Address
from explainer.session.course.shelf import PAGES, lesson_address


class Place(NamedTuple):
    """Something that can be opened; `kind` is the class of the widget that is seen then."""

    kind: str
    open: Callable[[MainWindow], object]


def page(kind: str, name: str = "") -> Place:
    """A page that is read."""
    return Place("PageBody", lambda window: window.reading.open(Address(kind, name)))


def _lesson(drilled: bool = False) -> Lesson:
    return next(lesson for lesson in all_lessons() if not drilled or lesson.drills)


def _drill(window: MainWindow) -> None:
    lesson = _lesson(drilled=True)
    drill: Drill = lesson.drills[0]
    window.practising.practise_drill(drill, lesson.task_of(drill))


def _practice(window: MainWindow, seen: str) -> None:
    window.practising.show_today()
    practice = window.practising.window
    assert practice is not None
    if seen == "finding":
        practice.find_lines(1)


def _shape(window: MainWindow) -> None:
    shape = window.session.look_at("x^2").shapes["x"]
    window.problem_bar.shapes.ask_size("x", shape)


def _large_figure(window: MainWindow) -> None:
    plot = window.findChild(FigureTab, "plot")
    assert isinstance(plot, FigureTab)
    window.reading.show_board()
    window.tabs.setCurrentWidget(plot)
    for view in plot.findChildren(FigureView):
        view.enlarge()  # where a figure is drawn; it comes later, and the next opening shows it


def _deck(window: MainWindow) -> None:
    window.reading.open(lesson_address(_lesson()))
    window.projection.decks.show_dialog()


def _slides(window: MainWindow) -> None:
    window.reading.open(lesson_address(_lesson()))
    window.projection.start()


def _project(window: MainWindow, then: str = "") -> None:
    window.reading.show_board()
    window.projection.start_here()
    presenter = window.projection.presenter
    is_shown = presenter is not None and presenter.isVisible()  # whoever has asked for it has it again
    if is_shown != (then == "presenter"):
        window.projection.screens.toggle_presenter()
    if then == "question":
        window.session.first()
        window.projection.ask_class()
    elif then == "keys":
        window.show_keys()
    elif then == "black":
        window.projection.effects.toggle_black()
    elif then == "frozen":
        window.projection.effects.toggle_freeze()
    elif then == "overview":
        window.projection.overview.toggle()
    elif then == "rule":
        window.session.go_to(min(1, window.session.count))
        window.projection.aside.toggle_rule()
    elif then == "figure":
        window.projection.aside.next_figure()
    elif then == "term":
        window.session.go_to(min(3, window.session.count))
        window.projection.speaker.move_term("right")
        window.projection.speaker.open_term()


def _title(window: MainWindow) -> None:
    window.reading.show_board()
    window.projection.start()


def _nested(window: MainWindow) -> None:
    window.reading.show_board()
    window.session.go_to(min(3, window.session.count))
    window.board.move_term("right")
    window.board.open_term()


def _overview(window: MainWindow) -> None:
    window.reading.show_board()
    window.board.layers.show_overview()


def _term_menu(window: MainWindow) -> None:
    window.reading.show_board()
    if window.session.trace is not None:
        window.board.layers.show_menu(window.board.mapToGlobal(QPoint(9, 9)), window.board.terms)


PLACES: dict[str, Place] = {
    "settings": Place("SettingsDialog", lambda window: window.settings.show_dialog()),
    "about": Place("AboutDialog", lambda window: window.ways_out.show_about()),
    "keys": Place("KeysHelp", lambda window: window.show_keys()),
    "export": Place("ExportDialog", lambda window: window.ways_out.export()),
    "print preview": Place("PrintPreview", lambda window: window.ways_out.print()),
    "size of a name": Place("ShapeDialog", _shape),
    "large figure": Place("LargeFigure", _large_figure),
    "slides of a lesson": Place("DeckDialog", _deck),
    "worksheet": Place("WorksheetDialog", lambda window: window.practising.show_sheet()),
    "today's problems": Place("TodayPage", lambda window: _practice(window, "today")),
    "false lines": Place("FindPage", lambda window: _practice(window, "finding")),
    "practice of what is open": Place("Desk", lambda window: window.practising.practise()),
    "drill of a lesson": Place("Desk", _drill),
    "finder": Place("Finder", lambda window: window.reading.ask()),
    "earlier problems": Place("HistoryFinder", lambda window: window.problem_bar.search_history()),
    "signs": Place("SymbolPalette", lambda window: window.problem_bar.show_symbols()),
    "all lines": Place("Overview", _overview),
    "derivation of a term": Place("NestedBoard", _nested),
    "menu of a term": Place("QMenu", _term_menu),
    "recent files": Place("QMenu", lambda window: window.recent.show()),
    "projection": Place("ProjectionWindow", _project),
    "title in projection": Place("TitleCard", _title),
    "slides in projection": Place("SlideCard", _slides),
    "presenter": Place("PresenterWindow", lambda window: _project(window, "presenter")),
    "question to the class": Place("QuestionPanel", lambda window: _project(window, "question")),
    "keys in projection": Place("KeysCard", lambda window: _project(window, "keys")),
    "black in projection": Place("Cover", lambda window: _project(window, "black")),
    "frozen projection": Place("Cover", lambda window: _project(window, "frozen")),
    "all lines in projection": Place("Overview", lambda window: _project(window, "overview")),
    "rule in projection": Place("SlideCard", lambda window: _project(window, "rule")),
    "figure in projection": Place("SlideCard", lambda window: _project(window, "figure")),
    "derivation of a term in projection": Place("NestedBoard", lambda window: _project(window, "term")),
    "page of a lesson": Place("PageBody", lambda window: window.reading.open(lesson_address(_lesson()))),
    "page of a rule": page("rule", all_rules()[0].id),
    "page of all rules": page("rules"),
    "page of a function": page("function", "tanh"),
    "page of all functions": page("functions"),
    "page of what was left out": page("faults"),
    "start page": Place("Grid", lambda window: window.reading.show_start()),
    "comparison": Place("ComparisonPart", lambda window: window.reading.compare()),
}
"""Everything that opens, by what a person would call it."""


def is_open(place: Place) -> bool:
    """Whether it is seen, in one window or another."""
    return any(type(one).__name__ == place.kind and one.isVisible() for one in QApplication.allWidgets())


def leave_all(window: MainWindow) -> None:
    """Close whatever of it is open."""
    for popup in QApplication.topLevelWidgets():
        if isinstance(popup, (QMenu, QDialog)):
            popup.close()
    for finder in (window.reading._finder, window.problem_bar.history._finder):
        if finder is not None and not finder.isHidden():
            finder.leave()
    palette = window.problem_bar._symbols._palette
    if palette is not None and not palette.isHidden():
        palette.leave()
    window.projection.leave()
    while window.board.layers.go_out():
        pass
    window.reading.show_board()


def pages_missing() -> set[str]:
    """The kinds of pages that none of the places opens."""
    opened: list[Address] = []

    class Reading:
        def open(self, address: Address) -> None:
            opened.append(address)

        def show_start(self) -> None:
            opened.append(Address("start"))

        def compare(self) -> None:
            opened.append(Address("compare"))

    class Window:
        reading = Reading()

    for place in PLACES.values():
        if place.kind in ("PageBody", "Grid", "ComparisonPart"):
            place.open(Window())  # type: ignore[arg-type]
    return {*PAGES, "compare"} - {address.kind for address in opened}


def kinds_of_windows() -> Iterator[type[QWidget]]:
    """The classes of the program that are windows or dialogs of their own, other than the main window."""
    for module in walk_packages(explainer.gui.__path__, "explainer.gui."):
        for one in vars(import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == module.name:
                name = one.__name__
                if issubclass(one, QDialog) or (name.endswith("Window") and one is not MainWindow):
                    yield one


# --- again and again --------------------------------------------------------------------------------------------------

LONGEST_S = 60.0
FIRST = 3
"""What is made at the first opening and kept is there after so many."""


def left_behind(window: MainWindow, name: str, openings: int) -> int:
    """Open something again and again; return how many widgets more there are at the end than after the first times."""
    counts = []
    for number in range(openings):
        PLACES[name].open(window)
        _wait(lambda: is_open(PLACES[name]), f"{name} does not open")
        leave_all(window)
        _wait(lambda: not is_open(PLACES[name]), f"{name} does not close")
        if number in (FIRST - 1, openings - 1):
            _wait(lambda: _page_built(window), "the page behind the board is never built")
            counts.append(_settled(counts))
    return counts[-1] - counts[0]


def _wait(ready: Callable[[], bool], fault: str) -> None:
    end = time.monotonic() + LONGEST_S
    while not ready():
        assert time.monotonic() < end, fault
        QApplication.processEvents()
        time.sleep(0.001)
    QApplication.processEvents()


def _page_built(window: MainWindow) -> bool:
    """Whether the page that was read last, and is kept to go back to, is as long as it will be."""
    view = window.reading._view
    return view is None or view.body is None or not view.body.working


def _settled(before: list[int]) -> int:
    """How many widgets there are once as few are left as will ever be, or no more than before."""
    counts: list[int] = []
    while (len(counts) < 10 or counts[-1] < counts[-10]) and not (before and counts and counts[-1] <= before[0]):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.008)
        counts.append(len(QApplication.allWidgets()))
    gc.collect()
    return counts[-1]


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openings", type=int, default=30)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(tempfile.mkdtemp(prefix="explainer-places-"))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())
    from explainer.gui import garbage
    from explainer.gui.look import one_dialog
    from explainer.gui.main import create_application
    from tests.gui.monkey import megabytes

    create_application()
    one_dialog.FORGET_MS = 1
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    _wait(lambda: window.session.trace is not None, "the worked example does not open")
    _wait(lambda: window.session.complete and not window.signals.working, "the worked example does not open")
    worst = 0
    for name in [options.only] if options.only else PLACES:
        left_behind(window, name, FIRST)
        garbage.give_memory_back()
        before = megabytes()
        widgets = left_behind(window, name, options.openings)
        garbage.give_memory_back()
        worst = max(worst, widgets)
        print(f"{name:26} {widgets:4} widgets {megabytes() - before:6.1f} MB", flush=True)
    window.close()
    return bool(worst)


if __name__ == "__main__":
    sys.exit(main())


def places_known() -> list[QLayoutItem]:
    """Places in layouts that Qt made and Python knows of; `explainer.gui.look.flow` says why there are to be none."""
    return [
        one
        for one in gc.get_objects()
        # By type: objects of other libraries may warn, or do things, where they are asked for their class.
        if issubclass(type(one), QLayoutItem) and not issubclass(type(one), QLayout)
        if isValid(one) and not createdByPython(one)
    ]
