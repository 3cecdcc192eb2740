"""How atoms and single entries are written: numbers, names, 1⃗, 0⃗, I, x_i, the row x_i of X, δ_ij."""

from __future__ import annotations

from explainer.expr.nodes import (
    Commutation,
    Constant,
    Delta,
    Entry,
    FunctionCall,
    Identity,
    Index,
    MatrixRow,
    Number,
    Ones,
    Otherwise,
    SizeValue,
    Variable,
    Zeros,
)
from explainer.expr.shape import Shape, Size, size_terms
from explainer.notation.compose import Parts, compose
from explainer.notation.edges import ATOM, POWER, PRODUCT, SUM, Place, Written, bracketed, fenced, joined
from explainer.notation.fold import core
from explainer.notation.names import is_word, name_notation, separated
from explainer.notation.tree import (
    Accent,
    Application,
    Fence,
    Notation,
    Numeral,
    Operator,
    Part,
    Row,
    Script,
    Spoken,
    Symbol,
    Words,
)

TRANSPOSED = Symbol("T", "upright", "transpose")
ONES = Spoken(Accent(Numeral("1"), "arrow"), ("the vector of ones",))
ZEROS = Spoken(Accent(Numeral("0"), "arrow"), ("the vector of zeros",))
ZERO_ROW = Spoken(Script(Accent(Numeral("0"), "arrow"), superscript=TRANSPOSED), ("the row of zeros",))
ZERO_MATRIX = Symbol("0", "bold-upright", "the zero matrix")
IDENTITY = Symbol("I", "bold-upright", "the identity matrix")
COMMUTATION = Symbol("K", "bold-upright")
OTHERWISE = Words("otherwise")

_LIKE_FUNCTIONS = frozenset("fghFGH")
"""Letters that most readers take for functions when a parenthesis follows."""


def named(name: str, shape: Shape) -> Written:
    """A variable: italic when it is a scalar, else bold."""
    notation = name_notation(name, "italic" if shape.is_scalar else "bold")
    if is_word(name):
        return Written(notation, left="name", right="name")
    return Written(notation, right="function" if name[:1] in _LIKE_FUNCTIONS else "")


def number_text(node: Number) -> str:
    """The digits of a number."""
    if not node.places:
        return str(node.value)
    digits = str(int(node.value * 10**node.places)).rjust(node.places + 1, "0")
    return f"{digits[: -node.places]}.{digits[-node.places :]}"


@compose.register(Number)
def _number(node: Number, parts: Parts, place: Place) -> Written:
    return Written(Numeral(number_text(node)), left="digit", right="digit")


@compose.register(Constant)
def _constant(node: Constant, parts: Parts, place: Place) -> Written:
    return Written(Symbol("π") if node.name == "pi" else Symbol(node.name, "upright"))


@compose.register(SizeValue)
def _size_value(node: SizeValue, parts: Parts, place: Place) -> Written:
    return named(node.name, Shape())


@compose.register(Variable)
def _variable(node: Variable, parts: Parts, place: Place) -> Written:
    return named(node.name, node.shape)


@compose.register(Index)
def _index(node: Index, parts: Parts, place: Place) -> Written:
    value = place.values.get(node)
    if isinstance(value, Number):
        return Written(Numeral(number_text(value)), left="digit", right="digit")
    return size_written(value.name) if isinstance(value, SizeValue) else named(node.name, node.shape)


def size_written(size: Size) -> Written:
    """A size as it is written: 3, n, n + 1."""
    products, count = size_terms(size)
    terms: list[Notation] = []
    for names, factor in products:
        letters = [named(name, Shape()).notation for name in names]
        pieces = [*([Numeral(str(factor))] if factor != 1 else []), *letters]
        terms.append(pieces[0] if len(pieces) == 1 else Row(tuple(pieces)))
    if count or not terms:
        terms.append(Numeral(str(count)))
    if len(terms) > 1:
        return Written(joined(terms, Operator("+", "binary", "plus")), SUM)
    if products and len(products[0][0]) > 1:
        return Written(terms[0], PRODUCT)
    letter_alone = products and products[0][1] == 1
    return named(products[0][0][0], Shape()) if letter_alone else Written(terms[0], left="digit", right="digit")


@compose.register(Ones)
def _ones(node: Ones, parts: Parts, place: Place) -> Written:
    return Written(ONES, left="ones")


@compose.register(Zeros)
def _zeros(node: Zeros, parts: Parts, place: Place) -> Written:
    if node.shape.is_vector:
        return Written(ZEROS, left="ones")
    if node.shape.is_row:
        return Written(ZERO_ROW, POWER, left="ones")
    return Written(ZERO_MATRIX if node.shape.sizes else Numeral("0"), left="digit", right="digit")


@compose.register(Identity)
def _identity(node: Identity, parts: Parts, place: Place) -> Written:
    return Written(IDENTITY)


@compose.register(Commutation)
def _commutation(node: Commutation, parts: Parts, place: Place) -> Written:
    sizes = separated([size_written(node.rows).notation, size_written(node.columns).notation])
    return Written(Spoken(Script(COMMUTATION, subscript=sizes), ("the commutation matrix for ", sizes)))


@compose.register(Otherwise)
def _otherwise(node: Otherwise, parts: Parts, place: Place) -> Written:
    return Written(OTHERWISE)


# --- entries ---------------------------------------------------------------------------------------------------------


def lowered(base: Notation, indices: Notation) -> Notation:
    """A base with indices; a base that has a subscript already is put in parentheses."""
    return Script(Fence("(", base, ")") if _has_subscript(base) else base, subscript=indices)


def _has_subscript(base: Notation) -> bool:
    inner = core(base)
    return isinstance(inner, Script) and inner.subscript is not None


def index_list(parts: Parts) -> Notation:
    """Indices side by side, with commas where one of them is longer than a sign."""
    pieces = [part.notation for part in parts]
    if all(_is_one_sign(piece) for piece in pieces):
        return pieces[0] if len(pieces) == 1 else Row(tuple(pieces))
    return separated(pieces)


def _is_one_sign(piece: Notation) -> bool:
    while isinstance(piece, Part):
        piece = piece.body
    return isinstance(piece, Symbol | Numeral) and len(piece.text) == 1


@compose.register(Entry)
def _entry(node: Entry, parts: Parts, place: Place) -> Written:
    base, indices = parts[0], index_list(parts[1:])
    inner = (*place.path, 0)
    if isinstance(node.base, Variable):
        letter = name_notation(node.base.name, "italic")
        if _has_subscript(letter):
            return Written(lowered(base.notation, indices), left="fence")
        return Written(Script(Part(letter, inner), subscript=indices))
    if isinstance(node.base, FunctionCall) and (applied := _application(base.notation)) is not None:
        name = lowered(name_notation(node.base.name, "italic"), indices)
        return Written(Part(Application(name, applied.arguments, applied.speech), inner), right="fence")
    return _indexed(base, indices)


def _indexed(base: Written, indices: Notation) -> Written:
    """Any other base than a letter with indices."""
    shown = bracketed(base, ATOM)
    if _has_subscript(shown.notation):
        shown = fenced(base)
    return Written(Script(shown.notation, subscript=indices), left=shown.left)


def _application(notation: Notation) -> Application | None:
    while isinstance(notation, Part):
        notation = notation.body
    return notation if isinstance(notation, Application) else None


@compose.register(MatrixRow)
def _matrix_row(node: MatrixRow, parts: Parts, place: Place) -> Written:
    """The row x_i of X, as a bold small letter."""
    base, index = parts
    if not isinstance(node.base, Variable):
        return _indexed(base, index.notation)
    letter = name_notation(node.base.name[:1].lower() + node.base.name[1:], "bold")
    shown = lowered(Part(letter, (*place.path, 0)), index.notation)
    return Written(Spoken(shown, ("row ", index.notation, " of ", base.notation)))


@compose.register(Delta)
def _delta(node: Delta, parts: Parts, place: Place) -> Written:
    return Written(Script(Symbol("δ"), subscript=index_list(parts)))
