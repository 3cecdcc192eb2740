"""Known mistakes: each is wrong, numbers show it, and it is found again in what a learner types."""

from __future__ import annotations

import pytest

from explainer.engine import derive
from explainer.engine.line import collect
from explainer.engine.methods import METHODS
from explainer.errors import ExplainerError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Derivative, Where
from explainer.language import parse_expression
from explainer.lessons import Lesson, LessonProblem, all_lessons
from explainer.practice import all_mistakes, assess
from explainer.practice.assessment import target_of
from explainer.practice.diagnosis import made, wrong_lines
from explainer.practice.mistakes import Mistake, find_mistake
from explainer.verify import Verifier
from tests.lesson_lines import trace_of
from tests.some import examples

MISTAKES = all_mistakes()
EVERY = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
ENOUGH = examples(16)
"""So many of one lesson."""
FROM_EACH = 6
"""So many mistakes of each problem are typed; all of them take a minute."""


def made_in(mistake: Mistake, example: str) -> list[tuple[Node, Node]]:
    """The parts of an example in which the mistake can be made, with what it makes of them."""
    read = parse_expression(example).expression
    return [(part, wrong) for part in each_part(read) for wrong in made(mistake, part)]


def test_there_are_as_many_mistakes_as_a_teacher_knows() -> None:
    assert len(MISTAKES) >= 30
    assert len({mistake.id for mistake in MISTAKES}) == len(MISTAKES)
    assert find_mistake("product-of-derivatives") in MISTAKES
    assert find_mistake("none-such") is None


@EVERY
def test_a_mistake_says_what_it_is_about(mistake: Mistake) -> None:
    assert mistake.title
    assert "{0}" in mistake.words
    assert mistake.source
    assert mistake.explanation
    assert mistake.examples


@EVERY
def test_numbers_refute_every_example(mistake: Mistake) -> None:
    for example in mistake.examples:
        found = made_in(mistake, example)
        assert found, example
        refuted = [
            part.shape != wrong.shape or Verifier((part,)).check(part, wrong).state == "failed" for part, wrong in found
        ]
        assert any(refuted), example


def _typed_mistakes(problem: LessonProblem) -> list[tuple[int, str, str]]:
    """Wrong results of a problem, each by one mistake and everything else done right: step, text, and mistake."""
    trace = trace_of(problem)
    if trace.problem.layout != "numerator" or isinstance(trace.start, Where):
        return []
    steps = [step for step in trace.steps if step.attempt is None and target_of(step).label is None]
    found: dict[Node, str] = {}
    for diagnosis, wrong in wrong_lines(trace.start):
        try:
            _, result = collect(wrong, METHODS["differential" if isinstance(wrong, Where) else "operator"].moves(wrong))
        except ExplainerError:
            continue
        if isinstance(result, Where):
            continue  # what is wrong here ends in no result
        if trace.check(trace.start, result, trace.problem.facts).state == "failed":
            found.setdefault(result, diagnosis.mistake.id)
        if len(found) == FROM_EACH:
            break
    return [(steps[-1].number, result.text(), name) for result, name in found.items()] if steps else []


@LESSONS
def test_what_goes_wrong_in_a_lesson_is_named(lesson: Lesson) -> None:
    """A result that one slip leads to is never taken for right, and nearly always it is that slip that is named."""
    typed = named = 0
    for block in lesson.blocks:
        if not isinstance(block, LessonProblem) or typed >= ENOUGH:
            continue
        for number, text, name in _typed_mistakes(block):
            answer = assess(trace_of(block), number, text)
            typed += 1
            assert answer.verdict in {"wrong", "transposed"}, (block.id, text)
            named += answer.mistake == name
            if answer.verdict == "wrong":
                assert answer.message
    assert named >= 0.8 * typed


@EVERY
def test_the_mistake_in_an_example_is_found_in_what_is_typed(mistake: Mistake) -> None:
    for example in mistake.examples:
        question = parse_expression(example).expression
        if not isinstance(question, Derivative):
            continue
        try:
            trace = derive(question.body, question.wrt)
        except ExplainerError:
            continue  # what the program does not differentiate itself
        if trace.status != "finished":
            continue
        for part, wrong in made_in(mistake, example):
            if part is not question or any(isinstance(inner, Derivative) for inner in each_part(wrong)):
                continue
            answer = assess(trace, 1, wrong.text())
            if Verifier((question,)).check(question, wrong).state == "failed":
                assert answer.verdict in {"wrong", "transposed"}
                assert answer.mistake, (example, wrong.text())


NETWORKS = (
    ("tr(G @ (X @ W + ones(N) @ b'))", "b", {"X": "N x d", "W": "d x k", "b": "k", "G": "k x N"}, "G'",
     "bias-not-summed"),
    ("softmax(z)", "z", {"z": "n"}, "diag(softmax(z) ⊗ (1 - softmax(z)))", "softmax-as-diagonal"),
    ("norm(z)^2 + w · z", "z", {"z": "n", "w": "n"}, "w'", "used-twice-counted-once"),
    ("-sum(Y ⊗ ln(softmax(Z, axis=1))) / N where one-hot rows Y", "Z", {"Y": "N x k", "Z": "N x k"},
     "row_softmax(Z)' - Y'", "batch-mean-forgotten"),
    ("-sum(Y ⊗ ln(softmax(Z, axis=1))) / N where one-hot rows Y", "Z", {"Y": "N x k", "Z": "N x k"},
     "(Y - row_softmax(Z))' / N", "targets-minus-shares"),
    ("-(y · ln(softmax(z))) where one-hot y", "z", {"y": "n", "z": "n"}, "(y - softmax(z))'", "targets-minus-shares"),
    ("(z - mean(z)) / std(z)", "z", {"z": "n"}, "(identity(n) - ones(n) @ ones(n)' / n) / std(z)",
     "deviation-held-constant"),
)  # fmt: skip


@pytest.mark.parametrize(("function", "wrt", "shapes", "typed", "name"), NETWORKS)
def test_slips_with_batches_are_named_where_facts_hold(
    function: str, wrt: str, shapes: dict[str, str], typed: str, name: str
) -> None:
    trace = derive(function, wrt, shapes)
    answer = assess(trace, trace.steps[-1].number, typed)
    assert answer.verdict == "wrong"
    assert answer.mistake == name


def test_what_is_right_where_a_fact_holds_is_right() -> None:
    trace = derive(NETWORKS[3][0], "Z", NETWORKS[3][2])
    assert assess(trace, trace.steps[-1].number, "(row_softmax(Z) - Y)' / N").verdict in {"next", "ahead", "equal"}
