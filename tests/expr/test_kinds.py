"""The kinds of node in an expression, known without a walk, are those that a walk finds."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.kinds import has_child, holds
from explainer.expr.node import Node, each_part
from explainer.language import parse_expression
from explainer.rules.build import has_decimals
from tests.cases import in_groups

KINDS = [kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, Node)]
TEXTS = (
    "x", "2.5", "3 x", "0.5 x^2 + 1", "-x / y", "sin(x) cos(2 x)", "max(0, x)", "u^2 where u = x + 1.5", "f(x) g(y)",
    "sum(i=1..n, w_i x_i) where w: n, x: n", "norm(X @ w - y)^2 where X: m x n, w: n, y: m", "[x, 2 y]",
    "w ⊗ x ⊘ w where w: n, x: n", "cases(x if x > 0, -x otherwise)", "d(x^2)/dx", "A' @ x where A: n x n, x: n",
)  # fmt: skip


@in_groups("text", TEXTS)
def test_the_kinds_of_an_expression_are_those_of_its_parts(text: str) -> None:
    expression = parse_expression(text).expression
    for part in each_part(expression):
        inside = list(each_part(part))
        for kind in KINDS:
            assert holds(part, kind) == any(isinstance(one, kind) for one in inside)
            assert has_child(part, kind) == any(isinstance(child, kind) for child in part.children)
        assert has_decimals(part) == any(isinstance(one, nodes.Number) and one.places > 0 for one in inside)


def test_several_kinds_are_asked_for_at_once() -> None:
    expression = parse_expression("sin(x) + 1").expression
    assert holds(expression, nodes.Quotient, nodes.Apply)
    assert not holds(expression, nodes.Quotient, nodes.Negate)
    assert has_child(expression, nodes.Negate, nodes.Number)
    assert not has_child(expression, nodes.Negate, nodes.Variable)


def test_every_kind_has_a_bit_of_its_own() -> None:
    assert len({kind.bit for kind in KINDS}) == len(KINDS)
