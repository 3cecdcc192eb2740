"""The oracle beside kinks, jumps and fast changes: a slope that it gives is right, wherever the point lies.

A wrong slope would call a right line wrong in front of a learner, or a wrong one right; none only costs a point.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy
import pytest

from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator
from explainer.language import parse_expression
from explainer.verify.oracle import Oracle
from explainer.verify.points import RandomPoints, Sizes
from tests.cases import in_groups


class Given(RandomPoints):
    """Points at which x has these values."""

    def __init__(self, values: Array) -> None:
        super().__init__(0, len(values), Sizes(0, ()))
        self._values = values

    def _draw(self, variable: nodes.Variable) -> Array:
        return self._values


def slopes(text: str, values: Array) -> Array:
    """What the oracle says of the derivative of a function of x at these values."""
    derivative = parse_expression(f"d({text})/d(x)").expression
    evaluator = Evaluator(Given(values), samples=(len(values),), differentiate=Oracle(analytic_functions=True))
    with numpy.errstate(all="ignore"):
        return numpy.broadcast_to(evaluator.value(derivative, ()), values.shape)


def beside(place: float) -> Array:
    """Values on both sides of a place, at all distances from a billionth to 2."""
    random = numpy.random.default_rng(1)
    distances = 10.0 ** random.uniform(-9.0, 0.3, 400)
    return numpy.concatenate([place - distances, place + distances])


SLOPES: dict[str, tuple[float, Callable[[Array], Array]]] = {
    "abs(x)": (0.0, numpy.sign),
    "max(x, 3 x)": (0.0, lambda x: numpy.where(x > 0, 3.0, 1.0)),
    "abs(x) + 1000": (0.0, numpy.sign),
    "x + 0.0001 abs(x)": (0.0, lambda x: 1 + 1e-4 * numpy.sign(x)),
    "x^2 + 0.01 relu(x - 1)": (1.0, lambda x: 2 * x + 0.01 * (x > 1)),
    "relu(x - 1) + 0.001 sin(x)": (1.0, lambda x: (x > 1) + 0.001 * numpy.cos(x)),
    "hard_tanh(40 x)": (0.025, lambda x: 40.0 * (numpy.abs(x) < 0.025)),
    "floor(1000 x)": (0.5, numpy.zeros_like),
    "floor(40 x) + 7 x": (0.5, lambda x: 7 + 0 * x),
    "floor(64 x) + x": (0.5, lambda x: 1 + 0 * x),
    "abs(sin(200 x))": (0.3, lambda x: 200 * numpy.cos(200 * x) * numpy.sign(numpy.sin(200 * x))),
    "abs(exp(5 x)) sin(90 x)": (0.0, lambda x: numpy.exp(5 * x) * (5 * numpy.sin(90 * x) + 90 * numpy.cos(90 * x))),
    "abs(x)^3": (0.0, lambda x: 3 * x * numpy.abs(x)),
}


@in_groups("text", SLOPES)
def test_a_slope_that_is_given_is_right(text: str) -> None:
    place, right = SLOPES[text]
    values = beside(place)
    found, wanted = slopes(text, values), right(values)
    there = numpy.isfinite(found)
    scale = numpy.maximum(numpy.abs(wanted), 1e-3)
    assert (numpy.abs(found - wanted)[there] <= 3e-6 * scale[there]).all()


@pytest.mark.parametrize(
    "text", [text for text in SLOPES if not {"floor", "200", "90"} & set(re.findall(r"floor|\d+", text))]
)
def test_a_point_with_some_room_has_a_slope(text: str) -> None:
    place, _ = SLOPES[text]
    values = place + numpy.concatenate([numpy.linspace(-2.0, -0.1, 40), numpy.linspace(0.1, 2.0, 40)])
    assert numpy.isfinite(slopes(text, values)).mean() > 0.9


@pytest.mark.parametrize("text", ["abs(x)^3", "2 abs(x)^3 + 0 x"])
def test_what_is_smooth_at_zero_has_the_slope_zero_there(text: str) -> None:
    assert abs(slopes(text, numpy.zeros(1))[0]) < 1e-9


@pytest.mark.parametrize("text", ["abs(x)", "max(x, 2 x)", "relu(x)", "x^2 + 0.1 abs(x)", "floor(x)", "sign(x)"])
def test_a_kink_has_no_slope(text: str) -> None:
    assert numpy.isnan(slopes(text, numpy.zeros(1))[0])


@pytest.mark.parametrize("text", ["2 abs(x)", "relu(2 x + 7)", "max(3 x, x - 1)", "abs(x) - 5 x"])
def test_a_large_value_moves_far_enough_to_see_the_slope(text: str) -> None:
    """The names inside a long chain have values up to 2^100: a step of 1/64 would be below their last digit."""
    values = 10.0 ** numpy.arange(0.0, 31.0, 0.5)
    assert numpy.allclose(slopes(text, values), slopes(text, numpy.array([3.0])), rtol=1e-6)


ROUNDED = {
    "exp(ln(abs(x) + 1000000000))": numpy.sign,
    "ln(exp(abs(x) + 400)) * 1000000": lambda x: 1e6 * numpy.sign(x),
    "(abs(x)^0.1 + 1000000)^10 / (10 * 1000000^9)": lambda x: numpy.sign(x) * 0.1 * numpy.abs(x) ** -0.9,
}
"""Functions with values far above their slopes, from several roundings each."""


@pytest.mark.parametrize("text", ROUNDED)
def test_rounding_alone_hides_no_slope(text: str) -> None:
    values = numpy.concatenate([numpy.linspace(0.5, 2.0, 60), numpy.linspace(-2.0, -0.5, 60)])
    found, wanted = slopes(text, values), ROUNDED[text](values)
    assert numpy.isfinite(found).mean() > 0.95
    there = numpy.isfinite(found)
    assert numpy.allclose(found[there], wanted[there], rtol=0.1)
