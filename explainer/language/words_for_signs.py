"""Formulas that are said in words, as “x squared times e to the -x” and “the trace of A inverse B”, in signs.

Only what can be meant in one way is written in signs: where a root ends in “the square root of x plus 1” nobody can
tell, and such a text stays as it is, to be refused at its first word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from explainer.language.late_patterns import LatePattern
from explainer.language.pasted.pieces import closes_last
from explainer.language.text.vocabulary import function_names

_FUNCTIONS = {
    "square_root": "sqrt", "cube_root": "cbrt", "natural_log": "ln", "natural_logarithm": "ln", "logarithm": "log",
    "exponential": "exp", "absolute_value": "abs", "determinant": "det", "trace": "tr", "norm": "norm",
    "inverse": "inv", "transpose": "transpose", "log": "log", "ln": "ln", "exp": "exp", "sqrt": "sqrt", "sin": "sin",
    "cos": "cos", "tan": "tan", "det": "det", "sine": "sin", "cosine": "cos", "tangent": "tan",
}  # fmt: skip
"""What stands in front of “of”, and the function."""
_OF_PRODUCTS = frozenset({"tr", "det", "norm"})
"""Functions that take in all the factors said behind them: the trace of A times B."""
_TIGHT = frozenset({"inv", "transpose"})
"""What takes the next name alone: the inverse of A times b."""
_BEHIND = {
    "squared": "^2", "cubed": "^3", "transposed": "ᵀ", "transpose": "ᵀ", "inverse": "^-1",
    "quadriert": "^2", "transponiert": "ᵀ", "invertiert": "^-1",
}  # fmt: skip
"""What stands behind a name or a bracket, and the sign."""
_BETWEEN = {
    "times": "*", "multiplied_by": "*", "mal": "*", "plus": "+", "minus": "-", "divided_by": "/", "over": "/",
    "geteilt_durch": "/", "durch": "/",
}  # fmt: skip
"""What stands between two operands, and the sign."""
_ORDINALS = {"second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(word.replace("_", r"\s+") for word in sorted(words, key=len, reverse=True))


_ALONE = r"(?<![\w.\\{])(?:{0})(?![\w=:.]|\(|\s*[=:])"
"""A word that is no part of another one, no function in front of brackets and no name that is declared."""
_CALLED = LatePattern(
    rf"(?<![\w.\\])(?:the\s+)?(?P<name>{_any_of(_FUNCTIONS)})(?:\s+(?:to\s+)?(?:the\s+)?base\s+(?P<base>\w+))?"
    r"\s+of\s+(?:the\s+(?=\w+(?:\s+\w+)?\s+of\s))?",
    re.IGNORECASE,
    (" of ",),
)
_AFTER = LatePattern(rf"\s+(?P<word>{_ALONE.replace('{0}', _any_of(_BEHIND))})", re.IGNORECASE, tuple(_BEHIND))
_POWER = LatePattern(
    r"\s+(?:(?:raised\s+)?to\s+the\s+(?:power\s+(?:of\s+)?)?|hoch\s+)(?:(?P<ordinal>second|third|fourth|fifth|sixth"
    r"|(?:\d+|n|k)-?(?:th|st|nd|rd))(?:\s+power)?(?!\w))?",
    re.IGNORECASE,
    ("to", "hoch"),
    ("the", "hoch"),
)
_SIGN = LatePattern(
    rf"(?P<word>{_ALONE.replace('{0}', _any_of(_BETWEEN))})",
    re.IGNORECASE,
    tuple(word.partition("_")[0] for word in _BETWEEN),
)
_ADDED = re.compile(r"(?<=\s)[-+−](?=\s)|(?<!\w)(?:plus|minus)(?!\w)", re.IGNORECASE)
_JOINED = re.compile(rf"[-+*/−=,;)\]}}]|(?<!\w)(?:{_any_of(_BETWEEN)}|squared|cubed)(?!\w)", re.IGNORECASE)
_NO_SENTENCE = re.compile(r"\\|\n|(?<![\w.])(?:np|torch|tf|jnp|math|def|return)\b")
_LONGEST = 300


def in_signs(text: str, names: Container[str] = ()) -> str | None:
    """The text with signs in the place of words; None where it says nothing in words, or not in one way.

    What is called like a word in `names` stays a name.
    """
    if len(text) > _LONGEST or not _says(text) or _NO_SENTENCE.search(text):
        return None
    found = text
    words: list[str] = []
    for change in (_functions, _powers, _signs_behind, _signs_between):
        changed = change(found, words)
        if changed is None:
            return None
        found = changed
    if not words or any(word in names or re.search(rf"(?<!\w){word}\s*[:=]", text) for word in words):
        return None
    return None if _says(found) else found


def _says(text: str) -> bool:
    return any(pattern.search(text) is not None for pattern in (_CALLED, _AFTER, _POWER, _SIGN))


def _functions(text: str, words: list[str]) -> str | None:
    """The square root of x as sqrt(x), the innermost first."""
    for match in reversed(list(_CALLED.finditer(text))):
        name = _FUNCTIONS[re.sub(r"\s+", "_", match["name"].lower())]
        if match["base"]:
            if name != "log":
                return None
            name = f"log_{match['base']}"
        end = _end_of_argument(text, match.end(), name)
        if end is None:
            return None
        words.insert(0, match.group().strip())
        inner = text[match.end() : end]
        call = inner if closes_last(inner) and inner[0] == "(" else f"({inner})"
        text = f"{text[: match.start()]}{name}{call}{text[end:]}"
    return text


def _end_of_argument(text: str, start: int, name: str) -> int | None:
    """Where what a function is taken of ends; None where that could be in two places."""
    end = _end_of_operand(text, start)
    if end == start:
        return None
    if name in _TIGHT or text[start] in "([{" or not text[end:].strip():
        return end
    rest = text[end:]
    stop = next((k for k, sign in enumerate(rest) if sign in ",;)]}"), len(rest))
    rest = rest[:stop].rstrip()
    if name == "norm" and re.fullmatch(r"\s+squared", rest, re.IGNORECASE):
        return end
    factors = re.sub(r"(?<!\w)(?:times|multiplied\s+by)(?!\w)", "", rest) if name in _OF_PRODUCTS else rest
    return None if _JOINED.search(factors) else end + len(rest)


def _end_of_operand(text: str, start: int) -> int:
    """The end of a run without blanks, with the brackets that open in it."""
    depth = 0
    for k in range(start, len(text)):
        sign = text[k]
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth < 0:
                return k
        elif not depth and (sign.isspace() or sign in ",;"):
            return k
    return len(text)


def _powers(text: str, words: list[str]) -> str | None:
    """e to the power of -x as e^(-x), x to the fourth as x^4."""
    for match in reversed(list(_POWER.finditer(text))):
        ordinal = (match["ordinal"] or "").lower()
        end = match.end() if ordinal else _end_of_operand(text, match.end())
        raised = _ORDINALS.get(ordinal) or re.sub(r"-?(?:th|st|nd|rd)$", "", ordinal) or text[match.end() : end]
        rest = text[end:].lstrip()
        joined = _JOINED.match(rest)
        added = joined is not None and joined.group().lower() in {"+", "-", "−", "plus", "minus"}
        number = bool(ordinal) or raised.isdecimal()
        closed = not rest or rest[0] in ",;)]}=" or (number and added) or (bool(ordinal) and joined is None)
        if not raised or not match.start() or not closed:
            return None
        words.insert(0, match.group().strip())
        text = f"{text[: match.start()]}^({raised}){text[end:]}"
    return text


def _signs_behind(text: str, words: list[str]) -> str | None:
    """x squared as x^2 and A transpose as Aᵀ; sin x squared could be either of two."""
    while (match := _AFTER.search(text)) is not None:
        before = text[: match.start()]
        last = re.search(r"(?:^|(?<=[\s(\[{*/+,=-]))(?:(?P<function>[a-z]+)\s+)?(?P<name>[^\W\d_]+\w*)$", before)
        function = last is not None and last["function"] in function_names()
        if not re.search(r"[\w)\]}|‖'ᵀ²³]$", before) or (function and match["word"].lower() in {"squared", "cubed"}):
            return None
        words.append(match["word"])
        sign, behind = _BEHIND[match["word"].lower()], text[match.end() :]
        if sign == "^-1" and last is not None:
            text = f"{before[: last.start('name')]}inv({last['name']}){behind}"
        else:
            text = f"{before}{sign}{behind}"
    return text


def _signs_between(text: str, words: list[str]) -> str | None:
    """x times y as x * y; of x + 1 over x - 1 nobody knows what is divided."""
    while (match := _SIGN.search(text)) is not None:
        sign = _BETWEEN[re.sub(r"\s+", "_", match["word"].lower())]
        before, behind = text[: match.start()], text[match.end() :]
        if sign == "/":
            divisor = _end_of_operand(behind.lstrip(), 0)
            again = _JOINED.match(behind.lstrip()[divisor:].lstrip())
            if _ADDED.search(before) or _ADDED.search(behind) or (again is not None and again.group() not in ",;)]}"):
                return None
        if not behind.strip() or (sign != "-" and not before.strip()):
            return None
        words.append(match["word"])
        text = f"{before}{sign}{behind}"
    return text
