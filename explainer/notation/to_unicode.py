"""The text face: one line of Unicode, as a person would type it, with real superscripts where all of them exist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch
from typing import NamedTuple

from explainer.notation import tree
from explainer.notation.fold import Kept, core, fold, is_worth_keeping
from explainer.threads import Latest

OPEN, BESIDE, SLASHED, OPERATOR, UNIT = range(5)
"""How a text holds together: with signs between its pieces, side by side, a/b, d/dx(…), or as one unit."""


class Text(NamedTuple):
    """A printed piece; `low` says that it ends with a subscript for which there is no character."""

    text: str
    kind: int = UNIT
    low: bool = False


Printed = Sequence[Text]


_kept: Kept[Text] = Latest(1000)


def unicode(notation: tree.Notation) -> str:
    """The formula as one line of Unicode text: `3x² y`, `∂/∂x(x y)`, `∑ᵢ₌₁ⁿ wᵢ xᵢ`, `[[a, b], [c, d]]`."""
    printed: Text = fold(notation, _print, kept=_kept, worth_keeping=lambda made: is_worth_keeping(made.text))
    return " ".join(printed.text.split())


def _in_parentheses(piece: Text) -> str:
    return f"({piece.text.strip()})"


@singledispatch
def _print(notation: tree.Notation, printed: Printed, depth: int) -> Text:
    raise TypeError(f"no text for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, depth: int) -> Text:
    return Text("ᵀ" if notation.text == "T" and notation.style == "upright" else notation.text)


@_print.register(tree.Numeral)
@_print.register(tree.Words)
def _plain(notation: tree.Numeral | tree.Words, printed: Printed, depth: int) -> Text:
    return Text(notation.text)


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, depth: int) -> Text:
    if notation.kind == "prefix":
        return Text(notation.text, OPEN)
    return Text(f"{notation.text} " if notation.kind == "punctuation" else f" {notation.text} ", OPEN)


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, depth: int) -> Text:
    return Text(" " if notation.width_em else "")


_DOTS = {"low": "…", "center": "…", "vertical": "⋮", "diagonal": "⋱"}


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, depth: int) -> Text:
    return Text(_DOTS[notation.direction])


# --- rows ------------------------------------------------------------------------------------------------------------

_SPLIT = frozenset("+−=<>≤≥≠,")
"""Signs beside which a/b needs no parentheses."""


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, depth: int) -> Text:
    """Pieces side by side; a/b stands in parentheses where a factor is next to it."""
    shown = [(core(item), piece) for item, piece in zip(notation.items, printed, strict=True)]
    visible = [(item, piece) for item, piece in shown if piece.text and not isinstance(item, tree.Space)]
    if len(visible) <= 1:
        text = "".join(piece.text for piece in printed)
        return visible[0][1]._replace(text=text) if visible else Text(text)
    texts: list[str] = []
    for number, (item, piece) in enumerate(shown):
        is_slashed = piece.kind == SLASHED and not isinstance(item, tree.Space)
        if is_slashed and not (_splits(shown, number, -1) and _splits(shown, number, 1)):
            texts.append(_in_parentheses(piece))
        else:
            texts.append(piece.text)
    has_signs = any(isinstance(item, tree.Operator) or piece.kind in (OPEN, OPERATOR) for item, piece in visible)
    return Text("".join(texts), OPEN if has_signs else BESIDE)


def _splits(shown: list[tuple[tree.Notation, Text]], number: int, step: int) -> bool:
    """Whether the neighbour on one side is a sign that separates, or nothing."""
    number += step
    while 0 <= number < len(shown):
        item, piece = shown[number]
        if isinstance(item, tree.Operator):
            return item.text in _SPLIT
        if isinstance(item, tree.Words):
            return True
        if piece.text.strip():
            text = piece.text.strip()
            return text[0 if step > 0 else -1] in _SPLIT
        number += step
    return True


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, depth: int) -> Text:
    over, under = printed
    above = over.text if over.kind in (BESIDE, UNIT) else _in_parentheses(over)
    below = under.text if under.kind == UNIT else _in_parentheses(under)
    return Text(f"{above}/{below}", SLASHED)


# --- scripts ---------------------------------------------------------------------------------------------------------

_SUPERSCRIPTS = dict(zip("0123456789+−=in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁱⁿ", strict=True)) | dict(
    zip("abcdefghjklmoprstuvwxyzN", "ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴺ", strict=True)
)
_SUBSCRIPTS = dict(zip("0123456789+−=", "₀₁₂₃₄₅₆₇₈₉₊₋₌", strict=True)) | dict(
    zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)


def _small(text: str, characters: dict[str, str]) -> str | None:
    """The text in small characters, or None where one is missing; spaces are left out."""
    small = [characters.get(character) for character in text if character != " "]
    return "".join(character for character in small if character) if small and all(small) else None


def _lowered(piece: Text) -> tuple[str, bool]:
    """A subscript, and whether it had to be written with _ for lack of characters."""
    text = piece.text.strip()
    if "".join(text.split()).isalnum() and len(text) > 2 and not text.isdecimal():
        return f"_{text}", True
    small = _small(text, _SUBSCRIPTS)
    if small is not None and " " not in text:
        return small, False
    plain = text.isalnum()
    return (f"_{text}" if plain else f"_({text})"), True


def _raised(piece: Text) -> str:
    text = piece.text.strip()
    if text == "ᵀ":
        return text
    small = _small(text, _SUPERSCRIPTS) if piece.kind in (OPEN, UNIT) else None
    if small is not None:
        return small
    return f"^{text}" if len(text) == 1 else f"^({text})"


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, depth: int) -> Text:
    scripts = iter(printed[1:])
    base = printed[0]
    text = base.text if base.kind == UNIT else _in_parentheses(base)
    low = base.low
    if notation.subscript is not None:
        lowered, low = _lowered(next(scripts))
        text += lowered
    if notation.superscript is not None:
        raised = _raised(next(scripts))
        text = (f"({text})" if low else text) + raised
        low = raised.startswith("^")
    return Text(text, UNIT, low)


_COMBINING = {"arrow": "\u20d7", "hat": "\u0302", "bar": "\u0304"}


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, depth: int) -> Text:
    text = printed[0].text
    core_text = text.rstrip("′")
    return Text(core_text + _COMBINING[notation.mark] + text[len(core_text) :])


# --- what brings its own brackets ------------------------------------------------------------------------------------


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, depth: int) -> Text:
    return Text(f"{notation.opening}{printed[0].text.strip()}{notation.closing}")


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, depth: int) -> Text:
    degree = printed[1].text if notation.degree is not None else ""
    sign = {"": "√", "3": "∛", "4": "∜"}.get(degree)
    if sign is None:
        sign = _raised(printed[1]) + "√"
    return Text(f"{sign}({printed[0].text.strip()})")


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, depth: int) -> Text:
    """A column as a list, anything else as a list of its rows."""
    cells = iter(piece.text.strip() for piece in printed)
    rows = [[next(cells) for _ in row] for row in notation.rows]
    if all(len(row) == 1 for row in rows):
        return Text(f"[{', '.join(row[0] for row in rows)}]")
    return Text(f"[{', '.join('[' + ', '.join(row) + ']' for row in rows)}]")


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, depth: int) -> Text:
    count = len(notation.values)
    pairs = zip(printed[:count], printed[count:], strict=True)
    return Text("{" + "; ".join(f"{value.text.strip()} {condition.text.strip()}" for value, condition in pairs) + "}")


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, depth: int) -> Text:
    return Text("".join(piece.text for piece in printed))


# --- signs that act on what follows ----------------------------------------------------------------------------------


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, depth: int) -> Text:
    limits = iter(printed)
    text = notation.sign
    if notation.lower is not None:
        lower = next(limits).text
        small = _small(lower, _SUBSCRIPTS)
        text += f"_({lower.strip()})" if small is None else small
    if notation.upper is not None:
        text += _raised(next(limits))
    return Text(f"{text} {next(limits).text.strip()}", OPERATOR)


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, depth: int) -> Text:
    body, wrt = printed
    below = _of(notation.sign, wrt.text)
    if notation.compact:
        return Text(f"{_of(notation.sign, body.text)}/{below}", SLASHED)
    text = body.text.strip()
    is_fenced = text.startswith("(") and isinstance(core(notation.body), tree.Fence)
    return Text(f"{notation.sign}/{below}{text if is_fenced else f'({text})'}", OPERATOR)


_WORD = re.compile(r"[^\W\d_]{2}")


def _of(sign: str, text: str) -> str:
    """d and ∂ before a name; a word keeps a distance."""
    is_word = _WORD.match(text) is not None and text[1] not in _SUBSCRIPTS.values()
    return f"{sign} {text}" if is_word else sign + text


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, depth: int) -> Text:
    return Text(f"{_in_parentheses(printed[0])} [{printed[1].text.strip()}]")


_LONG_STROKE = "\u0336"


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, depth: int) -> Text:
    """A stroke through every character."""
    text = "".join(character + _LONG_STROKE * (not character.isspace()) for character in printed[0].text)
    return printed[0]._replace(text=text)


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, depth: int) -> Text:
    """Lines with semicolons between them, and commas before what stands beside a definition."""
    cells = iter(piece.text.strip() for piece in printed)
    lines: list[str] = []
    for line in notation.lines:
        first, *others = (next(cells) for _ in line)
        start = " ".join(text for text in (first, *others[:1]) if text)
        lines.append(", ".join(text for text in (start, *others[1:]) if text))
    return Text("; ".join(line for line in lines if line), OPEN)


@_print.register(tree.Spoken)
@_print.register(tree.Part)
@_print.register(tree.Underlined)
def _same(notation: tree.Spoken | tree.Part | tree.Underlined, printed: Printed, depth: int) -> Text:
    return printed[0]
