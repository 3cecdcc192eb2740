"""The words of a derivation as plain data: with the templates that they were made of, so that they are said in any
language after they are read. Texts in English stand beside them; files of earlier versions have these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from explainer.expr.node import Node
from explainer.phrases import NO_NUMBER, Phrase, Sentence, capital, whole_sentence

_KINDS: Mapping[str, Callable[[str], Phrase]] = {"capital": capital, "whole": whole_sentence}
"""What a text may be the beginning of; the text is its only part."""


def kept(words: Any, add: Callable[[Node], int]) -> Any:
    """A text, a number, an expression or words of these; `add` gives the row of an expression."""
    match words:
        case Sentence():
            return {"clauses": [[template, {name: kept(part, add) for name, part in parts.items()}]
                                for template, parts in words.clauses]}  # fmt: skip
        case tuple():
            return {"words": [kept(part, add) for part in words]}
        case Node():
            return {"node": add(words)}
        case Phrase():
            data: dict[str, Any] = {"template": words.template, "parts": [kept(part, add) for part in words.parts]}
            made = next((kind for kind, make in _KINDS.items() if type(make("")) is type(words)), None)
            data |= {} if made is None else {"kind": made}
            return data | ({} if words.number == NO_NUMBER else {"number": words.number})
        case bool() | int() | float():
            return words
    return str(words)


def as_said(data: Any, nodes: list[Node]) -> Any:
    """What `kept` wrote.

    Raises ValueError for a template that asks for more than its parts; TypeError or KeyError for what is damaged.
    """
    if not isinstance(data, dict):
        return data if isinstance(data, bool | int | float) else str(data)
    if "node" in data:
        return nodes[data["node"]]
    if "words" in data:
        return tuple(as_said(part, nodes) for part in data["words"])
    if "clauses" in data:
        return Sentence((str(template), {name: as_said(part, nodes) for name, part in parts.items()})
                        for template, parts in data["clauses"])  # fmt: skip
    parts = tuple(as_said(part, nodes) for part in data["parts"])
    if "kind" in data:
        return _KINDS[data["kind"]](parts[0])
    template = str(data["template"])
    for _, slot, form, conversion in Formatter().parse(template):
        if slot is not None and (form or conversion or not slot.isdigit()):
            raise ValueError("a text has a slot that is no place of a part")  # no attribute of a part is ever read
    number = int(data.get("number", NO_NUMBER))
    return Phrase(template.format(*parts) if parts else template, template, parts, number)


def words_read(data: Any, plain: tuple[str | Node, ...], nodes: list[Node]) -> tuple[str | Node, ...]:
    """The words with their templates; those in English alone where the two do not say the same."""
    said = None if data is None else as_said(data, nodes)
    return said if isinstance(said, tuple) and _pieces(said) == _pieces(plain) else plain


def text_read(data: Any, plain: str) -> str:
    """The same for a text without expressions."""
    said = None if data is None else as_said(data, [])
    return said if isinstance(said, str) and said == plain else plain


def _pieces(words: tuple[str | Node, ...]) -> list[str | Node]:
    """Expressions, with the texts between them joined."""
    pieces: list[str | Node] = []
    for part in words:
        if isinstance(part, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += part
        else:
            pieces.append(str(part) if isinstance(part, str) else part)
    return pieces
