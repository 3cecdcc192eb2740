"""Powers of matrices: short lines and linear work however many factors there are, and the order of the terms."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from explainer import code, derive
from explainer.engine import Trace
from explainer.errors import ExplainerError
from explainer.language import parse_expression, read_question
from explainer.notation import write
from tests.random_matrices import slopes
from tests.some import some_pairs
from tests.written_code.running import checked

NAMES = {"a": "n", "b": "n", "X": "n x n", "A": "n x n", "Y": "n x n", "t": "scalar", "x": "n"}


def derived(text: str, wrt: str = "X", method: str = "auto", **options: object) -> Trace:
    shapes = {name: shape for name, shape in NAMES.items() if name in text}
    trace = derive(text, wrt, shapes, method, **options)  # type: ignore[arg-type]
    assert trace.status == "finished", (text, trace.reason)
    assert [step.check.state for step in trace.steps] == ["ok"] * len(trace.steps), text
    return trace


@pytest.mark.parametrize(
    ("text", "wrt", "form"),
    [
        ("a' X^3 b", "X", "X^2 @ b @ a' + X @ b @ a' @ X + b @ a' @ X^2"),
        ("a' X^7 b", "X", "sum(i=0..6, X^(6 - i) @ b @ a' @ X^i)"),
        ("a' (X')^7 b", "X", "sum(i=0..6, X^i @ a @ b' @ X^(6 - i))"),
        ("tr(X^7)", "X", "7 X^6"),
        ("tr(A X^6)", "X", "sum(i=0..5, X^(5 - i) @ A @ X^i)"),
        ("tr(X^-3)", "X", "-3 inv(X)^4"),
        ("tr(X^-7)", "X", "-7 inv(X)^8"),
        ("det(X^7)", "X", "7 det(X^7) inv(X)"),
        ("log(det(X^9))", "X", "9 inv(X)"),
        ("X^3", "X", "kron((X^2)', identity(n)) + kron(X', X) + kron(identity(n), X^2)"),
        ("X^6", "X", "sum(i=0..5, kron((X^(5 - i))', X^i))"),
        ("(A + t Y)^6", "t", "sum(i=0..5, (A + t Y)^i @ Y @ (A + t Y)^(5 - i))"),
        ("(A + t Y)^3", "t", "Y @ (A + t Y)^2 + (A + t Y) @ Y @ (A + t Y) + (A + t Y)^2 @ Y"),
        ("sum(i=0..6, tr(X^i))", "X", "identity(n) + 2 X + 3 X^2 + 4 X^3 + 5 X^4 + 6 X^5"),
        ("norm(X^5)^2", "X", "2 sum(i=0..4, X^(4 - i) @ (X^5)' @ X^i)"),
    ],
)
def test_the_derivative_of_a_power(text: str, wrt: str, form: str) -> None:
    assert derived(text, wrt).result.text() == form


@pytest.mark.parametrize("method", ["auto", "backward"])
@pytest.mark.parametrize("text", ["a' X^{} b", "tr(A X^{})", "sum(Y ⊗ X^{})", "a' X^{} Y X^{} b", "log(det(X^{}))"])
def test_lines_and_work_do_not_grow_with_the_exponent(text: str, method: str) -> None:
    traces = [derived(text.replace("{}", str(times)), method=method) for times in (5, 10, 20)]
    lines = [[step.after.text() for step in trace.steps] for trace in traces]
    for short, long in pairwise(lines):
        assert len(long) == len(short)
        assert max(map(len, long)) < 1.4 * max(map(len, short))
    works = [trace.budget.work for trace in traces]
    assert works[2] < 1.2 * works[1] < 1.5 * works[0]


VALUED = (
    "a' X^5 b", "a' X^3 b + tr(X^6)", "tr((X^5 A)^6)", "a' (X^6 A)^6 X b", "norm(X^5)", "exp(a' X^5 b / 90)",
    "tr(inv(X)^6 A)", "sum(sin(X^5))", "a' (X')^5 Y X^5 b", "log(det(X^6))", "tr(X^-5)", "sum(i=1..4, tr(A X^i))",
    "tr(diag(diag(X^5)) A)", "tr(kron(A, X^5))",
)  # fmt: skip


@pytest.mark.parametrize(("text", "method"), some_pairs(2, VALUED, ["auto", "backward", "elements"]))
def test_the_result_is_the_slope_of_the_function(text: str, method: str) -> None:
    shapes = {name: shape for name, shape in NAMES.items() if name in text}
    trace = derive(text, "X", shapes, method)
    assert trace.status == "finished", trace.reason
    assert all(step.check.state != "failed" for step in trace.steps)
    random = np.random.default_rng(7)
    at = {name: random.uniform(-0.6, 0.6, (3,) * (1 + (name in "XAY"))) for name in shapes}
    at["X"] = at["X"] @ at["X"].T + np.eye(3)
    function = parse_expression(text, shapes).expression
    found = np.asarray(trace.result.evaluate({**at, "n": 3}))
    assert np.allclose(found.T, slopes(function, "X", at), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("text", ["a' X^7 b", "a' X^3 b", "tr(X^7)"])
def test_second_derivatives_of_powers_write_the_sum_out(text: str) -> None:
    derived(text, order=2)


def test_factors_around_a_sum_keep_their_index() -> None:
    """Both the power and the power inside it have a sum: the indices are two."""
    result = derived("a' (X^6 A)^6 b", method="differential").result.text()
    assert "sum(i=0..5, sum(j=0..5, X^(5 - j) @ A @ (X^6 @ A)^(5 - i)" in result
    swept = derived("a' (X^6 A)^6 b", method="backward").result.text()
    assert "sum(j=0..5, (X^6 @ A)^(5 - j) @ b @ a' @ (X^6 @ A)^j) @ X^i" in swept


def test_an_index_as_the_exponent_is_read_evaluated_and_shown() -> None:
    text = "sum(i=0..4, X^(4 - i) @ b @ a' @ X^i)"
    shapes = {"a": "n", "b": "n", "X": "n x n"}
    node = read_question(text, shapes).parsed.expression
    assert node.text() == text
    random = np.random.default_rng(1)
    at = {"X": random.normal(size=(3, 3)), "a": random.normal(size=3), "b": random.normal(size=3)}
    power = np.linalg.matrix_power
    wanted = sum(power(at["X"], 4 - i) @ np.outer(at["b"], at["a"]) @ power(at["X"], i) for i in range(5))
    assert np.allclose(np.asarray(node.evaluate({**at, "n": 3})), wanted)
    assert r"\mathbf{X}^{4 - i}" in write(node, "latex")
    assert "X⁴⁻ⁱ" in write(node, "unicode")
    assert "to the power 4 minus i" in write(node, "speech")
    assert "<msup>" in write(node, "mathml")


def test_negative_exponents_in_a_sum_are_powers_of_the_inverse() -> None:
    node = read_question("sum(i=1..3, X^(i - 2))", {"X": "n x n"}).parsed.expression
    value = np.array([[2.0, 1.0], [0.5, 3.0]])
    wanted = np.linalg.inv(value) + np.eye(2) + value
    assert np.allclose(np.asarray(node.evaluate({"X": value, "n": 2})), wanted)


@pytest.mark.parametrize("text", ["sum(i=1..N, tr(X^i))", "sum(i=1..99, tr(X^i))", "sum(i=1..3, tr(X^(i/2)))"])
def test_exponents_of_which_nobody_knows_the_number_are_refused_in_their_place(text: str) -> None:
    with pytest.raises(ExplainerError, match="not read") as caught:
        derive(text, "X", {"X": "n x n"})
    assert caught.value.position is not None


@pytest.mark.parametrize(
    ("text", "shown"),
    [("inv(X)^4", r"\mathbf{X}^{-4}"), ("inv(X)", r"\mathbf{X}^{-1}"), ("inv(A X)^2", r"^{-2}"),
     ("sum(i=0..3, inv(X)^(i + 1))", r"\mathbf{X}^{-1 - i}"), ("X^-3", r"\mathbf{X}^{-3}")],
)  # fmt: skip
def test_a_power_of_an_inverse_has_one_exponent(text: str, shown: str) -> None:
    shapes = {name: "n x n" for name in "AX" if name in text}
    assert shown in write(parse_expression(text, shapes).expression, "latex")


@pytest.mark.parametrize("text", ["a' X^7 b", "tr(inv(X)^6 A)", "a' X^3 b"])
def test_a_program_with_a_sum_of_powers_agrees_with_central_differences(text: str) -> None:
    assert checked(code(derived(text))) < 1e-5
