"""Web pages: complete without JavaScript, closed to the network, and stepped by the keys of the window in a browser."""

from __future__ import annotations

import importlib.util
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy
import pytest
from PIL import Image

import explainer
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
        assert explainer.write(step.after, "mathml").partition(">")[2].removesuffix("</math>") in page
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
