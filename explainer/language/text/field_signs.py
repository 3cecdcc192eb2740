"""Signs that mean in a field what they do not mean elsewhere: periods above a rate, brackets of physics, k_BT."""

from __future__ import annotations

import re

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_NORMAL = "standard normal distribution function"
OPENING = frozenset({"LPAR", "DOTPAR", "LBRACE", "LBRACK"})
CLOSING = frozenset({"RPAR", "RBRACE", "RBRACK"})


def boltzmann(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """k_BT as k_B T: what is typed without a blank behind the constant of Boltzmann."""
    result: list[Token] = []
    for token in tokens:
        value = str(token.value)
        joined = token.type == "SUB" and result[-1:] and result[-1].value == "k" and re.fullmatch("B[A-Z]", value)
        if joined and f"k_{value}" not in vocabulary.defined:
            result.append(Token("SUB", "B", token.start, token.end - 1, token.spaced))
            result.append(Token("WORD", value[1], token.end - 1, token.end))
        else:
            result.append(token)
    return result


def normal_of_finance(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """N(d_1) as Φ(d_1): the letter that finance writes for the standard normal distribution function."""
    result = list(tokens)
    for k, token in enumerate(tokens[:-2]):
        if token.type != "WORD" or token.value != "N" or tokens[k + 1].type != "LPAR" or "N" in vocabulary.defined:
            continue
        argument = tokens[k + 2 + (tokens[k + 2].type == "MINUS") :][:2]
        named = "".join(str(part.value) for part in argument if part.type in {"WORD", "SUB"})
        if named in {"d1", "d2", "d+", "d-"}:
            result[k] = Token("WORD", "normal_cdf", token.start, token.end, token.spaced)
            vocabulary.note(phrase("{0} before brackets is read as the {1}.", "N", phrase(_NORMAL)))
    return result


def is_count_of_periods(tokens: list[Token], k: int) -> bool:
    """Whether the T above is an exponent, as in F/(1 + r)^T and 2^T: above a number, or 1 + r with nothing behind it.

    (1 - y)^T log(1 - p) has a row in front of a vector.
    """
    before = tokens[k - 1] if k else None
    if before is None or before.type == "NUMBER":
        return before is not None
    if before.type != "RPAR":
        return False
    opening, depth = k - 1, 0
    while opening >= 0:
        depth += (tokens[opening].type in CLOSING) - (tokens[opening].type in OPENING)
        if not depth:
            break
        opening -= 1
    inner = tokens[opening + 1 : k - 1]
    signs = [part.type for part in inner]
    numbered = signs[:2] in (["NUMBER", "PLUS"], ["NUMBER", "MINUS"]) or signs[-2:] == ["PLUS", "NUMBER"]
    small = all(str(part.value).islower() for part in inner if part.type == "WORD")
    if (
        not numbered
        or not small
        or (
            opening
            and tokens[opening - 1].type == "WORD"
            and not tokens[opening].spaced
            and len(str(tokens[opening - 1].value)) > 1
        )
    ):
        return False
    behind = tokens[k + 2] if k + 2 < len(tokens) else None
    return behind is None or behind.type not in {"WORD", "NUMBER", "LPAR", "LBRACK", "MULTIPLY", "BIGSUM"}


def square_as_round(tokens: list[Token]) -> list[Token]:
    """2 [x + 1], Σ [a + b] and [x + 1]^2 with round brackets: a list of one entry has no factor and no power."""
    closing = {k: closing_bracket(tokens, k) for k, token in enumerate(tokens) if token.type == "LBRACK"}
    result = list(tokens)
    for k, end in closing.items():
        inner = tokens[k + 1 : end]
        depths = [0]
        for token in inner:
            depths.append(depths[-1] + (token.type in OPENING) - (token.type in CLOSING))
        lists = any(token.type == "COMMA" and not depth for token, depth in zip(inner, depths, strict=False))
        before, behind = tokens[k - 1] if k else None, tokens[end + 1] if end + 1 < len(tokens) else None
        factor = before is not None and (
            before.type in {"BIGSUM", "RPAR", "RBRACK"}
            or (before.type in {"PLUS", "MINUS"} or before.value in {"/", "*"})
            or before.type == "NUMBER"
            or (before.type in {"WORD", "SUB", "PRIME", "SUPER"} and (tokens[k].spaced or _is_formula(inner)))
        )
        word = before is not None and before.type == "WORD" and before.value in {"where", "in", "and", "if"}
        raised = behind is not None and behind.type in {"CARET", "SUPER"}
        if not inner or lists or word or not (factor or raised):
            continue
        result[k] = Token("LPAR", "(", tokens[k].start, tokens[k].end, tokens[k].spaced)
        result[end] = Token("RPAR", ")", tokens[end].start, tokens[end].end, tokens[end].spaced)
    return result


def tuple_as_list(tokens: list[Token]) -> list[Token]:
    """(r cos θ, r sin θ) that is all there is, as the vector [r cos θ, r sin θ]."""
    if not tokens or tokens[0].type != "LPAR" or tokens[0].value != "(":
        return tokens
    end = closing_bracket(tokens, 0)
    behind = tokens[end + 1] if end + 1 < len(tokens) else None
    depth, several = 0, False
    if any(token.value in {"where", "knowing"} for token in tokens[1:end]):
        return tokens
    for token in tokens[1:end]:
        depth += (token.type in OPENING) - (token.type in CLOSING)
        several |= token.type == "COMMA" and not depth
    if not several or tokens[end].type != "RPAR" or (behind is not None and behind.value not in {"where", "knowing"}):
        return tokens
    opening, closing = tokens[0], tokens[end]
    return [
        Token("LBRACK", "[", opening.start, opening.end, opening.spaced),
        *tokens[1:end],
        Token("RBRACK", "]", closing.start, closing.end, closing.spaced),
        *tokens[end + 1 :],
    ]


def _is_formula(inner: list[Token]) -> bool:
    """Whether what stands in square brackets is no index: 4ε[(σ/r)^12 − (σ/r)^6]; i, i + 1, 2i and n - 1 are."""
    return any(token.type in {"LPAR", "CARET", "SUPER", "SUB", "FRACTION"} or token.value == "/" for token in inner)


def closing_bracket(tokens: list[Token], start: int) -> int:
    depth = 0
    for k in range(start, len(tokens)):
        depth += (tokens[k].type in OPENING) - (tokens[k].type in CLOSING)
        if depth == 0:
            return k
    return len(tokens) - 1
