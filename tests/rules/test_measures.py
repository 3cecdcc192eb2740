"""No rule can be used for ever: each use makes the rule's measure smaller, wherever it is used."""

from __future__ import annotations

from collections import defaultdict

import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node, replace, subnodes
from explainer.language import parse_expression
from explainer.lessons import all_problems
from explainer.rules import Rewrite, Rule, all_rules
from explainer.rules.measures import ENDLESS_BUT_BOUNDED, MEASURES, measure_of
from explainer.rules.scalar import piecewise
from tests.cases import in_groups
from tests.random_derivations import Question
from tests.rules.test_every_rule import place_of

MOST_USES = 60
"""So many uses of each rule are looked at."""


@pytest.fixture
def uses() -> dict[str, set[tuple[Node, Node]]]:
    """What every rule made of what: in its examples, in all lessons and in random derivations."""
    seen: dict[str, set[tuple[Node, Node]]] = defaultdict(set)
    original = Rule.__call__

    def watched(rule: Rule, node: Node) -> Rewrite | None:
        rewrite = original(rule, node)
        if rewrite is not None and len(seen[rule.id]) < MOST_USES:
            seen[rule.id].add((node, rewrite.after))
        return rewrite

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "__call__", watched)
        for rule in all_rules():
            for example in rule.examples:
                place_of(rule, example)
        for problem in all_problems():
            _ = problem.trace().steps
        for seed in range(100):
            question = Question.drawn(seed)
            try:
                _ = derive(question.text, question.wrt, question.shapes, question.method, question.layout).steps
            except ExplainerError:
                continue
    return seen


def test_each_use_of_a_rule_makes_its_measure_smaller(uses: dict[str, set[tuple[Node, Node]]]) -> None:
    for rule in all_rules():
        assert uses[rule.id], rule.id
        name = measure_of(rule.id, rule.measure, rule.phase)
        if name:
            measure = MEASURES[name]
            for before, after in uses[rule.id]:
                assert measure(after) < measure(before), f"{rule.id}: {name} of {before.text()} → {after.text()}"


def test_the_rules_that_make_nothing_smaller_are_few_and_have_a_reason() -> None:
    known = {rule.id for rule in all_rules()}
    assert set(ENDLESS_BUT_BOUNDED) <= known
    assert all(len(reason.split()) >= 5 for reason in ENDLESS_BUT_BOUNDED.values())
    assert len(ENDLESS_BUT_BOUNDED) <= len(known) / 8


def test_every_measure_is_used_and_every_declared_one_exists() -> None:
    used = {measure_of(rule.id, rule.measure, rule.phase) for rule in all_rules()} - {""}
    assert used == set(MEASURES)


def test_what_is_still_to_be_differentiated_is_counted_by_how_many_directions_it_has() -> None:
    """Several derivatives of fewer directions, or of smaller functions, are less than one of more."""
    measure = MEASURES["open derivatives"]
    shapes = {"x": "n", "w": "n", "W": "n x n"}
    texts = (
        "d(s^2)/d(s)",
        "d(sin(s)^2)/d(s)",
        "∂(w · x)/∂(x)",
        "∂(w · W x)/∂(x)",
        "∂(s t)/∂(s, t)",
        "∂(w · x)/∂(x, w)",
    )
    found = [measure(parse_expression(text, shapes).expression) for text in texts]
    assert found == sorted(found)
    assert len({str(value) for value in found}) == len(texts)
    both = measure(parse_expression("d(s^2)/d(s) + d(s^3)/d(s)", shapes).expression)
    assert found[0] < both < found[1]


@in_groups("switches", range(1, 6))
@pytest.mark.parametrize("values", ["0 if {0} <= 0, 1 if {0} > 0", "0 if {0} < 0, 2 if {0} < 1, 0.5 otherwise"])
def test_factors_move_into_any_number_of_cases_and_come_to_an_end(switches: int, values: str) -> None:
    """Also where each branch holds all the other cases once more."""
    names = ("s", "t", "u", "v", "z")[:switches]
    text = " ".join([*(f"cases({values.format(name)})" for name in names), "a b"])
    shapes = dict.fromkeys((*names, "a", "b"), "scalar")
    line: Node = parse_expression(text, shapes).expression
    measure = MEASURES["cases in products"]
    for _ in range(200):
        found = next(((path, part) for path, part in subnodes(line) if piecewise.factor_into_cases(part)), None)
        if found is None:
            break
        rewrite = piecewise.factor_into_cases(found[1])
        assert rewrite is not None
        assert measure(rewrite.after) < measure(found[1])
        line = replace(line, found[0], rewrite.after)
    assert not any(measure(line))
