"""A sitting is taken up where it was left, whatever has happened to the program or to its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.errors import ExplainerError
from explainer.practice.learner.kept_files import MOST_KEPT, folder_of
from explainer.practice.learner.kept_files import begun as begun_sittings
from explainer.practice.learner.kept_sitting import KeptSitting, derived, given_of, take_up
from explainer.practice.learner.record import Record
from explainer.practice.learner.sitting import Sitting


def begun(folder: Path, *texts: str) -> KeptSitting:
    """A sitting of problems in x, with its files in a folder."""
    record = Record(folder / "answers.jsonl")
    problems = [given_of(derived(text, "x", {}, "auto", "numerator", 1, "vec")) for text in texts]
    return KeptSitting(Sitting(problems, record))


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
    folder = folder_of(record)
    assert folder is not None
    folder.mkdir()
    (folder / "one.json").write_bytes(content)
    assert len(begun_sittings(record)) == 1
    with pytest.raises(ExplainerError, match="cannot be taken up"):
        take_up(record)
    assert (folder / "one.damaged").read_bytes() == content
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


def test_a_second_sitting_leaves_the_first_one_alone(tmp_path: Path) -> None:
    first, second = begun(tmp_path, "x^2 sin(x)"), begun(tmp_path, "x^3", "x^5")
    first.answer("2 x cos(x)")
    second.answer("3 x^3")
    record = Record(tmp_path / "answers.jsonl")
    known = {kept.total: kept for kept in begun_sittings(record)}
    assert set(known) == {1, 2}
    taken = take_up(record, known[1].file)
    assert taken is not None
    assert taken.exercise is not None
    assert taken.exercise.trace.problem.text == "x^2 sin(x)"
    assert taken.exercise.score.wrong == 1
    taken.skip()
    other = take_up(record, known[2].file)
    assert other is not None
    assert other.exercise is not None
    assert other.exercise.score.mistakes == ["exponent-not-lowered"]


def test_a_kill_after_an_outcome_was_remembered_counts_the_problem_once(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2", "x^3")
    sitting.answer("2 x")
    sitting.sitting.next()  # the outcome is on the disk, and then the program is killed
    again = take_up(Record(tmp_path / "answers.jsonl"))
    assert again is not None
    assert again.exercise is not None
    assert again.exercise.trace.problem.text == "x^3"
    again.answer("3 x^2")
    again.next()
    assert [outcome.text for outcome in Record(tmp_path / "answers.jsonl").outcomes] == ["x^2", "x^3"]


def test_two_programs_that_go_on_with_one_sitting_count_its_problem_once(tmp_path: Path) -> None:
    begun(tmp_path, "x^2", "x^3").hint()
    records = Record(tmp_path / "answers.jsonl"), Record(tmp_path / "answers.jsonl")
    both = [take_up(record) for record in records]
    for sitting in both:
        assert sitting is not None
        sitting.answer("2 x")
        sitting.next()
    assert [outcome.text for outcome in Record(tmp_path / "answers.jsonl").outcomes] == ["x^2"]


def test_a_sitting_whose_problems_were_all_remembered_is_over(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2")
    sitting.answer("2 x")
    sitting.sitting.next()
    record = Record(tmp_path / "answers.jsonl")
    assert take_up(record) is None
    assert not begun_sittings(record)


def test_choices_stand_in_the_order_in_which_they_were_answered(tmp_path: Path) -> None:
    """The number of a choice means the same rule when the sitting is taken up, and when it was stopped in between."""
    for seed in range(4):
        record = Record(tmp_path / f"{seed}" / "answers.jsonl")
        problems = [given_of(derived("x^2 sin(x)", "x", {}, "auto", "numerator", 1, "vec"))]
        sitting = KeptSitting(Sitting(problems, record, seed=seed))
        sitting.ask("rule")
        assert sitting.exercise is not None
        rules = sitting.exercise.rules
        assert rules is not None
        sitting.answer(str(rules.right_place + 1))
        sitting.again()
        assert sitting.exercise.number == 2
        taken = take_up(record)
        assert taken is not None
        assert taken.exercise is not None
        assert taken.exercise.number == 2


def test_the_covers_of_a_problem_are_taken_up_too(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2 sin(x)")
    lines = sitting.covered[1]
    assert sitting.covered == (lines, lines)
    sitting.cover(0)
    assert sitting.exercise is not None
    assert sitting.exercise.done
    assert len(sitting.exercise.shown) == len(sitting.exercise.trace.steps)
    sitting.cover(1)
    assert sitting.covered == (1, lines)
    assert not sitting.exercise.done
    sitting.answer("x cos(x)")
    sitting.cover(2)
    assert sitting.exercise.score.wrong == 1, "what went wrong still counts"
    taken = take_up(Record(tmp_path / "answers.jsonl"))
    assert taken is not None
    assert taken.exercise is not None
    assert taken.covered == (2, lines)
    assert taken.exercise.score.wrong == 1


def test_what_was_begun_before_sittings_had_files_of_their_own_is_taken_up(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "x^2")
    sitting.hint()
    record = Record(tmp_path / "answers.jsonl")
    (file,) = [kept.file for kept in begun_sittings(record)]
    data = json.loads(file.read_text(encoding="utf-8"))
    old = {"version": 1, "problems": data["problems"], "asks": "line", "acts": data["acts"]}
    file.unlink()
    (tmp_path / "unfinished.json").write_text(json.dumps(old), encoding="utf-8")
    taken = take_up(record)
    assert taken is not None
    taken.answer("2 x")
    taken.next()
    assert len(record.outcomes) == 1
    assert not begun_sittings(record)


def test_only_so_many_are_kept_the_last_ones(tmp_path: Path) -> None:
    trace = derived("x^2", "x", {}, "auto", "numerator", 1, "vec")
    record = Record(tmp_path / "answers.jsonl")
    for _ in range(MOST_KEPT + 3):
        KeptSitting(Sitting([given_of(trace)], record)).hint()
    assert len(begun_sittings(record)) == MOST_KEPT
