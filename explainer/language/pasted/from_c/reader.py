"""What a line or a function of C, C++, Java or JavaScript computes, in the signs of the input language."""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern
from explainer.language.pasted import statements
from explainer.language.pasted.result import Pasted

_TYPES = r"(?:const|static|inline|constexpr|double|float|int|long|unsigned|auto|let|var|real|public|final|fn|f64|f32)"
_DECLARED = LatePattern(rf"(?<![\w.])(?:{_TYPES}\s+)+(?=[^\W\d]\w*\s*(?:[=(,);]|$))")
_FUNCTION = LatePattern(
    r"\s*(?:function\s+)?[^\W\d]\w*\s*\((?P<arguments>[^(){}]*)\)\s*(?:->\s*\w+\s*)?\{(?P<body>.*)\}\s*;?\s*",
    re.DOTALL, ("{",),
)  # fmt: skip
_ARROW = LatePattern(
    r"\s*(?:[^\W\d]\w*\s*=\s*)?(?:\((?P<several>[\w\s,]*)\)|(?P<one>[^\W\d]\w*))\s*=>\s*(?P<body>[^{}]+)", 0, ("=>",)
)
_TERNARY = LatePattern(
    r"(?P<if>[^?:;={}]*[<>≤≥][^?:;{}]*|[^?:;={}]*[!=]=[^?:;={}]*)\?(?P<then>[^?:;]+):(?P<else>[^?:;]+)", 0, ("?",)
)
_CHOICE = "cases({1} if {0}, {2} if otherwise)"
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_SINGLE = re.compile(r"(?<![\w.])((?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?)[fF](?!\w)")
_MODULE = LatePattern(r"(?<!\w)std::", 0, ("std::",))


def recognise(text: str) -> bool:
    """Whether a text has a type in front of a name, std::, an arrow function, a choice with ? and :, or 1.0f."""
    if "\\" in text:
        return False
    choice = _TERNARY.fullmatch(_returned(text)) if "?" in text else None
    declared = _DECLARED.search(text) if ("=" in text or "{" in text) else None
    arrow = _ARROW.fullmatch(text.rstrip(" ;\n"))
    return any((choice, declared, arrow, _MODULE.search(text), _SINGLE.search(text)))


def translate(text: str) -> Pasted:
    """The function in the input language; a function of one argument names its variable."""
    body = _MODULE.compiled.sub("", _COMMENT.sub("", text))
    body = _SINGLE.sub(r"\1", _DECLARED.compiled.sub("", body))
    variable = None
    function = _FUNCTION.fullmatch(body) or _ARROW.fullmatch(body.rstrip(" ;\n"))
    if function is not None:
        groups = function.groupdict()
        given = next((groups[name] for name in ("arguments", "several", "one") if groups.get(name)), "")
        arguments = [part.strip() for part in given.split(",") if part.strip()]
        variable = arguments[0] if len(arguments) == 1 else None
        body = function["body"]
    body = re.sub(r"(?m)(?:^|(?<=;))\s*return\s+", "", body).strip(" ;\n")
    body = "; ".join(map(_with_choice, filter(None, (part.strip() for part in body.split(";")))))
    inner = statements.translate(body).text if statements.recognise(body) else body
    return Pasted(re.sub(r"^\s*[^\W\d]\w*\s*=(?!=)\s*(?=.*)", "", inner) if "where" not in inner else inner, variable)


def _returned(text: str) -> str:
    """The line without what stands around a choice: return, and the sign at its end."""
    return re.sub(r"^\s*(?:return\s+|[^\W\d]\w*\s*=(?!=)\s*)", "", text.strip(" ;\n"))


def _with_choice(line: str) -> str:
    """c ? a : b as cases(a if c, b if otherwise), behind the name that gets it."""
    name = re.match(r"[^\W\d]\w*\s*=(?!=)\s*", line)
    start = name.end() if name else 0
    found = _TERNARY.fullmatch(line[start:])
    if found is None:
        return line
    condition, value, other = (found[part].strip() for part in ("if", "then", "else"))
    condition = condition[1:-1] if condition.startswith("(") and condition.endswith(")") else condition
    return line[:start] + _CHOICE.format(condition, value, other)
