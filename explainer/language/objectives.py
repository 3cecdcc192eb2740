"""What stands in front of a function that is to be minimised, min_w, \\arg\\min_{w}, and names the variable."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language.pasted.names import is_one_name

_WORD = r"(?:arg\s*(?:\\[,;: ])?\s*)?(?:minimi[sz]e|maximi[sz]e|min|max)"
_NAME = r"(?:\\[A-Za-z]+\{\\?[A-Za-z]+\}|\\?[^\W\d_]+(?:_(?:\w|\{\w+\}))?)"
_NAMES = rf"{_NAME}(?:\s*,\s*{_NAME})*"
_BELOW = rf"_\s*(?:\{{\s*(?P<braced>{_NAMES})\s*\}}|(?P<bare>\\[A-Za-z]+|[^\W\d_]+(?!\w)))"
_COMMAND = r"\\(?:arg\s*(?:\\[,;: ])?\s*\\?)?(?:min|max)(?:\\limits)?"
_SIGN = rf"(?:{_COMMAND}|\\operatorname\*?\s*\{{\s*{_WORD}\s*\}}|{_WORD})"
_FRONT = re.compile(
    rf"\s*\$*\s*(?:{_SIGN}\s*{_BELOW}"
    rf"|\\underset\s*\{{\s*(?P<under>{_NAMES})\s*\}}\s*\{{\s*{_SIGN}\s*\}}"
    r"|(?:minimi[sz]e|maximi[sz]e)(?![\w(_]))\s*:?(?:\\[,;:! ]|\\q?quad(?![A-Za-z])|\s)*"
)
_COUNTING = frozenset("ijkln")
"""What an index is called: the largest x_i is no question."""


_RESULT = re.compile(
    r"\s*\$*\s*(?P<name>(?:\\?(?:log|ln)\s*)?(?:\\(?:mathcal|mathrm|operatorname\*?|text)\s*\{\w+\}|\\?[^\W\d]+)"
    r"(?:_(?:\w|\{[^{}]*\}))?)\s*"
    r"(?:\\left|\\[bB]ig+l?)?\(\s*[^()=]*?(?:\\\||\||‖|;|\\mid(?![a-z])|\\Vert(?![a-z]))[^()=]*\)\s*=(?!=)"
)


class Objective(NamedTuple):
    """The words in front, what they name as the variables, and where the function begins."""

    sign: str
    variables: tuple[str, ...]
    start: int


def named_result(text: str) -> tuple[str, int] | None:
    """p(x | μ) = … and N(x; μ, σ) = …: the name of the result, and where the function begins; else None."""
    match = _RESULT.match(text)
    return None if match is None or match.end() == len(text) else (match["name"], match.end())


def objective(text: str) -> Objective | None:
    """What a text asks to minimise or maximise; None for any other text."""
    match = _FRONT.match(text)
    if match is None or match.end() == len(text):
        return None
    named = match["braced"] or match["bare"] or match["under"] or ""
    variables = tuple(re.split(r"\s*,\s*", named)) if named else ()
    plain = all("\\" in name or is_one_name(name) for name in variables)
    return None if not plain or _COUNTING & set(variables) else Objective(match.group().strip(), variables, match.end())
