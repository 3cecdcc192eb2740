"""The tabs with figures: made when somebody looks, in step with the board, laid out for every width and theme."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

import explainer
from explainer.figures import Figure, figure
from explainer.gui.formulas import figure_view
from explainer.gui.formulas.figure_view import FigureView, LargeFigure
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.figure_tab import FigureTab
from explainer.typeset import theme_names

LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) where X: N x n, w: n"

Wait = Callable[[], None]


def tab(window: MainWindow, name: str) -> FigureTab:
    found = window.findChild(FigureTab, name)
    assert isinstance(found, FigureTab)
    window.tabs.setCurrentWidget(found)
    return drawn(found)


def drawn(shown: FigureTab) -> FigureTab:
    """The tab, when what it is to show is there."""
    while shown.busy:
        QApplication.processEvents()
    return shown


def test_nothing_is_made_before_somebody_looks(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(3)
    assert [each.figure for each in window.findChildren(FigureTab)] == [None, None, None]
    assert not window.findChildren(FigureView)


def test_the_shapes_follow_the_board(window: MainWindow, settled: Wait) -> None:
    window.session.open("w · x", wrt="w", method="chain")
    settled()
    shapes = tab(window, "figure_shapes")
    assert shapes.figure is not None
    assert shapes.figure.facts["factors"] == ()
    found = set()
    for number in range(1, window.session.count + 1):
        window.session.go_to(number)
        assert drawn(shapes).figure is not None
        found.add(tuple(str(shape) for shape in shapes.figure.facts["factors"]))
    assert ("1 x n", "n x n") in found


@pytest.mark.parametrize(
    ("text", "wrt", "kind"),
    [("sin(x^2)", "x", "curve"), ("w ⊗ x", "w", "zeros"), ("3x^2 y", "(x, y)", "contours"), (LOSS, "w", "descent")],
)
def test_the_plot_is_the_one_that_suits(window: MainWindow, settled: Wait, text: str, wrt: str, kind: str) -> None:
    window.session.open(text, wrt=wrt)
    settled()
    plot = tab(window, "plot")
    assert plot.figure is not None
    assert plot.figure.kind == kind
    assert plot.accessibleDescription() == plot.figure.description


def test_a_problem_without_a_plot_gets_a_sentence(window: MainWindow, settled: Wait) -> None:
    window.session.open("f(x) where f: m, x: n", wrt="x")
    settled()
    plot = tab(window, "plot")
    assert plot.figure is None
    assert "nothing is known but its name" in plot.accessibleDescription()


def test_the_plot_comes_when_the_derivation_is_finished(qtbot: QtBot, window: MainWindow) -> None:
    plot = tab(window, "plot")
    window.session.open(" + ".join(f"sin({k} x)" for k in range(1, 12)), wrt="x", method="operator")
    qtbot.waitUntil(lambda: plot.figure is not None and "sin(11x)" in plot.figure.title)


def shown(qtbot: QtBot, width: int, theme: str = "paper", text: str = "sin(x^2)", name: str = "curve") -> FigureView:
    view = FigureView(figure(explainer.derive(text, "x"), name))
    qtbot.addWidget(view)
    view.set_theme(load_theme(theme))
    view.resize(width, view.heightForWidth(width))
    view.show()
    QApplication.processEvents()
    return view


def edge_colours(image: QImage, inset: int = 4) -> set[int]:
    width, height = image.width(), image.height()
    inner = range(12, height - 12)
    return {image.pixel(x, y) for x in (inset, width - 1 - inset) for y in inner}


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("width", [200, 260, 420, 900])
@pytest.mark.parametrize("name", ["curve", "dataflow", "shapes"])
def test_a_figure_fits_every_width(qtbot: QtBot, width: int, theme: str, name: str) -> None:
    view = shown(qtbot, width, theme, name=name)
    image = view.grab().toImage()
    assert len(edge_colours(image)) == 1, "ink reaches the edge"
    middle = {image.pixel(x, image.height() // 3) for x in range(image.width())}
    assert len(middle) > 1
    assert view.accessibleName() == view.figure.title  # type: ignore[union-attr]
    assert view.accessibleDescription()


def test_a_taller_figure_gets_more_room(qtbot: QtBot) -> None:
    view = shown(qtbot, 300)
    before = view.heightForWidth(300)
    view.set_figure(figure(None, "chain-shapes"))
    assert view.heightForWidth(300) > before * 1.2
    view.set_figure(None)
    assert view.heightForWidth(300) == 0
    assert view.accessibleName() == ""


def test_no_layout_waits_for_a_figure(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = shown(qtbot, 300)
    made, released = figure_view.prepared, threading.Event()

    def slow(figure: Figure, *widths: float) -> figure_view.Prepared:
        assert released.wait(60)
        return made(figure, *widths)

    monkeypatch.setattr(figure_view, "prepared", slow)
    rescue = threading.Timer(5, released.set)
    rescue.start()
    view.heightForWidth(200)
    assert not released.is_set(), "the layout has waited for the thread"
    rescue.cancel()
    before = view.heightForWidth(200)
    released.set()
    qtbot.waitUntil(lambda: view.heightForWidth(200) != before)


def test_a_theme_changes_the_colours_and_nothing_else(qtbot: QtBot) -> None:
    view = shown(qtbot, 400)
    light, height = view.grab().toImage(), view.heightForWidth(400)
    view.set_theme(load_theme("blackboard"))
    dark = view.grab().toImage()
    assert view.heightForWidth(400) == height
    assert light.pixelColor(6, 40).lightness() > 200 > 100 > dark.pixelColor(6, 40).lightness()


def test_the_tab_gives_the_figure_its_whole_height(window: MainWindow, settled: Wait) -> None:
    settled()
    plot = tab(window, "plot")
    QApplication.processEvents()
    view = plot.findChild(FigureView)
    assert isinstance(view, QWidget)
    assert view.height() == view.heightForWidth(view.width())


def test_the_tangent_is_moved_by_keys(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("x^2 - 3x", wrt="x")
    settled()
    plot = tab(window, "plot")
    slider = plot.findChild(QSlider, "handle")
    assert isinstance(slider, QSlider)
    assert slider.accessibleName() == "Tangent at x"
    assert plot.figure is not None
    before = plot.figure.facts["tangent"]
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    place, value, slope = plot.figure.facts["tangent"]
    assert place > before[0]
    assert (value, slope) == pytest.approx((place**2 - 3 * place, 2 * place - 3))
    assert f"slope {slope:.4g}" in plot.accessibleDescription()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert plot.figure.facts["tangent"][0] < -2.9


def place_of(view: FigureView, value: float) -> QPoint:
    """Where in a plot the curve has a value of its variable."""
    sheet = view._sheet(view.width())
    assert sheet.grip is not None
    em = view._em(sheet, view.width())
    left, top = view._corner(sheet, em)
    room, (low, high) = sheet.grip.room, sheet.grip.values
    x = room.x + (value - low) / (high - low) * room.width
    y = room.top - room.height / 4
    return QPoint(round(left + (x - sheet.left) * em), round(top + (sheet.bottom + sheet.height - y) * em))


def test_the_tangent_is_dragged_on_the_plot(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("x^2 - 3x", wrt="x")
    settled()
    plot = tab(window, "plot")
    view = plot.findChild(FigureView)
    assert isinstance(view, FigureView)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place_of(view, 1.0))
    assert plot.figure is not None
    assert plot.figure.facts["tangent"] == pytest.approx((1, -2, -1), abs=0.2)
    for aim in (2.0, -1.0):
        qtbot.mouseMove(view, place_of(view, aim))
        assert plot.figure.facts["tangent"][0] == pytest.approx(aim, abs=0.1)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place_of(view, -1.0))
    qtbot.mouseMove(view, place_of(view, 2.0))
    assert plot.figure.facts["tangent"][0] == pytest.approx(-1, abs=0.1), "it stays where it was let go"
    numbers = window.tabs.numbers
    qtbot.waitUntil(lambda: numbers._wished[0] is window.session.trace, timeout=60_000)
    window.tabs.setCurrentWidget(numbers)
    qtbot.waitUntil(lambda: not numbers.working and bool(numbers.fields and numbers.fields.fields), timeout=60_000)
    assert numbers.fields is not None
    assert float(numbers.fields.fields["x"].text()) == pytest.approx(-1, abs=0.1)


def test_the_plot_is_drawn_for_the_numbers_that_are_typed(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("a x^2 - 3x", wrt="x")
    settled()
    numbers = window.tabs.numbers
    window.tabs.setCurrentWidget(numbers)
    qtbot.waitUntil(lambda: not numbers.working and bool(numbers.fields and numbers.fields.fields), timeout=60_000)
    assert numbers.fields is not None
    for name, text in (("a", "2"), ("x", "1.5")):
        field = numbers.fields.fields[name]
        field.setText(text)
        field.textEdited.emit(text)
    qtbot.waitUntil(lambda: not numbers.working, timeout=60_000)
    plot = tab(window, "plot")
    assert plot.figure is not None
    assert plot.figure.facts["tangent"] == pytest.approx((1.5, 0, 3))
    window.session.open("ln(x)", wrt="x")
    settled()
    shown = drawn(plot).figure
    assert shown is not None
    assert shown.facts["tangent"][0] > 0, "the numbers belonged to another problem"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_figure_is_enlarged_by_return_and_by_a_double_click(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("x^2 - 3x", wrt="x")
    settled()
    plot = tab(window, "plot")
    view = plot.findChild(FigureView)
    assert isinstance(view, FigureView)
    middle = view.rect().bottomLeft() + QPoint(5, -5)
    for by_key in (True, False):
        plot.setFocus()
        if by_key:
            qtbot.keyClick(plot, Qt.Key.Key_Return)
        else:
            qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle)
        large = window.findChild(LargeFigure)
        assert large is not None
        assert large.view.figure is plot.figure
        assert large.view.font().pixelSize() > view.font().pixelSize()
        assert large.view.heightForWidth(large.view.width()) <= large.height()
        large.close()
        qtbot.waitUntil(lambda: window.findChild(LargeFigure) is None, timeout=60_000)


def test_at_a_kink_there_is_no_tangent(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("max(0, z)", wrt="z")
    settled()
    plot = tab(window, "plot")
    slider = plot.findChild(QSlider, "handle")
    assert isinstance(slider, QSlider)
    assert plot.figure is not None
    slider.setValue(plot.figure.handle.values.index(0.0))  # type: ignore[union-attr]
    assert plot.figure.facts["tangent"] is None
    assert "no tangent at z = 0" in plot.accessibleDescription()


def test_other_figures_have_nothing_to_move(window: MainWindow, settled: Wait) -> None:
    window.session.open("x^2", wrt="x")
    settled()
    plot = tab(window, "plot")
    window.session.open("w ⊗ x", wrt="w")
    settled()
    slider = plot.findChild(QSlider, "handle")
    assert isinstance(slider, QSlider)
    assert not slider.isVisible()


def test_the_sweep_is_followed_with_the_numbers_that_are_typed(window: MainWindow, settled: Wait) -> None:
    window.session.open("norm(X w - y)^2", wrt="w", method="backward")
    settled()
    flow = tab(window, "dataflow")
    for number in range(1, window.session.count + 1):
        window.session.go_to(number)
        shown = drawn(flow).figure
        step = window.session.step_at(number)
        assert shown is not None
        assert step is not None
        assert (shown.facts["current"] is not None) == (step.rule == "adjoint")
        assert flow.accessibleDescription() == shown.description
    numbers = window.tabs.numbers
    window.tabs.setCurrentWidget(numbers)
    while numbers.working or numbers.fields is None or not numbers.fields.fields:
        QApplication.processEvents()
    field = numbers.fields.fields["y"]
    field.setText("7, 8, 9")
    field.textEdited.emit("7, 8, 9")
    while numbers.working:
        QApplication.processEvents()
    flow = tab(window, "dataflow")
    assert flow.figure is not None
    sweep, values = flow.figure.facts["sweep"], flow.figure.facts["numbers"]
    (given,) = (value.variable for value in sweep.values if value.variable.name == "y")
    assert values.of(given).tolist() == [7, 8, 9]


def test_a_heat_map_is_drawn_at_the_numbers_that_are_typed(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("sum(x^4)", wrt="x", order=2)
    settled()
    numbers = window.tabs.numbers
    window.tabs.setCurrentWidget(numbers)
    qtbot.waitUntil(
        lambda: not numbers.working and bool(numbers.fields) and bool(numbers.fields.fields), timeout=60_000
    )
    field = numbers.fields.fields["x"]
    field.setText("1, -2")
    field.textEdited.emit("1, -2")
    qtbot.waitUntil(lambda: not numbers.working, timeout=60_000)
    plot = tab(window, "plot")
    window.tabs.setCurrentWidget(plot)
    shown = lambda: plot.figure.facts["numbers"].tolist() if plot.figure is not None and not plot.busy else None  # noqa: E731
    qtbot.waitUntil(lambda: shown() == [[12, 0], [0, 48]], timeout=60_000)


def test_a_slider_goes_through_the_entries_of_a_step(window: MainWindow, settled: Wait) -> None:
    window.session.open("norm(X w - y)^2", wrt="w", method="backward")
    settled()
    window.session.go_to(3)
    shapes = tab(window, "figure_shapes")
    slider = shapes.findChild(QSlider, "handle")
    assert slider is not None
    assert slider.accessibleName() == "Entry"
    assert shapes.figure is not None
    assert shapes.figure.facts["entry"] == (0, 0)
    slider.setValue(1)
    assert shapes.figure is not None
    assert shapes.figure.facts["entry"] == (0, 1)
    assert "column 2" in shapes.accessibleDescription()
