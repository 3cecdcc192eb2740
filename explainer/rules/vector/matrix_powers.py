"""Powers of matrices: products for the methods that know those only, and powers again in the result."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from explainer.expr.exponents import Exponent, exponent_of
from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import (
    Apply,
    Identity,
    IndexedSum,
    MatrixProduct,
    Transpose,
    is_matrix_power,
    number,
    size_value,
)
from explainer.operations.matrix import LARGEST_POWER
from explainer.rules.build import is_one, matrix_factors, matrix_times, plus, times
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.vector.exponents import as_power, at_number, power

FAMILY = "Powers of matrices"


@rule(
    title="Power of a matrix",
    statement="W^3 = W @ W @ W",
    words="A power of a matrix is a product of equal factors.",
    by_example=True,
    shapes={"W": "n x n"},
    source="DLMF 1.2(vi)",
    examples=["W^3 where W: n x n", "v' W^2 x where v: n, W: n x n, x: n"],
    leaves_alone=["W .^ 3 where W: n x n", "W W where W: n x n"],
    measure="powers of matrices",
    phase="expand",
)
def matrix_power_as_product(node: Node) -> Rewrite | None:
    """A power of a matrix with a whole exponent is a product of that many equal factors, which the product rule takes
    apart. Factors of a matrix do not commute, so X² has two terms, dX X and X dX, and not 2 X dX.
    """
    if not has_matrix_power(node):
        return None
    after = _written_out(node)
    return None if after is node else Rewrite(after)  # of X^i nobody knows how many factors it has


def has_matrix_power(node: Node) -> bool:
    """Whether a power of a matrix is anywhere in an expression; looked for only where there are matrices."""
    if not any(name.shape.is_matrix for name in node.free):
        return False
    return any(map(is_matrix_power, parts_of_kind(node, Apply)))


def _written_out(node: Node) -> Node:
    """The expression with every power as a product; factors of a product of matrices become factors of the whole."""
    if not has_matrix_power(node):
        return node
    if sums_powers(node):
        return _written_out(plus(*_terms_of(node)))
    parts = tuple(map(_written_out, node.children))
    match node:
        case Apply() if is_matrix_power(node):
            exponent = exponent_of(node.arguments[1])
            if exponent is None or exponent.indices:
                return node
            return matrix_times(*(parts[0],) * exponent.count) if exponent.count else Identity(node.shape.rows)
        case MatrixProduct():
            pairs = zip(parts, node.factors, strict=True)
            flat = ((part,) if part is old else matrix_factors(part) for part, old in pairs)
            return MatrixProduct(tuple(factor for factors in flat for factor in factors))
    return with_children(node, parts)


def sums_powers(node: Node) -> TypeGuard[IndexedSum]:
    """Whether this is a sum whose index stands in the exponent of a matrix: X^i for i from 0 to 6."""
    if not isinstance(node, IndexedSum) or not isinstance(node.index.size, int):
        return False
    powers = (part for part in parts_of_kind(node.body, Apply) if is_matrix_power(part))
    return any(node.index in part.arguments[1].free for part in powers)


def _terms_of(node: IndexedSum) -> list[Node]:
    """The terms of a sum one by one."""
    assert isinstance(node.index.size, int)
    return [at_number(node.body, node.index, place) for place in range(node.lower, node.index.size + 1)]


@rule(
    title="Sum of powers written out",
    statement="sum(i=0..2, W^i) = identity(n) + W + W^2",
    words="{i} runs from {first} to {last}: the terms are written out, and each is a power with a number.",
    by_example=True,
    shapes={"W": "n x n"},
    source="DLMF 1.2(vi)",
    examples=["sum(i=0..2, W^i) where W: n x n", "sum(i=0..3, a' W^(3 - i) b) where W: n x n, a: n, b: n"],
    leaves_alone=["sum(i=1..2, a_i W) where a: 2, W: n x n"],
    measure="sums of powers",
    phase="expand",
)
def sum_written_out(node: IndexedSum) -> Rewrite | None:
    """The power X^i has i factors, each of which changes: the rule for its differential asks for their number."""
    if not sums_powers(node):
        return None
    last = size_value(node.index.size)
    return Rewrite(plus(*_terms_of(node)), {"i": node.index, "first": number(node.lower), "last": last})


@rule(
    title="Equal factors as a power",
    statement="W @ W @ W = W^3",
    words="Equal matrices side by side are a power: {W} stands {n} times.",
    by_example=True,
    shapes={"W": "n x n"},
    source="DLMF 1.2(vi)",
    examples=[
        "W @ W where W: n x n",
        "W' @ W' @ a @ b' where W: n x n, a: n, b: n",
        "W^2 @ W @ a where W: n x n, a: n",
        "A @ W @ W where A: m x n, W: n x n",
    ],
    leaves_alone=["W @ A @ W where W: n x n, A: n x n", "W @ W' where W: n x n", "W^2 @ A where W: n x n, A: n x n"],
    measure="equal neighbours",
    phase="tidy",
)
def equal_factors(node: MatrixProduct) -> Rewrite | None:
    """Of equal square matrices that stand side by side a power is written, the transpose outside: X'X' is (X²)'."""
    found = _first_equal(node.factors)
    if found is None:
        return None
    start, end, base, count, turned = found
    if not count.indices and not count.count:
        whole: tuple[Node, ...] = ()
    else:
        whole = (Transpose(power(base, count)) if turned else power(base, count),)
    rest = (*node.factors[:start], *whole, *node.factors[end:])
    after = matrix_times(*rest) if rest else Identity(node.shape.rows)
    bindings = {"W": Transpose(base) if turned else base, "n": count.node()}
    if end > start + 2 or any(as_power(factor)[1] != Exponent(1) for factor in node.factors[start:end]):
        words = fill("Equal matrices side by side are a power of {W}: the exponents add up to {n}.", bindings)
        return Rewrite(after, bindings, words)
    return Rewrite(after, bindings)


def _first_equal(factors: Sequence[Node]) -> tuple[int, int, Node, Exponent, bool] | None:
    """Where the first equal neighbours begin and end, and what they are together."""
    powers = list(map(as_power, factors))
    for start in range(len(powers) - 1):
        base, times, turned = powers[start]
        end = start + 1
        while end < len(powers) and (powers[end][0], powers[end][2]) == (base, turned):
            times += powers[end][1]
            end += 1
        square, short = base.shape.rows == base.shape.columns, times.indices or times.count <= LARGEST_POWER
        if end > start + 1 and square and short:
            return start, end, base, times, turned
    return None


def with_powers(node: Node) -> Node:
    """A product of matrices with powers for equal neighbours, which nobody writes out side by side."""
    while isinstance(node, MatrixProduct) and (rewrite := equal_factors(node)) is not None:
        node = rewrite.after
    return node


@rule(
    title="Equal terms of a sum",
    statement="sum(i=0..4, W) = 5 W",
    words="No term depends on {i}: {n} equal terms are {n} times that term.",
    by_example=True,
    shapes={"W": "m x n"},
    source="the laws of arithmetic",
    examples=["sum(i=0..4, W) where W: m x n", "sum(i=1..3, tr(W @ X)) where W: m x n, X: n x m",
              "sum(i=1..N, W) where W: m x n", "sum(i=0..N, 2 z) where z: scalar"],
    leaves_alone=["sum(i=0..4, W^i) where W: n x n", "sum(i=1..N, x_i) where x: N",
                  "sum(i=1..N, d(z^2)/d(z)) where z: scalar"],
    measure="forms with an index",
    phase="tidy",
)  # fmt: skip
def equal_terms(node: IndexedSum) -> Rewrite | None:
    """Adding the same again and again is multiplying. A sum that begins with 0 has one term more than its last index
    says. What is still to be differentiated stays under the sum, where the rule for sums has put it.
    """
    index, size = node.index, node.index.size
    if index in node.body.free or node.has_derivative:
        return None
    if isinstance(size, int):
        times_added: Node = number(max(0, size - node.lower + 1))
    else:
        times_added = size_value(size) if node.lower == 1 else plus(size_value(size), number(1 - node.lower))
    after = times_added if is_one(node.body) else times(times_added, node.body)
    return Rewrite(after, {"i": index, "n": times_added, "W": node.body})


ORDER = (equal_factors, equal_terms)


def equal_neighbours(node: Node) -> int:
    """How many factors of products of matrices are those before them once more, as powers or alone."""
    products = (part.factors for part in parts_of_kind(node, MatrixProduct))
    return sum(as_power(one)[::2] == as_power(other)[::2] for factors in products for one, other in pairwise(factors))


def sums_of_powers(node: Node) -> int:
    return sum(map(sums_powers, each_part(node)))
