"""Σ (y - ŷ)², typed without an index: whether the letter is the sign of a sum or the name of a matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary

_OF_ENTRIES = frozenset({"log", "ln", "exp", "abs", "max"})
"""What is done to the terms of a sum, and hardly ever to a vector that a covariance stands in front of."""
_MOST = 12
"""Of so many at most each is looked at: a row of hundreds is no formula, and every look goes through the rest of it."""
_JOINS = frozenset({"PLUS", "MINUS", "LPAR", "LBRACK", "RELATION", "COMMA", "MULTIPLY"})


def sums_of_sigma(tokens: list[Token], vocabulary: Vocabulary, end_of_term: Callable[[int], int]) -> list[Token]:
    """The same tokens with sum(…) for each Σ, where every one begins a term whose entries are added up."""
    places = [k for k, token in enumerate(tokens) if token.type == "WORD" and token.value == "Σ"]
    if not places or len(places) > _MOST or {"Σ", "Sigma", "sum"} & vocabulary.defined:
        return tokens
    ends = [end_of_term(place + 1) for place in places]
    for k, (place, following) in enumerate(pairwise(places)):
        if place < following <= ends[k] and tokens[following - 1].value == "/":
            ends[k] = following - 1  # Σ (y − ŷ)² / Σ (y − ȳ)² is a fraction of two sums
    if not all(_adds_up(tokens, place, end) for place, end in zip(places, ends, strict=True)):
        return tokens
    result = list(tokens)
    for place, end in sorted(zip(places, ends, strict=True), reverse=True):
        sign, last = tokens[place], tokens[end - 1].end
        result.insert(end, Token("RPAR", ")", last, last))
        head = Token("WORD", "sum", sign.start, sign.end, sign.spaced)
        result[place : place + 1] = [head, Token("LPAR", "(", sign.start, sign.end)]
    return result


def _adds_up(tokens: Sequence[Token], place: int, end: int) -> bool:
    before = tokens[place - 1] if place else None
    divided = place > 1 and tokens[place - 2].value == "/" and tokens[place - 1].type in {"WORD", "NUMBER"}
    mean = divided or (before is not None and before.type == "RPAR" and tokens[place - 3].value == "/")
    term = tokens[place + 1 : end]
    of_entries = any(token.type == "WORD" and token.value in _OF_ENTRIES for token in term)
    scaled = (
        before is not None and before.type == "WORD" and len(str(before.value)) == 1 and str(before.value).islower()
    )
    scaled = scaled and of_entries  # k Σ p ln p
    if end <= place + 1 or not (mean or scaled or before is None or before.type in _JOINS):
        return False
    following = tokens[place + 1]
    if following.type in {"SUB", "CARET", "SUPER", "PRIME"} or following.value in {")", "|"}:
        return False
    squared = any(
        one.type == "RPAR" and (other.type == "SUPER" or other.type == "CARET") for one, other in pairwise(term)
    )
    return mean or squared or of_entries
