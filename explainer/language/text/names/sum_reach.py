"""Σ_i y_i log p_i + (1 − y_i) log(1 − p_i): a sum reaches over all terms that have its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_WORDS = frozenset({"where", "knowing", "if", "and", "otherwise"})
"""What no term goes on with."""


def end_with_index(
    tokens: list[Token], end: int, indices: frozenset[str], of_term: Callable[[int], list[int]], known: Vocabulary
) -> int:
    """Where the sum ends whose first term ends here; `of_term` gives the places of the term from a place on.

    The terms behind a sign belong to it while they have one of its indices, which nothing else gives a meaning.
    """
    while end < len(tokens) and tokens[end].type in {"PLUS", "MINUS"}:
        places = of_term(end + 1)
        inside = [tokens[k] for k in places if k < len(tokens)]
        below = {str(token.value).replace(" ", "") for token in inside if token.type == "SUB"}
        if not indices & below:
            break
        known.note(
            phrase("The sum over {0} is taken of all terms that have this index.", " and ".join(sorted(indices)))
        )
        end = places[-1]
    return end


def end_of_term(tokens: list[Token], start: int, opened: Mapping[int, int]) -> int:
    """Where the term that begins at a position ends."""
    return [start, *of_term(tokens, start, opened)][-1]


def of_term(tokens: list[Token], start: int, opened: Mapping[int, int]) -> Iterator[int]:
    """The places of the term that begins at a position, and of its end: a sign, comma, relation or closing bracket.

    Sums that were `opened` are passed over as one: how many tokens stand from their head on, and how many behind them.
    """
    depth, count = 0, len(tokens)
    bars: list[str] = []
    k = start - 1
    while (k := k + 1) < count:
        token = tokens[k]
        if token.type == "WORD" and count - k in opened:
            k = count - opened[count - k] - 1
            continue
        yield k
        depth += (token.type in {"LPAR", "LBRACE", "LBRACK", "DOTPAR"}) - (token.type in {"RPAR", "RBRACE", "RBRACK"})
        if token.type in {"BAR", "NORM"}:
            if bars and bars[-1] == token.type:
                bars.pop()
            else:
                bars.append(token.type)
        if bars:
            continue
        if depth < 0:
            return
        ends = token.type in {"COMMA", "RELATION", "AND"} or token.value in _WORDS
        sign = token.type in {"PLUS", "MINUS"} and k > start and tokens[k - 1].type not in {"CARET", "MULTIPLY"}
        if depth == 0 and (ends or sign):
            return
    yield count
