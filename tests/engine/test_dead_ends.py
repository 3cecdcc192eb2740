"""Kinds of functions at which derivations once ended without a result: each is derived by every method, and checked."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from explainer.engine import METHODS as EVERY_METHOD
from explainer.engine import derive
from explainer.engine.trace import Trace
from explainer.expr.letters import INDEX_LETTERS, fresh
from explainer.expr.nodes import Index
from tests.cases import in_groups
from tests.random_derivations import Question, judge
from tests.some import some_pairs

METHODS = ("auto", "operator", "chain", "chain-forward", "chain-alias", "elements", "vector")
PLAIN = {"x": "scalar", "a": "scalar", "n": "scalar", "k": "scalar", "s": "scalar", "m": "scalar", "y": "scalar"}
VECTORS = {"x": "n", "w": "n", "b": "n", "a": "n", "W": "n x n", "X": "n x n", "P": "n x n", "p": "n", "c": "scalar"}

POWERS = (
    "1/(1 + e^(-x))", "ln(1 + e^x)", "x/2^x", "ln(x^n)", "x^x/2", "e^(1/x)", "e^(-(x - m)^2/(2 s^2))", "x x^(a - 1)",
    "k/s (x/s)^(k - 1) e^(-(x/s)^k)", "x^(a - 1) e^(-x/s)", "x^n/(a^n + x^n)", "-a (1 - x)^k ln(x)", "(x y)^a/x^a",
    "2^x * 3^x/x", "(1 + x)^k/(1 + x)", "x^n/x", "(x^a)^k/x^k", "a^(x^k)/(1 + a^x)",
)  # fmt: skip
SAME_MATRIX_TWICE = (
    ("a' X X b", "X"), ("norm(X X b)^2", "X"), ("sum(P + P')", "P"), ("sum(P ⊗ P')", "P"), ("x' W tanh(W x)", "W"),
    ("x' W tanh(W x)", "x"), ("diag(p) @ (p ⊘ (1 + p^2))", "p"), ("a' X X' b", "X"), ("a' X' X X b", "X"),
    ("sum((P + P') ⊗ (P - P'))", "P"), ("a' tanh(W tanh(W b + x))", "W"), ("diag(p) @ diag(p) @ p", "p"),
)  # fmt: skip
ENTRIES = (
    ("x' W x", "x_1", {"x": "4", "W": "4 x 4"}),
    ("sum(x^2)", "x_1", {"x": "n"}),
    ("a · b", "a_1", {"a": "3", "b": "3"}),
    ("norm(W @ x)", "x_2", {"W": "3 x 3", "x": "3"}),
    ("logsumexp(x) + x_1", "x_1", {"x": "4"}),
    ("sum(c X)", "c", {"X": "m x n", "c": "scalar"}),
    ("sum(sin(c X))", "c", {"X": "m x n", "c": "scalar"}),
)
DELTAS_BESIDE_VECTORS = (
    ("sum((r' @ x' + A + A')' ⊗ (x^2 @ (r' / (1 + norm(x)))'))", {"x": "2", "r": "1 x 2", "A": "2 x 2"}),
    ("sum((x / (1 + norm(x))) @ w' + x @ x')", {"x": "n", "w": "n"}),
    ("sum(A ⊗ (x @ (x / (1 + norm(x)))'))", {"x": "n", "A": "n x n"}),
)
"""A vector that stands beside different δ: to factor it out, and to multiply out again, went on for ever."""
STACKED = ("w + x", "sin(w)", "w ⊗ x", "sin(w ⊗ x)", "w ⊘ (1 + x^2)", "max(w, x)", "softmax(w) ⊗ x")
ONES = (
    ("sum(Z)", "Z", {"Z": "1 x n"}),
    ("W' @ x", "x", {"W": "1 x 3", "x": "1"}),
    ("[c]' @ X @ x", "X", {"X": "1 x n", "x": "n", "c": "scalar"}),
    ("[c]' @ X @ x", "c", {"X": "1 x n", "x": "n", "c": "scalar"}),
    ("A @ x", "x", {"A": "1 x 1", "x": "1"}),
    ("sum(A + A')", "A", {"A": "1 x 1"}),
    ("norm(W @ x)", "x", {"W": "5 x 1", "x": "1"}),
    ("w · x", "w", {"w": "1", "x": "1"}),
    ("(x / (1 + norm(r'))) ⊗ (W' @ b)", "b", {"x": "4", "b": "1", "W": "1 x 4", "r": "1 x 4"}),
)


ROWS_BESIDE_COLUMNS = (
    ("norm((x · (W' @ b)) (x - r'))^2", {"x": "n", "W": "m x n", "b": "m", "r": "1 x n"}),
    ("((x' - r) @ (x - r'))^2", {"x": "n", "r": "1 x n"}),
    ("(c x' - r) @ A @ (c x - r')", {"x": "n", "r": "1 x n", "A": "n x n", "c": "scalar"}),
    ("((x' - r / c) @ (x - r' / c)) (x · w)", {"x": "n", "r": "1 x n", "w": "n", "c": "scalar"}),
    ("(r' ⊗ x)' @ (w @ r) @ (A @ x + (r @ x) ones(n))", {"x": "n", "r": "1 x n", "w": "n", "A": "n x n"}),
    ("(r' ⊗ w) @ r @ (A @ x + ones(n) * (r @ x))", {"x": "n", "r": "1 x n", "w": "n", "A": "n x n"}),
)
"""A number read from its other end, where a sign or a number came to stand below the sign of a transpose."""


def _finished(text: str, wrt: str, shapes: dict[str, str], method: str) -> Trace:
    trace = derive(text, wrt, {name: shape for name, shape in shapes.items() if name in text}, method)
    assert trace.status == "finished", (text, method, trace.reason)
    assert not any(isinstance(part, Index) for part in trace.result.free)
    for step in trace.steps:
        assert step.check.ok, (text, method, step.number, step.rule, step.check.message)
    return trace


def _right(text: str, wrt: str, shapes: dict[str, str], method: str) -> None:
    end, _ = judge(Question(text, wrt, {k: v for k, v in shapes.items() if k in text}, method, "numerator"))
    assert end == "right", (text, method, end)


@in_groups(("text", "method"), some_pairs(3, POWERS, METHODS))
def test_powers_with_letters_in_the_exponent_beside_fractions(text: str, method: str) -> None:
    _finished(text, "x", PLAIN, method)


@in_groups(("function", "method"), some_pairs(3, SAME_MATRIX_TWICE, METHODS))
def test_the_same_square_matrix_applied_twice(function: tuple[str, str], method: str) -> None:
    _right(*function, VECTORS, method)


@in_groups("method", METHODS)
@in_groups(("text", "wrt", "shapes"), ENTRIES)
def test_single_entries_and_scalars_of_vectors_and_matrices_that_stand_as_a_whole(
    text: str, wrt: str, shapes: dict[str, str], method: str
) -> None:
    _right(text, wrt, shapes, method)


@in_groups(("text", "method"), some_pairs(3, STACKED, METHODS))
def test_elementwise_functions_of_stacked_variables(text: str, method: str) -> None:
    _right(text, "(w, x)", {"w": "n", "x": "n"}, method)


@in_groups("method", METHODS)
@in_groups(("text", "wrt", "shapes"), ONES)
def test_sizes_of_one(text: str, wrt: str, shapes: dict[str, str], method: str) -> None:
    _right(text, wrt, shapes, method)


@pytest.mark.parametrize("method", METHODS)
def test_a_sum_to_n_of_one_entry_counts_to_n(method: str) -> None:
    result = derive("sum(j=1..n, r)", "r", {"r": "1"}, method).result
    assert result.text() == "n identity(1)"
    assert result.evaluate({"n": 3}) == 3


def test_sizes_that_were_given_are_back_in_the_result() -> None:
    trace = derive("tanh(x)", "w", {"x": "1", "w": "1"})
    assert str(trace.result.shape) == "1 x 1"
    assert trace.result.evaluate({}).shape == (1, 1)
    assert any("n = 1" in note for note in trace.problem.notes)


@in_groups("text", ["f(x + 1)", "h(x - y)", "f(g(x))", "f(x + 1) + f(x^2)", "f(x, x^2)", "f(g(h(x)))"])
@in_groups("method", ["auto", "chain", "chain-forward", "chain-alias", "elements"])
def test_abstract_functions_of_more_than_the_variable(text: str, method: str) -> None:
    _finished(text, "x", {}, method)


def test_one_name_for_the_whole_function() -> None:
    for method in METHODS:
        assert derive("u where u = sin(x)", "x", method=method).result.text() == "cos(x)"


def test_letters_for_indices_never_run_out() -> None:
    names = list("ABCDFGHKL")
    text = " @ ".join(names) + " @ x"
    trace = derive(text, "x", {**dict.fromkeys(names, "n x n"), "x": "n"}, "elements")
    assert trace.status == "finished"
    assert trace.steps[-1].check.ok
    taken: list[str] = []
    for _ in range(200):
        taken.append(fresh(taken, INDEX_LETTERS))
    assert len(set(taken)) == 200


def test_a_value_can_be_asked_for_without_the_sizes() -> None:
    trace = derive("x' A x", "x", {"x": "3", "A": "3 x 3"})
    a, x = np.arange(9.0).reshape(3, 3), np.array([1.0, -2.0, 0.5])
    assert np.allclose(trace.evaluate({"A": a, "x": x}), x @ (a + a.T))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("text", "shapes"), DELTAS_BESIDE_VECTORS)
def test_different_deltas_are_not_put_into_one_bracket(text: str, shapes: dict[str, str], method: str) -> None:
    _finished(text, "x", shapes, method)


BY_ENTRIES = (
    "column(i=1..n, sin(x_i^2))", "column(i=1..n, sin(x_i^2) sum(x))", "sum(column(i=1..n, exp(x_i sum(x))))",
    "column(i=1..m, cases(z^2 / (2 + sum(x)^2) if v_i <= 0, sin(z sum(x)) otherwise))",
    "column(i=1..m, v_i / sum(x)^2)",
    "cases(z / (2 + sum(x)^2) if cases(k if r @ x <= 0, z otherwise) <= 0, z^k otherwise)",
)  # fmt: skip
"""Vectors whose entries are written out: no name may stand for what an index inside means another thing each time."""


@in_groups("method", ["chain", "chain-forward", "chain-alias"])
@in_groups("text", BY_ENTRIES)
def test_nothing_under_an_index_gets_a_name(text: str, method: str) -> None:
    shapes = {"x": "n", "v": "m", "r": "1 x n", "z": "scalar", "k": "scalar"}
    trace = derive(text, "x", {name: shape for name, shape in shapes.items() if name in text}, method)
    assert trace.status == "finished", trace.error
    assert [step.rule for step in trace.steps if step.check.state == "failed"] == []


NOT_BY_EVERY_METHOD = (
    ("f(x + 1)", "x", {}), ("h(x - y)", "x", {"x": "n", "y": "n"}), ("w · x + c", "(w, c)", {"w": "n", "x": "n"}),
    ("sum(x^2)", "x_1", {"x": "n"}), ("x_1 norm(b ⊗ (W @ x))", "x", {"x": "n", "b": "m", "W": "m x n"}),
    ("sum(i=1..N, (t_i - X_i · (-x))^2)", "x_1", {"x": "n", "X": "N x n", "t": "N"}),
    ("cases(b · (W @ x) if sum(x) <= 0, 0 otherwise)", "x_1", {"x": "n", "b": "m", "W": "m x n"}),
    ("sum(r') (z + (r @ x))", "r", {"x": "n", "z": "scalar", "r": "1 x n"}),
)  # fmt: skip


@in_groups("method", EVERY_METHOD)
@in_groups(("text", "wrt", "shapes"), NOT_BY_EVERY_METHOD, ids=lambda value: str(value)[:30])
def test_what_the_automatic_method_derives_every_method_brings_to_an_end(
    text: str, wrt: str, shapes: dict[str, str], method: str
) -> None:
    trace = _finished(text, wrt, shapes, method)
    if text[0] not in "fh":  # an abstract function has no value to compare
        _right(text, wrt, shapes, method)
    assert trace.result.shape == derive(text, wrt, shapes).result.shape


@pytest.mark.parametrize(
    ("text", "wrt", "shapes", "method"),
    [
        ("f(x)^2", "x", {}, "differential"),
        ("x_1 x_2", "x_1", {"x": "2"}, "differential"),
        ("(w · x + c)^2", "(w, c)", {"w": "n", "x": "n"}, "differential"),
        ("a' diag(x)^2 b", "x", {"a": "n", "x": "n", "b": "n"}, "elements"),
    ],
)  # fmt: skip
def test_a_method_that_has_no_rule_says_that_the_automatic_one_goes_on(
    text: str, wrt: str, shapes: dict[str, str], method: str
) -> None:
    trace = derive(text, wrt, shapes, method)
    assert trace.status == "finished"
    assert trace.choice.startswith("The chosen method does not come to an end here. ")
    assert trace.result is derive(text, wrt, shapes).result
    assert "does not come to an end" not in derive("x^2 x", "x", {}, method).choice


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_what_no_method_can_is_refused_with_the_reason_of_the_chosen_one(method: str) -> None:
    trace = derive("F(A + B)", "A", {"A": "n x n", "B": "n x n", "F": "n x n"}, method)
    assert trace.status == "stuck"
    assert "F(A + B)" in trace.reason


@pytest.mark.parametrize(
    ("text", "wrt", "shapes", "method"),
    [
        ("logsumexp(x + 2)", "x_1", {"x": "1"}, "chain"), ("logsumexp(x + 2)", "x", {"x": "n"}, "elements"),
        ("sum(softmax(x + z)) + logsumexp(x - z)", "x", {"x": "n", "z": "scalar"}, "elements"),
        ("softmax(W @ W' @ (W @ x))", "x", {"x": "n", "W": "m x n"}, "elements"),
        ("max(0, softmax(W @ W' @ (W @ x)))", "x", {"x": "n", "W": "m x n"}, "elements"),
    ],
)  # fmt: skip
def test_shares_are_recognised_beside_shifts_and_indices_of_other_sizes(
    text: str, wrt: str, shapes: dict[str, str], method: str
) -> None:
    trace = derive(text, wrt, shapes, method)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)


@in_groups("method", ["auto", "operator", "backward", "elements", "vector"])
@in_groups(("text", "shapes"), ROWS_BESIDE_COLUMNS)
def test_a_row_beside_a_column_is_read_from_one_end(text: str, shapes: dict[str, str], method: str) -> None:
    assert judge(Question(text, "x", shapes, method, "numerator")) == ("right", False)


@pytest.mark.parametrize("method", EVERY_METHOD)
@pytest.mark.parametrize("text", ["f(x)", "f(x, y)"])
def test_the_derivative_of_an_abstract_function_alone_is_no_dead_end(text: str, method: str) -> None:
    trace = derive(text, "x", {}, method)
    assert trace.status == "finished"
    assert not trace.steps


@in_groups("method", EVERY_METHOD)
@in_groups(
    ("text", "form"),
    [
        ("relu(-relu(x))", "0"), ("max(0, min(1, x))", "cases(cases(0 if x <= 0, 1 if x > 0) if x < 1, 0 if x >= 1)"),
        ("max(1 - y, min(1 + y, x))", "cases(cases(0 if x <= 1 - y, 1 if x > 1 - y) if x < 1 + y, 0 if x >= 1 + y)"),
    ],
)  # fmt: skip
def test_what_a_case_says_decides_what_stands_in_it(text: str, form: str, method: str) -> None:
    trace = _finished(text, "x", {}, method)
    assert trace.result.text() == form


COLUMNS_OF_THE_VARIABLE = (
    ("vec(X)' A vec(X)", "(kron(identity(n), vec(X)' @ A) + kron(identity(n), vec(X)' @ A')) @ {rows}"),
    ("norm(vec(X) - b)^2", "2 (X' - kron(identity(n), b') @ {rows})"),
    ("b · vec(X)", "kron(identity(n), b') @ {rows}"),
    ("sum(exp(vec(X)) ⊗ b)", "exp(X)' ⊗ (kron(identity(n), b') @ {rows})"),
    ("sum(exp(vec(X)))", "exp(X)'"),
    ("norm(B vec(X) - c)^2", "2 (kron(identity(n), (B @ vec(X) - c)' @ B) @ {rows})"),
    ("c · tanh(B vec(X))", ""),
    ("sum(max(0, vec(X) - b))", ""),
)


@in_groups("method", EVERY_METHOD)
@in_groups(("text", "form"), COLUMNS_OF_THE_VARIABLE)
def test_a_row_beside_the_columns_of_the_variable_is_laid_out(text: str, form: str, method: str) -> None:
    shapes = {"X": "m x n", "A": "m n x m n", "b": "m n", "B": "k x m n", "c": "k"}
    given = {name: shape for name, shape in shapes.items() if name in text.replace("vec", "")}
    trace = _finished(text, "X", given, method)
    if form:
        assert trace.result.text() == form.format(rows="kron(vec(identity(n)), identity(m))")
    numbers = {"X": "2 x 3", "A": "6 x 6", "b": "6", "B": "2 x 6", "c": "2"}
    _right(text, "X", {name: numbers[name] for name in given}, method)


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_no_other_method_goes_on_from_a_line_of_names(method: str) -> None:
    """The derivative of a name is none of a constant."""
    trace = derive("W [x, y]", "x", {"W": "1 x 2", "x": "1", "y": "1"}, method)
    assert [step.number for step in trace.steps if step.check.state == "failed"] == []


@pytest.mark.parametrize("method", sorted(set(EVERY_METHOD) - {"auto"}))
def test_the_first_step_of_a_chosen_method_waits_for_no_other(method: str) -> None:
    trace = derive("ln(sin(x^3)^2) + x^2 exp(x)", "x", method=method)
    trace.step(1)
    first = trace.budget.work
    assert len(trace.steps) > 3
    assert first < trace.budget.work / 3


def test_the_first_step_that_a_window_shows_needs_no_numbers() -> None:
    """What compares a mistake with the right line takes a third of a second to load."""
    program = (
        "import sys\n"
        "from explainer.engine import derive\n"
        "derive('sin(x + x^2)', 'x', method='chain').step(1)\n"
        "assert 'numpy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
