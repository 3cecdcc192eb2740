"""Every step of every lesson can be asked for: one rule applies at the marked part, three do not, and hints lead on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from explainer import Trace, derive
from explainer.engine import Step
from explainer.errors import ExplainerError
from explainer.expr.node import at
from explainer.expr.nodes import Equation, Where
from explainer.lessons import Lesson, all_lessons
from explainer.practice import GRADES, cover_of, hint_for, rule_question
from explainer.practice.assessment import target_of
from explainer.practice.questions.hints import put_in
from explainer.practice.questions.place import applies, candidates, place_of, step_to_find
from explainer.rules import find_rule, plain
from explainer.verify import Verifier
from tests.lesson_lines import assessment_of, trace_of
from tests.some import some

LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
IN_CONTEXT = {"name-term", "use-what-is-given"}
"""Rules that use what their neighbours have just named, or what was said with the function, and so do not match a line
as it stands."""


def steps_of(lesson: Lesson) -> Iterator[tuple[Trace, Step]]:
    for problem in some(lesson.problems, 2):
        trace = trace_of(problem)
        for step in trace.steps:
            yield trace, step


@LESSONS
def test_every_step_has_one_right_rule_and_three_that_do_not_match(lesson: Lesson) -> None:
    for trace, step in steps_of(lesson):
        question = rule_question(trace, step.number)
        assert len(question.choices) == 4
        assert len({rule.title for rule in question.choices}) == 4
        place = question.place
        assert place.paths
        assert all(at(place.line, path) is not None for path in place.paths)
        if place.rule.id not in IN_CONTEXT and not place.step.substeps:
            assert applies(place.rule, place.part), (trace.problem.text, step.number)
        for k, rule in enumerate(question.choices):
            if k != question.right_place:
                marked = candidates(place.line, place.paths)
                assert not any(applies(rule, part) for part in marked), (trace.problem.text, step.number, rule.id)


@LESSONS
def test_every_choice_is_answered_with_what_it_needs_here(lesson: Lesson) -> None:
    for trace, step in steps_of(lesson):
        question = rule_question(trace, step.number)
        for k, rule in enumerate(question.choices):
            words = plain(question.reason(k))
            assert len(words) > 10, rule.id


def test_a_wrong_choice_is_answered_in_the_actual_terms() -> None:
    question = rule_question(derive("x^2 sin(x)", "x"), 1)
    told = {rule.id: plain(question.reason(k)) for k, rule in enumerate(question.choices)}
    assert told["constant-multiple"] == ("It needs: c does not depend on x. Here c is x^2, which depends on x.")
    assert told["function"] == (
        "It needs a function: d(f(u))/d(x). What is differentiated here is x^2 sin(x), which is a product."
    )


def test_the_chain_rule_is_no_wrong_choice_where_it_is_another_way() -> None:
    for text in ("sin(x^2)", "ln(x^2)", "(2 x + 1)^3", "exp(-x)"):
        question = rule_question(derive(text, "x", method="operator"), 1)
        assert not [rule.id for rule in question.choices if rule.phase in ("introduce", "combine")]


def test_choices_come_in_an_order_that_the_seed_decides() -> None:
    trace = derive("x^2 sin(x)", "x")
    places = {rule_question(trace, 1, seed).right_place for seed in range(12)}
    assert places == {0, 1, 2, 3}
    assert rule_question(trace, 1, 5).choices == rule_question(trace, 1, 5).choices


@LESSONS
def test_hints_lead_to_the_step(lesson: Lesson) -> None:
    for trace, step in steps_of(lesson):
        hints = [hint_for(trace, step.number, grade) for grade in range(1, len(GRADES) + 1)]
        assert [hint.grade for hint in hints] == [1, 2, 3, 4]
        assert all(plain(hint.words) for hint in hints)
        place = rule_question(trace, step.number).place
        assert all(hint.paths == place.paths for hint in hints)
        assert place.rule.title in plain(hints[1].words)
        filled = put_in(place)
        if isinstance(filled, Equation) and filled.left.shape == place.part.shape and filled.left is place.part:
            assert Verifier((filled.left,)).check(filled.left, filled.right).ok
        line = hints[3].line
        assert line is not None
        assert line is step_to_find(trace, step.number).after
        answer = assessment_of(trace, step.number, _typed(trace, step.number))
        assert answer.verdict in {"next", "ahead"}, (trace.problem.text, step.number, answer)
        assert answer.reached >= step.number or len(step.substeps) > 1


def _typed(trace: Trace, number: int) -> str:
    """The line that the last hint tells, as a learner types it."""
    value = target_of(step_to_find(trace, number)).value
    return (value.body if isinstance(value, Where) else value).text()


@LESSONS
def test_something_else_than_what_is_under_a_cover_is_not_right(lesson: Lesson) -> None:
    """That what stands under it is right is seen where every problem is worked through by what is covered."""
    for trace, step in steps_of(lesson):
        cover = cover_of(trace, step.number)
        if not cover.part.shape.is_scalar or cover.part.has_derivative:
            continue
        wrong = cover.answer(f"({cover.part.text()}) + 1")
        assert wrong.verdict in {"wrong", "unreadable"}, (trace.problem.text, step.number)


def test_what_is_typed_under_a_cover_may_have_any_form() -> None:
    trace = derive("x^2 sin(x)", "x")
    assert cover_of(trace, 1).answer("2 x sin(x) + x^2 cos(x)").verdict == "next"
    assert cover_of(trace, 1).answer("2 x cos(x)").mistake == "product-of-derivatives"
    assert cover_of(trace, 1).answer("2 x cos(").verdict == "unreadable"
    assert cover_of(trace, 1).answer("").verdict == "unreadable"
    entries = derive("w ⊗ x", "w", {"w": "n", "x": "n"}, "elements")
    assert cover_of(entries, 2).answer("delta(i, j) x_i").verdict == "next"
    assert cover_of(entries, 2).answer("delta(i, j)").verdict == "wrong"


def test_a_hint_or_a_step_that_is_not_there_is_named() -> None:
    trace = derive("x^2", "x")
    for grade in (0, 5):
        with pytest.raises(ExplainerError):
            hint_for(trace, 1, grade)
    for ask in (rule_question, cover_of):
        with pytest.raises(ExplainerError, match="no step 99"):
            ask(trace, 99)


def test_of_a_line_that_joins_rules_the_first_is_asked_for() -> None:
    trace = derive("w ⊗ x", "w", {"w": "n", "x": "n"}, "elements")
    assert place_of(trace.steps[0]).rule is find_rule("jacobian-entries")


def test_a_hint_does_not_say_twice_what_a_letter_is_nor_speak_of_one_that_means_something_else() -> None:
    trace = derive("norm(x)^2 + 4 (x · t)", "x", {"x": "n", "t": "n"})
    told = plain(hint_for(trace, 1, 3).words)
    assert "separately" in told
    assert "Here" not in told
    trace = derive("norm(sin(X @ W) - Y)^2", "W", {"X": "N x d", "W": "d x k", "Y": "N x k"}, "differential")
    assert "Here X is" not in plain(hint_for(trace, 1, 3).words)
