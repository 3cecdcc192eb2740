"""What is struck through falls away indeed, and what is named is what the names stand for."""

from __future__ import annotations

import numpy as np
import pytest

import explainer
from explainer.engine import Step, Trace
from explainer.expr.node import Node, at, replace, substitute
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Dot,
    Identity,
    MatrixProduct,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    Where,
)
from explainer.rules import all_rules
from tests.cases import in_groups
from tests.lesson_lines import traces

FUNCTIONS = (
    "x^3 / x",
    "x^2 y / (x y)",
    "sin(x)^4 / sin(x)",
    "(x + 0) x / (2 x)",
    "ln(sin(x^3)^2)",
    "(3 x + 5) / x^5",
)
METHODS = ("operator", "chain")


def without(line: Node, step: Step) -> Node:
    """The line before a step with what is struck through really left out: factors are 1 then, terms 0."""
    for path in step.struck:
        parent, part = at(line, path[:-1]), at(line, path)
        if isinstance(parent, MatrixProduct):
            assert isinstance(part, Identity)
            continue
        assert isinstance(parent, Sum | Product | Quotient | Power), parent
        line = replace(line, path, ZERO if isinstance(parent, Sum) else ONE)
    return line


def steps_within(step: Step) -> list[Step]:
    return [step, *(inner for substep in step.substeps for inner in steps_within(substep))]


def values(node: Node) -> np.ndarray:
    names = {v.name: 0.7 + 0.11 * k for k, v in enumerate(sorted(node.free, key=str)) if isinstance(v, Variable)}
    return np.asarray(node.evaluate(names))


@in_groups("method", METHODS)
@pytest.mark.parametrize("text", FUNCTIONS)
def test_a_line_has_the_same_value_without_what_is_struck_through(text: str, method: str) -> None:
    trace = explainer.derive(text, wrt="x", method=method)
    for step in (inner for outer in trace.steps for inner in steps_within(outer) if inner.struck):
        line = step.before.body if isinstance(step.before, Where) else step.before
        shorter = without(step.before, step)
        shorter = shorter.body if isinstance(shorter, Where) else shorter
        if not line.has_derivative:
            assert values(line) == pytest.approx(values(shorter)), step.before.text()


def test_steps_of_the_lessons_strike_out_what_is_there_and_neutral() -> None:
    count = 0
    for trace in traces():
        for step in (inner for outer in trace.steps for inner in steps_within(outer)):
            for path in step.struck:
                parent, part = at(step.before, path[:-1]), at(step.before, path)
                count += 1
                if isinstance(parent, Sum):
                    assert "0" in part.text() or "zeros" in part.text()
                elif isinstance(parent, Product) and isinstance(part, Number):
                    assert part is ONE
                else:
                    assert isinstance(parent, Product | Quotient | Power | MatrixProduct | Dot)
    assert count > 30


def test_half_of_a_common_factor_is_never_struck_through() -> None:
    last = explainer.derive("ln(sin(x^3)^2)", wrt="x", method="operator").steps[-1]
    tidy = next(step for step in steps_within(last) if any(inner.rule == "cancel" for inner in step.substeps))
    cancel = next(substep for substep in tidy.substeps if substep.rule == "cancel")
    assert len(cancel.struck) == 2
    assert not set(cancel.struck) & set(tidy.struck)


def test_every_rule_that_drops_something_says_where() -> None:
    dropping = set()
    for rule in all_rules():
        for example in rule.examples:
            node = explainer.parse(example.partition(" where ")[0], None) if " where " not in example else None
            rewrite = rule(node) if node is not None else None
            for path in rewrite.dropped if rewrite is not None else ():
                assert node is not None
                at(node, path)
                dropping.add(rule.id)
    assert dropping >= {"zero-term", "one-factor", "cancel"}


def test_what_is_struck_through_is_saved(tmp_path: object) -> None:
    trace = explainer.derive("3 x + 5", wrt="x", method="operator")
    copy = Trace.from_dict(trace.to_dict())
    assert [step.struck for step in copy.steps] == [step.struck for step in trace.steps]
    assert any(step.struck for step in trace.steps)
    earlier = trace.to_dict()
    for step in earlier["steps"]:
        for part in (step, *step["substeps"]):
            del part["dropped"]
    assert not any(step.struck for step in Trace.from_dict(earlier).steps)


@pytest.mark.parametrize("text", ["ln(sin(x^3)^2)", "x + sin(x^2)", "x sin(x^2) exp(x^2)", "max(0, x)^2"])
def test_names_stand_for_the_parts_that_they_are_put_under(text: str) -> None:
    first = explainer.derive(text, wrt="x", method="chain").steps[0]
    assert isinstance(first.after, Where)
    meaning: dict[Node, Node] = {}
    for definition in first.after.definitions:
        meaning[definition.left] = substitute(definition.right, meaning)
    assert first.named
    for path, name in first.named.items():
        assert at(first.before, path) is meaning[name]
    assert set(first.named.values()) == set(list(meaning)[:-1])
