"""Functions: those of the operations table, and abstract ones."""

from __future__ import annotations

from explainer.errors import ParseError
from explainer.expr.node import Node
from explainer.expr.nodes import ANY_OPERATOR, Apply, FunctionCall, Negate, Transpose
from explainer.expr.shape import SCALAR, broadcast
from explainer.language.building.arithmetic import check_elementwise
from explainer.language.building.batches import row_by_row
from explainer.language.building.builder import Builder, parts_of
from explainer.language.building.names import part_of
from explainer.language.building.powers import power_of_matrix
from explainer.language.building.reductions import applied
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def apply(builder: Builder, node: Syntax) -> Node:
    """A function of the operations table."""
    name = node.value.name
    if name in {"max_entry", "min_entry"} and node.parts[0].node.shape.is_scalar:
        shown = name.removesuffix("_entry")
        raise ParseError(
            phrase("{0} takes 2 arguments, not {1}", shown, 1),
            hint=phrase("Write {0}(u, v), or {0}(x) for a vector x.", shown),
        )
    if name in {"max_entry", "min_entry"} and node.parts[0].node.shape.is_matrix:
        return _of_all_entries(name, node.parts[0].node)
    if node.value.notation == "matrix_power":
        base, exponent = parts_of(node)
        return power_of_matrix(builder, base, exponent, node)
    if node.value.elementwise:
        check_elementwise(node, phrase("arguments of {0}", node.value.name))
    by_rows = row_by_row(builder, node)
    return Apply(node.value, tuple(parts_of(node))) if by_rows is None else by_rows


def _of_all_entries(name: str, matrix: Node) -> Node:
    """The largest or smallest entry of a matrix: that of what is largest in its rows."""
    if matrix.shape.is_row:
        return applied(name, matrix.operand if isinstance(matrix, Transpose) else Transpose(matrix))
    if name == "min_entry":
        return Negate(applied("max_entry", applied("row_max", Negate(matrix))))
    return applied("max_entry", applied("row_max", matrix))


def abstract(builder: Builder, node: Syntax) -> Node:
    """f(x): a function of which nothing but the shape of its value is known."""
    return FunctionCall(node.value, tuple(parts_of(node)), builder.shapes.get(node.value, SCALAR))


def elementwise_call(builder: Builder, node: Syntax) -> Node:
    """f.(x): a function of every entry."""
    check_elementwise(node, phrase("arguments of {0}", node.value))
    arguments = tuple(parts_of(node))
    return FunctionCall(node.value, arguments, broadcast(*(argument.shape for argument in arguments)), True)


def function_entry(builder: Builder, node: Syntax) -> Node:
    """f_i.(w_i), the function of one entry; f_i.(w) of a whole vector is an entry of f.(w)."""
    check_elementwise(node, phrase("arguments of {0}", node.value[0]))
    name, arguments = node.value[0], tuple(parts_of(node))
    shape = broadcast(*(argument.shape for argument in arguments))
    if not shape.is_scalar:
        return part_of(builder, FunctionCall(name, arguments, shape, True), node.reading)
    indices = tuple(builder.index(index) for index in node.reading)
    return FunctionCall(name, arguments, builder.shapes[name], True, indices)


def any_operator(builder: Builder, node: Syntax) -> Node:
    """w ○ x: an operator between entries that stands for any."""
    check_elementwise(node, "combined entry by entry")
    operands = tuple(parts_of(node))
    return FunctionCall(ANY_OPERATOR, operands, broadcast(*(operand.shape for operand in operands)), True)
