"""Conditions that hold always or never: found where the bounds of a difference allow it, and never wrongly."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product
from random import Random

import numpy as np
import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, ZERO, And, Apply, Cases, Comparison, Negate, Number, Product, Sum, Variable
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.operations import OPERATIONS, all_operations
from explainer.operations.decided import DEEPEST, LARGEST, has_values_everywhere, only_value, verdict
from tests.cases import in_groups
from tests.verify.random_functions import LETTERS, Maker

ALWAYS = (
    "x <= x", "x < x + 1", "2 x <= x + x", "x y + 1 > y x", "x^2 + 1 > 0", "x^2 >= 0", "exp(x) > 0", "exp(x) != 0",
    "1 - sigmoid(x) > 0", "sigmoid(x) != 2", "sigmoid(x) < 1", "tanh(x)^2 < 1", "1 - tanh(x)^2 != 0", "abs(x) >= 0",
    "abs(x) + 1 > 0", "cosh(x) >= 1", "cosh(x) > 1/2", "softplus(x) > 0", "exp(x) + exp(y) != 0", "2^x > 0",
    "exp(x)/(1 + exp(x)) > 0", "sum(exp(v)) > 0", "sum(exp(v)) != 0", "sum(i=1..n, exp(v_i)) > 0", "-exp(x) < 0",
    "exp(x) exp(y) > 0", "1 + x^2 + y^2 != 0", "x + 3 - x = 3", "x != x + 1", "exp(x)^0.5 > 0", "sin(x) <= 1",
    "sin(x) < 2", "softmax(v)_1 > 0", "0 < 1 and x <= x", "3 < 4", "erf(x) < 1", "norm(v) >= 0",
    "sqrt(x^2 + 1) != 0", "ln(exp(x) + 1) >= ln(exp(x) + 1)", "x^2 + 0.000000001 > 0", "-x^2 - 0.000000001 < 0",
)  # fmt: skip
NEVER = (
    "x < x", "x != x", "x + 1 != 1 + x", "x > x + 1", "x^2 < 0", "x^2 + 1 = 0", "exp(x) <= 0", "exp(x) = 0", "0 > 1",
    "sigmoid(x) > 2", "sigmoid(x) = 1", "abs(x) < 0", "abs(x) < -1", "sin(x) > 1", "0 x != 0", "x - x > 0",
    "x < y and 1 > 2", "norm(v) < 0", "2 x != x + x", "1 <= 0", "tanh(x) >= 1",
)  # fmt: skip
IT_DEPENDS = (
    "x < y", "x <= 0", "x^2 > 0", "x^2 <= 0", "x^2 != 0", "abs(x) > 0", "sin(x) < 1", "sin(x) = 1", "cosh(x) > 1",
    "x = 1", "x^3 > 0", "relu(x) > 0", "exp(x) > 1", "exp(x) - exp(x) + x^2 > 0", "sigmoid(x) < 0.5", "x < 2 x",
    "norm(v) > 0", "softmax(v)_1 < 1", "exp(x) - exp(y) > 0", "exp(x) y > 0", "x y > 0", "1 - sin(x) > 0",
    "x < y and x > 0", "0.1 cosh(x) + 0.2 cosh(y) > 0.3", "1/x > 0", "sum(v) > 0", "sqrt(x) > 0",
    "1 + tanh(x) sin(y) > 0", "x^0.5 >= 0", "sqrt(x) > -1", "ln(x) >= ln(x)", "1/x = 1/x", "x^y >= x^y",
    "tan(x) >= tan(x)", "square(x) > 0", "sin(exp(x)) > -1", "cos(exp(x)) < 1", "(2 tanh(x)^2 - 1)^2 < 1",
    "(1 - 2 tanh(x)^2)^2 < 1",
)  # fmt: skip


def _condition(text: str):
    names = ["v"] if "v" in text else []
    found = parse_expression(f"cases(0 if {text}, 1 otherwise)", dict.fromkeys(names, "n")).expression
    assert isinstance(found, Cases)
    return found.conditions[0]


@in_groups("text", ALWAYS)
def test_what_holds_for_all_values_is_found(text: str) -> None:
    assert verdict(_condition(text)) is True


@in_groups("text", NEVER)
def test_what_holds_for_no_values_is_found(text: str) -> None:
    assert verdict(_condition(text)) is False


@in_groups("text", IT_DEPENDS)
def test_what_depends_on_the_values_stays_open(text: str) -> None:
    assert verdict(_condition(text)) is None


def test_no_verdict_on_random_functions_is_wrong() -> None:
    generator, found = np.random.default_rng(5), 0
    for seed in range(400):
        random = Random(seed)
        maker = Maker(random)
        try:
            left = parse_expression(maker.scalar(1), None).expression
            right = parse_expression(random.choice(["0", "1", "-1", maker.scalar(1)]), None).expression
        except ExplainerError:
            continue
        for relation in ("<", "<=", "=", "!=", ">", ">="):
            said = verdict(Comparison(relation, left, right))
            if said is None:
                continue
            for _ in range(6):
                values = {
                    name: generator.normal(size=[{"n": 3, "m": 2, "N": 4}[size] for size in shape.split(" x ")])
                    if shape != "scalar"
                    else generator.normal()
                    for name, shape in LETTERS.items()
                }
                try:
                    holds = Comparison(relation, left, right).evaluate({**values, "n": 3, "m": 2, "N": 4})
                except ExplainerError:
                    continue
                found += 1
                assert bool(holds) is said, (left.text(), relation, right.text())
    assert found > 300


INSIDE = ("x", "x^2", "exp(x)", "-exp(x)", "sin(x)", "tanh(x)", "1 - tanh(x)^2", "x - x", "2 tanh(x)^2 - 1")
AT = (-2.0, -1.0, 0.0, 0.5, 1.0, math.pi / 2, -math.pi / 2, math.log(1.5 * math.pi), math.log(math.pi / 2))
"""Where functions take the values that bound them: the sine of 3π/2, and what is 0 or 1 at 0."""
WITH_ENDS = [
    row
    for row in all_operations()
    if row.elementwise and row.arity == 1 and row.values_between != (-math.inf, math.inf)
]


def end_of(bound: float) -> Node:
    size = Number(Fraction(abs(bound)))
    return Negate(size) if bound < 0 else size


@pytest.mark.parametrize("row", WITH_ENDS, ids=lambda row: row.name)
def test_no_end_of_the_values_of_a_function_is_open_that_is_reached(row: Operation) -> None:
    decided = 0
    for inside, (end, relations) in product(INSIDE, zip(row.values_between, ((">", "<="), ("<", ">=")), strict=True)):
        if math.isinf(end):
            continue
        whole = parse_expression(f"{row.name}({inside})").expression
        for relation in (*relations, "!=", "="):
            said = verdict(Comparison(relation, whole, end_of(end)))
            decided += said is not None
            for x in AT if said is not None else ():
                value = whole.evaluate({"x": x})
                if np.isfinite(value):
                    holds = Comparison(relation, whole, end_of(end)).evaluate({"x": x})
                    assert bool(holds) is said, (whole.text(), relation, end, x)
    assert decided or not row.never


@pytest.mark.parametrize("beyond", [0, 1])
def test_what_is_deeper_or_longer_than_anybody_writes_is_not_decided(beyond: int) -> None:
    tall: Node = Variable("x")
    for _ in range(DEEPEST - tall.height + beyond):
        tall = Apply(OPERATIONS["exp"], (tall,))
    long = Sum((ONE,) * (LARGEST - 1 + beyond))
    assert (tall.height, long.part_count) == (DEEPEST + beyond, LARGEST + beyond)
    assert has_values_everywhere(tall) == has_values_everywhere(long) == (not beyond)
    assert only_value(long) == (None if beyond else LARGEST - 1)
    assert only_value(Negate(tall.children[0])) is None
    whole = Product((ZERO, tall.children[0]))
    assert whole.height == DEEPEST + beyond
    assert only_value(whole) == (None if beyond else 0)


def test_the_one_value_of_an_expression() -> None:
    cases = {
        "x - x": 0,
        "x + 3 - x": 3,
        "0 x": 0,
        "2 x - x - x": 0,
        "2 (x + 1) - 2 x": 2,
        "x - y": None,
        "x": None,
        "x^0": None,
    }
    assert {text: only_value(parse_expression(text).expression) for text in cases} == cases


PLAIN = (
    ("ln(x^2 + 1)", ()), ("sqrt(exp(x))", ()), ("1/(1 + exp(-x))", ()), ("ln(1 - sigmoid(x))", ()), ("1/cosh(x)", ()),
    ("abs(x - x)", ()), ("sqrt(x - x) + x", ()), ("(x - x)^0.5", ()), ("max(x, x + 0)", ()), ("max(x + 1, 1 + x)", ()),
    ("hypot(x - x, 0)", ()), ("cases(x if x <= x, 2 x otherwise)", ()), ("max(sigmoid(x), 2)", ()),
    ("abs(abs(x) + 1)", ("x != 0",)),
    ("max(x, y) max(y, x)", ("x != y",)), ("ln(x)", ("x > 0",)), ("abs(x^2)", ("x^2 != 0",)),
    ("relu(x) + 1/x", ("x != 0",)),
)  # fmt: skip


@in_groups("method", ["auto", "operator", "chain", "elements"])
@pytest.mark.parametrize(("text", "wanted"), PLAIN, ids=[text for text, _ in PLAIN])
def test_only_conditions_that_say_something_are_stated(text: str, wanted: tuple[str, ...], method: str) -> None:
    trace = derive(text, "x", method=method)
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    said = {condition for step in trace.steps for condition in step.conditions}
    assert all(verdict(condition) is None for condition in said if not isinstance(condition, And))
    assert len(said) >= len(wanted)
    if not wanted:
        assert not said
        assert not any(isinstance(part, Cases) for part in [trace.result])
