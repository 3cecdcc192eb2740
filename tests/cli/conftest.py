"""Runs the program as a user does: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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
