"""Batches: a bias in every row, functions along an axis with NumPy's meaning, and what fits neither."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.language import parse_expression
from tests.cases import in_groups

SHAPES = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k", "Z": "N x k", "v": "N", "x": "d"}
RNG = numpy.random.default_rng(3)
SIZES = {"N": 4, "d": 3, "k": 5}


def values() -> dict[str, object]:
    found: dict[str, object] = dict(SIZES)
    for name, shape in SHAPES.items():
        found[name] = RNG.uniform(0.2, 1.5, tuple(SIZES[size] for size in shape.split(" x ")))
    return found


def row_softmax(z: numpy.ndarray) -> numpy.ndarray:
    weights = numpy.exp(z)
    return weights / weights.sum(axis=1, keepdims=True)


READ = (
    ("X @ W + b", lambda v: v["X"] @ v["W"] + v["b"]),
    ("b + Z", lambda v: v["b"] + v["Z"]),
    ("Z - b + Y", lambda v: v["Z"] - v["b"] + v["Y"]),
    ("relu(X @ W - b)", lambda v: numpy.maximum(v["X"] @ v["W"] - v["b"], 0)),
    ("Z ⊗ b", lambda v: v["Z"] * v["b"]),
    ("Z ⊘ b", lambda v: v["Z"] / v["b"]),
    ("sum(Z, axis=1)", lambda v: v["Z"].sum(axis=1)),
    ("sum(Z, axis=0)", lambda v: v["Z"].sum(axis=0)),
    ("sum(Z, axis=-1)", lambda v: v["Z"].sum(axis=-1)),
    ("sum(Z, dim=0)", lambda v: v["Z"].sum(axis=0)),
    ("mean(X @ W, axis=0)", lambda v: (v["X"] @ v["W"]).mean(axis=0)),
    ("var(Z, axis=1)", lambda v: v["Z"].var(axis=1)),
    ("std(Z, axis=0)", lambda v: v["Z"].std(axis=0)),
    ("(Z - mean(Z, axis=0)) / std(Z, axis=0)", lambda v: (v["Z"] - v["Z"].mean(axis=0)) / v["Z"].std(axis=0)),
    ("normalize(Z, axis=1)", lambda v: v["Z"] / numpy.linalg.norm(v["Z"], axis=1, keepdims=True)),
    ("mse(Z, Y) + mae(X @ W, Z)", lambda v: ((v["Z"] - v["Y"]) ** 2).mean() + abs(v["X"] @ v["W"] - v["Z"]).mean()),
    ("attention(Z, Y, X)", lambda v: row_softmax(v["Z"] @ v["Y"].T / numpy.sqrt(v["Z"].shape[1])) @ v["X"]),
    ("norm(Z, axis=1)", lambda v: numpy.linalg.norm(v["Z"], axis=1)),
    ("logsumexp(Z, axis=1)", lambda v: numpy.log(numpy.exp(v["Z"]).sum(axis=1))),
    ("softmax(Z, axis=1)", lambda v: row_softmax(v["Z"])),
    ("softmax(Z, axis=0)", lambda v: row_softmax(v["Z"].T).T),
    ("softmax(Z)", lambda v: row_softmax(v["Z"])),
    ("max(Z, axis=1)", lambda v: v["Z"].max(axis=1)),
    ("max(Z)", lambda v: v["Z"].max()),
    ("min(X @ W)", lambda v: (v["X"] @ v["W"]).min()),
    ("max(x' @ W)", lambda v: (v["x"] @ v["W"]).max()),
    ("exp(Z) / sum(exp(Z), axis=0, keepdims=True)", lambda v: numpy.exp(v["Z"]) / numpy.exp(v["Z"]).sum(axis=0)),
    ("Z / sum(Z, axis=1, keepdims=True)", lambda v: v["Z"] / v["Z"].sum(axis=1, keepdims=True)),
    ("Z - max(Z, axis=1, keepdims=True)", lambda v: v["Z"] - v["Z"].max(axis=1, keepdims=True)),
    ("cross_entropy(Z, Y)", lambda v: -(v["Y"] * numpy.log(row_softmax(v["Z"]))).sum() / len(v["Z"])),
    ("mse(Z, Y)", lambda v: ((v["Z"] - v["Y"]) ** 2).mean()),
    ("mae(Z, Y)", lambda v: abs(v["Z"] - v["Y"]).mean()),
    ("layer_norm(x)", lambda v: (v["x"] - v["x"].mean()) / v["x"].std()),
    ("layer_norm(Z)", lambda v: (v["Z"] - v["Z"].mean(axis=1, keepdims=True)) / v["Z"].std(axis=1, keepdims=True)),
    ("Z - mean(Z, axis=1, keepdims=True)", lambda v: v["Z"] - v["Z"].mean(axis=1, keepdims=True)),
    ("exp(Z) / sum(exp(Z), axis=1, keepdims=True)", lambda v: row_softmax(v["Z"])),
    ("sum(x, axis=0)", lambda v: v["x"].sum()),
    ("softmax(x, axis=0)", lambda v: numpy.exp(v["x"]) / numpy.exp(v["x"]).sum()),
)


@in_groups(("text", "meaning"), READ, ids=[text for text, _ in READ])
def test_what_is_typed_has_the_meaning_that_numpy_gives_it(text: str, meaning: object) -> None:
    read = parse_expression(text, SHAPES)
    at = values()
    assert numpy.allclose(read.expression.evaluate(at), meaning(at))  # type: ignore[operator]
    again = parse_expression(read.expression.text(), SHAPES).expression
    assert again is read.expression


@pytest.mark.parametrize("text", ["X @ W + b", "relu(X @ W + b)", "softmax(X @ W + b, axis=1)"])
def test_a_bias_beside_a_batch_is_a_vector_and_that_is_said(text: str) -> None:
    read = parse_expression(text)
    assert read.shapes["b"].is_vector
    assert any("every row" in note for note in read.notes)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Z + v", ("row", "ones(k)'")),
        ("v - Z", ("row",)),
        ("sum(Z, axis=2)", ("axes 0 and 1",)),
        ("tr(Z, axis=1)", ("not read", "sum")),
        ("X + Y", ("shapes differ",)),
    ],
)
def test_what_fits_neither_rows_nor_columns_is_refused(text: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(ExplainerError) as error:
        parse_expression(text, SHAPES)
    for part in parts:
        assert part in error.value.report()


LOSSES = (
    ("norm(X @ W + b - Y)^2 / N", "W"),
    ("norm(X @ W + b - Y)^2 / N", "b"),
    ("sum(relu(X @ W + b) ⊗ Y)", "X"),
    ("-sum(Y ⊗ ln(softmax(X @ W + b, axis=1))) / N", "W"),
    ("norm(mean(X @ W, axis=0))^2", "W"),
    ("sum(Y ⊗ softmax(X @ W))", "X"),
    ("norm(Z - mean(Z, axis=1, keepdims=True))^2", "Z"),
    ("sum(logsumexp(Z, axis=1))", "Z"),
    ("max(Z)", "Z"),
    ("min(X @ W) / max(Z)", "W"),
    ("norm(Z / max(Z))^2", "Z"),
)


@pytest.mark.parametrize(("text", "wrt"), LOSSES)
def test_losses_over_batches_are_derived_and_right(text: str, wrt: str) -> None:
    trace = explainer.derive(text, wrt, SHAPES)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    at = values()
    found = trace.result.evaluate(at)
    variable = numpy.asarray(at[wrt], dtype=float)
    slopes = numpy.zeros(variable.shape)
    function = parse_expression(text, SHAPES).expression
    for place in numpy.ndindex(*variable.shape):
        sides = []
        for sign in (1, -1):
            moved = variable.copy()
            moved[place] += sign * 1e-6
            sides.append(float(function.evaluate({**at, wrt: moved})))
        slopes[place] = (sides[0] - sides[1]) / 2e-6
    assert numpy.allclose(found, slopes.T if slopes.ndim == 2 else slopes[None, :], atol=1e-5)
