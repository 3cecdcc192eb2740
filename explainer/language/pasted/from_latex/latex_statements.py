"""A formula in LaTeX and what stands beside it: lines of their own, where z = Wx, with h_\\theta(x) = \\theta^T x."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explainer.language.pasted import statements as typed
from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_tokens import LatexToken

_INTRODUCING = frozenset({"where", "with", "and", "for", "wherein", "given"})
_TEXT = frozenset({"\\text", "\\textrm", "\\mathrm", "\\mbox", "\\textit", "\\hbox"})
EQUALS = frozenset({"=", "\\coloneqq", "\\triangleq", "\\equiv"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def environment(token: LatexToken) -> str:
    """The name of the environment that a token begins or ends; empty for another token."""
    if token.kind != "environment":
        return ""
    return token.value[token.value.index("{") + 1 : -1].rstrip("*")


def without_displays(tokens: list[LatexToken]) -> list[LatexToken]:
    """The tokens without environments around the formula, and without the signs that align its lines."""
    shown = [token for token in tokens if environment(token) not in words.DISPLAYS]
    if len(shown) == len(tokens) and not any(token.kind == "break" for token in tokens):
        return tokens
    inside = 0
    kept: list[LatexToken] = []
    for token in shown:
        inside += {"\\b": 1, "\\e": -1}.get(token.value[:2], 0) if token.kind == "environment" else 0
        if token.value != "&" or inside:
            kept.append(token)
    while kept and kept[-1].kind == "break":
        kept.pop()
    return kept


def slash_as_fraction(tokens: list[LatexToken]) -> list[LatexToken]:
    """\\mathrm{d}/\\mathrm{d}x in front as the fraction that it is."""
    k, marks = 0, list[str]()
    while len(marks) < 2:
        braced = [token.value for token in tokens[k + 1 : k + 4]]
        if (
            tokens[k : k + 1]
            and tokens[k].value in words.FONTS
            and braced in (["{", "d", "}"], ["{", "\\partial", "}"])
        ):
            marks.append(braced[1])
            k += 4
        elif tokens[k : k + 1] and tokens[k].value in {"d", "\\partial"}:
            marks.append(tokens[k].value)
            k += 1
        else:
            return tokens
        if len(marks) == 1 and (not tokens[k : k + 1] or tokens[k].value != "/"):
            return tokens
        k += len(marks) == 1
    name = 1 if tokens[k : k + 1] and tokens[k].kind == "letter" else 0
    if tokens[k : k + 1] and tokens[k].kind == "command":
        name = 4 if [token.value for token in tokens[k + 1 : k + 4 : 2]] == ["{", "}"] else 1
    if not name:
        return tokens
    place = tokens[0]

    def sign(value: str, kind: str = "sign") -> LatexToken:
        return LatexToken(kind, value, place.start, place.end)

    above = [sign("\\frac", "command"), sign("{"), sign(marks[0], "letter"), sign("}")]
    below = [sign("{"), sign(marks[1], "letter"), *tokens[k : k + name], sign("}")]
    return [*above, *below, *tokens[k + name :]]


def lines_of(tokens: list[LatexToken]) -> list[list[LatexToken]]:
    """The lines of a display; one that begins with a sign, or stands in open brackets, goes on with the one before."""
    lines: list[list[LatexToken]] = [[]]
    inside = depth = 0
    for k, token in enumerate(tokens):
        inside += {"\\b": 1, "\\e": -1}.get(token.value[:2], 0) if token.kind == "environment" else 0
        depth += (token.value in _OPENING) - (token.value in _CLOSING)
        if token.kind != "break" or inside:
            lines[-1].append(token)
        elif not depth and not _goes_on(lines, tokens[k + 1 : k + 2]):
            lines.append([])
    whole = [line for line in lines if line]
    return whole or [tokens]


def _goes_on(lines: list[list[LatexToken]], following: list[LatexToken]) -> bool:
    """Whether the line that ends here goes on in the next one."""
    before = lines[-1]
    if not before or not following:
        return True
    value, ends = following[0].value, before[-1].value
    if value in EQUALS:  # L(w) \\\\ = …
        return not any(token.value in EQUALS for token in before)
    return value in words.OPERATORS or ends in words.OPERATORS or ends in EQUALS


def as_one(texts: Sequence[str]) -> str | None:
    """Lines in the input language as one formula, with those that it rests on behind `where`; None where none fits."""
    text = "\n".join(_named_alone(text.rstrip(",. ")) for text in texts)
    if len(texts) == 1:
        return text
    return typed.translate(text).text if typed.recognise(text) else None


def last_of_all(text: str, behind: Sequence[str]) -> str | None:
    """What a row of equations comes to, where the first one is what others rest on: h = …, y = …, L = …; else None."""
    if not behind or not re.match(r"\w+ = ", text) or not all("=" in line for line in behind):
        return None
    whole = as_one([text, *behind])
    return None if whole is None or whole.partition(" where ")[0] == text.partition(" = ")[2] else whole


def _named_alone(text: str) -> str:
    """A line with the name of its result alone on the left: the arguments of L(w, b) = … say nothing more."""
    return re.sub(r"^([^\W\d]\w*) ?\([^()=]*,[^()=]*\) =", r"\1 =", text)


def statements(tokens: list[LatexToken]) -> list[list[LatexToken]]:
    """The formula, and the equations behind it that say what its names stand for; mostly there are none."""
    pieces: list[list[LatexToken]] = [[]]
    introduced = False
    depth = k = 0
    while k < len(tokens):
        token = tokens[k]
        depth += (token.value in _OPENING) - (token.value in _CLOSING)
        length = _introduces(tokens, k) if depth == 0 else 0
        if length or (depth == 0 and token.value in {",", ";"} and _is_equation(tokens, k + 1)):
            introduced = introduced or bool(length) or _is_equation(tokens, k + 1)
            pieces.append([])
        else:
            pieces[-1].append(token)
        k += max(length, 1)
    first, *rest = pieces
    rest = [piece for piece in rest if piece]
    if not first or not introduced or not rest or not all(map(_is_equation, rest)):
        return [tokens]
    while first[-1].value in {",", ";", "."}:
        first.pop()
    return [first, *rest] if first else [tokens]


def _introduces(tokens: list[LatexToken], k: int) -> int:
    """How many tokens the word takes that leads over to definitions: where, or with in a text of its own."""
    if tokens[k].value in _TEXT and k + 1 < len(tokens) and tokens[k + 1].value == "{":
        end = next((j for j in range(k, len(tokens)) if tokens[j].value == "}"), None)
        if end is None:
            return 0
        written = "".join(token.value for token in tokens[k + 2 : end]).strip(",.; ").lower()
        return end + 1 - k if written in _INTRODUCING and _is_equation(tokens, end + 1) else 0
    word = "".join(token.value for token in tokens[k : k + 5] if token.kind == "letter")
    adjacent = len(tokens) >= k + 5 and tokens[k + 4].end - tokens[k].start == 5
    return 5 if word == "where" and adjacent else 0


_LONGEST_LEFT = 100
"""So many tokens at most a name has with its arguments: all behind it, looked through at every comma, took seconds."""


def _is_equation(tokens: list[LatexToken], begin: int = 0) -> bool:
    """Whether a name, perhaps with arguments, and a sign of equality come first."""
    depth = 0
    first = tokens[begin] if begin < len(tokens) else None
    if first is None or first.kind == "break" or not (first.kind == "letter" or first.value.startswith("\\")):
        return False
    for token in tokens[begin : begin + _LONGEST_LEFT]:
        depth += (token.value in _OPENING) - (token.value in _CLOSING)
        if depth < 0 or (depth == 0 and token.value in {"+", "-", ";"}):
            return False
        if depth == 0 and token.value in {"=", "\\coloneqq", "\\triangleq"}:
            return True
    return False
