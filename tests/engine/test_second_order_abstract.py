"""Second derivatives of abstract functions: f″(x) stays as f′(x) does, and what is around it is carried out."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.engine import METHODS
from explainer.verify import evaluate_with_oracle
from tests.cases import in_groups

FUNCTIONS = (
    "f(x)", "f(x) g(x)", "x f(x)", "f(x, y)", "f(x)^2", "sin(f(x))", "exp(x) f(x)", "x f(y)", "f(x)/g(x)",
    "sin(cos(exp(f(x))))", "max(f(x), g(x))", "cases(f(x) if x > 0, 0 otherwise)", "u f(x) where u = x^2",
)  # fmt: skip


@pytest.mark.parametrize(("place", "text"), tuple(enumerate(FUNCTIONS)), ids=FUNCTIONS)
def test_it_comes_to_its_end(place: int, text: str) -> None:
    """By the chain rule, which gives names elsewhere, and by one of the other methods in turn."""
    others = sorted(METHODS)
    for method, wrt in (("chain", "x"), (others[place % len(others)], "x"), ("auto", "(x, y)")):
        trace = explainer.derive(text, wrt, order=2, method=method)
        assert trace.status == "finished", (method, trace.reason)
        assert [step.check.message for step in trace.steps if step.check.state == "failed"] == []


def test_the_law_of_leibniz() -> None:
    for method in METHODS:
        result = explainer.derive("f(x) g(x)", "x", order=2, method=method).result
        functions = {"f": numpy.sin, "g": lambda x: x**3, "x": 0.7}
        expected = -numpy.sin(0.7) * 0.7**3 + 2 * numpy.cos(0.7) * 3 * 0.7**2 + numpy.sin(0.7) * 6 * 0.7
        assert float(evaluate_with_oracle(result, functions)) == pytest.approx(expected, rel=1e-5)


def test_what_stands_inside_is_told_of() -> None:
    trace = explainer.derive("f(x + 1)", "x", order=2)
    assert trace.status == "stuck"
    assert "something other than x itself" in trace.reason


@in_groups("text", ["f(x, y)", "f(x)"])
@pytest.mark.parametrize("method", [name for name in METHODS if name != "differential"])
def test_a_derivative_that_stays_is_no_loop(text: str, method: str) -> None:
    trace = explainer.derive(text, "x", method=method)
    assert (trace.status, trace.reason) == ("finished", "")
