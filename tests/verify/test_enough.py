"""How much is enough: what counts as a difference, and how many points confirm a line."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from explainer.engine import derive
from explainer.expr.node import Node
from explainer.expr.nodes import Product, number
from explainer.language import parse_expression
from explainer.verify import Verifier
from explainer.verify.batch import Batch, Comparison
from explainer.verify.verifier import NEEDED, POINTS


def test_a_difference_of_a_hundredth_of_a_percent_is_a_mistake() -> None:
    line, close = (parse_expression(text).expression for text in ("2 sin(s)", "2.00005 sin(s)"))
    assert Verifier((line,)).check(line, close).state == "failed"


@pytest.mark.parametrize("usable", [1, 3])
def test_one_point_is_not_enough_to_confirm_a_line(usable: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However well the lines agree there: it may lie where they happen to meet."""
    line = parse_expression("2 s").expression
    compare = Batch.compare

    def at_few(batch: Batch, left: Node, right: Node, conditions: tuple[Node, ...]) -> Comparison:
        found = compare(batch, left, right, conditions)
        return replace(found, usable=found.usable & (numpy.arange(len(found.usable)) < usable))

    monkeypatch.setattr(Batch, "compare", at_few)
    monkeypatch.setattr(Batch, "search", lambda batch, left, right, conditions, found: found)
    check = Verifier((line,)).check(line, line)
    assert (check.state, check.points) == ("unchecked", usable)
    other = parse_expression("3 s").expression
    assert Verifier((line,)).check(line, other).state == "failed"


def test_what_differs_by_just_the_tolerance_is_equal_at_every_point() -> None:
    """Without a second look with more digits, which only a dozen points get."""
    line, close, wrong = (parse_expression(text).expression for text in ("100000", "99999", "99998"))
    check = Verifier((line,), thoroughness=2).check(line, close)
    assert check.ok
    assert check.points == 2 * POINTS
    assert Verifier((line,)).check(line, wrong).state == "failed"


def test_so_many_points_as_are_needed_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    line = parse_expression("2 s").expression
    compare = Batch.compare

    def at_few(batch: Batch, left: Node, right: Node, conditions: tuple[Node, ...]) -> Comparison:
        found = compare(batch, left, right, conditions)
        return replace(found, usable=found.usable & (numpy.arange(len(found.usable)) < NEEDED))

    far: list[bool] = []
    monkeypatch.setattr(Batch, "compare", lambda batch, *given: far.append(batch.far) or at_few(batch, *given))
    check = Verifier((line,)).check(line, line)
    assert (check.state, check.points) == ("ok", NEEDED)
    assert not any(far)  # nor are more looked for


@pytest.mark.parametrize(("right", "wrong"), [("1", "2"), ("cos(s) - cos(s) + 1", "s")])
def test_where_double_precision_has_no_value_at_all_more_digits_are_asked(right: str, wrong: str) -> None:
    """e^1000 is too large for it, and the quotient of two such numbers is not."""
    line, same, other = (
        parse_expression(text, {"s": "scalar"}).expression for text in ("exp(1000 + s)/exp(1000 + s)", right, wrong)
    )
    check = Verifier((line,)).check(line, same)
    assert check.ok
    assert check.points >= NEEDED
    assert Verifier((line,)).check(line, other).state == "failed"


def test_sizes_for_which_no_line_has_a_value_are_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """X' X has an inverse only where X is not wider than high: of the two ways to fill the sizes one has no value."""
    searched: list[Batch] = []
    search = Batch.search

    def noted(batch: Batch, left: Node, right: Node, conditions: tuple[Node, ...], found: Comparison) -> Comparison:
        searched.append(batch)
        return search(batch, left, right, conditions, found)

    monkeypatch.setattr(Batch, "search", noted)
    trace = derive("ln(det(X' X))", "X", {"X": "m x n"})
    checks = [step.check for step in trace.steps]
    assert len(checks) > 5
    assert all(check.ok for check in checks)
    assert len(searched) == 1
    wrong = Product((number(2), trace.result))
    assert trace.check(trace.start, wrong).state == "failed"
    other = Verifier((trace.start,))
    assert other.check(trace.start, trace.result).ok
    assert other.check(trace.start, wrong).state == "failed"
    assert len(searched) == 2


def test_where_no_way_to_fill_the_sizes_has_points_they_are_searched_for_each_line() -> None:
    line, next_line = (parse_expression(text).expression for text in ("ln(-1 - x · x)", "ln(-1 - x · x) + 0"))
    verifier = Verifier((line,))
    for before, after in ((line, next_line), (next_line, line)):
        assert verifier.check(before, after).state == "unchecked"
