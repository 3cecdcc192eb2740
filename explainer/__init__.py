"""Derivatives of scalars, vectors and matrices, explained step by step.

    import explainer
    trace = explainer.derive("max(0, w · x + b)", wrt="w")
    for step in trace.steps:
        print(step.number, step.title, step.text, step.explanation)

Start reading at `explainer.engine.derive`; `resources/pages/how-it-works.md` walks one derivation through the packages.
Every name below is imported when it is first used, so that `import explainer` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from explainer.showing import show_by

if TYPE_CHECKING:
    from explainer.api import parse
    from explainer.engine import Step, Trace, derive
    from explainer.errors import ExplainerError, LimitError, ParseError, ShapeError, UnsupportedError
    from explainer.export import render
    from explainer.figures import Figure, figure
    from explainer.handouts import handout
    from explainer.lessons.library import all_lessons
    from explainer.notation import write
    from explainer.practice import Assessment, assess
    from explainer.rules import all_rules
    from explainer.written_code import code

__version__ = "0.1.0"

_HOMES = {
    "parse": "explainer.api",
    "derive": "explainer.engine",
    "assess": "explainer.practice",
    "Assessment": "explainer.practice",
    "code": "explainer.written_code",
    "Trace": "explainer.engine",
    "Step": "explainer.engine",
    "all_rules": "explainer.rules",
    "all_lessons": "explainer.lessons.library",
    "render": "explainer.export",
    "figure": "explainer.figures",
    "handout": "explainer.handouts",
    "Figure": "explainer.figures",
    "write": "explainer.notation",
    "ExplainerError": "explainer.errors",
    "ParseError": "explainer.errors",
    "ShapeError": "explainer.errors",
    "UnsupportedError": "explainer.errors",
    "LimitError": "explainer.errors",
}


_SPEAKING = {"figure", "handout", "render", "write"}
"""Those that put words into what they give: in English, also beside a window that speaks another language."""

_CALLED = {"parse", "derive", "assess", "code", "figure", "render", "write"}
"""Those that look at the kinds of their arguments first."""


def _show(face: str, value: object) -> Any:
    from explainer.handouts.display import shown
    from explainer.phrases import in_english

    return in_english(shown)(face, value)


show_by(_show)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module explainer has no attribute {name}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    if name in _SPEAKING:
        from explainer.phrases import in_english

        value = in_english(value)
    if name in _CALLED:
        from explainer.api import with_checked_arguments

        value = with_checked_arguments(name, value)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])


__all__ = [
    "Assessment",
    "ExplainerError",
    "Figure",
    "LimitError",
    "ParseError",
    "ShapeError",
    "Step",
    "Trace",
    "UnsupportedError",
    "all_lessons",
    "all_rules",
    "assess",
    "code",
    "derive",
    "figure",
    "handout",
    "parse",
    "render",
    "write",
]
