"""Second derivatives, and derivatives of more than two directions by their entries: values, checks and texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.errors import ExplainerError
from explainer.language import parse_expression

SIZES = {"m": 2, "n": 3, "p": 4, "q": 2}


def drawn(shapes: dict[str, str], seed: int = 0) -> dict[str, Any]:
    random = np.random.default_rng(seed)
    sizes = {name: [SIZES[size] for size in shape.split(" x ") if size != "scalar"] for name, shape in shapes.items()}
    return {name: random.uniform(0.4, 1.6, size) for name, size in sizes.items()}


def slopes(function: Callable[[dict[str, Any]], Any], values: dict[str, Any], name: str) -> Any:
    """Central differences: the axes of the function, then those of the variable."""
    value = np.asarray(values[name], float)
    found = np.zeros((*np.shape(function(values)), *value.shape))
    for place in np.ndindex(value.shape):
        step = np.zeros_like(value)
        step[place] = 1e-5
        ahead, behind = (np.asarray(function({**values, name: value + sign * step})) for sign in (1, -1))
        found[(..., *place)] = (ahead - behind) / 2e-5
    return found


ENTRIES: list[tuple[str, str, dict[str, str], Callable[[dict[str, Any]], Any]]] = [
    ("A @ X", "X", {"A": "m x n", "X": "n x p"}, lambda v: v["A"] @ v["X"]),
    ("A @ X @ B", "X", {"A": "m x n", "X": "n x p", "B": "p x q"}, lambda v: v["A"] @ v["X"] @ v["B"]),
    ("X'", "X", {"X": "m x n"}, lambda v: v["X"].T),
    ("W x", "W", {"W": "m x n", "x": "n"}, lambda v: v["W"] @ v["x"]),
    ("relu(W x + b)", "W", {"W": "m x n", "x": "n", "b": "m"}, lambda v: np.maximum(0, v["W"] @ v["x"] + v["b"])),
    ("X X", "X", {"X": "n x n"}, lambda v: v["X"] @ v["X"]),
    ("X^3", "X", {"X": "n x n"}, lambda v: v["X"] @ v["X"] @ v["X"]),
    ("sin(X) ⊗ X", "X", {"X": "m x n"}, lambda v: np.sin(v["X"]) * v["X"]),
    ("x x'", "x", {"x": "n"}, lambda v: np.outer(v["x"], v["x"])),
    ("A diag(x) B", "x", {"A": "m x n", "x": "n", "B": "n x p"}, lambda v: v["A"] @ np.diag(v["x"]) @ v["B"]),
    ("X' X", "X", {"X": "m x n"}, lambda v: v["X"].T @ v["X"]),
    ("inv(X) A", "X", {"X": "n x n", "A": "n x m"}, lambda v: np.linalg.inv(v["X"]) @ v["A"]),
    ("inv(X X')", "X", {"X": "m x n"}, lambda v: np.linalg.inv(v["X"] @ v["X"].T)),
]


@pytest.mark.parametrize(("text", "wrt", "shapes", "function"), ENTRIES, ids=[case[0] for case in ENTRIES])
def test_entries_have_the_axes_of_the_value_then_of_the_variable(
    text: str, wrt: str, shapes: dict[str, str], function: Callable[[dict[str, Any]], Any]
) -> None:
    trace = derive(text, wrt, shapes, form="entries")
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    values = drawn(shapes)
    found = trace.result.evaluate({**values, **SIZES})
    assert np.allclose(found, slopes(function, values, wrt), atol=1e-7)
    assert not np.allclose(2 * found, slopes(function, values, wrt), atol=1e-7)
    for line in trace.lines:
        assert parse_expression(line.text(), shapes).expression is line


def test_the_layout_does_not_act_on_entries() -> None:
    shapes = {"A": "n x n", "X": "n x n"}
    traces = [derive("A @ X", "X", shapes, layout=layout, form="entries") for layout in ("numerator", "denominator")]
    assert traces[0].result is traces[1].result


@pytest.mark.parametrize("form", ["vec", "entries"])
def test_what_has_two_directions_at_most_is_the_same_in_both_forms(form: str) -> None:
    for text, wrt, shapes in (
        ("sum(A ⊗ X)", "X", {"A": "m x n", "X": "m x n"}),
        ("W x", "x", {"W": "m x n", "x": "n"}),
    ):
        assert derive(text, wrt, shapes, form=form).result is derive(text, wrt, shapes).result


def softmax(z: Any) -> Any:
    weights = np.exp(z - z.max())
    return weights / weights.sum()


HESSIANS: list[tuple[str, str, dict[str, str], Callable[[dict[str, Any]], Any]]] = [
    ("x' A x", "x", {"A": "n x n", "x": "n"}, lambda v: v["A"] + v["A"].T),
    ("norm(X w - y)^2", "w", {"X": "m x n", "w": "n", "y": "m"}, lambda v: 2 * v["X"].T @ v["X"]),
    ("ln(sum(exp(x)))", "x", {"x": "n"}, lambda v: np.diag(softmax(v["x"])) - np.outer(*[softmax(v["x"])] * 2)),
    ("sum(x^3)", "x", {"x": "n"}, lambda v: np.diag(6 * v["x"])),
    ("x^4", "x", {"x": "scalar"}, lambda v: 12 * v["x"] ** 2),
    (
        "norm(x)",
        "x",
        {"x": "n"},
        lambda v: (np.eye(3) - np.outer(v["x"], v["x"]) / (v["x"] @ v["x"])) / np.linalg.norm(v["x"]),
    ),
    (
        "x y^2",
        "(x, y)",
        {"x": "scalar", "y": "scalar"},
        lambda v: np.array([[0, 2 * v["y"]], [2 * v["y"], 2 * v["x"]]]),
    ),
]


@pytest.mark.parametrize(("text", "wrt", "shapes", "hessian"), HESSIANS, ids=[case[0] for case in HESSIANS])
def test_order_two_is_the_hessian(
    text: str, wrt: str, shapes: dict[str, str], hessian: Callable[[dict[str, Any]], Any]
) -> None:
    for method in ("auto", "operator"):
        trace = derive(text, wrt, shapes, method=method, order=2)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps)
        values = drawn(shapes, 4)
        assert np.allclose(trace.result.evaluate({**values, **SIZES}), hessian(values))


def test_what_has_no_second_derivative_is_refused_with_a_way_on() -> None:
    with pytest.raises(ExplainerError, match="second derivative of a n×1 value") as caught:
        derive("A x", "x", {"A": "n x n", "x": "n"}, order=2)
    assert caught.value.hint


@pytest.mark.parametrize(("given", "said"), [({"order": 3}, "no order “3”"), ({"form": "grid"}, "no form “grid”")])
def test_unknown_orders_and_forms_are_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ExplainerError, match=said):
        derive("x^2", "x", **given)


def test_order_and_form_are_kept_with_a_trace() -> None:
    trace = derive("A @ X", "X", {"A": "n x n", "X": "n x n"}, form="entries")
    again = Trace.from_dict(trace.to_dict())
    assert (again.problem.order, again.problem.form) == (1, "entries")
    assert again.result is trace.result
    old = trace.to_dict()
    del old["problem"]["order"], old["problem"]["form"]
    assert (Trace.from_dict(old).problem.order, Trace.from_dict(old).problem.form) == (1, "vec")


def test_the_columns_of_a_matrix_are_read_as_a_variable_of_differentiation() -> None:
    shapes = {"A": "m x n", "X": "n x p"}
    start = derive("A @ X", "X", shapes).start
    assert start.text() == "∂(vec(A @ X))/∂(vec(X))"
    assert parse_expression(start.text(), shapes).expression is start
    values = drawn(shapes)
    from explainer.verify import evaluate_with_oracle

    assert np.allclose(evaluate_with_oracle(start, {**values, **SIZES}), np.kron(np.eye(4), values["A"]), atol=1e-9)


@pytest.mark.parametrize(
    ("text", "wrt", "declared"),
    [
        ("kron(A, X)", "X", {"A": "m x n", "X": "p x k"}),
        ("kron(X, A)", "X", {"A": "m x n", "X": "p x k"}),
        ("kron(A, X B)", "X", {"A": "m x n", "X": "p x k", "B": "k x n"}),
        ("diag(A X)", "X", {"A": "n x m", "X": "m x n"}),
        ("A diag(x) B", "x", {"A": "m x n", "x": "n", "B": "n x k"}),
        ("diag(diag(X))", "X", {"X": "n x n"}),
        ("inv(X)", "X", {"X": "n x n"}),
        ("W x", "W", {"W": "m x n", "x": "n"}),
    ],
)
def test_the_last_line_before_reading_off_ends_in_the_columns_of_the_change(text, wrt, declared) -> None:
    trace = derive(text, wrt, declared)
    *_, before, last = [step for step in trace.steps if step.rule != "tidy-up"]
    assert trace.steps[0].rule == "introduce-differential"
    assert last.rule == "read-off"
    change = "differential(x)" if wrt == "x" else f"vec(differential({wrt}))"
    assert before.after.facts[0].right.text().endswith(f"@ {change}") or before.after.facts[0].right.text()[0] == "-"
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize("text", ["kron(A, X)", "A X", "inv(X)", "X x", "X ⊗ A", "tr(X) A"])
def test_what_has_more_directions_is_derived_by_differentials_line_by_line(text: str) -> None:
    shapes = {"A": "n x n", "X": "n x n", "x": "n"}
    trace = derive(text, "X", {name: shapes[name] for name in shapes if name in text})
    assert len(trace.steps) >= 3
    assert "differentials" in trace.choice
