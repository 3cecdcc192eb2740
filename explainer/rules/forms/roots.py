"""Roots beside what stands under them, as one power: x √x is x^(3/2), √x / x is 1/√x; one root for constants."""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.kinds import holds, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, Power, Product, Quotient
from explainer.rules.build import factors_of, has_decimal_factors, is_one, rational, times
from explainer.rules.matching import fraction_of, is_call
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.factors import Bases, base_and_exponent, powered
from explainer.rules.tidy.moments import moment_of

FAMILY = "Roots"

SOURCE = "DLMF 4.2.26"
HALF = Fraction(1, 2)


def _root_of(base: Node) -> Node | None:
    """What a root is taken of: √f of f, the standard deviation of the variance."""
    if is_call(base, "sqrt") and base.shape.is_scalar:
        return base.arguments[0]
    vector = moment_of(base, "std")
    return None if vector is None else apply_named("var", vector)


def root_power(base: Node, exponent: Fraction) -> Node:
    """A power with halves in its exponent as it is printed: √f, f^(3/2), σ³ for the variance σ²."""
    vector = moment_of(base, "var")
    if vector is not None and exponent.denominator == 2:
        return powered(apply_named("std", vector), 2 * exponent)
    return apply_named("sqrt", base) if exponent == HALF else powered(base, exponent)


def roots_as_powers(terms: list[Bases]) -> list[Bases]:
    """The bases of several terms, roots among them as halves of powers where what is under them has such powers."""
    halves = {base for bases in terms for base, exponent in bases.items() if exponent.denominator == 2}
    found = []
    for bases in terms:
        new: Bases = {}
        for base, exponent in bases.items():
            inside = _root_of(base)
            if inside in halves and inside is not None:
                base, exponent = inside, exponent / 2
            new[base] = new.get(base, Fraction(0)) + exponent
        found.append(new)
    return found


@rule(
    title="Root as a power",
    statement="f sqrt(f) = f^(1 + 1/2)",
    condition="f > 0",
    words="The root of {f} is its power with the exponent 1/2: the exponents are added.",
    source=SOURCE,
    examples=["y / (x sqrt(x))", "sqrt(1 + x^2) / (1 + x^2)", "sqrt(z) A / z where A: n x n, z: scalar",
              "x' / (var(x) std(x)) where x: n", "x^2 sqrt(x)", "y / std(x)^2 where x: n", "1 / sqrt(x)^3"],
    leaves_alone=["sqrt(x) y", "sqrt(x) / y", "(1 + x) sqrt(x)", "1 / std(x)^3 where x: n"],
    measure="letters and functions",
    phase="tidy",
)  # fmt: skip
def root_as_power(node: Quotient | Product | Power) -> Rewrite | None:
    """√f is f to the power 1/2, so beside other powers of f the exponents add, above the bar and below it."""
    if has_decimal_factors(node) or not holds(node, Apply):
        return None
    if isinstance(node, Power) and not node.shape.is_scalar:
        return None
    sides = fraction_of(node)
    factors = [factors_of(side) for side in sides]
    placed = [(side, k, *base_and_exponent(factor)) for side in (0, 1) for k, factor in enumerate(factors[side])]
    for _, _, base, power in placed:
        inside = _root_of(base)
        if inside is None:
            continue
        same = [place for place in placed if place[2] in (base, inside)]
        if len(same) < 2 and (power.denominator != 1 or power < 2 or (power > 2 and moment_of(base, "std"))):
            continue
        exponent = sum(
            ((HALF if own is base else 1) * e * (1 if side == 0 else -1) for side, _, own, e in same), Fraction(0)
        )
        new = root_power(inside, abs(exponent)) if exponent else ONE
        target = next((place for place in same if (place[0] == 0) == (exponent > 0)), None)
        where = None if target is None else target[:2]
        after = _with_power(factors, [place[:2] for place in same], where, new, exponent)
        return Rewrite(after, {"f": inside})
    return None


def _with_power(
    factors: list[tuple[Node, ...]],
    old: list[tuple[int, int]],
    target: tuple[int, int] | None,
    new: Node,
    exponent: Fraction,
) -> Node:
    """The fraction with one power in the places of several."""
    made: list[list[Node]] = [[], []]
    for side in (0, 1):
        for k, factor in enumerate(factors[side]):
            if (side, k) == target:
                made[side].append(new)
            elif (side, k) not in old and not is_one(factor):
                made[side].append(factor)
    if target is None and exponent:
        made[0 if exponent > 0 else 1].append(new)
    above = times(*made[0]) if made[0] else ONE
    return Quotient(above, times(*made[1])) if made[1] else above


@rule(
    title="One root for constants",
    statement="sqrt(2) sqrt(pi) = sqrt(2 pi)",
    by_example=True,
    words="The product of the roots is the root of the product.",
    source="DLMF 4.2.26",
    examples=["x sqrt(2) sqrt(pi)", "x / (sqrt(2) sqrt(pi))"],
    leaves_alone=["sqrt(x) sqrt(2)", "sqrt(2) + sqrt(pi)", "sqrt(2) x"],
    measure="functions",
    phase="tidy",
)
def one_root(node: Product) -> Rewrite | None:
    """Constants that are not negative may be multiplied under one root."""
    if not node.shape.is_scalar:
        return None
    roots = [f for f in of_kind(node.factors, Apply) if f.operation.name == "sqrt" and not f.free]
    if len(roots) < 2 or not all(_is_positive(root.arguments[0]) for root in roots):
        return None
    joined = apply_named("sqrt", times(*(factor for root in roots for factor in factors_of(root.arguments[0]))))
    kept = [joined if factor is roots[0] else factor for factor in node.factors if factor not in roots[1:]]
    return Rewrite(times(*kept))


def _is_positive(node: Node) -> bool:
    """Whether a constant is a product of positive numbers and named constants such as π."""
    values = (rational(factor) for factor in factors_of(node))
    return not isinstance(node, Quotient) and all(value is None or value > 0 for value in values)


ORDER = (root_as_power, one_root)
"""The rules of this module, in the order in which they are tried."""
