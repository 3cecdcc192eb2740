"""A document as frames for those who project it: what stands on each under which title, and what is said to it.

What somebody has put into a lesson under one heading is one frame, as it is projected. Notes for who speaks come before
what they belong to; they go with the frame that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.handouts import model

_PART = 2
"""The level of headings over parts of a document."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A title and what stands under it; with nothing under it, it is the heading of a part."""

    title: str
    blocks: tuple[model.Block, ...] = ()
    notes: tuple[model.Words, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether these are words that somebody has put in."""
        return any(_role(block) == model.OWN for block in self.blocks)


def _role(block: model.Block) -> str:
    return block.role if isinstance(block, model.Paragraph) else ""


def frames_of(document: model.Document) -> Iterator[Frame]:
    """The frames in their order.

    A text under a heading has it for its title; behind a derivation, and behind one's own words, that of the whole. The
    heading of a part is a frame too, and so is any that nothing stands under.
    """
    title, waiting = document.title, ""
    own: list[model.Block] = []
    notes: list[model.Words] = []

    def frame(*blocks: model.Block) -> Frame:
        told = tuple(notes)
        notes.clear()
        return Frame(title, blocks, told)

    for block in document.blocks:
        role = _role(block)
        if own and role != model.OWN:
            yield frame(*own)
            own, title = [], document.title
        if role == model.SPOKEN and isinstance(block, model.Paragraph):
            notes.append(block.words)
        elif isinstance(block, model.Heading):
            if waiting:
                yield Frame(waiting)
            title = waiting = block.text
            if block.level <= _PART:
                yield Frame(title)
                waiting = ""
        elif role == model.OWN:
            title, waiting = title if own or waiting else document.title, ""
            own.append(block)
        else:
            waiting = ""
            yield frame(block)
            if isinstance(block, model.Derivation | model.Lines):
                title = document.title
    if own:
        yield frame(*own)
    elif waiting:
        yield Frame(waiting)
