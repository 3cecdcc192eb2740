"""The letter of a new index is one that nothing around it uses, whether free there, bound, defined or called."""

from __future__ import annotations

import pytest

from explainer.expr.node import Node
from explainer.expr.nodes import NODE_CLASSES, FunctionCall, Index, SizeValue, Variable
from explainer.language import parse_expression
from explainer.rules.entries.indices import _WITH_NAMES_OF_THEIR_OWN, fresh_index


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("2 x", "i"),
        ("2 i_1 + x", "j"),
        ("sum(i=1..n, x_i) where x: n", "j"),
        ("[i, j] · [x, y]", "k"),
        ("i(x) + 1", "j"),
        ("j where j = x^2, k = sin(j)", "i"),
        ("sum(i=1..n, sum(j=1..m, X_i_j k)) where X: n x m", "l"),
        ("d(i x)/d(x)", "j"),
        ("relu(A @ x + i) where A: n x n, x: n, i: n", "j"),
    ],
)
def test_a_new_index_has_a_letter_of_its_own(text: str, letter: str) -> None:
    assert fresh_index(3, parse_expression(text).expression).name == letter


def test_several_expressions_and_the_size_are_looked_at() -> None:
    one, other = (parse_expression(text).expression for text in ("i x", "j y"))
    assert fresh_index(3, one, [other]).name == "k"
    assert fresh_index("k", one, [other]).name == "l"


def test_what_binds_a_name_is_walked() -> None:
    """Whatever else is made binds nothing, so that its free names are all there are."""
    binding = {kind for kind in NODE_CLASSES if kind.bound is not Node.bound or "_compute_free" in vars(kind)}
    leaves = {SizeValue, Variable, Index}
    assert binding - leaves == set(_WITH_NAMES_OF_THEIR_OWN) - {FunctionCall}
