"""The README: its examples are run and print what it shows, its paths exist, its commands are those of the checks.

`python tests/test_readme.py` writes what the examples print now into the README.
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
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
EXAMPLES = [content for language, content in BLOCKS if language == "console"]


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
        env={**os.environ, "PYTHONPATH": str(ROOT)},
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
    (code,) = [content for language, content in BLOCKS if language == "python"]
    exec(compile(code, "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 2
    assert all(line.endswith("True") for line in lines[:-1])
    assert float(lines[-1]) == pytest.approx(3.0)


def test_every_path_and_picture_exists() -> None:
    paths = re.findall(r"`((?:explainer|resources|tests|\.ci)/[\w./]+)`", README)
    assert len(paths) >= 8
    assert not [path for path in paths if not (ROOT / path).exists()]
    assert (ROOT / "resources" / "pictures" / "window.png").stat().st_size > 10_000


def test_every_command_of_the_table_exists() -> None:
    listed = set(re.findall(r"^\| `explainer (\w+)", README, re.MULTILINE)) | {"rules", "functions"}
    offered = _run("--help", folder=ROOT)
    assert {"open", "derive", "render", "lessons", "check"} <= listed
    assert all(re.search(rf"^ +{command} ", offered, re.MULTILINE) for command in listed)


def test_the_checks_run_the_test_command_that_the_readme_gives() -> None:
    assert '.venv/bin/pip install -e ".[test]" && .venv/bin/pytest -n auto' in README
    assert '"$bin/pytest" -n auto' in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_system_libraries_are_those_that_the_checks_install() -> None:
    named = set(re.findall(r"\blib[\w.-]+", (ROOT / ".ci" / "run").read_text("utf-8")))
    packages = {name for name in named if ".so" not in name}
    assert len(packages) >= 6
    assert all(package in README for package in packages)


def test_the_table_of_handouts_is_that_of_the_registry():
    from explainer.handouts.registry import FORMATS

    rows = []
    for row in FORMATS:
        options = "; ".join(f"{name}: {', '.join(values)}" for name, values in row.options.items())
        file = f"`{row.suffix}`, or a folder" if row.many else f"`{row.suffix}`"
        rows.append(f"| `{row.id}` | {row.title} | {file} | {options}{' ' if options else ''}|")
        if row.extra:
            assert f'pip install ".[{row.extra}]"' in README
    assert "|---|---|---|---|\n" + "\n".join(rows) + "\n\n" in README


def refresh() -> None:
    """Write what every example prints now into the README."""
    text = README
    with tempfile.TemporaryDirectory() as folder:  # an example may write a file
        for example in EXAMPLES:
            text = text.replace(example, f"{example.partition(chr(10))[0]}\n{_output(example, Path(folder))}")
    (ROOT / "README.md").write_text(text, "utf-8")


if __name__ == "__main__":
    refresh()
