"""The kinds of text that can be pasted, each with how it is recognised and translated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explainer.language.pasted import code, latex, statements
from explainer.language.pasted.result import Pasted
from explainer.language.text.dialects import has_signs_of_matlab


@dataclass(frozen=True, slots=True)
class Source:
    """A language that people paste: its name for people, how it is recognised, and the way into ours.

    Several statements of our own have no name.
    """

    name: str
    recognise: Callable[[str], bool]
    translate: Callable[[str], Pasted]


SOURCES: tuple[Source, ...] = (
    Source("LaTeX", lambda text: latex.recognise(text) and not has_signs_of_matlab(text), latex.translate),
    Source("MATLAB", has_signs_of_matlab, statements.translate_matlab),
    Source("Python", code.recognise, code.translate),
    Source("", statements.recognise, statements.translate),
)
"""Every source, in the order in which it is tried."""


def source_of(text: str) -> Source | None:
    """The source that a text looks like, or None for the input language itself."""
    return next((source for source in SOURCES if source.recognise(text)), None)


def sources_of(text: str) -> list[Source]:
    """All sources that a text looks like, the likeliest first."""
    return [source for source in SOURCES if source.recognise(text)]


def translate(text: str) -> Pasted | None:
    """A pasted text in the input language, or None when it is that already.

    Raises ParseError with the place of what has no meaning here, LimitError beyond the limits.
    """
    source = source_of(text)
    return source.translate(text) if source is not None else None
