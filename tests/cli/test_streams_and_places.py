"""What the program writes to: closed and full streams, devices, links and names that are no files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.destinations import destination_of

ROOT = Path(__file__).parent.parent.parent
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and shells are another matter there")


def _shell(command: str, folder: Path, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    script = command.replace("explainer", f"'{sys.executable}' -m explainer", 1)
    return subprocess.run(
        ["sh", "-c", script],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@posix_only
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("explainer derive x --wrt x >&-", 0),
        ("explainer derive 'x^' --wrt x 2>&-", 2),
        ("explainer derive 'x^' --wrt x >&- 2>&-", 2),
        ("explainer derive x --wrt x <&-", 0),
    ],
)
def test_a_closed_stream_changes_nothing_but_the_output(tmp_path, command, status):
    done = _shell(command, tmp_path)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="the system has no device that is always full")
@pytest.mark.parametrize("command", ["explainer derive x --wrt x", "explainer --help"])
def test_a_full_disk_behind_the_output_is_said(tmp_path, command):
    done = _shell(f"{command} > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "explainer: the answer cannot be written: no space left on device\n"


@posix_only
@pytest.mark.parametrize(
    "arguments",
    [("export", "x^2", "--wrt", "x", "--format", "html"), ("render", "x^2", "--wrt", "x")],
    ids=["export", "render"],
)
def test_a_pipe_is_not_replaced_by_a_file(answered, tmp_path, arguments):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    done = answered(*arguments, "-o", "pipe.png")
    assert done.returncode == 2
    assert "no ordinary file" in done.stderr
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@posix_only
@pytest.mark.parametrize(
    ("arguments", "name"),
    [(("export", "x^2", "--wrt", "x"), "a.md"), (("render", "x^2", "--wrt", "x"), "a.svg")],
    ids=["export", "render"],
)
def test_a_link_is_followed(answered, tmp_path, arguments, name):
    real = tmp_path / "real"
    real.write_text("old", encoding="utf-8")
    (tmp_path / name).symlink_to(real)
    assert answered(*arguments, "-o", name).returncode == 0
    assert (tmp_path / name).is_symlink()
    assert real.read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize("format_", ["markdown", "html", "pdf", "latex"])
def test_a_hyphen_is_standard_output(answered, tmp_path, format_):
    arguments = ("export", "x^2", "--wrt", "x", "--format", format_)
    assert answered(*arguments, "-o", "same").returncode == 0
    command = [sys.executable, "-m", "explainer", *arguments, "-o", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, timeout=120, cwd=tmp_path, env=environment)
    assert done.returncode == 0
    assert done.stdout[:200] == (tmp_path / "same").read_bytes()[:200]
    assert len(done.stdout) > 400
    assert [entry.name for entry in tmp_path.iterdir()] == ["same"]


def test_many_files_do_not_fit_on_standard_output(answered):
    done = answered("export", "x^2", "--wrt", "x", "--format", "png", "-o", "-")
    assert done.returncode == 2
    assert "makes many files" in done.stderr


@posix_only
def test_an_expression_comes_on_standard_input(tmp_path):
    done = _shell("explainer derive - --wrt x --result", tmp_path, "x^2\n")
    assert (done.returncode, done.stdout) == (0, "2 x\n")
    done = _shell("explainer derive - --wrt x", tmp_path, " \n")
    assert done.returncode == 2
    assert "nothing on standard input" in done.stderr


@pytest.mark.parametrize(
    ("format_", "printed"),
    [
        ("text", "2 x y\n"),
        ("latex", "2x\\,y\n"),
        ("markdown", "$`2x\\,y`$\n"),
        ("json", '{"result": "2 x y", "shape": "scalar", "status": "finished"}\n'),
    ],
)
def test_the_result_alone_is_printed(answered, format_, printed):
    for option in ("--result", "--quiet"):
        assert answered("derive", "x^2 y", "--wrt", "x", option, "--format", format_).stdout == printed


def test_the_version_and_the_help_are_asked_for_in_the_usual_ways(run):
    assert run("-V").stdout == run("--version").stdout
    assert run("help", "derive").stdout == run("derive", "--help").stdout
    assert run("help").stdout == run("--help").stdout
    assert run("help", "nonsense").returncode == 2


@pytest.mark.parametrize("columns", ["50", "72", "300"])
def test_prose_is_as_wide_as_the_terminal(run, columns):
    for arguments in (("derive", "x^2 sin(x)", "--wrt", "x"), ("rules", "product")):
        lines = run(*arguments, COLUMNS=columns).stdout.splitlines()
        prose = [
            line for line in lines if line.count(" ") > 6 and not set("=[(").intersection(line) and "Howard" not in line
        ]
        assert prose
        assert max(map(len, prose)) <= min(int(columns), 98)


def test_a_folder_is_no_destination(tmp_path):
    with pytest.raises(IsADirectoryError):
        destination_of(tmp_path)
    assert destination_of(tmp_path / "new") == tmp_path.resolve() / "new"


@posix_only
@pytest.mark.parametrize("name", ["a.derivation", "a.toml"])
def test_a_pipe_is_not_waited_for(run, tmp_path, name):
    os.mkfifo(tmp_path / name)
    done = run("open", name)
    assert done.returncode == 2
    assert "no file but a folder or a device" in done.stderr
