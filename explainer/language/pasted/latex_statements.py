"""A formula in LaTeX and what stands behind it: where z = Wx + b, with h_\\theta(x) = \\theta^T x."""

from __future__ import annotations

from explainer.language.pasted.latex_tokens import LatexToken

_INTRODUCING = frozenset({"where", "with", "and", "for", "wherein", "given"})
_TEXT = frozenset({"\\text", "\\textrm", "\\mathrm", "\\mbox", "\\textit", "\\hbox"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def statements(tokens: list[LatexToken]) -> list[list[LatexToken]]:
    """The formula, and the equations behind it that say what its names stand for; mostly there are none."""
    pieces: list[list[LatexToken]] = [[]]
    introduced = False
    depth = k = 0
    while k < len(tokens):
        token = tokens[k]
        depth += (token.value in _OPENING) - (token.value in _CLOSING)
        length = _introduces(tokens, k) if depth == 0 else 0
        if length or (depth == 0 and token.value in {",", ";"} and _is_equation(tokens[k + 1 :])):
            introduced = introduced or bool(length) or _is_equation(tokens[k + 1 :])
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
        return end + 1 - k if written in _INTRODUCING and _is_equation(tokens[end + 1 :]) else 0
    word = "".join(token.value for token in tokens[k : k + 5] if token.kind == "letter")
    adjacent = len(tokens) >= k + 5 and tokens[k + 4].end - tokens[k].start == 5
    return 5 if word == "where" and adjacent else 0


def _is_equation(tokens: list[LatexToken]) -> bool:
    """Whether a name, perhaps with arguments, and a sign of equality come first."""
    depth = 0
    if not tokens or not (tokens[0].kind == "letter" or tokens[0].value.startswith("\\")):
        return False
    for token in tokens:
        depth += (token.value in _OPENING) - (token.value in _CLOSING)
        if depth < 0 or (depth == 0 and token.value in {"+", "-", ";"}):
            return False
        if depth == 0 and token.value in {"=", "\\coloneqq", "\\triangleq"}:
            return True
    return False
