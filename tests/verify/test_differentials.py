"""What a function changes by along dX, from values alone: smooth or rough, within definitions and derivatives."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from explainer.engine import derive
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import TWO, Derivative, Differential, Equation, Negate, Product, Sum, Variable, Where
from explainer.expr.program import says_differential
from explainer.expr.shape import matrix_shape
from explainer.language import parse_expression
from explainer.verify import Verifier, evaluate_with_oracle, verify
from explainer.verify.many_digits import Work, difference_at
from explainer.verify.points import RandomPoints, Sizes
from tests.cases import in_groups

SHAPES = {"X": "3 x 3", "A": "3 x 3", "s": "scalar"}
X, s = Variable("X", matrix_shape(3, 3)), Variable("s")
RANDOM = numpy.random.default_rng(5)
VALUES: dict[str, Any] = {
    "X": RANDOM.uniform(0.3, 1.3, (3, 3)) * RANDOM.choice([-1.0, 1.0], (3, 3)), "A": RANDOM.normal(size=(3, 3)),
    "dX": RANDOM.uniform(0.3, 1.2, (3, 3)), "s": 1.7,
}  # fmt: skip
SMOOTH = ("tr(X' A X)", "sum(sin(X))", "X A X", "sum(X)^2", "det(X)", "exp(X)", "logdet(X' X)", "s X", "tr(A)")
ROUGH = ("sum(abs(X))", "max(0, X)", "sum(relu(X A))", "abs(X) A abs(X)", "sum(sign(X))")


def parsed(text: str) -> Node:
    return parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression


def along(function: Node, step: float = 1e-6, **more: Any) -> Any:
    """The slope along dX by differences of values."""
    at = {**VALUES, **more}
    ahead, behind = (function.evaluate({**at, "X": at["X"] + h * at["dX"]}) for h in (step, -step))
    return (ahead - behind) / (2 * step)


@in_groups("text", SMOOTH + ROUGH)
def test_a_differential_is_the_slope_along_the_change_of_the_variable(text: str) -> None:
    function = parsed(text)
    found = evaluate_with_oracle(Differential(function, X), VALUES)
    assert found == pytest.approx(along(function), rel=1e-7, abs=1e-7)
    assert found.shape == numpy.shape(function.evaluate(VALUES))


def test_that_of_the_variable_is_its_change() -> None:
    assert (evaluate_with_oracle(Differential(X, X), VALUES) == VALUES["dX"]).all()


@pytest.mark.parametrize("text", ["sum(abs(X))", "max(0, X)", "abs(X)"])
def test_at_a_kink_there_is_none(text: str) -> None:
    at = {**VALUES, "X": VALUES["X"] * (1 - numpy.eye(3))}
    found = evaluate_with_oracle(Differential(parsed(text), X), at)
    assert numpy.isnan(found).any()
    assert numpy.isnan(found).all() == (found.shape == ())


@pytest.mark.parametrize("text", ["ln(X)", "sqrt(X)", "sum(ln(X))"])
def test_where_a_function_has_no_value_there_is_none(text: str) -> None:
    function = parsed(text)
    undefined = numpy.isnan(numpy.asarray(function.evaluate(VALUES), float))
    found = evaluate_with_oracle(Differential(function, X), VALUES)
    assert (numpy.isnan(found) == undefined).all()
    assert undefined.any()


def test_what_does_not_hold_the_variable_does_not_change_and_has_no_slope_without_a_value() -> None:
    assert (evaluate_with_oracle(Differential(parsed("A @ A"), X), VALUES) == 0).all()
    found = evaluate_with_oracle(Differential(parsed("ln(A)"), X), VALUES)
    assert (numpy.isnan(found) == (VALUES["A"] <= 0)).all()


@pytest.mark.parametrize("text", ["s^2 sum(sin(X))", "s^3 tr(X' X)", "sum(abs(s^2 X))"])
def test_a_differential_may_be_differentiated_by_another_variable(text: str) -> None:
    """It is measured by steps of its own inside those of the derivative around it."""
    function = parsed(text)
    found = evaluate_with_oracle(Derivative(Differential(function, X), s), VALUES)
    h = 1e-4
    wanted = (along(function, 1e-5, s=1.7 + h) - along(function, 1e-5, s=1.7 - h)) / (2 * h)
    assert found == pytest.approx(wanted, rel=1e-4)


@pytest.mark.parametrize("inner", ["X A", "abs(X)", "X' X"])
def test_definitions_move_with_the_variable(inner: str) -> None:
    right = parsed(inner)
    u = Variable("u", right.shape)
    program = Where(Differential(Sum((u, Negate(X))), X), (Equation(u, right),))
    wanted = along(Sum((right, Negate(X))))
    assert evaluate_with_oracle(program, VALUES) == pytest.approx(wanted, rel=1e-7, abs=1e-7)


# --- with many digits -----------------------------------------------------------------------------------------------


def apart(left: Node, right: Node) -> float | None:
    return difference_at(left, right, (), RandomPoints(0, 1, Sizes(0, ())), Work())


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("tr(X X)", "2 tr(X D)"), ("X' X", "D' X + X' D"), ("sum(abs(X))", "sum(sign(X) ⊗ D)"),
        ("sum(X ⊗ X ⊗ X)", "3 sum(X ⊗ X ⊗ D)"), ("A X", "A D"), ("s X", "s D"),
    ],
)  # fmt: skip
def test_many_digits_know_the_same_differentials(text: str, change: str) -> None:
    function = parsed(text)
    shapes = {**{name: shape for name, shape in SHAPES.items() if name in change}, "D": "3 x 3"}
    told = parse_expression(change, shapes).expression
    d = Differential(X, X)
    wanted = substitute(told, {Variable("D", matrix_shape(3, 3)): d})
    assert apart(Differential(function, X), wanted) == pytest.approx(0.0, abs=1e-9)
    nearly = Product((parsed("1.000001"), wanted))
    assert apart(Differential(function, X), nearly) == pytest.approx(1e-6, rel=1e-3)


# --- lines that say what a differential is ---------------------------------------------------------------------------


def _lines() -> list[tuple[Where, Where]]:
    trace = derive("tr(X' A X) + sum(X)", "X", {"X": "n x n", "A": "n x n"}, method="differential")
    return [
        (step.before, step.after)
        for step in trace.steps
        if isinstance(step.before, Where) and isinstance(step.after, Where)
        and says_differential(step.before) and says_differential(step.after)
    ]  # fmt: skip


def _said(line: Where, right: Node) -> Where:
    (fact,) = line.facts
    return Where(line.body, line.definitions, (Equation(fact.left, right),))


def test_one_wrong_differential_is_not_held_against_the_next_line() -> None:
    pairs = _lines()
    assert len(pairs) >= 3
    for before, after in pairs:
        first, second = before.facts[0].right, after.facts[0].right
        twice = [_said(line, Product((TWO, right))) for line, right in ((before, first), (after, second))]
        assert verify(*twice).ok  # wrong, but it was so before
        assert verify(before, after).ok
        assert verify(before, twice[1]).state == "failed"
        assert verify(twice[0], after).state == "failed"


def test_a_line_about_another_function_does_not_follow() -> None:
    before, after = _lines()[0]
    other = derive("tr(X' A X) - sum(X)", "X", {"X": "n x n", "A": "n x n"}, method="differential").steps[0].after
    assert isinstance(other, Where)
    assert verify(before, other).state == "failed"
    assert Verifier((before,)).check(before, _said(other, after.facts[0].right)).state == "failed"
