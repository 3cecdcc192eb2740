"""xᵗ A x and Xᵗ X, typed with a small t: a transpose where nobody can mean a power."""

from __future__ import annotations

import re

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary

_SMALL = re.compile(r"t(?:[A-Z]\w*)?")
"""The t alone, or with what is typed behind it without a blank: x^tAx."""


def small_transposes(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with a capital T for each t that transposes; a t that stands anywhere else is a time."""
    raised = {
        k
        for k in range(1, len(tokens))
        if tokens[k - 1].type == "CARET" and _SMALL.fullmatch(str(tokens[k].value)) is not None
    }
    written = any(token.value == "t" for k, token in enumerate(tokens) if k not in raised)
    if not raised or written or {"t", "T"} & vocabulary.defined:
        return tokens
    if not all(_transposes(tokens, k) for k in raised):
        return tokens
    result = list(tokens)
    for k in raised:
        result[k] = Token("WORD", f"T{tokens[k].value[1:]}", tokens[k].start, tokens[k].end, tokens[k].spaced)
    return result


def _transposes(tokens: list[Token], k: int) -> bool:
    """Whether x A x or X X stands around the t at k."""
    base = str(tokens[k - 2].value) if k > 1 and tokens[k - 2].type == "WORD" else ""
    behind = "".join(str(token.value) for token in tokens[k : k + 4] if token.type == "WORD")[1:]
    if len(base) != 1 or base == "e" or not behind[:1].isupper():
        return False
    return base in behind
