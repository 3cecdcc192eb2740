"""Functions of square matrices: inverse, determinant and trace. What has no derivative column is refused by name.

The last two axes of an argument hold the rows and columns.
"""

from __future__ import annotations

from typing import Any

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import SCALAR, Shape
from explainer.operations.rows import function
from explainer.phrases import phrase


def _square(u: Shape) -> Shape:
    if not u.is_matrix or u.rows != u.columns:
        raise ShapeError(
            phrase("this function takes a square matrix, not a {0} value", u.display()),
            shapes=(str(u),),
            hint="A square matrix has as many rows as columns: X: n x n.",
        )
    return u


def _square_to_scalar(u: Shape) -> Shape:
    _square(u)
    return SCALAR


def _inverse(numpy: Any, u: Any) -> Any:
    """The inverse; a singular matrix has none, which NumPy's functions say with numbers that are none."""
    try:
        return numpy.linalg.inv(u)
    except numpy.linalg.LinAlgError:
        return numpy.full_like(u, numpy.nan)


TABLE: tuple[Operation, ...] = (
    function("inv", "inverse", _inverse, (), "DLMF 1.2(vi)", shape=_square, elementwise=False, aliases=("inverse",),
             notation="inverse", domain=("det(u) != 0",), examples=("inv(A)",)),
    function("det", "determinant", lambda numpy, u: numpy.linalg.det(u), (), "DLMF 1.3(i)", shape=_square_to_scalar,
             elementwise=False, examples=("det(A)",)),
    function("tr", "trace", lambda numpy, u: numpy.trace(u, axis1=-2, axis2=-1), (), "DLMF 1.2(vi)",
             shape=_square_to_scalar, elementwise=False, aliases=("trace",), examples=("tr(A)",)),
)  # fmt: skip
"""The rows of this family."""

WITHOUT_DERIVATIVE = frozenset(row.name for row in TABLE)
"""Those that no rule differentiates; what depends on the variable through one of them is refused by its name."""
