"""Expression → input language: every node has a text, and parsing it with the same shapes gives the same tree back.

Brackets follow from how tightly each construct binds: a part is bracketed when it binds less tightly than its place
needs. Shapes decide nothing here except for powers of matrices, whose sign says that they are taken entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from explainer.expr.node import Node
from explainer.expr.nodes import (
    And,
    Apply,
    Blocks,
    Cases,
    ColumnForm,
    Comparison,
    Constant,
    Delta,
    Derivative,
    Diag,
    DiagonalForm,
    Dot,
    Entry,
    Equation,
    Expand,
    FunctionCall,
    Grid,
    Hadamard,
    HadamardQuotient,
    Identity,
    Index,
    IndexedSum,
    Matrix,
    MatrixProduct,
    MatrixRow,
    Negate,
    Number,
    Ones,
    Otherwise,
    Power,
    Product,
    Quotient,
    RowForm,
    SizeValue,
    Stack,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    VariableTuple,
    Vector,
    Where,
    Zeros,
)

_WHERE, _AND, _COMPARISON, _SUM, _CHAIN, _FACTOR, _ATOM = range(7)

_LEVELS: dict[type[Node], int] = {
    Where: _WHERE, Equation: _WHERE, And: _AND, Comparison: _COMPARISON, Sum: _SUM, Negate: _SUM,
    Product: _CHAIN, Quotient: _CHAIN, Hadamard: _CHAIN, HadamardQuotient: _CHAIN, Dot: _CHAIN, MatrixProduct: _CHAIN,
    Derivative: _FACTOR, Power: _FACTOR, Transpose: _FACTOR,
}  # fmt: skip
"""How tightly each kind of node binds; what is not listed is an atom, which never needs brackets."""

_BEFORE_BRACKETS = frozenset({"f", "g", "h", "F", "G", "H", "phi", "psi", "d", "delta", "partial"})
"""Names that would be read as functions when a bracket follows them."""


def text(node: Node) -> str:
    """The expression in the input language: `3 x^2 y`, `max(0, w · x + b)`."""
    return _text(node)


@singledispatch
def _text(node: Node) -> str:
    raise TypeError(f"{type(node).__name__} has no text")


def _level(node: Node) -> int:
    """How tightly a node binds; an abstract function is an atom, an abstract operator binds as others do."""
    if isinstance(node, FunctionCall) and node.is_operator:
        return _CHAIN
    return _LEVELS.get(type(node), _ATOM)


def _within(node: Node, level: int) -> str:
    """The text of a part, bracketed when it binds less tightly than its place needs."""
    written = _text(node)
    return f"({written})" if _level(node) < level else written


def _listed(nodes: Iterable[Node]) -> str:
    return ", ".join(_within(node, _AND) for node in nodes)


# --- atoms -----------------------------------------------------------------------------------------------------------


@_text.register
def _(node: Number) -> str:
    scaled = node.value * 10**node.places
    if scaled.denominator != 1:
        raise ValueError(f"{node.value} has more than {node.places} digits after the point")
    if not node.places:
        return str(scaled.numerator)
    digits = str(scaled.numerator).rjust(node.places + 1, "0")
    return f"{digits[: -node.places]}.{digits[-node.places :]}"


@_text.register
def _(node: Constant) -> str:
    return node.name


@_text.register
def _(node: SizeValue) -> str:
    return node.name


@_text.register
def _(node: Variable) -> str:
    return node.name


@_text.register
def _(node: Index) -> str:
    return node.name


@_text.register
def _(node: Ones) -> str:
    return f"ones({node.size})"


@_text.register
def _(node: Zeros) -> str:
    return f"zeros({', '.join(map(str, node.value_shape.sizes))})"


@_text.register
def _(node: Identity) -> str:
    return f"identity({node.size})"


@_text.register
def _(node: Otherwise) -> str:
    return "otherwise"


# --- parts of vectors and matrices -----------------------------------------------------------------------------------


def _subscripted(base: Node, indices: tuple[Node, ...]) -> str:
    """A base with its indices; anything but a plain name is bracketed, so that its own subscripts stay apart."""
    written = _text(base)
    plain = isinstance(base, Variable) and "_" not in base.name
    inner = ",".join(map(_text, indices))
    subscript = inner if len(indices) == 1 and len(inner) == 1 else "{" + inner + "}"
    return f"{written}_{subscript}" if plain else f"({written})_{subscript}"


@_text.register
def _(node: Entry) -> str:
    return _subscripted(node.base, node.indices)


@_text.register
def _(node: MatrixRow) -> str:
    return _subscripted(node.base, (node.index,))


@_text.register
def _(node: Delta) -> str:
    return f"delta({_text(node.left)}, {_text(node.right)})"


# --- arithmetic ------------------------------------------------------------------------------------------------------


@_text.register
def _(node: Sum) -> str:
    pieces: list[str] = []
    for k, term in enumerate(node.terms):
        if isinstance(term, Negate):
            operand = _negated(term)
            pieces.append(f"- {operand}" if k else f"-{operand}")
        else:
            pieces.append(f"+ {_within(term, _CHAIN)}" if k else _within(term, _CHAIN))
    return " ".join(pieces)


@_text.register
def _(node: Negate) -> str:
    return f"-{_negated(node)}"


def _negated(node: Negate) -> str:
    """What stands after the sign; a second sign needs no bracket."""
    return _text(node.operand) if isinstance(node.operand, Negate) else _within(node.operand, _CHAIN)


@_text.register
def _(node: Product) -> str:
    written = _within(node.factors[0], _FACTOR)
    for before, factor in zip(node.factors, node.factors[1:], strict=False):
        following = _within(factor, _FACTOR)
        written += (" * " if _needs_sign(before, following) else " ") + following
    return written


def _needs_sign(before: Node, following: str) -> bool:
    """Whether a product would be misread without a sign: before a digit or a list, and of a function's name."""
    if following[0].isdigit() or following[0] == "[":
        return True
    if following[0] != "(" or not isinstance(before, Variable | SizeValue | Constant | Index):
        return False
    return before.name.split("_")[0] in _BEFORE_BRACKETS or len(before.name) > 1


@_text.register
def _(node: Quotient) -> str:
    numerator = node.numerator
    product = isinstance(numerator, Product)
    return f"{_within(numerator, _CHAIN if product else _FACTOR)} / {_within(node.denominator, _ATOM + _power(node))}"


def _power(node: Quotient) -> int:
    """A power or transpose below the line needs no brackets, a derivative does, as it has a line of its own."""
    return -1 if isinstance(node.denominator, Power | Transpose) else 0


@_text.register
def _(node: Power) -> str:
    sign = " .^ " if node.base.shape.is_matrix and not node.base.shape.is_row else "^"
    return f"{_within(node.base, _ATOM)}{sign}{_exponent(node.exponent)}"


def _exponent(node: Node) -> str:
    """An exponent; numbers, names, further powers and their negatives stand without brackets: x^-2, x^y^z."""
    if isinstance(node, Negate) and isinstance(node.operand, Negate | Power | Number | Constant | Variable):
        return f"-{_exponent(node.operand)}"
    written = _text(node)
    plain = isinstance(node, Number | Constant | Index | SizeValue | Variable)
    power = isinstance(node, Power) and not node.base.shape.is_matrix
    return written if (plain and written != "T") or power else f"({written})"


@_text.register
def _(node: Apply) -> str:
    return f"{node.operation.name}({_listed(node.arguments)})"


@_text.register
def _(node: FunctionCall) -> str:
    if node.is_operator:
        return _joined(node.name, node.arguments)
    name = node.name
    if node.indices:
        inner = ",".join(map(_text, node.indices))
        name += f"_{inner}" if len(inner) == 1 else f"_{{{inner}}}"
    return f"{name}{'.' if node.elementwise else ''}({_listed(node.arguments)})"


# --- vectors and matrices --------------------------------------------------------------------------------------------


def _joined(sign: str, nodes: Iterable[Node]) -> str:
    return f" {sign} ".join(_within(node, _FACTOR) for node in nodes)


@_text.register
def _(node: Hadamard) -> str:
    return _joined("⊗", node.factors)


@_text.register
def _(node: HadamardQuotient) -> str:
    return _joined("⊘", (node.numerator, node.denominator))


@_text.register
def _(node: Expand) -> str:
    return f"expand({_listed((node.operand,))}, {node.size})"


@_text.register
def _(node: Dot) -> str:
    return _joined("·", (node.left, node.right))


@_text.register
def _(node: MatrixProduct) -> str:
    return _joined("@", node.factors)


@_text.register
def _(node: Transpose) -> str:
    return f"{_within(node.operand, _ATOM)}'"


@_text.register
def _(node: Diag) -> str:
    return f"diag({_listed((node.operand,))})"


@_text.register
def _(node: SumReduction) -> str:
    return f"sum({_listed((node.operand,))})"


@_text.register
def _(node: IndexedSum) -> str:
    return f"sum({_range(node.index, node.lower)}, {_listed((node.body,))})"


@_text.register
def _(node: Vector) -> str:
    return f"[{_listed(node.entries)}]"


@_text.register
def _(node: Matrix) -> str:
    return f"[{', '.join(f'[{_listed(row)}]' for row in node.rows)}]"


@_text.register
def _(node: Stack) -> str:
    return f"stack({_listed(node.rows)})"


@_text.register
def _(node: Blocks) -> str:
    if node.column is not None and all(block.shape.is_vector or block.shape.is_scalar for block in node.column):
        return f"[{_listed(node.column)}]"
    return f"[{', '.join(f'[{_listed(row)}]' for row in node.rows)}]"


# --- indexed forms ---------------------------------------------------------------------------------------------------


def _range(index: Index, lower: int = 1) -> str:
    return f"{index.name}={lower}..{index.size}"


@_text.register
def _(node: Grid) -> str:
    return f"grid({_range(node.row)}, {_range(node.column)}, {_listed((node.body,))})"


@_text.register
def _(node: ColumnForm) -> str:
    return f"column({_range(node.index)}, {_listed((node.body,))})"


@_text.register
def _(node: RowForm) -> str:
    return f"row({_range(node.index)}, {_listed((node.body,))})"


@_text.register
def _(node: DiagonalForm) -> str:
    return f"diagonal({_range(node.index)}, {_listed((node.body,))})"


# --- conditions ------------------------------------------------------------------------------------------------------


@_text.register
def _(node: Comparison) -> str:
    relation = "==" if node.relation == "=" else node.relation
    return f"{_within(node.left, _SUM)} {relation} {_within(node.right, _SUM)}"


@_text.register
def _(node: And) -> str:
    return " and ".join(_within(condition, _COMPARISON) for condition in node.conditions)


@_text.register
def _(node: Cases) -> str:
    cases = zip(node.values, node.conditions, strict=True)
    return f"cases({', '.join(f'{_within(value, _AND)} if {_within(condition, _AND)}' for value, condition in cases)})"


# --- derivatives -----------------------------------------------------------------------------------------------------


@_text.register
def _(node: VariableTuple) -> str:
    return f"({', '.join(map(_text, node.variables))})"


@_text.register
def _(node: Derivative) -> str:
    sign = "∂" if node.kind == "partial" else "d"
    wrt = _text(node.wrt)
    return f"{sign}({_text(node.body)})/{sign}{wrt if isinstance(node.wrt, VariableTuple) else f'({wrt})'}"


@_text.register
def _(node: Equation) -> str:
    return f"{_within(node.left, _SUM)} = {_within(node.right, _SUM)}"


@_text.register
def _(node: Where) -> str:
    written = _within(node.body, _AND)
    if node.definitions:
        written += f" where {', '.join(map(_text, node.definitions))}"
    if node.facts:
        written += f" knowing {', '.join(map(_text, node.facts))}"
    return written
