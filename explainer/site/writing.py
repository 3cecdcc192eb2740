"""Which pages there are, and writing them all into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from explainer.handouts.many_files import check_folder, save_folder
from explainer.site.page import Page, bullets, code, heading, link, paragraph, rendered, table

PROSE: Final = (
    "typing", "pasting", "terminal", "lectures", "course", "files", "pictures", "trouble", "how-it-works", "adding",
)  # fmt: skip
"""The pages that are texts, in the order in which a newcomer reads them."""
CONTENTS: Final = "explainer-docs.txt"
"""The file that names all others, so that they can be replaced and nothing else is."""


@dataclass(frozen=True)
class Command:
    """A command of the terminal: its name, what it does, its arguments and options with their help, its examples."""

    name: str
    help: str
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def site_pages(commands: Sequence[Command]) -> Iterator[Page]:
    """Every page, the first one last, as it lists the others."""
    from explainer.site.api import api_page
    from explainer.site.course import course_pages
    from explainer.site.prose import prose_page
    from explainer.site.reference import reference_pages

    texts = [prose_page(name) for name in PROSE]
    yield from texts
    listed: list[Page] = []
    for page in (*reference_pages(), _commands_page(commands), api_page(), *course_pages()):
        if page.summary:
            listed.append(page)
        yield page
    yield _first_page(texts, listed)


def _first_page(texts: Sequence[Page], listed: Sequence[Page]) -> Page:
    from explainer.site.prose import prose_page

    def entries(pages: Sequence[Page]) -> Markup:
        return bullets(Markup("{}: {}").format(link(page.file, page.title), page.summary) for page in pages)

    first = prose_page("index")
    assert isinstance(first.content, Markup)
    content = first.content + heading("To read", "to-read") + entries(texts)
    return Page("index", first.title, content + heading("To look up", "to-look-up") + entries(listed))


def _commands_page(commands: Sequence[Command]) -> Page:
    parts = []
    for command in commands:
        parts += [heading(f"explainer {command.name}".strip(), f"command-{command.name or 'explainer'}")]
        parts += [paragraph(command.help)]
        if command.options:
            parts.append(table(("", ""), ((code(name), told) for name, told in command.options)))
        parts.append(Markup("<pre><code>{}</code></pre>").format("\n".join(command.examples)))
    return Page("commands", "Commands", Markup("\n").join(parts), f"{len(commands)} commands of the terminal.")


def write_site(folder: Path, commands: Sequence[Command], told: Callable[[str], object]) -> int:
    """Write all pages, and return how many there are; `told` hears which page is being made.

    Raises OSError, and ExplainerError where the folder holds anything that is not of an earlier documentation.
    """
    known = _contents(folder)

    def is_ours(entry: Path) -> bool:
        return entry.is_file() and entry.name in known

    check_folder(folder, is_ours)
    names: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for page in site_pages(commands):
            told(page.title)
            names.append(page.file)
            yield page.file, rendered(page)
        yield CONTENTS, "\n".join(["Made by “explainer docs”.", *sorted(names), CONTENTS, ""]).encode()

    save_folder(files(), folder, is_ours)
    return len(names)


def _contents(folder: Path) -> frozenset[str]:
    try:
        return frozenset((folder / CONTENTS).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return frozenset()
