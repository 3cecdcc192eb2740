"""What IPython makes of expressions, steps and derivations at the end of a cell."""

from __future__ import annotations

import html.parser
import re
import subprocess
import sys

import pytest

import explainer
from explainer.handouts import display

formatters = pytest.importorskip("IPython.core.formatters")

TRACE = explainer.derive("x^2 x", wrt="x", method="operator")


@pytest.fixture(scope="module")
def shown():
    formatter = formatters.DisplayFormatter()
    return lambda value: formatter.format(value)[0]


class _Open(html.parser.HTMLParser):
    """The elements that stand open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "mspace":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_an_expression_is_a_formula_that_every_notebook_typesets(shown):
    data = shown(explainer.parse("x^2 / 2"))
    assert data["text/latex"] == r"$\displaystyle \dfrac{x^{2}}{2}$"
    assert "text/html" not in data  # a notebook would prefer it


def test_a_derivation_is_a_page_with_every_step_and_its_reason(shown):
    data = shown(TRACE)
    page = data["text/html"]
    parser = _Open()
    parser.feed(page)
    assert parser.open == []
    for step in TRACE.steps:
        assert f"<strong>{step.number}. {step.title}</strong>" in page
    assert page.count("<details>") == len(TRACE.steps)
    assert page.count("✓ Both sides agree") == len(TRACE.steps)
    assert page.count("<math ") > 2 * len(TRACE.steps)
    assert data["text/latex"].count(r"\\") == len(TRACE.steps)
    assert r"\text{Product rule}" in data["text/latex"]


def test_a_step_shows_the_line_before_it_too(shown):
    step = TRACE.steps[0]
    page = shown(step)["text/html"]
    assert page.count("<details open>") == 1
    assert page.count('display="block"') == 2
    assert shown(step)["text/latex"].startswith("$$")


def test_it_takes_its_colours_from_the_notebook(shown):
    styles = " ".join(re.findall(r'style="([^"]*)"', shown(TRACE)["text/html"] + shown(TRACE.steps[-1])["text/html"]))
    assert "color: inherit" in styles
    assert not re.search(r"#[0-9a-f]{3}|\b(black|white)\b", styles)


def test_a_long_derivation_is_shown_in_part_and_not_derived_to_its_end(shown, monkeypatch):
    monkeypatch.setattr(display, "_MOST_STEPS", 3)
    trace = explainer.derive(" + ".join(f"x^{k}" for k in range(1, 12)), wrt="x", method="operator")
    page = shown(trace)["text/html"]
    assert page.count("<details>") == 3
    assert "There are more steps" in page
    assert "4 steps so far" in repr(trace)
    assert len(trace.steps) > 5


def test_nothing_is_loaded_before_something_is_shown():
    program = "import sys, explainer; print(*(name for name in sys.modules if name.startswith('explainer')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert set(done.stdout.split()) == {"explainer", "explainer.showing"}
