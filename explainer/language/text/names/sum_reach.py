"""Σ_i y_i log p_i + (1 − y_i) log(1 − p_i): a sum reaches over all terms that have its index."""

from __future__ import annotations

from collections.abc import Callable

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


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
