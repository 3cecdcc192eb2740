"""Names, and parts of values: entries and rows."""

from __future__ import annotations

from explainer.errors import ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import Constant, Delta, Entry, Identity, Index, MatrixRow, Number, SizeValue, Variable
from explainer.language.building.builder import Builder, parts_of
from explainer.language.shapes.scopes import IndexTerm, Reading
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def name(builder: Builder, node: Syntax) -> Node:
    """What a name is by its reading: an index, a size, a constant, a variable or a part of one."""
    reading: Reading = node.reading
    if reading.kind == "index":
        return builder.index(reading.indices[0])
    if reading.kind == "size":
        return SizeValue(reading.name)
    if reading.kind == "unit":
        size = node.term.parts[0].root().value
        return Identity(1 if size is None else size)
    if reading.kind == "constant":
        return Constant(reading.name)
    if reading.kind == "delta":
        left, right = reading.indices
        return Delta(builder.index(left), builder.index(right))
    base = builder.variable(reading.name)
    return base if reading.kind == "variable" else part_of(builder, base, reading.indices)


def part_of(builder: Builder, base: Node, indices: tuple[int | IndexTerm, ...]) -> Node:
    """The entry with these indices, or the row of a matrix that one index takes."""
    if base.shape.is_scalar:
        shown = base.text()
        raise ShapeError(
            phrase("{0} is a scalar and has no entries", shown),
            shapes=("scalar",),
            hint=phrase("Declare {0} as a vector: … where {0}: n.", shown)
            if isinstance(base, Variable)
            else "Only vectors and matrices have entries.",
        )
    nodes = tuple(builder.index(index) for index in indices)
    _check_index_sizes(base, nodes)
    if any(isinstance(index, Number) and index.value < 1 for index in nodes):
        raise ShapeError("entries are counted from 1: there is no entry 0", shapes=(str(base.shape),))
    if len(nodes) == 1 and base.shape.is_matrix:
        return MatrixRow(base, nodes[0])
    return Entry(base, nodes)


def _check_index_sizes(base: Node, nodes: tuple[Node, ...]) -> None:
    for index, size in zip(nodes, base.shape.sizes, strict=False):
        if isinstance(index, Index) and index.size != size:
            raise ShapeError(
                phrase(
                    "the index {0} runs to {1}, but {2} has {3} rows here"
                    if base.shape.is_matrix
                    else "the index {0} runs to {1}, but {2} has {3} entries here",
                    index.name,
                    index.size,
                    base.text(),
                    size,
                ),
                shapes=(str(index.size), str(base.shape)),
                hint=phrase(
                    "Let {0} run to {1}, or declare {2} with the size {3}.", index.name, size, base.text(), index.size
                ),
            )


def entry(builder: Builder, node: Syntax) -> Node:
    """An entry or a row of something in brackets."""
    return part_of(builder, node.parts[0].node, node.reading)


def delta(builder: Builder, node: Syntax) -> Node:
    """delta(i, j): 1 where both indices are one, else 0."""
    return Delta(*parts_of(node))
