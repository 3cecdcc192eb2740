"""What a formula of a spreadsheet computes, in the signs and functions of the input language. Nothing is executed."""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.late_patterns import LatePattern
from explainer.language.pasted.foreign_calls import with_calls
from explainer.language.pasted.result import Pasted
from explainer.phrases import phrase

_FORMULA = LatePattern(r"\s*=(?!=)\s*(?=[-+(\w$])", 0, ("=",))
_NAMES = re.compile(r"(?<![\w.])[A-Z][A-Z0-9.]*(?=\()")
_RANGE = re.compile(r"(?<!\w)\$?([A-Z]{1,2})\$?(\d+):\$?([A-Z]{1,2})\$?(\d+)(?!\w)")
_CELL = re.compile(r"(?<![\w.])\$?([A-Z])\$?(\d{1,4})(?![\w(])")
_SQUARED_MINUS = re.compile(r"(?:^|[(,=])\s*-\s*[\w.]+\s*\^")
_ONE = {
    "SUMSQ": "sum({0}^2)", "AVERAGE": "mean({0})", "LOG": "log10({0})", "LN": "ln({0})", "INT": "floor({0})",
    "VAR.P": "var({0})", "VARP": "var({0})", "VAR.S": "var({0}, 1)", "VAR": "var({0}, 1)", "STDEV": "std({0}, 1)",
    "STDEV.P": "std({0})", "STDEVP": "std({0})", "STDEV.S": "std({0}, 1)", "COUNT": "len({0})", "PRODUCT": "prod({0})",
    "TRANSPOSE": "transpose({0})", "MINVERSE": "inv({0})", "MDETERM": "det({0})", "NORM.S.DIST": "normal_cdf({0})",
    "NORMSDIST": "normal_cdf({0})", "RADIANS": "({0} pi/180)", "DEGREES": "({0} 180/pi)", "SQRTPI": "sqrt({0} pi)",
}  # fmt: skip
_TWO = {
    "SUMPRODUCT": "sum(({0}) * ({1}))", "POWER": "({0})^({1})", "LOG": "(ln({0})/ln({1}))", "MMULT": "(({0}) @ ({1}))",
    "SUMXMY2": "sum((({0}) - ({1}))^2)", "ATAN2": "atan2({1}, {0})", "AVERAGE": "(({0}) + ({1}))/2",
}  # fmt: skip
_THREE = {"IF": "cases({1} if {0}, {2} if otherwise)"}
_TEMPLATES = {0: {"PI": "pi"}, 1: _ONE, 2: _TWO, 3: _THREE}
"""Functions by the number of their arguments; LOG is to base ten there."""


def recognise(text: str) -> bool:
    """Whether a text begins with the = of a cell."""
    return _FORMULA.match(text) is not None and "\n" not in text.strip() and "\\" not in text


def translate(text: str) -> Pasted:
    """The formula in the input language, with cells as names: A1 is A_1, and the cells from A1 to A10 a vector A.

    Raises ParseError where a bracket is not closed, and for cells of several columns.
    """
    start = _FORMULA.match(text)
    body = text[start.end() :].strip(" ;\n") if start else text
    if ";" in body:  # as where numbers have a comma
        body = re.sub(r"(?<=\d),(?=\d)", ".", body).replace(";", ",")
    body = with_calls(body, _TEMPLATES, text)
    body = _NAMES.sub(lambda match: match.group().lower(), body)
    columns = {match[1]: "vector" for match in _RANGE.finditer(body)}
    body = _RANGE.sub(lambda match: _column(match, text), body)
    body = _CELL.sub(r"\1_\2", body)
    notes: tuple[str, ...] = ()
    if _SQUARED_MINUS.search(text):
        notes = (phrase("A minus in front of a power is read as in books, −(x²); a spreadsheet computes (−x)²."),)
    return Pasted(body.replace("<>", "!="), None, notes, kinds=columns)


def _column(match: re.Match[str], text: str) -> str:
    if match[1] == match[3]:
        return match[1]
    raise ParseError(
        phrase("{0} has several columns", match.group()),
        text=text,
        position=max(0, text.find(match.group())),
        hint="Give the matrix a name, such as A.",
    )
