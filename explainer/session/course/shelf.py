"""The pages that can be read, made from the lessons, the rules and the table of functions when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from explainer.lessons.lesson import LessonProblem, NotationList, Prose, RuleList, Table
from explainer.phrases import capital, phrase
from explainer.session.course.address import Address
from explainer.session.course.pages import (
    Ending,
    Example,
    FunctionEntry,
    Goals,
    Heading,
    Labelled,
    Links,
    Page,
    Paragraph,
    Piece,
    ResultRow,
    RuleEntry,
    SignRow,
    Statement,
)

if TYPE_CHECKING:
    from explainer.lessons import Block, Lesson
    from explainer.rules import Rule
    from explainer.session.lines.card import Sentence

RULES, FUNCTIONS, FAULTS = Address("rules"), Address("functions"), Address("faults")
"""The pages that list all rules, all functions, and the lesson files that could not be read."""


def page_at(address: Address) -> Page | None:
    """The page at an address; None where there is none, such as for a rule of another version."""
    maker = PAGES.get(address.kind)
    return maker(address.name) if maker is not None else None


def lesson_address(lesson: Lesson, place: str = "") -> Address:
    """Where a lesson is found."""
    return Address("lesson", lesson.id, place)


def title_of(address: Address) -> str:
    """The title of the page at an address, without making the page; empty where there is none."""
    if address.kind == "lesson":
        lesson = _lessons().get(address.name)
        return lesson.title if lesson else ""
    if address.kind == "rule":
        from explainer.rules import find_rule

        rule = find_rule(address.name)
        return rule.title if rule else ""
    if address.kind == "function":
        from explainer.operations import find

        operation = find(address.name)
        return capital(operation.title) if operation else ""
    return _TITLES.get(address.kind, "")


_TITLES = {
    "rules": "All rules", "functions": "All functions", "faults": "Lessons left out", "compare": "Compare methods",
    "start": "Start page",
}  # fmt: skip


def neighbour(address: Address, by: int) -> Address | None:
    """The lesson so many after this one in the order of the paper; None at the ends and for other pages."""
    names = list(_lessons())
    if address.kind != "lesson" or address.name not in names:
        return None
    place = names.index(address.name) + by
    return Address("lesson", names[place]) if 0 <= place < len(names) else None


def task_of(address: Address, block: Block) -> str:
    """The id of what is to be done in a block of the lesson at an address; empty where there is no such block."""
    lesson = _lessons().get(address.name) if address.kind == "lesson" else None
    return lesson.task_of(block) if lesson is not None else ""


def home_of(problem: LessonProblem) -> Address | None:
    """The lesson that a problem belongs to, with the problem as the place to look at."""
    owner = next((lesson for lesson in _lessons().values() if problem in lesson.problems), None)
    return lesson_address(owner, problem.id) if owner else None


def _lessons() -> Mapping[str, Lesson]:
    from explainer.lessons import all_lessons

    return {lesson.id: lesson for lesson in all_lessons()}


# --- lessons ---------------------------------------------------------------------------------------------------------


def _lesson_page(name: str) -> Page | None:
    lesson = _lessons().get(name)
    if lesson is None:
        return None
    address = lesson_address(lesson)
    pieces: list[Piece] = [Goals(tuple(words for goal in lesson.goals for words in goal.paragraphs))]
    pieces += [piece for block in lesson.blocks for piece in _pieces(block)]
    following = neighbour(address, 1)
    pieces.append(Ending(following, title_of(following)) if following else Ending())
    return Page(address, lesson.section, lesson.title, tuple(pieces))


def _pieces(block: Block) -> Iterator[Piece]:
    """What a block is on the page: itself, or several pieces that can be shown one after the other."""
    if isinstance(block, Prose):
        yield from (Paragraph(words) for words in block.text.paragraphs)
    elif isinstance(block, RuleList):
        yield from map(_rule_entry, block.ids)
    elif isinstance(block, Table):
        yield Heading(block.title)
        yield from map(_result_row, block.problems)
    elif isinstance(block, NotationList):
        yield from (SignRow(sign, meaning) for sign, meaning in block.entries)
    else:
        yield block


def _rule_entry(identifier: str) -> Piece:
    from explainer.rules import find_rule

    rule = find_rule(identifier)
    return RuleEntry(rule) if rule else Paragraph((phrase("There is no rule “{0}”.", identifier),), quiet=True)


def _result_row(identifier: str) -> Piece:
    from explainer.lessons import all_problems

    problem = next((problem for problem in all_problems() if problem.id == identifier), None)
    return ResultRow(problem) if problem else Paragraph((phrase("There is no problem “{0}”.", identifier),), quiet=True)


def _faults_page(name: str) -> Page:
    from explainer.lessons import lesson_errors

    errors = lesson_errors()
    pieces = [Labelled(error.message, ((error.hint or "",),)) for error in errors]
    head = Paragraph(("These files could not be read. All other lessons are there.",))
    return Page(FAULTS, "Lessons", _TITLES["faults"], (head, *pieces))


# --- rules -----------------------------------------------------------------------------------------------------------


def _rule_page(name: str) -> Page | None:
    from explainer.rules import find_rule

    rule = find_rule(name)
    if rule is None:
        return None
    kicker = phrase("Rules · {0}", phrase(rule.family))
    return Page(Address("rule", rule.id), kicker, rule.title, tuple(_rule_pieces(rule)))


def _rule_pieces(rule: Rule) -> Iterator[Piece]:
    if rule.is_wrong:
        yield Paragraph(("This does not hold. It is shown where learners try it, and numbers refute it.",))
    if rule.by_example:
        yield Labelled("For example", ())
    yield Statement(rule)
    if rule.condition:
        from explainer.session.lines.names import condition_in_words

        yield Labelled("Condition", (condition_in_words(rule),))
    for paragraph in rule.explanation.split("\n\n"):
        yield Paragraph((" ".join(paragraph.split()),))
    yield Heading("Examples")
    for text in rule.examples:
        yield Example(rule, text)
    if rule.leaves_alone:
        yield Labelled("Leaves alone", tuple(_typed(text) for text in rule.leaves_alone))
    lessons = tuple((lesson_address(lesson), lesson.title) for lesson in _lessons().values() if _lists(lesson, rule))
    if lessons:
        yield Links("In the lessons", lessons)
    yield Labelled("Source", ((rule.source,),))
    yield Links("More", ((RULES, "All rules"),))


def _lists(lesson: Lesson, rule: Rule) -> bool:
    return any(isinstance(block, RuleList) and rule.id in block.ids for block in lesson.blocks)


def _typed(text: str) -> Sentence:
    """What was typed as a formula; what cannot be read as it is."""
    from explainer.errors import ExplainerError
    from explainer.language import parse_expression
    from explainer.session.lines.card import notation_of

    try:
        return (notation_of(parse_expression(text).expression),)
    except ExplainerError:
        return (text,)


def _rules_page(name: str) -> Page:
    from explainer.rules import all_rules

    pieces: list[Piece] = []
    for family, members in groupby(all_rules(), key=lambda rule: rule.family):
        pieces.append(Heading(family))
        pieces += [RuleEntry(rule) for rule in members]
    count = len(all_rules())
    head = Paragraph(
        (phrase("Every step of a derivation is one of these {0} rules. Ctrl+F finds one by its name.", count),)
    )
    return Page(RULES, "Reference", _TITLES["rules"], (head, *pieces))


# --- functions -------------------------------------------------------------------------------------------------------


def _function_page(name: str) -> Page | None:
    from explainer.operations import find

    operation = find(name)
    if operation is None:
        return None
    pieces: list[Piece] = [Labelled("Typed", ((", ".join((operation.call, *operation.aliases)),),))]
    if operation.definition:
        pieces.append(Labelled("Definition", (_equation(f"{operation.call} = {operation.definition}"),)))
    pieces.append(FunctionEntry(operation))
    if operation.domain:
        pieces.append(Labelled("Exists where", tuple(_typed(condition) for condition in operation.domain)))
    if operation.source:
        pieces.append(Labelled("Source", ((operation.source,),)))
    pieces.append(
        Links("More", ((FUNCTIONS, "All functions"), (Address("rule", "function"), title_of_function_rule())))
    )
    return Page(Address("function", operation.name), "Functions", capital(operation.title), tuple(pieces))


def title_of_function_rule() -> str:
    """The title of the rule that reads the table of functions."""
    return title_of(Address("rule", "function"))


def _equation(text: str) -> Sentence:
    from explainer.session.lines.card import statements

    return statements(text)[0]


def _functions_page(name: str) -> Page:
    from explainer.operations import all_operations

    operations = all_operations()
    head = Paragraph(
        (phrase("There are {0} functions; the derivative of each is given in one table.", len(operations)),)
    )
    return Page(FUNCTIONS, "Reference", _TITLES["functions"], (head, *map(FunctionEntry, operations)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _start_page(name: str) -> Page:
    from explainer.session.course.gallery import start_page
    from explainer.session.kept.history import History
    from explainer.session.kept.recent import recent_files
    from explainer.session.kept.settings import user_settings

    return start_page(History().search(""), recent_files(user_settings()))


PAGES: Mapping[str, Callable[[str], Page | None]] = {
    "lesson": _lesson_page,
    "rule": _rule_page,
    "rules": _rules_page,
    "function": _function_page,
    "functions": _functions_page,
    "faults": _faults_page,
    "start": _start_page,
}
"""Every kind of page and what makes it."""
