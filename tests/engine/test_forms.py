"""Results in the form in which a textbook prints them, and all methods alike."""

from __future__ import annotations

from itertools import cycle

import pytest

from explainer.engine import METHODS, Trace, derive
from explainer.verify import Verifier
from tests.engine.forms import PAIRS, Pair

METHOD_OF = dict(zip(PAIRS, cycle(("operator", "chain", "elements")), strict=False))
"""The steps of one method are checked for every pair, of all methods in turn."""


@pytest.fixture(scope="module", params=PAIRS, ids=lambda pair: f"{pair.text} by {pair.wrt}")
def derived(request: pytest.FixtureRequest) -> tuple[Pair, dict[str, Trace]]:
    pair: Pair = request.param
    return pair, {
        method: derive(pair.text, pair.wrt, pair.shapes, method) for method in METHODS if method != "backward"
    }


def test_the_table_is_long_and_has_several_of_every_kind() -> None:
    kinds = [pair.kind for pair in PAIRS]
    assert len(PAIRS) >= 220
    assert min(kinds.count(kind) for kind in set(kinds)) >= 5
    assert len({(pair.text, pair.wrt) for pair in PAIRS}) == len(PAIRS)


def test_every_method_prints_the_form_of_a_textbook(derived: tuple[Pair, dict[str, Trace]]) -> None:
    pair, traces = derived
    for method, trace in traces.items():
        assert trace.status == "finished", (method, trace.reason)
        assert trace.result.text() == pair.form, method


def test_all_methods_print_alike(derived: tuple[Pair, dict[str, Trace]]) -> None:
    _, traces = derived
    assert len({trace.result.text() for trace in traces.values()}) == 1


def test_every_step_to_the_form_holds(derived: tuple[Pair, dict[str, Trace]]) -> None:
    pair, traces = derived
    for step in traces[METHOD_OF[pair]].steps:
        assert step.check.ok, (METHOD_OF[pair], step.number, step.rule, step.check.message)


def test_a_sweep_backward_gives_the_same_value(derived: tuple[Pair, dict[str, Trace]]) -> None:
    """It names values, so that its form may be another one: what cancels between two names is not seen."""
    pair, traces = derived
    if not traces["auto"].problem.expression.shape.is_scalar:
        pytest.skip("a sweep starts from a scalar")
    trace = derive(pair.text, pair.wrt, pair.shapes, "backward")
    assert trace.status == "finished", trace.reason
    check = Verifier((trace.start,)).check(trace.result, traces["auto"].result)
    assert check.ok, (trace.result.text(), check.message)
