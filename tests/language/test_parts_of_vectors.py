"""Slices of vectors, differences of neighbours, columns and rows in code."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError, ParseError
from explainer.language import read_question
from tests.cases import in_groups

SLICES = [
    ("np.sum((x[1:] - x[:-1])**2)", lambda x: np.sum((x[1:] - x[:-1]) ** 2)),
    ("np.sum(np.abs(np.diff(x)))", lambda x: np.sum(np.abs(np.diff(x)))),
    ("0.5*np.sum(x[1:]**2)", lambda x: 0.5 * np.sum(x[1:] ** 2)),
    ("sum(100*(x[1:] - x[:-1]**2)**2 + (1 - x[:-1])**2)",
     lambda x: np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)),
    ("np.sum((x[2:] - 2*x[1:-1] + x[:-2])**2)", lambda x: np.sum((x[2:] - 2 * x[1:-1] + x[:-2]) ** 2)),
]  # fmt: skip

NEIGHBOURS = [
    (r"\sum_{i=1}^{n-1}(x_{i+1}-x_i)^2", SLICES[0][1]), ("∑ᵢ (xᵢ₊₁ − xᵢ)²", SLICES[0][1]),
    (r"\sum_{i=2}^{n}(x_i - x_{i-1})^2", SLICES[0][1]), ("sum(i=1..n-1, (x_{i+1} - x_i)^2)", SLICES[0][1]),
    (r"\sum_{i=1}^{n-1}|x_{i+1}-x_i|", SLICES[1][1]),
    (r"\sum_{i=1}^{n-1} \left[100(x_{i+1}-x_i^2)^2 + (1-x_i)^2\right]", SLICES[3][1]),
    ("Σ_{i=2}^{n-1} (x_{i+1} − 2x_i + x_{i−1})²", SLICES[4][1]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), SLICES + NEIGHBOURS, ids=[text for text, _ in SLICES + NEIGHBOURS])
def test_slices_leave_out_the_first_and_the_last_entries(text: str, meant: object) -> None:
    parsed = read_question(text).parsed
    (shape,) = parsed.shapes.values()
    for count in (4, 5, 7):
        x = np.random.default_rng(count).uniform(0.5, 2.0, count)
        size, _, less = str(shape).partition("+")
        found = parsed.expression.evaluate({"x": x, size: count - int(less)})
        assert found == pytest.approx(meant(x))
    trace = derive(text, wrt="x")
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)


@in_groups(("typed", "meant"), [
    ("v[:, None] @ b[None, :]", "v bᵀ where v: n, b: m"),
    ("(v + w)[:, None] @ w[None, :]", "(v + w) wᵀ where v: n, w: n"),
    ("(v[None, :] @ A @ b)[0]", "vᵀ A b where v: n, A: n x m, b: m"),
    ("A + v[:, None]", "A + v ones(m)' where A: n x m, v: n"),
    ("np.asarray(x)**2 + np.array(y)", "x^2 + y"),
    ("np.clip(x, 0, None)", "max(x, 0)"),
    ("sum(q[i - 1] * b[i - 1] for i in range(1, n + 1))", "sum(i=1..n, q_i b_i)"),
    ("lambda_ * x", "λ x"), ("np.exp(lambda * x)", "exp(λ x)"),
    ("{x if x ≤ 0; y otherwise}", "cases(x if x <= 0, y otherwise)"),
    ("e X⁻¹ where X: n x n", "e inv(X) where X: n x n"),
    ("(y - X b - e)'e", "(y - X b - e)' e where y: n, e: n, X: n x m"),
    (r"\sigma\,(a + b)", "σ * (a + b)"),
])  # fmt: skip
def test_code_and_outputs_of_the_program_are_read_as_they_are_meant(typed: str, meant: str) -> None:
    assert read_question(typed).parsed.expression.text() == read_question(meant).parsed.expression.text()


@pytest.mark.parametrize("text", [
    "sum(q[i] * q[i - 1] for i in range(1, n + 1))", "sum(q[i - 1] for i in range(1, n))",
    "sum(q[i - 1] for i in range(n))",
])  # fmt: skip
def test_an_index_that_is_calculated_with_is_refused_where_its_range_does_not_fit(text: str) -> None:
    with pytest.raises(ParseError):
        read_question(text)


BESIDE = [
    (r"\frac12 \sum_i (x_i - y_i)^2 + \lambda \sum_{i=1}^{n-1} (x_{i+1} - x_i)^2", 0.5),
    (r"\sum_{i=1}^{n} (x_i - y_i)^2 + \lambda \sum_{i=1}^{n-1} (x_{i+1} - x_i)^2", 1.0),
    ("½ Σ_i (x_i − y_i)² + λ Σ_{i=1}^{n-1} (x_{i+1} − x_i)²", 0.5),
    (r"\|x - y\|^2 + \lambda \sum_{i=2}^{n} (x_i - x_{i-1})^2", 1.0),
]


@pytest.mark.parametrize(("text", "factor"), BESIDE)
def test_a_sum_over_neighbours_stands_beside_the_whole_vector(text: str, factor: float) -> None:
    parsed = read_question(text).parsed
    assert {name: str(shape) for name, shape in parsed.shapes.items()} == {"x": "m+1", "y": "m+1", "lambda": "scalar"}
    x, y = np.random.default_rng(3).uniform(0.5, 2.0, (2, 6))
    found = parsed.expression.evaluate({"x": x, "y": y, "lambda": 0.7, "m": 5})
    assert found == pytest.approx(factor * np.sum((x - y) ** 2) + 0.7 * np.sum(np.diff(x) ** 2))
    assert all(step.check.ok for step in derive(text, wrt="x").steps)


@pytest.mark.parametrize(
    "text", ["Σ_i (x_{i+1} - x_i)^2 + Σ_i (y_{i+1} - x_i)^2", "Σ_{i=1}^{n-1} (x_{i+1} - x_{i-1})^2"]
)
def test_a_sum_over_neighbours_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ExplainerError) as told:
        read_question(text)
    assert told.value.hint
