"""A sitting is taken up where it was left, whatever has happened to the program or to its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.errors import ExplainerError
from explainer.practice.learner.kept_sitting import KeptSitting, derived, given_of, take_up, unfinished_file
from explainer.practice.learner.record import Record
from explainer.practice.learner.sitting import Sitting


def begun(folder: Path, *texts: str) -> KeptSitting:
    """A sitting of problems in x, with its files in a folder."""
    record = Record(folder / "answers.jsonl")
    problems = [given_of(derived(text, "x", {}, "auto", "numerator", 1, "vec")) for text in texts]
    return KeptSitting(Sitting(problems, record), unfinished_file(record))


def test_what_was_answered_is_there_again_without_the_program_having_been_closed(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2 sin(x)", "x^3")
    assert not sitting.answer("2 x cos(x)").right
    sitting.hint()
    sitting.ask("rule")
    sitting.skip()
    again = take_up(Record(tmp_path / "answers.jsonl"))
    assert again is not None
    assert again.exercise is not None
    assert sitting.exercise is not None
    assert again.exercise.number == sitting.exercise.number
    assert again.asks == "rule"
    assert (again.exercise.score.wrong, again.exercise.score.hints, again.exercise.score.skipped) == (1, 1, 1)
    assert again.exercise.score.mistakes == ["product-of-derivatives"]
    assert len(again.sitting.problems) == 2


def test_only_the_problems_that_are_left_are_taken_up_and_none_after_the_last(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2", "x^3")
    sitting.answer("2 x")
    sitting.next()
    again = take_up(Record(tmp_path / "answers.jsonl"))
    assert again is not None
    assert [given.trace.problem.text for given in again.sitting.problems] == ["x^3"]
    assert again.answer("3 x^2").done
    again.next()
    record = Record(tmp_path / "answers.jsonl")
    assert take_up(record) is None
    assert [outcome.text for outcome in record.outcomes] == ["x^2", "x^3"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": 99}', b'{"version": 1, "problems": [3], "asks": "line", "acts": []}', b"\xff\xfe",
     b'{"version": 1, "problems": [], "asks": "line", "acts": []}', b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_said_and_put_aside(tmp_path: Path, content: bytes) -> None:
    record = Record(tmp_path / "answers.jsonl")
    (tmp_path / "unfinished.json").write_bytes(content)
    with pytest.raises(ExplainerError, match="cannot be taken up"):
        take_up(record)
    assert (tmp_path / "unfinished.damaged").read_bytes() == content
    assert take_up(record) is None


def test_a_full_disk_is_said_and_the_sitting_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    sitting = begun(tmp_path / "file", "x^2")
    assert sitting.answer("2 x").right
    assert "cannot be saved" in sitting.complaint
    sitting.next()
    assert sitting.exercise is None


def test_what_was_stopped_in_its_middle_begins_again_with_what_was_done_before(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2 sin(x)")
    sitting.answer("2 x cos(x)")
    before = sitting.exercise
    sitting.again()
    assert sitting.exercise is not before
    assert sitting.exercise is not None
    assert sitting.exercise.score.wrong == 1


def test_another_problem_like_the_last_one_counts_for_the_same_skill(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2 sin(x)")
    other = sitting.like_this(3)
    assert other is not None
    assert other.sitting.problems[0].trace.problem.text != "x^2 sin(x)"
    assert other.sitting.problems[0].skill == sitting.sitting.problems[0].skill
