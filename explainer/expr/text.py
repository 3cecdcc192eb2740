"""Expression → input language: every node has a text, and parsing it with the same shapes gives the same tree back.

Brackets follow from how tightly each construct binds: a part is bracketed when it binds less tightly than its place
needs. Shapes decide nothing here except for powers of matrices, whose sign says that they are taken entry by entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import TypeAlias

from explainer.expr import nodes
from explainer.expr.node import Node, require_writable
from explainer.expr.tall import stages
from explainer.threads import Latest

_WHERE, _AND, _COMPARISON, _SUM, _CHAIN, _FACTOR, _ATOM = range(7)

_LEVELS: dict[type[Node], int] = {
    **dict.fromkeys((nodes.Where, nodes.Equation, nodes.And), _WHERE),
    nodes.Comparison: _COMPARISON,
    **dict.fromkeys((nodes.Sum, nodes.Negate), _SUM),
    **dict.fromkeys((nodes.Product, nodes.Quotient, nodes.Hadamard, nodes.HadamardQuotient), _CHAIN),
    **dict.fromkeys((nodes.Dot, nodes.MatrixProduct), _CHAIN),
    **dict.fromkeys((nodes.Derivative, nodes.Power, nodes.Transpose), _FACTOR),
}
"""How tightly each kind of node binds; what is not listed is an atom, which never needs brackets."""

_BEFORE_BRACKETS = frozenset({"f", "g", "h", "F", "G", "H", "phi", "psi", "d", "delta", "partial"})
"""Names that would be read as functions when a bracket follows them."""


Part: TypeAlias = Callable[[Node], str]
"""Gives the text of a part, without the brackets that its place may need."""


_LONGEST_KEPT = 300
"""Longer texts of parts are written anew each time: few parts of a line are so long, and they take the most room."""
_MOST_IN_USE = 6000
_kept: Latest[Node, str] = Latest(2000)
"""Texts of parts. A step changes little of a line, so that most of the next line is found here."""


class _Parts:
    """The texts of the parts of one expression; a function in `text` would hold itself until garbage is looked for."""

    def __init__(self) -> None:
        self.known: dict[Node, str] = {}

    def __call__(self, inner: Node) -> str:
        found = self.known.get(inner) or _kept.get(inner)
        if found is None:
            found = _text(inner, self)
            if inner.children and len(found) <= _LONGEST_KEPT:
                _kept.put(inner, found)
        return found


def text(node: Node) -> str:
    """The expression in the input language: `3 x^2 y`, `max(0, w · x + b)`."""
    require_writable(node)
    part = _Parts()
    for stage in stages(node):
        part.known[stage] = part(stage)
    result = part(node)
    _kept.forget(min(node.part_count, _MOST_IN_USE))
    return result


@singledispatch
def _text(node: Node, part: Part) -> str:
    raise TypeError(f"{type(node).__name__} has no text")


def _level(node: Node) -> int:
    """How tightly a node binds; an abstract function is an atom, an abstract operator binds as others do."""
    if isinstance(node, nodes.FunctionCall) and node.is_operator:
        return _CHAIN
    if nodes.is_matrix_power(node):
        return _FACTOR
    return _LEVELS.get(type(node), _ATOM)


def _within(node: Node, level: int, part: Part) -> str:
    """The text of a part, bracketed when it binds less tightly than its place needs."""
    written = part(node)
    return f"({written})" if _level(node) < level else written


def _listed(listed: Iterable[Node], part: Part) -> str:
    return ", ".join(_within(node, _AND, part) for node in listed)


# --- atoms -----------------------------------------------------------------------------------------------------------


@_text.register(nodes.Number)
def _(node: nodes.Number, part: Part) -> str:
    scaled = node.value * 10**node.places
    if scaled.denominator != 1:
        raise ValueError(f"{node.value} has more than {node.places} digits after the point")
    if not node.places:
        return str(scaled.numerator)
    digits = str(scaled.numerator).rjust(node.places + 1, "0")
    return f"{digits[: -node.places]}.{digits[-node.places :]}"


@_text.register(nodes.Constant)
def _(node: nodes.Constant, part: Part) -> str:
    return node.name


@_text.register(nodes.SizeValue)
def _(node: nodes.SizeValue, part: Part) -> str:
    return node.name


@_text.register(nodes.Variable)
def _(node: nodes.Variable, part: Part) -> str:
    return node.name


@_text.register(nodes.Index)
def _(node: nodes.Index, part: Part) -> str:
    return node.name


@_text.register(nodes.Ones)
def _(node: nodes.Ones, part: Part) -> str:
    return f"ones({node.size})"


@_text.register(nodes.Zeros)
def _(node: nodes.Zeros, part: Part) -> str:
    return f"zeros({', '.join(map(str, node.value_shape.sizes))})"


@_text.register(nodes.Identity)
def _(node: nodes.Identity, part: Part) -> str:
    return f"identity({node.size})"


@_text.register(nodes.Commutation)
def _(node: nodes.Commutation, part: Part) -> str:
    return f"commutation({node.rows}, {node.columns})"


@_text.register(nodes.Otherwise)
def _(node: nodes.Otherwise, part: Part) -> str:
    return "otherwise"


# --- parts of vectors and matrices -----------------------------------------------------------------------------------


def _subscripted(base: Node, indices: tuple[Node, ...], part: Part) -> str:
    """A base with its indices; anything but a plain name is bracketed, so that its own subscripts stay apart."""
    written = part(base)
    plain = isinstance(base, nodes.Variable) and "_" not in base.name
    inner = ",".join(map(part, indices))
    subscript = inner if len(indices) == 1 and len(inner) == 1 else "{" + inner + "}"
    return f"{written}_{subscript}" if plain else f"({written})_{subscript}"


@_text.register(nodes.Entry)
def _(node: nodes.Entry, part: Part) -> str:
    return _subscripted(node.base, node.indices, part)


@_text.register(nodes.MatrixRow)
def _(node: nodes.MatrixRow, part: Part) -> str:
    return _subscripted(node.base, (node.index,), part)


@_text.register(nodes.Delta)
def _(node: nodes.Delta, part: Part) -> str:
    return f"delta({part(node.left)}, {part(node.right)})"


# --- arithmetic ------------------------------------------------------------------------------------------------------


@_text.register(nodes.Sum)
def _(node: nodes.Sum, part: Part) -> str:
    pieces: list[str] = []
    for k, term in enumerate(node.terms):
        if isinstance(term, nodes.Negate):
            operand = part(term)[1:]
            pieces.append(f"- {operand}" if k else f"-{operand}")
        else:
            pieces.append(f"+ {_within(term, _CHAIN, part)}" if k else _within(term, _CHAIN, part))
    return " ".join(pieces)


@_text.register(nodes.Negate)
def _(node: nodes.Negate, part: Part) -> str:
    """A second sign needs no bracket."""
    operand = node.operand
    return f"-{part(operand) if isinstance(operand, nodes.Negate) else _within(operand, _CHAIN, part)}"


@_text.register(nodes.Product)
def _(node: nodes.Product, part: Part) -> str:
    written = _within(node.factors[0], _FACTOR, part)
    for before, factor in zip(node.factors, node.factors[1:], strict=False):
        following = _within(factor, _FACTOR, part)
        written += (" * " if _needs_sign(before, following) else " ") + following
    return written


def _needs_sign(before: Node, following: str) -> bool:
    """Whether a product would be misread without a sign: before a digit or a list, and of a function's name."""
    if following[0].isdecimal() or following[0] == "[":
        return True
    if following[0] != "(" or not isinstance(before, nodes.Variable | nodes.SizeValue | nodes.Constant | nodes.Index):
        return False
    return before.name.split("_")[0] in _BEFORE_BRACKETS or len(before.name) > 1


@_text.register(nodes.Quotient)
def _(node: nodes.Quotient, part: Part) -> str:
    numerator = node.numerator
    product = isinstance(numerator, nodes.Product)
    above = _within(numerator, _CHAIN if product else _FACTOR, part)
    return f"{above} / {_within(node.denominator, _ATOM + _power(node), part)}"


def _power(node: nodes.Quotient) -> int:
    """A power or transpose below the line needs no brackets, a derivative does, as it has a line of its own."""
    return -1 if isinstance(node.denominator, nodes.Power | nodes.Transpose) else 0


@_text.register(nodes.Power)
def _(node: nodes.Power, part: Part) -> str:
    sign = " .^ " if node.base.shape.is_matrix and not node.base.shape.is_row else "^"
    return f"{_within(node.base, _ATOM, part)}{sign}{_exponent(node.exponent, part)}"


def _exponent(node: Node, part: Part) -> str:
    """An exponent; numbers, names, further powers and their negatives stand without brackets: x^-2, x^y^z."""
    if (
        isinstance(node, nodes.Negate)
        and isinstance(node.operand, nodes.Power)
        and not node.operand.base.shape.is_matrix
    ):
        return part(node)
    if isinstance(node, nodes.Negate) and isinstance(
        node.operand, nodes.Negate | nodes.Power | nodes.Number | nodes.Constant | nodes.Variable
    ):
        return f"-{_exponent(node.operand, part)}"
    written = part(node)
    plain = isinstance(node, nodes.Number | nodes.Constant | nodes.Index | nodes.SizeValue | nodes.Variable)
    power = isinstance(node, nodes.Power) and not node.base.shape.is_matrix
    return written if (plain and written != "T") or power else f"({written})"


@_text.register(nodes.Apply)
def _(node: nodes.Apply, part: Part) -> str:
    if nodes.is_matrix_power(node):
        base, exponent = node.arguments
        return f"{_within(base, _ATOM, part)}^{_exponent(exponent, part)}"
    return f"{node.operation.name}({_listed(node.arguments, part)})"


@_text.register(nodes.FunctionCall)
def _(node: nodes.FunctionCall, part: Part) -> str:
    if node.is_operator:
        return _joined(node.name, node.arguments, part)
    name = node.name
    if node.indices:
        inner = ",".join(map(part, node.indices))
        name += f"_{inner}" if len(inner) == 1 else f"_{{{inner}}}"
    return f"{name}{'.' if node.elementwise else ''}({_listed(node.arguments, part)})"


# --- vectors and matrices --------------------------------------------------------------------------------------------


def _joined(sign: str, listed: Iterable[Node], part: Part) -> str:
    return f" {sign} ".join(_within(node, _FACTOR, part) for node in listed)


@_text.register(nodes.Hadamard)
def _(node: nodes.Hadamard, part: Part) -> str:
    return _joined("⊗", node.factors, part)


@_text.register(nodes.HadamardQuotient)
def _(node: nodes.HadamardQuotient, part: Part) -> str:
    return _joined("⊘", (node.numerator, node.denominator), part)


@_text.register(nodes.Expand)
def _(node: nodes.Expand, part: Part) -> str:
    return f"expand({_listed((node.operand,), part)}, {node.size})"


@_text.register(nodes.Dot)
def _(node: nodes.Dot, part: Part) -> str:
    return _joined("·", (node.left, node.right), part)


@_text.register(nodes.MatrixProduct)
def _(node: nodes.MatrixProduct, part: Part) -> str:
    return _joined("@", node.factors, part)


@_text.register(nodes.Transpose)
def _(node: nodes.Transpose, part: Part) -> str:
    return f"{_within(node.operand, _ATOM, part)}'"


@_text.register(nodes.Diag)
def _(node: nodes.Diag, part: Part) -> str:
    return f"diag({_listed((node.operand,), part)})"


@_text.register(nodes.SumReduction)
def _(node: nodes.SumReduction, part: Part) -> str:
    return f"sum({_listed((node.operand,), part)})"


@_text.register(nodes.IndexedSum)
def _(node: nodes.IndexedSum, part: Part) -> str:
    return f"sum({_range(node.index, node.lower)}, {_listed((node.body,), part)})"


@_text.register(nodes.Vector)
def _(node: nodes.Vector, part: Part) -> str:
    return f"[{_listed(node.entries, part)}]"


@_text.register(nodes.Matrix)
def _(node: nodes.Matrix, part: Part) -> str:
    return f"[{', '.join(f'[{_listed(row, part)}]' for row in node.rows)}]"


@_text.register(nodes.Stack)
def _(node: nodes.Stack, part: Part) -> str:
    return f"stack({_listed(node.rows, part)})"


@_text.register(nodes.Blocks)
def _(node: nodes.Blocks, part: Part) -> str:
    if node.column is not None and all(block.shape.is_vector or block.shape.is_scalar for block in node.column):
        return f"[{_listed(node.column, part)}]"
    return f"[{', '.join(f'[{_listed(row, part)}]' for row in node.rows)}]"


# --- indexed forms ---------------------------------------------------------------------------------------------------


def _range(index: nodes.Index, lower: int = 1) -> str:
    return f"{index.name}={lower}..{index.size}"


@_text.register(nodes.Grid)
def _(node: nodes.Grid, part: Part) -> str:
    return f"grid({_range(node.row)}, {_range(node.column)}, {_listed((node.body,), part)})"


@_text.register(nodes.Entries)
def _(node: nodes.Entries, part: Part) -> str:
    return f"entries({', '.join(map(_range, node.indices))}, {_listed((node.body,), part)})"


@_text.register(nodes.ColumnForm)
def _(node: nodes.ColumnForm, part: Part) -> str:
    return f"column({_range(node.index)}, {_listed((node.body,), part)})"


@_text.register(nodes.RowForm)
def _(node: nodes.RowForm, part: Part) -> str:
    return f"row({_range(node.index)}, {_listed((node.body,), part)})"


@_text.register(nodes.DiagonalForm)
def _(node: nodes.DiagonalForm, part: Part) -> str:
    return f"diagonal({_range(node.index)}, {_listed((node.body,), part)})"


# --- conditions ------------------------------------------------------------------------------------------------------


@_text.register(nodes.Comparison)
def _(node: nodes.Comparison, part: Part) -> str:
    relation = "==" if node.relation == "=" else node.relation
    return f"{_within(node.left, _SUM, part)} {relation} {_within(node.right, _SUM, part)}"


@_text.register(nodes.And)
def _(node: nodes.And, part: Part) -> str:
    return " and ".join(_within(condition, _COMPARISON, part) for condition in node.conditions)


@_text.register(nodes.Cases)
def _(node: nodes.Cases, part: Part) -> str:
    cases = zip(node.values, node.conditions, strict=True)
    written = (f"{_within(value, _AND, part)} if {_within(condition, _AND, part)}" for value, condition in cases)
    return f"cases({', '.join(written)})"


# --- derivatives -----------------------------------------------------------------------------------------------------


@_text.register(nodes.VariableTuple)
def _(node: nodes.VariableTuple, part: Part) -> str:
    return f"({', '.join(map(part, node.variables))})"


@_text.register(nodes.Derivative)
def _(node: nodes.Derivative, part: Part) -> str:
    sign = "d" if node.kind == "total" else "∂"
    wrt = part(node.wrt)
    return f"{sign}({part(node.body)})/{sign}{wrt if isinstance(node.wrt, nodes.VariableTuple) else f'({wrt})'}"


@_text.register(nodes.Differential)
def _(node: nodes.Differential, part: Part) -> str:
    """The variable is named where it is not the one that is taken without a name."""
    parts = (node.body,) if node.wrt is nodes.usual_variable(node.body) else (node.body, node.wrt)
    return f"differential({_listed(parts, part)})"


@_text.register(nodes.Equation)
def _(node: nodes.Equation, part: Part) -> str:
    return f"{_within(node.left, _SUM, part)} = {_within(node.right, _SUM, part)}"


@_text.register(nodes.Where)
def _(node: nodes.Where, part: Part) -> str:
    written = _within(node.body, _AND, part)
    if node.definitions:
        written += f" where {', '.join(map(part, node.definitions))}"
    if node.facts:
        written += f" knowing {', '.join(map(part, node.facts))}"
    return written
