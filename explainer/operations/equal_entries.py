"""Constants whose entries are all one number, as 2 ones(3): what functions of whole vectors are of them."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import isqrt, prod
from operator import mul

from explainer.expr import nodes
from explainer.expr.node import Node

NOTHING = Fraction(0)
MOST_FACTORS = 20
"""A product of more equal numbers is left as it is: nobody reads so many digits."""


def equal_entries(node: Node) -> Fraction | None:
    """The number that every entry is: 0 of zeros(n), 2 of 2 ones(n), 3 of [3, 3]; None where that is not known."""
    match node:
        case nodes.Number(value=value):
            return value
        case nodes.Zeros():
            return NOTHING
        case nodes.Ones():
            return Fraction(1)
        case nodes.Negate(operand=operand):
            found = equal_entries(operand)
            return None if found is None else -found
        case nodes.Transpose(operand=operand):
            return equal_entries(operand)
        case nodes.Quotient(numerator=above, denominator=below):
            over, under = equal_entries(above), equal_entries(below)
            return over / under if over is not None and under else None
        case nodes.Product(factors=factors) | nodes.Hadamard(factors=factors):
            known = [equal_entries(factor) for factor in factors]
            if NOTHING in known:
                return NOTHING
            return reduce(mul, (value for value in known if value is not None)) if None not in known else None
        case nodes.Vector(entries=entries):
            values = {equal_entries(entry) for entry in entries}
            return values.pop() if len(values) == 1 else None
    return None


def value_of_equal_entries(node: nodes.Apply, entry: Fraction | None) -> Fraction | None:
    """What a function of a whole vector or matrix is where every entry is this number; None where no fraction is."""
    rule = node.operation.of_equal_entries
    if rule is None or entry is None:
        return None
    sizes = node.arguments[0].shape.sizes
    numbers = [size for size in sizes if isinstance(size, int)]
    return rule(entry, prod(numbers) if len(numbers) == len(sizes) else None)


def length_of_equal(entry: Fraction, count: int | None) -> Fraction | None:
    """√(n c²) where it is a fraction."""
    if not entry:
        return NOTHING
    root = 0 if count is None else isqrt(count)
    return abs(entry) * root if root * root == count else None


def total_of_equal(entry: Fraction, count: int | None) -> Fraction | None:
    """n |c|."""
    return NOTHING if not entry else None if count is None else abs(entry) * count


def each_of_equal(entry: Fraction, count: int | None) -> Fraction | None:
    """c: the mean, the largest and the smallest of equal numbers."""
    return entry


def spread_of_equal(entry: Fraction, count: int | None) -> Fraction | None:
    """0: equal numbers do not differ from their mean."""
    return NOTHING


def product_of_equal(entry: Fraction, count: int | None) -> Fraction | None:
    """c to the power of n, where that is short."""
    if entry in (0, 1):
        return entry
    return None if count is None or count > MOST_FACTORS else entry**count
