"""Batches: data in rows, a bias that is added to every row, and functions along an axis, all with NumPy's meaning.

A vector of size k beside an N×k matrix stands in every row: 1⃗ bᵀ. A function along axis=1 works on each row, along
axis=0 on each column; `keepdims=True` keeps the axis, so that an N-vector stands in every column.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from explainer.errors import ShapeError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.language.building.builder import Builder
from explainer.language.building.reductions import applied
from explainer.language.kinds.form_kinds import BY_ROWS
from explainer.language.text.syntax import Along, Syntax, keeps_axis
from explainer.phrases import phrase


def stand_in_rows(builder: Builder, node: Syntax) -> None:
    """Let a vector beside a matrix stand in every row of it, where it has the size of a row."""
    matrix = next((part.node for part in node.parts if part.node.shape.is_matrix and not part.node.shape.is_row), None)
    if matrix is None:
        return
    for part in node.parts:
        vector = part.node
        if not vector.shape.is_vector:
            continue
        shown = (vector.operand if isinstance(vector, nodes.Negate) else vector).text()
        if keeps_axis(part):
            part.node = _signed(
                vector, lambda v: nodes.MatrixProduct((v, nodes.Transpose(nodes.Ones(matrix.shape.columns))))
            )
        elif vector.shape.rows == matrix.shape.columns:
            part.node = _signed(
                vector, lambda v: nodes.MatrixProduct((nodes.Ones(matrix.shape.rows), nodes.Transpose(v)))
            )
            builder.note(phrase("{0} stands in every row of {1}.", shown, matrix.text()))
        elif vector.shape.rows == matrix.shape.rows:
            raise ShapeError(
                phrase(
                    "{0} ({1}) has an entry for each row of {2} ({3}), and not for each column",
                    shown,
                    vector.shape.display(),
                    matrix.text(),
                    matrix.shape.display(),
                ),
                shapes=(str(vector.shape), str(matrix.shape)),
                hint=phrase(
                    "A vector beside a matrix stands in every row; as {0} @ ones({1})' it stands in every column.",
                    shown,
                    matrix.shape.columns,
                ),
            )


def _signed(vector: Node, build: Callable[[Node], Node]) -> Node:
    """What is made of a vector, with its sign in front: Z − 1⃗ bᵀ."""
    return nodes.Negate(build(vector.operand)) if isinstance(vector, nodes.Negate) else build(vector)


def row_by_row(builder: Builder, node: Syntax) -> Node | None:
    """A function of vectors that is given a matrix and has a form for its rows; said, because it is a reading."""
    name = node.value.name
    if name not in BY_ROWS or not node.parts[0].node.shape.is_matrix or node.parts[0].node.shape.is_row:
        return None
    builder.note(phrase("{0} of a matrix works row by row.", name))
    return ROW_BY_ROW[name](node.parts[0].node)


def along(builder: Builder, node: Syntax) -> Node:
    """A function along an axis; a vector has only the one."""
    given: Along = node.value
    operand: Node = node.parts[0].node
    if not operand.shape.is_matrix or operand.shape.is_row:
        return builder.make(given.call)
    if given.axis not in {0, 1}:
        raise ShapeError(
            phrase("{0} has the axes 0 and 1, not {1}", operand.text(), given.axis),
            shapes=(str(operand.shape),),
            hint="axis=1 works on each row, axis=0 on each column.",
        )
    name = given.call.value.name if given.call.kind == "apply" else given.call.kind
    if name == "spread" and not given.call.value[1]:
        name = "std" if given.call.value[0] else "var"
    work = ROW_BY_ROW.get(name)
    if work is None:
        raise UnsupportedError(
            phrase("{0} of a matrix ({1}) is not read", given.typed, operand.shape.display()),
            subexpression=builder.text[node.start : node.end],
            reason="functions here are applied to whole vectors",
            hint=phrase("Along an axis of a matrix work: {0}.", ", ".join(sorted(map(_shown, ROW_BY_ROW)))),
        )
    if given.axis == 1:
        return work(operand)
    turned = work(operand.operand if isinstance(operand, nodes.Transpose) else nodes.Transpose(operand))
    return nodes.Transpose(turned) if turned.shape.is_matrix else turned


def _shown(name: str) -> str:
    return {"sum_entries": "sum", "max_entry": "max"}.get(name, name)


def _totals(rows: Node) -> Node:
    return nodes.MatrixProduct((rows, nodes.Ones(rows.shape.columns)))


def _means(rows: Node) -> Node:
    return nodes.Product(
        (nodes.Quotient(nodes.Number(Fraction(1)), nodes.size_value(rows.shape.columns)), _totals(rows))
    )


def _in_columns(vector: Node, rows: Node) -> Node:
    """A number for each row, in every column."""
    return nodes.MatrixProduct((vector, nodes.Transpose(nodes.Ones(rows.shape.columns))))


def _lengths(rows: Node) -> Node:
    return applied("sqrt", _totals(nodes.Power(rows, nodes.TWO)))


def _variances(rows: Node) -> Node:
    return _means(nodes.Power(nodes.Sum((rows, nodes.Negate(_in_columns(_means(rows), rows)))), nodes.TWO))


ROW_BY_ROW: dict[str, Callable[[Node], Node]] = {
    "sum_entries": _totals,
    "mean": _means,
    "norm": _lengths,
    "normalize": lambda rows: nodes.HadamardQuotient(rows, _in_columns(_lengths(rows), rows)),
    "std": lambda rows: applied("row_std", rows),
    "var": _variances,
    "softmax": lambda rows: applied("row_softmax", rows),
    "layer_norm": lambda rows: applied("row_layer_norm", rows),
    "max_entry": lambda rows: applied("row_max", rows),
    "logsumexp": lambda rows: applied("ln", _totals(applied("exp", rows))),
    "length": lambda rows: nodes.size_value(rows.shape.columns),
}
"""What works along an axis of a matrix: for each row its value, a number or a row."""
