"""The spoken face: short English in which every piece ends where the listener can hear it.

A piece that reaches to the right (a derivative, a sum, a long fraction) is closed with “end …” where something
follows it, and is left open at the end of what it stands in. A function, a power or a root takes a short argument as it
is; a longer one stands between “open paren” and “close paren”, or before “end power” and “end root”.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import NamedTuple

from explainer.notation.fold import Pieces, core, fold, pieces
from explainer.notation.names import GREEK
from explainer.notation.tree import (
    Accent,
    Application,
    Array,
    BigOperator,
    Brace,
    CasesArray,
    DerivativeNotation,
    Dots,
    Fence,
    Fraction,
    Lines,
    Notation,
    Numeral,
    Operator,
    Part,
    Root,
    Row,
    Script,
    Space,
    Spoken,
    Strike,
    Symbol,
    Words,
)

LONG, SHORT, ATOM = range(3)
"""How much a spoken piece holds: an atom may stand in a fraction, a short one after “of” or “to the power”."""


class Said(NamedTuple):
    """A piece as it is read: `text` where nothing follows, `closed` where something does.

    `inside` is what stands between parentheses, for those who say in other words where it ends.
    """

    text: str
    closed: str
    size: int = ATOM
    inside: Said | None = None


Printed = Sequence[Said]


def speech(notation: Notation) -> str:
    """The formula in words: “the derivative with respect to x of x squared times x”."""
    text = " ".join(fold(notation, _print, _around, _spoken_pieces).text.split())
    return text.replace(" ,", ",").replace(",,", ",").replace(",;", ";").rstrip(",")


IN_FRACTION, IN_POWER, IN_ROOT, IN_BARS = 1, 2, 4, 8
"""What a piece stands in. Inside its own kind a piece always says where it ends, or nobody knew which one ended."""


def _around(notation: Notation, k: int, outer: int) -> int:
    if isinstance(notation, Fraction):
        return outer | IN_FRACTION
    if isinstance(notation, Script) and k and notation.superscript is not None:
        return outer | IN_POWER
    if isinstance(notation, Root):
        return outer | IN_ROOT
    return outer | IN_BARS if isinstance(notation, Fence) and notation.opening in _BARS else outer


def _ended(text: str, piece: Said, end: str, is_nested: int) -> str:
    """A text that ends with a piece, and says so unless the piece is short and stands in nothing of the same kind."""
    return text if piece.size >= SHORT and not is_nested else f"{text}, end {end},"


def _spoken_pieces(notation: Notation) -> Pieces:
    """What is read of a piece: the arguments of a function one by one, the words of a piece that has its own."""
    if isinstance(notation, Spoken):
        return tuple(word for word in notation.words if isinstance(word, Notation))
    if isinstance(notation, Application):
        return (notation.function, *_arguments(notation))
    return pieces(notation)


def _arguments(notation: Application) -> Pieces:
    found: list[Notation] = []
    for argument in notation.arguments:
        body = argument.body if isinstance(argument, Fence) else argument
        listed = isinstance(body, Row) and any(_is_comma(item) for item in body.items)
        found += [item for item in body.items if not _is_comma(item)] if isinstance(body, Row) and listed else [body]
    return tuple(found)


def _is_comma(notation: Notation) -> bool:
    return isinstance(notation, Operator) and notation.kind == "punctuation"


def _said(text: str, size: int = ATOM) -> Said:
    return Said(text, text, size)


def _after_of(piece: Said) -> str:
    """A piece as an argument: in parentheses unless it is short."""
    return piece.text if piece.size >= SHORT else f"open paren {piece.text} close paren"


@singledispatch
def _print(notation: Notation, printed: Printed, around: int) -> Said:
    raise TypeError(f"no speech for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------

_LETTERS = {letter: name for name, letter in GREEK.items()} | {
    "ϕ": "phi",
    "∂": "partial",
    "∇": "nabla",
    "∞": "infinity",
}
_SIGNS = {
    "+": "plus", "−": "minus", "·": "times", "⊗": "element-wise times", "⊘": "element-wise over", "×": "by",
    "=": "equals", "<": "is less than", ">": "is greater than", "≤": "is at most", "≥": "is at least",
    "≠": "is not equal to", "→": "to", "←": "becomes", "≈": "is about",
    "∈": "in", "⇒": "implies", "○": "circle", ";": ";", ",": ",",
}  # fmt: skip


@_print.register
def _symbol(notation: Symbol, printed: Printed, around: int) -> Said:
    if notation.speech:
        return _said(notation.speech)
    letters = notation.text.rstrip("′")
    name = _LETTERS.get(letters, letters)
    if letters != name:
        name = f"capital {name.lower()}" if name[0].isupper() else name
    elif len(letters) == 1 and letters.isupper():
        name = f"capital {letters}"
    return _said(name + " prime" * (len(notation.text) - len(letters)))


@_print.register(Numeral)
@_print.register(Words)
def _plain(notation: Numeral | Words, printed: Printed, around: int) -> Said:
    return _said(notation.text)


@_print.register
def _operator(notation: Operator, printed: Printed, around: int) -> Said:
    return _said(notation.speech or _SIGNS.get(notation.text, notation.text))


@_print.register
def _space(notation: Space, printed: Printed, around: int) -> Said:
    return _said("")


@_print.register
def _dots(notation: Dots, printed: Printed, around: int) -> Said:
    return _said("dots")


# --- pieces side by side ---------------------------------------------------------------------------------------------


def _in_a_row(said: Sequence[Said]) -> tuple[str, str]:
    """Pieces one after the other, open and closed at the end."""
    audible = [piece for piece in said if piece.text]
    if not audible:
        return "", ""
    start = [piece.closed for piece in audible[:-1]]
    return " ".join([*start, audible[-1].text]), " ".join([*start, audible[-1].closed])


@_print.register
def _row(notation: Row, printed: Printed, around: int) -> Said:
    audible = [(item, piece) for item, piece in zip(notation.items, printed, strict=True) if piece.text]
    if len(audible) == 1:
        return audible[0][1]
    text, closed = _in_a_row(printed)
    is_negative_atom = (
        len(audible) == 2
        and isinstance(audible[0][0], Operator)
        and audible[0][0].kind == "prefix"
        and audible[1][1].size == ATOM
    )
    return Said(text, closed, SHORT if is_negative_atom else LONG)


@_print.register
def _fraction(notation: Fraction, printed: Printed, around: int) -> Said:
    over, under = printed
    if not around & IN_FRACTION and over.size == under.size == ATOM:
        return _said(f"{over.text} over {under.text}", LONG)
    start = f"the fraction {over.closed} over"
    return Said(f"{start} {under.text}", f"{start} {under.closed}, end fraction,", LONG)


_POWERS = {"2": "squared", "3": "cubed", "transpose": "transpose"}


@_print.register
def _script(notation: Script, printed: Printed, around: int) -> Said:
    base, *scripts = printed
    text = base.text if base.size == ATOM else f"open paren {base.text} close paren"
    size = ATOM
    if notation.subscript is not None:
        below = scripts.pop(0)
        end = "" if below.size == ATOM or _is_list_of_signs(notation.subscript) else ", end sub,"
        text += f" sub {below.text}{end}"
    if notation.superscript is not None:
        above = scripts.pop(0)
        if above.text in _POWERS:
            text += f" {_POWERS[above.text]}"
        else:
            size = SHORT
            text = _ended(f"{text} to the power {above.text}", above, "power", around & IN_POWER)
    return _said(text, size)


def _is_list_of_signs(notation: Notation) -> bool:
    body = core(notation)
    return isinstance(body, Row) and all(
        isinstance(core(item), Symbol | Numeral) or _is_comma(item) for item in body.items
    )


@_print.register
def _accent(notation: Accent, printed: Printed, around: int) -> Said:
    return _said(f"{printed[0].text if printed[0].size == ATOM else _after_of(printed[0])} {notation.mark}")


# --- what says itself where it ends ----------------------------------------------------------------------------------

_BARS = {"|": "absolute value", "‖": "norm"}


@_print.register
def _fence(notation: Fence, printed: Printed, around: int) -> Said:
    body = printed[0]
    if notation.opening in _BARS:
        name = _BARS[notation.opening]
        return _said(_ended(f"the {name} of {body.text}", body, name, around & IN_BARS), SHORT)
    text = f"open paren {body.text} close paren"
    return Said(text, text, inside=body)


@_print.register
def _root(notation: Root, printed: Printed, around: int) -> Said:
    body = printed[0]
    degree = "2" if notation.degree is None else printed[1].text
    name = {"2": "the square root", "3": "the cube root"}.get(degree, f"the root of degree {degree}")
    return _said(_ended(f"{name} of {body.text}", body, "root", around & IN_ROOT), SHORT)


@_print.register
def _application(notation: Application, printed: Printed, around: int) -> Said:
    name, *arguments = printed
    texts = [_after_of(argument) for argument in arguments]
    template = notation.speech
    if not template:
        return _said(f"{name.text} of {' and '.join(texts)}", SHORT)
    result = template
    for k, text in enumerate(texts):
        result = result.replace(f"{{{k}}}", text, 1)
    if template.startswith("the ") and template.endswith("}") and " plus " not in template:
        return _said(result, SHORT)
    return _said(f"open paren {result} close paren")


@_print.register
def _array(notation: Array, printed: Printed, around: int) -> Said:
    cells = iter(piece.text for piece in printed)
    rows = ["; ".join(next(cells) for _ in row) for row in notation.rows]
    columns = max((len(row) for row in notation.rows), default=0)
    if columns <= 1:
        return _said(f"the vector: {'; '.join(rows)}; end vector", SHORT)
    if len(rows) == 1:
        return _said(f"the row: {rows[0]}; end row", SHORT)
    listed = " ".join(f"row {number}: {row};" for number, row in enumerate(rows, 1))
    return _said(f"the {len(rows)} by {columns} matrix, {listed} end matrix", SHORT)


# --- what reaches to the right ---------------------------------------------------------------------------------------


@_print.register
def _cases(notation: CasesArray, printed: Printed, around: int) -> Said:
    count = len(notation.values)
    listed = "; ".join(
        f"{value.closed} {condition.text}" for value, condition in zip(printed[:count], printed[count:], strict=True)
    )
    return Said(f"by cases: {listed}", f"by cases: {listed}; end cases,", LONG)


@_print.register
def _big_operator(notation: BigOperator, printed: Printed, around: int) -> Said:
    limits = iter(printed)
    start = "the product" if notation.sign == "∏" else "the sum"
    if notation.lower is not None:
        start += f" from {next(limits).text}"
    if notation.upper is not None:
        start += f" to {next(limits).text}"
    body = next(limits)
    inside = body.inside or body
    return Said(f"{start} of {inside.text}", f"{start} of {inside.closed}, end sum,", LONG)


@_print.register
def _derivative(notation: DerivativeNotation, printed: Printed, around: int) -> Said:
    body, wrt = printed
    name = "partial" if notation.sign == "∂" else "derivative"
    if notation.compact:
        return _said(f"the {name} of {body.text} with respect to {wrt.text}", SHORT)
    start = f"the {name} with respect to {wrt.text} of"
    inside = body.inside or body
    return Said(f"{start} {inside.text}", f"{start} {inside.closed}, end {name},", LONG)


@_print.register
def _brace(notation: Brace, printed: Printed, around: int) -> Said:
    body, label = printed
    inner = "all of " if ", which is" in body.closed or "all of which is" in body.closed else ""
    return _said(f"{body.closed}, {inner}which is {label.text},", LONG)


@_print.register
def _strike(notation: Strike, printed: Printed, around: int) -> Said:
    body = printed[0]
    if body.size == LONG:
        return _said(f"cancelled, {body.text}, end cancelled,", LONG)
    return Said(f"cancelled {body.text}", f"cancelled {body.closed}", body.size)


@_print.register
def _lines(notation: Lines, printed: Printed, around: int) -> Said:
    """Lines with semicolons between them; what stands beside a definition follows a comma."""
    cells = iter(printed)
    lines: list[str] = []
    for line in notation.lines:
        said = [next(cells) for _ in line]
        start = _in_a_row(said[:2])[0]
        lines.append(", ".join(text for text in (start, *(cell.text for cell in said[2:])) if text))
    return _said("; ".join(line for line in lines if line), LONG)


@_print.register
def _spoken(notation: Spoken, printed: Printed, around: int) -> Said:
    if len(notation.words) == len(printed) == 1:
        return printed[0]
    remaining = iter(printed)
    words = [next(remaining) if isinstance(word, Notation) else _said(word) for word in notation.words]
    text, closed = _in_a_row(words)
    return Said(text, closed, min((piece.size for piece in printed), default=ATOM))


@_print.register
def _part(notation: Part, printed: Printed, around: int) -> Said:
    return printed[0]
