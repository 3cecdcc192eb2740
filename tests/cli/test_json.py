"""What `--format json` prints is the same as the pages say, for other programs."""

from __future__ import annotations

import json

import pytest

import explainer
from explainer.operations import all_operations


def record(run, *arguments):
    done = run(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)


def test_every_rule_function_and_lesson_is_among_the_data(run):
    assert [rule["id"] for rule in record(run, "rules")] == [rule.id for rule in explainer.all_rules()]
    assert [row["name"] for row in record(run, "functions")] == [row.name for row in all_operations()]
    told = record(run, "lessons")
    assert [lesson["id"] for lesson in told["lessons"]] == [lesson.id for lesson in explainer.all_lessons()]
    assert told["left_out"] == []


def test_one_of_each_is_that_of_the_list(answered):
    assert record(answered, "rules", "product") in record(answered, "rules")
    assert record(answered, "functions", "log") == record(answered, "functions", "ln")
    lesson = record(answered, "lessons", "scalar-rules")
    assert lesson in record(answered, "lessons")["lessons"]
    first = lesson["derivations"][0]
    derivation = record(answered, "lessons", first["id"])
    trace = explainer.Trace.from_dict(derivation["derivation"])
    assert {name: derivation[name] for name in first} == first
    assert trace.status == "finished"


def test_a_comparison_tells_how_each_method_fared(answered):
    told = record(answered, "compare", "x^2 sin(x)", "--wrt", "x")
    fared = {row["method"]: row for row in told["methods"]}
    assert told["chosen"] in fared
    assert {row["check"]["state"] for row in told["methods"] if row["status"] == "finished"} == {"ok"}
    wanted = explainer.derive("x^2 sin(x)", wrt="x", method="operator")
    assert fared["operator"]["result"] == wanted.result.text()
    assert fared["operator"]["steps"] == len(wanted.steps)
    refused = [row for row in told["methods"] if row["status"] != "finished"]
    assert all(row["reason"] and row["result"] is None and row["check"] is None for row in refused)


def test_a_lesson_of_ones_own_is_checked_for_programs_too(answered, tmp_path):
    good = tmp_path / "good.toml"
    good.write_text(
        'id = "own"\ntitle = "Own"\nsection = "Mine"\ngoals = ["One."]\n\n[[blocks]]\nkind = "problem"\nid = "own1"\n'
        'title = "A square"\ntext = "x^2"\nwrt = "x"\n',
        encoding="utf-8",
    )
    done = answered("check", str(good), "--format", "json")
    told = json.loads(done.stdout)
    assert told["holds"] is (done.returncode == 0)
    assert told["holds"] is not bool(told["failures"])


@pytest.mark.parametrize("command", ["rules", "functions", "lessons", "check", "compare"])
def test_another_format_is_refused_with_those_there_are(answered, command):
    arguments = ("x^2", "--wrt", "x") if command == "compare" else ()
    done = answered(command, *arguments, "--format", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "json" in done.stderr
