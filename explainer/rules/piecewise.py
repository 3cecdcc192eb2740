"""Functions given by cases: each case is differentiated on its own, away from the borders."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import And, Cases, Comparison, Derivative
from explainer.rules.rule import Rewrite, rule


def _borders(conditions: tuple[Node, ...]) -> tuple[Node, ...]:
    """Where the cases meet, as conditions to keep clear of: each comparison with ≠ in place of its relation."""
    found: dict[Node, None] = {}
    for condition in conditions:
        parts = condition.conditions if isinstance(condition, And) else (condition,)
        for part in parts:
            if isinstance(part, Comparison) and part.relation in {"<", "<=", ">", ">="}:
                found[Comparison("!=", part.left, part.right)] = None
    return tuple(found)


@rule(
    title="Derivative by cases",
    statement="d(cases(f if c, g otherwise))/dx = cases(d(f)/dx if c, d(g)/dx otherwise)",
    condition="x is not at a border between two cases",
    words="Away from the borders only one case is in force: differentiate each case on its own and keep its condition.",
    source="Parr and Howard, section 5",
    examples=["d(cases(0 if x <= 0, x^2 if x > 0))/dx", "d(cases(-x if x < 0, x otherwise))/dx"],
    leaves_alone=["d(x^2)/dx", "d(cases(0 if y <= 0, 1 otherwise))/dx"],
)
def cases(node: Node) -> Rewrite | None:
    """Within one case the function is that case's formula. At a border the formulas may meet in a kink or a jump."""
    if not isinstance(node, Derivative) or not isinstance(node.body, Cases) or not depends_on(node.body, node.wrt):
        return None
    body, x = node.body, node.wrt
    if any(value.shape != body.shape for value in body.values):
        return None
    after = Cases(tuple(Derivative(value, x, node.kind) for value in body.values), body.conditions)
    kinks = tuple(border for border in _borders(body.conditions) if depends_on(border, x))
    bindings = {**dict(zip("fgh", body.values, strict=False)), "c": body.conditions[0], "x": x}
    return Rewrite(after, bindings, conditions=kinks)
