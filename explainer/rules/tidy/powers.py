"""Tidying: powers of one base, powers of powers, negative exponents."""

from __future__ import annotations

from collections import Counter

from explainer.expr.kinds import functions_among, has_child
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Comparison,
    Power,
    Product,
    Quotient,
)
from explainer.rules.build import (
    called,
    factors_of,
    has_decimals,
    is_one,
    is_zero,
    negative,
    plus,
    rational,
    terms_of,
    times,
    written,
)
from explainer.rules.matching import base_of
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.tidy.arithmetic import ALGEBRA
from explainer.rules.tidy.factors import base_and_exponent, collect_bases, powered

FAMILY = "Powers"


@rule(
    title="First and zeroth power",
    statement="f^1 = f",
    words="An exponent of one changes nothing; an exponent of zero gives one.",
    source=ALGEBRA,
    examples=["x^1", "x^0", "1^x"],
    leaves_alone=["x^2"],
    phase="tidy",
)
def trivial_power(node: Power) -> Rewrite | None:
    """A first power is the base itself; a zeroth power, and any power of one, is one."""
    if not node.shape.is_scalar:
        return None
    exponent = rational(node.exponent)
    if exponent == 1:
        return Rewrite(node.base, {"f": node.base})
    if is_one(node.base) or (exponent == 0 and not is_zero(node.base)):
        conditions = (Comparison("!=", node.base, ZERO),) if node.base.free else ()
        return Rewrite(ONE, conditions=conditions)
    return None


@rule(
    title="Negative exponent",
    statement="f^(-a) = 1 / f^a",
    condition="f ≠ 0",
    words="A negative exponent means one over the power with the positive exponent.",
    source=ALGEBRA,
    examples=["x^(-2)", "x^(-1)", "x^(-1/2)"],
    leaves_alone=["x^2"],
    measure="negative exponents",
    phase="tidy",
)
def negative_exponent(node: Power) -> Rewrite | None:
    """x to the power −n is 1 over x to the power n."""
    if not node.shape.is_scalar:
        return None
    exponent = rational(node.exponent)
    if exponent is None or exponent >= 0 or not node.base.free:
        return None
    after = Quotient(
        ONE, node.base if exponent == -1 else Power(node.base, written(-exponent, has_decimals(node.exponent)))
    )
    return Rewrite(after, {"f": node.base}, conditions=(Comparison("!=", node.base, ZERO),))


@rule(
    title="Power of a power",
    statement="(f^a)^b = f^(a b)",
    words="The exponents of a power of a power are multiplied.",
    source=ALGEBRA,
    examples=["(x^2)^3", "(x^a)^2 where a: scalar"],
    leaves_alone=["x^2", "(x^2)^0.5"],
    measure="powers",
    phase="tidy",
)
def power_of_power(node: Power, base: Power) -> Rewrite | None:
    """For whole outer exponents the exponents multiply. (For a square root they need not: √(x²) is |x|.)"""
    if not node.shape.is_scalar:
        return None
    inner, outer = rational(base.exponent), rational(node.exponent)
    if outer is None or outer.denominator != 1 or outer < 1:
        return None
    if inner is None:  # an exponent with letters
        return Rewrite(Power(base.base, times(node.exponent, base.exponent)), {"f": base.base})
    return Rewrite(powered(base.base, inner * outer), {"f": base.base})


@rule(
    title="Power of a fraction",
    statement="(f / g)^a = f^a / g^a",
    condition="g ≠ 0",
    words="The exponent applies to the numerator and to the denominator.",
    source=ALGEBRA,
    examples=["(x / y)^2", "(1 / x)^3", "((x - y) / z)^2"],
    leaves_alone=["x^2 / y^2", "(x / y)^z", "(x / y)^0.5", "(2 / 3)^2"],
    measure="fractions in powers",
    phase="tidy",
)
def power_of_fraction(node: Power, base: Quotient) -> Rewrite | None:
    """A power of a fraction is a product of equal fractions: the numerators are multiplied, and so are the
    denominators.
    """
    if not node.shape.is_scalar:
        return None
    exponent, fraction = rational(node.exponent), base
    if exponent is None or exponent.denominator != 1 or exponent < 2 or not fraction.free:
        return None
    above = ONE if is_one(fraction.numerator) else Power(fraction.numerator, node.exponent)
    return Rewrite(Quotient(above, Power(fraction.denominator, node.exponent)))


@rule(
    title="Square of a root",
    statement="sqrt(f)^2 = f",
    condition="f ≥ 0, as the root requires",
    words="Squaring undoes the root: what is left is {f}.",
    source="DLMF 4.2.26",
    examples=["sqrt(x)^2", "sqrt(x)^4", "sqrt(x) sqrt(x)"],
    leaves_alone=["sqrt(x^2)", "sqrt(x)^3", "sqrt(x) sqrt(y)"],
    phase="tidy",
)
def square_of_root(node: Power | Product) -> Rewrite | None:
    """The square root of f is the number, not negative, whose square is f."""
    if isinstance(node, Power):
        exponent, root = rational(node.exponent), node.base
        if exponent is None or exponent.denominator != 1 or exponent < 2 or exponent % 2:
            return None
        inside = _under_root(root)
        return None if inside is None else Rewrite(powered(inside, exponent / 2), {"f": inside})
    if "sqrt" not in functions_among(node.factors):
        return None
    for k, factor in enumerate(node.factors[:-1]):
        inside = _under_root(factor)
        if inside is not None and node.factors[k + 1] is factor:
            after = times(*node.factors[:k], inside, *node.factors[k + 2 :])
            return Rewrite(after, {"f": inside}, statement="sqrt(f) sqrt(f) = f")
    return None


def _under_root(node: Node) -> Node | None:
    """What stands under a square root of a scalar."""
    return called(node, "sqrt") if node.shape.is_scalar else None


@rule(
    title="Combine powers",
    statement="f^a f^b = f^(a + b)",
    words="Powers of the same base are combined: their exponents add.",
    source=ALGEBRA,
    examples=["x x^2", "x x", "sin(x)^2 sin(x)", "2 x * x", "x x^2 A where A: m x n, x: scalar"],
    leaves_alone=["x y", "2 * 2 * x"],
    measure="factors",
    phase="tidy",
)
def combine_powers(node: Product) -> Rewrite | None:
    """x² means x·x, so x·x² has three factors x. A vector or matrix that they multiply stays last."""
    if not has_child(node, Power) and len(set(node.factors)) == len(node.factors):
        return None
    rest = tuple(factor for factor in node.factors if not factor.shape.is_scalar)
    others = tuple(factor for factor in node.factors if rational(factor) is None and factor.shape.is_scalar)
    bases = collect_bases(others)
    if len(bases) == len(others):
        return None
    numeric = tuple(factor for factor in node.factors if rational(factor) is not None)
    counts = Counter(base_and_exponent(factor)[0] for factor in others)
    merged = next((base for base in bases if counts[base] > 1), others[0])
    after = times(*numeric, *(powered(base, exponent) for base, exponent in bases.items()), *rest)
    return Rewrite(after, {"f": merged}, fill("Powers of {f} are combined: their exponents add.", {"f": merged}))


def _with_letters(factors: tuple[Node, ...]) -> dict[Node, list[Node]]:
    """The exponents of each base that has one with letters in it, in the order of the factors."""
    found: dict[Node, list[Node]] = {}
    lettered: set[Node] = set()
    for factor in factors:
        power = factor if isinstance(factor, Power) and factor.shape.is_scalar else None
        base, exponent = (power.base, power.exponent) if power is not None else (factor, ONE)
        if rational(base) is not None and power is None:
            continue  # 2 · 2^x stays: a number in front is easier to read than a larger exponent
        found.setdefault(base, []).append(exponent)
        if power is not None and rational(exponent) is None:
            lettered.add(base)
    return {base: exponents for base, exponents in found.items() if base in lettered}


@rule(
    title="Add exponents",
    statement="f^g f^h = f^(g + h)",
    condition="f ≠ 0",
    words="Powers of the same base {f} are multiplied by adding their exponents.",
    source="DLMF 4.2.26",
    examples=["x x^a where a: scalar", "2^x * 2^y", "2 * 2^x * 2^y", "x^a x^(a - 1) where a: scalar"],
    leaves_alone=["x x^2", "x^a y^a where a: scalar", "2 * 2^x"],
    measure="factors",
    phase="tidy",
)
def add_exponents(node: Product) -> Rewrite | None:
    """An exponent counts factors: x^a times x has one more of them, so it is x^(a + 1)."""
    if not has_child(node, Power):
        return None
    for base, exponents in _with_letters(node.factors).items():
        if len(exponents) < 2:
            continue
        joined: list[Node] = []
        power = Power(base, _summed(*exponents))
        for factor in node.factors:
            # Of 2 · 2^x · 2^y the number stays in front.
            if base_of(factor) is base and (factor is not base or rational(base) is None):
                joined += [] if power in joined else [power]
            else:
                joined.append(factor)
        return Rewrite(times(*joined), {"f": base}, conditions=_not_zero(base))
    return None


@rule(
    title="Subtract exponents",
    statement="f^g / f^h = f^(g - h)",
    condition="f ≠ 0",
    words="Powers of the same base {f} are divided by subtracting their exponents.",
    source="DLMF 4.2.26",
    examples=["x^a / x where a: scalar", "a x^(a - 1) / x^a where a: scalar", "y^2 / y^a where a: scalar"],
    leaves_alone=["x^3 / x", "x^a / y^a where a: scalar"],
    measure="bars",
    phase="tidy",
)
def subtract_exponents(node: Quotient) -> Rewrite | None:
    """A factor in the denominator cancels one of those in the numerator, so x^a over x is x^(a - 1)."""
    above, below = factors_of(node.numerator), factors_of(node.denominator)
    lettered = {**_with_letters(above), **_with_letters(below)}
    for base in lettered:
        upper, lower = _exponent_of(base, above), _exponent_of(base, below)
        if upper is None or lower is None:
            continue
        power = Power(base, _summed(upper, *_negated(lower)))
        kept = times(*(factor for factor in below if not _is_power_of(factor, base)))
        over = tuple(power if _is_power_of(factor, base) else factor for factor in above)
        after = times(*over) if is_one(kept) else Quotient(times(*over), kept)
        return Rewrite(after, {"f": base}, conditions=_not_zero(base))
    return None


def _summed(*exponents: Node) -> Node:
    """The sum of exponents, letters before numbers: a − 1, not −1 + a."""
    terms = [term for exponent in exponents for term in terms_of(exponent)]
    return plus(*sorted(terms, key=lambda term: rational(term) is not None))


def _is_power_of(factor: Node, base: Node) -> bool:
    return base in (factor, base_of(factor))


def _exponent_of(base: Node, factors: tuple[Node, ...]) -> Node | None:
    """The exponent of the only factor with this base; None where there is none, or several that add up first."""
    found = [factor for factor in factors if _is_power_of(factor, base)]
    if len(found) != 1:
        return None
    (factor,) = found
    return ONE if factor is base else factor.children[1]


def _negated(exponent: Node) -> tuple[Node, ...]:
    """The terms of minus an exponent."""
    terms = terms_of(exponent)
    return tuple(map(negative, terms))


def _not_zero(base: Node) -> tuple[Node, ...]:
    return (Comparison("!=", base, ZERO),) if base.free else ()
