"""What a piece of R computes, with its signs and functions in those of the input language. Nothing is executed."""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern
from explainer.language.pasted import statements
from explainer.language.pasted.foreign_calls import with_calls
from explainer.language.pasted.result import Pasted
from explainer.phrases import phrase

_SIGNS = re.compile(
    r"%\*%|%o%|^[ \t]*+[^\W\d][\w.]*+[ \t]*+<-[ \t]*+(?!\d+\s*$)"
    r"|(?<![\w.])(?:t?crossprod|pmax|pmin|ifelse|solve(?=\([A-Z])|rowSums|colSums"
    r"|[dp](?:norm|exp)(?=\([^\n=]{0,200}\b(?:mean|sd|rate|log)\s*=))\(",
    re.MULTILINE,
)
_FUNCTION = LatePattern(r"\s*(?:[^\W\d][\w.]*\s*(?:<-|=)\s*)?function\s*\(([^()]*)\)\s*", 0, ("function",))
_COMMENT = re.compile(r"#[^\n]*")
_DOTTED = re.compile(r"(?<![\w.])[^\W\d]\w*(?:\.[^\W\d]\w*)+")

_ONE: dict[str, str] = {
    "t": "transpose({0})", "solve": "inv({0})", "crossprod": "({0})' @ ({0})", "tcrossprod": "({0}) @ ({0})'",
    "nrow": "len({0})", "ncol": "len(({0})')", "NROW": "len({0})", "length": "len({0})", "plogis": "sigmoid({0})",
    "var": "var({0}, 1)", "sd": "std({0}, 1)", "return": "({0})", "drop": "({0})", "c": "({0})",
    "as.vector": "({0})", "as.numeric": "({0})", "as.matrix": "({0})", "rowSums": "sum({0}, axis=1)",
    "colSums": "sum({0}, axis=0)", "rowMeans": "mean({0}, axis=1)", "colMeans": "mean({0}, axis=0)",
}  # fmt: skip
_TWO: dict[str, str] = {
    "solve": "inv({0}) @ ({1})", "crossprod": "({0})' @ ({1})", "tcrossprod": "({0}) @ ({1})'",
    "pmax": "max({0}, {1})", "pmin": "min({0}, {1})", "outer": "({0}) @ ({1})'",
}  # fmt: skip
_THREE: dict[str, str] = {"ifelse": "cases({1} if {0}, {2} if otherwise)"}
_PARAMETERS: dict[str, tuple[str, ...]] = {
    "dnorm": ("x", "mean", "sd"), "pnorm": ("q", "mean", "sd"), "dexp": ("x", "rate"),
}  # fmt: skip
"""Densities whose arguments may be given by name, in the order in which the language has them."""
_TEMPLATES = {1: _ONE, 2: _TWO, 3: _THREE}
"""Functions of R by the number of their arguments; var and sd divide by n - 1."""


def recognise(text: str) -> bool:
    """Whether a text has a sign or a function that only R has."""
    return "\\" not in text and (_SIGNS.search(text) is not None or _FUNCTION.match(text) is not None)


def translate(text: str) -> Pasted:
    """The function in the input language; a function of one argument names its variable.

    Raises ParseError where a bracket is not closed.
    """
    body = _COMMENT.sub(lambda match: " " * len(match.group()), text)
    variable, body = _without_function(body)
    body = re.sub(r"\s*<-\s*", " = ", body)
    body = re.sub(r"%\*%", " @ ", body)
    body = re.sub(r"(?<![\w.])([A-Z]\w*)\s*\*\s*(?=[A-Z]\w*(?![\w(]))", r"\1 ⊗ ", body)  # entry by entry in R
    body = with_calls(body, _TEMPLATES, text, _density)
    body = _DOTTED.sub(lambda match: match.group().replace(".", "_"), body).strip(" \n;")
    notes = (phrase("The text was read as {0}.", body),) if body != text.strip() and "\n" not in body else ()
    inner = statements.translate(body).text if statements.recognise(body) else body
    inner = re.sub(r"^\s*[^\W\d]\w*\s*=(?!=)\s*", "", inner)
    return Pasted(inner, variable, notes, dialect="numpy")


def _without_function(text: str) -> tuple[str | None, str]:
    """The only argument of a function, and what it computes; the text itself where it is no function."""
    match = _FUNCTION.match(text)
    if match is None:
        return None, text
    arguments = [part.partition("=")[0].strip() for part in match[1].split(",") if part.strip()]
    body = text[match.end() :].strip()
    if body.startswith("{") and body.endswith("}"):
        body = body[1:-1].strip()
    return (arguments[0].replace(".", "_") if len(arguments) == 1 else None), body


def _density(name: str, arguments: list[str]) -> str | None:
    """dnorm(x, mean = m, sd = s) with its arguments in their order, and as a logarithm where that is asked for."""
    order = _PARAMETERS.get(name)
    if order is None:
        return None
    given: dict[str, str] = {}
    for place, argument in enumerate(arguments):
        option, sign, value = argument.partition("=")
        given[option.strip() if sign else order[min(place, len(order) - 1)]] = (value if sign else argument).strip()
    logarithm = {given.pop(option, "FALSE") for option in ("log", "log.p")} & {"TRUE", "T"}
    usual = {"mean": "0", "sd": "1", "rate": "1"}
    items = (
        [given[option] if option in given else usual[option] for option in order]
        if len(given) > 1
        else [*given.values()]
    )
    call = f"{name}({', '.join(items)})"
    return f"ln({call})" if logarithm else call
