"""How much is enough: what counts as a difference, and how many points confirm a line."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from explainer.expr.node import Node
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
