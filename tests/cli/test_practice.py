"""Practice in a terminal, as a process in a pipe: right lines, equal ones, wrong ones with mistake, hints, the plan."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.cli.main import main
from explainer.lessons import all_lessons
from explainer.practice.skills import all_skills

Practise = Callable[..., str]
ROOT = str(Path(__file__).parent.parent.parent)


def as_process(folder: Path, typed: str | bytes, *arguments: str) -> str:
    """What the program writes as a process of its own when this is typed into its pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "practice", *arguments],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        timeout=120,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": ROOT, "XDG_DATA_HOME": str(folder / "share")},
        check=False,
    )
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, told
    assert "Traceback" not in told
    return told


@pytest.fixture
def practise(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Practise:
    """The same within this process, which is quicker; the answers lie in the folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(tmp_path)

    def run(folder: Path, typed: str | bytes, *arguments: str, status: int = 0) -> str:
        data = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        found = main(["practice", *arguments], lambda: 1)
        told = "".join(capsys.readouterr())
        assert found == status, told
        return told

    return run


def test_a_whole_session_with_a_right_line_an_equal_one_a_wrong_one_and_a_hint(tmp_path: Path) -> None:
    typed = "2 x\n?\n3 x^2\n"
    told = as_process(tmp_path, typed, "A6")
    assert "d/dx(x² x)" in told
    assert "At x = " in told
    assert "Look at d/dx(x² x)" in told
    assert "Done: 0 of 1 right at the first try, 1 hints." in told
    assert "1 problem done, 0 without a mistake." in told
    assert "Tomorrow: " in told
    answers = [json.loads(line) for line in (tmp_path / "share/explainer/answers.jsonl").read_text().splitlines()]
    assert [(answer["wrong"], answer["hints"]) for answer in answers] == [(1, 1)]


def test_a_mistake_is_named_with_the_numbers_that_refute_it(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "d(x^2)/dx d(x)/dx\nquit\n", "A6")
    assert "The derivative of a product is not the product of the derivatives" in told
    assert "0 problems done" in told


def test_a_line_of_ones_own_form_goes_on(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "x * d(x^2)/dx + x**2\n3*x*x\n", "A6")
    assert told.count("✓") == 2
    assert "Done: 2 of 2 right" in told


def test_rules_and_covers_are_asked_for_in_a_pipe(tmp_path: Path) -> None:
    told = as_process(tmp_path, "rule\nproduct\ncover\n1\nline\nskip\nhelp\nnext\n", "A6")
    assert "Which rule comes next?" in told
    assert "What stands under the cover?" in told
    assert "▢" in told
    assert "Shown: " in told
    assert "go on to the next problem" in told


def test_fading_shows_all_but_the_last_lines(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "quit\n", "A6", "--fade", "1")
    assert "(Product rule)" in told
    assert told.count("    = ") >= 2


def test_what_there_is_to_think_about_is_asked_after_the_problems_of_a_lesson(
    practise: Practise, tmp_path: Path
) -> None:
    told = practise(tmp_path, "next\n" * 40, "chain-several-paths")
    assert told.rindex("Problem ") < told.index("Think, 1 of 2") < told.index("Think, 2 of 2") < told.index("Tomorrow")
    ended = practise(tmp_path, "next\n" * 3 + "quit\n", "chain-several-paths")
    assert "Think" not in ended


def test_an_answer_that_is_a_formula_is_judged_and_marked(practise: Practise, tmp_path: Path) -> None:
    typed = "7\n1 +\n?\n1\nnext\n"
    told = practise(tmp_path, typed, "chain-several-paths", "--ask", "think", "--record", str(tmp_path / "own.jsonl"))
    assert "✗ Not equal to the answer." in told
    assert "    1 +" in told  # with its place
    assert told.count("✓ Right.") == 1
    assert "Model answer: " in told
    assert "chain-several-paths/question1" in (tmp_path / "own.marks.json").read_text()


def test_words_are_compared_with_the_model_answer_by_whoever_wrote_them(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "it is a row\nno, a column\nyes\n", "gradient", "--ask", "think")
    assert told.count("Model answer: ") == 2
    assert told.rstrip().endswith("✓")
    assert practise(tmp_path, "", "gradient", "--ask", "think").count("Think, 1 of 1") == 1
    shown = practise(tmp_path, "skip\n", "gradient", "--ask", "think")
    assert "Model answer: " in shown
    assert "✓" not in shown


def test_only_lessons_have_something_to_think_about(practise: Practise, tmp_path: Path) -> None:
    assert "lesson" in practise(tmp_path, "", "products", "--ask", "think", status=2)


@pytest.mark.parametrize(
    "typed", ["", "\n\n\n", "quit\n", "?\n" * 8, "help", "next\n" * 9, "(((\n", b"\xff\xfe\n\x00\n"]
)
def test_whatever_is_typed_the_session_ends_well(practise: Practise, tmp_path: Path, typed: str | bytes) -> None:
    told = practise(tmp_path, typed, "products", "--grade", "1", "--seed", "7", "--count", "2")
    assert "Tomorrow: " in told


def test_equal_seeds_give_equal_sessions(practise: Practise, tmp_path: Path) -> None:
    first, again, other = (
        practise(tmp_path, "next\n" * 3, "products,chain-total", "--grade", "2", "--seed", seed, "--count", "3")
        for seed in ("7", "7", "8")
    )
    assert first == again != other


def test_the_plan_begins_with_the_first_skills_and_goes_on_the_next_time(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "skip\n" * 40)
    assert "Today: 4 problems" in told
    assert "Sums and constant factors, grade 1" in told
    assert "Nothing is due today." in practise(tmp_path, "")
    report = practise(tmp_path, "", "--report")
    assert "Errors by the number of uses" in report
    assert "Powers" in report
    assert "100%" in report


def test_answers_are_exported_and_forgotten(practise: Practise, tmp_path: Path) -> None:
    practise(tmp_path, "skip\n" * 9, "A6")
    assert "1 exercises written" in practise(tmp_path, "", "--export", "mine.csv")
    assert (tmp_path / "mine.csv").read_text().startswith("when,skill")
    assert "1 exercises forgotten" in practise(tmp_path, "", "--delete")
    assert "Nothing has been practised yet" in practise(tmp_path, "", "--report")


def test_a_damaged_file_is_told_and_the_session_goes_on(practise: Practise, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(b"nonsense\n")
    told = practise(tmp_path, "skip\n" * 9, "A6", "--record", str(file))
    assert "1 line of the file with your answers is damaged" in told
    assert file.read_bytes().startswith(b"nonsense\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-such-skill",), "there is no skill called"),
        (("product", "--grade", "9"), "less than or equal to 5"),
        (("product", "--ask", "nothing"), "there is no way of asking"),
        ((",",), "no skill was named"),
        (("--export", "/no/such/folder/mine.json"), "cannot write"),
    ],
)
def test_bad_input_is_answered_with_a_way_on(
    practise: Practise, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert message in practise(tmp_path, "", *arguments, status=2)


def test_a_lesson_begins_with_its_question_and_ends_with_problems_of_ones_own(
    practise: Practise, tmp_path: Path
) -> None:
    told = practise(tmp_path, "1\nz\nb\nnext\nquit\n", "scalar-rules")
    assert "Which form does the result have?" in told
    assert "✗ Not this one." in told
    assert "Answer with a number from 1 to 3." in told
    assert "✓ Both factors move with x." in told
    assert "Problem 1 of 11: A1" in told


def test_every_skill_and_every_lesson_can_be_practised(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "", "--list")
    assert all(skill.id in told for skill in all_skills())
    for name in ("neurons", "traces", all_lessons()[0].id):
        assert "Problem 1 of" in practise(tmp_path, "", name)


def test_false_lines_are_found_in_a_pipe(practise: Practise, tmp_path: Path) -> None:
    told = practise(tmp_path, "99\nwhat\nskip\nskip\n", "products", "--ask", "find", "--seed", "4", "--count", "2")
    assert "Problem 2 of 2" in told
    assert "there is no line 99" in told
    assert "It is line" in told
    assert "0 found, 0 at the first try." in told
    assert "no way of asking" in practise(tmp_path, "", "products", "--ask", "guess", status=2)
