"""Special functions: the error function and the normal distribution."""

from __future__ import annotations

import math
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function


def error_function(numpy: Any, u: Any) -> Any:
    """erf on arrays; NumPy has none, so the C library's is applied to each entry, unless another arithmetic has it."""
    if hasattr(numpy, "erf"):
        return numpy.erf(u)
    return numpy.asarray(numpy.frompyfunc(math.erf, 1, 1)(u), dtype=float)


def _complementary(numpy: Any, u: Any) -> Any:
    if hasattr(numpy, "erfc"):
        return numpy.erfc(u)
    return numpy.asarray(numpy.frompyfunc(math.erfc, 1, 1)(u), dtype=float)


TABLE: tuple[Operation, ...] = (
    function("erf", "error function", error_function, "2 exp(-u^2)/sqrt(pi)", "DLMF 7.2.1", analytic=False,
             values_between=(-1, 1), never=(-1, 1),
             exact=(("0", "0"),)),
    function("erfc", "complementary error function", _complementary, "-2 exp(-u^2)/sqrt(pi)", "DLMF 7.2.2",
             analytic=False, definition="1 - erf(u)",
             values_between=(0, 2), never=(0, 2)),
    function("normal_pdf", "standard normal density",
             lambda numpy, u: numpy.exp(-0.5 * u * u) / numpy.sqrt(2.0 * numpy.pi), "-u normal_pdf(u)",
             "DLMF 7.20(iii)", shown="normpdf", aliases=("normpdf",), definition="exp(-u^2/2)/sqrt(2 pi)",
             values_between=(0, 1), never=(0, 1)),
    function("normal_cdf", "standard normal distribution function",
             lambda numpy, u: 0.5 * _complementary(numpy, -u / numpy.sqrt(2.0)), "normal_pdf(u)", "DLMF 7.20(iii)",
             shown="Φ", latex=r"\Phi", aliases=("normcdf",), analytic=False, definition="(1 + erf(u/sqrt(2)))/2",
             values_between=(0, 1), never=(0, 1)),
)  # fmt: skip
"""The rows of this family."""
