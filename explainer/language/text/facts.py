"""Facts given in the text, after the expression: `… where sum(y) = 1`, `… where one-hot rows Y`.

They are taken out of the token stream, as declared shapes are; what else stands after `where` stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from explainer.errors import ParseError, ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Comparison, MatrixProduct, Ones, SumReduction, Transpose, Variable
from explainer.expr.shape import Shape
from explainer.language.late_patterns import LatePattern
from explainer.language.text.declarations import first_where, items, rejoin
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import canonical_name
from explainer.phrases import phrase

_NAME = r"(?P<name>[^\W\d]\w*)"
_HOT = r"one[\s-]?hot"
_AXIS = r"\s*,\s*(?:axis|dim)\s*=\s*(?P<axis>-?\d)(?:\s*,\s*keep_?dims?\s*=\s*True)?\s*"
_ALONG = r"(?P<along>rows?|columns?)"
_FACTS = tuple(
    LatePattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:np\s*\.\s*|torch\s*\.\s*|jnp\s*\.\s*)?(?:sum|∑|Σ)\s*\(\s*{_NAME}\s*(?:{_AXIS})?\)\s*==?\s*1",
        rf"{_NAME}\s*\.\s*sum\s*\(\s*(?:{_AXIS.replace(',', '', 1)})?\)\s*==?\s*1",
        rf"{_HOT}\s+{_ALONG}\s+(?:of\s+|in\s+)?{_NAME}",
        rf"{_HOT}\s+{_NAME}",
        rf"(?:the\s+)?{_ALONG}\s+of\s+{_NAME}\s+(?:(?:each\s+)?(?:sum|add\s+up)\s+to\s+1|(?:are\s+)?{_HOT})",
        rf"{_NAME}\s+has\s+{_HOT}\s+{_ALONG}",
        rf"{_NAME}\s+(?:is\s+)?(?:an?\s+)?{_HOT}(?:\s+(?:vector|matrix))?",
    )
)
"""How people say that the entries of a vector add up to 1, or those of each row or column of a matrix."""


class Said(NamedTuple):
    """A fact as it was said: of which name, along which axis where one was given, and where in the text."""

    name: str
    axis: int | None
    whole: bool
    """Whether the sum of all entries was meant, which of a matrix is another thing than that of each row."""
    token: Token


def take_facts(tokens: list[Token], text: str) -> tuple[list[Token], list[Said]]:
    """Separate the facts from the rest of the tokens: of which vectors and matrices the entries add up to 1."""
    start = first_where(tokens)
    if start is None:
        return tokens, []
    found: list[Said] = []
    kept: list[list[Token]] = []
    for item in items(tokens[start + 1 :]):
        written = text[item[0].start : item[-1].end].strip()
        match = next((match for fact in _FACTS if (match := fact.fullmatch(written)) is not None), None)
        if match is None:
            kept.append(item)
        else:
            found.append(_said(match, item[0]))
    return (rejoin(tokens, start, len(tokens), kept, True) if found else tokens), found


def _said(match: re.Match[str], token: Token) -> Said:
    groups = match.groupdict()
    axis = groups.get("axis") or {"r": "1", "c": "0"}.get((groups.get("along") or " ")[0].lower())
    whole = axis is None and "sum" in match[0].lower()
    return Said(canonical_name(groups["name"]), None if axis is None else int(axis), whole, token)


def facts_of(
    said: Iterable[Said], shapes: Mapping[str, Shape], text: str, wrt: Node | None
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """The facts as conditions, sum(y) = 1 or Y 1⃗ = 1⃗, and notes on those that are left out.

    What holds of the variable of differentiation is left out: its entries move one by one, and the sum with them.

    Raises ParseError for a name that does not occur in the expression, ShapeError for one that is a scalar.
    """
    facts: dict[Node, None] = {}
    notes: dict[str, None] = {}
    moving = {part.name for part in wrt.free if isinstance(part, Variable)} if wrt is not None else set()
    for fact in said:
        shape = shapes.get(fact.name)
        if shape is None:
            raise ParseError(
                phrase("{0} does not occur in the expression", fact.name),
                text=text,
                position=fact.token.start,
                end=fact.token.end,
                hint="Say sum(y) = 1 of a vector that the expression uses.",
            )
        if not shape.is_vector and (not shape.is_matrix or shape.is_row):
            raise _no_entries(fact, shape, text)
        if fact.name in moving:
            notes[
                phrase(
                    "What is said of {0} is not used: in a derivative with respect to {0} its entries move one by one.",
                    fact.name,
                )
            ] = None
        else:
            facts[_condition(fact, Variable(fact.name, shape))] = None
    return tuple(facts), tuple(notes)


def _condition(fact: Said, variable: Variable) -> Node:
    """The equation: of a vector, of all entries of a matrix, or of its rows or columns."""
    shape = variable.shape
    if shape.is_vector or fact.whole:
        return Comparison("=", SumReduction(variable), ONE)
    if fact.axis in {0, -2}:
        return Comparison("=", MatrixProduct((Transpose(variable), Ones(shape.rows))), Ones(shape.columns))
    return Comparison("=", MatrixProduct((variable, Ones(shape.columns))), Ones(shape.rows))


def _no_entries(fact: Said, shape: Shape, text: str) -> ShapeError:
    return ShapeError(
        phrase("{0} is no vector, so it has no entries that add up to 1", fact.name),
        shapes=(str(shape),),
        text=text,
        position=fact.token.start,
        end=fact.token.end,
        hint=phrase("Give its shape too: … where sum({0}) = 1, {0}: n.", fact.name),
    )
