"""Functions made of pieces: absolute value, maximum and minimum, steps, and the comparisons as functions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor, inf
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function


def _huber(numpy: Any, u: Any) -> Any:
    size = numpy.abs(u)
    return numpy.where(size <= 1.0, 0.5 * u * u, size - 0.5)


def _comparison(name: str, title: str, relation: str, sign: str, value: Callable[..., Any]) -> Operation:
    """A comparison: 1 where it holds and 0 elsewhere, so flat wherever the two sides differ."""
    return function(
        name, title, lambda numpy, u, v: numpy.where(value(numpy, u, v), 1.0, 0.0), ("0", "0"),
        "Parr and Howard, section 4.2",
        parameters=("u", "v"), analytic=False, domain=("u != v",), definition=f"u {sign} v",
        speech=f"1 where {{0}} {relation} {{1}}, else 0",
    )  # fmt: skip


PIECES: tuple[Operation, ...] = (
    function("abs", "absolute value", lambda numpy, u: numpy.abs(u), "sign(u)", "DLMF 1.9.7", domain=("u != 0",),
             notation="abs", analytic=False, definition="cases(-u if u < 0, u if u >= 0)",
             values_between=(0, inf),
             of_fractions=abs),
    function("max", "maximum", lambda numpy, u, v: numpy.maximum(u, v),
             ("cases(0 if u <= v, 1 if u > v)", "cases(0 if v <= u, 1 if v > u)"), "Parr and Howard, section 4.2",
             parameters=("u", "v"), aliases=("maximum",), domain=("u != v",), notation="max", analytic=False,
             definition="cases(u if v <= u, v if v > u)",
             of_fractions=max),
    function("min", "minimum", lambda numpy, u, v: numpy.minimum(u, v),
             ("cases(1 if u < v, 0 if u >= v)", "cases(1 if v < u, 0 if v >= u)"), "Parr and Howard, section 4.2",
             parameters=("u", "v"), aliases=("minimum",), domain=("u != v",), analytic=False,
             definition="cases(u if u <= v, v if u > v)",
             of_fractions=min),
    function("hypot", "hypotenuse", lambda numpy, u, v: numpy.sqrt(u * u + v * v),
             ("u/hypot(u, v)", "v/hypot(u, v)"), "DLMF 1.9.7", parameters=("u", "v"), domain=("hypot(u, v) != 0",),
             definition="sqrt(u^2 + v^2)", speech="the hypotenuse over {0} and {1}",
             values_between=(0, inf)),
    function("huber", "Huber loss", _huber, "cases(u if abs(u) <= 1, sign(u) if abs(u) > 1)", "Huber 1964",
             analytic=False, definition="cases(u^2/2 if abs(u) <= 1, abs(u) - 1/2 if abs(u) > 1)",
             values_between=(0, inf)),
)  # fmt: skip
"""Functions with kinks, and the hypotenuse, which has its kink in one point."""

STEPS: tuple[Operation, ...] = (
    function("sign", "sign", lambda numpy, u: numpy.sign(u), "0", "DLMF, common notations", shown="sgn",
             aliases=("sgn", "signum"), domain=("u != 0",), analytic=False,
             definition="cases(-1 if u < 0, 0 if u = 0, 1 if u > 0)",
             values_between=(-1, 1),
             of_fractions=lambda u: Fraction((u > 0) - (u < 0))),
    function("heaviside", "Heaviside step", lambda numpy, u: numpy.where(u > 0, 1.0, 0.0), "0", "DLMF 1.16.13",
             shown="step", aliases=("step",), domain=("u != 0",), analytic=False,
             definition="cases(0 if u <= 0, 1 if u > 0)",
             values_between=(0, 1)),
    function("floor", "floor", lambda numpy, u: numpy.floor(u), "0", "DLMF, common notations",
             domain=("u != floor(u)",), analytic=False, speech="{0} rounded down",
             of_fractions=lambda u: Fraction(floor(u))),
    function("ceil", "ceiling", lambda numpy, u: numpy.ceil(u), "0", "DLMF, common notations",
             domain=("u != ceil(u)",), analytic=False, speech="{0} rounded up",
             of_fractions=lambda u: Fraction(ceil(u))),
    _comparison("greater", "greater-than comparison", "is greater than", ">", lambda numpy, u, v: numpy.greater(u, v)),
    _comparison("greater_equal", "at-least comparison", "is at least", ">=",
                lambda numpy, u, v: numpy.greater_equal(u, v)),
    _comparison("less", "less-than comparison", "is less than", "<", lambda numpy, u, v: numpy.less(u, v)),
    _comparison("less_equal", "at-most comparison", "is at most", "<=", lambda numpy, u, v: numpy.less_equal(u, v)),
    _comparison("equal", "comparison for equality", "equals", "==", lambda numpy, u, v: numpy.equal(u, v)),
    _comparison("not_equal", "comparison for inequality", "differs from", "!=",
                lambda numpy, u, v: numpy.not_equal(u, v)),
)  # fmt: skip
"""Functions that are flat between jumps."""

TABLE = PIECES + STEPS
"""The rows of this family."""
