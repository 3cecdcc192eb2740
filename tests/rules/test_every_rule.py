"""Every rule from its own declaration: its examples, what it leaves alone, its statement; wrong results are seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explainer.expr.node import Node, subnodes, substitute
from explainer.expr.nodes import (
    ONE,
    TWO,
    Apply,
    Derivative,
    Differential,
    Equation,
    FunctionCall,
    Negate,
    Product,
    Sum,
    Variable,
    Where,
)
from explainer.language import parse_expression, parse_statement
from explainer.operations import find
from explainer.rules import FAMILIES, Rule, all_rules, find_rule
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.some import some

RULES = all_rules()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
SOME_EXAMPLES = some(EXAMPLES, 6, lambda pair: (pair[0].id,))
"""One of every rule at least."""
LEFT_ALONE = [(rule, text) for rule in RULES for text in rule.leaves_alone]
FIXED_IDS = (
    "constant identity constant-multiple sum difference product quotient power exponential function gradient jacobian "
    "introduce-variables chain-single chain-total substitute cases"
)


def parse(text: str) -> Node:
    return parse_expression(text).expression


def place_of(rule: Rule, text: str) -> Node:
    """The part of an example that the rule rewrites: the whole, or a part inside the form that binds its indices."""
    whole = parse(text)
    return next((part for _, part in subnodes(whole) if rule(part) is not None), whole)


def named(pair: tuple[Rule, str]) -> str:
    return f"{pair[0].id}: {pair[1]}"


def test_no_rule_is_skipped() -> None:
    declared = sum(isinstance(value, Rule) for family in FAMILIES for value in vars(family).values())
    assert len(RULES) == len({rule.id for rule in RULES}) >= 40
    assert declared >= len(RULES)
    assert all(rule.examples for rule in RULES)
    assert all(rule.leaves_alone for rule in RULES)


@in_groups("identifier", FIXED_IDS.split())
def test_the_rule_ids_that_others_rely_on_exist(identifier: str) -> None:
    rule = find_rule(identifier)
    assert rule is not None
    assert rule.id == identifier


@in_groups("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.explanation.endswith((".", ")"))
    assert rule.words.endswith(".")
    assert rule.source
    assert rule.phase in {"introduce", "differentiate", "combine", "substitute", "expand", "collapse", "tidy"}


@in_groups(("rule", "text"), EXAMPLES, ids=map(named, EXAMPLES))
def test_an_example_is_rewritten_to_an_equal_value(rule: Rule, text: str) -> None:
    node = place_of(rule, text)
    rewrite = rule(node)
    assert rewrite is not None
    assert rewrite.after is not node
    assert rewrite.after.shape == node.shape
    verifier = Verifier([node, rewrite.after])
    if rule.is_wrong:
        check = verifier.refute(node, rewrite.after)
    else:
        check = verifier.check(node, rewrite.after, rewrite.conditions)
    assert check.ok, check
    assert check.points >= 3
    assert rule.words_for(rewrite)


def _wrong(node: Node) -> Node:
    """A result that differs from the given one, in value or, for facts, in a fact."""
    if isinstance(node, Where):
        if node.facts:
            last = node.facts[-1]
            return Where(node.body, node.definitions, (*node.facts[:-1], Equation(last.left, _wrong(last.right))))
        return Where(_wrong(node.body), node.definitions)
    if not node.shape.is_scalar:
        return Sum((node, ONE))
    return Sum((Product((TWO, node)), ONE))


@in_groups(("rule", "text"), SOME_EXAMPLES, ids=map(named, SOME_EXAMPLES))
def test_a_wrong_result_of_an_example_is_rejected(rule: Rule, text: str) -> None:
    node = place_of(rule, text)
    rewrite = rule(node)
    assert rewrite is not None
    wrong = _wrong(rewrite.after), _negated(rewrite.after)
    verifier = Verifier([node, *wrong])  # what the node is worth is worked out once
    for after in wrong:
        assert not verifier.check(node, after, rewrite.conditions).ok


def _negated(node: Node) -> Node:
    """The negative, moved off zero so that it differs even where the value is zero."""
    if isinstance(node, Where):
        return _wrong(node)
    return Sum((Negate(node), ONE))


@in_groups(("rule", "text"), LEFT_ALONE, ids=map(named, LEFT_ALONE))
def test_what_a_rule_does_not_cover_is_left_alone(rule: Rule, text: str) -> None:
    assert all(rule(part) is None for _, part in subnodes(parse(text)))


@in_groups(("rule", "text"), EXAMPLES, ids=map(named, EXAMPLES))
def test_the_form_of_the_statement_for_an_example_can_be_typeset(rule: Rule, text: str) -> None:
    rewrite = rule(place_of(rule, text))
    assert rewrite is not None
    statement = parse_statement(rewrite.statement or rule.statement, rule.shapes)
    assert isinstance(statement, Equation)
    assert statement.left.shape == statement.right.shape


def _functions_of_x(left: Node) -> dict[Node, Node]:
    """Letters f, g, h, u, v of a statement stand for functions of what is differentiated by; all others for
    constants."""
    parts = [part for _, part in subnodes(left)]
    derivative = next((part for part in parts if isinstance(part, Derivative)), None)
    change = next((part for part in parts if isinstance(part, Differential)), None)
    if change is not None and derivative is None:
        letters = [part for part in left.free if isinstance(part, Variable) and part.name in "FGfgh"]
        return {letter: FunctionCall(letter.name, (change.wrt,), letter.shape) for letter in letters}
    if derivative is None or any(isinstance(part, Where | FunctionCall) for part in parts):
        return {}
    letters = [part for part in left.free if isinstance(part, Variable) and part.name in "fghuv"]
    arguments = tuple(sorted(derivative.wrt.free, key=Node.text))
    return {letter: FunctionCall(letter.name, arguments, letter.shape) for letter in letters}


@in_groups("rule", RULES, ids=lambda rule: rule.id)
def test_a_statement_holds_for_random_functions(rule: Rule) -> None:
    statement = parse_statement(rule.statement, rule.shapes)
    assert isinstance(statement, Equation)
    functions = _functions_of_x(statement.left)
    left, right = substitute(statement.left, functions), substitute(statement.right, functions)
    check = Verifier([left, right]).check(left, right)
    assert check.ok is not rule.is_wrong, (left.text(), right.text(), check)
    assert check.points >= 3


SCALAR_FAMILIES = {"Scalar", "Scalar functions", "Piecewise"}
GENERAL = [rule for rule in RULES if rule.family in SCALAR_FAMILIES and rule.id not in {"function", "sum-reduction"}]


@in_groups("rule", GENERAL, ids=lambda rule: rule.id)
def test_the_letters_of_the_statement_are_bound_to_the_parts_at_hand(rule: Rule) -> None:
    """With its letters replaced by the bindings, the left side of the statement is the node that was rewritten."""
    node = parse(rule.examples[0])
    rewrite = rule(node)
    assert rewrite is not None
    if (
        not rewrite.bindings
        or isinstance(node, Where)
        or rule.id in {"function", "jacobian", "gradient", "sum-reduction"}
    ):
        return
    text = rewrite.statement or rule.statement
    statement = parse_statement(text)
    assert isinstance(statement, Equation)
    letters = {part for _, part in subnodes(statement.left) if isinstance(part, Variable)}
    bound: dict[Node, Node] = {
        letter: rewrite.bindings[letter.name] for letter in letters & set(map(Variable, rewrite.bindings))
    }
    left = substitute(statement.left, bound)
    check = Verifier([left, node]).check(left, node, rewrite.conditions)
    assert check.ok, (left.text(), node.text())


def test_a_rule_is_about_few_kinds_of_node_and_never_called_on_others() -> None:
    assert sum(rule.kinds == (Node,) for rule in RULES) < len(RULES) / 4
    product = next(rule for rule in RULES if rule.id == "product")
    assert product.kinds == (Derivative,)
    assert product(Variable("x")) is None
    with pytest.raises(AttributeError):
        product.function(Variable("x"), Variable("x"))


def test_functions_that_a_rule_is_about_are_in_the_table_and_no_other_call_is_touched() -> None:
    rules = [rule for rule in RULES if rule.functions]
    assert len(rules) > 8
    for rule in rules:
        assert rule.kinds == (Apply,)
        assert all(find(name) for name in rule.functions)
        assert rule(parse("sin(x)")) is None


def test_further_parameters_of_a_rule_are_parts_of_the_node_by_name() -> None:
    """They are there in every node of the kinds it is about, and what the function gets is of the kinds they say."""
    matched = [rule for rule in RULES if rule.parts]
    assert len(matched) > 40
    for rule in matched:
        for kind in rule.kinds:
            assert all(hasattr(kind, name) for name, _ in rule.parts), (rule.id, kind)
        for example in rule.examples:
            given: list[tuple[Node, ...]] = []
            watched = replace(rule, function=lambda node, *parts, given=given: given.append(parts))
            watched(place_of(rule, example))
            assert all(isinstance(part, kinds) for part, (_, kinds) in zip(given[0], rule.parts, strict=True)), rule.id
    product = next(rule for rule in RULES if rule.id == "product")
    assert product.parts == (("body", (Product,)),)
    assert product(parse("d(x + 1)/dx")) is None
