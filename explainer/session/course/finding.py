"""Finds lessons, problems, rules and functions by what is typed of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from explainer.phrases import capital, edition, phrase, translated
from explainer.session.course.address import Address
from explainer.session.course.shelf import FUNCTIONS, RULES, lesson_address, title_of
from explainer.threads import recent

MOST = 40
"""So many are shown; further ones are found by typing more."""


_ARTICLE = re.compile(r"^(?:the|an?|der|die|das|eine?) (?=.)")
"""What nobody types in front of the lesson that he looks for, in the languages of the program."""


class Found(NamedTuple):
    """Something to go to: `kind` says what it is, `detail` tells it from others of its kind.

    `terms` are searched; who types one of the `names` in full means just this.
    """

    address: Address
    kind: str
    title: str
    detail: str
    terms: str
    names: frozenset[str]


def find_pages(query: str, most: int = MOST) -> tuple[Found, ...]:
    """What has every word of the query in it, the nearest first; everything for an empty query."""
    wanted = _plain(query)
    ranked = [(_rank(entry, wanted), entry) for entry in _entries(_edition())]
    hits = sorted((pair for pair in ranked if pair[0] is not None), key=lambda pair: pair[0] or 0)
    return tuple(entry for _, entry in hits[:most])


def _rank(entry: Found, wanted: str) -> int | None:
    """How near an entry is to what is wanted, 0 the nearest; None where a word is missing."""
    words = wanted.split()
    if any(word not in entry.terms for word in words):
        return None
    title = _plain(entry.title)
    if title == wanted or wanted in entry.names:
        return 0
    if _is_lesson(entry) and all(word in re.findall(r"\w+", title) for word in words):
        return 0  # who types the name of a function wants to learn about it, if there is a lesson on it
    if title.startswith(wanted) or (_is_lesson(entry) and _ARTICLE.sub("", title).startswith(wanted)):
        return 1
    beginnings = tuple(title.split())
    if all(any(beginning.startswith(word) for beginning in beginnings) for word in words):
        return 2
    if all(word in title for word in words):
        return 3
    return 2 if all(word in entry.terms.split() for word in words) else 4


def _is_lesson(entry: Found) -> bool:
    return entry.address.kind == "lesson" and not entry.address.place


def _edition() -> tuple[int, ...]:
    """Which lessons there are now, and in which language; both can change at any time."""
    from explainer.lessons import all_lessons

    return (edition(), *map(id, all_lessons()))


@recent(1)
def _entries(edition: tuple[int, ...]) -> tuple[Found, ...]:
    """Everything that can be found; what was found in another language or among other lessons is let go of."""
    return (*_lessons(), *_rules(), *_functions())


def _lessons() -> Iterator[Found]:
    from explainer.lessons import all_lessons

    for lesson in all_lessons():
        goals = tuple(piece for goal in lesson.goals for piece in goal.pieces)  # as they are translated
        yield _found(lesson_address(lesson), "lesson", lesson.title, lesson.section, goals)
    for lesson in all_lessons():
        for problem in lesson.problems:
            address = lesson_address(lesson, problem.id)
            detail = phrase("{0} with respect to {1}", problem.text, problem.wrt)
            yield _found(address, "problem", problem.title, detail, (lesson.title,), (problem.id,))


def _rules() -> Iterator[Found]:
    from explainer.rules import all_rules

    yield _found(RULES, "reference", title_of(RULES), "")
    for rule in all_rules():
        detail = rule.family
        more = (rule.statement, rule.condition)
        yield _found(Address("rule", rule.id), "rule", rule.title, detail, more, (rule.id,))


def _functions() -> Iterator[Found]:
    from explainer.operations import all_operations

    yield _found(FUNCTIONS, "reference", title_of(FUNCTIONS), "")
    for operation in all_operations():
        title = capital(operation.title)
        names = (operation.name, *operation.aliases)
        yield _found(Address("function", operation.name), "function", title, operation.call, (), names)


def _found(
    address: Address, kind: str, title: str, detail: str, more: tuple[str, ...] = (), names: tuple[str, ...] = ()
) -> Found:
    """An entry in the language that is spoken; what is searched has the English words too, as they stand in books."""
    words = (title, detail, kind, *more)
    terms = _plain(" ".join((*map(translated, words), *words, *names)))
    return Found(address, translated(kind), translated(title), translated(detail), terms, frozenset(map(_plain, names)))


def _plain(text: str) -> str:
    """Lower case, with one space wherever there are spaces or hyphens."""
    return " ".join(text.casefold().replace("-", " ").split())
