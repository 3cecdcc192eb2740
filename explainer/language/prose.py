"""Questions with words around the function, as they are asked in forums and chats: what is asked, and of what.

Words are taken off the front and the end as long as they are of a kind that is known; what is left is the function. A
word that is not known stays where it is and is refused there: nothing is guessed. The places of the function are kept
by blanks in the place of the words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language import german
from explainer.language.late_patterns import LatePattern
from explainer.language.mappings import NAME
from explainer.language.pasted.names import is_one_name
from explainer.phrases import phrase

_THING = r"(?:loss|cost|objective|energy|likelihood|function(?!\s+\w+\([^()]*\)\s*\n)|expression|formula|problem)"
_GREETING = LatePattern(
    r"\s*(?:hi|hello|hey|please|pls|ok|okay|so|now|thanks)\b(?:\s+(?:all|guys|everyone|there))?[\s,!.:]+", re.IGNORECASE
)
_REQUEST = LatePattern(
    r"\s*(?:how\s+(?:do|can|would|should|to)(?:\s+(?:i|you|we|one))?"
    r"|(?:i|we)(?:\s+(?:need|want|have|must|should|would\s+like)|\s*(?:am|'m|’m|are)\s+trying)(?:\s+to)?"
    r"|(?:can|could)\s+(?:you|someone|anyone|somebody|i)(?:\s+please)?(?:\s+(?:help\s+me|tell\s+me|explain|show\s+me))?"
    r"(?:\s+(?:how\s+)?to)?"
    r"|why\s+(?:is|does|do)|i(?:\s+am|['’]m)\s+(?:stuck|lost|confused)(?:\s+(?:on|with|by|at))?(?:\s+(?:this|it))?"
    r"|help\s+me(?:\s+(?:to|with))?|show\s+(?:that|me(?:\s+how\s+to)?)|(?:prove|verify|check)(?:\s+that)?|evaluate|let|define|given|suppose(?:\s+that)?"
    r"|(?:use|using|apply|by|with)\s+the\s+[a-z]+\s+rule(?:\s+to)?"
    rf"|(?:find|compute|calculate|determine|what(?:\s+is|['’]s))(?=[\s$]*(?:\\d?frac\s*\{{\s*(?:d|\\partial)\W|d/d|∂/∂|∇|\\nabla))"
    rf"|(?:for|position|velocity|height|distance|displacement|volume|area|cost|profit|revenue|utility|demand)"
    r"(?=[\s$]+\w\(\w\)\s*=)"
    rf"|consider|assume(?:\s+that)?|if(?=[\s$]*{NAME}(?:\([^()]*\))?\s*=)"
    rf"|{german.REQUEST}"
    rf"|(?:(?:a|an|the|this|my|our|following)\s+)*(?:[a-z]+\s+)?{_THING}(?:\s+function)?(?:\s+is)?)"
    r"(?:\s*[:,]\s*|\s+)(?=[^\s=<+*/^)-]|-\S|<[^\s=])",
    re.IGNORECASE,
)
_LABEL = LatePattern(r"\s*(?!(?:def|class|lambda|for|if|elif|else|while|with|try|return|where)\b)"
                    r"(?P<words>[A-Za-z][a-z]{2,}(?:[ -][A-Za-z]+){0,4})\s*:\s+(?=\S)")  # fmt: skip
_ASKED = LatePattern(
    r"\s*(?:(?:find|compute|calculate|determine|derive|get|take|work\s+out|what(?:\s+is|['’]s)|evaluate)\s+)?"
    r"(?:the\s+)?(?:(?:first|partial|total)\s+)*(?:derivatives?|grad(?:ient)?|jacobian|slope(?:\s+of\s+the\s+tangent(?:\s+line)?(?=\s+to\s))?)(?:\s+(?:matrix|vector))?"
    rf"(?:\s+(?:with\s+respect\s+to|w\.?\s*r\.?\s*t\.?)\s+(?P<first>{NAME}))?(?:\s*:|\s+of\s+(?:each|every)\s+function[.:]?|\s+(?:of|for|to(?=\s+\w\s*=)))\s+(?:(?:the|this|my)\s+(?:[a-z]+(?:\s+|-)){{0,3}}(?:{_THING}|determinant|trace|norm|inverse)\s+(?!of\s))?"
    r"|\s*(?:derivative|deriv\.?)\s+(?:of\s+)?(?=[^\s=(])"
    r"|\s*(?:differentiate|derive)\s+(?:the\s+function\s+)?"
    r"|\s*(?:(?:find|compute|calculate|determine|what(?:\s+is|['’]s))\s+)?"
    rf"(?:d|∂|\\partial)\s*/\s*(?:d|∂|\\partial)\s*(?P<below>{NAME})\s+of\s+"
    rf"|\s*(?:{german.ASKED.replace('NAME', NAME)})",
    re.IGNORECASE,
)
_VARIABLE = LatePattern(
    rf"\s*,?\s+(?:with\s+respect\s+to|w\.?\s*r\.?\s*t\.?(?:\s+to)?|by|for|{german.VARIABLE})\s+(?:both\s+)?(?:the\s+)?"
    r"(?:(?:vector|matrix|variable|parameters?|weights?|scalar|bias|Variablen|dem|der|den)\s+)*"
    rf"[$(]*(?P<names>{NAME}\$?(?:\s*(?:,|and|und)\s*\$?{NAME}\$?)*)[)$]*(?:\s+ab)?\s*$"
)
_END = LatePattern(
    r"(?:\s*(?:=\s*\?|[.?!]|,?\s*(?:please|pls|thanks|thank\s+you|thx|bitte|danke)(?![\w(])))+\s*$", re.IGNORECASE
)
_AT = LatePattern(
    rf"\s+(?:at|when|an\s+der\s+Stelle)\s+(?:the\s+point\s+)?{NAME}(?:_0)?\s*=\s*[-−\w./π]+\s*[.?]?\s*$",
    re.IGNORECASE,
    ("=",),
)
"""Where the derivative is wanted: f(x) = x² at x = 1."""
_ASKED_BEHIND = LatePattern(
    r"(?:\s*[.;,:?!]\s*(?:(?:and|then|now|please|so|bitte|und)\s+)*|\s+(?:and|und)\s+(?:(?:i|we)\s+)?"
    r"|\s+(?=(?:find|compute|calculate|determine)\s+(?:the\s|[d∂\\$])))"
    r"(?:find|compute|calculate|determine|need|want|differentiate|derive|what(?:\s+is|\s+are|['’]s)|how\s+do\s+(?:i|you)"
    r"(?:\s+(?:find|get|compute|differentiate|derive))?"
    rf"|{german.BEHIND})(?:[\s:]+(?P<asked>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_D = r"(?:d|∂|\\partial|\\mathrm\s*\{?d\}?)"
_OVER = (
    rf"(?:{_D}\s*\w*(?:\([^()]*\))?\s*/\s*{_D}\s*(?P<below>{NAME})"
    rf"|\\d?frac\s*\{{\s*{_D}\s*\w*\s*\}}\s*\{{\s*{_D}\s*(?P<braced>{NAME})\s*\}}"
    rf"|\w\s*['′]\s*\(\s*(?P<primed>{NAME})\s*\))"
)
_LEFT_OPEN = LatePattern(
    rf"\s*(?:[,;]|\.\s)(?:\s|\\q?quad(?![a-z])|\\[,;:!])*\$?(?:{_D}\s*\w\s*/\s*{_D}\s*(?P<below>{NAME})|\w\s*['′]\s*(?:\(\s*(?P<primed>{NAME})\s*\))?)\s*(?:=\s*\?*)?(?:\s|\$|\\\])*$",
    0,
    ("=",),
)
"""f(x) = x², f'(x) = ?"""
_FRACTION = LatePattern(rf"{_OVER}|∇_(?P<nabla>{NAME})")
_QUESTION = LatePattern(
    rf"[\s$]*(?:(?:find|compute|calculate|determine|what(?:\s+is|['’]s))\s+\$*\s*)?{_OVER}[\s$]*"
    r"(?:,|:|;|\s(?:\\text\s*\{)?\s*(?:if|when|for|of|given|where)\s*\}?)\s*"
    rf"(?=\$*\s*{NAME}(?:\([^()]*\))?\s*=)",
    re.IGNORECASE,
    ("=",),
)
_SHOWN = LatePattern(r"\s+(?:(?:is\s+)?equal\s+to|is|equals|=)\s.*?(?=\s+where\s|$)", re.DOTALL)
_OPEN = LatePattern(r"=\s*\?[\s$]*$", 0, ("?",))
_TOLD = LatePattern(rf"\s*\$?\s*{NAME}\s*=(?!=)[^=]+", 0, ("=",))
"""One name and what it is."""
_AND = LatePattern(rf"(?<=[\s$])(?:and|und)(?=\s+\$?\s*{NAME}\s*(?:\([^()]*\))?\s*=)", 0, ("and", "und"), ("=",))
"""What joins two equations in a sentence."""
_WORD = re.compile(r"[^\W\d_]{2}[\s:,.!?'’-]|[\s.;,:?!][^\W\d_]{2}|=")
"""A word that stands by itself, or a sign between a question and its function: no text asks anything without."""
_LONGEST = 2000
"""Longer texts are no questions in words."""


class Asked(NamedTuple):
    """A question in words: the function with blanks in the place of the words, the variables, and the words."""

    text: str
    variables: tuple[str, ...]
    words: str


def told_left_out(words: str) -> str:
    """What became of the words around a function."""
    words = re.sub(r"\s+", " ", words)
    many = " " in words
    return phrase("The words “{0}” were left out.", words) if many else phrase("The word “{0}” was left out.", words)


def in_words(text: str) -> Asked | None:
    """What a text asks in words; None for one without any."""
    if len(text) > _LONGEST or _WORD.search(text) is None:
        return None
    start, end = _without_greetings(text), len(text)
    begun = start
    variables: tuple[str, ...] = ()
    label = _LABEL.match(text, start)
    if label is not None and not is_one_name(label["words"]) and _ASKED.match(text, start) is None:
        start = label.end()
    question = _QUESTION.match(text, start)
    asked = _ASKED.match(text, start) if question is None else question
    if asked is not None:
        start = asked.end()
        variables = tuple(filter(None, asked.groupdict().values()))
    behind = _ASKED_BEHIND.search(text, start) if asked is None else None
    if behind is not None and (begun or not _is_code(text)):
        told = _told_in_front(text[start : behind.start()], behind["asked"] or "")
        if told is not None:
            return told
        end = behind.start()
        variables = _named_in(behind["asked"] or "")
    place = _AT.search(text, start) if behind is None else None
    end = place.start() if place is not None and "=" in text[start : place.start()] else end
    left_open = _LEFT_OPEN.search(text, start, end) if behind is None else None
    if left_open is not None:
        end = left_open.start()
        variables = tuple(filter(None, left_open.groupdict().values()))
    worded = start > 0 or end < len(text) or _OPEN.search(text) is not None
    if worded or asked is not None:
        end = _cut(_END, text, start, end)
    if asked is not None and german.TAKEN_APART.search(asked.group()):
        end = _cut(german.APART, text, start, end)
    if asked is not None and not variables:
        named = _VARIABLE.search(text, start, end)
        if named is not None:
            end = named.start()
            variables = _split(named["names"])
    body = text[start:end]
    shown = (
        _SHOWN.search(body)
        if re.search(r"\b(?:show\s+that|prove|verify|check|why\s+(?:is|does|do))\b", text[:start], re.IGNORECASE)
        else None
    )
    if shown is not None:
        body = body[: shown.start()] + " " * (shown.end() - shown.start()) + body[shown.end() :]
    if worded:
        body = _AND.compiled.sub(lambda match: ";".ljust(len(match.group())), body)
    if not worded or not body.strip() or start == 0 == len(text) - end:
        return None
    words = " … ".join(filter(None, (text[:start].strip(" ,:"), text[end:].strip(" ,.;"))))
    return Asked(" " * start + body, variables, words)


def _told_in_front(front: str, asked: str) -> Asked | None:
    """Given y = X w, find the gradient of ‖y − t‖²: what is asked for is the function, the rest defines."""
    question = _ASKED.match(f"find {asked}")
    asked = asked[: _cut(_END, asked, 0, len(asked))]
    named = _VARIABLE.search(asked)
    if question is None or named is None or _TOLD.fullmatch(front) is None:
        return None
    start, end = question.end() - len("find "), named.start()
    function = asked[start:end].strip()
    if (
        not re.search(r"\W", function.strip("$ "))
        or re.fullmatch(r"\$?\w\s*\([^()]*\)\$?", function)
        or "=" in function
    ):
        return None
    words = f"{asked[:start].strip()} … {asked[end:].strip()}"
    return Asked(f"{function} where {front.strip(' ,.;')}", _split(named["names"]), words)


def _without_greetings(text: str) -> int:
    start = 0
    while True:
        found = _GREETING.match(text, start) or _REQUEST.match(text, start)
        if found is None or found.end() == len(text):
            return start
        start = found.end()


def _cut(pattern: LatePattern, text: str, start: int, end: int) -> int:
    found = pattern.search(text, start, end)
    return end if found is None else found.start()


def _named_in(asked: str) -> tuple[str, ...]:
    """The variable that a question behind the function names, as ∂f/∂x or in words."""
    asked = asked[: _cut(_END, asked, 0, len(asked))]
    fractions = [name for match in _FRACTION.finditer(asked) for name in match.groupdict().values() if name]
    if fractions:
        return tuple(dict.fromkeys(fractions))
    named = _VARIABLE.search(" " + asked)
    return () if named is None else _split(named["names"])


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip(" $") for name in re.split(r"\s*,\s*|\s+(?:and|und)\s+", names))


def _is_code(text: str) -> bool:
    """Whether the text may be statements of code, in which a word behind ; or , is a name."""
    return re.search(r"[;\n]\s*\w+\s*[=(]", text) is not None
