"""Values as a reader sees and hears them: four significant digits, vectors and matrices row by row.

What has more than two directions is shown as its matrices along the last two of them, side by side for the direction
before those, one below the other for the one before that, with room between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.phrases import joined, phrase

if TYPE_CHECKING:
    from explainer.expr.arrays import Array


def shown_number(value: float) -> str:
    """A number with four significant digits, as a reader writes it: 0.3333, −2, 1.5·10⁻⁷."""
    if value != value or value in (float("inf"), float("-inf")):
        return "no value"
    text = f"{value:.4g}".replace("-", "\N{MINUS SIGN}")
    digits, _, exponent = text.partition("e")
    if digits in ("\N{MINUS SIGN}0", "0"):
        return "0"
    if not exponent:
        return digits
    raised = str.maketrans("0123456789\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
    sign = "\N{MINUS SIGN}" if exponent.startswith("\N{MINUS SIGN}") else ""
    power = sign + exponent.lstrip("+\N{MINUS SIGN}").lstrip("0")
    return f"{digits}·10{power.translate(raised)}"


def grid_of(value: Array) -> tuple[tuple[str, ...], ...]:
    """A value as rows of short numbers: a scalar is one entry, a vector one column; empty texts are room between."""
    import numpy

    matrix = numpy.asarray(value, dtype=float)
    if matrix.ndim > 2:
        return _blocks(matrix)
    matrix = matrix.reshape((-1, 1)) if matrix.ndim < 2 else matrix
    return tuple(tuple(shown_number(float(entry)) for entry in row) for row in matrix)


def _blocks(value: Array) -> tuple[tuple[str, ...], ...]:
    across = value.shape[-3] if value.ndim > 3 else 1
    rows: list[tuple[str, ...]] = []
    for beside in value.reshape((-1, across, *value.shape[-2:])):
        if rows:
            rows.append(("",) * len(rows[0]))
        grids = [grid_of(block) for block in beside]
        for number in range(len(grids[0])):
            row = grids[0][number]
            for grid in grids[1:]:
                row = (*row, "", *grid[number])
            rows.append(row)
    return tuple(rows)


def told_directions(value: Array) -> str:
    """How the blocks are meant, where a value has more than two directions; else nothing."""
    if value.ndim < 3:
        return ""
    return phrase("{0}: a block for each value of the indices before the last two.", "×".join(map(str, value.shape)))


def spoken_value(value: Array) -> str:
    """A value as it is read aloud, row by row, block by block."""
    import numpy

    if value.ndim > 2:
        places = numpy.ndindex(value.shape[:-2])
        told = (phrase("block {0}: {1}", ", ".join(str(k + 1) for k in at), spoken_value(value[at])) for at in places)
        return joined("; ", told)
    rows = grid_of(value)
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    if len(rows[0]) == 1:
        return phrase("a column of {0}: {1}", len(rows), ", ".join(row[0] for row in rows))
    if len(rows) == 1:
        return phrase("a row of {0}: {1}", len(rows[0]), ", ".join(rows[0]))
    body = joined("; ", (phrase("row {0}: {1}", number, ", ".join(row)) for number, row in enumerate(rows, start=1)))
    return phrase("a matrix of {0} by {1}: {2}", len(rows), len(rows[0]), body)
