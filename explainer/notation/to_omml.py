"""The OMML face: Office Math, as Word and PowerPoint keep formulas, so that they can be edited there.

It follows ECMA-376, part 1, chapter 22.1: one function for each class of the notation tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from explainer.notation.fold import fold
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
    Underlined,
    Words,
)

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"

Printed = Sequence[str]


def omml(notation: Notation) -> str:
    """The formula as one `m:oMath` element, which names its own namespace."""
    return f'<m:oMath xmlns:m="{NAMESPACE}">{fold(notation, _print)}</m:oMath>'


def _escaped(text: str) -> str:
    allowed = "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in text)
    return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _run(text: str, style: str = "p") -> str:
    """Letters in a style: p upright, i italic, b bold, bi bold italic, nor for running words."""
    if not text:
        return ""
    style = "<m:nor/>" if style == "nor" else f'<m:sty m:val="{style}"/>'
    return f'<m:r><m:rPr>{style}</m:rPr><m:t xml:space="preserve">{_escaped(text)}</m:t></m:r>'


def _value(name: str, value: str) -> str:
    return f'<m:{name} m:val="{_escaped(value)}"/>'


def _slot(name: str, content: str) -> str:
    return f"<m:{name}>{content}</m:{name}>"


@singledispatch
def _print(notation: Notation, printed: Printed, depth: int) -> str:
    raise TypeError(f"no Office Math for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------

_STYLES = {"italic": "i", "bold": "b", "bold-upright": "b", "upright": "p"}


@_print.register(Symbol)
def _symbol(notation: Symbol, printed: Printed, depth: int) -> str:
    return _run(notation.text, _STYLES.get(notation.style, "p"))


@_print.register(Numeral)
def _numeral(notation: Numeral, printed: Printed, depth: int) -> str:
    return _run(notation.text)


@_print.register(Words)
def _words(notation: Words, printed: Printed, depth: int) -> str:
    return _run(notation.text, "nor")


@_print.register(Operator)
def _operator(notation: Operator, printed: Printed, depth: int) -> str:
    return _run(notation.text)


_SPACES = ((0.9, "\u2003"), (0.4, "\u2002"), (0.2, "\u2005"))
_THIN = "\u2009"


@_print.register(Space)
def _space(notation: Space, printed: Printed, depth: int) -> str:
    if notation.width_em <= 0:
        return ""
    return _run(next((space for width, space in _SPACES if notation.width_em > width), _THIN))


_DOTS = {"low": "…", "center": "⋯", "vertical": "⋮", "diagonal": "⋱"}


@_print.register(Dots)
def _dots(notation: Dots, printed: Printed, depth: int) -> str:
    return _run(_DOTS[notation.direction])


# --- pieces put together ---------------------------------------------------------------------------------------------


@_print.register(Row)
def _row(notation: Row, printed: Printed, depth: int) -> str:
    return "".join(printed)


@_print.register(Fraction)
def _fraction(notation: Fraction, printed: Printed, depth: int) -> str:
    return _over(*printed)


def _over(numerator: str, denominator: str) -> str:
    return _slot("f", _slot("num", numerator) + _slot("den", denominator))


@_print.register(Script)
def _script(notation: Script, printed: Printed, depth: int) -> str:
    base, *scripts = printed
    if notation.subscript is not None and notation.superscript is not None:
        return _slot("sSubSup", _slot("e", base) + _slot("sub", scripts[0]) + _slot("sup", scripts[1]))
    if notation.subscript is not None:
        return _slot("sSub", _slot("e", base) + _slot("sub", scripts[0]))
    if notation.superscript is not None:
        return _slot("sSup", _slot("e", base) + _slot("sup", scripts[0]))
    return base


def _between(opening: str, body: str, closing: str) -> str:
    """Between delimiters that grow; an empty one is not drawn."""
    return _slot("d", _slot("dPr", _value("begChr", opening) + _value("endChr", closing)) + _slot("e", body))


@_print.register(Fence)
def _fence(notation: Fence, printed: Printed, depth: int) -> str:
    return _between(notation.opening, printed[0], notation.closing)


@_print.register(Root)
def _root(notation: Root, printed: Printed, depth: int) -> str:
    if notation.degree is None:
        return _slot("rad", _slot("radPr", _value("degHide", "1")) + "<m:deg/>" + _slot("e", printed[0]))
    return _slot("rad", _slot("deg", printed[1]) + _slot("e", printed[0]))


def _table(rows: Sequence[Sequence[str]], align: Sequence[str]) -> str:
    """Rows of cells; the last alignment is that of all further columns."""
    most = max(map(len, rows), default=1)
    columns = "".join(
        _slot("mc", _slot("mcPr", _value("count", "1") + _value("mcJc", align[min(k, len(align) - 1)])))
        for k in range(most)
    )
    lines = "".join(
        _slot("mr", "".join(_slot("e", row[k] if k < len(row) else "") for k in range(most))) for row in rows
    )
    return _slot("m", _slot("mPr", _value("plcHide", "1") + _slot("mcs", columns)) + lines)


def _cut(printed: Printed, rows: Sequence[Sequence[Notation]]) -> list[list[str]]:
    remaining = iter(printed)
    return [[next(remaining) for _ in row] for row in rows]


@_print.register(Array)
def _array(notation: Array, printed: Printed, depth: int) -> str:
    """A matrix. Office Math has no rules between the blocks of one."""
    table = _table(_cut(printed, notation.rows), [notation.alignment])
    return _between(notation.opening, table, notation.closing)


@_print.register(CasesArray)
def _cases(notation: CasesArray, printed: Printed, depth: int) -> str:
    count = len(notation.values)
    rows = [[value, condition] for value, condition in zip(printed[:count], printed[count:], strict=True)]
    return _between("{", _table(rows, ["left"]), "")


@_print.register(BigOperator)
def _big_operator(notation: BigOperator, printed: Printed, depth: int) -> str:
    *limits, body = printed
    lower = limits[0] if notation.lower is not None else ""
    upper = limits[-1] if notation.upper is not None else ""
    hidden = _value("subHide", "1") * (notation.lower is None) + _value("supHide", "1") * (notation.upper is None)
    properties = _slot("naryPr", _value("chr", notation.sign) + _value("limLoc", "undOvr") + hidden)
    return _slot("nary", properties + _slot("sub", lower) + _slot("sup", upper) + _slot("e", body))


_ACCENTS = {"arrow": "\u20d7", "hat": "\u0302", "bar": "\u0305"}


@_print.register(Accent)
def _accent(notation: Accent, printed: Printed, depth: int) -> str:
    return _slot("acc", _slot("accPr", _value("chr", _ACCENTS[notation.mark])) + _slot("e", printed[0]))


@_print.register(Brace)
def _brace(notation: Brace, printed: Printed, depth: int) -> str:
    braced = _slot("groupChr", _slot("groupChrPr", _value("chr", "⏟") + _value("pos", "bot")) + _slot("e", printed[0]))
    return _slot("limLow", _slot("e", braced) + _slot("lim", printed[1]))


_STROKE = "".join(_value(f"hide{side}", "1") for side in ("Top", "Bot", "Left", "Right")) + _value("strikeBLTR", "1")


@_print.register(Strike)
def _strike(notation: Strike, printed: Printed, depth: int) -> str:
    """A box without sides and with a diagonal line."""
    return _slot("borderBox", _slot("borderBoxPr", _STROKE) + _slot("e", printed[0]))


@_print.register(Underlined)
def _underlined(notation: Underlined, printed: Printed, depth: int) -> str:
    return _slot("bar", _slot("barPr", _value("pos", "bot")) + _slot("e", printed[0]))


@_print.register(Application)
def _application(notation: Application, printed: Printed, depth: int) -> str:
    return _slot("func", _slot("fName", printed[0]) + _slot("e", "".join(printed[1:])))


@_print.register(DerivativeNotation)
def _derivative(notation: DerivativeNotation, printed: Printed, depth: int) -> str:
    body, wrt = printed
    sign = _run(notation.sign, "i" if notation.sign == "d" else "p")
    if notation.compact:
        return _over(sign + body, sign + wrt)
    return _over(sign, sign + wrt) + body


@_print.register(Lines)
def _lines(notation: Lines, printed: Printed, depth: int) -> str:
    return _table(_cut(printed, notation.lines), ["right", "left"])


@_print.register(Spoken)
def _spoken(notation: Spoken, printed: Printed, depth: int) -> str:
    return printed[0]


@_print.register(Part)
def _part(notation: Part, printed: Printed, depth: int) -> str:
    return printed[0]
