"""Mistakes with powers and exponentials, which are told apart by where the variable stands."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, Constant, Derivative, Number, Power
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.parts import STUDENTS, constant_power, inner_of, slope_times_inner
from explainer.rules.build import lowered_exponent, plus, rational, times


@mistake(
    title="The exponent was not lowered",
    statement="d(f^n)/dx = n f^n d(f)/dx",
    words="in {0} the exponent comes down as a factor, and is one less than before.",
    source=STUDENTS,
    examples=["d(x^3)/dx", "d((2 x + 1)^4)/dx", "∂(x^2)/∂(x) where x: n", "d(sqrt(x))/dx", "d(x^(-2))/dx"],
)
def exponent_not_lowered(node: Derivative) -> Iterator[Node]:
    """The exponent as a factor, but left as it was; a negative one made smaller in size, which is one more."""
    factor, power = constant_power(node)
    if power is not None:
        yield slope_times_inner(node, times(factor, power.exponent, power), power.base)
        value = rational(power.exponent)
        if value is not None and value < 0 and value != -1:
            raised = Power(power.base, plus(power.exponent, ONE))
            yield slope_times_inner(node, times(factor, power.exponent, raised), power.base)


@mistake(
    title="The exponent is missing as a factor",
    statement="d(f^n)/dx = f^(n - 1) d(f)/dx",
    words="in {0} the old exponent stands in front as a factor.",
    source=STUDENTS,
    examples=["d(x^3)/dx", "d((2 x + 1)^4)/dx", "∂(x^3)/∂(x) where x: n", "d(sqrt(x))/dx", "d(5 / x^3)/dx"],
)
def exponent_not_a_factor(node: Derivative) -> Iterator[Node]:
    """The exponent lowered, but not brought down."""
    factor, power = constant_power(node)
    if power is not None and rational(power.exponent) != 1:
        yield slope_times_inner(node, times(factor, Power(power.base, lowered_exponent(power.exponent))), power.base)


@mistake(
    title="The power rule is not for exponentials",
    statement="d(a^x)/dx = x a^(x - 1)",
    words="in {0} the variable is in the exponent: the function stays, times the logarithm of its base.",
    source=STUDENTS,
    examples=["d(2^x)/dx", "d(e^x)/dx", "d(exp(x))/dx"],
)
def power_rule_on_exponential(node: Derivative) -> Iterator[Node]:
    """The power rule used where the exponent moves."""
    if not node.body.shape.is_scalar or not node.wrt.shape.is_scalar:
        return
    base, exponent = _exponential(node.body)
    if exponent is not None and depends_on(exponent, node.wrt) and not depends_on(base, node.wrt):
        lowered = plus(exponent, Number(-ONE.value))
        yield times(exponent, Power(base, lowered), *inner_of(node, exponent))
        yield times(exponent, Power(base, lowered))


def _exponential(body: Node) -> tuple[Node, Node | None]:
    if isinstance(body, Power):
        return body.base, body.exponent
    if isinstance(body, Apply) and body.operation.name == "exp":
        return Constant("e"), body.arguments[0]
    return body, None


@mistake(
    title="The logarithm of the base is missing",
    statement="d(a^x)/dx = a^x",
    words="in {0} the base is not e: the logarithm of the base is a factor.",
    source=STUDENTS,
    examples=["d(2^x)/dx"],
)
def logarithm_of_base_forgotten(node: Derivative) -> Iterator[Node]:
    """a^x treated like e^x."""
    if isinstance(node.body, Power) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        base, exponent = node.body.base, node.body.exponent
        if depends_on(exponent, node.wrt) and not depends_on(base, node.wrt):
            yield times(node.body, *inner_of(node, exponent))
