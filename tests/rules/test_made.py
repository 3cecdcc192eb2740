"""Every rule makes just what is written down, of all lines that it is used on; see tests/rules/made.py."""

from __future__ import annotations

from explainer.rules import Rule, all_rules
from tests.cases import in_groups
from tests.rules.made import made_by, parts, read

WRITTEN = read()


@in_groups("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_makes_what_is_written_down(rule: Rule) -> None:
    assert made_by(rule) == WRITTEN[rule.id]


def test_nothing_is_written_down_of_a_rule_that_is_gone_and_most_rules_are_used_on_other_lines_too() -> None:
    assert set(WRITTEN) == {rule.id for rule in all_rules()}
    assert len(parts()) > 500
    assert all(WRITTEN.values())
