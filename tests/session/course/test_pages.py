"""The pages without a window: every lesson, rule and function has one, and finding leads to it."""

from __future__ import annotations

import pytest

from explainer import phrases
from explainer.engine.lettering import in_one_program
from explainer.expr.nodes import Equation, Where
from explainer.lessons import LessonProblem, all_lessons, all_problems
from explainer.notation.tree import Notation
from explainer.operations import all_operations
from explainer.rules import all_rules, find_rule
from explainer.session.course import finding
from explainer.session.course.address import Address
from explainer.session.course.course import Course
from explainer.session.course.finding import find_pages
from explainer.session.course.pages import Ending, Example, Paragraph, ResultRow, RuleEntry, sentence_of, spoken
from explainer.session.course.shelf import PAGES, home_of, neighbour, page_at, title_of
from explainer.session.course.trail import BOARD, Stop, Trail
from explainer.session.course.worked import derivative_sentences, work_out
from explainer.session.kept.progress import Progress
from explainer.session.session import Session
from tests.cases import in_groups

ADDRESSES = [
    *(Address("lesson", lesson.id) for lesson in all_lessons()),
    *(Address("rule", rule.id) for rule in all_rules()),
    *(Address("function", operation.name) for operation in all_operations()),
    Address("rules"),
    Address("functions"),
    Address("faults"),
    Address("start"),
]


def test_there_are_pages_of_every_kind() -> None:
    assert {address.kind for address in ADDRESSES} == set(PAGES)


@in_groups("address", ADDRESSES, ids="-".join)
def test_every_page_can_be_made(address: Address) -> None:
    page = page_at(address)
    assert page is not None
    assert page.address == address
    # The page to begin with greets with a question, too long for the button that leads back to it.
    assert page.title == (title_of(address) if address.kind != "start" else "What would you like to differentiate?")
    assert page.kicker
    assert page.pieces


@pytest.mark.parametrize("address", [Address("rule", "no-such-rule"), Address("lesson", "x"), Address("x", "y")])
def test_what_is_not_there_has_no_page(address: Address) -> None:
    assert page_at(address) is None
    assert title_of(address) == ""


def test_the_pages_of_the_lessons_hold_every_problem_in_order() -> None:
    shown = []
    for lesson in all_lessons():
        page = page_at(Address("lesson", lesson.id))
        assert page is not None
        shown += [piece for piece in page.pieces if isinstance(piece, LessonProblem)]
        assert isinstance(page.pieces[-1], Ending)
    assert tuple(shown) == all_problems()


def test_the_endings_lead_through_the_whole_course() -> None:
    here, seen = Address("lesson", all_lessons()[0].id), []
    while True:
        seen.append(here.name)
        page = page_at(here)
        assert page is not None
        following = page.pieces[-1].following
        if following is None:
            break
        assert neighbour(following, -1) == here
        here = following
    assert seen == [lesson.id for lesson in all_lessons()]


def test_the_three_chain_rules_stand_side_by_side_with_their_conditions() -> None:
    page = page_at(Address("lesson", "reference-chain-rules"))
    assert page is not None
    rules = [piece.rule for piece in page.pieces if isinstance(piece, RuleEntry)]
    assert [rule.id for rule in rules] == ["chain-single", "chain-total", "chain-vector"]
    assert all(rule.condition for rule in rules)
    assert sum(isinstance(piece, ResultRow) for piece in page.pieces) == 12


def test_a_text_is_read_with_its_formulas_in_words() -> None:
    page = page_at(Address("lesson", "chain-several-paths"))
    assert page is not None
    text = next(piece for piece in page.pieces if isinstance(piece, Paragraph))
    sentence = sentence_of(text.words)
    assert isinstance(sentence[1], Notation)
    assert "x squared" in spoken(sentence)


@in_groups("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_example_of_a_rule_is_worked_out(rule) -> None:
    page = page_at(Address("rule", rule.id))
    assert page is not None
    examples = [piece.text for piece in page.pieces if isinstance(piece, Example)]
    assert examples == list(rule.examples)
    for text in examples:
        worked = work_out(rule, text)
        assert worked is not None, text
        assert isinstance(worked.line[0], Notation)
        assert worked.words


def test_an_example_is_checked_and_a_mistake_refuted() -> None:
    product, wrong = find_rule("product"), next(rule for rule in all_rules() if rule.is_wrong)
    assert product is not None
    worked = work_out(product, product.examples[0])
    assert worked is not None
    assert worked.check().ok
    assert not worked.check().refutes
    mistake = work_out(wrong, wrong.examples[0])
    assert mistake is not None
    assert mistake.check().ok
    assert mistake.check().refutes
    assert work_out(product, product.leaves_alone[0]) is None
    assert work_out(product, "sin(") is None


def test_a_function_shows_its_derivative_from_the_table() -> None:
    rows = {operation.name: derivative_sentences(operation) for operation in all_operations()}
    assert isinstance(rows["sin"][0][0], Notation)
    assert rows["norm"] == ()


@in_groups(
    ("query", "address"),
    [
        ("product rule", Address("rule", "product")),
        ("PRODUCT", Address("rule", "product")),
        ("chain-total", Address("rule", "chain-total")),
        ("sum red", Address("lesson", "reductions")),
        ("F4", Address("lesson", "reductions", "F4")),
        ("hyperbolic tan", Address("function", "tanh")),
        ("log", Address("function", "ln")),
        ("all rules", Address("rules")),
        ("chain", Address("lesson", "chain-one-path")),
        ("neuron", Address("lesson", "neuron")),
        ("cross-entropy", Address("lesson", "softmax-cross-entropy")),
        ("softmax", Address("lesson", "softmax-cross-entropy")),
        ("chain rule", Address("lesson", "chain-one-path")),
    ],
)
def test_a_word_finds_the_page(query: str, address: Address) -> None:
    assert find_pages(query)[0].address == address


def test_everything_can_be_found_and_nothing_is_found_for_nonsense() -> None:
    everything = find_pages("", most=10_000)
    assert len(everything) == len(all_lessons()) + len(all_problems()) + len(all_rules()) + len(all_operations()) + 2
    for entry in everything:
        assert page_at(entry.address.page) is not None
    assert find_pages("no such thing as this") == ()


def test_the_index_of_another_language_is_let_go_of() -> None:
    for mark in "abc":
        with phrases.spoken(f"{mark}{{}}".format):
            assert find_pages("product")
    assert finding._entries.cache_info().currsize == 1


def test_the_way_back_leads_through_the_stops() -> None:
    trail = Trail()
    lesson, rule = Address("lesson", "gradient", "B1"), Address("rule", "product")
    trail.go(lesson)
    assert trail.before == BOARD
    trail.go(rule, Stop(lesson, 4, 0.5))
    trail.go(rule, Stop(rule, 1))
    assert trail.back() == Stop(lesson.page, 4, 0.5)
    assert trail.back() == Stop(BOARD)
    assert trail.back() is None
    assert trail.here == BOARD


def test_the_result_of_a_problem_is_marked_and_nothing_before(tmp_path) -> None:
    session = Session()
    course = Course(session, Progress(tmp_path / "progress.json"))
    problem = all_problems()[3]
    opened: list[bool] = []
    course.open_problem(problem, opened.append)
    assert opened == [True]
    assert course.problem is problem
    assert course.home == home_of(problem)
    session.finish()
    session.next()
    course.note_position()
    assert course.progress.derived == frozenset()
    session.last()
    course.note_position()
    assert course.progress.derived == {problem.id}


def test_a_typed_function_belongs_to_no_lesson_and_leaves_no_mark(tmp_path) -> None:
    session = Session()
    course = Course(session, Progress(tmp_path / "progress.json"))
    assert session.open("x^7 sin(x)", "x")
    session.finish()
    session.last()
    course.note_position()
    assert course.problem is None
    assert course.home is None
    assert course.back() is None
    assert course.progress.derived == frozenset()


def test_an_example_of_programs_is_one_program_without_brackets() -> None:
    rules = [find_rule(name) for name in ("chain-matrix", "chain-total", "introduce-variables", "substitute-back")]
    examples = [(rule, text) for rule in rules if rule is not None for text in rule.examples]
    assert len(examples) > 4
    for rule, text in examples:
        worked = work_out(rule, text)
        if worked is not None:
            both = in_one_program(Equation(worked.before, worked.rewrite.after))
            assert not (isinstance(both, Equation) and Where in {type(both.left), type(both.right)}), text
