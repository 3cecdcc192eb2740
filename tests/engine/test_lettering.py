"""The letters of a rule beside a step never mean something else in the problem; an instance is called an example."""

from __future__ import annotations

from explainer.engine import derive
from explainer.engine.lettering import condition_of, is_example, letters_of, meant_by_derivatives, stated
from explainer.engine.step import Step
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Variable
from explainer.lessons import LessonProblem, all_problems
from explainer.rules import all_rules, find_rule
from tests.cases import in_groups
from tests.lesson_lines import trace_of

COLLIDING = (
    ("u sin(x^2) v", "x", {}),
    ("max(u, v) x", "v", {}),
    ("f^2 g + c n", "g", {}),
    ("exp(c x) x^a", "x", {}),
    ("x t^2 + sin(t x)", "t", {}),
    ("softmax(x) · u", "x", {"x": "n", "u": "n"}),
    ("f · (A @ w) + norm(w)", "w", {"f": "m", "A": "m x n", "w": "n"}),
    ("tanh(u ⊗ x)", "x", {"x": "n", "u": "n"}),
    ("norm(A @ B)^2", "A", {"A": "m x n", "B": "n x p"}),
    ("tr(A @ F @ C @ B)", "F", {"A": "m x n", "F": "n x n", "C": "n x n", "B": "n x m"}),
)


def _hold(step: Step) -> None:
    rule = step.rule.rule
    assert rule is not None
    letters = letters_of(step)
    renamed = dict(letters)
    meant = {renamed.get(name, name): node for name, node in step.bindings.items()}
    used = {v.name for line in (step.before, step.after) for v in line.free if isinstance(v, Variable)}
    written: set[str] = set()
    for form in step.statement.splitlines():
        statement = stated(form, tuple(rule.shapes.items()), rule.is_wrong, letters)
        assert isinstance(statement, Node), form
        written |= {part.name for part in each_part(statement) if isinstance(part, Variable)}
        for letter in {part.name for part in each_part(statement) if isinstance(part, Variable)} & used:
            bound = meant.get(letter) or meant_by_derivatives(statement, step.before).get(letter)
            assert isinstance(bound, Variable), (step.rule, letter, statement.text())
            assert bound.name == letter, (step.rule, letter, statement.text())
    spoken_of = {part.name for part in condition_of(step) if isinstance(part, Variable)}
    assert spoken_of <= written, (step.rule, "the condition speaks of other letters than the statement")


@in_groups("problem", COLLIDING, ids=lambda problem: problem[0])
def test_no_letter_of_a_statement_means_something_else_in_the_problem(problem: tuple[str, str, dict[str, str]]) -> None:
    function, wrt, shapes = problem
    for method in ("operator", "auto"):
        for step in derive(function, wrt, shapes, method).steps:
            _hold(step)
            for inner in step.substeps:
                _hold(inner)


@in_groups("lesson", all_problems(), ids=lambda lesson: lesson.id)
def test_no_letter_of_a_statement_means_something_else_in_a_lesson(lesson: LessonProblem) -> None:
    for step in trace_of(lesson).steps:
        _hold(step)


def test_one_instance_of_a_rule_is_an_example_and_the_rule_for_a_function_is_not() -> None:
    steps = {step.rule: step for step in derive("softmax(x) · x", "x", {"x": "n"}, "operator").steps}
    assert steps["vector-function"].statement.startswith("∂(softmax(u))/∂(x) = ")
    assert not is_example(steps["vector-function"])
    assert is_example(steps["tidy-up"])
    assert not is_example(steps["dot-product"])


def test_a_statement_with_numbers_where_a_rule_has_none_is_an_example() -> None:
    """A rule in general speaks of any exponent and any factor; 0 and 1 have laws of their own, ½ and 2 do where √ and
    squares are."""
    rule = find_rule("numbers")
    assert rule is not None
    assert rule.by_example
    general = [rule for rule in all_rules() if not rule.by_example]
    assert len(general) > 90
    assert not [rule.id for rule in general if set("3456789") & set(rule.statement)]
