"""Tidying: computing with numbers, like terms, the order of factors.

The rules speak of scalars unless they say otherwise. The engine applies them from the inside out; none of them knows
its surroundings.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, partial

from explainer.expr.kinds import children_of, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
)
from explainer.operations.equal_entries import equal_entries, value_of_equal_entries
from explainer.rules.build import (
    exact_power,
    factors_of,
    has_decimals,
    is_short,
    plus,
    rational,
    times,
    under_sign,
    unsigned,
    written,
    zero,
)
from explainer.rules.rule import Rewrite, fill, listed, rule
from explainer.rules.tidy.factors import in_order, join_coefficient, like_key, split_coefficient

FAMILY = "Arithmetic"

ALGEBRA = "the laws of arithmetic"


@rule(
    title="Compute with numbers",
    statement="2 * 3 = 6",
    by_example=True,
    words="The numbers are combined.",
    source=ALGEBRA,
    examples=["2 * 3", "3 y * 2 x", "1 + 2 + x", "2^3", "6 / 3", "4 / 6", "0.5 * 3", "2 / 3 + 1 / 3"],
    leaves_alone=["2 x", "2 / 3", "2 + x", "2^100"],
    phase="tidy",
)
def numbers(node: Product | Sum | Power | Quotient) -> Rewrite | None:
    """Numbers that stand together are computed exactly; fractions stay fractions."""
    match node:
        case Product():
            return _numbers_in_product(node)
        case Sum():
            return _numbers_in_sum(node)
        case Power():
            base, exponent = rational(node.base), rational(node.exponent)
            value = None if base is None or exponent is None else exact_power(base, exponent)
            return None if value is None else Rewrite(written(value, has_decimals(node)))
        case Quotient():
            fraction = rational(node)
            if fraction is None or not is_short(fraction):
                return None
            after = written(fraction, has_decimals(node))
            return None if after is node else Rewrite(after)
    return None


@rule(
    title="Known value of a function",
    statement="cos(0) = 1",
    by_example=True,
    words="{f} is {value}.",
    source="DLMF 4.2, 4.17 and 4.23",
    examples=[
        "sqrt(4)",
        "x cos(0)",
        "ln(e) + x",
        "sin(pi/2)",
        "abs(-3)",
        "max(2, 3)",
        "sqrt(4/9) x",
        "arctan(1)",
        "norm(zeros(3)) + x",
        "mean(2 ones(4)) x",
    ],
    leaves_alone=["sqrt(2)", "cos(1)", "sin(x)", "max(2, pi)", "sqrt(-4)"],
    measure="functions",
    phase="tidy",
)
def known_value(node: Apply) -> Rewrite | None:
    """Of some arguments the value is known exactly, as cos 0 = 1 and √4 = 2: it takes the place of the call."""
    if node.free or not node.shape.is_scalar:
        return None
    value = _table_value(node)
    return None if value is None else Rewrite(value, {"f": node, "value": value})


def _table_value(node: Apply) -> Node | None:
    operation, arguments = node.operation, node.arguments
    if operation.of_fractions is not None:
        fractions = [rational(argument) for argument in arguments]
        if None in fractions or not all(map(is_short, filter(None, fractions))):
            return None
        value = operation.of_fractions(*fractions)
        return None if value is None else written(value, has_decimals(node))
    of_equal = value_of_equal_entries(node, equal_entries(arguments[0]))
    if of_equal is not None:
        return written(of_equal, has_decimals(node))
    return _exact_values(operation.exact).get(arguments[0]) if operation.exact and len(arguments) == 1 else None


@cache
def _exact_values(rows: tuple[tuple[str, str], ...]) -> dict[Node, Node]:
    from explainer.language import parse_expression

    return {parse_expression(argument).expression: parse_expression(value).expression for argument, value in rows}


def _numbers_in_product(node: Product) -> Rewrite | None:
    if len(children_of(node, Number, Negate, Quotient)) < 2:
        return None
    values = [(factor, rational(factor)) for factor in node.factors]
    known = [value for _, value in values if value is not None]
    if len(known) < 2:
        return None
    total = Fraction(1)
    for value in known:
        total *= value
    if not is_short(total):
        return None
    decimal = any(has_decimals(factor) for factor, value in values if value is not None)
    rest = tuple(factor for factor, value in values if value is None)
    computed = written(total, decimal)
    sizes = " · ".join(factor.text() for factor, value in values if value is not None)
    words = fill("{sizes} = {computed}.", {"sizes": sizes, "computed": computed})
    if not rest:
        return Rewrite(computed, words=words)
    return Rewrite(under_sign(lambda size: Product((size, *rest)), computed), words=words)


def _numbers_in_sum(node: Sum) -> Rewrite | None:
    values = [rational(term) for term in node.terms]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    total = sum(known, Fraction(0))
    if not is_short(total):
        return None
    terms: list[Node] = []
    placed = False
    for term, value in zip(node.terms, values, strict=True):
        if value is None:
            terms.append(term)
        elif not placed:
            placed = True
            if total != 0:
                decimal = any(has_decimals(t) for t, v in zip(node.terms, values, strict=True) if v is not None)
                terms.append(written(total, decimal))
    if not node.shape.is_scalar and (not terms or plus(*terms).shape != node.shape):
        return None
    return Rewrite(plus(*terms))


@rule(
    title="Order of factors",
    statement="y * 2 x = 2 x y",
    by_example=True,
    words="Factors may be swapped: numbers first, then letters, then functions.",
    source=ALGEBRA,
    examples=["x * 2", "sin(x) x", "y * 3 * x"],
    leaves_alone=["2 x y sin(x)"],
    measure="disorder",
    phase="tidy",
)
def order_factors(node: Product) -> Rewrite | None:
    """The order of scalar factors does not matter; the usual one reads best."""
    ordered = in_order(node.factors)
    return None if ordered == node.factors else Rewrite(Product(ordered))


@rule(
    title="Like terms",
    statement="a f + b f = (a + b) f",
    words="Terms that differ only in a number are added.",
    source=ALGEBRA,
    shapes={"w": "n"},
    examples=["x + x", "x^2 + 2 x^2", "3 x y - y x", "x - x", "x / 2 + x / 2", "1 - w - w", "x + w + w", "1 + w - w"],
    leaves_alone=["x + x^2", "x + y", "1 - w"],
    measure="terms",
    phase="tidy",
)
def like_terms(node: Sum) -> Rewrite | None:
    """Two of something and three more of it make five of it."""
    if any(term.shape != node.shape and not term.shape.is_scalar for term in node.terms):
        return None
    groups: dict[object, list[int]] = {}
    split = [split_coefficient(term) for term in node.terms]
    for position, (_, above, below) in enumerate(split):
        if above or below:
            groups.setdefault(like_key(above, below), []).append(position)
    shared = [positions for positions in groups.values() if len(positions) > 1]
    if not shared:
        return None
    replaced: dict[int, Node | None] = {}
    for positions in shared:
        total = sum((split[p][0] for p in positions), Fraction(0))
        decimal = any(has_decimals_coefficient(node.terms[p]) for p in positions)
        _, above, below = split[positions[0]]
        replaced.update(dict.fromkeys(positions))
        replaced[positions[0]] = join_coefficient(total, above, below, decimal) if total else None
    terms = [replaced.get(k, term) for k, term in enumerate(node.terms)]
    first = [node.terms[p] for p in shared[0]]
    many = len(first) > 4  # more of them in a sentence are no longer read
    template = "{terms} … are like terms." if many else "{terms} are like terms: their numbers are added."
    members = tuple(piece for term in first[:4] for piece in (", ", term))[1:] if many else listed(first)
    kept = tuple(term for term in terms if term is not None)
    return Rewrite(plus(*kept) if kept else zero(node.shape), words=fill(template, {"terms": members}))


def has_decimals_coefficient(term: Node) -> bool:
    """Whether the number in front of a term is written with a point."""
    return any(factor.places > 0 for factor in of_kind(factors_of(unsigned(term)), Number))


@rule(
    title="Multiply out a number",
    statement="c (f + g) = c f + c g",
    condition="c is a number",
    words="The number {c} multiplies every term in the brackets.",
    source=ALGEBRA,
    examples=["9 (1 + 2 x)", "2 (x - y)"],
    leaves_alone=["x (1 + x)", "2 x"],
    measure="brackets",
    phase="tidy",
)
def distribute(node: Product) -> Rewrite | None:
    """A number before brackets multiplies each term inside them."""
    match node.factors:
        case (coefficient, Sum() as bracket) if node.shape.is_scalar and rational(coefficient) is not None:
            pass
        case _:
            return None
    terms = tuple(under_sign(partial(times, coefficient), term) for term in bracket.terms)
    return Rewrite(Sum(terms), {"c": coefficient, **dict(zip("fgh", bracket.terms, strict=False))})


def meets_numbers(node: Node) -> bool:
    """Whether multiplying a number into brackets combines it with a number there."""
    match node:
        case Product((_, Sum(terms))):
            return any(rational(term) is not None or split_coefficient(term)[0] not in {1, -1} for term in terms)
    return False
