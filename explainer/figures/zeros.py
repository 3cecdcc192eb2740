"""The pattern of a Jacobian: its entries as numbers on tinted cells, and what is zero whatever the numbers are."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.expr.node import Node
from explainer.expr.nodes import Entry, Variable, VariableTuple, number
from explainer.expr.shape import Shape, size_number
from explainer.figures import options as read
from explainer.figures.boxes import listed
from explainer.figures.canvas import FIRST, FRAME, INK, MUTED, SECOND, Canvas, Paint, Point, Sheet, measured
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import formula, number_label, numbers_label, unknown_function
from explainer.figures.values import ChosenValues, chosen_sizes, evaluated, require_known, sizes_of, variables_of
from explainer.notation import write
from explainer.notation.tree import Notation, Numeral, Operator, Row, Script, Symbol
from explainer.phrases import counted, joined, phrase, retold, sentence
from explainer.typeset import Rect

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explainer.engine import Trace

    Matrix = NDArray[Any]

MOST_CELLS: Final = 60  # in a row or column; of more the cells would be dots
WAYS: Final = 7
"""At so many sets of values an entry is looked at, before it is said to be zero always."""
_TEXT, _HEAD = 0.66, 0.8  # the size of numbers, and of names beside the pattern, against the letters around it
_WIDEST_CELL, _NARROWEST_CELL = 2.7, 0.34  # in em; in a narrower cell no tint is told from another
_TINTS: Final = (0.07, 0.32)  # of the least and the greatest entry: told from white, and ink is read on both


@dataclass(frozen=True)
class Pattern:
    """The numbers of a derivative, which entries are zero at any values, and what stands beside rows and columns."""

    numbers: Matrix
    always_zero: Matrix
    rows: tuple[Notation, ...]
    columns: tuple[Notation, ...]
    inputs: tuple[tuple[Notation, Matrix], ...]
    values: dict[str, Any]
    """What was put in for every variable and size, by name."""

    @property
    def largest(self) -> float:
        """The largest distance from zero."""
        finite = numpy.abs(self.numbers[numpy.isfinite(self.numbers)])
        return float(finite.max(initial=0.0))


def why_not(trace: Trace) -> str:
    """Why there is no pattern."""
    if trace.start.shape.is_scalar:
        return "its derivative is a single number, so there is no pattern"
    if len(trace.start.shape.sizes) > 2:
        return "its derivative has more than two directions; written as columns it is a matrix"
    return unknown_function(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """The derived result, evaluated at plain numbers for every variable and size.

    Raises UnsuitedError when the derivative is a single number, has no value, or rests on unknown functions.
    """
    assert trace is not None
    given, sizes = read.mapping_option(options, "values"), read.mapping_option(options, "sizes")
    several = by_each_variable(trace)
    if several:
        return _of_several(trace, {name: pattern_of(trace, given, sizes, name) for name in several})
    pattern = pattern_of(trace, given, sizes)
    count, zeros = pattern.numbers.size, int(pattern.always_zero.sum())
    found = (
        phrase("{0} of {1} entries are zero for all values", zeros, count)
        if zeros
        else "no entry is zero for all values"
    )
    return Figure(
        "zeros",
        phrase("Pattern of zeros of {0}", write(trace.start, "unicode")),
        phrase(
            "The derivative as {0} and {1}: {2}{3}. The largest entry is {4} away from zero.",
            counted("{0} row", "{0} rows", pattern.numbers.shape[0]),
            counted("{0} column", "{0} columns", pattern.numbers.shape[1]),
            phrase(found),
            _where(pattern.always_zero),
            f"{pattern.largest:.3g}",
        ),
        lambda width: _arranged(pattern, width),
        min(38.0, 8 + 2.6 * pattern.numbers.shape[1]),
        {"numbers": pattern.numbers, "always_zero": pattern.always_zero, "values": pattern.values},
    )


def by_each_variable(trace: Trace) -> tuple[str, ...]:
    """The variables of which each has a derivative of its own, because a matrix is among them; else none."""
    wrt = trace.problem.wrt
    return tuple(trace.results) if isinstance(wrt, VariableTuple) and wrt.holds_matrices else ()


def _of_several(trace: Trace, patterns: Mapping[str, Pattern]) -> Figure:
    """The numbers of all derivatives of one sweep, below each other, at the same values."""
    wrt = trace.problem.wrt
    assert isinstance(wrt, VariableTuple)
    variables = {variable.name: variable for variable in wrt.variables if isinstance(variable, Variable)}
    shapes = (
        phrase("with respect to {0} as {1} by {2} numbers", name, *pattern.numbers.shape)
        for name, pattern in patterns.items()
    )
    widest = max(pattern.numbers.shape[1] for pattern in patterns.values())
    first = next(iter(patterns.values()))
    return Figure(
        "zeros",
        phrase("Pattern of zeros of {0}", write(trace.start, "unicode")),
        phrase("The derivatives {0}.", joined(", ", shapes)),
        lambda width: _below_each_other({formula(variables[name]): p for name, p in patterns.items()}, width),
        min(38.0, 8 + 2.6 * widest),
        {"numbers": {name: pattern.numbers for name, pattern in patterns.items()}, "values": first.values},
    )


def _where(zero: Matrix) -> str:
    """Where the zeros are, when there is a word for it."""
    rows, columns = zero.shape
    if rows == columns > 1 and (zero == ~numpy.eye(rows, dtype=bool)).all():
        return phrase(", namely all those off the diagonal")
    return ""


# --- the numbers -----------------------------------------------------------------------------------------------------


def pattern_of(trace: Trace, given: Any, sizes_given: Any, name: str | None = None) -> Pattern:
    """The numbers of the result at the values that are given, at plain ones where none are; of several results, which
    are by name, that of one variable.

    Raises UnsuitedError where it has no value at any of them, or more entries than can be drawn.
    """
    problem, result = trace.problem, trace.result if name is None else trace.results[name]
    shapes = [result.shape, problem.wrt.shape, *problem.shapes.values()]
    names = {name for shape in shapes for name in shape.names}
    variables = {variable.name: variable for variable in variables_of(problem.expression)}
    require_known("values", given, variables)
    require_known("sizes", sizes_given, names)
    sizes = chosen_sizes([*shapes, *(_size_shape(name) for name in sorted(names))], sizes_given)
    sizes = {**sizes, **sizes_of({variables[name]: value for name, value in given.items()})}
    shown, numbers = _first_with_numbers(result, problem.expression, given, sizes)
    if max(numbers.shape) > MOST_CELLS:
        raise UnsuitedError(
            "zeros", phrase("it has {0} by {1} entries, too many to be drawn", numbers.shape[0], numbers.shape[1])
        )
    looked = [_matrix(result, ChosenValues({}, sizes, way=way, positive=way % 2 == 1)) for way in range(WAYS)]
    always = numpy.all([(numbers == 0) | ~numpy.isfinite(numbers) for numbers in looked], axis=0)
    always &= (numbers == 0) & numpy.any([numpy.isfinite(numbers) for numbers in looked], axis=0)
    inputs = tuple((formula(variable), shown.variable(variable)) for variable in variables_of(result))
    rows, columns = _heads(trace, numbers.shape, sizes, problem.wrt if name is None else variables[name])
    values = {name: shown.variable(variable) for name, variable in variables.items()}
    return Pattern(numbers, always, rows, columns, inputs, {**sizes, **values})


def _size_shape(name: str) -> Shape:
    return Shape((name,))


def _first_with_numbers(result: Node, function: Node, given: Any, sizes: dict[str, int]) -> tuple[ChosenValues, Matrix]:
    """The first plain values at which every entry and the function itself have a value, positive ones where needed."""
    tried = [ChosenValues(given, sizes, positive=positive) for positive in (False, True)]
    tried += [ChosenValues(given, sizes, way=way, positive=way % 2 == 1) for way in range(1, WAYS)]
    found = [(values, _matrix(result, values)) for values in tried]
    values, numbers = max(
        found, key=lambda pair: (bool(numpy.isfinite(evaluated(function, pair[0])).all()), _count_finite(pair[1]))
    )
    if not numpy.isfinite(numbers).any():
        raise UnsuitedError("zeros", "its derivative has no value at any numbers that were tried")
    return values, numbers


def _count_finite(numbers: Matrix) -> int:
    return int(numpy.isfinite(numbers).sum())


def _matrix(result: Node, values: ChosenValues) -> Matrix:
    """The value as rows and columns; of several results one may be a single number."""
    array = evaluated(result, values)
    return array.reshape(len(array), 1) if array.ndim == 1 else array.reshape(1, 1) if array.ndim == 0 else array


def _heads(
    trace: Trace, counts: tuple[int, ...], sizes: Mapping[str, int], wrt: Node
) -> tuple[tuple[Notation, ...], tuple[Notation, ...]]:
    """What stands beside the rows (entries of the function) and above the columns (those of the variable).

    By a matrix both only number the entries.
    """
    expression = trace.problem.expression
    if len(wrt.shape.sizes) == 2:  # rows and columns of a matrix, which the numerator layout exchanges
        return tuple(Numeral(str(i + 1)) for i in range(counts[0])), tuple(
            Numeral(str(j + 1)) for j in range(counts[1])
        )
    if trace.problem.order == 2:  # of a Hessian both are entries of the variable
        names = _variable_names(wrt, sizes, counts[0])
        return names, names
    name = "f" if all(variable.name != "f" for variable in variables_of(expression)) else "y"
    first, second = counts if trace.problem.layout == "numerator" else counts[::-1]
    functions = tuple(
        Symbol(name) if first == 1 else Script(Symbol(name), subscript=Numeral(str(i + 1))) for i in range(first)
    )
    variables = _variable_names(wrt, sizes, second)
    return (functions, variables) if trace.problem.layout == "numerator" else (variables, functions)


def _variable_names(wrt: Node, sizes: Mapping[str, int], count: int) -> tuple[Notation, ...]:
    """The names of the entries of what is differentiated with respect to, where they have some."""
    if isinstance(wrt, VariableTuple):
        return tuple(name for variable in wrt.variables for name in _entry_names(variable, sizes))
    if isinstance(wrt, Variable) and wrt.shape.is_vector:
        return _entry_names(wrt, sizes)
    return tuple(formula(wrt) if count == 1 else Numeral(str(j + 1)) for j in range(count))


def _entry_names(variable: Node, sizes: Mapping[str, int]) -> tuple[Notation, ...]:
    """The name of a scalar, and the names of all entries of a vector."""
    if variable.shape.is_scalar:
        return (formula(variable),)
    count = math.prod(size_number(size, sizes.__getitem__) for size in variable.shape.sizes)
    return tuple(formula(Entry(variable, (number(j + 1),))) for j in range(count))


# --- the picture -----------------------------------------------------------------------------------------------------


def _arranged(pattern: Pattern, width: float) -> Sheet:
    canvas = Canvas()
    draw_pattern(canvas, pattern, width)
    return canvas.sheet()


def _below_each_other(patterns: Mapping[Notation, Pattern], width: float) -> Sheet:
    """Each pattern under what it is the derivative by, and the values once, below all of them."""
    canvas, y = Canvas(), 0.0
    inputs: dict[Notation, Matrix] = {}
    for name, pattern in patterns.items():
        y = canvas.paragraph(sentence("With respect to {x}:", {"x": name}), 0.0, y, width - 1) - 1.6
        y = draw_pattern(canvas, replace(pattern, inputs=()), width, y) - 1.2
        inputs.update(pattern.inputs)
    _write_inputs(canvas, replace(pattern, inputs=tuple(inputs.items())), y + 0.6, width - 1)
    return canvas.sheet()


def draw_pattern(canvas: Canvas, pattern: Pattern, width: float, top: float = 0.0) -> float:
    """The numbers on tinted cells, what the signs mean, and the values that they hold for; the lower edge."""
    rows, columns = pattern.numbers.shape
    margin = max(measured(head, _HEAD)[0] for head in pattern.rows) + 0.5
    room = width - 1
    cell = max(_NARROWEST_CELL, min(_WIDEST_CELL, (room - margin) / columns, 30.0 / rows))
    texts = [[number_label(value, 2) if numpy.isfinite(value) else None for value in row] for row in pattern.numbers]
    widest = max((measured(text, _TEXT)[0] for row in texts for text in row if text), default=0.0)
    written = widest <= cell - 0.35
    if written:
        cell = max(1.5, min(cell, max(widest + 0.8, 2.0)))
    left = max(margin, (room - columns * cell + margin) / 2)
    _write_heads(canvas, pattern, left, cell, top)
    for i in range(rows):
        for j in range(columns):
            rect = Rect(left + j * cell, top - (i + 1) * cell, cell, cell)
            zero = bool(pattern.always_zero[i, j])
            _draw_cell(
                canvas, rect, float(pattern.numbers[i, j]), zero, pattern.largest, texts[i][j] if written else None
            )
    canvas.rectangle(Rect(left, top - rows * cell, columns * cell, rows * cell), line=FRAME, width=0.08)
    y = _write_legend(canvas, pattern, top - rows * cell - 0.8, room, written)
    return _write_inputs(canvas, pattern, y - 0.3, room)


def _write_heads(canvas: Canvas, pattern: Pattern, left: float, cell: float, top: float) -> None:
    """The names of rows and columns; where cells are small, as many as have room."""
    widest = max(measured(head, _HEAD)[0] for head in pattern.columns) + 0.2
    highest = max(measured(head, _HEAD)[1] for head in pattern.rows) + 0.1
    across, down = max(1, -int(-widest // cell)), max(1, -int(-highest // cell))
    for j in range(0, len(pattern.columns), across):
        canvas.text(pattern.columns[j], left + (j + 0.5) * cell, top + 0.55, size=_HEAD, across=0.5)
    for i in range(0, len(pattern.rows), down):
        canvas.text(pattern.rows[i], left - 0.4, top - (i + 0.5) * cell, size=_HEAD, across=1, up=0.5)


def tint(value: float, largest: float) -> Paint:
    """The colour of a cell: blue for positive entries, red for negative ones, stronger the farther from zero."""
    share = abs(value) / largest if largest else 0.0
    return Paint("changed-after" if value > 0 else "changed-before", _TINTS[0] + (_TINTS[1] - _TINTS[0]) * share)


def _draw_cell(
    canvas: Canvas, rect: Rect, value: float, always_zero: bool, largest: float, text: Notation | None
) -> None:
    """One entry. A zero has a sign instead of a colour; a negative entry a corner cut, or a square that is open."""
    middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)
    canvas.rectangle(rect, line=Paint("ink", 0.24), width=0.04)
    if not numpy.isfinite(value):
        canvas.text("?", *middle, size=_TEXT, across=0.5, up=0.5, paint=MUTED)
    elif value == 0:
        _draw_zero(canvas, middle, min(0.16, 0.2 * rect.width), always_zero)
    elif text is not None:
        canvas.rectangle(
            Rect(rect.x + 0.05, rect.y + 0.05, rect.width - 0.1, rect.height - 0.1), fill=tint(value, largest)
        )
        if value < 0:
            _cut_corner(canvas, rect)
        canvas.text(text, *middle, size=_TEXT, across=0.5, up=0.5, paint=INK)
    else:
        half = 0.45 * rect.width * max(0.3, (abs(value) / largest) ** 0.5)
        square = Rect(middle[0] - half, middle[1] - half, 2 * half, 2 * half)
        if value > 0:
            canvas.rectangle(square, fill=FIRST)
        else:
            canvas.rectangle(square, line=SECOND, width=min(0.09, half / 2))


def _draw_zero(canvas: Canvas, middle: Point, radius: float, always: bool) -> None:
    """A ring where an entry is zero at any values, a cross where it is so only at these."""
    if always:
        canvas.dot(middle, radius, fill=None, line=FRAME)
        return
    for sign in (1, -1):
        ends = [(middle[0] - radius, middle[1] - sign * radius), (middle[0] + radius, middle[1] + sign * radius)]
        canvas.line(ends, INK, 0.08)


def _cut_corner(canvas: Canvas, rect: Rect, size: float = 0.42) -> None:
    canvas.polygon(
        ((rect.x + 0.05, rect.top - 0.05), (rect.x + size, rect.top - 0.05), (rect.x + 0.05, rect.top - size)), SECOND
    )


def _write_legend(canvas: Canvas, pattern: Pattern, top: float, width: float, written: bool) -> float:
    """What the signs in the cells mean, as far as they occur; its lower edge."""
    largest = pattern.largest
    finite = pattern.numbers[numpy.isfinite(pattern.numbers)]
    only_here = (finite == 0).sum() > pattern.always_zero.sum()
    entries: list[tuple[Callable[[Rect], None], Sequence[str | Notation]]] = []
    for sign, word in ((1, phrase("positive")), (-1, phrase("negative"))):
        strongest = float((sign * finite).max(initial=0.0))
        if strongest > 0:
            text = Numeral("") if written else None
            entries.append(
                (
                    _sample(canvas, sign * strongest, largest, text),
                    sentence("{sign}, up to {value}", {"sign": word, "value": number_label(sign * strongest, 2)}),
                )
            )
    if pattern.always_zero.any():
        entries.append((_sample(canvas, 0.0, largest, None, always=True), ("always 0",)))
    if only_here:
        entries.append((_sample(canvas, 0.0, largest, None), ("0 at these values",)))
    return legend(canvas, entries, 0.0, top, width)


def _sample(
    canvas: Canvas, value: float, largest: float, text: Notation | None, *, always: bool = False
) -> Callable[[Rect], None]:
    def draw_sample(rect: Rect) -> None:
        _draw_cell(canvas, rect, value, always, largest, text)

    return draw_sample


def legend(
    canvas: Canvas,
    entries: Sequence[tuple[Callable[[Rect], None], Sequence[str | Notation]]],
    left: float,
    top: float,
    width: float,
    side: float = 1.0,
) -> float:
    """Samples with words behind them, in as many lines as they need; the lower edge."""
    x, y = left, top
    for draw_sample, english in entries:
        words = retold(english)
        across = side + 0.4 + measured(words)[0]
        if x > left and x + across > left + width:
            x, y = left, y - side - 0.45
        draw_sample(Rect(x, y - side, side, side))
        canvas.text(words, x + side + 0.4, y - side / 2, up=0.5)
        x += across + 1.2
    return y - side if entries else top


def _write_inputs(canvas: Canvas, pattern: Pattern, top: float, width: float) -> float:
    """At which values the derivative was evaluated; the lower edge."""
    told = listed([Row((name, Operator("=", "relation"), numbers_label(value))) for name, value in pattern.inputs])
    if not told:
        return top
    return canvas.paragraph(sentence("At {values}.", {"values": told}), 0.0, top - 0.3, width, paint=MUTED)
