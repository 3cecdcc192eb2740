"""Calls of another language as texts of ours, by templates for each number of arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from explainer.errors import ParseError

Templates = Mapping[int, Mapping[str, str]]
"""Texts with {0}, {1} … for the arguments, by their number and the name of the function."""
_CALL = re.compile(r"(?<![\w.])([^\W\d][\w.]*)\(")


def with_calls(
    text: str, templates: Templates, whole: str, special: Callable[[str, list[str]], str | None] = lambda *_: None
) -> str:
    """The text with its calls written out, the innermost ones first; `special` may write one in another way.

    Raises ParseError, with the place in the whole text, where a bracket is not closed.
    """
    for match in reversed(list(_CALL.finditer(text))):
        end, arguments = _arguments(text, match.end(), whole)
        template = templates.get(len(arguments), {}).get(match[1])
        written = special(match[1], arguments)
        if written is None and template is not None:
            written = _grouped(template.format(*arguments))
        if written is not None:
            text = f"{text[: match.start()]}{written}{text[end + 1 :]}"
    return text


def _grouped(text: str) -> str:
    return f"({text})" if "@" in text else text


def _arguments(text: str, start: int, whole: str) -> tuple[int, list[str]]:
    """Where the bracket closes that opens before `start`, and what stands between its commas."""
    depth, items, begin = 1, list[str](), start
    for k in range(start, len(text)):
        depth += (text[k] in "([{") - (text[k] in ")]}")
        if depth == 0:
            last = text[begin:k].strip()
            return k, [*items, last] if items or last else []
        if depth == 1 and text[k] == ",":
            items.append(text[begin:k].strip())
            begin = k + 1
    raise ParseError("a bracket is not closed", text=whole, position=min(start, len(whole)), hint="Close what is open.")
