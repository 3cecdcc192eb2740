"""The learner's file: nothing that was whole is lost, whatever happened to it; it can be exported and deleted."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from explainer.practice.learner.record import VERSION, Outcome, Record, line_of, own_record, read_lines

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def outcome_of(number: int = 0, **changes: object) -> Outcome:
    values = {"when": START + timedelta(hours=number), "skill": "products", "text": f"x^{number} sin(x)", **changes}
    return Outcome(**values)  # type: ignore[arg-type]


def test_what_is_noted_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "answers.jsonl"
    record = Record(file)
    told = [outcome_of(1, mistakes=("product-of-derivatives",), wrong=1, seconds=12.5), outcome_of(2, hints=3)]
    assert all(record.note(outcome) for outcome in told)
    assert Record(file).outcomes == tuple(told)
    assert not record.complaint
    assert not list(file.parent.glob("*.lock"))


def test_without_a_file_answers_are_kept_in_memory() -> None:
    record = Record(None)
    record.note(outcome_of())
    assert len(record.outcomes) == 1


@pytest.mark.parametrize(
    "damage",
    [
        b"nonsense\n", b"\x00\xff\xfe\n", b'{"v": 1}\n', b"[1, 2]\n", b"{}\n", b"null\n", b"1e999\n", b"\n\n",
        b'{"v": 1, "when": "yesterday", "skill": "products"}\n',
        b'{"v": 1, "when": "2026-03-01T09:00:00", "skill": "products"}\n',
        b'{"v": 1, "when": "2026-03-01T09:00:00+00:00", "skill": 7}\n',
        b'{"v": 1, "when": "2026-03-01T09:00:00+00:00", "skill": "a", "wrong": -3}\n',
        b'{"v": 1, "when": "2026-03-01T09:00:00+00:00", "skill": "a", "wrong": true}\n',
        b'{"v": 1, "when": "9999-12-31T23:59:59-23:00", "skill": "a"}\n',
        b"[" * 5000 + b"\n", b'{"v": 1, "when": "2026-0',
    ],
    ids=range(16),
)  # fmt: skip
def test_a_damaged_line_stays_and_all_others_are_used(damage: bytes, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    whole = [outcome_of(1), outcome_of(2)]
    file.write_bytes(line_of(whole[0]) + damage + (b"" if damage.endswith(b"\n") else b"\n") + line_of(whole[1]))
    record = Record(file)
    assert record.outcomes == tuple(whole)
    assert bool(record.complaint) == bool(damage.strip())
    record.note(outcome_of(3))
    assert damage in file.read_bytes()
    assert len(Record(file).outcomes) == 3


def test_a_line_from_the_future_stays_and_is_told(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    future = json.dumps({"v": VERSION + 1, "what": "is not known yet"}).encode() + b"\n"
    file.write_bytes(future + line_of(outcome_of(1)))
    record = Record(file)
    assert len(record.outcomes) == 1
    assert "newer version" in record.complaint
    record.note(outcome_of(2))
    assert future in file.read_bytes()


def test_what_a_kill_has_left_of_a_line_costs_only_that_line(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    for cut in range(1, len(line_of(outcome_of(2))), 7):
        file.write_bytes(line_of(outcome_of(1)) + line_of(outcome_of(2))[:cut])
        Record(file).note(outcome_of(3))
        found, _, _ = read_lines(file.read_bytes())
        assert found[0] == outcome_of(1)
        assert found[-1] == outcome_of(3)


def test_two_records_of_one_file_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    one, other = Record(file), Record(file)
    for number in range(6):
        (one if number % 2 else other).note(outcome_of(number))
    assert len(Record(file).outcomes) == 6


WRITER = """
import sys
from pathlib import Path
from datetime import UTC, datetime, timedelta
from explainer.practice.learner.record import Outcome, Record
record = Record(Path(sys.argv[1]))
for number in range(20):
    record.note(Outcome(datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=number), sys.argv[2]))
"""


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(file), name]) for name in ("a", "b")]
    assert [process.wait(60) for process in running] == [0, 0]
    outcomes = Record(file).outcomes
    assert [sum(outcome.skill == name for outcome in outcomes) for name in ("a", "b")] == [20, 20]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    record = Record(tmp_path / "answers.jsonl")
    assert not record.note(outcome_of())
    assert "cannot be saved" in record.complaint


def test_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    record = Record(tmp_path)
    assert record.outcomes == ()
    assert record.complaint
    assert not record.note(outcome_of())
    assert len(record.outcomes) == 1


def test_answers_can_be_exported_and_deleted(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    record = Record(file)
    record.note(outcome_of(1, mistakes=("a", "b")))
    record.export(tmp_path / "mine.json")
    record.export(tmp_path / "mine.csv")
    assert json.loads((tmp_path / "mine.json").read_text())["answers"][0]["skill"] == "products"
    (row,) = csv.DictReader((tmp_path / "mine.csv").read_text().splitlines())
    assert row["mistakes"] == "a b"
    record.delete()
    assert not file.exists()
    assert Record(file).outcomes == record.outcomes == ()
    record.delete()


def test_the_own_record_lies_in_the_place_for_data() -> None:
    file = own_record().file
    assert file is not None
    assert file.name == "answers.jsonl"
