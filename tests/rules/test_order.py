"""In which order terms are written: as letters were typed; a letter that nobody typed decides nothing."""

from __future__ import annotations

from itertools import permutations

import pytest

from explainer.expr.nodes import Sum, Variable
from explainer.language import parse_expression
from explainer.rules.forms.order import Taste
from explainer.rules.forms.which_first import IN_ORDER

TYPED = "cos(3) b x + a sin(x) + c"
ORDERED = (
    "u x + sin(2) x", "u x + u_1 x + sin(2) x", "x + u x + sin(2) x", "u x + b x + a x", "sin(2) x + b x + a x + c x",
)  # fmt: skip
"""Sums in their order, after the letters of what was typed: b, a, c."""


@pytest.mark.parametrize("text", ORDERED)
def test_the_letters_that_were_typed_decide_and_then_the_length(text: str) -> None:
    taste = Taste.of(parse_expression(TYPED).expression, (Variable("x"),))
    expected = parse_expression(text).expression
    assert isinstance(expected, Sum)
    for terms in permutations(expected.terms):
        assert taste.ordered(Sum(terms)).text() == expected.text()


@pytest.mark.parametrize("sign", [" + ", " ", " ⊗ "])
def test_where_nothing_else_decides_the_shorter_comes_first(sign: str) -> None:
    shapes = dict.fromkeys("abcde", "n" if "⊗" in sign else "scalar")
    ordered = [parse_expression(sign.join("abcde"[:count]), shapes).expression for count in (2, 3, 4, 5)]
    for mixed in permutations(ordered):
        assert sorted(mixed, key=IN_ORDER) == ordered
