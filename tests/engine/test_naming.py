"""Names for terms of a result: `… where e_i = w · x_i + b - y_i`, with no e_i in the function."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.errors import ParseError, UnsupportedError
from explainer.expr.node import subnodes
from explainer.expr.nodes import ColumnForm, Entry, Variable, Where
from explainer.language import parse_expression
from explainer.rules import plain
from explainer.rules.chain.programs import words_for_program
from tests.cases import in_groups

ERRORS = "1/N sum(i=1..N, (w · x_i + b - y_i)^2)"
SHAPES = {"w": "n", "X": "N x n", "y": "N"}


def last_line(trace: Trace) -> str:
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    return trace.result.text()


@pytest.mark.parametrize(
    "definition", ["e_i = w · x_i + b - y_i", "e_i = b - y_i + w · x_i", "e = column(i=1..N, w · X_i + b - y_i)"]
)
def test_the_order_of_terms_does_not_matter_for_a_name(definition: str) -> None:
    result = last_line(derive(f"{ERRORS} where {definition}", "w", SHAPES, method="chain"))
    assert result.startswith("(2 / N) sum(i=1..N, e_i X_i') where e = column(i=1..N, ")


def test_the_negative_of_a_term_takes_the_name_with_a_sign() -> None:
    trace = derive(f"{ERRORS} where r_i = y_i - b - w · x_i", "w", SHAPES, method="chain")
    assert "-r_i" in last_line(trace) or "(-2 / N)" in last_line(trace)


def test_a_name_without_index_names_a_scalar_term() -> None:
    trace = derive("sin(x^2) x where s = x^2", "x", method="operator")
    assert last_line(trace) == "sin(s) + 2 s cos(s) where s = x^2"
    assert any("will name x^2" in note for note in trace.problem.notes)


def test_a_name_may_rest_on_names_that_the_function_uses() -> None:
    trace = derive("sin(u) x where u = x^2, s = sin(u)", "x", method="operator")
    assert last_line(trace).endswith("where s = sin(x^2)")


def test_a_named_result_has_the_value_of_the_derivative() -> None:
    trace = derive(f"{ERRORS} where e_i = w · x_i + b - y_i", "b", SHAPES, method="chain")
    X, y, w, b = np.array([[1.0, 2.0], [0.5, -1.0], [3.0, 1.0]]), np.array([1.0, 2.0, 0.0]), np.array([0.3, -0.2]), 0.7
    np.testing.assert_allclose(trace.result.evaluate({"X": X, "y": y, "w": w, "b": b}), 2 * np.mean(X @ w + b - y))


UNUSED = (
    ("x^3 where u = sin(x)", "u", "3 x^2"),
    ("x where y_1 = 2", "y_1", "1"),
    ("x + u_2 where u_1 = x^2, u_2 = sin(x)", "u_1", "1 + cos(x)"),
    ("u_2 where u_1 = x^2, u_2 = sin(x), u_3 = u_1 u_2", "u_1 u_3", "cos(x)"),
    ("x^2 where u = y, v = u^2, w = v + y", "u v w", "2 x"),
    ("sum(i=1..N, x^2 y_i) where e_i = y_i - 3 z_i", "e_i", "2 x sum(i=1..N, y_i)"),
    ("sin(x^2) x where s = x^2, t = x^3", "t", "sin(s) + 2 s cos(s) where s = x^2"),
)
"""Definitions that neither the function uses nor the result, as pasted text has them: their names, and what is left."""


@in_groups("method", ["auto", "operator", "chain", "chain-alias", "elements", "backward", "differential"])
@in_groups(("text", "names", "wanted"), UNUSED, ids=[text for text, *_ in UNUSED])
def test_a_definition_that_nothing_uses_is_left_aside_and_a_note_says_so(
    text: str, names: str, wanted: str, method: str
) -> None:
    trace = derive(text, "x", {"y": "N", "z": "N"} if "sum" in text else None, method=method)
    result = last_line(trace)
    assert result == wanted or method not in ("auto", "operator")
    for name in names.split():
        assert any(note.startswith(f"{name} is not used in the function") for note in trace.problem.notes)
        assert f"{name} = " not in result


def test_an_indexed_definition_that_the_function_uses_is_put_in() -> None:
    trace = derive("sum(i=1..N, e_i^2) where e_i = w · x_i - y_i", "w", SHAPES, method="chain")
    assert last_line(trace) == "2 sum(i=1..N, (w · X_i - y_i) X_i')"


def test_an_indexed_definition_is_the_definition_of_a_vector() -> None:
    where = parse_expression("sum(i=1..N, e_i^2) where e_i = 2 y_i", {"y": "N"}).expression
    assert isinstance(where, Where)
    (definition,) = where.definitions
    assert isinstance(definition.left, Variable)
    assert str(definition.left.shape) == "N"
    assert isinstance(definition.right, ColumnForm)
    assert definition.right.text() == "column(i=1..N, 2 y_i)"
    assert any(isinstance(part, Entry) and part.base is definition.left for _, part in subnodes(where.body))


def test_a_letter_that_no_sum_binds_belongs_to_the_name() -> None:
    where = parse_expression("u_i + x where u_i = x^2").expression
    assert isinstance(where, Where)
    assert where.definitions[0].left is Variable("u_i")


def test_a_vector_that_is_defined_for_every_index_is_put_in_where_it_is_used() -> None:
    parsed = parse_expression("sum(i=1..N, w · h_i + sum(h_i)) where h_i = 2 X_i", SHAPES)
    assert parsed.expression.text() == "sum(i=1..N, w · (2 X_i) + sum(2 X_i))"
    assert "h_i is substituted wherever it is used." in parsed.notes
    assert "H" not in parsed.shapes


def test_a_vector_for_every_index_that_is_used_as_a_whole_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedError, match="h_i is defined row by row, but H is used as a whole"):
        parse_expression("sum(i=1..N, w · h_i) + sum(H) where h_i = 2 X_i", SHAPES)


# --- the variable itself has a definition ----------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["operator", "chain", "elements"])
def test_the_derivative_by_a_defined_name_is_taken_before_the_definition_is_put_in(method: str) -> None:
    trace = derive("u sin(u) where u = x^2", "u", method=method)
    assert isinstance(trace.start, Where)
    assert last_line(trace) in {"sin(x^2) + x^2 cos(x^2)", "x^2 cos(x^2) + sin(x^2)"}


def test_other_definitions_are_put_in_before() -> None:
    trace = derive("u v where v = 3 x, u = v^2", "u")
    assert last_line(trace) == "3 x"


def test_the_derivative_by_a_defined_name_is_checked_under_the_definition() -> None:
    trace = derive("u sin(u) where u = x^2", "u", method="chain", layout="denominator")
    assert trace.result.evaluate({"x": 1.5}) == pytest.approx(np.sin(2.25) + 2.25 * np.cos(2.25))
    assert all(step.check.points >= 3 for step in trace.steps)


@pytest.mark.parametrize(
    "text",
    [
        "sum(i=1..N, e_i) where e_i = e_i + 1",
        "u where u = u + x",
        "sum(i=1..N, e_i) where e_i = d_i, d_i = e_i + x_i",
        "u where u = v x, v = u + x",
    ],
)
def test_definitions_that_use_themselves_or_each_other_are_refused(text: str) -> None:
    with pytest.raises(ParseError, match="not defined before it"):
        parse_expression(text)


# --- the names are the intermediate variables ------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["chain", "chain-forward", "chain-alias"])
def test_the_chain_methods_take_the_names_that_were_given(method: str) -> None:
    trace = derive("p + sin(p) where p = x^2 + x", "x", method=method)
    assert trace.steps[0].rule == "use-given-names"
    assert "p = x^2 + x" in trace.steps[0].after.text()
    assert trace.status == "finished"
    values = {"x": 0.7}
    expected = (2 * 0.7 + 1) * (1 + np.cos(0.7**2 + 0.7))
    assert trace.result.evaluate(values) == pytest.approx(expected)
    assert all(step.check.ok for step in trace.steps)


def test_a_name_that_does_not_depend_on_the_variable_is_put_in_first() -> None:
    trace = derive("sin(u) x where u = y^2", "x", method="chain")
    assert trace.steps[0].rule == "substitute"
    assert last_line(trace) == "sin(y^2)"


def test_a_whole_chain_may_be_typed() -> None:
    trace = derive("u_3 where u_1 = x^3, u_2 = sin(u_1), u_3 = ln(u_2)", "x", method="chain")
    assert "d(u_3)/d(u_2) d(u_2)/d(u_1) d(u_1)/d(x)" in [
        step.after.text().partition(" where")[0] for step in trace.steps
    ]
    assert last_line(trace) == derive("ln(sin(x^3))", "x", method="chain").result.text()


@in_groups("method", ["chain", "chain-alias", "backward"])
@in_groups("first", range(1, 5))
@pytest.mark.parametrize("constant", ["u_1", "u_3", "y"])
def test_names_that_were_given_stay_apart_from_new_ones(method: str, first: int, constant: str) -> None:
    """Whatever numbers the given names have, and whatever other letters stand in the function."""
    one, other = f"u_{first}", f"u_{first + 1}"
    if constant in (one, other):
        return
    trace = derive(
        f"{other} + {constant} where {one} = sin(x) + x, {other} = x {one}^2 + {constant}", "x", method=method
    )
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    at = 0.7
    inner = np.sin(at) + at
    assert trace.evaluate({"x": at, constant: 2.0}) == pytest.approx(inner**2 + 2 * at * inner * (np.cos(at) + 1))


@pytest.mark.parametrize("outer", ["ln", "exp", "sqrt"])
@pytest.mark.parametrize("shared", ["sin(x)", "sigmoid(x)", "tanh(x)"])
def test_a_part_that_is_used_again_has_the_name_alone(outer: str, shared: str) -> None:
    """The 3 − of ln(3 − σ) is part of what the logarithm is taken of, unless σ needs a name anyway."""
    again, once = (
        next(step.after for step in derive(text, "x", method="chain").steps if step.rule == "introduce-variables")
        for text in (f"{outer}(3 - {shared}) + cos({shared})", f"cos({outer}(3 - {shared}))")
    )
    assert isinstance(again, Where)
    assert isinstance(once, Where)
    assert [equation.text() for equation in again.definitions[:2]] == [f"u_1 = {shared}", f"u_2 = {outer}(3 - u_1)"]
    assert [equation.text() for equation in once.definitions[:2]] == [f"u_1 = 3 - {shared}", f"u_2 = {outer}(u_1)"]


@pytest.mark.parametrize("count", range(2, 6))
def test_the_words_of_a_program_name_its_last_variable(count: int) -> None:
    chain = ", ".join(["u_1 = x^2", *(f"u_{k} = sin(u_{k - 1})" for k in range(2, count + 1))])
    program = parse_expression(f"u_{count} where {chain}").expression
    assert isinstance(program, Where)
    assert f"from u_{count} back to x" in plain(words_for_program(program.definitions, Variable("x")))
