"""Forms that hold for a value and its negative alike, and factors that cancel what stands in a bracket."""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr.kinds import has_child, of_kind, placed
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, Negate, Product, Quotient, Sum
from explainer.rules.build import factors_of, is_one, plus, times, transposed, unsigned, untransposed
from explainer.rules.forms.signs_and_transposes import turned
from explainer.rules.matching import base_of, is_call
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.fractions import cancel

FAMILY = "Turning"


@rule(
    title="Slope of the sigmoid on the other side",
    statement="sigmoid(y - x) (1 - sigmoid(y - x)) = sigmoid(x - y) (1 - sigmoid(x - y))",
    words="The logistic sigmoid is as steep at {u} as at {v}: the difference is written as it was typed.",
    source="σ(−z) = 1 − σ(z); DLMF 4.2",
    examples=[
        "sigmoid(y - x) (1 - sigmoid(y - x))",
        "3 sigmoid(z (y - x)) (1 - sigmoid(z (y - x)))",
        "sigmoid(y - x) sigmoid(sigmoid(y - x)) (1 - sigmoid(y - x))",
        "sigmoid(y - x)^2 sigmoid(y - x) (1 - sigmoid(y - x))",
    ],
    leaves_alone=["sigmoid(x - y) (1 - sigmoid(x - y))", "sigmoid(y - x) (1 - sigmoid(x - y))", "sigmoid(y - x)"],
    phase="tidy",
)
def sigmoid_turned(node: Product) -> Rewrite | None:
    """Both factors change places when the argument changes its sign."""
    return slope_turned(node, lambda argument, other: other.text() < argument.text())


def slope_turned(node: Product, prefers: Callable[[Node, Node], bool]) -> Rewrite | None:
    """The slope at the opposite argument, where that is preferred."""
    if not has_child(node, Sum):  # 1 − σ is one
        return None
    for factor in node.factors:
        if not is_call(factor, "sigmoid"):
            continue
        rest = Sum((ONE, Negate(factor)))
        if rest not in node.factors:
            continue
        (argument,) = factor.arguments
        other = turned(argument)
        if other is not None and prefers(argument, other):
            # These two alone: what else is made of the sigmoid, σ(σ(u)) beside them, does not change places.
            factors, there = list(node.factors), Apply(factor.operation, (other,))
            factors[factors.index(factor)], factors[factors.index(rest)] = there, Sum((ONE, Negate(there)))
            return Rewrite(Product(tuple(factors)), {"u": argument, "v": other})
    return None


@rule(
    title="Factor into a bracket with fractions of it",
    statement="x (1 - 1 / x^2) = x - 1 / x",
    condition="x ≠ 0",
    by_example=True,
    words="{f} is multiplied into the bracket, where it cancels: that is shorter.",
    source="the laws of arithmetic",
    examples=["x (1 - 1 / x^2)", "y x (1 - z / x)", "(a · x) (a / (a · x) - b / (a · x)^2)' where a: n, b: n, x: n"],
    leaves_alone=["x (1 - 1 / y)", "x (1 - x)", "(1 - 1 / x) y"],
    phase="tidy",
)
def bracket_of_fractions(node: Product) -> Rewrite | None:
    """A factor outside and below a bar inside is written twice, and says less than what is left of it."""
    for k, bracket in placed(tuple(map(untransposed, node.factors)), Sum):
        if any(term.shape != bracket.shape for term in bracket.terms):
            continue
        below = _bases_below(bracket)  # once for each bracket: there may be as many factors as brackets
        for j, factor in enumerate(node.factors if below else ()):
            if j == k or not factor.free or not factor.shape.is_scalar or _base(factor) not in below:
                continue
            rest = tuple(part for place, part in enumerate(node.factors) if place not in (j, k))
            terms, conditions = zip(*(_multiplied(term, factor) for term in bracket.terms), strict=True)
            inside = plus(*terms)
            after = times(*rest, inside if node.factors[k] is bracket else transposed(inside))
            if after.part_count < node.part_count:
                assumed = tuple(dict.fromkeys(condition for found in conditions for condition in found))
                return Rewrite(after, {"f": factor}, (), assumed)
    return None


def _base(factor: Node) -> Node:
    return base_of(factor)


def _bases_below(bracket: Sum) -> frozenset[Node]:
    """The bases of the factors that stand below a bar in a term of the bracket."""
    terms = map(unsigned, bracket.terms)
    return frozenset(_base(factor) for term in of_kind(terms, Quotient) for factor in factors_of(term.denominator))


def _multiplied(term: Node, factor: Node) -> tuple[Node, tuple[Node, ...]]:
    """A term times the factor, reduced, and what that rests on."""
    if is_one(term):
        return factor, ()
    match term:
        case Negate(operand):
            inner, conditions = _multiplied(operand, factor)
            return Negate(inner), conditions
        case Quotient(numerator, denominator):
            whole = Quotient(factor if is_one(numerator) else times(numerator, factor), denominator)
        case _:
            return times(factor, term), ()
    found = cancel(whole)
    return (whole, ()) if found is None else (found.after, found.conditions)
