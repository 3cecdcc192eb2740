"""Derivatives in the token stream: d(…)/d(…), d(…)/dx, ∂u/∂x, dy/dx and d/dx (…), told from products with a d."""

from __future__ import annotations

from typing import Literal

from explainer.language.text.brackets import match_brackets
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary, split_digits


def mark_derivatives(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Mark d(…)/d(…), d(…)/dx, ∂u/∂x, dy/dx and d/dx (…): D body OVER variable, DIFF variable (body)."""
    if not any(t.type == "PARTIAL" or (t.type == "WORD" and t.value[0] in "dp") for t in tokens):
        return tokens
    partner = match_brackets(tokens, text)
    result = list(tokens)
    insertions: dict[int, Token] = {}
    joined: dict[int, Token] = {}
    for k in range(len(tokens) - 2):
        if result[k].type == "WORD" and tokens[k + 1].value == "/" and _is_joined(tokens[k], vocabulary):
            variable = _over(tokens, k + 2, "total")
            if variable:
                first = tokens[k]
                joined[k] = Token("D", "total", first.start, first.start + 1, first.spaced)
                result[k] = Token("WORD", first.value[1:], first.start + 1, first.end)
                result[k + 1] = Token("OVER", "/", tokens[k + 1].start, variable.start)
                result[k + 2] = variable
            continue
        kind = _differential(tokens[k])
        if kind is None or result[k].type == "OVER":
            continue
        end = partner.get(k + 1) if tokens[k + 1].type == "LPAR" else None
        names = length_of_name(tokens, k + 1)
        if end is not None:
            over = end + 1
        elif tokens[k + 1].type == "MULTIPLY":
            over = k + 1
        elif kind == "partial" and names:
            over = k + 1 + names
        else:
            continue
        if over + 1 < len(tokens) and tokens[over].value == "/" and _over(tokens, over + 1, kind) is not None:
            variable = _over(tokens, over + 1, kind)
            first = tokens[k]
            result[k] = Token("DIFF" if over == k + 1 else "D", kind, first.start, first.end, first.spaced)
            result[over] = Token("skip" if over == k + 1 else "OVER", "/", tokens[over].start, tokens[over + 1].end)
            result[over + 1] = Token("skip", "", 0, 0)
            if variable:
                insertions[over + 1] = variable
    kept: list[Token] = []
    for k, token in enumerate(result):
        kept.extend([joined[k]] if k in joined else [])
        if token.type != "skip" or k in insertions:
            kept.append(insertions.get(k, token))
    return kept


def _is_joined(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether this is the dy of dy/dx: a d and a name of one letter."""
    word: str = token.value
    return word[0] == "d" and len(split_digits(word)[0]) == 2 and word not in vocabulary.defined


def _differential(token: Token) -> str | None:
    """The kind of derivative that this token may begin."""
    if token.type == "PARTIAL" or token.value == "partial":
        return "partial"
    return "total" if token.type == "WORD" and token.value == "d" else None


def length_of_name(tokens: list[Token], k: int) -> int:
    """How many tokens the name at a position has, with its subscripts."""
    if k >= len(tokens) or tokens[k].type != "WORD":
        return 0
    length = 1
    while k + length < len(tokens) and tokens[k + length].type == "SUB":
        length += 1
    return length


def _over(tokens: list[Token], k: int, kind: str) -> Token | Literal[False] | None:
    """What the d or ∂ below the line leaves: the variable joined to a d (`dx`), False for nothing, else None."""
    token = tokens[k]
    if _differential(token) == kind:
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if following is None or following.type not in {"LPAR", "WORD"}:
            return None
        joined = following.type == "WORD" and (kind == "partial" or not following.spaced)
        return False if following.type == "LPAR" or joined else None
    if kind == "total" and token.type == "WORD" and token.value[0] == "d" and len(token.value) > 1:
        return Token("WORD", token.value[1:], token.start + 1, token.end)
    return None
