"""The few public functions that belong to no single layer; `import explainer` offers them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeAlias

from explainer.engine.arguments import shapes_in_words
from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.language import parse_expression

if TYPE_CHECKING:
    from explainer.engine.arguments import GivenShape

_Kind: TypeAlias = tuple[Callable[[Any], bool], str]
"""Whether a value is of a kind, and what is expected in words."""


def parse(text: str, shapes: Mapping[str, GivenShape] | None = None) -> Node:
    """Read an expression of the input language; shapes that are not given are inferred.

    Raises ParseError, ShapeError or LimitError, with the place.
    """
    return parse_expression(text, shapes_in_words(shapes)).expression


def with_checked_arguments(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The public function of this name, which says of an argument of the wrong kind what it should be.

    What is read from text has its own messages; here are those that would fail somewhere deep inside.
    """
    kinds = {
        parameter: kind
        for functions, parameter, kind in _kinds()
        if name in functions
    }  # fmt: skip
    if not kinds:
        return function
    known = signature(function)

    @wraps(function)
    def checked(*args: Any, **given: Any) -> Any:
        for parameter, value in known.bind(*args, **given).arguments.items():
            if parameter in kinds:
                holds, words = kinds[parameter]
                if not holds(value):
                    raise ExplainerError(
                        f"{parameter} cannot be an object of the type {type(value).__name__}",
                        hint=f"{parameter} is {words}.",
                    )
        return function(*args, **given)

    return checked


def _kinds() -> tuple[tuple[str, str, _Kind], ...]:
    """Which parameter of which functions is of which kind."""
    from explainer.budget import Budget
    from explainer.engine import Trace

    trace = (lambda value: isinstance(value, Trace)), "a derivation, what explainer.derive returns"
    return (
        ("parse assess", "text", ((lambda value: isinstance(value, str)), "the text as it is typed")),
        ("assess code", "trace", trace),
        ("figure", "trace", ((lambda value: value is None or isinstance(value, Trace)), f"{trace[1]}, or None")),
        (
            "assess",
            "number",
            ((lambda value: isinstance(value, int) and not isinstance(value, bool)), "the number of a step, from 1"),
        ),
        (
            "parse derive",
            "shapes",
            (
                (lambda value: value is None or isinstance(value, Mapping)),
                'a mapping from names to shapes, such as {"w": "n", "X": (4, 3)}',
            ),
        ),
        ("derive", "budget", ((lambda value: value is None or isinstance(value, Budget)), "a Budget, or None")),
        (
            "derive",
            "facts",
            (
                (lambda value: isinstance(value, tuple | list) and all(isinstance(fact, Node) for fact in value)),
                "a tuple of expressions, such as (explainer.parse('x > 0'),)",
            ),
        ),
        ("write", "face", ((lambda value: isinstance(value, str)), "a name such as latex")),
        ("figure", "name", ((lambda value: isinstance(value, str)), "a name such as dataflow")),
        ("render", "format", ((lambda value: isinstance(value, str)), "a name such as png")),
        ("render", "theme", ((lambda value: isinstance(value, str)), "a name such as paper")),
        ("write", "node", ((lambda value: isinstance(value, Node)), "an expression, what explainer.parse returns")),
    )
