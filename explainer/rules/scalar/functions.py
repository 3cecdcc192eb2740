"""The scalar rules for powers, exponentials, functions of the table, comparisons and sums over an index."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ZERO,
    Apply,
    Comparison,
    Constant,
    Derivative,
    E,
    IndexedSum,
    Power,
    Product,
    Quotient,
    SizeValue,
    Sum,
)
from explainer.rules.build import has_decimals, lowered_exponent, plus, rational, times, zero
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.scalar.laws import PAPER, derivative_of
from explainer.rules.table import apply_named, derivative_row

FAMILY = "Scalar functions"


def power_conditions(base: Node, exponent: Node) -> tuple[Node, ...]:
    value = rational(exponent)
    if value is not None and value.denominator == 1:
        return (Comparison("!=", base, ZERO),) if value < 1 else ()
    if value is None and not isinstance(exponent, SizeValue):
        return (Comparison(">", base, ZERO),)
    if value is not None and value.denominator % 2 == 1 and not has_decimals(exponent):
        return (Comparison("!=", base, ZERO),) if value < 1 else ()
    return (Comparison(">", base, ZERO),) if value is not None else ()


@rule(
    title="Power rule",
    statement="d(f^n)/dx = n f^(n - 1) d(f)/dx",
    condition="n does not depend on x",
    words="The exponent {n} comes down as a factor and is lowered by one; the base {f} is more than {x} alone, so its "
    "own derivative follows as a factor.",
    source=PAPER,
    examples=["d(x^3)/dx", "d(sin(x)^2)/dx", "d(x^a)/dx", "d(x^(-1))/dx", "d((x + 1)^0.5)/dx"],
    leaves_alone=["d(2^x)/dx", "d(x^x)/dx"],
)
def power(node: Derivative, body: Power) -> Rewrite | None:
    """The exponent comes down in front and drops by one. If the base is more than x, its own derivative follows."""
    base, exponent, x = body.base, body.exponent, node.wrt
    if depends_on(exponent, x) or not body.shape.is_scalar:
        return None
    lowered = lowered_exponent(exponent)
    value = rational(lowered)
    factors = [exponent]
    if value != 0:
        factors.append(base if value == 1 else Power(base, lowered))
    conditions = power_conditions(base, exponent)
    if base is x:
        bindings = {"n": exponent, "x": x}
        words = fill("The exponent {n} comes down as a factor and is lowered by one.", bindings)
        return Rewrite(times(*factors), bindings, words, conditions, statement="d(x^n)/dx = n x^(n - 1)")
    after = times(*factors, derivative_of(node, base))
    return Rewrite(after, {"f": base, "n": exponent, "x": x}, conditions=conditions)


@rule(
    title="Exponential rule",
    statement="d(a^f)/dx = a^f ln(a) d(f)/dx",
    condition="a > 0 does not depend on x",
    words="The base {a} is constant, the exponent {f} is not: the power stays, times the logarithm of its base.",
    source="DLMF 4.2.36",
    examples=["d(2^x)/dx", "d(e^(x^2))/dx", "d(a^(3 x))/dx"],
    leaves_alone=["d(x^2)/dx", "d(x^x)/dx"],
)
def exponential(node: Derivative, body: Power) -> Rewrite | None:
    """A constant to a changing power grows in proportion to its own value; for the base e the factor is 1."""
    base, exponent, x = body.base, body.exponent, node.wrt
    if depends_on(base, x) or not depends_on(exponent, x) or not body.shape.is_scalar:
        return None
    natural = base is E
    factors: list[Node] = [body] if natural else [body, apply_named("ln", base)]
    if exponent is not x:
        factors.append(derivative_of(node, exponent))
    known = rational(base) is not None or isinstance(base, Constant)
    bindings = {"a": base, "f": exponent, "x": x}
    if not natural:
        return Rewrite(times(*factors), bindings, conditions=() if known else (Comparison(">", base, ZERO),))
    words = "A power of e is its own derivative, times the derivative of its exponent {f}."
    if exponent is x:
        words = "The power of e with the exponent {f} is its own derivative."
    return Rewrite(times(*factors), bindings, fill(words, bindings), statement="d(e^f)/dx = e^f d(f)/dx")


@rule(
    title="Power with base and exponent both changing",
    statement="d(f^g)/dx = f^g (ln(f) d(g)/dx + g d(f)/dx / f)",
    condition="f > 0; f and g both depend on x",
    words="Neither the base {f} nor the exponent {g} is constant: write the power as e to the power {g} times the "
    "logarithm of {f}; the product rule gives the two terms.",
    source="DLMF 4.2.26 with 1.4.9",
    examples=["d(x^x)/dx", "d(sin(x)^(x^2))/dx"],
    leaves_alone=["d(x^2)/dx", "d(2^x)/dx"],
)
def general_power(node: Derivative, body: Power) -> Rewrite | None:
    """Because f^g = e^(g ln f), the exponent g ln f is differentiated as a product."""
    f, g, x = body.base, body.exponent, node.wrt
    if not (depends_on(f, x) and depends_on(g, x) and body.shape.is_scalar):
        return None
    inner = Sum((times(apply_named("ln", f), derivative_of(node, g)), Quotient(times(g, derivative_of(node, f)), f)))
    conditions = (Comparison(">", f, ZERO),)
    return Rewrite(Product((body, inner)), {"f": f, "g": g, "x": x}, conditions=conditions)


@rule(
    title="Derivative of a function",
    statement="d(f(u))/dx = ∂(f(u))/∂(u) d(u)/dx",
    words="Its derivative is given in the table of functions.",
    source="the row of the function in the operations table; Parr and Howard, section 4.5",
    examples=["d(sin(x))/dx", "d(ln(x^2))/dx", "d(sigmoid(3 x))/dx", "d(max(0, x))/dx"],
    leaves_alone=["d(x^2)/dx", "d(sin(y))/dx"],
)
def function(node: Derivative, body: Apply) -> Rewrite | None:
    """Take the function's derivative from the table, at the same argument, times the derivative of the argument.

    With several arguments that depend on the variable, each contributes one such term.
    """
    if not body.shape.is_scalar:
        return None
    x = node.wrt
    row = derivative_row(body.operation)
    if row is None or not depends_on(body, x) or any(not argument.shape.is_scalar for argument in body.arguments):
        return None
    terms: list[Node] = []
    together = row.is_moved_together(body.arguments, x)
    for argument, partial in zip(body.arguments, row.partials(body.arguments, together), strict=True):
        if depends_on(argument, x):
            terms.append(partial if argument is x else times(partial, derivative_of(node, argument)))
    bindings = {**dict(zip(body.operation.parameters, body.arguments, strict=True)), "x": x}
    words, conditions = row.words(body.arguments, x), row.conditions(body.arguments)
    return Rewrite(plus(*terms), bindings, words, conditions, row.statement_for(together))


@rule(
    title="Comparison",
    statement="d(f > g)/dx = 0",
    condition="f ≠ g",
    words="A comparison is 0 or 1 and does not change when {x} changes a little: its derivative is zero "
    "wherever the two sides differ.",
    source="Parr and Howard, section 4.2",
    examples=["d(x > 2)/dx", "d(x^2 <= x)/dx"],
    leaves_alone=["d(2 > 1)/dx", "d(x)/dx"],
)
def comparison(node: Derivative, body: Comparison) -> Rewrite | None:
    """A step is flat on both sides of its jump; at the jump itself there is no derivative."""
    if not depends_on(body, node.wrt):
        return None
    differ = Comparison("!=", body.left, body.right)
    return Rewrite(zero(node.shape), {"x": node.wrt}, conditions=(differ,) if body.shape.is_scalar else ())


@rule(
    title="Move the derivative inside the sum",
    statement="d(sum(i=1..n, x_i z))/d(z) = sum(i=1..n, d(x_i z)/d(z))",
    condition="the variable does not carry the index of the sum",
    by_example=True,
    words="The derivative of a sum is the sum of the derivatives, even when the terms are written with an "
    "index: it moves inside the sum.",
    source="Parr and Howard, section 4.4",
    examples=["d(sum(i=1..n, x_i z))/d(z) where x: n", "d(sum(i=1..n, (x_i - z)^2))/d(z) where x: n"],
    leaves_alone=["d(z^2)/d(z)"],
)
def sum_reduction(node: Derivative, body: IndexedSum) -> Rewrite | None:
    """A sum over i is a sum like any other, so each of its terms is differentiated on its own."""
    x = node.wrt
    if body.index in x.free:
        return None
    after = IndexedSum(body.index, derivative_of(node, body.body), body.lower)
    return Rewrite(after, {"f": body.body, "x": x})
