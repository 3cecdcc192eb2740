"""Derivations are as short as an expert writes them, and none of their lines jumps."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

import pytest

from explainer.engine import derive
from explainer.engine.methods.automatic import CHOICES, INSTEAD, WAYS, choice_for
from explainer.engine.trace import Trace
from explainer.errors import ExplainerError
from explainer.expr.node import each_part
from explainer.expr.nodes import IndexedSum, Where
from tests.cases import in_groups
from tests.lengths import MOST_HIDDEN, TABLE, Length, measured
from tests.random_derivations import Question

MOST_IN_SUM, MOST_OF_ONE = 1.5, 2.5
MOST_WITH_NAMES = 1.95
"""The names and their derivatives are lines of their own."""
OTHERS = ("operator", "chain", "elements")


@pytest.fixture(scope="module")
def by_auto() -> list[Length]:
    return measured("auto")


def in_sum(lengths: list[Length]) -> float:
    return sum(length.lines for length in lengths) / sum(length.row.expert for length in lengths)


def test_the_table_is_long_and_every_function_stands_in_it_once() -> None:
    assert len(TABLE) >= 140
    assert len({(row.name, *row.shapes.items()) for row in TABLE}) == len(TABLE)
    assert all(1 <= row.expert <= 13 for row in TABLE)


def test_auto_takes_as_many_lines_as_an_expert(by_auto: list[Length]) -> None:
    assert len(by_auto) == len(TABLE)
    assert 0.7 <= in_sum(by_auto) <= MOST_IN_SUM  # much shorter would leave out what a student needs to see
    too_long = [(length.row.name, length.lines) for length in by_auto if length.ratio > MOST_OF_ONE]
    assert not too_long


def test_no_line_hides_more_than_a_reader_can_see_through(by_auto: list[Length]) -> None:
    assert not [(length.row.name, length.jump) for length in by_auto if length.jump > MOST_HIDDEN]


def test_a_line_of_several_rules_opens_to_steps_that_hold(by_auto: list[Length]) -> None:
    for length in by_auto[::6]:
        for step in length.trace.steps:
            for inner in (step, *step.substeps):
                assert inner.check.ok, (length.row.name, step.number, inner.rule)
            if hasattr(step, "rules"):
                assert any(part is step.substeps[0].before for part in each_part(step.before))
                assert step.title
                assert step.explanation


def test_entry_by_entry_is_no_longer_than_an_expert() -> None:
    lengths = measured("elements", TABLE[::2])
    assert in_sum(lengths) <= MOST_IN_SUM
    assert median(length.ratio for length in lengths) <= MOST_IN_SUM
    assert not [length.row.name for length in lengths if length.jump > MOST_HIDDEN]


def test_with_names_for_its_parts_a_derivation_is_no_longer_than_it_needs_to_be() -> None:
    lengths = measured("chain")
    assert len(lengths) == len(TABLE)
    assert in_sum(lengths) <= MOST_WITH_NAMES
    assert median(length.ratio for length in lengths) <= 2
    assert not [length.row.name for length in lengths if length.jump > MOST_HIDDEN]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("3x^4 - 2x^2 + x - 5", 4),  # nothing stands in anything else
        ("sin(x) cos(x)", 9),  # no direct term, no mistake that nobody makes
        ("(e^x - e^(-x))/(e^x + e^(-x))", 9),  # many names: their derivatives share lines
    ],
)
def test_the_chain_rule_shows_no_more_than_the_function_needs(text: str, most: int) -> None:
    trace = derive(text, "x", method="chain")
    assert len(trace.steps) <= most, [step.title for step in trace.steps]


def test_the_chain_rule_shows_the_loss_of_the_paper_line_by_line() -> None:
    row = next(row for row in TABLE if row.expert == 13)
    trace = derive(row.text, row.wrt, row.shapes, "chain")
    assert 11 <= len(trace.steps) <= 14
    assert {"introduce", "differentiate", "combine", "substitute"} <= {step.phase for step in trace.steps}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sin(x^2)", "Rule by rule, because no part of it needs a name."),
        ("ln(sin(x^3)^2)", "By intermediate variables, because functions stand inside functions."),
        ("w ⊗ x where w: n, x: n", "Entry by entry, because every entry is differentiated in the same way."),
    ],
)
def test_the_reason_for_the_method_is_said(text: str, words: str) -> None:
    trace = derive(text, "x")
    assert trace.choice == ""
    assert trace.step(1) is not None
    assert trace.choice == words
    assert derive(text, "x", method="operator").choice == ""
    assert Trace.from_dict(trace.to_dict()).choice == words


def test_every_row_of_the_choices_names_a_method_and_a_reason() -> None:
    assert {choice.method for choice in CHOICES} <= set(WAYS) == set(INSTEAD)
    assert all(" because " in choice.words for choice in CHOICES)
    assert choice_for(derive("x", "x").start) is CHOICES[-1]


def ends(question: Question) -> str:
    try:
        trace = derive(question.text, question.wrt, question.shapes, question.method, question.layout)
        return trace.status
    except ExplainerError:
        return "refused when read"


@in_groups("seed", range(0, 120))
def test_auto_is_never_stuck_where_another_method_finishes(seed: int) -> None:
    question = Question.drawn(seed)
    if ends(replace(question, method="auto")) == "stuck":
        assert "finished" not in [ends(replace(question, method=method)) for method in OTHERS], question


def test_a_method_that_cannot_go_on_gives_way_to_another() -> None:
    trace = derive("f(x^2)", "x")
    assert trace.status == "finished"
    assert trace.choice


def test_the_first_line_does_not_wait_for_the_last() -> None:
    trace = derive(" + ".join(f"sin(sin(x^{k}))" for k in range(2, 60)), "x")
    assert trace.step(1) is not None
    assert not trace.complete


def test_names_inside_a_sum_stand_inside_the_sum() -> None:
    row = next(row for row in TABLE if row.expert == 13)
    trace = derive(row.text, row.wrt, row.shapes)
    assert trace.status == "finished"
    programs = [line for line in trace.lines if any(isinstance(part, Where) for part in each_part(line))]
    assert programs
    assert all(any(isinstance(part, IndexedSum) for part in each_part(line)) for line in programs)


def test_the_linear_partial_derivatives_of_one_definition_share_a_line() -> None:
    trace = derive("x + x^2", "x", method="chain")
    (step,) = [step for step in trace.steps if step.title == "Sum rule"]
    assert [part.before is not part.after for part in step.substeps] == [True, True]
    assert [part in step.explanation for part in ("with respect to x,", "with respect to u_1,")] == [True, True]
