"""Products, determinants and inverses of matrices of mpmath's numbers, computed with whole numbers.

Each number is a whole number times a power of two. With one power for all numbers of an array what is computed is of
whole numbers: exact, rounded once at its end, and several times faster than with numbers that are rounded after every
operation. Source: Bareiss 1968, elimination without fractions.
"""

from __future__ import annotations

from typing import Any

import numpy
from mpmath.libmp import from_man_exp

from explainer.expr.arrays import Array

MOST_BITS = 20_000
"""Where the numbers of an array are further apart, they would have more bits as whole numbers than that is worth."""


def digit_product(left: Array, right: Array, context: Any) -> Array:
    """The product on the last two axes, rounded to the precision of the context."""
    first, second = _whole(left), _whole(right)
    if first is None or second is None:
        return numpy.asarray(numpy.matmul(left, right))
    exponent, bits, made = first[1] + second[1], context.prec, context.make_mpf
    rounded = numpy.frompyfunc(lambda whole: made(from_man_exp(whole, exponent, bits, "n")), 1, 1)
    return numpy.asarray(rounded(numpy.matmul(first[0], second[0])), dtype=object)


def digit_determinants(values: Array, context: Any) -> Array | None:
    """The determinants of the matrices on the last two axes; None where whole numbers would not do."""
    whole = _whole(values)
    if whole is None:
        return None
    from mpmath.libmp import from_man_exp

    found = numpy.empty(values.shape[:-2], dtype=object)
    size = values.shape[-1]
    for at in numpy.ndindex(found.shape):
        rows = whole[0][at].tolist()
        determinant = _eliminated(rows)
        found[at] = context.make_mpf(from_man_exp(determinant, size * whole[1], context.prec, "n"))
    return found


def digit_inverses(values: Array, context: Any) -> Array | None:
    """The inverses of the matrices on the last two axes, not-a-number for one that has none; None as above."""
    whole = _whole(values)
    if whole is None:
        return None
    from mpmath.libmp import from_rational, mpf_shift

    found, size = numpy.full_like(values, context.nan), values.shape[-1]
    for at in numpy.ndindex(values.shape[:-2]):
        rows = [[*row, *(int(k == j) for j in range(size))] for k, row in enumerate(whole[0][at].tolist())]
        if _eliminated(rows):
            pivot = rows[-1][size - 1]
            for k, row in enumerate(rows):
                for j, entry in enumerate(row[size:]):
                    ratio = mpf_shift(from_rational(entry, pivot, context.prec, "n"), -whole[1])
                    found[(*at, k, j)] = context.make_mpf(ratio)
    return found


def _eliminated(rows: list[list[int]]) -> int:
    """The determinant of the first columns, of which each row keeps one number: the determinant, but for its sign.

    All divisions are exact. What stands behind the first columns becomes that number times what solves them.
    """
    before, sign = 1, 1
    for k in range(len(rows)):
        found = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if found is None:
            return 0
        if found != k:
            rows[k], rows[found], sign = rows[found], rows[k], -sign
        chosen = rows[k]
        pivot = chosen[k]
        for i, row in enumerate(rows):
            if i != k:
                factor = row[k]
                rows[i] = [(pivot * own - factor * other) // before for own, other in zip(row, chosen, strict=True)]
        before = pivot
    return sign * before


def _whole(values: Array) -> tuple[Array, int] | None:
    """Whole numbers and the exponent of 2 that they are to be taken times; None where that would not do."""
    try:
        parts = [number._mpf_ for number in values.flat]
    except AttributeError:  # not of mpmath
        return None
    exponents = [exponent for _, mantissa, exponent, _ in parts if mantissa or exponent]
    if not all(mantissa or not exponent for _, mantissa, exponent, _ in parts):
        return None  # infinite, or no number
    lowest = min(exponents, default=0)
    if max(exponents, default=0) - lowest > MOST_BITS:
        return None
    whole = numpy.empty(len(parts), dtype=object)
    whole[:] = [
        (-mantissa if sign else mantissa) << (exponent - lowest) if mantissa else 0
        for sign, mantissa, exponent, _ in parts
    ]
    return whole.reshape(values.shape), lowest
