"""The blocks of a document put on pages one after the other; a short one in two columns where its lines fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from explainer.handouts.model import Block, Document
from explainer.handouts.paper.laid_out import SHORT_PT, Layout
from explainer.handouts.paper.lines import Formula, Inks, Line
from explainer.handouts.paper.pages import Pages
from explainer.handouts.paper.setting import Setter

_GAP_PT: Final = 22.0
"""Between two columns."""
_LEAST_PT: Final = 5.8
"""Formulas that would have to be smaller than this to fit a column go over the whole width."""


def flowed(document: Document, blocks: Iterable[Block], setter: Setter, pages: Pages, inks: Inks) -> Iterator[None]:
    """Put a document on pages, in portions."""
    layout = Layout(document, setter, pages.room, pages.column, inks)
    opening = list(layout.opening())
    pages.add(opening)
    if not document.in_columns:
        for block in blocks:
            for lines in layout.put(block):
                pages.add(lines)
                yield
        return
    narrow = (pages.room - _GAP_PT) / 2
    in_columns: list[list[Line]] = []
    across: list[list[Line]] = []
    small = Layout(document, setter, narrow, pages.column, inks, SHORT_PT)
    wide = Layout(document, setter, pages.room, pages.column, inks, SHORT_PT)
    known: list[Block] = []
    for block in blocks:  # a short document is small enough to be set twice
        in_columns += small.put(block)
        across += wide.put(block)
        known.append(block)
        yield
    room = pages.column - _height([opening])
    if _height(in_columns) <= room:  # half of the page would be empty
        large = [lines for block in known for lines in layout.put(block)]
        for lines in large if _height(large) <= room else across:
            pages.add(lines)
            yield
        return
    fits = all(_smallest(lines) >= _LEAST_PT for lines in in_columns)
    if fits:
        pages.begin_columns(narrow)
    for lines in in_columns if fits else across:
        pages.add(lines)
        yield


def _height(portions: list[list[Line]]) -> float:
    """How high lines are under each other."""
    return sum(line.before + line.height + line.depth for lines in portions for line in lines)


def _smallest(lines: list[Line]) -> float:
    """The size of the smallest formula."""
    sizes = [placed.item.size for line in lines for placed in line.items if isinstance(placed.item, Formula)]
    return min(sizes, default=_LEAST_PT)
