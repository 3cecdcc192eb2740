"""Matrices with sizes of 1, 2 and 3 in every combination: derived as those of open sizes, with the right value.

A product of 1×1 matrices is a number, so that nothing may be built of them before the sizes are left open.
"""

# ruff: noqa: N803 (matrices have capital letters)
from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.errors import ShapeError, UnsupportedError
from explainer.language import read_question
from explainer.session.preview import preview_of
from tests.cases import in_groups
from tests.some import some

inv, det = np.linalg.inv, np.linalg.det

CASES: tuple[tuple[str, str, str, Callable[..., Any]], ...] = (
    ("tr(A X B)", "X", "A: p x m, X: m x n, B: n x p", lambda A, X, B: np.trace(A @ X @ B)),
    ("tr(X' A X)", "X", "X: m x n, A: m x m", lambda X, A: np.trace(X.T @ A @ X)),
    ("a' X b", "X", "a: m, X: m x n, b: n", lambda a, X, b: a @ X @ b),
    ("a' X b", "a", "a: m, X: m x n, b: n", lambda a, X, b: a @ X @ b),
    ("det(X)", "X", "X: n x n", det),
    ("log(det(X' X))", "X", "X: m x n", lambda X: np.log(det(X.T @ X))),
    ("det(A X B)", "X", "A: p x m, X: m x n, B: n x p", lambda A, X, B: det(A @ X @ B)),
    ("tr(inv(X) A)", "X", "X: n x n, A: n x n", lambda X, A: np.trace(inv(X) @ A)),
    ("a' inv(X) b", "X", "a: n, X: n x n, b: n", lambda a, X, b: a @ inv(X) @ b),
    ("norm(X W - Y)^2", "W", "X: m x n, W: n x k, Y: m x k", lambda X, W, Y: ((X @ W - Y) ** 2).sum()),
    ("norm(X w - y)^2", "w", "X: m x n, w: n, y: m", lambda X, w, y: ((X @ w - y) ** 2).sum()),
    ("norm(X w - y)^2", "X", "X: m x n, w: n, y: m", lambda X, w, y: ((X @ w - y) ** 2).sum()),
    ("norm(X)", "X", "X: m x n", lambda X: np.sqrt((X**2).sum())),
    ("sum(A ⊗ X)", "X", "A: m x n, X: m x n", lambda A, X: (A * X).sum()),
    ("sum(sin(A X))", "X", "A: m x n, X: n x k", lambda A, X: np.sin(A @ X).sum()),
    ("tr(kron(A, X))", "X", "A: m x m, X: n x n", lambda A, X: np.trace(np.kron(A, X))),
    ("x' A x", "x", "x: n, A: n x n", lambda x, A: x @ A @ x),
    ("tr(diag(x) A)", "x", "x: n, A: n x n", lambda x, A: np.trace(np.diag(x) @ A)),
    ("sum(diag(X))", "X", "X: n x n", np.trace),
    ("tr(X^3)", "X", "X: n x n", lambda X: np.trace(X @ X @ X)),
    ("u' tanh(W x + b)", "W", "u: m, W: m x n, x: n, b: m", lambda u, W, x, b: u @ np.tanh(W @ x + b)),
    ("W x", "W", "W: m x n, x: n", lambda W, x: W @ x),
    ("W x", "x", "W: m x n, x: n", lambda W, x: W @ x),
    ("A X B", "X", "A: p x m, X: m x n, B: n x k", lambda A, X, B: A @ X @ B),
    ("X'", "X", "X: m x n", lambda X: X.T),
    ("X X'", "X", "X: m x n", lambda X: X @ X.T),
    ("inv(X)", "X", "X: n x n", inv),
    ("kron(X, A)", "X", "X: m x n, A: k x p", np.kron),
    ("A diag(x) B", "x", "A: m x n, x: n, B: n x k", lambda A, x, B: A @ np.diag(x) @ B),
    ("x x'", "x", "x: n", lambda x: np.outer(x, x)),
    ("inv(A + t B)", "t", "A: n x n, t: scalar, B: n x n", lambda A, t, B: inv(A + t * B)),
    ("log(det(S)) + (x - m)' inv(S) (x - m)", "S", "S: n x n, x: n, m: n",
     lambda S, x, m: np.log(det(S)) + (x - m) @ inv(S) @ (x - m)),
    ("log(sum(exp(X w)))", "w", "X: m x n, w: n", lambda X, w: np.log(np.exp(X @ w).sum())),
)  # fmt: skip
NAMED = [f"{text} by {wrt}" for text, wrt, _, _ in CASES]


def drawn(declared: str, sizes: dict[str, int]) -> dict[str, Any]:
    """Values of these sizes; square ones are far from singular."""
    random = np.random.default_rng(3)
    values: dict[str, Any] = {}
    for name, shape in (part.split(": ") for part in declared.split(", ")):
        numbers = [sizes[size] for size in shape.split(" x ") if size != "scalar"]
        value = random.uniform(0.2, 1.2, numbers)
        values[name] = value + 2 * np.eye(numbers[0]) if len(numbers) == 2 and len(set(numbers)) == 1 else value
    return values


def slopes(function: Callable[..., Any], values: dict[str, Any], wrt: str) -> Any:
    """Central differences in numerator layout, in vec form where there are more than two directions."""
    x, columns = np.asarray(values[wrt], dtype=float), []
    for place in np.ndindex(*reversed(x.shape)):  # column by column
        step = np.zeros(x.shape)
        step[tuple(reversed(place))] = 1e-6
        ahead, behind = (np.asarray(function(*{**values, wrt: x + way * step}.values())) for way in (1, -1))
        columns.append(((ahead - behind) / 2e-6).ravel(order="F"))
    whole = np.stack(columns, axis=-1)
    here = np.shape(function(*values.values()))
    if not x.ndim:
        return whole.reshape(here, order="F")
    return whole.reshape(tuple(reversed(x.shape))) if not here and x.ndim == 2 else whole


def derived_unless_always_zero(text: str, wrt: str, shapes: dict[str, str]) -> Trace | None:
    """The derivation, or None where the determinant is refused because it is 0 whatever the matrices are."""
    try:
        return derive(text, wrt, shapes)
    except UnsupportedError as refused:
        if "always 0" in str(refused):
            return None
        raise


@pytest.mark.parametrize(("text", "wrt", "declared", "function"), CASES, ids=NAMED)
def test_every_combination_of_small_sizes_has_the_derivative_of_its_values(
    text: str, wrt: str, declared: str, function: Callable[..., Any]
) -> None:
    letters = sorted(set(declared.replace(",", "").replace(":", "").split()) & set("mnkp"))
    compared = 0
    for numbers in some(product((1, 2, 3), repeat=len(letters)), 2, enumerate):
        values = drawn(declared, dict(zip(letters, numbers, strict=True)))
        shapes = {name: " x ".join(map(str, np.shape(value))) or "scalar" for name, value in values.items()}
        with np.errstate(all="ignore"):
            wanted, value = slopes(function, values, wrt), function(*values.values())
        singular = "det" in text and not (abs(value) > 1e-9 and value > -15)
        trace = derived_unless_always_zero(text, wrt, shapes) if singular else derive(text, wrt, shapes)
        if trace is None:
            continue  # a product whose inner size is too small has no rank for a determinant
        assert trace.status == "finished", (numbers, trace.reason)
        assert all(str(trace.problem.shapes[name]) == shape for name, shape in shapes.items())
        if singular:
            continue  # nor for an inverse
        found = np.asarray(trace.evaluate(values))
        assert found.shape == wanted.shape, (numbers, trace.result.text())
        assert np.allclose(found, wanted, atol=1e-5 * (1 + np.abs(wanted).max())), (numbers, trace.result.text())
        compared += 1
    assert compared >= min(3, 3 ** len(letters))


@pytest.mark.parametrize("method", ["differential", "backward", "elements"])
@pytest.mark.parametrize("sizes", [(1, 1), (1, 2), (2, 1)])
def test_every_method_derives_a_form_of_small_sizes_with_all_checks(method: str, sizes: tuple[int, int]) -> None:
    rows, columns = sizes
    shapes = {"a": str(rows), "X": f"{rows} x {columns}", "b": str(columns)}
    for text in ("a' X b", "norm(X b - a)^2", "a' sin(X) b", "sum(X)"):
        trace = derive(text, "X", {name: shape for name, shape in shapes.items() if name in text})
        assert trace.status == "finished", (text, trace.reason)
        assert all(step.check.ok for step in trace.steps), text
        other = derive(text, "X", {name: shape for name, shape in shapes.items() if name in text}, method)
        assert other.status == "finished", (text, other.reason)
        assert all(step.check.ok for step in other.steps), text


def test_what_is_typed_keeps_its_sizes_and_says_that_they_are_left_open() -> None:
    trace = derive("tr(A @ X)", "X", {"A": "1 x 1", "X": "1 x 1"})
    assert trace.result.text() == "A"
    assert any("n = 1" in note for note in trace.problem.notes)
    assert str(trace.problem.shapes["X"]) == "1 x 1"
    assert preview_of("tr(A @ X)", "X", {"A": "1 x 1", "X": "1 x 1"}).error is None
    declared_in_text = read_question("tr(A X) where A: 1 x 2, X: 2 x 1", wrt="X").parsed
    assert {name: str(shape) for name, shape in declared_in_text.shapes.items()} == {"A": "1 x 2", "X": "2 x 1"}
    assert set(declared_in_text.sizes.values()) == {1}


@pytest.mark.parametrize(
    ("text", "shapes"),
    [("A X", {"A": "2 x 1", "X": "2 x 1"}), ("inv(X)", {"X": "1 x 2"}), ("tr(X)", {"X": "2 x 1"})],
)
def test_what_does_not_fit_is_refused_with_the_sizes_that_were_given(text: str, shapes: dict[str, str]) -> None:
    from explainer.errors import ShapeError

    with pytest.raises(ShapeError) as caught:
        derive(text, "X", shapes)
    assert "one__" not in f"{caught.value}{caught.value.hint}"
    assert caught.value.position is not None


OF_TWO = {"max(r, x)": np.maximum, "min(x, r)": np.minimum, "atan2(r, x)": np.arctan2, "r + x": np.add}
"""Operations of two arguments with one value each, one of them declared as a matrix and one as a vector."""


@pytest.mark.parametrize("wrt", ["x", "r"])
@pytest.mark.parametrize("text", OF_TWO)
def test_a_matrix_and_a_vector_of_one_entry_go_together(text: str, wrt: str) -> None:
    for whole in (text, f"sum({text})", f"sum(({text}) .^ 2)"):
        trace = derive(whole, wrt, {"r": "1 x 1", "x": "1"})
        assert trace.status == "finished", trace.reason
        assert all(step.check.state != "failed" for step in trace.steps)
        h, r, x = 1e-6, 0.7, 0.4

        def value(moved: float, whole: str = whole, r: float = r, x: float = x) -> float:
            here = {"r": r, "x": x}
            here[wrt] += moved
            entry = float(OF_TWO[text](here["r"], here["x"]))
            return entry**2 if "^" in whole else entry

        found = trace.evaluate({"r": [[r]], "x": [x]})
        assert found.size == 1
        assert found.item() == pytest.approx((value(h) - value(-h)) / (2 * h), abs=1e-6)


def test_values_of_cases_and_exponents_of_one_entry_go_together() -> None:
    for text in ("cases(x if z > 0, r otherwise)", "r .^ x"):
        assert derive(text, "x", {"r": "1 x 1", "x": "1", "z": "scalar"}).status == "finished"


SINGLE = {"scalar": 0.7, "1": np.array([0.7]), "1 x 1": np.array([[0.7]])}
"""The shapes of a single entry: all of them are shown as 1×1, or as a number."""
OF_SINGLE_ENTRIES = {
    "cross_entropy(r, x)": lambda r, x: 0, "mse(r, x)": lambda r, x: (r - x) ** 2, "mae(r, x)": lambda r, x: abs(r - x),
    "r .^ x": lambda r, x: r**x, "r .^ (x + 1)": lambda r, x: r ** (x + 1), "r + x": lambda r, x: r + x,
    "max(r, x)": max, "r ⊗ x": lambda r, x: r * x, "cases(r if r > x, x otherwise)": max,
}  # fmt: skip


@in_groups("text", OF_SINGLE_ENTRIES)
@pytest.mark.parametrize("shapes", list(product(SINGLE, repeat=2)), ids=str)
@pytest.mark.parametrize("wrt", ["r", "x"])
def test_single_entries_go_together_however_they_are_declared(text: str, shapes: tuple[str, str], wrt: str) -> None:
    declared, function = dict(zip("rx", shapes, strict=True)), OF_SINGLE_ENTRIES[text]
    if text.startswith("cross") and "scalar" in shapes:  # of one class alone, which has the whole of a softmax
        with pytest.raises(ShapeError, match="takes a vector or a matrix"):
            derive(text, wrt, declared)
        return
    trace = derive(text, wrt, declared)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    ahead, behind = (function(0.7 + side * (wrt == "r"), 1.3 + side * (wrt == "x")) for side in (1e-6, -1e-6))
    r, x = (np.reshape(value, np.shape(SINGLE[shape])) for value, shape in zip((0.7, 1.3), shapes, strict=True))
    found = np.asarray(trace.evaluate({"r": r, "x": x}))
    assert found.size == 1
    assert float(found.flat[0]) == pytest.approx((ahead - behind) / 2e-6, rel=1e-6)


SHAPED = {"R": "m x n", "S": "m x n", "r": "scalar", "s": "scalar", "u": "n", "v": "n"}


@in_groups(("base", "exponent"), [("R", "S"), ("R", "r"), ("r", "S"), ("R", "R"), ("u", "v"), ("r", "v"),
                                                ("u", "r"), ("R", "sum(R)"), ("sum(R)", "R"), ("u", "u"),
                                                ("u", "sum(u)")])  # fmt: skip
@pytest.mark.parametrize("method", ["auto", "differential"])
def test_powers_of_entries_have_differentials_whatever_is_raised_to_what(base: str, exponent: str, method: str) -> None:
    text = f"{base} .^ {exponent}"
    for wrt in sorted({name for name in "RSruv" if name in text}):
        shapes = {name: shape for name, shape in SHAPED.items() if name in (base[-2] if "(" in base else base) + text}
        for whole in (text, f"sum({text})"):
            trace = derive(whole, wrt, shapes, method=method)
            assert trace.status == "finished", (whole, wrt, trace.reason)
            assert all(step.check.ok for step in trace.steps), (whole, wrt)


@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("r w", "r", "w'"),
        ("r A r'", "r", "r @ A' + r @ A"),
        ("A r'", "r", "A"),
        ("r A", "r", "A'"),
        ("r'", "r", "identity(n)"),
    ],
)
def test_identity_matrices_of_a_single_entry_are_not_written(text: str, wrt: str, result: str) -> None:
    shapes = {"r": "1 x n", "w": "n", "A": "n x n"}
    trace = derive(text, wrt, {name: shape for name, shape in shapes.items() if name in text})
    assert trace.result.text() == result


@pytest.mark.parametrize("text", ["max(0, (A B) x)", "relu((A B) x)", "abs((A B) x)", "max(0, A B x + b)"])
def test_conditions_speak_of_products_as_they_were_typed(text: str) -> None:
    shapes = {"A": "m x n", "B": "n x n", "x": "n", "b": "m"}
    trace = derive(text, "x", {name: shape for name, shape in shapes.items() if name in text}, "operator")
    assert trace.status == "finished"
    assert "sum(" not in trace.result.text()
    assert all(step.check.ok for step in trace.steps)
