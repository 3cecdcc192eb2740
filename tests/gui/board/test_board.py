"""The board and the card in detail: what is drawn where, and in which colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from explainer.dataflow import lit_edges
from explainer.engine import derive
from explainer.expr.node import at
from explainer.gui.board.line import GUTTER_PX, BoardLine
from explainer.gui.board.lines import MOST_EARLIER
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.formulas.pictures import Drawing, drawing_of
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.timeline_rows import SignRole
from explainer.session.lines.card import notation_of
from tests.gui.waiting import change_seen

Wait = Callable[[], None]


def colours_in(drawing: Drawing, marks: dict[tuple[int, ...], QColor]) -> set[str]:
    """The colours that a drawing leaves on a white page; blends at the edges of letters left out."""
    image = QImage(600, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    drawing.paint(painter, QPointF(10, 100), 60, QColor("black"), marks)
    painter.end()
    names = {image.pixelColor(x, y).name() for x in range(0, 600) for y in range(0, 200)}
    return names & {"#000000", "#ff0000", "#0000ff"}


def test_only_the_marked_part_changes_its_colour() -> None:
    trace = derive("x^2 + 3x", "x")
    drawing = drawing_of(notation_of(trace.problem.expression))
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    assert colours_in(drawing, {}) == {"#000000"}
    assert colours_in(drawing, {(0,): red}) == {"#000000", "#ff0000"}
    assert colours_in(drawing, {(0,): red, (1,): blue}) == {"#000000", "#ff0000", "#0000ff"}


def test_parts_lie_where_they_are_drawn() -> None:
    expression = derive("x^2 + 3x", "x").problem.expression
    drawing = drawing_of(notation_of(expression))
    (square,), (multiple,) = drawing.rects((0,)), drawing.rects((1,))
    assert 0 <= square.left() < square.right() < multiple.left() < multiple.right() <= drawing.width + 0.01
    path = drawing.part_at(square.center().x(), square.center().y())
    assert path is not None
    assert at(expression, path[:1]).text() == "x^2"
    assert drawing.part_at(-5, 0) is None


def test_neighbouring_marks_share_one_frame() -> None:
    drawing = drawing_of(notation_of(derive("x y z + 1", "x").problem.expression))
    assert len(drawing.marks([(0, 0), (0, 1)])) == 1
    assert len(drawing.marks([(0, 0), (0, 2)])) == 2
    assert len(drawing.marks([(0,), (1,)])) == 1


def test_all_equals_signs_stand_in_one_column(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.open("ln(sin(x^3)^2)", wrt="x", method="chain")
    settled()
    for position in (1, 4, 9, 3):
        window.session.go_to(position)
        settled()
        lines = [line for line in window.board.scene().items() if isinstance(line, BoardLine) and line.position]
        columns = {round(line.indent + line.drawing.sign_x * line.look.em_px) for line in lines}
        assert len(columns) == 1
        assert all(line.indent >= GUTTER_PX - 1 for line in lines)


def test_a_line_that_cannot_be_broken_becomes_as_small_as_it_must(window: MainWindow, settled: Wait) -> None:
    window.resize(1280, 800)
    window.session.open("L where h = relu(W_1 x + b_1), z = W_2 h + b_2, L = cross_entropy(z, y)", "x", method="chain")
    settled()
    board, smaller = window.board, 0
    for position in range(1, window.session.count + 1):
        window.session.go_to(position)
        settled()
        line = board.line_item(position)
        assert line is not None
        full = board.em_px
        smaller += line.look.em_px < full
        assert line.width <= board.viewport().width() or line.look.em_px < 0.73 * full, line.style.title
        assert board.horizontalScrollBar().value() == board.horizontalScrollBar().minimum() or line.look.em_px < full
    assert smaller, "or nothing wide is shown here"


@pytest.mark.parametrize(
    ("text", "wrt", "shapes"),
    [
        ("-sum(y ⊗ ln(softmax(z)))", "z", {}),
        ("norm(W_2 @ max(0, W_1 @ x + b_1) + b_2 - y)^2", "W_1", {}),
        ("norm(tanh(X_2 @ W + tanh(X_1 @ W) @ U) - Y)^2", "(W, U)",
         {"X_1": "N x d", "X_2": "N x d", "W": "d x k", "U": "k x k", "Y": "N x k"}),
    ],
)  # fmt: skip
def test_no_line_runs_out_of_the_board(
    text: str, wrt: str, shapes: dict[str, str], window: MainWindow, settled: Wait
) -> None:
    """Neither the current line nor one of those before it."""
    window.resize(1280, 800)
    method = "backward" if shapes else "auto"
    assert window.session.open(text, wrt, shapes, method, "denominator" if shapes else "numerator")
    settled()
    while window.session.next():
        settled()
        assert window.board.horizontalScrollBar().maximum() == 0, window.session.position


def test_lines_stand_below_each_other_without_touching(window: MainWindow, settled: Wait) -> None:
    settled()
    for position in (window.session.count, 5, 6, 7, 2, 3):
        window.session.go_to(position)
        settled()
        lines = [line for k in range(position + 1) if (line := window.board.line_item(k)) is not None]
        assert [line.position for line in lines] == list(range(lines[0].position, position + 1))
        assert len(lines) > 2 or position == 2
        tops = [line.y() for line in lines]
        bottoms = [line.y() + line.height for line in lines]
        assert all(bottom < top for bottom, top in zip(bottoms, tops[1:], strict=False))
        assert all(top - bottom < 30 for bottom, top in zip(bottoms, tops[1:], strict=False))


def test_a_program_of_variables_is_drawn_in_short_once_it_is_history(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(4)
    settled()
    whole = window.board.line_item(4)
    assert whole is not None
    height = whole.drawing.ascent + whole.drawing.descent
    window.session.go_to(7)
    settled()
    short = window.board.line_item(4)
    assert short is not None
    assert short.drawing.ascent + short.drawing.descent < height * 0.6
    window.session.go_to(4)
    settled()
    again = window.board.line_item(4)
    assert again is not None
    assert again.drawing.ascent + again.drawing.descent == height


def test_a_long_derivation_is_laid_out_in_slices(qtbot: QtBot, window: MainWindow) -> None:
    window.session.open(" + ".join(f"{k} x^{k}" for k in range(2, 40)), wrt="x", method="operator")
    qtbot.waitUntil(lambda: window.session.complete)
    window.session.last()
    board = window.board
    seen = board.mapToScene(board.viewport().rect()).boundingRect()
    current = board.line_item(window.session.count)
    assert current is not None
    assert seen.contains(current.sceneBoundingRect().center())
    assert board.line_item(0) is None

    def scroll_up() -> None:
        board.verticalScrollBar().setValue(board.verticalScrollBar().minimum())
        assert board.line_item(0) is not None

    qtbot.waitUntil(scroll_up)
    window.session.previous()
    laid_out = [item for item in board.scene().items() if isinstance(item, BoardLine)]
    assert len(laid_out) <= MOST_EARLIER + 1


def test_a_failed_check_is_said_in_words_and_by_a_sign(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(2)
    assert "Both sides agree" in window.rule_card.text()
    check = window.session.check_of(2)
    assert check is not None
    window.session._known.checks[2] = replace(check, ok=False, message="the two sides differ by 1.5")
    window.signals.checked.emit()
    assert "CHECK FAILED: the two sides differ by 1.5" in window.rule_card.text()
    assert window.rule_card._check.property("state") == "failed"


def test_what_the_numbers_say_nothing_of_is_no_failure_and_stands_at_the_top(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(2)
    check = window.session.check_of(2)
    assert check is not None
    window.session._known.checks[2] = replace(
        check, ok=False, undecided=True, points=1, message="only 1 point was found"
    )
    window.signals.checked.emit()
    assert "Not checked: only 1 point was found." in window.rule_card.text()
    assert window.rule_card._check.property("state") == "pending"
    window.session.go_to(0)
    assert "Step 2 could not be checked by numbers." in window.rule_card.text()
    rows = window.transport.timeline.model()
    signs = [rows.index(row, 0).data(SignRole) for row in range(rows.rowCount())]
    assert signs[2] == "?"
    assert "✗" not in signs


def test_a_check_that_is_not_there_yet_is_not_called_good(window: MainWindow) -> None:
    window.session.open("x^2 x", wrt="x", method="operator")
    window.session.next()
    assert "Checking" in window.rule_card.text()


def test_the_card_says_rule_bindings_reason_and_shapes(window: MainWindow) -> None:
    window.session.open("x^2 x", wrt="x", method="operator")
    window.session.next()
    text = window.rule_card.text()
    step = window.session.step
    assert step is not None
    assert step.rule == "product"
    for part in ("Product rule", "Step 1 of", "f = ", "g = ", "this line: scalar"):
        assert part in text


def test_the_card_has_room_for_all_it_says_once_the_board_is_painted(
    qtbot: QtBot, window: MainWindow, settled: Wait
) -> None:
    settled()
    labels: list[FormulaLabel] = []

    def all_have_room() -> bool:
        settled = not window.rule_card._settling.isActive()
        return settled and all(label.height() >= label.heightForWidth(label.width()) - 1 for label in labels)

    for number in (1, 7, 2):
        window.session.go_to(number)
        step = window.session.step
        assert step is not None
        assert step.title in window.rule_card.text()
        labels = [label for label in window.rule_card.findChildren(FormulaLabel) if label.isVisible()]
        assert len(labels) > 2
        qtbot.waitUntil(all_have_room)


def test_choosing_a_substep_shows_its_line(window: MainWindow, settled: Wait) -> None:
    settled()
    substeps = window.findChild(QListWidget, "substeps")
    assert substeps is not None
    number = next(k for k in range(1, window.session.count + 1) if window.session.step_at(k).substeps)
    window.session.go_to(number)
    steps = window.session.step.substeps
    assert substeps.isVisible()
    assert substeps.count() == len(steps)
    substeps.setCurrentRow(0)
    assert steps[0].title in window.rule_card._substep.caption.text()
    assert window.rule_card._substep.text()


def test_arrows_of_the_step_are_lit_in_the_graph(window: MainWindow, settled: Wait) -> None:
    from explainer.dataflow import graph_of

    settled()
    dataflow = window.figures[0]
    window.tabs.setCurrentWidget(dataflow)
    for number in range(1, window.session.count + 1):
        window.session.go_to(number)
        step = window.session.step_at(number)
        assert step is not None
        graph = graph_of(step.after)
        if graph is not None:
            assert dataflow.figure is not None
            assert dataflow.figure.facts["lit"] == lit_edges(graph, step)
    assert any(lit_edges(graph_of(s.after), s) for s in window.session.trace.steps if graph_of(s.after))  # type: ignore


@pytest.mark.parametrize("width", [120, 200, 400])
def test_sentences_wrap_and_stay_inside_the_label(qtbot: QtBot, width: int) -> None:
    expression = derive("sin(x + x^2) + x^7 + ln(x) + 12 x", "x").problem.expression
    label = FormulaLabel()
    qtbot.addWidget(label)
    label.show_sentence(
        ("The function ", notation_of(expression), " has several terms, and the words around them wrap.")
    )
    pieces, height = label._layout(width)
    assert len({piece.baseline for piece in pieces}) > 1
    assert label.heightForWidth(width) >= height - 1
    for piece in pieces:
        if isinstance(piece.content, str):
            advance = label.fontMetrics().horizontalAdvance(piece.content)
        else:
            advance = piece.content.width * piece.scale
        assert piece.x + advance <= width + 1
    assert "several terms" in label.text()


def test_no_full_stop_stands_beside_the_first_of_several_lines(qtbot: QtBot) -> None:
    expression = derive("sin(x + x^2) + x^7 + ln(x) + 12 x + e^x", "x").problem.expression
    label = FormulaLabel()
    qtbot.addWidget(label)
    label.show_sentence(("It is ", notation_of(expression), "."))
    assert "." in [piece.content for piece in label._layout(2000)[0]]
    assert "." not in [piece.content for piece in label._layout(150)[0]]
    assert label.text().endswith("."), "what is read aloud keeps its end"


@pytest.mark.parametrize("theme", ["paper", "blackboard", "high-contrast"])
def test_the_ground_fills_the_board_up_to_its_rounded_frame(window: MainWindow, qtbot: QtBot, theme: str) -> None:
    window.appearance.choose_theme(theme)
    change_seen(window)
    board, colours = window.board, load_theme(theme)
    for holder, edge in ((board, colours.accent), (window.problem_bar.expression, colours.line)):
        holder.setFocus()
        qtbot.waitUntil(holder.hasFocus)
        image = board.grab().toImage()
        width, height = image.width(), image.height()
        for x in (2, width - 3):
            for y in (2, height - 3):
                corner = image.pixelColor(x, y)
                assert close(corner, edge), (x, y, corner.name(), edge.name())
        assert image.pixelColor(12, 12) == colours.background == image.pixelColor(width - 13, height - 13)


def close(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by no more than the edge of a curve makes them."""
    return all(abs(a - b) < 90 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]
