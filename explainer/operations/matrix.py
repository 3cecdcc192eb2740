"""Functions of matrices: inverse, determinant, trace, powers, Kronecker products, vec. Each has a differential column.

The last two axes of an argument hold the rows and columns.
"""

from __future__ import annotations

from math import inf
from typing import Any

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import SCALAR, Shape, matrix_shape, multiply_sizes, vector_shape
from explainer.operations import layers
from explainer.operations.equal_entries import length_of_equal
from explainer.operations.rows import function, matrix_taken
from explainer.operations.vector import shares
from explainer.phrases import phrase

LARGEST_CONDITION = 1e10
"""A matrix whose condition number is above this counts as singular: of sixteen digits six would be left."""
LARGEST_POWER = 60
"""Powers of matrices with a larger exponent are refused: written out as products they fill no page."""


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


def _square_to_vector(u: Shape) -> Shape:
    return vector_shape(_square(u).rows)


def _power(u: Shape, k: Shape) -> Shape:
    if not k.is_scalar:
        raise ShapeError(
            phrase("the exponent of a matrix is a number, not a {0} value", k.display()), shapes=(str(u), str(k))
        )
    return _square(u)


def _kronecker(u: Shape, v: Shape) -> Shape:
    """Every entry of u times the whole of v; vectors are columns."""
    for shape in (u, v):
        if shape.is_scalar:
            raise ShapeError(
                "the Kronecker product takes matrices and vectors, not a scalar",
                shapes=(str(u), str(v)),
                hint="Write a product with a scalar without a sign: t A.",
            )
    rows, columns = multiply_sizes(u.rows, v.rows), multiply_sizes(u.columns, v.columns)
    return vector_shape(rows) if u.is_vector and v.is_vector else matrix_shape(rows, columns)


def _matrix_to_scalar(u: Shape) -> Shape:
    matrix_taken(u)
    return SCALAR


def _columns_stacked(u: Shape) -> Shape:
    if not u.is_matrix:
        raise ShapeError(
            phrase("vec takes a matrix, not a {0} value", u.display()),
            shapes=(str(u),),
            hint="vec writes the columns of a matrix one below the other: vec(X) where X: m x n.",
        )
    return vector_shape(multiply_sizes(u.rows, u.columns))


def _inverse(numpy: Any, u: Any) -> Any:
    """The inverse; of a singular matrix, and of one that is nearly so, numbers that are none."""
    if u.dtype == object:
        return numpy.linalg.inv(u)
    try:
        found = numpy.linalg.inv(u)
    except numpy.linalg.LinAlgError:
        # NumPy refuses all samples for one of them: the unit matrix stands in for it.
        finite = numpy.isfinite(u).all(axis=(-2, -1), keepdims=True)
        singular = numpy.linalg.det(numpy.where(finite, u, 0.0))[..., None, None] == 0.0
        found = numpy.where(singular, numpy.nan, numpy.linalg.inv(numpy.where(singular, numpy.eye(u.shape[-1]), u)))
    size = numpy.abs(u).sum(axis=-1).max(axis=-1) * numpy.abs(found).sum(axis=-1).max(axis=-1)
    return numpy.where(size[..., None, None] <= LARGEST_CONDITION, found, numpy.nan)


def _log_determinant(numpy: Any, u: Any) -> Any:
    """Where the determinant is positive; a complex step must not make a logarithm of a negative one."""
    found = numpy.linalg.det(u)
    if u.dtype == object:
        return numpy.log(found)
    positive = found.real > 0.0
    return numpy.where(positive, numpy.log(numpy.where(positive, found, 1.0)), numpy.nan)


def _matrix_power(numpy: Any, u: Any, k: Any) -> Any:
    """A product of k equal factors, the identity for 0; the exponent is a whole number, one for each index of a sum."""
    wanted = sorted({int(count) for count in k.flat})
    if wanted and wanted[0] < 0:
        # Unlike a maximum, this leaves a single number of many digits in an array.
        below, above = numpy.where(k < 0, -k, 0), numpy.where(k > 0, k, 0)
        inverted = _matrix_power(numpy, _inverse(numpy, u), below)
        return numpy.where((k < 0)[..., None, None], inverted, _matrix_power(numpy, u, above))
    found = numpy.broadcast_to(numpy.eye(u.shape[-1], dtype=u.dtype), u.shape) if 0 in wanted else None
    product, reached = u, 1
    for count in wanted:
        while reached < count:
            product, reached = numpy.matmul(product, u), reached + 1
        if count:
            found = product if found is None else numpy.where((k == count)[..., None, None], product, found)
    return found


def _kronecker_product(numpy: Any, u: Any, v: Any) -> Any:
    """Block i, j of the value is entry i, j of u times v."""
    product = u[..., :, None, :, None] * v[..., None, :, None, :]
    rows, inner_rows, columns, inner_columns = product.shape[-4:]
    return product.reshape((*product.shape[:-4], rows * inner_rows, columns * inner_columns))


def _matrix_to_rows(u: Shape) -> Shape:
    return vector_shape(matrix_taken(u).rows)


def _vec(numpy: Any, u: Any) -> Any:
    """The columns one below the other."""
    return numpy.swapaxes(u, -1, -2).reshape((*u.shape[:-2], u.shape[-1] * u.shape[-2]))


TABLE: tuple[Operation, ...] = (
    function("inv", "inverse", _inverse, (), "DLMF 1.2(vi)", shape=_square, elementwise=False, aliases=("inverse",),
             notation="inverse", domain=("det(u) != 0",), examples=("inv(A)",),
             differential=("-(inv(u) @ du @ inv(u))",)),
    function("det", "determinant", lambda numpy, u: numpy.linalg.det(u), (), "DLMF 1.3(i)", shape=_square_to_scalar,
             elementwise=False, examples=("det(A)",), domain=("det(u) != 0",),
             differential=("det(u) tr(inv(u) @ du)",)),
    function("logdet", "logarithm of the determinant", _log_determinant, (), "DLMF 1.3(i)", shape=_square_to_scalar,
             elementwise=False, examples=("logdet(A)",), domain=("det(u) > 0",), definition="ln(det(u))",
             differential=("tr(inv(u) @ du)",)),
    function("tr", "trace", lambda numpy, u: numpy.trace(u, axis1=-2, axis2=-1), (), "DLMF 1.2(vi)",
             shape=_square_to_scalar, elementwise=False, aliases=("trace", "Spur", "Sp"), examples=("tr(A)",),
             differential=("tr(du)",)),
    function("diag", "diagonal", lambda numpy, u: numpy.diagonal(u, axis1=-2, axis2=-1), (), "DLMF 1.2(vi)",
             shape=_square_to_vector, elementwise=False, examples=("diag(A)",), differential=("diag(du)",)),
    function("matrix_power", "power of a matrix", _matrix_power, (), "DLMF 1.2(vi)", parameters=("u", "k"),
             shape=_power, elementwise=False, notation="matrix_power", speech="{0} to the power of {1}",
             examples=("A^3",)),
    function("kron", "Kronecker product", _kronecker_product, (), "Petersen and Pedersen, section 10.2",
             parameters=("u", "v"), shape=_kronecker, elementwise=False, notation="kron", as_matrices=True,
             speech="{0} Kronecker times {1}", examples=("kron(A, B)",), differential=("kron(du, v)", "kron(u, dv)")),
    function("vec", "vector of the columns", _vec, (), "Petersen and Pedersen, section 10.2", shape=_columns_stacked,
             elementwise=False, examples=("vec(X)",), differential=("vec(du)",)),
    function("row_softmax", "softmax of each row", shares, (), "Bridle 1990", shape=matrix_taken,
             elementwise=False, examples=("row_softmax(X)",), shown="softmax",
             differential=("row_softmax(u) ⊗ du - diag(diag(row_softmax(u) @ du')) @ row_softmax(u)",),
             values_between=(0, 1), never=(0,)),
    function("row_max", "largest entry of each row", lambda numpy, u: u.max(axis=-1), (), "DLMF 1.2(vi)",
             shape=_matrix_to_rows, elementwise=False, examples=("row_max(X)",), shown="rowmax", aliases=("rowmax",),
             analytic=False, domain=("sum(equal(u, row_max(u) @ 1⃗')) == len(u)",),
             differential=("diag(equal(u, row_max(u) @ 1⃗') @ du')",)),
    function("frobenius_norm", "Frobenius norm", lambda numpy, u: numpy.sqrt((u * u).sum(axis=(-2, -1))), (),
             "DLMF 3.2(iii)", shape=_matrix_to_scalar, elementwise=False, domain=("frobenius_norm(u) != 0",),
             definition="sqrt(sum(u .^ 2))", notation="norm_F",
             examples=("frobenius_norm(X)",), of_equal_entries=length_of_equal, values_between=(0, inf),
             differential=("tr(u' @ du) / frobenius_norm(u)",)),
)  # fmt: skip
"""The rows of this family."""

OF_ROWS = layers.ONLY_DIFFERENTIALS | {"row_softmax", "row_max"}
"""Those that work on each row of a batch."""

ONLY_DIFFERENTIALS = OF_ROWS | {"inv", "det", "logdet", "tr", "diag", "kron", "vec", "matrix_power"}
"""Those that only the method of differentials knows; the others refuse by name what depends on the variable through
one of them."""
