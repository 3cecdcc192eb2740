"""Judging a typed line: what is right in any form is right, what is wrong is named, and nonsense gets its place."""

from __future__ import annotations

import pytest

import explainer
from explainer import Trace, assess, derive
from explainer.errors import ExplainerError
from explainer.expr.nodes import Where
from explainer.lessons import Lesson, all_lessons
from explainer.practice.assessment import target_of
from explainer.practice.sieve import Sieve
from tests import lesson_lines
from tests.cases import in_groups
from tests.effort import effort
from tests.some import some

LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
VECTORS = {"w": "n", "x": "n", "b": "scalar"}
PRODUCT = ("x^2 sin(x)", "x", "operator")
NONSENSE = (
    *("(((((", "1/0", "0/0", "ln(-1)", "d(x)/dx = = 2", "where", "x where x = x", "∂", "'", "sum(i=1..n, x_i)", "☃"),
    *("import os", "__class__", "\x00", "x = 2 x", "[1, 2]", "x'", "∞", "d(x^2)/d(x^2)", "1e999", "x_99"),
)
CHAIN = ("sin(x^2)", "x", "chain")


def trace_of(text: str, wrt: str, method: str = "auto", **shapes: str) -> Trace:
    return derive(text, wrt, shapes, method)


@LESSONS
def test_every_line_of_every_lesson_is_right_as_it_is_printed(lesson: Lesson) -> None:
    count = 0
    for block in some(lesson.problems, 2):
        trace = lesson_lines.trace_of(block)
        for step in trace.steps:
            if step.attempt is not None:
                continue
            value = target_of(step).value
            text = (value.body if isinstance(value, Where) else value).text()
            answer = lesson_lines.assessment_of(trace, step.number, text)
            assert answer.verdict in {"next", "ahead"}, (block.id, step.number, text, answer.message)
            count += 1
    assert count or not lesson.problems


@in_groups(
    ("problem", "number", "text", "verdict"),
    [
        (PRODUCT, 1, "x^2 d(sin(x))/dx + sin(x) d(x^2)/dx", "next"),
        (PRODUCT, 1, "d(x^2)/dx sin(x) + d(sin(x))/dx * x^2", "next"),
        (PRODUCT, 1, "2 x sin(x) + x^2 cos(x)", "ahead"),
        (PRODUCT, 1, "x (x cos(x) + 2 sin(x))", "ahead"),
        (PRODUCT, 1, r"2x\sin x + x^2\cos x", "ahead"),
        (PRODUCT, 1, "2*x*np.sin(x) + x**2*np.cos(x)", "ahead"),
        (PRODUCT, 1, "d(x^2 sin(x))/dx", "unchanged"),
        (PRODUCT, 1, "d(sin(x) x^2)/dx", "unchanged"),
        (PRODUCT, 1, "2 x cos(x)", "wrong"),
        (PRODUCT, 1, "x^2 sin(x", "unreadable"),
        (PRODUCT, 1, "", "unreadable"),
        (PRODUCT, 1, "x" * 10_001, "unreadable"),
        (PRODUCT, 1, "y^2", "unreadable"),
        (CHAIN, 1, "d(y)/dx where u = x^2, y = sin(u)", "next"),
        (CHAIN, 1, "d(z)/dx where v = x^2, z = sin(v)", "next"),
        (CHAIN, 2, "2 x", "next"),
        (CHAIN, 2, "d(u)/dx = 2 x", "next"),
        (CHAIN, 2, "d(y)/d(u) = 2 x", "unreadable"),
        (CHAIN, 2, "x^2", "wrong"),
        (CHAIN, 3, "cos(u)", "next"),
        (CHAIN, 3, "-cos(u)", "wrong"),
        (CHAIN, 4, "d(y)/d(u) d(u)/dx", "next"),
        (CHAIN, 4, "2 x cos(x^2)", "ahead"),
        (CHAIN, 4, "d(y)/d(u) + d(u)/dx", "wrong"),
        (("w · x + b", "w", "auto"), 1, "x'", "ahead"),
        (("w · x + b", "w", "auto"), 1, "x.T", "ahead"),
        (("w · x + b", "w", "auto"), 1, "x", "transposed"),
        (("w · x + b", "w", "auto"), 1, "w'", "wrong"),
    ],
)
def test_verdicts(problem: tuple[str, str, str], number: int, text: str, verdict: str) -> None:
    function, wrt, method = problem
    shapes = VECTORS if "w" in function else {}
    answer = assess(derive(function, wrt, shapes, method), number, text)
    assert answer.verdict == verdict, answer.message


@in_groups(
    ("function", "wrt", "shapes", "text", "mistake"),
    [
        ("sin(x^2)", "x", {}, "cos(x^2)", "inner-derivative-forgotten"),
        ("x^2 sin(x)", "x", {}, "2 x cos(x)", "product-of-derivatives"),
        ("x^2 sin(x)", "x", {}, "2 x sin(x)", "one-term-of-product"),
        ("sin(x)/x", "x", {}, "(sin(x) - x cos(x))/x^2", "quotient-sign"),
        ("x^3", "x", {}, "3 x^3", "exponent-not-lowered"),
        ("2^x", "x", {}, "2^(x-1) x", "power-rule-on-exponential"),
        ("x^2 + c", "x", {}, "2 x + c", "constant-kept"),
        ("cos(x)", "x", {}, "sin(x)", "sign-forgotten"),
        ("x + x^2", "x", {}, "2 x", "one-path-only"),
        ("sum(z x)", "z", {"x": "n", "z": "scalar"}, "n", "total-confused-with-count"),
        ("exp(x)", "x", {"x": "n"}, "exp(x)", "diagonal-for-matrix"),
        ("tanh(W x)", "x", {"W": "m x n", "x": "n"}, "W", "diag-forgotten"),
        ("x' A x", "x", {"A": "n x n", "x": "n"}, "2 x' A", "form-taken-as-symmetric"),
        ("mean(x)", "x", {"x": "n"}, "ones(n)'", "mean-without-count"),
        ("max(0, x^2 - 1)", "x", {}, "2 x", "derivative-at-kink"),
    ],
)
def test_a_slip_is_named(function: str, wrt: str, shapes: dict[str, str], text: str, mistake: str) -> None:
    answer = assess(derive(function, wrt, shapes), 1, text)
    assert (answer.verdict, answer.mistake) == ("wrong", mistake), answer.message


def test_a_counterexample_is_a_small_whole_point_with_both_values() -> None:
    answer = assess(derive("x^2 sin(x) + 3 x", "x"), 1, "2 x sin(x) + x^2 cos(x)")
    assert answer.counterexample is not None
    assert answer.counterexample.values == {"x": 1}
    answer = assess(derive("x^3", "x"), 1, "3 x^3")
    assert answer.counterexample is not None
    assert (answer.counterexample.expected, answer.counterexample.typed) == (12, 24)
    assert "x = 2" in answer.message
    answer = assess(derive("w · x + b", "w", VECTORS), 1, "w'")
    assert answer.counterexample is not None
    assert "w = (1, 2), x = (2, 3)" in answer.message


def test_the_part_that_is_wrong_is_told_where_it_is_one() -> None:
    answer = assess(derive("x^2 + sin(x) + x^3", "x"), 1, "2 x + cos(x) + 3 x^3")
    assert answer.where is not None
    assert answer.where.text() in {"3 x^3", "x^3", "3"}


def test_a_step_that_is_not_there_is_named() -> None:
    with pytest.raises(ExplainerError, match="no step 99"):
        assess(derive("x^2", "x"), 99, "2 x")


def test_nothing_that_is_typed_ends_in_anything_but_an_answer() -> None:
    trace = derive("x^2 sin(x)", "x")
    for text in NONSENSE:
        answer = assess(trace, 1, text)
        assert answer.verdict in {"unreadable", "wrong", "transposed"}, text
        assert answer.message


def test_the_public_names_are_there() -> None:
    assert explainer.assess is assess


@pytest.mark.parametrize(
    ("function", "wrt", "shapes"),
    [
        ("tanh(s + 9 s^3)", "s", {}),
        ("tanh(exp(9 r^2))^2", "r", {}),
        ("sum(tanh(7 x))", "x", {"x": "n"}),
        ("tanh(9 v^2)", "v", {"v": "n"}),
        ("[s^2 y^2, tanh(s - 8 y)]", "(s, y)", {}),
        ("sigmoid(40 x)", "x", {}),
        ("sech(30 x)", "x", {}),
        ("exp(-80 x^2)", "x", {}),
        ("ln(1 + exp(60 x)) - 60 x", "x", {}),
    ],
)
def test_a_right_line_is_right_where_digits_are_lost(function: str, wrt: str, shapes: dict[str, str]) -> None:
    trace = derive(function, wrt, shapes)
    assert assess(trace, 1, trace.result.text()).verdict in {"next", "ahead"}


@LESSONS
def test_what_a_step_makes_and_the_result_are_right_at_every_step(lesson: Lesson) -> None:
    """What stands on the board as new, with its name: in the layout of columns, under sums, and where facts hold."""
    for block in some(lesson.problems, 2):
        trace = lesson_lines.trace_of(block)
        for step in trace.steps:
            if step.attempt is not None:
                continue
            told = [part.text() for part in step.news if not isinstance(part, Where)]
            if step.number == 1 and not isinstance(trace.result, Where):
                told.append(trace.result.text())
            for text in told:
                if " knowing " not in text:
                    answer = lesson_lines.assessment_of(trace, step.number, text)
                    assert answer.verdict in {"next", "ahead", "equal"}, (block.id, step.number, text, answer.message)


@LESSONS
def test_a_whole_line_is_right_as_it_stands_on_the_board_and_undone_a_step_later(lesson: Lesson) -> None:
    """With the names and all that is known of them, as it is copied from the board."""
    for problem in some(lesson.problems, 2):
        trace = lesson_lines.trace_of(problem)
        for step in trace.steps:
            if step.attempt is None and " knowing " in step.after.text():
                answer = lesson_lines.assessment_of(trace, step.number, step.after.text())
                assert answer.verdict in {"next", "unchanged"}, (problem.id, step.number, answer.message)
                following = trace.step(step.number + 1)
                if following is not None and following.attempt is None and following.after is not step.after:
                    answer = assess(trace, step.number + 1, step.after.text())
                    assert answer.verdict == "unchanged", (problem.id, step.number, answer.message)


@LESSONS
def test_what_no_mistake_leads_to_is_judged_soon(lesson: Lesson) -> None:
    """Every mistake is tried there and refuted; that took far longer while each wrong line was computed anew."""
    for problem in some(lesson.problems, 3):
        trace = lesson_lines.trace_of(problem)
        with effort() as spent:
            answer = assess(trace, 1, f"17 ({trace.result.text()})")
        assert answer.verdict in {"wrong", "next", "ahead", "unreadable"}, (problem.id, answer.verdict)
        assert spent.times < 40, (problem.id, spent.times)


def test_wrong_lines_with_unknown_functions_are_told_apart_by_values() -> None:
    trace = trace_of("f(x) g(x)", "x")
    right, wrong = trace.result, trace.steps[0].before
    product = trace_of("f(x) h(x)", "x").result
    sieve = Sieve((right, product))
    assert sieve.agrees(list(sieve.values(wrong)), right) is True
    assert sieve.agrees(list(sieve.values(product)), right) is False
    assert sieve.refutes(right, product)


def test_a_slip_under_a_sum_over_examples_is_named() -> None:
    """The gradient of a loss: what is asked for stands under the sum, and may be typed with its name or without."""
    problem = next(block for lesson in all_lessons() for block in lesson.blocks if getattr(block, "id", "") == "K1")
    trace = lesson_lines.trace_of(problem)
    for text in ("2 u_1", "∂(u_2)/∂(u_1) = 2 u_1", "u_1 + u_1"):
        assert assess(trace, 5, text).verdict == "next"
    for text, mistake in (("u_1", "exponent-not-a-factor"), ("2 u_1^2", "exponent-not-lowered")):
        answer = assess(trace, 5, text)
        assert (answer.verdict, answer.mistake) == ("wrong", mistake)
    assert assess(trace, 5, "∂(u_2)/∂(u_1)").verdict == "unchanged"
    assert assess(trace, 5, "∂(u_1)/∂(z) = 2 u_1").verdict == "unreadable"
    assert assess(trace, 5, "2 u_1 +").verdict == "unreadable"


def test_a_right_line_may_need_what_is_known() -> None:
    """That a target is one-hot, that a matrix is symmetric: right lines hold only there, and wrong ones fail there."""
    shapes = {"z": "n", "y": "n"}
    trace = derive("-(y · ln(softmax(z))) where one-hot y", "z", shapes)
    assert assess(trace, 1, "(softmax(z) - y)'").verdict == "ahead"
    answer = assess(trace, 1, "(y - softmax(z))'")
    assert answer.verdict == "wrong"
    assert answer.mistake is not None
    assert answer.counterexample is not None
    assert sum(answer.counterexample.values["y"]) == pytest.approx(1)  # type: ignore[call-overload]
    trace = derive("x' @ P @ x where P: symmetric n x n", "x", {"x": "n"})
    assert assess(trace, 1, "2 x' P").verdict == "ahead"
    assert assess(trace, 1, "x' P").mistake is not None


def test_an_answer_that_is_too_long_is_told_from_where_and_what_to_do() -> None:
    assessment = assess(trace_of(*PRODUCT), 1, "x + " * 4000 + "x")
    assert assessment.verdict == "unreadable"
    assert "at most 10,000 characters" in assessment.message
    assert assessment.error is not None
    assert assessment.error.position == 10_000
    assert "shorter form" in str(assessment.error.hint)


def test_a_result_in_a_form_of_its_own_ends_the_derivation_though_tidying_is_left() -> None:
    trace = trace_of("-x · ln(softmax(a))", "a", x="n", a="n")
    answer = assess(trace, 1, "sum(x) softmax(a)^T - x^T")
    assert answer.verdict == "ahead"
    assert answer.reached == len(trace.steps)


def test_of_many_rules_that_an_answer_covers_a_few_are_named_each_once() -> None:
    trace = derive("[4 x^2 r, x - 7 r]", "x, r", method="operator")
    answer = assess(trace, 1, "[[8 x r, 4 x^2], [1, -7]]")
    assert len(answer.steps) > 10
    assert answer.message.count("Gradient") == 1
    assert answer.message.count(",") <= 6
    assert "…" in answer.message


@pytest.mark.parametrize("typed", ["(1 - tanh^2(x))^T", "(1-tanh(x)^{2})^{T}", "1^T - (tanh(x)^2)^T"])
def test_a_t_above_a_vector_transposes_where_no_name_is_t(typed: str) -> None:
    assert assess(trace_of("sum(tanh(x))", "x", x="n"), 1, typed).verdict == "ahead"


def test_an_error_behind_a_transpose_keeps_its_place() -> None:
    answer = assess(trace_of("a · x", "x", a="n", x="n"), 1, "a^T + q")
    assert answer.error is not None
    assert answer.error.caret_lines()[-1].index("^") == 6
