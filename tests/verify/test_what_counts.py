"""What is looked at in the branches of a line: which points count, and where derivatives by names mean nothing."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.expr import nodes
from explainer.expr.evaluate import Evaluator
from explainer.expr.node import Node
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.verify import Verifier
from explainer.verify.batch import Mask
from explainer.verify.branches import _bodies, branches, names_apart
from explainer.verify.drawn import Share, share
from explainer.verify.oracle import Oracle
from explainer.verify.points import LEAST_EIGENVALUE, RandomPoints, Sizes, obeying
from explainer.verify.smoothness import Smoothness


def test_the_names_that_a_maximum_chooses_between_are_kept_apart() -> None:
    line = parse_expression("d(m)/d(u) where u = x, v = x^2, w = 3 x, m = max(u, v) + sin(w)").expression
    (condition,) = names_apart(line)
    assert isinstance(condition, nodes.Where)
    assert isinstance(condition.body, nodes.Comparison)
    assert condition.body.relation == "!="
    assert {part.text() for part in condition.body.children} == {"u", "v"}
    assert not list(names_apart(parse_expression("m where u = x, v = x^2, m = max(u, v)").expression))


@pytest.mark.parametrize(
    "text",
    [
        "max(u, v)^2 where u = x^2, v = x^2",
        "abs(u - v) where u = x, v = x",
        "min(u, v) + u where u = sin(x), v = sin(x)",
        "max(u, v) where u = relu(x), v = relu(x)",
    ],
)
@pytest.mark.parametrize("method", ["chain", "chain-forward"])
def test_names_that_are_always_equal_are_not_checked_and_not_refuted(text: str, method: str) -> None:
    trace = explainer.derive(text, "x", method=method)
    states = [step.check.state for step in trace.steps]
    assert "failed" not in states
    assert "unchecked" in states
    whole = explainer.derive(text, "x")
    values = [{"x": x} for x in (-1.7, 0.6, 1.9)]
    for at in values:
        assert float(trace.result.evaluate(at)) == pytest.approx(float(whole.result.evaluate(at)))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("max(u, v) where u = x, v = x^2", "cases(1 if x > x^2, 2 x otherwise)", "cases(2 x if x > x^2, 1 otherwise)"),
        ("max(u, v) where u = 0 x, v = abs(x) - x", "cases(0 if x > 0, -2 otherwise)", "0 x"),
    ],
)
def test_names_that_are_equal_on_one_side_are_compared_there_too(text: str, right: str, wrong: str) -> None:
    function, definitions = text.split(" where ")
    line = parse_expression(f"d({function})/d(x) where {definitions}").expression
    for answer, state in ((right, "ok"), (wrong, "failed")):
        other = parse_expression(answer).expression
        assert Verifier((line,)).check(line, other).state == state


P, Y = nodes.Variable("p", vector_shape("n")), nodes.Variable("Y", matrix_shape("m", "n"))
COUNT = 60
POINTS = RandomPoints(0, COUNT, Sizes(0, ()))


def masks_of(text: str) -> tuple[list[Mask], dict[str, Mask]]:
    """At which points each branch of a function of x and y is taken and counts, and the values of the two."""
    line = parse_expression(text, {"x": "scalar", "y": "scalar"}).expression
    evaluator = Evaluator(POINTS, samples=(COUNT,), differentiate=Oracle(analytic_functions=True))
    values = {name: POINTS.variable(nodes.Variable(name)) for name in "xy"}
    return list(branches(line, evaluator, COUNT)), values


def test_a_branch_inside_a_maximum_counts_where_that_is_chosen() -> None:
    for name, larger in (("max", True), ("min", False)):
        masks, values = masks_of(f"{name}(relu(x), y)")
        x, y = values["x"], values["y"]
        relu = numpy.maximum(x, 0)
        chosen = relu > y if larger else relu < y
        expected = [relu < y, relu > y, chosen & (x < 0), chosen & (x > 0)]
        assert [mask.tolist() for mask in masks] == [way.tolist() for way in expected]


def test_the_parts_of_a_comparison_count_wherever_it_does() -> None:
    masks, values = masks_of("greater(relu(x), y)")
    x, relu = values["x"], numpy.maximum(values["x"], 0)
    expected = [relu < values["y"], relu > values["y"], x < 0, x > 0]
    assert [mask.tolist() for mask in masks] == [way.tolist() for way in expected]


def test_the_sides_of_an_absolute_value_meet_at_zero_and_zero_is_on_neither() -> None:
    masks, values = masks_of("norm1([x, 0 y])")
    x = values["x"]
    nowhere = numpy.zeros(COUNT, dtype=bool)
    assert [mask.tolist() for mask in masks] == [way.tolist() for way in (x > 0, x < 0, nowhere, nowhere)]


def test_a_function_of_a_rough_part_is_rough_in_its_variables_alone() -> None:
    line = parse_expression("abs(x) y + sin(z)").expression
    found = Smoothness(True).rough_variables(line)
    assert {part.text() for part in found} == {"x"}
    carried = parse_expression("u z where u = abs(x)").expression
    assert {part.text() for part in Smoothness(True).rough_variables(carried)} == {"x", "z"}
    assert not Smoothness(True).rough_variables(parse_expression("u z where u = sin(x)").expression)
    called = parse_expression("f(x) + y").expression
    assert not Smoothness(True).rough_variables(called)
    assert {part.text() for part in Smoothness(False).rough_variables(called)} == {"x"}


def test_a_symmetric_matrix_is_the_mean_of_a_matrix_and_its_transpose() -> None:
    values = numpy.array([[[1.0, 2.0], [6.0, -3.0]]])
    assert obeying("symmetric", values, (2, 2)).tolist() == [[[1.0, 4.0], [4.0, -3.0]]]
    assert obeying("diagonal", values, (2, 2)).tolist() == [[[1.0, 0.0], [0.0, -3.0]]]
    assert obeying("positive", values, (2, 2)).tolist() == [[[1.0, 2.0], [6.0, 3.0]]]
    assert obeying("symmetric", values, (2, 3)).tolist() == values.tolist()


def test_a_positive_definite_matrix_keeps_away_from_singular_ones_by_a_part_of_its_mean_eigenvalue() -> None:
    values = numpy.random.default_rng(0).normal(size=(50, 4, 4))
    values[:10, 0] = values[:10, 1]  # singular, so that the least eigenvalue is the part that is added
    found = numpy.linalg.eigvalsh(obeying("definite", values, (4, 4)))
    least = LEAST_EIGENVALUE / (1 + LEAST_EIGENVALUE) * found.mean(axis=1)
    assert (found[:, 0] > least * 0.999).all()
    assert found[:10, 0] == pytest.approx(least[:10])


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (nodes.SumReduction(P), nodes.ONE, Share("p", -1)),
        (nodes.MatrixProduct((Y, nodes.Ones("n"))), nodes.Ones("m"), Share("Y", -1)),
        (nodes.MatrixProduct((nodes.Transpose(Y), nodes.Ones("m"))), nodes.Ones("n"), Share("Y", -2)),
        (nodes.SumReduction(P), nodes.TWO, None),
        (nodes.SumReduction(nodes.Negate(P)), nodes.ONE, None),
        (nodes.SumReduction(Y), nodes.ONE, None),
        (nodes.MatrixProduct((Y, P)), nodes.Ones("m"), None),
        (nodes.MatrixProduct((nodes.Transpose(Y), Y, nodes.Ones("n"))), nodes.Ones("n"), None),
        (nodes.MatrixProduct((Y, nodes.Ones("n"))), nodes.Zeros(vector_shape("m")), None),
    ],
    ids=str,
)
def test_a_condition_that_entries_add_up_to_one_is_known_along_its_axis(
    left: Node, right: Node, found: Share | None
) -> None:
    assert share(nodes.Comparison("=", left, right)) == found
    assert share(nodes.Comparison("<=", left, right)) is None


def test_a_part_of_two_branches_counts_in_both() -> None:
    masks, values = masks_of("cases(relu(x) if y > 0, 2 relu(x) otherwise)")
    x, y = values["x"], values["y"]
    expected = [y > 0, y <= 0, x < 0, x > 0]
    assert [mask.tolist() for mask in masks] == [way.tolist() for way in expected]


def test_where_the_arguments_of_a_maximum_are_equal_neither_is_chosen() -> None:
    masks, _ = masks_of("max(0 x, 0 y)")
    assert not any(mask.any() for mask in masks)


def test_the_bodies_of_derivatives_are_functions_of_what_names_stand_for() -> None:
    line = parse_expression("d(sin(u))/d(u) d(u)/d(x) where u = x^2").expression
    assert {part.text() for body in _bodies(line) for part in body.free} == {"x"}
    assert _bodies(parse_expression("x^2").expression) == [parse_expression("x^2").expression]


@pytest.mark.parametrize(("text", "axes"), [("f(x)", 0), ("f(x, s)", 0), ("f(s)", 0), ("f.(x)", 1), ("f(W)", 0)])
def test_an_abstract_function_has_one_value_of_all_entries_unless_it_is_taken_of_each(text: str, axes: int) -> None:
    line = parse_expression(text, {"x": "n", "s": "scalar", "W": "m x n"}).expression
    evaluator = Evaluator(POINTS, samples=(COUNT,), differentiate=Oracle(analytic_functions=True))
    value = evaluator.value(line, ())
    assert value.shape[0] == COUNT
    assert value.ndim == 1 + axes
    assert numpy.unique(value).size == value.size


def test_points_drawn_to_fulfil_an_equation_are_not_asked_for_it_again() -> None:
    """Added up, shares are one but for rounding."""
    line, same = (
        parse_expression(text, {"p": "n", "s": "scalar"}).expression for text in ("s sum(p) + p_1", "s + p_1")
    )
    whole = nodes.Comparison("=", nodes.SumReduction(P), nodes.ONE)
    check = Verifier((line,)).check(line, same, (whole,))
    assert (check.state, check.points) == ("ok", 16)
    assert Verifier((line,)).check(line, same).state == "failed"
