"""Trigonometric functions and their inverses."""

from __future__ import annotations

from math import pi

from explainer.expr.operation import Operation
from explainer.operations.rows import function

DIRECT: tuple[Operation, ...] = (
    function("sin", "sine", lambda numpy, u: numpy.sin(u), "cos(u)", "DLMF 4.20.1",
             values_between=(-1, 1),
             exact=(("0", "0"), ("pi", "0"), ("pi/2", "1"))),
    function("cos", "cosine", lambda numpy, u: numpy.cos(u), "-sin(u)", "DLMF 4.20.2",
             values_between=(-1, 1),
             exact=(("0", "1"), ("pi", "-1"), ("pi/2", "0"))),
    function("tan", "tangent", lambda numpy, u: numpy.tan(u), "1/cos(u)^2", "DLMF 4.20.3",
             aliases=("tg",), domain=("cos(u) != 0",), definition="sin(u)/cos(u)",
             exact=(("0", "0"), ("pi/4", "1"))),
    function("csc", "cosecant", lambda numpy, u: 1.0 / numpy.sin(u), "-csc(u) cot(u)", "DLMF 4.20.4",
             aliases=("cosec",), domain=("sin(u) != 0",), definition="1/sin(u)"),
    function("sec", "secant", lambda numpy, u: 1.0 / numpy.cos(u), "sec(u) tan(u)", "DLMF 4.20.5",
             domain=("cos(u) != 0",), definition="1/cos(u)"),
    function("cot", "cotangent", lambda numpy, u: numpy.cos(u) / numpy.sin(u), "-1/sin(u)^2", "DLMF 4.20.6",
             aliases=("ctg", "cotg"), domain=("sin(u) != 0",), definition="cos(u)/sin(u)"),
    function("sinc", "sine of the argument, over the argument", lambda numpy, u: numpy.sin(u) / u,
             "cos(u)/u - sin(u)/u^2", "DLMF 4.20.1", domain=("u != 0",), definition="sin(u)/u",
             values_between=(-1, 1)),
)  # fmt: skip
"""The functions themselves."""

INVERSE: tuple[Operation, ...] = (
    function("arcsin", "inverse sine", lambda numpy, u: numpy.arcsin(u), "1/sqrt(1 - u^2)", "DLMF 4.24.7",
             aliases=("asin",), domain=("u > -1", "u < 1"),
             exact=(("0", "0"), ("1", "pi/2"))),
    function("arccos", "inverse cosine", lambda numpy, u: numpy.arccos(u), "-1/sqrt(1 - u^2)", "DLMF 4.24.8",
             aliases=("acos",), domain=("u > -1", "u < 1"),
             values_between=(0, pi),
             exact=(("0", "pi/2"), ("1", "0"))),
    function("arctan", "inverse tangent", lambda numpy, u: numpy.arctan(u), "1/(1 + u^2)", "DLMF 4.24.9",
             aliases=("atan", "arctg"),
             exact=(("0", "0"), ("1", "pi/4"))),
    function("arccsc", "inverse cosecant", lambda numpy, u: numpy.arcsin(1.0 / u), "-1/(abs(u) sqrt(u^2 - 1))",
             "DLMF 4.24.10", aliases=("acsc",), domain=("abs(u) > 1",), definition="arcsin(1/u)"),
    function("arcsec", "inverse secant", lambda numpy, u: numpy.arccos(1.0 / u), "1/(abs(u) sqrt(u^2 - 1))",
             "DLMF 4.24.11", aliases=("asec",), domain=("abs(u) > 1",), definition="arccos(1/u)"),
    function("arccot", "inverse cotangent", lambda numpy, u: numpy.arctan(1.0 / u), "-1/(1 + u^2)", "DLMF 4.24.12",
             aliases=("acot", "arcctg", "arccotg"), domain=("u != 0",), definition="arctan(1/u)"),
    function("atan2", "angle of the point", lambda numpy, u, v: numpy.arctan2(u, v),
             ("v/(u^2 + v^2)", "-u/(u^2 + v^2)"), "DLMF 1.9(i) and 4.24.9", parameters=("u", "v"), aliases=("arctan2",),
             domain=("u != 0",), analytic=False, speech="the angle of the point at height {0} and distance {1}"),
)  # fmt: skip
"""Their inverses, on the principal branch."""

TABLE = DIRECT + INVERSE
"""The rows of this family."""
