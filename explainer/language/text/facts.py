"""Facts given in the text, after the expression: `… where sum(y) = 1`, `… where one-hot y`.

They are taken out of the token stream, as declared shapes are; what else stands after `where` stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from explainer.errors import ParseError, ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Comparison, SumReduction, Variable
from explainer.expr.shape import Shape
from explainer.language.text.declarations import first_where, items, rejoin
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import canonical_name
from explainer.phrases import phrase

_NAME = r"(?P<name>[^\W\d]\w*)"
_HOT = r"one[\s-]?hot"
_FACTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:sum|∑|Σ)\s*\(\s*{_NAME}\s*\)\s*==?\s*1",
        rf"{_HOT}\s+{_NAME}",
        rf"{_NAME}\s+(?:is\s+)?(?:an?\s+)?{_HOT}(?:\s+vector)?",
    )
)
"""How people say that the entries of a vector add up to 1."""


def take_facts(tokens: list[Token], text: str) -> tuple[list[Token], list[tuple[str, Token]]]:
    """Separate the facts from the rest of the tokens: the names of the vectors whose entries add up to 1."""
    start = first_where(tokens)
    if start is None:
        return tokens, []
    found: list[tuple[str, Token]] = []
    kept: list[list[Token]] = []
    for item in items(tokens[start + 1 :]):
        written = text[item[0].start : item[-1].end].strip()
        match = next((match for fact in _FACTS if (match := fact.fullmatch(written)) is not None), None)
        if match is None:
            kept.append(item)
        else:
            found.append((canonical_name(match["name"]), item[0]))
    return (rejoin(tokens, start, len(tokens), kept, True) if found else tokens), found


def facts_of(names: Iterable[tuple[str, Token]], shapes: Mapping[str, Shape], text: str) -> tuple[Node, ...]:
    """The facts as conditions, sum(y) = 1.

    Raises ParseError for a name that does not occur in the expression, ShapeError for one that is no vector.
    """
    facts: dict[Node, None] = {}
    for name, token in names:
        shape = shapes.get(name)
        if shape is None:
            raise ParseError(
                phrase("{0} does not occur in the expression", name),
                text=text,
                position=token.start,
                end=token.end,
                hint="Say sum(y) = 1 of a vector that the expression uses.",
            )
        if not shape.is_vector:
            raise ShapeError(
                phrase("{0} is no vector, so it has no entries that add up to 1", name),
                shapes=(str(shape),),
                text=text,
                position=token.start,
                end=token.end,
                hint=phrase("Give its shape too: … where sum({0}) = 1, {0}: n.", name),
            )
        facts[Comparison("=", SumReduction(Variable(name, shape)), ONE)] = None
    return tuple(facts)
