"""tr A B, sum p log p, norm A x: how far a function reaches that is written without brackets.

sin x y is sin(x) y, as everywhere. What adds up or measures a whole, however, is written before the product that it is
about: nobody writes tr A B for a matrix tr(A) B.
"""

from __future__ import annotations

from itertools import pairwise

from explainer.language.text.field_signs import CLOSING, OPENING, closing_bracket
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_LINEAR = frozenset({"sum", "mean", "tr"})
"""These reach over signs of products, too: a number may stand inside or outside, so that nothing is lost by it."""
_NORMS = frozenset({"norm", "frobenius_norm", "norm1", "norminf"})
_MEASURES = frozenset({*_NORMS, "det"})
"""These reach over factors that stand side by side, up to the first sign: ‖x‖ / 2 is no ‖x / 2‖ for all, nor is det."""
_FACTORS = frozenset({
    "NUMBER", "NAME", "FUNCTION", "BARE", "POWERED", "FILLED", "DELTA", "CARET", "PRIME", *OPENING, *CLOSING,
})  # fmt: skip
_SIGNS = frozenset({"MULTIPLY"})


def reaching(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with brackets around what such a function is about, where that is more than one factor."""
    result = list(tokens)
    for place in range(len(tokens) - 1, -1, -1):  # the last ones first: others may reach over them
        token = tokens[place]
        if token.type not in {"BARE", "FUNCTION"} or not _reaches(result, place):
            continue
        end = _end(result, place + 1, linear=token.value.name in _LINEAR)
        squared = _is_length_squared(result, place)
        if squared:
            end = place + 2
        elif token.type == "BARE" and not _is_product(result[place + 1 : end]):
            continue
        first, last = result[place + 1].start, result[end - 1].end
        if not squared:
            vocabulary.note(phrase("“{0}” is taken as one argument of the function before it.", text[first:last]))
        result.insert(end, Token("RPAR", ")", last, last))
        function = Token("FUNCTION", token.value, token.start, token.end, token.spaced)
        result[place : place + 1] = [function, Token("LPAR", "(", first, first)]
    return result


def _reaches(tokens: list[Token], place: int) -> bool:
    """Whether it is such a function without brackets, or before a bracket at a distance with a power: sum (x - y)^2."""
    token, following = tokens[place], tokens[place + 1 : place + 2]
    name = token.value.name
    if token.type == "BARE":
        return name in _LINEAR or name in _MEASURES
    return name in _LINEAR and bool(following) and following[0].type == "LPAR" and is_bare(tokens, place)


def is_bare(tokens: list[Token], place: int) -> bool:
    """Whether what follows a function is not in its brackets: sum x_i y_i, or the power of a sum (x - y)^2."""
    following = tokens[place + 1 : place + 2]
    if not following or following[0].type != "LPAR":
        return bool(following) and following[0].type == "WORD"
    if not following[0].spaced:
        return False
    closing = closing_bracket(tokens, place + 1)
    return [one.type for one in tokens[closing + 1 : closing + 2]] == ["CARET"]


def _is_length_squared(tokens: list[Token], place: int) -> bool:
    """norm x^2 is the square of a length: nobody takes the length of squares."""
    kinds = [token.type for token in tokens[place : place + 4]]
    return tokens[place].value.name in _NORMS and kinds[:3] == ["BARE", "NAME", "CARET"]


def _end(tokens: list[Token], place: int, *, linear: bool) -> int:
    """Where the product ends that begins at a place: before a sign of a sum, another such function, or the end."""
    k = place
    while k < len(tokens):
        kind = tokens[k].type
        if kind in CLOSING or not (kind in _FACTORS or (linear and kind in _SIGNS and k > place)):
            break
        if k > place and kind in {"BARE", "FUNCTION"} and tokens[k].value.name in _LINEAR | _MEASURES:
            break
        k = closing_bracket(tokens, k) if kind in OPENING else k
        k += 1
    while k > place and tokens[k - 1].type in _SIGNS:
        k -= 1
    return min(k, len(tokens))


def _is_product(tokens: list[Token]) -> bool:
    """Whether more than one factor is there: a sign of a product, or factors side by side."""
    depth = 0
    for before, after in pairwise(tokens):
        depth += (before.type in OPENING) - (before.type in CLOSING)
        ends = before.type in {"NUMBER", "NAME", "PRIME", "FILLED", *CLOSING}
        begins = after.type in {"NUMBER", "NAME", "FUNCTION", "BARE", "POWERED", "FILLED", "DELTA", *OPENING}
        if depth == 0 and (after.type in _SIGNS or (ends and begins)):
            return True
    return False
