"""Values that somebody types for the variables of a derivation: read by the language of the program, never executed.

A scalar is an expression without variables, such as 1/2; a vector lists them with commas; a matrix has its rows one
after the other with semicolons between, `1, 2; 3, 4`, or is a list of lists, `[[1, 2], [3, 4]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, Final, TypeAlias

from explainer.errors import ExplainerError, LimitError, ParseError, ShapeError
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.expr.shape import Shape

Span: TypeAlias = "tuple[int, int]"
Entries: TypeAlias = "float | list[float] | list[list[float]]"
"""A value as numbers: one, a list of them, or the rows of a matrix."""

MOST_ENTRIES: Final = 2_500
_DECIMAL = re.compile(r"[+-]?\d{1,17}(\.\d{1,17})?")
"""Numbers as they are mostly typed: these need no parser."""
_SIDE_BY_SIDE = re.compile(r"(?<=[\d.])\s+(?=[-+]?[\d.])")
_CLOSING: Final = {"[": "]", "(": ")", "{": "}"}


def read_value(text: str, shape: Shape) -> Entries:
    """The numbers in a text for a variable of this shape; how many there are decides about open sizes.

    Raises ExplainerError with the place of what is no number, ShapeError where rows differ in length.
    """
    if not text.strip():
        raise ParseError(
            "there is no value yet", text=text, position=0, end=1, hint=phrase("Type {0}.", example_of(shape))
        )
    if shape.is_scalar:
        return _number(text, _trimmed(text, (0, len(text))))
    rows = _rows(text) if shape.is_matrix else [_listed(text)]
    if sum(map(len, rows)) > MOST_ENTRIES:
        raise LimitError(phrase("these are more than {0} numbers", MOST_ENTRIES), text=text, position=0, end=len(text))
    values = [[_number(text, span) for span in row] for row in rows]
    if not shape.is_matrix:
        return values[0]
    for row, spans in zip(values, rows, strict=True):
        if len(row) != len(values[0]):
            raise ShapeError(
                phrase("the first row has {0}, this one {1}", _counted(len(values[0])), len(row)),
                text=text,
                position=spans[0][0],
                end=spans[-1][1],
                hint="All rows of a matrix must have the same length.",
            )
    return values


def example_of(shape: Shape) -> str:
    """How a value of this shape may be typed."""
    if shape.is_scalar:
        return "a number, such as 2 or 1/3"
    return "the rows of a matrix, such as 1, 2; 3, 4" if shape.is_matrix else "numbers with commas, such as 1, 2"


def typed(value: Entries) -> str:
    """A value as somebody would type it; `read_value` is the way back."""
    if isinstance(value, list):
        rows = [row if isinstance(row, list) else [row] for row in value]
        separator = "; " if value and isinstance(value[0], list) else ", "
        return separator.join(", ".join(f"{number:.12g}" for number in row) for row in rows)
    return f"{value:.12g}"


def _counted(entries: int) -> str:
    return "one entry" if entries == 1 else phrase("{0} entries", entries)


def _rows(text: str) -> list[list[Span]]:
    """The places of the entries of each row of a matrix."""
    whole = _opened(text, _trimmed(text, (0, len(text))))
    rows = list(_pieces(text, whole, ";\n"))
    if len(rows) == 1:
        lists = list(_pieces(text, whole, ","))
        if all(text[start:end].startswith("[") for start, end in lists):
            rows = lists
    return [list(_pieces(text, _opened(text, row), ",")) for row in rows]


def _listed(text: str) -> list[Span]:
    """The places of the entries of a vector; a column may also be typed with its entries below each other."""
    return list(_pieces(text, _opened(text, _trimmed(text, (0, len(text)))), ",;\n"))


def _pieces(text: str, span: Span, separators: str) -> Iterator[Span]:
    """The places between separators that stand in no brackets."""
    depth, start = 0, span[0]
    for place in range(*span):
        letter = text[place]
        depth += (letter in _CLOSING) - (letter in _CLOSING.values())
        if depth == 0 and letter in separators:
            yield _trimmed(text, (start, place))
            start = place + 1
    yield _trimmed(text, (start, span[1]))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _opened(text: str, span: Span) -> Span:
    """What stands inside square brackets, where a pair of them stands around all."""
    start, end = span
    if end - start < 2 or text[start] != "[":
        return span
    depth = 0
    for place in range(start, end):
        depth += (text[place] == "[") - (text[place] == "]")
        if depth == 0:
            return _trimmed(text, (start + 1, end - 1)) if place == end - 1 else span
    return span


def _number(text: str, span: Span) -> float:
    """The number at a place of the text."""
    start, end = span
    piece = text[start:end]
    if _DECIMAL.fullmatch(piece):
        return float(piece)
    beside = _SIDE_BY_SIDE.search(piece)
    if not piece or beside:
        place = start + (beside.start() if beside else 0)
        message = "two numbers stand side by side" if beside else "a number is missing"
        hint = "Put commas between the entries, and a semicolon after each row."
        raise ParseError(message, text=text, position=place, end=place + 1, hint=hint)
    try:
        return _computed(piece)
    except ExplainerError as error:
        error.position = start + (error.position or 0)
        error.end = min(end, start + error.end) if error.end is not None else end
        error.text = text
        raise


def _computed(piece: str) -> float:
    """The value of an expression without variables."""
    import numpy

    from explainer.expr.evaluate import evaluate
    from explainer.language import parse_expression

    node = parse_expression(piece).expression
    names = sorted(str(getattr(part, "name", part)) for part in node.free)
    if names:
        raise ParseError(
            phrase("“{0}” is not a number", names[0]), hint="A value is a number, such as 2, -0.5, 1/3 or sqrt(2)."
        )
    if not node.shape.is_scalar:
        raise ShapeError(
            phrase("one number is expected here, not {0}", node.shape.display()), shapes=(str(node.shape),)
        )
    value = numpy.asarray(evaluate(node, {}))
    if numpy.iscomplexobj(value) or not isfinite(float(value)):
        raise ParseError(phrase("“{0}” has no value", piece))
    return float(value)
