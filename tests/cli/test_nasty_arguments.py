"""Nasty files, names, numbers and texts for every command: a message and a status, and nothing is left behind."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

import pytest

from explainer.cli import checking
from explainer.cli.main import main
from explainer.lessons import library

MANY_DIGITS = "9" * 5000
LONG = "n" * 300
BAD_TITLE = r"\u001b[2J\u0007\u009b31m<script>\u202e"

TOP = 'id = "b"\ntitle = "t"\nsection = "s"\ngoals = ["g"]\n'
PROSE = '[[blocks]]\nkind = "prose"\ntext = "t"\n'
PROBLEM = '[[blocks]]\nkind = "problem"\nid = "p"\ntitle = "q"\nwrt = "w"\ntext = "{}"\n'
LESSONS = {
    "digits": TOP + f"shapes = {{ x = {MANY_DIGITS} }}\n" + PROSE,
    "hexadecimal": TOP + f"extra = 0x{'f' * 5000}\n" + PROSE,
    "large-size": TOP + PROBLEM.format("sum(w) where w: 1000000"),
    "control": (TOP + PROSE).replace('"t"', f'"{BAD_TITLE}"'),
    "control-kind": TOP + PROSE.replace("prose", r"pr\u001b[31m"),
    "control-key": TOP + '"\\u001b[2J" = 3\n' + PROSE,
    "deep": "a = " + "[" * 3000 + "]" * 3000,
    "not-finite": TOP + PROBLEM.format("w^2") + '[[blocks]]\nkind = "descent"\ntitle = "d"\nproblems = ["p"]\n'
    "start = { w = inf }\ndata = { x = nan }\nstep_size = inf\nsteps = 9\n",
    "power": TOP + PROBLEM.format(f"w^{MANY_DIGITS}"),
    "nothing": "",
}  # fmt: skip
DOCUMENTS = {
    "cut": "{", "deep": "[" * 100_000, "digits": f'{{"kind": {MANY_DIGITS}}}', "control": r'{"kind": "\u001b[2J"}',
    "version": f'{{"kind": "explainer derivation", "version": {"9" * 4000}}}',
}  # fmt: skip

OUTPUTS = [
    "out.svg", "out.html", "out.md", "folder", "folder.svg", "full", "circle-1", "circle-1.svg", "circle-1/x.svg",
    "self.svg", "dangling.svg", "pipe.svg", LONG + ".svg", LONG, LONG + "/x.svg", "a" * 250 + ".svg",
    "é" * 120 + ".html", "", " ", ".", "..", "/", "/dev/null", "nowhere/x.svg", "here.txt/x.svg", "x\0.svg",
    "\x1b[2J.svg",
    "-", "out.", ".svg", "\udcff.svg", "../" * 3000 + "x.svg",
]  # fmt: skip
FILES = [
    *(f"{name}.toml" for name in LESSONS), *(f"{name}.derivation" for name in DOCUMENTS), "folder.toml",
    "circle-1", "circle-1.toml", LONG + ".toml", "x\0.toml", "nowhere.toml", "", "folder", "\udcff.toml", "bytes.toml",
]  # fmt: skip
TEXTS = [
    "x", "x^2", "sin(x", "", "\x1b[2Jx", "x\0", "\udcff", "-x", "--", "x" * 200, "w · x", MANY_DIGITS, "{0}", "%s",
    f"x where x: {MANY_DIGITS}", f"x_{MANY_DIGITS}", f"x^{MANY_DIGITS}", f"sum(i=1..{MANY_DIGITS}, x_i)", "\u202ex",
    f"ones({MANY_DIGITS[:200]})", rf"\frac{{{MANY_DIGITS}}}{{2}}", f"x[{MANY_DIGITS}]", "x\r\n+", "x where x: 1000000",
]  # fmt: skip
VALUES = [
    "auto", "chain", "x" * 5000, "nan", "1e999", "-1", "0", MANY_DIGITS, "[" * 5000, "x=n", "=x", "x=\x1b", "X=3x3",
    f"x={MANY_DIGITS}", "x=1000000", "at=nan", f"at={MANY_DIGITS}", "values=[" + "[" * 3000, 'sizes={"n": 1e400}',
]  # fmt: skip
COMMANDS = ["derive", "compare", "render", "export", "lessons", "rules", "functions", "figures", "check", "open"]
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))} - {"\n", "\t"}


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with links in a circle, folders with names of files, a pipe, and damaged files."""
    if os.name != "posix":
        pytest.skip("the system has no such files")
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setattr(library, "_opened", {})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name, target in {"circle-1": "circle-2", "circle-2": "circle-1", "self.svg": "self.svg"}.items():
        (folder / name).symlink_to(target)
    (folder / "circle-1.svg").symlink_to("circle-2")
    (folder / "circle-1.toml").symlink_to("circle-1")
    (folder / "dangling.svg").symlink_to("nowhere/x")
    for name in ("folder", "folder.svg", "folder.toml", "full"):
        (folder / name).mkdir()
    (folder / "full" / "other.txt").write_text("kept", encoding="utf-8")
    (folder / "here.txt").write_text("kept", encoding="utf-8")
    (folder / "bytes.toml").write_bytes(bytes(range(256)))
    os.mkfifo(folder / "pipe.svg")
    for name, text in LESSONS.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.derivation").write_text(text, encoding="utf-8")
    yield folder
    assert (folder / "full" / "other.txt").read_text(encoding="utf-8") == "kept"
    assert (folder / "here.txt").read_text(encoding="utf-8") == "kept"


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments, lambda *given, **named: 0)
    return status, out.getvalue(), err.getvalue()


def assert_answered(arguments: list[str], folder: Path) -> int:
    status, out, err = run(*arguments)
    told = f"{arguments}: {status} {err[:300]}"
    assert status in (0, 1, 2), told
    assert "the program failed" not in err and "Traceback" not in err, told  # noqa: PT018
    assert not CONTROLS & set(out + err), told
    assert len(err) < 3000, told
    if status == 2:
        assert not out and err.startswith("explainer: "), told  # noqa: PT018
    assert not [entry for entry in folder.iterdir() if entry.suffix in {".new", ".old"}], told
    return status


@pytest.mark.parametrize("command", ["render", "export"])
def test_every_destination_is_written_or_refused_with_the_reason(places: Path, command: str) -> None:
    statuses = [assert_answered([command, "x^2", "--wrt", "x", "-o", output], places) for output in OUTPUTS]
    assert set(statuses) == {0, 2}
    assert run(command, "x^2", "--wrt", "x", "-o", "a" * 250 + ".svg")[0] in (0, 2)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("circle-1.svg", "leads back to itself"), ("self.svg", "leads back to itself"), ("folder.svg", "a folder"),
        (LONG + ".svg", "name too long"), ("nowhere/x.svg", "no folder"), ("pipe.svg", "no ordinary file"),
        ("here.txt/x.svg", "not a directory"),
    ],
)  # fmt: skip
def test_the_reason_of_a_destination_is_said_before_anything_is_derived(places: Path, output: str, said: str) -> None:
    status, _, err = run("render", "x/", "--wrt", "x", "-o", output)
    assert status == 2
    assert said in err


@pytest.mark.parametrize("command", ["check", "open"])
def test_every_file_is_opened_or_refused_with_the_reason(places: Path, command: str) -> None:
    for file in FILES:
        assert_answered([command, file], places)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_answered(places: Path, text: str) -> None:
    assert_answered(["derive", text, "--wrt", "x"], places)
    assert_answered(["derive", "x", "--wrt", text], places)
    assert_answered(["rules", text], places)


def test_random_command_lines_are_answered(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A line may ask for a check of everything, which another test waits for.
    for problems in ("rule_problems", "function_problems", "lesson_problems"):
        monkeypatch.setattr(checking, problems, lambda member: iter(()))
    random = Random(7)
    options = ["--wrt", "--shape", "--method", "--layout", "--detail", "--format", "--step", "--size", "--theme",
               "--figure", "--option", "--lesson", "--bogus", "-o"]  # fmt: skip
    for _ in range(30):
        command = random.choice([*COMMANDS, "nope"])
        arguments = [command, random.choice([*TEXTS, *FILES, *VALUES])]
        if command in ("derive", "compare", "render", "export"):
            arguments += ["--wrt", random.choice(["x", "x", "x", *TEXTS])]
        if command in ("render", "export"):
            arguments += ["-o", random.choice(OUTPUTS)]
        for _ in range(random.choice([0, 0, 1, 2])):
            arguments += [random.choice(options), random.choice([*VALUES, *TEXTS, *OUTPUTS])]
        assert_answered(arguments, places)


def test_a_lesson_with_a_number_beyond_all_bounds_names_its_line(places: Path) -> None:
    for name in ("digits", "hexadecimal"):
        status, _, err = run("check", f"{name}.toml")
        assert status == 2
        assert f"{name}.toml, line 5: a number in it is too large" in err


def test_a_size_of_a_million_is_too_large_and_not_no_shape(places: Path) -> None:
    for arguments in (
        ["x where x: 1000000"], ["x", "--shape", "x=1000000"], ["sum(i=1..1000000, x_i)"], ["ones(1000000)"],
        ["x where x: n x 12345678"], ["x", "--shape", f"x={MANY_DIGITS}"], ["x", "--shape", "x=n+1000000"],
    ):  # fmt: skip
        status, _, err = run("derive", *arguments, "--wrt", "x")
        assert status == 2
        assert "too large" in err, err


def test_a_fault_of_the_program_is_told_without_a_traceback(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise ZeroDivisionError("what was typed")

    monkeypatch.setattr("explainer.cli.reference.rules_page", fail)
    status, out, err = run("rules")
    assert (status, out) == (2, "")
    assert "ZeroDivisionError" in err
    assert "what was typed" not in err
    assert "explainer.log" in err


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is that of the file systems here")
def test_a_name_that_is_just_short_enough_can_be_written(places: Path) -> None:
    name = "a" * 251 + ".svg"
    assert run("render", "x^2", "--wrt", "x", "-o", name)[0] == 0
    assert (places / name).stat().st_size > 100
