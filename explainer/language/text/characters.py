"""The characters of the input language: Greek letters, superscripts, subscripts, and signs that mean the same.

Folding replaces one character by one character, so that a position in the folded text is a position in the text
that was typed.
"""

from __future__ import annotations

import unicodedata

_SMALL = [
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
    "eta",
    "theta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "omicron",
    "pi",
    "rho",
    "-",
    "sigma",
    "tau",
    "upsilon",
    "phi",
    "chi",
    "psi",
    "omega",
]

GREEK_NAMES: dict[str, str] = {
    chr(start + k): name if start == 0x3B1 else name.capitalize()
    for start in (0x3B1, 0x391)
    for k, name in enumerate(_SMALL)
    if name != "-"
}
"""Every Greek letter with its spelled name, which is the name that expressions use."""

GREEK_WORDS: frozenset[str] = frozenset(GREEK_NAMES.values())
"""The spelled names, which are single names and never products of letters."""

_SAME = {
    "-": "−‐‑‒–﹣",
    "·": "⋅∙•‧",
    "⊗": "⊙∘⨀",
    "⊘": "⨸",
    "○": "◯◦⚪",
    "/": "÷∕⁄",
    "*": "∗",
    "'": "′’ʹ",
    "‖": "∥",
    "|": "∣ǀ",
    "φ": "ϕ",
    "ε": "ϵɛ",
    "θ": "ϑ",
    "ρ": "ϱ",
    "μ": "µ",
    "Δ": "∆",
    "Ω": "Ω",
    ":": "∶",
    "(": "〖",
    ")": "〗",
    " ": "▒█"
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2061\u2062\u2064\u3000",
}
_FOLD = {ord(other): sign for sign, others in _SAME.items() for other in others} | {
    ord("ℎ"): "h",
    ord("ℓ"): "l",
    ord("ℒ"): "L",
    ord("ς"): "σ",
    ord("ℝ"): "R",
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
}
"""Among them letters and signs as wide as Chinese ones, and the brackets and blanks of Word's formulas on one line."""
_MATHEMATICAL_ALPHABETS = range(0x1D400, 0x1D800)

SUPERSCRIPTS: dict[str, str] = dict(
    zip(
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᐟⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴺᴹᵅᵝᵞᵟᵋᶿᵠᵡ",
        "0123456789+-=()/niabcdefghjklmoprstuvwxyzNMαβγδεθφχ",
        strict=True,
    )
)
"""Raised characters and what they raise; ᵀ is not among them, as it transposes."""

SUBSCRIPTS: dict[str, str] = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=aehijklmnoprstuvx", strict=True))
"""Lowered characters and what they lower."""

MARKS: dict[str, str] = {"\u0302": "hat", "\u0304": "bar", "\u0305": "bar", "\u0303": "tilde", "\u0307": "dot",
                         "\u0308": "ddot", "\u20d7": ""}  # fmt: skip
"""Marks above a letter and the subscript that stands for them: x̂ is x_hat. An arrow adds nothing to a name."""


COMPOSED: dict[str, tuple[str, str]] = {
    unicodedata.normalize("NFC", letter + mark): (letter, mark)
    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for mark in ("\u0302", "\u0304", "\u0303", "\u0307", "\u0308")
    if len(unicodedata.normalize("NFC", letter + mark)) == 1
} | dict.fromkeys("ħℏ", ("h", "\u0304"))
"""Letters that come with their mark as one character: ŵ is w with a hat, and ħ is called h_bar."""


def fold(text: str) -> str:
    """Replace characters that look different and mean the same, one for one."""
    if text.isascii():
        return text
    folded = text.translate(_FOLD)
    if any(ord(character) in _MATHEMATICAL_ALPHABETS for character in folded):
        folded = "".join(map(_plain_letter, folded))
    return folded


def _plain_letter(character: str) -> str:
    """The ordinary letter for a bold or italic one of the mathematical alphabets."""
    if ord(character) not in _MATHEMATICAL_ALPHABETS:
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain.translate(_FOLD) if len(plain) == 1 else character


_BOLD_LETTERS = (range(0x1D400, 0x1D434), range(0x1D468, 0x1D49C), range(0x1D6A8, 0x1D6E2), range(0x1D71C, 0x1D756))
"""Bold and bold italic letters, Latin and Greek, among the mathematical alphabets."""


def is_bold(character: str) -> bool:
    """Whether a letter is one of the bold ones of the mathematical alphabets."""
    return character >= "\U0001d400" and any(ord(character) in letters for letters in _BOLD_LETTERS)


BOLD: dict[str, str] = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in (*range(0x1D400, 0x1D434), *range(0x1D6A8, 0x1D6C1), *range(0x1D6C2, 0x1D6DB))
}
"""The bold letter for every Latin and Greek one."""
