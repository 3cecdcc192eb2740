"""Σ (yi - a - b xi)², typed as it is said: below a sum yi is y_i, and xi beside it is no Greek letter."""

from __future__ import annotations

import re
from itertools import pairwise

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_JOINED = re.compile(r"([A-Za-z])(ij|i|j)")
_CONSTANT = frozenset({"xi", "pi"})
"""What is a Greek letter first of all."""


def joined_indices(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with the index of yi and aij below, where something is added up that has no other meaning."""
    if vocabulary.dialect == "numpy" or not _adds_up(tokens):
        return tokens
    found = {word for token in tokens if (word := str(token.value)) and _is_joined(token, vocabulary)}
    found -= _counting(tokens)
    letters = {str(token.value) for token in tokens if token.type == "WORD"} - found
    if found <= _CONSTANT and not any(token.value in {"Σ", "∑"} for token in tokens):  # who writes Σ writes ξ and π
        found = {word for word in found if word == "xi" and (_is_marked(word[0], tokens) or _is_counted(tokens))}
    found = {word for word in found if word[0] not in letters or _is_marked(word[0], tokens)}
    if not found:
        return tokens
    result: list[Token] = []
    for token in tokens:
        word, middle = str(token.value), token.start + 1
        before = result[-2:] if len(result) > 1 else []
        marked = [part.type for part in before] == ["WORD", "SUB"] and f"{before[0].value}{word}" in found
        if token.type == "WORD" and word in {"i", "j"} and marked and not token.spaced:
            result.append(Token("SUB", word, token.start, token.end))  # the i of ŷi
        elif token.type == "WORD" and word in found:
            vocabulary.note(phrase("“{0}” is read as {1}.", word, f"{word[0]}_{word[1:]}"))
            result.append(Token("WORD", word[0], token.start, middle, token.spaced, token.bold))
            result.append(Token("SUB", word[1:], middle, token.end))
        else:
            result.append(token)
    return result


def _adds_up(tokens: list[Token]) -> bool:
    return any(token.type == "BIGSUM" or token.value in {"Σ", "sum"} for token in tokens)


def _is_joined(token: Token, vocabulary: Vocabulary) -> bool:
    word = str(token.value)
    if token.type != "WORD" or _JOINED.fullmatch(word) is None or word in vocabulary.defined:
        return False
    return word in _CONSTANT or (vocabulary.function(word) is None and not vocabulary.knows(word))


def _counting(tokens: list[Token]) -> set[str]:
    """The words that count, as ii in sum(ii=1..n, a_{ii})."""
    ranges = (tokens[k : k + 4] for k in range(len(tokens)))
    kinds = ({"RELATION", "WORD"}, {"NUMBER"}, {"DOTS", "COLON"})
    return {
        str(word.value) for word, *after in ranges
        if len(after) == 3 and all(token.type in kind for token, kind in zip(after, kinds, strict=True))
    }  # fmt: skip


def _is_marked(letter: str, tokens: list[Token]) -> bool:
    """Whether the letter stands with a bar or hat too: x̄, ŷ, xbar."""
    marks = ("bar", "hat")
    pairs = pairwise(tokens)
    return any(token.value in {f"{letter}{mark}" for mark in marks} for token in tokens) or any(
        word.value == letter and below.type == "SUB" and below.value in marks for word, below in pairs
    )


def _is_counted(tokens: list[Token]) -> bool:
    """Whether i has limits, as below Σ_{i=1}^n and in sum(i=1..n, …)."""
    below = any(token.type == "SUB" and re.match(r"\s*i\s*(?:=|$)", str(token.value)) for token in tokens)
    pairs = pairwise(tokens)
    return below or any(word.value == "i" and sign.type == "RELATION" for word, sign in pairs)
