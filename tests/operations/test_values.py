"""The value of every function agrees with a second source, overflows nowhere, and holds for complex arguments."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import mpmath
import numpy
import pytest
from mpmath import mpf

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.operations import OPERATIONS, all_operations
from explainer.operations.matrix import ONLY_DIFFERENTIALS
from tests.cases import in_groups

POINTS = [-4.3, -2.1, -1.0, -0.6, -0.2, 0.3, 0.8, 1.0, 1.7, 3.4, 7.2]
EVERY = all_operations()
ELEMENTWISE = [row for row in EVERY if row.elementwise]


def name_of(row: Operation) -> str:
    return row.name


# --- the second source: mpmath, which shares no code with NumPy ------------------------------------------------------

SELU_SCALE, SELU_ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")


def _sigmoid(u: Any) -> Any:
    return 1 / (1 + mpmath.exp(-u))


def _softplus(u: Any) -> Any:
    return mpmath.log(1 + mpmath.exp(u))


def _clipped(u: Any, low: int, high: int) -> Any:
    return min(max(u, mpf(low)), mpf(high))


def _cube_root(u: Any) -> Any:
    return mpmath.sign(u) * mpmath.cbrt(abs(u))


def _elu(u: Any) -> Any:
    return u if u > 0 else mpmath.expm1(u)


def _of_positive(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function with no value elsewhere."""
    return lambda u: function(u) if u > 0 else mpmath.nan


REFERENCES: dict[str, Callable[..., Any]] = {
    "exp": mpmath.exp, "exp2": lambda u: mpf(2) ** u, "expm1": mpmath.expm1, "ln": mpmath.log,
    "log10": mpmath.log10, "log2": lambda u: mpmath.log(u, 2), "log1p": mpmath.log1p,
    "logit": lambda u: mpmath.log(u / (1 - u)), "sqrt": mpmath.sqrt, "cbrt": _cube_root,
    "square": lambda u: u**2, "reciprocal": lambda u: 1 / u, "pow": lambda u, v: u**v,
    "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "csc": mpmath.csc, "sec": mpmath.sec, "cot": mpmath.cot,
    "sinc": mpmath.sinc, "arcsin": mpmath.asin, "arccos": mpmath.acos, "arctan": mpmath.atan,
    "arccsc": mpmath.acsc, "arcsec": mpmath.asec, "arccot": mpmath.acot, "atan2": mpmath.atan2,
    "sinh": mpmath.sinh, "cosh": mpmath.cosh, "tanh": mpmath.tanh,
    "csch": mpmath.csch, "sech": mpmath.sech, "coth": mpmath.coth,
    "arsinh": mpmath.asinh, "arcosh": mpmath.acosh, "artanh": mpmath.atanh,
    "arcsch": mpmath.acsch, "arsech": mpmath.asech, "arcoth": mpmath.acoth,
    "sigmoid": _sigmoid, "log_sigmoid": lambda u: mpmath.log(_sigmoid(u)), "softplus": _softplus,
    "silu": lambda u: u * _sigmoid(u), "mish": lambda u: u * mpmath.tanh(_softplus(u)),
    "gelu": lambda u: u * mpmath.ncdf(u), "softsign": lambda u: u / (1 + abs(u)), "elu": _elu,
    "relu": lambda u: max(u, mpf(0)), "leaky_relu": lambda u: u if u > 0 else u / 100,
    "prelu": lambda u, v: u if u > 0 else v * u, "relu6": lambda u: _clipped(u, 0, 6),
    "selu": lambda u: SELU_SCALE * (u if u > 0 else SELU_ALPHA * mpmath.expm1(u)),
    "hard_tanh": lambda u: _clipped(u, -1, 1), "hard_sigmoid": lambda u: _clipped(u + 3, 0, 6) / 6,
    "hard_swish": lambda u: u * _clipped(u + 3, 0, 6) / 6,
    "abs": abs, "max": max, "min": min, "hypot": mpmath.hypot,
    "huber": lambda u: u**2 / 2 if abs(u) <= 1 else abs(u) - mpf("0.5"),
    "sign": mpmath.sign, "heaviside": lambda u: mpf(u > 0), "floor": mpmath.floor, "ceil": mpmath.ceil,
    "greater": lambda u, v: mpf(u > v), "greater_equal": lambda u, v: mpf(u >= v),
    "less": lambda u, v: mpf(u < v), "less_equal": lambda u, v: mpf(u <= v),
    "equal": lambda u, v: mpf(u == v), "not_equal": lambda u, v: mpf(u != v),
    "gamma_function": _of_positive(mpmath.gamma), "lgamma": _of_positive(mpmath.loggamma),
    "digamma": _of_positive(mpmath.digamma), "trigamma": _of_positive(lambda u: mpmath.psi(1, u)),
    "factorial": lambda u: _of_positive(mpmath.gamma)(u + 1),
    "erf": mpmath.erf, "erfc": mpmath.erfc, "normal_pdf": mpmath.npdf, "normal_cdf": mpmath.ncdf,
}  # fmt: skip
"""By name, for every element-wise function."""


def _central(entries: list[Any], order: int) -> Any:
    """The central moment of a sample, by its definition."""
    return sum((u - sum(entries) / len(entries)) ** order for u in entries) / len(entries)


VECTOR_REFERENCES: dict[str, Callable[[list[Any]], Any]] = {
    "norm": lambda v: mpmath.norm(v), "norm1": lambda v: mpmath.norm(v, 1),
    "softmax": lambda v: [mpmath.exp(u) / sum(mpmath.exp(w) for w in v) for u in v],
    "logsumexp": lambda v: mpmath.log(sum(mpmath.exp(u) for u in v)),
    "normalize": lambda v: [u / mpmath.norm(v) for u in v],
    "max_entry": max, "min_entry": min, "prod": mpmath.fprod,
    "mean": lambda v: sum(v) / len(v), "var": lambda v: _central(v, 2), "std": lambda v: mpmath.sqrt(_central(v, 2)),
    "layer_norm": lambda v: [(u - sum(v) / len(v)) / mpmath.sqrt(_central(v, 2)) for u in v],
}  # fmt: skip
"""By name, for every function of a vector."""

MATRIX_REFERENCES: dict[str, Callable[[Any], Any]] = {
    "inv": lambda m: (m**-1).tolist(),
    "det": mpmath.det,
    "tr": lambda m: sum(m[k, k] for k in range(m.rows)),
    "logdet": lambda m: mpmath.log(mpmath.det(m)),
    "diag": lambda m: [m[k, k] for k in range(m.rows)],
    "row_max": lambda m: [max(row) for row in m.tolist()],
    "row_softmax": lambda m: [VECTOR_REFERENCES["softmax"](row) for row in m.tolist()],
}
"""By name, for every function of a square matrix."""

Rows = list[list[Any]]


def _over_rows(function: Callable[..., Any]) -> Callable[..., Any]:
    """The mean of a function of rows."""
    return lambda *m: sum(function(*rows) for rows in zip(*m, strict=True)) / len(m[0])


def _cross(z: list[Any], y: list[Any]) -> Any:
    return -sum(t * mpmath.log(p) for t, p in zip(y, VECTOR_REFERENCES["softmax"](z), strict=True))


def _mse(a: list[Any], y: list[Any]) -> Any:
    return sum((u - v) ** 2 for u, v in zip(a, y, strict=True)) / len(a)


def _mae(a: list[Any], y: list[Any]) -> Any:
    return sum(abs(u - v) for u, v in zip(a, y, strict=True)) / len(a)


def _attention(q: Rows, k: Rows, v: Rows) -> Rows:
    scores = [[sum(map(mpmath.fmul, row, other)) / mpmath.sqrt(len(row)) for other in k] for row in q]
    shares = [VECTOR_REFERENCES["softmax"](row) for row in scores]
    return [[sum(map(mpmath.fmul, row, column)) for column in zip(*v, strict=True)] for row in shares]


LAYER_REFERENCES: dict[str, Callable[..., Any]] = {
    "cross_entropy": _cross, "batch_cross_entropy": _over_rows(_cross),
    "mse": _mse, "batch_mse": _over_rows(_mse), "mae": _mae, "batch_mae": _over_rows(_mae),
    "row_std": lambda m: [VECTOR_REFERENCES["std"](row) for row in m],
    "row_layer_norm": lambda m: [VECTOR_REFERENCES["layer_norm"](row) for row in m],
    "attention": _attention,
}  # fmt: skip
"""By name, for every loss and layer."""


def arguments_of(row: Operation, leading: tuple[int, ...] = ()) -> list[numpy.ndarray]:
    """Values that a loss or layer takes."""
    lengths = {"n": 4, "m": 3, "d": 2, "p": 5}
    random = numpy.random.default_rng(6)
    shapes = row.sizes or ("m x n",)
    return [random.uniform(0.2, 2.0, (*leading, *(lengths[k] for k in shape.split(" x ")))) for shape in shapes]


# --- values ----------------------------------------------------------------------------------------------------------


def test_every_function_has_a_second_source() -> None:
    assert set(REFERENCES) == {row.name for row in ELEMENTWISE}
    others = {row.name for row in EVERY if not row.elementwise}
    known = {*VECTOR_REFERENCES, *MATRIX_REFERENCES, *LAYER_REFERENCES}
    assert known | {"frobenius_norm", "vec", "kron", "matrix_power"} == others


@in_groups("name", LAYER_REFERENCES)
@pytest.mark.parametrize("leading", [(), (2,)])
def test_losses_and_layers_agree_with_a_second_source(name: str, leading: tuple[int, ...]) -> None:
    arguments = arguments_of(OPERATIONS[name], leading)
    found = OPERATIONS[name].value(numpy, *arguments)
    for place in numpy.ndindex(*leading):
        expected = LAYER_REFERENCES[name](*(argument[place].tolist() for argument in arguments))
        assert found[place] == pytest.approx(numpy.array(expected, dtype=float))


@in_groups("row", ELEMENTWISE, ids=name_of)
def test_values_agree_with_a_second_source(row: Operation) -> None:
    points = numpy.array(list(product(POINTS, repeat=row.arity))).T
    with numpy.errstate(all="ignore"):
        found = numpy.asarray(row.value(numpy, *points))
    compared = 0
    for point, value in zip(points.T, found, strict=True):
        try:
            expected = REFERENCES[row.name](*map(mpmath.mpf, point))
        except (ZeroDivisionError, ValueError):
            continue
        if isinstance(expected, mpmath.mpc) and expected.imag == 0:
            expected = expected.real
        if isinstance(expected, mpmath.mpc):
            assert not numpy.isfinite(value), (row.name, point)
        elif mpmath.isfinite(expected):
            assert value == pytest.approx(float(expected), rel=1e-11, abs=1e-14), (row.name, point)
            compared += 1
    assert compared >= 2


@in_groups("name", sorted(VECTOR_REFERENCES))
def test_vector_functions_agree_with_a_second_source(name: str) -> None:
    rows = numpy.array([[0.3, -1.2, 2.0], [1.1, 0.4, -0.5]])
    found = OPERATIONS[name].value(numpy, rows)
    for row, value in zip(rows, found, strict=True):
        assert numpy.allclose(value, numpy.array(VECTOR_REFERENCES[name](list(row)), dtype=float), rtol=1e-12)


@pytest.mark.parametrize("name", sorted(MATRIX_REFERENCES))
def test_matrix_functions_agree_with_a_second_source(name: str) -> None:
    samples = numpy.array([[[0.3, -1.2], [2.0, 0.7]], [[1.1, 0.4], [-0.5, 2.5]]])
    found = OPERATIONS[name].value(numpy, samples)
    for sample, value in zip(samples, found, strict=True):
        expected = MATRIX_REFERENCES[name](mpmath.matrix(sample.tolist()))
        assert numpy.allclose(value, numpy.array(expected, dtype=float), rtol=1e-12)


def test_a_singular_matrix_has_no_inverse() -> None:
    assert numpy.isnan(OPERATIONS["inv"].value(numpy, numpy.ones((2, 2)))).all()


def test_one_singular_sample_does_not_take_the_others_with_it() -> None:
    good, singular, nearly = numpy.diag([2.0, 4.0]), numpy.ones((2, 2)), numpy.diag([1.0, 1e-12])
    for samples in (numpy.array([good, singular, nearly]), numpy.array([good, singular, nearly]) + 0j):
        found = OPERATIONS["inv"].value(numpy, samples)
        assert numpy.allclose(found[0], numpy.diag([0.5, 0.25]))
        assert numpy.isnan(found[1:]).all()


@pytest.mark.parametrize("leading", [(3,), (3, 2), (2, 3, 4)])
def test_a_singular_sample_stays_alone_whatever_axes_there_are_before_it(leading: tuple[int, ...]) -> None:
    samples = numpy.random.default_rng(4).uniform(1.0, 2.0, (*leading, 2, 2)) + numpy.diag([3.0, 3.0])
    spoilt = tuple(0 for _ in leading)
    samples[spoilt] = 1.0
    found = OPERATIONS["inv"].value(numpy, samples)
    for place in numpy.ndindex(*leading):
        wanted = numpy.full((2, 2), numpy.nan) if place == spoilt else numpy.linalg.inv(samples[place])
        assert numpy.allclose(found[place], wanted, equal_nan=True)


@pytest.mark.parametrize(("name", "degree", "largest"), [("sqrt", 2, 31_622_776), ("cbrt", 3, 99_999)])
def test_roots_of_numbers_of_up_to_fifteen_digits_are_known_exactly(name: str, degree: int, largest: int) -> None:
    root = OPERATIONS[name].of_fractions
    assert root is not None
    for whole in (0, 1, 2, 3, 10, largest - 1, largest):
        assert root(Fraction(whole**degree)) == whole
        assert root(Fraction(whole**degree, 7**degree)) == Fraction(whole, 7)
        assert root(Fraction(7**degree, (whole or 1) ** degree)) == Fraction(7, whole or 1)
        assert root(Fraction(whole**degree + 1)) == (1 if whole == 0 else None)
        assert root(Fraction(-(whole**degree))) == (-whole if degree == 3 or whole == 0 else None)
    assert root(Fraction((largest + 1) ** degree)) is None, "nobody writes so many digits"
    assert root(Fraction(1, (largest + 1) ** degree)) is None


def test_a_negative_determinant_has_no_logarithm_in_the_complex_direction_either() -> None:
    samples = numpy.array([numpy.diag([2.0, 3.0]), numpy.diag([2.0, -3.0])]) + 1e-30j
    found = OPERATIONS["logdet"].value(numpy, samples)
    assert found[0].real == pytest.approx(math.log(6.0))
    assert numpy.isnan(found[1])


def test_kronecker_products_powers_and_columns_agree_with_numpy() -> None:
    random = numpy.random.default_rng(3)
    u, v, square = random.random((4, 2, 3)), random.random((4, 5, 2)), random.random((4, 3, 3))
    for k in range(4):
        assert numpy.allclose(OPERATIONS["kron"].value(numpy, u, v)[k], numpy.kron(u[k], v[k]))
        assert numpy.allclose(OPERATIONS["vec"].value(numpy, u)[k], u[k].flatten("F"))
        for times in (1, 2, 5):
            found = OPERATIONS["matrix_power"].value(numpy, square, numpy.asarray(float(times)))[k]
            assert numpy.allclose(found, numpy.linalg.matrix_power(square[k], times))


def test_matrix_functions_refuse_other_shapes() -> None:
    for name in MATRIX_REFERENCES.keys() - {"row_softmax", "row_max"}:
        for shape in (Shape(("m", "n")), Shape(("n",)), Shape()):
            with pytest.raises(ShapeError, match="takes a square matrix"):
                OPERATIONS[name].shape(shape)


def test_the_frobenius_norm_adds_all_squares() -> None:
    assert OPERATIONS["frobenius_norm"].value(numpy, numpy.array([[[1.0, 2.0], [4.0, 2.0]]])) == pytest.approx([5.0])


def test_vector_functions_refuse_other_shapes() -> None:
    matrix, vector = Shape(("m", "n")), Shape(("n",))
    for name in VECTOR_REFERENCES:
        with pytest.raises(ShapeError, match="takes a vector"):
            OPERATIONS[name].shape(matrix)
    with pytest.raises(ShapeError, match="takes a matrix"):
        OPERATIONS["frobenius_norm"].shape(vector)


@in_groups(
    ("name", "low", "high"),
    [
        ("sigmoid", 0.0, 1.0), ("softplus", 0.0, 1000.0), ("log_sigmoid", -1000.0, 0.0), ("silu", 0.0, 1000.0),
        ("tanh", -1.0, 1.0), ("elu", -1.0, 1000.0), ("mish", 0.0, 1000.0), ("gelu", 0.0, 1000.0), ("sech", 0.0, 0.0),
        ("csch", 0.0, 0.0),
    ],
)  # fmt: skip
def test_nothing_overflows_far_out(name: str, low: float, high: float) -> None:
    with numpy.errstate(over="raise", invalid="raise", divide="raise"):
        found = OPERATIONS[name].value(numpy, numpy.array([-1000.0, 1000.0]))
    assert found == pytest.approx([low, high], abs=1e-300)


def test_softmax_does_not_overflow() -> None:
    with numpy.errstate(over="raise", invalid="raise"):
        assert OPERATIONS["softmax"].value(numpy, numpy.array([1000.0, 1000.0])) == pytest.approx([0.5, 0.5])
        assert OPERATIONS["logsumexp"].value(numpy, numpy.array([1000.0, -1000.0])) == pytest.approx(1000.0)


@in_groups("row", [row for row in EVERY if row.analytic], ids=name_of)
def test_analytic_values_hold_for_complex_arguments(row: Operation) -> None:
    """The complex step and central differences must see the same slope wherever the function is real."""
    numbers = [-1.6, -0.7, 0.4, 1.3, 2.2]
    places = numpy.array(list(product(numbers, repeat=row.arity))).T
    arguments = list(places) if row.elementwise else [numpy.array([[0.4, -1.3, 2.0]] * len(numbers))]
    if row.name in {"frobenius_norm", "vec", "kron", "matrix_power", *MATRIX_REFERENCES}:
        square = numpy.array([[0.4, -1.3, 2.0], [1.5, 0.6, -0.2], [-0.9, 0.8, 1.1]])
        arguments = [numpy.repeat(square[None], len(numbers), axis=0)] * row.arity
    if row.name in LAYER_REFERENCES:
        arguments = arguments_of(row, (len(numbers),))
    if row.name == "matrix_power":
        arguments, exponent = arguments[:1], numpy.asarray(3.0)
    direction = numpy.ones(1) if row.elementwise else numpy.array([1.0, 0.0, 0.0])
    if row.name in LAYER_REFERENCES:
        direction = numpy.array(1.0)  # of one argument alone: all entries of a softmax together change nothing
    with numpy.errstate(all="ignore"):
        for position, argument in enumerate(arguments):

            def at(offset: Any, position: int = position, argument: Any = argument) -> Any:
                rest = (exponent,) if row.name == "matrix_power" else arguments[position + 1 :]
                return row.value(numpy, *arguments[:position], argument + offset, *rest)

            imaginary = numpy.imag(at(1e-20j * direction)) / 1e-20
            central = (at(1e-6 * direction) - at(-1e-6 * direction)) / 2e-6
            usable = numpy.isfinite(central)
            assert usable.any()
            assert numpy.allclose(imaginary[usable], central[usable], rtol=1e-6, atol=1e-8), row.name


WHOLES = [
    row
    for row in EVERY
    if not row.elementwise and row.name not in {*ONLY_DIFFERENTIALS, *LAYER_REFERENCES} - {"inv", "det", "tr"}
]


@in_groups("row", WHOLES, ids=name_of)
@pytest.mark.parametrize("leading", [(), (4,), (2, 3)])
def test_a_function_of_a_whole_takes_any_number_of_axes_before_it(row: Operation, leading: tuple[int, ...]) -> None:
    own = (3, 3) if row.name in {"inv", "det", "tr"} else (2, 3) if row.name == "frobenius_norm" else (5,)
    values = numpy.random.default_rng(2).uniform(0.2, 2.0, (*leading, *own))
    found = row.value(numpy, values)
    for place in numpy.ndindex(*leading):
        assert found[place] == pytest.approx(row.value(numpy, values[place]))
