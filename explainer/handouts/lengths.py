"""How long a handout is: all that is known of each step, the lines alone on few pages, or lines to fill in.

A lesson of six problems has twenty pages with every reason. Handed out in a lecture it has two: the lines, each with
the name of its rule. With blanks there is room for each line, and the lines stand behind, on pages of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from explainer.handouts.model import (
    Block,
    Derivation,
    Document,
    Heading,
    LinePart,
    Lines,
    NewPage,
    Paragraph,
    Rules,
    Table,
    Task,
)

_KEPT: Final = (Heading, Rules, Table, Task, NewPage)
"""What a short handout keeps beside the derivations: no running text, figures and questions."""
MOST_LINES: Final = 8
"""A derivation that has more lines as they would be printed has one for each phase instead."""
_SMALLER: Final = 3
"""The level of headings that stand over what was left out, such as corrections."""


def full(document: Document) -> Document:
    """All that is known of each step."""
    return document


def short(document: Document) -> Document:
    """The lines of every derivation, each with the name of its rule; room to write is what blanks are for."""

    def blocks() -> Iterator[Block]:
        for block in _shortened(document, _in_short):
            yield replace(block, lines=0) if isinstance(block, Task) else block

    return replace(document, make_blocks=blocks, make_short=None, contents=(), single=False, in_columns=True)


def with_blanks(document: Document) -> Document:
    """Room for every line, with the rule that leads to it; the lines stand behind, on new pages."""

    def blocks() -> Iterator[Block]:
        yield from _shortened(document, _blank)
        yield NewPage()
        yield Heading(2, "Solutions", "solutions")
        for block in _shortened(document, _in_short):  # what is named is the problem, not its solution
            yield replace(block, anchor="") if isinstance(block, Heading) else block

    return replace(document, make_blocks=blocks, make_short=None, contents=(), single=False)


LENGTHS: Final[dict[str, Callable[[Document], Document]]] = {"full": full, "short": short, "blanks": with_blanks}
"""The lengths by their names, the usual one first."""


def _shortened(document: Document, change: Callable[[Derivation], Lines]) -> Iterator[Block]:
    """The blocks that a short handout keeps; under a small heading, such as that of a correction, only problems."""
    waiting: Heading | None = None
    for block in (document.make_short or document.make_blocks)():
        if isinstance(block, Heading) and block.level >= _SMALLER:
            waiting = block
        elif isinstance(block, Derivation):
            waiting = None
            yield change(block)
        elif isinstance(block, Paragraph) and block.role == "warning":
            yield block
        elif isinstance(block, _KEPT) and not (isinstance(block, Table) and waiting is not None):
            if waiting is not None and isinstance(block, Task):
                yield waiting
            waiting = None
            yield block


def _in_short(block: Derivation) -> Lines:
    return Lines(block.task, block.start, partial(_parts, block), block.find_ending)


def _blank(block: Derivation) -> Lines:
    return Lines(block.task, block.start, partial(_blanks, block))


def _parts(block: Derivation) -> Iterator[LinePart]:
    """The lines that follow, as in print, or one for each phase where that is long; a wrong turn leads to no line."""
    steps = block.steps
    if block.make_told is not None:
        few = list(islice(block.make_told("paper"), MOST_LINES + 1))
        steps = iter(few) if len(few) <= MOST_LINES else block.make_told("brief")
    shown = [step for step in steps if not step.is_wrong]
    for step in shown:
        facts = step.facts if step is not shown[-1] else ()  # the last line is the result, and stands as a whole
        yield LinePart(step.number, step.title, step.line, step.changed_after, facts)


def _blanks(block: Derivation) -> Iterator[LinePart]:
    return (replace(part, line=None, facts=()) for part in _parts(block))
