"""The other commands as processes: render, rules, functions, lessons, check, the version and the help."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import explainer
from explainer.figures import FIGURES
from explainer.operations import all_operations

ROOT = Path(__file__).parent.parent.parent
HEADS = {"png": b"\x89PNG\r\n", "svg": b"<?xml", "pdf": b"%PDF-"}


@pytest.mark.parametrize("kind", HEADS)
def test_render_writes_a_picture_of_the_kind_that_the_name_says(run, tmp_path, kind):
    done = run("render", "x^2 x", "--wrt", "x", "-o", f"out.{kind}")
    assert done.returncode == 0, done.stderr
    data = (tmp_path / f"out.{kind}").read_bytes()
    assert data.startswith((HEADS[kind], b"<svg"))
    assert [file.name for file in tmp_path.iterdir()] == [f"out.{kind}"]


def test_render_draws_one_step_larger_when_asked(answered, tmp_path):
    assert answered("render", "x^2 x", "--wrt", "x", "-o", "small.png", "--step", "1", "--size", "12").returncode == 0
    assert answered("render", "x^2 x", "--wrt", "x", "-o", "large.png", "--step", "1", "--size", "48").returncode == 0
    widths = [int.from_bytes((tmp_path / name).read_bytes()[16:20], "big") for name in ("small.png", "large.png")]
    assert widths[1] > 3 * widths[0]


def test_render_draws_a_figure(answered, tmp_path):
    done = answered("render", "sin(x^2)", "--wrt", "x", "--figure", "curve", "--option", "at=0.5", "-o", "out.png")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.png").read_bytes().startswith(HEADS["png"])


def test_render_draws_a_figure_that_needs_no_function(answered, tmp_path):
    done = answered("render", "--figure", "jacobian-shapes", "-o", "out.svg")
    assert done.returncode == 0, done.stderr
    assert b"<title>The four shapes of a Jacobian" in (tmp_path / "out.svg").read_bytes()


def test_every_figure_is_listed_with_its_options(answered):
    listed = answered("figures").stdout
    assert f"{len(FIGURES)} figures" in listed
    for kind in FIGURES:
        assert f"{kind.id}: {kind.title}" in listed
        assert all(f"--option {name} " in listed for name in kind.options)


def test_every_rule_is_listed_and_has_a_page(answered):
    listed = answered("rules").stdout
    assert f"{len(explainer.all_rules())} rules" in listed
    assert all(f"  {rule.id} " in listed for rule in explainer.all_rules())
    page = answered("rules", "product").stdout
    rule = next(rule for rule in explainer.all_rules() if rule.id == "product")
    assert rule.title in page
    assert rule.statement.splitlines()[0] in page
    assert rule.source in page


def test_every_function_is_listed_and_has_a_page(answered):
    listed = answered("functions").stdout
    assert f"{len(all_operations())} functions" in listed
    assert all(f"  {operation.name}(" in listed for operation in all_operations())
    page = answered("functions", "tanh").stdout
    assert "hyperbolic tangent" in page
    assert "Derivative" in page


def test_the_lessons_are_listed(answered):
    done = answered("lessons")
    assert done.returncode == 0
    assert "lessons" in done.stdout


def test_the_installation_checks_itself_and_says_how_much_it_checked(run):
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert f"{len(explainer.all_rules())} of {len(explainer.all_rules())} hold" in done.stdout
    assert f"{len(all_operations())} of {len(all_operations())} hold" in done.stdout


def test_version_and_help_are_printed_on_standard_output(run):
    assert run("--version").stdout == f"explainer {explainer.__version__}\n"
    for arguments in (["--help"], ["-h"], ["derive", "--help"]):
        done = run(*arguments)
        assert done.returncode == 0
        assert "Usage: explainer" in done.stdout
        assert done.stderr == ""


def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m explainer functions | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, cwd=ROOT, env=dict(os.environ)
    )
    assert done.stderr == ""
    assert "functions" in done.stdout


def test_a_pipe_that_is_closed_before_anything_is_written_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "functions"], stdout=writer, stderr=subprocess.PIPE, timeout=60, cwd=ROOT
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141


HEARING = """
import signal, sys
from explainer.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs behind a shell may be told to ignore it
sys.exit(main(["check"]))
"""


def test_an_interruption_ends_with_130_and_without_a_traceback():
    process = subprocess.Popen(
        [sys.executable, "-c", HEARING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    deadline = time.monotonic() + 60
    # It is at work, with its own handling in place, as soon as it has loaded numpy.
    while "numpy" not in Path(f"/proc/{process.pid}/maps").read_text() and time.monotonic() < deadline:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert out == ""
