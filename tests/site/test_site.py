"""The documentation: every page is there, no link is dead, nothing is left out, and a browser shows it."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import numpy
import pytest
from PIL import Image

import explainer
from explainer.cli.app import app
from explainer.cli.documenting import commands_of
from explainer.cli.main import main
from explainer.errors import ExplainerError
from explainer.figures import FIGURES
from explainer.handouts.registry import FORMATS
from explainer.lessons.library import all_problems
from explainer.operations import all_operations
from explainer.session.action_table import ACTIONS
from explainer.session.kept.preferences import PREFERENCES
from explainer.site.prose import anchor_of, docstring, marked_up
from explainer.site.writing import CONTENTS, PROSE, write_site
from tests.cases import in_groups
from tests.handouts.browser import page_after, picture_of

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "resources" / "pages").glob("*.md"))
WITH_PYTHON = [file for file in TEXTS if ">>>" in file.read_text("utf-8")]


INSIDE_FORMULAS = re.compile(r"(?<=<math)([^>]*>)(.*?)(?=</math>)", re.DOTALL)
"""Nine of ten elements of the pages; they have neither ids nor links."""


class _Links(HTMLParser):
    """The ids of a page and where its links lead; what stands on it as text, without its formulas."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self._words: list[str] = []
        self._quiet = 0
        formulas = "".join(inside for _, inside in INSIDE_FORMULAS.findall(text))
        assert not re.search(r"\s(id|href|src)=", formulas)
        self.feed(INSIDE_FORMULAS.sub(r"\1", text))

    @property
    def words(self) -> str:
        return "".join(self._words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._quiet += tag in ("style", "script")
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag in ("a", "link"):
            self.links.append(given["href"] or "")
        if tag in ("img", "script", "source", "iframe"):
            self.sources.append(given.get("src") or given.get("srcset") or "")

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self._words.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    write_site(folder, commands_of(app), lambda page: None)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, _Links]:
    return {file.name: _Links(file.read_text("utf-8")) for file in site.glob("*.html")}


def _dead(pages: dict[str, _Links]) -> Iterator[str]:
    for name, page in pages.items():
        for target in page.links:
            file, _, anchor = target.partition("#")
            found = pages.get(file or name)
            if found is None or (anchor and anchor not in found.ids):
                yield f"{name}: {target}"


def test_no_link_is_dead(pages: dict[str, _Links]) -> None:
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert not list(_dead(pages))
    broken = {"a.html": _Links('<a href="b.html#y">'), "b.html": _Links('<p id="x"><a href="c.html">')}
    assert list(_dead(broken)) == ["a.html: b.html#y", "b.html: c.html"]


def test_every_page_is_reached_from_the_first_one(pages: dict[str, _Links]) -> None:
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [target.partition("#")[0] or name for target in pages[name].links]
    assert reached == set(pages)


def test_no_page_asks_for_anything_outside_itself(pages: dict[str, _Links], site: Path) -> None:
    sources = [source for page in pages.values() for source in page.sources if source]
    assert len(sources) >= 4
    assert all(source.startswith("data:image/") for source in sources)
    for file in site.glob("*.html"):
        assert "default-src 'none'" in file.read_text("utf-8")


def test_no_two_places_of_a_page_have_one_name(pages: dict[str, _Links]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_nothing_of_the_registries_is_left_out(pages: dict[str, _Links]) -> None:
    rules = {anchor for name, page in pages.items() if name.startswith("rules-") for anchor in page.ids}
    assert {f"rule-{rule.id}" for rule in explainer.all_rules()} <= rules
    assert {f"function-{operation.name}" for operation in all_operations()} <= set(pages["functions.html"].ids)
    assert {f"lesson-{lesson.id}.html" for lesson in explainer.all_lessons()} <= set(pages)
    gallery = {target.partition("#problem-")[2] for target in pages["gallery.html"].links}
    assert {problem.id.replace(".", "-") for problem in all_problems()} <= gallery
    assert {f"figure-{figure.id}" for figure in FIGURES} <= set(pages["figures.html"].ids)
    assert {f"format-{row.id}" for row in FORMATS} <= set(pages["formats.html"].ids)
    assert set(explainer.__all__) <= set(pages["api.html"].ids)
    for row in ACTIONS:
        assert row.words in pages["keys.html"].words
        assert all(key in pages["keys.html"].words for key in (*row.keys, *row.board_keys))
    assert all(row.name in pages["settings.html"].words for row in PREFERENCES)
    for command in commands_of(app):
        assert f"explainer {command.name}".strip() in pages["commands.html"].words
        assert all(option in pages["commands.html"].words for option, _ in command.options)


def test_the_interface_tells_the_members_that_programs_rely_on(pages: dict[str, _Links]) -> None:
    wanted = {"Trace.steps", "Trace.result", "Trace.status", "Trace.to_dict", "Step.check", "Step.after"}
    assert wanted <= set(pages["api.html"].ids)


@in_groups("file", TEXTS, ids=lambda file: file.stem)
def test_a_text_names_only_what_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    paths = re.findall(r"`((?:explainer|resources|tests|\.ci)/[\w./-]+)`", text)
    assert not [path for path in paths if not (ROOT / path).exists()]
    assert file.stem in (*PROSE, "index")
    assert not re.search(r"\bTODO\b|https?://", text)


def test_how_it_works_names_files_and_what_is_in_them() -> None:
    text = " ".join((ROOT / "resources" / "pages" / "how-it-works.md").read_text("utf-8").split())
    pairs = re.findall(r"`(\w+)` in `(explainer/[\w/]+\.py)`", text)
    assert len(pairs) >= 8
    for name, path in pairs:
        declared = re.search(rf"^(?:class|def) {name}\b|^{name}\b.* =", (ROOT / path).read_text("utf-8"), re.MULTILINE)
        assert declared, f"{name} is not in {path}"


@pytest.mark.parametrize(
    "file", [file for file in TEXTS if ">>>" in file.read_text("utf-8")], ids=lambda file: file.stem
)
def test_the_examples_in_python_print_what_a_text_shows(file: Path) -> None:
    blocks = re.findall(r"^```\n(>>> .*?)^```$", file.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, file.name, str(file), 0)
    assert len(examples.examples) >= 5
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples).failed == 0


def test_the_documentation_replaces_an_earlier_one_and_nothing_else(tmp_path: Path, site: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.html").write_text("mine")
    with pytest.raises(ExplainerError, match=r"notes\.html"):
        write_site(folder, (), lambda page: None)
    assert (folder / "notes.html").read_text() == "mine"
    (site / "notes.html").write_text("mine")
    with pytest.raises(ExplainerError, match=r"notes\.html"):
        write_site(site, (), lambda page: None)
    (site / "notes.html").unlink()
    listed = (site / CONTENTS).read_text("utf-8").splitlines()
    assert {file.name for file in site.iterdir()} <= set(listed)


def test_the_command_refuses_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path / "no" / "where", tmp_path / "file"):
        (tmp_path / "file").write_text("")
        assert main(["docs", "-o", str(place)], lambda: 1) == 2
        shown = capsys.readouterr()
        assert not shown.out
        assert str(place) in shown.err


def test_a_docstring_keeps_its_examples_and_its_code() -> None:
    made = str(docstring("What it does.\n\n>>> 1 + 1\n2\n\nAnd `more` <of> it."))
    assert ">>> 1 + 1\n2" in made.replace("&gt;", ">")
    assert "<code>more</code>" in made
    assert "&lt;of&gt;" in made
    assert '<a href="keys.html#board">' in marked_up("[k](keys.md#board)")
    assert anchor_of("What can, be typed?") == "what-can-be-typed"


def test_a_browser_shows_the_formulas_and_follows_the_links(site: Path, tmp_path: Path) -> None:
    script = (
        "return [document.querySelectorAll('math').length,"
        " [...document.querySelectorAll('td math')].filter(m => m.getBoundingClientRect().height < 5).length,"
        " [...document.links].filter(l => !l.href.startsWith('file:')).length].join(' ')"
    )
    page = tmp_path / "gallery.html"  # the policy of these pages forbids scripts: here the test runs one
    forbidding = (site / page.name).read_text("utf-8")
    page.write_text(forbidding.replace("style-src", "script-src 'unsafe-inline'; style-src", 1), "utf-8")
    shown, flat, outside = map(int, page_after(page, script, tmp_path).split())
    assert shown >= 2 * len(all_problems())
    assert flat == outside == 0
    steps = page_after(
        site / "lesson-gradient.html",
        "document.querySelector('[data-go=first]').click(); document.querySelector('[data-go=next]').click();"
        "return document.querySelectorAll('.stepping .current').length + ' ' + document.querySelector('nav a').href",
        tmp_path,
    )
    assert steps.startswith("1 ")
    assert steps.endswith("index.html")
    image = numpy.asarray(Image.open(picture_of(site / "index.html", tmp_path)).convert("RGB"))
    assert len(numpy.unique(image.reshape(-1, 3), axis=0)) > 50
