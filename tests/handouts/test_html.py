"""Web pages: complete without JavaScript, closed to the network, and stepped by the keys of the window in a browser."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import numpy
import pytest
from PIL import Image

import explainer
from explainer.handouts.from_trace import step_part
from explainer.handouts.step_lines import line_after
from explainer.notation import mathml, write_notation
from explainer.notation.marking import struck

_spec = importlib.util.spec_from_file_location("browser", Path(__file__).with_name("browser.py"))
assert _spec is not None
assert _spec.loader is not None
browser = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(browser)

VOID = {"meta", "img", "source", "br", "mspace"}


class _Tags(HTMLParser):
    """Which elements stand open, and which addresses the page names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "action"}]
        if tag == "math":
            self.labels.append(dict(attrs).get("aria-label") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _read(page: bytes) -> _Tags:
    tags = _Tags()
    tags.feed(page.decode())
    assert tags.open == []
    return tags


def test_a_page_holds_every_step_with_its_reason_and_check():
    trace = explainer.derive("x^2 x", wrt="x", method="operator")
    page = explainer.handout(trace, "html").decode()
    assert page.count('<li class="step"') == len(trace.steps) == 4
    for step in trace.steps:
        assert f"</span> {step.title} <span" in page
        assert mathml(line_after(step_part(step))).partition(">")[2].removesuffix("</math>") in page
    assert page.count("✓ Both sides agree at") == 4
    assert "A factor of one" in page


@pytest.mark.parametrize("lesson", explainer.all_lessons(), ids=lambda lesson: lesson.id)
def test_the_page_of_a_lesson_is_whole_and_names_nothing_outside_itself(lesson):
    page = explainer.handout(lesson, "html")
    tags = _read(page)
    assert all(address.startswith("data:image/svg+xml;base64,") for address in tags.addresses)
    assert "default-src 'none'" in page.decode()
    assert len(tags.labels) >= len(lesson.problems)
    assert all(tags.labels)
    assert page.decode().count('<section class="derivation"') == len(lesson.problems)


def test_what_is_typed_is_never_markup():
    trace = explainer.derive("x < 3", wrt="x")
    assert "x < 3" not in re.sub(r"<script>.*</script>", "", explainer.handout(trace, "html").decode(), flags=re.DOTALL)


PROBE = """
const press = (key) => document.body.dispatchEvent(
  new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const seen = () => [...document.querySelectorAll(".step")].filter((step) => step.offsetHeight > 0).length;
const counts = {};
for (const key of ["ArrowRight", " ", "PageDown", "ArrowLeft", "PageUp", "End", "Home", "3", "Enter"]) {
  press(key); counts[key] = seen();
}
const sizes = [...document.querySelectorAll("math")].filter((math) => math.checkVisibility())
  .map((math) => math.getBoundingClientRect()).map((box) => Math.min(box.width, box.height));
const math = document.querySelector("mfrac").getBoundingClientRect();
const line = document.querySelector("mfrac > *").getBoundingClientRect();
return JSON.stringify({counts, smallest: Math.min(...sizes), formulas: sizes.length,
  fraction: math.height / line.height,
  place: document.querySelector(".place").textContent,
  requests: performance.getEntriesByType("resource").filter((entry) => !entry.name.startsWith("data:")).length});
"""


def test_a_browser_draws_the_formulas_and_the_keys_step(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(explainer.handout(explainer.derive("x^2 x", wrt="x", method="operator"), "html"))
    found = json.loads(browser.page_after(page, PROBE, tmp_path))
    assert found["counts"] == {
        "ArrowRight": 1, " ": 2, "PageDown": 3, "ArrowLeft": 2, "PageUp": 1, "End": 4, "Home": 0, "3": 0, "Enter": 3,
    }  # fmt: skip
    assert found["formulas"] > 3
    assert found["smallest"] > 3
    assert found["fraction"] > 1.5  # a fraction is drawn as one: higher than what stands above its line
    assert found["place"].startswith("Step 3 of 4: Power rule")
    assert found["requests"] == 0


def test_a_browser_strikes_through_what_falls_away(tmp_path):
    line = explainer.parse("7 + 1000 x")
    plain = write_notation(line)
    dark = {}
    for name, notation in (("plain", plain), ("struck", struck(plain, [(1,)]))):
        page = tmp_path / f"{name}.html"
        page.write_text(f"<!DOCTYPE html><body style='font-size: 60px; color: black'>{mathml(notation)}", "utf-8")
        with Image.open(browser.picture_of(page, tmp_path)) as image:
            pixels = numpy.asarray(image.convert("L")) < 128
        dark[name] = pixels
    added = dark["struck"] & ~dark["plain"]
    columns = numpy.flatnonzero(added.any(axis=0))
    ink = numpy.flatnonzero(dark["plain"].any(axis=0))
    assert len(columns) > 40  # a line over the whole second term
    assert columns.min() > ink.min() + 60  # and not over the first
    rows = [numpy.flatnonzero(added[:, column]).mean() for column in columns]
    assert numpy.polyfit(columns, rows, 1)[0] < -0.05  # it rises to the right, as by hand


PHONE_PX = 360
WIDE = (
    "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) "
    "+ (a · w) (b_1 + b_2 + b_3 + b_4) / (1 + exp(a · w) + exp(c · w) + exp(d · w) + exp(2 a · w) + exp(3 c · w)) "
    "where X: N x n, w: n"
)
"""Wider than a phone in the letters of each font that a machine may have for formulas: a sum below a bar has no place
where a line could be broken."""
PAGES = {
    # Of all lessons those two have, together, every kind of element that any page has, and formulas that are scrolled;
    # the longest ones have three times as much of the same.
    "lesson": lambda: explainer.handout(lesson_of("sweep"), "html"),
    "whole lesson": lambda: explainer.handout(lesson_of("neuron"), "html", length="full"),
    "derivation": lambda: explainer.handout(explainer.derive("(y - max(0, w · x + b))^2", wrt="w"), "html"),
    "worksheet": lambda: explainer.handout(lesson_of("gradient"), "html", length="blanks"),
}
WIDE_PAGES = {
    "whole lesson": PAGES["whole lesson"],
    "worksheet": PAGES["worksheet"],
    "wide lesson": lambda: explainer.handout(lesson_of("loss"), "html", length="full"),
    "wide derivation": lambda: explainer.handout(explainer.derive(WIDE, wrt="w"), "html"),
}


def lesson_of(name):
    return next(lesson for lesson in explainer.all_lessons() if lesson.id == name)


@cache
def made_page(name: str) -> bytes:
    return {**PAGES, **WIDE_PAGES}[name]()


@cache
def on_every_page(
    look: Callable[[bytes, Path], dict[str, object]], folder: Path, names: tuple[str, ...] = tuple(PAGES)
) -> dict[str, dict[str, object]]:
    """What is found on the pages, each in a browser of its own beside the others: a browser waits most of its time."""
    made = {name: made_page(name) for name in names}
    places = {name: folder / name.replace(" ", "-") for name in names}
    for place in places.values():
        place.mkdir(exist_ok=True)
    with ThreadPoolExecutor() as pool:
        found = {name: pool.submit(look, made[name], places[name]) for name in names}
    return {name: answer.result() for name, answer in found.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for what is looked at on all pages together."""
    return tmp_path_factory.mktemp("pages")


PHONE_PROBE = """
const inside = document.querySelector("iframe").contentDocument, root = inside.documentElement;
inside.querySelectorAll("details").forEach((one) => one.open = true);
inside.defaultView.dispatchEvent(new Event("resize"));
const boxes = [...inside.querySelectorAll("main *")].filter((one) => !one.closest("math math, math *, picture, .bar"));
const outside = boxes.filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 &&
                             !one.parentElement.closest(".formula, .scroll, dd, pre, p, li, figcaption, .unseen"));
const scrolled = boxes.filter((one) => one.scrollWidth > one.clientWidth + 1 &&
                              inside.defaultView.getComputedStyle(one).overflowX !== "visible");
const cut = [...inside.querySelectorAll(".number, li")].filter((one) => one.getBoundingClientRect().left < 0);
return JSON.stringify({width: root.clientWidth, needed: root.scrollWidth, outside: outside.map((one) => one.outerHTML
  .slice(0, 120)), scrolled: scrolled.length, unreachable: scrolled.filter((one) => one.tabIndex < 0).map((one) =>
  one.outerHTML.slice(0, 120)), cut: cut.length, formulas: inside.querySelectorAll("math").length});
"""


def on_a_phone(made: bytes, place: Path) -> dict[str, object]:
    page = place / "page.html"
    page.write_bytes(made)
    return json.loads(browser.page_later(browser.in_a_frame(page, PHONE_PX, place), PHONE_PROBE, place))


@pytest.mark.parametrize("name", WIDE_PAGES)
def test_a_page_fits_a_phone_and_what_scrolls_is_reached_by_keys(folder, name):
    found = on_every_page(on_a_phone, folder, tuple(WIDE_PAGES))[name]
    assert found["outside"] == []
    assert (found["width"], found["needed"]) == (PHONE_PX, PHONE_PX)
    assert found["unreachable"] == []
    assert found["cut"] == 0
    assert found["formulas"] > 3
    if name == "wide derivation":
        assert found["scrolled"] > 0, "a formula that is wider than a phone is scrolled"


def node_module(name):
    """The folder of a module that Node finds; None without Node or the module."""
    node = shutil.which("node")
    if node is None:
        return None
    program = f"console.log(require('path').dirname(require.resolve('{name}/package.json')))"
    done = subprocess.run([node, "-e", program], capture_output=True, text=True)
    return Path(done.stdout.strip()) if done.returncode == 0 else None


AXE = node_module("axe-core")
VALIDATE = node_module("html-validate")
RULES = {
    "extends": ["html-validate:recommended"],
    # The name of a formula is its spoken text; ARIA has the role of formulas among those that may have names. Spaces
    # and the style of single elements are none of a reader's business.
    "rules": {
        "aria-label-misuse": "off",
        "no-trailing-whitespace": "off",
        "no-inline-style": "off",
        "long-title": "off",
    },
}


def by_axe(made: bytes, place: Path) -> dict[str, object]:
    page = place / "for-axe.html"
    page.write_bytes(made)
    program = """const found = await axe.run(document, {resultTypes: ["violations"]});
    return JSON.stringify({passes: found.passes.length, wrong: found.violations.map((one) => [one.id,
      one.nodes.slice(0, 3).map((node) => node.html.slice(0, 150))])});"""
    return json.loads(browser.page_later(page, program, place, (AXE / "axe.min.js").read_text("utf-8")))


@pytest.mark.skipif(AXE is None, reason="no axe-core for Node here (npm install axe-core, NODE_PATH)")
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_that_keeps_anybody_out(folder, name):
    found = on_every_page(by_axe, folder)[name]
    assert found["wrong"] == []
    assert found["passes"] > 10


@pytest.mark.skipif(VALIDATE is None, reason="no html-validate for Node here (npm install html-validate, NODE_PATH)")
@pytest.mark.parametrize("name", PAGES)
def test_a_validator_accepts_every_page(folder, name):
    assert on_every_page(by_the_validator, folder)[name] == {}


def by_the_validator(made: bytes, place: Path) -> dict[str, object]:
    page, rules = place / "for-the-validator.html", place / "rules.json"
    page.write_bytes(made)
    rules.write_text(json.dumps({"root": True, **RULES}), "utf-8")
    command = ["node", str(VALIDATE / "bin" / "html-validate.mjs"), "--config", str(rules), "--formatter", "json"]
    answer = place / "answer.json"
    with answer.open("w", encoding="utf-8") as file:  # it ends before a pipe has taken all that it says
        subprocess.run([*command, str(page)], stdout=file, check=False)
    reports = json.loads(answer.read_text("utf-8"))
    return {message["ruleId"]: message["message"] for report in reports for message in report["messages"]}


def test_the_validator_and_axe_would_find_something(tmp_path):
    if AXE is None:
        pytest.skip("no axe-core for Node here (npm install axe-core, NODE_PATH)")
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html><head><title>x</title></head><body><img src='x'></body></html>", "utf-8")
    program = "return JSON.stringify((await axe.run(document)).violations.map((one) => one.id))"
    found = json.loads(browser.page_later(page, program, tmp_path, (AXE / "axe.min.js").read_text("utf-8")))
    assert {"image-alt", "html-has-lang"} <= set(found)
