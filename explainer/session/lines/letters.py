"""What the letters of a rule stand for in a line: the same colour for f in the rule, in its meaning and on the board.

Only the first letters get one: more colours than that are told apart by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from explainer.expr.node import Node, at
from explainer.expr.nodes import FunctionCall, Number, Variable

if TYPE_CHECKING:
    from explainer.engine import Step
    from explainer.notation.tree import Path

Tints: TypeAlias = "tuple[tuple[Path, int], ...]"
"""Parts of an expression, each with the number of its colour."""

MOST: Final = 2
"""So many letters have a colour."""
_MOST_PARTS: Final = 400
"""In a longer part nothing is looked for: nobody finds a letter in it by its colour."""


class Letter(NamedTuple):
    """A letter of the rule as it is written beside the step, and what it stands for."""

    name: str
    meant: Node


_letters: WeakKeyDictionary[Step, tuple[Letter, ...]] = WeakKeyDictionary()
_tints: WeakKeyDictionary[Step, Tints] = WeakKeyDictionary()
# Kept as long as the step and no longer: a step holds all that its derivation is checked with.


def letters_in_colour(step: Step) -> tuple[Letter, ...]:
    """The letters of a step's rule that stand for a part of the line, in the order in which the rule names them."""
    known = _letters.get(step)
    if known is None:
        known = _letters[step] = _found_letters(step)
    return known


def _found_letters(step: Step) -> tuple[Letter, ...]:
    from explainer.engine.lettering import letters_of, stated

    rule = step.rule.rule
    if rule is None or rule.is_wrong:
        return ()
    letters = letters_of(step)
    renamed = dict(letters)
    bound = {renamed.get(name, name): node for name, node in step.bindings.items()}
    form = step.statement.replace("\n", ";").split(";")[0].strip()
    statement = stated(form, tuple(rule.shapes.items()), letters=letters)
    if isinstance(statement, str):
        return ()
    found: list[Letter] = []
    for _, part in _walk(statement):
        name = part.name if isinstance(part, Variable | FunctionCall) else ""
        meant = bound.get(name)
        if meant is None or any(name == other.name for other in found):
            continue
        if not isinstance(meant, Number | Variable):  # what is one letter is found without a colour
            found.append(Letter(name, meant))
    return tuple(found[:MOST])


def tints_in_statement(statement: Node | str, letters: tuple[Letter, ...]) -> Tints:
    """Where in a form of the rule its letters stand."""
    numbers = {letter.name: number for number, letter in enumerate(letters)}
    if isinstance(statement, str):
        return ()
    return tuple(
        (path, numbers[part.name]) for path, part in _walk(statement)
        if isinstance(part, Variable | FunctionCall) and part.name in numbers
    )  # fmt: skip


def tints_in_line(step: Step) -> Tints:
    """Where in the line before a step that stands which the letters of its rule mean, inside what the step replaces."""
    known = _tints.get(step)
    if known is None:
        known = _tints[step] = _found_tints(step)
    return known


def _found_tints(step: Step) -> Tints:
    letters = letters_in_colour(step)
    found: list[tuple[Path, int]] = []
    for place in step.touched_before if letters else ():
        part = at(step.before, place)
        if part.part_count > _MOST_PARTS:
            continue
        for path, inner in _walk(part):
            if not path or any(path[: len(outer)] == outer for outer, _ in found):
                continue
            number = next((k for k, letter in enumerate(letters) if inner == letter.meant), None)
            if number is not None:
                found.append((path, number))
        if found:
            return tuple(((*place, *path), number) for path, number in found)
    return ()


def _walk(node: Node) -> Iterator[tuple[Path, Node]]:
    """All parts with their paths, from left to right, what is outside before what is in it."""
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        yield path, part
        stack.extend(((*path, k), child) for k, child in reversed(tuple(enumerate(part.children))))
