"""The worked examples that the window offers, in the order of the paper; read from `resources/lessons`.

An example names a function, a variable and a method. It holds no results: every line is derived when it is opened.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from explainer.assets import resource

OPENING_EXAMPLE = "H2"
"""The example that the window opens with: short, and it needs the chain rule with more than one path."""


@dataclass(frozen=True, slots=True)
class Example:
    """One function to derive, with its variable; `id` is the row of the paper's list, such as A6."""

    id: str
    title: str
    text: str
    wrt: str
    method: str = "auto"
    layout: str = "numerator"
    shapes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """The examples of one section of the paper."""

    letter: str
    title: str
    examples: tuple[Example, ...]


@cache
def all_sections() -> tuple[Section, ...]:
    """Every section that has examples, in the paper's order."""
    paths = sorted(resource("lessons").glob("*.toml"))
    return tuple(_read_section(path.read_text(encoding="utf-8")) for path in paths)


def find_example(identifier: str) -> Example | None:
    """The example with this id, if there is one."""
    for section in all_sections():
        for example in section.examples:
            if example.id == identifier:
                return example
    return None


def _read_section(text: str) -> Section:
    data = tomllib.loads(text)
    return Section(data["section"], data["title"], tuple(Example(**entry) for entry in data["example"]))
