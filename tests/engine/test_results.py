"""`Trace.results`: each variable with its derivative, out of whatever form the stacked one has."""

import json
import pickle

import numpy
import pytest

from explainer import derive
from explainer.engine.trace import Trace
from tests.cases import in_groups

SHAPES = {"a": "scalar", "b": "scalar", "x": "n", "y": "n", "A": "m x n"}
VALUES = {
    "a": 1.5,
    "b": -0.5,
    "x": numpy.array([1.0, -2.0]),
    "y": numpy.array([0.5, 3.0]),
    "A": numpy.array([[2.0, 1.0], [0.5, 3.0], [1.0, -1.0]]),
    "n": 2,
    "m": 3,
}
FUNCTIONS = ["3 a^2 b", "x · y", "norm(A @ x)^2 + x · y", "a (x · y) + a^2", "3", "-(b x · x)/a", "a x + b y", "A @ x"]
TUPLES = ["(a, b)", "(x, y)", "(x, a)", "(a, y, x, b)"]


@in_groups("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("wrt", TUPLES)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_columns_of_the_stacked_one_are_the_derivatives_by_each_variable(function, wrt, layout):
    trace = derive(function, wrt=wrt, shapes=SHAPES, layout=layout)
    names = [name.strip() for name in wrt.strip("()").split(",")]
    assert list(trace.results) == names
    for name, found in trace.results.items():
        alone = derive(function, wrt=name, shapes=SHAPES, layout=layout).result
        assert found.shape == alone.shape, (name, found.text())
        assert numpy.allclose(found.evaluate(VALUES), alone.evaluate(VALUES)), (name, found.text())


def test_a_single_variable_has_one_entry_which_is_the_result():
    trace = derive("x · x", wrt="x", shapes=SHAPES)
    assert trace.results == {"x": trace.result}


def test_they_are_written_and_read():
    trace = derive("x · y + a^2", wrt="(x, a)", shapes=SHAPES)
    copies = pickle.loads(pickle.dumps(trace)), Trace.from_dict(json.loads(json.dumps(trace.to_dict())))
    for copy in copies:
        assert {name: value.text() for name, value in copy.results.items()} == {"x": "y'", "a": "2 a"}


def test_they_are_not_worked_out_before_somebody_asks():
    trace = derive("x · y + a^2", wrt="(x, a)", shapes=SHAPES)
    assert not trace.derived
    assert trace.results["a"].text() == "2 a"
    assert trace.complete


@in_groups("method", ["auto", "chain", "elements", "differential"])
@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("sum(i=1..n, x)", "x", "n"),
        ("sum(i=0..n, x)", "x", "n + 1"),
        ("sum(i=1..n, a x + y_i)", "x", "n a"),
        ("sum(i=1..n, sum(j=1..m, x))", "x", "n m"),
        ("1/n sum(i=1..n, w · X_i + b)", "b", "1"),
    ],
)
def test_equal_terms_of_an_open_sum_are_counted(text: str, wrt: str, result: str, method: str) -> None:
    shapes = {"y": "n", "w": "m", "X": "n x m"}
    trace = derive(text, wrt, {name: shape for name, shape in shapes.items() if name in text}, method)
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)
