"""Whole questions: LaTeX, code and d/dx in front, for `derive` as for the window; and what is refused by its name."""

from __future__ import annotations

import numpy as np
import pytest

import explainer
from explainer.errors import ExplainerError, ParseError
from explainer.language import read_question
from tests.cases import in_groups


@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("d/dx (x^2 y)", "x", "2 x y"),
        ("d/dx x^2 + 3x", "x", "2 x + 3"),
        ("d/dx [x^2 y]", "x", "2 x y"),
        ("∂/∂y (x^2 y)", "y", "x^2"),
        ("∇_w (w · x + b)", "w", "x'"),
        (r"\frac{d}{dx} x^2 y", "x", "2 x y"),
        (r"\frac{\partial}{\partial \mathbf{w}} \mathbf{w}^\top\mathbf{x}", "w", "x'"),
        (r"\nabla_{\mathbf{w}} \mathbf{w}^\top\mathbf{x}", "w", "x'"),
        ("d/dx (u^2) where u = 3 x", "x", "18 x"),
    ],
)
def test_a_derivative_sign_in_front_is_the_question(text: str, wrt: str, result: str) -> None:
    trace = explainer.derive(text)
    assert trace.problem.wrt.text() == wrt
    assert trace.result.text() == result
    assert explainer.derive(text, wrt).result is trace.result
    assert explainer.derive(trace.problem.text, wrt).result is trace.result


@pytest.mark.parametrize(
    ("text", "wrt"),
    [
        ("np.sum((X @ w - y)**2)", "w"),
        ("((X.dot(w) - y)**2).sum()", "w"),
        (r"\|\mathbf{X}\mathbf{w}-\mathbf{y}\|_2^2", "w"),
        ("||Xw - y||^2", "w"),
        ("(Xw - y)ᵀ(Xw - y)", "w"),
    ],
)
def test_one_function_in_five_ways_of_writing_has_one_derivative(text: str, wrt: str) -> None:
    random = np.random.default_rng(1)
    data = {"X": random.normal(size=(3, 2)), "w": random.normal(size=2), "y": random.normal(size=3)}
    trace = explainer.derive(text, wrt)
    shapes = trace.problem.shapes
    sizes = {
        str(size): length for name in data for size, length in zip(shapes[name].sizes, data[name].shape, strict=True)
    }
    expected = 2 * (data["X"] @ data["w"] - data["y"]) @ data["X"]
    assert np.allclose(trace.result.evaluate({**data, **sizes}), expected[None])


def test_without_a_variable_the_names_are_told() -> None:
    with pytest.raises(ExplainerError, match="no variable") as caught:
        explainer.derive("x^2 y")
    assert "x, y" in str(caught.value.hint)


def test_an_inverse_is_held_constant() -> None:
    trace = explainer.derive("(x - μ)ᵀΣ⁻¹(x - μ)", "x")
    matrix = np.array([[2.0, 0.5], [0.3, 1.5]])
    values = {"x": np.array([1.0, -2.0]), "mu": np.array([0.5, 0.25]), "Sigma": matrix, "n": 2}
    inverse, away = np.linalg.inv(matrix), values["x"] - values["mu"]
    assert np.allclose(trace.result.evaluate(values), (away @ (inverse + inverse.T))[None])
    assert all(step.check.ok for step in trace.steps)


def test_the_largest_entry_has_a_derivative_where_it_is_alone() -> None:
    found = explainer.derive("max(x)", "x").result.evaluate({"x": np.array([1.0, 3.0, 2.0]), "n": 3})
    assert np.allclose(found, [[0.0, 1.0, 0.0]])


def test_what_only_looks_like_code_is_read_as_it_is_typed() -> None:
    assert read_question("0.5*(y - w.T x)^2").parsed.expression.text() == "0.5 (y - w' @ x)^2"
    with pytest.raises(ParseError, match="no function foo"):
        read_question("np.foo(x)")


@pytest.mark.parametrize("text", ["np.linalg.pinv(A)", "np.linalg.eig(A)", "torch.cumsum(x, 0)"])
def test_no_other_function_is_suggested_for_one_of_a_library(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_question(text)
    assert "Did you mean" not in str(caught.value.hint)


@pytest.mark.parametrize(
    "text", ["x -> a x^2", "x ↦ a x^2", "lambda x: a*x**2", "f(x) = a x^2", "def f(x):\n    return a*x**2"]
)
def test_what_names_the_variable_is_called_an_argument_with_brackets_or_without(text: str) -> None:
    assert "x is the argument of the function, so it is the variable." in read_question(text).notes
    chosen = read_question(text, wrt="a").notes
    assert not any("so it is the variable" in note for note in chosen)


def test_several_arguments_are_variables() -> None:
    said = "x and y are the arguments of the function, so they are the variables."
    assert said in read_question("(x, y) -> x^2 y").notes
    assert said in read_question("gradient of f(x, y) = x^2 y").notes


@in_groups(
    ("text", "result"),
    [
        ("D(x^2)", "2 x"),
        ("D_x(x^2 y)", "2 x y"),
        ("D [x^2 + sin(x)]", "2 x + cos(x)"),
        ("∇(x^2)", "2 x"),
        ("∇(x^2 y)", "2 x y"),
        ("∇_{x} (x^2 y)", "2 x y"),
        ("grad(x^3)", "3 x^2"),
        ("(x^2)'", "2 x"),
        ("(x^2 + 3x)'", "2 x + 3"),
        ("(sin x)'", "cos(x)"),
        ("(1/x)′", "-1 / x^2"),
    ],
)
def test_a_sign_of_differentiation_around_everything_is_the_question(text: str, result: str) -> None:
    trace = explainer.derive(text, "x")
    assert trace.result.text() == result
    assert any("left out" in note or "read as the derivative" in note for note in trace.problem.notes)


@pytest.mark.parametrize(
    ("text", "shapes", "result"),
    [
        ("D (x^2) + x", {}, "2 D x + 1"),  # not around everything
        ("D(x^2)", {"D": "scalar"}, "2 D x"),
        ("D(D + x^2)", {}, "2 D x"),
        ("(A x)'", {"A": "m x n", "x": "n"}, None),
        ("(x + y)'", {}, None),  # a row: nothing in it is done to numbers alone
    ],
)
def test_what_may_be_a_factor_or_a_transpose_stays_one(text: str, shapes: dict[str, str], result: str | None) -> None:
    trace = explainer.derive(text, "x", shapes=shapes)
    assert result is None or trace.result.text() == result
    assert not any("left out" in note or "read as the derivative" in note for note in trace.problem.notes)


@pytest.mark.parametrize("text", ["x^2 dx", "2 x dx", "x sin(x) dx", "y dx + x"])
def test_dx_beside_x_is_never_a_product(text: str) -> None:
    with pytest.raises(ParseError, match="belongs to an integral or a differential") as caught:
        explainer.derive(text, "x")
    assert text[caught.value.position :].startswith("dx")


@pytest.mark.parametrize(("text", "result"), [("m d^2 + dx", "d"), ("d x", "d")])
def test_d_is_a_factor_where_it_stands_alone_or_x_does_not(text: str, result: str) -> None:
    assert explainer.derive(text, "x").result.text() == result


def test_numpy_diff_is_not_the_derivative_of_numpy() -> None:
    with pytest.raises(ExplainerError, match="diff"):
        explainer.derive("np.diff(x)", "x", shapes={"x": "n"})
