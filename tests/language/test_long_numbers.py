"""Numbers of many digits and digits of other scripts, wherever a number may stand: refused with the place, or read."""

from __future__ import annotations

import re

import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError, LimitError
from explainer.expr.nodes import Number
from explainer.expr.shape import parse_shape
from explainer.language import parse_expression
from explainer.language.pasted import source_of
from tests.cases import in_groups

PLACES = (
    "7", "x + 7", "x_7", "x_{7,1}", "A_{1,7}", "x^7", "x7 + x", "7x", "1.7 x", "7e2 x", "2e7 x", "‖x‖_7", "norm_7(x)",
    "log_7(x)", "log7(x)", "sum(i=7..n, x_i)", "sum(i=1..7, x_i)", "w · x where w: 7, x: 7", "sum(A) where A: 7 x 7",
    "w · x where w: n+7, x: n+7", "x[7]", "identity(7)", "ones(7) · x", "u_7 where u_7 = x", "d^7/dx^7 sin(x)",
    "d(x)/d(x7)", r"\frac{x}{7}", r"x_{7}^{7}", r"\sqrt[7]{x}", r"\sum_{i=1}^{7} x_i", r"\|x\|_7", r"\log_7 x",
    "np.sum(x[7:])", "np.linalg.norm(x, 7)", "np.log7(x)", "x.sum(axis=7)", "grad(lambda a, b: a*b, 7)(a, b)",
    "def f(x):\n    return x ** 7", "for i in range(7):\n    s = s + x", "f = nn.Linear(7, 7)\ny = f(x)",
    "x = torch.randn(7)\ny = x.sum()", "delta(7, i)", "x where sum(x) = 7", "∑_{i=1}^7 x_i", "x₇ + x",
)  # fmt: skip
"""Where a 7 stands, another number is put in its place."""

LONG = {"zeros before a digit": "0" * 4900 + "7", "digits": "7" * 4900, "digits of another script": "٧" * 4900}
OTHER = {
    "a digit of another script": "٧",
    "a raised digit": "²",
    "a circled digit": "①",
    "a fraction": "½",
    "a sign": "-7",
}


def _read(text: str) -> None:
    source = source_of(text)
    parse_expression(text if source is None else source.translate(text).text, None, "x")


@in_groups("number", LONG.values(), ids=LONG)
@pytest.mark.parametrize("text", PLACES)
def test_a_number_of_many_digits_is_refused_with_its_place(text: str, number: str) -> None:
    typed = re.sub("[7₇]", number, text, count=1)
    with pytest.raises(ExplainerError) as caught:
        _read(typed)
    assert str(caught.value)
    if source_of(typed) is None:
        assert isinstance(caught.value, LimitError)
        assert typed[caught.value.position : caught.value.end] in {
            number,
            f"1.{number}",
            f"{number}.7",
            f"{number}e2",
            f"2e{number}",
        }


@pytest.mark.parametrize("number", OTHER.values(), ids=OTHER)
def test_other_digits_are_read_or_refused(number: str) -> None:
    refused = 0
    for text in PLACES:
        try:
            _read(re.sub("[7₇]", number, text))
        except ExplainerError as error:
            refused += bool(str(error))
    assert refused > 5


def test_zeros_before_a_size_and_before_an_exponent_mean_nothing() -> None:
    assert parse_shape("0" * 5000 + "3 x n") == parse_shape("3 x n")
    assert parse_expression("2e000000001").expression is parse_expression("20").expression
    assert parse_expression("2e-000000001").expression is Number(parse_expression("0.2").expression.value, 1)  # type: ignore[attr-defined]


GROWING = (
    "(3 x)^999999999", "(x/3)^999999999", "(0.3 x)^999999999", "x^3 (3 x)^99999999", "((7 x)^9)^999999999",
    "1/(1 + 999999999999/x)^99999", "sqrt(999999999999 x)^9999", f"({'2' * 299} x)^40", f"((({'2' * 299} x)^9)^9)^9",
    " * ".join([f"(x * {'2' * 299})"] * 20), " * ".join(f"(x/{10**298 + k})" for k in range(12)),
    " + ".join(f"x * {10**297 + k}/{10**298 + k}" for k in range(12)), "(x^(10^299))^(10^299)",
    f"(((x^{'2' * 299})^{'2' * 299})^{'2' * 299})^{'2' * 299}",
)  # fmt: skip
"""Functions whose derivatives have longer numbers than anybody reads; to compute some of them would take for ever."""


@in_groups("text", GROWING, ids=[text[:24] for text in GROWING])
def test_numbers_that_grow_end_a_derivation_or_stay_powers(text: str) -> None:
    trace = derive(text, "x")
    assert trace.status == "finished" or "digits" in trace.reason
    assert trace.budget.work < 100_000
    assert all(step.latex and step.text for step in trace.steps)


@pytest.mark.parametrize("piece", ["½", "½x", "αβ", "x²", "α", "x'", "Σ", "abc ", "2x3y", "⅓+", "f(x)(y)"])
def test_ten_thousand_characters_of_more_signs_than_are_read_are_refused(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    with pytest.raises(ExplainerError) as caught:
        parse_expression(text)
    assert str(caught.value)


def test_a_long_sum_is_read() -> None:
    terms = 10_000 // len("2 x_1 + ")
    assert parse_expression("2 x_1 + " * (terms - 1) + "x_2").expression.shape.is_scalar
