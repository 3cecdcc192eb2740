"""Names as they are written: Greek letters, accents, subscripts, primes; words upright, letters italic or bold."""

from __future__ import annotations

import re

from explainer.notation.tree import Accent, Notation, Numeral, Operator, Row, Script, Symbol
from explainer.threads import recent

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
"""The letters by their names; capitals that look like Latin ones have no sign of their own."""

ACCENTS = {"hat": "hat", "bar": "bar", "vec": "arrow"}
"""The endings of a name that are drawn over its letter."""

COMMA = Operator(",", "punctuation")

_LETTER_AND_DIGITS = re.compile(r"([^\W\d_]+?)(\d+)")


@recent(4096)
def name_notation(name: str, style: str) -> Notation:
    """A name in a style (italic or bold): `u_1` with a subscript, `x_hat` with a hat, `alpha` as α, `rate` upright.

    A letter with digits behind it (`x1`) is written as one with a subscript. A name with an empty piece (`_x`, `a__b`)
    is written as it is.
    """
    head, *endings = name.split("_")
    if not head or not all(endings):
        return Symbol(name, _word_style(style))
    core = head.rstrip("'′")
    primes = "′" * (len(head) - len(core))
    match = _LETTER_AND_DIGITS.fullmatch(core)
    if match is not None and len(GREEK.get(match[1], match[1])) == 1:
        core, endings = match[1], [match[2], *endings]
    letter = GREEK.get(core, core)
    base: Notation = Symbol(letter + primes, style if len(letter) <= 1 else _word_style(style))
    for ending in endings:
        if ending in ACCENTS:
            base = Accent(base, ACCENTS[ending])
    subscripts = [ending for ending in endings if ending not in ACCENTS]
    if not subscripts:
        return base
    return Script(base, subscript=separated([_subscript(ending) for ending in subscripts]))


def _word_style(style: str) -> str:
    return "upright" if style == "italic" else "bold-upright"


def _subscript(text: str) -> Notation:
    if text.isdecimal():
        return Numeral(text)
    letter = GREEK.get(text, text)
    return Symbol(letter, "italic" if len(letter) == 1 else "upright")


def separated(pieces: list[Notation]) -> Notation:
    """Pieces with commas between them; one piece stays alone."""
    if len(pieces) == 1:
        return pieces[0]
    items: list[Notation] = [pieces[0]]
    for piece in pieces[1:]:
        items += (COMMA, piece)
    return Row(tuple(items))


_FUNCTION_NAME = re.compile(r"(.+?)(?:_(\w)|([₀-₉]+))?")
_FROM_SUBSCRIPT = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@recent(512)
def function_name(name: str) -> Notation:
    """The upright name of a function of the table, with its subscript if it has one: `log₁₀`, `norm_F`."""
    match = _FUNCTION_NAME.fullmatch(name)
    if match is None:
        return Symbol(name, "upright")
    base = Symbol(match[1], "italic" if match[1] in GREEK.values() else "upright")
    subscript = match[2] or (match[3] or "").translate(_FROM_SUBSCRIPT)
    return Script(base, subscript=_subscript(subscript)) if subscript else base


def is_word(name: str) -> bool:
    """Whether a name is written with several letters, so that it needs room beside other letters."""
    notation = name_notation(name, "italic")
    while isinstance(notation, Script | Accent):
        notation = notation.base if isinstance(notation, Script) else notation.body
    return isinstance(notation, Symbol) and notation.style == "upright"
