"""tr A B, sum p log p, cos 2πx: how far a function reaches that is written without brackets.

sin x y is sin(x) y, as everywhere, and sin ωt, ln xy and tanh Wx are about all that is joined to what follows them.
What adds up or measures a whole is written before the product that it is about: nobody writes tr A B for a matrix
tr(A) B.
"""

from __future__ import annotations

from itertools import pairwise

from explainer.language.text.characters import GREEK_WORDS
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
_OF_ANGLES = frozenset({"sin", "cos", "tan", "cot", "sec", "csc", "exp"})
"""Nobody asks for the sine of 2 or of π: behind a number, and a Greek letter that is spelled out, these go on."""


def reaching(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with brackets around what such a function is about, where that is more than one factor."""
    result = list(tokens)
    for place in range(len(tokens) - 1, -1, -1):  # the last ones first: others may reach over them
        token = tokens[place]
        if token.type not in {"BARE", "FUNCTION"} or not _reaches(result, place):
            continue
        if _is_of_one_argument(token):
            end = _joined_end(result, place, text)
        else:
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
        return name in _LINEAR or name in _MEASURES or _is_of_one_argument(token)
    return name in _LINEAR and bool(following) and following[0].type == "LPAR" and is_bare(tokens, place)


def _is_of_one_argument(token: Token) -> bool:
    """Whether it is a function such as sin, log to a base or softmax."""
    callee = token.value
    own = callee.operation is not None and callee.operation.arity == 1
    return (own or callee.name == "logarithm") and callee.name not in _LINEAR | _MEASURES


def _joined_end(tokens: list[Token], place: int, text: str) -> int:
    """Where the factors end that are joined to the first one behind a function: 2πx, ωt, -x'y."""
    k, name = place + 1, tokens[place].value.name
    falls = k < len(tokens) and tokens[k].type == "MINUS"
    k += falls
    if k >= len(tokens) or tokens[k].type not in {"NUMBER", "NAME"}:
        return place + 1
    begin, k = k, _behind_scripts(tokens, k)
    of_turns = below = False
    while k < len(tokens):
        over = falls and name == "exp" and tokens[k].value == "/"  # exp -x^2/2 and exp -t/τ are no halves of exp
        begins = {"NAME", "NUMBER", *OPENING} if over else {"NAME"}
        following = k + over
        if following >= len(tokens) or tokens[following].type not in begins or tokens[following].value == ("e", ()):
            break
        joined = all(tokens[one].start == tokens[one - 1].end for one in range(k, following + 1))
        below = below or over
        of_turns = of_turns or tokens[begin].value == ("pi", ())  # all of sin 2 pi f t
        leads_on = of_turns or (k == begin + 1 and _leads_on(tokens[begin], text))
        if not joined and not (name in _OF_ANGLES and leads_on and not below):
            break
        opens = tokens[following].type in OPENING
        begin, k = following, _behind_scripts(tokens, closing_bracket(tokens, following) if opens else following)
    return k


def _leads_on(token: Token, text: str) -> bool:
    """Whether what follows at a distance belongs to the same argument: sin 2 pi x, cos omega t."""
    if token.type == "NUMBER":
        return True
    return token.type == "NAME" and (token.value == ("pi", ()) or text[token.start : token.end] in GREEK_WORDS)


def _behind_scripts(tokens: list[Token], place: int) -> int:
    """The place behind a factor, its transposes and its powers."""
    k = place + 1
    while k < len(tokens) and tokens[k].type in {"PRIME", "CARET"}:
        if tokens[k].type == "CARET":
            k += 1
            k += k < len(tokens) and tokens[k].type == "MINUS"
            k = closing_bracket(tokens, k) if k < len(tokens) and tokens[k].type in OPENING else k
        k += 1
    return min(k, len(tokens))


def is_bare(tokens: list[Token], place: int) -> bool:
    """Whether what follows a function is not in its brackets: sum x_i y_i, or the power of a sum (x - y)^2."""
    following = tokens[place + 1 : place + 2]
    if not following or following[0].type != "LPAR":
        return bool(following) and following[0].type in {"WORD", "BAR", "NORM"}
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
