"""The MathML face: presentation MathML within MathML Core, as web browsers and screen readers take it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import NamedTuple

from explainer.notation import tree
from explainer.notation.edges import INVISIBLE_TIMES
from explainer.notation.fold import Kept, fold, is_worth_keeping
from explainer.threads import Latest

NAMESPACE = "http://www.w3.org/1998/Math/MathML"


class Markup(NamedTuple):
    """A printed piece: one element. For a base with only a subscript, `base` and `subscript` hold its two elements."""

    text: str
    base: str = ""
    subscript: str = ""


Printed = Sequence[Markup]


_kept: Kept[Markup] = Latest(1000)


def mathml(notation: tree.Notation) -> str:
    """The formula as one `<math>` element in display style.

    Bold letters are the letters of Unicode's mathematical alphabets, because MathML Core knows no bold variant.
    """
    printed: Markup = fold(notation, _print, kept=_kept, worth_keeping=lambda made: is_worth_keeping(made.text))
    return f'<math xmlns="{NAMESPACE}" display="block">{printed.text}</math>'


def _escaped(text: str) -> str:
    """Text as XML character data; characters that XML forbids become the replacement character."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@singledispatch
def _print(notation: tree.Notation, printed: Printed, depth: int) -> Markup:
    raise TypeError(f"no MathML for {type(notation).__name__}")


def _mrow(texts: Sequence[str]) -> str:
    kept = [text for text in texts if text]
    return kept[0] if len(kept) == 1 else f"<mrow>{''.join(kept)}</mrow>"


# --- letters and signs -----------------------------------------------------------------------------------------------

_BOLD_STARTS = (("A", "Z", 0x1D400), ("a", "z", 0x1D41A), ("0", "9", 0x1D7CE), ("Α", "Ω", 0x1D6A8), ("α", "ω", 0x1D6C2))


def _bold(character: str) -> str:
    for first, last, start in _BOLD_STARTS:
        if first <= character <= last:
            return chr(start + ord(character) - ord(first))
    return character


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, depth: int) -> Markup:
    """A letter as mi; a name of several letters is upright by itself, one letter only when it says so."""
    if notation.text == "/":
        return Markup('<mo form="infix" lspace="0" rspace="0">/</mo>')
    text = _escaped(notation.text)
    if notation.style.startswith("bold"):
        return Markup(
            f'<mi mathvariant="normal">{"".join(map(_bold, text))}</mi>' if len(text) == 1 else _bold_word(text)
        )
    normal = ' mathvariant="normal"' if notation.style == "upright" and len(notation.text) == 1 else ""
    return Markup(f"<mi{normal}>{text}</mi>")


def _bold_word(text: str) -> str:
    return f"<mi>{text if '&' in text else ''.join(map(_bold, text))}</mi>"


@_print.register(tree.Numeral)
def _numeral(notation: tree.Numeral, printed: Printed, depth: int) -> Markup:
    return Markup(f"<mn>{_escaped(notation.text)}</mn>")


@_print.register(tree.Words)
def _words(notation: tree.Words, printed: Printed, depth: int) -> Markup:
    return Markup(f"<mtext>{_escaped(notation.text)}</mtext>")


_FORMS = {"prefix": "prefix", "punctuation": "infix", "binary": "infix", "relation": "infix"}


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, depth: int) -> Markup:
    separator = ' separator="true"' if notation.kind == "punctuation" else ""
    return Markup(f'<mo form="{_FORMS.get(notation.kind, "infix")}"{separator}>{_escaped(notation.text)}</mo>')


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, depth: int) -> Markup:
    return Markup(f'<mspace width="{notation.width_em:g}em"/>' if notation.width_em else "")


_DOTS = {"low": "…", "center": "⋯", "vertical": "⋮", "diagonal": "⋱"}


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, depth: int) -> Markup:
    return Markup(f"<mo>{_DOTS[notation.direction]}</mo>")


# --- pieces put together ---------------------------------------------------------------------------------------------


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, depth: int) -> Markup:
    return Markup(_mrow([piece.text for piece in printed]))


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, depth: int) -> Markup:
    return Markup(f"<mfrac>{printed[0].text or '<mrow></mrow>'}{printed[1].text or '<mrow></mrow>'}</mfrac>")


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, depth: int) -> Markup:
    """A base with scripts; a superscript on a base with a subscript stands above that subscript."""
    base, *scripts = (piece.text for piece in printed)
    if notation.subscript is not None and notation.superscript is not None:
        return Markup(f"<msubsup>{base}{scripts[0]}{scripts[1]}</msubsup>")
    if notation.subscript is not None:
        return Markup(f"<msub>{base}{scripts[0]}</msub>", base, scripts[0])
    if notation.superscript is None:
        return printed[0]
    if printed[0].subscript:
        return Markup(f"<msubsup>{printed[0].base}{printed[0].subscript}{scripts[0]}</msubsup>")
    return Markup(f"<msup>{base}{scripts[0]}</msup>")


def _delimiter(sign: str, form: str) -> str:
    return f'<mo form="{form}" fence="true" stretchy="true">{_escaped(sign)}</mo>' if sign else ""


def _between(opening: str, body: str, closing: str) -> Markup:
    return Markup(f"<mrow>{_delimiter(opening, 'prefix')}{body}{_delimiter(closing, 'postfix')}</mrow>")


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, depth: int) -> Markup:
    return _between(notation.opening, printed[0].text, notation.closing)


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, depth: int) -> Markup:
    if notation.degree is None:
        return Markup(f"<msqrt>{printed[0].text}</msqrt>")
    return Markup(f"<mroot>{printed[0].text}{printed[1].text}</mroot>")


def _table(
    rows: Sequence[Sequence[str]],
    align: Sequence[str],
    row_rules: Sequence[int] = (),
    column_rules: Sequence[int] = (),
) -> str:
    """Rows of cells; MathML Core draws rules as the borders of cells."""
    lines = []
    for number, row in enumerate(rows, 1):
        below = "; border-bottom: thin solid" * (number in row_rules)
        cells = []
        for k, cell in enumerate(row, 1):
            beside = "; border-right: thin solid" * (k in column_rules)
            cells.append(f'<mtd style="text-align: {align[min(k, len(align)) - 1]}{below}{beside}">{cell}</mtd>')
        lines.append(f"<mtr>{''.join(cells)}</mtr>")
    return f'<mtable displaystyle="true">{"".join(lines)}</mtable>'


def _cut(printed: Printed, rows: Sequence[Sequence[tree.Notation]]) -> list[list[str]]:
    remaining = iter(piece.text for piece in printed)
    return [[next(remaining) for _ in row] for row in rows]


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, depth: int) -> Markup:
    rows = _cut(printed, notation.rows)
    table = _table(rows, [notation.alignment], notation.row_rules, notation.column_rules)
    return _between(notation.opening, table, notation.closing)


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, depth: int) -> Markup:
    count = len(notation.values)
    rows = [[value.text, condition.text] for value, condition in zip(printed[:count], printed[count:], strict=True)]
    return _between("{", _table(rows, ["left"]), "")


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, depth: int) -> Markup:
    sign = f'<mo largeop="true" movablelimits="false">{_escaped(notation.sign)}</mo>'
    *limits, body = (piece.text for piece in printed)
    if len(limits) == 2:
        sign = f"<munderover>{sign}{limits[0]}{limits[1]}</munderover>"
    elif limits:
        name = "mover" if notation.lower is None else "munder"
        sign = f"<{name}>{sign}{limits[0]}</{name}>"
    return Markup(_mrow([sign, body]))


_ACCENTS = {"arrow": "→", "hat": "^", "bar": "¯"}


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, depth: int) -> Markup:
    mark = f'<mo stretchy="false">{_ACCENTS[notation.mark]}</mo>'
    return Markup(f'<mover accent="true">{printed[0].text}{mark}</mover>')


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, depth: int) -> Markup:
    braced = f'<munder>{printed[0].text}<mo stretchy="true">⏟</mo></munder>'
    return Markup(f"<munder>{braced}{printed[1].text}</munder>")


_UNDERLINE = "linear-gradient(currentcolor, currentcolor) 0 100% / 100% .06em no-repeat"
_STROKE = "linear-gradient(to bottom right, transparent 48%, currentColor 48% 52%, transparent 52%)"


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, depth: int) -> Markup:
    """MathML Core has no element for a stroke: a row with a diagonal line as its background."""
    return Markup(f'<mrow style="background: {_STROKE}">{printed[0].text}</mrow>')


@_print.register(tree.Underlined)
def _underlined(notation: tree.Underlined, printed: Printed, depth: int) -> Markup:
    """A line that takes no room; a page can give what is new a colour by its class."""
    return Markup(f'<mrow class="new" style="background: {_UNDERLINE}">{printed[0].text}</mrow>')


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, depth: int) -> Markup:
    return Markup(_mrow([printed[0].text, "<mo>&#x2061;</mo>", *(piece.text for piece in printed[1:])]))


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, depth: int) -> Markup:
    body, wrt = printed
    sign = f'<mo form="prefix" lspace="0" rspace="0">{_escaped(notation.sign)}</mo>'
    if notation.sign == "d":
        sign = "<mi>d</mi>"
    below = _mrow([sign, wrt.text])
    if notation.compact:
        return Markup(f"<mfrac>{_mrow([sign, body.text])}{below}</mfrac>")
    return Markup(_mrow([f"<mfrac>{sign}{below}</mfrac>", body.text]))


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, depth: int) -> Markup:
    return Markup(_table(_cut(printed, notation.lines), ["right", "left"]))


_TIMES = "<mo>&#x2062;</mo>"


@_print.register(tree.Spoken)
def _spoken(notation: tree.Spoken, printed: Printed, depth: int) -> Markup:
    if notation in INVISIBLE_TIMES:
        return Markup(_TIMES + printed[0].text)
    return printed[0]


@_print.register(tree.Part)
def _part(notation: tree.Part, printed: Printed, depth: int) -> Markup:
    return printed[0]
