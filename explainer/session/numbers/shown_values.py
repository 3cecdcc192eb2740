"""Values as a reader sees and hears them: four significant digits, vectors and matrices row by row."""

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
    """A value as rows of short numbers: a scalar is one entry, a vector one column."""
    import numpy

    matrix = numpy.asarray(value, dtype=float)
    matrix = matrix.reshape((-1, 1)) if matrix.ndim < 2 else matrix
    return tuple(tuple(shown_number(float(entry)) for entry in row) for row in matrix)


def spoken_value(value: Array) -> str:
    """A value as it is read aloud, row by row."""
    rows = grid_of(value)
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    if len(rows[0]) == 1:
        return phrase("a column of {0}: {1}", len(rows), ", ".join(row[0] for row in rows))
    if len(rows) == 1:
        return phrase("a row of {0}: {1}", len(rows[0]), ", ".join(rows[0]))
    body = joined("; ", (phrase("row {0}: {1}", number, ", ".join(row)) for number, row in enumerate(rows, start=1)))
    return phrase("a matrix of {0} by {1}: {2}", len(rows), len(rows[0]), body)
