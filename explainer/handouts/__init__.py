"""Handouts: a derivation, a whole lesson or the rules as a document for people without the program.

Start reading at `model` (what a document is made of), then `from_trace` and `from_lesson` (what becomes a document) and
`registry` (the formats). To add a format: a module with `pieces(document, options)`, which yields the bytes of the file
in their order, and a row in `registry.FORMATS`; the command line, the window, the messages and the tests follow from
the row. A format with many files yields their names and contents instead. `display` is what notebooks show.

Documents are read once from their start to their end, and files are written as they are made, so that a derivation of
thousands of lines needs no more memory than the derivation itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.handouts.making import handout

__all__ = ["handout"]


def __getattr__(name: str) -> Any:
    if name != "handout":
        raise AttributeError(f"module explainer.handouts has no attribute {name}")
    from explainer.handouts.making import handout  # the names of the formats are wanted without what makes them

    return handout
