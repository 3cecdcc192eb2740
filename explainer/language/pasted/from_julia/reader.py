"""What a piece of Julia computes, with its functions and generators in those of the input language."""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.late_patterns import LatePattern
from explainer.language.pasted import statements
from explainer.language.pasted.result import Pasted
from explainer.phrases import phrase

_RANGE = r"(?P<index>[^\W\d]\w*)\s*(?:in|=|∈)\s*(?:1\s*:\s*(?P<upper>\w+(?:\([^()]*\))?)|(?:eachindex|axes)\([^()]*\))"
_GENERATED = LatePattern(rf"\s+for\s+{_RANGE}\s*$", 0, ("for",))
_RECOGNISED = LatePattern(
    rf"\s+for\s+{_RANGE}\s*\)|^\s*function\s+\w+\([^()]*\)[\s\S]*\bend\s*$|(?<!\w)@\.\s", re.MULTILINE
)
_FUNCTION = LatePattern(r"\s*function\s+\w+\((?P<arguments>[^()]*)\)(?P<body>[\s\S]*?)\bend\s*", 0, ("function",))
_COMMENT = re.compile(r"#[^\n]*")
_TYPE = re.compile(r"::[\w{}.]+")
_ENTRY = re.compile(r"(?<!\w)([^\W\d]\w*)\[([^\[\]]+)\]")
_SUM = re.compile(r"(?<![\w.])(?:sum|prod)\(")


def recognise(text: str) -> bool:
    """Whether a text has a generator that counts from 1, a function with its end, or the sign @. of Julia."""
    return "\\" not in text and _RECOGNISED.search(text) is not None


def translate(text: str) -> Pasted:
    """The function in the input language; a function of one argument names its variable.

    Raises ParseError for an index that is calculated with.
    """
    body = _TYPE.sub("", _COMMENT.sub("", text)).replace("@. ", "").replace("@.", "")
    variable = None
    function = _FUNCTION.fullmatch(body)
    if function is not None:
        arguments = [part.strip() for part in function["arguments"].split(",") if part.strip()]
        variable = arguments[0] if len(arguments) == 1 else None
        body = re.sub(r"(?m)^\s*return\s+", "", function["body"]).strip()
    for match in reversed(list(_SUM.finditer(body))):
        body = _counted(body, match, text)
    body = body.strip(" ;\n")
    inner = statements.translate(body).text if statements.recognise(body) else body
    return Pasted(inner, variable)


def _counted(body: str, match: re.Match[str], text: str) -> str:
    """sum(x[i] * y[i] for i in 1:n) as sum(i=1..n, x_i * y_i); without a size where it is the length of a vector."""
    end, depth = match.end(), 1
    while end < len(body) and depth:
        depth += (body[end] in "([{") - (body[end] in ")]}")
        end += 1
    inside = body[match.end() : end - 1]
    found = _GENERATED.search(inside)
    if found is None:
        return body
    index, upper = found["index"], found["upper"]
    counted = f"{index}=1..{upper}" if upper and "(" not in upper else index
    term = _ENTRY.sub(lambda entry: _entry(entry, text), inside[: found.start()])
    return f"{body[: match.end()]}{counted}, {term}{body[end - 1 :]}"


def _entry(entry: re.Match[str], text: str) -> str:
    indices = [part.strip() for part in entry[2].split(",")]
    if not all(re.fullmatch(r"[^\W\d]\w*|\d+", part) for part in indices):
        raise ParseError(
            phrase("the index {0} is calculated with, which is not read", entry[2]),
            text=text,
            position=max(0, text.find(entry[0])),
            hint="Give what it stands for a name of its own, such as h_0.",
        )
    return f"{entry[1]}_{{{','.join(indices)}}}" if len(indices) > 1 else f"{entry[1]}_{indices[0]}"
