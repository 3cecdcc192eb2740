"""A layer for all rows of data, X W + b, is read in matrices though no shape was given; its square goes by entries."""

from __future__ import annotations

import pytest

import explainer
from tests.cases import in_groups

LAYERS = (
    ("X W + b", "W", {"X": 2, "W": 2, "b": 1}),
    ("relu(X W_1 + b_1) W_2 + b_2", "W_2", {"X": 2, "W_1": 2, "W_2": 2, "b_1": 1, "b_2": 1}),
    ("cross_entropy(relu(X W_1 + b_1) W_2 + b_2, Y)", "W_1", {"X": 2, "W_1": 2, "W_2": 2, "b_1": 1, "b_2": 1, "Y": 2}),
    ("cross_entropy(relu(X W + b) V + c, Y)", "W", {"X": 2, "W": 2, "V": 2, "b": 1, "c": 1, "Y": 2}),
    (
        "Z = X W_1 + b_1; H = relu(Z); P = softmax(H W_2 + b_2, axis=1); L = -1/N sum(Y ⊗ log(P))",
        "b_1",
        {"X": 2, "W_1": 2, "W_2": 2, "b_1": 1, "b_2": 1, "Y": 2, "N": 0},
    ),
    ("tanh(H W_h + X W_x + b)", "W_h", {"H": 2, "W_h": 2, "X": 2, "W_x": 2, "b": 1}),
    ("norm(X W - Y)^2", "W", {"X": 2, "W": 2, "Y": 2}),
    ("x' X W w", "w", {"x": 1, "X": 2, "W": 2, "w": 1}),
    ("sigmoid(X w + b)", "w", {"X": 2, "w": 1, "b": 0}),
    ("A sin(ω t + φ)", "t", {"A": 0, "omega": 0, "t": 0, "phi": 0}),
    ("N e^(-λ t)", "t", {"N": 0, "lambda": 0, "t": 0}),
)


@in_groups(("text", "wrt", "directions"), LAYERS)
def test_a_layer_for_rows_is_of_matrices(text: str, wrt: str, directions: dict[str, int]) -> None:
    shapes = explainer.derive(text, wrt=wrt).problem.shapes
    assert {
        name: (0 if shape.is_scalar else 1 if shape.is_vector else 2) for name, shape in shapes.items()
    } == directions


@pytest.mark.parametrize(
    "text", ["sum((X W - Y)^2)", "sum((relu(X W_1 + b_1) W_2 - Y)^2)", "mean((X @ W + b - Y)^2)", "sum((Y - X W)^2)"]
)
def test_the_square_of_what_is_left_over_of_rows_is_that_of_every_entry(text: str) -> None:
    """Nothing else fits what is not square; and the answer says how it was read."""
    wrt = "W_1" if "W_1" in text else "W"
    trace, meant = (explainer.derive(form, wrt=wrt) for form in (text, text.replace("^", " .^ ")))
    assert trace.problem.expression is meant.problem.expression
    assert any("raises every entry" in note for note in trace.problem.notes)


def test_written_entry_by_entry_it_is_derived() -> None:
    trace = explainer.derive("sum((X W - Y) .^ 2)", wrt="W")
    assert trace.status == "finished"
    assert trace.result.text() == "2 ((X @ W - Y)' @ X)"
