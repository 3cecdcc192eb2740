"""Definitions on several lines with shapes and facts behind them: wherever these stand, they are kept."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.language.question import read_question

RNG = numpy.random.default_rng(7)
VALUES = {
    "X": RNG.normal(size=(5, 4)),
    "W": RNG.normal(size=(4, 3)),
    "b": RNG.normal(size=3),
    "Y": RNG.uniform(0.2, 1.0, size=(5, 3)),
    "N": 5,
    "d": 4,
    "k": 3,
}
LEFT = VALUES["X"] @ VALUES["W"] + VALUES["b"] - VALUES["Y"]
SHAPES = "X: N x d, W: d x k, b: k, Y: N x k"


@pytest.mark.parametrize(
    "text",
    [
        f"Z = X W + b; L = norm(Z - Y)^2 where {SHAPES}",
        f"Z = X W + b\nL = norm(Z - Y)^2\nwhere {SHAPES}",
        f"Z = X W + b, L = norm(Z - Y)^2 where {SHAPES}",
        "Z = X W + b; L = norm(Z - Y)^2; X: N x d; Y: N x k",
        "X: N x d\nY: N x k\nZ = X W + b\nnorm(Z - Y)^2",
        f"Z = X W + b\nL = norm(Z - Y)^2\nwhere {SHAPES.replace(', ', chr(10))}",
        f"L = norm(R)^2 where R = Z - Y; Z = X W + b; {SHAPES}",
        f"Z = X W + b; norm(R)^2 where R = Z - Y, {SHAPES};",
    ],
)
def test_shapes_and_definitions_behind_several_lines_are_kept(text: str) -> None:
    question = read_question(text, None, "W")
    assert {name: str(question.parsed.shapes[name]) for name in ("X", "Y")} == {"X": "N x d", "Y": "N x k"}
    assert question.parsed.expression.evaluate(VALUES) == pytest.approx((LEFT**2).sum())
    trace = explainer.derive(text, "W")
    assert trace.status == "finished", trace.reason
    assert numpy.allclose(trace.result.evaluate(VALUES), 2 * LEFT.T @ VALUES["X"])


@pytest.mark.parametrize("fact", ["one-hot rows Y", "sum(Y, axis=1) = 1"])
@pytest.mark.parametrize("between", ["; ", "\n"])
def test_a_fact_behind_several_lines_is_used(fact: str, between: str) -> None:
    text = between.join(["Z = X W + b", "P = softmax(Z, axis=1)", "L = -1/N sum(Y ⊗ log(P))"])
    trace = explainer.derive(f"{text} where {fact}", "W", shapes={"X": "N x d", "Y": "N x k"})
    assert trace.result.text() == "((row_softmax(X @ W + ones(N) @ b') - Y)' @ X) / N"


def test_a_word_that_has_where_in_it_parts_nothing() -> None:
    question = read_question("elsewhere = 3 x; elsewhere^2", None, "x")
    assert question.parsed.expression.evaluate({"x": 2.0}) == 36
