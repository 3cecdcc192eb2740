"""The second arithmetic gives the same values as double precision, only with more digits, and knows its limits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf
from random import Random

import numpy
import pytest

from explainer.errors import LimitError
from explainer.expr.arrays import Array
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import Variable, is_matrix_power, number
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.operations import all_operations
from explainer.verify.digit_products import MOST_BITS, digit_product
from explainer.verify.many_digits import LARGEST_MAGNITUDE, Digits, Work, difference_at
from explainer.verify.points import RandomPoints, Sizes
from tests.cases import in_groups
from tests.verify.random_functions import LETTERS
from tests.verify.test_verifier import TRUE, wrong_versions

POINTS = numpy.array([-7.5, -3.2, -1.4, -0.8, -0.3, 0.2, 0.45, 0.9, 1.1, 2.5, 6.7])
DIGITS = Digits(160)


TWO_ARGUMENTS = {"matrix_power", "kron"}
"""Functions of wholes with a second argument, which are compared elsewhere."""


@in_groups("row", [r for r in all_operations() if r.name not in TWO_ARGUMENTS], ids=lambda row: row.name)
def test_every_function_has_the_same_values(row: Operation) -> None:
    shape = (3, 3) if row.name in {"inv", "det", "logdet", "tr"} else (2, 3) if row.name == "frobenius_norm" else (3,)
    if row.sizes:
        lengths = {"n": 4, "m": 3, "d": 2, "p": 5}
        random = numpy.random.default_rng(4)
        arguments = [random.uniform(0.1, 2.0, (5, *(lengths[k] for k in size.split(" x ")))) for size in row.sizes]
    elif row.elementwise:
        arguments = [POINTS, POINTS[::-1].copy()][: row.arity]
    else:
        arguments = [numpy.random.default_rng(4).uniform(-2.0, 2.0, (5, *shape))]
    with numpy.errstate(all="ignore"):
        expected = numpy.asarray(row.value(numpy, *arguments), dtype=float)
    found = row.value(DIGITS, *map(DIGITS.array, arguments))
    compared = 0
    for double, many in zip(expected.ravel(), numpy.ravel(found), strict=True):
        if numpy.isfinite(double):
            assert float(many) == pytest.approx(double, rel=1e-12, abs=1e-12)
            compared += 1
        else:
            assert not numpy.isfinite(float(many))
    assert compared >= 2
    if row.elementwise:  # of one number alone NumPy makes another kind of object
        place = int(numpy.argmax(numpy.isfinite(expected)))
        alone = [DIGITS.array(numpy.asarray(argument[place])) for argument in arguments]
        assert float(numpy.asarray(row.value(DIGITS, *alone))) == pytest.approx(expected[place], rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("bits", [160, 1280])
def test_products_of_matrices_are_those_of_their_numbers_rounded_once(bits: int) -> None:
    context, random = Digits(bits).context, Random(bits)

    def drawn(*shape: int) -> Array:
        values = numpy.empty(shape, dtype=object)
        for at in numpy.ndindex(*shape):
            size = context.ldexp(random.choice([0, 1, -1]), random.randint(-90, 90))
            values[at] = context.mpf(random.random()) / 3 * size
        return values

    for one, other in (((2, 6, 1, 5, 7), (6, 3, 7, 4)), ((3, 3), (3, 3)), ((1, 4), (4, 1)), ((2, 0), (0, 3))):
        left, right = drawn(*one), drawn(*other)
        found, expected = digit_product(left, right, context), numpy.matmul(left, right)
        sizes = numpy.matmul(abs(left), abs(right))
        assert found.shape == expected.shape
        assert (abs(found - expected) <= sizes * context.ldexp(16, -bits)).all()


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_determinants_and_inverses_are_those_of_mpmath(size: int) -> None:
    context, random = DIGITS.context, Random(size)
    values = numpy.empty((2, 3, size, size), dtype=object)
    for at in numpy.ndindex(*values.shape):
        values[at] = context.ldexp(context.mpf(random.uniform(-1, 1)), random.randint(-20, 20))
    values[0, 1, 0] = 0 * values[0, 1, 0]  # a row of zeros
    if size > 1:
        values[1, 2, 0, 0] = context.mpf(0)  # rows change places
    determinants, inverses = DIGITS.linalg.det(values), DIGITS.linalg.inv(values)
    for at in numpy.ndindex(2, 3):
        matrix = context.matrix(values[at].tolist())
        expected = context.det(matrix)
        assert abs(determinants[at] - expected) <= abs(expected) * context.ldexp(1, -100)
        if at == (0, 1):
            assert determinants[at] == 0
            assert all(context.isnan(number) for number in inverses[at].flat)
            continue
        unit = digit_product(inverses[at], values[at], context)
        rounding = digit_product(abs(inverses[at]), abs(values[at]), context) * context.ldexp(1, -150)
        assert (abs(unit - numpy.eye(size, dtype=int)) <= rounding).all()
    values[0, 0, 0, 0] = context.nan
    assert not numpy.isfinite(float(DIGITS.linalg.det(values)[0, 0]))


def test_a_product_with_what_is_no_number_or_far_too_large_is_that_of_its_numbers() -> None:
    context = DIGITS.context
    one, nan, large = context.mpf(1), context.nan, context.ldexp(1, 10 * MOST_BITS)
    unit = numpy.array([[one, 0 * one], [0 * one, one]], dtype=object)
    strange = numpy.array([[nan, one], [one, large]], dtype=object)
    found = digit_product(unit, strange, context)
    assert [context.isnan(number) for number in found.flat] == [True, False, True, False]
    assert found[:, 1].tolist() == [one, large]
    assert digit_product(unit, numpy.array([[2, 3], [4, 5]], dtype=object), context).tolist() == [[2, 3], [4, 5]]


def parsed(text: str) -> Node:
    return parse_expression(text, {name: shape for name, shape in LETTERS.items() if name in text}).expression


def difference(left: Node, right: Node, place: int = 1, work: int = 10**6) -> float | None:
    source = RandomPoints(0, 96, Sizes(0, ()), chosen=numpy.array([place]))
    return difference_at(left, right, (), source, Work(work))


@pytest.mark.parametrize("name", TRUE)
def test_true_lines_agree_to_many_digits_and_wrong_ones_do_not(name: str) -> None:
    left, right = TRUE[name]
    found = [difference(left, right, place) for place in range(6)]
    assert all(value is None or value < 1e-9 for value in found)
    assert sum(value is not None for value in found) >= 1
    if not name.startswith("zero"):
        places = [place for place, value in enumerate(found) if value is not None]
        for kind in ("doubled", "negated", "one percent off"):
            wrong = [difference(left, wrong_versions(right)[kind], place) for place in places]
            assert max(value or 0.0 for value in wrong) > 1e-3, kind


@in_groups(
    ("left", "right"),
    [
        ("0.1 s + 0.2 s - 0.3 s", "0 s"),
        ("3 (s/3) - s", "0 s"),
        ("sqrt(2)^2", "2"),
        ("sin(pi)", "0"),
        ("ln(e)", "1"),
        ("1 - tanh(30)", "2/(exp(60) + 1)"),
        ("d(erf(9 s))/d(s)", "18 exp(-(9 s)^2)/sqrt(pi)"),
        ("d(sum(softmax(x)))/d(x)", "zeros(1, n)"),
        ("d(1e-299 s)/d(s)", "1e-299"),
        ("d(floor(1000000 s))/d(s)", "0"),
        ("leaky_relu(-s) + leaky_relu(s)", "0.99 abs(s)"),
        ("selu(-s)", "1.0507009873554805*1.6732632423543772*(exp(-s) - 1)"),
        ("normal_pdf(s) sqrt(2 pi)", "exp(-s^2/2)"),
        ("cbrt(-8)", "-2"),
        ("log2(8) + exp2(3) + log10(100)", "13"),
        ("(-2)^3 + s^0", "-7"),
        ("hypot(3, 4) + max(1, 2) + min(1, 2) + sign(-3) + ceil(0.5)", "8"),
    ],
)  # fmt: skip
def test_what_is_equal_is_equal_to_many_digits(left: str, right: str) -> None:
    assert difference(parsed(left), parsed(right)) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("d(erf(9 s))/d(s)", "36 exp(-(9 s)^2)/sqrt(pi)"),
        ("d(1e-299 s)/d(s)", "2*1e-299"),
        ("1 - tanh(30)", "1/(exp(60) + 1)"),
        ("d(abs(exp(-s^4)))/d(s)", "4 s^3 exp(-s^4)"),
        ("s", "s + 1e-4 s"),
    ],
)
def test_what_is_unequal_is_so_however_small_it_is(left: str, right: str) -> None:
    found = difference(parsed(left), parsed(right))
    assert found is not None
    assert found > 5e-5


@pytest.mark.parametrize(
    "text",
    [
        "d(sqrt(-s^2))/d(s)", "ln(-s^2)", "1/(s - s)", "exp(exp(exp(100 + s^2)))", "(s - s)^(-1)",
        "(-s^2)^(1/2)", "sin(exp(exp(20 + s^2)))", "(2 + s^2)^(10^9)", "arcsin(2 + s^2)",
    ],
)  # fmt: skip
def test_what_has_no_value_is_left_undecided(text: str) -> None:
    assert difference(parsed(text), parsed("s")) is None


def test_inverses_and_determinants_are_compared_too() -> None:
    assert difference(parsed("inv(A) A x"), parsed("x")) == pytest.approx(0.0, abs=1e-9)
    assert difference(parsed("det(A)"), parsed("det(A')")) == pytest.approx(0.0, abs=1e-9)
    assert difference(parsed("det(2 A)"), parsed("2 det(A)")) == pytest.approx(0.75, abs=1e-9)
    assert difference(parsed("inv(x x')"), parsed("A")) is None


@pytest.mark.parametrize("power", range(-3, 4))
def test_powers_of_matrices_are_compared_too(power: int) -> None:
    """A negative one, which only a wrong line has, is a power of the inverse."""
    square = parsed("A^2")
    assert is_matrix_power(square)
    raised = with_children(square, (square.arguments[0], number(power)))
    factors = " @ ".join(["A" if power > 0 else "inv(A)"] * abs(power)) or "identity(3)"
    assert difference(raised, parsed(factors)) == pytest.approx(0.0, abs=1e-9)
    assert difference(raised, parsed(f"2 {factors}")) == pytest.approx(0.5, abs=1e-9)


def test_too_much_work_is_refused() -> None:
    left, right = TRUE["quadratic form"]
    with pytest.raises(LimitError):
        difference(left, right, work=50)


def test_numbers_are_exact() -> None:
    third = DIGITS.float64(Fraction(1, 3))
    assert abs(3 * third - 1) < 1e-45
    assert DIGITS.float64("0.1") * 10 == pytest.approx(1, abs=1e-45)
    assert DIGITS.array(numpy.array([True, False, 2]))[2] == 2


@in_groups(
    ("base", "exponent", "wanted"),
    [
        ("0", "0", 1), ("0", "0.5", 0), ("0", "3", 0), ("0", "-1", None), ("-8", "3", -512), ("-8", "-1", -0.125),
        ("-8", "0.5", None), ("4", "0.5", 2), ("4", "-0.5", 0.5), ("1", "500000", 1), ("1", "500001", None),
        ("2", "1023", 2.0**1023), ("2", "333333", inf), ("2", "-333334", None), ("-8", "0", 1),
    ],
)  # fmt: skip
def test_powers_have_a_value_where_it_is_real_and_not_too_large(base: str, exponent: str, wanted: float | None) -> None:
    found = DIGITS.power(DIGITS.float64(base), DIGITS.float64(exponent)).item()
    if wanted is None:
        assert not DIGITS.context.isfinite(found)
    else:
        assert DIGITS.context.isfinite(found)
        assert (inf if DIGITS.context.mag(found) > 1024 else float(found)) == wanted


@pytest.mark.parametrize("text", ["f(2)", "f(100000000)^2", "f(2, 3) x", "f(x) + g(2)"])
def test_abstract_functions_of_single_numbers_have_values_with_many_digits(text: str) -> None:
    """Numbers have no axis for the points, and what is computed of them is no array."""
    line, more = (parse_expression(form).expression for form in (text, f"1.0001 ({text})"))
    assert difference(line, line) == 0.0
    assert difference(line, more) == pytest.approx(1e-4, rel=1e-3)


def test_a_point_close_beside_a_kink_is_settled_by_a_smaller_step() -> None:
    """The first step reaches over the kink and finds no slope, the next one does not."""
    at = float(RandomPoints(0, 96, Sizes(0, ()), chosen=numpy.array([1])).variable(Variable("s"))[0])
    beside = abs(at) * 1e-12
    for kink, slope in ((at + beside, "-1"), (at - beside, "1")):
        assert difference(parsed(f"d(abs(s - ({kink!r})))/d(s)"), parsed(slope)) == pytest.approx(0.0, abs=1e-9)
    assert difference(parsed(f"d(abs(s - ({Decimal(at)})))/d(s)"), parsed("1")) is None


def at(value: float, left: str, right: str) -> float | None:
    """The difference of two functions of s where s has a value."""
    points = RandomPoints(0, 1, Sizes(0, ()))
    points._drawn[Variable("s")] = numpy.array([value])
    return difference_at(parsed(left), parsed(right), (), points, Work(10**6))


@pytest.mark.parametrize("value", [1e-12, 3.0, 1e12])
@pytest.mark.parametrize("far", [1e-8, -1e-8])
def test_the_step_is_as_small_as_the_value_so_that_a_kink_may_be_near_however_small_that_is(
    value: float, far: float
) -> None:
    kink = repr(Decimal(value) * (1 + Decimal(far)))[9:-2]
    assert at(value, f"d(abs(s - {kink}))/d(s)", "-1" if far > 0 else "1") == pytest.approx(0.0, abs=1e-9)
    assert at(value, f"d(abs(s - {kink}))/d(s)", "1" if far > 0 else "-1") == pytest.approx(2.0)


def test_at_zero_there_are_slopes_too() -> None:
    assert at(0.0, "d(s^2 + 3 s)/d(s)", "2 s + 3") == pytest.approx(0.0, abs=1e-9)
    assert at(0.0, "d(s^2 + 3 s)/d(s)", "2 s + 4") == pytest.approx(0.25)
    assert at(0.0, "d(abs(s))/d(s)", "0") is None


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("differential(sin(s))", "cos(s) differential(s)", "2 cos(s) differential(s)"),
        ("differential(s^3)", "3 s^2 differential(s)", "3 s^3 differential(s)"),
        ("differential(abs(s - 1))", "-differential(s)", "differential(s)"),
    ],
)
def test_a_differential_is_the_slope_along_the_change_to_many_digits(line: str, right: str, wrong: str) -> None:
    assert at(0.7, line, right) == pytest.approx(0.0, abs=1e-9)
    assert (at(0.7, line, wrong) or 0.0) > 0.1


def test_at_a_kink_there_is_no_slope_however_large_the_function_is() -> None:
    for height in ("1", "30", "1000"):
        assert at(0.75, f"d(abs(s - 0.75) + {height})/d(s)", "0") is None
        assert at(0.75, f"d(abs(s - 0.5) + {height})/d(s)", "1") == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(("left", "right"), [("d(s - s)/d(s)", "0"), ("0 s", "s - s"), ("sin(pi)", "0")])
def test_nothing_on_both_sides_is_no_difference(left: str, right: str) -> None:
    assert at(0.7, left, right) == 0.0


@pytest.mark.parametrize(
    ("magnitude", "has_value"), [(LARGEST_MAGNITUDE, True), (LARGEST_MAGNITUDE + 1, False), (-9000, True)]
)
def test_functions_have_values_up_to_the_largest_magnitude(magnitude: int, has_value: bool) -> None:
    number = DIGITS.context.ldexp(DIGITS.context.mpf("0.5"), magnitude)
    assert DIGITS.context.mag(number) == magnitude
    for function in (DIGITS.sign, DIGITS.arctan, DIGITS.cbrt):
        assert DIGITS.context.isfinite(function(numpy.array([number], dtype=object))[0]) == has_value


def test_all_the_work_that_there_is_may_be_done() -> None:
    work = Work(5)
    work.take(2)
    work.take(3)
    with pytest.raises(LimitError):
        work.take(1)


@pytest.mark.parametrize(("matrix", "entries"), [("inv(A)", "A"), ("det(A)", "sum(A)"), ("logdet(A A')", "sum(A A')")])
def test_taking_a_matrix_apart_is_more_work_than_an_operation_for_each_entry(matrix: str, entries: str) -> None:
    def taken(text: str) -> int:
        work = Work(10**6)
        source = RandomPoints(0, 96, Sizes(0, ()), chosen=numpy.array([1]))
        difference_at(parsed(text), parsed(text), (), source, work)
        return 10**6 - work.left

    assert taken(matrix) > 3 * taken(entries)
