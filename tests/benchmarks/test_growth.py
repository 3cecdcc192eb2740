"""Growth: what twice the length costs, for families of functions, by every method; in work, which is the same on every
machine, and in processor time. At most four times as much is wanted, which is k².
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

import explainer
from explainer.engine import Trace
from explainer.notation import write_notation
from tests.benchmarks.families import FAMILIES, METHODS, Family
from tests.benchmarks.measuring import Figures
from tests.counting import calls

LARGEST, LONGEST = 96, 1.0
"""So long a function at most, and no longer one after a derivation that took so many seconds."""


def _derived(family: Family, k: int, method: str) -> Trace:
    text = family.text(k)
    trace = explainer.derive(text, "x", family.shapes_of(text), method)
    assert trace.status in {"finished", "limited"}
    return trace


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _counted(work: Callable[[], object]) -> tuple[int, float]:
    """The calls that some work takes, and its time while they are counted."""
    began = process_time()
    return calls(work), process_time() - began


def _enter_doubling(figures: Figures, what: str, cost: Callable[[int], tuple[int, float]]) -> None:
    """Double the length as long as that is quick, and enter the last two costs."""
    k, before, after = (6, cost(3), cost(6)) if figures.measuring else (2, cost(1), cost(2))
    while figures.measuring and 2 * k <= LARGEST and after[1] < LONGEST:
        k, before, after = 2 * k, after, cost(2 * k)
    ratio = f"work x {after[0] / max(before[0], 1):.1f}, time x {after[1] / max(before[1], 1e-4):.1f}"
    figures.enter_value(f"{what}, k = {k}", f"{after[1]:.3f} s", ratio=ratio, budget="at most x 4 for twice k")


@pytest.mark.parametrize("method", METHODS)
def test_deriving_twice_the_length(figures: Figures, method: str) -> None:
    for family in FAMILIES:

        def cost(k: int, family: Family = family) -> tuple[int, float]:
            traces: list[Trace] = []
            seconds = _seconds(lambda: traces.append(_derived(family, k, method)))
            return traces[0].budget.work, seconds

        _enter_doubling(figures, f"{family.name}, {method}", cost)


@pytest.mark.parametrize("method", ["operator", "chain"])
def test_checking_and_writing_twice_the_length(figures: Figures, method: str) -> None:
    for family in FAMILIES:
        if family.doubles:
            continue

        def checking(k: int, family: Family = family) -> tuple[int, float]:
            steps = _derived(family, k, method).steps
            return _counted(lambda: [step.check for step in steps])

        def writing(k: int, family: Family = family) -> tuple[int, float]:
            lines = _derived(family, k, method).lines
            return _counted(lambda: [write_notation(line) for line in lines])

        _enter_doubling(figures, f"checks of {family.name}, {method} (work: calls)", checking)
        _enter_doubling(figures, f"notation of {family.name}, {method} (work: calls)", writing)
