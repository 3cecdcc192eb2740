"""The derivative by each variable, out of the one row, or the one sweep, that holds those by all of them."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Size, matrix_shape, vector_shape
from explainer.rules.build import matrix_times, plus, times, zero
from explainer.rules.differentials.backward import in_names
from explainer.rules.tidy.flipping import turned


def results_of(result: Node, wrt: Node, layout: str, lines: Sequence[Node]) -> dict[str, Node]:
    """Each variable's name with the derivative by it: columns of the stacked one, rows in denominator layout.

    Where a matrix is among the variables nothing is stacked: the result is the derivative by the first of them, and
    those by the others are what the lines came to know.
    """
    variables = wrt.variables if isinstance(wrt, nodes.VariableTuple) else (wrt,)
    if not isinstance(wrt, nodes.VariableTuple):
        return {wrt.text(): result}
    if wrt.holds_matrices:
        return {v.text(): result if v is variables[0] else _known(v, lines, layout) or result for v in variables}
    part = _rows if layout == "denominator" else _columns
    return {variable.text(): part(result, k, variables) for k, variable in enumerate(variables)}


def _known(variable: Node, lines: Sequence[Node], layout: str) -> Node | None:
    """The last thing that is said of the derivative by a variable."""
    programs = (line.operand if isinstance(line, nodes.Transpose) else line for line in reversed(lines))
    for line in (program for program in programs if isinstance(program, nodes.Where)):
        for fact in line.facts:
            if isinstance(fact.left, nodes.Derivative) and fact.left.wrt is variable:
                right = in_names(fact.right, line)
                return turned(right) if layout == "denominator" and not right.shape.is_scalar else right
    return None


def _columns(node: Node, k: int, variables: tuple[Node, ...]) -> Node:
    """The columns of a stacked derivative that belong to one of the variables."""
    found = _listed_columns(node, k, variables) or _through(node, k, variables, by_rows=False)
    if found is not None:
        return found
    return matrix_times(node, _choice(k, variables))


def _rows(node: Node, k: int, variables: tuple[Node, ...]) -> Node:
    """The same in denominator layout, where the entries of the variables go downwards."""
    if isinstance(node, nodes.Vector) and len(node.entries) == len(variables):
        return node.entries[k]
    if isinstance(node, nodes.Blocks) and len(node.rows) == len(variables):
        row = node.rows[k]
        return row[0] if len(row) == 1 else nodes.Blocks((row,))
    found = _through(node, k, variables, by_rows=True)
    if found is not None:
        return found
    return matrix_times(nodes.Transpose(_choice(k, variables)), node)


def _listed_columns(node: Node, k: int, variables: tuple[Node, ...]) -> Node | None:
    if isinstance(node, nodes.Matrix) and len(node.rows[0]) == len(variables):
        column = tuple(row[k] for row in node.rows)
        return column[0] if len(column) == 1 else nodes.Vector(column)
    if isinstance(node, nodes.Blocks) and len(node.rows[0]) == len(variables):
        blocks = tuple((row[k],) for row in node.rows)
        return blocks[0][0] if len(blocks) == 1 else nodes.Blocks(blocks)
    return None


def _through(node: Node, k: int, variables: tuple[Node, ...], *, by_rows: bool) -> Node | None:
    """The part of a sum, a multiple or zeros: that of what it is made of."""

    def part(inner: Node) -> Node:
        return (_rows if by_rows else _columns)(inner, k, variables)

    if isinstance(node, nodes.Negate):
        return nodes.Negate(part(node.operand))
    if isinstance(node, nodes.Sum) and all(term.shape == node.shape for term in node.terms):
        return plus(*map(part, node.terms))
    if isinstance(node, nodes.Quotient) and node.denominator.shape.is_scalar:
        return nodes.Quotient(part(node.numerator), node.denominator)
    if isinstance(node, nodes.Product) and sum(not factor.shape.is_scalar for factor in node.factors) == 1:
        return times(*(factor if factor.shape.is_scalar else part(factor) for factor in node.factors))
    if isinstance(node, nodes.Where):
        return nodes.Where(part(node.body), node.definitions)
    if isinstance(node, nodes.Zeros):
        own = variables[k].shape.rows
        return _zeros(own, node.shape.columns) if by_rows else _zeros(node.shape.rows, own)
    return None


def _choice(k: int, variables: tuple[Node, ...]) -> Node:
    """The matrix of zeros and ones that takes one variable's columns out of all of them."""
    own = variables[k].shape.rows
    return nodes.Blocks(
        tuple((_square(own) if j == k else _zeros(v.shape.rows, own),) for j, v in enumerate(variables))
    )


def _square(size: Size) -> Node:
    return nodes.ONE if size == 1 else nodes.Identity(size)


def _zeros(rows: Size, columns: Size) -> Node:
    if rows == 1 and columns == 1:
        return nodes.ZERO
    return zero(vector_shape(rows) if columns == 1 else matrix_shape(rows, columns))
