"""What a derivation was shown with does not outlive it: a long session would hold all that were ever open."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

import explainer
from explainer.engine import Trace
from explainer.session.lines.card import line_notation, short_notation, wrong_notation
from explainer.session.lines.correspondence import matching_of

PROBLEMS = (
    ("sin(x + x^2)", "chain"), ("x^2 sin(x)", "operator"), ("[x^2, sin(x)]", "auto"), ("ln(sin(x^3)^2)", "operator"),
)  # fmt: skip


def _show_all(trace: Trace) -> None:
    steps = trace.steps
    line_notation(trace.start, True)
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        assert step.check.ok
        _ = step.substeps
        short_notation(step)
        short_notation(step, following)
        matching_of(step)
        line_notation(step.after, False, step.touched_after)
        if step.attempt is not None:
            wrong_notation(step, whole=True)


@pytest.mark.usefixtures("old_is_kept")
@pytest.mark.parametrize(("text", "method"), PROBLEMS)
def test_a_derivation_that_nobody_has_any_more_is_gone(text: str, method: str) -> None:
    trace = explainer.derive(text, "x", method=method)
    _show_all(trace)
    watched = [ref(trace), ref(trace.checking), *map(ref, trace.steps)]
    del trace
    gc.collect()
    assert [one for one in watched if one() is not None] == []
