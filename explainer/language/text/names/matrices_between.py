"""x · A · y with dots, as physicists write xᵀ A y: the dots are products of a matrix with what stands on both sides."""

from __future__ import annotations

from dataclasses import replace

from explainer.language.text.names.letters_of_vectors import is_matrix_between
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary


def bilinear_forms(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with @ for the two dots around a capital that stands between small letters: x · A · y."""
    if sum(token.value == "·" for token in tokens) < 2:
        return tokens
    result = list(tokens)
    for k in range(len(tokens) - 4):
        left, first, middle, second, right = tokens[k : k + 5]
        names = (left, middle, right)
        if first.value != "·" or second.value != "·" or any(name.type != "WORD" for name in names):
            continue
        letters = [str(name.value) for name in names]
        if not is_matrix_between(*letters) or any(letter in vocabulary.declared for letter in letters):
            continue
        before, behind = tokens[k - 1] if k else None, tokens[k + 5] if k + 5 < len(tokens) else None
        if (before is None or before.value != "·") and (behind is None or behind.value != "·"):
            result[k + 1], result[k + 3] = replace(first, value="@"), replace(second, value="@")
    return result
