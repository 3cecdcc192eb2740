"""What stands beside pictures: formulas kept short, shapes and numbers as notation."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Any, Final

from explainer.expr.node import Node, each_part
from explainer.expr.nodes import FunctionCall
from explainer.expr.shape import Shape, Size
from explainer.figures.canvas import measured
from explainer.notation import write_notation
from explainer.notation.atoms import size_written
from explainer.notation.tree import Dots, Fence, Notation, Numeral, Operator, Row, Script, Symbol
from explainer.phrases import phrase
from explainer.threads import recent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explainer.engine import Trace

MOST_PARTS: Final = 60
"""A formula with more parts is too long for a label; dots stand for it."""
TIMES = Operator("×", "binary", "by")
_MINUS = Operator("−", "prefix")


@recent(256)
def formula(node: Node) -> Notation:
    """An expression as a label; dots where it is very long."""
    if node.part_count > MOST_PARTS:
        return Dots("center")
    return write_notation(node)


def by_length(long: Notation, short: Notation, most_em: float = 14.0) -> Notation:
    """The longer label if it is no wider than that, else the shorter one."""
    return long if measured(long, 1.0)[0] <= most_em else short


def size_label(size: Size) -> Notation:
    """A size: a number, or a letter for an open one."""
    return size_written(size).notation


def shape_label(shape: Shape) -> Notation:
    """A shape as rows × columns, or with all its directions where it has more; a scalar is 1×1."""
    first, *others = shape.sizes if len(shape.sizes) > 2 else (shape.rows, shape.columns)
    times = Operator("×", "other", "by")
    return Row((size_label(first), *(part for size in others for part in (times, size_label(size)))))


def number_label(value: float, digits: int = 3) -> Notation:
    """A number rounded to some digits; very large and very small ones with a power of ten."""
    if value == 0:
        return Numeral("0")
    exponent = floor(log10(abs(value)))
    if -4 <= exponent <= 4:
        text = f"{abs(value):.{max(0, digits - 1 - exponent)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        body: Notation = Numeral(text or "0")
    else:
        mantissa = f"{abs(value) / 10.0**exponent:.{max(0, digits - 1)}f}".rstrip("0").rstrip(".")
        power = Numeral(str(abs(exponent)))
        ten = Script(Numeral("10"), superscript=Row((_MINUS, power)) if exponent < 0 else power)
        body = ten if mantissa == "1" else Row((Numeral(mantissa), Operator("·", "binary", "times"), ten))
    return Row((_MINUS, body)) if value < 0 else body


def unknown_function(trace: Trace) -> str:
    """Why a problem has no numbers: it holds an abstract function, or its derivation has no end; empty where it has."""
    if any(isinstance(part, FunctionCall) for part in each_part(trace.problem.expression)):
        return "it holds a function of which nothing is known but its name"
    return "" if trace.status == "finished" else phrase("its derivation is {0}", trace.status)


def numbers_label(values: NDArray[Any]) -> Notation:
    """A number, or several in brackets, with dots where there are many."""
    flat = [number_label(float(entry), 3) for entry in values.ravel()]
    if values.ndim == 0:
        return flat[0]
    shown = flat if len(flat) <= 6 else [*flat[:3], Symbol("…"), flat[-1]]
    items: list[Notation] = []
    for entry in shown:
        items += [Operator(",", "punctuation"), entry] if items else [entry]
    return Fence("(", Row(tuple(items)), ")")
