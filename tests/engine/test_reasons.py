"""What a step says of itself holds: its ways are the terms of the line, its shapes those of a product, and so on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest

from explainer.engine import derive
from explainer.engine.methods.places import unsupported
from explainer.engine.step import Step
from explainer.errors import ExplainerError
from explainer.expr.called import KINDS
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Comparison, Delta, Derivative, Equation, MatrixProduct, Sum, Variable, Where
from explainer.language import parse_expression
from explainer.lessons import all_problems
from explainer.notation import write
from explainer.rules import Rule, all_rules, fill, find_rule, plain
from tests.cases import in_groups
from tests.lengths import TABLE, derived
from tests.lesson_lines import trace_of
from tests.notation.specimens import ONE_OF_EACH
from tests.some import some_pairs

FUNCTIONS = (
    ("x exp(x)", "x", {}),
    ("(x^2 + 1)/(x - 1)", "x", {}),
    ("x sin(x) cos(x)", "x", {}),
    ("a x^2 + b x + c", "x", {}),
    ("u v^2 + sin(u v)", "v", {}),
    ("max(x^2, x)", "x", {}),
    ("exp(-x^2/2)", "x", {}),
    ("sin(a x^2)", "x", {}),
    ("-y ln(sigmoid(z)) - (1 - y) ln(1 - sigmoid(z))", "z", {}),
    ("sigmoid(w · x + b)", "w", {"w": "n", "x": "n"}),
    ("sigmoid(w · x + b)", "b", {"w": "n", "x": "n"}),
    ("exp(-norm(x)^2/2)", "x", {"x": "n"}),
    ("norm(A @ x - b)^2", "x", {"A": "m x n", "x": "n", "b": "m"}),
    ("logsumexp(x) - y · x", "x", {"x": "n", "y": "n"}),
    ("x' @ A @ x", "x", {"A": "n x n", "x": "n"}),
    ("(x - mean(x))/norm(x)", "x", {"x": "n"}),
    ("tanh(W @ x + b)", "x", {"W": "m x n", "x": "n", "b": "m"}),
    ("norm(W @ x - y)^2", "W", {"W": "m x n", "x": "n", "y": "m"}),
    ("sum(i=1..N, (w · X_i - y_i)^2)/N", "w", {"w": "n", "X": "N x n", "y": "N"}),
    ("diag(x) @ x", "x", {"x": "n"}),
)
METHODS = ("auto", "chain", "operator")


def _with_inside(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _with_inside(step.substeps)


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    """All steps of all lessons and of typical functions, with those inside."""
    traces = [trace_of(problem) for problem in all_problems()]
    traces += [derive(text, wrt, shapes, method) for text, wrt, shapes in FUNCTIONS for method in METHODS]
    found = [step for trace in traces for step in _with_inside(trace.steps)]
    assert len(found) > 1500
    return found


def _new(step: Step) -> Node:
    """What the step made: the right side of a new fact, or the value."""
    inner = step.substeps[0] if step.substeps else step
    (made,) = inner.news
    return made.right if isinstance(made, Equation) else made.body if isinstance(made, Where) else made


def test_a_reason_stands_where_it_is_looked_for(steps: list[Step]) -> None:
    assert not [step.explanation for step in steps if re.search(r"[Oo]pen the step", step.explanation)]


def test_as_many_ways_are_told_as_the_line_has_terms(steps: list[Step]) -> None:
    told = [step for step in steps if " reaches " in step.explanation and " through " in step.explanation]
    assert len(told) > 12
    for step in told:
        sentence = step.explanation.partition(".")[0]
        start = sentence.index(" through ")
        ways = {part.text() for part in step.words if isinstance(part, Node) and part.text() in sentence[start:]}
        x, y = _ends(step)
        names = ways - {x, y}
        count = len(names) + sentence.count("directly") + sentence.count("direct term is zero")
        made = _new(step)
        terms = len(made.terms) if isinstance(made, Sum) else 1
        assert count == terms, (step.explanation, made.text())


def _ends(step: Step) -> tuple[str, str]:
    x, y, *_ = [part.text() for part in step.words if isinstance(part, Node)]
    return x, y


def test_shapes_fit_only_where_matrices_are_multiplied(steps: list[Step]) -> None:
    told = [step for step in steps if "the shapes fit" in step.explanation]
    assert len(told) > 10
    for step in told:
        listed = re.search(r"the shapes fit: (\([^)]*\)(?: · \([^)]*\))+) is", step.explanation)
        assert listed is not None
        shapes = re.findall(r"\(([^)]*)\)", listed[1])
        assert len(shapes) > 1, step.explanation
        products = [part for part in each_part(_new(step)) if isinstance(part, MatrixProduct)]
        assert any([factor.shape.display() for factor in product.factors] == shapes for product in products)


def test_one_variable_is_said_only_where_each_definition_has_one(steps: list[Step]) -> None:
    one = [step for step in steps if "every definition uses one variable" in step.explanation]
    more = [step for step in steps if "all else in the definitions is constant" in step.explanation]
    assert len(one) >= 4
    assert len(more) > 3
    for step in (*one, *more):
        programs = [part for part in each_part(step.before) if isinstance(part, Where)]
        alone = [all(len(definition.right.free) == 1 for definition in part.definitions) for part in programs]
        assert (step in one) in alone, step.explanation


def test_jacobians_along_one_path_are_written_as_partial_derivatives(steps: list[Step]) -> None:
    told = [step for step in steps if step.rule == "chain-vector" and "There is one path" in step.explanation]
    assert len(told) > 10
    for step in told:
        for line in (step.before, step.after):
            assert not re.search(r"\bd\w*/d\w", write(line, "unicode")), write(line, "unicode")


def test_a_product_of_jacobians_that_is_written_out_is_a_step_with_its_zeros() -> None:
    trace = derive("[ln(g_1), sin(g_2)] where g = [x^2, 3x]", "x", {"g": "2"}, "chain")
    (step,) = [step for step in trace.steps if step.rule == "multiply-listed"]
    assert isinstance(step.after, Where)
    assert step.after.body.text() == "[(1 / g_1) * 2 x + 0 * 3, 0 * 2 x + cos(g_2) * 3]"
    assert "factor 0" in step.explanation


@pytest.mark.parametrize("text", ["max(0, w · x + b)", "sigmoid(w · x + b)", "(y - tanh(w · x + b))^2"])
def test_weights_and_bias_give_the_affine_part_one_name(text: str) -> None:
    shapes = {"w": "n", "x": "n"}
    programs = [derive(text, wrt, shapes, "chain").steps[0].after for wrt in ("w", "b")]
    first = [program.definitions[0].text() for program in programs if isinstance(program, Where)]
    assert first == ["z = w · x + b"] * 2


GRAMMAR = {
    "by a variable": r"\b(?:derived|differentiated?|derivative \S+) by \w",
    "1 times": r"(?<![\w.])1 times\b",
    "two signs": r"\bminus [-−]|\bplus [-−]|[-−] [-−]",
    "two blanks": r"  ",
    "a blank before a stop": r" [.,;:](?:\s|$)",
    "a word twice": r"\b([a-z]{2,}) \1\b",
    "a slot": r"\{\w*\}|\bNone\b",
    "one of several": r"(?<![\w.,·/^*+-] )\b1 (?:terms|factors|entries|rules|values)\b|shapes \w+ \([^)]*\)\.",
    "several of one": r"\b[2-9] (?:term|factor|entry|rewrite|rule|value|name)\b",
    "an article": r"\ba (?:[aeio]\w{3})|\ban [bcdfgjklmnpqrstvwz]\w{2}",
    "itself of itself": r"[Tt]he (exponent|denominator|base|variable) (\w+) depends on \2\b",
}
"""What no sentence of a native textbook has."""
MUTE = re.compile(r"\W+")


@pytest.fixture(scope="module")
def typical() -> list[tuple[str, str, Step]]:
    """Every step of typical functions by every method: the function, the method, the step."""
    found = []
    for row, method in some_pairs(2, TABLE, ("auto", "chain", "operator", "elements", "backward", "differential")):
        try:
            trace = derived(row, method)
            found += [(row.name, method, step) for step in _with_inside(trace.steps)]
        except ExplainerError:
            continue  # the method does not suit the function, and says so
    assert len(found) > 4000
    return found


def _said(step: Step) -> str:
    """The sentence with a sign for each formula, so that its words are looked at alone."""
    return "".join(part if isinstance(part, str) else "⟦⟧" for part in step.words) or step.explanation


def test_sentences_are_those_of_a_textbook(typical: list[tuple[str, str, Step]]) -> None:
    different = {(step.title, step.words): place for place in typical for step in place[2:]}  # methods share many
    assert len(different) > 1200
    for name, method, step in different.values():
        explanation, said = step.explanation, _said(step)
        for what, pattern in GRAMMAR.items():
            plain = said if what in {"a word twice", "two signs", "an article"} else explanation
            assert not re.search(pattern, plain), (what, name, method, explanation)
            assert not re.search(pattern, step.title), (what, name, method, step.title)
        assert explanation.rstrip().endswith((".", "…")), (name, method, explanation)


def test_no_reason_only_repeats_the_title(typical: list[tuple[str, str, Step]]) -> None:
    titles = {MUTE.sub("", rule.title).lower() for rule in all_rules()}
    for name, method, step in typical:
        for sentence in re.split(r"(?<=[.:;]) ", step.explanation):
            mute = MUTE.sub("", sentence).lower()
            assert mute != MUTE.sub("", step.title).lower(), (name, method, step.title, step.explanation)
            assert mute not in titles, (name, method, step.title, step.explanation)


def test_a_formula_in_a_reason_stands_in_the_line_or_in_the_rule(typical: list[tuple[str, str, Step]]) -> None:
    typed = {row.name: derived(row, "auto").start for row in TABLE}
    strange: dict[str, tuple[str, ...]] = {}
    for name, method, step in typical:
        lines = [typed[name], *(line for inner in _with_inside((step,)) for line in (inner.before, inner.after))]
        letters = {part.name for line in lines for part in each_part(line) if isinstance(part, Variable)}
        for part in step.words:
            named = (
                [inner.name for inner in each_part(part) if isinstance(inner, Variable)]
                if isinstance(part, Node)
                else []
            )
            if not letters.issuperset(named):
                strange.setdefault(step.title, (name, method, step.explanation))
    assert not strange


def sentences_of(step: Step) -> list[str]:
    return [part.strip() for part in step.explanation.replace("…", "").split(". ") if len(part) > 40]


def test_no_sentence_of_a_reason_stands_there_twice(steps: list[Step]) -> None:
    for step in steps:
        said = sentences_of(step)
        assert len(said) == len(set(said)), step.explanation


def test_no_condition_says_less_than_another_one(steps: list[Step]) -> None:
    compared = 0
    for step in steps:
        for condition in step.conditions:
            if isinstance(condition, Comparison) and condition.relation == "!=":
                compared += 1
                assert Comparison(">", condition.left, condition.right) not in step.conditions, step.text
    assert compared


@pytest.mark.parametrize(
    ("text", "wrt", "shapes"),
    [
        ("x' A x", "A", {"x": "n", "A": "n x n"}),
        ("sum(A ⊗ B)", "A", {"A": "m x n", "B": "m x n"}),
        ("w · x", "w", {"w": "n", "x": "n"}),
        ("u' X v", "X", {"u": "m", "v": "n", "X": "m x n"}),
    ],
)
def test_the_sign_for_equal_indices_is_introduced_in_the_line_that_first_has_it(
    text: str, wrt: str, shapes: dict[str, str]
) -> None:
    trace = derive(text, wrt, shapes, "elements")
    first = next(step for step in trace.steps if any(isinstance(part, Delta) for part in each_part(step.after)))
    assert "the same entry" in first.explanation


@in_groups("node", ONE_OF_EACH, ids=lambda node: type(node).__name__)
def test_no_name_of_a_class_is_said_of_any_kind_of_part(node: Node) -> None:
    assert any(isinstance(node, kind) for kind, _ in KINDS)
    reasons = [str(unsupported(Derivative(node, Variable("x"))))] if node.shape.is_scalar else []
    inner = next((part for part in each_part(node) if part.shape.is_scalar), None)
    reasons += [str(unsupported(Derivative(inner, Variable("x"))))] if inner is not None else []
    for said in reasons:
        assert not re.search(r"[a-z][A-Z][a-z]|\bthis (Sum|Product|Power|Apply)\b", said), said


@in_groups("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_sum_behind_minus_or_beside_times_stands_in_brackets(rule: Rule) -> None:
    sums = [parse_expression(f"{name}_1 - {name}_2").expression for name in "uvw"]
    letters = dict(zip(re.findall(r"\{(\w+)\}", rule.words), itertools.cycle(sums), strict=False))
    said = plain(fill(rule.words, letters))
    assert not re.search(r"(minus|times) [uvw]_1|[uvw]_2 times", said), said


def test_minus_a_difference_is_said_with_brackets() -> None:
    rule = find_rule("turn-around")
    assert rule is not None
    rewrite = rule(parse_expression("-(y - sigmoid(z))").expression)
    assert rewrite is not None
    assert "minus (y - sigmoid(z)) is sigmoid(z) - y" in plain(rule.words_for(rewrite))
