"""The letters of a rule and what they stand for have one colour: on the card, and on the board."""

from __future__ import annotations

import pytest

import explainer
from explainer.engine import Step
from explainer.engine.lettering import stated
from explainer.expr.node import at, each_part
from explainer.expr.nodes import Where
from explainer.lessons.library import all_problems
from explainer.rules import all_rules
from explainer.session.lines.card import card_of_step, said
from explainer.session.lines.letters import MOST, letters_in_colour, tints_in_line
from tests.lesson_lines import trace_of


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    """All steps of all lessons."""
    return [step for problem in all_problems() for step in trace_of(problem).steps]


def test_what_has_a_colour_in_the_line_is_what_the_letter_means(steps: list[Step]) -> None:
    coloured = 0
    for step in steps:
        letters = letters_in_colour(step)
        assert len(letters) <= MOST
        for path, number in tints_in_line(step):
            assert at(step.before, path) == letters[number].meant
            assert any(path[: len(place)] == place for place in step.touched_before)
            coloured += 1
    assert coloured > 100


def test_statement_and_meaning_have_the_same_colours(steps: list[Step]) -> None:
    both = 0
    for step in steps:
        card = card_of_step(step)
        assert len(card.statement_tints) == len(card.statements)
        assert len(card.binding_tints) == len(card.bindings)
        meanings = {number for tints in card.binding_tints for _, number in tints}
        in_rule = {number for tints in card.statement_tints for _, number in tints}
        assert meanings <= in_rule
        both += bool(meanings)
    assert both > 150


@pytest.mark.parametrize(
    ("text", "rule", "here"),
    [
        ("x^2 sin(x)", "product", ("f = x²", "g = sin(x)")),
        ("[ln(g_1), sin(g_2)] where g = [x^2, 3x]", "chain-vector", ("g = [x², 3x]", "f = [ln(g₁), sin(g₂)]")),
        ("sin(x^2)", "chain-single", ("f = x²", "g = sin(u)")),
    ],
)
def test_the_card_says_what_f_and_g_are_here(text: str, rule: str, here: tuple[str, ...]) -> None:
    method = "chain" if rule.startswith("chain") else "operator"
    step = next(step for step in explainer.derive(text, wrt="x", method=method).steps if str(step.rule) == rule)
    card = card_of_step(step)
    coloured = [said(told) for told, tints in zip(card.bindings, card.binding_tints, strict=True) if tints]
    assert tuple(coloured) == here


def test_no_rule_is_stated_with_definitions_inside_brackets() -> None:
    """Brackets around a block of definitions are as high as the block, and say nothing."""
    for rule in all_rules():
        for form in rule.statement.replace("\n", ";").split(";"):
            statement = stated(form.strip(), tuple(rule.shapes.items()), rule.is_wrong)
            if not isinstance(statement, str):
                programs = [part for part in each_part(statement) if isinstance(part, Where)]
                assert programs in ([], [statement]), rule.id
