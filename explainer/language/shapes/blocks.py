"""Lists of values: a vector or matrix of scalars, or blocks of vectors and matrices put together."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr.node import Node
from explainer.expr.nodes import Blocks, Matrix, Vector
from explainer.expr.shape import Size, add_sizes
from explainer.language.shapes.unification import ShapeTerm, SizeTerm, Unifier, vector_term
from explainer.language.text.syntax import Syntax


def block_rows(node: Syntax) -> list[list[Syntax]]:
    """The parts of a list as rows of blocks: [a, b] is a column, but rows and scalars stand side by side."""
    if node.kind == "matrix":
        width: int = node.value
        return [list(node.parts[k : k + width]) for k in range(0, len(node.parts), width)]
    ranks = [part.term.rank for part in node.parts]
    if 2 in ranks and all(_is_row(part.term) or part.term.rank == 0 for part in node.parts):
        return [list(node.parts)]
    return [[part] for part in node.parts]


def _is_row(term: ShapeTerm) -> bool:
    return term.rank == 2 and term.parts[0].root().value == 1


def propagate_blocks(unifier: Unifier, node: Syntax) -> None:
    """Parts that nothing is known of are scalars; the whole is as large as its blocks together."""
    for part in node.parts:
        if part.term.is_open:
            unifier.set(part.term)
    rows = block_rows(node)
    firsts, tops = [row[0].term for row in rows], [part.term for part in rows[0]]
    for row in rows:
        _match(unifier, [part.term for part in row], 0)
    for column in zip(*rows, strict=False):
        _match(unifier, [part.term for part in column], 1)
    height, width = total_size(firsts, 0), total_size(tops, 1)
    if (height.value is None or width.value is None) and not node.term.is_open:
        return
    if width.value == 1 and node.kind == "list":
        unifier.shapes(node.term, vector_term(height))
    else:
        unifier.set(node.term, height, width)


def _match(unifier: Unifier, terms: Sequence[ShapeTerm], side: int) -> None:
    """Blocks side by side have one height, blocks below each other one width."""
    sizes = [term.parts[side] for term in terms if len(term.parts) > side]
    for size in sizes[1:]:
        unifier.sizes(sizes[0], size)


def total_size(terms: Sequence[ShapeTerm], side: int) -> SizeTerm:
    """The sum of the heights (side 0) or widths (side 1) of blocks; open as long as one of them is."""
    found: list[Size] = []
    for term in terms:
        value = term.parts[side].root().value if len(term.parts) > side else 1
        if value is None:
            return SizeTerm()
        found.append(value)
    return SizeTerm(add_sizes(*found))


def build_blocks(node: Syntax) -> Node:
    """A list of scalars as Vector or Matrix, a list with larger values as Blocks. Raises ShapeError for a misfit."""
    rows = tuple(tuple(part.node for part in row) for row in block_rows(node))
    if any(not block.shape.is_scalar for row in rows for block in row):
        return Blocks(rows)
    return Vector(tuple(row[0] for row in rows)) if node.kind == "list" else Matrix(rows)
