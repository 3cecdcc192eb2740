"""Cases that are decided for every entry on its own, as np.where(x > 0, a, b) decides them.

Two cases are written with switches, a ⊗ (x > 0) + b ⊗ (x <= 0), which every method differentiates as a whole. Where a
value may have no meaning while its switch is off, as ln x where x is negative, and for more cases, the entry is given.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr import nodes
from explainer.expr.letters import INDEX_LETTERS, fresh
from explainer.expr.node import Node, each_part
from explainer.expr.shape import broadcast, size_names
from explainer.operations.decided import has_values_everywhere

_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "=": "!=", "!=": "="}


def cases_of_vectors(values: Sequence[Node], conditions: Sequence[Node]) -> Node:
    """A vector or matrix in which every entry has its own case."""
    return _switched(values, conditions) or _by_entries(values, conditions)


def _switched(values: Sequence[Node], conditions: Sequence[Node]) -> Node | None:
    """a ⊗ (x > 0) + b ⊗ (x <= 0)."""
    first, *others = conditions
    if len(others) != 1 or not isinstance(first, nodes.Comparison):
        return None
    off = nodes.Comparison(_OPPOSITE[first.relation], first.left, first.right)
    shape = broadcast(first.shape, *(value.shape for value in values))
    if first.shape != shape or not (isinstance(others[0], nodes.Otherwise) or others[0] is off):
        return None
    if any(first.free & value.free and not has_values_everywhere(value) for value in values):
        return None
    terms = [_times(value, switch) for value, switch in zip(values, (first, off), strict=True)]
    counting = [term for term in terms if not (isinstance(term, nodes.Number) and term.value == 0)]
    return nodes.Zeros(shape) if not counting else counting[0] if len(counting) == 1 else nodes.Sum(tuple(counting))


def _times(value: Node, switch: Node) -> Node:
    match value:
        case nodes.Number() if value.value == 0:
            return value
        case nodes.Number() if value.value == 1:
            return switch
        case nodes.Negate(operand):
            return nodes.Negate(_times(operand, switch))
        case nodes.Product(factors) if not value.shape.is_scalar:
            scalars = tuple(factor for factor in factors if factor.shape.is_scalar)
            rest = tuple(factor for factor in factors if not factor.shape.is_scalar)
            return nodes.Product((*scalars, nodes.Hadamard((*rest, switch))))
    return nodes.Product((value, switch)) if value.shape.is_scalar else nodes.Hadamard((value, switch))


def _by_entries(values: Sequence[Node], conditions: Sequence[Node]) -> Node:
    """The vector or matrix by its entry."""
    parts = (*values, *conditions)
    shape = broadcast(*(part.shape for part in parts))
    taken = {
        part.name for whole in parts for part in each_part(whole) if isinstance(part, nodes.Variable | nodes.Index)
    }
    taken |= {name for size in shape.sizes for name in size_names(size)}
    indices: list[nodes.Index] = []
    for size in shape.sizes:
        indices.append(nodes.Index(fresh(taken | {index.name for index in indices}, INDEX_LETTERS), size))
    at = tuple(indices)
    cases = nodes.Cases(tuple(_entry(value, at) for value in values), tuple(_entry(part, at) for part in conditions))
    return nodes.ColumnForm(at[0], cases) if len(at) == 1 else nodes.Grid(at[0], at[1], cases)


def sum_of_entries(operand: Node) -> Node | None:
    """The sum of what is given by its entries, as a sum over its indices."""
    match operand:
        case nodes.ColumnForm(index, body):
            return nodes.IndexedSum(index, body)
        case nodes.Grid(row, column, body):
            return nodes.IndexedSum(row, nodes.IndexedSum(column, body))
    return None


def _entry(node: Node, at: tuple[nodes.Index, ...]) -> Node:
    """The entry of a value, with the index at the names where operations work entry by entry."""
    if node.shape.is_scalar:
        return node
    match node:
        case nodes.Ones():
            return nodes.ONE
        case nodes.Zeros():
            return nodes.ZERO
        case nodes.Expand(operand):
            return operand
        case nodes.Sum() | nodes.Hadamard() | nodes.Product():
            parts = tuple(_entry(child, at) for child in node.children)
            return nodes.Sum(parts) if isinstance(node, nodes.Sum) else nodes.Product(parts)
        case nodes.And(parts):
            return nodes.And(tuple(_entry(part, at) for part in parts))
        case nodes.Negate(operand):
            return nodes.Negate(_entry(operand, at))
        case nodes.Quotient() | nodes.HadamardQuotient():
            return nodes.Quotient(*(_entry(child, at) for child in node.children))
        case nodes.Power():
            return nodes.Power(*(_entry(child, at) for child in node.children))
        case nodes.Comparison(relation, left, right):
            return nodes.Comparison(relation, _entry(left, at), _entry(right, at))
        case nodes.Apply(operation, arguments) if operation.elementwise:
            return nodes.Apply(operation, tuple(_entry(argument, at) for argument in arguments))
        case nodes.MatrixProduct((matrix, vector)) if (
            matrix.shape.is_matrix and vector.shape.is_vector and len(at) == 1
        ):
            return (
                nodes.Dot(vector, nodes.MatrixRow(matrix, at[0]))
                if isinstance(matrix, nodes.Variable)
                else nodes.Entry(node, at)
            )
    return nodes.Entry(node, at)
