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


NESTED = (
    ("f(a x)", "x", "a^2 d(d(f(u))/d(u))/d(u) where u = a x"),
    ("f(x^2)", "x", "2 d(f(u))/d(u) + 4 x^2 d(d(f(u))/d(u))/d(u) where u = x^2"),
    ("f(g(x))", "x", "d(f(u))/d(u) d(d(g(x))/d(x))/d(x) + (d(g(x))/d(x))^2 d(d(f(u))/d(u))/d(u) where u = g(x)"),
    ("f(2 x) + g(3 x)", "x", "4 ∂(∂(f(u_1))/∂(u_1))/∂(u_1) + 9 ∂(∂(g(u_3))/∂(u_3))/∂(u_3) where u_1 = 2 x, u_3 = 3 x"),
    ("f(x - c t)", "(x, t)", "[[d(d(f(u))/d(u))/d(u), -c d(d(f(u))/d(u))/d(u)], [-c d(d(f(u))/d(u))/d(u), "
     "c^2 d(d(f(u))/d(u))/d(u)]] where u = x - c t"),
    ("f(w · x) where w: n, x: n", "x", "∂(∂(f(z))/∂(z))/∂(z) (w @ w') where z = w · x"),
    ("f(A x) where A: m x n, x: n", "x", "A' @ ∂((∂(f(z))/∂(z))')/∂(z) @ A where z = A @ x"),
    ("f(x) where x: n", "x", "grid(i=1..n, k=1..n, ∂(∂(f(x))/∂(x_i))/∂(x_k))"),
    ("f(x)^2 where x: n", "x", "2 (f(x) ∂((∂(f(x))/∂(x))')/∂(x) + (∂(f(x))/∂(x))' @ ∂(f(x))/∂(x))"),
    ("f(x_1 x_2) where x: 2", "x", "[[x_2^2 d(d(f(u))/d(u))/d(u), d(f(u))/d(u) + x_1 x_2 d(d(f(u))/d(u))/d(u)], "
     "[d(f(u))/d(u) + x_1 x_2 d(d(f(u))/d(u))/d(u), x_1^2 d(d(f(u))/d(u))/d(u)]] where u = x_1 x_2"),
    ("sum(i=1..n, f(x_i)) where x: n", "x", "diagonal(i=1..n, ∂(∂(f(x_i))/∂(x_i))/∂(x_i))"),
    ("sum(i=1..N, f(w · X_i)) where w: n, X: N x n", "w",
     "sum(i=1..N, (d(d(f(z))/d(z))/d(z) (X_i @ X_i') where z = w · X_i))"),
    ("f(tr(X)) where X: n x n", "X", "d(d(f(u))/d(u))/d(u) (vec(identity(n)) @ vec(identity(n))') where u = tr(X)"),
    ("f(W x) where W: m x n, x: n", "W", "kron(x @ x', ∂((∂(f(u))/∂(u))')/∂(u)) where u = W @ x"),
)  # fmt: skip


@in_groups(("text", "wrt", "result"), NESTED, ids=lambda value: str(value)[:30])
def test_a_function_of_a_function_has_its_second_derivative_by_the_chain_rule(text: str, wrt: str, result: str) -> None:
    trace = explainer.derive(text, wrt, order=2)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if step.check.state == "failed"] == []
    assert trace.result.text() == result


@in_groups("method", METHODS)
@in_groups(
    "text", ["f(x + 1)", "f(g(h(x)))", "f(x, x^2)", "f(x) g(2 x)", "f(x) where x: n", "f(w · x) where w: n, x: n"]
)
def test_every_method_has_the_same_second_derivative(text: str, method: str) -> None:
    trace = explainer.derive(text, "x", order=2, method=method)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if step.check.state == "failed"] == []


@in_groups(
    "text", ["norm(f(x))^2 where x: n, f: m", "f(x)' A f(x) where x: n, f: m, A: m x m", "f(x) · x where x: n, f: n"]
)
def test_what_is_made_of_vectors_of_abstract_functions_is_derived_entry_by_entry(text: str) -> None:
    trace = explainer.derive(text, "x", order=2)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if step.check.state == "failed"] == []


@in_groups("text", ["f(x, y)", "f(x)"])
@pytest.mark.parametrize("method", [name for name in METHODS if name != "differential"])
def test_a_derivative_that_stays_is_no_loop(text: str, method: str) -> None:
    trace = explainer.derive(text, "x", method=method)
    assert (trace.status, trace.reason) == ("finished", "")


@in_groups("text", ["f(g(x), h(x)) where x: n", "sum(f.(x)) where x: n", "w · f.(x) where x: n", "f(a · x) g(x)"])
def test_no_derivative_by_a_name_is_taken_for_zero(text: str) -> None:
    """A method that goes on from a line with names would hold them constant."""
    trace = explainer.derive(text, "x", order=2)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if step.check.state == "failed"] == []
    assert "zeros" not in trace.result.text()
