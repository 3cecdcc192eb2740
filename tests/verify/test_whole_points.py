"""A refutation names its point: a small whole one where the function has a value at one."""

from __future__ import annotations

import re

import pytest

from explainer.engine import derive


def _refutation(function: str) -> str:
    turn = next(step for step in derive(function, "x", method="chain").steps if step.attempt is not None)
    assert turn.check.ok
    return turn.check.message


@pytest.mark.parametrize(
    ("function", "told"),
    [
        ("x + x^2", "at x = 1 the derivative is 3, but this gives 2"),
        ("x x^2", "at x = 1 the derivative is 3, but this gives 2"),
        ("sin(x + x^2)", "at x = −1 the derivative is −1, but this gives −2"),
        ("a x + x^2", "at a = 1, x = 1 the derivative is 3, but this gives 1"),
    ],
)
def test_a_small_whole_point_with_whole_values_goes_before_all_others(function: str, told: str) -> None:
    assert _refutation(function) == told


@pytest.mark.parametrize(
    "function", ["x exp(x)", "ln(x) x^2", "ln(x - 4) x", "asin(x) x", "sqrt(x) + x^2 y", "x/(1 + x)"]
)
def test_a_refutation_names_its_point_and_both_values(function: str) -> None:
    found = re.fullmatch(r"at (.+) the derivative is (\S+), but this gives (\S+)", _refutation(function))
    assert found is not None
    names = {part.split(" = ")[0] for part in found[1].split(", ")}
    assert names == {"x", "y"} & set(function)
    assert found[2] != found[3]
