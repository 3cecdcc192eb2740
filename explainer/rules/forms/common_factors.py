"""Common factors out of a sum, fractions of one sum over one bar: each makes the expression shorter."""

from __future__ import annotations

from fractions import Fraction

from explainer.budget import remembered_values
from explainer.expr.kinds import any_of_kind, has_child, holds, not_of_kind, of_kind, placed
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Cases,
    Comparison,
    Delta,
    Derivative,
    Entry,
    IndexedSum,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from explainer.rules.build import (
    factors_of,
    has_decimals,
    join_scalars,
    negative,
    plus,
    split_scalars,
    times,
    under_sign,
    unsigned,
)
from explainer.rules.forms.roots import root_power, roots_as_powers
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.tidy.arithmetic import ALGEBRA, like_terms, numbers
from explainer.rules.tidy.expanding import MOST_TERMS, _terms_of
from explainer.rules.tidy.factors import Bases, collect_bases, in_order, join_coefficient, powered, split_coefficient
from explainer.rules.tidy.fractions import is_constant
from explainer.rules.tidy.powers import add_exponents, combine_powers, power_of_power, square_of_root
from explainer.rules.tidy.units import one_factor

FAMILY = "Common factors"

LARGEST_SUM = 12
"""Sums of more terms than this are left as they are."""
LARGEST_SIZE = 160
"""The same for sums with more parts than this."""


def _is_small(node: Sum) -> bool:
    return len(node.terms) <= LARGEST_SUM and node.part_count <= LARGEST_SIZE


def _is_open(node: Node) -> bool:
    """Whether something in a sum still waits for its own rule: a δ that picks terms, a derivative, cases."""
    return holds(node, Delta, Derivative, Cases, IndexedSum)


def _says_something(base: Node) -> bool:
    """Whether a common factor is worth a bracket: a function, a sum, an exponential; a number or a letter is not."""
    return isinstance(base, Apply | Sum | Power)


@rule(
    title="Factor out a common factor",
    statement="f g + f h = f (g + h)",
    condition="the result is shorter",
    words="Every term has the factor {f}: it is written once, before the bracket.",
    source=ALGEBRA,
    examples=[
        "e^x + x e^x",
        "sin(x) - x sin(x)",
        "3 (x + 1)^2 (x - 1)^2 + 2 (x - 1)^3 (x + 1)",
        "sigmoid(x) + x sigmoid(x) (1 - sigmoid(x))",
        "y (1 - x / z) - x y / z",
        "x sigmoid(w x + b) - x y",
    ],
    leaves_alone=["x + x^2", "2 x sin(x) + x^2 cos(x)", "x y + x z", "x sin(y) + x z"],
    measure="letters",
    phase="tidy",
)
def common_factor(node: Sum) -> Rewrite | None:
    """The distributive law, read from right to left, where the factor is more than a number or a letter, or where the
    bracket is an error: what a function predicts, less what was seen.
    """
    if not node.shape.is_scalar or not _is_small(node) or _is_open(node):
        return None
    decimal = has_decimals(node)
    split = [split_coefficient(term) for term in node.terms]
    bases = [collect_bases(above) for _, above, _ in split]
    shared: Bases = {}
    for base, exponent in bases[0].items():
        least = min([exponent, *(other.get(base, Fraction(0)) for other in bases[1:])])
        if least > 0 and (base.free or _says_something(base)):
            shared[base] = least
    brackets = any(any_of_kind(_factors(term), Sum) for term in node.terms)
    says_something = any(map(_says_something, shared))
    if not shared or not (brackets or says_something or _is_error(node.terms, shared)):
        return None
    sizes = {abs(coefficient) for coefficient, _, _ in split}
    number = sizes.pop() if len(sizes) == 1 and not decimal else Fraction(1)
    inside = tuple(
        join_coefficient(coefficient / number, _without(own, shared), below, decimal)
        for (coefficient, _, below), own in zip(split, bases, strict=True)
    )
    common = tuple(powered(base, exponent) for base, exponent in shared.items())
    before = join_coefficient(number, common, ())
    short = summed(list(inside)) if not decimal and any(any_of_kind(_factors(term), Sum) for term in inside) else None
    bracket = Sum(inside) if short is None or _letters(short) >= _letters(Sum(inside)) else short
    if bracket is not short and not says_something and not _is_error(node.terms, shared):
        return None  # letters alone come out where the bracket then becomes shorter
    after = times(*in_order((*factors_of(before), bracket))) if not isinstance(before, Quotient) else None
    if after is None or after.part_count > node.part_count or _letters(after) >= _letters(node):
        return None
    return Rewrite(after, {"f": times(*common)})


def _is_error(terms: tuple[Node, ...], shared: Bases) -> bool:
    """Whether a difference of two terms has the same factors but a function on one side and a letter on the other."""
    if len(terms) != 2 or len(of_kind(terms, Negate)) != 1:
        return False
    rests = [[base for base in collect_bases(_factors(term)) if base not in shared] for term in terms]
    if any(len(rest) != 1 for rest in rests):
        return False
    kinds = {type(rest[0]) for rest in rests}
    return kinds == {Apply, Variable} or kinds == {Apply, Entry}


def _factors(term: Node) -> tuple[Node, ...]:
    return factors_of(unsigned(term))


def _letters(node: Node) -> tuple[int, int]:
    """How many letters are written, one that recurs each time, and how many powers."""
    parts = [part for _, part in subnodes(node)]
    letters = sum(not part.children for part in not_of_kind(parts, Number))
    return letters, len(of_kind(parts, Power))


def _without(own: Bases, shared: Bases) -> tuple[Node, ...]:
    kept = ((base, exponent - shared.get(base, Fraction(0))) for base, exponent in own.items())
    return tuple(powered(base, exponent) for base, exponent in kept if exponent)


@rule(
    title="One fraction",
    statement="f / h - g / h^2 = (f h - g) / h^2",
    condition="the result is shorter, h ≠ 0",
    words="The terms are written over the common denominator {h}: that is shorter.",
    source=ALGEBRA,
    examples=["1 / x^2 - ln(x) / x^2", "1 / (1 + x^2) - 2 x^2 / (1 + x^2)^2", "sqrt(1 - x^2) - x^2 / sqrt(1 - x^2)",
              "1 / sqrt(1 + x^2) - x^2 / (1 + x^2)^(3/2)",
              "(1 - y) / (1 - x) - y / x"],
    leaves_alone=["1 / x + 1 / y", "x + 1 / x", "1 / x - y / x^3"],
    phase="tidy",
)  # fmt: skip
def one_fraction(node: Sum) -> Rewrite | None:
    """Fractions are added over a common denominator; this is done where terms then combine."""
    if not node.shape.is_scalar or has_decimals(node) or not _is_small(node):
        return None
    if _is_open(node):
        return None
    split = [split_coefficient(term) for term in node.terms]
    below = roots_as_powers([collect_bases(under) for _, _, under in split])
    joint: Bases = {}
    for bases in below:
        for base, exponent in bases.items():
            joint[base] = max(joint.get(base, Fraction(0)), exponent)
    number = max(coefficient.denominator for coefficient, _, _ in split)
    if any(number % coefficient.denominator for coefficient, _, _ in split):
        return None
    if not joint and number == 1:
        return None
    terms = [
        reduced(join_coefficient(coefficient * number, (*above, *_without(joint, own)), ()))
        for (coefficient, above, _), own in zip(split, below, strict=True)
    ]
    above = summed(terms)
    bar = join_coefficient(Fraction(number), tuple(root_power(base, exponent) for base, exponent in joint.items()), ())
    bar = times(*in_order(factors_of(bar)))
    if above is None:
        return None
    after = under_sign(lambda size: Quotient(size, bar), above)
    if after.part_count >= node.part_count:
        return None
    return Rewrite(after, {"h": bar})


def reduced(term: Node) -> Node:
    """A product with the powers of one base combined."""
    match term:
        case Negate(operand):
            return negative(reduced(operand))
        case Power(base, Sum() as exponent):
            rewrite = like_terms(exponent)
            if rewrite is not None:
                return reduced(Power(base, rewrite.after))
    for reduce in (one_factor, combine_powers, square_of_root, power_of_power, add_exponents):
        rewrite = reduce(term)
        if rewrite is not None:
            return reduced(rewrite.after)
    if isinstance(term, Product):
        factors = tuple(map(reduced, term.factors))
        return term if factors == term.factors else reduced(times(*factors))
    return term


def summed(terms: list[Node]) -> Node | None:
    """The sum of the terms multiplied out as far as that is short, like terms joined."""
    opened = _terms_of(plus(*terms))
    if opened is None or len(opened) > MOST_TERMS:
        return None
    ordered = [_ordered(reduced(term)) for term in opened]
    after: Node = plus(*ordered)
    while (rewrite := like_terms(after) or numbers(after)) is not None:
        after = rewrite.after
    closed = plus(*terms)
    return closed if closed.part_count < after.part_count else after


def _ordered(term: Node) -> Node:
    match term:
        case Negate(operand):
            return Negate(_ordered(operand))
        case Product():
            rewrite = numbers(term)
            term = term if rewrite is None else rewrite.after
            return term if isinstance(term, Negate) else times(*in_order(factors_of(term)))
    return term


@rule(
    title="Multiply into the bracket",
    statement="f (g + h / f) = f g + h",
    condition="a fraction in the bracket disappears, f ≠ 0",
    words="{f} multiplies every term in the bracket: there it cancels.",
    source=ALGEBRA,
    examples=["x^2 (1 + 1 / x^2)", "2 x (y + 3 / x)", "y x (1 - z / x)"],
    leaves_alone=["x (1 + x)", "x (1 + 1 / y)", "(x + 1) (y + 1 / x)"],
    measure="bars",
    phase="tidy",
)
def into_the_bracket(node: Product) -> Rewrite | None:
    """Multiplying out is worthwhile where it leaves one fraction fewer."""
    if not node.shape.is_scalar or has_decimals(node) or not has_child(node, Sum):
        return None
    for k, bracket in placed(node.factors, Sum):
        if not holds(bracket, Quotient):
            continue
        if not _is_small(bracket) or _is_open(bracket):
            continue
        split = [split_coefficient(term) for term in bracket.terms]
        below = [collect_bases(under) for _, _, under in split]
        needed: Bases = {}
        for bases in below:
            for base, exponent in bases.items():
                needed[base] = max(needed.get(base, Fraction(0)), exponent)
        if not needed or not _may_stand_before(node, needed):
            continue
        others = collect_bases((*node.factors[:k], *node.factors[k + 1 :]))
        if any(others.get(base, Fraction(0)) < exponent for base, exponent in needed.items()):
            continue
        terms = tuple(
            _ordered(reduced(join_coefficient(coefficient, (*above, *_without(needed, own)), ())))
            for (coefficient, above, _), own in zip(split, below, strict=True)
        )
        rest = _without(others, needed)
        factor = times(*(powered(base, exponent) for base, exponent in needed.items()))
        after = times(*in_order((*rest, Sum(terms)))) if rest else Sum(terms)
        return Rewrite(after, {"f": factor}, (), tuple(Comparison("!=", base, ZERO) for base in needed if base.free))
    return None


def _may_stand_before(product: Product, needed: Bases) -> bool:
    """Whether the bases are among the factors at all: known of a product once for all of its brackets."""
    known = remembered_values(_may_stand_before)
    if product not in known:
        known[product] = frozenset(collect_bases(product.factors))
    bases: frozenset[Node] = known[product]
    return needed.keys() <= bases


@rule(
    title="Fraction of numbers in front",
    statement="(a x) / c = (a / c) x",
    words="The numbers make one fraction before {x}.",
    shapes={"x": "n"},
    source=ALGEBRA,
    examples=["2 x / n where x: n", "2 (x' @ A) / 3 where x: n, A: n x n",
              "2 sum(i=1..n, x_i y_i) / n where x: n, y: n",
              "sum(i=1..n, x_i y_i) / n where x: n, y: n"],
    leaves_alone=["x / n where x: n", "2 x / z where x: n, z: scalar", "2 z / 3"],
    measure="what stands above bars",
    phase="tidy",
)  # fmt: skip
def fraction_in_front(node: Quotient) -> Rewrite | None:
    """In front of a vector, a matrix or a large sum, a factor is easiest to see."""
    if not is_constant(node.denominator):
        return None
    factors = factors_of(node.numerator)
    tall = tuple(f for f in factors if isinstance(f, IndexedSum) or not f.shape.is_scalar)
    others = tuple(f for f in factors if f not in tall)
    if len(tall) != 1 or not all(is_constant(factor) for factor in others):
        return None
    if not others and not isinstance(tall[0], IndexedSum):
        return None
    front = Quotient(times(*others) if others else ONE, node.denominator)
    return Rewrite(times(front, *tall), {"x": tall[0]})


@rule(
    title="Factor scalars out of a sum of vectors",
    statement="z u + z v = z (u + v)",
    words="Every term has the same scalar factor: it is written once, before the bracket.",
    shapes={"u": "n", "v": "n"},
    source=ALGEBRA,
    examples=["-A - B where A: n x n, B: n x n", "A / 2 + B / 2 where A: n x n, B: n x n",
              "z w + z x where w: n, x: n, z: scalar"],
    leaves_alone=["w - x where w: n, x: n", "2 w + z x where w: n, x: n, z: scalar"],
    phase="tidy",
)  # fmt: skip
def scalars_out(node: Sum) -> Rewrite | None:
    """The distributive law for vectors and matrices; a minus sign before every term is such a scalar too."""
    if node.shape.is_scalar or any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    scalars = {(frozenset(above), frozenset(below)) for _, above, below, _ in split}
    sign = all(part[0] for part in split)
    if len(scalars) > 1 or any(len(part[1]) != len(split[0][1]) for part in split):
        return None
    _, above, below, _ = split[0]
    if not sign and not above and not below:
        return None
    inside = tuple(Negate(rest) if part and not sign else rest for part, _, _, rest in split)
    return Rewrite(join_scalars(sign, above, below, Sum(inside)))


@rule(
    title="Constants in front of the sum",
    statement="sum(i=1..N, c x_i) = c sum(i=1..N, x_i)",
    condition="they are the same in every term",
    words="Every term of the sum over {i} has the factor {c}, whatever {i} is: it is written once, in front.",
    shapes={"x": "N"},
    source=ALGEBRA,
    examples=["sum(i=1..N, 2 x_i y_i) where x: N, y: N", "sum(i=1..N, -(x_i y_i)) where x: N, y: N",
              "sum(i=1..N, x_i y_i / z) where x: N, y: N, z: scalar", "sum(i=1..N, x_i w) where x: N, w: n"],
    leaves_alone=["sum(i=1..N, x_i y_i) where x: N, y: N", "sum(i=1..N, z) where z: scalar",
                  "sum(i=1..N, cases(0 if x_i <= 0, 2 z x_i if x_i > 0)) where x: N, z: scalar"],
    measure="what stands under a sum",
    phase="tidy",
)  # fmt: skip
def constants_in_front(node: IndexedSum) -> Rewrite | None:
    """The distributive law, read from right to left; a minus sign is such a factor too."""
    if node.index not in node.body.free:
        return None
    body, index = node.body, node.index
    match body:
        case Negate(operand):
            words = fill("Every term of the sum over {i} has a minus sign: it is written once, in front.", {"i": index})
            after: Node = Negate(IndexedSum(index, operand, node.lower))
            return Rewrite(after, {"i": index}, words, statement="sum(i=1..N, -x_i) = -sum(i=1..N, x_i)")
        case Quotient(numerator, denominator) if index not in denominator.free:
            front: Node = Quotient(ONE, denominator)
            return Rewrite(times(front, IndexedSum(index, numerator, node.lower)), {"c": front, "i": index})
    if not isinstance(body, Product):
        return None
    same = next((f for f in body.factors if not f.shape.is_scalar and index not in f.free), None)
    if same is not None:
        scalars = times(*(f for f in body.factors if f is not same))
        return Rewrite(times(IndexedSum(index, scalars, node.lower), same), {"c": same, "i": index})
    outside = tuple(f for f in body.factors if f.shape.is_scalar and index not in f.free)
    if not outside:
        return None
    inside = times(*(f for f in body.factors if f not in outside))
    return Rewrite(times(*outside, IndexedSum(index, inside, node.lower)), {"c": times(*outside), "i": index})


ORDER = (common_factor, one_fraction, into_the_bracket, scalars_out, constants_in_front, fraction_in_front)
"""The rules of this module, in the order in which they are tried."""
