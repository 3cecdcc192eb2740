"""Deriving: all steps of large inputs, the cost of one more step, the memory of a long trace, the cost of checking."""

from __future__ import annotations

import tracemalloc

import pytest

import explainer
from explainer.engine import Trace

NESTED = "sin(" * 50 + "x" + ")" * 50
LONG_SUM = " + ".join(f"{k} x^{k}" for k in range(1, 201))


def _all_steps(text: str, method: str = "operator") -> Trace:
    trace = explainer.derive(text, wrt="x", method=method)
    assert trace.status == "finished", trace.reason
    return trace


def _sympy_derivative(text: str) -> object:
    import sympy
    from sympy.core.cache import clear_cache

    clear_cache()
    x = sympy.Symbol("x")
    if text == NESTED:
        expr = x
        for _ in range(50):
            expr = sympy.sin(expr)
    else:
        expr = sympy.Add(*(k * x**k for k in range(1, 201)))
    return sympy.diff(expr, x)


@pytest.mark.parametrize("text", [NESTED, LONG_SUM], ids=["50-fold nested sin", "200-term sum"])
def test_all_steps_of_a_large_input(benchmark, figures, request, text):
    trace = benchmark.pedantic(_all_steps, (text,), rounds=figures.rounds(5))
    assert len(trace.steps) >= 50
    if not figures.measuring:
        return
    seconds = figures.seconds(lambda: _all_steps(text))
    sympy_seconds = figures.seconds(lambda: _sympy_derivative(text))
    name = request.node.callspec.id
    figures.enter(
        f"derive {name}, {len(trace.steps)} steps", seconds, over=sympy_seconds, reference="sympy.diff, no steps",
        budget="under 100 ms",
    )  # fmt: skip


def test_the_cost_of_a_step_does_not_grow(benchmark, figures):
    per_step = {}
    for terms in (3, 30, 500) if figures.measuring else (3, 5):
        text = " + ".join(f"sin(x^{k})" for k in range(2, terms + 2))
        count = len(_all_steps(text).steps)
        per_step[count] = figures.seconds(lambda text=text: _all_steps(text), 3) / count
    benchmark.pedantic(_all_steps, ("sin(x^2) + sin(x^3)",), rounds=figures.rounds(5))
    first = next(iter(per_step.values()))
    for count, seconds in per_step.items():
        figures.enter(
            f"one of {count} steps",
            seconds,
            over=first,
            reference="of the shortest",
            budget="constant from 10 to 1,000",
        )


def test_the_memory_of_a_thousand_steps(figures):
    text = " + ".join(f"sin(x^{k})" for k in range(2, 502 if figures.measuring else 6))
    _all_steps("sin(x^2)")
    tracemalloc.start()
    trace = _all_steps(text)
    for step in trace.steps[:50]:
        assert step.latex
    mebibytes = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    figures.enter_value(f"memory of {len(trace.steps)} steps", f"{mebibytes:.1f} MiB", budget="under 100 MB")


def test_checking_costs_no_more_than_deriving_and_typesetting(figures):
    from explainer.notation import write_notation
    from explainer.typeset import typeset

    text = "ln(sin(x^3)^2)"

    def derive_and_typeset() -> list[object]:
        return [typeset(write_notation(step.after)) for step in _all_steps(text, "chain").steps]

    def check() -> bool:
        return all(step.check.ok for step in trace.steps)

    derive_and_typeset()
    without = figures.seconds(derive_and_typeset)
    times = []
    for _ in range(figures.rounds(5)):
        trace = _all_steps(text, "chain")
        times.append(figures.seconds(check, 1))
    figures.enter(
        "check all steps of ln(sin(x^3)^2)", min(times), over=without, reference="deriving and typesetting them",
        budget="at most 1 x",
    )  # fmt: skip
