"""How vectors and matrices are written: listed, with corners and dots, as diag(x), as sums of their entries."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Size
from explainer.notation import tree
from explainer.notation.arithmetic import applied, free, over_index
from explainer.notation.atoms import index_list, size_written
from explainer.notation.compose import Parts, compose, parts_of
from explainer.notation.edges import Place, Written

SUM_SIGN = "∑"
DIAG = tree.Symbol("diag", "upright")
SUM = tree.Symbol("sum", "upright")
ZERO = tree.Numeral("0")
SIDEWAYS, DOWN, ACROSS = tree.Dots("center"), tree.Dots("vertical"), tree.Dots("diagonal")

WRITTEN_IN_FULL = 4
"""Up to this size a vector or matrix that is given by its entry is written without dots."""
WIDE = 20
"""An entry with more parts than this is shown for the first and the last index only."""

Requests = list[tuple[Node, Place]]


@compose.register(nodes.Diag)
def _diag(node: nodes.Diag, parts: Parts, place: Place) -> Written:
    return applied(DIAG, parts, "the diagonal matrix of {0}")


@compose.register(nodes.SumReduction)
def _sum_reduction(node: nodes.SumReduction, parts: Parts, place: Place) -> Written:
    return applied(SUM, parts, "the sum of the entries of {0}")


@parts_of.register(nodes.IndexedSum)
def _indexed_sum_parts(node: nodes.IndexedSum, place: Place) -> Requests:
    return [(node.index, free(place.child(0), node.index)), (node.body, free(place.child(1), node.index))]


@compose.register(nodes.IndexedSum)
def _indexed_sum(node: nodes.IndexedSum, parts: Parts, place: Place) -> Written:
    """A large sum sign before its body."""
    return over_index(SUM_SIGN, node.index, parts, node.lower)


def size_notation(size: Size) -> tree.Notation:
    """A size as a number or a letter."""
    return size_written(size).notation


# --- listed ----------------------------------------------------------------------------------------------------------


@compose.register(nodes.Vector)
def _vector(node: nodes.Vector, parts: Parts, place: Place) -> Written:
    return Written(tree.Array(tuple((part.notation,) for part in parts)))


@compose.register(nodes.Stack)
def _stack(node: nodes.Stack, parts: Parts, place: Place) -> Written:
    return Written(tree.Array(tuple((part.notation,) for part in parts)))


@compose.register(nodes.Matrix)
def _matrix(node: nodes.Matrix, parts: Parts, place: Place) -> Written:
    remaining = iter(part.notation for part in parts)
    return Written(tree.Array(tuple(tuple(next(remaining) for _ in row) for row in node.rows)))


@compose.register(nodes.Blocks)
def _blocks(node: nodes.Blocks, parts: Parts, place: Place) -> Written:
    """Blocks with rules between them, since without these a vector among scalars looks like one entry.

    A column has none: a rule between two letters would look like the bar of a fraction.
    """
    remaining = iter(part.notation for part in parts)
    rows = tuple(tuple(next(remaining) for _ in row) for row in node.rows)
    row_rules = () if node.column is not None else tuple(range(1, len(rows)))
    return Written(tree.Array(rows, row_rules=row_rules, column_rules=tuple(range(1, len(rows[0])))))


# --- given by an entry -----------------------------------------------------------------------------------------------


def _with(place: Place, values: Iterable[tuple[nodes.Index, Node]]) -> Place:
    return place._replace(values={**place.values, **dict(values)})


def positions(size: Size, body: Node) -> tuple[Node | None, ...]:
    """The values of an index that are written out; None stands for dots: all up to four, else 1, 2, …, n."""
    if isinstance(size, int) and size <= WRITTEN_IN_FULL:
        return tuple(nodes.Number(Fraction(k)) for k in range(1, size + 1))
    last: Node = nodes.Number(Fraction(size)) if isinstance(size, int) else nodes.SizeValue(size)
    is_wide = body.part_count > WIDE
    first = (1,) if is_wide else (1, 2)
    return (*(nodes.Number(Fraction(k)) for k in first), None, last)


@parts_of.register(nodes.Entries)
def _entries_parts(node: nodes.Entries, place: Place) -> Requests:
    return [(part, free(place.child(k), *node.indices)) for k, part in enumerate((*node.indices, node.body))]


@compose.register(nodes.Entries)
def _entries(node: nodes.Entries, parts: Parts, place: Place) -> Written:
    """The general entry in square brackets, with its indices behind them in the order of the axes."""
    *indices, body = parts
    shown = tree.Script(tree.Fence("[", body.notation, "]"), subscript=index_list(indices))
    letters: list[str | tree.Notation] = []
    for k, index in enumerate(indices):
        letters += [", ", index.notation] if k else [index.notation]
    return Written(tree.Spoken(shown, ("the array whose entry at ", *letters, " is ", body.notation)))


@parts_of.register(nodes.Grid)
def _grid_parts(node: nodes.Grid, place: Place) -> Requests:
    inner = place.child(2)
    generic = free(inner, node.row, node.column)
    shown: Requests = [(node.row, generic), (node.column, generic), (node.body, generic)]
    for i in positions(node.row.size, node.body):
        for j in positions(node.column.size, node.body):
            if i is not None and j is not None:
                shown.append((node.body, _with(inner, ((node.row, i), (node.column, j)))))
    return shown


@compose.register(nodes.Grid)
def _grid(node: nodes.Grid, parts: Parts, place: Place) -> Written:
    """A matrix with its corner entries and dots between them."""
    row, column, entry, *shown = (part.notation for part in parts)
    remaining = iter(shown)
    columns = positions(node.column.size, node.body)
    rows = tuple(
        tuple(DOWN if j is not None else ACROSS for j in columns)
        if i is None
        else tuple(SIDEWAYS if j is None else next(remaining) for j in columns)
        for i in positions(node.row.size, node.body)
    )
    sizes = (size_notation(node.row.size), size_notation(node.column.size))
    words = ("the ", sizes[0], " by ", sizes[1], " matrix whose entry in row ", row, ", column ", column, " is ", entry)
    return Written(tree.Spoken(tree.Array(rows), words))


def _line_parts(node: nodes.ColumnForm | nodes.RowForm | nodes.DiagonalForm, place: Place) -> Requests:
    inner = place.child(1)
    generic = free(inner, node.index)
    values = [value for value in positions(node.index.size, node.body) if value is not None]
    return [
        (node.index, generic),
        (node.body, generic),
        *((node.body, _with(inner, ((node.index, value),))) for value in values),
    ]


parts_of.register(nodes.ColumnForm, _line_parts)
parts_of.register(nodes.RowForm, _line_parts)
parts_of.register(nodes.DiagonalForm, _line_parts)


def _with_dots(
    node: nodes.ColumnForm | nodes.RowForm | nodes.DiagonalForm, parts: Parts, dots: tree.Notation
) -> list[tree.Notation]:
    remaining = iter(part.notation for part in parts[2:])
    return [dots if value is None else next(remaining) for value in positions(node.index.size, node.body)]


def _spoken(rows: tuple[tuple[tree.Notation, ...], ...], kind: str, parts: Parts, size: Size) -> Written:
    """An array read by its general entry."""
    words = (f"the {kind} of size ", size_notation(size), " whose entry ", parts[0].notation, " is ", parts[1].notation)
    return Written(tree.Spoken(tree.Array(rows), words))


@compose.register(nodes.ColumnForm)
def _column_form(node: nodes.ColumnForm, parts: Parts, place: Place) -> Written:
    rows = tuple((entry,) for entry in _with_dots(node, parts, DOWN))
    return _spoken(rows, "column", parts, node.index.size)


@compose.register(nodes.RowForm)
def _row_form(node: nodes.RowForm, parts: Parts, place: Place) -> Written:
    return _spoken((tuple(_with_dots(node, parts, SIDEWAYS)),), "row", parts, node.index.size)


@compose.register(nodes.DiagonalForm)
def _diagonal_form(node: nodes.DiagonalForm, parts: Parts, place: Place) -> Written:
    entries = _with_dots(node, parts, ACROSS)
    values = positions(node.index.size, node.body)
    rows = tuple(
        tuple(entry if k == m else _off_diagonal(values[k], values[m]) for m in range(len(values)))
        for k, entry in enumerate(entries)
    )
    return _spoken(rows, "diagonal matrix", parts, node.index.size)


def _off_diagonal(row: Node | None, column: Node | None) -> tree.Notation:
    if row is None:
        return DOWN
    return SIDEWAYS if column is None else ZERO
