"""What the numbers say nothing of is neither confirmed nor refuted, and every face of a derivation says so."""

from __future__ import annotations

import pytest

from explainer import handout
from explainer.engine import Trace, derive
from explainer.export.markdown import markdown
from explainer.export.plain_text import plain_text
from explainer.export.wording import check_sentence, doubts, ranges
from explainer.language import parse_expression
from explainer.verify import Check, Verifier

FAR = "sqrt(x - 1000000)"
"""A function with values where no point is looked for."""


@pytest.fixture(scope="module")
def trace() -> Trace:
    return derive(FAR, "x")


def compared(left: str, right: str) -> Check:
    first, second = (parse_expression(text, {"x": "scalar"}).expression for text in (left, right))
    return Verifier((first,)).check(first, second)


def test_without_points_nothing_is_confirmed_and_nothing_refuted() -> None:
    check = compared(f"d({FAR})/d(x)", f"1/(2 {FAR})")
    assert (check.state, check.ok, check.undecided, check.answer, check.points) == ("unchecked", False, True, None, 0)
    assert compared(f"d({FAR})/d(x)", f"5/{FAR}").state == "unchecked"


def test_one_difference_is_enough_to_refute() -> None:
    assert compared("d(x^2)/d(x)", "2 x").answer is True
    assert compared("d(x^2)/d(x)", "3 x").answer is False
    assert compared("d(x^2)/d(x)", "3 x").state == "failed"


def test_two_shapes_are_a_failure_and_not_a_want_of_points() -> None:
    left, right = (parse_expression(text, {"x": "n"}).expression for text in ("x", "x'"))
    assert Verifier((left,)).check(left, right).state == "failed"


def test_the_sentence_of_a_check_has_three_forms() -> None:
    assert check_sentence(Check(False, 1.0, 12, "they differ")).startswith("CHECK FAILED")
    assert check_sentence(Check(False, 1.0, 2, "only 2 points", undecided=True)) == "Not checked: only 2 points."
    assert "agree" in check_sentence(Check(True, 0.0, 12, ""))


def test_the_top_names_the_steps_in_ranges() -> None:
    states = {1: "ok", 2: "failed", 3: "unchecked", 4: "unchecked", 5: "unchecked", 7: "unchecked"}
    checks = [(n, Check(s == "ok", 0.0, 9, "", undecided=s == "unchecked")) for n, s in states.items()]
    assert doubts(checks) == (
        "Step 2 fails its check and must not be trusted.", "Steps 3–5, 7 could not be checked by numbers.",
    )  # fmt: skip
    assert doubts(checks[:1]) == ()
    assert ranges([1, 2, 4, 8, 9, 10]) == "1–2, 4, 8–10"


def test_texts_say_so_before_the_first_step(trace: Trace) -> None:
    assert all(step.check.state == "unchecked" for step in trace.steps)
    said = "could not be checked by numbers"
    for text in (plain_text(trace), markdown(trace)):
        assert said in text[: text.index("Not checked")]
    assert said not in plain_text(derive("sqrt(x)", "x"))


def test_handouts_say_so_before_the_first_step(trace: Trace) -> None:
    for form in ("html", "latex", "markdown"):
        text = handout(trace, form).decode()
        assert "could not be checked by numbers" in text
        assert "✗" not in text
        assert "? Not checked" in text


def test_a_file_keeps_the_three_states(trace: Trace) -> None:
    data = trace.to_dict()
    assert {step["check"]["state"] for step in data["steps"]} == {"unchecked"}
    assert all(step.check.state == "unchecked" for step in Trace.from_dict(data).steps)
    for step in data["steps"]:
        del step["check"]["state"]  # as in a file of an earlier version
    assert all(step.check.state == "failed" for step in Trace.from_dict(data).steps)
