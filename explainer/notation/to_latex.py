"""The LaTeX face, for a formula in math mode with the package amsmath; what is struck out needs the package cancel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch
from typing import NamedTuple

from explainer.notation import tree
from explainer.notation.fold import Kept, core, fold, is_worth_keeping
from explainer.notation.names import GREEK
from explainer.threads import Latest, recent


class Latex(NamedTuple):
    """A printed piece; one that is `tall` needs delimiters that grow."""

    text: str
    tall: bool = False


Printed = Sequence[Latex]


_kept: Kept[Latex] = Latest(1000)


def latex(notation: tree.Notation) -> str:
    """The formula as LaTeX for math mode.

    Fractions are set large outside of other fractions, so that the derivatives in a matrix stay legible.
    """
    printed: Latex = fold(
        notation,
        _print,
        _fractions_around,
        kept=_kept,
        worth_keeping=lambda made: is_worth_keeping(made.text),
        deepening=_AROUND,
    )
    return printed.text


_AROUND: frozenset[type[tree.Notation]] = frozenset(
    {tree.Fraction, tree.DerivativeNotation, tree.BigOperator, tree.Script}
)


def _fractions_around(notation: tree.Notation, k: int, outer: int) -> int:
    """How many fractions and scripts the piece number k stands in."""
    if isinstance(notation, tree.Fraction):
        return outer + 1
    if isinstance(notation, tree.DerivativeNotation):
        return outer + 1 if notation.compact or k == 1 else outer
    if isinstance(notation, tree.BigOperator):
        return outer if k == (notation.lower is not None) + (notation.upper is not None) else outer + 1
    return outer + 1 if k and isinstance(notation, tree.Script) else outer


@singledispatch
def _print(notation: tree.Notation, printed: Printed, fractions: int) -> Latex:
    raise TypeError(f"no LaTeX for {type(notation).__name__}")


# --- letters and signs -----------------------------------------------------------------------------------------------

_SIGNS = {
    "−": "-", "·": r"\cdot", "⊗": r"\otimes", "⊘": r"\oslash", "×": r"\times", "○": r"\bigcirc", "≤": r"\le",
    "≥": r"\ge", "≠": r"\ne", "→": r"\to", "←": r"\gets", "⇒": r"\Rightarrow", "∈": r"\in", "≈": r"\approx",
    "∂": r"\partial", "∇": r"\nabla", "∞": r"\infty", "′": "'", "∑": r"\sum", "∏": r"\prod", "…": r"\dots",
    "⊠": r"\boxtimes", "⊙": r"\odot",
}  # fmt: skip
_GREEK = {letter: "\\" + name for name, letter in GREEK.items()} | {"ε": r"\varepsilon", "φ": r"\varphi", "ϕ": r"\phi"}
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
}  # fmt: skip
_COMMANDS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "ln", "log",
    "exp", "max", "min", "det", "gcd", "arg", "dim",
})  # fmt: skip
_FONTS = {"bold": "mathbf", "bold-upright": "mathbf", "upright": "mathrm"}


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)


@recent(4096)
def _symbol_text(text: str, style: str) -> str:
    core = text.rstrip("′")
    return _letters(core, style) + "'" * (len(text) - len(core))


def _letters(text: str, style: str) -> str:
    sign = _GREEK.get(text) or _SIGNS.get(text)
    if sign is not None:
        return rf"\boldsymbol{{{sign}}}" if style.startswith("bold") else sign
    if not (text.isascii() and text.isalnum()):
        return rf"\text{{\bfseries {_escaped(text)}}}" if style.startswith("bold") else rf"\text{{{_escaped(text)}}}"
    if style == "italic":
        return text if len(text) == 1 else rf"\mathit{{{text}}}"
    return f"\\{_FONTS.get(style, 'mathrm')}{{{text}}}"


@_print.register(tree.Symbol)
def _symbol(notation: tree.Symbol, printed: Printed, fractions: int) -> Latex:
    if notation.text in {"/", "!"}:
        return Latex(notation.text)
    return Latex(_symbol_text(notation.text, notation.style))


@_print.register(tree.Numeral)
def _numeral(notation: tree.Numeral, printed: Printed, fractions: int) -> Latex:
    return Latex(notation.text)


@_print.register(tree.Words)
def _words(notation: tree.Words, printed: Printed, fractions: int) -> Latex:
    return Latex(rf"\text{{{_escaped(notation.text)}}}")


@_print.register(tree.Operator)
def _operator(notation: tree.Operator, printed: Printed, fractions: int) -> Latex:
    sign = _SIGNS.get(notation.text)
    if sign is None:
        is_plain = notation.text in ("<", ">") or (len(notation.text) == 1 and notation.text not in _ESCAPES)
        is_plain = is_plain and notation.text.isascii()
        sign = notation.text if is_plain else rf"\mathbin{{\text{{{_escaped(notation.text)}}}}}"
    if notation.kind == "prefix":
        return Latex(sign)
    return Latex(f"{sign} " if notation.kind == "punctuation" else f" {sign} ")


_SPACES = {0.167: r"\,", 0.222: r"\:", 0.278: r"\;", 1.0: r"\quad ", 2.0: r"\qquad "}
LEAST_SPACE_EM = 0.1
"""Less room than this is left to LaTeX."""


@_print.register(tree.Space)
def _space(notation: tree.Space, printed: Printed, fractions: int) -> Latex:
    if notation.width_em < LEAST_SPACE_EM:
        return Latex("")
    return Latex(_SPACES.get(notation.width_em) or rf"\hspace{{{notation.width_em:g}em}}")


_DOTS = {"low": r"\ldots", "center": r"\cdots", "vertical": r"\vdots", "diagonal": r"\ddots"}


@_print.register(tree.Dots)
def _dots(notation: tree.Dots, printed: Printed, fractions: int) -> Latex:
    return Latex(_DOTS[notation.direction])


# --- pieces put together ---------------------------------------------------------------------------------------------

_ENDS_WITH_COMMAND = re.compile(r"\\[A-Za-z]+\Z")


def _side_by_side(texts: Sequence[str]) -> str:
    """Texts one after the other, with a space where a letter would become part of the command before it."""
    result: list[str] = []
    before = ""
    for text in texts:
        if not text:
            continue
        if text[0].isalpha() and _ENDS_WITH_COMMAND.search(before[-24:]):
            result.append(" ")
        elif before.endswith(" ") and text[0] == " ":
            text = text[1:]
        result.append(text)
        before = text
    return "".join(result)


@_print.register(tree.Row)
def _row(notation: tree.Row, printed: Printed, fractions: int) -> Latex:
    return Latex(_side_by_side([part.text for part in printed]), any(part.tall for part in printed))


@_print.register(tree.Fraction)
def _fraction(notation: tree.Fraction, printed: Printed, fractions: int) -> Latex:
    return _over(printed[0].text, printed[1].text, fractions)


def _over(numerator: str, denominator: str, fractions: int) -> Latex:
    command = r"\frac" if fractions else r"\dfrac"
    return Latex(f"{command}{{{numerator.strip()}}}{{{denominator.strip()}}}", True)


@_print.register(tree.Script)
def _script(notation: tree.Script, printed: Printed, fractions: int) -> Latex:
    base = printed[0].text
    scripts = iter(printed[1:])
    text = base if _takes_scripts(notation, base) else f"{{{base}}}"
    if notation.subscript is not None:
        text += f"_{{{next(scripts).text.strip()}}}"
    if notation.superscript is not None:
        text += f"^{{{next(scripts).text.strip()}}}"
    return Latex(text, printed[0].tall)


def _takes_scripts(notation: tree.Script, base: str) -> bool:
    """Whether LaTeX sets the scripts on the whole of this base: one piece that has not the same script already."""
    inner = core(notation.base)
    if isinstance(inner, tree.Script):
        has_sub, has_super = inner.subscript is not None, inner.superscript is not None
        return not has_super and not (has_sub and notation.subscript is not None)
    return bool(base) and not isinstance(inner, tree.Row | tree.Fraction)


def _delimiter(sign: str, opening: bool, tall: bool) -> str:
    if sign == "|":
        name = (r"\lvert " if opening else r" \rvert") if not tall else "|"
    elif sign == "‖":
        name = (r"\lVert " if opening else r" \rVert") if not tall else r"\|"
    else:
        name = {"{": r"\{", "}": r"\}", "": "."}.get(sign, sign)
    if not tall:
        return "" if sign == "" else name
    return (r"\left" if opening else r"\right") + name


@_print.register(tree.Fence)
def _fence(notation: tree.Fence, printed: Printed, fractions: int) -> Latex:
    body, tall = printed[0].text.strip(), printed[0].tall
    opening, closing = _delimiter(notation.opening, True, tall), _delimiter(notation.closing, False, tall)
    room = " " if tall and body[:1].isalpha() and opening[-1].isalpha() else ""
    return Latex(f"{opening}{room}{body}{closing}", tall)


@_print.register(tree.Root)
def _root(notation: tree.Root, printed: Printed, fractions: int) -> Latex:
    degree = "" if notation.degree is None else f"[{{{printed[1].text}}}]"
    return Latex(rf"\sqrt{degree}{{{printed[0].text.strip()}}}", printed[0].tall)


_MATRICES = {
    ("[", "]"): "bmatrix",
    ("(", ")"): "pmatrix",
    ("|", "|"): "vmatrix",
    ("‖", "‖"): "Vmatrix",
    ("", ""): "matrix",
}
WIDEST_MATRIX = 10
"""amsmath's matrices have no more columns than this."""


def _cut(printed: Printed, rows: Sequence[Sequence[tree.Notation]]) -> list[list[Latex]]:
    remaining = iter(printed)
    return [[next(remaining) for _ in row] for row in rows]


def _lines_of_cells(rows: list[list[Latex]], rules: Sequence[int] = ()) -> str:
    """Cells with & between them and a little more room between rows that are tall."""
    lines = [" & ".join(_in_a_cell(cell.text.strip()) for cell in row) for row in rows]
    ends = [r" \\[2ex] " if any(cell.tall for cell in row) else r" \\ " for row in rows]
    ends = [end + r"\hline " * (k in rules) for k, end in enumerate(ends, 1)]
    return "".join(line + end for line, end in zip(lines, [*ends[:-1], ""], strict=True))


def _in_a_cell(text: str) -> str:
    """LaTeX would set a sum in a cell small, with its limits beside it."""
    return rf"\displaystyle {text}" if r"\sum" in text else text


@_print.register(tree.Array)
def _array(notation: tree.Array, printed: Printed, fractions: int) -> Latex:
    cells = _lines_of_cells(_cut(printed, notation.rows), notation.row_rules)
    columns = max((len(row) for row in notation.rows), default=0)
    kind = _MATRICES.get((notation.opening, notation.closing))
    is_ruled = bool(notation.row_rules or notation.column_rules)
    if kind is not None and notation.alignment == "center" and columns <= WIDEST_MATRIX and not is_ruled:
        return Latex(rf"\begin{{{kind}}} {cells} \end{{{kind}}}", True)
    letter = "l" if notation.alignment == "left" else "c"
    layout = "".join(letter + "|" * (k in notation.column_rules) for k in range(1, columns + 1))
    body = rf"\begin{{array}}{{{layout}}} {cells} \end{{array}}"
    return Latex(f"{_delimiter(notation.opening, True, True)}{body}{_delimiter(notation.closing, False, True)}", True)


@_print.register(tree.CasesArray)
def _cases(notation: tree.CasesArray, printed: Printed, fractions: int) -> Latex:
    count = len(notation.values)
    rows = [list(pair) for pair in zip(printed[:count], printed[count:], strict=True)]
    return Latex(rf"\begin{{cases}} {_lines_of_cells(rows)} \end{{cases}}", True)


@_print.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator, printed: Printed, fractions: int) -> Latex:
    scripts = iter(printed)
    text = _SIGNS.get(notation.sign, notation.sign)
    if notation.lower is not None:
        text += f"_{{{next(scripts).text.strip()}}}"
    if notation.upper is not None:
        text += f"^{{{next(scripts).text.strip()}}}"
    return Latex(f"{text} {next(scripts).text.strip()}", True)


_ACCENTS = {"arrow": "vec", "hat": "hat", "bar": "bar"}


@_print.register(tree.Accent)
def _accent(notation: tree.Accent, printed: Printed, fractions: int) -> Latex:
    return Latex(f"\\{_ACCENTS[notation.mark]}{{{printed[0].text}}}", printed[0].tall)


@_print.register(tree.Brace)
def _brace(notation: tree.Brace, printed: Printed, fractions: int) -> Latex:
    return Latex(rf"\underbrace{{{printed[0].text}}}_{{{printed[1].text}}}", True)


@_print.register(tree.Strike)
def _strike(notation: tree.Strike, printed: Printed, fractions: int) -> Latex:
    r"""The only command that is not amsmath's: \cancel is in the package of its name, and in MathJax and KaTeX."""
    return Latex(rf"\cancel{{{printed[0].text}}}", printed[0].tall)


@_print.register(tree.Underlined)
def _underlined(notation: tree.Underlined, printed: Printed, fractions: int) -> Latex:
    return Latex(rf"\underline{{{printed[0].text}}}", printed[0].tall)


@_print.register(tree.Application)
def _application(notation: tree.Application, printed: Printed, fractions: int) -> Latex:
    name, *arguments = printed
    function = _function(name.text)
    return Latex(_side_by_side([function, *(part.text for part in arguments)]), any(part.tall for part in arguments))


_UPRIGHT = re.compile(r"\\(?:mathrm|text)\{([^{}]*)\}")


def _function(name: str) -> str:
    r"""An upright name as LaTeX's command for it, or as an \operatorname."""
    match = _UPRIGHT.match(name)
    if match is None:
        return name
    command = f"\\{match[1]}" if match[1] in _COMMANDS else rf"\operatorname{{{match[1]}}}"
    return command + name[match.end() :]


@_print.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation, printed: Printed, fractions: int) -> Latex:
    body, wrt = printed
    sign = _SIGNS.get(notation.sign, notation.sign)
    below = _side_by_side([sign, wrt.text])
    if notation.compact:
        return _over(_side_by_side([sign, body.text]), below, fractions)
    brings_room = isinstance(core(notation.body), tree.Fence | tree.Application | tree.BigOperator | tree.Array)
    gap = "" if brings_room else r"\,"
    return Latex(_side_by_side([_over(sign, below, fractions).text + gap, body.text]), True)


@_print.register(tree.Lines)
def _lines(notation: tree.Lines, printed: Printed, fractions: int) -> Latex:
    """Aligned lines; the third and later cells of a line begin where those of other lines begin."""
    lines = []
    for row in _cut(printed, notation.lines):
        first, *others = (cell.text.strip() for cell in row)
        lines.append(r" && \quad ".join([" & ".join([first, *others[:1]]), *others[1:]]))
    body = r" \\ ".join(lines)
    return Latex(rf"\begin{{aligned}} {body} \end{{aligned}}", True)


@_print.register(tree.Spoken)
@_print.register(tree.Part)
def _same(notation: tree.Spoken | tree.Part, printed: Printed, fractions: int) -> Latex:
    return printed[0]
