"""All terms that end in the same dX become one: what stands before it is added, and is the derivative."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Differential, Identity, Negate, Product, Quotient, Sum
from explainer.rules.build import join_scalars, matrix_factors, matrix_times, plus
from explainer.rules.differentials.parts import changes, changing, factors_in, is_trace, trace
from explainer.rules.differentials.traces import COOKBOOK
from explainer.rules.rule import Rewrite, rule

FAMILY = "Traces"


@rule(
    title="Collect the changes",
    statement="tr(A @ F) + tr(B @ F) = tr((A + B) @ F)",
    words="All terms end in {d}: what stands before it is added.",
    shapes={"A": "n x m", "B": "n x m", "F": "m x n"},
    source=COOKBOOK,
    examples=["tr(A @ differential(X)) + 2 tr(B @ differential(X)) where A: n x m, B: n x m, X: m x n",
              "a' @ differential(x) + x' @ A @ differential(x) where a: n, x: n, A: n x n"],
    leaves_alone=["tr(A @ B) + tr(C @ B) where A: n x m, B: m x n, C: n x m"],
    measure="changes",
    phase="combine",
)  # fmt: skip
def trace_collect(node: Sum) -> Rewrite | None:
    """The trace is linear and products are distributive."""
    found = [linear_term(term) for term in node.terms]
    if len(found) < 2 or None in found:
        return None
    known = [part for part in found if part is not None]
    d, traced = known[0][1], known[0][2]
    if any(part[1] is not d or part[2] is not traced for part in known):
        return None
    product = matrix_times(plus(*(part[0] for part in known)), d)
    return Rewrite(trace(product) if traced else product, {"d": d})


def linear_term(term: Node) -> tuple[Node, Node, bool] | None:
    """A term c tr(G dX) or c G dx as c G, dX and whether it is a trace; None for one of another form."""
    above: tuple[Node, ...] = ()
    below: tuple[Node, ...] = ()
    sign = False
    while isinstance(term, Negate | Quotient | Product):
        match term:
            case Negate(operand):
                sign, term = not sign, operand
            case Quotient(numerator, denominator):
                if changes(denominator):
                    return None
                below, term = (*below, denominator), numerator
            case _:
                place = changing(term.factors)
                if place is None:
                    return None
                above = (*above, *(factor for k, factor in enumerate(term.factors) if k != place))
                term = term.factors[place]
    if any(not factor.shape.is_scalar for factor in above):
        return None
    traced = is_trace(term)
    factors = factors_in(term) if isinstance(term, Apply) and traced else matrix_factors(term)
    if changing(factors) != len(factors) - 1 or not isinstance(factors[-1], Differential):
        return None
    if len(factors) == 1 and not traced:
        return None
    before = matrix_times(*factors[:-1]) if len(factors) > 1 else Identity(factors[-1].shape.rows)
    return join_scalars(sign, above, below, before), factors[-1], traced
