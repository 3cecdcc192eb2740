"""[1 2; 3 4] and [x; y] as MATLAB and homework sheets write matrices: rows end with ;, entries with a blank."""

from __future__ import annotations

from explainer.language.text.field_signs import CLOSING, OPENING, closing_bracket
from explainer.language.text.scanner import Token

_ENDS = frozenset({"WORD", "NUMBER", "SUB", "SUPER", "PRIME", "RPAR", "RBRACK", "RBRACE"})
_BEGINS = frozenset({"WORD", "NUMBER", "LPAR", "ROOT", "LBRACK"})


def rows_in_brackets(tokens: list[Token]) -> list[Token]:
    """The same tokens with [[1, 2], [3, 4]] for [1 2; 3 4] and [x, y] for [x; y]; [x y] beside them is a row."""
    if not any(token.type == "SEMICOLON" for token in tokens):
        return tokens
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].type != "LBRACK":
            continue
        end = closing_bracket(tokens, k)
        rows = [_entries(row) for row in _split(tokens[k + 1 : end], "SEMICOLON")]
        rows = [row for row in rows if row]
        if not rows or end >= len(tokens) or (len(rows) == 1 and len(rows[0]) == 1):
            continue
        tokens = [*tokens[:k], *_list_of(rows, tokens[k], tokens[end]), *tokens[end + 1 :]]
    return tokens


def _list_of(rows: list[list[list[Token]]], opening: Token, closing: Token) -> list[Token]:
    column = all(len(row) == 1 for row in rows)
    lines = [row[0] if column else [_at(opening, "LBRACK", "["), *_joined(row, opening), _at(closing, "RBRACK", "]")]
             for row in rows]  # fmt: skip
    return [opening, *_joined(lines, opening), closing]


def _joined(parts: list[list[Token]], place: Token) -> list[Token]:
    found: list[Token] = []
    for part in parts:
        comma = [Token("COMMA", ",", part[0].start, part[0].start)] if found else []
        found += [*comma, *part]
    return found


def _at(place: Token, kind: str, sign: str) -> Token:
    return Token(kind, sign, place.start, place.end)


def _split(tokens: list[Token], kind: str) -> list[list[Token]]:
    """The parts between signs of a kind that stand in no inner brackets."""
    parts, depth = [list[Token]()], 0
    for token in tokens:
        depth += (token.type in OPENING) - (token.type in CLOSING)
        if depth == 0 and token.type == kind:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _entries(row: list[Token]) -> list[list[Token]]:
    """The entries of a row: between commas, or where it has none between blanks, as in [1 -2 x y^2]."""
    parts = _split(row, "COMMA")
    if len(parts) > 1 or not row:
        return [part for part in parts if part]
    entries, depth = [[row[0]]], 0
    depth += row[0].type in OPENING
    for before, token, behind in zip(row, row[1:], [*row[2:], None], strict=False):
        operand = token.type in _BEGINS
        signed = token.type in {"MINUS", "PLUS"} and behind is not None and not behind.spaced
        if depth == 0 and token.spaced and before.type in _ENDS and (operand or signed):
            entries.append([])
        depth += (token.type in OPENING) - (token.type in CLOSING)
        entries[-1].append(token)
    return entries
