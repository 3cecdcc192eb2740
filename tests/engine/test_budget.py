"""One budget for a derivation: what goes on for ever ends, in true words, with the steps so far; it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from explainer.budget import ACTIVE, Budget, CancelledError, spend
from explainer.engine import derive
from explainer.engine.line import Move, Moves, collect
from explainer.engine.methods import METHODS, Method
from explainer.engine.methods.operator import Fallbacks
from explainer.engine.trace import Problem, Trace
from explainer.errors import LimitError
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, TWO, ZERO, Index, IndexedSum, Negate, Ones, Product, Sum, Variable, Zeros
from explainer.expr.shape import vector_shape
from explainer.language import parse_expression
from explainer.rules import Rewrite, Rule, find_rule
from explainer.rules.passes import ORDER, small_rewrites
from explainer.rules.rule import gives_back
from explainer.rules.scalar import laws


def _made_from(function: object) -> Rule:
    """A rule of the test's own, that is in no registry."""
    return replace(
        laws.constant, id="of-a-test", title="Of a test", words="Of a test.", kinds=(Node,), function=function
    )


def _trace(moves: Moves, start: Node, budget: Budget | None = None) -> Trace:
    problem = Problem("x", start, Variable("x"), {}, "auto", "numerator")
    return Trace(problem, start, moves, budget=budget)


def _for_ever(line: Node, rule: Rule) -> Moves:
    while True:
        rewrite = rule(line)
        assert rewrite is not None
        yield Move((), rule, rewrite)
        line = rewrite.after


def test_a_rule_that_makes_ever_longer_lines_ends_as_limited_with_the_steps_so_far() -> None:
    growing = _made_from(lambda node: Rewrite(Product((TWO, node))))
    x = Variable("x")
    trace = _trace(_for_ever(x, growing), x, Budget(most_steps=40))
    assert trace.status == "limited"
    assert trace.derived == 40
    assert "40 steps" in trace.reason


def test_a_rule_that_gives_back_its_input_is_named() -> None:
    for after in (lambda node: node, lambda node: Sum((node, ZERO))):
        still = _made_from(lambda node, after=after: Rewrite(after(node)))
        x = Variable("x")
        trace = _trace(_for_ever(x, still), x)
        assert trace.status == "limited"
        assert "“Of a test”" in trace.reason
    assert not gives_back(Variable("x"), Sum((Variable("x"), ONE)))


def test_a_term_of_zero_in_whatever_form_is_nothing_new() -> None:
    x, i = Variable("x"), Index("i", "n")
    for zero in (ZERO, Negate(ZERO), IndexedSum(i, ZERO), Negate(IndexedSum(i, Negate(ZERO)))):
        assert gives_back(x, Sum((x, zero)))
        assert gives_back(x, Sum((zero, x, zero)))
        assert not gives_back(x, Sum((Variable("y"), zero)))
    v = Variable("v", vector_shape("n"))
    assert gives_back(v, Sum((v, Zeros(v.shape))))
    assert not gives_back(v, Sum((v, v, Ones("n"))))
    assert not gives_back(x, Sum((x, IndexedSum(i, ONE))))


def test_two_rules_that_undo_each_other_are_found_out_by_the_line_that_comes_again() -> None:
    x, y = Variable("x"), Variable("y")
    turning = _made_from(lambda node: Rewrite(y if node is x else x))
    trace = _trace(_for_ever(x, turning), x)
    assert trace.status == "limited"
    assert trace.derived == 1
    assert "leads back to an earlier line" in trace.reason
    with pytest.raises(LimitError, match="leads back"):
        collect(x, _for_ever(x, turning))


def test_tidying_that_goes_round_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = Variable("x"), Variable("y")
    turning = _made_from(lambda node: Rewrite({x: y, y: x}[node]) if node in {x, y} else None)
    monkeypatch.setattr("explainer.rules.passes.ORDER", (turning, *ORDER))
    with pytest.raises(LimitError, match="leads back"):
        small_rewrites(Sum((x, ONE)))


def test_work_without_an_end_inside_one_step_is_bounded() -> None:
    def moves() -> Iterator[Move]:
        while True:
            laws.sum_(Variable("x"))
        yield

    trace = _trace(moves(), Variable("x"), Budget(most_work=5_000))  # type: ignore[arg-type]
    assert trace.status == "limited"
    assert "5000 attempts" in trace.reason


def test_each_rule_that_is_tried_is_one_attempt() -> None:
    x = Variable("x")
    with Budget() as budget:
        for tried in range(1, 8):
            laws.sum_(x)
            assert budget.work == tried


def test_the_same_input_takes_the_same_work_every_time() -> None:
    def work() -> int:
        trace = derive("sum(ln(1 + exp(X @ w)))", "w", {"X": "N x n", "w": "n"}, "chain")
        assert trace.status == "finished"
        return trace.budget.work

    work()  # the first time, functions of the table are read and kept
    assert work() == work()


def test_a_derivation_is_cancelled_from_another_thread() -> None:
    started = threading.Event()

    def moves() -> Iterator[Move]:
        started.set()
        while True:
            laws.sum_(Variable("x"))
        yield

    trace = _trace(moves(), Variable("x"), Budget(most_work=10**12))  # type: ignore[arg-type]
    worker = threading.Thread(target=trace.advance)
    worker.start()
    assert started.wait(30)
    trace.budget.cancel()
    worker.join(30)
    assert not worker.is_alive()
    assert isinstance(trace.error, CancelledError)
    assert trace.status == "limited"
    assert "cancelled" in trace.reason


def test_a_budget_that_was_cancelled_before_the_work_stops_it_at_once() -> None:
    budget = Budget()
    budget.cancel()
    with pytest.raises(CancelledError), budget:
        spend()


def test_seconds_are_the_last_resort() -> None:
    budget = Budget(longest_seconds=0.0)

    def endless() -> None:
        with budget:
            while True:
                spend()

    with pytest.raises(LimitError, match="longer than 0 s"):
        endless()


def test_everything_in_derive_is_charged_to_the_budget_that_is_given() -> None:
    budget = Budget()
    trace = derive("sin(x^2)", "x", budget=budget)
    read = budget.work
    assert read > 0
    assert trace.budget is budget
    _ = trace.steps
    assert budget.work > read
    with pytest.raises(LimitError):
        derive("a b c + sin(a b c x^41)", "x", budget=Budget(most_work=3))


def test_a_method_that_never_ends_is_limited_also_where_it_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(line: Node, fallbacks: Fallbacks) -> Moves:
        while True:
            find_rule("sum")(line)  # type: ignore[misc]
        yield

    monkeypatch.setitem(METHODS, "endless", Method("endless", "Endless", "never ends", endless))
    trace = derive(parse_expression("x^2").expression, "x", method="endless", budget=Budget(most_work=2_000))
    assert trace.status == "limited"


def test_two_threads_enter_and_leave_one_budget_in_any_order() -> None:
    budget = Budget()
    faults: list[BaseException] = []
    inside, leave = threading.Barrier(2), threading.Event()

    def first() -> None:
        try:
            with budget:
                inside.wait(30)
                leave.wait(30)
            assert ACTIVE.get() is None
        except BaseException as error:
            faults.append(error)

    worker = threading.Thread(target=first)
    worker.start()
    with budget:  # entered in either order; the worker leaves after this one
        inside.wait(30)
    leave.set()
    worker.join(30)
    assert not faults
    assert ACTIVE.get() is None


def test_the_one_who_entered_first_may_leave_first() -> None:
    budget = Budget()
    faults: list[BaseException] = []
    entered, left = threading.Event(), threading.Event()

    def second() -> None:
        try:
            with budget:
                entered.set()
                left.wait(30)
        except BaseException as error:
            faults.append(error)

    with budget:
        worker = threading.Thread(target=second)
        worker.start()
        assert entered.wait(30)
    left.set()
    worker.join(30)
    assert not faults
