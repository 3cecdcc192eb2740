"""Sums of vectors and scalars, and outer products, as they are printed: x − x̄, not x̄ 1⃗ − x."""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.kinds import all_of_kind, any_of_kind
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    HadamardQuotient,
    Identity,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    Sum,
    Transpose,
)
from explainer.rules.build import (
    factors_of,
    has_decimals,
    join_scalars,
    negative,
    plus,
    rational,
    split_scalars,
    terms_of,
    times,
)
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.factors import join_coefficient, split_coefficient
from explainer.rules.tidy.moments import deviation_of

FAMILY = "Vectors and scalars"

LAWS = "the laws of matrix arithmetic; Petersen and Pedersen, The Matrix Cookbook, section 1"


@rule(
    title="Factor numbers out of a sum of vectors and scalars",
    statement="2 x + 2 z = 2 (x + z)",
    words="Every term has the factor {c}: it is written once, before the bracket.",
    shapes={"x": "n"},
    source=LAWS,
    examples=["2 x - 2 z where x: n, z: scalar", "2 x - 2 sum(x) / n where x: n",
              "x / 2 + z / 2 where x: n, z: scalar"],
    leaves_alone=["2 x + 3 z where x: n, z: scalar", "x + z where x: n, z: scalar", "2 x + 2 w where x: n, w: n"],
    phase="tidy",
)  # fmt: skip
def numbers_out(node: Sum) -> Rewrite | None:
    """A scalar beside a vector is added to each entry; a number that multiplies every term is written in front."""
    if not node.shape.is_vector or all(term.shape == node.shape for term in node.terms):
        return None
    if has_decimals(node):
        return None
    numbers, rests = zip(*map(_number_and_rest, node.terms), strict=True)
    sizes = {abs(number) for number in numbers}
    if len(sizes) > 1 or sizes == {1}:
        return None
    (size,) = sizes
    inside = tuple(Negate(rest) if number < 0 else rest for number, rest in zip(numbers, rests, strict=True))
    after = join_coefficient(size, (Sum(inside),), ())
    return Rewrite(after, {"c": join_coefficient(size, (), ())})


def _number_and_rest(term: Node) -> tuple[Fraction, Node]:
    """A term as its number and what the number multiplies."""
    if term.shape.is_scalar:
        number, above, below = split_coefficient(term)
        return number, join_coefficient(Fraction(1), above, below)
    sign, above, below, rest = split_scalars(term)
    number, upper, under = split_coefficient(Quotient(times(*above), times(*below)) if below else times(*above))
    return (-number if sign else number), join_scalars(False, upper, under, rest)


@rule(
    title="Scaled vector of ones in a sum",
    statement="x + z ones(n) = x + z",
    words="Beside a vector the scalar {z} is added to every entry: the vector of ones need not be written.",
    shapes={"x": "n"},
    source="Parr and Howard, section 4.3",
    examples=[
        "x - z ones(n) where x: n, z: scalar",
        "2 z ones(n) + x where x: n, z: scalar",
        "x + z + ones(n) where x: n, z: scalar",
    ],
    leaves_alone=["x + ones(n) where x: n", "z ones(n) where z: scalar", "z ones(n) - y ones(n) where y: scalar"],
    measure="vectors",
    phase="tidy",
)
def ones_as_scalar(node: Sum) -> Rewrite | None:
    """Scalars expand beside vectors; a vector of ones by itself stays, as a 1 beside a vector is easily overlooked."""
    if not node.shape.is_vector:
        return None
    split = [None if term.shape.is_scalar else split_scalars(term) for term in node.terms]
    if all_of_kind([part[3] for part in split if part is not None], Ones):
        return None
    scalars = any(part is None for part in split)
    for k, part in enumerate(split):
        if part is None or not isinstance(part[3], Ones) or not (part[1] or part[2] or scalars):
            continue
        z = join_scalars(part[0], part[1], part[2], None)
        return Rewrite(Sum((*node.terms[:k], z, *node.terms[k + 1 :])), {"z": z})
    return None


@rule(
    title="Outer product of opposite differences",
    statement="(u - v) @ (v - u)' = -(u - v) @ (u - v)'",
    words="{opposite} is minus {bracket}: both are written alike.",
    shapes={"u": "n", "v": "n"},
    source=LAWS,
    examples=["(w - x) @ (x - w)' where w: n, x: n", "(z - x) @ (x - z)' where x: n, z: scalar"],
    leaves_alone=["(w - x) @ (w - x)' where w: n, x: n", "(w - x) @ (w + x)' where w: n, x: n"],
    measure="different sums",
    phase="tidy",
)
def opposite_outer(node: MatrixProduct) -> Rewrite | None:
    """A difference times the same difference the other way round is minus its outer product with itself."""
    match node.factors:
        case (Sum() as left, Transpose(Sum() as other)):
            pass
        case _:
            return None
    if len(left.terms) != len(other.terms) or frozenset(map(negative, left.terms)) != frozenset(other.terms):
        return None
    kept = other if isinstance(left.terms[0], Negate) or deviation_of(other) else left
    replaced = left if kept is other else other
    return Rewrite(Negate(MatrixProduct((kept, Transpose(kept)))), {"bracket": kept, "opposite": replaced})


def opposite_deviation(node: Node) -> Node | None:
    """v − mean(v) for mean(v) − v."""
    match node:
        case Sum((mean, Negate(v))) if not isinstance(v, Negate):
            after = Sum((v, negative(mean)))
            return after if deviation_of(after) is not None else None
    return None


@rule(
    title="Deviation from the mean",
    statement="z (mean(x) - x) = -z (x - mean(x))",
    words="{opposite} is minus the deviation {bracket}.",
    shapes={"x": "n"},
    source="the laws of arithmetic",
    examples=["z (mean(x) - x) where x: n, z: scalar", "(mean(x) - x)' where x: n"],
    leaves_alone=["z (x - mean(x)) where x: n, z: scalar", "mean(x) - x where x: n", "(mean(w) - x)' where w: n, x: n"],
    measure="opposite deviations",
    phase="tidy",
)  # fmt: skip
def deviation_forward(node: Product | Transpose | MatrixProduct) -> Rewrite | None:
    """A deviation is counted from the mean: it is positive where the entry is the larger one."""
    for k, child in enumerate(node.children):
        forward = opposite_deviation(child)
        if forward is None:
            continue
        bindings = {"bracket": forward, "opposite": child}
        children = (*node.children[:k], forward, *node.children[k + 1 :])
        after: Node = times(*children) if isinstance(node, Product) else with_children(node, children)
        return Rewrite(Negate(after), bindings)
    return None


@rule(
    title="Factor out a common divisor",
    statement="A / z - B / (n z) = (A - B / n) / z",
    words="Every term is divided by {z}: it is written once, as a common denominator.",
    shapes={"A": "n x n", "B": "n x n"},
    source=LAWS,
    examples=["identity(n) / z - (x @ x') / (n z) where x: n, z: scalar"],
    leaves_alone=["identity(n) / z - (x @ x') / (n z^3) where x: n, z: scalar",
                  "A / z - B / (n z) where A: n x n, B: n x n, z: scalar"],
    phase="tidy",
)  # fmt: skip
def divisor_out(node: Sum) -> Rewrite | None:
    """Where this leaves the identity matrix bare, the bracket shows what is taken away from it."""
    if not node.shape.is_matrix or any(term.shape != node.shape for term in node.terms):
        return None
    split = [split_scalars(term) for term in node.terms]
    bare = next((part for part in split if _holds_identity(part[3]) and part[2]), None)
    if bare is None:
        return None
    shared = factors_of(times(*bare[2]))
    below = [factors_of(times(*part[2])) if part[2] else () for part in split]
    joined = [k for k, factors in enumerate(below) if set(shared) <= set(factors)]
    if len(joined) < 2:
        return None
    inside = []
    for k in joined:
        sign, above, _, rest = split[k]
        inside.append(join_scalars(sign, above, tuple(f for f in below[k] if f not in shared), rest))
    z = times(*shared)
    whole = Quotient(plus(*inside), z)
    terms = [whole if k == joined[0] else term for k, term in enumerate(node.terms) if k not in joined[1:]]
    return Rewrite(plus(*terms), {"z": z})


def _holds_identity(node: Node) -> bool:
    return any_of_kind(terms_of(node), Identity)


@rule(
    title="Scalar below an element-wise fraction",
    statement="x ⊘ (z w) = (x ⊘ w) / z",
    words="Every entry is divided by {z}: it is written once, as the denominator of the whole.",
    shapes={"x": "n", "w": "n"},
    source=LAWS,
    examples=["x ⊘ (z w) where w: n, x: n, z: scalar", "ones(n) ⊘ (n x) where x: n"],
    leaves_alone=["x ⊘ w where w: n, x: n", "x ⊘ (w ⊗ w) where w: n, x: n"],
    measure="scalars inside",
    phase="tidy",
)
def scalar_below(node: HadamardQuotient, denominator: Product) -> Rewrite | None:
    """A scalar divides the whole vector as it divides each entry."""
    scalars = tuple(factor for factor in denominator.factors if factor.shape.is_scalar)
    rest = tuple(factor for factor in denominator.factors if not factor.shape.is_scalar)
    if not scalars or len(rest) != 1:
        return None
    z = times(*scalars)
    return Rewrite(Quotient(HadamardQuotient(node.numerator, rest[0]), z), {"z": z})


@rule(
    title="Numbers before a fraction",
    statement="2 (x / 4) = x / 2",
    by_example=True,
    words="The numbers before {x} are reduced.",
    shapes={"x": "n"},
    source=LAWS,
    examples=["2 (x' / 2) where x: n", "2 (x / 4) where x: n"],
    leaves_alone=["2 (x / 3) where x: n", "(2 / n) x where x: n", "2 (z / 2)"],
    phase="tidy",
)
def numbers_reduced(node: Product) -> Rewrite | None:
    """A number before a vector and one below it make one number."""
    match node.factors:
        case (front, Quotient(inside, below)):
            number = rational(front)
        case _:
            return None
    divisor = rational(below)
    if number is None or not divisor or node.shape.is_scalar or has_decimals(node):
        return None
    after = join_coefficient(number / divisor, (inside,), ())
    return Rewrite(after, {"x": inside}) if after.part_count < node.part_count else None


@rule(
    title="One fraction in front",
    statement="2 (x' / z) = (2 / z) x'",
    by_example=True,
    words="The number and the divisor make one fraction before {x}.",
    shapes={"x": "n", "z": "scalar"},
    source=LAWS,
    examples=["2 ((x' @ A) / m) where x: n, A: n x k, m: scalar", "2 (x' / z) where x: n, z: scalar"],
    leaves_alone=["2 (x / 3) where x: n", "2 (z / y)", "2 ((x + y) / z) where x: n, y: n, z: scalar"],
    measure="what stands above bars",
    phase="tidy",
)
def number_over_divisor(node: Product) -> Rewrite | None:
    """The mean of squares ends in print with 2/n before a vector."""
    match node.factors:
        case (_, Quotient(Sum())):
            return None
        case (number, Quotient(inside, below)) if rational(number) is not None and rational(below) is None:
            pass
        case _:
            return None
    if inside.shape.is_scalar or inside.part_count == 1:
        return None
    return Rewrite(times(Quotient(number, below), inside), {"x": inside})


ORDER = (
    numbers_reduced,
    number_over_divisor,
    scalar_below,
    opposite_outer,
    deviation_forward,
    ones_as_scalar,
    numbers_out,
    divisor_out,
)
"""The rules of this module, in the order in which they are tried."""
