"""Curves are drawn where the function is, and interrupted where it is; the derivative agrees with differences."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.figures import Figure, UnsuitedError, figure
from explainer.figures.axes import round_numbers
from explainer.figures.sampling import clipped, follow
from tests.cases import in_groups


def curve(text: str, wrt: str = "x", **options: Any) -> Figure:
    return figure(explainer.derive(text, wrt), "curve", **options)


def kinds(shown: Figure, which: str = "function") -> list[tuple[str, float]]:
    return [(place.kind, round(place.x, 6)) for place in shown.facts[which].breaks]


@pytest.mark.parametrize(
    "text", ["sin(x^2)", "x^2 - 3x", "max(0, x)", "ln(sin(x^3)^2)", "1/x", "sqrt(1 - x^2)", "relu6(x)", "x^x", "tan(x)"]
)
def test_the_plotted_derivative_agrees_with_differences_of_the_plotted_function(text: str) -> None:
    shown = curve(text)
    expression = explainer.parse(text)
    compared = 0
    for piece in shown.facts["derivative"].pieces:
        for x, slope in piece[3:-3:7]:
            h = 1e-5 * max(1.0, abs(x))
            places = (x - 2 * h, x - h, x + h, x + 2 * h)
            values = [float(expression.evaluate({"x": place})) for place in places]
            near = [place.x for place in shown.facts["derivative"].breaks if abs(place.x - x) < 0.02]
            if near or not numpy.isfinite(values).all():
                continue
            measured = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h)
            assert measured == pytest.approx(slope, rel=1e-3, abs=1e-4)
            compared += 1
    assert compared > 15


@in_groups(
    ("text", "expected"),
    [
        ("1/x", [("pole", 0)]), ("1/x^2", [("pole", 0)]), ("tan(x)", [("pole", -1.570796), ("pole", 1.570796)]),
        ("ln(x)", [("pole", 0)]), ("sqrt(1 - x^2)", [("edge", -1), ("edge", 1)]), ("abs(x)/x", [("jump", 0)]),
        ("x > 0", [("jump", 0)]), ("sin(x)/x", [("hole", 0)]), ("(1 - cos(x))/x^2", [("hole", 0)]),
        ("tanh(1000 x)", []), ("cbrt(x)", []), ("max(0, x)", []), ("x^2", []), ("abs(x)", []),
    ],
)  # fmt: skip
def test_breaks_are_found_and_told_apart(text: str, expected: list[tuple[str, float]]) -> None:
    assert kinds(curve(text)) == expected


def test_a_pole_between_two_samples_is_found_although_the_sign_stays() -> None:
    found = follow(lambda x: 1 / (x - 0.12345) ** 2, -3.0, 3.0).breaks
    assert [(place.kind, round(place.x, 6)) for place in found] == [("pole", 0.12345)]


def test_the_slope_of_the_activation_jumps_where_the_activation_has_its_kink() -> None:
    shown = curve("max(0, z)", "z")
    assert kinds(shown) == []
    assert kinds(shown, "derivative") == [("jump", 0)]
    assert shown.facts["kinks"] == (0.0,)
    (jump,) = shown.facts["derivative"].breaks
    assert (jump.before, jump.value, jump.after) == (0.0, 0.0, 1.0)


def test_nothing_joins_the_two_sides_of_a_break() -> None:
    for text in ("1/x", "x > 0", "tan(x)"):
        shown = curve(text)
        for piece in shown.facts["function"].pieces:
            xs = [x for x, _ in piece]
            assert all(not xs[0] < place.x < xs[-1] for place in shown.facts["function"].breaks)


def test_the_derivative_is_drawn_only_where_there_is_a_function() -> None:
    assert min(x for piece in curve("ln(x)").facts["derivative"].pieces for x, _ in piece) > 0


def test_the_tangent_touches_and_has_the_slope_of_the_curve() -> None:
    place, value, slope = curve("x^2 - 3x", at=2).facts["tangent"]
    assert (place, value, slope) == (2.0, -2.0, 1.0)
    assert curve("sin(x^2)").facts["tangent"] is not None


def test_ranges_show_where_something_is() -> None:
    low, high = curve("ln(x - 100)").facts["x"]
    assert low < 100 < high
    low, high = curve("relu6(x)").facts["x"]
    assert low < 0
    assert high > 6
    assert curve("x^2", **{"from": 1, "to": 2}).facts["x"] == (1.0, 2.0)


def test_other_variables_have_values_which_are_told() -> None:
    shown = curve("3x^2 y", values={"y": 2})
    assert shown.facts["tangent"][2] == pytest.approx(6 * shown.facts["tangent"][0] * 2)
    assert any("y = 2" in label.text for label in shown.sheet().labels)


@pytest.mark.parametrize(
    ("text", "wrt", "reason"),
    [("w · x", "w", "several entries"), ("x_1^2 where x: n", "x_1", "not a variable of its own"),
     ("f(x) where f: scalar", "x", "nothing is known"), ("ln(x) + ln(-x)", "x", "no value")],
)  # fmt: skip
def test_what_is_no_curve_is_refused_with_the_reason(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        curve(text, wrt)


@pytest.mark.parametrize(
    "options",
    [{"at": 0}, {"at": "here"}, {"at": float("nan")}, {"from": 2, "to": 1}, {"values": {"y": 1}}, {"at": True}],
)
def test_wrong_options_are_refused_with_a_way_on(options: dict[str, Any]) -> None:
    with pytest.raises(ExplainerError) as caught:
        curve("1/x", **options)
    assert caught.value.hint


def test_parts_outside_the_frame_are_cut_at_its_edge() -> None:
    parts = clipped(((0.0, -2.0), (1.0, 0.0), (2.0, 4.0), (3.0, 0.5), (4.0, -3.0)), -1.0, 1.0)
    assert [(round(x, 6), y) for part in parts for x, y in part] == [
        (0.5, -1.0), (1.0, 0.0), (1.25, 1.0), (2.857143, 1.0), (3.0, 0.5), (3.428571, -1.0),
    ]  # fmt: skip
    assert clipped(((0.0, -5.0), (1.0, 5.0)), -1.0, 1.0) == [[(0.4, -1.0), (0.6, 1.0)]]


def test_numbers_at_the_axes_are_round() -> None:
    assert round_numbers(-3.0, 3.0, 6) == [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0]
    assert round_numbers(0.013, 0.049, 4) == pytest.approx([0.02, 0.03, 0.04])
    assert round_numbers(5.0, 5.0, 4) == [5.0]


@pytest.mark.parametrize(
    "text", ["floor(1000 x)", "sin(1/x)", "tan(200 x)", " + ".join(f"sin({k} x^{k})" for k in range(1, 20))]
)
def test_a_wild_function_is_looked_at_a_bounded_number_of_times(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from explainer.figures import plotted as module

    looks = []
    evaluated = module.evaluated
    monkeypatch.setattr(module, "evaluated", lambda *rest: looks.append(1) or evaluated(*rest))
    assert curve(text).sheet().labels
    assert len(looks) < 700


def test_a_title_that_is_too_long_gives_way_to_a_name() -> None:
    nested = "x"
    for _ in range(45):
        nested = f"sin({nested})"
    sheet = curve(nested).sheet(26)
    assert sheet.width <= 27
    assert any(label.text == "f(x)" for label in sheet.labels)
