"""Bad input: exit status 2, one message with the place and the way on, nothing on standard output, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXPRESSIONS = {
    "nothing": "",
    "only blanks": "   ",
    "an open bracket": "sin(x",
    "a closing bracket": "x)",
    "an unknown function": "sinn(x) + frobnicate(x, 2",
    "two operators": "x + * 2",
    "an injection": "__import__('os').system('touch injected')",
    "a tower of powers": "9**9**9**9",
    "brackets": "(" * 5000 + "x" + ")" * 5000,
    "open brackets": "(" * 5000,
    "a long text": "x + " * 25_000 + "x",
    "a line break in the wrong place": "x +\n",
    "a stray sign": "x ? 2",
    "clashing shapes": "w · x where w: 3, x: 4",
    "two vectors side by side": "w x where w: n, x: n",
}


def _assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("explainer: ")
    assert done.stderr.count("explainer: ") == 1
    assert "Traceback" not in done.stderr
    assert "Usage:" not in done.stderr
    assert len(done.stderr) < 1500


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_a_bad_expression_is_refused(answered, tmp_path, expression):
    done = answered("derive", expression, "--wrt", "x")  # a hang ends in the time limit of `answered`
    _assert_refused(done)
    assert not (tmp_path / "injected").exists()


def test_the_caret_stands_below_the_wrong_character(run):
    done = run("derive", "x + * 2", "--wrt", "x")
    lines = done.stderr.splitlines()
    shown = next(number for number, line in enumerate(lines) if line.strip() == "x + * 2")
    assert lines[shown + 1].index("^") == lines[shown].index("*")


def test_the_caret_is_right_behind_a_minus_sign_too(answered):
    done = answered("derive", "-x + * 2", "--wrt", "x")
    lines = done.stderr.splitlines()
    shown = next(number for number, line in enumerate(lines) if line.strip() == "-x + * 2")
    assert lines[shown + 1].index("^") == lines[shown].index("*")


COMMANDS = {
    "an unknown option": ["derive", "x", "--wrt", "x", "--colour", "red"],
    "an unknown command": ["differentiate", "x"],
    "an expression without a command": ["sin(x)"],
    "no expression": ["derive", "--wrt", "x"],
    "no variable": ["derive", "x y"],
    "an empty variable": ["derive", "x", "--wrt", ""],
    "a variable that is no variable": ["derive", "x", "--wrt", "x + 1"],
    "two expressions": ["derive", "x", "y", "--wrt", "x"],
    "an unknown method": ["derive", "x", "--wrt", "x", "--method", "chian"],
    "an unknown layout": ["derive", "x", "--wrt", "x", "--layout", "nominator"],
    "an unknown format": ["derive", "x", "--wrt", "x", "--format", "html"],
    "a shape without a name": ["derive", "x", "--wrt", "x", "--shape", "n"],
    "a shape that is none": ["derive", "x", "--wrt", "x", "--shape", "x=n^2"],
    "an option without its value": ["derive", "x", "--wrt"],
    "an unknown rule": ["rules", "prodict"],
    "an unknown function": ["functions", "sine"],
    "an unknown lesson": ["lessons", "no-such-lesson"],
    "an unknown kind of picture": ["render", "x", "--wrt", "x", "-o", "out.bmp"],
    "no output": ["render", "x", "--wrt", "x"],
    "a folder that is not there": ["render", "x", "--wrt", "x", "-o", "nowhere/out.png"],
    "an unknown theme": ["render", "x", "--wrt", "x", "-o", "out.png", "--theme", "papier"],
    "a size of nothing": ["render", "x", "--wrt", "x", "-o", "out.png", "--size", "0"],
    "a size that is no number": ["render", "x", "--wrt", "x", "-o", "out.png", "--size", "big"],
    "a step that is not there": ["render", "x^2", "--wrt", "x", "-o", "out.png", "--step", "99"],
    "step zero": ["render", "x^2", "--wrt", "x", "-o", "out.png", "--step", "0"],
    "a negative step": ["render", "x^2", "--wrt", "x", "-o", "out.png", "--step", "-1"],
    "a bad expression for the window": ["open", "sin(x", "--wrt", "x"],
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_bad_command_line_is_refused_in_one_message(answered, tmp_path, arguments):
    _assert_refused(answered(*arguments))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (["derive", "x", "--wrt", "x", "--method", "chian"], "Did you mean chain?"),
        (["derive", "x", "--wrt", "x", "--layout", "numerater"], "Did you mean numerator?"),
        (["rules", "prodct"], "Did you mean product?"),
        (["derive", "x y"], "--wrt x"),
        (["sin(x)"], "explainer derive"),
    ],
)
def test_the_message_says_how_to_go_on(answered, arguments, suggestion):
    assert suggestion in answered(*arguments).stderr


def test_nul_and_broken_text_are_refused(run):
    # The system does not pass NUL in an argument, so the command line is called inside a process.
    program = "from explainer.__main__ import main; raise SystemExit(main(['derive', 'x\\0 + \\udcff', '--wrt', 'x']))"
    root = str(Path(__file__).parent.parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONPATH": root},
    )
    _assert_refused(done)


def test_a_picture_that_cannot_be_written_leaves_the_old_one(answered, tmp_path):
    folder = tmp_path / "out.png"
    folder.mkdir()
    _assert_refused(answered("render", "x", "--wrt", "x", "-o", "out.png"))
    assert folder.is_dir()


FIGURES = {
    "an unknown figure": (["sin(x)", "--wrt", "x", "--figure", "zeross"], "The figures are dataflow", "mean zeros"),
    "a figure that does not suit": (["x^2", "--wrt", "x", "--figure", "zeros"], "single number", "curve"),
    "a figure of nothing": (["--figure", "curve"], "needs a scalar function", "expression first"),
    "no function and no figure": ([], "what to differentiate", "sin(x^2)"),
    "a wrong value": (["x^2", "--wrt", "x", "--figure", "curve", "--option", "at=two"], "not a number", "at=2"),
    "a step that is not there": (
        ["sin(x^2)", "--wrt", "x", "--figure", "shapes", "--step", "99"],
        "no step 99",
        "1 to",
    ),
}


@pytest.mark.parametrize(("arguments", "words", "hint"), FIGURES.values(), ids=FIGURES)
def test_a_figure_that_cannot_be_drawn_is_refused_with_a_way_on(answered, tmp_path, arguments, words, hint):
    done = answered("render", *arguments, "-o", "out.svg")
    _assert_refused(done)
    assert words in done.stderr
    assert hint in done.stderr
    assert not (tmp_path / "out.svg").exists()


def test_a_shape_given_twice_is_refused(answered):
    done = answered("derive", "x · x", "--wrt", "x", "--shape", "x=n", "--shape", "x=m")
    _assert_refused(done)
    assert "x has the shape n and the shape m" in done.stderr
    assert answered("derive", "x · x", "--wrt", "x", "--shape", "x=n", "--shape", "x = n").returncode == 0


def test_a_variable_named_twice_is_refused_at_the_second(answered):
    done = answered("derive", "x y", "--wrt", "(x, y, x)")
    _assert_refused(done)
    assert done.stderr.splitlines()[2].index("^") == "  (x, y, x)".rindex("x")


def test_a_folder_is_not_read_as_a_function(answered, tmp_path):
    done = answered("open", str(tmp_path))
    _assert_refused(done)
    assert "no file but a folder" in done.stderr


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("missing.toml", "no such file"), (".", "a folder"), ("binary.toml", "it holds no text")],
)
def test_what_is_no_lesson_is_said_in_plain_words(answered, tmp_path, name, complaint):
    (tmp_path / "binary.toml").write_bytes(bytes(range(255, 0, -1)))
    done = answered("check", name)
    _assert_refused(done)
    assert complaint in done.stderr
    assert "Errno" not in done.stderr
    assert "codec" not in done.stderr
    assert "install" not in done.stderr


def test_an_option_that_is_no_number_is_said_once(run):
    done = run("render", "x^2", "--wrt", "x", "-o", "a.png", "--step", "abc")
    _assert_refused(done)
    assert "Input should be" not in done.stderr
    assert "integer" in done.stderr


def test_steps_without_a_value_are_not_called_wrong(run):
    done = run("derive", "x/0", "--wrt", "x")
    assert done.returncode in {1, 2}
    assert "fail their check" not in done.stderr
    assert "could not be checked" in done.stderr or "zero" in done.stderr
