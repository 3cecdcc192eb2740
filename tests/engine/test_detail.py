"""Levels of detail: lines that stand for several steps lose nothing, and are checked like any other."""

import json
from functools import cache

import pytest

import explainer
from explainer.engine import DETAILS, told
from explainer.errors import ExplainerError
from explainer.expr.nodes import Sum, Where
from explainer.lessons import all_problems
from explainer.session import Session
from tests.lesson_lines import trace_of

SHORTER = [detail for detail in DETAILS if detail != "every"]


@cache
def _all_told(detail):
    """The derivations of all problems of the lessons in one detail, which several tests look at."""
    return [told(trace_of(problem), detail) for problem in all_problems()]


def _leaves(steps):
    """The steps at the bottom of the joined ones."""
    for step in steps:
        yield from _leaves(step.substeps) if hasattr(step, "rules") else (step,)


@pytest.mark.parametrize("detail", SHORTER)
def test_nothing_of_a_lesson_is_lost(detail):
    joined = 0
    for full, shown in zip(_all_told("every"), _all_told(detail), strict=True):
        assert [step.after for step in _leaves(shown.steps)] == [step.after for step in _leaves(full.steps)]
        assert [step.rule for step in _leaves(shown.steps)] == [step.rule for step in _leaves(full.steps)]
        assert [step.number for step in shown.steps] == list(range(1, len(shown.steps) + 1))
        assert (shown.result, shown.status, shown.reason) == (full.result, full.status, full.reason)
        lines = [shown.start, *(step.after for step in shown.steps)]
        assert all(step.before is line for step, line in zip(shown.steps, lines, strict=False))
        joined += len(full.steps) - len(shown.steps)
    assert joined > 25


@pytest.mark.parametrize("detail", SHORTER)
@pytest.mark.parametrize(
    ("text", "wrt"), [("ln(sin(x^3)^2)", "x"), ("w · x + b", "w"), ("[3x^2 y, 2x + y^8]", "(x, y)"), ("max(0, z)", "z")]
)
def test_every_joined_line_is_checked_by_numbers(text, wrt, detail):
    trace = told(explainer.derive(text, wrt=wrt), detail)
    assert all(step.check.ok and step.check.points >= 8 for step in trace.steps)
    for step in trace.steps:
        if hasattr(step, "rules") and not isinstance(step.after, Where):
            assert not trace.check(step.before, Sum((step.after, step.after))).ok  # a doubled result is refused


def test_a_brief_derivation_is_no_longer_than_one_as_in_print():
    lengths = []
    for traces in zip(*map(_all_told, ("every", "paper", "brief")), strict=True):
        counts = [len(trace.steps) for trace in traces]
        assert counts == sorted(counts, reverse=True)
        lengths.append(counts)
    assert sum(brief for *_, brief in lengths) < 0.6 * sum(every for every, *_ in lengths)


def test_the_title_names_the_rules_and_the_words_speak_of_the_terms():
    (step,) = told(explainer.derive("x^2 sin(x)", wrt="x", method="operator"), "brief").steps
    assert step.title == "Product rule · Derivative of a function · Power rule"
    assert "x^2" in step.explanation
    assert "Both x^2 and sin(x) depend on x" in step.explanation
    assert len(step.substeps) == len(explainer.derive("x^2 sin(x)", wrt="x", method="operator").steps)


def test_a_wrong_turn_and_the_introduction_of_names_keep_lines_of_their_own():
    wrong = [problem for problem in all_problems() if any(step.attempt is not None for step in trace_of(problem).steps)]
    assert wrong
    for problem in wrong:
        for detail in SHORTER:
            steps = told(trace_of(problem), detail).steps
            assert any(step.attempt is not None and not hasattr(step, "rules") for step in steps)


def test_a_joined_step_is_saved_and_read_with_its_title():
    trace = told(explainer.derive("x^2 sin(x)", wrt="x"), "paper")
    again = explainer.Trace.from_dict(json.loads(json.dumps(trace.to_dict())))
    assert [step.title for step in again.steps] == [step.title for step in trace.steps]
    assert [len(step.substeps) for step in again.steps] == [len(step.substeps) for step in trace.steps]


def test_an_unknown_level_is_named_with_those_there_are():
    with pytest.raises(ExplainerError, match="no detail “verbose”") as caught:
        told(explainer.derive("x", wrt="x"), "verbose")
    assert "every, paper, brief" in caught.value.hint


def test_a_long_sum_still_comes_line_by_line():
    trace = told(explainer.derive(" + ".join(f"x^{k}" for k in range(2, 120)), wrt="x", method="operator"), "brief")
    assert trace.step(1) is not None
    assert not trace.full.complete


# --- in the session --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("detail", SHORTER)
def test_a_session_keeps_its_place_in_another_detail(detail):
    session = Session()
    assert session.open("ln(sin(x^3)^2)", "x", method="chain")
    session.finish()
    session.go_to(5)
    before = session.line()
    session.tell_in(detail)
    assert session.place >= 5
    session.tell_in("every")
    session.finish()
    assert session.position >= 5
    session.go_to(5)
    assert session.line() is before


def test_more_points_are_used_where_they_are_asked_for():
    session = Session()
    session.check_with(3)
    assert session.open("sin(x^2)", "x")
    session.finish()
    assert session.check_of(1).points == 36
    session.go_to(2)
    session.check_with(1)
    session.finish()
    assert session.check_of(1).points == 12
    assert session.position == 2
