"""Nothing in the window is hard-wired: in a made-up language, ⟦so⟧, every word that is seen or heard has its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.about_dialog import known_facts
from explainer.gui.main_window import MainWindow
from explainer.phrases import speak
from explainer.session.course.address import Address
from tests.cases import in_groups
from tests.gui.shown_texts import shown_texts

Wait = Callable[[], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[A-Za-z]{3,}")
_PLACE = re.compile(r"/\S+")
ALLOWED = frozenset({
    "sin", "cos", "exp", "sum", "max", "min", "diag", "where", "scalar", "grid", "column", "row", "norm", "dot", "ones",
    "zeros", "Ctrl", "Shift", "Alt", "PgUp", "PgDown", "PgDn", "Home", "End", "Esc", "Right", "Left", "Down", "Space",
    "Return", "Enter", "Backspace", "Explainer", "Python", "SymPy", "NumPy", "matplotlib", "PySide", "LaTeX",
})  # fmt: skip
"""What is the same in every language: the words of the input language and of formulas, the names of keys."""


@pytest.fixture
def marked() -> Iterator[None]:
    """Speak the made-up language."""
    speak(lambda text, number: f"⟦{text}⟧")
    yield
    speak(None)


@pytest.fixture
def window(marked: None, window: MainWindow) -> MainWindow:
    """The main window, opened in the made-up language."""
    return window


@cache
def _facts() -> tuple[str, ...]:
    """The versions and places of this machine, of which the first test that asks speaks for all."""
    return tuple(value for _, value in known_facts())


def bare(text: str) -> list[str]:
    """The words of a text that stand outside all marks and outside the facts of this machine."""
    if _WORD.search(text):
        for value in _facts():
            text = text.replace(value, "")
    while _MARKED.search(text):
        text = _MARKED.sub(" ", text)
    return [word for word in _WORD.findall(_PLACE.sub(" ", text)) if word not in ALLOWED]


def faults(window: QWidget) -> list[str]:
    """Where a word without marks stands in a window."""
    QApplication.processEvents()
    texts = (pair for pair in shown_texts(window) if not pair[0].startswith("Scroll"))  # the buttons of Qt itself
    return sorted({f"{place}: {text!r}" for place, text in texts if bare(text)})


def test_the_window_on_every_line(window: MainWindow, settled: Wait) -> None:
    settled()
    found = set()
    for place in range(window.session.count + 1):
        window.session.go_to(place)
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
            found.update(faults(window))
    assert not found, "\n".join(sorted(found))


@in_groups(
    "address",
    ["start", "rules", "functions", "rule product", "function sin", "lesson scalar-rules", "compare"],
    in_one=["qtbot", "window"],
)
def test_pages(window: MainWindow, settled: Wait, qtbot: QtBot, address: str) -> None:
    settled()
    kind, _, name = address.partition(" ")
    window.reading.open(Address(kind, name))
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.slices.working)
    assert not faults(window), "\n".join(faults(window))


def test_the_other_windows(window: MainWindow, settled: Wait) -> None:
    """The dialogs, and what lies over the window for a while."""
    settled()
    window.settings.show_dialog()
    window.show_keys()
    window.problem_bar.show_symbols()
    window.reading.ask()
    window.ways_out.show_about()
    window.projection.start_here()
    window.projection.screens.toggle_presenter()
    view, presenter = window.projection.view, window.projection.presenter
    others = (window.settings.dialog, window._keys.last, window.ways_out.about, view, presenter)
    assert None not in others
    found = {fault for other in (window, *others) if other is not None for fault in faults(other)}
    assert not found, "\n".join(sorted(found))


@in_groups(
    "text",
    ["sin(", "x +* y", "foo(x)", "w x where w: n, x: m", "", "1/0 $", "sum(i=1..n, q_j)"],
    in_one=["window"],
)
def test_errors(window: MainWindow, settled: Wait, text: str) -> None:
    settled()
    window.problem_bar.take_text(text, "x")
    window.derive()
    assert not faults(window), "\n".join(faults(window))
