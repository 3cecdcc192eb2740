"""The few public functions that belong to no single layer; `import explainer` offers them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from explainer.engine.arguments import shapes_in_words
from explainer.expr.node import Node
from explainer.language import parse_expression

if TYPE_CHECKING:
    from explainer.engine.arguments import GivenShape


def parse(text: str, shapes: Mapping[str, GivenShape] | None = None) -> Node:
    """Read an expression of the input language; shapes that are not given are inferred.

    Raises ParseError, ShapeError or LimitError, with the place.
    """
    return parse_expression(text, shapes_in_words(shapes)).expression
