"""The templates of the written formats, from resources/templates, and how a filled one becomes bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explainer.assets import resource

_TOGETHER = 200
"""So many small pieces of a template are written at once."""


def environment(autoescape: bool, filters: Mapping[str, Callable[..., Any]], **signs: str) -> Environment:
    """The environment of a format. A name that a template misspells is an error, never an empty place."""
    made = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **signs,  # type: ignore[arg-type]
    )
    made.filters.update(filters)
    return made


def filled(made: Environment, name: str, **values: Any) -> Iterator[bytes]:
    """The bytes of a filled template, made while they are read."""
    texts = made.get_template(name).generate(**values)
    while some := list(islice(texts, _TOGETHER)):
        yield "".join(some).encode("utf-8", "replace")
