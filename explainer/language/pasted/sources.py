"""The kinds of text that can be pasted, each with how it is recognised and translated."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, TypeVar

from explainer.errors import ExplainerError, ParseError
from explainer.language.late_patterns import LatePattern
from explainer.language.mappings import LAMBDA, mapping
from explainer.language.pasted import statements
from explainer.language.pasted.from_r import reader
from explainer.language.pasted.names import has_whole_words
from explainer.language.pasted.result import Pasted
from explainer.language.premises import premises
from explainer.language.text.dialects import has_signs_of_matlab
from explainer.language.text.vocabulary import function_names

T = TypeVar("T")

# Each begins only where a word or a line begins: begun at every letter, a long paste would be read over and over.
_DOTTED = LatePattern(
    r"(?<!\w)\d*[^\W\d]\w*\.[^\W\d]|[\])]\.[^\W\d]|\w\[\d+\]|[\w)]\[(?::|\d:|None\s*,)[^\[\]]*\]", 0, (".", "[")
)
_ASSIGNED = LatePattern(r"^[^\S\n]*[^\W\d]\w*[^\S\n]*(?::[^=\n]+)?=(?!=)[^\n]*\n", re.MULTILINE, ("=",))
_COMPREHENSION = LatePattern(
    r"[^\W\d]\s+for\s+[^\W\d][\w, ]*\s+in\s|[\])\d]\s+for\s+[^\W\d][\w, ]*\s+in\s", 0, ("for",)
)
_NETWORK = LatePattern(
    r"\b(?:Sequential|Dense|Linear)\(|^[^\S\n]*class[^\S\n]+\w+[^\S\n]*[(:]",
    re.MULTILINE,
    ("Sequential", "Dense", "Linear", "class"),
)
_LAMBDA = LatePattern(LAMBDA, 0, ("lambda",))
_CONTROL = LatePattern(
    r"^[^\S\n]*(?:for|while|if|with|try|async)\b[^\n=]{0,200}:[^\S\n]*(?:$|\w)", re.MULTILINE, (":",)
)
_CHANGED = LatePattern(r"^[^\S\n]*[^\W\d]\w*[^\S\n]*[-+*/@%]=[^=]", re.MULTILINE, ("=",))
_SYMBOLIC = re.compile(
    r"(?<![\w.])(?:Piecewise|diff|Derivative|symbols|Symbol|Matrix|MatrixSymbol|IndexedBase|Sum|Max|Min|Abs|Rational"
    r"|polygamma|Trace|Determinant|Inverse|Transpose|HadamardProduct|simplify|trigsimp|factor|together|cancel|apart|S(?=\(\d+\)))\("
    r"|[\w)]\.(?:diff|doit|simplify)\(|(?<![\w.])expand\([^,]*\)\s*$"
)
_CONDITIONAL = LatePattern(r"(?<!\w)if\b[^,{}]{1,200}?(?<!\w)else\b", 0, ("if",))
_CALLED = re.compile(r"(?<![\w.])([^\W\d]\w*)\(")


def is_python(text: str) -> bool:
    """Whether a text looks like code: names with dots, statements, or several lines with assignments."""
    if _SYMBOLIC.search(text) or _CONTROL.search(text) or _CHANGED.search(text) or _executes(text):
        return True
    if (
        _CONDITIONAL.search(text)
        or _DOTTED.search(text)
        or _LAMBDA.search(text)
        or _COMPREHENSION.search(text)
        or _ASSIGNED.search(text)
    ):
        return True
    if has_whole_words(text):
        return True
    return _NETWORK.search(text) is not None or bool(re.match(r"\s*(?:import|from|def|return)\s|\s*>>>", text))


def _executes(text: str) -> bool:
    """Whether a text calls what would execute something, which no function of the language does."""
    unknown = set(_CALLED.findall(text)).difference(function_names())
    if not unknown:
        return False
    from explainer.language.pasted.code_refusals import EXECUTING

    return not unknown.isdisjoint(EXECUTING)


class Source(NamedTuple):
    """A language that people paste: its name for people, how it is recognised, and the way into ours.

    Several statements of our own have no name.
    """

    name: str
    recognise: Callable[[str], bool]
    translate: Callable[[str], Pasted]


def _is_latex(text: str) -> bool:
    """Whether a text looks like LaTeX: it has a command, or dollar signs around it; ^{2} alone is read without."""
    return ("\\" in text or text.strip().startswith("$")) and not has_signs_of_matlab(text)


# Each way is loaded with the first text that takes it: the first formula on the screen waits for none of them.


def _translate_latex(text: str) -> Pasted:
    from explainer.language.pasted.from_latex import reader

    return reader.translate(text)


def _is_mathematica(text: str) -> bool:
    """Whether a text has square brackets, and calls a function with them as Mathematica does."""
    if "[" not in text or "\\" in text:
        return False
    from explainer.language.pasted.mathematica import reader

    return reader.recognise(text)


def _translate_mathematica(text: str) -> Pasted:
    from explainer.language.pasted.mathematica import reader

    return reader.translate(text)


def _translate_excel(text: str) -> Pasted:
    from explainer.language.pasted.from_excel import reader as excel

    return excel.translate(text)


def _is_excel(text: str) -> bool:
    """Whether a text begins with a sign of equality, as formulas of spreadsheets do."""
    if not text.lstrip().startswith("="):
        return False
    from explainer.language.pasted.from_excel import reader as excel

    return excel.recognise(text)


def _translate_julia(text: str) -> Pasted:
    from explainer.language.pasted.from_julia import reader as julia

    return julia.translate(text)


def _is_julia(text: str) -> bool:
    """Whether a text has a word that Julia has and Python has otherwise: for i in 1:n, end, @."""
    if "for " not in text and "function " not in text and "@." not in text:
        return False
    from explainer.language.pasted.from_julia import reader as julia

    return julia.recognise(text)


def _translate_c(text: str) -> Pasted:
    from explainer.language.pasted.from_c import reader as c

    return c.translate(text)


def _is_c(text: str) -> bool:
    """Whether a text has a sign that C and its like have; most texts have none that these begin with."""
    if not any(sign in text for sign in ("{", "std::", "=>", "?", "f", " ")) or "\\" in text:
        return False
    from explainer.language.pasted.from_c import reader as c

    return c.recognise(text)


def _translate_code(text: str) -> Pasted:
    from explainer.language.pasted import code

    return code.translate(text)


SOURCES: tuple[Source, ...] = (
    Source("LaTeX", _is_latex, _translate_latex),
    Source("Excel", _is_excel, _translate_excel),
    Source("Mathematica", _is_mathematica, _translate_mathematica),
    Source("C", _is_c, _translate_c),
    Source("Julia", _is_julia, _translate_julia),
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
    """A pasted text in the input language, or None when it is that already, or a question with words around it.

    Raises ParseError with the place of what has no meaning here, LimitError beyond the limits.
    """
    from explainer.language.neighbours import neighbours_named
    from explainer.language.objectives import derivative_called, named_result, objective

    source = source_of(text)
    try:
        pasted = source.translate(text) if source is not None else None
    except ParseError:
        around = (mapping, premises, objective, named_result, derivative_called, neighbours_named)
        if all(find(text) is None for find in around) and not _is_typed(text):
            raise
        return None  # x ↦ …, min_x …, diff(x^2, x): those who read questions know what stands around a function
    # RSS(β) = … in LaTeX, where R S S would be a product
    named = pasted is not None and " = " in pasted.text and "\\" in text and named_result(text) is not None
    return None if named else pasted


_MODULE = re.compile(r"[A-Za-z]{2}\.[A-Za-z]")
"""np.sin and loss.backward: a word with what belongs to it, and no letter with its transpose."""


def _is_typed(text: str) -> bool:
    """Whether a line that looked like code by a w.T alone is in the input language."""
    from explainer.language.parsing import parse_expression

    if "\\" in text or "\n" in text or _MODULE.search(text):
        return False
    with suppress(ExplainerError):
        return parse_expression(text) is not None
    return False


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
