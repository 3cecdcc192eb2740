"""What rules make is the shortest form of its kind, and what they say names the parts: values do not show that."""

from __future__ import annotations

import pytest

from explainer.expr.node import Node, subnodes
from explainer.language import parse_expression
from explainer.rules import Rewrite, find_rule
from tests.cases import in_groups

SHAPES = {
    "x": "n",
    "w": "n",
    "v": "n",
    "A": "n x n",
    "B": "n x n",
    "X": "n x n",
    "Y": "n x n",
    "z": "scalar",
    "s": "scalar",
    "t": "scalar",
}
FORMS = (
    ("fold-sum", "sum(i=1..n, x_i)", "sum(x)"), ("fold-sum", "sum(i=1..n, x_i w_i)", "x · w"),
    ("fold-sum", "sum(i=1..n, x_i x_i)", "x · x"), ("fold-sum", "sum(i=1..n, z x_i)", "z sum(x)"),
    ("fold-sum", "sum(i=1..n, z x_i w_i)", "z (x · w)"), ("fold-sum", "sum(i=1..n, x_i w_i v_i)", "sum(x ⊗ w ⊗ v)"),
    ("fold-sum", "sum(i=1..n, z)", "n z"), ("fold-sum", "sum(i=1..n, 1)", "n"),
    ("fold-sum", "sum(i=1..n, sin(x_i) w_i)", "w · sin(x)"), ("fold-sum", "sum(i=2..n, x_i)", None),
    ("fold-sum", "sum(i=1..n, A_i)", None),
    ("scalars-before-total", "sum(x / z)", "sum(x) / z"), ("scalars-before-total", "sum(-x)", "-sum(x)"),
    ("scalars-before-total", "sum(2 z x)", "2 z sum(x)"), ("scalars-before-total", "mean(x / z)", "mean(x) / z"),
    ("scalars-before-total", "sum(x)", None),
    ("reciprocal", "d(5/sin(s))/d(s)", "-5 d(sin(s))/d(s) / sin(s)^2"), ("reciprocal", "d(s/t)/d(s)", None),
    ("negative-exponent", "s^(-2)", "1 / s^2"), ("negative-exponent", "s^(-1)", "1 / s"),
    ("trace-collect", "tr(A @ differential(X)) + tr(B @ differential(X))", "tr((A + B) @ differential(X))"),
    ("trace-collect", "tr(A @ differential(X)) + tr(B @ differential(Y))", None),
    ("trace-collect", "x' @ differential(w) + x' @ A @ differential(v)", None),
    ("trace-collect", "tr(A @ differential(X)) + x' @ differential(w)", None),
    ("common-factor", "s (t + z) + s y_1", None), ("common-factor", "s (t + z) - s z", "s t"),
    ("negative-exponent", "2^(-1)", None), ("trivial-power", "s^1", "s"), ("trivial-power", "s^0", "1"),
)  # fmt: skip


def used(identifier: str, text: str) -> Rewrite | None:
    """What a rule makes of the first part that it rewrites."""
    rule = find_rule(identifier)
    assert rule is not None
    whole: Node = parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression
    return next((found for _, part in subnodes(whole) if (found := rule(part)) is not None), None)


@in_groups(("identifier", "text", "wanted"), FORMS)
def test_a_rule_makes_just_this(identifier: str, text: str, wanted: str | None) -> None:
    found = used(identifier, text)
    assert (found and found.after.text()) == wanted


WORDS = (
    ("scalars-before-total", "sum(x / z)", "the factor 1 / z"),
    ("scalars-before-total", "sum(2 z x)", "the factor 2 z"),
    ("function", "d(sin(s^2))/d(s)", "The derivative of s^2 follows as a factor."),
    ("function", "d(max(s^2, sin(s)))/d(s)", "The derivatives of the arguments follow as factors."),
    ("local-derivative", "(d(y)/d(s) where u = s^2, y = s + u)", "Differentiate u = s^2 with respect to s."),
)  # fmt: skip


@pytest.mark.parametrize(("identifier", "text", "wanted"), WORDS)
def test_a_rule_says_which_parts_it_means(identifier: str, text: str, wanted: str) -> None:
    found, rule = used(identifier, text), find_rule(identifier)
    assert found is not None
    assert rule is not None
    said = "".join(part.text() if isinstance(part, Node) else part for part in rule.words_for(found))
    assert wanted in said


def test_nothing_follows_as_a_factor_where_the_variable_itself_is_the_argument() -> None:
    found, rule = used("function", "d(sin(s))/d(s)"), find_rule("function")
    assert found is not None
    assert rule is not None
    assert "follow" not in "".join(map(str, rule.words_for(found)))
