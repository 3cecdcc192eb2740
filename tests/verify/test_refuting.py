"""Attempts are refuted by numbers: also where the lines are too large to be evaluated, at smaller sizes."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

import numpy
import pytest

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    ZERO,
    Comparison,
    Derivative,
    Negate,
    Number,
    Ones,
    Product,
    Quotient,
    Transpose,
    Variable,
)
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.verify import Check, Verifier
from explainer.verify.many_digits import Digits
from explainer.verify.smaller import SMALL, Smaller
from tests.cases import in_groups

LARGE = 20_000


def _line(size: int) -> tuple[Node, Node]:
    """A norm of a vector, and its derivative."""
    x = Variable("x", vector_shape(size))
    shapes = {"x": str(size)}
    return Derivative(parse_expression("norm(x)", shapes).expression, x), Transpose(
        parse_expression("normalize(x)", shapes).expression
    )


@pytest.mark.parametrize("size", [3, LARGE])
def test_what_is_wrong_is_refuted_and_what_is_right_is_not(size: int) -> None:
    line, right = _line(size)
    refuted = Verifier((line,)).refute(line, Product((TWO, right)))
    assert refuted.ok
    assert refuted.refutes
    assert ("smaller sizes" in refuted.message) == (size == LARGE)
    kept = Verifier((line,)).refute(line, right)
    assert not kept.ok
    assert kept.refutes
    assert kept.undecided == (size == LARGE)
    assert kept.message


def test_a_refutation_names_the_two_values() -> None:
    line, attempt = (parse_expression(text).expression for text in ("2 x", "3 x"))
    check = Verifier((line,)).refute(line, attempt)
    assert check.message == "at x = 1 the derivative is 2, but this gives 3"


def test_a_refutation_without_a_small_whole_point_names_the_two_values_all_the_same() -> None:
    """Of vectors there is no such point, and their values are not printed."""
    line, attempt = (parse_expression(text, {"x": "n"}).expression for text in ("2 sum(x)", "3 sum(x)"))
    said = re.fullmatch(
        r"at one point the derivative is (\S+), but this gives (\S+)", Verifier((line,)).refute(line, attempt).message
    )
    assert said is not None
    assert float(said[2]) == pytest.approx(1.5 * float(said[1]), rel=1e-4)
    line, attempt = (parse_expression(text, {"x": "n"}).expression for text in ("2 x", "3 x"))
    message = Verifier((line,)).refute(line, attempt).message
    assert message == "at one point the derivative is another value, but this gives this"


def test_an_attempt_without_a_value_is_not_refuted() -> None:
    line, attempt = (parse_expression(text).expression for text in ("x", "ln(-x^2 - 1)"))
    check = Verifier((line,)).refute(line, attempt)
    assert (check.ok, check.refutes, check.undecided) == (False, True, True)


def test_lines_are_checked_at_smaller_sizes_under_the_same_conditions() -> None:
    """A large symmetric matrix stays symmetric where it is made small."""
    S = Variable("S", matrix_shape(LARGE, LARGE))
    symmetric = Comparison("=", Transpose(S), S)
    check = Verifier((S,)).check(S, Transpose(S), (symmetric,))
    assert check.ok
    assert "smaller sizes" in check.message
    assert not Verifier((S,)).check(S, Negate(Transpose(S)), (symmetric,)).ok
    assert not Verifier((S,)).check(S, Transpose(S)).ok


@pytest.mark.parametrize(("size", "opened"), [(SMALL, False), (SMALL + 1, True)])
def test_only_sizes_that_are_large_are_made_smaller(size: int, opened: bool) -> None:
    line = parse_expression("sum(c)", {"c": str(size)}).expression
    smaller = Smaller((line,), lambda lines: Verifier(lines))
    assert (smaller.check(line, line, ()) is not None) == opened


def test_a_large_size_gets_a_letter_that_no_line_has() -> None:
    """Also none that only one of the lines has: n would make what is n by 1,000 square, and its transpose fit."""
    A, B = Variable("A", matrix_shape("n", LARGE)), Variable("B", matrix_shape("m", LARGE))
    seen: list[Node] = []

    class Kept:
        def check(self, before: Node, after: Node, conditions: tuple[Node, ...]) -> Check:
            seen.extend((before, after, *conditions))
            return Check(True, 0.0, 1, "")

        refute = check

    Smaller((A,), lambda lines: Kept()).check(
        A, B, (nodes.Comparison("=", nodes.size_value("k"), nodes.size_value("p")),)
    )
    sizes = {str(size) for line in seen[:2] for size in line.shape.sizes}
    assert {"n", "m"} < sizes
    assert len(sizes) == 3
    assert not {"k", "p"} & sizes


def _derived(text: str) -> tuple[Node, Variable]:
    """The derivative of a function of a large vector c, and that vector."""
    c = Variable("c", vector_shape(LARGE))
    return Derivative(parse_expression(text, {"c": str(LARGE)}).expression, c), c


def test_conditions_hold_at_smaller_sizes_too() -> None:
    line, c = _derived("norm1(c)")
    ones = Transpose(Ones(LARGE))
    positive = Comparison(">", c, ZERO)
    assert Verifier((line,)).check(line, ones, (positive,)).ok
    assert not Verifier((line,)).check(line, ones).ok


def test_the_number_of_entries_becomes_smaller_with_them() -> None:
    line, _ = _derived("mean(c)")
    assert Verifier((line,)).check(line, Quotient(Transpose(Ones(LARGE)), Number(Fraction(LARGE)))).ok
    assert not Verifier((line,)).check(line, Quotient(Transpose(Ones(LARGE)), Number(Fraction(LARGE + 1)))).ok


DIGITS = Digits(200)
EVERY = ("sin", "cos", "tan", "tanh", "arctan", "arcsinh", "sqrt", "erf", "floor", "ceil", "sign", "exp", "expm1",
         "sinh", "cosh", "log", "log1p", "cbrt")  # fmt: skip


@in_groups("name", EVERY)
def test_functions_of_numbers_beyond_all_measure_have_no_value(name: str) -> None:
    huge = DIGITS.context.ldexp(1, 5000)
    found = getattr(DIGITS, name)([huge, -huge, DIGITS.nan, 0.5]).tolist()
    assert all(value != value for value in found[:3])
    assert found[3] == found[3]


@pytest.mark.parametrize("name", ["power", "true_divide", "arctan2"])
def test_of_what_is_no_number_nothing_is_one(name: str) -> None:
    nothing = DIGITS.nan
    for first, second in product((nothing, 0, 1, -2), repeat=2):
        found = getattr(DIGITS, name)([first], [second]).tolist()[0]
        if first is nothing or second is nothing:
            assert found != found, (first, second)


@pytest.mark.parametrize("name", ["exp", "expm1", "sinh", "cosh"])
def test_what_grows_fast_has_a_value_as_long_as_it_fits(name: str) -> None:
    function = getattr(DIGITS, name)
    assert all(value == value for value in function([999_999, -999_999, 1_000_000]).tolist())
    assert all(value != value for value in function([1_000_001, -1_000_001]).tolist())


def test_powers_of_two_and_their_logarithms() -> None:
    values = DIGITS.exp2(DIGITS.array(numpy.array([3, -2, 0.5])))
    assert [float(value) for value in values] == pytest.approx([8, 0.25, 2**0.5], rel=1e-15)
    assert [float(value) for value in DIGITS.log2(values)] == pytest.approx([3, -2, 0.5], rel=1e-15)
