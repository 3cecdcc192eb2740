"""A short run of random actions, in a process of its own; `python -m tests.gui.monkey` makes the long ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ACTIONS = 500
ROOT = Path(__file__).parents[2]


def test_whatever_is_done_at_random_breaks_nothing() -> None:
    command = [
        sys.executable,
        "-X",
        "faulthandler",
        "-m",
        "tests.gui.monkey",
        "--seed",
        "11",
        "--actions",
        str(ACTIONS),
    ]
    done = subprocess.run(
        [*command, "--hasty", "--patience", "500"], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    said = f"{done.stdout}\n{done.stderr[-3000:]}"
    assert done.returncode == 0, said
    assert f"{ACTIONS} actions, 0 kinds of faults" in said
