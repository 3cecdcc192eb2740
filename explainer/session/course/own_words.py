"""Words of one's own, on a slide and in notes: how the formulas in them are read, and what cannot be read.

Formulas stand in braces, or in the signs that LaTeX has for them; inside, they are read as the field of the function
reads them. What cannot be read is shown as it was typed, and said.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from explainer.errors import ExplainerError
from explainer.lessons.richtext import Formula, RichText
from explainer.phrases import Phrase, phrase
from explainer.session.course.notes import sentence_of

if TYPE_CHECKING:
    from explainer.session.lines.card import Sentence

_LATEX: Final = re.compile(
    r"\$\$(?P<display>[^$]+)\$\$|\$(?!\s)(?P<dollars>[^$]*[^$\s])\$(?!\d)|\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]"
)
"""A formula between dollar signs, as Pandoc tells them from sums of money, or between \\( \\) or \\[ \\]."""
_INSIDE: Final = r"[^{}]*(?:\{[^{}]*\}[^{}]*)*"
_DERIVATIVE: Final = re.compile(
    rf"\\[dt]?frac\s*\{{\s*(?P<sign>\\partial|\\mathrm\{{d\}}|d)\s*(?P<body>{_INSIDE}?)\s*\}}"
    rf"\s*\{{\s*(?:\\partial|\\mathrm\{{d\}}|d)\s*(?P<wrt>{_INSIDE}?)\s*\}}"
    r"|\\partial\s*(?P<above>\w+)\s*/\s*\\partial\s*(?P<below>\w+)"
)
"""A derivative that somebody asks for or gives; a function to be differentiated holds none."""
_STAND_IN: Final = "q_{{9{0}9}}", "q_9{0}9"
"""A name that stands for a derivative while LaTeX is read, there and as it is read."""


_NABLA: Final = r"\nabla"
_POINT: Final = re.compile(r"^\s*[-*]\s+(?=\S)")


def own_text(text: str) -> RichText:
    """The words with their formulas: each line is a paragraph, and one behind a dash or a star a point of a list."""
    return RichText("\n\n".join(_POINT.sub("•  ", _read_line(line)[0]) for line in text.splitlines()))


def own_sentences(text: str) -> tuple[Sentence, ...]:
    """The same, ready to be shown."""
    return tuple(sentence_of(words) for words in own_text(text).paragraphs)


def fault_of(text: str) -> Phrase | None:
    """What of the words is shown as it was typed, and why; None where all can be read."""
    return next((fault for line in text.splitlines() if (fault := _read_line(line)[1])), None)


def _read_line(line: str) -> tuple[str, Phrase | None]:
    """A line with its formulas in the input language, in braces; what cannot be read has none, and is said."""
    faults: list[Phrase] = []

    def read(found: re.Match[str]) -> str:
        return _braced(next(filter(None, found.groups())), found[0], faults)

    try:
        words = [part for piece in RichText(_LATEX.sub(read, line)).paragraphs for part in piece]
    except ValueError as error:
        return _escaped(line), phrase(str(error))
    parts = (
        _braced(part.text, "{" + part.text + "}", faults) if isinstance(part, Formula) else _escaped(part)
        for part in words
    )
    return "".join(parts), next(iter(faults), None)


def _braced(formula: str, typed: str, faults: list[Phrase]) -> str:
    """A formula as it is read, in braces; as it was typed where that is not possible."""
    try:
        return "{" + _read_formula(formula) + "}"
    except ExplainerError as error:
        faults.append(phrase("“{0}”: {1}", typed, phrase(error.message)))
        return _escaped(typed)


def _read_formula(formula: str) -> str:
    """A formula in the input language. Raises ExplainerError where it cannot be read."""
    from explainer.language.pasted import translate

    given = Formula(formula)
    if "\\" not in formula:
        _ = given.node
        return formula
    derivatives: list[str] = []
    numbers = count()

    def stand_in(found: re.Match[str]) -> str:
        body, wrt = found["body"] or found["above"], found["wrt"] or found["below"]
        if not body:
            return found[0]  # of what stands behind it
        sign = "d" if found["sign"] in ("d", r"\mathrm{d}") else "∂"
        derivatives.append(f"({sign}({_read_formula(body)})/{sign}({_read_formula(wrt)}))")
        return f" {_STAND_IN[0].format(next(numbers))} "

    if _NABLA in formula:
        raise ExplainerError(phrase("{0} is not read on a slide: write df/dx", _NABLA))
    plain = _DERIVATIVE.sub(stand_in, formula).strip()
    pasted = translate(plain)
    text = plain if pasted is None else pasted.text
    for number, derivative in enumerate(derivatives):
        for name in _STAND_IN:
            text = text.replace(name.format(number), derivative)
    if len(derivatives) == 1 and text == derivatives[0]:
        text = text[1:-1]
    if pasted is not None and pasted.wrt is not None:
        text = f"d({text})/d({pasted.wrt})"
    _ = Formula(text).node
    return text


def _escaped(text: str) -> str:
    return text.replace("\\{", "{").replace("\\}", "}").replace("{", "\\{").replace("}", "\\}")
