"""A picture goes to standard output where that is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_picture_comes_on_standard_output(kind: str, begins: bytes) -> None:
    command = [sys.executable, "-m", "explainer", "render", "-", "--wrt", "x", "--format", kind, "-o", "-"]
    done = subprocess.run(command, input=b"x^2", capture_output=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(begins)
    assert not done.stderr


def test_the_kind_must_be_said() -> None:
    command = [sys.executable, "-m", "explainer", "render", "x^2", "--wrt", "x", "-o", "-"]
    done = subprocess.run(command, capture_output=True, timeout=100, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--format" in done.stderr
