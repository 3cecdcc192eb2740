"""Σ (y - ŷ)², typed without an index: whether the letter is the sign of a sum or the name of a matrix."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from explainer.language.text.names.free_indices import CLOSES, INDICES, OPENS
from explainer.language.text.names.letters_of_vectors import is_entrywise_factor
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary

_OF_ENTRIES = frozenset({"log", "ln", "exp", "abs", "max"})
"""What is done to the terms of a sum, and hardly ever to a vector that a covariance stands in front of."""
_MOST = 12
"""Of so many at most each is looked at: a row of hundreds is no formula, and every look goes through the rest of it."""
_OF_VECTORS = frozenset({"PRIME", "NORM", "BAR", "ELEMENT_OF"})
"""Signs beside which a Σ may be a covariance."""
_JOINS = frozenset({"PLUS", "MINUS", "LPAR", "LBRACK", "RELATION", "COMMA", "MULTIPLY"})


def sums_of_sigma(tokens: list[Token], vocabulary: Vocabulary, end_of_term: Callable[[int], int]) -> list[Token]:
    """The same tokens with sum(…) for each Σ, where every one begins a term whose entries are added up."""
    tokens = _big_sums_by_entries(tokens, end_of_term)
    places = [k for k, token in enumerate(tokens) if token.type == "WORD" and token.value == "Σ"]
    if not places or len(places) > _MOST or {"Σ", "Sigma", "sum"} & vocabulary.defined:
        return tokens
    ends = [end_of_term(place + 1) for place in places]
    for k, (place, following) in enumerate(pairwise(places)):
        level = sum((token.type in OPENS) - (token.type in CLOSES) for token in tokens[place:following])
        if place + 1 < following <= ends[k] and level == 0:
            # Σ (y − ŷ)² / Σ (y − ȳ)² is a fraction of two sums, Σx Σy a product.
            ends[k] = following - (tokens[following - 1].value == "/")
    ends = [_end_of_same_letters(tokens, place, end, end_of_term) for place, end in zip(places, ends, strict=True)]
    spans = list(zip(places, ends, strict=True))
    if not all(_adds_up(tokens, *span) for span in spans) and not _of_statistics(tokens, spans):
        return tokens
    result = list(tokens)
    growth = dict[int, int]()  # by how much a term has become longer, those inside of others first
    for place, end in sorted(spans, reverse=True):
        sign, last = tokens[place], tokens[end - 1].end
        head = Token("WORD", "sum", sign.start, sign.end, sign.spaced)
        opening, closing = Token("LPAR", "(", sign.start, sign.end), Token("RPAR", ")", last, last)
        stop = end + sum(grown for other, grown in growth.items() if place < other < end)
        term = _entry_by_entry(result[place + 1 : stop])
        growth[place] = len(term) + 3 - (stop - place)
        result[place:stop] = [head, opening, *term, closing]
    return result


def _big_sums_by_entries(tokens: list[Token], end_of_term: Callable[[int], int]) -> list[Token]:
    """∑ xy, whose sign is that of a sum in any case, with what is multiplied entry by entry."""
    places = [k for k, token in enumerate(tokens[:-1]) if token.value == "∑" and tokens[k + 1].type != "SUB"]
    for place in reversed(places if len(places) <= _MOST else []):
        end = end_of_term(place + 1)
        term = _entry_by_entry(tokens[place + 1 : end])
        if len(term) == end - place - 1 or any(place < other < end for other in places):
            continue
        opening, closing = (
            Token("LPAR", "(", *_place_of(tokens[place])),
            Token("RPAR", ")", *_place_of(tokens[end - 1])),
        )
        tokens = [*tokens[: place + 1], opening, *term, closing, *tokens[end:]]
    return tokens


def _place_of(token: Token) -> tuple[int, int]:
    return token.start, token.end


def _end_of_same_letters(tokens: Sequence[Token], place: int, end: int, end_of_term: Callable[[int], int]) -> int:
    """Where the sum of y log(p) + (1 - y) log(1 - p) ends: a term of the same letters, two at least, belongs to it."""
    first = _letters(tokens[place + 1 : end])
    while end < len(tokens) and tokens[end].type in {"PLUS", "MINUS"}:
        following = end_of_term(end + 1)
        term = tokens[end + 1 : following]
        if len(_letters(term)) < 2 or not _letters(term) <= first or any(token.value == "Σ" for token in term):
            break
        end = following
    return end


def _letters(term: Sequence[Token]) -> set[str]:
    return {str(token.value) for token in term if token.type == "WORD"} - _OF_ENTRIES


def _entry_by_entry(term: Sequence[Token]) -> list[Token]:
    """The x y of Σxy and the p ln p of Σ p ln p with the sign of what is multiplied entry by entry."""
    if any(token.type == "SUB" and token.value in INDICES for token in term):
        return list(term)
    letters: list[Token] = []
    for token in term:
        word = str(token.value)
        both = token.type == "WORD" and len(word) == 2 and all(is_entrywise_factor(letter) for letter in word)
        middle = token.start + 1
        pair = (Token("WORD", word[0], token.start, middle, token.spaced), Token("WORD", word[1:], middle, token.end))
        letters.extend(pair if both else (token,))
    result = letters[:1]
    for before, token in pairwise(letters):
        raised = before.type == "NUMBER" and len(result) > 2 and result[-2].type == "CARET"
        base = result[-3] if raised else before
        factor = base.type == "RPAR" or (base.type == "WORD" and is_entrywise_factor(str(base.value)))
        other = token.type == "WORD" and (is_entrywise_factor(str(token.value)) or token.value in _OF_ENTRIES)
        if factor and (other or (base.type == "RPAR" and token.type == "LPAR")):
            result.append(Token("MULTIPLY", "⊗", token.start, token.start))
        result.append(token)
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


def _of_statistics(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers are added up: Σxy − ΣxΣy/n and Σ(x − x̄)(y − ȳ), where nothing speaks of vectors or matrices.

    No matrix stands in front of x y, x² or two brackets; where one of the signs adds up, the others do.
    """
    capital = any(
        token.type == "WORD" and len(str(token.value)) == 1 and str(token.value).isupper() and token.value != "Σ"
        for token in tokens
    )
    if capital or any(token.type in _OF_VECTORS or token.value in {"·", "@", "⊗"} for token in tokens):
        return False
    terms = [list(tokens[place + 1 : end]) for place, end in spans]
    if any(not term or term[0].type in {"SUB", "CARET", "SUPER"} for term in terms):
        return False
    return any(_is_of_numbers(term) for term in terms)


def _is_of_numbers(term: Sequence[Token]) -> bool:
    """Whether a term is x y, x² or (x − x̄)(y − ȳ), or divided by the number of entries."""
    kinds = [token.type for token in term]
    small = [token.type == "WORD" and re.fullmatch("[a-z]{1,2}", str(token.value)) is not None for token in term]
    brackets = sum(one == "RPAR" and other == "LPAR" for one, other in pairwise(kinds))
    if brackets or (small[0] and kinds[1:2] in (["SUPER"], ["CARET"])):
        return True
    factors = [str(token.value) for token, letter in zip(term, small, strict=True) if letter]
    return small[0] and all(small) and len("".join(factors)) > 1
