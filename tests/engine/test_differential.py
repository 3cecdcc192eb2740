"""The method of differentials: textbook forms, steps that a student can follow, checks that fail, random problems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.engine.agreement import chosen_method
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import TWO, Apply, MatrixProduct, Negate, Product, Sum, Transpose
from explainer.language import parse_expression
from explainer.operations import all_operations
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.engine.identities import IDENTITIES as FIRST
from tests.engine.identities import Row
from tests.engine.more_identities import MORE
from tests.random_matrices import SIZES, drawn, slopes, some_values, value
from tests.some import Run, some

IDENTITIES = FIRST + MORE
NAMED = [f"{row.text} by {row.wrt}" for row in IDENTITIES]
CHECKED = 4
"""Of every so many identities one has all its steps checked, in a usual run."""
OTHERWISE = 3
"""Of every so many one is derived by other methods too, in a usual run: another one for each part."""


def derived(row: Row) -> Trace:
    return derive(row.text, row.wrt, row.shapes, "differential", "denominator")


def test_the_table_is_long_and_has_no_row_twice() -> None:
    assert len(IDENTITIES) >= 275
    assert len({(row.text, row.wrt, row.declared) for row in IDENTITIES}) == len(IDENTITIES)


@in_groups("row", IDENTITIES, ids=NAMED)
def test_an_identity_ends_in_the_form_of_a_textbook(row: Row) -> None:
    trace = derived(row)
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == row.form
    place = IDENTITIES.index(row)
    assert (place % 2 and not Run.thorough) or Verifier((trace.start,)).check(trace.start, trace.result).ok
    if Run.thorough or place % CHECKED == 0:
        for step in trace.steps:
            assert step.check.state != "failed", (step.number, step.rule, step.check.message)


@pytest.mark.parametrize("method", ["elements", "backward"])
@pytest.mark.parametrize("part", range(8))
def test_other_methods_end_in_what_the_differential_ends_in(method: str, part: int) -> None:
    alike = 0
    rows = some(IDENTITIES[part::8], OTHERWISE)
    for row in rows:
        trace, form = derive(row.text, row.wrt, row.shapes, method, "denominator"), derived(row).result
        assert trace.status == "finished", (row, trace.reason)
        assert trace.result is form or trace.check(trace.result, form).ok, (row, trace.result.text())
        alike += trace.result is form
    assert alike >= 0.75 * len(rows), "most end in the same form, to the letter"


@pytest.mark.parametrize(
    ("text", "wrt", "declared", "form"),
    [
        ("tr(A diag(x) B)", "x", "A: m x n, x: n, B: n x m", "diag(B @ A)'"),
        ("tr((A + t B)^2)", "t", "A: n x n, B: n x n, t: scalar", "tr(A @ B + B @ A + 2 t B^2)"),
        ("tr(inv(A + t B))", "t", "A: n x n, B: n x n, t: scalar", "-tr(inv(A + t B)^2 @ B)"),
        ("log(det(diag(x)))", "x", "x: n", "(ones(n) ⊘ x)'"),
    ],
)
def test_entries_end_in_products_of_matrices_not_in_sums_over_rows(
    text: str, wrt: str, declared: str, form: str
) -> None:
    trace = derive(text, wrt, Row(text, wrt, declared, "").shapes, "elements")
    assert trace.result.text() == form
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(("number", "form"), [("0.5", "0.5 inv(S)"), ("1.5", "1.5 inv(S)"), ("2", "2 inv(S)")])
def test_what_cancels_does_so_beside_decimal_numbers(number: str, form: str) -> None:
    assert derive(f"{number} log(det(S))", "S", {"S": "n x n"}).result.text() == form


def wrong_forms(result: Node) -> Iterator[Node]:
    """What slips of the pen make of a result: doubled, negated, transposed, the factors in another order."""
    yield Product((TWO, result)) if not isinstance(result, Product) else Sum((result, result))
    yield Negate(result)
    if result.shape.is_matrix and result.shape.rows == result.shape.columns:
        yield Transpose(result)
    if isinstance(result, MatrixProduct):
        yield from _another_order(result)
    if isinstance(result, Apply) and result.operation.name == "kron":
        yield Apply(result.operation, tuple(reversed(result.arguments)))


def _another_order(result: MatrixProduct) -> Iterator[Node]:
    factors = result.factors
    if all(factor.shape == result.shape for factor in factors):
        yield MatrixProduct((*factors[1:], factors[0]))


def test_a_doubled_negated_transposed_or_turned_result_is_rejected() -> None:
    rejected = kinds = 0
    for row in some(IDENTITIES[5::10], 2):
        trace = derived(row)
        verifier, results = Verifier((trace.start,)), Verifier((trace.result,))
        for wrong in wrong_forms(trace.result):
            check = verifier.check(trace.start, wrong)
            if wrong.shape != trace.result.shape:
                assert not check.ok
                continue
            same = results.check(trace.result, wrong).ok  # X' of a symmetric result is no mistake
            assert check.ok is same, (row.text, wrong.text())
            rejected += not check.ok
        kinds += 1
    assert rejected >= 2 * kinds
    assert kinds >= 13


def test_a_wrong_step_is_seen_and_the_next_one_is_not_blamed() -> None:
    shapes = "A: n x n, X: n x n, B: n x n"
    line = "(d(tr(A @ X @ B))/d(X) knowing differential(tr(A @ X @ B), X) = {0}) where " + shapes

    def parsed(right: str) -> Node:
        return parse_expression(line.format(right)).expression

    right, cycled, wrong = "tr(A @ differential(X) @ B)", "tr(B @ A @ differential(X))", "tr(A @ B @ differential(X))"
    again = "2 tr(A @ B @ differential(X)) - tr(A @ B @ differential(X))"
    verifier = Verifier((parsed(right),))
    assert verifier.check(parsed(right), parsed(cycled)).ok
    assert not verifier.check(parsed(right), parsed(wrong)).ok
    assert verifier.check(parsed(wrong), parsed(again)).ok


def test_the_steps_are_those_of_a_teacher() -> None:
    trace = derive("tr(A @ X @ B)", "X", {"A": "p x m", "X": "m x n", "B": "n x p"}, "differential")
    assert [str(step.rule) for step in trace.steps] == [
        "introduce-differential",
        "differential-function",
        "differential-constant-factor",
        "trace-cycle",
        "read-off",
    ]
    assert trace.result.text() == "B @ A"
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(
    ("text", "wrt", "declared"),
    [
        ("tr(X' A X)", "X", "X: m x n, A: m x m"),
        ("norm(X W - Y)^2", "W", "X: m x k, W: k x n, Y: m x n"),
        ("inv(A + t B)", "t", "A: n x n, B: n x n, t: scalar"),
        ("det(A + t B)", "t", "A: n x n, B: n x n, t: scalar"),
        ("a' inv(X) b", "X", "a: n, X: n x n, b: n"),
    ],
)
def test_auto_takes_differentials_for_matrices(text: str, wrt: str, declared: str) -> None:
    trace = derive(text, wrt, Row(text, wrt, declared, "").shapes)
    assert chosen_method(trace) == "differential"
    assert trace.steps[0].rule == "introduce-differential"
    assert "differentials" in trace.choice
    assert trace.status == "finished"


HESSIANS = (
    ("x' A x", "x", "x: n, A: n x n", "A + A'"),
    ("norm(X w - y)^2", "w", "X: m x n, w: n, y: m", "2 (X' @ X)"),
    ("norm(x)", "x", "x: n", "identity(n) / norm(x) - (x @ x') / norm(x)^3"),
    ("tr(X' A X)", "X", "X: m x n, A: m x m", "kron(identity(n), A + A')"),
    ("norm(X A - B)^2", "X", "X: m x n, A: n x p, B: m x p", "2 kron(A @ A', identity(m))"),
    ("log(det(X))", "X", "X: n x n", "-kron(inv(X), inv(X)') @ commutation(n, n)"),
)


@pytest.mark.parametrize(("text", "wrt", "declared", "form"), HESSIANS)
def test_a_second_derivative_is_that_of_the_gradient(text: str, wrt: str, declared: str, form: str) -> None:
    trace = derive(text, wrt, Row(text, wrt, declared, "").shapes, "differential", order=2)
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == form
    assert Verifier((trace.start,)).check(trace.start, trace.result).ok


def test_what_the_method_cannot_take_apart_is_refused_by_name() -> None:
    trace = derive("tr(F(X))", "X", {"X": "n x n", "F": "n x n"}, "differential")
    assert trace.status == "stuck"
    assert "no rule for the differential of F(X)" in trace.reason


ALL_METHODS = (
    ("det(X)", "X", "X: n x n"),
    ("log(det(X' X))", "X", "X: m x n"),
    ("tr(inv(X) A)", "X", "X: n x n, A: n x n"),
    ("tr(X' A X B)", "X", "X: m x n, A: m x m, B: n x n"),
    ("norm(X' A X - B)^2", "X", "X: m x n, A: m x m, B: n x n"),
    ("norm(A ⊗ X - B)^2", "X", "A: m x n, X: m x n, B: m x n"),
    ("y' X inv(X' X) X' y", "X", "X: m x n, y: m"),
    ("sum(V ⊗ log(W H) - W H)", "W", "V: positive m x n, W: positive m x k, H: positive k x n"),
    ("(A x - b)' W (A x - b)", "x", "A: m x n, x: n, b: m, W: m x m"),
    ("log(det(A + t B))", "t", "A: n x n, B: n x n, t: scalar"),
    ("tr(kron(A, X))", "X", "A: m x m, X: n x n"),
    ("a' diag(X)", "X", "a: n, X: n x n"),
    ("A X B", "X", "A: m x n, X: n x k, B: k x p"),
    ("relu(W x + b)", "W", "W: m x n, x: n, b: m"),
    ("t A", "t", "t: scalar, A: m x n"),
)


@pytest.mark.parametrize("method", ["operator", "vector", "chain", "elements"])
@pytest.mark.parametrize(("text", "wrt", "declared"), ALL_METHODS)
def test_every_method_derives_functions_of_matrices(text: str, wrt: str, declared: str, method: str) -> None:
    shapes = Row(text, wrt, declared, "").shapes
    trace, wanted = derive(text, wrt, shapes, method), derive(text, wrt, shapes, "differential")
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps), [step.check.message for step in trace.steps]
    assert trace.check(trace.result, wanted.result, trace.problem.facts).ok
    assert "sum(" not in trace.result.text().replace("sum(y)", "")
    assert "grid(" not in trace.result.text()
    assert len(trace.result.text()) <= 1.4 * len(wanted.result.text()) + 8


@pytest.mark.parametrize("method", ["operator", "vector"])
def test_a_matrix_is_never_given_to_names(method: str) -> None:
    for text, wrt, declared in ALL_METHODS:
        trace = derive(text, wrt, Row(text, wrt, declared, "").shapes, method)
        rules = {rule.rule for step in trace.steps for rule in (step, *step.substeps)}
        assert not rules & {"chain-matrix", "introduce-variables"}, text


@in_groups("seed", range(24))
def test_a_random_problem_has_the_derivative_that_its_values_show(seed: int) -> None:
    problem = drawn(seed)
    trace = derive(problem.text, problem.wrt, problem.shapes, "differential", "denominator")
    assert trace.status == "finished", (problem.text, trace.reason)
    compared = 0
    for at in some_values(problem, 4):
        with np.errstate(all="ignore"):
            found = np.asarray(trace.result.evaluate({**at, **SIZES}))
            wanted = slopes(trace.problem.expression, problem.wrt, at)
            size = abs(float(value(trace.problem.expression, at)))
        if not (np.isfinite(found).all() and np.isfinite(wanted).all()) or size > 1e4:
            continue
        assert found.shape == wanted.shape
        assert np.abs(found - wanted).max() <= 1e-4 * (1 + np.abs(wanted).max()), (problem.text, trace.result.text())
        compared += 1
    assert compared or "det" in problem.text or "inv" in problem.text


def test_random_problems_are_of_all_kinds() -> None:
    texts = [drawn(seed).text for seed in range(200)]
    for part in ("tr(", "det(", "inv(", "norm(", "sum(", "⊗", "'", "exp(", "log(det"):
        assert sum(part in text for text in texts) >= 8, part
    assert len({Random(text).random() for text in texts}) > 150
    parsed = parse_expression(drawn(3).text, drawn(3).shapes).expression
    assert any(True for _ in each_part(parsed))


WITH_BORDERS = [
    *(f"{row.name}({{x}})" for row in all_operations()
      if row.elementwise and row.domain and row.derivative and len(row.parameters) == 1),
    "{x} .^ 0.5", "{x} .^ (-1)", "({x}) .^ a", "b ⊘ {x}", "{x} ⊘ (b + {x})", "max({x}, b)", "arctan2({x}, b)",
]  # fmt: skip
"""Functions of the entries of a vector or matrix that have no derivative somewhere."""


@in_groups("text", WITH_BORDERS)
def test_what_must_hold_in_each_entry_is_said_of_matrices_as_of_vectors(text: str) -> None:
    def said(size: str, method: str) -> set[str]:
        trace = derive(text.format(x="x"), "x", {"x": size, "b": size, "a": "scalar"}, method)
        assert trace.status == "finished"
        found = (condition.text() for step in trace.steps for condition in step.conditions)
        return {re.sub(r"_(\{\w,\w\}|\w)", "_i", condition) for condition in found}

    expected = said("n", "operator")
    assert expected
    assert all("_i" in condition for condition in expected)
    assert said("n", "differential") == expected
    assert said("m x n", "differential") == expected
    assert said("1 x n", "differential") == expected
