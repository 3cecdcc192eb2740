"""The Typst face, for a formula between dollar signs.

Commas and semicolons part the arguments of Typst's functions, so they are escaped wherever they stand in a formula;
delimiters are written by their names, because a bare one that has no partner would end the function around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from explainer.notation import tree
from explainer.notation.fold import fold

Printed = Sequence[str]


def typst(notation: tree.Notation) -> str:
    """The formula as Typst's source for math."""
    printed: str = fold(notation, _print, _inside)
    return printed


def _inside(notation: tree.Notation, k: int, outer: int) -> int:
    """How many pieces the piece number k stands in; marks are none."""
    return outer if isinstance(notation, tree.Part | tree.Spoken) else outer + 1


@singledispatch
def _print(notation: tree.Notation, printed: Printed, depth: int) -> str:
    raise TypeError(f"no Typst for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------

_DELIMITERS = {
    "(": "paren.l", ")": "paren.r", "[": "bracket.l", "]": "bracket.r", "{": "brace.l", "}": "brace.r",
    "|": "bar.v", "‖": "bar.v.double",
}  # fmt: skip
_SPECIAL = {**_DELIMITERS, "′": "prime", "/": "slash", ",": "\\,", ";": "\\;"}
_ESCAPED = frozenset('\\#$"_^&`~@*:<>')


def text(words: str) -> str:
    """Words between quotes."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sign(character: str) -> str:
    return _SPECIAL.get(character) or (f"\\{character}" if character in _ESCAPED else character)


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, depth: int) -> str:
    """A letter as it is; a name of several letters between quotes, which are upright by themselves."""
    letters = notation.text.rstrip("′")
    primes = " prime" * (len(notation.text) - len(letters))
    if len(letters) <= 1:
        italic = _sign(letters) if letters else '""'
        upright = f"upright({italic})"
    else:
        italic, upright = f"italic({text(letters)})", text(letters)
    styled = {"italic": italic, "upright": upright}
    return styled.get(notation.style, f"bold({upright})") + primes


@_print.register(tree.Numeral)
def _numeral(notation: tree.Numeral, printed: Printed, depth: int) -> str:
    return notation.text if notation.text.replace(".", "").isdigit() else text(notation.text)


@_print.register(tree.Words)
def _words(notation: tree.Words, printed: Printed, depth: int) -> str:
    return text(notation.text)


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, depth: int) -> str:
    if len(notation.text) == 1:
        return _sign(notation.text)
    return f"op({text(notation.text)})" if notation.text else '""'


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, depth: int) -> str:
    return f"#h({notation.width_em:g}em)" if notation.width_em else ""


_DOTS = {"low": "dots.l", "center": "dots.c", "vertical": "dots.v", "diagonal": "dots.down"}


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, depth: int) -> str:
    return _DOTS[notation.direction]


# --- pieces put together ---------------------------------------------------------------------------------------------


def _side_by_side(pieces: Sequence[str]) -> str:
    return " ".join(piece for piece in pieces if piece) or '""'


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, depth: int) -> str:
    return _side_by_side(printed)


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, depth: int) -> str:
    return f"frac({printed[0]}, {printed[1]})"


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, depth: int) -> str:
    base, *scripts = printed
    names = [
        name for name, script in (("b", notation.subscript), ("t", notation.superscript)) if script is not None
    ]  # fmt: skip
    given = "".join(f", {name}: {script}" for name, script in zip(names, scripts, strict=True))
    return f"attach({base}{given})" if given else base


def _between(opening: str, body: str, closing: str) -> str:
    if not opening and not closing:
        return body
    return f"lr({_side_by_side((_delimiter(opening), body, _delimiter(closing)))})"


def _delimiter(sign: str) -> str:
    return "".join(_sign(character) for character in sign)


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, depth: int) -> str:
    return _between(notation.opening, printed[0], notation.closing)


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, depth: int) -> str:
    return f"sqrt({printed[0]})" if notation.degree is None else f"root({printed[1]}, {printed[0]})"


def _cut(printed: Printed, rows: Sequence[Sequence[tree.Notation]]) -> list[list[str]]:
    remaining = iter(printed)
    return [[next(remaining) for _ in row] for row in rows]


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, depth: int) -> str:
    """A matrix, with the rules between its blocks."""
    rules = [
        f"{name}: ({', '.join(map(str, places))},)"
        for name, places in (("hline", notation.row_rules), ("vline", notation.column_rules))
        if places
    ]
    augment = f"augment: #({', '.join(rules)}), " if rules else ""
    align = "align: #left, " if notation.alignment == "left" else ""
    rows = "; ".join(", ".join(row) for row in _cut(printed, notation.rows))
    return _between(notation.opening, f"mat(delim: #none, {align}{augment}{rows})", notation.closing)


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, depth: int) -> str:
    count = len(notation.values)
    rows = [f"{value} & {condition}" for value, condition in zip(printed[:count], printed[count:], strict=True)]
    return f"cases({', '.join(rows)})"


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, depth: int) -> str:
    *limits, body = printed
    lower = f", b: {limits[0]}" if notation.lower is not None else ""
    upper = f", t: {limits[-1]}" if notation.upper is not None else ""
    return f"attach(limits({_sign(notation.sign)}){lower}{upper}) {body}"


_ACCENTS = {"arrow": "arrow", "hat": "hat", "bar": "macron"}


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, depth: int) -> str:
    return f"accent({printed[0]}, {_ACCENTS[notation.mark]})"


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, depth: int) -> str:
    return f"underbrace({printed[0]}, {printed[1]})"


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, depth: int) -> str:
    return f"cancel({printed[0]})"


@_print.register(tree.Underlined)
def _underlined(notation: tree.Underlined, printed: Printed, depth: int) -> str:
    return f"underline({printed[0]})"


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, depth: int) -> str:
    return _side_by_side(printed)


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, depth: int) -> str:
    body, wrt = printed
    sign = _sign(notation.sign)
    if notation.compact:
        return f"frac({sign} {body}, {sign} {wrt})"
    return f"frac({sign}, {sign} {wrt}) {body}"


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, depth: int) -> str:
    r"""Lines that align at their signs; what stands beside an equation begins in a column of its own.

    Inside of other pieces they are a table: there the signs would align with those outside.
    """
    cut = _cut(printed, notation.lines)
    if depth:
        most = max(map(len, cut))
        rows = [", ".join((*row, *[""] * (most - len(row)))) for row in cut]
        return f"mat(delim: #none, align: #left, column-gap: #0.3em, {'; '.join(rows)})"
    rows = []
    for left, *others in cut:
        beside = "".join(f" && #h(1em) {cell}" for cell in others[1:])
        space = "" if left == '""' else " #h(0.28em)"
        rows.append(f"{left}{space} & {others[0] if others else ''}{beside}")
    return " \\ ".join(rows)


@_print.register(tree.Spoken)
def _spoken(notation: tree.Spoken, printed: Printed, depth: int) -> str:
    return printed[0]


@_print.register(tree.Part)
def _part(notation: tree.Part, printed: Printed, depth: int) -> str:
    return printed[0]
