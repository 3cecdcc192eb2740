"""Factorials, binomial coefficients and the gamma function, as constants and as what is differentiated."""

from __future__ import annotations

import mpmath
import pytest

from explainer.engine import derive
from explainer.errors import ParseError
from explainer.language import read_question
from tests.cases import in_groups


@in_groups(("typed", "meant"), [
    ("n!", "factorial(n)"), ("2n!", "2 factorial(n)"), ("(n - k)!", "factorial(n - k)"),
    ("x_1! + 1", "factorial(x_1) + 1"),
    ("λ^k e^{-λ} / k!", "λ^k e^(-λ)/factorial(k)"), ("x != 2", "x != 2"),
    (r"\sum_i (x_i \log\lambda - \lambda - \log x_i!)", "sum(i=1..n, x_i ln(λ) - λ - ln(factorial(x_i)))"),
    (r"\binom{n}{k} p^k (1-p)^{n-k}", "binom(n, k) p^k (1 - p)^(n - k)"), (r"{n \choose k} p", "binom(n, k) p"),
    (r"\frac{n!}{k!(n-k)!}", "factorial(n)/(factorial(k) factorial(n - k))"),
    (r"\log\Gamma(\alpha)", "ln(gamma_function(α))"), ("Γ((n+1)/2)", "gamma_function((n + 1)/2)"),
    ("Γ(α + β)/(Γ(α) Γ(β))", "gamma_function(α + β)/(gamma_function(α) gamma_function(β))"),
    ("Γ (x - μ)", "Gamma (x - μ) where Gamma: m x n, x: n, μ: n"),
    ("scipy.special.gammaln(x) + math.lgamma(x)", "lgamma(x) + lgamma(x)"),
    ("sp.special.polygamma(1, x) + gamma", "trigamma(x) + γ"),
])  # fmt: skip
def test_products_of_many_factors_are_read(typed: str, meant: str) -> None:
    assert read_question(typed).parsed.expression.text() == read_question(meant).parsed.expression.text()


@pytest.mark.parametrize("text", ["!n", "n!!", "+!"])
def test_a_factorial_stands_behind_one_operand(text: str) -> None:
    with pytest.raises(ParseError, match="a factorial stands behind") as told:
        read_question(text)
    assert text[told.value.position] == "!"


@pytest.mark.parametrize(("text", "wrt", "meant"), [
    ("n α ln(β) - n lgamma(α)", "alpha", lambda n, alpha, beta: n * mpmath.log(beta) - n * mpmath.digamma(alpha)),
    ("n ln(α)/ln(Γ(β) + 2)", "alpha", lambda n, alpha, beta: n / alpha / mpmath.log(mpmath.gamma(beta) + 2)),
])  # fmt: skip
def test_a_derivative_with_a_gamma_function_has_its_value(text: str, wrt: str, meant: object) -> None:
    trace = derive(text, wrt=wrt)
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    values = {"n": 3.0, "alpha": 1.7, "beta": 2.3}
    found = trace.result.evaluate({name: values[name] for name in trace.problem.shapes})
    assert float(found) == pytest.approx(float(meant(**values)))


def test_there_is_an_end_to_derivatives_of_the_gamma_function() -> None:
    trace = derive("trigamma(x)", wrt="x")
    assert trace.status == "stuck"
    assert "trigamma" in trace.reason
