"""Ctrl+C ends `explainer check` at once, whatever a rule does, without a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

PROGRAM = """
import signal

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell hands on to what runs behind it that it is ignored

import explainer.cli.checking as checking
from explainer.__main__ import main

def endless(rule):
    print("begun", flush=True)
    while True:
        pass
    yield ""

checking.rule_problems = endless
raise SystemExit(main(["check"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_an_endless_rule_is_interrupted() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()  # what was not interrupted would be waited for without end
    assert process.returncode == 130
    assert "Traceback" not in said
