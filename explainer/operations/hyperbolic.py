"""Hyperbolic functions and their inverses."""

from __future__ import annotations

from math import inf
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function, side


def _sech(numpy: Any, u: Any) -> Any:
    # By e^−|u|, which becomes 0 where e^|u| overflows: 1 / cosh(800) would warn of infinity on its way to 0.
    small = numpy.exp(-side(numpy, u) * u)
    return 2.0 * small / (1.0 + small * small)


def _csch(numpy: Any, u: Any) -> Any:
    # The same, with expm1 for the difference, whose digits would cancel near 0: e^u − e^−u is 0 for u = 1e-17.
    sign = side(numpy, u)
    return -2.0 * sign * numpy.exp(-sign * u) / numpy.expm1(-2.0 * sign * u)


DIRECT: tuple[Operation, ...] = (
    function("sinh", "hyperbolic sine", lambda numpy, u: numpy.sinh(u), "cosh(u)", "DLMF 4.34.1",
             aliases=("sh",), definition="(exp(u) - exp(-u))/2",
             exact=(("0", "0"),)),
    function("cosh", "hyperbolic cosine", lambda numpy, u: numpy.cosh(u), "sinh(u)", "DLMF 4.34.2",
             aliases=("ch",), definition="(exp(u) + exp(-u))/2",
             values_between=(1, inf),
             exact=(("0", "1"),)),
    function("tanh", "hyperbolic tangent", lambda numpy, u: numpy.tanh(u), "1 - tanh(u)^2", "DLMF 4.34.3 and 4.35.12",
             aliases=("th",), definition="sinh(u)/cosh(u)",
             values_between=(-1, 1), never=(-1, 1),
             exact=(("0", "0"),)),
    function("csch", "hyperbolic cosecant", _csch, "-csch(u) coth(u)", "DLMF 4.34.4",
             domain=("u != 0",), definition="1/sinh(u)"),
    function("sech", "hyperbolic secant", _sech, "-sech(u) tanh(u)", "DLMF 4.34.5", definition="1/cosh(u)",
             values_between=(0, 1), never=(0,)),
    function("coth", "hyperbolic cotangent", lambda numpy, u: 1.0 / numpy.tanh(u), "-1/sinh(u)^2", "DLMF 4.34.6",
             aliases=("cth",), domain=("u != 0",), definition="cosh(u)/sinh(u)"),
)  # fmt: skip
"""The functions themselves."""

INVERSE: tuple[Operation, ...] = (
    function("arsinh", "inverse hyperbolic sine", lambda numpy, u: numpy.arcsinh(u), "1/sqrt(1 + u^2)", "DLMF 4.38.9",
             aliases=("asinh", "arcsinh", "arsh"), definition="ln(u + sqrt(u^2 + 1))"),
    function("arcosh", "inverse hyperbolic cosine", lambda numpy, u: numpy.arccosh(u), "1/sqrt(u^2 - 1)",
             "DLMF 4.38.10", aliases=("acosh", "arccosh", "arch"), domain=("u > 1",),
             definition="ln(u + sqrt(u^2 - 1))", values_between=(0, inf)),
    function("artanh", "inverse hyperbolic tangent", lambda numpy, u: numpy.arctanh(u), "1/(1 - u^2)", "DLMF 4.38.11",
             aliases=("atanh", "arctanh", "arth"), domain=("u > -1", "u < 1"), definition="ln((1 + u)/(1 - u))/2"),
    function("arcsch", "inverse hyperbolic cosecant", lambda numpy, u: numpy.arcsinh(1.0 / u),
             "-1/(abs(u) sqrt(1 + u^2))", "DLMF 4.38.12", aliases=("acsch", "arccsch"), domain=("u != 0",),
             definition="arsinh(1/u)"),
    function("arsech", "inverse hyperbolic secant", lambda numpy, u: numpy.arccosh(1.0 / u), "-1/(u sqrt(1 - u^2))",
             "DLMF 4.38.13", aliases=("asech", "arcsech"), domain=("u > 0", "u < 1"), definition="arcosh(1/u)",
             values_between=(0, inf)),
    function("arcoth", "inverse hyperbolic cotangent", lambda numpy, u: numpy.arctanh(1.0 / u), "1/(1 - u^2)",
             "DLMF 4.38.14", aliases=("acoth", "arccoth"), domain=("abs(u) > 1",), definition="artanh(1/u)"),
)  # fmt: skip
"""Their inverses, on the principal branch."""

TABLE = DIRECT + INVERSE
"""The rows of this family."""
