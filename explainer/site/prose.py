"""The pages that people wrote: texts in Markdown in `resources/pages`, with pictures taken into the page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from explainer.assets import resource
from explainer.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_KINDS: Final = {".png": "image/png", ".svg": "image/svg+xml"}

_EXAMPLE: Final = re.compile(r"(?:^>>> .*\n?(?:^(?!>>>|\s*$).*\n?)*)+", re.MULTILINE)
"""Lines of a session in Python, each with what it prints."""


def prose_page(name: str) -> Page:
    """The page of a text; its first line is the title, its first paragraph the summary."""
    source = resource("pages", f"{name}.md").read_text("utf-8")
    first, _, rest = source.partition("\n")
    summary = " ".join(rest.strip().partition("\n\n")[0].split())
    return Page(name, first.removeprefix("# ").strip(), marked_up(rest), summary)


def marked_up(text: str) -> Markup:
    """Markdown as HTML: titles get names for links, links lead to the pages, pictures come along."""
    reader = _reader()
    tokens = reader.parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor_of(tokens[place + 1].content))
        _adapt(token.children or ())
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def anchor_of(title: str) -> str:
    """The name for links of a title: its words with hyphens between."""
    return "-".join(re.findall(r"\w+", title.lower()))


def docstring(text: str) -> Markup:
    """A docstring as HTML; its examples, which begin with `>>>`, stay as they are."""
    return marked_up(_EXAMPLE.sub(r"```\n\g<0>\n```\n", text))


def _adapt(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type == "link_open":
            token.attrSet("href", re.sub(r"^([\w-]+)\.md\b", r"\1.html", str(token.attrGet("href"))))
        elif token.type == "image":
            token.attrSet("src", _inside(str(token.attrGet("src"))))


def _inside(name: str) -> str:
    """A picture as an address that holds all of it."""
    file = resource("pictures", name)
    return f"data:{_KINDS[file.suffix]};base64,{b64encode(file.read_bytes()).decode()}"


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
