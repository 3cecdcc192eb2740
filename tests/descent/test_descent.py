"""Gradient descent with derived gradients, against a descent written with nothing but NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from explainer.descent import Descent, descend
from explainer.engine import Trace, derive
from explainer.errors import ExplainerError, LimitError, ShapeError, UnsupportedError

LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"
SHAPES = {"w": "n", "X": "N x n", "y": "N"}
X = np.array([[1.0, 1.0], [2.0, 0.5], [0.5, 2.0], [1.5, -1.0], [-1.0, 0.3]])
Y = np.array([1.0, 2.25, 0.0, 2.5, 0.1])
START: dict[str, Any] = {"w": [0.2, 0.3], "b": 0.1, "X": X, "y": Y}


def traces(layout: str = "numerator", text: str = LOSS) -> list[Trace]:
    return [derive(text, name, SHAPES, method="chain", layout=layout) for name in "wb"]


def numpy_descent(w: Any, b: float, step_size: float, steps: int) -> list[float]:
    """The losses of the same descent, by its own formulas."""
    w, losses = np.array(w, dtype=float), []
    for _ in range(steps + 1):
        z = X @ w + b
        losses.append(float(np.mean((Y - np.maximum(0.0, z)) ** 2)))
        error = np.where(z > 0, z - Y, 0.0)
        w, b = w - step_size * 2 * X.T @ error / len(Y), b - step_size * 2 * float(np.mean(error))
    return losses


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("step_size", [0.02, 0.1, 0.5])
def test_the_losses_are_those_of_an_independent_descent(layout: str, step_size: float) -> None:
    run = descend(traces(layout), START, step_size, 25)
    np.testing.assert_allclose(run.losses, numpy_descent([0.2, 0.3], 0.1, step_size, 25), rtol=1e-12)
    assert [moment.number for moment in run.moments] == list(range(26))


def test_a_named_result_descends_like_the_one_it_names() -> None:
    named = traces(text=LOSS + " where e_i = w · x_i + b - y_i")
    assert descend(named, START, 0.1, 5).losses == pytest.approx(descend(traces(), START, 0.1, 5).losses)


def test_gradients_have_the_shapes_of_their_parameters() -> None:
    first = descend(traces(), START, 0.1).moments[0]
    assert first.gradients["w"].shape == first.parameters["w"].shape == (2,)
    assert first.gradients["b"].shape == ()


def test_every_parameter_steps_at_once_from_the_same_point() -> None:
    shapes = {"x": "scalar", "y": "scalar"}
    both = [derive("x y", name, shapes) for name in "xy"]
    moments = descend(both, {"x": 1.0, "y": 2.0}, 0.5).moments
    assert {name: float(value) for name, value in moments[1].parameters.items()} == {"x": 0.0, "y": 1.5}


def test_the_update_transposes_a_row_and_nothing_else() -> None:
    assert descend(traces(), START, 0.1).updates == ("w ← w − 0.1 (∂C/∂w)ᵀ", "b ← b − 0.1 ∂C/∂b")
    assert descend(traces("denominator"), START, 0.1).updates[0] == "w ← w − 0.1 ∂C/∂w"


def outcome(step_size: float, steps: int) -> Descent:
    return descend(derive("x^2", "x"), {"x": 1.0}, step_size, steps)


@pytest.mark.parametrize(
    ("step_size", "expected", "said"),
    [(0.1, "falling", "Every step lowered"), (1.0, "rising", "stayed"), (1.5, "rising", "too large")],
)
def test_the_outcome_is_told_as_it_is(step_size: float, expected: str, said: str) -> None:
    run = outcome(step_size, 4)
    assert run.outcome == expected
    assert said in run.message


def test_a_diverging_descent_stops_where_numbers_end_and_says_so() -> None:
    run = outcome(1e3, 10_000)
    assert run.outcome == "diverged"
    assert len(run.moments) < 200
    assert not np.isfinite(run.losses[-1])
    assert np.all(np.isfinite(run.losses[:-1]))
    assert "far too large" in run.message


def test_a_loss_that_falls_and_rises_is_uneven() -> None:
    run = descend(derive("|x|", "x"), {"x": 1.0}, 0.3, 4)
    assert run.losses == pytest.approx([1.0, 0.7, 0.4, 0.1, 0.2])
    assert run.outcome == "uneven"
    assert "step 4 raised it" in run.message


def test_the_table_has_a_row_for_every_moment() -> None:
    head, *rows = descend(traces(), START, 0.1, 3).table()
    assert head == ("step", "w", "b", "∂C/∂w", "∂C/∂b", "C")
    assert [row[0] for row in rows] == ["0", "1", "2", "3"]
    assert rows[0][1] == "(0.2, 0.3)"


def without(name: str) -> Mapping[str, Any]:
    return {key: value for key, value in START.items() if key != name}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (without("w"), "w has no value to start from"),
        (without("y"), "y has no value"),
        ({**START, "w": [1.0, 2.0, 3.0]}, "n would be"),
        ({**START, "w": 1.0}, "w is n×1, but its start"),
        ({**START, "b": [1.0]}, "b is scalar, but its start"),
        ({**START, "b": "much"}, "not a number"),
    ],
)
def test_values_that_do_not_fit_are_refused_by_name(values: Mapping[str, Any], message: str) -> None:
    with pytest.raises(ExplainerError, match=message):
        descend(traces(), values, 0.1)


@pytest.mark.parametrize("step_size", [0, -1, float("nan"), float("inf")])
def test_a_step_size_is_a_positive_number(step_size: float) -> None:
    with pytest.raises(ExplainerError, match="not a step size"):
        descend(traces(), START, step_size)


def test_the_number_of_steps_is_limited() -> None:
    with pytest.raises(ExplainerError, match="not a number of steps"):
        descend(traces(), START, 0.1, 0)
    with pytest.raises(LimitError):
        descend(traces(), START, 0.1, 10_001)


def test_derivations_that_cannot_be_descended_by_are_refused() -> None:
    with pytest.raises(ExplainerError, match="no derivative"):
        descend([], START, 0.1)
    with pytest.raises(ShapeError, match="only a scalar can be minimised"):
        descend(derive("w ⊗ x", "w"), {"w": [1.0], "x": [1.0]}, 0.1)
    with pytest.raises(ExplainerError, match="is not"):
        descend([derive("x^2", "x"), derive("y^2", "y")], {"x": 1, "y": 1}, 0.1)
    with pytest.raises(ExplainerError, match="two of the derivatives are with respect to x"):
        descend([derive("x^2", "x"), derive("x^2", "x")], {"x": 1}, 0.1)
    with pytest.raises(UnsupportedError, match="step as a whole"):
        descend(derive("x y", "(x, y)"), {"x": 1, "y": 1}, 0.1)
    with pytest.raises(UnsupportedError, match="has no result"):
        descend(derive("tr(F(X))", "X", {"X": "2 x 2", "F": "2 x 2"}), {"X": [[1.0, 0.0], [0.0, 1.0]]}, 0.1)
