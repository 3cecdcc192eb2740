"""The differential of a power of a matrix, whose factors do not commute: one term for each factor, or their sum."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.exponents import Exponent, exponent_of
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Differential, IndexedSum, is_matrix_power, number
from explainer.rules.build import matrix_times, plus
from explainer.rules.differentials.laws import BOOK
from explainer.rules.differentials.parts import change_of
from explainer.rules.entries.indices import fresh_index
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.vector.exponents import power

FAMILY = "Differentials of functions"

LONGEST_WRITTEN_OUT = 4
"""Powers with more factors than this have a sum over their places: five terms beside each other are hard to compare."""


@rule(
    title="Differential of a power of a matrix",
    statement="differential(W^3, X) = differential(W, X) @ W^2 + W @ differential(W, X) @ W + W^2 @ differential(W, X)",
    by_example=True,
    words="{power} has {k} equal factors. Each of them changes in turn and keeps its place between the others, for "
    "matrices do not commute.",
    shapes={"W": "n x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(X^3) where X: n x n", "differential((A @ X)^2, X) where A: n x m, X: m x n",
              "differential(X^7) where X: n x n", "differential(inv(X)^6) where X: n x n"],
    leaves_alone=["differential(X .^ 3) where X: n x n", "differential(A^3, X) where A: n x n, X: n x n"],
    measure="open differentials",
)  # fmt: skip
def differential_matrix_power(node: Differential, body: Apply) -> Rewrite | None:
    """The product rule for k equal factors: i of them stand before the one that changes and k − 1 − i behind it. Only
    of numbers would all terms be the same, k x^(k−1) dx.
    """
    if not is_matrix_power(body) or not depends_on(body, node.wrt):
        return None
    base, exponent = body.arguments[0], exponent_of(body.arguments[1])
    if exponent is None or exponent.indices or exponent.count < 1:
        return None
    last = exponent.count - 1
    bindings: dict[str, Node] = {"W": base, "X": node.wrt, "power": body, "k": number(exponent.count)}

    def term(before: Exponent) -> Node:
        behind = Exponent(last) + -before
        around = [power(base, part) for part in (before, behind) if part != Exponent()]
        place = int(before != Exponent())
        return matrix_times(*around[:place], change_of(node, base), *around[place:])

    if exponent.count <= LONGEST_WRITTEN_OUT:
        return Rewrite(plus(*(term(Exponent(i)) for i in range(exponent.count))), bindings)
    index = fresh_index(last, body, node.wrt)
    after = IndexedSum(index, term(Exponent(0, ((index, 1),))), 0)
    words = fill(
        "{power} has {k} equal factors. Each of them changes in turn: {i} stand before it and {rest} behind it.",
        {**bindings, "i": index, "rest": (Exponent(last) + Exponent(0, ((index, -1),))).node()},
    )
    statement = "differential(W^5, X) = sum(i=0..4, W^i @ differential(W, X) @ W^(4 - i))"
    return Rewrite(after, bindings, words, statement=statement)
