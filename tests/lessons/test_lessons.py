"""Every lesson: complete, readable, derived to its end, every step checked, no row of the paper left out or told
twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

import explainer
from explainer.assets import resource
from explainer.engine import METHODS, Step
from explainer.expr.node import Node
from explainer.expr.nodes import Equation
from explainer.lessons import Formula, LessonProblem, RichText, RuleList, Table, all_problems, faults, lesson_errors
from explainer.lessons.lesson import Lesson
from explainer.lessons.lesson_file import LAYOUTS
from tests.cases import in_groups
from tests.lesson_lines import trace_of

LESSONS = explainer.all_lessons()
ROWS = """
    A1 A2 A3 A4 A5 A6 A7 A8   B1 B2 B3 B4   C1 C2 C3 C4 C5 C6   D0 D1 D2 D3 D4 D5 D6   E1 E2 E3 E4
    F1 F2 F3 F4 F5 F6   G1 G2 G3   H1 H2 H3 H4   I1 I2 I3   J1 J2 J3 J4 J5 J6   K1 K2 K3 K4 K6
    M1 M2 M3   N1 N2 N3 N4 N5 N6 N7 N8
""".split()  # noqa: SIM905
"""The rows of the paper that are problems, and the first of each lesson on matrices and networks. K5 is a step of
descent, which is not a derivative."""
ORDER = [
    "scalar-rules", "gradient", "jacobian", "elementwise", "scalar-expansion", "reductions", "chain-one-path",
    "chain-several-paths", "vector-chain-rule", "neuron", "loss", "differentials", "traces-determinants", "gaussian",
    "layer", "sweep", "softmax-cross-entropy", "two-layers",
    "normalisation", "attention", "recurrence", "second-order", "reference-jacobians", "reference-elementwise",
    "reference-scalar-expansion", "reference-reductions", "reference-chain-rules", "notation",
]  # fmt: skip


def each_lesson(lessons: tuple[Lesson, ...] = LESSONS) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("lesson", lessons, ids=lambda lesson: lesson.id)


def all_steps(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from all_steps(step.substeps)


def texts(lesson: Lesson) -> Iterator[RichText]:
    """Every text of a lesson that may hold formulas."""
    yield from lesson.goals
    for block in lesson.blocks:
        parts = [*vars(block).values(), *(text for entry in getattr(block, "entries", ()) for text in entry)]
        yield from (part for part in parts if isinstance(part, RichText))


def test_every_file_is_a_lesson_and_they_come_in_the_order_of_the_paper() -> None:
    assert lesson_errors() == ()
    assert len(LESSONS) == len(list(resource("lessons").iterdir()))
    assert [lesson.id for lesson in LESSONS] == ORDER
    sections = [lesson.section for lesson in LESSONS]
    assert sections == sorted(sections)


def test_every_row_of_the_paper_stands_in_exactly_one_lesson() -> None:
    ids = [problem.id for lesson in LESSONS for problem in lesson.problems]
    assert len(set(ids)) == len(ids) == 122
    assert [identifier for identifier in ids if "." not in identifier] == ROWS
    assert {identifier.split(".")[0] for identifier in ids} == set(ROWS)
    assert [problem.id for problem in all_problems()] == ids


def test_no_lesson_and_no_problem_share_a_name() -> None:
    names = [lesson.id for lesson in LESSONS] + [problem.id for problem in all_problems()]
    assert len(set(names)) == len(names)


@in_groups("problem", all_problems(), ids=lambda problem: problem.id)
def test_the_problem_is_derived_to_its_end_and_every_step_holds(problem: LessonProblem) -> None:
    trace = trace_of(problem)
    assert trace.status == "finished", trace.reason
    steps = list(all_steps(trace.steps))
    assert steps
    for step in steps:
        assert step.check.ok, f"step {step.number} ({step.rule}): {step.check.message}"
        assert step.check.points > 0
        assert step.explanation


@each_lesson()
def test_nothing_is_wrong_with_the_lesson(lesson: Lesson) -> None:
    assert [fault.report() for fault in faults(lesson)] == []


@each_lesson()
def test_the_lesson_says_what_it_is_for(lesson: Lesson) -> None:
    assert lesson.title
    assert lesson.section
    assert lesson.goals
    assert resource("lessons", lesson.file).is_file()
    assert len(lesson.blocks) >= 2


@each_lesson(tuple(lesson for lesson in LESSONS if lesson.problems))
def test_a_lesson_with_problems_explains_and_asks(lesson: Lesson) -> None:
    kinds = {block.kind for block in lesson.blocks}
    assert {"prose", "problem", "question"} <= kinds


def test_every_formula_in_the_texts_can_be_read() -> None:
    formulas = [formula for lesson in LESSONS for text in texts(lesson) for formula in text.formulas]
    assert len(formulas) > 250
    for formula in formulas:
        assert isinstance(formula.node, Node), formula.text


@each_lesson(tuple(lesson for lesson in LESSONS if lesson.problems))
def test_no_text_gives_a_result_away(lesson: Lesson) -> None:
    """A result that is a single name, such as y or I, or what another problem asks about may well be spoken of."""
    traces = [trace_of(problem) for problem in lesson.problems]
    asked = {trace.problem.expression for trace in traces}
    results = {trace.result for trace in traces if trace.result.children} - asked
    for text in texts(lesson):
        for formula in text.formulas:
            node = formula.node
            sides = (node.left, node.right) if isinstance(node, Equation) else (node,)
            assert not results & set(sides), formula.text


def test_a_result_that_is_given_away_is_seen() -> None:
    """The comparison of the test above, tried on a formula that does give one away."""
    problem = next(problem for problem in all_problems() if problem.id == "G1")
    assert Formula("2 x cos(x^2)").node is problem.trace().result


def test_nothing_is_derived_before_somebody_looks() -> None:
    for lesson in LESSONS:
        traces = lesson.traces()
        assert len(traces) == len(lesson.problems)
        assert all(trace.derived == 0 for trace in traces)


def test_listing_lessons_imports_nothing_heavy() -> None:
    script = (
        "import sys, explainer; lessons = explainer.all_lessons(); "
        "[(l.id, l.title, l.section, l.goals, l.blocks, l.problems) for l in lessons]; "
        "print(len(lessons), sorted(set(sys.modules) & {'numpy', 'lark', 'sympy', 'matplotlib', 'typer', 'PySide6',"
        " 'explainer.expr', 'explainer.language', 'explainer.engine', 'explainer.rules', 'explainer.verify'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == [str(len(LESSONS)), "[]"]


def test_rules_and_tables_name_what_exists() -> None:
    rules = {rule.id for rule in explainer.all_rules()}
    problems = {problem.id for problem in all_problems()}
    blocks = [block for lesson in LESSONS for block in lesson.blocks]
    named = [identifier for block in blocks if isinstance(block, RuleList) for identifier in block.ids]
    shown = [identifier for block in blocks if isinstance(block, Table) for identifier in block.problems]
    assert named
    assert set(named) <= rules
    assert shown
    assert set(shown) <= problems
    assert {"chain-single", "chain-total", "chain-vector"} <= set(named)


def test_the_layouts_of_a_lesson_are_those_of_the_engine() -> None:
    from explainer.engine import LAYOUTS as LAYOUTS_OF_THE_ENGINE

    assert LAYOUTS == LAYOUTS_OF_THE_ENGINE
    assert {problem.method for problem in all_problems()} <= set(METHODS)
