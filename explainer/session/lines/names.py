"""Names and expressions in notes and messages, as they look in the formulas beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from explainer.phrases import Part, mapped, pieces_of, translated

if TYPE_CHECKING:
    from explainer.expr.shape import Shape
    from explainer.notation.tree import Notation
    from explainer.rules import Rule
    from explainer.session.lines.card import Sentence

_NO_SHAPES: Mapping[str, Shape] = MappingProxyType({})
_NAME = re.compile(r"[^\W\d_]['′]*\d*(?:_\w+)*")
"""A letter, with what stands below it and above it. A longer word is a name only where it is known to be one."""
_BETWEEN = re.compile(r"(, | and )")
_BEFORE, _BEHIND = tuple(" (\n"), tuple(" ),.;:?!\n")
"""What stands beside a name in a sentence; beside a name in something to be typed, as in X', stands more."""


def with_formulas(text: str, shapes: Mapping[str, Shape] = _NO_SHAPES) -> Sentence:
    """A text in the language that is spoken, with the names and expressions in it as formulas.

    `shapes` are those of the names that are known: vectors are bold. What is quoted, and what is glued to signs that
    are to be typed, stays as it is typed, everywhere in the text.
    """
    pieces = pieces_of(text)
    ends = ("", *pieces, "")
    typed = {
        piece for before, piece, behind in zip(ends, pieces, ends[2:], strict=False) if not _is_in_words(before, behind)
    }
    return tuple(shown for piece in pieces for shown in ((piece,) if piece in typed else _shown(piece, shapes)))


def _is_in_words(before: str, behind: str) -> bool:
    return (not before or before.endswith(_BEFORE)) and (not behind or behind.startswith(_BEHIND))


def _shown(piece: str, shapes: Mapping[str, Shape]) -> Iterator[str | Notation]:
    from explainer.expr.node import Node
    from explainer.session.lines.card import notation_of

    if not isinstance(piece, Part):
        yield piece
    elif isinstance(piece.value, Node):
        yield notation_of(piece.value)
    else:
        members = _BETWEEN.split(piece)
        are_names = all(name in shapes or _NAME.fullmatch(name) for name in members[::2])
        yield from map(_name_in(shapes), members) if are_names else (piece,)


def _name_in(shapes: Mapping[str, Shape]) -> Callable[[str], str | Notation]:
    from explainer.expr.nodes import Variable
    from explainer.expr.shape import SCALAR
    from explainer.session.lines.card import notation_of

    return lambda name: name if _BETWEEN.fullmatch(name) else notation_of(Variable(name, shapes.get(name, SCALAR)))


def condition_in_words(rule: Rule) -> Sentence:
    """The condition of a rule in the language that is spoken, with the letters of its statement as formulas."""
    from explainer.engine.lettering import condition_words
    from explainer.session.lines.card import notation_of

    return mapped(condition_words(rule, translated), notation_of)
