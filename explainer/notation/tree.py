"""The notation tree: how an expression is written, before any face of it is printed.

`explainer.notation.write` makes it from an expression; LaTeX, MathML, speech, Unicode text and the boxes of
`explainer.typeset` are printers of it. Nothing here knows expressions: a path is only a tuple of numbers.
To add a construct: a class here, one function in each printer, one in `explainer.typeset`; tests walk NOTATION_CLASSES.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Path: TypeAlias = tuple[int, ...]


class Notation:
    """A piece of written mathematics."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Symbol(Notation):
    """A letter or short name in Unicode: x, α, ∂, sin. `style` is italic, bold (vectors), bold-upright or upright."""

    text: str
    style: str = "italic"
    speech: str = ""


@dataclass(frozen=True, slots=True)
class Numeral(Notation):
    """A number as digits: 3, 0.25."""

    text: str


@dataclass(frozen=True, slots=True)
class Words(Notation):
    """Upright words inside a formula: if, otherwise, where."""

    text: str


@dataclass(frozen=True, slots=True)
class Operator(Notation):
    """A sign with the spacing of its kind: binary (+ − · ⊗ ⊘), relation (= ≤ >), prefix (−), punctuation (,)."""

    text: str
    kind: str = "binary"
    speech: str = ""


@dataclass(frozen=True, slots=True)
class Space(Notation):
    """Empty room; LaTeX's thin space is 0.167 em, medium 0.222 em, a quad 1 em."""

    width_em: float = 0.167


@dataclass(frozen=True, slots=True)
class Dots(Notation):
    """Dots that stand for what is left out: low (1, …, n), center, vertical or diagonal."""

    direction: str = "low"


@dataclass(frozen=True, slots=True)
class Row(Notation):
    """Pieces side by side on one baseline."""

    items: tuple[Notation, ...]


@dataclass(frozen=True, slots=True)
class Fraction(Notation):
    """One piece over another with a bar."""

    numerator: Notation
    denominator: Notation


@dataclass(frozen=True, slots=True)
class Script(Notation):
    """A base with a subscript, a superscript or both."""

    base: Notation
    subscript: Notation | None = None
    superscript: Notation | None = None


@dataclass(frozen=True, slots=True)
class Fence(Notation):
    """A piece between delimiters that grow with it: ( ) [ ] { } | ‖; an empty delimiter draws nothing."""

    opening: str
    body: Notation
    closing: str


@dataclass(frozen=True, slots=True)
class Root(Notation):
    """A square root, or a root with a degree."""

    body: Notation
    degree: Notation | None = None


@dataclass(frozen=True, slots=True)
class Array(Notation):
    """Rows and columns between delimiters: a matrix, a vector. `alignment` is center or left, for every column."""

    rows: tuple[tuple[Notation, ...], ...]
    opening: str = "["
    closing: str = "]"
    alignment: str = "center"


@dataclass(frozen=True, slots=True)
class CasesArray(Notation):
    """Values and conditions behind one growing brace, both columns aligned left."""

    values: tuple[Notation, ...]
    conditions: tuple[Notation, ...]


@dataclass(frozen=True, slots=True)
class BigOperator(Notation):
    """A large sign (∑) with limits below and above, before its body."""

    sign: str
    lower: Notation | None
    upper: Notation | None
    body: Notation


@dataclass(frozen=True, slots=True)
class Accent(Notation):
    """A mark over a piece: arrow (1⃗), hat (x̂) or bar."""

    body: Notation
    mark: str


@dataclass(frozen=True, slots=True)
class Brace(Notation):
    """A horizontal brace below a piece, with a label under the brace."""

    body: Notation
    label: Notation


@dataclass(frozen=True, slots=True)
class Application(Notation):
    """A function name before its arguments, which bring their own fence: sin(x), max(0, z).

    Several arguments stand in one fence with commas between them. `speech` has {0}, {1} for them.
    """

    function: Notation
    arguments: tuple[Notation, ...]
    speech: str = ""


@dataclass(frozen=True, slots=True)
class DerivativeNotation(Notation):
    """A derivative not yet carried out: sign d or ∂.

    With `compact` the body stands in the numerator (∂u/∂x), else behind the fraction (∂/∂x (x + z)).
    """

    sign: str
    body: Notation
    wrt: Notation
    compact: bool


@dataclass(frozen=True, slots=True)
class Lines(Notation):
    """Lines under each other, each cut into cells that align: the first cell right, the others left.

    The first two cells are the sides of an equation, cut before its sign; what stands beside it is in further cells.
    """

    lines: tuple[tuple[Notation, ...], ...]


@dataclass(frozen=True, slots=True)
class Spoken(Notation):
    """A piece whose spoken form is given apart: words and pieces in the order in which they are read."""

    body: Notation
    words: tuple[str | Notation, ...]


@dataclass(frozen=True, slots=True)
class Part(Notation):
    """A piece that is the expression's part at `path`, so that it can be marked, pointed at and moved."""

    body: Notation
    path: Path


NOTATION_CLASSES: tuple[type[Notation], ...] = (
    Symbol, Numeral, Words, Operator, Space, Dots, Row, Fraction, Script, Fence, Root, Array, CasesArray, BigOperator,
    Accent, Brace, Application, DerivativeNotation, Lines, Spoken, Part,
)  # fmt: skip
"""Every construct, once: each printer is tested on one specimen of each."""
