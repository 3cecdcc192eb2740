"""Properties of derivations of random functions: every step keeps value and shape; the result is right.

Right means: finite differences of the function's values agree, and so does SymPy's derivative, an independent program.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.engine import METHODS, derive
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Negate, Number, Power, Product, Quotient, Sum, Variable
from explainer.operations import find
from tests.some import examples

X, Y = Variable("x"), Variable("y")
FUNCTIONS = ("sin", "cos", "exp", "ln", "sqrt", "tanh", "sigmoid", "atan", "softplus")


def _apply(name: str, argument: Node) -> Node:
    operation = find(name)
    assert operation is not None
    return Apply(operation, (argument,))


def _grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        st.tuples(inner, inner).map(lambda pair: Quotient(*pair)),
        st.tuples(inner, st.integers(-2, 4)).map(lambda pair: Power(pair[0], _number(pair[1]))),
        st.tuples(st.sampled_from(FUNCTIONS), inner).map(lambda pair: _apply(*pair)),
        inner.map(Negate),
    )


def _number(value: int) -> Node:
    return Negate(Number(Fraction(-value))) if value < 0 else Number(Fraction(value))


LEAVES = st.one_of(st.just(X), st.just(X), st.just(Y), st.integers(1, 5).map(_number))
FUNCTIONS_OF_X = st.recursive(LEAVES, _grow, max_leaves=6)
RARELY = [HealthCheck.too_slow, HealthCheck.filter_too_much]


def _values(expression: Node, points: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        return np.array([expression.evaluate({"x": x, "y": y}) for x, y in points], dtype=float)


POINTS = np.random.default_rng(7).uniform(0.3, 2.0, (6, 2))


@settings(max_examples=examples(60), deadline=None, suppress_health_check=RARELY)
@given(FUNCTIONS_OF_X, st.sampled_from(["operator", "chain", "chain-forward", "auto"]))
def test_every_step_keeps_value_and_shape(expression: Node, method: str) -> None:
    trace = derive(expression, X, method=method)
    assert trace.status == "finished", trace.reason
    stack = list(trace.steps)
    while stack:
        step = stack.pop()
        assert step.before.shape == step.after.shape
        # Some random functions have no real values at all (the root of −1): then a check cannot say anything.
        assert step.check.ok or step.check.points == 0, (step.rule, step.before.text(), step.after.text(), step.check)
        stack.extend(step.substeps)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=RARELY)
@given(FUNCTIONS_OF_X)
def test_the_result_agrees_with_differences_of_the_function(expression: Node) -> None:
    result = derive(expression, X).result
    for step in (1e-4, 1e-5):
        shift = np.array([step, 0.0])
        ahead, behind = _values(expression, POINTS + shift), _values(expression, POINTS - shift)
        slope = (ahead - behind) / (2 * step)
        exact = _values(result, POINTS)
        sizes = np.abs(_values(expression, POINTS)) + np.abs(exact) + 1
        usable = np.isfinite(slope) & np.isfinite(exact) & (sizes < 1e4)
        np.testing.assert_allclose(exact[usable], slope[usable], atol=1e-3, rtol=1e-3)


@settings(max_examples=examples(40), deadline=None, suppress_health_check=RARELY)
@given(FUNCTIONS_OF_X)
def test_the_result_agrees_with_sympy(expression: Node) -> None:
    import sympy

    from explainer.language.sympy.bridge import to_sympy

    x, y = sympy.Symbol("x"), sympy.Symbol("y")
    theirs = sympy.diff(to_sympy(expression), to_sympy(X))
    ours = _values(derive(expression, X).result, POINTS)
    for (a, b), value in zip(POINTS, ours, strict=True):
        names = {
            symbol: {"x": a, "y": b}[symbol.name] for symbol in theirs.free_symbols | {x, y} if symbol.name in "xy"
        }
        other = complex(sympy.N(theirs.subs(names)))
        if np.isfinite(value) and abs(other.imag) < 1e-12 and abs(other) < 1e6:
            assert abs(value - other.real) <= 1e-6 * (1 + abs(other))


@settings(max_examples=examples(30), deadline=None, suppress_health_check=RARELY)
@given(FUNCTIONS_OF_X)
def test_all_methods_end_in_equal_values(expression: Node) -> None:
    results = [derive(expression, X, method=method).result for method in METHODS]
    first = _values(results[0], POINTS)
    for other in results[1:]:
        values = _values(other, POINTS)
        both = np.isfinite(first) & np.isfinite(values)
        np.testing.assert_allclose(values[both], first[both], rtol=1e-6, atol=1e-9)
