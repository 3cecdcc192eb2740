"""What the arguments ask: the expression, its variable and its shapes, as the derivation that answers."""

from __future__ import annotations

import sys
from typing import Any

from explainer.cli.answer import UsageError, checked_choice


def required_expression(expression: str | None) -> str:
    """The expression. Raises UsageError where it is missing."""
    if expression is None:
        raise UsageError("it is not said what to differentiate", hint='Write it first, such as "sin(x^2)".')
    return expression


def traced(
    expression: str,
    wrt: str,
    shape: list[str] | None,
    method: str,
    layout: str,
    detail: str = "every",
    order: int = 1,
    form: str = "vec",
) -> Any:
    """The derivation that the options ask for. Raises ExplainerError with the place in the expression."""
    from explainer.engine import DETAILS, FORMS, LAYOUTS, METHODS, ORDERS, derive, told

    checked_choice("method", method, METHODS)
    checked_choice("layout", layout, LAYOUTS)
    checked_choice("detail", detail, DETAILS)
    checked_choice("order", str(order), map(str, ORDERS))
    checked_choice("form", form, FORMS)
    text, shapes = typed(expression).strip(), read_shapes(shape)
    variable = _required(wrt, text, shapes)
    return told(derive(text, variable, shapes, method, layout, order, form), detail)


MOST_BYTES = 1_000_000
"""So much is read from standard input; the language refuses far less as too long, with its own words."""


def typed(expression: str) -> str:
    """The expression; where it is a hyphen, what comes on standard input. Raises UsageError where nothing comes."""
    if expression.strip() != "-":
        return expression
    stream = getattr(sys.stdin, "buffer", None)
    text = stream.read(MOST_BYTES).decode("utf-8", "replace") if stream is not None else ""
    if not text.strip():
        raise UsageError(
            "there is nothing on standard input", hint='Send an expression: echo "x^2" | explainer derive -'
        )
    return text


def _required(wrt: str, expression: str, shapes: dict[str, str]) -> str:
    """The variable of differentiation. Raises UsageError naming those in the expression where it is missing."""
    if wrt.strip():
        return wrt.strip()
    from explainer.language import read_question
    from explainer.language.likely_variable import likely_variable

    parsed = read_question(expression, shapes).parsed
    if parsed.wrt is not None:
        return parsed.wrt.text()
    names = sorted(parsed.shapes)
    example = likely_variable(names)
    among = f"The expression has {', '.join(names)}. " if names else ""
    raise UsageError(
        "the variable of differentiation is missing", hint=f"{among}Add the variable, for instance --wrt {example}."
    )


def read_shapes(options: list[str] | None) -> dict[str, str]:
    """`["w=n", "X=N x n"]` as a mapping. Raises UsageError for an option without a name or without a shape."""
    shapes: dict[str, str] = {}
    for option in options or ():
        name, sign, shape = option.partition("=")
        if not (sign and name.strip() and shape.strip()):
            raise UsageError(
                f"--shape {option} does not say a name and a shape", hint="Write --shape w=n, for instance."
            )
        name, shape = name.strip(), shape.strip()
        if shapes.setdefault(name, shape) != shape:
            raise UsageError(
                f"{name} has the shape {shapes[name]} and the shape {shape}", hint="Leave out one of them."
            )
    return shapes
