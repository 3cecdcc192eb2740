"""(f ∘ g)(x): functions one after the other, which is f(g(x)); between matrices ∘ is the product entry by entry."""

from __future__ import annotations

from itertools import pairwise

from explainer.errors import ParseError
from explainer.language.text.field_signs import closing_bracket
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, Vocabulary
from explainer.phrases import phrase

_SIGN = "∘"
_ENTRYWISE = frozenset("+-·/")
ENTRY_BY_ENTRY = "∘ is read as the product entry by entry; write f(g(x)) for functions one after the other."


def compositions(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with composed functions as calls in each other: (sin ∘ g ∘ h)(x) is sin(g(h(x)))."""
    if _SIGN not in text:
        return _of_sums(tokens, text, vocabulary)
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


def _of_sums(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """(f + g)(x) as f(x) + g(x): functions that are added, multiplied or divided where their value is.

    Raises ParseError for (f * g)(x), which may be a convolution.
    """
    for place in range(len(tokens) - 5, -1, -1):
        names = tokens[place + 1 : place + 4 : 2]
        kinds = [token.type for token in tokens[place : place + 8]]
        plain = kinds[:1] == ["LPAR"] and kinds[4:] == ["RPAR", "LPAR", "WORD", "RPAR"]
        if not plain or any(name.value not in ABSTRACT_FUNCTIONS - vocabulary.defined for name in names):
            continue
        sign, opening, closing = tokens[place + 2], tokens[place + 5], tokens[place + 7]
        if opening.spaced or names[0].value == names[1].value:
            continue
        if sign.value in {"*", "∗"}:
            raise ParseError(
                phrase("{0} may be a convolution", text[tokens[place].start : closing.end]),
                text=text,
                position=tokens[place].start,
                end=closing.end,
                hint=phrase("Write {0}(x) * {1}(x) for the product.", names[0].value, names[1].value),
            )
        if sign.value in _ENTRYWISE:
            argument = tokens[place + 5 : place + 8]
            tokens = [
                *tokens[: place + 2], *argument, sign, names[1], *argument, tokens[place + 4], *tokens[place + 8 :]
            ]  # fmt: skip
    return tokens
