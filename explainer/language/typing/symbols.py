"""The signs of the language that few keyboards have, in groups, each with what can be typed instead."""

from __future__ import annotations

from typing import NamedTuple

from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.form_guides import GUIDES, HOLE
from explainer.phrases import phrase


class Symbol(NamedTuple):
    """One sign. `template` is what is written, `typed` means the same; both may have a hole."""

    sign: str
    template: str
    typed: str
    meaning: str


class SymbolGroup(NamedTuple):
    """Signs that belong together."""

    title: str
    symbols: tuple[Symbol, ...]


def _greek(start: int) -> tuple[Symbol, ...]:
    """The small letters or the capital ones; omicron looks like o and is left out."""
    letters = {sign: name for sign, name in GREEK_NAMES.items() if ord(sign) in range(start, start + 25)}
    return tuple(
        Symbol(sign, sign, name, phrase("the letter {0}", name))
        for sign, name in letters.items()
        if name.lower() != "omicron"
    )


GROUPS: tuple[SymbolGroup, ...] = (
    SymbolGroup("Signs", (
        Symbol("·", " · ", f"dot({HOLE}, )", "product of two vectors, a number"),
        Symbol("⊗", " ⊗ ", " .* ", "product entry by entry"),
        Symbol("⊠", " ⊠ ", f"kron({HOLE}, )", "Kronecker product"),
        Symbol("⊘", " ⊘ ", " ./ ", "quotient entry by entry"),
        Symbol("○", " ○ ", " .o. ", "any operator that works entry by entry"),
        Symbol("∑", GUIDES["sum"].template, GUIDES["sum"].template, GUIDES["sum"].meaning),
        Symbol("∂", f"∂({HOLE})/∂x", f"d({HOLE})/dx", "partial derivative"),
        Symbol("ᵀ", "ᵀ", "'", "transpose: rows become columns"),
        Symbol("1⃗", "1⃗", "ones(n)", "vector of ones"),
        Symbol("0⃗", "0⃗", "zeros(n)", "vector of zeros"),
        Symbol("‖ ‖", f"‖{HOLE}‖", f"norm({HOLE})", "length of a vector"),
        Symbol("| |", f"|{HOLE}|", f"abs({HOLE})", "absolute value"),
        Symbol("√", f"√({HOLE})", f"sqrt({HOLE})", "square root"),
        Symbol("x²", "^2", "^2", "square"),
        Symbol("x/y", f"({HOLE})/()", f"({HOLE})/()", "fraction"),
        Symbol("[ ]", f"[{HOLE}]", f"[{HOLE}]", "vector by its entries"),
        Symbol("≤", " ≤ ", " <= ", "at most"),
        Symbol("≥", " ≥ ", " >= ", "at least"),
        Symbol("≠", " ≠ ", " != ", "not equal"),
    )),
    SymbolGroup("Greek letters", _greek(0x3B1)),
    SymbolGroup("Greek capital letters", _greek(0x391)),
)  # fmt: skip
"""All signs, in the order in which they are shown."""
