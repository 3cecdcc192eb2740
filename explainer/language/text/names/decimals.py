"""1,5 x as 1.5 x: the comma of a number, as most of Europe writes it, told from that between arguments."""

from __future__ import annotations

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_OPENS, _CLOSES = frozenset({"LPAR", "LBRACE", "LBRACK", "DOTPAR"}), frozenset({"RPAR", "RBRACE", "RBRACK"})
_BEFORE_A_CALL = frozenset({"WORD", "SUB", "METHOD", "PRIME", "RPAR", "FILLED"})


def decimal_commas(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with one number for 1,5 where a comma separates nothing: outside of lists and calls.

    (1,5) is a point, f(1,5) has two arguments, and in x_1,2 the comma stands between indices.
    """
    tokens = _without_braces(tokens)
    commas = [k for k in range(1, len(tokens) - 1) if tokens[k].type == "COMMA" and _in_number(tokens, k)]
    if not commas:
        return tokens
    plain = _outside_of_lists(tokens, vocabulary)
    joined = [k for k in commas if plain[k] and not (k > 2 and tokens[k - 2].type == "COMMA" and k - 2 in commas)]
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        if k + 1 in joined:
            first, last = tokens[k], tokens[k + 2]
            number = f"{first.value}.{last.value}"
            vocabulary.note(phrase("{0} is read as the number {1}.", f"{first.value},{last.value}", number))
            result.append(Token("NUMBER", number, first.start, last.end, first.spaced))
            k += 3
            continue
        result.append(tokens[k])
        k += 1
    return result


def _without_braces(tokens: list[Token]) -> list[Token]:
    """0{,}5, as it is set in LaTeX, as 0,5."""
    kinds = [token.type for token in tokens]
    braced = ["LBRACE", "COMMA", "RBRACE"]
    places = [k for k in range(1, len(tokens)) if kinds[k] == "LBRACE" and kinds[k : k + 3] == braced]
    if not places:
        return tokens
    result = list(tokens)
    for k in reversed(places):
        comma, after = result[k + 1], result[k + 3 : k + 4]
        result[k : k + 3] = [Token("COMMA", ",", comma.start, comma.end)]
        result[k + 1 : k + 2] = [Token(token.type, token.value, token.start, token.end) for token in after]
    return result


def _in_number(tokens: list[Token], k: int) -> bool:
    """Whether digits stand close on both sides of the comma."""
    before, comma, after = tokens[k - 1 : k + 2]
    digits = (
        before.type == after.type == "NUMBER" and str(before.value).isdecimal() and str(after.value)[:1].isdecimal()
    )
    return digits and not comma.spaced and not after.spaced


def _outside_of_lists(tokens: list[Token], vocabulary: Vocabulary) -> list[bool]:
    """Whether a comma at each place would separate nothing.

    That is so outside of brackets, in an exponent, in round brackets that hold more than numbers, and behind functions
    of one number such as sin.
    """
    result = [True] * len(tokens)
    opened: list[int] = []
    for k, token in enumerate(tokens):
        if token.type in _OPENS:
            opened.append(k)
        elif token.type in _CLOSES and opened:
            begin = opened.pop()
            if _separates(tokens, begin, k, vocabulary):
                result[begin:k] = [False] * (k - begin)
    return result


def _separates(tokens: list[Token], begin: int, end: int, vocabulary: Vocabulary) -> bool:
    opening, before = tokens[begin], tokens[begin - 1] if begin else None
    if opening.type == "LBRACE":
        return before is None or before.type != "CARET"
    if before is not None and before.type == "WORD":
        callee = vocabulary.function(str(before.value))
        operation = callee.operation if callee is not None else None
        if operation is not None and operation.arity == 1 and operation.elementwise:
            return False
    called = before is not None and before.type in _BEFORE_A_CALL and not opening.spaced
    inner = tokens[begin + 1 : end]
    numbers = all(token.type in {"NUMBER", "COMMA", "MINUS"} for token in inner)
    return opening.type != "LPAR" or called or numbers
