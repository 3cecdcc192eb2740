"""Where two branches are equal on an open set: there is no kink there, and the derivative is that of either branch."""

from __future__ import annotations

from functools import partial
from random import Random

import numpy as np
import pytest

from explainer.engine import derive
from explainer.engine.methods import METHODS
from explainer.expr.nodes import Derivative
from explainer.language import parse_expression
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.some import some_pairs

SCALARS = {"x": "scalar", "r": "scalar", "c": "scalar"}
VECTORS = {"x": "n", "r": "n", "c": "n"}
POINTS = [
    (0.7, 0.2, -0.4),
    (0.7, 1.3, -0.4),
    (-0.9, 0.3, 0.5),
    (-0.9, -1.4, -2.0),
    (0.3, -0.2, 1.1),
    (-0.35, 0.6, -0.1),
]


def nest(random: Random, depth: int) -> str:
    """A function made of choices between parts that are shared, and so are often equal."""
    if depth <= 0:
        return random.choice(["x", "x", "x", "r", "c", "2 x", "-x"])
    inner = partial(nest, random, depth - 1)
    return random.choice([
        lambda: f"max({inner()}, {inner()})", lambda: f"min({inner()}, {inner()})", lambda: f"abs({inner()})",
        lambda: f"relu({inner()})", lambda: f"max({inner()}, x)", lambda: f"min(x, {inner()})",
        lambda: f"({inner()} + {inner()})", lambda: f"min(max({inner()}, r), c)", lambda: f"maximum(0, {inner()})",
    ])()  # fmt: skip


PARTED = ("max(max(r, x), max(c, x)) / 4", "3 max(max(r, x), x) - c", "c + 2 max(max(r, x), max(c, x)) - min(x, r) / 3")
"""Choices inside what the chain rule does not name: their derivatives come with a factor."""


def nests(count: int, first: int) -> list[str]:
    found = (nest(Random(seed), 3) for seed in range(first, first + 10 * count))
    return [text for text in dict.fromkeys(found) if "x" in text.replace("max", "")][:count]


def is_smooth(function: object, at: float) -> bool:
    ahead, behind = (function(at + h) - function(at) for h in (1e-4, -1e-4))  # type: ignore[operator]
    return bool(np.allclose(ahead, -behind, atol=1e-9))


BY_CASES = [method for method in METHODS if method not in ("differential", "backward")]


@in_groups(("text", "method"), some_pairs(2, [*PARTED, *nests(9, 0)], BY_CASES))
def test_scalars(text: str, method: str) -> None:
    check_at_points(text, SCALARS, method)


@pytest.mark.parametrize(("text", "method"), some_pairs(2, [PARTED[0], *nests(6, 1000)], METHODS))
def test_vectors(text: str, method: str) -> None:
    if text.startswith("-"):
        text = f"({text})"
    check_at_points(f"sum({text})", VECTORS, method)


def check_at_points(text: str, shapes: dict[str, str], method: str) -> None:
    """The derivative at points of which some lie where branches are equal, however the conditions are."""
    used = {name: shape for name, shape in shapes.items() if name == "x" or name in text.replace("relu", "")}
    trace = derive(text, "x", used, method)
    assert trace.status == "finished"
    assert all(step.check.state != "failed" for step in trace.steps)
    compared = 0
    for place in POINTS:
        values = {name: value for name, value in zip(("x", "r", "c"), place, strict=True) if name in used}
        width = () if shapes is SCALARS else (2,)

        def at(x: float, values: dict[str, float] = values, width: tuple[int, ...] = width) -> float:
            given = {name: np.full(width, value) for name, value in {**values, "x": x}.items()}
            return float(trace.problem.expression.evaluate(given)) / max(1, 2 * len(width))

        if not is_smooth(at, values["x"]):
            continue
        wanted = (at(values["x"] + 1e-4) - at(values["x"] - 1e-4)) / 2e-4
        found = trace.evaluate({name: np.full(width, value) for name, value in values.items()})
        assert np.allclose(found, wanted, atol=1e-6), place
        compared += 1
    assert compared >= 2


@pytest.mark.parametrize("text", ["max(max(r, x), max(c, x))", "max(x, 2 x - x)", "min(x, min(x, r))"])
def test_a_slope_that_is_wrong_on_a_tie_is_refuted(text: str) -> None:
    expression = parse_expression(text, dict(SCALARS)).expression
    x = parse_expression("x", {"x": "scalar"}).expression
    wrong = parse_expression(TORN[text], dict(SCALARS)).expression
    conditions = (parse_expression(BORDERS[text], dict(SCALARS)).expression,)
    assert Verifier((expression,)).check(Derivative(expression, x), wrong, conditions).state == "failed"


TORN = {
    "max(max(r, x), max(c, x))": "cases(1 if max(r, x) > max(c, x) and x > r, "
    "1 if max(c, x) > max(r, x) and x > c, 0 otherwise)",
    "max(x, 2 x - x)": "0 x",
    "min(x, min(x, r))": "cases(1 if x < min(x, r), 0 otherwise)",
}
"""What keeps to neither branch where both are equal."""
BORDERS = {
    "max(max(r, x), max(c, x))": "max(r, x) != max(c, x)",
    "max(x, 2 x - x)": "x != 2 x - x",
    "min(x, min(x, r))": "x != min(x, r)",
}


@pytest.mark.parametrize("method", ["chain", "backward"])
def test_names_that_hide_each_other_raise_no_alarm(method: str) -> None:
    check_at_points("sum(min(x, max(min(max(x, r), c), max(2 x, x))))", VECTORS, method)


@pytest.mark.parametrize("text", ["max(x, 0)", "max(0, x)", "max(x, r)", "max(r, x)", "relu(x)"])
def test_against_what_is_held_a_tie_counts_as_held(text: str) -> None:
    trace = derive(text, "x", {name: "scalar" for name in "xr" if name in text.replace("relu", "")})
    assert trace.evaluate({"x": 0.0, **({"r": 0.0} if "r" in trace.problem.shapes else {})}) == 0.0


def test_names_that_move_together_share_a_tie() -> None:
    trace = derive("b where a = max(x, r), d = max(x, c), b = max(a, d)", "x", SCALARS, "chain")
    facts = {fact.left.text(): fact.right.text() for step in trace.steps for fact in getattr(step.after, "facts", ())}
    assert facts["∂(b)/∂(a)"] == "cases(0 if a <= d, 1 if a > d)"
    assert facts["∂(b)/∂(d)"] == "cases(1 if a <= d, 0 if a > d)"


@pytest.mark.parametrize("method", ["differential", "backward"])
def test_comparisons_of_vectors_that_are_opposite_are_no_cases(method: str) -> None:
    trace = derive("sum(min(x, x + c + max(r, x)))", "x", VECTORS, method)
    assert trace.status == "finished"
    check_at_points("sum(min(x, x + c + max(r, x)))", VECTORS, method)
