"""Entry by entry means one entry: no line of a derivation draws cells with sums in each of them."""

from __future__ import annotations

import pytest

from explainer import derive
from explainer.expr.node import each_part
from explainer.expr.nodes import Delta, Derivative, Entries, Grid, IndexedSum
from tests.cases import in_groups
from tests.random_derivations import BY_A_NAME, Question, judge

FUNCTIONS = [
    ("tr(A X' B X C)", "X"),
    ("x' A x", "A"),
    ("norm(X w - y)^2", "X"),
    ("sum(X ⊗ X)", "X"),
    ("u' X X' u", "X"),
    ("logdet(X)", "X"),
    ("W x", "x"),
    ("softmax(x)", "x"),
    ("tanh(W x + b)", "x"),
    ("x (w · x)", "x"),
    ("x / norm(x)", "x"),
    ("A x ⊗ x", "x"),
]


@in_groups(("text", "variable"), FUNCTIONS)
def test_one_entry_stands_for_all(text: str, variable: str) -> None:
    trace = derive(text, variable, method="elements")
    grids = [part for step in trace.steps for part in each_part(step.after) if isinstance(part, Grid)]
    assert not [grid for grid in grids if any(isinstance(part, IndexedSum | Derivative) for part in each_part(grid))]
    assert any(isinstance(part, Entries) for step in trace.steps for part in each_part(step.after))
    assert trace.result is not None
    assert not any(isinstance(part, Entries) for part in each_part(trace.result)), "the whole is put together again"
    assert all(step.check.ok for step in trace.steps)


def test_the_grid_of_an_elementwise_function_shows_its_zeros() -> None:
    trace = derive("w ⊗ sin(x)", "x", method="elements")
    assert any(isinstance(part, Grid) for step in trace.steps for part in each_part(step.after))


@pytest.mark.parametrize("text", ["tr((X @ X) ⊗ (D @ X))", "sum((X @ D) ⊗ (X @ X)')", "tr(diag(diag(X @ D)) @ X)"])
def test_diagonals_and_sums_of_rows_do_not_turn_each_other_back(text: str) -> None:
    """A row sum was written as a diagonal, and the diagonal beside a factor of its own as a row sum."""
    for method in ("elements", "differential"):
        trace = derive(text, "X", method=method)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps)


ROWS = {"M": "K x n", "X": "N x n", "R": "N x K", "p": "K", "q": "n", "x": "n", "b": "n", "t": "scalar"}
COUNTED = (
    ("sum(k=1..K, p_k norm(x - M_k)^2)", "2 ((M' - x @ ones(K)') @ diag(p))"),
    ("sum(i=1..N, sum(k=1..K, R_{i,k} norm(X_i - M_k)^2))", "2 sum(i=1..N, (M' - X_i @ ones(K)') @ diag(R_i))"),
    ("sum(k=1..K, (M_k · b)^2)", "2 (b @ b' @ M')"),
    ("sum(k=1..K, p_k tanh(M_k · b))", "b @ (p ⊗ (1 - tanh(M @ b)^2))'"),
    ("-ln(sigmoid(q · x)) - sum(k=1..K, ln(sigmoid(-M_k · x)))", "x @ (1 - sigmoid(-M @ x))'"),
    ("sum(k=1..K, norm(M_k)^2)", "2 M'"),
    ("ln(sum(k=1..K, exp(M_k · x)))", "(x @ exp(M @ x)') / sum(k=1..K, exp(M_k · x))"),
    ("sum(i=1..N, ln(sum(k=1..K, p_k exp(-norm(X_i - M_k)^2/2))))", ""),
    ("sum(k=1..K, max(0, 1 - p_k (M_k · x)))", ""),
    ("-ln(exp(q · x/t)/(exp(q · x/t) + sum(k=1..K, exp(q · M_k/t))))", ""),
)


@in_groups("method", BY_A_NAME)
@in_groups(("text", "form"), COUNTED)
def test_a_sum_over_the_rows_of_the_variable_has_no_delta_left(text: str, form: str, method: str) -> None:
    known = text.replace("max", "").replace("exp", "").replace("tanh", "")
    shapes = {name: shape for name, shape in ROWS.items() if name in known}
    end, _ = judge(Question(text, "M", shapes, method, "numerator"))
    assert end == "right", (text, method, end)
    trace = derive(text, "M", shapes, method)
    assert not any(isinstance(part, Delta) for part in each_part(trace.result)), trace.result.text()
    if form and method == "auto":
        assert trace.result.text() == form


LABELS = {"W": "m x n", "x": "n", "b": "m", "S": "N x n", "r": "N"}


@in_groups("method", BY_A_NAME)
@in_groups(
    ("text", "wrt", "form"),
    [
        ("-ln(softmax(W x + b)_k)", "W", "x @ (softmax(W @ x + b)' - row(i=1..m, delta(k, i)))"),
        ("-ln(softmax(W x + b)_k)", "x", "softmax(W @ x + b)' @ W - W_k'"),
        (
            "sum(i=1..N, r_i ln(softmax(W S_i)_1))",
            "W",
            "sum(i=1..N, r_i (S_i @ (row(j=1..m, delta(1, j)) - softmax(W @ S_i)')))",
        ),
        ("(W x)_2", "W", "x @ row(i=1..m, delta(2, i))"),
    ],
)
def test_the_loss_of_one_label_ends_as_in_a_textbook(text: str, wrt: str, form: str, method: str) -> None:
    shapes = {name: shape for name, shape in LABELS.items() if name in text.replace("softmax", "")}
    trace = derive(text, wrt, shapes, method)
    assert all(step.check.ok for step in trace.steps)
    if method == "backward" and wrt == "x":
        form = "(softmax(W @ x + b)' - row(i=1..m, delta(k, i))) @ W"
    assert _by_one_letter(trace.result.text()) == _by_one_letter(form)


def _by_one_letter(text: str) -> str:
    return text.replace("(j=", "(i=").replace(", j)", ", i)")


def test_what_picks_one_row_stands_as_a_row_beside_a_column() -> None:
    trace = derive("norm(X_1 - X_2)^2", "X", {"X": "m x n"})
    assert trace.result.text() == "2 ((X_1 - X_2) @ (row(i=1..m, delta(1, i)) - row(i=1..m, delta(2, i))))"
    assert trace.result is derive("norm(X_1 - X_2)^2", "X", {"X": "m x n"}, "backward").result
