"""Brackets that a result does not need: powers of products, fractions below a bar, projections."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, prod

from explainer.expr.kinds import any_of_kind, not_of_kind, placed
from explainer.expr.node import Node
from explainer.expr.nodes import ZERO, Comparison, Dot, Negate, Power, Product, Quotient, Sum
from explainer.rules.build import (
    exact_power,
    factors_of,
    has_decimals,
    join_scalars,
    plus,
    rational,
    split_scalars,
    times,
    unsigned,
)
from explainer.rules.forms.common_factors import reduced, summed
from explainer.rules.matching import fraction_of, is_call, signed, with_numerator
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.arithmetic import ALGEBRA
from explainer.rules.tidy.factors import (
    Bases,
    base_and_exponent,
    collect_bases,
    in_order,
    join_coefficient,
    powered,
    split_coefficient,
)

FAMILY = "Brackets"


@rule(
    title="Power of a product",
    statement="(2 f)^a = 2^a f^a",
    by_example=True,
    words="The exponent applies to every factor, and the power of the number is worked out.",
    source=ALGEBRA,
    examples=["(2 x)^2", "y / (2 x^2)^2", "(3 x y)^3"],
    leaves_alone=["(x y)^2", "(2 x)^a where a: scalar", "(2 x + 1)^2", "2 x^2", "(3 x)^999999999"],
    measure="brackets around products",
    phase="tidy",
)
def power_of_product(node: Power, base: Product) -> Rewrite | None:
    """Where a number is among the factors, its power is a number in front."""
    if not node.shape.is_scalar:
        return None
    exponent = rational(node.exponent)
    numbers = [value for factor in base.factors if (value := rational(factor)) is not None]
    if exponent is None or exponent.denominator != 1 or exponent < 2 or not numbers or has_decimals(node):
        return None
    number = exact_power(prod(numbers, start=Fraction(1)), exponent)
    if number is None:
        return None
    bases = collect_bases(tuple(factor for factor in base.factors if rational(factor) is None))
    letters = tuple(powered(base, power * exponent) for base, power in bases.items())
    return Rewrite(join_coefficient(number, letters, ()))


@rule(
    title="Multiply out the numerator",
    statement="((f + g) h - g h) / f^2 = f h / f^2",
    by_example=True,
    condition="the result is shorter",
    words="The brackets are multiplied out, because then terms cancel.",
    source=ALGEBRA,
    examples=["((a + x^z) x^(z - 1) - x^(2 z - 1)) / (a + x^z)^2 where a: scalar, z: scalar"],
    leaves_alone=["(x (1 + y) + z) / y", "(x + 1) (x - 1) / y", "(x^a + 1) x^a where a: scalar"],
    measure="letters",
    phase="tidy",
)
def shorter_numerator(node: Quotient) -> Rewrite | None:
    """Powers with letters in their exponents cancel only when the brackets are gone."""
    if not node.shape.is_scalar or has_decimals(node):
        return None
    factors = factors_of(node.numerator)
    for k, factor in placed(factors, Sum):
        # Only short ones: what is opened grows with the product of their lengths.
        if len(factor.terms) > 4 or factor.part_count > 80:
            continue
        if not any(any_of_kind(factors_of(unsigned(term)), Sum) for term in factor.terms):
            continue
        short = summed(list(factor.terms))
        if short is None or short.part_count >= factor.part_count or isinstance(short, Sum):
            continue
        sign, size = signed(short)
        over = times(*factors[:k], *factors_of(size), *factors[k + 1 :])
        after = Quotient(over, node.denominator)
        return Rewrite(Negate(after) if sign else after)
    return None


@rule(
    title="Fractions below the bar",
    statement="g / (h (1 + f / h)) = g / (h + f)",
    condition="the result is shorter, h ≠ 0",
    words="Numerator and denominator are multiplied by {h}: then no fraction stands below the bar.",
    source=ALGEBRA,
    examples=["1 / (z (1 + x^2 / z^2))", "x / (y (1 - x / y))", "1 / (2 sqrt(1 - x^2 / 4))"],
    leaves_alone=["1 / (1 + x / y)^2", "x (1 - x / y)", "1 / (z sqrt(1 - x^2 / z^2))", "1 / (1 + x)"],
    measure="bars",
    phase="tidy",
)
def clear_fractions(node: Quotient) -> Rewrite | None:
    """A fraction inside a denominator is cleared where something then cancels. Only a number that is known to be
    positive may be taken out of a root.
    """
    if not node.shape.is_scalar or has_decimals(node):
        return None
    below = factors_of(node.denominator)
    for k, factor in enumerate(below):
        base, exponent = base_and_exponent(factor)
        root = is_call(base, "sqrt")
        bracket = base.children[0] if root else base
        found = _cleared(bracket)
        if found is None or exponent.denominator != 1:
            continue
        sum_, number, letters = found
        if root:
            half = _square_root(number)
            if letters or half is None or number == 1:
                continue
            new, out_number, out_letters = powered(apply_named("sqrt", sum_), exponent), exact_power(half, exponent), {}
        else:
            new, out_number = powered(sum_, exponent), exact_power(number, exponent)
            out_letters = {letter: power * exponent for letter, power in letters.items()}
        if out_number is None:
            continue
        rest = Quotient(node.numerator, times(*below[:k], *below[k + 1 :])) if len(below) > 1 else node.numerator
        coefficient, above, under = split_coefficient(rest)
        upper, lower = collect_bases(above), collect_bases(under)
        for letter, power in out_letters.items():
            shared = min(power, lower.get(letter, Fraction(0)))
            lower[letter] = lower.get(letter, Fraction(0)) - shared
            upper[letter] = upper.get(letter, Fraction(0)) + power - shared
        over = in_order(tuple(powered(b, e) for b, e in upper.items() if e))
        beneath = in_order((*(powered(b, e) for b, e in lower.items() if e), new))
        after = join_coefficient(coefficient * out_number, over, beneath)
        if after.part_count >= node.part_count:
            continue
        h = join_coefficient(out_number, tuple(powered(b, e) for b, e in out_letters.items()), ())
        conditions = tuple(Comparison("!=", letter, ZERO) for letter in out_letters if letter.free)
        return Rewrite(after, {"h": h}, conditions=conditions)
    return None


def _cleared(bracket: Node) -> tuple[Node, Fraction, Bases] | None:
    """A sum of fractions as a sum without them, over a number and letters."""
    # Only short ones: each term is multiplied by the denominators of all others.
    if not isinstance(bracket, Sum) or len(bracket.terms) > 4 or bracket.part_count > 60:
        return None
    split = [split_coefficient(term) for term in bracket.terms]
    under = [collect_bases(below) for _, _, below in split]
    letters: Bases = {}
    for bases in under:
        for base, exponent in bases.items():
            letters[base] = max(letters.get(base, Fraction(0)), exponent)
    number = max(coefficient.denominator for coefficient, _, _ in split)
    if any(number % coefficient.denominator for coefficient, _, _ in split):
        return None
    if not letters and number == 1:
        return None
    terms = [
        reduced(
            join_coefficient(
                coefficient * number,
                (*above, *(powered(base, e - own.get(base, 0)) for base, e in letters.items() if e > own.get(base, 0))),
                (),
            )
        )
        for (coefficient, above, _), own in zip(split, under, strict=True)
    ]
    return plus(*terms), Fraction(number), letters


def _square_root(number: Fraction) -> Fraction | None:
    root = Fraction(round(float(number) ** 0.5))
    return root if root * root == number else None


@rule(
    title="Dot product with a projection",
    statement="u · (z u / (u · u) - v) = z - u · v",
    condition="u ≠ 0",
    words="{u} with itself cancels the denominator, so the dot product is taken term by term.",
    shapes={"u": "n", "v": "n"},
    source="Strang, Introduction to Linear Algebra, section 4.2",
    examples=["u · ((u · v) u / (u · u) - v) where u: n, v: n", "(x - (u · x) u / (u · u)) · u where u: n, x: n"],
    leaves_alone=["u · (u - v) where u: n, v: n", "u · (z u / 2 - v) where u: n, v: n, z: scalar"],
    measure="brackets",
    phase="tidy",
)
def dot_with_projection(node: Dot) -> Rewrite | None:
    """What is left of a vector after its projection is at right angles to the direction: the terms cancel."""
    for u, bracket in ((node.left, node.right), (node.right, node.left)):
        if not isinstance(bracket, Sum) or any(term.shape != bracket.shape for term in bracket.terms):
            continue
        split = [split_scalars(term) for term in bracket.terms]
        square = Dot(u, u)
        if not any(rest is u and square in factors_of(times(*below)) for _, _, below, rest in split if below):
            continue
        terms = []
        for sign, above, below, rest in split:
            product: tuple[Node, ...] = (Dot(u, rest) if node.left is u else Dot(rest, u),)
            if rest is u and square in factors_of(times(*below) if below else u):
                left = list(factors_of(times(*below)))
                left.remove(square)
                product, below = (), tuple(left)
            terms.append(join_scalars(sign, (*above, *product), below, None))
        return Rewrite(plus(*terms), {"u": u}, conditions=(Comparison("!=", square, ZERO),))
    return None


@rule(
    title="Common factor of a bracket",
    statement="x (2 f^3 + 4 f^2) = 2 x f^2 (f + 2)",
    by_example=True,
    words="Every term in the bracket has the factor {c}: it joins the factors before the bracket.",
    source=ALGEBRA,
    examples=["z (6 x^6 - 12 y x^3) / x^9", "(2 - 2 x) e^x", "y (2 x + 4)", "(2 z - 2) ones(n)' where z: scalar"],
    leaves_alone=["2 x + 4", "3 (2 x + 4)", "y (x + 2)", "x / (2 x + 4)", "(2 z + 3) u' where z: scalar, u: n"],
    measure="letters and numbers in brackets",
    phase="tidy",
)
def factor_of_bracket(node: Product | Quotient) -> Rewrite | None:
    """In a product, a factor common to all terms of a bracket is written before the bracket."""
    if has_decimals(node) or (isinstance(node, Quotient) and not node.shape.is_scalar):
        return None
    factors = factors_of(fraction_of(node)[0])
    outside = not_of_kind(factors, Sum)
    if isinstance(node, Product) and not any(factor.free or not factor.shape.is_scalar for factor in outside):
        return None
    for k, factor in enumerate(factors):
        if not factor.shape.is_scalar:
            continue
        found = _common_of(factor)
        if found is None:
            continue
        common, bracket = found
        over = times(
            *in_order(factors_of(reduced(times(*factors[:k], *factors_of(common), bracket, *factors[k + 1 :]))))
        )
        after: Node = with_numerator(node, over)
        return Rewrite(after, {"c": common})
    return None


def _common_of(bracket: Node) -> tuple[Node, Sum] | None:
    """What all terms of a sum have in common, numbers and letters, and the sum without it."""
    # Only short ones: each factor of a term is looked for in all others.
    if not isinstance(bracket, Sum) or len(bracket.terms) > 6 or bracket.part_count > 60:
        return None
    split = [split_coefficient(term) for term in bracket.terms]
    if any(below or coefficient.denominator != 1 or not coefficient for coefficient, _, below in split):
        return None
    number = gcd(*(int(coefficient) for coefficient, _, _ in split))
    bases = [collect_bases(above) for _, above, _ in split]
    shared = {base: min(own.get(base, Fraction(0)) for own in bases) for base in bases[0]}
    shared = {base: exponent for base, exponent in shared.items() if exponent > 0}
    if number == 1 and not shared:
        return None
    inside = tuple(
        join_coefficient(
            coefficient / number,
            tuple(powered(base, e - shared.get(base, 0)) for base, e in own.items() if e != shared.get(base, 0)),
            (),
        )
        for (coefficient, _, _), own in zip(split, bases, strict=True)
    )
    return join_coefficient(Fraction(number), tuple(powered(b, e) for b, e in shared.items()), ()), Sum(inside)


ORDER = (power_of_product, factor_of_bracket, shorter_numerator, clear_fractions, dot_with_projection)
"""The rules of this module, in the order in which they are tried."""
