"""Spellings of AsciiMath and of formulas typed in Word: frac(x)(y), root(3)(x), √(3&x), hat y, bar x.

Commands of LaTeX that somebody types without a backslash are read so too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from explainer.language.text.field_signs import closing_bracket
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary

_Made: TypeAlias = Callable[[Token, list[Token], list[Token]], list[Token]]
_OPENS = frozenset({"LPAR", "LBRACE"})
_MARKS = frozenset({"hat", "bar", "tilde", "ddot"})
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac"})


def spelled_in_ascii(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with fractions, roots and marks as the language writes them, the inner ones first."""
    for k in range(len(tokens) - 1, -1, -1):
        token = tokens[k]
        word = str(token.value)
        if token.type == "ROOT" and word == "√":
            tokens = _with_degree(tokens, k)
        elif token.type != "WORD" or word in vocabulary.defined:
            continue
        elif word in _FRACTIONS:
            tokens = _two_groups(tokens, k, _as_fraction)
        elif word == "root":
            tokens = _two_groups(tokens, k, _as_root)
        elif word in _MARKS and k + 1 < len(tokens) and _is_marked(tokens[k + 1]):
            letter = tokens[k + 1]
            mark = Token("SUB", word, letter.end, letter.end)
            name = Token("WORD", letter.value, token.start, letter.end, token.spaced, letter.bold)
            tokens = [*tokens[:k], name, mark, *tokens[k + 2 :]]
    return tokens


def _is_marked(token: Token) -> bool:
    return token.type == "WORD" and token.spaced and len(str(token.value)) == 1


def _two_groups(tokens: list[Token], k: int, made: _Made) -> list[Token]:
    """What stands behind a word in two brackets or braces, put together."""
    opening = k + 1
    middle = closing_bracket(tokens, opening) + 1 if _opens(tokens, opening) else len(tokens)
    if not _opens(tokens, middle):
        return tokens
    end = closing_bracket(tokens, middle)
    if end >= len(tokens):
        return tokens
    first, second = tokens[opening + 1 : middle - 1], tokens[middle + 1 : end]
    return [*tokens[:k], *made(tokens[k], first, second), *tokens[end + 1 :]]


def _opens(tokens: list[Token], k: int) -> bool:
    return k < len(tokens) and tokens[k].type in _OPENS


def _as_fraction(place: Token, above: list[Token], below: list[Token]) -> list[Token]:
    at = (place.start, place.end)
    inside = [*_bracketed(above, place), Token("MULTIPLY", "/", *at), *_bracketed(below, place)]
    return _bracketed(inside, place)


def _as_root(place: Token, degree: list[Token], inside: list[Token]) -> list[Token]:
    at = (place.start, place.end)
    one = (Token("NUMBER", "1", *at), Token("MULTIPLY", "/", *at))
    return [
        *_bracketed(inside, place),
        Token("CARET", "^", *at),
        *_bracketed([*one, *_bracketed(degree, place)], place),
    ]


def _with_degree(tokens: list[Token], k: int) -> list[Token]:
    """√(3&x), as Word writes a root on one line, as (x)^(1/3)."""
    kinds = [token.type for token in tokens[k + 1 : k + 4]]
    if kinds not in (["LPAR", "NUMBER", "AND"], ["LPAR", "WORD", "AND"]) or tokens[k + 3].value != "&":
        return tokens
    end = closing_bracket(tokens, k + 1)
    return [*tokens[:k], *_as_root(tokens[k], tokens[k + 2 : k + 3], tokens[k + 4 : end]), *tokens[end + 1 :]]


def _bracketed(tokens: list[Token], place: Token) -> list[Token]:
    start, end = place.start, place.end
    return [Token("LPAR", "(", start, end, place.spaced), *tokens, Token("RPAR", ")", start, end)]
