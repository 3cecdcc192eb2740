"""The kinds of text that can be pasted, each with how it is recognised and translated."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from explainer.errors import ExplainerError, ParseError
from explainer.language.pasted import latex, statements
from explainer.language.pasted.code_refusals import EXECUTING
from explainer.language.pasted.from_r import reader
from explainer.language.pasted.result import Pasted
from explainer.language.text.dialects import has_signs_of_matlab

T = TypeVar("T")

# Each begins only where a word or a line begins: begun at every letter, a long paste would be read over and over.
_DOTTED = re.compile(r"(?<!\w)\d*[^\W\d]\w*\.[^\W\d]|[\])]\.[^\W\d]|\w\[\d+\]")
_ASSIGNED = re.compile(r"^[^\S\n]*[^\W\d]\w*[^\S\n]*(?::[^=\n]+)?=(?!=)[^\n]*\n", re.MULTILINE)
_COMPREHENSION = re.compile(r"[^\W\d]\s+for\s+[^\W\d][\w, ]*\s+in\s|[\])\d]\s+for\s+[^\W\d][\w, ]*\s+in\s")
_NETWORK = re.compile(r"\b(?:Sequential|Dense|Linear)\(|^[^\S\n]*class[^\S\n]+\w+[^\S\n]*[(:]", re.MULTILINE)
_LAMBDA = re.compile(r"\blambda\b[^:=+*()\n]*:")
_CONTROL = re.compile(r"^[^\S\n]*(?:for|while|if|with|try|async)\b[^\n=]{0,200}:[^\S\n]*(?:$|\w)", re.MULTILINE)
_CHANGED = re.compile(r"^[^\S\n]*[^\W\d]\w*[^\S\n]*[-+*/@%]=[^=]", re.MULTILINE)
_SYMBOLIC = re.compile(
    r"(?<![\w.])(?:Piecewise|diff|Derivative|symbols|Symbol|Matrix|MatrixSymbol|IndexedBase|Sum|Max|Min|Abs|Rational"
    r"|Trace|Determinant|Inverse|Transpose|HadamardProduct|simplify|trigsimp|factor|together|cancel|apart|S(?=\(\d+\)))\("
    r"|[\w)]\.(?:diff|doit|simplify)\(|(?<![\w.])expand\([^,]*\)\s*$"
)
_CONDITIONAL = re.compile(r"(?<!\w)if\b[^,{}]{1,200}?(?<!\w)else\b")
_EXECUTED = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(EXECUTING))})\(")


def is_python(text: str) -> bool:
    """Whether a text looks like code: names with dots, statements, or several lines with assignments."""
    if _SYMBOLIC.search(text) or _CONTROL.search(text) or _CHANGED.search(text) or _EXECUTED.search(text):
        return True
    if (
        _CONDITIONAL.search(text)
        or _DOTTED.search(text)
        or _LAMBDA.search(text)
        or _COMPREHENSION.search(text)
        or _ASSIGNED.search(text)
    ):
        return True
    return _NETWORK.search(text) is not None or bool(re.match(r"\s*(?:import|from|def|return)\s|\s*>>>", text))


@dataclass(frozen=True, slots=True)
class Source:
    """A language that people paste: its name for people, how it is recognised, and the way into ours.

    Several statements of our own have no name.
    """

    name: str
    recognise: Callable[[str], bool]
    translate: Callable[[str], Pasted]


def _translate_code(text: str) -> Pasted:
    """The way into code, loaded with the first code: the first formula on the screen waits for no layers."""
    from explainer.language.pasted import code

    return code.translate(text)


SOURCES: tuple[Source, ...] = (
    Source("LaTeX", lambda text: latex.recognise(text) and not has_signs_of_matlab(text), latex.translate),
    Source("MATLAB", has_signs_of_matlab, statements.translate_matlab),
    Source("R", reader.recognise, reader.translate),
    Source("Python", is_python, _translate_code),
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


def read_as_typed(text: str, read: Callable[[str], T]) -> T:
    """What a line says that somebody typed, perhaps half as code and half as in a book, as `2 x.T` is.

    It is read as the source that it looks like, else as it stands. Raises the ParseError of the source where it is
    neither.
    """
    source = source_of(text)
    if source is None:
        return read(text)
    try:
        plain = source.translate(text).text
    except ParseError as refusal:
        try:
            return read(text)
        except ExplainerError:
            raise refusal from None
    return read(plain)
