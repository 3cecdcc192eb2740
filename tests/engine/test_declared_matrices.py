"""Derivatives by matrices whose entries do not move one by one, against differences that move them together."""

# ruff: noqa: N803 - matrices have capital letters here too

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from explainer.engine import derive
from explainer.errors import UnsupportedError
from explainer.expr.nodes import Derivative, Hadamard, Identity, Negate, Product, Sum, number
from explainer.notation import write
from explainer.verify import Verifier

SHAPES = {"A": "n x n", "B": "n x n", "a": "n", "x": "n"}

inv, det, tr = np.linalg.inv, np.linalg.det, np.trace

CASES: list[tuple[str, str, str, Callable[..., Any]]] = [
    ("tr(A @ S)", "symmetric", "(A + A') / 2", lambda S, A, B, a, x: tr(A @ S)),
    ("x' S x", "symmetric", "x @ x'", lambda S, A, B, a, x: x @ S @ x),
    ("a' S x", "symmetric", "(a @ x' + x @ a') / 2", lambda S, A, B, a, x: a @ S @ x),
    ("log(det(S))", "positive-definite", "inv(S)", lambda S, A, B, a, x: np.log(det(S))),
    ("det(S)", "symmetric", "det(S) inv(S)", lambda S, A, B, a, x: det(S)),
    ("x' inv(S) x", "spd", "-inv(S) @ x @ x' @ inv(S)", lambda S, A, B, a, x: x @ inv(S) @ x),
    ("tr(S^3)", "symmetric", "3 S^2", lambda S, A, B, a, x: tr(S @ S @ S)),
    ("norm(S - A)^2", "symmetric", "2 S - A - A'", lambda S, A, B, a, x: np.sum((S - A) ** 2)),
    ("sum(exp(S) ⊗ A)", "symmetric", "(exp(S) ⊗ A + exp(S) ⊗ A') / 2", lambda S, A, B, a, x: np.sum(np.exp(S) * A)),
    ("norm(S)^2", "symmetric", "2 S", lambda S, A, B, a, x: np.sum(S * S)),
    ("sum(exp(S))", "symmetric", "exp(S)", lambda S, A, B, a, x: np.sum(np.exp(S))),
    ("tr(A S B S)", "symmetric", "", lambda S, A, B, a, x: tr(A @ S @ B @ S)),
    ("norm(A S - B)^2", "symmetric", "", lambda S, A, B, a, x: np.sum((A @ S - B) ** 2)),
    ("log(det(S)) + tr(inv(S) A)", "spd", "", lambda S, A, B, a, x: np.log(det(S)) + tr(inv(S) @ A)),
    ("sum(sin(S) ⊗ A)", "symmetric", "", lambda S, A, B, a, x: np.sum(np.sin(S) * A)),
    ("sum(tanh(S x))", "symmetric", "", lambda S, A, B, a, x: np.sum(np.tanh(S @ x))),
    ("tr(A S)", "diagonal", "", lambda S, A, B, a, x: tr(A @ S)),
    ("tr(S A S)", "diagonal", "", lambda S, A, B, a, x: tr(S @ A @ S)),
    ("log(det(S)) + a' inv(S) a", "diagonal", "", lambda S, A, B, a, x: np.log(det(S)) + a @ inv(S) @ a),
    ("sum(S A x)", "diagonal", "", lambda S, A, B, a, x: np.sum(S @ A @ x)),
]  # fmt: skip
"""Functions of a declared matrix, the form of the derivative where it is a short one, and their values."""

METHODS = ("auto", "differential", "backward", "elements", "operator", "chain")


def values(property: str, seed: int) -> dict[str, Any]:
    rng = np.random.default_rng(seed)
    drawn = {
        "A": rng.normal(size=(3, 3)),
        "B": rng.normal(size=(3, 3)),
        "a": rng.normal(size=3),
        "x": rng.normal(size=3),
    }
    free = rng.normal(size=(3, 3))
    s = np.diag(rng.uniform(0.5, 2.0, 3)) if property == "diagonal" else free @ free.T / 3 + 0.5 * np.eye(3)
    return {**drawn, "S": s}


def together(function: Callable[..., Any], at: dict[str, Any], property: str, step: float = 1e-5) -> Any:
    """Central differences in which S_ij and S_ji move together, half each; or only the diagonal moves."""
    s = at["S"]
    found = np.zeros(np.shape(function(**at)) + s.shape)
    for i, j in np.ndindex(*s.shape):
        unit = np.zeros(s.shape)
        unit[i, j] = 1.0
        move = unit * np.eye(len(s)) if property == "diagonal" else (unit + unit.T) / 2
        ahead, behind = ({**at, "S": s + sign * step * move} for sign in (1, -1))
        found[..., i, j] = (function(**ahead) - function(**behind)) / (2 * step)
    return found


@pytest.mark.parametrize(
    ("text", "property", "form", "function"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES]
)
def test_every_method_gives_what_entries_do_that_move_together(
    text: str, property: str, form: str, function: Callable[..., Any]
) -> None:
    finished = 0
    for method in METHODS:
        try:
            trace = derive(text, "S", {**SHAPES, "S": f"{property} n x n"}, method=method)
        except UnsupportedError:  # the older methods have no rules for traces, determinants and inverses
            continue
        assert trace.status == "finished", (method, trace.reason)
        assert [step.number for step in trace.steps if not step.check.ok] == [], method
        assert trace.check(trace.start, trace.result, trace.problem.facts).ok
        for seed in (1, 2):
            at = values(property, seed)
            assert np.allclose(trace.result.evaluate(at), together(function, at, property).T, atol=1e-6), method
        if form and method in ("auto", "differential"):
            assert trace.result.text() == form
        finished += 1
    assert finished >= (2 if any(name in text for name in ("tr(", "det(", "inv(")) else 6)


def test_a_vector_and_an_inverse_by_a_symmetric_matrix_are_derived_by_columns() -> None:
    inverse = lambda **at: inv(at["S"])  # noqa: E731
    for text, function in (("S x", lambda **at: at["S"] @ at["x"]), ("inv(S)", inverse)):
        for property in ("symmetric", "diagonal"):
            trace = derive(text, "S", {**SHAPES, "S": f"{property} n x n"})
            assert [step.number for step in trace.steps if not step.check.ok] == []
            at = values(property, 3)
            slopes = together(function, at, property)
            matrix = slopes.ndim == 4
            rows = np.moveaxis(slopes, (0, 1), (1, 0)).reshape(9, 3, 3) if matrix else slopes
            expected = rows.transpose(0, 2, 1).reshape(len(rows), 9)
            assert np.allclose(trace.result.evaluate({**at, "n": 3}), expected, atol=1e-5)


def test_the_hessian_by_a_symmetric_matrix_moves_entries_together_twice() -> None:
    trace = derive("log(det(S))", "S", {"S": "spd n x n"}, order=2)
    assert [step.number for step in trace.steps if not step.check.ok] == []
    s = values("spd", 4)["S"]
    gradient = lambda S: inv(S)  # noqa: E731
    expected = np.moveaxis(together(gradient, {"S": s}, "spd"), (0, 1), (1, 0)).reshape(9, 3, 3)
    assert np.allclose(trace.result.evaluate({"S": s}), expected.transpose(0, 2, 1).reshape(9, 9), atol=1e-5)


def test_wrong_derivatives_by_a_symmetric_matrix_are_rejected() -> None:
    trace = derive("tr(A S)", "S", {**SHAPES, "S": "symmetric n x n"})
    start, right = trace.start, trace.result
    free = derive("tr(A X)", "X", {"A": "n x n", "X": "n x n"}).result
    unit = Hadamard((right, Identity("n")))
    wrong = (free, Product((number(2), right)), Negate(right), Sum((Product((number(2), right)), Negate(unit))), unit)
    assert all(not trace.check(start, one).ok for one in wrong)
    assert isinstance(start, Derivative)
    assert start.kind == "symmetric"
    assert Verifier((start,)).check(start, right).ok


def test_points_obey_what_is_declared() -> None:
    from explainer.expr.declared import declared
    from explainer.verify.points import RandomPoints, Sizes

    for property in ("symmetric", "spd", "diagonal", "positive"):
        problem = derive("tr(A S)", "A", {"A": "n x n", "S": f"{property} n x n"}).problem
        (variable,) = {part for fact in problem.facts for part in fact.free}
        drawn = RandomPoints(0, 40, Sizes(0, ("n",)), declared=declared(problem.facts)).variable(variable)
        if property != "positive":
            assert np.array_equal(drawn, np.swapaxes(drawn, -1, -2))
        if property == "spd":
            assert (np.linalg.eigvalsh(drawn) > 0).all()
            assert (np.linalg.cond(drawn) < 1e4).all()
        if property == "diagonal":
            assert np.array_equal(drawn, drawn * np.eye(3))
        if property == "positive":
            assert (drawn > 0).all()


def test_the_remark_tells_what_books_print_for_entries_on_and_above_the_diagonal() -> None:
    step = derive("x' S x", "S", {"x": "n", "S": "symmetric n x n"}).steps[-1]
    assert "2 G - G ⊗ identity(n)" in step.explanation


def test_lines_with_a_declared_variable_are_shown_and_kept_like_others() -> None:
    from explainer.engine import Trace

    trace = derive("x' S x", "S", {"x": "n", "S": "symmetric n x n"})
    back = Trace.from_dict(trace.to_dict())
    assert back.lines == trace.lines
    assert all(step.check.ok for step in back.steps)
    assert "∂" in write(trace.start, "unicode")


@pytest.mark.parametrize("text", ["log(det(S))", "x' S x", "norm(S)^2", "tr(S)", "det(S)^2"])
def test_a_symmetric_matrix_of_one_entry_is_derived_or_refused_and_never_goes_on_for_ever(text: str) -> None:
    trace = derive(text, "S", {"S": "symmetric 1 x 1", "x": "1"})
    assert trace.status in ("finished", "stuck")
    if trace.status == "finished":
        assert all(step.check.ok for step in trace.steps)
