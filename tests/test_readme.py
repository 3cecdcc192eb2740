"""The README and the pages of the documentation: their examples are run and print what they show, their paths exist,
and their commands are those of the checks.

`python tests/test_readme.py` writes what the examples print now into the README and the pages.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = (ROOT / "README.md", *sorted((ROOT / "resources" / "pages").glob("*.md")))
TEXTS = {file: file.read_text("utf-8") for file in FILES}
README = TEXTS[ROOT / "README.md"]


def _blocks(text: str, language: str) -> list[str]:
    """What stands in the fences of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


EXAMPLES = list(dict.fromkeys(example for text in TEXTS.values() for example in _blocks(text, "console")))


def _output(example: str, folder: Path) -> str:
    """What the command in the first line of an example prints now."""
    prompt, program, *arguments = shlex.split(example.partition("\n")[0])
    assert (prompt, program) == ("$", "explainer")
    return _run(*arguments, folder=folder)


def _run(*arguments: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "explainer", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "98"},
        timeout=120,
    )
    assert not (done.stdout and done.stderr)
    return done.stdout or done.stderr


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.splitlines()[0])
def test_an_example_prints_what_the_readme_shows(example: str, tmp_path: Path) -> None:
    assert _errors_left_out(_output(example, tmp_path)) == _errors_left_out(example.partition("\n")[2])


def _errors_left_out(text: str) -> str:
    """The text without the sizes of rounding errors, which differ from one processor to another."""
    return re.sub(r"exactly|to within \d+e[-+]\d+", "…", text).strip()


def test_there_are_examples_of_success_and_of_mistakes() -> None:
    assert len(EXAMPLES) >= 4
    assert sum("explainer: " in example for example in EXAMPLES) >= 2


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = _blocks(README, "python")
    exec(compile(code, "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 2
    assert all(line.endswith("True") for line in lines[:-1])
    assert float(lines[-1]) == pytest.approx(3.0)


def test_every_path_and_picture_exists() -> None:
    paths = re.findall(r"`((?:explainer|resources|tests|\.ci)/[\w./-]+)`", "".join(TEXTS.values()))
    assert len(paths) >= 20
    assert not [path for path in paths if not (ROOT / path).exists()]
    assert (ROOT / "resources" / "pictures" / "window.png").stat().st_size > 10_000


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 170
    assert README.count("](resources/pictures/") == 1


def test_every_command_that_is_named_exists() -> None:
    named = {command for text in TEXTS.values() for command in re.findall(r"\bexplainer ([a-z]+) ", text)}
    offered = _run("--help", folder=ROOT)
    assert {"derive", "render", "compare", "docs"} <= named
    words = {"stands", "lessons", "for", "the", "rules", "differentiates", "integrate"}  # of running text
    assert all(re.search(rf"^ +{command} ", offered, re.MULTILINE) for command in named - words)


def test_the_checks_run_the_test_command_that_the_readme_gives() -> None:
    assert '.venv/bin/pip install -e ".[test]" && .venv/bin/pytest -n auto' in README
    assert '"$bin/pytest" -n auto' in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_system_libraries_are_those_that_the_checks_install() -> None:
    named = set(re.findall(r"\blib(?!rar)[\w.-]+", (ROOT / ".ci" / "run").read_text("utf-8")))
    packages = {name for name in named if ".so" not in name}
    assert len(packages) >= 6
    assert all(package in README for package in packages)


def refresh() -> None:
    """Write what every example prints now into the README and the pages."""
    with tempfile.TemporaryDirectory() as folder:  # an example may write a file
        printed = {
            example: f"{example.partition(chr(10))[0]}\n{_output(example, Path(folder))}" for example in EXAMPLES
        }
    for file, text in TEXTS.items():
        for example, now in printed.items():
            text = text.replace(example, now)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    refresh()
