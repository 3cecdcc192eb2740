"""Faults that were found by deriving random text, each kept as a test named after what must hold."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import METHODS, Trace, derive
from explainer.errors import ParseError
from explainer.expr.node import at, subnodes, substitute
from explainer.expr.nodes import Derivative, Entry, Index, IndexedSum, Product, Variable
from explainer.expr.shape import vector_shape
from explainer.lessons import all_problems
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.lesson_lines import trace_of


def holds(trace: Trace) -> bool:
    return all(step.check.ok for step in trace.steps)


def test_replacing_an_index_leaves_one_of_the_same_name_that_a_sum_binds() -> None:
    x, i, j = Variable("x", vector_shape("n")), Index("i", "n"), Index("j", "n")
    inner = IndexedSum(i, Entry(x, (i,)))
    whole = Product((Entry(x, (i,)), inner))
    replaced = substitute(whole, {i: j})
    assert replaced is Product((Entry(x, (j,)), inner))


def test_an_index_that_comes_in_is_kept_apart_from_one_that_is_bound() -> None:
    x, i, j = Variable("x", vector_shape("n")), Index("i", "n"), Index("j", "n")
    pairs = IndexedSum(j, Product((Entry(x, (i,)), Entry(x, (j,)))))
    replaced = substitute(pairs, {i: j})
    assert isinstance(replaced, IndexedSum)
    assert replaced.index is not j
    assert replaced.free >= {x, j}
    assert not Verifier([pairs]).check(replaced, IndexedSum(j, Product((Entry(x, (j,)), Entry(x, (j,)))))).ok


def test_scalars_inside_a_matrix_product_move_out_of_it() -> None:
    trace = derive("sin(2 · e @ sum(x) · y)", "y", {"x": "n"})
    assert trace.status == "finished"
    assert holds(trace)


def test_a_sum_inside_a_sum_keeps_its_index_when_entries_are_picked() -> None:
    trace = derive("sum(x · sum(x))", "x_1", {"x": "3"}, method="elements")
    assert trace.status == "finished"
    np.testing.assert_allclose(trace.result.evaluate({"x": [1.0, 2.0, 4.0]}), 14.0)  # the slope of (x_1 + x_2 + x_3)^2
    assert holds(trace)


def test_an_entry_outside_a_sum_is_not_named_inside_it() -> None:
    trace = derive("x_i + sum(i=1..n, x_i)", "x_1", {"x": "n"}, method="chain-alias")
    assert holds(trace)


@pytest.mark.parametrize("method", ["chain", "auto"])
def test_a_condition_on_an_intermediate_variable_keeps_the_check_off_its_kinks(method: str) -> None:
    trace = derive("relu(2 (w · ln(x)) cases(0 if y <= 0, y otherwise))", "w", {"x": "n"}, method=method)
    assert trace.status == "finished"
    assert holds(trace)


def test_no_derivative_of_a_name_is_left_in_a_result() -> None:
    trace = derive("f(x)^n / softmax(x)", "x", {"x": "n"}, method="chain-alias", layout="denominator")
    assert holds(trace)
    assert trace.status == "finished"
    left = [part for _, part in subnodes(trace.result) if isinstance(part, Derivative)]
    assert [part.text() for part in left] == ["d(f(x))/d(x)"]


@pytest.mark.parametrize(("method", "u"), [("operator", "u"), ("chain", "u_1")])
def test_an_abstract_function_of_x_and_of_something_else_is_not_left_as_it_is(method: str, u: str) -> None:
    trace = derive("f(x, sin(x))", "x", {"x": "n", "f": "n"}, method=method)
    assert trace.status == "finished"
    assert holds(trace)
    assert trace.result.text() == f"∂(f(x, {u}))/∂(x) + ∂(f(x, {u}))/∂({u}) @ diag(cos(x)) where {u} = sin(x)"


def test_the_alias_of_a_vector_is_a_vector() -> None:
    trace = derive("softmax(x ⊗ sin(x))", "x", {"x": "n"}, method="chain-alias")
    assert trace.status == "finished"
    assert holds(trace)


def test_an_abstract_function_in_another_one_gets_a_letter_rule_by_rule() -> None:
    trace = derive("f(g(x))", "x", {"x": "n", "g": "k", "f": "m"}, method="operator")
    assert trace.status == "finished"
    assert trace.result.text() == "∂(f(u))/∂(u) @ ∂(g(x))/∂(x) where u = g(x)"
    assert trace.steps[0].rule == "abstract-chain"


@pytest.mark.parametrize("text", ["sum(i=1..n, sin(x_i)^2)", "sum(i=1..n, f_i.(x_i)^2)", "ln(sum(i=1..n, exp(2 x_i)))"])
def test_what_is_typed_with_entries_of_the_variable_is_derived_by_entries(text: str) -> None:
    trace = derive(text, "x", {"x": "n", "f": "n"})
    assert trace.status == "finished", trace.reason
    assert holds(trace)


@pytest.mark.parametrize("method", METHODS)
def test_a_list_of_reductions_has_one_gradient_below_the_other(method: str) -> None:
    trace = derive("[x · y, sum(x)^2]", "x", {"x": "n", "y": "n"}, method)
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == "stack(y', 2 sum(x) ones(n)')"
    assert all(step.check.ok for step in trace.steps)


def test_the_places_that_a_step_touches_are_there():
    for problem in all_problems():
        for step in trace_of(problem).steps:
            for line, paths in ((step.before, step.touched_before), (step.after, step.touched_after)):
                assert all(at(line, path).shape is not None for path in paths), problem.id


@pytest.mark.parametrize("name", ["sin", "max", "softmax", "ln"])
def test_a_function_is_no_variable(name: str) -> None:
    with pytest.raises(ParseError, match=f"{name} is a function") as caught:
        derive("sin(x)", wrt=name)
    assert caught.value.position == 0
    assert derive(f"3 {name} where {name}: scalar", wrt=name).result.text() == "3"


def test_the_maximum_is_flat_at_a_tie_whichever_way_round_it_is_typed() -> None:
    for text in ("max(x, 0)", "max(0, x)", "relu(x)", "min(x, 0)", "min(0, x)"):
        result = derive(text, wrt="x").result
        assert result.evaluate({"x": 0.0}) == 0
        assert {float(result.evaluate({"x": value})) for value in (-1.0, 2.0)} == {0.0, 1.0}


@pytest.mark.parametrize("text", ["cases(x if x != 2, 2 otherwise)", "cases(x^2 if x = 2, 4 otherwise)"])
def test_a_single_point_at_which_cases_change_is_a_condition(text: str) -> None:
    trace = derive(text, wrt="x")
    assert "x != 2" in {condition.text() for step in trace.steps for condition in step.conditions}
    assert all(step.check.ok for step in trace.steps)


def test_a_name_that_has_a_definition_is_no_variable_of_the_problem() -> None:
    trace = derive("mean(r^2) where r = X @ w - y", "w")
    assert set(trace.problem.shapes) == {"X", "w", "y"}
    assert trace.status == "finished"


@pytest.mark.parametrize("method", ["chain", "chain-forward", "chain-alias"])
@pytest.mark.parametrize(
    ("text", "wrt"),
    [
        ("mean(W @ sin(x)) (k x + exp(x)^k)", "k"),
        ("(a b / (1 + b^2))^2 (k x - exp(x)^k + k^2 w)", "k"),
        ("W @ W @ ((w - x) + (w · x + sum(x)))", "x"),
    ],
)
def test_no_line_shows_the_derivative_of_a_name_that_is_held_constant(text: str, wrt: str, method: str) -> None:
    """With u defined, ∂u/∂k is read as the derivative of what u stands for; where u is held, it is 0 at once."""
    trace = derive(text, wrt, {"x": "4", "w": "4", "W": "4 x 4", "k": "scalar"}, method)
    assert trace.status == "finished"
    assert holds(trace), [step.check.message for step in trace.steps if not step.check.ok]


@in_groups("inner", ["y - x", "-(x - y)", "z (y - x)", "-x"])
@in_groups("outer", ["ln(1 + exp(sigmoid({})))", "sigmoid({0}) + sigmoid(sigmoid({0}))", "sigmoid(-sigmoid({}))"])
@pytest.mark.parametrize("shapes", [{}, {"x": "n", "y": "n"}], ids=["numbers", "vectors"])
def test_a_sigmoid_inside_another_function_keeps_its_argument(inner: str, outer: str, shapes: dict[str, str]) -> None:
    trace = derive(outer.format(inner), "x", shapes)
    assert trace.status == "finished"
    assert holds(trace)


@pytest.mark.parametrize("method", ["auto", "chain", "operator"])
@pytest.mark.parametrize("inner", ["x - y", "x/z", "2 x", "x ⊗ y + z"])
def test_an_entry_of_a_softmax_is_told_by_its_exponential(inner: str, method: str) -> None:
    """e^(x_1 - y_1) over the sum of all is entry 1 of softmax(x - y): one is not left standing over the other."""
    trace = derive(f"-log(softmax({inner})_1)", "x", {"x": "n", "y": "n", "z": "scalar"}, method)
    assert trace.status == "finished"
    assert holds(trace)
    assert "exp(" not in trace.result.text()


def test_the_logarithm_of_a_share_is_a_difference() -> None:
    """The exponential above the bar cancels at once, and does not stand above and below the bar of the result."""
    trace = derive("-log(exp(w · x)/sum(i=1..m, exp(w · V_i)))", "w", {"w": "n", "x": "n", "V": "m x n"})
    assert trace.status == "finished"
    assert holds(trace)
    assert trace.result.text().endswith(" - x'")
