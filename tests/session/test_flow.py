"""Earlier lines in short, and loading beside the work."""

from __future__ import annotations

import sys

from explainer.engine import derive
from explainer.notation import unicode
from explainer.session.lines.card import line_notation, notation_of, short_notation
from explainer.session.warm_up import WarmUp


def test_the_short_line_of_a_differentiated_definition_is_its_derivative() -> None:
    trace = derive("sin(x + x^2)", "x", method="chain")
    short = [unicode(short_notation(step)) for step in trace.steps]
    whole = [unicode(line_notation(step.after, False)) for step in trace.steps]
    assert short[0] == whole[0]
    assert "2x" in short[1].replace(" ", "")
    assert "where" not in short[1]
    assert short[-1] == whole[-1]


def test_what_the_next_step_will_change_is_part_of_the_short_line() -> None:
    steps = derive("sin(x + x^2)", "x", method="chain").steps
    combine = next(step for step in steps if step.touched_before and step.touched_before[0][:1] == (0,))
    before = steps[combine.number - 2]
    alone, leading = unicode(short_notation(before)), unicode(short_notation(before, combine))
    assert "du₃/dx" not in alone
    assert "du₃/dx" in leading
    assert "where" not in leading


def test_the_line_before_the_end_of_a_sweep_is_the_derivative_that_is_read_off() -> None:
    text = "sum(H) where H = tanh(X W + ones(N) b'), X: N x d, W: d x k, b: k"
    *_, before, end = derive(text, "X", method="backward").steps
    short = unicode(short_notation(before, end))
    assert "where" not in short
    assert "H = " not in short
    assert unicode(notation_of(end.after)) in short


def test_other_lines_have_no_shorter_form() -> None:
    for step in derive("x^2 x", "x", method="operator").steps:
        assert short_notation(step) is line_notation(step.after, False)


def test_what_the_checks_need_is_loaded_beside_the_work() -> None:
    warm_up = WarmUp()
    while not warm_up.ready(0.05):
        pass
    assert "numpy" in sys.modules
    assert warm_up.ready(0.0)
