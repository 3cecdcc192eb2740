"""(f ∘ g)(x): functions one after the other, which is f(g(x)); between matrices ∘ is the product entry by entry."""

from __future__ import annotations

from itertools import pairwise

from explainer.language.text.field_signs import closing_bracket
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, Vocabulary

_SIGN = "∘"
ENTRY_BY_ENTRY = "∘ is read as the product entry by entry; write f(g(x)) for functions one after the other."


def compositions(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with composed functions as calls in each other: (sin ∘ g ∘ h)(x) is sin(g(h(x)))."""
    if _SIGN not in text:
        return tokens
    result = list(tokens)
    for place in range(len(tokens) - 1, -1, -1):  # the last ones first: those before them keep their places
        names = _names(result, place, text, vocabulary)
        begin = place + 2 * len(names) + 1
        if len(names) < 2 or [token.type for token in result[begin : begin + 1]] != ["LPAR"] or result[begin].spaced:
            continue
        end = closing_bracket(result, begin)
        if end >= len(result):
            continue
        opening, closing = result[begin], result[end]
        calls = [part for name in names for part in (name, Token("LPAR", "(", name.end, name.end))]
        calls[-1] = opening
        ends = [Token("RPAR", ")", closing.end, closing.end) for _ in names[1:]]
        result[place : end + 1] = [*calls, *result[begin + 1 : end + 1], *ends]
    for before, sign in pairwise(result):
        if text[sign.start : sign.end] == _SIGN and before.value in ABSTRACT_FUNCTIONS:
            vocabulary.note(ENTRY_BY_ENTRY)
    return result


def _names(tokens: list[Token], place: int, text: str, vocabulary: Vocabulary) -> list[Token]:
    """The functions in a bracket that are composed; none where anything else is in it."""
    names: list[Token] = []
    if tokens[place].type != "LPAR":
        return names
    for name, sign in zip(tokens[place + 1 :: 2], tokens[place + 2 :: 2], strict=False):
        if name.type != "WORD" or not (vocabulary.function(name.value) or name.value in ABSTRACT_FUNCTIONS):
            return []
        names.append(name)
        if sign.type == "RPAR":
            return names
        if text[sign.start : sign.end] != _SIGN:
            return []
    return []
