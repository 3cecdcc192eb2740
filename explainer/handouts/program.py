"""One derivation as a program that checks itself; see `explainer.written_code`."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.errors import ExplainerError
from explainer.handouts.model import Document
from explainer.handouts.registry import Options


def pieces(document: Document, options: Options) -> Iterator[bytes]:
    """The file. Raises ExplainerError for what is not one derivation, and UnsupportedError for what has no code."""
    if document.program is None:
        raise ExplainerError(
            "a program is written of a single derivation", hint="Give one function, or one problem of a lesson."
        )
    yield document.program(options["library"]).encode()
