"""Pieces of a text of the input language, and how they are joined: which stand apart, which close together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern
from explainer.language.text.characters import fold
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS


class Piece(NamedTuple):
    """A piece of text: operand, binary, relation, comma or sign (a sign of its operand, as in −x)."""

    kind: str
    text: str
    atomic: bool = True
    """Whether a power or a division may be written behind it without brackets."""
    loose: bool = False
    """Whether it is a quotient, which needs brackets beside other factors."""
    close: bool = False
    """Whether it was typed directly behind what stands before it."""


def joined(pieces: Sequence[Piece]) -> str:
    """The text of pieces in a row: operands side by side are a product, with a space between them."""
    text, before = "", ""
    for piece in _with_brackets(pieces):
        if piece.kind == "comma":
            text = text.rstrip() + ", "
        elif piece.kind in {"binary", "relation"}:
            tight = piece.text in {"/", "^"}
            text += piece.text if tight else f" {piece.text} "
        elif piece.kind == "sign":
            text += piece.text
        else:
            called = piece.text.startswith("(") and _last_word(text) in ABSTRACT_FUNCTIONS
            text += (" " if before == "operand" and not called else "") + piece.text
        before = piece.kind
    return text.strip()


_JOINED = LatePattern(r"(?:\d[\d.]*|[^\W\d]\w*)(?:\^(?:\w+|\(-?\w+\)))?")
"""A number or a name, perhaps raised: what can stand below a slash beside others."""


def below_slashes(pieces: Sequence[Piece]) -> list[Piece]:
    """What is joined behind a slash as one piece in brackets: hν/k_BT is hν/(k_B T), x^2/2σ^2 is x^2/(2 σ^2).

    Behind a number, as in 1/2x, the number below it belongs to the number above.
    """
    told: list[Piece] = []
    k = 0
    while k < len(pieces):
        told.append(pieces[k])
        k += 1
        if told[-1].text != "/" or len(told) < 2:
            continue
        end = k
        while end < len(pieces) and pieces[end].kind == "operand" and (end == k or pieces[end].close):
            end += 1
        run = pieces[k:end]
        coefficient = re.fullmatch(r"[\d.]+", told[-2].text) is not None and re.match(r"\d", run[0].text if run else "")
        if len(run) > 1 and not coefficient and all(_JOINED.fullmatch(fold(piece.text)) for piece in run):
            told.append(Piece("operand", f"({joined(run)})"))
            k = end
    return told


def _last_word(text: str) -> str:
    return text[max(text.rfind(sign) for sign in " (,/^·=-+") + 1 :]


def _with_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with brackets around a quotient behind a factor: `x/(a/b)`; in front of one it needs none."""
    kept: list[Piece] = []
    for k, piece in enumerate(pieces):
        before = pieces[k - 1] if k else None
        free = before is None or before.kind in {"relation", "comma", "sign"} or before.text in {"+", "-"}
        kept.append(Piece("operand", f"({piece.text})") if piece.loose and not free else piece)
    return kept


def bracketed(pieces: Sequence[Piece]) -> str:
    """The same as one operand: in brackets unless it is one already."""
    if len(pieces) == 1 and pieces[0].kind == "operand" and pieces[0].atomic:
        return pieces[0].text
    return f"({joined(pieces)})"


def signs_told_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Plus and minus at the beginning, or after another operator, belong to the operand behind them."""
    told: list[Piece] = []
    for piece in pieces:
        leads = not told or told[-1].kind in {"binary", "relation", "comma", "sign"}
        told.append(Piece("sign", piece.text) if leads and piece.text in {"+", "-"} else piece)
    return told


def closes_last(text: str) -> bool:
    """Whether the bracket at the beginning of a text is closed by its last character."""
    depth = 0
    for k, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0:
            return k == len(text) - 1
    return False
