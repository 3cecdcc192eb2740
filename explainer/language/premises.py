"""What is said of names in words, around the function or behind `where`, as their shapes.

“Let A be symmetric. x^T A x” is x^T A x where A: symmetric n x n, and “X ∈ ℝ^{n×d}, ||Xw − y||²” is ||Xw − y||² where
X: n x d.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern
from explainer.language.mappings import LAMBDA
from explainer.language.text.characters import SUPERSCRIPTS, fold

_NAME = r"(?:\\(?:mathbf|boldsymbol|bm)\s*\{\s*\\?[A-Za-z]+\s*\}|\\[A-Za-z]+|[^\W\d_](?:_\w+)?(?!\w))"
_NAMES = LatePattern(rf"\s*\$?\s*(?P<names>{_NAME}(?:\s*(?:,\s*and\s|,|and\s)\s*{_NAME})*)\s*\$?(?=\W)")
_SIGN = r"(?:\s*(?:×|\\times|\*)\s*|\s+(?:x|by)\s+|-by-|x(?=\w))"
_SIZES = LatePattern(rf"\(?\s*([^\W_]|\d+){_SIGN}([^\W_]|\d+)\s*\)?(?!\w)\s*")
_SPACE = LatePattern(
    r"(?:R|ℝ|\\mathbb\s*\{\s*R\s*\}|\\mathbb\s+R|\\R(?![a-z]))\s*(?:\^\s*(?:\{([^{}]*)\}|\(([^()]*)\)|(\w))"
    rf"|([{''.join(SUPERSCRIPTS)}]+))?\s*"
)
_VERB = LatePattern(r"(?:be|is|are)\s+", re.IGNORECASE)
_FILLING = LatePattern(
    r"(?:an?|the|any|some|real|constant|column|fixed|known|given|square|all|be|invertible|non-?singular|full[\s-]rank|both)\s+",
    re.IGNORECASE,
)
_PROPERTY = LatePattern(
    r"(symmetric(?:\s+(?:and\s+)?positive[\s-]+(?:semi[\s-]*)?definite)?|positive[\s-]+(?:semi[\s-]*)?definite|spd|diagonal)"
    r"(?!\w)\s*",
    re.IGNORECASE,
)
_KIND = LatePattern(r"(scalar|number|vector|matrix|matrice)s?(?!\w)\s*", re.IGNORECASE)
_DIMENSIONAL = LatePattern(r"(\w+)-\s?(?:dimensional\s+|dim\.?\s+)?(?:column\s+)?vectors?(?!\w)\s*", re.IGNORECASE)
_LENGTH = LatePattern(r"of\s+(?:size|length|dimension)\s+(\w+)\s*", re.IGNORECASE)
_IN = LatePattern(r"(?:∈|\\in(?![a-z])|in\s|from\s|with\s+values\s+in\s)\s*", re.IGNORECASE)
_OPENING = LatePattern(
    r"\s*(?:let|given(?:\s+that)?|suppose(?:\s+that)?|assume(?:\s+that)?|assuming(?:\s+that)?|if|when|for|where|with|here"
    r"|and)\s+",
    re.IGNORECASE,
)
_FRONT_END = LatePattern(
    r"\.\s+|,\s*(?:then\s+)?|:\s+|;\s*|\s+then\s+"
    rf"|\s+and\s+(?=\$?\s*{_NAME}\$?\s*(?:\s(?:an?|the|be|is|in)\s|∈|\\in(?![a-z])))"
    rf"|\s+and\s+(?=(?:let\s+)?\$?\s*{_NAME}\s*(?:\([^()]*\))?\s*=)",
    re.IGNORECASE,
)
_BACK_START = LatePattern(r"\.\s+|,\s*|;\s*|\s\(|\s(?=(?:where|with|for|assuming|if|when|and)\s)", re.IGNORECASE)
_CODE = re.compile(rf"\n|(?<![\w.])(?:np|torch|tf|jnp|def)\b|{LAMBDA}")
_APART = re.compile(r"[.,;:]|\s(?:\(|then\s|where\s|with\s|for\s|assuming\s|if\s|when\s|and\s)", re.IGNORECASE)
"""What stands between a function and what is said of its names, whatever that is."""
_SETTING = LatePattern(r"\\(?:quad|qquad|[,;:! ])(?![a-z])|~|\\(?:text|textrm|mathrm|mbox)\s*\{([^{}\\$]*)\}")
"""What sets words apart in LaTeX, and how it sets words."""
_RELATION = r"\s*(?:[<>≤≥≠]=?|!=|\\(?:[lg]eq?|neq?|[lg]t|[lg]eqslant)(?![a-z]))\s*"
_SIDE = rf"(?:-?\d+(?:\.\d+)?|-?(?:π|\\pi|pi|∞|\\infty)|{_NAME})"
_DOMAIN = LatePattern(
    rf"{_SIDE}(?:{_RELATION}{_SIDE}){{1,2}}|({_NAME})\s*(?:∈|\\in(?![a-z]))\s*[\[(]{_SIDE},\s*{_SIDE}[\])]?"
)
_COMPARED = LatePattern(r"[<>≤≥≠]|!=|\\(?:[lg]eq?|neq?|[lg]t)(?![a-z])|\bif\b|\botherwise\b")
_BETWEEN = LatePattern(r"\s*\$?\s*\w+\s*(?<!\w\w):\s*", 0, (":",))
_TO = LatePattern(r"(?:→|->|\\(?:to|rightarrow|longrightarrow)(?![a-z]))\s*")
_CALLED = LatePattern(rf"\s*\$?\s*[.,;:]?\s*\$?\s*\w\s*(?:\\left\s*)?\(\s*({_NAME})\s*(?:\\right\s*)?\)\s*=")
_LONGEST = 2000
"""Longer texts are no sentence with a function in it; words in front of one and behind it are not looked for."""


class Premises(NamedTuple):
    """The text without what is said of names, with blanks in its place in front; that as shapes and kinds."""

    text: str
    shapes: dict[str, str]
    kinds: dict[str, str]
    words: str


def premises(text: str) -> Premises | None:
    """What a text says of its names in words; None where it says nothing so."""
    if len(text) > _LONGEST or _CODE.search(text.strip()):
        return None
    whole, text = text, _SETTING.compiled.sub(_plainly_set, text) if "\\" in text else text
    if not _APART.search(text):
        return None
    before, (text, among) = text, _taken_from_where(text)
    whole = whole if text == before else text
    start, end = 0, len(text.rstrip(" .)\n$")) if _BACK_START.search(text) else len(text)
    found = list(among)
    spaces = between_spaces(text)
    if spaces is not None:
        start, said = spaces
        found.append((text[:start].strip(" .,:;$"), said))
    while (front := next(_in_front(text, start), None)) is not None:
        stop, said = front
        found.append((text[start:stop].strip(" .,:;"), said))
        start = stop
    while (behind := next(_behind(text, start, end), None)) is not None:
        begin, said = behind
        found.append((text[begin:end].strip(" .,:;()"), said))
        end = begin
    if not found or not text[start:end].strip(" $"):
        return None
    shapes: dict[str, str] = {}
    kinds: dict[str, str] = {}
    given = {shape for _, said in found for shape in said.values()}
    for _, said in found:
        for name, shape in said.items():
            if shape:
                (kinds if shape in {"vector", "matrix"} else shapes)[name] = shape
    for setting in _SETTING.compiled.finditer(whole) if "\\" in whole else ():  # words are cut out with what sets them
        end = setting.start() if setting.start() < end < setting.end() else end
        start = setting.end() if setting.start() < start < setting.end() else start
    if "" in given and _COMPARED.search(text[start:end]):
        return None  # x², x > 0; 0, x ≤ 0: these conditions tell cases apart
    looked_at = {name for _, said in found for name, shape in said.items() if not shape}
    if any(re.search(rf"_\s*(?:\w|\{{[^{{}}]*)?(?<![A-Za-z]){name}(?![A-Za-z])|\b{name}\s*=", text[start:end])
           for name in map(re.escape, looked_at)):  # fmt: skip
        return None  # Σ x_i x_j, i < j: this tells which terms are added up
    if not all(name in text[start:end] for _, said in found for name in said):
        return None  # it is said of something else, and the function is not this
    return Premises(" " * start + whole[start:end], shapes, kinds, " … ".join(words for words, _ in found))


def _plainly_set(match: re.Match[str]) -> str:
    """Spacing as blanks, and words without the command that sets them, as long as before so that places are kept."""
    return (match[1] or "").center(len(match[0]))


def between_spaces(text: str) -> tuple[int, dict[str, str]] | None:
    """The end of f: ℝⁿ → ℝ in front of f(x) = …, and what it says of x."""
    opening = _BETWEEN.match(text)
    domain = _SPACE.match(text, opening.end()) if opening else None
    arrow = _TO.match(text, domain.end()) if domain else None
    values = _SPACE.match(text, arrow.end()) if arrow else None
    called = _CALLED.match(text, values.end()) if values else None
    if domain is None or values is None or called is None:
        return None
    return values.end() + len(text[values.end() :]) - len(text[values.end() :].lstrip(" ,;.:$")), {
        called[1]: _space(domain)
    }


def _taken_from_where(text: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The text without the words among what stands behind `where`, and what they say: … where A is symmetric, x: n."""
    head, where, tail = text.partition(" where ")
    items = re.split(r",\s*(?![^{]*\})", tail)
    said = {item: found for item in items if (found := _said(item)) is not None}
    kept = [item for item in items if item not in said]
    if not said or not kept or not all(re.search(r"[:=]", item) for item in kept):
        return text, []
    return head + where + ", ".join(kept), [(item.strip(), found) for item, found in said.items()]


def is_property(shape: str) -> bool:
    """Whether this says a property only, for which the size is found in the text."""
    return _PROPERTY.fullmatch(shape) is not None


def _in_front(text: str, start: int) -> Iterator[tuple[int, dict[str, str]]]:
    for count, mark in enumerate(_FRONT_END.finditer(text, start)):
        said = _said(text[start : mark.start()])
        if said is not None:
            yield mark.end(), said
        if count > 5:
            return


def _behind(text: str, start: int, end: int) -> Iterator[tuple[int, dict[str, str]]]:
    marks = list(reversed(list(_BACK_START.finditer(text, start, end))))
    for count, mark in enumerate(marks):
        said = _said_behind(text, mark, end)
        if said is None:
            continue
        # “x and w are vectors” says the same of both as “w are vectors” does of one.
        longer = [
            (further, more) for further in marks[count + 1 : count + 6] if (more := _said_behind(text, further, end))
        ]
        mark, said = longer[-1] if longer else (mark, said)
        yield mark.start(), said


def _said_behind(text: str, mark: re.Match[str], end: int) -> dict[str, str] | None:
    piece = text[mark.end() : end]
    said = _said(piece) or _said_turned(piece)
    if said is None and " where " not in text:
        said = _said(piece.replace(":", " is", 1))  # tr(A X), A: 3x4
    if said is None or ("" in said.values() and mark.group().endswith("(") and "=" not in text[: mark.start()]):
        return None  # x (x > 0) is a product with a switch, but f(x) = ln x (x > 0) says where f is defined
    return said


def _said(piece: str) -> dict[str, str] | None:
    """The shape or kind of every name in “A and B are symmetric n x n matrices”; None for anything else."""
    opening = _OPENING.match(piece)
    piece = piece[opening.end() :] if opening else piece
    domain = None if opening and opening.group().split() == ["if"] else _DOMAIN.fullmatch(piece.strip(" $"))
    if domain is not None:  # x > 0: that says where the function is looked at, and nothing of shapes
        sides = re.split(rf"{_RELATION}|∈|\\in(?![a-z])", domain.group())
        return dict.fromkeys((name for side in sides for name in re.findall(rf"(?<![\w\\]){_NAME}", side)), "")
    match = _NAMES.match(piece + " ")
    if match is None:
        return None
    shape = _meaning(piece[match.end() :].strip(" $.,;"))
    names = re.split(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+", match["names"].strip())
    return None if shape is None else dict.fromkeys(names, shape)


def _said_turned(piece: str) -> dict[str, str] | None:
    """“for symmetric A”, “with a symmetric positive definite matrix A”."""
    opening = _OPENING.match(piece)
    if opening is None:
        return None
    words = re.fullmatch(rf"(.*?)\s+\$?({_NAME})\$?", piece[opening.end() :].strip(" .,;"), re.DOTALL)
    shape = _meaning(words[1]) if words else None
    return {words[2]: shape} if words and shape else None


def _meaning(rest: str) -> str | None:
    """A shape, a property or a kind that a few words say; None where one of them is not known."""
    rest = rest.replace("$", " ") + " "
    rest = rest[match.end() :] if (match := _VERB.match(rest)) else rest
    sizes = property = kind = ""
    while rest.strip():
        if match := _IN.match(rest):
            space = _SPACE.match(rest, match.end())
            if space is None:
                return None
            sizes, rest = _space(space), rest[space.end() :]
        elif match := _PROPERTY.match(rest):
            property, rest = re.sub(r"\s+and\s+", " ", match[1].lower()), rest[match.end() :]
        elif match := _DIMENSIONAL.match(rest):
            sizes, kind, rest = match[1], "vector", rest[match.end() :]
        elif match := _SIZES.match(rest):
            sizes, rest = f"{match[1]} x {match[2]}", rest[match.end() :]
        elif match := _KIND.match(rest):
            kind, rest = match[1].lower(), rest[match.end() :]
        elif match := _LENGTH.match(rest):
            sizes, rest = match[1], rest[match.end() :]
        elif match := _FILLING.match(rest):
            rest = rest[match.end() :]
        else:
            return None
    if property:
        return f"{property} {sizes}".strip()
    return sizes or {"number": "scalar", "scalar": "scalar", "vector": "vector"}.get(kind, "matrix" if kind else None)


def _space(space: re.Match[str]) -> str:
    """The shape of what lies in a space such as ℝⁿ."""
    return _shape_of(next(filter(None, space.groups()[:3]), "") or "".join(SUPERSCRIPTS[c] for c in space[4] or ""))


def _shape_of(written: str) -> str:
    """The shape for what is raised above ℝ: n, n×d, n \\times d; nothing raised says a scalar."""
    sizes = re.split(r"\s*(?:×|\\times|\*|,)\s*|(?<=\w)\s*x\s*(?=\w)", fold(written).strip())
    return " x ".join(sizes) if written.strip() else "scalar"
