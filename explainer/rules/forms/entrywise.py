"""Products and fractions entry by entry as they are printed: x², σ − y, (1 − ln x) ⊘ x², σ(x) for e^x ⊘ (1 + e^x)."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr.kinds import all_of_kind, any_of_kind, holds, of_kind, parts_of_kind, placed
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ONE,
    TWO,
    Cases,
    Delta,
    Differential,
    Entry,
    Hadamard,
    HadamardQuotient,
    IndexedSum,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Variable,
)
from explainer.rules.build import (
    all_ones,
    called,
    entry_factors,
    is_all_ones,
    is_one,
    join_scalars,
    negative,
    plus,
    signs_last,
    split_scalars,
    under_sign,
    unsigned,
)
from explainer.rules.entries.indices import entry_of, without_zeros
from explainer.rules.matching import signed
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named

FAMILY = "Entry by entry"

VECTORS = "Parr and Howard, section 4.2"

MOST_TERMS = 12
"""Brackets are not multiplied out into more terms than this."""


@rule(
    title="Nested element-wise products",
    statement="u ⊗ (v ⊗ w) = u ⊗ v ⊗ w",
    words="Entry by entry numbers are multiplied: brackets are not needed, and what stands there twice is squared.",
    shapes={"u": "n", "v": "n", "w": "n"},
    source=VECTORS,
    examples=[
        "u ⊗ (v ⊗ w) where u: n, v: n, w: n",
        "w ⊗ w where w: n",
        "x ⊗ w ⊗ x where w: n, x: n",
        "A ⊗ (A ⊗ B) where A: m x n, B: m x n",
    ],
    leaves_alone=["u ⊗ v ⊗ w where u: n, v: n, w: n", "w ⊗ x where w: n, x: n"],
    measure="products entry by entry",
    phase="tidy",
)
def flat_product(node: Hadamard) -> Rewrite | None:
    """The product entry by entry is associative and commutative, as that of numbers is."""
    if node.shape.is_row:
        return None
    flat = [part for f in node.factors for part in entry_factors(f)]
    counts = {factor: flat.count(factor) for factor in flat if not factor.shape.is_scalar}
    squared = [Power(f, TWO) if counts.get(f) == 2 else f for f in dict.fromkeys(flat)]
    if len(squared) < len(counts) or any(count > 2 for count in counts.values()):
        return None
    after = squared[0] if len(squared) == 1 else Hadamard(tuple(squared))
    return None if after is node else Rewrite(after)


@rule(
    title="Common denominator entry by entry",
    statement="u ⊘ w + v ⊘ w = (u + v) ⊘ w",
    words="Every term is divided by {w} entry by entry: this is written once.",
    shapes={"u": "n", "v": "n", "w": "n"},
    source=VECTORS,
    examples=["ones(n) ⊘ x - w ⊘ x where w: n, x: n"],
    leaves_alone=["u ⊘ w + v ⊘ u where u: n, v: n, w: n", "u + v ⊘ w where u: n, v: n, w: n"],
    phase="tidy",
)
def common_denominator(node: Sum) -> Rewrite | None:
    """In every entry these are fractions with a common denominator."""
    if not node.shape.is_vector or any(t.shape != node.shape for t in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    fractions = of_kind((rest for *_, rest in split), HadamardQuotient)
    bar = fractions[0].denominator if fractions else None
    if bar is None or len(fractions) < len(split) or any(fraction.denominator is not bar for fraction in fractions):
        return None
    above = [(*part[:3], fraction.numerator) for part, fraction in zip(split, fractions, strict=True)]
    mixed = not all_of_kind([rest for *_, rest in above], Ones)
    terms = [ONE if mixed and isinstance(part[3], Ones) and not any(part[1:3]) and not part[0] else join_scalars(*part)
             for part in above]  # fmt: skip
    return Rewrite(HadamardQuotient(plus(*terms), bar), {"w": bar})


@rule(
    title="Multiply out entry by entry",
    statement="(1 - y) ⊗ x - y ⊗ (1 - x) = x - y",
    condition="the result is shorter",
    by_example=True,
    words="The brackets are multiplied out entry by entry, because then terms cancel.",
    shapes={"x": "n", "y": "n"},
    source=VECTORS,
    examples=["(1 - y) ⊗ x - y ⊗ (1 - x) where x: n, y: n", "x ⊗ (1 + y) - x ⊗ y where x: n, y: n"],
    leaves_alone=["x ⊗ (1 - y) where x: n, y: n", "x ⊗ (1 - y) + w where w: n, x: n, y: n"],
    phase="tidy",
)
def multiplied_out(node: Sum) -> Rewrite | None:
    """As with numbers, this is worthwhile where like terms cancel."""
    if not node.shape.is_vector or len(node.terms) > MOST_TERMS:
        return None
    if not any(any_of_kind(entry_factors(unsigned(t)), Sum) for t in node.terms):
        return None
    terms = [part for term in node.terms for part in _opened(term)]
    if len(terms) > MOST_TERMS:
        return None
    left: list[Node] = []
    for term in terms:
        opposite = next((other for other in left if _same(other, negative(term))), None)
        if opposite is not None:
            left.remove(opposite)
        else:
            left.append(term)
    if not left or len(left) == len(terms) or all(term.shape.is_scalar for term in left):
        return None
    after = plus(*signs_last(left))
    return Rewrite(after) if after.part_count < node.part_count else None


def _same(one: Node, other: Node) -> bool:
    """Whether two terms differ in the order of their factors only."""
    (sign, left), (opposite, right) = signed(one), signed(other)
    return sign == opposite and sorted(map(id, entry_factors(left))) == sorted(map(id, entry_factors(right)))


def _opened(term: Node) -> list[Node]:
    """The terms of a product of sums, ones left out."""
    match term:
        case Negate(operand):
            return [negative(part) for part in _opened(operand)]
        case Sum(terms):
            return [part for inner in terms for part in _opened(inner)]
        case Hadamard(factors):
            return _opened_product(term, factors)
    return [term]


def _opened_product(term: Node, factors: tuple[Node, ...]) -> list[Node]:
    """The terms of a product of brackets; the product alone where they would be too many."""
    products: list[tuple[bool, tuple[Node, ...]]] = [(False, ())]
    for factor in factors:
        parts = _opened(factor) if isinstance(factor, Sum) else [factor]
        if len(products) * len(parts) > 2 * MOST_TERMS:
            return [term]
        sizes = ((sign, () if _is_unit(size) else entry_factors(size)) for sign, size in map(signed, parts))
        kept = tuple(sizes)
        products = [(sign != other, (*made, *own)) for sign, made in products for other, own in kept]
    found = []
    for sign, made in products:
        whole = Hadamard(made) if len(made) > 1 else made[0] if made else Ones(term.shape.rows)
        found.append(Negate(whole) if sign else whole)
    return found


def _is_unit(node: Node) -> bool:
    return is_one(node) or isinstance(node, Ones)


@rule(
    title="Multiply into the bracket entry by entry",
    statement="u ⊗ (v + w ⊘ u) = u ⊗ v + w",
    condition="every fraction in the bracket disappears or gets shorter, no entry of u is 0",
    words="{f} multiplies every term in the bracket: there it cancels.",
    shapes={"u": "n", "v": "n", "w": "n"},
    source=VECTORS,
    examples=["u ⊗ (v + w ⊘ u) where u: n, v: n, w: n", "x ⊗ w ⊗ (y ⊘ x - (1 - y) ⊘ w) where w: n, x: n, y: n",
              "A ⊗ (B ⊘ A - C) where A: m x n, B: m x n, C: m x n",
              "u ⊗ (v ⊘ u - w ⊘ u^2) where u: n, v: n, w: n"],
    leaves_alone=["u ⊗ (v + w) where u: n, v: n, w: n", "u ⊗ (v ⊘ w + w ⊘ u) where u: n, v: n, w: n",
                  "u ⊗ (z + w ⊘ u) where u: n, w: n, z: scalar"],
    measure="bars",
    phase="tidy",
)  # fmt: skip
def into_the_bracket_entrywise(node: Hadamard) -> Rewrite | None:
    """Multiplying out is worthwhile where it leaves no fraction in the bracket."""
    if node.shape.is_row or node.shape.is_scalar or holds(node, Differential):
        return None
    for k, bracket in placed(node.factors, Sum):
        if any(t.shape != node.shape for t in bracket.terms):
            continue
        split = [split_scalars(term) for term in bracket.terms]
        below = [entry_factors(p[3].denominator) if isinstance(p[3], HadamardQuotient) else () for p in split]
        others = [part for j, factor in enumerate(node.factors) if j != k for part in entry_factors(factor)]
        needed = _gone(below, others)
        if not needed:
            below, others = [_powers_opened(bar) for bar in below], list(_powers_opened(others))
            needed = _shorter(below, others)
        if not needed:
            continue
        terms = []
        for (sign, above, under, rest), bar in zip(split, below, strict=True):
            top = entry_factors(rest.children[0] if bar else rest)
            kept = list(bar)
            for base in needed:
                if base in kept:
                    kept.remove(base)
            factors = [part for part in (*top, *(base for base in needed if base not in bar)) if not is_all_ones(part)]
            made = _entry_product(factors, all_ones(node.shape))
            made = HadamardQuotient(made, _entry_product(kept, made)) if kept else made
            terms.append(join_scalars(sign, above, under, made))
        for base in needed:
            others.remove(base)
        after = Hadamard((*others, Sum(tuple(terms)))) if others else Sum(tuple(terms))
        conditions = tuple(without_zeros(base) for base in needed)
        return Rewrite(after, {"f": Hadamard(tuple(needed)) if len(needed) > 1 else needed[0]}, (), conditions)
    return None


def _gone(below: list[tuple[Node, ...]], others: list[Node]) -> list[Node]:
    """The factors that take every bar of a bracket away."""
    needed = list(dict.fromkeys(part for bar in below for part in bar))
    fits = all(len(bar) == len(set(bar)) for bar in below) and all(map(others.count, needed))
    return needed if fits else []


def _shorter(below: list[tuple[Node, ...]], others: list[Node]) -> list[Node]:
    """A factor that stands in every bar of a bracket, and in one of them alone."""
    return [base for base in others if (base,) in below and all(base in bar for bar in below)][:1]


def _powers_opened(factors: Sequence[Node]) -> tuple[Node, ...]:
    """The factors with u for u^2 twice."""
    found: list[Node] = []
    for factor in factors:
        match factor:
            case Power(base, exponent) if exponent is TWO:
                found += (base, base)
            case _:
                found.append(factor)
    return tuple(found)


def _entry_product(factors: Sequence[Node], ones: Node) -> Node:
    return Hadamard(tuple(factors)) if len(factors) > 1 else factors[0] if factors else ones


@rule(
    title="Logistic function entry by entry",
    statement="exp(x) ⊘ (1 + exp(x)) = sigmoid(x)",
    words="{part} is the definition of {whole} in every entry.",
    shapes={"x": "n"},
    source="the rows of the functions in the operations table",
    examples=["exp(x) ⊘ (1 + exp(x)) where x: n", "(y ⊗ exp(-x)) ⊘ (1 + exp(-x)) where x: n, y: n",
              "ones(n) ⊘ (1 + exp(-x)) where x: n", "((y ⊗ exp(x)) / n) ⊘ (1 + exp(x)) where x: n, y: n",
              "exp(-x) ⊘ (1 + exp(-x)) where x: n", "exp(-x) ⊘ (1 + exp(-x))^2 where x: n",
              "1 ⊘ (1 + exp(-x)) where x: n", "x ⊘ (1 + exp(-x)) where x: n"],
    leaves_alone=["exp(x) ⊘ (2 + exp(x)) where x: n", "exp(w) ⊘ (1 + exp(x)) where w: n, x: n",
                  "y ⊘ (1 + exp(x)) where x: n, y: n"],
    phase="tidy",
)  # fmt: skip
def sigmoid_entrywise(node: HadamardQuotient) -> Rewrite | None:
    """What is recognised in a number is recognised in every entry of a vector."""
    denominator = node.denominator
    is_square = isinstance(denominator, Power) and denominator.exponent is TWO
    denominator = denominator.children[0] if is_square else denominator
    others = [term for term in denominator.children if not _is_unit(term)]
    if not isinstance(denominator, Sum) or len(others) != 1 or len(denominator.terms) != 2:
        return None
    (power,) = others
    argument = called(power, "exp")
    if argument is None or power.shape.is_scalar:
        return None
    sign, front, below, inside = split_scalars(node.numerator)
    numbers = (inside,) if inside.shape.is_scalar and not is_one(inside) else ()
    above = () if inside.shape.is_scalar else entry_factors(inside)
    units = [place for place, factor in enumerate(above) if is_all_ones(factor)]
    if power in above:
        place, whole = above.index(power), apply_named("sigmoid", argument)
    elif is_square:
        return None
    elif len(units) == len(above) or isinstance(argument, Negate):
        # a one over 1 + e^u, whatever u is; y over it only where u has a minus sign, which goes away
        place, whole = units[0] if units else -1, apply_named("sigmoid", negative(argument))
    else:
        return None
    made: tuple[Node, ...] = (whole,)
    if is_square:  # the other factor 1 − σ: σ(−x) is written as σ(x) first
        whole = apply_named("sigmoid", argument.operand) if isinstance(argument, Negate) else whole
        made = (whole, Sum((ONE, Negate(whole))))
    factors = (*above[:place], *made, *above[place + 1 :]) if place >= 0 else (*above, *made)
    whole = Hadamard(made) if is_square else whole
    after = join_scalars(sign, (*front, *numbers), below, Hadamard(factors) if len(factors) > 1 else whole)
    return Rewrite(
        after, {"part": HadamardQuotient(above[place] if place >= 0 else ONE, node.denominator), "whole": whole}
    )


@rule(
    title="Sum of shares and other terms",
    statement="sum(softmax(x) + w) = 1 + sum(w)",
    words="The entries of softmax add up to 1, so the total is taken term by term.",
    shapes={"x": "n", "w": "n"},
    source="Bridle 1990",
    examples=["sum(softmax(x) + w) where w: n, x: n", "sum(w - softmax(x)) where w: n, x: n"],
    leaves_alone=["sum(x + w) where w: n, x: n", "sum(softmax(x)) where x: n",
                  "sum(softmax(x) + z) where x: n, z: scalar"],
    measure="what is added up",
    phase="tidy",
)  # fmt: skip
def total_of_shares(node: SumReduction, operand: Sum) -> Rewrite | None:
    """Each entry of softmax is a share of the whole."""
    terms = operand.terms
    if any(not term.shape.is_vector for term in terms):
        return None
    if all(called(unsigned(term), "softmax") is None for term in terms):
        return None
    return Rewrite(plus(*(under_sign(_total, term) for term in terms)))


def _total(term: Node) -> Node:
    """The sum of the entries; those of softmax add up to 1."""
    return SumReduction(term) if called(term, "softmax") is None else ONE


@rule(
    title="Entry of a sum",
    statement="cases((x - y)_1 if z > 0, 0 otherwise) = cases(x_1 - y_1 if z > 0, 0 otherwise)",
    by_example=True,
    words="The entry of {v} is {entry}.",
    shapes={"x": "n", "y": "n"},
    source=VECTORS,
    examples=[
        "cases((x - y)_1 if z > 0, 0 otherwise) where x: n, y: n, z: scalar",
        "(2 x + z)_1 where x: n, z: scalar",
    ],
    leaves_alone=["x_1 where x: n", "(A @ x)_1 where A: m x n, x: n", "(A @ x - y)_1 where A: m x n, x: n, y: m"],
    measure="what an entry is taken of",
    phase="tidy",
)
def entry_inside(node: Entry | Cases) -> Rewrite | None:
    """Sums and multiples of vectors work entry by entry; an entry of a product A x stays, it would be a sum.

    Conditions are not tidied on their own: those of cases are looked at with the cases.
    """
    if isinstance(node, Entry):
        entry = _entry_of_sum(node)
        return None if entry is None else Rewrite(entry, {"v": node.base, "entry": entry})
    for condition in node.conditions:
        for part in parts_of_kind(condition, Entry):
            entry = _entry_of_sum(part)
            if entry is not None:
                conditions = tuple(substitute(condition, {part: entry}) for condition in node.conditions)
                return Rewrite(Cases(node.values, conditions), {"v": part.base, "entry": entry})
    return None


def _entry_of_sum(node: Entry) -> Node | None:
    if not isinstance(node.base, Sum | Negate | Product | Quotient | Hadamard | HadamardQuotient | Power):
        return None
    after = entry_of(node.base, node.indices)
    plain = all(isinstance(part.base, Variable) for part in parts_of_kind(after, Entry))
    return None if not plain or holds(after, IndexedSum, Delta) else after


ORDER = (
    entry_inside,
    flat_product,
    sigmoid_entrywise,
    common_denominator,
    into_the_bracket_entrywise,
    multiplied_out,
    total_of_shares,
)
"""The rules of this module, in the order in which they are tried."""
