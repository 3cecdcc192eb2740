"""Expressions, steps and traces travel to other processes and back."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import sys
from dataclasses import replace
from itertools import chain

import pytest

from explainer import derive, parse
from explainer.engine import Trace, told
from explainer.expr.node import Node
from explainer.expr.nodes import NODE_CLASSES, Apply
from explainer.operations import OPERATIONS, all_operations
from tests.cases import in_groups
from tests.language.specimens import SPECIMENS

FUNCTIONS = [
    ("sin(x^2) (x + 1)^3 / ln(x)", "x"), ("max(0, w · x + b)", "w"), ("sum(softmax(W @ x))", "x"), ("x^n", "x"),
    ("1/N sum(i=1..N, (w · X_i - y_i)^2)", "w"), ("u where u = sin(x)", "x"), ("norm(x)", "x"), ("f(x) + 1", "x"),
]  # fmt: skip


def there_and_back(value: object, protocol: int = pickle.HIGHEST_PROTOCOL) -> object:
    return pickle.loads(pickle.dumps(value, protocol))


def everything(trace: Trace) -> list[object]:
    """What a trace holds; the expressions as themselves, so that equal means identical."""
    return [
        trace.problem.text, trace.start, trace.status, trace.reason, trace.result,
        [(step.number, step.rule, step.title, step.before, step.after, step.words, step.conditions, step.bindings,
          step.struck, step.check, [(inner.number, inner.after, inner.check) for inner in step.substeps])
         for step in trace.steps],
    ]  # fmt: skip


def test_every_kind_of_expression_comes_back_as_the_object_that_it_is() -> None:
    assert SPECIMENS.keys() == set(NODE_CLASSES)
    for node in chain.from_iterable(SPECIMENS.values()):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert there_and_back(node, protocol) is node
        assert copy.deepcopy(node) is node
        assert copy.copy(node) is node


@in_groups(("text", "wrt"), FUNCTIONS)
@in_groups("detail", ["every", "brief"])
def test_a_trace_comes_back_with_all_that_it_says(text: str, wrt: str, detail: str) -> None:
    trace = told(derive(text, wrt), detail)
    trace.step(1)  # the others are still to come
    back = there_and_back(trace)
    assert isinstance(back, Trace)
    assert back.complete
    assert everything(back) == everything(trace)


def test_a_step_comes_back_and_is_checked_there_if_it_was_not_before() -> None:
    for step in derive("sin(x^2)/x", "x").steps:
        back = there_and_back(step)
        assert "check" not in back.__dict__
        assert back.check.ok
        assert back.check == step.check
        assert back.after is step.after


def test_a_trace_that_got_stuck_comes_back_with_its_error() -> None:
    trace = derive("sum(x) + floor(y)", "y")
    trace.error = trace.error or ValueError("told")  # type: ignore[assignment]
    back = there_and_back(trace)
    assert isinstance(back, Trace)
    assert str(back.error) == str(trace.error)
    assert back.advance() is None


def test_every_function_of_the_table_comes_back_as_its_row() -> None:
    assert all(there_and_back(row) is row for row in all_operations())


def test_a_function_that_is_not_in_the_table_is_not_written() -> None:
    row = replace(OPERATIONS["sin"], name="sinus")
    with pytest.raises(pickle.PicklingError, match="sinus"):
        pickle.dumps(Apply(row, (parse("x"),)))


def test_expressions_of_any_depth_are_pickled_within_few_calls() -> None:
    node: Node = parse("x")
    for _ in range(3000):
        node = Apply(OPERATIONS["sin"], (node,))
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(500)  # those of pytest are among them
        assert there_and_back(node) is node
        assert there_and_back(node, 2) is node
        assert there_and_back((node, node.children[0]))[1] is node.children[0]  # type: ignore[index]
    finally:
        sys.setrecursionlimit(limit)


def _result(text: str) -> tuple[Node, Trace]:
    trace = derive(text, "x")
    return trace.result, trace


def test_processes_derive_and_send_their_traces() -> None:
    texts = ["x^2", "sin(x)", "x ln(x)"]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.map(_result, texts)
    for text, (result, trace) in zip(texts, found, strict=True):
        assert result is trace.result is derive(text, "x").result
