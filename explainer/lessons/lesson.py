"""A lesson names a function, a variable and a method; it holds no results, so that every line of it is derived."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.assets import resource
from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.engine import Trace


@dataclass(frozen=True, slots=True)
class Lesson:
    """One derivation of the paper; `id` is its row in the paper's list, such as A6, `section` the section's title."""

    id: str
    title: str
    section: str
    text: str
    wrt: str
    method: str = "auto"
    layout: str = "numerator"
    shapes: Mapping[str, str] = field(default_factory=dict)

    def traces(self) -> tuple[Trace, ...]:
        """The derivations of the lesson, from the start each time they are asked for."""
        from explainer.engine import derive

        return (derive(self.text, wrt=self.wrt, shapes=self.shapes, method=self.method, layout=self.layout),)


@cache
def all_lessons() -> tuple[Lesson, ...]:
    """Every lesson in the order of the paper. Raises ExplainerError naming the file that is damaged."""
    return tuple(lesson for file in sorted(resource("lessons").glob("*.toml")) for lesson in _read(file))


def _read(file: Path) -> tuple[Lesson, ...]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return tuple(Lesson(section=data["title"], **entry) for entry in data["example"])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise ExplainerError(
            f"the lessons in {file.name} are damaged: {error}", hint="Install explainer again."
        ) from error
