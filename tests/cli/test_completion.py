"""Completion on the command line: what the three shells are offered, from the registries, without anything heavy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import explainer
from explainer.cli import completing
from explainer.cli.app import app
from explainer.engine import LAYOUTS, METHODS
from explainer.export.text_formats import WRITERS
from explainer.figures import FIGURES
from explainer.handouts.registry import FORMATS
from explainer.lessons.library import all_problems
from explainer.operations import all_operations
from explainer.typeset import theme_names

ROOT = Path(__file__).parent.parent.parent


def offered(line: str, shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What a shell is told when Tab is pressed at the end of a line."""
    from explainer.cli.main import main

    words = line.split(" ")
    monkeypatch.setenv("_EXPLAINER_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")

    def no_window() -> int:
        raise AssertionError("a window opened")

    with pytest.raises(SystemExit):
        main([], no_window)
    return capsys.readouterr().out


CASES = [
    ("explainer ", {"derive", "open", "integrate", "rules"}),
    ("explainer derive x --method ", set(METHODS)),
    ("explainer derive x --layout ", set(LAYOUTS)),
    ("explainer derive x --format ", set(WRITERS)),
    ("explainer rules ", {rule.id for rule in explainer.all_rules()}),
    ("explainer rules chain-s", {"chain-single"}),
    ("explainer functions ", {operation.name for operation in all_operations()}),
    ("explainer lessons ", {problem.id for problem in all_problems()} | {each.id for each in explainer.all_lessons()}),
    ("explainer export --lesson ", {each.id for each in explainer.all_lessons()}),
    ("explainer export --format ", {row.id for row in FORMATS}),
    ("explainer export --format latex --option ", {"paper=a4", "paper=letter"}),
    ("explainer render --figure ", {kind.id for kind in FIGURES}),
    ("explainer render --figure curve --option ", {"at="}),
    ("explainer render --theme ", set(theme_names())),
]


@pytest.mark.parametrize(("line", "wanted"), CASES, ids=[line for line, _ in CASES])
def test_bash_is_offered_the_names_of_the_registries(
    line: str, wanted: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = set(offered(line, "bash", monkeypatch, capsys).split("\n"))
    assert wanted <= words


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_are_told_what_the_names_mean(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = offered("explainer rules prod", shell, monkeypatch, capsys)
    assert "product" in told
    assert "Product rule" in told


def test_every_name_of_a_lesson_is_found_without_reading_the_lessons() -> None:
    found = {word for word, _ in completing.lessons("")}
    assert found == {problem.id for problem in all_problems()} | {lesson.id for lesson in explainer.all_lessons()}


def test_every_option_with_a_choice_is_completed() -> None:
    """An option is free text, a number, a file or a switch, or it completes."""
    free = {
        "wrt",
        "file",
        "shape",
        "output",
        "step",
        "size",
        "version",
        "remove",
        "rules",
        "expression",
        "help",
        "result",
    }
    free |= {"seed", "count", "fade", "report", "list_", "export_", "delete", "record"}  # of practice and worksheets
    command = typer.main.get_command(app)
    bare = {
        f"{name} {parameter.name}"
        for name, each in command.commands.items()  # type: ignore[attr-defined]
        for parameter in each.params
        if parameter.name not in free and parameter._custom_shell_complete is None
    }
    assert bare == set()


def test_nothing_heavy_is_loaded_for_a_tab() -> None:
    program = (
        "import sys; from explainer.__main__ import main\n"
        "try: main([])\nexcept SystemExit: pass\n"
        "print('loaded:', *[m for m in ('numpy', 'sympy', 'matplotlib', 'lark', 'PySide6') if m in sys.modules])"
    )
    environment = {**os.environ, "_EXPLAINER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "explainer rules "}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, env=environment)
    assert done.stdout.rstrip().endswith("loaded:"), done.stdout + done.stderr
    assert len(done.stdout.splitlines()) > 100


@pytest.fixture
def on_the_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which `explainer` is a command."""
    program = tmp_path / "explainer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m explainer "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def script(shell: str) -> str:
    from typer.completion import get_completion_script

    return get_completion_script(prog_name="explainer", complete_var="_EXPLAINER_COMPLETE", shell=shell)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_a_real_bash_completes(on_the_path: dict[str, str]) -> None:
    ask = 'COMP_WORDS=(explainer rules scalar-e); COMP_CWORD=2; _explainer_completion explainer; echo "${COMPREPLY[@]}"'
    command = f"{script('bash')}\n{ask}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, env=on_the_path)
    assert done.stdout.split() == ["scalar-expansion"], done.stderr


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_a_real_fish_completes(on_the_path: dict[str, str]) -> None:
    command = f"{script('fish')}\ncomplete -C 'explainer rules scalar-e'"
    done = subprocess.run(["fish", "-c", command], capture_output=True, text=True, timeout=60, env=on_the_path)
    assert done.stdout.split("\t")[0] == "scalar-expansion", done.stderr


def test_the_help_says_how_completion_is_installed(run) -> None:  # type: ignore[no-untyped-def]
    assert "--install-completion" in run("--help").stdout
