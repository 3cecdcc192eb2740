"""Second derivatives in front of a function, d²/dx² … and ∂²f/∂x∂y, and in words: the Hessian of …."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from explainer.errors import ParseError
from explainer.language.late_patterns import LatePattern
from explainer.phrases import phrase

_NAME = r"(?:\\(?:mathbf|boldsymbol|bm|vec)\s*\{\s*\\?[A-Za-z]+\s*\}|\\[A-Za-z]+|[^\W\d_](?:_\w|_\{\w+\})?)"
_D = r"(?:∂|d(?![a-z]{2})|\\partial(?![a-z])|\\mathrm\s*\{\s*d\s*\})"
_TWO = r"\s*(?:²|\^\s*2|\^\s*\{\s*2\s*\}|\*\*\s*2)\s*"
_WORD = r"[^\W\d_]\w*(?:\s*\([^()]*\))?"


def _below(part: str) -> str:
    return (
        rf"(?:{_D}\s*(?P<once{part}>{_NAME}){_TWO}"
        rf"|{_D}\s*(?P<outer{part}>{_NAME})\s*{_D}\s*(?P<inner{part}>{_NAME}))"
    )


_SIGN = (
    rf"(?:{_D}{_TWO}(?P<f>{_WORD})?\s*/\s*\(?\s*{_below('')}\)?"
    rf"|\\[dt]?frac\s*\{{\s*{_D}{_TWO}(?P<g>{_WORD})?\s*\}}\s*\{{\s*{_below('_')}\s*\}})\s*"
)
_FRONT = LatePattern(rf"[\s$]*{_SIGN}", 0, ("d", "∂", "partial"), ("/", "frac"))
_INSIDE = LatePattern(rf"(?<![\w.]){_SIGN}", 0, ("d", "∂", "partial"), ("/", "frac"))
_WORDS = LatePattern(
    r"\s*(?:(?:find|compute|calculate|determine|what(?:\s+is|['’]s))\s+)?(?:the\s+)?"
    r"(?:second(?:[\s-]order)?\s+(?:partial\s+)?derivatives?|hessian(?:\s+matrix)?)\s+(?:of|for)\s+"
    r"|\s*(?:(?:bestimmen?|berechnen?|bilden?|die|der)\s+)*(?:zweite\s+(?:partielle\s+)?Ableitung|Hesse-?Matrix)\s+(?:von|der)\s+",
    re.IGNORECASE,
    ("second", "hess", "zweite"),
)


_UNSAID = LatePattern(
    rf"[\s$]*(?:{_D}\s*(?P<f>{_NAME})\s*/\s*{_D}\s*{_NAME}"
    rf"|\\[dt]?frac\s*\{{\s*{_D}\s*(?P<g>{_NAME})\s*\}}\s*\{{\s*{_D}\s*{_NAME}\s*\}})[\s$?.]*",
    0,
    ("d", "∂", "partial"),
    ("/", "frac"),
)
_D_ITSELF = LatePattern(r"(?<!\w)d\s*(?::(?!=)|=(?!=))", 0, ("d",))


class Twice(NamedTuple):
    """What is differentiated twice: where it begins, the name that stands for it, the variables from the inside."""

    start: int
    function: str
    variables: tuple[str, str] | None
    sign: str


def slope_of(words: str) -> str:
    """The words in front as those of a first derivative, of the same length."""
    first = re.sub(r"second(?:[\s-]order)?|zweite", lambda match: " " * len(match.group()), words, flags=re.IGNORECASE)
    first = re.sub(r"hesse-?matrix", lambda match: "Steigung".ljust(len(match.group())), first, flags=re.IGNORECASE)
    return re.sub(r"hessian(?:\s+matrix)?", lambda match: "slope".ljust(len(match.group())), first, flags=re.IGNORECASE)


def refuse_inside(text: str, names: Container[str]) -> None:
    """Raise ParseError where d²y/dx² is a part of a formula, unless d is a name of its own: nothing is meant by d²."""
    match = _INSIDE.search(text) if "d" not in names and _D_ITSELF.search(text) is None else None
    if match is not None:
        raise ParseError(
            "a second derivative inside a formula is not read",
            text=text,
            position=match.start(),
            end=match.end(),
            hint="Write it in front of the function that is differentiated: d²/dx² (x^4).",
        )


def refuse_unsaid(text: str) -> None:
    """Raise ParseError where dy/dx is the whole text: of y nothing is said, and it is no constant."""
    match = _UNSAID.fullmatch(text)
    if match is not None:
        name = match["f"] or match["g"]
        raise ParseError(
            phrase("nothing says what {0} is", name),
            text=text,
            position=match.start("f" if match["f"] else "g"),
            end=match.end("f" if match["f"] else "g"),
            hint=phrase("Type the function itself, or say it behind “where”: … where {0} = x^2.", name),
        )


def twice(text: str) -> Twice | None:
    """A second derivative that a text asks for; None for any other text, and where an equation has one as a part."""
    match = _FRONT.match(text)
    if match is None:
        worded = _WORDS.match(text)
        return None if worded is None else Twice(worded.end(), "", None, worded.group().strip())
    found = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    function = found.get("f") or found.get("g") or ""
    behind = text[match.end() :].lstrip(" $")
    if re.match(r"[-+*/=^<>,;]|$", behind) or bool(function) != behind.startswith("where") or _D_ITSELF.search(text):
        return None
    inner, outer = (found["once"],) * 2 if "once" in found else (found["inner"], found["outer"])
    return Twice(match.end(), function, (inner, outer), match.group().strip(" $"))
