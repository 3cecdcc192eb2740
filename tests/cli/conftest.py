"""Runs the program as a user does: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from explainer.cli.main import main
from explainer.lessons import library

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `explainer` with arguments in an empty folder; keyword arguments change the environment."""
    root = str(Path(__file__).parent.parent.parent)

    def run_in_empty_folder(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
        changed = {**os.environ, "PYTHONPATH": root, **environment}
        return subprocess.run(
            [sys.executable, "-m", "explainer", *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            cwd=tmp_path,
            env={name: value for name, value in changed.items() if value is not None},
        )

    return run_in_empty_folder


@pytest.fixture
def answered(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command answers, asked within this process: it takes a tenth of the time that a start takes.

    For what does not depend on the process. Each file leaves a few commands to `run`, which starts the program.
    """

    def in_empty_folder(*arguments: str) -> subprocess.CompletedProcess[str]:
        if arguments[0] == "open":
            return run(*arguments)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(library, "_opened", dict(library._opened))  # a process takes its lessons along
        output, errors = StringIO(), StringIO()
        with redirect_stdout(output), redirect_stderr(errors):
            status = main(arguments, lambda *given, **named: 0)
        return subprocess.CompletedProcess(arguments, status, output.getvalue(), errors.getvalue())

    return in_empty_folder
