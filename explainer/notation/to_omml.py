"""The OMML face: Office Math, as Word and PowerPoint keep formulas, so that they can be edited there.

It follows ECMA-376, part 1, chapter 22.1: one function for each class of the notation tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from explainer.notation import tree
from explainer.notation.fold import fold

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"

Printed = Sequence[str]


def omml(notation: tree.Notation) -> str:
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
def _print(notation: tree.Notation, printed: Printed, depth: int) -> str:
    raise TypeError(f"no Office Math for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------

_STYLES = {"italic": "i", "bold": "b", "bold-upright": "b", "upright": "p"}


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, depth: int) -> str:
    return _run(notation.text, _STYLES.get(notation.style, "p"))


@_print.register(tree.Numeral)
def _numeral(notation: tree.Numeral, printed: Printed, depth: int) -> str:
    return _run(notation.text)


@_print.register(tree.Words)
def _words(notation: tree.Words, printed: Printed, depth: int) -> str:
    return _run(notation.text, "nor")


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, depth: int) -> str:
    return _run(notation.text)


_SPACES = ((0.9, "\u2003"), (0.4, "\u2002"), (0.2, "\u2005"))
_THIN = "\u2009"


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, depth: int) -> str:
    if notation.width_em <= 0:
        return ""
    return _run(next((space for width, space in _SPACES if notation.width_em > width), _THIN))


_DOTS = {"low": "…", "center": "⋯", "vertical": "⋮", "diagonal": "⋱"}


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, depth: int) -> str:
    return _run(_DOTS[notation.direction])


# --- pieces put together ---------------------------------------------------------------------------------------------


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, depth: int) -> str:
    return "".join(printed)


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, depth: int) -> str:
    return _over(*printed)


def _over(numerator: str, denominator: str) -> str:
    return _slot("f", _slot("num", numerator) + _slot("den", denominator))


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, depth: int) -> str:
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


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, depth: int) -> str:
    return _between(notation.opening, printed[0], notation.closing)


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, depth: int) -> str:
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


def _cut(printed: Printed, rows: Sequence[Sequence[tree.Notation]]) -> list[list[str]]:
    remaining = iter(printed)
    return [[next(remaining) for _ in row] for row in rows]


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, depth: int) -> str:
    """A matrix. Office Math has no rules between the blocks of one."""
    table = _table(_cut(printed, notation.rows), [notation.alignment])
    return _between(notation.opening, table, notation.closing)


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, depth: int) -> str:
    count = len(notation.values)
    rows = [[value, condition] for value, condition in zip(printed[:count], printed[count:], strict=True)]
    return _between("{", _table(rows, ["left"]), "")


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, depth: int) -> str:
    *limits, body = printed
    lower = limits[0] if notation.lower is not None else ""
    upper = limits[-1] if notation.upper is not None else ""
    hidden = _value("subHide", "1") * (notation.lower is None) + _value("supHide", "1") * (notation.upper is None)
    properties = _slot("naryPr", _value("chr", notation.sign) + _value("limLoc", "undOvr") + hidden)
    return _slot("nary", properties + _slot("sub", lower) + _slot("sup", upper) + _slot("e", body))


_ACCENTS = {"arrow": "\u20d7", "hat": "\u0302", "bar": "\u0305"}


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, depth: int) -> str:
    return _slot("acc", _slot("accPr", _value("chr", _ACCENTS[notation.mark])) + _slot("e", printed[0]))


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, depth: int) -> str:
    braced = _slot("groupChr", _slot("groupChrPr", _value("chr", "⏟") + _value("pos", "bot")) + _slot("e", printed[0]))
    return _slot("limLow", _slot("e", braced) + _slot("lim", printed[1]))


_STROKE = "".join(_value(f"hide{side}", "1") for side in ("Top", "Bot", "Left", "Right")) + _value("strikeBLTR", "1")


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, depth: int) -> str:
    """A box without sides and with a diagonal line."""
    return _slot("borderBox", _slot("borderBoxPr", _STROKE) + _slot("e", printed[0]))


@_print.register(tree.Underlined)
def _underlined(notation: tree.Underlined, printed: Printed, depth: int) -> str:
    return _slot("bar", _slot("barPr", _value("pos", "bot")) + _slot("e", printed[0]))


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, depth: int) -> str:
    return _slot("func", _slot("fName", printed[0]) + _slot("e", "".join(printed[1:])))


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, depth: int) -> str:
    body, wrt = printed
    sign = _run(notation.sign, "i" if notation.sign == "d" else "p")
    if notation.compact:
        return _over(sign + body, sign + wrt)
    return _over(sign, sign + wrt) + body


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, depth: int) -> str:
    return _table(_cut(printed, notation.lines), ["right", "left"])


@_print.register(tree.Spoken)
def _spoken(notation: tree.Spoken, printed: Printed, depth: int) -> str:
    return printed[0]


@_print.register(tree.Part)
def _part(notation: tree.Part, printed: Printed, depth: int) -> str:
    return printed[0]
