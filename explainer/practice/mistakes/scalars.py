"""Mistakes with scalars: the laws, powers, functions of the table, sums and cases."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import (
    ONE,
    Apply,
    Cases,
    Derivative,
    Negate,
    Power,
    Product,
    Quotient,
    SizeValue,
    Sum,
    Variable,
    number,
)
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.parts import (
    STUDENTS,
    constant_power,
    inner_of,
    moving,
    same_vector,
    slope_times_inner,
    slopes_at,
)
from explainer.rules.build import lowered_exponent, negative, plus, times
from explainer.rules.scalar import functions, laws
from explainer.rules.scalar.laws import derivative_of
from explainer.rules.table import apply_named, derivative_row

KINKED = frozenset({"relu", "abs", "max", "min", "hinge", "sign", "clip"})
"""Functions with a flat part, or one that falls."""


def outer_only(node: Derivative) -> Node | None:
    """The derivative of a composed function with the derivatives of what is inside taken as 1."""
    for rule in (functions.power, functions.exponential, functions.function, laws.reciprocal):
        rewrite = rule(node)
        if rewrite is not None:
            parts = [part for part in each_part(rewrite.after) if isinstance(part, Derivative)]
            inner: dict[Node, Node] = {part: ONE for part in parts if not same_vector(part.body, part.wrt)}
            return substitute(rewrite.after, inner) if inner else None
    return None


@mistake(
    title="The inner derivative is missing",
    statement="d(f(u))/dx = f'(u)",
    words="in {0} what is inside depends on the variable too, and its derivative is a factor.",
    source=STUDENTS,
    examples=["d(sin(x^2))/dx", "d((3 x + 1)^4)/dx", "d(exp(-x))/dx"],
)
def inner_derivative_forgotten(node: Derivative) -> Iterator[Node]:
    """The chain rule without its second factor."""
    if node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        found = outer_only(node)
        if found is not None:
            yield found


@mistake(
    title="The outer derivative is missing",
    statement="d(f(u))/dx = d(u)/dx",
    words="in {0} the derivative of the outer function, taken at what is inside, is a factor.",
    source=STUDENTS,
    examples=["d(sin(x^2))/dx", "d(ln(x^2 + 1))/dx", "d(exp(3 x))/dx"],
)
def outer_derivative_forgotten(node: Derivative) -> Iterator[Node]:
    """The derivative of what is inside alone."""
    body = node.body
    if isinstance(body, Apply) and len(body.arguments) == 1 and body.shape.is_scalar and node.wrt.shape.is_scalar:
        (inner,) = body.arguments
        if body.operation.name not in KINKED and inner is not node.wrt and depends_on(inner, node.wrt):
            yield derivative_of(node, inner)


@mistake(
    title="The inner derivative stands inside the function",
    statement="d(f(u))/dx = f'(d(u)/dx)",
    words="in {0} the outer derivative is taken at what is inside, not at its derivative.",
    source=STUDENTS,
    examples=["d(sin(x^2))/dx", "d(exp(3 x^2))/dx", "d(sin(x)^2)/dx"],
)
def outer_at_inner_derivative(node: Derivative) -> Iterator[Node]:
    """f'(u') instead of f'(u) u'."""
    body = node.body
    if isinstance(body, Apply) and len(body.arguments) == 1 and body.shape.is_scalar and node.wrt.shape.is_scalar:
        row = None if body.operation.name in KINKED else derivative_row(body.operation)
        (inner,) = body.arguments
        if row is not None and depends_on(inner, node.wrt) and inner is not node.wrt:
            yield row.partials((derivative_of(node, inner),))[0]
    factor, power = constant_power(node)
    if (
        power is not None
        and not same_vector(power.base, node.wrt)
        and body.shape.is_scalar
        and node.wrt.shape.is_scalar
    ):
        yield times(factor, power.exponent, Power(derivative_of(node, power.base), lowered_exponent(power.exponent)))


@mistake(
    title="The derivative of a product is not the product of the derivatives",
    statement="d(f g)/dx = d(f)/dx d(g)/dx",
    words="in {0} both factors depend on the variable: each is differentiated in turn, and the two terms are added.",
    source=STUDENTS,
    examples=["d(x^2 sin(x))/dx", "d(x exp(x))/dx"],
)
def product_of_derivatives(node: Derivative) -> Iterator[Node]:
    """(f g)' taken as f' g'."""
    if isinstance(node.body, Product) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        parts = moving(node.body.factors, node.wrt)
        held = tuple(factor for factor in node.body.factors if factor not in parts)
        if len(parts) > 1:
            yield times(*held, *(derivative_of(node, part) for part in parts))


@mistake(
    title="One term of the product rule is missing",
    statement="d(f g)/dx = d(f)/dx g",
    words="in {0} both factors depend on the variable: there is one term for each of them.",
    source=STUDENTS,
    examples=["d(x^2 sin(x))/dx", "d(x exp(x))/dx"],
)
def one_term_of_product(node: Derivative) -> Iterator[Node]:
    """Only one of the factors is differentiated."""
    if isinstance(node.body, Product) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        factors = node.body.factors
        places = [k for k, factor in enumerate(factors) if depends_on(factor, node.wrt)]
        for k in places if len(places) > 1 else ():
            yield times(*factors[:k], derivative_of(node, factors[k]), *factors[k + 1 :])


@mistake(
    title="The terms of the quotient rule have the wrong sign or order",
    statement="d(f / g)/dx = (f d(g)/dx - g d(f)/dx) / g^2",
    words="in {0} it is the derivative of the numerator times the denominator, minus the other way round.",
    source=STUDENTS,
    examples=["d(sin(x) / x)/dx", "d(x / (x + 1))/dx"],
)
def quotient_sign(node: Derivative) -> Iterator[Node]:
    """The two terms exchanged, or added."""
    if isinstance(node.body, Quotient) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        f, g = node.body.numerator, node.body.denominator
        if depends_on(f, node.wrt) and depends_on(g, node.wrt):  # else it is a plain sign that is wrong
            first, second = times(derivative_of(node, f), g), times(f, derivative_of(node, g))
            square = Power(g, number(2))
            yield Quotient(Sum((second, Negate(first))), square)
            yield Quotient(plus(first, second), square)


@mistake(
    title="The denominator of the quotient rule is not squared",
    statement="d(f / g)/dx = (d(f)/dx g - f d(g)/dx) / g",
    words="in {0} the denominator stands squared below.",
    source=STUDENTS,
    examples=["d(sin(x) / x)/dx", "d(x / (x + 1))/dx"],
)
def denominator_not_squared(node: Derivative) -> Iterator[Node]:
    """The quotient rule over g instead of g²."""
    if isinstance(node.body, Quotient) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        f, g = node.body.numerator, node.body.denominator
        if depends_on(g, node.wrt):
            yield Quotient(Sum((times(derivative_of(node, f), g), Negate(times(f, derivative_of(node, g))))), g)


@mistake(
    title="The derivative of a quotient is not the quotient of the derivatives",
    statement="d(f / g)/dx = d(f)/dx / (d(g)/dx)",
    words="in {0} the quotient rule is needed.",
    source=STUDENTS,
    examples=["d(sin(x) / x^2)/dx"],
)
def quotient_of_derivatives(node: Derivative) -> Iterator[Node]:
    """(f/g)' taken as f'/g', and (c/g)' as c/g'."""
    if isinstance(node.body, Quotient) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        f, g = node.body.numerator, node.body.denominator
        if depends_on(g, node.wrt):
            yield Quotient(derivative_of(node, f), derivative_of(node, g))
            if not depends_on(f, node.wrt):
                yield Quotient(f, derivative_of(node, g))


@mistake(
    title="A constant has no rate of change",
    statement="d(f + c)/dx = d(f)/dx + c",
    words="in {0} a part does not depend on the variable: its derivative is 0.",
    source=STUDENTS,
    examples=["d(x^2 + c)/dx", "d(sin(x) + 5)/dx"],
)
def constant_kept(node: Derivative) -> Iterator[Node]:
    """A constant term stays as it is, counts as 1, or is differentiated as if its letter were the variable."""
    if isinstance(node.body, Sum) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        held = tuple(term for term in node.body.terms if not depends_on(term, node.wrt))
        others = tuple(term for term in node.body.terms if depends_on(term, node.wrt))
        if held and others:
            yield plus(*(derivative_of(node, term) for term in others), *held)
            yield plus(*(derivative_of(node, term) for term in others), *(ONE for _ in held))
            for letter in sorted({part for term in held for part in term.free}, key=Node.text):
                if isinstance(letter, Variable) and letter.shape.is_scalar:  # y³ differentiated as if y were x
                    alike = (Derivative(term, letter, node.kind) if letter in term.free else term for term in held)
                    yield plus(*(derivative_of(node, term) for term in others), *alike)


@mistake(
    title="A constant factor was dropped",
    statement="d(c f)/dx = d(f)/dx",
    words="in {0} a factor that does not depend on the variable stays a factor.",
    source=STUDENTS,
    examples=["d(3 x^2)/dx", "d(a sin(x))/dx", "d(x^2 / c)/dx", "∂(c norm(x))/∂(x) where x: n, c: scalar"],
)
def constant_factor_dropped(node: Derivative) -> Iterator[Node]:
    """The derivative without its constant factor, or with the factor's derivative, which is 0."""
    body, x = node.body, node.wrt
    if isinstance(body, Product):
        parts = moving(body.factors, x)
        if parts and len(parts) < len(body.factors):
            yield derivative_of(node, times(*parts))
    if isinstance(body, Quotient) and not (isinstance(body.denominator, SizeValue) or depends_on(body.denominator, x)):
        yield derivative_of(node, body.numerator)
    if isinstance(body, Quotient) and body.numerator is not ONE and not depends_on(body.numerator, x):
        yield derivative_of(node, Quotient(ONE, body.denominator))


LOOK_ALIKE = (
    ("exp", "ln"), ("sin", "cos"), ("sinh", "cosh"), ("arcsin", "arccos"), ("tan", "arctan"),
)  # fmt: skip
"""Functions whose derivatives are taken for one another."""


@mistake(
    title="Two functions were confused",
    statement="d(ln(u))/dx = exp(u) d(u)/dx",
    words="in {0} the derivative of another function was used.",
    source=STUDENTS,
    examples=["d(ln(x))/dx", "d(exp(x))/dx", "d(tan(x))/dx"],
)
def functions_confused(node: Derivative) -> Iterator[Node]:
    """The derivative of the logarithm for that of the exponential, and the like."""
    body = node.body
    if not isinstance(body, Apply) or len(body.arguments) != 1 or not depends_on(body, node.wrt):
        return
    if not (body.shape.is_scalar or (body.operation.elementwise and body.shape.is_vector)) or node.wrt.shape.is_matrix:
        return
    (inner,) = body.arguments
    for pair in LOOK_ALIKE:
        if body.operation.name in pair:
            other = apply_named(pair[1 - pair.index(body.operation.name)], inner)
            assert isinstance(other, Apply)
            slope = slopes_at(other, inner)
            if slope is not None:
                yield slope_times_inner(node, slope, inner)
            if body.operation.name in {"exp", "ln"}:
                yield slope_times_inner(node, other, inner)


@mistake(
    title="A sign is wrong",
    statement="d(cos(u))/dx = sin(u) d(u)/dx",
    words="in {0} the derivative has the other sign.",
    source=STUDENTS,
    examples=["d(cos(x))/dx", "d(1 / x)/dx", "d(-x^2)/dx"],
)
def sign_forgotten(node: Derivative) -> Iterator[Node]:
    """A minus sign lost, or one too many."""
    if isinstance(node.body, Sum | Product) or node.body is node.wrt or not depends_on(node.body, node.wrt):
        return
    of_scalars = node.body.shape.is_scalar and node.wrt.shape.is_scalar
    if of_scalars or (isinstance(node.body, Apply) and node.body.operation.elementwise):
        yield negative(node)


@mistake(
    title="Only one path was followed",
    statement="d(g(x, u))/dx = ∂(g(x, u))/∂(u) d(u)/dx",
    words="in {0} the variable counts in more than one place: the contributions of all places are added.",
    source="Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5.2",
    examples=["d(x + x^2)/dx", "d(x^x)/dx", "d(max(x, x^2))/dx"],
)
def one_path_only(node: Derivative) -> Iterator[Node]:
    """Wherever else the variable stands, it is taken as a constant."""
    body = node.body
    if not body.shape.is_scalar or not node.wrt.shape.is_scalar or not isinstance(body, Sum | Power | Apply):
        return
    parts = [child for child in body.children if depends_on(child, node.wrt)]
    if len(parts) < 2:
        return
    if isinstance(body, Sum):
        for part in parts:
            yield derivative_of(node, part)
    elif isinstance(body, Apply):
        row = derivative_row(body.operation)
        if row is not None:
            for slope, part in zip(row.partials(body.arguments), body.arguments, strict=True):
                yield times(slope, derivative_of(node, part))
    else:
        yield times(body.exponent, Power(body.base, lowered_exponent(body.exponent)), *inner_of(node, body.base))
        yield times(body, apply_named("ln", body.base), *inner_of(node, body.exponent))


@mistake(
    title="The flat side was forgotten",
    statement="d(max(0, u))/dx = d(u)/dx",
    words="{0} has another slope on the other side of the kink.",
    source="Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 5",
    examples=["d(max(0, x^2 - 1))/dx", "d(relu(x))/dx", "d(abs(x))/dx", "∂(relu(W @ x))/∂(x) where W: m x n, x: n"],
)
def derivative_at_kink(node: Derivative) -> Iterator[Node]:
    """The slope of one side taken for both."""
    body = node.body
    if isinstance(body, Apply) and body.operation.name in KINKED and not body.shape.is_matrix:
        for argument in body.arguments:
            if depends_on(argument, node.wrt) and argument.shape == body.shape:
                yield derivative_of(node, argument)
    if isinstance(body, Cases) and body.shape.is_scalar:
        for value in body.values:
            if depends_on(value, node.wrt):
                yield derivative_of(node, value)


@derivative_at_kink.in_part
def value_of_one_side(node: Apply | Cases) -> Iterator[Node]:
    """What is above the kink, in a result, taken as if it were the value everywhere."""
    values = node.values if isinstance(node, Cases) else node.arguments if node.operation.name in KINKED else ()
    yield from (value for value in values if value.free and value.shape == node.shape)
