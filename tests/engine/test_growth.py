"""How the cost of a derivation grows with the length of the function: no family of functions grows faster than k².

What is counted are calls of functions, besides the work that the budget counts: they are the same on every machine, and
a walk over a whole line for each of its parts shows in them even where it tries no rule.
"""

from __future__ import annotations

import pytest

import explainer
from explainer.budget import MOST_PARTS
from explainer.engine import Trace
from explainer.engine.agreement import chosen_method
from explainer.errors import LimitError
from explainer.expr import text as writing
from explainer.expr.node import Node
from explainer.expr.nodes import TWO, Equation, Quotient, Sum, Variable, Where
from explainer.expr.program import paths
from explainer.figures import figure
from explainer.language import parse_expression
from explainer.notation import compose, write_notation
from explainer.rules.chain.meaning import MOST_PUT_IN
from explainer.threads import Latest
from tests.benchmarks.families import FAMILIES, METHODS, Family
from tests.counting import calls
from tests.some import some_pairs

SMALL, AT_MOST = 6, 4.0
"""From here to twice as many, the law of growth shows and the test is quick: k² comes to 3.7 times at most."""

MOST = 4.6
"""For twice the length at most four times the cost, and a little for what is only done once."""


def _cost(family: Family, k: int, method: str) -> tuple[int, int]:
    """The work and the calls of a derivation with all its steps."""
    trace, count = _derived(family, k, method)
    return trace.budget.work, count


def _derived(family: Family, k: int, method: str) -> tuple[Trace, int]:
    """A derivation with all its steps, and the calls that it took."""
    text = family.text(k)
    found: list[Trace] = []

    def derive() -> None:
        found.append(explainer.derive(text, "x", family.shapes_of(text), method))
        assert found[0].status == "finished", found[0].reason

    count = calls(derive)
    return found[0], count


@pytest.mark.parametrize(
    ("family", "method"),
    some_pairs(2, [family for family in FAMILIES if not family.doubles], ["operator", "chain", "elements"]),
    ids=lambda value: getattr(value, "name", value),
)
def test_twice_the_length_costs_at_most_four_times_as_much(family, method):
    _cost(family, 2, method)
    small, large = _cost(family, SMALL, method), _cost(family, 2 * SMALL, method)
    for what, one, other in zip(("work", "calls"), small, large, strict=True):
        assert other <= AT_MOST * one, f"{what}: {one} for {SMALL}, {other} for {2 * SMALL}"


LONG, LITTLE = 48, 3.6
"""From here to twice as many factors, what is done for each pair of them in each of as many terms shows."""


def test_no_rule_looks_at_each_factor_of_a_product_beside_each_other_one():
    family = next(family for family in FAMILIES if family.name == "product of brackets")
    _cost(family, 4, "auto")
    small, large = _cost(family, LONG, "auto"), _cost(family, 2 * LONG, "auto")
    for what, one, other in zip(("work", "calls"), small, large, strict=True):
        assert other <= LITTLE * one, f"{what}: {one} for {LONG}, {other} for {2 * LONG}"


SHARING = ("dot products", "product", "product of brackets", "nested products", "nested square roots")
"""Lines of these have k² parts and more, of which a step changes a few. (Where relu is taken apart into cases, each
case changes the whole rest of the line, and there is nothing to share.)"""


@pytest.mark.parametrize(("name", "method"), some_pairs(2, SHARING, ["operator", "chain"]))
def test_of_a_long_line_only_what_a_step_changed_is_written_anew(name, method, monkeypatch):
    """Also where the line has more parts than are kept of short ones, here 200."""
    family = next(family for family in FAMILIES if family.name == name)
    monkeypatch.setattr(compose._kept, "most", 200)

    def costs(k: int) -> tuple[int, int]:
        text = family.text(k)
        monkeypatch.setattr(writing, "_kept", Latest(200))
        steps = explainer.derive(text, "x", family.shapes_of(text), method).steps
        as_notation = calls(lambda: [write_notation(step.after) for step in steps])
        return as_notation, calls(lambda: [step.text for step in steps])

    costs(2)
    for what, small, large in zip(("notation", "text"), costs(12), costs(24), strict=True):
        assert large <= MOST * small, f"{what}: {small} calls for 12, {large} for 24"


CHECKED_LONG = 24
"""From here to twice as many, a check that walks over all of a line for each of its parts would show."""


@pytest.mark.parametrize("name", ["layers of relu", "nested products", "product of brackets", "dot products"])
def test_checks_of_twice_the_length_take_at_most_four_times_the_work(name):
    family = next(family for family in FAMILIES if family.name == name)

    def cost(k: int) -> int:
        written = family.text(k)
        steps = explainer.derive(written, "x", family.shapes_of(written), "chain").steps
        return calls(lambda: [step.check.ok for step in steps])

    cost(2)
    small, large = cost(CHECKED_LONG // 2), cost(CHECKED_LONG)
    assert large <= MOST * small, f"{small} calls for {CHECKED_LONG // 2}, {large} for {CHECKED_LONG}"


@pytest.mark.parametrize("name", ["layers of relu", "layers of relu with letters", "nested max of constants"])
def test_checks_of_long_chains_with_kinks_take_at_most_four_times_the_work_for_twice_the_length(name):
    """Their names have values up to 2^96: the steps of their slopes are large enough for them, so that it is not all
    worked out again with many digits."""
    family = next(family for family in FAMILIES if family.name == name)

    def cost(k: int) -> int:
        written = family.text(k)
        steps = explainer.derive(written, "x", family.shapes_of(written), "chain").steps
        return calls(lambda: [step.check.ok for step in steps])

    cost(2)
    small, large = cost(2 * CHECKED_LONG), cost(4 * CHECKED_LONG)
    assert large <= MOST * small, f"{small} calls for {2 * CHECKED_LONG}, {large} for {4 * CHECKED_LONG}"


DOUBLING = [family for family in FAMILIES if family.doubles]
WRITE_OUT = ("operator", "vector", "elements")
NAME = tuple(method for method in METHODS if method not in WRITE_OUT)


@pytest.mark.parametrize("method", ["auto", *NAME])
@pytest.mark.parametrize("family", DOUBLING, ids=lambda family: family.name)
def test_definitions_that_are_used_twice_keep_their_names(family, method):
    (trace, few), (long, many) = (_derived(family, k, method) for k in (20, 40))
    assert long.budget.work <= MOST * trace.budget.work
    assert many <= MOST * few
    assert isinstance(trace.result, Where)
    assert not trace.result.facts
    assert trace.result.part_count < 1000
    assert chosen_method(trace) == (method if method != "auto" else "chain")
    assert all(step.check.ok for step in trace.steps)
    assert all(step.latex and step.text and step.explanation for step in trace.steps)
    step = 1e-6
    higher, lower = (trace.problem.expression.evaluate({"x": 0.9 + side}) for side in (step, -step))
    assert trace.result.evaluate({"x": 0.9}) == pytest.approx((higher - lower) / (2 * step), rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("method", WRITE_OUT)
@pytest.mark.parametrize("family", DOUBLING, ids=lambda family: family.name)
def test_a_method_that_puts_definitions_in_keeps_them_where_that_is_too_long(family, method):
    trace = explainer.derive(family.text(60), "x", method=method)
    assert trace.status == "finished"
    assert trace.result is explainer.derive(family.text(60), "x").result
    assert "does not come to an end here. With the names that were given" in trace.choice


def test_long_parts_that_are_only_named_are_put_in():
    terms = " + ".join(f"{j} x^{j}" for j in range(1, 401))
    trace = explainer.derive(f"sin(u) + u where u = {terms}", "x", method="operator")
    assert trace.step(1).rule == "substitute"
    assert trace.step(1).after.part_count > MOST_PUT_IN / 2


def test_totals_that_use_each_other_end_before_a_line_is_too_long():
    definitions = ", ".join(f"u_{j} = u_{j - 1} u_{j - 2}" for j in range(3, 41))
    trace = explainer.derive(f"u_40 where u_1 = x, u_2 = x^2, {definitions}", "x", method="chain")
    assert trace.status == "limited"
    assert "parts" in trace.reason
    assert all(line.part_count <= MOST_PARTS for line in trace.lines)
    assert trace.budget.work < 100_000


def test_an_expression_of_exponential_size_is_evaluated_but_not_written():
    x = Variable("x")
    node = x
    for _ in range(100):
        node = Quotient(Sum((node, node)), TWO)
    assert node.evaluate({"x": 0.5}) == 0.5
    for write in (Node.text, repr, write_notation, lambda node: explainer.derive(node, x)):
        with pytest.raises(LimitError, match="parts"):
            write(node)


def test_ways_that_do_not_begin_at_the_variable_are_not_walked():
    definitions = ", ".join(f"u_{j} = u_{j - 1} + u_{j - 2}" for j in range(3, 61))
    program = parse_expression(f"u_60 x where u_1 = a, u_2 = a^2, {definitions}").expression
    assert isinstance(program, Where)
    last = Variable("y")
    whole = (*program.definitions, Equation(last, program.body))
    assert list(paths(whole, Variable("x"), last)) == [(Variable("x"), last)]


@pytest.mark.parametrize("name", ["dataflow", "shapes"])
def test_figures_of_definitions_that_are_used_twice(name):
    trace = explainer.derive(DOUBLING[0].text(20), "x", method="chain")
    assert figure(trace, name).sheet(40.0).marks
    assert figure(trace, name, step=4).sheet(40.0).marks


@pytest.mark.parametrize("name", ["layers of relu"])
def test_deep_layers_come_to_their_end_by_the_automatic_method_too(name: str) -> None:
    family = next(family for family in FAMILIES if family.name == name)
    text = family.text(136)
    trace = explainer.derive(text, "x", family.shapes_of(text))
    assert trace.status == "finished", trace.reason
