"""Whose signs a text has: those of MATLAB or those of NumPy and its kin. They decide what * is between matrices."""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern

_CALLED = "inv|tr|trace|det|logdet|diag|norm1|norm2|vector|matrix"
_MATLAB = re.compile(rf"(?<=[\w)\]'])'|\.\*|\./|\.\^|(?<![\w.])(?:(?:{_CALLED})\s*\(|eye\b)")
_NUMPY = re.compile(
    r"(?<!\w)(?:np|numpy|jnp|cupy|torch|tf|scipy)\.\w|\.T(?!\w)|@|\*\*|\.(?:dot|sum|mean|norm|transpose)\s*\("
)


def dialect_of(text: str) -> str:
    """The dialect of a text: "matlab", "numpy", or nothing where it has the signs of both or of none."""
    matlab, numpy = _MATLAB.search(text) is not None, _NUMPY.search(text) is not None
    if matlab == numpy:
        return ""
    return "matlab" if matlab else "numpy"


_ANONYMOUS = LatePattern(
    r"\s*(?:[^\W\d]\w*\s*=\s*)?@\(\s*([^\W\d]\w*)((?:\s*,\s*[^\W\d]\w*)*)\s*\)\s*(?=\S)", 0, ("@",)
)
_FROM_THE_LEFT = LatePattern(
    r"(?:(?<![\w\\])(?P<name>[A-ZΓΔΘΛΞΠΣΦΨΩ]\w*'?)|(?P<bracket>\)'?))\s*\\\s*(?=\(|[^\W\d_](?![^\W\d_]))", 0, ("\\",)
)
_COMMAND = LatePattern(r"\\(?:[A-Za-z]{2,}|[^\sA-Za-z(])|[${}]")
_SYMBOLS = LatePattern(r"\s*syms\b[^;\n]*[;\n]", 0, ("syms",))
_DIFF = LatePattern(
    r"(?:^|(?<=[;\n]))\s*(?:\w+\s*=\s*)?diff\(\s*[^\W\d]\w*\s*,\s*([^\W\d]\w*)\s*\)\s*;?\s*$", 0, ("diff",)
)
"""syms x y; f = …; diff(f, x), the question of the Symbolic Math Toolbox."""
_FROBENIUS = LatePattern(
    r"(?<![\w.])(norm\([^()'\"]*(?:\([^()'\"]*\)[^()'\"]*)*?'?)\s*,\s*(['\"])fro\2\s*\)", 0, ("fro",)
)
"""norm(X, 'fro'), which is the norm of a matrix here too."""
_OPERAND = re.compile(r"[^\W\d]\w*'?")


def has_signs_of_matlab(text: str) -> bool:
    """Whether a text has an anonymous function or a division from the left, and nothing that only LaTeX has."""
    if _ANONYMOUS.match(text) is not None or _SYMBOLS.match(text) is not None or _FROBENIUS.search(text):
        return True
    return _FROM_THE_LEFT.search(text) is not None and _COMMAND.search(text) is None


def without_signs_of_matlab(text: str) -> tuple[str, str | None]:
    """The text in the input language, A \\ b as inv(A) * b, and the variable of @(w), where there is one only."""
    variable = None
    symbols = _SYMBOLS.match(text)
    if symbols is not None:
        asked = _DIFF.search(text, symbols.end())
        variable = None if asked is None else asked[1]
        text = " " * symbols.end() + text[symbols.end() : None if asked is None else asked.start()]
    front = _ANONYMOUS.match(text)
    if front is not None:
        variable = None if front[2] else front[1]
        # Blanks instead of the front keep the places of what is refused behind it.
        text = " " * front.end() + text[front.end() :].rstrip(" ;\n")
    text = _FROBENIUS.compiled.sub(r"\1)", text)
    while (match := _FROM_THE_LEFT.search(text)) is not None:
        start = match.start() if match["name"] else _opening(text, match.start("bracket"))
        divisor = (match["name"] or text[start : match.end("bracket")]).strip()
        end = _end(text, match.end())
        text = f"{text[:start]}inv({divisor}) * {text[match.end() : end]}{text[end:]}"
    return (text.strip() if front is None else text), variable


def _opening(text: str, end: int) -> int:
    """Where the bracket opens that closes at `end`."""
    depth = 0
    for k in range(end, -1, -1):
        depth += (text[k] in ")]}") - (text[k] in "([{")
        if depth == 0:
            return k
    return 0


def _end(text: str, start: int) -> int:
    """Where the operand that begins at `start` ends."""
    if text[start] != "(":
        found = _OPERAND.match(text, start)
        return found.end() if found else start
    depth = 0
    for k in range(start, len(text)):
        depth += (text[k] in "([{") - (text[k] in ")]}")
        if depth == 0:
            return k + 1
    return len(text)
