"""Where a number that divides a product of matrices is written: below the factor of which it makes something known."""

from __future__ import annotations

from explainer.expr.kinds import placed
from explainer.expr.node import Node
from explainer.expr.nodes import MatrixProduct, Quotient, Sum
from explainer.rules.build import factors_of, is_one, times
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.factors import base_and_exponent
from explainer.rules.tidy.recognising import bases_of, divided_terms, is_softmax

FAMILY = "Recognising"


@rule(
    title="Divide inside the brackets",
    statement="((sum(exp(x)) diag(exp(x)) - exp(x) @ exp(x)') @ W) / sum(exp(x))^2 = "
    "(diag(exp(x)) / sum(exp(x)) - (exp(x) @ exp(x)') / sum(exp(x))^2) @ W",
    by_example=True,
    words="{h} divides each term in the brackets: then something cancels.",
    shapes={"x": "n", "W": "n x m"},
    source="the laws of arithmetic",
    examples=["((sum(exp(x)) diag(exp(x)) - exp(x) @ exp(x)') @ W) / (z sum(exp(x))^2) where x: n, W: n x m, z: scalar",
              "((sum(exp(x)) diag(exp(x)) - exp(x) @ exp(x)') @ W) / sum(exp(x))^2 where x: n, W: n x m"],
    leaves_alone=["((A + B) @ W) / z where A: m x n, B: m x n, W: n x k, z: scalar"],
    measure="what divides products with brackets",
    phase="collapse",
)  # fmt: skip
def divide_brackets(node: Quotient, numerator: MatrixProduct) -> Rewrite | None:
    """A number that divides a product of matrices divides one of them; it is written below that whose terms it makes
    known functions.
    """
    for k, factor in placed(numerator.factors, Sum):
        shared = bases_of(factor.terms[0])
        below = [part for part in factors_of(node.denominator) if base_and_exponent(part)[0] in shared]
        if not below:
            continue
        divided = divided_terms(Quotient(factor, times(*below)))
        if not all(map(is_softmax, divided)):
            continue
        rest = times(*(part for part in factors_of(node.denominator) if part not in below))
        after: Node = MatrixProduct((*numerator.factors[:k], Sum(divided), *numerator.factors[k + 1 :]))
        return Rewrite(after if is_one(rest) else Quotient(after, rest), {"h": times(*below)})
    return None
