"""Losses of predictions and targets, normalisation and attention: what layers of networks compute.

Those of a batch have a sample in every row. Each is opened by its definition in a step, or has its differential here.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import SCALAR, Shape, matrix_shape, vector_shape
from explainer.operations.rows import function, matrix_taken, vector_taken
from explainer.operations.vector import spread, standardized
from explainer.phrases import phrase

LOSSES = "Goodfellow, Bengio and Courville, Deep Learning, section 6.2"


def _alike(u: Shape, v: Shape) -> Shape:
    if u != v:
        raise ShapeError(
            phrase("predictions ({0}) and targets ({1}) have two shapes", u.display(), v.display()),
            shapes=(str(u), str(v)),
            hint="Predictions and targets are as large as each other.",
        )
    return SCALAR


def _of_vectors(u: Shape, v: Shape) -> Shape:
    return _alike(vector_taken(u), vector_taken(v))


def _of_batches(u: Shape, v: Shape) -> Shape:
    return _alike(matrix_taken(u), matrix_taken(v))


def _of_rows(u: Shape) -> Shape:
    return vector_shape(matrix_taken(u).rows)


def _attended(u: Shape, v: Shape, w: Shape) -> Shape:
    """n×d queries and m×d keys weigh the m×p values."""
    if matrix_taken(u).columns != matrix_taken(v).columns or v.rows != matrix_taken(w).rows:
        raise ShapeError(
            phrase("queries ({0}), keys ({1}) and values ({2}) do not fit", u.display(), v.display(), w.display()),
            shapes=(str(u), str(v), str(w)),
            hint="Queries are n×d, keys m×d and values m×p.",
        )
    return matrix_shape(u.rows, w.columns)


def _log_shares(numpy: Any, u: Any) -> Any:
    less = u - u.real.max(axis=-1, keepdims=True)
    return less - numpy.log(numpy.exp(less).sum(axis=-1, keepdims=True))


def _cross_entropy(numpy: Any, u: Any, v: Any) -> Any:
    return -(v * _log_shares(numpy, u)).sum(axis=-1)


def _squares(numpy: Any, u: Any, v: Any) -> Any:
    return ((u - v) * (u - v)).mean(axis=-1)


def _distances(numpy: Any, u: Any, v: Any) -> Any:
    return numpy.abs(u - v).mean(axis=-1)


def _attention(numpy: Any, u: Any, v: Any, w: Any) -> Any:
    scores = numpy.matmul(u, numpy.swapaxes(v, -1, -2)) / numpy.sqrt(1.0 * u.shape[-1])
    return numpy.matmul(numpy.exp(_log_shares(numpy, scores)), w)


def _loss(
    name: str, shown: str, title: str, value: Callable[..., Any], definition: str, of_batch: str, **columns: Any
) -> tuple[Operation, Operation]:
    """A loss of two vectors, and that of a batch, the mean over its rows; where a name is shown, the first is meant."""
    of_rows = function(
        f"batch_{name}", f"{title} of a batch", lambda numpy, u, v: value(numpy, u, v).mean(axis=-1), (), LOSSES,
        shown=shown, parameters=("u", "v"), shape=_of_batches, sizes=("m x n", "m x n"), elementwise=False,
        examples=(f"batch_{name}(Z, Y)",), definition=of_batch, **columns,
    )  # fmt: skip
    of_one = function(
        name, title, value, (), LOSSES, shown=shown, parameters=("u", "v"), shape=_of_vectors, sizes=("n", "n"),
        elementwise=False, definition=definition, **columns,
    )  # fmt: skip
    return of_rows, of_one


TABLE: tuple[Operation, ...] = (
    *_loss("cross_entropy", "CrossEntropy", "cross-entropy", _cross_entropy, "-sum(v ⊗ ln(softmax(u)))",
           "-sum(v ⊗ ln(row_softmax(u))) / len(u)"),
    *_loss("mse", "MSE", "mean squared error", _squares, "mean((u - v)^2)", "mean((u - v) .^ 2)",
           values_between=(0, inf)),
    *_loss("mae", "MAE", "mean absolute error", _distances, "mean(abs(u - v))", "mean(abs(u - v))", analytic=False,
           values_between=(0, inf)),
    function("row_std", "standard deviation of each row", spread, (), "DLMF 1.2(iv)", shape=_of_rows,
             elementwise=False, shown="rowstd", examples=("row_std(X)",), domain=("min_entry(row_std(u)) > 0",),
             definition="sqrt(mean((u - mean(u, axis=1, keepdims=True)) .^ 2, axis=1))", values_between=(0, inf),
             differential=("diag(row_layer_norm(u) @ du') / len(u')",)),
    function("row_layer_norm", "layer normalization of each row", standardized, (), "Ba et al. 2016",
             shape=matrix_taken, elementwise=False, shown="LayerNorm", examples=("row_layer_norm(X)",),
             domain=("min_entry(row_std(u)) > 0",),
             definition="(u - mean(u, axis=1, keepdims=True)) / std(u, axis=1, keepdims=True)",
             differential=("diag(1⃗ ⊘ row_std(u)) @ (du - (du @ 1⃗ @ 1⃗') / len(u')"
                           " - diag(diag(row_layer_norm(u) @ du')) @ row_layer_norm(u) / len(u'))",)),
    function("attention", "attention", _attention, (), "Vaswani et al. 2017, section 3.2.1",
             parameters=("u", "v", "w"), shape=_attended, sizes=("n x d", "m x d", "m x p"),
             elementwise=False, shown="Attention", aliases=("scaled_dot_product_attention",),
             examples=("attention(Q, K, V)",),
             speech="the attention of queries {0}, keys {1} and values {2}",
             definition="row_softmax((u @ v') / sqrt(len(u'))) @ w"),
)  # fmt: skip
"""The rows of this family."""

ONLY_DIFFERENTIALS = frozenset({"batch_cross_entropy", "row_std", "row_layer_norm", "attention"})
"""Those that only the method of differentials knows."""
