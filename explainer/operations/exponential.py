"""Exponential and logarithmic functions, roots and powers."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function, side


def _cube_root(numpy: Any, u: Any) -> Any:
    if not numpy.iscomplexobj(u):
        return numpy.cbrt(u)
    sign = side(numpy, u)
    return sign * (sign * u) ** (1 / 3)


def _root(u: Fraction, degree: int) -> Fraction | None:
    """The root of a fraction, where it is one: √(4/9) = 2/3."""
    if u < 0:
        root = _root(-u, degree) if degree % 2 else None
        return None if root is None else -root
    above, below = (round(part ** (1 / degree)) if part < 10**15 else -1 for part in (u.numerator, u.denominator))
    exact = above**degree == u.numerator and below**degree == u.denominator
    return Fraction(above, below) if exact else None


def _logit(numpy: Any, u: Any) -> Any:
    return numpy.log(u) - numpy.log1p(-u)


TABLE: tuple[Operation, ...] = (
    function("exp", "exponential", lambda numpy, u: numpy.exp(u), "exp(u)", "DLMF 4.7.4",
             notation="exp", speech="e to the power of {0}",
             values_between=(0, inf), never=(0,),
             exact=(("0", "1"), ("1", "e"))),
    function("exp2", "binary exponential", lambda numpy, u: numpy.exp2(u), "exp2(u) ln(2)", "DLMF 4.7.7",
             definition="2^u", speech="2 to the power of {0}",
             values_between=(0, inf), never=(0,)),
    function("expm1", "exponential minus one", lambda numpy, u: numpy.expm1(u), "exp(u)", "DLMF 4.7.4",
             definition="exp(u) - 1", speech="e to the power of {0}, minus 1",
             values_between=(-1, inf), never=(-1,)),
    function("ln", "natural logarithm", lambda numpy, u: numpy.log(u), "1/u", "DLMF 4.7.1",
             aliases=("log",), domain=("u > 0",),
             exact=(("1", "0"), ("e", "1"))),
    function("log10", "logarithm to base ten", lambda numpy, u: numpy.log10(u), "1/(u ln(10))",
             "DLMF 4.7.1 and 4.2(ii)", domain=("u > 0",), definition="ln(u)/ln(10)", latex=r"\log_{10}",
             unicode="log₁₀", speech="the logarithm to base 10 of {0}",
             exact=(("1", "0"), ("10", "1"))),
    function("log2", "logarithm to base two", lambda numpy, u: numpy.log2(u), "1/(u ln(2))", "DLMF 4.7.1 and 4.2(ii)",
             domain=("u > 0",), definition="ln(u)/ln(2)", aliases=("lb", "ld"), latex=r"\log_{2}", unicode="log₂",
             speech="the logarithm to base 2 of {0}",
             exact=(("1", "0"), ("2", "1"))),
    function("log1p", "natural logarithm of one plus the argument", lambda numpy, u: numpy.log1p(u), "1/(1 + u)",
             "DLMF 4.7.1", domain=("u > -1",), definition="ln(1 + u)", speech="the natural logarithm of 1 plus {0}"),
    function("logit", "logit", _logit, "1/(u*(1 - u))", "Berkson 1944",
             domain=("u > 0", "u < 1"), definition="ln(u/(1 - u))"),
    function("sqrt", "square root", lambda numpy, u: numpy.sqrt(u), "1/(2 sqrt(u))", "DLMF 4.7.10",
             domain=("u > 0",), notation="sqrt", latex=r"\sqrt", unicode="√",
             values_between=(0, inf),
             of_fractions=lambda u: _root(u, 2)),
    function("cbrt", "cube root", _cube_root, "1/(3 cbrt(u)^2)", "DLMF 4.7.10",
             domain=("u != 0",), notation="cbrt", latex=r"\sqrt[3]", unicode="∛",
             of_fractions=lambda u: _root(u, 3)),
    function("square", "square", lambda numpy, u: u * u, "2 u", "DLMF 4.7.10", definition="u^2",
             values_between=(0, inf)),
    function("reciprocal", "reciprocal", lambda numpy, u: 1.0 / u, "-1/u^2", "DLMF 4.7.10",
             domain=("u != 0",), definition="1/u"),
    function("pow", "power", lambda numpy, u, v: numpy.power(u, v), ("v u^(v - 1)", "pow(u, v) ln(u)"),
             "DLMF 4.7.7 and 4.7.10", parameters=("u", "v"), aliases=("power",), domain=("u > 0",), definition="u^v",
             speech="{0} to the power of {1}"),
)  # fmt: skip
"""The rows of this family."""
