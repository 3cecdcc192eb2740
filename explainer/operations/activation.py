"""The activation functions of neural networks, each in a form that neither overflows nor loses digits."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations.rows import function, side
from explainer.operations.special import error_function

SELU_SCALE = "1.0507009873554805"
SELU_ALPHA = "1.6732632423543772"


def _sigmoid(numpy: Any, u: Any) -> Any:
    sign = side(numpy, u)
    small = numpy.exp(-sign * u)
    return numpy.where(sign > 0, 1.0, small) / (1.0 + small)


def _softplus(numpy: Any, u: Any) -> Any:
    sign = side(numpy, u)
    return numpy.where(sign > 0, u, 0.0) + numpy.log1p(numpy.exp(-sign * u))


def _exponential_unit(numpy: Any, u: Any) -> Any:
    return numpy.where(u > 0, u, numpy.expm1(numpy.minimum(u, 0.0)))


def _gelu(numpy: Any, u: Any) -> Any:
    return 0.5 * u * (1.0 + error_function(numpy, u / numpy.sqrt(2.0)))


def _selu(numpy: Any, u: Any) -> Any:
    return numpy.float64(SELU_SCALE) * numpy.where(
        u > 0, u, numpy.float64(SELU_ALPHA) * numpy.expm1(numpy.minimum(u, 0.0))
    )


SMOOTH: tuple[Operation, ...] = (
    function("sigmoid", "logistic sigmoid", _sigmoid, "sigmoid(u)*(1 - sigmoid(u))", "Han and Moraga 1995",
             shown="σ", latex=r"\sigma", aliases=("logistic", "expit"), definition="1/(1 + exp(-u))",
             values_between=(0, 1), never=(0, 1),
             exact=(("0", "1/2"),)),
    function("log_sigmoid", "logarithm of the logistic sigmoid", lambda numpy, u: -_softplus(numpy, -u), "sigmoid(-u)",
             "Han and Moraga 1995", shown="logsigmoid", aliases=("logsigmoid",), definition="-softplus(-u)",
             values_between=(-inf, 0), never=(0,)),
    function("softplus", "softplus", _softplus, "sigmoid(u)", "Dugas et al. 2000", definition="ln(1 + exp(u))",
             values_between=(0, inf), never=(0,),
             exact=(("0", "ln(2)"),)),
    function("silu", "sigmoid-weighted linear unit", lambda numpy, u: u * _sigmoid(numpy, u),
             "sigmoid(u)*(1 + u*(1 - sigmoid(u)))", "Elfwing et al. 2017, arXiv 1702.03118", shown="SiLU",
             aliases=("swish",), definition="u sigmoid(u)"),
    function("mish", "mish", lambda numpy, u: u * numpy.tanh(_softplus(numpy, u)),
             "tanh(softplus(u)) + u*sigmoid(u)*(1 - tanh(softplus(u))^2)", "Misra 2019, arXiv 1908.08681",
             definition="u tanh(softplus(u))"),
    function("gelu", "Gaussian error linear unit", _gelu,
             "(1 + erf(u/sqrt(2)))/2 + u exp(-u^2/2)/sqrt(2 pi)", "Hendrycks and Gimpel 2016, arXiv 1606.08415",
             shown="GELU", analytic=False, definition="u*(1 + erf(u/sqrt(2)))/2"),
    function("softsign", "softsign", lambda numpy, u: u / (1.0 + numpy.abs(u)), "1/(1 + abs(u))^2",
             "Bergstra et al. 2009", analytic=False, definition="u/(1 + abs(u))",
             values_between=(-1, 1), never=(-1, 1)),
    function("elu", "exponential linear unit", _exponential_unit, "cases(exp(u) if u <= 0, 1 if u > 0)",
             "Clevert et al. 2015, arXiv 1511.07289", shown="ELU", analytic=False,
             definition="cases(exp(u) - 1 if u <= 0, u if u > 0)",
             values_between=(-1, inf), never=(-1,)),
)  # fmt: skip
"""Those that have a derivative everywhere."""

WITH_KINKS: tuple[Operation, ...] = (
    function("relu", "rectified linear unit", lambda numpy, u: numpy.maximum(u, 0.0),
             "cases(0 if u <= 0, 1 if u > 0)", "Parr and Howard, section 5", shown="ReLU", analytic=False,
             domain=("u != 0",), definition="max(0, u)",
             values_between=(0, inf),
             of_fractions=lambda u: max(u, Fraction(0))),
    function("leaky_relu", "leaky rectified linear unit", lambda numpy, u: numpy.where(u > 0, u, u / 100.0),
             "cases(0.01 if u <= 0, 1 if u > 0)", "Maas et al. 2013", shown="LeakyReLU", analytic=False,
             domain=("u != 0",), definition="cases(0.01 u if u <= 0, u if u > 0)"),
    function("prelu", "parametric rectified linear unit", lambda numpy, u, v: numpy.where(u > 0, u, v * u),
             ("cases(v if u <= 0, 1 if u > 0)", "cases(u if u <= 0, 0 if u > 0)"), "He et al. 2015, arXiv 1502.01852",
             shown="PReLU", parameters=("u", "v"), analytic=False, domain=("u != 0",),
             definition="cases(v u if u <= 0, u if u > 0)",
             speech="the parametric rectified linear unit of {0} with slope {1}"),
    function("relu6", "rectified linear unit with ceiling six", lambda numpy, u: numpy.clip(u, 0.0, 6.0),
             "cases(0 if u <= 0, 1 if 0 < u and u < 6, 0 if u >= 6)", "Krizhevsky 2010", shown="ReLU6", analytic=False,
             domain=("u != 0", "u != 6"), definition="cases(0 if u <= 0, u if 0 < u and u < 6, 6 if u >= 6)",
             values_between=(0, 6)),
    function("selu", "scaled exponential linear unit", _selu,
             f"cases({SELU_SCALE}*{SELU_ALPHA}*exp(u) if u <= 0, {SELU_SCALE} if u > 0)",
             "Klambauer et al. 2017, arXiv 1706.02515", shown="SELU", analytic=False, domain=("u != 0",),
             definition=f"cases({SELU_SCALE}*{SELU_ALPHA}*(exp(u) - 1) if u <= 0, {SELU_SCALE} u if u > 0)"),
    function("hard_tanh", "hard hyperbolic tangent", lambda numpy, u: numpy.clip(u, -1.0, 1.0),
             "cases(0 if u <= -1, 1 if -1 < u and u < 1, 0 if u >= 1)", "Collobert 2004", shown="hardtanh",
             aliases=("hardtanh",), analytic=False, domain=("u != -1", "u != 1"),
             definition="cases(-1 if u <= -1, u if -1 < u and u < 1, 1 if u >= 1)"),
    function("hard_sigmoid", "hard sigmoid", lambda numpy, u: numpy.clip(u / 6.0 + 0.5, 0.0, 1.0),
             "cases(0 if u <= -3, 1/6 if -3 < u and u < 3, 0 if u >= 3)", "Howard et al. 2019, arXiv 1905.02244",
             shown="hardsigmoid", aliases=("hardsigmoid",), analytic=False, domain=("u != -3", "u != 3"),
             definition="cases(0 if u <= -3, u/6 + 1/2 if -3 < u and u < 3, 1 if u >= 3)"),
    function("hard_swish", "hard swish", lambda numpy, u: u * numpy.clip(u / 6.0 + 0.5, 0.0, 1.0),
             "cases(0 if u <= -3, u/3 + 1/2 if -3 < u and u < 3, 1 if u >= 3)", "Howard et al. 2019, arXiv 1905.02244",
             shown="hardswish", aliases=("hardswish",), analytic=False, domain=("u != -3", "u != 3"),
             definition="cases(0 if u <= -3, u*(u/6 + 1/2) if -3 < u and u < 3, u if u >= 3)"),
)  # fmt: skip
"""Those made of pieces."""

TABLE = SMOOTH + WITH_KINKS
"""The rows of this family."""
