"""The gamma function and what belongs to it: factorials, the logarithm and its derivatives.

Values hold for positive arguments, which are those that counts and densities have. They are the C library's where it
has them, else Stirling's series eight steps further on, where it has all digits that a number has.
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial, inf, lgamma, nan
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function

_STEPS = 8
_LARGEST = 170
"""The largest whole number whose factorial is a number of double precision."""


def _of_positive(u: float) -> float:
    return lgamma(u) if u > 0 else nan


def _log_gamma(numpy: Any, u: Any) -> Any:
    if hasattr(numpy, "lgamma"):
        return numpy.lgamma(u)
    if not numpy.iscomplexobj(u):
        return numpy.asarray(numpy.frompyfunc(_of_positive, 1, 1)(u), dtype=float)
    w = u + _STEPS
    square = 1.0 / (w * w)
    series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / w
    below = sum(numpy.log(u + k) for k in range(_STEPS))
    return (w - 0.5) * numpy.log(w) - w + 0.5 * numpy.log(2.0 * numpy.pi) + series - below


def _gamma(numpy: Any, u: Any) -> Any:
    return numpy.exp(_log_gamma(numpy, u))


def _digamma(numpy: Any, u: Any) -> Any:
    if hasattr(numpy, "digamma"):
        return numpy.digamma(u)
    w = u + _STEPS
    square = 1.0 / (w * w)
    series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))))
    return numpy.log(w) - 0.5 / w - series - sum(1.0 / (u + k) for k in range(_STEPS)) + 0.0 * numpy.log(u)


def _trigamma(numpy: Any, u: Any) -> Any:
    if hasattr(numpy, "trigamma"):
        return numpy.trigamma(u)
    w = u + _STEPS
    square = 1.0 / (w * w)
    series = square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * 5 / 66)))) / w
    below = sum(1.0 / ((u + k) * (u + k)) for k in range(_STEPS))
    return 1.0 / w + 0.5 * square + series + below + 0.0 * numpy.log(u)


def _whole_factorial(u: Fraction) -> Fraction | None:
    whole = u.denominator == 1 and 0 <= u <= _LARGEST
    return Fraction(factorial(int(u))) if whole else None


TABLE: tuple[Operation, ...] = (
    function("gamma_function", "gamma function", _gamma, "gamma_function(u) digamma(u)", "DLMF 5.2.1", shown="Γ",
             latex=r"\Gamma", domain=("u > 0",), definition="exp(lgamma(u))",
             exact=(("1", "1"), ("1/2", "sqrt(pi)"))),
    function("lgamma", "logarithm of the gamma function", _log_gamma, "digamma(u)", "DLMF 5.2.1",
             aliases=("gammaln", "loggamma"), domain=("u > 0",), exact=(("1", "0"), ("2", "0"))),
    function("digamma", "digamma function", _digamma, "trigamma(u)", "DLMF 5.2.2", domain=("u > 0",)),
    function("trigamma", "trigamma function", _trigamma, (), "DLMF 5.15.1", domain=("u > 0",),
             values_between=(0, inf), never=(0,)),
    function("factorial", "factorial", lambda numpy, u: _gamma(numpy, u + 1.0), "factorial(u) digamma(u + 1)",
             "DLMF 5.4.1", domain=("u > -1",), definition="gamma_function(u + 1)", notation="factorial",
             exact=(("0", "1"), ("1", "1")), of_fractions=_whole_factorial),
)  # fmt: skip
"""The rows of this family; that of the last derivative has none, as there is no end to them."""
