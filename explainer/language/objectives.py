"""What stands in front of a function that is to be minimised, min_w, \\arg\\min_{w}, and names the variable."""

from __future__ import annotations

import re
from collections.abc import Container

from explainer.language.late_patterns import LatePattern
from explainer.language.mappings import NAME, NAMES, Objective
from explainer.language.pasted.names import is_one_name
from explainer.language.pasted.pieces import closes_last
from explainer.language.text.vocabulary import function_names

_WORD = r"(?:arg\s*(?:\\[,;: ])?\s*)?(?:minimi[sz]e|maximi[sz]e|min|max)"
_FROM = r"(?:(?:∈|\\in(?![a-z]))(?:[^{}]|\{[^{}]*\})*)?"
"""The ∈ ℝⁿ behind the variable, which says where it lies."""
_BELOW = rf"_\s*(?:\{{\s*(?P<braced>{NAMES})\s*{_FROM}\}}|(?P<bare>\\[A-Za-z]+|[^\W\d_]+(?!\w)))"
_COMMAND = r"\\(?:arg\s*(?:\\[,;: ])?\s*\\?)?(?:min|max)(?:\\limits)?"
_SIGN = rf"(?:{_COMMAND}|\\operatorname\*?\s*\{{\s*{_WORD}\s*\}}|{_WORD})"
_FRONT = LatePattern(
    rf"[\s$]*(?:[^=<>()\n]{{1,40}}=\s*)?(?:{_SIGN}\s*{_BELOW}"
    rf"|\\underset\s*\{{\s*(?P<under>{NAMES})\s*\}}\s*\{{\s*{_SIGN}\s*\}}"
    rf"|{_WORD}\s+over\s+(?P<over>{NAMES})(?:\s+of(?!\w))?"
    r"|(?:minimi[sz]e|maximi[sz]e)(?![\w(_]))\s*:?(?:\\[,;:! ]|\\q?quad(?![A-Za-z])|\s)*",
    0,
    ("min", "max"),
)
_OVER_BEHIND = LatePattern(rf"\s+(?:over|with\s+respect\s+to|w\.?r\.?t\.?)\s+\$?(?P<names>{NAMES})\$?\s*[.?]?\s*$")
_COUNTING = frozenset("ijkln")
"""What an index is called: the largest x_i is no question."""


_RESULT = LatePattern(
    r"[\s$]*(?P<name>(?:\\?(?:log|ln)\s*)?(?:\\(?:mathcal|mathrm|operatorname\*?|text)\s*\{\w+\}|\\?[^\W\d]+)"
    r"(?:_(?:\w|\{(?:[^{}]|\{[^{}]*\})*\}))?)\s*"
    r"(?:\\left|\\[bB]ig+l?)?\(\s*(?:[^()]|\([^()]*\))*?(?:\\\||\||‖|;|\\mid(?![a-z])|\\Vert(?![a-z]))(?:[^()]|\([^()]*\))*"
    r"(?:\\right|\\[bB]ig+r?)?\)\s*=(?!=)"
    r"|[\s$]*(?P<of>\\?(?:cos|sin|tan|ln|log|exp|sqrt)\s*\(?\s*(?:\\[a-z]+|[^\W\d_])\s*\)?)\s*=(?!=)",
    0,
    ("=",),
)


_WORD_ALONE = LatePattern(r"\s*(?P<name>(?:[A-Z]{2,}|[A-Za-z]{3,})(?:_[A-Za-z]+)?)\s*=(?!=)\s*(?=\S)", 0, ("=",))
"""ELBO = … and MSE = …, on one line; Ax = b and ax = b are equations between products."""
_SQUARE = LatePattern(
    r"[\s$]*(?P<name>(?P<letter>[A-Zχσs])\s*(?:²|\^\s*(?:2|\{\s*2\s*\})))\s*=(?!=)", 0, ("=",), ("²", "^")
)
"""R² = …: a result that is called a square, and no equation for R where R is not on the right."""
_CALLED = LatePattern(
    r"[\s$]*(?P<name>(?:\\?(?:log|ln)\s*(?:\\mathcal\s*\{\w\}|[A-Za-z])|[^\W\d_]{2,})(?:_[^\W_]+)*)\s*"
    rf"(?:\\left|\\[bB]ig+l?)?\(\s*{NAMES}\s*(?:²|\^\s*\{{?\s*2\s*\}}?)?\s*(?:\\right|\\[bB]ig+r?)?\)\s*=(?!=)"
    rf"|[\s$]*(?P<likelihood>(?:\\(?:ell|mathcal\s*\{{\w\}})|[^\W\d_]))\s*\(\s*{NAME}(?:\s*,\s*{NAME})*\s*(?:²|\^\s*\{{?\s*2\s*\}}?)"
    r"\s*\)\s*=(?!=)",
    0,
    ("=",),
)
"""loss(w) = … and ln L(λ) = …, where the word is no function of the language."""


_CALL = LatePattern(
    rf"\s*(?P<sign>diff|D|derivative)\s*\((?P<body>.+),\s*(?P<name>{NAME})\s*\)\s*",
    re.DOTALL,
    ("diff", "D", "derivative"),
)
_OPERATOR = LatePattern(
    rf"\s*(?P<sign>D|∇|grad(?:ient)?)(?:_(?P<name>\w|\{{\s*{NAME}\s*\}}))?\s*(?P<body>\(.+\)|\[.+\])\s*",
    re.DOTALL,
    ("D", "∇", "grad"),
)
"""D(x^2), ∇(x^2 y) and grad(x^2): a sign of differentiation before one pair of brackets around all the rest."""
_PRIMED = LatePattern(
    r"\s*(?P<body>(?:\(|\[)(?P<inner>[^'′]+)(?:\)|\]))\s*(?:'|′|\^\s*\{?\s*\\prime\s*\}?)\s*", 0, ("'", "′", "prime")
)
_OF_NUMBERS = LatePattern(
    r"\^\s*[\d(]|\be\s*\^|[²³]|(?<![\w.])\d+(?:\.\d+)?\s*[-+/]|[-+/]\s*\d|\b(?:sin|cos|tan|ln|log|exp|sqrt)\b"
)
"""What is done to numbers and hardly ever to a row or column that is transposed as a whole."""
_OF_VECTORS = LatePattern(r"@|·|⊗|⊘|\[|\b(?:norm|sum|diag|softmax|mean)\b|[A-Z]|\b[b-z]\s*_")


def named_result(text: str) -> tuple[str, int] | None:
    """p(x | μ) = … and N(x; μ, σ) = …: the name of the result, and where the function begins; else None."""
    match = _RESULT.match(text)
    if match is not None and match["of"]:
        angle = re.split(r"[^\w\\]+", match["of"].strip(" ()"))[-1]
        equation = re.search(rf"(?<!\w){re.escape(angle)}(?!\w)", text[match.end() :])  # as sin x = x^2 is
        return None if equation or match.end() == len(text) else (match["of"].strip(), match.end())
    square = _SQUARE.match(text) if match is None else None
    if square is not None:
        twice = re.search(rf"(?<!\w){square['letter']}(?![\w_])", text[square.end() :])
        return None if twice or square.end() == len(text) else (square["name"], square.end())
    if match is None:
        called = _CALLED.match(text)
        if called is not None and called["likelihood"]:  # ℓ(μ, σ²) = …
            return None if called.end() == len(text) else (called["likelihood"], called.end())
        if called is not None and called["name"] in function_names():
            return None
        match = called or (None if "\n" in text.strip() or ";" in text else _WORD_ALONE.match(text))
        again = match is not None and re.search(rf"(?<!\w){re.escape(match['name'])}(?!\w)", text[match.end() :])
        if match is None or again:
            return None
    return None if match.end() == len(text) else (match["name"], match.end())


def derivative_called(text: str) -> Objective | None:
    """diff(x^2 log(x), x), as calculators and MATLAB write it: with powers that Python does not have."""
    match = _CALL.fullmatch(text)
    if match is None or "^" not in match["body"] or "**" in text or "\n" in text:
        return None
    depth = 0
    for sign in match["body"]:
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0:
            return None  # the bracket is closed before: diff(f, x) + g(y, x)
    return Objective(f"{match['sign']}(…, {match['name']})", (match["name"],), match.start("body"), match.end("body"))


def operator_in_front(text: str, shapes: Container[str]) -> Objective | None:
    """D(x^2), ∇(x^2 y) and (x^2 + 1)', where nothing else is called D; None for any other text."""
    match = None if re.match(r"\s*D\[.*,", text, re.DOTALL) else _OPERATOR.fullmatch(text)  # D[f, x] of Mathematica
    if match is not None:
        again = re.search(r"(?<!\w)D(?!\w)", match["body"]) if match["sign"] == "D" else None
        if again or match["sign"] in shapes or not closes_last(match["body"]):
            return None
        named = (match["name"] or "").strip("{} ")
        sign = f"{match['sign']}{'_' + named if named else ''}"
        return Objective(sign, (named,) if named else (), match.start("body") + 1, match.end("body") - 1)
    match = _PRIMED.fullmatch(text)
    if match is None or not closes_last(match["body"]):
        return None
    inner = match["inner"]
    if _OF_VECTORS.search(inner) or not _OF_NUMBERS.search(inner):
        return None
    return Objective("(…)'", (), match.start("inner"), match.end("inner"))


def objective(text: str) -> Objective | None:
    """What a text asks to minimise or maximise; None for any other text."""
    match = _FRONT.match(text)
    if match is None or match.end() == len(text):
        return None
    behind = _OVER_BEHIND.search(text, match.end())
    if behind is not None and not any(match[group] for group in ("braced", "bare", "under", "over")):
        variables = tuple(re.split(r"\s*,\s*", behind["names"]))
        return Objective(match.group().strip(), variables, match.end(), behind.start())
    named = match["braced"] or match["bare"] or match["under"] or match["over"] or ""
    variables = tuple(re.split(r"\s*,\s*", named)) if named else ()
    plain = all("\\" in name or is_one_name(name) for name in variables)
    return None if not plain or _COUNTING & set(variables) else Objective(match.group().strip(), variables, match.end())
