"""Signs and transposes where a textbook has them: σ − y for −(y − σ), signs inside cases, one transpose for a sum."""

from __future__ import annotations

from fractions import Fraction
from functools import singledispatch

from explainer.expr.kinds import has_child, holds, of_kind
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    ONE,
    Apply,
    Cases,
    Diag,
    Dot,
    Hadamard,
    HadamardQuotient,
    IndexedSum,
    MatrixProduct,
    Negate,
    Number,
    Ones,
    Product,
    Quotient,
    SizeValue,
    Sum,
    Transpose,
)
from explainer.rules.build import (
    factors_of,
    is_one,
    is_zero,
    join_scalars,
    matrix_factors,
    negative,
    rational,
    signs_last,
    split_scalars,
    times,
    untransposed,
    zero,
)
from explainer.rules.matching import column_of, fraction_of
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.factors import (
    Bases,
    base_and_exponent,
    collect_bases,
    join_coefficient,
    powered,
    split_coefficient,
)
from explainer.rules.tidy.moments import deviation_of, moment_of

FAMILY = "Signs"


@singledispatch
def turned(node: Node) -> Node | None:
    """The negative of an expression by turning a difference in it round; None where there is none to turn."""
    return None


@turned.register(Sum)
def _(node: Sum) -> Node | None:
    """What is left of 1, such as 1 − σ, is not turned: it reads best as it is; nor what would have more signs then."""
    if deviation_of(node) is not None:
        return None  # a deviation is counted from the mean
    if (is_one(node.terms[0]) and len(node.terms) == 2) or not has_child(node, Negate):
        return None
    opposite = [negative(term) for term in node.terms]
    if 2 * len(of_kind(opposite, Negate)) > len(opposite):
        return None
    return Sum(tuple(signs_last(opposite)))


@turned.register(Product)
@turned.register(MatrixProduct)
@turned.register(Transpose)
@turned.register(Diag)
@turned.register(Dot)
@turned.register(Hadamard)
@turned.register(Apply)
def _(node: Node) -> Node | None:
    if isinstance(node, Apply) and moment_of(node, "mean") is None:
        return None  # of all functions, the mean alone is linear
    bare = [[untransposed(factor) for factor in matrix_factors(child)] for child in node.children]
    everywhere = [factor for factors in bare for factor in factors]
    for k, child in enumerate(node.children):
        # Of (x - a) (x - a)' neither is turned: it is seen that both are the same.
        new = turned(child) if all(everywhere.count(factor) == 1 for factor in bare[k]) else None
        if new is not None:
            return with_children(node, (*node.children[:k], new, *node.children[k + 1 :]))
    return None


@turned.register(Quotient)
@turned.register(HadamardQuotient)
def _(node: Quotient | HadamardQuotient) -> Node | None:
    above = turned(node.numerator)
    return None if above is None else type(node)(above, node.denominator)


@turned.register(IndexedSum)
def _(node: IndexedSum) -> Node | None:
    body = turned(node.body)
    return None if body is None else IndexedSum(node.index, body, node.lower)


@rule(
    title="Reverse a difference",
    statement="-(c (f - g)) = c (g - f)",
    words="The minus sign reverses the difference: minus {before} is {after}.",
    source="the laws of arithmetic",
    examples=["-(2 (y - z))", "-(y - sigmoid(z))", "-(x - y) / z^2", "-(2 (y - z) x') where x: n, y: scalar, z: scalar",
              "-(w - x)' where w: n, x: n"],
    leaves_alone=["-(2 (y + z))", "-(x (1 - x))", "-x^2"],
    phase="collapse",
)  # fmt: skip
def turn_around(node: Negate) -> Rewrite | None:
    """Minus a difference is the difference the other way round: one sign fewer to read."""
    after = turned(node.operand)
    if after is None:
        return None
    before, new = _changed(node.operand, after)
    return Rewrite(after, {"before": before, "after": new})


def _changed(before: Node, after: Node) -> tuple[Node, Node]:
    """The difference that was turned, before and after."""
    if isinstance(before, Sum):
        return before, after
    pairs = ((old, new) for old, new in zip(before.children, after.children, strict=True) if old is not new)
    pair = next(pairs, None)
    return (before, after) if pair is None else _changed(*pair)


@rule(
    title="Signs and numbers inside the cases",
    statement="-cases(f if c, g otherwise) = cases(-f if c, -g otherwise)",
    words="What stands before the brace is written into each case.",
    source="the laws of arithmetic",
    examples=["-cases(0 if z <= 0, 1 if z > 0)", "2 cases(0 if z <= 0, z if z > 0)",
              "-cases(zeros(1, n) if z <= 0, x' if z > 0) where x: n, z: scalar",
              "cases(0 if z <= 0, z if z > 0) x' where x: n, z: scalar"],
    leaves_alone=["cases(0 if z <= 0, 1 if z > 0)", "x cases(0 if z <= 0, y if z > 0)"],
    measure="depth of cases",
    phase="tidy",
)  # fmt: skip
def sign_into_cases(node: Negate | Product) -> Rewrite | None:
    """In one case the whole is that case's formula, with its own sign."""
    match node:
        case Negate(Cases() as switch):
            values = tuple(value if is_zero(value) else negative(value) for value in switch.values)
            return Rewrite(Cases(values, switch.conditions))
        case Product() if len(switches := of_kind(node.factors, Cases)) == 1:
            (inside,) = switches
            is_number = len(node.factors) == 2 and rational(node.factors[0]) is not None
            if not is_number and (node.shape.is_scalar or not inside.shape.is_scalar):
                return None
            values = tuple(_in_place(node, inside, value) for value in inside.values)
            statement = "2 cases(f if c, g otherwise) = cases(2 f if c, 2 g otherwise)"
            return Rewrite(Cases(values, inside.conditions), statement=statement)
    return None


def _in_place(product: Product, switch: Node, value: Node) -> Node:
    """The product with one value of the cases in their place."""
    if is_zero(value):
        return value if product.shape.is_scalar else zero(product.shape)
    return times(*(value if factor is switch else factor for factor in product.factors))


@rule(
    title="Sign before the fraction",
    statement="(-f - g) / h = -(f + g) / h",
    words="Every term of the numerator has a minus sign: it is written once, before the fraction.",
    source="the laws of arithmetic",
    examples=["(-3 - v) / 2", "(-x - y) / z", "(-x @ y' - z identity(n)) / t where x: n, y: n, z: scalar, t: scalar"],
    leaves_alone=["(x - y) / z", "-x - y", "(3 - v) / 2"],
    measure="minus signs",
    phase="tidy",
)
def sign_before_fraction(node: Quotient, numerator: Sum) -> Rewrite | None:
    """One sign for all terms is easier to see than one for each."""
    opposite = _opposites(numerator)
    return None if opposite is None else Rewrite(Negate(Quotient(opposite, node.denominator)))


def _opposites(bracket: Sum) -> Sum | None:
    """The sum with the other signs, where all its terms have a minus sign."""
    opposite = tuple(negative(term) for term in bracket.terms)
    negated = any(isinstance(term, Negate) or (rational(term) or 1) < 0 for term in opposite)
    return None if negated else Sum(opposite)


@rule(
    title="Sign before the bracket",
    statement="f * (-g - h) = -(f * (g + h))",
    words="Every term in the bracket has a minus sign: it is written once, before the product.",
    source="the laws of arithmetic",
    examples=["x (-y - z)", "2 e^-x (-cos(x) - sin(x))", "z * (-x - y) where x: n, y: n, z: scalar"],
    leaves_alone=["x (y - z)", "-x - y", "x (3 - v)"],
    measure="minus signs",
    phase="tidy",
)
def sign_before_bracket(node: Product) -> Rewrite | None:
    """The same for a factor as for the numerator of a fraction."""
    for k, factor in enumerate(node.factors):
        opposite = _opposites(factor) if isinstance(factor, Sum) else None
        if opposite is not None:
            return Rewrite(Negate(Product((*node.factors[:k], opposite, *node.factors[k + 1 :]))))
    return None


@rule(
    title="One transpose for the sum",
    statement="u' + v' = (u + v)'",
    words="The rows are added as columns and transposed once.",
    shapes={"u": "n", "v": "n"},
    source="the laws of matrix arithmetic; Petersen and Pedersen, The Matrix Cookbook, section 1",
    examples=["w' - x' where w: n, x: n", "z w' + x' where w: n, x: n, z: scalar", "2 w' - 2 x' where w: n, x: n"],
    leaves_alone=[
        "w' where w: n",
        "w' + x' @ A where A: n x n, w: n, x: n",
        "w' + x' / z where w: n, x: n, z: scalar",
        "2 w' + z x' where w: n, x: n, z: scalar",
        "w' - x' / z where w: n, x: n, z: scalar",
    ],
    phase="tidy",
)
def rows_joined(node: Sum) -> Rewrite | None:
    """The transpose of a sum is the sum of the transposes; one sign says it for all. What scales all rows stands
    in front.
    """
    if not node.shape.is_row or any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    if any(column_of(rest) is None for *_, rest in split):
        return None
    scalars = [_taken_apart(above, below) for _, above, below, _ in split]
    place = min(range(len(split)), key=lambda k: len(scalars[k][1]))
    number, bases = scalars[place]
    letters = [_divided(other, bases, number != 1 and not bases) for own, other in scalars if own == number]
    if len(letters) < len(split) or None in letters:
        return None
    inside = tuple(_as_column(sign, letter or ONE, rest.children[0]) for (sign, _, _, rest), letter in
                   zip(split, letters, strict=True))  # fmt: skip
    if all(term.shape.is_scalar for term in inside):
        return None
    return Rewrite(join_scalars(False, *split[place][1:3], Transpose(Sum(inside))))


def _taken_apart(above: tuple[Node, ...], below: tuple[Node, ...]) -> tuple[Fraction, Bases]:
    """Scalars over scalars as a number and powers, those below the bar with negative exponents."""
    number, upper, under = split_coefficient(Quotient(times(*above), times(*below)) if below else times(*above))
    bases = collect_bases(upper)
    for base, exponent in collect_bases(under).items():
        bases[base] = bases.get(base, Fraction(0)) - exponent
    return number, {base: exponent for base, exponent in bases.items() if exponent}


def _divided(bases: Bases, common: Bases, with_bars: bool) -> Node | None:
    """What is left of the powers without the common ones; None where a bar would come or go, unless it may."""
    left = {base: bases.get(base, Fraction(0)) - common.get(base, Fraction(0)) for base in {**bases, **common}}
    if not with_bars and any(exponent < 0 and not isinstance(base, SizeValue) for base, exponent in left.items()):
        return None
    if any(left[base] > 0 for base, exponent in common.items() if exponent < 0):
        return None
    upper = tuple(powered(base, exponent) for base, exponent in left.items() if exponent > 0)
    under = tuple(powered(base, -exponent) for base, exponent in left.items() if exponent < 0)
    return join_coefficient(Fraction(1), upper, under)


def _as_column(sign: bool, letter: Node, column: Node) -> Node:
    """A scaled column as a term; a scaled column of ones is the scalar, which expands beside a vector."""
    whole = column if is_one(letter) else letter if isinstance(column, Ones) else times(letter, column)
    return Negate(whole) if sign else whole


@rule(
    title="Opposite differences",
    statement="(f - g) (g - f) = -(f - g)^2",
    words="{opposite} is minus {bracket}: both are written alike.",
    source="the laws of arithmetic",
    examples=["(x - y) (y - x)", "(x - y) / (z (y - x))", "x (y - 1)^2 (1 - y)"],
    leaves_alone=["(x - y) (x + y)", "(x - y) / (x - z)", "(x - y)^2"],
    measure="different sums",
    phase="tidy",
)
def opposite_differences(node: Product | Quotient) -> Rewrite | None:
    """A difference and the same difference the other way round have the same square; their quotient is −1."""
    if not node.shape.is_scalar or not holds(node, Sum) or not holds(node, Negate):
        return None
    sides = fraction_of(node)
    places = [(side, k, *base_and_exponent(f)) for side, whole in enumerate(sides)
              for k, f in enumerate(factors_of(whole))]  # fmt: skip
    brackets = [place for place in places if isinstance(place[2], Sum) and place[3].denominator == 1]
    if not any(has_child(place[2], Negate) for place in brackets):
        return None
    found = {frozenset(place[2].children) for place in brackets}
    for one, (_, _, bracket, _) in enumerate(brackets):
        opposite = frozenset(map(negative, bracket.children))
        if opposite not in found:
            continue
        for side, k, other, exponent in brackets[one + 1 :]:
            if frozenset(other.children) != opposite or len(other.children) != len(opposite):
                continue
            kept, replaced = _in_usual_order(bracket, other)
            if replaced is bracket:
                side, k, exponent = brackets[one][0], brackets[one][1], brackets[one][3]
            factors = [factors_of(whole) for whole in sides]
            factors[side] = (*factors[side][:k], powered(kept, exponent), *factors[side][k + 1 :])
            above, below = (times(*side) for side in factors)
            after = Quotient(above, below) if isinstance(node, Quotient) else above
            after = Negate(after) if exponent % 2 else after
            return Rewrite(after, {"bracket": kept, "opposite": replaced})
    return None


def _in_usual_order(one: Node, other: Node) -> tuple[Node, Node]:
    """Of two opposite sums the one to keep first: that which starts with a number, else the first."""
    return (other, one) if isinstance(other.children[0], Number) else (one, other)


ORDER = (opposite_differences, turn_around, sign_before_fraction, sign_before_bracket, sign_into_cases, rows_joined)
"""The rules of this module, in the order in which they are tried."""
