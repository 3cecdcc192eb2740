"""1' x, w'1, x − m 1 and 1_n: a 1 that is a vector of ones, as nobody multiplies by the number from the right."""

from __future__ import annotations

import re

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_BEHIND = frozenset({"PLUS", "MINUS", "RPAR", "RBRACK", "NORM", "BAR", "PRIME", "RELATION", "COMMA"})
"""What may stand behind the 1 of m 1: no number goes on there."""


def vectors_of_ones(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with a vector of ones for each such 1."""
    if not any(token.value in {"1", "11"} or str(token.value).endswith("1") for token in tokens):
        return tokens
    result = _transposed([*_with_sizes(tokens)])
    result = [_behind_factor(result, k, vocabulary) for k in range(len(result))]
    return _behind_letters(result, vocabulary) if any(token.type == "FILLED" for token in result) else result


def _transposed(tokens: list[Token]) -> list[Token]:
    """1' x, w'1 and 1 1': nobody transposes a number or multiplies a row by it from the right."""
    result: list[Token] = []
    for token in tokens:
        last = result[-1] if result else None
        if token.type == "NUMBER" and token.value == "1" and last is not None and last.type == "PRIME":
            result.append(Token("FILLED", 1, token.start, token.end, token.spaced))  # w'1 is the sum of w
            continue
        if token.type == "PRIME" and last is not None and last.type == "NUMBER" and last.value in {"1", "11"}:
            raised = len(result) > 1 and result[-2].type == "CARET"
            if not raised:
                beside = len(result) > 1 and result[-2].type == "NUMBER" and result[-2].value == "1"
                written = [*result[-2:]] if beside else [last]
                del result[-len(written) :]
                ones = [one for one in written for _ in str(one.value)]
                result.extend(Token("FILLED", 1, one.start, one.end, one.spaced) for one in ones)
        result.append(token)
    return result


def _with_sizes(tokens: list[Token]) -> list[Token]:
    """1_n as a vector of ones: a number has no subscript."""
    result: list[Token] = []
    for token in tokens:
        last = result[-1] if result else None
        one = last is not None and last.type in {"NUMBER", "FILLED"} and last.value in {"1", 1}
        if one and last is not None and token.type == "SUB" and re.fullmatch(r"[A-Za-z]\w*", str(token.value)):
            result[-1] = Token("FILLED", 1, last.start, token.end, last.spaced)
        else:
            result.append(token)
    return result


def _behind_factor(tokens: list[Token], k: int, vocabulary: Vocabulary) -> Token:
    """The 1 of x − m 1 and exp(X) 1, apart from the factor before it and with nothing behind it that goes on."""
    token, before = tokens[k], tokens[k - 1] if k else None
    following = tokens[k + 1].type if k + 1 < len(tokens) else "RPAR"
    if token.type != "NUMBER" or token.value != "1" or not token.spaced or before is None or following not in _BEHIND:
        return token
    word = before.type == "WORD" and len(str(before.value)) == 1
    letter = word or before.type in {"SUB", "PRIME"} or (before.type == "WORD" and before.value == "lambda")
    if not letter and before.type not in {"RPAR", "RBRACK"}:
        return token
    vocabulary.note(phrase("The 1 behind a factor is read as a vector of ones."))
    return Token("FILLED", 1, token.start, token.end, token.spaced)


def _behind_letters(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """1' X1 as 1' X 1: beside vectors of ones the 1 of a capital that has no other number is one too."""
    words = {str(token.value) for token in tokens if token.type == "WORD"}
    numbered = {word[0] for word in words if re.fullmatch(r"[A-Z][02-9]", word)}
    result: list[Token] = []
    for token in tokens:
        word = str(token.value)
        joined = token.type == "WORD" and re.fullmatch(r"[A-Z]1", word) and word not in vocabulary.defined
        if joined and word[0] not in numbered:
            result.append(Token("WORD", word[0], token.start, token.start + 1, token.spaced, token.bold))
            result.append(Token("FILLED", 1, token.start + 1, token.end))
        else:
            result.append(token)
    return result
