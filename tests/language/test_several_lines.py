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


SQUARE = {"A": RNG.normal(size=(3, 3)), "B": RNG.normal(size=(3, 3)), "x": RNG.normal(size=3), "d": 3}
PRODUCT, IMAGE = SQUARE["A"] @ SQUARE["B"], SQUARE["A"] @ SQUARE["x"]


@pytest.mark.parametrize(
    ("text", "wrt", "value"),
    [
        ("Z = A B; s = Z_{1,2}; L = s^2 where A: d x d, B: d x d", "A", PRODUCT[0, 1] ** 2),
        ("Z = A B; L = sum(i=1..d, Z_{i,i}^2) where A: d x d, B: d x d", "A", (PRODUCT.diagonal() ** 2).sum()),
        ("z = A x; z_1^2 where A: d x d", "x", IMAGE[0] ** 2),
        ("z = A x; sum(i=1..d, z_i^2) where A: d x d", "A", (IMAGE**2).sum()),
        ("L = z_1 z_2, z = A x where A: d x d", "x", IMAGE[0] * IMAGE[1]),
        ("z = A @ x\nL = z[0]**2", "x", IMAGE[0] ** 2),
        ("Z = A @ B\nL = Z[0, 1]**2", "A", PRODUCT[0, 1] ** 2),
        ("h1 = A @ x\nL = h1[0] * h1[2]", "x", IMAGE[0] * IMAGE[2]),
        ("def f(x):\n    z = A @ x\n    return z[2] ** 2", "x", IMAGE[2] ** 2),
    ],
)
def test_a_name_is_used_where_only_entries_of_it_are(text: str, wrt: str, value: float) -> None:
    expression = read_question(text, None, wrt).parsed.expression
    sizes = dict.fromkeys("dmn", 3)
    assert expression.evaluate({**sizes, **SQUARE}) == pytest.approx(value)
    trace = explainer.derive(text, wrt)
    assert trace.status == "finished"
    assert not trace.result.shape.is_scalar
    found = numpy.asarray(trace.result.evaluate({**sizes, **SQUARE}), float)
    step = 1e-6 * RNG.normal(size=SQUARE[wrt].shape)
    ahead, behind = (expression.evaluate({**sizes, **SQUARE, wrt: SQUARE[wrt] + sign * step}) for sign in (1, -1))
    assert (found * step.T).sum() == pytest.approx((ahead - behind) / 2, rel=1e-4)


def test_a_name_with_a_number_that_has_its_own_value_is_no_entry() -> None:
    question = read_question("h = 3 x; h_1 = x^2; h_1 + 1", None, "x")
    assert question.parsed.expression.evaluate({"x": 2.0}) == 5
    assert "3 x" not in question.text
