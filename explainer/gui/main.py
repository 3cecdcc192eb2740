"""Starts the program with its window; the command line calls `run`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread

from PySide6.QtWidgets import QApplication, QWidget

from explainer.assets import APPLICATION_ID
from explainer.byte_code import keep_modules
from explainer.gui.failures import Failures
from explainer.gui.garbage import keep_what_is_loaded
from explainer.gui.look.spoken_language import language
from explainer.gui.main_window import MainWindow
from explainer.gui.relay import once
from explainer.gui.slices import Slices
from explainer.kept_pieces import keep_pieces
from explainer.session.kept.left_over import remove_what_is_left_over
from explainer.session.kept.preferences import LANGUAGE, START, value_of
from explainer.session.kept.settings import user_settings
from explainer.session.session import Request

LATER_MS = 3000
"""How long after the window what it opens first when somebody asks for it is loaded."""
LATER = (
    "explainer.session.course.worked", "explainer.session.course.comparing", "explainer.gui.reading.page_parts",
    "explainer.gui.reading.page_asks", "explainer.gui.reading.page_cards", "explainer.gui.reading.page_worked",
    "explainer.gui.reading.page_view", "explainer.gui.reading.trail_bar", "explainer.gui.settings_dialog",
    "explainer.gui.keys_help", "explainer.gui.about_dialog", "explainer.gui.lecture.projection_board",
    "explainer.gui.lecture.projection_window", "explainer.gui.lecture.presenter", "explainer.gui.lecture.deck_dialog",
    "explainer.handouts.model", "explainer.handouts.making", "explainer.handouts.pdf",
    "explainer.gui.files.exporting", "explainer.handouts.paper.flow",
    "explainer.gui.files.printed_pages", "PySide6.QtPrintSupport", "explainer.gui.files.printing",
    "explainer.practice.skills", "explainer.practice.learner.record", "explainer.practice.learner.sitting",
    "explainer.gui.practice.desk", "explainer.gui.practice.practice_window", "explainer.gui.practice.worksheet_dialog",
    "explainer.gui.board.nested", "explainer.gui.board.overview", "explainer.gui.problem.symbol_palette",
)  # fmt: skip
"""Loading a page, the projection, printing or practice with all that they need would hold the first key up for a tenth
of a second. Each name brings what those before it do not."""
STYLE = "Fusion"
"""The one style of Qt that looks alike on all systems and takes on our colours."""


def create_application() -> QApplication:
    """The one application object; the place where a missing display or library shows."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Named here and not by setStyle, which gives back the style and has all the numbers of QStyle made for it: that
    # is a tenth of the time until the window shows.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    application.setApplicationName("explainer")
    application.setApplicationDisplayName("Explainer")
    speak_chosen()
    application.setDesktopFileName(APPLICATION_ID)  # by it the desktop finds the icon of the window
    keep_what_is_loaded()
    return application


def speak_chosen() -> None:
    """Speak the language that was chosen in the settings, else that of the system."""
    language().choose(str(value_of(user_settings(), LANGUAGE)))


def load_beforehand(window: QWidget) -> None:
    """Load what is opened later while nothing is to be done, one module in a slice; keep the byte code of all.

    What an earlier run has left behind is removed then, too.
    """

    def loading() -> Iterator[None]:
        for name in LATER:
            import_module(name)
            yield
        remove_what_is_left_over(user_settings())
        yield
        Thread(target=_load_in_a_thread, name="loading SymPy, keeping byte code").start()

    once(window, LATER_MS, lambda: Slices(window).add(loading())).start()


def _load_in_a_thread() -> None:
    """What takes longer than a slice may: SymPy, which some fractions need, and writing down what was loaded."""
    keep_pieces()  # before SymPy comes, which has as many again that no start needs
    with suppress(ImportError):  # what cannot be imported is reported where it is used
        import_module("sympy")
    keep_modules()


def run(
    text: str | None = None,
    wrt: str | None = None,
    shapes: Mapping[str, str] | None = None,
    method: str = "auto",
    layout: str = "numerator",
    file: str | None = None,
    order: int = 1,
    form: str = "vec",
) -> int:
    """Show the window until it is closed; with a text, that derivation is open in it, or a file. Return the status."""
    application = create_application()
    opening = None if text is None else Request(text, wrt or "", dict(shapes or {}), method, layout, order, form)
    Failures(application, MainWindow.all).listen()
    start_page = opening is None and file is None and value_of(user_settings(), START) == "page"
    window = MainWindow(opening, file=None if file is None else Path(file), start_page=start_page)
    window.show()
    load_beforehand(window)
    return application.exec()
