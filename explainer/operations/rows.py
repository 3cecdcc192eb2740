"""How a row of the table is written down: the columns that most rows fill in the same way have defaults here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.phrases import phrase

LATEX_COMMANDS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan",
    "ln", "exp", "max", "min", "det",
})  # fmt: skip
"""The functions that LaTeX has a command for; the others become operator names."""


def function(
    name: str,
    title: str,
    value: Callable[..., Any],
    derivative: str | tuple[str, ...],
    source: str,
    *,
    shown: str = "",
    parameters: tuple[str, ...] = ("u",),
    **columns: Any,
) -> Operation:
    """A row; `shown` is the upright name in formulas, where it is not what is typed.

    The derivative is one text per parameter, the speech “the TITLE of ARGUMENTS”, the example the plain use.
    """
    shown = shown or name
    places = [f"{{{k}}}" for k in range(len(parameters))]
    letters = ("x", "y", "z")[: len(parameters)]
    columns.setdefault("latex", f"\\{shown}" if shown in LATEX_COMMANDS else f"\\operatorname{{{shown}}}")
    columns.setdefault("unicode", shown)
    columns.setdefault("speech", f"the {title} of {' and '.join(places)}")
    columns.setdefault("examples", (f"{name}({', '.join(letters)})",))
    return Operation(
        name=name,
        title=title,
        parameters=parameters,
        value=value,
        derivative=(derivative,) if isinstance(derivative, str) else derivative,
        source=source,
        **columns,
    )


def side(numpy: Any, u: Any) -> Any:
    """1 where (the real part of) u is not negative, else −1: turns u so that formulas do not overflow."""
    return numpy.where(u.real >= 0, 1.0, -1.0)


def vector_taken(u: Shape) -> Shape:
    """The shape of an argument that is a vector. Raises ShapeError for any other."""
    if not u.is_vector:
        raise ShapeError(
            phrase("this function takes a vector, not a {0} value", u.display()),
            shapes=(str(u),),
            hint="A row becomes a vector by its transpose x'.",
        )
    return u


def matrix_taken(u: Shape) -> Shape:
    """The shape of an argument that is a matrix. Raises ShapeError for any other."""
    if not u.is_matrix:
        raise ShapeError(
            phrase("this function takes a matrix, not a {0} value", u.display()),
            shapes=(str(u),),
            hint="Give the shape of the name: … where X: m x n.",
        )
    return u
