"""Logarithms of products over an index: sums, as likelihoods are made of."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, ColumnForm, Entry, IndexedSum, Negate, Power, Quotient, Sum, SumReduction
from explainer.rules.build import called, factors_of, plus, times
from explainer.rules.matching import fraction_of
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.recognising import exponent_of_e

FAMILY = "Tidying"


@rule(
    title="Logarithm of a product",
    statement="ln(prod(x)) = sum(ln(x))",
    condition="the factors are positive",
    words="The logarithm of a product is the sum of the logarithms of its factors; that of a power is the exponent "
    "times the logarithm of the base.",
    shapes={"x": "n"},
    source="DLMF 4.8(i)",
    examples=[
        "ln(prod(x)) where x: n",
        "ln(prod(i=1..n, z e^(-z x_i))) where x: n",
        "ln(prod(i=1..n, p^x_i (1 - p)^(1 - x_i))) where x: n",
    ],
    leaves_alone=["ln(x y)", "prod(x) where x: n"],
    measure="products of many factors",
    phase="collapse",
    functions=("ln",),
)
def logarithm_of_product(node: Apply, argument: Apply) -> Rewrite | None:
    """Likelihoods are products over the samples, which their logarithms make sums of."""
    factors = called(argument, "prod")
    match factors:
        case None:
            return None
        case ColumnForm(index, body):
            return Rewrite(IndexedSum(index, _logarithm(body)))
    return Rewrite(SumReduction(apply_named("ln", factors)), {"x": factors})


def _logarithm(term: Node) -> Node:
    """The logarithm of a term, of each of its factors where powers are among them."""
    above, below = fraction_of(term)
    parts = [(factor, False) for factor in factors_of(above)] + [(factor, True) for factor in factors_of(below)]
    parts = [(factor, under) for factor, under in parts if factor is not ONE]
    if not any(_exponent(factor) is not None for factor, _ in parts):
        return apply_named("ln", term)
    terms = [Negate(_of_factor(factor)) if under else _of_factor(factor) for factor, under in parts]
    return plus(*terms)


def _exponent(factor: Node) -> Node | None:
    """The exponent that comes down in front of a logarithm."""
    of_e = exponent_of_e(factor)
    return of_e if of_e is not None else factor.exponent if isinstance(factor, Power) else None


def _of_factor(factor: Node) -> Node:
    of_e = exponent_of_e(factor)
    if of_e is not None:
        return of_e
    match factor:
        case Power(base, exponent):
            return times(exponent, apply_named("ln", base))
        case Quotient():
            return _logarithm(factor)
    return apply_named("ln", factor)


@rule(
    title="Logarithm of a softmax",
    statement="ln(softmax(x)_1) = x_1 - logsumexp(x)",
    by_example=True,
    words="{part} is an exponential over the sum of all of them: its logarithm is the exponent minus the logarithm of "
    "that sum.",
    shapes={"x": "n"},
    source="DLMF 4.8(i)",
    examples=["ln(softmax(x)_1) where x: n", "ln(softmax(W @ x + b)_2) where W: 3 x n, x: n, b: 3"],
    leaves_alone=["ln(softmax(x)) where x: n", "ln(x_1) where x: n", "softmax(x)_1 where x: n"],
    measure="functions",
    phase="collapse",
    functions=("ln",),
)
def logarithm_of_softmax(node: Apply, argument: Entry) -> Rewrite | None:
    """The loss of one label: neither a quotient nor the slope of a softmax is needed."""
    inside = called(argument.base, "softmax")
    if inside is None:
        return None
    after = Sum((Entry(inside, argument.indices), Negate(apply_named("logsumexp", inside))))
    return Rewrite(after, {"part": argument, "x": inside})
