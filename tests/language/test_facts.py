"""Facts said after an expression: the entries of a vector add up to 1."""

from __future__ import annotations

import pytest

from explainer.engine import Trace, derive
from explainer.engine.agreement import outcomes
from explainer.errors import ParseError, ShapeError
from explainer.language import parse_expression
from tests.cases import in_groups

LOSS = "-(y · log(softmax(z)))"


@in_groups(
    "said",
    ["sum(y) = 1", "sum( y ) == 1", "one-hot y", "onehot y", "one hot y", "y one-hot", "y is one-hot",
     "y is a one-hot vector", "y, z: n, sum(y) = 1", "one-hot y, y: n"],
)  # fmt: skip
def test_a_fact_is_read_however_it_is_said(said: str) -> None:
    parsed = parse_expression(f"{LOSS} where {said}", {"z": "n"}, "z")
    assert [fact.text() for fact in parsed.facts] == ["sum(y) == 1"]
    assert parsed.expression is parse_expression(LOSS, {"z": "n"}, "z").expression


def test_definitions_stay_beside_a_fact() -> None:
    parsed = parse_expression("-(y · log(p)) where p = softmax(z), one-hot y", {"y": "n", "z": "n"}, "z")
    assert len(parsed.facts) == 1
    assert parsed.expression.text() == "-y · ln(p) where p = softmax(z)"


@pytest.mark.parametrize(("said", "kind"), [("sum(q) = 1", ParseError), ("one-hot q", ParseError)])
def test_a_fact_about_nothing_is_refused_at_its_place(said: str, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="q does not occur") as caught:
        parse_expression(f"{LOSS} where {said}", {"y": "n", "z": "n"}, "z")
    assert caught.value.position == len(f"{LOSS} where ")  # type: ignore[attr-defined]


def test_a_scalar_has_no_entries_that_add_up() -> None:
    with pytest.raises(ShapeError, match="t is no vector"):
        parse_expression("t x^2 where sum(t) = 1", {"t": "scalar", "x": "scalar"}, "x")


def test_a_step_that_uses_a_fact_says_so_and_its_check_can_fail() -> None:
    trace = derive(f"{LOSS} where sum(y) = 1", "z", {"y": "n", "z": "n"}, "chain")
    (step,) = [step for step in trace.steps if step.rule == "use-what-is-given"]
    assert [condition.text() for condition in step.conditions] == ["sum(y) == 1"]
    assert step.check.ok
    assert step.check.points >= 4
    assert not trace.check(step.before, step.after).ok
    wrong = parse_expression("(2 softmax(z) - y)'", {"y": "n", "z": "n"}).expression
    assert not trace.check(step.before, wrong, step.conditions).ok


def test_all_methods_agree_where_the_fact_holds_and_it_survives_saving() -> None:
    trace = derive(f"{LOSS} where one-hot y", "z", {"y": "n", "z": "n"})
    assert {outcome.trace.result.text() for outcome in outcomes(trace)} == {"(softmax(z) - y)'"}
    assert all(outcome.check is not None and outcome.check.ok for outcome in outcomes(trace))
    assert Trace.from_dict(trace.to_dict()).problem.facts == trace.problem.facts
