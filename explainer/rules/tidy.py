"""Tidying: the small rewrites that turn a raw result into the form in which one would write it.

They speak of scalars. The engine applies them from the inside out; none of them knows its surroundings.
"""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Cases,
    Comparison,
    IndexedSum,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
)
from explainer.rules.build import has_decimals, is_one, is_zero, plus, rational, times, written, zero
from explainer.rules.factors import (
    base_and_exponent,
    collect_bases,
    factors_of,
    join_coefficient,
    like_key,
    order_rank,
    powered,
    split_coefficient,
)
from explainer.rules.rule import Rewrite, rule

ALGEBRA = "the laws of arithmetic"
LARGEST_DIGITS = 15
"""Numbers with more digits than this are left as they are written."""


def _fits(value: Fraction) -> bool:
    limit: int = 10**LARGEST_DIGITS
    return abs(value.numerator) < limit and value.denominator < limit


@rule(
    title="A term of zero",
    statement="f + 0 = f",
    words="Adding zero changes nothing.",
    source=ALGEBRA,
    examples=["x + 0", "0 + 2 x", "x - 0"],
    leaves_alone=["x + 1"],
    phase="tidy",
)
def zero_term(node: Node) -> Rewrite | None:
    """Terms that are zero are left out of a sum."""
    if not isinstance(node, Sum):
        return None
    kept = tuple(t for t in node.terms if not is_zero(t) and not (isinstance(t, Negate) and is_zero(t.operand)))
    if len(kept) == len(node.terms):
        return None
    after = plus(*kept) if kept else zero(node.shape)
    if after.shape != node.shape:
        return None
    return Rewrite(after, {"f": after})


@rule(
    title="A factor of zero",
    statement="0 f = 0",
    words="Zero times anything is zero.",
    source=ALGEBRA,
    examples=["0 x", "3 * 0 * sin(x)"],
    leaves_alone=["2 x"],
    phase="tidy",
)
def zero_factor(node: Node) -> Rewrite | None:
    """A product with a factor zero is zero."""
    if not isinstance(node, Product) or not any(map(is_zero, node.factors)):
        return None
    return Rewrite(zero(node.shape), {"f": times(*(factor for factor in node.factors if not is_zero(factor)))})


@rule(
    title="A factor of one",
    statement="1 f = f",
    words="A factor of one changes nothing.",
    source=ALGEBRA,
    examples=["1 x", "2 x * 1"],
    leaves_alone=["2 x"],
    phase="tidy",
)
def one_factor(node: Node) -> Rewrite | None:
    """Factors that are one are left out of a product."""
    if not isinstance(node, Product) or not any(map(is_one, node.factors)):
        return None
    after = times(*(factor for factor in node.factors if not is_one(factor)))
    return Rewrite(after, {"f": after})


@rule(
    title="Two signs",
    statement="-(-f) = f",
    words="Two minus signs cancel.",
    source=ALGEBRA,
    examples=["-(-x)", "-0"],
    leaves_alone=["-x"],
    phase="tidy",
)
def double_negative(node: Node) -> Rewrite | None:
    """The negative of a negative is the value itself; the negative of zero is zero."""
    if not isinstance(node, Negate):
        return None
    if is_zero(node.operand):
        return Rewrite(node.operand, {"f": node.operand}, ("The negative of zero is zero.",))
    if isinstance(node.operand, Negate):
        return Rewrite(node.operand.operand, {"f": node.operand.operand})
    return None


@rule(
    title="Sign to the front",
    statement="f (-g) = -(f g)",
    words="A minus sign in a factor moves to the front of the product.",
    source=ALGEBRA,
    examples=["x (-y)", "3 * (-1) * sin(x)", "(-x) / y", "x / (-y)"],
    leaves_alone=["x y"],
    phase="tidy",
)
def sign_to_front(node: Node) -> Rewrite | None:
    """Each negative factor turns the sign of the whole; an even number of them leaves it as it was."""
    if isinstance(node, Quotient):
        above, below = node.numerator, node.denominator
        if not isinstance(above, Negate) and not isinstance(below, Negate):
            return None
        turned = isinstance(above, Negate) != isinstance(below, Negate)
        above = above.operand if isinstance(above, Negate) else above
        below = below.operand if isinstance(below, Negate) else below
        after: Node = Quotient(above, below)
        words = ("A minus sign in a fraction moves to its front.",)
        return Rewrite(Negate(after) if turned else after, words=words, statement="-f / g = -(f / g)")
    if not isinstance(node, Product) or not any(isinstance(factor, Negate) for factor in node.factors):
        return None
    count = sum(isinstance(factor, Negate) for factor in node.factors)
    after = times(*(factor.operand if isinstance(factor, Negate) else factor for factor in node.factors))
    return Rewrite(Negate(after) if count % 2 else after)


@rule(
    title="Remove brackets",
    statement="f - (g + h) = f - g - h",
    words="A minus sign before a bracket turns the sign of every term in it.",
    source=ALGEBRA,
    examples=["x - (y + 1)", "2 - (x - y)", "(2 x) (3 y)"],
    leaves_alone=["x - y", "2 x y"],
    phase="tidy",
)
def open_brackets(node: Node) -> Rewrite | None:
    """A sum inside a sum needs no brackets, nor a product inside a product; after a minus sign all signs turn."""
    if isinstance(node, Product) and any(isinstance(factor, Product) for factor in node.factors):
        words = ("A product inside a product needs no brackets.",)
        return Rewrite(times(*node.factors), words=words, statement="f (g h) = f g h")
    if not isinstance(node, Sum):
        return None
    terms: list[Node] = []
    for term in node.terms:
        if isinstance(term, Negate) and isinstance(term.operand, Sum):
            terms.extend(t.operand if isinstance(t, Negate) else Negate(t) for t in term.operand.terms)
        elif isinstance(term, Sum):
            terms.extend(term.terms)
        else:
            terms.append(term)
    if len(terms) == len(node.terms):
        return None
    return Rewrite(Sum(tuple(terms)))


@rule(
    title="Compute with numbers",
    statement="2 * 3 = 6",
    words="The numbers are combined.",
    source=ALGEBRA,
    examples=["2 * 3", "3 y * 2 x", "1 + 2 + x", "2^3", "6 / 3", "4 / 6", "0.5 * 3", "2 / 3 + 1 / 3"],
    leaves_alone=["2 x", "2 / 3", "2 + x", "2^100"],
    phase="tidy",
)
def numbers(node: Node) -> Rewrite | None:
    """Numbers that stand together are computed exactly; fractions stay fractions."""
    if isinstance(node, Product):
        return _numbers_in_product(node)
    if isinstance(node, Sum):
        return _numbers_in_sum(node)
    if isinstance(node, Power):
        base, exponent = rational(node.base), rational(node.exponent)
        if base is None or exponent is None or exponent.denominator != 1 or abs(exponent) > 64:
            return None
        if base == 0 and exponent <= 0:
            return None
        value = base ** int(exponent)
        return Rewrite(written(value, has_decimals(node))) if _fits(value) else None
    if isinstance(node, Quotient):
        fraction = rational(node)
        if fraction is None or not _fits(fraction):
            return None
        after = written(fraction, has_decimals(node))
        return None if after is node else Rewrite(after)
    return None


def _numbers_in_product(node: Product) -> Rewrite | None:
    values = [(factor, rational(factor)) for factor in node.factors]
    known = [value for _, value in values if value is not None]
    if len(known) < 2:
        return None
    total = Fraction(1)
    for value in known:
        total *= value
    if not _fits(total):
        return None
    decimal = any(has_decimals(factor) for factor, value in values if value is not None)
    rest = tuple(factor for factor, value in values if value is None)
    computed = written(total, decimal)
    sizes = " · ".join(factor.text() for factor, value in values if value is not None)
    words = (f"{sizes} = ", computed, ".")
    if not rest:
        return Rewrite(computed, words=words)
    if isinstance(computed, Negate):
        return Rewrite(Negate(Product((computed.operand, *rest))), words=words)
    return Rewrite(Product((computed, *rest)), words=words)


def _numbers_in_sum(node: Sum) -> Rewrite | None:
    values = [rational(term) for term in node.terms]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    total = sum(known, Fraction(0))
    if not _fits(total):
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
    title="First and zeroth power",
    statement="f^1 = f",
    words="An exponent of one changes nothing; an exponent of zero gives one.",
    source=ALGEBRA,
    examples=["x^1", "x^0", "1^x"],
    leaves_alone=["x^2"],
    phase="tidy",
)
def trivial_power(node: Node) -> Rewrite | None:
    """A first power is the base itself; a zeroth power, and any power of one, is one."""
    if not isinstance(node, Power) or not node.shape.is_scalar:
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
    statement="f^(-2) = 1 / f^2",
    condition="f ≠ 0",
    words="A negative exponent means one over the power with the positive exponent.",
    source=ALGEBRA,
    examples=["x^(-2)", "x^(-1)", "x^(-1/2)"],
    leaves_alone=["x^2"],
    phase="tidy",
)
def negative_exponent(node: Node) -> Rewrite | None:
    """x to the power −n is 1 over x to the power n."""
    if not isinstance(node, Power) or not node.shape.is_scalar:
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
    statement="(f^2)^3 = f^6",
    words="The exponents of a power of a power are multiplied.",
    source=ALGEBRA,
    examples=["(x^2)^3"],
    leaves_alone=["x^2", "(x^2)^0.5"],
    phase="tidy",
)
def power_of_power(node: Node) -> Rewrite | None:
    """For whole outer exponents the exponents multiply. (For a square root they need not: √(x²) is |x|.)"""
    if not isinstance(node, Power) or not isinstance(node.base, Power) or not node.shape.is_scalar:
        return None
    inner, outer = rational(node.base.exponent), rational(node.exponent)
    if inner is None or outer is None or outer.denominator != 1 or outer < 1:
        return None
    return Rewrite(powered(node.base.base, inner * outer), {"f": node.base.base})


@rule(
    title="Multiply fractions",
    statement="f (g / h) = (f g) / h",
    words="Numerators are multiplied together, and denominators.",
    source=ALGEBRA,
    examples=["(1 / y) (2 x)", "(x / y) (y / z)", "(2 / z) x' where x: n, z: scalar"],
    leaves_alone=["2 x", "(1 / n) sum(i=1..n, y_i)"],
    phase="tidy",
)
def multiply_fractions(node: Node) -> Rewrite | None:
    """A factor before a fraction goes into its numerator."""
    if not isinstance(node, Product) or not any(isinstance(factor, Quotient) for factor in node.factors):
        return None
    if any(isinstance(factor, IndexedSum | Cases) for factor in node.factors):
        return None  # 1/N before a large sum is easier to read than the sum over N
    above: list[Node] = []
    below: list[Node] = []
    for factor in node.factors:
        if isinstance(factor, Quotient):
            above.append(factor.numerator)
            below.append(factor.denominator)
        else:
            above.append(factor)
    kept = [factor for factor in above if not is_one(factor)]
    return Rewrite(Quotient(times(*kept), times(*below)))


@rule(
    title="Fractions in fractions",
    statement="(f / g) / h = f / (g h)",
    words="A fraction in a fraction is written with one bar.",
    source=ALGEBRA,
    examples=["(x / y) / z", "x / (y / z)", "x / 1", "0 / x"],
    leaves_alone=["x / y"],
    phase="tidy",
)
def nested_fraction(node: Node) -> Rewrite | None:
    """Dividing by a fraction multiplies by its reciprocal; dividing by one changes nothing."""
    if not isinstance(node, Quotient) or not node.shape.is_scalar:
        return None
    above, below = node.numerator, node.denominator
    if is_one(below):
        return Rewrite(above, words=("Dividing by one changes nothing.",))
    if is_zero(above) and not is_zero(below):
        return Rewrite(ZERO, words=("Zero divided by anything is zero.",))
    if isinstance(above, Quotient) and isinstance(below, Quotient):
        return Rewrite(Quotient(times(above.numerator, below.denominator), times(above.denominator, below.numerator)))
    if isinstance(above, Quotient):
        return Rewrite(Quotient(above.numerator, times(above.denominator, below)))
    if isinstance(below, Quotient):
        return Rewrite(Quotient(times(above, below.denominator), below.numerator))
    return None


@rule(
    title="Cancel",
    statement="(f g) / (f h) = g / h",
    condition="f ≠ 0",
    words="What stands above and below the bar as a factor cancels.",
    source=ALGEBRA,
    examples=["(2 x) / x^2", "(x y) / (x z)", "(6 sin(x) x^2) / sin(x)^2", "(4 x) / (6 y)", "(2 x) / 4"],
    leaves_alone=["x / y", "(x + y) / x"],
    phase="tidy",
)
def cancel(node: Node) -> Rewrite | None:
    """A factor common to numerator and denominator can be divided out wherever it is not zero."""
    if not isinstance(node, Quotient) or has_decimals(node):
        return None
    top, above, over = split_coefficient(node.numerator)
    bottom, below, under = split_coefficient(node.denominator)
    if bottom == 0 or top == 0 or over or under:
        return None
    coefficient = top / bottom
    upper, lower = collect_bases(above), collect_bases(below)
    common = [base for base in upper if base in lower]
    reducible = rational(node) is None and abs(top) != abs(coefficient.numerator)
    if not common and not reducible:
        return None
    kept_above = tuple(powered(b, e - lower[b]) if b in lower else powered(b, e) for b, e in upper.items()
                       if b not in lower or e > lower[b])  # fmt: skip
    kept_below = tuple(powered(b, e - upper[b]) if b in upper else powered(b, e) for b, e in lower.items()
                       if b not in upper or e > upper[b])  # fmt: skip
    after = join_coefficient(coefficient, kept_above, kept_below)
    if after is node:
        return None
    conditions = tuple(Comparison("!=", base, ZERO) for base in common if base.free)
    if not common:
        return Rewrite(after, words=("The numbers in the fraction are reduced.",))
    words: list[str | Node] = ["The common factor " if len(common) == 1 else "The common factors "]
    for k, base in enumerate(common):
        words += [base] if k == 0 else [", ", base]
    words.append(" cancels." if len(common) == 1 else " cancel.")
    return Rewrite(after, words=tuple(words), conditions=conditions)


@rule(
    title="Combine powers",
    statement="f f^2 = f^3",
    words="Powers of the same base are combined: their exponents add.",
    source=ALGEBRA,
    examples=["x x^2", "x x", "sin(x)^2 sin(x)", "2 x * x"],
    leaves_alone=["x y", "2 * 2 * x"],
    phase="tidy",
)
def combine_powers(node: Node) -> Rewrite | None:
    """x² means x·x, so x·x² has three factors x."""
    if not isinstance(node, Product) or not node.shape.is_scalar:
        return None
    numeric = tuple(factor for factor in node.factors if rational(factor) is not None)
    others = tuple(factor for factor in node.factors if rational(factor) is None)
    bases = collect_bases(others)
    if len(bases) == len(others):
        return None
    merged = [base for base in bases if sum(base_and_exponent(factor)[0] is base for factor in others) > 1]
    after = times(*numeric, *(powered(base, exponent) for base, exponent in bases.items()))
    return Rewrite(after, {"f": merged[0]}, ("Powers of ", merged[0], " are combined: their exponents add."))


@rule(
    title="Order of factors",
    statement="y * 2 x = 2 x y",
    words="Factors may be swapped: numbers first, then letters, then functions.",
    source=ALGEBRA,
    examples=["x * 2", "sin(x) x", "y * 3 * x"],
    leaves_alone=["2 x y sin(x)"],
    phase="tidy",
)
def order_factors(node: Node) -> Rewrite | None:
    """The order of scalar factors does not matter; the usual one reads best."""
    if not isinstance(node, Product):
        return None
    ordered = tuple(sorted(node.factors, key=order_rank))
    return None if ordered == node.factors else Rewrite(Product(ordered))


@rule(
    title="Like terms",
    statement="f + 2 f = 3 f",
    words="Terms that differ only in a number are added.",
    source=ALGEBRA,
    examples=["x + x", "x^2 + 2 x^2", "3 x y - y x", "x - x", "x / 2 + x / 2"],
    leaves_alone=["x + x^2", "x + y"],
    phase="tidy",
)
def like_terms(node: Node) -> Rewrite | None:
    """Two of something and three of the same are five of it."""
    if not isinstance(node, Sum) or any(term.shape != node.shape for term in node.terms):
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
    words: list[str | Node] = []
    for k, term in enumerate(first[:4]):
        words += [term] if k == 0 else [" and " if k == len(first) - 1 else ", ", term]
    words.append(" are like terms: their numbers are added." if len(first) <= 4 else " … are like terms.")
    kept = tuple(term for term in terms if term is not None)
    return Rewrite(plus(*kept) if kept else zero(node.shape), words=tuple(words))


def has_decimals_coefficient(term: Node) -> bool:
    """Whether the number in front of a term is written with a point."""
    term = term.operand if isinstance(term, Negate) else term
    return any(isinstance(factor, Number) and factor.places > 0 for factor in factors_of(term))


@rule(
    title="Multiply out a number",
    statement="c (f + g) = c f + c g",
    condition="c is a number",
    words="The number {c} multiplies every term in the brackets.",
    source=ALGEBRA,
    examples=["9 (1 + 2 x)", "2 (x - y)"],
    leaves_alone=["x (1 + x)", "2 x"],
    phase="tidy",
)
def distribute(node: Node) -> Rewrite | None:
    """A number before brackets multiplies each term inside them."""
    if not isinstance(node, Product) or len(node.factors) != 2 or not node.shape.is_scalar:
        return None
    coefficient, bracket = node.factors
    if rational(coefficient) is None or not isinstance(bracket, Sum):
        return None
    terms = tuple(
        Negate(times(coefficient, term.operand)) if isinstance(term, Negate) else times(coefficient, term)
        for term in bracket.terms
    )
    return Rewrite(Sum(terms), {"c": coefficient, **dict(zip("fgh", bracket.terms, strict=False))})


def meets_numbers(node: Node) -> bool:
    """Whether multiplying a number into brackets combines it with a number there."""
    if not isinstance(node, Product) or len(node.factors) != 2 or not isinstance(node.factors[1], Sum):
        return False
    return any(
        rational(term) is not None or split_coefficient(term)[0] not in {1, -1} for term in node.factors[1].terms
    )


@rule(
    title="Shorter form",
    statement="(x^2 - 1) / (x - 1) = x + 1",
    words="Common factors of numerator and denominator are divided out.",
    source="polynomial division; computed by SymPy's cancel and factor",
    examples=["(x^2 - 1) / (x - 1)"],
    leaves_alone=["(x + 1) / (y - 1)", "x / y"],
    phase="tidy",
)
def shorter_form(node: Node) -> Rewrite | None:
    """Sums in a fraction can hide a common factor; dividing it out gives a shorter form of the same value."""
    if not isinstance(node, Quotient) or not isinstance(node.numerator, Sum) or not node.shape.is_scalar:
        return None
    if node.numerator.free.isdisjoint(node.denominator.free):
        return None
    from explainer.language.sympy_bridge import tidy

    after = tidy(node)
    if after is None or after is node:
        return None
    return Rewrite(after, conditions=(Comparison("!=", node.denominator, ZERO),))
