"""Signs of other books: periods above a rate, brackets of physics, k_BT; and those that stand for functions, [u]_+,
⌊u⌋, max{a, b}, {a if u > 0, b otherwise}, 1_{u > 0}.

To add a notation of the second kind: a function from tokens to tokens and a row in NOTATIONS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from explainer.errors import ParseError
from explainer.language.text.scanner import Token, scan
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_OF_CHANCE = frozenset({"E", "P", "Pr", "Var", "Cov"})
_NORMAL = "standard normal distribution function"
OPENING = frozenset({"LPAR", "DOTPAR", "LBRACE", "LBRACK", "LBAR", "LNORM"})
CLOSING = frozenset({"RPAR", "RBRACE", "RBRACK", "RBAR", "RNORM"})


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


def error_named_e(tokens: list[Token], vocabulary: Vocabulary) -> None:
    """Note that e is a name beside vectors, the error of y − X b − e, where it is never raised to a power."""
    beside_vectors = any(token.type in {"PRIME", "NORM"} for token in tokens)
    if "e" in vocabulary.defined or vocabulary.dialect == "numpy" or not beside_vectors:
        return
    places = [k for k, token in enumerate(tokens) if token.value == "e" and token.type == "WORD"]
    before, behind = (
        {tokens[k + step].type if 0 <= k + step < len(tokens) else "" for k in places} for step in (-1, 1)
    )
    beside_row = "PRIME" in before | behind
    if "CARET" not in behind and places and (beside_row or all(_is_added(tokens, k) for k in places)):
        vocabulary.defined.add("e")


_ADDS = frozenset({"", "PLUS", "MINUS", "NORM", "BAR", "RELATION", "COMMA"})


def _is_added(tokens: list[Token], k: int) -> bool:
    """Whether a name is a term of its own, beside others that are no numbers: y − X b − e, and not e + 0.6."""
    before, behind = (tokens[place].type if 0 <= place < len(tokens) else "" for place in (k - 1, k + 1))
    number = k + 2 < len(tokens) and tokens[k + 2].type == "NUMBER"
    return not number and before in _ADDS | OPENING and behind in _ADDS | CLOSING


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
        return before is not None and before.value != "1"  # 1^T x is of a vector of ones
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
        row = bool(inner) and closing.get(k + 1) == end - 1  # [[x, y]]: the brackets of a matrix and those of its row
        lists = any(token.type == "COMMA" and depth == row for token, depth in zip(inner, depths, strict=False))
        before, behind = tokens[k - 1] if k else None, tokens[end + 1] if end + 1 < len(tokens) else None
        factor = before is not None and (
            before.type in {"BIGSUM", "RPAR", "RBRACK"}
            or (before.type in {"PLUS", "MINUS"} or before.value in {"/", "*"})
            or before.type == "NUMBER"
            or (before.type in {"WORD", "SUB", "PRIME", "SUPER"} and (tokens[k].spaced or _is_formula(inner)))
        )
        word = before is not None and before.type == "WORD" and before.value in {"where", "in", "and", "if"}
        if not inner or lists or word or not (factor or (behind is not None and behind.type in {"CARET", "SUPER"})):
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


_BEFORE_OPERAND = frozenset({"PLUS", "MINUS", "MULTIPLY", "COMMA", "LPAR", "LBRACE", "LBRACK", "RELATION", "CARET"})
"""What stands in front of an operand: where there is none before it, “where” begins no declarations."""


def as_calls(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with each of the notations as the call that it stands for; brackets are matched already."""
    for notation in NOTATIONS:
        tokens = notation(tokens, vocabulary)
    return tokens


def _positive_parts(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """[u]_+ and (u)_+ as max(0, (u)), x_+ as max(0, x)."""
    if not any(token.type == "SUB" and token.value == "+" for token in tokens):
        return tokens
    numbered = {word.value for word, below in pairwise(tokens) if below.type == "SUB" and below.value != "+"}
    result: list[Token] = []
    for token in tokens:
        positive = token.type == "SUB" and token.value == "+"
        if positive and result and result[-1].type == "WORD" and result[-1].value in numbered:
            name = f"{result[-1].value}_+"  # beside other k_i it is one of these
            vocabulary.note(phrase("“{0}” is read as a name, {1}.", name, f"{result[-1].value}_plus"))
            result.append(Token("SUB", "plus", token.start, token.end))
            continue
        start = _operand_before(result) if positive else None
        if start is None:
            result.append(token)
            continue
        first, place = result[start], (token.start, token.end)
        inner = result[start:]
        if inner[0].type == "LBRACK" and not _commas(inner, 0):
            inner = [Token("LPAR", "(", first.start, first.end), *inner[1:-1], Token("RPAR", ")", *place)]
        at = (first.start, first.start)
        zero = (Token("LPAR", "(", *at), Token("NUMBER", "0", *at), Token("COMMA", ",", *at))
        result[start:] = [Token("WORD", "max", *at, first.spaced), *zero, *inner, Token("RPAR", ")", *place)]
        vocabulary.note(phrase("{0} is read as {1}.", "[u]_+", "max(0, u)"))
    return result


def _operand_before(tokens: list[Token]) -> int | None:
    """Where the name or the bracket begins that ends a list of tokens; None for anything else."""
    if not tokens or tokens[-1].type == "WORD":
        return len(tokens) - 1 if tokens else None
    depth = 0
    for k in range(len(tokens) - 1, -1, -1):
        kind = tokens[k].type
        depth += (kind in CLOSING) - (kind in OPENING)
        if depth == 0:
            return k if kind in {"LPAR", "LBRACK"} else None
    return None


def _braces_of_functions(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """max{0, x} as max(0, x), and {x if x > 0, 0 otherwise} as cases(…)."""
    result = list(tokens)
    for k, token in enumerate(tokens):
        if token.type != "LBRACE":
            continue
        before, end = tokens[k - 1] if k else None, closing_bracket(tokens, k)
        called = before is not None and before.type == "WORD" and vocabulary.function(str(before.value)) is not None
        chosen = (before is None or before.type != "CARET") and not called and _has_condition(tokens[k + 1 : end])
        if called or chosen:
            result[k] = Token("LPAR", "(", token.start, token.end, token.spaced)
            result[end] = Token("RPAR", ")", tokens[end].start, tokens[end].end, tokens[end].spaced)
        if chosen:
            result[k] = Token("CASES", "cases", token.start, token.start, token.spaced)
    return [part for token in result for part in (_opened(token) if token.type == "CASES" else (token,))]


def _opened(token: Token) -> tuple[Token, Token]:
    """What {a if …} begins with, as a call."""
    return (
        Token("WORD", "cases", token.start, token.start, token.spaced),
        Token("LPAR", "(", token.start, token.start + 1),
    )


def _has_condition(tokens: list[Token]) -> bool:
    """Whether “if” stands among the tokens, outside of the brackets in them."""
    depth = 0
    for token in tokens:
        depth += (token.type in OPENING) - (token.type in CLOSING)
        if depth == 0 and token.value == "if":
            return True
    return False


def _choices(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """where(c, a, b) as NumPy's function, where an operand is expected; behind a formula, “where” declares names."""
    result = list(tokens)
    for k, token in enumerate(tokens[:-1]):
        if token.value != "where" or tokens[k + 1].type != "LPAR":
            continue
        if k == 0 or tokens[k - 1].type in _BEFORE_OPERAND or len(_commas(tokens, k + 1)) == 2:
            result[k] = Token("WORD", "select", token.start, token.end, token.spaced)
    return result


def _clipped(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """clip(u, a, b) and clamp(u, a, b) as min(max(u, a), b)."""
    for k in range(len(tokens) - 2, -1, -1):  # from the right, so that those inside of others come first
        token = tokens[k]
        if token.value not in {"clip", "clamp"} or token.value in vocabulary.defined or tokens[k + 1].type != "LPAR":
            continue
        end, commas = closing_bracket(tokens, k + 1), _commas(tokens, k + 1)
        if len(commas) != 2:
            continue
        at, second = (token.start, token.end), commas[1]
        opening = [Token("WORD", "min", *at, token.spaced), Token("LPAR", "(", *at), Token("WORD", "max", *at)]
        closing = Token("RPAR", ")", tokens[second].start, tokens[second].start)
        tokens = [
            *tokens[:k],
            *opening,
            *tokens[k + 1 : second],
            closing,
            *tokens[second : end + 1],
            *tokens[end + 1 :],
        ]
    return tokens


def _commas(tokens: list[Token], opening: int) -> list[int]:
    """The places of the commas between the arguments of a bracket."""
    found, depth = [], 0
    for k in range(opening + 1, closing_bracket(tokens, opening)):
        depth += (tokens[k].type in OPENING) - (tokens[k].type in CLOSING)
        if tokens[k].type == "COMMA" and depth == 0:
            found.append(k)
    return found


def _indicators(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """1_{x > 0} as (x > 0), which is 1 where it holds and 0 elsewhere."""
    result: list[Token] = []
    for token in tokens:
        one = bool(result) and result[-1].type == "NUMBER" and result[-1].value == "1"
        if not one or token.type != "SUB" or not any(sign in str(token.value) for sign in "<>=≤≥≠"):
            result.append(token)
            continue
        start = token.start + 2  # behind the sign and the brace
        inner = [Token(t.type, t.value, start + t.start, start + t.end, t.spaced) for t in scan(str(token.value))]
        opening = Token("LPAR", "(", result[-1].start, start, result[-1].spaced)
        result[-1:] = [opening, *inner, Token("RPAR", ")", token.end - 1, token.end)]
        vocabulary.note(phrase("The condition {0} counts as 1 where it holds, and as 0 elsewhere.", str(token.value)))
    return result


def _rows_by_dots(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """x·W + b as x @ W + b: a row in front of the weights of a layer."""
    result = list(tokens)
    layers = {"W", "Θ", "Theta"} - vocabulary.declared.keys()
    if any(token.value == "W" for token in tokens):
        layers |= {"U"} - vocabulary.declared.keys()  # x · U + h · W
    for k, token in enumerate(tokens[1:-1], start=1):
        after, before = tokens[k + 1], tokens[k - 1]
        weights = after.type == "WORD" and after.value in layers
        letter = before if before.type == "WORD" else tokens[k - 2] if before.type == "SUB" and k > 1 else None
        row = letter is not None and re.fullmatch("[hopqsuvwxyz]", str(letter.value)) is not None
        if token.value == "·" and weights and row:
            result[k] = Token(token.type, "@", token.start, token.end, token.spaced)
    return result


NOTATIONS: tuple[Callable[[list[Token], Vocabulary], list[Token]], ...] = (
    _choices,
    _braces_of_functions,
    _indicators,
    _positive_parts,
    _clipped,
    _rows_by_dots,
)
"""The notations, in the order in which they are brought into calls."""


def refuse_expectations(tokens: list[Token], text: str, vocabulary: Vocabulary) -> None:
    """Raises ParseError at E[x^2] and P[…]: who means a product puts no square bracket directly behind a name."""
    for token, after in pairwise(tokens):
        named = token.type == "WORD" and token.value in _OF_CHANCE and token.value not in vocabulary.defined
        if named and after.type == "LBRACK" and not after.spaced:
            raise ParseError(
                "expectations and probabilities are not part of the language",
                text=text,
                position=token.start,
                end=token.end,
                hint="Write the mean over the samples: 1/N sum(i=1..N, …).",
            )


def raised_plus_below(tokens: list[Token], text: str) -> list[Token]:
    """(S - K)⁺ with its plus below, which says the same.

    Raises ParseError for a name with a raised plus, which may be a pseudo-inverse.
    """
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        length = _raised_plus(tokens, k) if result and tokens[k].type in {"SUPER", "CARET"} else 0
        if length and result[-1].type not in CLOSING:
            raise _unclear_plus(result[-1], tokens[k], text)
        end = tokens[k + length - 1].end if length else 0
        result.append(Token("SUB", "+", tokens[k].start, end) if length else tokens[k])
        k += length or 1
    return result


def _raised_plus(tokens: list[Token], k: int) -> int:
    """How many tokens a raised plus takes that stands alone: x⁺, x^+ and x^{+}; in x^+2 it is a sign."""
    token, after = tokens[k], tokens[k + 1 : k + 4]
    kinds = [part.type for part in after]
    if token.type == "SUPER":
        return int(token.value == "+")
    if token.type != "CARET" or kinds[:1] not in (["PLUS"], ["LBRACE"]):
        return 0
    if kinds[0] == "LBRACE":
        return 4 if kinds == ["LBRACE", "PLUS", "RBRACE"] else 0
    signed = len(after) > 1 and after[1].type in {"NUMBER", "WORD", "LPAR"} and not after[1].spaced
    return 0 if signed else 2


def _unclear_plus(name: Token, sign: Token, text: str) -> ParseError:
    return ParseError(
        phrase("{0} with {1} raised has no meaning here", text[name.start : name.end], "+"),
        text=text,
        position=sign.start,
        end=sign.end,
        hint="Write max(0, x) for the positive part, inv(A' A) A' for the pseudo-inverse of a matrix.",
    )
