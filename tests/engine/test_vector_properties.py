"""Random functions of vectors: what is derived is what differences of the function's values give, or it is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.engine import derive
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ZERO,
    Apply,
    Dot,
    Hadamard,
    HadamardQuotient,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    number,
)
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.operations import find
from tests.some import examples

N = vector_shape("n")
X, W, Z = Variable("x", N), Variable("w", N), Variable("z")
A = Variable("A", matrix_shape("n", "n"))


def _apply(name: str, *arguments: Node) -> Node:
    operation = find(name)
    assert operation is not None
    return Apply(operation, arguments)


ELEMENTWISE = st.sampled_from(["sin", "exp", "tanh", "sigmoid", "relu", "softplus"])


def _vectors(vector: st.SearchStrategy[Node], scalar: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    pair = st.tuples(vector, vector)
    return st.one_of(
        pair.map(Sum),
        pair.map(Hadamard),
        pair.map(lambda p: HadamardQuotient(p[0], Sum((_apply("exp", p[1]), number(2))))),
        st.tuples(ELEMENTWISE, vector).map(lambda p: _apply(*p)),
        st.tuples(scalar, vector).map(Product),
        st.tuples(vector, scalar).map(Sum),
        vector.map(lambda v: MatrixProduct((A, v))),
        vector.map(Negate),
        vector.map(lambda v: Power(v, number(2))),
        vector.map(lambda v: _apply("max", ZERO, v)),
        vector.map(lambda v: _apply("softmax", v)),
    )


def _scalars(vector: st.SearchStrategy[Node], scalar: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        vector.map(SumReduction),
        st.tuples(vector, vector).map(lambda p: Dot(*p)),
        st.tuples(vector, vector).map(lambda p: MatrixProduct((Transpose(p[0]), A, p[1]))),
        st.tuples(ELEMENTWISE, scalar).map(lambda p: _apply(*p)),
        st.tuples(scalar, scalar).map(Sum),
        st.tuples(scalar, scalar).map(Product),
        vector.map(lambda v: _apply("norm", v)),
        vector.map(lambda v: _apply("logsumexp", v)),
        scalar.map(lambda s: _apply("max", ZERO, s)),
    )


VECTOR: st.SearchStrategy[Node] = st.sampled_from([X, X, W])
SCALAR: st.SearchStrategy[Node] = st.sampled_from([Z, number(3)])
for _ in range(2):
    VECTOR, SCALAR = st.one_of(VECTOR, _vectors(VECTOR, SCALAR)), st.one_of(SCALAR, _scalars(VECTOR, SCALAR))
FUNCTIONS = st.one_of(VECTOR, SCALAR)

POINTS = [
    {"x": generator.uniform(0.2, 1.4, 3) * sign, "w": generator.uniform(-1, 1, 3), "z": 0.7,
     "A": generator.uniform(-0.6, 0.6, (3, 3))}
    for generator, sign in zip(map(np.random.default_rng, range(4)), (1.0, -1.0, 1.0, -1.0), strict=True)
]  # fmt: skip


def _differences(expression: Node, wrt: Variable, values: dict[str, np.ndarray], step: float) -> np.ndarray:
    """The Jacobian in numerator layout by central differences, one column for each entry of the variable."""
    base = np.atleast_1d(np.asarray(values[wrt.name], dtype=float))
    columns = []
    for k in range(len(base)):
        shift = np.zeros(len(base))
        shift[k] = step
        ends = [base + shift, base - shift] if wrt.shape.is_vector else [(base + shift)[0], (base - shift)[0]]
        ahead, behind = (np.atleast_1d(expression.evaluate({**values, wrt.name: end})) for end in ends)
        columns.append((ahead - behind) / (2 * step))
    return np.stack(columns, axis=1)


def _as_matrix(value: np.ndarray) -> np.ndarray:
    """A derivative as a matrix with rows for the function and columns for the variable."""
    return value.reshape((1, 1)) if value.ndim == 0 else value.reshape((-1, 1)) if value.ndim == 1 else value


RARELY = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.parametrize("method", ["operator", "elements", "chain", "auto"])
@settings(max_examples=examples(125), deadline=None, suppress_health_check=RARELY)
@given(expression=FUNCTIONS, wrt=st.sampled_from([X, X, Z]))
def test_random_vector_functions_are_derived_right_or_refused(expression: Node, wrt: Variable, method: str) -> None:
    trace = derive(expression, wrt, method=method)
    if trace.status != "finished":
        assert trace.reason
        assert trace.error is not None
        return
    for values in POINTS:
        result = _as_matrix(trace.result.evaluate({**values, "n": 3}))
        close, closer = (_differences(expression, wrt, {**values, "n": 3}, step) for step in (1e-4, 1e-5))
        size = np.abs(closer).max(initial=0.0) + 1
        settled = np.abs(close - closer).max(initial=0.0) < 1e-4 * size  # false at a kink
        # Where a norm is 0 it has no derivative, and the result has no value.
        if settled and np.isfinite(size) and size < 1e6 and np.isfinite(result).all():
            np.testing.assert_allclose(np.broadcast_to(result, closer.shape), closer, atol=2e-3 * size)


def test_hardly_any_random_function_is_refused() -> None:
    """A test that accepts refusals must not pass because everything is refused."""
    refused: list[str] = []
    seen: list[Node] = []

    @settings(max_examples=examples(150), deadline=None, suppress_health_check=RARELY, database=None)
    @given(expression=FUNCTIONS)
    def count(expression: Node) -> None:
        seen.append(expression)
        trace = derive(expression, X)
        if trace.status != "finished":
            refused.append(f"{expression.text()}: {trace.reason}")

    count()
    assert len(refused) <= 0.05 * len(seen), refused[:10]
