"""Tidying: fractions multiplied, fractions in fractions, common factors."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd

from explainer.expr.kinds import all_of_kind, any_of_kind, has_child, of_kind
from explainer.expr.node import Node, Path
from explainer.expr.nodes import (
    ZERO,
    Cases,
    Comparison,
    IndexedSum,
    Negate,
    Number,
    Product,
    Quotient,
    SizeValue,
    Sum,
)
from explainer.rules.build import has_decimal_factors, is_one, is_zero, plus, rational, times
from explainer.rules.matching import fraction_of
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.tidy.arithmetic import ALGEBRA
from explainer.rules.tidy.factors import (
    base_and_exponent,
    collect_bases,
    join_coefficient,
    powered,
    split_coefficient,
)

FAMILY = "Fractions"


@rule(
    title="Multiply fractions",
    statement="f (g / h) = (f g) / h",
    words="Numerators are multiplied, and so are denominators.",
    source=ALGEBRA,
    examples=[
        "(1 / y) (2 x)",
        "(x / y) (y / z)",
        "(2 / z) x' where x: n, z: scalar",
        "2 (1 / n) sum(i=1..n, y_i)",
        "2 (1 / n) x where x: n",
        "(1 / n) x where x: n",
    ],
    leaves_alone=["2 x", "(1 / n) sum(i=1..n, y_i)", "(2 / n) x where x: n"],
    measure="factors beside bars",
    phase="tidy",
)
def multiply_fractions(node: Product) -> Rewrite | None:
    """A factor in front of a fraction moves into its numerator."""
    if not has_child(node, Quotient):
        return None
    tall: list[Node] = list(of_kind(node.factors, IndexedSum, Cases))
    if tall or _has_numbers_in_front(node):  # 1/N before a large sum is easier to read than the sum over N
        return _fraction_before(node, tall)
    return Rewrite(_one_fraction(node.factors))


def _one_fraction(factors: Sequence[Node]) -> Quotient:
    """Fractions and other factors over one bar, without the ones above it."""
    above = (fraction_of(factor)[0] for factor in factors)
    below = (fraction.denominator for fraction in of_kind(factors, Quotient))
    return Quotient(times(*(factor for factor in above if not is_one(factor))), times(*below))


def is_constant(node: Node) -> bool:
    """Whether a scalar is made of numbers and sizes only: 2/N."""
    return node.shape.is_scalar and all_of_kind(node.free, SizeValue) and not is_zero(node)


def _has_numbers_in_front(node: Product) -> bool:
    """Whether a vector or matrix has nothing but numbers before it, not all of which go below the bar: (2/n) x."""
    scalars = [factor for factor in node.factors if factor.shape.is_scalar]
    tops = [fraction_of(factor)[0] for factor in scalars]
    return not node.shape.is_scalar and all(map(is_constant, scalars)) and not all(map(is_one, tops))


def _fraction_before(node: Product, tall: list[Node]) -> Rewrite | None:
    """The scalars before a large sum as one fraction: 2 (1/N) Σ is (2/N) Σ."""
    scalars = [factor for factor in node.factors if factor.shape.is_scalar and factor not in tall]
    if len(scalars) < 2 or not any_of_kind(scalars, Quotient):
        return None
    return Rewrite(times(_one_fraction(scalars), *(factor for factor in node.factors if factor not in scalars)))


@rule(
    title="Fractions in fractions",
    statement="(f / g) / h = f / (g h)",
    words="A fraction within a fraction is written as a single fraction.",
    source=ALGEBRA,
    examples=["(x / y) / z", "x / (y / z)", "x / 1", "0 / x"],
    leaves_alone=["x / y"],
    measure="bars",
    phase="tidy",
)
def nested_fraction(node: Quotient) -> Rewrite | None:
    """Dividing by a fraction multiplies by its reciprocal; dividing by one changes nothing."""
    above, below = node.numerator, node.denominator
    if is_one(below):
        return Rewrite(above, words=("Dividing by one changes nothing.",))
    if is_zero(above) and not is_zero(below):
        return Rewrite(above, words=("Zero divided by anything is zero.",))
    match node:
        case Quotient(Quotient(f, g), Quotient(h, k)):
            return Rewrite(Quotient(times(f, k), times(g, h)))
        case Quotient(Quotient(f, g), h):
            return Rewrite(Quotient(f, times(g, h)))
        case Quotient(f, Quotient(g, h)):
            return Rewrite(Quotient(times(f, h), g))
    return None


@rule(
    title="Cancel a common factor",
    statement="(f g) / (f h) = g / h",
    condition="f ≠ 0",
    words="A factor of both the numerator and the denominator cancels.",
    source=ALGEBRA,
    examples=[
        "(2 x) / x^2",
        "(x y) / (x z)",
        "(6 sin(x) x^2) / sin(x)^2",
        "(4 x) / (6 y)",
        "(2 x) / 4",
        "(0.5 x y) / x",
        "(1.5 x^2) / (0.5 x y)",
    ],
    leaves_alone=["x / y", "(x + y) / x", "(0.5 x) / (2 y)"],
    phase="tidy",
)
def cancel(node: Quotient) -> Rewrite | None:
    """A factor common to numerator and denominator can be divided out wherever it is not zero."""
    top, above, over = split_coefficient(node.numerator)
    bottom, below, under = split_coefficient(node.denominator)
    if bottom == 0 or top == 0 or over or under:
        return None
    coefficient = top / bottom
    upper, lower = collect_bases(above, inside_powers=True), collect_bases(below, inside_powers=True)
    common = [base for base in upper if base in lower]
    decimal = has_decimal_factors(node)  # 0.5 x / (3 y) stays as it was typed
    reducible = not decimal and rational(node) is None and abs(top) != abs(coefficient.numerator)
    if not common and not reducible:
        return None
    kept_above = tuple(powered(b, e - lower[b]) if b in lower else powered(b, e) for b, e in upper.items()
                       if b not in lower or e > lower[b])  # fmt: skip
    kept_below = tuple(powered(b, e - upper[b]) if b in upper else powered(b, e) for b, e in lower.items()
                       if b not in upper or e > upper[b])  # fmt: skip
    after = join_coefficient(coefficient, kept_above, kept_below, decimal)
    if after is node:
        return None
    conditions = tuple(Comparison("!=", base, ZERO) for base in common if base.free)
    if not common:
        return Rewrite(after, words=("The numbers in the fraction are reduced.",))
    dropped = tuple(path for base in common for path in _struck_out(node, base, upper[base], lower[base]))
    template = "The common factor {factors} cancels." if len(common) == 1 else "The common factors {factors} cancel."
    members = tuple(piece for base in common for piece in (", ", base))[1:]
    return Rewrite(after, words=fill(template, {"factors": members}), conditions=conditions, dropped=dropped)


def _struck_out(node: Quotient, base: Node, upper: Fraction, lower: Fraction) -> list[Path]:
    """What falls away of a common base: all its factors on one side, and on the other these or an exponent.

    Nothing where another exponent would have to be written, as for x^3 / x, or where the base is hidden in a power of a
    product, as in (x y)^2.
    """
    found: list[Path] = []
    for side, kept in ((0, upper - lower), (1, lower - upper)):
        factors = [(path, factor) for path, factor in _placed_factors(node.children[side], (side,))
                   if base_and_exponent(factor)[0] is base]  # fmt: skip
        if sum(base_and_exponent(factor)[1] for _, factor in factors) != (upper, lower)[side]:
            return []
        if kept <= 0:
            found += [path for path, _ in factors]
        elif kept == 1 and len(factors) == 1:
            found.append((*factors[0][0], 1))
        elif kept < len(factors) and all(base_and_exponent(factor)[1] == 1 for _, factor in factors):
            found += [path for path, _ in factors[int(kept) :]]
        else:
            return []
    return found


def _placed_factors(node: Node, path: Path) -> list[tuple[Path, Node]]:
    """The factors of one side of a fraction with their paths; a minus sign before them is none."""
    match node:
        case Negate(operand):
            return _placed_factors(operand, (*path, 0))
        case Product(factors):
            return [((*path, k), factor) for k, factor in enumerate(factors)]
    return [(path, node)]


@rule(
    title="Shorter form",
    statement="(x^2 - 1) / (x - 1) = x + 1",
    by_example=True,
    words="Common factors of numerator and denominator are divided out.",
    source="polynomial division; computed by SymPy's cancel and factor",
    examples=["(x^2 - 1) / (x - 1)"],
    leaves_alone=["(x + 1) / (y - 1)", "x / y"],
    phase="tidy",
)
def shorter_form(node: Quotient, numerator: Sum) -> Rewrite | None:
    """Sums in a fraction can hide a common factor; dividing it out gives a shorter form of the same value."""
    if not node.shape.is_scalar:
        return None
    if numerator.free.isdisjoint(node.denominator.free):
        return None
    from explainer.language.sympy.bridge import tidy

    after = tidy(node)
    if after is None or after is node:
        return None
    return Rewrite(after, conditions=(Comparison("!=", node.denominator, ZERO),))


@rule(
    title="Divide every term by a number",
    statement="(a f + a g) / (a h) = (f + g) / h",
    condition="a is a number",
    words="Every term above the bar is divided by {a}, and so is what stands below it.",
    source=ALGEBRA,
    examples=["(2 x + 4) / 2", "(2 / x - 2 x) / 2", "(6 x - 9 y) / (3 z)", "(2 x + 4) / 6"],
    leaves_alone=["(2 x + 3) / 2", "(x + 2) / 2", "(2 x + 4) / 3", "(2 x + 4) / z"],
    phase="tidy",
)
def divide_every_term(node: Quotient, numerator: Sum) -> Rewrite | None:
    """A number in every term of the numerator cancels against one in the denominator."""
    if any(has_decimal_factors(part) for part in (*numerator.terms, node.denominator)):
        return None
    bottom, below, under = split_coefficient(node.denominator)
    numbers = [_number_in_front(term) for term in numerator.terms]
    if under or bottom.denominator != 1 or any(number.denominator != 1 for number in numbers):
        return None
    shared = gcd(int(bottom), *map(int, numbers))
    if shared < 2:
        return None
    above = plus(*(_divided(term, shared) for term in numerator.terms))
    lower = join_coefficient(bottom / shared, below, ())
    return Rewrite(above if is_one(lower) else Quotient(above, lower), {"a": Number(Fraction(shared))})


def _number_in_front(term: Node) -> Fraction:
    """The number that multiplies a term; a fraction that cannot be told stays a fraction."""
    match term:
        case Negate(operand):
            return -_number_in_front(operand)
        case Quotient(numerator, denominator):
            bottom, _, under = split_coefficient(denominator)
            return Fraction(1, 2) if under or bottom != 1 else _number_in_front(numerator)
    number, _, under = split_coefficient(term)
    return Fraction(1, 2) if under else number


def _divided(term: Node, number: int) -> Node:
    match term:
        case Negate(operand):
            return Negate(_divided(operand, number))
        case Quotient(numerator, denominator):
            return Quotient(_divided(numerator, number), denominator)
    front, factors, _ = split_coefficient(term)
    return join_coefficient(front / number, factors, ())
