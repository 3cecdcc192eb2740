"""What a Python caller may give, and what a result gives back: shapes of NumPy, symbols of SymPy, printed steps."""

from __future__ import annotations

import inspect

import numpy as np
import pytest
import sympy

import explainer
from explainer.engine.methods import METHODS
from tests.cases import in_groups


@pytest.mark.parametrize(
    "shapes", [{"X": (4, 3), "w": 3}, {"X": "4 x 3", "w": (3,)}, {"X": np.zeros((4, 3)).shape}, {"X": ("4", 3)}]
)
def test_shapes_are_given_as_numpy_has_them(shapes) -> None:
    trace = explainer.derive("X @ w", wrt="w", shapes=shapes)
    assert trace.evaluate({"X": np.ones((4, 3)), "w": np.ones(3)}).shape == (4, 3)


def test_an_empty_tuple_is_a_scalar() -> None:
    assert explainer.parse("c x", {"c": (), "x": "n"}).shape == explainer.parse("x", {"x": "n"}).shape


@pytest.mark.parametrize("shape", [3.5, None, True, (3, None), {"n"}])
def test_what_is_no_shape_is_refused(shape) -> None:
    with pytest.raises(explainer.ExplainerError, match="no shape can be read"):
        explainer.derive("x' y", wrt="x", shapes={"x": shape})


@pytest.mark.parametrize("wrt", ["(x, y)", ("x", "y"), ["x", "y"], (sympy.Symbol("x"), "y"), sympy.symbols("x y")])
def test_several_variables_are_one_text_or_a_tuple(wrt) -> None:
    assert explainer.derive("x y^2", wrt=wrt).result.text() == "[[y^2, 2 x y]]"


def test_a_symbol_is_a_variable_of_text_and_of_sympy() -> None:
    x, y = sympy.symbols("x y")
    for function in ("x^2 y", x**2 * y):
        assert explainer.derive(function, wrt=x).result.text() == "2 x y"


@pytest.mark.parametrize("wrt", [3, (), 2.5, object()])
def test_what_is_no_variable_is_refused(wrt) -> None:
    with pytest.raises(explainer.ExplainerError, match="is no variable of differentiation"):
        explainer.derive("x y", wrt=wrt)


def test_the_help_names_every_method_shape_and_form() -> None:
    said = explainer.derive.__doc__ or ""
    for name in (*METHODS, "numerator", "denominator", "vec", "entries", "scalar", "N x n"):
        assert name in said


def test_a_printed_trace_shows_every_step_and_a_result_its_text() -> None:
    trace = explainer.derive("x^2 sin(x)", wrt="x")
    printed = str(trace)
    assert all(step.title in printed for step in trace.steps)
    assert "Result: 2x sin(x) + x² cos(x)" in printed
    assert repr(trace.result) == str(trace.result) == "2 x sin(x) + x^2 cos(x)"


def test_a_result_is_a_function_of_arrays() -> None:
    function = explainer.derive("x^2 sin(x)", wrt="x").result.numpy_function()
    points = np.linspace(-2, 2, 12).reshape(3, 4)
    assert function(points) == pytest.approx(2 * points * np.sin(points) + points**2 * np.cos(points))
    assert function(2.0) == pytest.approx(4 * np.sin(2) + 4 * np.cos(2))
    assert function(x=[]).shape == (0,)
    gradient = explainer.derive("max(0, w · x + b)", wrt="w").result.numpy_function("w", "x", "b")
    assert gradient([1.0, 2.0], [3.0, 4.0], 1.0) == pytest.approx(np.array([[3.0, 4.0]]))
    with pytest.raises(TypeError, match="it takes x"):
        function(1, 2)
    with pytest.raises(explainer.ExplainerError, match="would have no value"):
        explainer.derive("x y^2", wrt="y").result.numpy_function("x")


def test_sympy_takes_a_result() -> None:
    x, y = sympy.symbols("x y")
    assert sympy.simplify(sympy.sympify(explainer.derive("x^2 y", wrt="x").result) - 2 * x * y) == 0
    row = sympy.sympify(explainer.derive("x' x", wrt="x", shapes={"x": "n"}).result)
    assert row.shape[0] == 1


TRACE = explainer.derive("x^2 sin(x)", wrt="x")
ODD = [3, None, "zzz", 2.5, [], {}, b"x", object(), ("a", 1), TRACE, {3: "n"}, [TRACE], True, -1, "", float("nan")]
CALLS = {
    "parse.text": lambda odd: explainer.parse(odd),
    "parse.shapes": lambda odd: explainer.parse("x", shapes=odd),
    "derive.function": lambda odd: explainer.derive(odd, wrt="x"),
    "derive.wrt": lambda odd: explainer.derive("x^2", wrt=odd),
    "derive.shapes": lambda odd: explainer.derive("x^2", wrt="x", shapes=odd),
    "derive.method": lambda odd: explainer.derive("x^2", wrt="x", method=odd),
    "derive.layout": lambda odd: explainer.derive("x^2", wrt="x", layout=odd),
    "derive.order": lambda odd: explainer.derive("x^2", wrt="x", order=odd),
    "derive.form": lambda odd: explainer.derive("x^2", wrt="x", form=odd),
    "derive.budget": lambda odd: explainer.derive("x^2", wrt="x", budget=odd),
    "derive.facts": lambda odd: explainer.derive("x^2", wrt="x", facts=odd),
    "assess.trace": lambda odd: explainer.assess(odd, 1, "x"),
    "assess.number": lambda odd: explainer.assess(TRACE, odd, "x"),
    "assess.text": lambda odd: explainer.assess(TRACE, 1, odd),
    "code.trace": lambda odd: explainer.code(odd),
    "code.library": lambda odd: explainer.code(TRACE, odd),
    "figure.trace": lambda odd: explainer.figure(odd, "dataflow"),
    "figure.name": lambda odd: explainer.figure(TRACE, odd),
    "handout.subject": lambda odd: explainer.handout(odd),
    "handout.format": lambda odd: explainer.handout(TRACE, odd),
    "handout.option": lambda odd: explainer.handout(TRACE, "pdf", length=odd),
    "render.subject": lambda odd: explainer.render(odd),
    "render.format": lambda odd: explainer.render(TRACE, odd),
    "render.size": lambda odd: explainer.render(TRACE, "svg", odd),
    "render.theme": lambda odd: explainer.render(TRACE, "svg", 24, odd),
    "write.node": lambda odd: explainer.write(odd, "latex"),
    "write.face": lambda odd: explainer.write(TRACE.result, odd),
    "evaluate": lambda odd: TRACE.result.evaluate(odd),
    "evaluate.x": lambda odd: TRACE.result.evaluate({"x": odd}),
    "numpy_function": lambda odd: TRACE.result.numpy_function(odd),
}


@in_groups("call", CALLS)
def test_odd_arguments_are_refused_in_words(call) -> None:
    """Whatever is given: an answer, or a complaint of the program's own, never a failure deep inside it."""
    refused = 0
    for odd in ODD:
        try:
            CALLS[call](odd)
        except explainer.ExplainerError:
            refused += 1
    assert refused >= 6


def test_help_lists_what_can_be_given() -> None:
    assert all(word in (explainer.derive.__doc__ or "") for word in ("backward", "denominator", "scalar", "vec"))
    assert "function" in inspect.signature(explainer.derive).parameters
