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

from explainer.expr.node import each_part
from explainer.expr.nodes import Where
from explainer.handouts import model

_KEPT: Final = (model.Heading, model.Rules, model.Table, model.Task, model.NewPage)
"""What a short handout keeps beside the derivations: no running text, figures and questions."""
MOST_LINES: Final = 8
"""A derivation that has more lines as they would be printed has one for each phase instead."""
_SMALLER: Final = 3
"""The level of headings that stand over what was left out, such as corrections."""


def full(document: model.Document) -> model.Document:
    """All that is known of each step."""
    return document


def short(document: model.Document) -> model.Document:
    """The lines of every derivation, each with the name of its rule; room to write is what blanks are for."""

    def blocks() -> Iterator[model.Block]:
        for block in _shortened(document, _in_short):
            yield replace(block, lines=0) if isinstance(block, model.Task) else block

    return replace(document, make_blocks=blocks, make_short=None, contents=(), single=False, in_columns=True)


def with_blanks(document: model.Document) -> model.Document:
    """Room for every line, with the rule that leads to it; the lines stand behind, on new pages."""

    def blocks() -> Iterator[model.Block]:
        yield from _shortened(document, _blank)
        yield model.NewPage()
        yield model.Heading(2, "Solutions", "solutions")
        yield from _solved(_shortened(document, _in_short))

    return replace(document, make_blocks=blocks, make_short=None, contents=(), single=False)


def unspoken(document: model.Document) -> model.Document:
    """The document without the notes for who speaks."""
    make = document.make_blocks
    return replace(document, make_blocks=lambda: (b for b in make() if getattr(b, "role", "") != model.SPOKEN))


LENGTHS: Final[dict[str, Callable[[model.Document], model.Document]]] = {
    "full": full,
    "short": short,
    "blanks": with_blanks,
}
"""The lengths by their names, the usual one first."""


def _shortened(document: model.Document, change: Callable[[model.Derivation], model.Lines]) -> Iterator[model.Block]:
    """The blocks that a short handout keeps; under a small heading, such as that of a correction, only problems."""
    waiting: model.Heading | None = None
    for block in (document.make_short or document.make_blocks)():
        if isinstance(block, model.Heading) and block.level >= _SMALLER:
            waiting = block
        elif isinstance(block, model.Derivation):
            waiting = None
            yield change(block)
        elif isinstance(block, model.Paragraph) and block.role in ("warning", model.OWN, model.SPOKEN):
            if waiting is not None and block.role == model.OWN:
                yield waiting
                waiting = None
            yield block
        elif isinstance(block, _KEPT) and not (isinstance(block, model.Table) and waiting is not None):
            if waiting is not None and isinstance(block, model.Task):
                yield waiting
            waiting = None
            yield block


def _solved(blocks: Iterator[model.Block]) -> Iterator[model.Block]:
    """What stands on the pages behind: the lines, and the answers to what the reader works out."""
    waiting: list[model.Heading] = []
    for block in blocks:
        if isinstance(block, model.Heading):  # what is named is the problem, not its solution
            waiting = [heading for heading in waiting if heading.level < block.level] + [replace(block, anchor="")]
            continue
        if isinstance(block, model.Task):
            if block.find_answer is None:
                continue
            block = model.Paragraph((f"{block.number}.  ", block.find_answer()))
        elif isinstance(block, model.Rules | model.Table) or getattr(block, "role", "") in (model.OWN, model.SPOKEN):
            continue
        yield from waiting
        waiting = []
        yield block


def _in_short(block: model.Derivation) -> model.Lines:
    return model.Lines(block.task, block.start, partial(_parts, block), block.find_ending)


def _blank(block: model.Derivation) -> model.Lines:
    return model.Lines(block.task, block.start, partial(_blanks, block))


def _parts(block: model.Derivation) -> Iterator[model.LinePart]:
    """The lines that follow, as in print, or one for each phase where that is long.

    A wrong turn leads to no line, and has no number either: who reads on paper would look for what is missing.
    """
    steps = block.steps
    if block.make_told is not None:
        few = list(islice(block.make_told("paper"), MOST_LINES + 1))
        steps = iter(few) if len(few) <= MOST_LINES else block.make_told("brief")
    shown = [step for step in steps if not step.is_wrong]
    for number, step in enumerate(shown, start=1):
        facts = step.facts if step is not shown[-1] else ()  # the last line is the result, and stands as a whole
        yield model.LinePart(number, step.title, step.line, step.changed_after, facts)


def _blanks(block: model.Derivation) -> Iterator[model.LinePart]:
    return (replace(part, line=None, facts=(), rows=_rows(part)) for part in _parts(block))


def _rows(part: model.LinePart) -> int:
    """On how many rows somebody writes a line by hand: each equation of a program has one of its own."""
    if part.facts:
        return len(part.facts)
    programs = [node for node in each_part(part.line) if isinstance(node, Where)] if part.line is not None else []
    return 1 + sum(len(program.definitions) for program in programs)


# --- every step of a document ----------------------------------------------------------------------------------------


def with_steps(
    document: model.Document,
    change: Callable[[model.Derivation, Iterator[model.StepPart]], Iterator[model.StepPart]],
    at_block: Callable[[str], object] = lambda kind: None,
) -> model.Document:
    """The document with the steps of every derivation changed while they are read; `at_block` hears of each block."""

    def changed(block: model.Block) -> model.Block:
        at_block(block.kind)
        if isinstance(block, model.Derivation):
            return replace(block, make_steps=partial(_changed, block, change))
        return block

    return _with_blocks(document, changed)


def _with_blocks(document: model.Document, change: Callable[[model.Block], model.Block]) -> model.Document:
    """The document with every block changed while it is read."""

    def blocks(make: Callable[[], Iterator[model.Block]]) -> Iterator[model.Block]:
        return map(change, make())

    make_short = partial(blocks, document.make_short) if document.make_short else None
    return replace(document, make_blocks=partial(blocks, document.make_blocks), make_short=make_short)


def _changed(
    block: model.Derivation, change: Callable[[model.Derivation, Iterator[model.StepPart]], Iterator[model.StepPart]]
) -> Iterator[model.StepPart]:
    return change(block, block.steps)


def with_main_steps(document: model.Document) -> model.Document:
    """The document without the steps inside steps."""
    return with_steps(document, lambda block, steps: (replace(step, find_substeps=tuple) for step in steps))


def with_detail(document: model.Document, detail: str) -> model.Document:
    """The document with every derivation at this level of detail, by its id; also where it is written in short."""

    def changed(block: model.Block) -> model.Block:
        if not isinstance(block, model.Derivation) or block.make_told is None:
            return block
        make = block.make_told
        return replace(block, make_steps=partial(make, detail), make_told=partial(_at_one_level, make, detail))

    return _with_blocks(document, changed)


def _at_one_level(make: Callable[[str], Iterator[model.StepPart]], detail: str, asked: str) -> Iterator[model.StepPart]:
    """The steps at the level that was chosen, whatever level a short handout asks for."""
    return make(detail)
