"""The rule card as data: what it says of each step of several derivations."""

from __future__ import annotations

import pytest

from explainer.engine import derive
from explainer.export.wording import check_sentence
from explainer.lessons import LessonProblem, all_problems
from explainer.notation import unicode, write
from explainer.notation.tree import Notation
from explainer.phrases import translated
from explainer.session.lines.card import (
    card_of_problem,
    card_of_step,
    counter,
    formula_text,
    results_of_trace,
    short_notation,
    statements,
)
from explainer.session.lines.spoken import spoken_step
from explainer.verify import Check
from tests.cases import in_groups
from tests.lesson_lines import trace_of


@in_groups("lesson", all_problems(), ids=lambda lesson: lesson.id)
def test_every_step_of_every_lesson_fills_its_card(lesson: LessonProblem) -> None:
    for step in trace_of(lesson).steps:
        card = card_of_step(step)
        assert card.title
        assert card.statements, step.rule
        assert all(isinstance(sentence[-1], Notation) for sentence in card.statements), step.statement
        # What is folded is named, and what it did stands behind its name; so is each of several rules.
        named = step.rule == "tidy-up" or bool(step.others_named)
        assert (len(card.statements[0]) > 1) == named
        assert named or all(len(sentence) == 1 for sentence in card.statements)
        assert any(isinstance(part, str) and len(part) > 3 for part in card.words), step.rule
        assert spoken_step(step).startswith(f"Step {step.number}, {step.title}")
        spoken = spoken_step(step)
        assert (
            " New: " in spoken
            or "with the names that were given: " in spoken
            or "The line is now: " in spoken
            or "The line stays as it is." in spoken
        )
        # The lines of networks hold whole layers, those of matrices products of many; those of the paper are short.
        assert len(spoken.split()) < {"N": 300, "M": 260}.get(lesson.id[0], 200)


def test_what_is_long_to_hear_is_said_with_the_names_that_were_given() -> None:
    shapes = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}
    trace = derive("norm(tanh(tanh(X @ W + b) @ V) - Y)^2", "(W, b, V)", shapes | {"V": "k x k"}, "backward")
    (put_in,) = (step for step in trace.steps if step.rule == "put-in-adjoints")
    said = spoken_step(put_in)
    assert " New, with the names that were given: " in said
    assert said.count("hyperbolic tangent") == 0
    assert "capital H sub 1" in said
    assert len(said.split()) < 240
    forward = trace.steps[0]
    assert "the hyperbolic tangent of capital Z sub 1" in spoken_step(forward)  # what a name stands for is said once


def test_the_problem_has_a_card_that_leaves_shapes_to_their_chips() -> None:
    card = card_of_problem(derive("w · x + b", "w", {"w": "n", "x": "n"}, "operator"))
    assert card.shapes == card.conditions == ()
    assert any(isinstance(part, Notation) for part in card.words)


def test_a_statement_with_an_equation_inside_brackets_keeps_it_there() -> None:
    (form,) = statements("d(sin(x^2))/dx = (d(y)/dx where u = x^2, y = sin(u))")
    assert isinstance(form[0], Notation)


def test_a_statement_that_cannot_be_read_is_shown_as_typed() -> None:
    assert statements("for every $x") == (("for every $x",),)


def test_a_check_says_whether_it_passed_in_words() -> None:
    assert "agree at 12 random points" in check_sentence(Check(ok=True, max_error=1e-12, points=12, message=""))
    assert "failed" in check_sentence(Check(ok=False, max_error=1.0, points=12, message="they differ by 1")).lower()
    assert "they differ by 1" in check_sentence(Check(ok=False, max_error=1.0, points=12, message="they differ by 1"))
    assert check_sentence(None) == "Checking …"


def test_the_counter_shows_that_more_may_come() -> None:
    assert counter(7, 23, complete=True) == "7 of 23"
    assert counter(7, 8, complete=False) == "7 of 8…"


def test_the_card_of_a_wrong_turn_does_not_state_the_mistake_as_an_equation() -> None:
    from explainer.engine import derive
    from explainer.notation import unicode
    from explainer.notation.tree import Notation

    turn = next(step for step in derive("x + x^2", "x", method="chain").steps if step.attempt is not None)
    card = card_of_step(turn)
    (statement,) = card.statements
    shown = "".join(unicode(part) for part in statement if isinstance(part, Notation))
    assert "≠" in shown
    assert card.statement_caption == "What does not hold"
    assert check_sentence(turn.check).startswith("Refuted by numbers: ")


def test_only_what_is_new_in_a_program_of_variables_is_announced() -> None:
    steps = derive("x + sin(x^2)", "x", method="chain").steps
    spoken = [spoken_step(step) for step in steps]
    assert "The line is now: the derivative of u sub 3 with respect to x; where u sub 1 equals x squared" in spoken[0]
    assert spoken[1].endswith(" New: the derivative of u sub 1 with respect to x equals 2 x.")
    wrong = next(text for step, text in zip(steps, spoken, strict=True) if step.attempt is not None)
    assert wrong.endswith(" The line stays as it is.")
    assert not any(sign in "".join(spoken) for sign in "→×")


def test_the_card_names_the_parts_of_the_function_under_braces() -> None:
    from explainer.notation import latex

    first = derive("ln(sin(x^3)^2)", "x", method="chain").steps[0]
    card = card_of_step(first)
    (named,) = card.bindings[0]
    assert isinstance(named, Notation)
    assert latex(named) == (
        r"\ln\left(\underbrace{\underbrace{\sin\left(\underbrace{x^{3}}_{u_{1}}\right)}_{u_{2}}^{2}}_{u_{3}}\right)"
    )


def test_what_the_next_step_drops_is_struck_through_in_the_line_before_it() -> None:
    from explainer.notation import unicode

    steps = derive("3x + 5", "x", method="operator").steps
    one, last = steps[-2], steps[-1]
    assert last.struck
    assert "\u0336" in unicode(short_notation(one, last))
    assert "\u0336" not in unicode(short_notation(one))
    assert short_notation(one, last) is short_notation(one, last)


def test_the_card_of_the_problem_says_why_the_method_was_chosen() -> None:
    trace = derive("ln(sin(x^3)^2)", "x")
    assert trace.step(1) is not None
    said = "".join(part for part in card_of_problem(trace).words if isinstance(part, str))
    assert "By intermediate variables, because functions stand inside functions." in said


def test_of_several_variables_every_derivative_is_listed_at_the_end() -> None:
    text = "ln(det(S)) + r' @ inv(S) @ r where r = x - m"
    trace = derive(text, "(m, S)", {"S": "n x n", "x": "n", "m": "n"}, "backward")
    assert results_of_trace(trace) == ()
    assert trace.steps
    listed = results_of_trace(trace)
    assert len(listed) == 2
    for sentence, (name, result) in zip(listed, trace.results.items(), strict=True):
        shown = [part for part in sentence if isinstance(part, Notation)]
        assert [unicode(part) for part in shown] == [name, write(result, "unicode")]
    single = derive("sin(x)", "x")
    assert single.steps
    assert results_of_trace(single) == ()


@pytest.mark.parametrize(
    ("text", "condition"),
    [("e^(-x)", ""), ("2^(-x)", "a > 0 does not depend on x"), ("x^3", "n does not depend on x")],
)
def test_a_condition_speaks_of_letters_that_the_rule_has_here(text: str, condition: str) -> None:
    step = derive(text, "x", method="operator").steps[0]
    first = step.substeps[0] if step.substeps else step
    words = card_of_step(first).condition
    assert "".join(word if isinstance(word, str) else formula_text(word) for word in words) == condition
    assert not condition or any(not isinstance(word, str) for word in words)


def test_a_problem_of_several_lines_is_named_by_its_last_name() -> None:
    words = card_of_problem(derive("L where z = W x, L = sum(tanh(z))", "x")).words
    assert "".join(part if isinstance(part, str) else formula_text(part) for part in words).startswith(
        "Differentiate L with respect to x."
    )


def test_a_card_named_after_several_rules_states_each_of_them() -> None:
    trace = derive("exp(z) / sum(exp(z))", "z", {"z": "k"})
    step = next(step for step in trace if " · " in translated(step.title) and step.others_named)
    card = card_of_step(step)
    assert card.statement_caption == "The rules"
    named = [translated(str(form[0])) for form in card.statements]
    titles = translated(step.title).split(" · ")
    assert len(titles) > 1
    for title, name in zip(titles, named, strict=False):
        assert name.startswith(title)
    assert len(card.statements) == len(card.statement_tints) > len(step.others_named)


def test_a_card_of_one_rule_has_its_statement_alone() -> None:
    step = derive("sin(x)", "x").step(1)
    assert step is not None
    assert step.others_named == ()
    assert card_of_step(step).statement_caption == "The rule"
