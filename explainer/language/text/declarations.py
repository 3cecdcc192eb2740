"""Shapes given in the text, after the expression: `… where w: n, x: n, X: N x n`, also `x ∈ R^n`.

They are taken out of the token stream; what else stands after `where` (definitions, `u_1 = x^2`) stays in it.
"""

from __future__ import annotations

from explainer.errors import ParseError, ShapeError
from explainer.expr.shape import Shape
from explainer.language.text.characters import SUPERSCRIPTS, fold
from explainer.language.text.properties import read_declaration
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import canonical_name
from explainer.phrases import phrase

_OPENING = frozenset({"LPAR", "DOTPAR", "LBRACE", "LBRACK"})
_CLOSING = frozenset({"RPAR", "RBRACE", "RBRACK"})


def take_declarations(
    tokens: list[Token], text: str, properties: dict[str, str]
) -> tuple[list[Token], dict[str, Shape]]:
    """Separate the declared shapes from the rest of the tokens; `properties` gains what is declared besides.

    Raises ShapeError when a shape can't be read, ParseError when a name is declared twice with different shapes.
    """
    shapes: dict[str, Shape] = {}
    start = first_where(tokens)
    if start is None:
        return tokens, shapes
    end = next((k for k in range(start, len(tokens)) if tokens[k].value == "knowing"), len(tokens))
    kept: list[list[Token]] = []
    pending: list[Token] = []
    for item in items(tokens[start + 1 : end]):
        split = _declaration_sign(item)
        if split is None and len(item) <= 2 and item and all(t.type in {"WORD", "SUB"} for t in item):
            pending.extend(item if not pending else [Token("COMMA", ",", 0, 0), *item])
            continue
        if split is None:
            kept.append(item)
            continue
        shape, property = _shape(item[split:], text)
        names = [*([pending] if pending else []), item[:split]]
        for name in (name for part in names for name in _names(part, text)):
            if property:
                properties[name] = property
            if shapes.setdefault(name, shape) != shape:
                raise ParseError(
                    phrase("{0} is declared twice: {1} and {2}", name, shapes[name], shape),
                    text=text,
                    position=item[0].start,
                    end=item[split - 1].end,
                )
        pending = []
    if pending:
        kept.append(pending)
    return rejoin(tokens, start, end, kept, bool(shapes)), shapes


def rejoin(tokens: list[Token], start: int, end: int, kept: list[list[Token]], declared: bool) -> list[Token]:
    """The tokens without declarations; without `where` too when nothing else stands after it."""
    body = tokens[:start]
    if declared and not kept:
        if body and body[-1].type == "COMMA":
            body = body[:-1]
        return [*body, *tokens[end:]]
    rest = [token for item in kept for token in (Token("COMMA", ",", item[0].start, item[0].start), *item)]
    return [*body, tokens[start], *rest[1:], *tokens[end:]]


def first_where(tokens: list[Token]) -> int | None:
    depth = 0
    for k, token in enumerate(tokens):
        depth += (token.type in _OPENING) - (token.type in _CLOSING)
        if depth == 0 and token.type == "WORD" and token.value == "where":
            return k
    return None


def items(tokens: list[Token]) -> list[list[Token]]:
    """The pieces between commas and further `where`s outside brackets."""
    items: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.type in _OPENING) - (token.type in _CLOSING)
        if depth == 0 and (token.type == "COMMA" or token.value == "where"):
            items.append([])
        else:
            items[-1].append(token)
    return [item for item in items if item]


def _declaration_sign(item: list[Token]) -> int | None:
    """Where the colon of a declaration stands: right after the name."""
    for k, token in enumerate(item):
        if token.type in {"COLON", "ELEMENT_OF"} or token.value == "in":
            return k
        if token.type not in {"WORD", "SUB"}:
            return None
    return None


def _names(item: list[Token], text: str) -> list[str]:
    names, current = [], ""
    for token in [*item, Token("COMMA", ",", 0, 0)]:
        if token.type == "COMMA":
            if current:
                names.append(canonical_name(current))
            current = ""
        else:
            current += text[token.start : token.end] if token.type == "WORD" else f"_{token.value}"
    if not names:
        raise ParseError("a name is missing before “:”", text=text, position=item[0].start if item else 0)
    return names


def _shape(item: list[Token], text: str) -> tuple[Shape, str]:
    """The shape after the sign of a declaration, and the property in front of it."""
    sign = item[0]
    if len(item) == 1:
        raise ShapeError(
            "a shape is missing after “:”",
            text=text,
            position=sign.start,
            end=sign.end,
            hint="A shape is scalar, a size such as n or 3 for a vector, or rows x columns such as N x n.",
        )
    written = text[item[1].start : item[-1].end]
    if sign.type != "COLON":
        written = _space(written)
    try:
        property, shape = read_declaration(written)
        return shape, property
    except ShapeError as error:
        raise error.at(text, item[1].start, item[-1].end) from None


def _space(written: str) -> str:
    """The shape for a space such as R^n, R^{m×n} or R."""
    compact = fold(written).strip()
    if compact[1:] and all(character in SUPERSCRIPTS for character in compact[1:]):
        compact = "R^" + "".join(SUPERSCRIPTS[character] for character in compact[1:])
    if compact == "R":
        return "scalar"
    return compact[2:].strip("{}() ") if compact.startswith("R^") else compact


def defined_names(tokens: list[Token]) -> set[str]:
    """The names that `where` defines: those left of “=” after `where` or a comma."""
    names: set[str] = set()
    indices = _bound_letters(tokens)
    inside = False
    for k, token in enumerate(tokens):
        inside = (inside or token.value == "where") and token.value != "knowing"
        if not inside or token.type != "RELATION" or token.value != "=":
            continue
        start = k
        while start > 0 and tokens[start - 1].type == "SUB":
            start -= 1
        if start > 1 and tokens[start - 1].type == "WORD" and tokens[start - 2].value in {"where", ","}:
            subscripts = tokens[start:k]
            if subscripts and subscripts[-1].value in indices:
                subscripts = subscripts[:-1]  # e_i = … defines all entries of e at once
            pieces = [tokens[start - 1].value, *(f"_{t.value}" for t in subscripts)]
            names.add(canonical_name("".join(pieces)))
    return names


def _bound_letters(tokens: list[Token]) -> set[str]:
    """The indices that sums and grids of the text bind: the i of i=1..N and of Σ_{i=1}."""
    ranges = {
        tokens[k].value
        for k in range(len(tokens) - 3)
        if tokens[k].type == "WORD" and tokens[k + 1].value in {"=", "in"} and tokens[k + 3].type in {"DOTS", "COLON"}
    }
    limits = {
        str(token.value).partition("=")[0].strip() for token in tokens if token.type == "SUB" and "=" in token.value
    }
    return ranges | limits
