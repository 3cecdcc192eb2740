"""The few public functions that belong to no single layer; `import explainer` offers them."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.expr.node import Node
from explainer.expr.shape import Shape
from explainer.language import parse_expression


def parse(text: str, shapes: Mapping[str, str | Shape] | None = None) -> Node:
    """Read an expression of the input language; shapes that are not given are inferred.

    Raises ParseError, ShapeError or LimitError, with the place.
    """
    return parse_expression(text, shapes).expression
