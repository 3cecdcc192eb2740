"""A wrong turn in every format: the tempting line, struck through, and the number that refutes it."""

from __future__ import annotations

import re

import pytest

import explainer
from explainer.export.plain_text import plain_text
from explainer.handouts.from_trace import step_part
from explainer.handouts.registry import format_ids
from explainer.handouts.step_lines import line_after
from explainer.notation import unicode

TRACE = explainer.derive("x + x^2", wrt="x", method="chain")
WRONG = next(step for step in TRACE.steps if step.attempt is not None)


def test_the_line_of_a_wrong_turn_is_what_it_gives_and_struck_through() -> None:
    part = step_part(WRONG)
    assert part.is_wrong
    written = unicode(line_after(part))
    assert written.startswith("≠ ")
    assert re.sub("[\u0336 ]", "", written) == "≠1·2x"
    assert "\u0336" in written
    assert "at x = 1 the derivative is 3, but this gives 2" in part.verdict
    assert all("≠" not in unicode(line_after(step_part(step))) for step in TRACE.steps if step is not WRONG)


@pytest.mark.parametrize("format", ["html", "markdown", "latex", "typst"])
def test_formats_of_text_show_it_with_its_refutation(format: str) -> None:
    assert format in format_ids()
    found = explainer.handout(TRACE, format)
    text = found if isinstance(found, str) else found.decode()
    sign = {"html": "≠", "markdown": "\\ne", "latex": "\\ne", "typst": "eq.not"}[format]
    assert sign in text or "≠" in text
    assert "the derivative is 3" in text


def test_the_terminal_says_it_too() -> None:
    assert "≠ 1 · 2x" in plain_text(TRACE)
