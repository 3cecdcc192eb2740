"""A problem as a command line and as a link: what is read back is what was asked for."""

from __future__ import annotations

import shlex
from contextlib import suppress
from random import Random

import pytest

from explainer.cli.main import main
from explainer.errors import ExplainerError
from explainer.lessons.library import all_problems
from explainer.session.links import command_of, is_link, link_of, request_of
from explainer.session.opening import Request
from tests.cases import in_groups

REQUESTS = [
    Request("x^2 y", "x"),
    Request("sum(w ⊗ x) where w: n", "w", {"w": "n", "x": "n"}, "chain", "denominator", 2, "entries"),
    Request("a & b = c?#%20+ü", "(x, y)", {"X": "N x n"}),
    Request("-cos(x)", "x"),
    *(Request(p.text, p.wrt, dict(p.shapes), p.method, p.layout, p.order) for p in all_problems()),
]


@in_groups("request_", REQUESTS, ids=lambda request: request.text[:30])
def test_a_link_says_what_was_asked_for(request_: Request) -> None:
    link = link_of(request_)
    assert is_link(link)
    assert link.isascii()
    assert not set(link) & set(" \"'<>`")
    assert request_of(link) == request_


def test_the_command_line_derives_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (Request("-cos(x)", "x"), Request("w · x", "w", {"w": "n", "x": "n"}, "operator", "denominator")):
        program, *arguments = shlex.split(command_of(asked))
        assert program == "explainer"
        assert main([*arguments, "--result"], lambda *_: 1) == 0
        assert capsys.readouterr().out.strip() in {"sin(x)", "x"}


@in_groups(
    "link",
    ["explainer:", "explainer:?", "explainer:?wrt=x", "explainer:?f=", "explainer:?f=x&f=y", "explainer:?f=x&shape=w",
     "explainer:?f=x&run=rm", "explainer:?f=x&order=7", "http://example.org/?f=x", "explainer:?f=" + "x" * 30_000],
)  # fmt: skip
def test_a_faulty_link_is_refused_with_a_way_on(link: str) -> None:
    with pytest.raises(ExplainerError) as refused:
        request_of(link)
    assert refused.value.message


def test_random_links_are_read_or_refused_and_nothing_else() -> None:
    chance = Random(5)
    for _ in range(400):
        link = "explainer:?" + "".join(chance.choice("fwrtx=&%20:?#/+é\\\n[]") for _ in range(chance.randrange(30)))
        read = 0
        with suppress(ExplainerError):
            read += bool(request_of(link).text.strip())
            assert read


def test_a_link_opens_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[object] = []

    def open_window(*arguments: object, **options: object) -> int:
        opened.append((arguments, options))
        return 0

    assert main(["explainer:?f=x%5E2%20y&wrt=x&shape=y:scalar"], open_window) == 0
    (((text, wrt, shapes, method, layout), options),) = opened  # type: ignore[misc]
    assert (text, wrt, shapes, method, layout) == ("x^2 y", "x", {"y": "scalar"}, "auto", "numerator")
    assert options == {"order": 1, "form": "vec"}
    assert main(["explainer:?f=x%5E2&evil=1"], open_window) == 2
    assert "evil" in capsys.readouterr().err
    assert len(opened) == 1
