"""Derivations with one false line: exactly one does not follow, it can be found, and what is said of it is true."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from explainer.errors import ExplainerError
from explainer.practice.learner.finding import make_finding
from explainer.practice.skills import Skill, all_skills, find_skill
from explainer.verify import Verifier

NONE = {"gradients", "jacobians", "linear-in-matrix"}
"""Their derivations have too many lines, or one step leads to the result."""
SKILLS = pytest.mark.parametrize(
    "skill", [skill for skill in all_skills() if skill.id not in NONE], ids=lambda skill: skill.id
)


@SKILLS
def test_one_line_does_not_follow_and_all_others_do(skill: Skill) -> None:
    finding = make_finding((skill,), 1, 2)
    lines = (finding.problem, *finding.lines)
    verifier = Verifier(lines)
    false = [k for k, (before, line) in enumerate(pairwise(lines), start=1) if not verifier.check(before, line).ok]
    assert false == [finding.number]


def test_a_choice_is_answered_and_counted() -> None:
    finding = make_finding(all_skills()[:3], 2, 4)
    other = 1 if finding.number != 1 else 2
    wrong = finding.choose(other)
    assert not wrong.right
    assert wrong.message.startswith(f"Line {other} follows: ")
    assert not finding.done
    for number in (0, len(finding.lines) + 1):
        with pytest.raises(ExplainerError, match="no line"):
            finding.choose(number)
    right = finding.choose(finding.number)
    assert right.right
    assert "this gives" in right.message
    outcome = finding.outcome(datetime.now(UTC))
    assert (outcome.asked, outcome.first_try, outcome.wrong, outcome.skipped) == (1, 0, 1, 0)


def test_what_is_shown_was_not_found() -> None:
    finding = make_finding(all_skills()[:3], 1, 1)
    assert finding.show().message.startswith(f"It is line {finding.number}. ")
    assert finding.done
    assert finding.outcome(datetime.now(UTC)).skipped == 1


def test_equal_seeds_give_equal_lines_and_what_has_none_is_refused() -> None:
    skill = find_skill("products")
    assert skill is not None
    one, other = make_finding((skill,), 2, 5), make_finding((skill,), 2, 5)
    assert one.lines == other.lines
    jacobians = find_skill("jacobians")
    assert jacobians is not None
    with pytest.raises(ExplainerError, match="no false line"):
        make_finding((jacobians,), 1, 0)
