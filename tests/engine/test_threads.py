"""Several threads derive at once, also from one trace, and get what one thread alone would get."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from random import Random
from threading import Barrier, Event
from typing import Any, TypeVar

import pytest

from explainer import derive
from explainer.engine import Trace, told
from explainer.expr.nodes import Number, Power, Product, Variable
from explainer.notation import write
from explainer.threads import MOST_KEPT, Latest, let_go, once, recent

THREADS = 8
T = TypeVar("T")

FUNCTIONS = [
    ("x^2 sin(x)", "x"), ("ln(x)/x", "x"), ("3 x + 2", "x"), ("w · x", "w"), ("sum(x^2)", "x"), ("e^(2 x)", "x"),
    ("x^n", "x"), ("max(0, x)", "x"), ("c · x", "x"), ("(x + 1)^3", "x"), ("x · x", "x"), ("tanh(x)", "x"),
    ("cases(0 if z <= 0, z if z > 0)", "z"), ("W @ x", "x"), ("norm(x)", "x"), ("1/(x^2 + 1)", "x"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def restless() -> Iterator[None]:
    """Threads change over after a few instructions each, so that a race is lost every time and not once a year."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(work: Callable[[int], T]) -> list[T]:
    """What the work gives in all threads, which begin together."""
    barrier = Barrier(THREADS)

    def run(number: int) -> T:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def told_of(trace: Trace) -> list[Any]:
    """All that a trace says, the checks and the folded steps with it."""
    return [
        (step.number, step.text, step.title, step.explanation, step.check.ok, [inner.text for inner in step.substeps])
        for step in trace.steps
    ]


def test_what_is_kept_may_be_let_go_of_in_the_midst_of_all_work() -> None:
    expected = [told_of(derive(text, wrt)) for text, wrt in FUNCTIONS]
    over = Event()

    def work(number: int) -> list[Any]:
        if number == 0:
            while not over.wait(0.001):
                let_go()
            return []
        try:
            return [told_of(derive(text, wrt)) for text, wrt in FUNCTIONS]
        finally:
            over.set()

    found = at_once(work)
    assert found[1:] == [expected] * (THREADS - 1)


def test_what_a_function_gave_is_kept_until_it_is_let_go_of() -> None:
    asked: list[int] = []

    @recent(2)
    def twice(number: int) -> int:
        asked.append(number)
        return 2 * number

    store: Latest[int, str] = Latest(3)
    store.put(1, "one")
    assert [twice(1), twice(1), twice(2)] == [2, 2, 4]
    assert asked == [1, 2]
    let_go()
    assert len(store) == 0
    assert twice(1) == 2
    assert asked == [1, 2, 1]


def test_eight_threads_derive_fifty_functions_each_as_one_thread_does() -> None:
    # One line of a result for every function, from one thread and before the others begin.
    expected = [derive(text, wrt).result.text() for text, wrt in FUNCTIONS]

    def work(number: int) -> list[tuple[int, str]]:
        random = Random(number)
        chosen = [random.randrange(len(FUNCTIONS)) for _ in range(50)]
        return [(which, derive(*FUNCTIONS[which]).result.text()) for which in chosen]

    found = [pair for pairs in at_once(work) for pair in pairs]
    assert len(found) == 50 * THREADS
    assert [text for which, text in found] == [expected[which] for which, text in found]


@pytest.mark.parametrize("detail", ["every", "paper"])
def test_one_trace_is_derived_and_checked_by_eight_threads(detail: str) -> None:
    text = "sin(x^2) (x + 1)^3 / ln(x)"
    expected = told_of(told(derive(text, "x"), detail))
    trace = told(derive(text, "x"), detail)
    assert all(found == expected for found in at_once(lambda _: told_of(trace)))
    steps = at_once(lambda _: trace.steps)
    assert all(step is other for own in steps for step, other in zip(own, trace.steps, strict=True))


def test_equal_expressions_are_one_object_in_all_threads() -> None:
    for round_ in range(40):
        name = f"t_{round_}"  # new ones every time: what is in the table already shows nothing

        def work(_: int, name: str = name) -> list[Any]:
            x = Variable(name)
            return [Product((x, Power(x, Number(Fraction(k))))) for k in range(12)]

        first, *others = at_once(work)
        assert all(node is other for nodes in others for node, other in zip(first, nodes, strict=True))


def test_formulas_are_written_in_all_threads_while_old_ones_are_let_go_of() -> None:
    nodes = [derive(text, wrt).result for text, wrt in FUNCTIONS]
    expected = [write(node, "latex") for node in nodes]
    assert all(found == expected for found in at_once(lambda _: [write(node, "latex") for node in nodes]))


def test_the_latest_values_are_kept_whoever_puts_them() -> None:
    kept: Latest[int, int] = Latest(50)

    def work(number: int) -> None:
        for k in range(300):
            kept.put(1000 * number + k, k)
            kept.forget()

    at_once(work)
    assert len(kept) == 50


def test_what_is_worked_out_once_is_one_object_for_all() -> None:
    class Slow:
        @once
        def value(self) -> object:
            return [object() for _ in range(50)]

    for _ in range(20):
        slow = Slow()
        first, *others = at_once(lambda _, slow=slow: slow.value)
        assert all(other is first for other in others)


def test_of_a_long_whole_all_parts_are_kept_up_to_a_limit() -> None:
    kept: Latest[int, int] = Latest(50)
    for k in range(1000):
        kept.put(k, k)
    kept.forget(300)
    assert len(kept) == 600
    assert kept.get(399) is None
    assert kept.get(400) == 400
    kept.forget(10)
    assert len(kept) == 50
    for k in range(MOST_KEPT + 50):
        kept.put(k, k)
    kept.forget(MOST_KEPT)
    assert len(kept) == MOST_KEPT
