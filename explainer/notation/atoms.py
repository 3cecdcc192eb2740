"""How atoms and single entries are written: numbers, names, 1⃗, 0⃗, I, x_i, the row x_i of X, δ_ij."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.shape import Shape, Size, size_terms
from explainer.notation import tree
from explainer.notation.compose import Parts, compose
from explainer.notation.edges import ATOM, POWER, PRODUCT, SUM, Place, Written, bracketed, fenced, joined
from explainer.notation.fold import core
from explainer.notation.names import is_word, name_notation, separated

TRANSPOSED = tree.Symbol("T", "upright", "transpose")
ONES = tree.Spoken(tree.Accent(tree.Numeral("1"), "arrow"), ("the vector of ones",))
ZEROS = tree.Spoken(tree.Accent(tree.Numeral("0"), "arrow"), ("the vector of zeros",))
ZERO_ROW = tree.Spoken(
    tree.Script(tree.Accent(tree.Numeral("0"), "arrow"), superscript=TRANSPOSED), ("the row of zeros",)
)
ZERO_MATRIX = tree.Symbol("0", "bold-upright", "the zero matrix")
IDENTITY = tree.Symbol("I", "bold-upright", "the identity matrix")
COMMUTATION = tree.Symbol("K", "bold-upright")
OTHERWISE = tree.Words("otherwise")

_LIKE_FUNCTIONS = frozenset("fghFGH")
"""Letters that most readers take for functions when a parenthesis follows."""


def named(name: str, shape: Shape) -> Written:
    """A variable: italic when it is a scalar, else bold."""
    notation = name_notation(name, "italic" if shape.is_scalar else "bold")
    if is_word(name):
        return Written(notation, left="name", right="name")
    return Written(notation, right="function" if name[:1] in _LIKE_FUNCTIONS else "")


def number_text(node: nodes.Number) -> str:
    """The digits of a number."""
    if not node.places:
        return str(node.value)
    digits = str(int(node.value * 10**node.places)).rjust(node.places + 1, "0")
    return f"{digits[: -node.places]}.{digits[-node.places :]}"


@compose.register(nodes.Number)
def _number(node: nodes.Number, parts: Parts, place: Place) -> Written:
    return Written(tree.Numeral(number_text(node)), left="digit", right="digit")


@compose.register(nodes.Constant)
def _constant(node: nodes.Constant, parts: Parts, place: Place) -> Written:
    return Written(tree.Symbol("π") if node.name == "pi" else tree.Symbol(node.name, "upright"))


@compose.register(nodes.SizeValue)
def _size_value(node: nodes.SizeValue, parts: Parts, place: Place) -> Written:
    return named(node.name, Shape())


@compose.register(nodes.Variable)
def _variable(node: nodes.Variable, parts: Parts, place: Place) -> Written:
    return named(node.name, node.shape)


@compose.register(nodes.Index)
def _index(node: nodes.Index, parts: Parts, place: Place) -> Written:
    value = place.values.get(node)
    if isinstance(value, nodes.Number):
        return Written(tree.Numeral(number_text(value)), left="digit", right="digit")
    return size_written(value.name) if isinstance(value, nodes.SizeValue) else named(node.name, node.shape)


def size_written(size: Size) -> Written:
    """A size as it is written: 3, n, n + 1."""
    products, count = size_terms(size)
    terms: list[tree.Notation] = []
    for names, factor in products:
        letters = [named(name, Shape()).notation for name in names]
        pieces = [*([tree.Numeral(str(factor))] if factor != 1 else []), *letters]
        terms.append(pieces[0] if len(pieces) == 1 else tree.Row(tuple(pieces)))
    if count or not terms:
        terms.append(tree.Numeral(str(count)))
    if len(terms) > 1:
        return Written(joined(terms, tree.Operator("+", "binary", "plus")), SUM)
    if products and len(products[0][0]) > 1:
        return Written(terms[0], PRODUCT)
    letter_alone = products and products[0][1] == 1
    return named(products[0][0][0], Shape()) if letter_alone else Written(terms[0], left="digit", right="digit")


@compose.register(nodes.Ones)
def _ones(node: nodes.Ones, parts: Parts, place: Place) -> Written:
    return Written(ONES, left="ones")


@compose.register(nodes.Zeros)
def _zeros(node: nodes.Zeros, parts: Parts, place: Place) -> Written:
    if node.shape.is_vector:
        return Written(ZEROS, left="ones")
    if node.shape.is_row:
        return Written(ZERO_ROW, POWER, left="ones")
    return Written(ZERO_MATRIX if node.shape.sizes else tree.Numeral("0"), left="digit", right="digit")


@compose.register(nodes.Identity)
def _identity(node: nodes.Identity, parts: Parts, place: Place) -> Written:
    return Written(IDENTITY)


@compose.register(nodes.Commutation)
def _commutation(node: nodes.Commutation, parts: Parts, place: Place) -> Written:
    sizes = separated([size_written(node.rows).notation, size_written(node.columns).notation])
    return Written(tree.Spoken(tree.Script(COMMUTATION, subscript=sizes), ("the commutation matrix for ", sizes)))


@compose.register(nodes.Otherwise)
def _otherwise(node: nodes.Otherwise, parts: Parts, place: Place) -> Written:
    return Written(OTHERWISE)


# --- entries ---------------------------------------------------------------------------------------------------------


def lowered(base: tree.Notation, indices: tree.Notation) -> tree.Notation:
    """A base with indices; a base that has a subscript already is put in parentheses."""
    return tree.Script(tree.Fence("(", base, ")") if _has_subscript(base) else base, subscript=indices)


def _has_subscript(base: tree.Notation) -> bool:
    inner = core(base)
    return isinstance(inner, tree.Script) and inner.subscript is not None


def index_list(parts: Parts) -> tree.Notation:
    """Indices side by side, with commas where one of them is longer than a sign."""
    pieces = [part.notation for part in parts]
    if all(_is_one_sign(piece) for piece in pieces):
        return pieces[0] if len(pieces) == 1 else tree.Row(tuple(pieces))
    return separated(pieces)


def _is_one_sign(piece: tree.Notation) -> bool:
    while isinstance(piece, tree.Part):
        piece = piece.body
    return isinstance(piece, tree.Symbol | tree.Numeral) and len(piece.text) == 1


@compose.register(nodes.Entry)
def _entry(node: nodes.Entry, parts: Parts, place: Place) -> Written:
    base, indices = parts[0], index_list(parts[1:])
    inner = (*place.path, 0)
    if isinstance(node.base, nodes.Variable):
        letter = name_notation(node.base.name, "italic")
        if _has_subscript(letter):
            return Written(lowered(base.notation, indices), left="fence")
        return Written(tree.Script(tree.Part(letter, inner), subscript=indices))
    if isinstance(node.base, nodes.FunctionCall) and (applied := _application(base.notation)) is not None:
        name = lowered(name_notation(node.base.name, "italic"), indices)
        return Written(tree.Part(tree.Application(name, applied.arguments, applied.speech), inner), right="fence")
    return _indexed(base, indices)


def _indexed(base: Written, indices: tree.Notation) -> Written:
    """Any other base than a letter with indices."""
    shown = bracketed(base, ATOM)
    if _has_subscript(shown.notation):
        shown = fenced(base)
    return Written(tree.Script(shown.notation, subscript=indices), left=shown.left)


def _application(notation: tree.Notation) -> tree.Application | None:
    while isinstance(notation, tree.Part):
        notation = notation.body
    return notation if isinstance(notation, tree.Application) else None


@compose.register(nodes.MatrixRow)
def _matrix_row(node: nodes.MatrixRow, parts: Parts, place: Place) -> Written:
    """The row x_i of X, as a bold small letter."""
    base, index = parts
    if not isinstance(node.base, nodes.Variable):
        return _indexed(base, index.notation)
    letter = name_notation(node.base.name[:1].lower() + node.base.name[1:], "bold")
    shown = lowered(tree.Part(letter, (*place.path, 0)), index.notation)
    return Written(tree.Spoken(shown, ("row ", index.notation, " of ", base.notation)))


@compose.register(nodes.Delta)
def _delta(node: nodes.Delta, parts: Parts, place: Place) -> Written:
    return Written(tree.Script(tree.Symbol("δ"), subscript=index_list(parts)))
