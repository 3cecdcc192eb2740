"""Both sets of signs for the two products: in formulas, in the field and in what is typed; files keep the paper's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explainer.engine import derive
from explainer.figures import figure
from explainer.gui.main_window import MainWindow
from explainer.gui.problem.history_finder import HistoryFinder
from explainer.gui.problem.symbol_palette import SymbolPalette
from explainer.language import parse_expression
from explainer.notation import write
from explainer.session.kept.document import Document, document_text
from explainer.session.kept.preferences import SIGNS
from explainer.session.kept.settings import user_settings
from explainer.session.lines.card import forget_notations, notation_of
from explainer.signs import choose_signs, shown_text, source_text

SHAPES = {"A": "n x n", "B": "n x n", "X": "n x n"}


@pytest.fixture(autouse=True)
def paper_again() -> Iterator[None]:
    yield
    choose_signs("paper")
    forget_notations()


@pytest.mark.parametrize("text", ["A ⊗ B", "A ⊠ B", "kron(A, B) + A ⊗ B ⊠ A", "x' ⊗ y"])
def test_what_is_shown_is_read_back_as_what_it_was(text: str) -> None:
    for name in ("paper", "usual"):
        choose_signs(name)
        assert source_text(shown_text(text)) == text
        assert len(shown_text(text)) == len(text)


def test_formulas_are_written_with_the_signs_in_use() -> None:
    node = parse_expression("kron(A ⊗ B, X)", SHAPES).expression
    text = node.text()
    faces = {name: [] for name in ("paper", "usual")}
    for name in ("paper", "usual", "paper"):
        choose_signs(name)
        forget_notations()
        faces[name].append([write(node, face) for face in ("unicode", "latex", "mathml", "speech")])
        assert node.text() == text
    assert faces["paper"][0] == faces["paper"][1]
    (paper, _), (usual,) = faces["paper"], faces["usual"]
    assert "⊗" in paper[0]
    assert "⊠" in paper[0]
    assert "⊙" in usual[0]
    assert "⊗" in usual[0]
    assert "⊠" not in usual[0]
    assert r"\odot" in usual[1]
    assert r"\boxtimes" not in usual[1]
    assert paper[3] == usual[3], "read aloud both are the same"


def test_figures_have_the_signs_in_use() -> None:
    trace = derive("A @ X @ B", "X", {"A": "p x m", "X": "m x n", "B": "n x q"})
    for name, sign in (("paper", "⊠"), ("usual", "⊗")):
        choose_signs(name)
        said = [label.text for label in figure(trace, "shapes", step="read-off").sheet().labels]
        assert sign in said


def test_the_setting_rewrites_the_window_and_is_obeyed_by_what_is_typed(
    qtbot: QtBot, window: MainWindow, settled: Callable[[], None]
) -> None:
    assert window.session.open("sum(A ⊗ X)", "X", SHAPES)
    settled()
    trace = window.session.trace
    assert trace is not None
    user_settings().put(SIGNS, "usual")
    settled()
    field = window.problem_bar.expression
    assert field.text() == "sum(A ⊙ X)"
    assert "⊙" in write(trace.problem.expression, "unicode")
    assert notation_of(trace.problem.expression) is not None
    assert window.session.text == "sum(A ⊗ X)"
    assert "sum(A ⊗ X)" in document_text(Document.of(window.session))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "tr(A ")
    field.insert("⊗")  # as from a keyboard that has the sign: it is the Kronecker product now
    qtbot.keyClicks(field, " X)")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.text == "tr(A ⊠ X)")
    settled()
    assert window.session.trace is not None
    assert "tr(A)" in window.session.trace.result.text()
    user_settings().put(SIGNS, "paper")
    settled()
    assert field.text() == "tr(A ⊠ X)"


def test_the_palette_writes_the_signs_in_use_and_earlier_problems_are_shown_and_found_with_them(
    qtbot: QtBot, window: MainWindow, settled: Callable[[], None]
) -> None:
    field = window.problem_bar.expression
    for text in ("tr(A ⊠ X)", "sum(A ⊗ X)"):
        assert window.session.open(text, "X", SHAPES)
        settled()
        window.problem_bar.history.keep(window.problem_bar.asked())
    user_settings().put(SIGNS, "usual")
    settled()
    for meaning, source in (("product entry by entry", "A ⊗ X"), ("Kronecker product", "A ⊠ X")):
        field.setText("A X")
        field.setFocus()
        field.setSelection(1, 1)
        qtbot.keyClick(field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        shown = window.findChild(SymbolPalette)
        assert isinstance(shown, SymbolPalette)
        button = next(button for button in shown.buttons() if button.toolTip().startswith(meaning))
        assert button.text() == shown_text(source)[2]
        button.click()
        assert " ".join(field.source.split()) == source
    history = window.problem_bar.history
    field.setText(shown_text("sum(A ⊗ X)"))
    assert [request.text for request in history.history.search(source_text("⊗"))] == ["tr(A ⊠ X)"]
    history.search()
    finder = window.findChild(HistoryFinder)
    assert isinstance(finder, HistoryFinder)
    finder.field.setText("⊗")
    qtbot.waitUntil(lambda: finder.list.count() == 1)
    assert finder.list.item(0).text().startswith("tr(A ⊗ X)")
    finder.leave()
