"""Every branch of max, |u|, relu and cases has points, however rarely a random one takes it."""

from __future__ import annotations

import numpy
import pytest

from explainer.expr.node import Node
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.operations import OPERATIONS, all_operations
from explainer.verify import Verifier
from explainer.verify.branches import pieces, thresholds
from tests.cases import in_groups


def lines(right: str, wrong: str) -> tuple[Node, Node]:
    return parse_expression(right).expression, parse_expression(wrong).expression


@in_groups(
    ("right", "wrong"),
    [
        ("max(x, 30)", "x + 0 * max(x, 30)"),
        ("max(0, abs(x) - 7.5)", "0 * x"),
        ("relu(x - max(y, 100)) + y", "y"),
        ("cases(x^2 if x > 50, x otherwise)", "x"),
        ("max(0, x - 20) y", "max(0, 2 x - 40) y"),
        ("min(x, max(-80, y))", "min(x, y)"),
        ("hard_tanh(x / 20)", "x / 20"),
        ("prelu(x - 30, y)", "y (x - 30)"),
        ("prelu(y - x^2, 3) + prelu(-30 - x, y)", "prelu(y - x^2, 3) - y (30 + x)"),
        ("huber(x / 30)", "x^2 / 1800"),
        ("abs(x + 30)", "x + 30"),
        ("norm1([x - 60, y])", "60 - x + abs(y)"),
        ("max(x, s + 40) where x: n, s: scalar", "s + 40 + 0 * x where x: n, s: scalar"),
        ("max(s, x - 40) where x: n, s: scalar", "s + 0 * x where x: n, s: scalar"),
        ("max(0, cases(t if s <= 0, s otherwise))", "max(0, cases(-t if s <= 0, s otherwise))"),
        ("max(0, cases(t if max(s, -t) <= -3, 1 + s^2 otherwise))", "max(0, 1 + s^2)"),
        ("sum(i=1..N, max(0, w · X_i - 12)) where w: n, X: N x n", "0 * sum(w) sum(X) where w: n, X: N x n"),
    ],
)
def test_a_line_that_is_wrong_in_one_branch_alone_is_caught(right: str, wrong: str) -> None:
    """However rarely a random point takes the branch: points are looked for that do."""
    line, other = lines(right, wrong)
    for seed in range(6):
        check = Verifier((line,), seed=seed).check(line, other)
        assert check.state == "failed", (seed, check.message)
        assert Verifier((line,), seed=seed).check(line, line).ok


def test_a_branch_inside_another_one_counts_where_that_is_taken() -> None:
    line = parse_expression("cases(max(t, 40) if s > 1000, s otherwise)").expression
    other = parse_expression("cases(t if s > 1000, s otherwise)").expression
    assert Verifier((line,)).check(line, other).state == "failed"


@pytest.mark.parametrize("text", ["max(x, x - 5)", "relu(x^2 + 1)", "max(0, 0 * x)", "cases(1 if x > x, x otherwise)"])
def test_a_branch_that_no_point_takes_is_no_reason_to_doubt(text: str) -> None:
    line = parse_expression(text).expression
    assert Verifier((line,)).check(line, line).ok


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("sum(i=1..5, x_i relu(i - 2))", "sum(i=1..5, x_i (i - 2))"),
        ("sum(i=1..n, max(x_i, s) + relu(x_i))", "sum(i=1..n, x_i + relu(x_i))"),
        ("sum(i=1..n, sum(max(X_i, s)) relu(2 - i))", "sum(i=1..n, sum(X_i) relu(2 - i))"),
    ],
)
def test_branches_are_told_apart_under_a_sum_where_its_index_decides_too(right: str, wrong: str) -> None:
    shapes = {"x": "5" if "5" in right else "n", "X": "n x m", "s": "scalar"}
    line, same, other = (parse_expression(text, shapes).expression for text in (right, f"1 ({right})", wrong))
    assert Verifier((line,)).check(line, same).ok
    assert Verifier((line,)).check(line, other).state == "failed"


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("huber", [-1.0, 0.0, 1.0]), ("abs", [0.0]), ("relu6", [0.0, 6.0]), ("hard_tanh", [-1.0, 1.0]),
        ("hard_sigmoid", [-3.0, 3.0]), ("softsign", [0.0]), ("sign", [0.0]), ("sin", []),
    ],
)  # fmt: skip
def test_the_places_where_a_formula_changes_are_those_on_both_sides(name: str, places: list[float]) -> None:
    assert thresholds(OPERATIONS[name]).tolist() == places


@in_groups("operation", [operation for operation in all_operations() if not operation.analytic])
def test_the_pieces_of_a_function_meet_where_its_formula_changes(operation: Operation) -> None:
    """The table tells in its definition and its domain where; between two of these places it is one smooth formula."""
    found = pieces(operation)
    if operation.arity == 1 and operation.elementwise:
        has_cases = "cases(" in operation.definition or "abs(" in operation.definition or "max(" in operation.definition
        assert bool(found) or not has_cases
    for low, high, flat in found if operation.arity == 1 else ():
        inside = numpy.linspace(max(low, -9.0), min(high, 9.0), 9)[1:-1]
        values = operation.value(numpy, inside)
        assert flat == bool(numpy.ptp(values) == 0.0)
