"""Running text with formulas in it: `the square {x^2} grows` holds one formula, written in the input language.

Braces may nest, as in `{x_{ij}}`; a brace that is meant as a brace is written `\\{` or `\\}`. An empty line begins a
new paragraph. Nothing is parsed until somebody asks for the formula itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from explainer.phrases import edition, translated
from explainer.threads import once

if TYPE_CHECKING:
    from explainer.expr.node import Node


@dataclass(frozen=True)
class Formula:
    """A formula inside a text: what was typed, and the shapes of its names; `node` is the expression."""

    text: str
    shapes: Mapping[str, str] = field(default_factory=dict)

    @once
    def node(self) -> Node:
        """The expression, or the equation. Raises ParseError or ShapeError, with the place in the formula."""
        from explainer.language import parse_statement

        return parse_statement(self.text, self.shapes)


Words: TypeAlias = tuple[str | Formula, ...]
"""One paragraph: texts and formulas in their order."""


@dataclass(frozen=True)
class RichText:
    """A text of one or more paragraphs. `source` is what the lesson file says."""

    source: str
    shapes: Mapping[str, str] = field(default_factory=dict)
    _spoken: dict[int, tuple[Words, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        """The paragraphs, in the language that is spoken where they are translated.

        Raises ValueError where a brace is not closed, or closed without having been opened.
        """
        known = self._spoken.get(edition())
        if known is None:
            self._spoken.clear()
            known = tuple(tuple(_words(translated(piece), self.shapes)) for piece in self.pieces)
            self._spoken[edition()] = known
        return known

    @property
    def pieces(self) -> tuple[str, ...]:
        """What the file says, paragraph by paragraph: each is translated as a whole."""
        pieces = (" ".join(piece.split()) for piece in self.source.replace("\r", "").split("\n\n"))
        return tuple(piece for piece in pieces if piece)

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """All formulas in their order."""
        return tuple(part for words in self.paragraphs for part in words if isinstance(part, Formula))

    def written(self, write: Callable[[Node], str]) -> list[str]:
        """The paragraphs with each formula as `write` gives it."""
        return [
            "".join(part if isinstance(part, str) else write(part.node) for part in words) for words in self.paragraphs
        ]


def _words(paragraph: str, shapes: Mapping[str, str]) -> Iterator[str | Formula]:
    """The texts and formulas of a paragraph. Raises ValueError for braces that do not pair."""
    plain, formula, depth = "", "", 0
    characters = iter(paragraph)
    for character in characters:
        if character == "\\" and not depth:
            following = next(characters, "")
            plain += following if following in ("{", "}") else character + following
        elif character == "{":
            formula += "{" if depth else ""
            depth += 1
        elif character == "}":
            if not depth:
                raise ValueError(f"a }} is closed that was not opened, after “…{plain[-30:]}”")
            depth -= 1
            formula += "}" if depth else ""
            if not depth:
                if not formula.strip():
                    raise ValueError(f"there is no formula between the braces after “…{plain[-30:]}”")
                if plain:
                    yield plain
                yield Formula(formula.strip(), shapes)
                plain, formula = "", ""
        elif depth:
            formula += character
        else:
            plain += character
    if depth:
        raise ValueError(f"the brace before “{formula[:30]}…” is not closed")
    if plain:
        yield plain
