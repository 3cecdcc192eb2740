"""The scalar rules: derivatives of constants, sums, products and quotients; powers and functions have their own module.

Every function takes a Derivative and returns what it becomes. To add a rule: one declaration here, and its name in
the order of `explainer.engine.methods`.
"""

from __future__ import annotations

from functools import partial

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    TWO,
    ZERO,
    Comparison,
    Derivative,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
)
from explainer.rules.build import is_one, plus, times, under_sign, zero
from explainer.rules.rule import Rewrite, Words, fill, rule

FAMILY = "Scalar"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 2"


def derivative_of(node: Derivative, body: Node) -> Derivative:
    """The same derivative of another body."""
    return Derivative(body, node.wrt, node.kind)


@rule(
    title="Derivative of a constant",
    statement="d(c)/dx = 0",
    condition="c does not depend on x",
    words="{c} does not change when {x} changes, so its derivative is zero.",
    source=PAPER,
    examples=["d(99)/dx", "∂(y^8)/∂(x)", "d(sin(pi))/dx"],
    leaves_alone=["d(x)/dx", "d(3 x)/dx"],
)
def constant(node: Derivative) -> Rewrite | None:
    """A value that does not contain the variable stays the same when the variable changes: its slope is zero.

    In a partial derivative all other variables count as constants.
    """
    if depends_on(node.body, node.wrt):
        return None
    bindings = {"c": node.body, "x": node.wrt}
    if node.body.free:
        words = "{c} does not contain {x}: it is held constant, and its derivative is zero."
    else:
        words = "{c} is a number: it stays the same when {x} changes, so its derivative is zero."
    return Rewrite(zero(node.shape), bindings, fill(words, bindings))


@rule(
    title="Derivative of the variable itself",
    statement="d(x)/dx = 1",
    words="{x} changes exactly as fast as itself, so the derivative is 1.",
    source=PAPER,
    examples=["d(x)/dx", "∂(x_1)/∂(x_1) where x: 2"],
    leaves_alone=["d(x^2)/dx", "∂(y)/∂(x)"],
)
def identity(node: Derivative) -> Rewrite | None:
    """The graph of x against x is a line of slope 1."""
    if node.body is not node.wrt or not node.body.shape.is_scalar:
        return None
    return Rewrite(ONE, {"x": node.wrt})


@rule(
    title="Negative",
    statement="d(-f)/dx = -d(f)/dx",
    words="The minus sign is a factor −1: it moves in front of the derivative of {f}.",
    source=PAPER,
    examples=["d(-x^2)/dx"],
    leaves_alone=["d(x^2)/dx"],
)
def negative(node: Derivative, body: Negate) -> Rewrite | None:
    """Changing the sign of a function changes the sign of its slope."""
    operand = body.operand
    return Rewrite(Negate(derivative_of(node, operand)), {"f": operand, "x": node.wrt})


def _derivative_of_terms(node: Derivative, terms: tuple[Node, ...]) -> Node:
    return Sum(tuple(under_sign(partial(derivative_of, node), term) for term in terms))


def _letters(parts: tuple[Node, ...], x: Node) -> dict[str, Node]:
    """Bind f, g, h, … to the parts of a sum or product, as far as there are letters."""
    return {**dict(zip("fghpqrs", parts, strict=False)), "x": x}


LONGEST_SHOWN_SUM = 6
"""In a longer sum the terms that do not contain the variable are dropped all at once."""


@rule(
    title="Constant terms",
    statement="d(f + c)/dx = d(f)/dx",
    condition="c does not depend on x; the sum is long",
    words="The terms that do not contain {x} are constant: they add nothing to the derivative.",
    source=PAPER,
    examples=["∂(a + b + c + p + q + r + x^2)/∂(x)"],
    leaves_alone=["d(x^2 + 3)/dx", "d(x + x^2 + x^3 + x^4 + x^5 + x^6 + x^7)/dx"],
)
def constant_terms(node: Derivative, body: Sum) -> Rewrite | None:
    """It is the sum rule and the rule for constants, many times over; short sums show each zero instead."""
    if not body.shape.is_scalar:
        return None
    terms = body.terms
    moving = tuple(term for term in terms if depends_on(term, node.wrt))
    if len(terms) <= LONGEST_SHOWN_SUM or len(moving) == len(terms):
        return None
    dropped = plus(*(term for term in terms if not depends_on(term, node.wrt)))
    return Rewrite(derivative_of(node, plus(*moving)), {"f": plus(*moving), "c": dropped, "x": node.wrt})


@rule(
    title="Sum rule",
    statement="d(f + g)/dx = d(f)/dx + d(g)/dx",
    words="The derivative of a sum is the sum of the derivatives: differentiate each term on its own.",
    source=PAPER,
    examples=["d(x^2 + 3 x)/dx", "d(sin(x) + x - 4)/dx", "d(x + x^2 + x^3)/dx"],
    leaves_alone=["d(3 x)/dx", "d(x y)/dx"],
)
def sum_(node: Derivative, body: Sum) -> Rewrite | None:
    """When several things are added, their rates of change add up too."""
    terms = body.terms
    if any(term.shape != body.shape for term in terms):
        return None  # a scalar term that expands to a vector must be expanded first
    bindings = _letters(terms, node.wrt)
    words = "The derivative of a sum is the sum of the derivatives: differentiate {f} and {g} separately."
    if len(terms) > 2:
        words = (
            "The derivative of a sum is the sum of the derivatives: differentiate each of the {count} terms on its own."
        )
    return Rewrite(_derivative_of_terms(node, terms), bindings, fill(words, {**bindings, "count": len(terms)}))


@rule(
    title="Difference rule",
    statement="d(f - g)/dx = d(f)/dx - d(g)/dx",
    words="The derivative of a difference is the difference of the derivatives, here of {f} and {g}.",
    source=PAPER,
    examples=["d(x^2 - 3 x)/dx"],
    leaves_alone=["d(x^2 + 3 x)/dx"],
)
def difference(node: Derivative, body: Sum) -> Rewrite | None:
    """When one thing is taken away from another, their rates of change are subtracted too."""
    match body.terms:
        case (Negate(), _):
            return None
        case (first, Negate(second)) if first.shape == second.shape:
            return Rewrite(_derivative_of_terms(node, body.terms), {"f": first, "g": second, "x": node.wrt})
    return None


@rule(
    title="Constant multiple",
    statement="d(c f)/dx = c d(f)/dx",
    condition="c does not depend on x",
    words="The factor {c} does not contain {x}: move it in front and differentiate {f} alone.",
    source=PAPER,
    examples=["d(3 x)/dx", "∂(3 x^2 y)/∂(x)", "d(x^2 / 5)/dx"],
    leaves_alone=["d(x x^2)/dx", "d(7 pi)/dx", "d(1 / x)/dx"],
)
def constant_multiple(node: Derivative, body: Product | Quotient) -> Rewrite | None:
    """A constant factor scales the function, so it scales the slope: it can wait in front of the derivative."""
    x = node.wrt
    if isinstance(body, Quotient):
        if depends_on(body.denominator, x) or not depends_on(body.numerator, x):
            return None
        after = Quotient(derivative_of(node, body.numerator), body.denominator)
        bindings = {"f": body.numerator, "c": body.denominator, "x": x}
        words = fill("The denominator {c} does not contain {x}: dividing by it can wait.", bindings)
        return Rewrite(after, bindings, words, statement="d(f / c)/dx = d(f)/dx / c")
    held = tuple(factor for factor in body.factors if not depends_on(factor, x))
    moving = tuple(factor for factor in body.factors if depends_on(factor, x))
    if not held or not moving or any(not factor.shape.is_scalar for factor in held):
        return None
    rest = times(*moving)
    return Rewrite(Product((*held, derivative_of(node, rest))), {"c": times(*held), "f": rest, "x": x})


@rule(
    title="Product rule",
    statement="d(f g)/dx = f d(g)/dx + g d(f)/dx",
    condition="f and g both depend on x",
    words="Both {f} and {g} depend on {x}: differentiate one factor at a time, keep the other, and add.",
    source=PAPER,
    examples=["d(x^2 x)/dx", "d(x sin(x))/dx", "d(x sin(x) exp(x))/dx"],
    leaves_alone=["d(3 x)/dx", "d(x + x^2)/dx"],
)
def product(node: Derivative, body: Product) -> Rewrite | None:
    """Both factors change at once. Each contributes its own rate of change, scaled by the other factor."""
    factors = body.factors
    if not all(depends_on(factor, node.wrt) and factor.shape.is_scalar for factor in factors):
        return None
    terms = []
    for k in reversed(range(len(factors))):
        kept = (*factors[:k], *factors[k + 1 :])
        terms.append(Product((*kept, derivative_of(node, factors[k]))))
    bindings = _letters(factors, node.wrt)
    if len(factors) == 2:
        return Rewrite(Sum(tuple(terms)), bindings)
    words = fill(
        "All {count} factors depend on {x}: differentiate one at a time, keep the others, and add.",
        {"count": len(factors), "x": node.wrt},
    )
    return Rewrite(
        Sum(tuple(terms)), bindings, words, statement="d(f g h)/dx = f g d(h)/dx + f h d(g)/dx + g h d(f)/dx"
    )


@rule(
    title="Reciprocal rule",
    statement="d(c / g)/dx = -(c d(g)/dx / g^2)",
    condition="c does not depend on x; g ≠ 0",
    words="Only the denominator depends on {x}: minus {c} times the derivative of {g}, divided by the square of {g}.",
    source="the quotient rule with a constant numerator; DLMF 1.4.8",
    examples=["d(1 / x)/dx", "d(5 / sin(x))/dx"],
    leaves_alone=["d(x / 3)/dx", "d(x / sin(x))/dx"],
)
def reciprocal(node: Derivative, body: Quotient) -> Rewrite | None:
    """A larger denominator makes a smaller value, hence the minus sign; the square says how fast."""
    c, g = body.numerator, body.denominator
    if depends_on(c, node.wrt) or not depends_on(g, node.wrt) or not c.shape.is_scalar:
        return None
    slope = derivative_of(node, g)
    after = Negate(Quotient(slope if is_one(c) else times(c, slope), Power(g, TWO)))
    bindings = {"c": c, "g": g, "x": node.wrt}
    words: Words = ()
    if is_one(c):
        words = fill(
            "Only the denominator depends on {x}: minus the derivative of {g}, divided by the square of {g}.", bindings
        )
    return Rewrite(after, bindings, words, (Comparison("!=", g, ZERO),))


@rule(
    title="Quotient rule",
    statement="d(f / g)/dx = (g d(f)/dx - f d(g)/dx) / g^2",
    condition="f and g both depend on x; g ≠ 0",
    words="Both {f} and {g} depend on {x}: denominator times the derivative of the numerator, minus numerator times "
    "the derivative of the denominator, over the denominator squared.",
    source="DLMF 1.4.8",
    examples=["d(x / sin(x))/dx", "d((x + 1) / (x - 1))/dx"],
    leaves_alone=["d(x / 3)/dx", "d(1 / x)/dx"],
)
def quotient(node: Derivative, body: Quotient) -> Rewrite | None:
    """It is the product rule for f times 1/g: a growing numerator raises the value, a growing denominator lowers it."""
    f, g = body.numerator, body.denominator
    if not (depends_on(f, node.wrt) and depends_on(g, node.wrt) and f.shape.is_scalar):
        return None
    above = Sum((times(g, derivative_of(node, f)), Negate(times(f, derivative_of(node, g)))))
    conditions = (Comparison("!=", g, ZERO),)
    return Rewrite(Quotient(above, Power(g, TWO)), {"f": f, "g": g, "x": node.wrt}, conditions=conditions)
