"""What has a value nowhere is refused with its place; what has one somewhere is not."""

from __future__ import annotations

from operator import attrgetter

import numpy as np
import pytest
import sympy

import explainer
from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr.nodes import NODE_CLASSES, ZERO, Apply, Matrix, Quotient, Sum, Variable
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.language.sympy.bridge import to_sympy
from explainer.operations import OPERATIONS, all_operations
from explainer.operations.undefined import ANYTHING, Definedness, refuse_undefined
from tests.cases import in_groups
from tests.language.specimens import SPECIMENS

NAME = attrgetter("name")
NOWHERE = (
    ("x/sin(pi)", "x/sin(pi)"), ("x/(1 - cos(0))", "x/(1 - cos(0))"), ("0^0 x", "0^0"),
    ("x + 1/(sqrt(4) - 2)", "1/(sqrt(4) - 2)"),
    ("1/0", "1/0"), ("x/0", "x/0"), ("0/0 x", "0/0"), ("x + 1/(x - x)", "1/(x - x)"), ("ln(x - x)", "ln(x - x)"),
    ("2 ln(-x^2 - 1)", "ln(-x^2 - 1)"), ("sqrt(-1 - x^2)", "sqrt(-1 - x^2)"), ("arcsin(2 + x^2)", "arcsin(2 + x^2)"),
    ("ln(-abs(x))", "ln(-abs(x))"), ("(-1)^0.5 x", "(-1)^0.5"), ("0^(-1) x", "0^(-1)"), ("x/(0 y)", "x/(0 y)"),
    ("ln(sin(x) - 1)", "ln(sin(x) - 1)"), ("arcosh(cos(x))", "arcosh(cos(x))"), ("log2(-exp(x))", "log2(-exp(x))"),
    ("arcsec(1/(1 + x^2))", "arcsec(1/(1 + x^2))"), ("x / 0.0", "x / 0.0"), ("sqrt(-x^2)", "sqrt(-x^2)"),
    ("x det(inv([[1, 2], [2, 4]]))", "inv([[1, 2], [2, 4]])"), ("ln(-sum(v ⊗ v)) x", "ln(-sum(v ⊗ v))"),
    ("x/(norm(v) - norm(v))", "x/(norm(v) - norm(v))"), ("arcsec(sin(x))", "arcsec(sin(x))"),
    ("arccsc(cos(x))", "arccsc(cos(x))"), ("1/0 + ln(x - x)", "1/0"), ("ln(x - x) + 1/0", "ln(x - x)"),
    ("x/(0 y) + arcsin(3) + 1/(y - y)", "x/(0 y)"),
)  # fmt: skip
SOMEWHERE = (
    "x/sin(1e-13)", "x/(1 - cos(1e-9))", "x/cos(1)", "x/exp(-40)", "ln(x exp(-800))", "x/(1 - sigmoid(40))",
    "1/(x - 1)", "ln(x^2)", "ln(sin(x))", "1/x^2", "abs(0) x", "sqrt(0) x", "x^2/(y y + 1)", "ln(tanh(x))", "x^0.5",
    "sqrt(1 - x^2)", "ln(1 - exp(x))", "arcsin(x)", "(-x)^0.5", "x/(y - x)", "1/(x^2 - 1)", "ln(x - 1/x)", "0 x",
    "cases(1/x if x != 0, 0 otherwise)", "ln(1 - sigmoid(x))", "arcosh(cosh(x))",
)  # fmt: skip


@in_groups(("text", "part"), NOWHERE)
def test_what_has_a_value_nowhere_is_refused_with_its_place(text: str, part: str) -> None:
    with pytest.raises(UnsupportedError) as caught:
        explainer.derive(text, wrt="x", shapes={"v": "n"} if "v" in text else None)
    error = caught.value
    assert error.text == text
    assert error.position is not None
    assert text[error.position : error.end] == part
    assert error.hint


WORDS = (
    ("x/0", "nothing can be divided by zero"),
    ("x/(y - y)", "nothing can be divided by y - y, which is zero for all values of the variables"),
    ("x + 0^0", "0^0 has no value"),
    ("0^(-2) x", "nothing can be divided by zero"),
    ("(-2)^0.5 x", "(-2)^0.5 has no value: -2 is negative for all values of the variables"),
    ("(-2)^x", "(-2)^x has no derivative: -2 is positive for no values of the variables"),
    ("ln(-x^2)", "ln(-x^2) has no value: -x^2 > 0 holds for no values of the variables"),
    ("arccoth(sin(x)/2)", "arcoth(sin(x) / 2) has no value: |sin(x) / 2| > 1 holds for no values of the variables"),
    ("x inv([[1, 2], [2, 4]])", "[[1, 2], [2, 4]] has no inverse: the matrix is singular"),
    ("x logdet([[1, 2], [2, 4]])", "[[1, 2], [2, 4]] has no logarithm of its determinant, which is not positive"),
    ("x logdet([[1, 0], [0, -1]])", "[[1, 0], [0, -1]] has no logarithm of its determinant, which is not positive"),
    ("x normalize([0, 0])", "normalize([0, 0]) has no value"),
    ("x sum(row_layer_norm([[1, 1], [2, 3]]))", "row_layer_norm([[1, 1], [2, 3]]) has no value"),
    ("x layer_norm(v - v)", "layer_norm(v - v) has no value"),
)  # fmt: skip


@in_groups(("text", "reason"), WORDS)
def test_the_reason_says_what_is_wrong_with_the_part(text: str, reason: str) -> None:
    with pytest.raises(UnsupportedError) as caught:
        explainer.derive(text, wrt="x", shapes={"v": "n"} if "v - v" in text else None)
    assert caught.value.message == caught.value.reason == reason


def test_a_matrix_of_very_many_numbers_is_not_looked_at() -> None:
    def singular(size: int) -> Apply:
        return Apply(OPERATIONS["inv"], (Matrix(((ZERO,) * size,) * size),))

    Definedness().require(singular(100))
    with pytest.raises(UnsupportedError, match="the matrix is singular"):
        Definedness().require(singular(99))


def test_parts_that_are_used_many_times_are_looked_at_once() -> None:
    x, node = Variable("x"), Variable("x")
    for _ in range(60):
        node = Sum((node, node))
    refuse_undefined(node, x)
    with pytest.raises(UnsupportedError, match="divided by zero"):
        refuse_undefined(Sum((node, Quotient(x, ZERO))), x)


@in_groups("text", SOMEWHERE)
def test_what_has_a_value_somewhere_is_derived(text: str) -> None:
    assert explainer.derive(text, wrt="x").status == "finished"


NEVER_POSITIVE = (
    ("(-2)^x", "(-2)^x"), ("0^x", "0^x"), ("y + (-2)^(x y)", "(-2)^(x y)"), ("x (-1 - x^2)^x", "(-1 - x^2)^x"),
    ("(-abs(x))^x", "(-abs(x))^x"), ("(-0.5)^sin(x)", "(-0.5)^(sin(x))"), ("(-e)^x", "(-e)^x"),
    ("a^b where a = -x^2, b = 3 x", "a^b"),
)  # fmt: skip


@in_groups("method", ["auto", "chain", "elements", "differential"])
@pytest.mark.parametrize(("text", "part"), NEVER_POSITIVE)
def test_a_power_of_what_is_never_positive_has_no_derivative_by_its_exponent(text: str, part: str, method: str) -> None:
    with pytest.raises(UnsupportedError, match="has no derivative") as caught:
        explainer.derive(text, wrt="x", method=method)
    assert caught.value.subexpression == part
    assert caught.value.hint


@pytest.mark.parametrize("text", ["(-1)^n x^2", "(-1 - x^2)^y", "sum(i=1..n, (-1)^i x^i)", "(-x)^x", "x^x", "(-2)^2 x"])
def test_a_sign_in_a_base_is_no_fault_where_it_may_be_raised(text: str) -> None:
    assert explainer.derive(text, wrt="x").status == "finished"


def test_definitions_are_followed() -> None:
    for text in ("y where u = 0, y = x/u", "y where u = x - x, v = u, y = 1/v"):
        with pytest.raises(UnsupportedError, match="nothing can be divided"):
            explainer.derive(text, wrt="x")
    assert explainer.derive("y where u = x - 1, y = 1/u", wrt="x").status == "finished"


def test_reading_alone_refuses_nothing() -> None:
    assert explainer.parse("1/0").text() == "1 / 0"


@in_groups("operation", all_operations(), ids=NAME)
def test_the_bounds_in_the_table_hold(operation: Operation) -> None:
    low, high = operation.values_between
    if (low, high) == ANYTHING or operation.arity != 1:
        return
    points = np.concatenate([np.linspace(-40, 40, 801), [-1e-9, 1e-9, 1e6, -1e6]])
    points = points if operation.elementwise else np.stack([points, points[::-1]], axis=-1)
    if operation.name == "frobenius_norm":
        points = points[:, :, None]
    with np.errstate(all="ignore"):
        values = np.asarray(operation.value(np, points))
    values = values[np.isfinite(values)]
    assert values.size
    assert values.min() >= low
    assert values.max() <= high
    if operation.elementwise:
        reach = 1e3 if np.isinf([low, high]).any() else high - low
        assert min(abs(values.min() - low), abs(values.max() - high)) < 0.25 * reach, "the bounds could be tighter"


@in_groups("text", [text for text in SOMEWHERE if "softmax" not in text])
def test_bounds_hold_for_the_values(text: str) -> None:
    node = parse_expression(text).expression
    low, high = Definedness().bounds(node)
    generator = np.random.default_rng(7)
    for _ in range(50):
        with np.errstate(all="ignore"):
            value = node.evaluate({"x": generator.normal() * 3, "y": generator.normal() * 3})
        assert not np.isfinite(value) or low <= value <= high


ARGUMENTS = (
    "-1000",
    "-40",
    "-2",
    "-1",
    "-1/2",
    "0",
    "0.000000001",
    "1/4",
    "1",
    "2",
    "4",
    "40",
    "1000",
    "pi",
    "pi/2",
    "e",
)


@in_groups("operation", [row for row in all_operations() if row.arity == 1 and row.elementwise], ids=NAME)
def test_bounds_of_constants_hold_with_many_digits(operation: Operation) -> None:
    """Where double precision ends, as at exp(-1000), nothing is taken for zero that isn't."""
    seen = 0
    for argument in ARGUMENTS:
        node = parse_expression(f"{operation.name}({argument})").expression
        low, high = Definedness().bounds(node)
        try:
            value = to_sympy(node).evalf(60)
        except ExplainerError:
            continue
        if value.is_Float or value.is_Integer or value.is_Rational:
            seen += 1
            assert sympy.Float(low) - sympy.Float("1e-15") * abs(value) <= value, argument
            assert value <= sympy.Float(high) + sympy.Float("1e-15") * abs(value), argument
            assert (low, high) != (0, 0) or value == 0, argument
    assert seen


def test_every_kind_of_node_has_bounds() -> None:
    for kind in NODE_CLASSES:
        for node in SPECIMENS[kind]:
            low, high = Definedness().bounds(node)
            assert low <= high, node
