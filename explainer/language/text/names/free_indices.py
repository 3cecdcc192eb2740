"""The indices below the names of a sum that has no limits: the i of Σ (y_i - t)^2, i and j of Σ a_ij x_i x_j."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from explainer.language.text.names.sum_reach import of_term
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary

INDICES = frozenset("ijk")
OPENS, CLOSES = frozenset({"LPAR", "LBRACE", "LBRACK", "DOTPAR"}), frozenset({"RPAR", "RBRACE", "RBRACK"})
_SIGNS = frozenset({"Σ", "∑", "sum"})


def free_indices(tokens: list[Token], k: int, vocabulary: Vocabulary, opened: Mapping[int, int]) -> str:
    """The indices that the term behind a Σ has and nothing binds: i of Σ (y_i - t)^2, i and j of Σ a_ij x_i x_j.

    Of several signs each has one, but for those that stand side by side; behind a row, in (x_i - μ)' Σ (x_i - μ), the Σ
    is a matrix.
    """
    if k and tokens[k - 1].type == "PRIME":
        return ""
    bound = vocabulary.indices - vocabulary.open_sizes.keys()
    behind = len(tokens) - k - 1
    first = k + 1
    if behind in opened:  # ΣΣ: what is inside of the second sign
        inside: Iterator[int] = iter(range(first, len(tokens) - opened[behind]))
        bound = bound | vocabulary.indices
    else:
        inside = of_term(tokens, first, opened)
    found = dict.fromkeys(
        str(tokens[place].value)
        for place in inside
        if place < len(tokens) and tokens[place].type == "SUB" and tokens[place].value in INDICES - bound
    )
    if len(found) > 1 and sum(token.type == "BIGSUM" or token.value in _SIGNS for token in tokens) > 1:
        return next(iter(found))
    return "".join(found)


def indices_below(tokens: list[Token], k: int, vocabulary: Vocabulary) -> str:
    """The free index of sum(t_i log(s_i)), whose names all have it; empty where there is none, or another argument.

    Of sum(a_ij x_i x_j) they are two, of sum(sum(a_ij x_i x_j)) one for each of the sums.
    """
    if k + 1 >= len(tokens) or tokens[k + 1].type != "LPAR" or "sum" in vocabulary.defined:
        return ""
    depth = 0
    for end in range(k + 1, len(tokens)):
        depth += (tokens[end].type in OPENS) - (tokens[end].type in CLOSES)
        if depth == 0:
            break
        if depth == 1 and tokens[end].type in {"COMMA", "BINDER"}:
            return ""
    bound = vocabulary.indices - vocabulary.open_sizes.keys()
    below = [str(token.value).replace(" ", "") for token in tokens[k + 2 : end] if token.type == "SUB"]
    letters = {letter for value in below if set(value) <= {*INDICES, ","} for letter in value}
    carriers = {word.value for word, token in pairwise(tokens[k + 2 : end]) if token.type == "SUB"}
    if letters == {"k"} and carriers == {"d"} and any(str(token.value).isupper() for token in tokens[k + 2 : end]):
        return ""  # the d_k of softmax(Q K' / sqrt(d_k)) is a number of columns
    found = sorted((letters & INDICES) - bound - (vocabulary.indices if tokens[k + 2].value == "sum" else set()))
    if len(found) == 2:
        nested = "sum" in {tokens[k + 2].value, tokens[k - 2].value if k > 1 else ""}
        alone = nested or sum(token.value == "sum" for token in tokens) == 1
        return found[-1] if nested else "".join(found) if alone else ""
    return found[0] if len(found) == 1 else ""
