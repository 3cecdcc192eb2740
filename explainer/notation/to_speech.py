"""The spoken face: short English in which every piece ends where the listener can hear it.

A piece that reaches to the right (a derivative, a sum, a long fraction) is closed with “end …” where something
follows it, and is left open at the end of what it stands in. A function, a power or a root takes a short argument as it
is; a longer one stands between “open paren” and “close paren”, or before “end power” and “end root”.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import NamedTuple

from explainer.notation import tree
from explainer.notation.fold import Kept, Pieces, core, fold, is_worth_keeping, pieces
from explainer.notation.names import GREEK
from explainer.phrases import edition, translated
from explainer.threads import Latest

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


_kept: Kept[Said] = Latest(1000)


def speech(notation: tree.Notation) -> str:
    """The formula in words: “the derivative with respect to x of x squared times x”."""
    said: Said = fold(
        notation, _print, _around, _spoken_pieces, _kept, lambda made: is_worth_keeping(made.text), edition() * LANGUAGE
    )
    text = " ".join(said.text.split())
    return text.replace(" ,", ",").replace(",,", ",").replace(",;", ";").rstrip(",")


IN_FRACTION, IN_POWER, IN_ROOT, IN_BARS, LANGUAGE = 1, 2, 4, 8, 16
"""What a piece stands in. Inside its own kind a piece always says where it ends, or nobody knew which one ended. Above
that stands the number of the language."""


def _around(notation: tree.Notation, k: int, outer: int) -> int:
    if isinstance(notation, tree.Fraction):
        return outer | IN_FRACTION
    if isinstance(notation, tree.Script) and k and notation.superscript is not None:
        return outer | IN_POWER
    if isinstance(notation, tree.Root):
        return outer | IN_ROOT
    return outer | IN_BARS if isinstance(notation, tree.Fence) and notation.opening in _BARS else outer


def _ended(text: str, piece: Said, end: str, is_nested: int) -> str:
    """A text that ends with a piece, and says so unless the piece is short and stands in nothing of the same kind."""
    return text if piece.size >= SHORT and not is_nested else _words("{0}, end {1},", text, translated(end))


def _spoken_pieces(notation: tree.Notation) -> Pieces:
    """What is read of a piece: the arguments of a function one by one, the words of a piece that has its own."""
    if isinstance(notation, tree.Spoken):
        return tuple(word for word in notation.words if isinstance(word, tree.Notation))
    if isinstance(notation, tree.Application):
        return (notation.function, *_arguments(notation))
    return pieces(notation)


def _arguments(notation: tree.Application) -> Pieces:
    found: list[tree.Notation] = []
    for argument in notation.arguments:
        body = argument.body if isinstance(argument, tree.Fence) else argument
        listed = isinstance(body, tree.Row) and any(_is_comma(item) for item in body.items)
        found += (
            [item for item in body.items if not _is_comma(item)] if isinstance(body, tree.Row) and listed else [body]
        )
    return tuple(found)


def _is_comma(notation: tree.Notation) -> bool:
    return isinstance(notation, tree.Operator) and notation.kind == "punctuation"


def _words(template: str, *parts: str) -> str:
    """A sentence with parts, in the language that is spoken."""
    return translated(template).format(*parts)


def _said(text: str, size: int = ATOM) -> Said:
    return Said(text, text, size)


def _after_of(piece: Said) -> str:
    """A piece as an argument: in parentheses unless it is short."""
    return piece.text if piece.size >= SHORT else _words(_IN_PARENS, piece.text)


@singledispatch
def _print(notation: tree.Notation, printed: Printed, around: int) -> Said:
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
    "⊠": "Kronecker times", "∈": "in", "⇒": "implies", "○": "circle", ";": ";", ",": ",",
}  # fmt: skip


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, around: int) -> Said:
    if notation.speech:
        return _said(translated(notation.speech))
    letters = notation.text.rstrip("′")
    name = _LETTERS.get(letters, letters)
    if letters != name:
        name = _words("capital {0}", name.lower()) if name[0].isupper() else translated(name)
    elif len(letters) == 1 and letters.isupper():
        name = _words("capital {0}", letters)
    for _ in range(len(notation.text) - len(letters)):
        name = _words("{0} prime", name)
    return _said(name)


@_print.register(tree.Numeral)
@_print.register(tree.Words)
def _plain(notation: tree.Numeral | tree.Words, printed: Printed, around: int) -> Said:
    return _said(translated(notation.text) if isinstance(notation, tree.Words) else notation.text)


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, around: int) -> Said:
    return _said(translated(notation.speech or _SIGNS.get(notation.text, notation.text)))


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, around: int) -> Said:
    return _said("")


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, around: int) -> Said:
    return _said(translated("dots"))


# --- pieces side by side ---------------------------------------------------------------------------------------------


def _in_a_row(said: Sequence[Said]) -> tuple[str, str]:
    """Pieces one after the other, open and closed at the end."""
    audible = [piece for piece in said if piece.text]
    if not audible:
        return "", ""
    start = [piece.closed for piece in audible[:-1]]
    return " ".join([*start, audible[-1].text]), " ".join([*start, audible[-1].closed])


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, around: int) -> Said:
    audible = [(item, piece) for item, piece in zip(notation.items, printed, strict=True) if piece.text]
    if len(audible) == 1:
        return audible[0][1]
    text, closed = _in_a_row(printed)
    is_negative_atom = (
        len(audible) == 2
        and isinstance(audible[0][0], tree.Operator)
        and audible[0][0].kind == "prefix"
        and audible[1][1].size == ATOM
    )
    return Said(text, closed, SHORT if is_negative_atom else LONG)


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, around: int) -> Said:
    over, under = printed
    if not around & IN_FRACTION and over.size == under.size == ATOM:
        return _said(_words("{0} over {1}", over.text, under.text), LONG)
    open_ended, ended = "the fraction {0} over {1}", "the fraction {0} over {1}, end fraction,"
    return Said(_words(open_ended, over.closed, under.text), _words(ended, over.closed, under.closed), LONG)


_POWERS = {"2": "{0} squared", "3": "{0} cubed", "transpose": "{0} transpose"}


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, around: int) -> Said:
    base, *scripts = printed
    text = base.text if base.size == ATOM else _words(_IN_PARENS, base.text)
    size = ATOM
    if notation.subscript is not None:
        below = scripts.pop(0)
        is_short = below.size == ATOM or _is_list_of_signs(notation.subscript)
        text = _words("{0} sub {1}" if is_short else "{0} sub {1}, end sub,", text, below.text)
    if notation.superscript is not None:
        above = scripts.pop(0)
        power = "transpose" if above.text == translated("transpose") else above.text
        if power in _POWERS:
            text = _words(_POWERS[power], text)
        else:
            size = SHORT
            text = _ended(_words("{0} to the power {1}", text, above.text), above, "power", around & IN_POWER)
    return _said(text, size)


def _is_list_of_signs(notation: tree.Notation) -> bool:
    body = core(notation)
    return isinstance(body, tree.Row) and all(
        isinstance(core(item), tree.Symbol | tree.Numeral) or _is_comma(item) for item in body.items
    )


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, around: int) -> Said:
    text = printed[0].text if printed[0].size == ATOM else _after_of(printed[0])
    return _said(f"{text} {translated(notation.mark)}")


# --- what says itself where it ends ----------------------------------------------------------------------------------

_BARS = {"|": "absolute value", "‖": "norm"}
_OF_BARS = {"|": "the absolute value of {0}", "‖": "the norm of {0}"}
_IN_PARENS = "open paren {0} close paren"


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, around: int) -> Said:
    body = printed[0]
    if notation.opening in _BARS:
        name = _BARS[notation.opening]
        return _said(_ended(_words(_OF_BARS[notation.opening], body.text), body, name, around & IN_BARS), SHORT)
    text = _words(_IN_PARENS, body.text)
    return Said(text, text, inside=body)


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, around: int) -> Said:
    body = printed[0]
    degree = "2" if notation.degree is None else printed[1].text
    template = {"2": "the square root of {0}", "3": "the cube root of {0}"}.get(degree, "the root of degree {1} of {0}")
    return _said(_ended(_words(template, body.text, degree), body, "root", around & IN_ROOT), SHORT)


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, around: int) -> Said:
    name, *arguments = printed
    texts = [_after_of(argument) for argument in arguments]
    template = notation.speech
    if not template:
        return _said(_words("{0} of {1}", name.text, translated(" and ").join(texts)), SHORT)
    result = translated(template)
    for k, text in enumerate(texts):
        result = result.replace(f"{{{k}}}", text, 1)
    if template.startswith("the ") and template.endswith("}") and " plus " not in template:
        return _said(result, SHORT)
    return _said(_words(_IN_PARENS, result))


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, around: int) -> Said:
    cells = iter(piece.text for piece in printed)
    rows = ["; ".join(next(cells) for _ in row) for row in notation.rows]
    columns = max((len(row) for row in notation.rows), default=0)
    if columns <= 1:
        return _said(_words("the vector: {0}; end vector", "; ".join(rows)), SHORT)
    if len(rows) == 1:
        return _said(_words("the row: {0}; end row", rows[0]), SHORT)
    listed = " ".join(_words("row {0}: {1};", str(number), row) for number, row in enumerate(rows, 1))
    return _said(_words("the {0} by {1} matrix, {2} end matrix", str(len(rows)), str(columns), listed), SHORT)


# --- what reaches to the right ---------------------------------------------------------------------------------------


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, around: int) -> Said:
    count = len(notation.values)
    listed = "; ".join(
        f"{value.closed} {condition.text}" for value, condition in zip(printed[:count], printed[count:], strict=True)
    )
    return Said(_words("by cases: {0}", listed), _words("by cases: {0}; end cases,", listed), LONG)


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, around: int) -> Said:
    limits = iter(printed)
    lower = "" if notation.lower is None else next(limits).text
    upper = "" if notation.upper is None else next(limits).text
    body = next(limits)
    inside = body.inside or body
    multiplies = notation.sign == "∏"
    template = _BIG[multiplies][bool(lower) + bool(lower and upper)]
    end = "{0}, end product," if multiplies else "{0}, end sum,"
    ended = _words(end, _words(template, inside.closed, lower, upper))
    return Said(_words(template, inside.text, lower, upper), ended, LONG)


_BIG = (
    ("the sum of {0}", "the sum from {1} of {0}", "the sum from {1} to {2} of {0}"),
    ("the product of {0}", "the product from {1} of {0}", "the product from {1} to {2} of {0}"),
)
"""Sums and products without limits, with one, and with both."""


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, around: int) -> Said:
    body, wrt = printed
    compact, template, ended = _DERIVATIVE[notation.sign == "∂"]
    if notation.compact:
        return _said(_words(compact, body.text, wrt.text), SHORT)
    inside = body.inside or body
    return Said(_words(template, inside.text, wrt.text), _words(ended, inside.closed, wrt.text), LONG)


_DERIVATIVE = (
    (
        "the derivative of {0} with respect to {1}",
        "the derivative with respect to {1} of {0}",
        "the derivative with respect to {1} of {0}, end derivative,",
    ),
    (
        "the partial of {0} with respect to {1}",
        "the partial with respect to {1} of {0}",
        "the partial with respect to {1} of {0}, end partial,",
    ),
)
"""A derivative in short, with its function behind it, and with a word where that ends."""


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, around: int) -> Said:
    body, label = printed
    one, whole = "{0}, which is {1},", "{0}, all of which is {1},"
    nested = any(translated(template).split("{0}")[1].split("{1}")[0] in body.closed for template in (one, whole))
    return _said(_words(whole if nested else one, body.closed, label.text), LONG)


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, around: int) -> Said:
    body = printed[0]
    if body.size == LONG:
        return _said(_words("cancelled, {0}, end cancelled,", body.text), LONG)
    return Said(_words("cancelled {0}", body.text), _words("cancelled {0}", body.closed), body.size)


@_print.register(tree.Underlined)
def _underlined(notation: tree.Underlined, printed: Printed, around: int) -> Said:
    """The line helps an eye to find what is new; a voice reads all of it."""
    return printed[0]


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, around: int) -> Said:
    """Lines with semicolons between them; what stands beside a definition follows a comma."""
    cells = iter(printed)
    lines: list[str] = []
    for line in notation.lines:
        said = [next(cells) for _ in line]
        start = _in_a_row(said[:2])[0]
        lines.append(", ".join(text for text in (start, *(cell.text for cell in said[2:])) if text))
    return _said("; ".join(line for line in lines if line), LONG)


@_print.register(tree.Spoken)
def _spoken(notation: tree.Spoken, printed: Printed, around: int) -> Said:
    if len(notation.words) == len(printed) == 1:
        return printed[0]
    if {word for word in notation.words if isinstance(word, str)} == {" and "}:
        text = translated(" and ").join(piece.text for piece in printed)
        return Said(text, text, min(piece.size for piece in printed))
    places = iter(range(len(printed)))
    template = "".join(f"{{{next(places)}}}" if isinstance(word, tree.Notation) else word for word in notation.words)
    start = [piece.closed for piece in printed[:-1]]
    text = _words(template, *start, *(piece.text for piece in printed[-1:]))
    closed = _words(template, *start, *(piece.closed for piece in printed[-1:]))
    return Said(text, closed, min((piece.size for piece in printed), default=ATOM))


@_print.register(tree.Part)
def _part(notation: tree.Part, printed: Printed, around: int) -> Said:
    return printed[0]
