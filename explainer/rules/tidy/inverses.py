"""Tidying of inverses, determinants and traces: what cancels, and what they say of products and transposes."""

from __future__ import annotations

from itertools import pairwise

from explainer.expr.exponents import Exponent, exponent_of
from explainer.expr.kinds import all_of_kind, any_of_kind, functions_among
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Comparison,
    Diag,
    HadamardQuotient,
    Identity,
    MatrixProduct,
    Ones,
    Product,
    Quotient,
    Transpose,
    is_matrix_power,
    size_value,
)
from explainer.operations.ranks import is_zero_determinant
from explainer.rules.build import called, factors_of, join_scalars, matrix_factors, matrix_times, split_scalars, times
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, Words, fill, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import flipped
from explainer.rules.tidy.matrices import MATRICES
from explainer.rules.vector.exponents import as_power, inverse_power, power

FAMILY = "Inverses, determinants, traces"


def _is_square(node: Node) -> bool:
    return node.shape.is_matrix and node.shape.rows == node.shape.columns


def _invertible(node: Node) -> tuple[Node, ...]:
    return () if isinstance(node, Identity) else (Comparison("!=", apply_named("det", node), ZERO),)


def _after_cancelling(left: Node, right: Node) -> tuple[Node | None, Node] | None:
    """What is left of two neighbouring factors of which one is an inverse that begins or ends with the other.

    The second value is the matrix that cancels; None stands for the identity.
    """
    powers = _powers_cancelled(left, right)
    if powers is not None:
        return powers
    for inverse, other, at_front in ((called(left, "inv"), right, False), (called(right, "inv"), left, True)):
        if inverse is None or not _is_square(other):
            continue
        inside, outside = matrix_factors(inverse), matrix_factors(other)
        # B inv(A B) = inv(A) and inv(A B) A = inv(B): the last factor comes first in the inverse.
        if len(outside) != 1:
            continue
        if inside == outside:
            return None, other
        if len(inside) > 1 and inside[-1 if at_front else 0] is other:
            rest = matrix_times(*(inside[:-1] if at_front else inside[1:]))
            if _is_square(rest):
                return apply_named("inv", rest), other
    return None


def _powers_cancelled(left: Node, right: Node) -> tuple[Node | None, Node] | None:
    """X^5 inv(X)^2 is X^3: of two powers, one of them of the inverse, the exponents are taken from each other."""
    one, other = as_power(left), as_power(right)
    if one[1] == other[1] == Exponent(1) or one[2] or other[2]:
        return None
    for (base, above, _), (inverse, below, _) in ((one, other), (other, one)):
        if called(inverse, "inv") is not base or not _is_square(base):
            continue
        rest = above + -below
        if rest == Exponent():
            return None, base
        bounds = rest.bounds
        if bounds is not None and bounds[0] >= 0:
            return power(base, rest), base
        if bounds is not None and bounds[1] <= 0:
            return inverse_power(base, -rest), base
    return None


@rule(
    title="A matrix times its inverse",
    statement="A @ inv(A) = identity(n)",
    condition="A is invertible",
    words="{A} meets its inverse: together they are the identity matrix.",
    shapes={"A": "n x n"},
    source=MATRICES,
    examples=["A @ inv(A) where A: n x n", "inv(A) @ A @ b where A: n x n, b: n",
              "B @ inv(A @ B) where A: n x n, B: n x n", "A' @ inv(A @ B)' where A: n x n, B: n x n",
              "inv(A)' @ A' @ b where A: n x n, b: n", "A^5 @ inv(A)^2 where A: n x n",
              "sum(i=0..4, A^(4 - i) @ inv(A)^5 @ B) where A: n x n, B: n x n"],
    leaves_alone=["A @ inv(B) where A: n x n, B: n x n", "A @ inv(A' @ A) where A: m x n"],
    phase="tidy",
)  # fmt: skip
def inverse_factor(node: MatrixProduct) -> Rewrite | None:
    """The inverse undoes the matrix; of a product it undoes the factors in reverse order."""
    for k in range(len(node.factors) - 1):
        left, right = node.factors[k : k + 2]
        found = _after_cancelling(left, right)
        if found is None and any_of_kind((left, right), Transpose):
            one, other = flipped(left) or Transpose(left), flipped(right) or Transpose(right)
            found = _after_cancelling(other, one)
            if found is not None and found[0] is not None:
                found = Transpose(found[0]), found[1]
        if found is None:
            continue
        kept, matrix = found
        rest = (*node.factors[:k], *(() if kept is None else (kept,)), *node.factors[k + 2 :])
        after = matrix_times(*rest) if rest else Identity(node.shape.rows)
        return Rewrite(after, {"A": matrix}, (), _invertible(matrix))
    return None


@rule(
    functions=("inv",),
    title="Inverse of an inverse",
    statement="inv(inv(A)) = A",
    by_example=True,
    words="{whole} is {meaning}.",
    shapes={"A": "n x n"},
    source=MATRICES,
    examples=["inv(inv(A)) where A: n x n", "inv(A') where A: n x n", "inv(identity(n))", "inv(2 A) where A: n x n",
              "inv(-A) where A: n x n", "inv(A^2) where A: n x n", "inv(diag(x)) where x: n",
              "inv(kron(A, B)) where A: m x m, B: n x n"],
    leaves_alone=["inv(A) where A: n x n", "inv(A @ B) where A: n x n, B: n x n"],
    measure="what stands in inverses",
    phase="tidy",
)  # fmt: skip
def simplify_inverse(node: Apply, argument: Node) -> Rewrite | None:
    """Undoing twice is doing; the inverse of a transpose is the transpose of the inverse; numbers come out as divisors.
    Powers, Kronecker products and diagonal matrices are undone part by part.
    """
    after, conditions = _inverse(argument)
    return None if after is None else Rewrite(after, {"whole": node, "meaning": after}, (), conditions)


def _inverse(inside: Node) -> tuple[Node | None, tuple[Node, ...]]:
    """The inverse of a matrix as it is written, and what that rests on; None where there is nothing to say of it."""
    twice = called(inside, "inv")
    if twice is not None:
        return twice, _invertible(twice)
    match inside:
        case Identity():
            return inside, ()
        case Transpose(operand):
            return Transpose(apply_named("inv", operand)), ()
    sign, above, below, rest = split_scalars(inside)
    if rest is not inside:
        return join_scalars(sign, below, above, apply_named("inv", rest)), ()
    return _taken_apart(inside)


def _taken_apart(inside: Node) -> tuple[Node | None, tuple[Node, ...]]:
    """The inverse of a power, a Kronecker product or a diagonal matrix, from those of its parts."""
    match inside:
        case Diag(entries) if entries.shape.is_vector:
            return Diag(HadamardQuotient(Ones(entries.shape.rows), entries)), (Comparison("!=", entries, ZERO),)
        case Apply(_, (base, power)) if is_matrix_power(inside) and (exponent := exponent_of(power)) is not None:
            return inverse_power(base, exponent), _invertible(base)
        case Apply(_, parts) if is_call(inside, "kron") and all(map(_is_square, parts)):
            found = tuple(condition for part in parts for condition in _invertible(part))
            return apply_named("kron", *(apply_named("inv", part) for part in parts)), found
    return None, ()


@rule(
    functions=("det",),
    title="Determinant of an inverse or a transpose",
    statement="det(inv(A)) = 1 / det(A)",
    by_example=True,
    words="{whole} is {meaning}.",
    shapes={"A": "n x n"},
    source=MATRICES,
    examples=["det(inv(A)) where A: n x n", "det(A') where A: n x n", "det(identity(n))", "det([[1, 2], [2, 4]])"],
    leaves_alone=["det(A) where A: n x n", "det(A @ B) where A: n x n, B: n x n"],
    measure="what stands in determinants",
    phase="tidy",
)
def simplify_determinant(node: Apply, argument: Node) -> Rewrite | None:
    """The inverse stretches volumes as much as the matrix shrinks them; transposing leaves them as they are."""
    words: Words = ()
    inverse = called(argument, "inv")
    match argument:
        case _ if inverse is not None:
            after: Node = Quotient(ONE, apply_named("det", inverse))
        case Transpose(operand):
            after = apply_named("det", operand)
        case Identity():
            after = ONE
        case _ if is_zero_determinant(node):
            after, said = ZERO, "The rows of {inside} are linearly dependent, so its determinant is zero."
            words = fill(said, {"inside": argument})
        case _:
            return None
    return Rewrite(after, {"whole": node, "meaning": after}, words)


@rule(
    functions=("tr",),
    title="Trace without a transpose or a factor",
    statement="tr(A') = tr(A)",
    by_example=True,
    words="{whole} is {meaning}.",
    shapes={"A": "n x n"},
    source=MATRICES,
    examples=["tr(A') where A: n x n", "tr(2 A) where A: n x n", "tr(identity(n))", "tr(-A) where A: n x n",
              "tr(A' @ B') where A: m x n, B: n x m",
              "tr(kron(A, B)) where A: m x m, B: n x n"],
    leaves_alone=["tr(A) where A: n x n", "tr(A + B) where A: n x n, B: n x n"],
    measure="what stands in traces",
    phase="tidy",
)  # fmt: skip
def simplify_trace(node: Apply, argument: Node) -> Rewrite | None:
    """Only the diagonal counts: it is the same in the transpose, and a factor is a factor of each of its entries."""
    sign, above, below, rest = split_scalars(argument)
    match argument:
        case Transpose(operand):
            after: Node = apply_named("tr", operand)
        case Identity(size):
            after = size_value(size)
        case _ if rest is not argument:
            after = join_scalars(sign, above, below, apply_named("tr", rest))
        case MatrixProduct(factors) if all_of_kind(factors, Transpose) and (turned := flipped(argument)) is not None:
            after = apply_named("tr", turned)
        case Apply(_, parts) if is_call(argument, "kron") and all(map(_is_square, parts)):
            after = times(*(apply_named("tr", part) for part in parts))
        case _:
            return None
    return Rewrite(after, {"whole": node, "meaning": after})


def _blocks(node: Node) -> tuple[Node, ...]:
    """The two factors of a Kronecker product of matrices; nothing for anything else."""
    is_product = is_call(node, "kron")
    return node.children if is_product and all(part.shape.is_matrix for part in node.children) else ()


@rule(
    functions=("tr",),
    title="Trace of a product of Kronecker products",
    statement="tr(kron(A, B) @ kron(C, D)) = tr(kron(A @ C, B @ D))",
    words="Blocks are multiplied by blocks: {first} and {second} become one Kronecker product.",
    shapes={"A": "m x k", "B": "p x q", "C": "k x m", "D": "q x p"},
    source=MATRICES,
    examples=["tr(kron(A, B) @ kron(C, D)) where A: m x k, B: p x q, C: k x m, D: q x p"],
    leaves_alone=["tr(kron(A, B) @ C) where A: m x m, B: n x n, C: m*n x m*n",
                  "tr(kron(A, B) @ kron(C, D)) where A: m x m, B: n x n, C: n x n, D: m x m"],
    measure="Kronecker products",
    phase="tidy",
)  # fmt: skip
def trace_of_kroneckers(node: Apply, argument: MatrixProduct) -> Rewrite | None:
    """The trace of one Kronecker product is a product of traces, so that two are better as one."""
    factors = argument.factors
    for k, (left, right) in enumerate(pairwise(factors)):
        one, other = _blocks(left), _blocks(right)
        if not one or not other or any(a.shape.columns != b.shape.rows for a, b in zip(one, other, strict=True)):
            continue
        products = [matrix_times(a, b) for a, b in zip(one, other, strict=True)]
        joined = apply_named("kron", *products)
        whole = matrix_times(*factors[:k], joined, *factors[k + 2 :])
        return Rewrite(apply_named("tr", whole), {"first": left, "second": right})
    return None


@rule(
    functions=("diag",),
    title="Diagonal of the identity matrix",
    statement="diag(identity(n)) = ones(n)",
    words="Every entry on the diagonal of the identity matrix is 1.",
    source=MATRICES,
    examples=["diag(identity(n))", "diag(diag(x)) where x: n"],
    leaves_alone=["diag(A) where A: n x n"],
    measure="what stands in diagonals",
    phase="tidy",
)
def diagonal_of_identity(node: Apply, argument: Diag | Identity) -> Rewrite | None:
    """Its rows are the unit vectors: row i has its 1 in place i."""
    match argument:
        case Identity(size):
            return Rewrite(Ones(size))
        case Diag(x):
            words = fill("On the diagonal of {whole} stand the entries of {x}.", {"whole": argument, "x": x})
            return Rewrite(x, {}, words, statement="diag(diag(x)) = x")


@rule(
    title="Sign times value",
    statement="sign(f) f = abs(f)",
    words="{f} times its own sign is its absolute value.",
    source="DLMF 1.1",
    examples=["sign(x) x", "2 sign(x y) x y", "sign(det(A)) det(A) where A: n x n"],
    leaves_alone=["sign(x) y", "sign(x)"],
    phase="tidy",
)
def sign_times_value(node: Product) -> Rewrite | None:
    """A negative number times −1 is positive."""
    if "sign" not in functions_among(node.factors):
        return None
    for k, factor in enumerate(node.factors):
        inside = called(factor, "sign")
        if inside is None or not inside.shape.is_scalar:
            continue
        wanted = list(factors_of(inside))
        others = list(node.factors[:k] + node.factors[k + 1 :])
        if all(wanted.count(part) <= others.count(part) for part in wanted):
            for part in wanted:
                others.remove(part)
            return Rewrite(times(*others[:k], apply_named("abs", inside), *others[k:]), {"f": inside})
    return None


ORDER = (
    inverse_factor,
    simplify_inverse,
    simplify_determinant,
    simplify_trace,
    trace_of_kroneckers,
    diagonal_of_identity,
    sign_times_value,
)
"""The rules of this module, in the order in which they are tried."""
