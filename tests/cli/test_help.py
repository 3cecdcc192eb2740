"""The help of every command ends in examples, and every one of them works as it stands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from explainer.cli.app import app
from explainer.cli.examples import EXAMPLES
from explainer.cli.main import main
from explainer.handouts.registry import format_ids
from explainer.lessons import library
from explainer.session.kept.document import Document, save_document
from explainer.session.session import Request

LESSON = """
id = "mine"
title = "My lesson"
section = "Of my own"
goals = ["See that {x^2} has a slope."]

[[blocks]]
kind = "problem"
id = "mine-1"
title = "A square"
text = "x^2"
wrt = "x"
"""
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
ELSEWHERE = ("explainer", "explainer check", "explainer docs -o site")
RUN = [example for examples in EXAMPLES.values() for example in examples if example not in ELSEWHERE]
"""The window without a command, the documentation and the check of everything have tests of their own."""


def test_every_command_has_examples() -> None:
    assert set(EXAMPLES) == {"", *COMMANDS}
    for name, examples in EXAMPLES.items():
        assert examples
        assert all(example.split()[:2] == ["explainer", name] for example in examples if name)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_help_shows_the_examples_on_lines_of_their_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*([name] if name else []), "--help"], lambda: 1) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert set(EXAMPLES[name]) <= set(lines[lines.index("Examples:") :])


@pytest.mark.parametrize("example", RUN)
def test_every_example_works(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("PATH", "")  # the lists of this system are left alone
    save_document(Document(Request("x^2", "x")), tmp_path / "mine.derivation")
    (tmp_path / "mine.toml").write_text(LESSON, encoding="utf-8")
    monkeypatch.setattr(library, "_opened", {})
    opened: list[object] = []
    before = set(tmp_path.iterdir())
    status = main(shlex.split(example)[1:], lambda *given, **named: opened.append(given or named) or 0)
    told = capsys.readouterr()
    assert (status, told.err) == (0, "")
    assert opened or told.out or set(tmp_path.iterdir()) - before


def test_the_help_of_a_handout_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"], lambda *_: 0) == 0
    named = capsys.readouterr().out.partition("--format")[2].partition("--rules")[0]
    assert set(format_ids()) <= set(re.findall(r"[\w-]+", named))
