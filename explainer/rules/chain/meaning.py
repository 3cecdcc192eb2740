"""What the names of a program stand for, and whether they are better kept."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from explainer.expr.kinds import any_of_kind
from explainer.expr.node import Node
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Blocks,
    ColumnForm,
    Entry,
    Equation,
    Vector,
    Where,
)
from explainer.rules.entries.indices import with_entries_taken
from explainer.threads import recent

MOST_PUT_IN = 500
"""A value with more parts than this is not read any more."""


MOST_GROWTH = 10
"""Putting names in may make a value of many parts so many times as long as it is with its definitions."""


def grows_too_long(node: Where) -> bool:
    """Whether the names are better kept: written out, the value would be long because names are used many times over.

    A long value whose parts are merely named, each once or twice, is put in whatever its length.
    """
    own = node.body.part_count + sum(definition.part_count for definition in node.definitions)
    written_out = replace_parts(node.body, meaning_of(node.definitions)).part_count
    return written_out > max(MOST_PUT_IN, MOST_GROWTH * own)


@recent(64)
def meaning_of(definitions: tuple[Equation, ...]) -> Mapping[Node, Node]:
    """What every name stands for, without other names."""
    meaning: dict[Node, Node] = {}
    for definition in definitions:
        right = replace_parts(definition.right, meaning)
        meaning[definition.left] = with_entries_taken(right) if by_entries(meaning) else right
    return MappingProxyType(meaning)


def by_entries(meaning: Mapping[Node, Node]) -> bool:
    """Whether a name stands for a vector whose entries are given, e_i = …; then an entry of it is put in."""
    return any_of_kind(meaning.values(), ColumnForm, Vector, Blocks)


def shown_definition(definition: Equation) -> Equation:
    """A definition for a sentence: e_i = … where the entries of a vector are defined."""
    match definition:
        case Equation(name, ColumnForm(index, body)):
            return Equation(Entry(name, (index,)), body)
    return definition
