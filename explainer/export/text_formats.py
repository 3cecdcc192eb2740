"""The formats in which a whole derivation is written, by name; the command line and the window offer what is here.

To add a format: a module with one function from a trace to its text, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from explainer.export.json_text import json_text
from explainer.export.latex_source import latex_source
from explainer.export.markdown import markdown
from explainer.export.plain_text import plain_text

if TYPE_CHECKING:
    from explainer.engine import Trace

WRITERS: Mapping[str, Callable[[Trace], str]] = {
    "text": plain_text,
    "latex": latex_source,
    "markdown": markdown,
    "json": json_text,
}
