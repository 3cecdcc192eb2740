"""The notation tree: how an expression is written, before any face of it is printed.

`explainer.notation.write` makes it from an expression; LaTeX, MathML, speech, Unicode text and the boxes of
`explainer.typeset` are printers of it. Nothing here knows expressions: a path is only a tuple of numbers.
To add a construct: a class here, one function in each printer, one in `explainer.typeset`; tests walk NOTATION_CLASSES.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeAlias, dataclass_transform

from explainer.fields import completed

Path: TypeAlias = tuple[int, ...]

_put = object.__setattr__


@dataclass_transform(frozen_default=True)
class _NotationClass(type):
    """Makes the annotated names of a class its fields.

    It is a small dataclass of its own, because making twenty real ones would take a tenth of the time until the first
    formula is on the screen.
    """

    def __new__(metacls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        if bases:
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            namespace.update(__slots__=fields, __match_args__=fields, _defaults=defaults)
            namespace["_last_defaults"] = tuple(defaults.values())
        return super().__new__(metacls, name, bases, namespace)


class Notation(metaclass=_NotationClass):
    """A piece of written mathematics: immutable, equal to another one by its class and its fields."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _last_defaults: ClassVar[tuple[Any, ...]] = ()

    def __init__(self, *args: Any, **given: Any) -> None:
        names = self.__match_args__
        missing = len(names) - len(args)
        if given or missing:
            last = self._last_defaults  # defaults stand at the end, as in every signature
            if 0 < missing <= len(last) and not given:
                args += last[-missing:]
            else:
                args = completed(type(self), names, self._defaults, args, given)
        for name, value in zip(names, args, strict=True):
            _put(self, name, value)

    @property
    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return self._values == other._values if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._values))

    def __repr__(self) -> str:
        fields = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({', '.join(fields)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot set {name}: notation is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete {name}: notation is immutable")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._values


class Symbol(Notation):
    """A letter or short name in Unicode: x, α, ∂, sin. `style` is italic, bold (vectors), bold-upright or upright."""

    text: str
    style: str = "italic"
    speech: str = ""


class Numeral(Notation):
    """A number as digits: 3, 0.25."""

    text: str


class Words(Notation):
    """Upright words inside a formula: if, otherwise, where."""

    text: str


class Operator(Notation):
    """A sign with the spacing of its kind: binary (+ − · ⊗ ⊘), relation (= ≤ >), prefix (−), punctuation (,)."""

    text: str
    kind: str = "binary"
    speech: str = ""


class Space(Notation):
    """Empty room; LaTeX's thin space is 0.167 em, medium 0.222 em, a quad 1 em."""

    width_em: float = 0.167


class Dots(Notation):
    """Dots that stand for what is left out: low (1, …, n), center, vertical or diagonal."""

    direction: str = "low"


class Row(Notation):
    """Pieces side by side on one baseline."""

    items: tuple[Notation, ...]


class Fraction(Notation):
    """One piece over another with a bar."""

    numerator: Notation
    denominator: Notation


class Script(Notation):
    """A base with a subscript, a superscript or both."""

    base: Notation
    subscript: Notation | None = None
    superscript: Notation | None = None


class Fence(Notation):
    """A piece between delimiters that grow with it: ( ) [ ] { } | ‖; an empty delimiter draws nothing."""

    opening: str
    body: Notation
    closing: str


class Root(Notation):
    """A square root, or a root with a degree."""

    body: Notation
    degree: Notation | None = None


class Array(Notation):
    """Rows and columns between delimiters: a matrix, a vector. `alignment` is center or left, for every column.

    A block matrix or a stack of vectors has rules between its blocks: `row_rules` and `column_rules` say behind how
    many rows and columns, so that (2,) is a rule between the second and the third.
    """

    rows: tuple[tuple[Notation, ...], ...]
    opening: str = "["
    closing: str = "]"
    alignment: str = "center"
    row_rules: tuple[int, ...] = ()
    column_rules: tuple[int, ...] = ()


class CasesArray(Notation):
    """Values and conditions behind one growing brace, both columns aligned left."""

    values: tuple[Notation, ...]
    conditions: tuple[Notation, ...]


class BigOperator(Notation):
    """A large sign (∑) with limits below and above, before its body."""

    sign: str
    lower: Notation | None
    upper: Notation | None
    body: Notation


class Accent(Notation):
    """A mark over a piece: arrow (1⃗), hat (x̂) or bar."""

    body: Notation
    mark: str


class Brace(Notation):
    """A horizontal brace below a piece, with a label under the brace: what the piece is called."""

    body: Notation
    label: Notation


class Strike(Notation):
    """A piece struck through, because it cancels or changes nothing; it takes as much room as without the stroke."""

    body: Notation


class Underlined(Notation):
    """A piece with a line under it, because it is new in its line; it takes as much room as without the line."""

    body: Notation


class Application(Notation):
    """A function name before its arguments, which bring their own fence: sin(x), max(0, z).

    Several arguments stand in one fence with commas between them. `speech` has {0}, {1} for them.
    """

    function: Notation
    arguments: tuple[Notation, ...]
    speech: str = ""


class DerivativeNotation(Notation):
    """A derivative not yet carried out: sign d or ∂.

    With `compact` the body stands in the numerator (∂u/∂x), else behind the fraction (∂/∂x (x + z)).
    """

    sign: str
    body: Notation
    wrt: Notation
    compact: bool


class Lines(Notation):
    """Lines under each other, each cut into cells that align: the first cell right, the others left.

    The first two cells are the sides of an equation, cut before its sign; what stands beside it is in further cells.
    """

    lines: tuple[tuple[Notation, ...], ...]


class Spoken(Notation):
    """A piece whose spoken form is given apart: words and pieces in the order in which they are read."""

    body: Notation
    words: tuple[str | Notation, ...]


class Part(Notation):
    """A piece that is the expression's part at `path`, so that it can be marked, pointed at and moved."""

    body: Notation
    path: Path


NOTATION_CLASSES: tuple[type[Notation], ...] = (
    Symbol, Numeral, Words, Operator, Space, Dots, Row, Fraction, Script, Fence, Root, Array, CasesArray, BigOperator,
    Accent, Brace, Strike, Underlined, Application, DerivativeNotation, Lines, Spoken, Part,
)  # fmt: skip
"""Every construct, once: each printer is tested on one specimen of each."""
