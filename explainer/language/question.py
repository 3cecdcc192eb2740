"""A whole question as people write it: a function in the input language, LaTeX or code, perhaps with d/dx in front."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from explainer.errors import ExplainerError, ParseError
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Where
from explainer.expr.shape import Shape
from explainer.language.objectives import named_result, objective
from explainer.language.parsing import Parsed, parse_expression
from explainer.language.pasted import Pasted, Source, latex, sources_of
from explainer.language.prose import in_words
from explainer.language.text.characters import fold
from explainer.phrases import phrase

_CODE = re.compile(
    r"(?<!\w)(?:(?:np|numpy|jnp|jax|torch|tf|math|scipy|nn|F)\.\w|lambda\b|def\s|return\s|for\s+\w+(?:\s*,\s*\w+)*\s+in\s)"
)
"""What nothing but code has: a library in front of its function, and words of Python."""


class Question(NamedTuple):
    """A function and what it is to be differentiated by, if that is said.

    `text` is the question in the input language, `parsed` the function, `translation` how LaTeX or code was read.
    """

    text: str
    parsed: Parsed
    translation: Pasted | None = None
    source: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell about the reading, the translation first."""
        if self.translation is None:
            return self.parsed.notes
        text = self.translation.text.strip()
        read = phrase("The {0} was read as {1}.", self.source, text) if self.source else _whole(text)
        return (read, *self.translation.notes, *self.parsed.notes)


def read_question(text: str, shapes: Mapping[str, str | Shape] | None = None, wrt: str | None = None) -> Question:
    """Read a question. A derivative sign in front, d/dx (…), names the variable; what is behind it is the function.

    `wrt` names the variable where the text does not; beside another variable in front, the derivative in front stays
    a part of the function.

    Raises ParseError with the place, ShapeError with both shapes, LimitError beyond the limits.
    """
    worded = in_words(text)
    if worded is not None:
        found = read_question(worded.text, shapes, wrt or _all_of(worded.variables))
        return _after(found, phrase("The words “{0}” were left out.", worded.words))
    asked = objective(text)
    if asked is not None:
        # Blanks instead of the words keep the places of what is refused behind them.
        found = read_question(
            " " * asked.start + text[asked.start : asked.end], shapes, wrt or _all_of(asked.variables)
        )
        return _after(found, phrase("{0} in front was left out: what follows is differentiated.", asked.sign))
    result = named_result(text)
    if result is not None:
        name, start = result
        found = read_question(" " * start + text[start:], shapes, wrt)
        return _after(found, phrase("{0} names the result; what is right of “=” is read.", name))
    wrt = _plain_variable(wrt)
    refused: ParseError | None = None
    for source in sources_of(text):
        try:
            return _translated(source, text, shapes, wrt)
        except ParseError as error:
            refused = refused or error
            if _CODE.search(text) is not None or "\\" in text:
                raise
    # A text may look like code by a w.T alone: then it is in the input language, if that reads it.
    try:
        return Question(text, _without_sign(parse_expression(text, shapes, wrt or None, opens=True)))
    except ExplainerError:
        if refused is None:
            raise
    raise refused


def _after(found: Question, note: str) -> Question:
    """A question that was read behind words in front, with a note on these."""
    return found._replace(text=found.text.strip(), parsed=replace(found.parsed, notes=(note, *found.parsed.notes)))


def _translated(source: Source, text: str, shapes: Mapping[str, str | Shape] | None, wrt: str | None) -> Question:
    translation = source.translate(text)
    variable = _renamed(wrt, translation.names) or translation.wrt or None
    given = _shapes_renamed(shapes, translation.names)
    dialect = "numpy" if source.name == "Python" else None
    parsed = parse_expression(translation.text, given, variable, translation.kinds, dialect, opens=True)
    translation = replace(translation, text=parsed.text)
    return Question(parsed.text, _without_sign(parsed), translation, source.name)


def _whole(text: str) -> str:
    return phrase("The text was read as {0}.", text)


def _plain_variable(wrt: str | None) -> str | None:
    """The variable in the input language where it is given in LaTeX, as \\theta or \\mathbf{w}."""
    if wrt is None or "\\" not in wrt:
        return wrt
    return fold(latex.translate(wrt).text)


def _all_of(names: tuple[str, ...]) -> str | None:
    """The variables that words name, as one variable of the input language; None where they name none."""
    variable = ", ".join(str(_plain_variable(name)) for name in names)
    return f"({variable})" if len(names) > 1 else variable or None


def _renamed(wrt: str | None, names: Mapping[str, str]) -> str | None:
    """The variable as the translation writes it: `weights` of the code may be w here, and x[0] is x_1."""
    if wrt is not None:
        wrt = re.sub(r"\[(\d{1,9})\]$", lambda match: f"_{int(match.group(1)) + 1}", wrt)
    return None if wrt is None else re.sub(r"[^\W\d]\w*", lambda match: names.get(match.group(), match.group()), wrt)


def _shapes_renamed(
    shapes: Mapping[str, str | Shape] | None, names: Mapping[str, str]
) -> dict[str, str | Shape] | None:
    return None if shapes is None else {names.get(name, name): shape for name, shape in shapes.items()}


def _without_sign(parsed: Parsed) -> Parsed:
    """The function behind a derivative sign that stands in front of everything."""
    body, rest = _body(parsed.expression)
    if not isinstance(body, Derivative) or (parsed.wrt is not None and parsed.wrt is not body.wrt):
        return parsed
    sign = phrase("What follows d/d{0} is differentiated with respect to {0}.", body.wrt.text())
    expression = body.body if rest is None else Where(body.body, rest.definitions, rest.facts)
    return replace(parsed, expression=expression, wrt=body.wrt, notes=(sign, *parsed.notes))


def _body(expression: Node) -> tuple[Node, Where | None]:
    return (expression.body, expression) if isinstance(expression, Where) else (expression, None)
