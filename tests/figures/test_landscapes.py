"""Lines of equal height lie at their height, gradients stand upright on them, and a descent goes down over them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy
import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.figures import Figure, UnsuitedError, figure
from explainer.figures.canvas import FIRST, SECOND
from explainer.figures.level_lines import good_levels, level_lines
from explainer.typeset import Stroke
from tests.cases import in_groups
from tests.figures.specimens import LOSS

DATA = {"X": [[1, 1], [2, 0.5], [0.5, 2], [1.5, -1]], "y": [1, 2.25, 0, 2.5], "b": 0.5}
X = numpy.linspace(-2.5, 2.5, 57)


def grid(function: Any) -> Any:
    across, up = numpy.meshgrid(X, X)
    return function(across, up)


@pytest.mark.parametrize(
    "function", [lambda x, y: x**2 + 2 * y**2, lambda x, y: 3 * x**2 * y, lambda x, y: numpy.sin(x) * numpy.cos(y)]
)
def test_lines_lie_at_their_level(function: Any) -> None:
    heights = grid(function)
    levels = good_levels(heights)
    assert len(levels) >= 6
    assert levels == sorted(levels)
    for level in levels:
        lines = level_lines(X, X, heights, level)
        assert lines
        for line in lines:
            found = [function(x, y) for x, y in line]
            assert numpy.allclose(found, level, atol=0.03 * numpy.ptp(heights))
            steps = [max(abs(a - c), abs(b - d)) for (a, b), (c, d) in pairwise(line)]
            assert max(steps) <= 1.01 * (X[1] - X[0]), "neighbours on a line are neighbours on the grid"


def test_a_circle_is_one_closed_line() -> None:
    (line,) = level_lines(X, X, grid(lambda x, y: x**2 + y**2), 1.0)
    assert line[0] == line[-1]
    assert numpy.allclose([x**2 + y**2 for x, y in line], 1.0, atol=0.01)


def test_a_saddle_has_two_lines_that_do_not_cross() -> None:
    for level in (-0.3, 0.3):
        lines = level_lines(X, X, grid(lambda x, y: x * y), level)
        assert len(lines) == 2
        assert all(len({x > 0 for x, _ in line}) == 1 for line in lines)


def test_a_flat_landscape_has_no_lines() -> None:
    assert good_levels(numpy.ones((5, 5))) == []


def contours(text: str, wrt: str, **options: Any) -> Figure:
    return figure(explainer.derive(text, wrt), "contours", **options)


def test_the_gradient_is_the_derived_one_and_its_arrow_stands_upright_on_the_line() -> None:
    shown = contours("x^2 + 2 y^2", "(x, y)", at=[1, -1])
    assert shown.facts["gradient"] == (2.0, -4.0)
    for width in (18.0, 40.0):
        arrows = [m for paint, m in shown.sheet(width).marks if paint == FIRST and isinstance(m, Stroke)]
        (x0, y0), (x1, y1) = arrows[0].outline.vertices
        assert (y1 - y0) / (x1 - x0) == pytest.approx(-2.0, rel=1e-6)


def test_two_entries_of_a_vector_are_two_numbers() -> None:
    assert contours("w · w", "w", at=[0.5, 1]).facts["gradient"] == (1.0, 2.0)


@in_groups(
    ("text", "wrt", "reason"),
    [("w ⊗ w where w: n", "w", "several values"), ("x^2", "x", "two numbers"), ("w · w where w: 3", "w", "two numbers"),
     ("w · x + y", "(x, y)", "two numbers"), ("sum((X @ w - y)^2)", "(w, y)", "two numbers"),
     ("x' A x + y", "(y, x)", "two numbers"), ("sum(v > x) + y where v: 4, x: 4", "(x, y)", "two numbers"),
     ("sum(A w + b) where w: 2, A: 4×2, b: 4", "(a, b)", "two numbers"),
     ("f(x, y) where f: scalar", "(x, y)", "nothing is known"), ("0 x + 0 y", "(x, y)", "zero or missing")],
)  # fmt: skip
def test_what_is_no_landscape_is_refused_with_the_reason(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        contours(text, wrt)


@pytest.mark.parametrize("at", [3, [1], [1, 2, 3], "here", [1, 99]])
def test_a_wrong_point_is_refused_with_a_way_on(at: Any) -> None:
    with pytest.raises(ExplainerError) as caught:
        contours("x^2 + y^2", "(x, y)", at=at)
    assert caught.value.hint


def descent(text: str, wrt: str, **options: Any) -> Figure:
    return figure(explainer.derive(text, wrt), "descent", **options)


def test_the_way_goes_down_over_the_lines() -> None:
    shown = descent(LOSS, "w", values=DATA, start={"w": [0.2, 0.3]}, step_size=0.1, steps=12)
    losses, points = shown.facts["losses"], shown.facts["points"]
    assert len(losses) == len(points) == 13
    assert all(later < earlier for earlier, later in pairwise(losses))
    loss = explainer.parse(LOSS)
    for point, height in zip(points, losses, strict=True):
        assert float(loss.evaluate({**DATA, "w": point})) == pytest.approx(height)
    crossed = [sum(level > height for level in shown.facts["levels"]) for height in losses]
    assert crossed == sorted(crossed)
    assert crossed[-1] > crossed[0] + 2


def test_a_step_stands_upright_on_the_lines_because_both_axes_have_one_scale() -> None:
    shown = descent("w · w", "w", start={"w": [2, 1]}, step_size=0.1, steps=5)
    way = next(
        m for paint, m in shown.sheet().marks if paint == SECOND and isinstance(m, Stroke) and len(m.outline.codes) == 6
    )
    (x0, y0), (x1, y1) = way.outline.vertices[:2]
    assert (y1 - y0) / (x1 - x0) == pytest.approx(0.5)


def test_without_options_the_loss_falls() -> None:
    shown = descent(LOSS, "w")
    assert shown.facts["outcome"] == "falling"
    assert shown.facts["losses"][-1] < 0.8 * shown.facts["losses"][0]
    assert shown.facts["points"]


def test_a_step_that_is_too_large_is_told() -> None:
    shown = descent("x^2", "x", start={"x": 1}, step_size=1.5, steps=8)
    assert shown.facts["outcome"] == "rising"
    assert "too large" in shown.description
    assert descent("x^4", "x", start={"x": 9}, step_size=9, steps=30).sheet().labels


def test_two_scalars_step_together() -> None:
    text = "1/N sum(i=1..N, (y_i - (a x_i + b))^2) where x: N, y: N, a: scalar, b: scalar"
    shown = descent(text, "a", **{"with": ["b"], "values": {"x": [1, 2, 3], "y": [3, 5, 7]}, "start": {"a": 0, "b": 0},
                                  "step_size": 0.1, "steps": 300})  # fmt: skip
    assert shown.facts["points"][-1] == pytest.approx((2.0, 1.0), abs=0.05)


@pytest.mark.parametrize(
    "options",
    [{"start": {"q": 1}}, {"values": {"w": 1}}, {"step_size": -1}, {"steps": 0}, {"with": 5}, {"start": {"w": "x"}}],
)
def test_wrong_values_are_refused_with_a_way_on(options: dict[str, Any]) -> None:
    with pytest.raises(ExplainerError) as caught:
        descent(LOSS, "w", **options)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "wrt", "reason"),
    [
        ("w ⊗ w where w: n", "w", "several values"),
        ("x y", "(x, y)", "cannot step"),
        ("f(x) where f: scalar", "x", "nothing"),
        ("ln(x) + ln(-x)", "x", "no value where"),
    ],
)
def test_what_cannot_descend_is_refused_with_the_reason(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        descent(text, wrt)


def test_a_step_of_newtons_method_ends_at_the_bottom_of_a_bowl() -> None:
    trace = explainer.derive("(v_1 - 1)^2 + 10 v_2^2 + v_1 v_2", "v", {"v": "2"})
    options: dict[str, Any] = {"start": {"v": [4, 1]}, "step_size": 0.05, "steps": 5}
    alone, beside = (figure(trace, "descent", **options, **more) for more in ({}, {"beside": "newton"}))
    assert alone.facts["newton"] is None
    assert beside.facts["newton"] == pytest.approx(tuple(numpy.linalg.solve([[2, 1], [1, 20]], [2, 0])))
    assert beside.facts["losses"] == alone.facts["losses"]
    straight = [m for paint, m in beside.sheet(46.0).marks if paint == FIRST and isinstance(m, Stroke)]
    assert len(straight) > len([m for paint, m in alone.sheet(46.0).marks if paint == FIRST and isinstance(m, Stroke)])


def test_no_step_of_newtons_method_where_the_landscape_is_flat() -> None:
    trace = explainer.derive("v_1^2 + 0 v_2", "v", {"v": "2"})
    with pytest.raises(UnsuitedError, match="no inverse"):
        figure(trace, "descent", start={"v": [4, 1]}, step_size=0.1, beside="newton")
