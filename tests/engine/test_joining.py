"""Which rules join which line is said by their ids; an id that no rule has would be a line that never comes."""

from __future__ import annotations

from types import ModuleType

import pytest

from explainer.engine import derive, joining
from explainer.engine.methods import chain_lines
from explainer.rules import all_rules


@pytest.mark.parametrize("module", [joining, chain_lines], ids=lambda module: module.__name__)
def test_every_rule_that_is_named_is_there(module: ModuleType) -> None:
    known = {rule.id for rule in all_rules()}
    groups = {name: value for name, value in vars(module).items() if isinstance(value, frozenset)}
    assert len(groups) >= 2
    assert not {name: value - known for name, value in groups.items() if value - known}


@pytest.mark.parametrize("text", ["a' inv(X) b where X: n x n, a: n, b: n", "tr(A inv(X)) where X: n x n, A: n x n"])
def test_a_joined_line_gives_the_reason_of_the_rule_that_it_is_called_after(text: str) -> None:
    steps = [step for step in derive(text, "X", method="elements").steps if "Entry of an inverse" in step.title]
    assert steps
    assert all("The derivative of an inverse is minus the inverse" in step.explanation for step in steps)
