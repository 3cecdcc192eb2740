"""Lessons in the terminal: the list, a lesson with its results and its numbers, one derivation, an unknown name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import explainer
from explainer.assets import resource
from explainer.cli.answer import UsageError
from explainer.cli.asking import shown
from explainer.cli.reference import lesson_page, lessons_page
from explainer.export.wording import several_results
from explainer.lessons import all_problems, load_library

LESSONS = explainer.all_lessons()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_list_names_every_section_lesson_and_problem() -> None:
    page = lessons_page()
    for lesson in LESSONS:
        assert f"\n{lesson.section}\n" in page
        assert f"  {lesson.id} " in page
        assert lesson.title in page
    assert f"{len(LESSONS)} lessons with {len(all_problems())} derivations" in page
    assert all(f" {problem.id}" in page for problem in all_problems())
    assert "left out" not in page


def test_the_list_says_what_was_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from explainer.lessons import library

    (tmp_path / "broken.toml").write_text("id = ")
    (tmp_path / "whole.toml").write_text((resource("lessons") / "A_scalar_rules.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(library, "our_library", lambda: load_library(tmp_path))
    page = lessons_page()
    assert page.startswith("1 lesson with 8 derivations;")
    assert "left out: broken.toml, line 1" in page


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_is_shown_whole(lesson) -> None:
    page = lesson_page(lesson.id)
    words = flat(page)
    for block in lesson.blocks:
        if block.kind == "prose":
            assert all(flat(text) in words for text in block.text.written(shown))
        if block.kind == "question":
            assert all(flat(text) in words for text in block.text.written(shown))
            assert all(words.index(flat(hint)) > words.index("Hints") for hint in block.hint.written(shown))
    for problem in lesson.problems:
        assert problem.title in page
        trace = problem.trace()
        parts = [(f"{variable.text()}: ", part) for variable, part in several_results(trace)] or [("= ", trace.result)]
        for sign, part in parts:
            result = flat(sign + explainer.write(part, "unicode"))
            assert result.replace(" ", "") in words.replace(" ", "")  # a long one is broken where the terminal ends
    assert "CHECK FAILED" not in page
    assert page.count("All are checked by numbers.") == len(lesson.problems)


def test_a_correction_is_shown_with_the_numbers_that_decide() -> None:
    page = flat(lesson_page("reductions"))
    assert "Measured at x = (1, 2, 4), z = 3: the derivative is 7." in page
    assert "printed n ✗ gives 3;" in page
    assert "holds sum(x) ✓ gives 7; both agree at 16 random points" in page
    page = flat(lesson_page("loss"))
    assert "✗ has no value; w (n×1) and -eta G (1×n) can't be added" in page
    assert "✓ gives the column (0.8, 0.6)" in page


def test_a_reference_page_shows_rules_and_results_from_their_sources() -> None:
    page = flat(lesson_page("reference-chain-rules"))
    for rule in explainer.all_rules():
        if rule.id in ("chain-single", "chain-total", "chain-vector"):
            assert rule.title in page
            assert flat(rule.statement) in page
            assert flat(rule.condition) in page


def test_one_derivation_is_shown_with_every_step() -> None:
    page = lesson_page("D3")
    trace = next(problem for problem in all_problems() if problem.id == "D3").trace()
    assert page.count("Both sides agree") == len(trace.steps)
    assert all(f"{step.number}. {step.title}" in page for step in trace.steps)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        lesson_page("chain-one-pth")
    assert "Did you mean chain-one-path?" in caught.value.report()


def test_an_unknown_name_ends_the_command_with_status_2_and_nothing_on_standard_output() -> None:
    command = [sys.executable, "-m", "explainer", "lessons", "jacobean"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Did you mean jacobian?" in done.stderr
    assert "Traceback" not in done.stderr
