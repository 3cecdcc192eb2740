"""Products of matrices of mpmath's numbers, computed with whole numbers.

Each number is a whole number times a power of two. With one power for all numbers of an array the product is one of
whole numbers: exact, rounded once at its end, and several times faster than with numbers that are rounded after every
operation.
"""

from __future__ import annotations

from typing import Any

import numpy

from explainer.expr.arrays import Array

MOST_BITS = 20_000
"""Where the numbers of an array are further apart, they would have more bits as whole numbers than that is worth."""


def digit_product(left: Array, right: Array, context: Any) -> Array:
    """The product on the last two axes, rounded to the precision of the context."""
    first, second = _whole(left), _whole(right)
    if first is None or second is None:
        return numpy.asarray(numpy.matmul(left, right))
    from mpmath.libmp import from_man_exp

    exponent, bits, made = first[1] + second[1], context.prec, context.make_mpf
    rounded = numpy.frompyfunc(lambda whole: made(from_man_exp(whole, exponent, bits, "n")), 1, 1)
    return numpy.asarray(rounded(numpy.matmul(first[0], second[0])), dtype=object)


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
