"""Parts that mistakes are made of: what depends on the variable, slopes and what is inside, powers in all spellings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part, replace, subnodes, substitute
from explainer.expr.nodes import (
    ONE,
    Apply,
    ColumnForm,
    Derivative,
    Diag,
    Entry,
    Equation,
    Hadamard,
    Negate,
    Power,
    Quotient,
    Sum,
    Transpose,
    Variable,
    Where,
    number,
)
from explainer.rules.build import matrix_times, rational, times
from explainer.rules.entries.folded_forms import column
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.scalar.laws import derivative_of
from explainer.rules.table import derivative_row

STUDENTS = "usual slips of students of calculus"
HALF = Quotient(ONE, number(2))
MOST_INSIDE = 4
"""So many parts are tried as the one whose own derivative was left out."""
ROOTS = {"sqrt": HALF}
"""Functions that are powers, with their exponents."""


def same_vector(part: Node, x: Node) -> bool:
    """Whether a part is the variable, or an entry of the same vector or matrix."""
    return part is x or (isinstance(part, Entry) and isinstance(x, Entry) and part.base is x.base)


def moving(parts: tuple[Node, ...], x: Node) -> tuple[Node, ...]:
    """The parts that depend on the variable."""
    return tuple(part for part in parts if depends_on(part, x))


def constant_power(node: Derivative) -> tuple[Node, Power | None]:
    """The body where it is a power whose base alone depends on the variable: of a scalar, or entry by entry.

    Roots and reciprocals are powers too: c / x² is c times x⁻².
    """
    body, x = node.body, node.wrt
    if not (body.shape.is_scalar or (body.shape.is_vector and not x.shape.is_matrix)):
        return ONE, None
    factor, power = _as_power(body)
    if power is None or not power.exponent.shape.is_scalar or not depends_on(power.base, x):
        return ONE, None
    return (ONE, None) if depends_on(factor, x) or depends_on(power.exponent, x) else (factor, power)


def _as_power(body: Node) -> tuple[Node, Power | None]:
    """A factor and a power whose product the body is, where it is written as one."""
    if isinstance(body, Power):
        return ONE, body
    if isinstance(body, Apply) and body.operation.name in ROOTS:
        return ONE, Power(body.arguments[0], ROOTS[body.operation.name])
    if isinstance(body, Quotient) and isinstance(body.denominator, Power):
        below = rational(body.denominator.exponent)
        if below is not None and below > 0:
            return body.numerator, Power(body.denominator.base, number(-below))
    return ONE, None


def slope_times_inner(node: Derivative, slope: Node, inside: Node) -> Node:
    """A slope times the derivative of what is inside; of a vector it stands on the diagonal."""
    inner = inner_of(node, inside)
    if slope.shape.is_scalar:
        return times(slope, *inner)
    return matrix_times(Diag(slope), *inner) if inner else Diag(slope)


def inner_of(node: Derivative, inside: Node) -> tuple[Node, ...]:
    """The derivative of what is inside; nothing where that is the variable."""
    return () if inside is node.wrt else (derivative_of(node, inside),)


def slopes_at(body: Apply, argument: Node) -> Node | None:
    """The slopes of a function of one argument, at a number or at each entry of a vector; None without a formula."""
    row = derivative_row(body.operation)
    if row is None or len(body.arguments) != 1:
        return None
    if argument.shape.is_scalar:
        return row.partials((argument,))[0]
    index = fresh_index(argument.shape.rows, body)
    entry = row.partials((entry_of(argument, (index,)),))[0]
    whole = column(entry, index)
    return ColumnForm(index, entry) if whole is None else whole


def entrywise(one: Node, other: Node) -> Node:
    """The product of two slopes: of vectors entry by entry."""
    return times(one, other) if one.shape.is_scalar else Hadamard((one, other))


def from_one(part: Node) -> Node:
    """1 minus a part."""
    return Sum((ONE, Negate(part)))


def by_what_is_inside(node: Derivative, counts: Callable[[Node], bool]) -> Iterator[Node]:
    """The derivative of a number with respect to a vector or matrix inside, through which all of the variable goes, as
    if that were the variable.
    """
    body, x = node.body, node.wrt
    if not body.shape.is_scalar or Where in map(type, each_part(body)):
        return
    for inside in islice((part for part in each_part(body) if _is_inside(part, x) and counts(part)), MOST_INSIDE):
        name = Variable(f"inside_{inside.height}", inside.shape)
        outside = substitute(body, {inside: name})
        if not depends_on(outside, x):
            yield Where(Derivative(outside, name, node.kind), (Equation(name, inside),))


def _is_inside(part: Node, x: Node) -> bool:
    by_entries = isinstance(part, Apply) and part.operation.elementwise
    the_variable = part is x or ((by_entries or isinstance(part, Transpose)) and part.children == (x,))
    return not part.shape.is_scalar and not the_variable and depends_on(part, x)


def with_one_held(node: Derivative) -> Iterator[Node]:
    """The derivative of a number with respect to a variable that stands in it twice or more, in turn each of its places
    alone taken to change.
    """
    body, x = node.body, node.wrt
    places = [path for path, part in subnodes(body) if part is x]
    if not body.shape.is_scalar or len(places) < 2 or Where in map(type, each_part(body)):
        return
    held = Variable("held", x.shape)
    for place in places[:MOST_INSIDE]:
        rest = body
        for other in places:
            rest = rest if other == place else replace(rest, other, held)
        yield Where(Derivative(rest, x, "partial"), (Equation(held, x),))
