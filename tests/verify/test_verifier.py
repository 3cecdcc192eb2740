"""The verifier accepts what is true and rejects what is wrong, near misses above all."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy
import pytest

from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    ZERO,
    Apply,
    Cases,
    Comparison,
    Delta,
    Derivative,
    Diag,
    Dot,
    Entry,
    Equation,
    Expand,
    FunctionCall,
    Grid,
    Hadamard,
    HadamardQuotient,
    Identity,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Negate,
    Number,
    Ones,
    Power,
    Product,
    Quotient,
    RowForm,
    SizeValue,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    Vector,
    Where,
    number,
)
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.operations import OPERATIONS
from explainer.verify import Check, Verifier, verify
from explainer.verify.points import SIZES, Sizes
from tests.cases import in_groups

s, t, z = Variable("s"), Variable("t"), Variable("z")
x, w = Variable("x", vector_shape("n")), Variable("w", vector_shape("n"))
W = Variable("W", matrix_shape("m", "n"))
A = Variable("A", matrix_shape("n", "n"))
X, y = Variable("X", matrix_shape("N", "n")), Variable("y", vector_shape("N"))
u1, u2 = Variable("u_1"), Variable("u_2")
i, j = Index("i", "n"), Index("j", "n")


def apply(name: str, *arguments: Node) -> Apply:
    return Apply(OPERATIONS[name], arguments)


def square(node: Node) -> Node:
    return Power(node, number(2))


def relu_cases(condition: Node, below: Node, above: Node) -> Cases:
    return Cases((below, above), (Comparison("<=", condition, ZERO), Comparison(">", condition, ZERO)))


product_rule = Sum((Product((number(2), s, apply("sin", s))), Product((square(s), apply("cos", s)))))

TRUE: dict[str, tuple[Node, Node]] = {
    "product rule": (Derivative(Product((square(s), apply("sin", s))), s), product_rule),
    "gradient of a dot product": (Derivative(Dot(w, x), w), Transpose(x)),
    "Jacobian of a matrix product": (Derivative(MatrixProduct((W, x)), x), W),
    "Jacobian of a square matrix product": (Derivative(MatrixProduct((A, x)), x), A),
    "Hadamard quotient": (
        Derivative(HadamardQuotient(w, x), x), Diag(Negate(HadamardQuotient(w, Power(x, number(2))))),
    ),
    "maximum": (Derivative(apply("max", ZERO, s), s), relu_cases(s, ZERO, number(1))),
    "quadratic form": (
        Derivative(MatrixProduct((Transpose(x), A, x)), x), MatrixProduct((Transpose(x), Sum((A, Transpose(A))))),
    ),
    "sum reduction": (Derivative(SumReduction(Product((z, x))), z), SumReduction(x)),
    "softmax": (
        Derivative(apply("softmax", x), x),
        Sum((
            Diag(apply("softmax", x)),
            Negate(MatrixProduct((apply("softmax", x), Transpose(apply("softmax", x))))),
        )),
    ),
    "size": (Derivative(SumReduction(Sum((x, Expand(z, "n")))), z), SizeValue("n")),
    "abstract elementwise function": (
        Derivative(FunctionCall("f", (x,), x.shape, True), x),
        Grid(i, j, Product((
            Derivative(FunctionCall("f", (Entry(x, (i,)),), vector_shape("n"), True, (i,)), Entry(x, (i,))),
            Delta(i, j),
        ))),
    ),
    "abstract function": (
        Derivative(Product((s, FunctionCall("f", (s,)))), s),
        Sum((FunctionCall("f", (s,)), Product((s, Derivative(FunctionCall("f", (s,)), s))))),
    ),
    "narrow domain": (
        Derivative(apply("arcsin", apply("arcosh", s)), s),
        Quotient(number(1), Product((apply("sqrt", Sum((number(1), Negate(square(apply("arcosh", s)))))),
                                     apply("sqrt", Sum((square(s), Negate(number(1)))))))),
    ),
    "zero by cancellation": (
        Derivative(Sum((square(apply("sin", s)), square(apply("cos", s)))), s), ZERO,
    ),
    "zero from differences": (
        Derivative(Sum((apply("abs", s), Negate(apply("sqrt", square(apply("abs", s)))))), s), ZERO,
    ),
    "second derivative": (
        Derivative(Derivative(Power(s, number(5)), s), s), Product((number(20), Power(s, number(3)))),
    ),
}  # fmt: skip


@in_groups("name", TRUE)
def test_what_is_true_is_accepted(name: str) -> None:
    check = verify(*TRUE[name])
    assert check.ok, check
    assert check.points >= 4
    assert check.max_error < 1e-5


def wrong_versions(after: Node) -> dict[str, Node]:
    """A true right side, spoiled in ways that keep its shape."""
    spoiled = {
        "doubled": Sum((after, after)),
        "negated": Negate(after),
        "one percent off": Sum((after, Product((Number(Fraction(1, 100), 2), after)))),
    }
    if after.shape.is_matrix and after.shape.rows == after.shape.columns:
        spoiled["transposed"] = Transpose(after)
    return spoiled


@in_groups("name", [name for name in TRUE if not name.startswith("zero")])
def test_what_is_spoiled_is_rejected(name: str) -> None:
    before, after = TRUE[name]
    symmetric = name in {"Hadamard quotient", "softmax", "abstract elementwise function"}
    for kind, wrong in wrong_versions(after).items():
        if not (kind == "transposed" and symmetric):
            check = verify(before, wrong)
            assert not check.ok, (name, kind)
            assert check.max_error > 1e-3
            assert check.points >= 4


@in_groups(
    ("before", "after"),
    [
        pytest.param(Derivative(Power(s, number(4)), s), Product((number(4), square(s))), id="exponent off by one"),
        pytest.param(TRUE["product rule"][0], product_rule.terms[0], id="dropped term"),
        pytest.param(TRUE["product rule"][0], Sum((*product_rule.terms, number(Fraction(1, 1000)))), id="extra term"),
        pytest.param(
            Derivative(HadamardQuotient(w, x), w), Diag(HadamardQuotient(x, Hadamard((w, w)))), id="swapped quotient"
        ),
        pytest.param(apply("max", s, t), apply("min", s, t), id="max for min"),
        pytest.param(
            Derivative(apply("max", ZERO, s), s), relu_cases(s, number(1), ZERO), id="cases the wrong way round"
        ),
        pytest.param(Derivative(apply("ln", s), s), Quotient(number(1), square(s)), id="wrong logarithm"),
        pytest.param(Derivative(MatrixProduct((A, x)), x), Transpose(A), id="transposed square Jacobian"),
        pytest.param(Derivative(SumReduction(Product((x, z))), z), SizeValue("n"), id="n for the sum of x"),
        pytest.param(MatrixProduct((A, Transpose(A))), MatrixProduct((Transpose(A), A)), id="factors exchanged"),
        pytest.param(
            Derivative(FunctionCall("f", (s,)), s), FunctionCall("f", (s,)), id="a function for its derivative"
        ),
        pytest.param(FunctionCall("f", (s,)), FunctionCall("g", (s,)), id="another function"),
        pytest.param(FunctionCall("f", (s, t)), FunctionCall("f", (t, s)), id="arguments exchanged"),
        pytest.param(Diag(x), Grid(i, j, Entry(x, (i,))), id="off the diagonal"),
        pytest.param(IndexedSum(i, Entry(x, (i,))), IndexedSum(i, Entry(x, (i,)), 2), id="a sum that starts too late"),
    ],
)
def test_near_misses_are_rejected(before: Node, after: Node) -> None:
    check = verify(before, after)
    assert not check.ok
    assert check.points >= 4
    assert check.message


def test_tiny_values_are_compared_by_their_own_size() -> None:
    """The slope of twenty nested sigmoids is about 10⁻¹³, and twice that is still wrong."""
    node: Node = s
    factors: list[Node] = []
    for _ in range(20):
        outer = apply("sigmoid", node)
        factors.append(Product((outer, Sum((number(1), Negate(outer))))))
        node = outer
    right = Product(tuple(factors))
    assert verify(Derivative(node, s), right).ok
    assert not verify(Derivative(node, s), Product((number(2), right))).ok


# --- shapes, points and conditions -----------------------------------------------------------------------------------


def test_different_shapes_are_rejected() -> None:
    check = verify(Derivative(Dot(w, x), w), x)
    assert check == Check(False, float("inf"), 0, "the two lines have different shapes: 1×n and n×1")


def test_without_a_usable_point_nothing_is_true() -> None:
    nowhere = apply("ln", Negate(square(s)))
    check = verify(nowhere, nowhere)
    assert (check.ok, check.points) == (False, 0)
    assert check.message == "no point was found where the two lines have a value"


def test_conditions_that_never_hold_prove_nothing() -> None:
    check = verify(s, s, (Comparison("<", square(s), ZERO),))
    assert not check.ok
    assert check.points == 0


def test_conditions_select_the_points() -> None:
    positive = (Comparison(">", s, ZERO),)
    assert not verify(apply("abs", s), s).ok
    assert verify(apply("abs", s), s, positive).ok
    assert not verify(apply("abs", s), Negate(s), positive).ok


def test_conditions_on_vectors_hold_for_every_entry() -> None:
    assert verify(apply("max", w, x), w, (Comparison(">", w, x),)).ok
    assert not verify(apply("max", w, x), x, (Comparison(">", w, x),)).ok


def test_a_condition_on_an_open_index_holds_for_every_index() -> None:
    condition = (Comparison(">", Entry(x, (i,)), ZERO),)
    assert verify(apply("abs", Entry(x, (i,))), Entry(x, (i,)), condition).ok
    assert not verify(apply("abs", Entry(x, (i,))), Entry(x, (i,))).ok


def test_lines_with_open_indices_hold_for_all_of_them() -> None:
    before = Derivative(Product((Entry(w, (i,)), Entry(x, (i,)))), Entry(w, (j,)))
    assert verify(before, Product((Entry(x, (i,)), Delta(i, j)))).ok
    assert not verify(before, Entry(x, (i,))).ok


def test_a_narrow_condition_is_met_with_more_points() -> None:
    narrow = (Comparison(">", s, number(Fraction(48, 10))),)
    check = verify(apply("abs", s), s, narrow)
    assert check.ok
    assert check.points >= 4


@pytest.mark.parametrize("start", [Fraction(20), Fraction(1000)])
def test_functions_that_begin_far_out_find_points(start: Fraction) -> None:
    inner = Sum((s, Negate(number(start))))
    assert verify(Derivative(apply("ln", inner), s), Quotient(number(1), inner)).ok
    assert not verify(Derivative(apply("ln", inner), s), Quotient(number(2), inner)).ok


def test_large_powers_of_negative_numbers_are_compared() -> None:
    before = Derivative(Power(s, number(2000)), s)
    assert verify(before, Product((number(2000), Power(s, number(1999))))).ok
    assert not verify(before, Product((number(2000), Power(s, number(2000))))).ok


def test_an_expression_without_a_value_does_not_pass() -> None:
    by_a_row = Derivative(SumReduction(A), MatrixRow(A, number(1)))
    check = verify(by_a_row, by_a_row)
    assert not check.ok
    assert check.message == "the lines cannot be evaluated: A_1 is not a variable of differentiation"


def test_sizes_differ_from_each_other_in_both_ways_and_between_them() -> None:
    for way in range(len(SIZES)):
        sizes = Sizes(way, [f"n_{k}" for k in range(12)])
        numbers = [sizes[f"n_{k}"] for k in range(12)]
        assert len(set(numbers)) == 12
    assert all(first != second for first, second in zip(*SIZES, strict=True))


def test_every_open_size_is_tried_in_two_ways() -> None:
    """A statement that holds for one size only: n = 3, or n = 2."""
    for size in (2, 3):
        assert not verify(SizeValue("n"), Number(Fraction(size))).ok
    assert not verify(SumReduction(Ones("n")), number(3)).ok


def test_equal_seeds_give_equal_checks() -> None:
    before, after = TRUE["product rule"]
    assert verify(before, after) == verify(before, after)
    assert Verifier((before,), seed=5).check(before, after).ok


def test_the_message_shows_the_two_values() -> None:
    check = verify(square(s), Product((number(3), square(s))))
    first, second = (float(part) for part in check.message.removeprefix("the two lines differ: ").split(" is not "))
    assert second == pytest.approx(3 * first, rel=1e-4)


def test_a_check_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        verify(s, s).ok = False  # type: ignore[misc]


# --- programs of intermediate variables ------------------------------------------------------------------------------

definitions = (Equation(u1, square(s)), Equation(u2, Sum((s, u1))))
start = Where(Derivative(u2, s), definitions)


def fact(left: Node, right: Node) -> Where:
    return Where(start.body, definitions, (Equation(left, right),))


def test_true_facts_are_accepted() -> None:
    assert verify(start, fact(Derivative(u1, s), Product((number(2), s)))).ok
    assert verify(start, fact(Derivative(u2, s, "partial"), number(1))).ok
    assert verify(start, fact(Derivative(u2, u1, "partial"), number(1))).ok


def test_wrong_facts_are_rejected() -> None:
    check = verify(start, fact(Derivative(u1, s), Product((number(3), s))))
    assert not check.ok
    assert check.message.startswith("the two sides of a new equation differ")
    assert not verify(start, fact(Derivative(u2, s, "total"), number(1))).ok


def test_facts_that_were_there_before_are_not_compared_again() -> None:
    wrong = fact(Derivative(u1, s), s)
    assert verify(wrong, wrong).ok
    other = (Equation(u1, Power(s, number(3))), definitions[1])
    assert not verify(wrong, Where(wrong.body, other, wrong.facts)).ok


def test_the_single_path_rule_on_two_paths_is_rejected() -> None:
    """The wrong 2x of the paper: du₂/du₁ du₁/ds alone forgets the direct path."""
    by_parts = Product((Derivative(u2, u1, "partial"), Derivative(u1, s)))
    assert not verify(start, Where(by_parts, definitions)).ok
    assert verify(start, Where(Sum((Derivative(u2, s, "partial"), by_parts)), definitions)).ok


def test_introducing_definitions_keeps_the_value() -> None:
    assert verify(Derivative(Sum((s, square(s))), s), start).ok
    wrong = (Equation(u1, Power(s, number(3))), definitions[1])
    assert not verify(Derivative(Sum((s, square(s))), s), Where(start.body, wrong)).ok


# --- a network -------------------------------------------------------------------------------------------------------


def neuron(b: Node) -> tuple[Node, Node, Index]:
    index = Index("i", "N")
    return Sum((Dot(w, MatrixRow(X, index)), b)), Entry(y, (index,)), index


def test_the_gradient_of_a_loss_is_accepted_and_its_spoiled_forms_rejected() -> None:
    b = Variable("b")
    activation, target, index = neuron(b)
    error = Sum((target, Negate(apply("max", ZERO, activation))))
    mean = Quotient(number(1), SizeValue("N"))
    loss = Product((mean, IndexedSum(index, square(error))))

    def gradient(factor: int, row: Node) -> Node:
        slope = Product((number(factor), Sum((activation, Negate(target))), Transpose(row)))
        zero = Product((number(0), Transpose(row)))
        return Product((mean, IndexedSum(index, relu_cases(activation, zero, slope))))

    verifier = Verifier((Derivative(loss, w),))
    assert verifier.check(Derivative(loss, w), gradient(2, MatrixRow(X, index))).ok
    assert not verifier.check(Derivative(loss, w), gradient(1, MatrixRow(X, index))).ok
    assert not verifier.check(Derivative(loss, w), gradient(-2, MatrixRow(X, index))).ok
    assert not verifier.check(Derivative(loss, w), gradient(2, MatrixRow(X, Number(Fraction(1))))).ok


def test_values_too_large_for_memory_are_compared_at_smaller_sizes() -> None:
    large = Variable("c", vector_shape(5000))
    check = verify(Derivative(apply("norm", large), large), Transpose(apply("normalize", large)))
    assert check.ok
    assert "with smaller sizes in place of 5,000" in check.message
    wrong = verify(Derivative(apply("norm", large), large), Negate(Transpose(apply("normalize", large))))
    assert not wrong.ok
    middle = Variable("c", vector_shape(60))
    assert verify(Derivative(apply("norm", middle), middle), Transpose(apply("normalize", middle))).ok


def test_rows_and_columns_are_told_apart() -> None:
    row = RowForm(j, Entry(x, (j,)))
    assert verify(Transpose(x), row).ok
    assert not verify(Vector((s, t)), Vector((t, s))).ok
    assert verify(Identity("n"), Grid(i, j, Delta(i, j))).ok


def test_fifty_nested_sines_are_verified_line_by_line() -> None:
    nest: list[Node] = [s]
    for _ in range(50):
        nest.append(apply("sin", nest[-1]))
    lines: list[Node] = [Derivative(nest[50], s)]
    for k in range(1, 51):
        cosines = tuple(apply("cos", nest[m]) for m in range(49, 49 - k, -1))
        lines.append(Product((*cosines, Derivative(nest[50 - k], s))))
    verifier = Verifier((lines[0],))
    checks = [verifier.check(before, after) for before, after in pairwise(lines)]
    assert all(check.ok for check in checks)
    assert max(check.max_error for check in checks) < 1e-12
    wrong = Product((*lines[20].children[:-1], Derivative(nest[29], s)))
    assert not verifier.check(lines[19], wrong).ok


def test_numbers_do_not_warn() -> None:
    with numpy.errstate(all="raise"):
        assert verify(apply("ln", s), apply("ln", s)).ok


def test_terms_that_cancel_to_zero_leave_rounding_that_is_no_error() -> None:
    x, y = Variable("x"), Variable("y")
    half = Product((x, y, y))
    square = Power(half, TWO)
    first = Product((x, y, y, y, y))
    before = Quotient(Sum((first, Negate(Product((half, Derivative(half, x)))))), square)
    inner = Product((x, y, y, y, y, Derivative(x, x)))
    after = Quotient(Sum((first, Negate(inner))), square)
    for seed in range(20):
        assert Verifier([before], seed=seed).check(before, after).ok
        assert not Verifier([before], seed=seed).check(before, Quotient(first, square)).ok


def test_derivatives_that_cancel_in_a_sum_leave_noise_that_is_no_error() -> None:
    """The entries of softmax add up to 1, so the derivative of their sum is zero but for the noise of differences."""
    shapes = {"x": "n"}
    before = parse_expression("ones(n)' @ ∂(softmax(x))/∂(x)", shapes).expression
    after = parse_expression("ones(n)' @ ∂(exp(x) / sum(exp(x)))/∂(x)", shapes).expression
    wrong = parse_expression("ones(n)' @ ∂(exp(x))/∂(x)", shapes).expression
    assert Verifier([before]).check(before, after).ok
    assert not Verifier([before]).check(before, wrong).ok


@pytest.mark.parametrize("text", ["reciprocal(x - x)", "sinc(x - x)", "arsech(x - x)", "csc(x - x)"])
def test_a_division_by_zero_leaves_a_point_undecided(text: str) -> None:
    node = parse_expression(text, {"x": "scalar"}).expression
    check = verify(Derivative(node, Variable("x")), ZERO)
    assert check.state != "ok"


def test_slopes_that_are_lost_in_their_function_are_no_mistake() -> None:
    """The entries of softmax beside the largest one are far below the last digit that is computed of that one."""
    left, right = (
        parse_expression(text, {"x": "n"}).expression
        for text in (
            "∂(softmax((2 x)^3))/∂(x)",
            "(diag(softmax((2 x)^3)) - softmax((2 x)^3) @ softmax((2 x)^3)') @ diag(24 x^2)",
        )
    )
    for seed in range(10):
        assert Verifier((left,), seed=seed).check(left, right).ok
        assert Verifier((left,), seed=seed).check(left, Product((TWO, right))).state == "failed"


def test_abstract_functions_of_whole_vectors_are_told_apart_and_differentiated() -> None:
    def call(name: str, argument: Node, elementwise: bool = False) -> FunctionCall:
        return FunctionCall(name, (argument,), vector_shape("m"), elementwise)

    assert verify(call("f", x), call("f", x)).ok
    assert not verify(call("f", x), call("f", w)).ok
    assert not verify(call("f", x), call("g", x)).ok
    doubled = Derivative(Sum((call("f", x), call("f", x))), x)
    assert verify(doubled, Product((TWO, Derivative(call("f", x), x)))).ok
    assert not verify(doubled, Derivative(call("f", x), x)).ok
    both = FunctionCall("h", (x, y), vector_shape("m"))
    assert not verify(both, FunctionCall("h", (w, y), vector_shape("m"))).ok
    assert not verify(Derivative(both, y), Derivative(Sum((both, both)), y)).ok


def test_a_table_of_one_number_is_that_number() -> None:
    """Where a size is 1 a product of a row and a column is written as a matrix here and as a number there."""
    one = Variable("x", vector_shape(1))
    k, m = Index("k", 1), Index("m", 1)
    as_matrix = Grid(k, m, Product((Entry(one, (k,)), Entry(one, (m,)))))
    assert as_matrix.shape.is_matrix
    assert verify(as_matrix, square(Entry(one, (number(1),)))).ok
    assert not verify(as_matrix, Entry(one, (number(1),))).ok
    assert verify(one, Entry(one, (number(1),))).ok
    assert verify(Transpose(x), x).state == "failed"


@pytest.mark.parametrize(
    ("line", "same", "wrong"),
    [("X", "X @ [1]", "X @ [2]"), ("X @ [1]", "X", "2 X"), ("[[s]]", "s", "2 s"), ("s", "[[s]]", "[[s + 1]]")],
)
def test_a_column_is_compared_with_a_vector_and_a_table_of_one_entry_with_a_number(
    line: str, same: str, wrong: str
) -> None:
    before, right, other = (
        parse_expression(text, {"X": "n x 1", "s": "scalar"}, "s" if "s" in text else "X").expression
        for text in (line, same, wrong)
    )
    assert before.shape != right.shape
    assert Verifier((before,)).check(before, right).ok
    assert Verifier((before,)).check(before, other).state == "failed"


def test_an_order_that_never_holds_leaves_nothing_to_compare_though_its_sides_are_equal() -> None:
    line, order = (parse_expression(text).expression for text in ("2 s", "cases(1 if s > s, 0 otherwise)"))
    assert isinstance(order, Cases)
    assert Verifier((line,)).check(line, line, (order.conditions[0],)).state == "unchecked"


def test_where_two_sides_are_equal_all_around_a_line_is_compared_though_they_are_to_differ() -> None:
    """relu(x) and relu(2 x) meet at a kink in 0 alone; below it they are one, and the line says something there."""
    before, right, wrong = (
        parse_expression(text).expression
        for text in (
            "d(max(relu(x), relu(2 x)))/d(x)",
            "cases(0 if x < 0, 2 otherwise)",
            "cases(5 if x < 0, 2 otherwise)",
        )
    )
    apart = (Comparison("!=", parse_expression("relu(x)").expression, parse_expression("relu(2 x)").expression),)
    assert verify(before, right, apart).ok
    assert verify(before, wrong, apart).state == "failed"
