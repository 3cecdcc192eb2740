"""Handouts of thousands of steps need no more memory than those of hundreds: what was written is let go."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from fractions import Fraction
from itertools import cycle, islice

import pytest

import explainer
from explainer.expr.nodes import Equation, Number
from explainer.handouts.from_trace import document_of_trace
from explainer.handouts.model import Derivation, Document
from explainer.handouts.registry import FORMATS, find_format

SHORT = 60
"""So many steps are a short handout; a long one has ten times as many."""
STREAMED = ("html", "pdf", "latex", "beamer", "markdown", "notebook", "moodle", "typst")


def _long(count: int) -> Document:
    """A derivation of so many steps. Lines and numbers come again, so that no cache grows."""
    trace = explainer.derive("x^2", wrt="x")
    document = document_of_trace(trace)
    block = next(iter(document.blocks))
    assert isinstance(block, Derivation)
    step, x = next(block.steps), explainer.parse("x")

    def steps():
        for number in islice(cycle(range(1, 30)), count):
            yield replace(step, number=number, line=Equation(x, Number(Fraction(number))))

    return replace(document, make_blocks=lambda: iter([replace(block, make_steps=steps)]))


def _peak(format: str, count: int) -> tuple[int, int]:
    """The most memory that was taken while a handout was read piece by piece, and the size of the handout."""
    document = _long(count)
    tracemalloc.start()
    try:
        size = sum(map(len, find_format(format).pieces(document, {})))
        return tracemalloc.get_traced_memory()[1], size
    finally:
        tracemalloc.stop()


AT_ONCE = {"gif", "anki", "code", "docx", "pptx"}
"""What is written as one piece: pictures, programs, and parts of an archive."""


def test_all_formats_that_can_be_long_are_measured():
    assert set(STREAMED) | AT_ONCE == {row.id for row in FORMATS if not row.many}
    assert not AT_ONCE & set(STREAMED)


@pytest.mark.parametrize("format", STREAMED)
def test_ten_times_as_many_steps_take_no_more_memory(format):
    sum(map(len, find_format(format).pieces(_long(SHORT), {})))  # fonts, templates and caches are filled
    short, small = _peak(format, SHORT)
    long, large = _peak(format, 10 * SHORT)
    assert large > 6 * small
    # What is kept for every step, such as the places of the objects of a PDF, is a small part of what is written.
    assert long < short + 0.35 * (large - small)
