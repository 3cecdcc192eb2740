"""Functions of whole vectors and matrices: their derivative column is the Jacobian by the vector, in numerator layout.

The last axis of a vector argument holds its entries, the last two axes of a matrix its rows and columns.
"""

from __future__ import annotations

from math import inf
from typing import Any

from explainer.expr.operation import Operation
from explainer.expr.shape import SCALAR, Shape
from explainer.operations.equal_entries import (
    each_of_equal,
    length_of_equal,
    product_of_equal,
    spread_of_equal,
    total_of_equal,
)
from explainer.operations.rows import function, vector_taken


def _vector_to_scalar(u: Shape) -> Shape:
    vector_taken(u)
    return SCALAR


def shares(numpy: Any, u: Any) -> Any:
    """The softmax along the last axis."""
    weights = numpy.exp(u - u.real.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def _log_sum_exp(numpy: Any, u: Any) -> Any:
    top = u.real.max(axis=-1, keepdims=True)
    return numpy.log(numpy.exp(u - top).sum(axis=-1)) + top[..., 0]


def _normalized(numpy: Any, u: Any) -> Any:
    return u / numpy.sqrt((u * u).sum(axis=-1, keepdims=True))


def _from_the_mean(u: Any) -> Any:
    return u - u.mean(axis=-1, keepdims=True)


def _variance(numpy: Any, u: Any) -> Any:
    distance = _from_the_mean(u)
    return (distance * distance).mean(axis=-1)


def spread(numpy: Any, u: Any) -> Any:
    """The standard deviation along the last axis."""
    return numpy.sqrt(_variance(numpy, u))


def standardized(numpy: Any, u: Any) -> Any:
    """The distances from the mean along the last axis, in standard deviations."""
    return _from_the_mean(u) / spread(numpy, u)[..., None]


TABLE: tuple[Operation, ...] = (
    function("norm", "length", lambda numpy, u: numpy.sqrt((u * u).sum(axis=-1)), "u' / norm(u)", "DLMF 3.2(iii)",
             shape=_vector_to_scalar, elementwise=False, notation="norm", domain=("norm(u) != 0",),
             of_equal_entries=length_of_equal, definition="sqrt(sum(u^2))",
             values_between=(0, inf)),
    function("norm1", "sum of the absolute values", lambda numpy, u: numpy.abs(u).sum(axis=-1), "sign(u)'",
             "DLMF 3.2(iii)", shape=_vector_to_scalar, elementwise=False, analytic=False, definition="sum(abs(u))",
             of_equal_entries=total_of_equal, domain=("min_entry(abs(u)) > 0",),
             notation="norm1", speech="the sum of the absolute values of {0}",
             values_between=(0, inf)),
    function("max_entry", "largest entry", lambda numpy, u: u.max(axis=-1), "equal(u, max_entry(u))'",
             "Parr and Howard, section 4.2", shape=_vector_to_scalar, elementwise=False, analytic=False, shown="max",
             of_equal_entries=each_of_equal, domain=("sum(equal(u, max_entry(u))) == 1",)),
    function("min_entry", "smallest entry", lambda numpy, u: u.min(axis=-1), "equal(u, min_entry(u))'",
             "Parr and Howard, section 4.2", shape=_vector_to_scalar, elementwise=False, analytic=False, shown="min",
             of_equal_entries=each_of_equal, domain=("sum(equal(u, min_entry(u))) == 1",)),
    function("prod", "product of the entries", lambda numpy, u: u.prod(axis=-1), "prod(u) (1⃗ ⊘ u)'",
             "DLMF 1.2(iv)", shape=_vector_to_scalar, elementwise=False, aliases=("product",),
             of_equal_entries=product_of_equal, domain=("min_entry(abs(u)) > 0",),
             speech="the product of the entries of {0}"),
    function("softmax", "softmax", shares, "diag(softmax(u)) - softmax(u) @ softmax(u)'", "Bridle 1990",
             shape=vector_taken, elementwise=False, definition="exp(u)/sum(exp(u))",
             values_between=(0, 1), never=(0,)),
    function("logsumexp", "logarithm of the sum of exponentials", _log_sum_exp, "softmax(u)'", "Blanchard et al. 2021",
             shape=_vector_to_scalar, elementwise=False, aliases=("log_sum_exp",), definition="ln(sum(exp(u)))"),
    function("normalize", "unit vector along the argument", _normalized, (), "DLMF 1.6(i)", shape=vector_taken,
             elementwise=False, domain=("norm(u) != 0",), definition="u/norm(u)",
             speech="the unit vector along {0}",
             values_between=(-1, 1)),
    function("mean", "mean of the entries", lambda numpy, u: u.mean(axis=-1), (), "DLMF 1.2(iv)",
             shape=_vector_to_scalar, elementwise=False,
             of_equal_entries=each_of_equal, definition="sum(u)/len(u)", speech="the mean of {0}"),
    function("var", "variance of the entries", _variance, "(2 / len(u)) (u - mean(u))'", "DLMF 1.2(iv)",
             shape=_vector_to_scalar, elementwise=False, definition="mean((u - mean(u))^2)",
             of_equal_entries=spread_of_equal, speech="the variance of {0}", values_between=(0, inf)),
    function("std", "standard deviation of the entries", spread,
             "(u - mean(u))' / (len(u) std(u))", "DLMF 1.2(iv)", shape=_vector_to_scalar, elementwise=False,
             domain=("std(u) != 0",), definition="sqrt(var(u))", speech="the standard deviation of {0}",
             of_equal_entries=spread_of_equal, values_between=(0, inf)),
    function("layer_norm", "layer normalization", standardized,
             "(I - (1⃗ @ 1⃗') / len(u) - (layer_norm(u) @ layer_norm(u)') / len(u)) / std(u)", "Ba et al. 2016",
             shape=vector_taken, shown="LayerNorm", aliases=("standardize", "LayerNorm"),
             elementwise=False, domain=("std(u) != 0",),
             definition="(u - mean(u))/std(u)", speech="{0}, normalized"),
)  # fmt: skip
"""The rows of this family."""
