"""A page of the documentation, and what its parts are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from explainer.handouts.html import page_of, themes
from explainer.handouts.templates import environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from explainer.handouts.model import Document


@dataclass(frozen=True)
class Page:
    """One page: the name of its file without an ending, its title, and what stands on it.

    What stands on it is Markup, or the document of a handout, which brings its own title.
    """

    name: str
    title: str
    content: Markup | Document
    summary: str = ""
    """What it is about, for the lists of pages."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.html"


NAVIGATION: Final = (
    ("index", "Start"), ("typing", "What can be typed"), ("gallery", "Gallery"), ("lessons", "Lessons"),
    ("rules", "Rules"), ("functions", "Functions"), ("commands", "Commands"), ("keys", "Keys"), ("api", "Python"),
    ("how-it-works", "How it works"),
)  # fmt: skip
"""What stands on top of every page; all other pages are reached from these."""


def rendered(page: Page) -> bytes:
    """The whole file of a page."""
    navigation = _navigation(page.name)
    if isinstance(page.content, Markup):
        light, dark = themes()
        template = _environment().get_template("site.html")
        text = template.render(page=page, navigation=navigation, light=light, dark=dark)
        return text.encode("utf-8", "replace")
    return b"".join(page_of(page.content, navigation))


def _navigation(here: str) -> Markup:
    links = (
        Markup('<a href="{}.html"{}>{}</a>').format(name, Markup(' aria-current="page"') if name == here else "", title)
        for name, title in NAVIGATION
    )
    return Markup('<nav aria-label="Pages">{}</nav>').format(Markup("\n").join(links))


@cache
def _environment() -> Environment:
    return environment(True, {})


# --- parts -----------------------------------------------------------------------------------------------------------


def heading(text: str, anchor: str, level: int = 2) -> Markup:
    """A title with a name for links."""
    place = Markup(' class="part"') if level == 3 else ""
    return Markup('<h{}{} id="{}">{}</h{}>').format(level, place, anchor, text, level)


def paragraph(content: object, role: str = "") -> Markup:
    """Running text."""
    return Markup('<p class="{}">{}</p>').format(role, content) if role else Markup("<p>{}</p>").format(content)


def link(file: str, text: object) -> Markup:
    """A link to another page."""
    return Markup('<a href="{}">{}</a>').format(file, text)


def code(text: str) -> Markup:
    """Something that is typed."""
    return Markup("<code>{}</code>").format(text)


def codes(texts: Iterable[str], between: str = ", ") -> Markup:
    """Several things that are typed."""
    return Markup(escape(between)).join(code(text) for text in texts)


def bullets(items: Iterable[object]) -> Markup:
    """A list."""
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>\n").format(item) for item in items))


def table(head: Sequence[object], rows: Iterable[Sequence[object]], anchors: Sequence[str] = ()) -> Markup:
    """Cells in rows under a head; each row with a name for links where there are `anchors`."""
    made = []
    for place, row in enumerate(rows):
        cells = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row)
        anchor = Markup(' id="{}"').format(anchors[place]) if anchors else ""
        made.append(Markup("<tr{}>{}</tr>").format(anchor, cells))
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(cell) for cell in head)
    return Markup('<div class="scroll"><table><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>').format(
        heads, Markup("\n").join(made)
    )
