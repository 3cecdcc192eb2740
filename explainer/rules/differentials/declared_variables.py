"""Derivatives by matrices whose entries do not move one by one: symmetric ones, and diagonal ones."""

from __future__ import annotations

from explainer.expr.declared import DECLARED_KINDS
from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    Commutation,
    Derivative,
    Diag,
    Differential,
    Hadamard,
    Identity,
    MatrixProduct,
    Negate,
    Product,
    Quotient,
    Variable,
    Where,
)
from explainer.expr.program import says_differential
from explainer.expr.shape import multiply_sizes
from explainer.rules.build import is_zero, plus, untransposed
from explainer.rules.differentials.columns import is_vec, vec
from explainer.rules.differentials.reading import asked_for, coefficient
from explainer.rules.rule import Rewrite, Words, fill, rule
from explainer.rules.tidy.flipping import turned

FAMILY = "Symmetric and diagonal matrices"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, section 3.7 and chapter 4"


def is_declared(node: Node) -> bool:
    """Whether a line asks for a derivative by a matrix that is declared to be symmetric or diagonal."""
    match untransposed(node):
        case Derivative(kind=kind):
            return kind in DECLARED_KINDS
    return False


def with_entries_together(free: Node, derivative: Derivative) -> Node:
    """The derivative of free entries as that of entries which move together: its symmetric part, or its diagonal."""
    size = _matrix_of(derivative).shape.rows
    if is_zero(free):
        return free
    if is_vec(derivative.wrt):
        columns = multiply_sizes(size, size)
        if derivative.kind == "diagonal":
            return MatrixProduct((free, Diag(vec(Identity(size)))))
        other = Commutation(size, size)
        if isinstance(free, Identity):
            return Quotient(plus(Identity(columns), other), TWO)
        return Quotient(plus(free, MatrixProduct((free, other))), TWO)
    if derivative.kind == "diagonal":
        return Hadamard((free, Identity(size)))
    flipped = turned(free)
    return free if flipped is free else Quotient(plus(free, flipped), TWO)


def _matrix_of(derivative: Derivative) -> Variable:
    wrt = derivative.wrt.children[0] if is_vec(derivative.wrt) else derivative.wrt
    assert isinstance(wrt, Variable)
    return wrt


def _meant(free: Node, derivative: Derivative) -> Words:
    """What the derivative is where S_ij and S_ji count as one variable: some books print that."""
    if derivative.kind != "symmetric" or is_vec(derivative.wrt) or is_zero(free):
        return ()
    g = Variable("G", free.shape)
    other = plus(Product((TWO, g)), Negate(Hadamard((g, Identity(free.shape.rows)))))
    return fill(
        " With G for this, the derivative with respect to the entries on and above the diagonal alone is {other}.",
        {"other": other},
    )


@rule(
    title="Entries that move together",
    statement="∂(tr(A @ S))/∂(S) = (A + A')/2",
    by_example=True,
    condition="S is symmetric",
    words="{S} stays symmetric, so two entries move together, half each: the derivative is the symmetric part of "
    "the one with respect to free entries.",
    shapes={"A": "n x n", "S": "symmetric n x n"},
    source=BOOK,
    examples=["∂(tr(A @ S))/∂(S) where A: n x n, S: symmetric n x n", "∂(det(D))/∂(D) where D: diagonal n x n"],
    leaves_alone=["∂(tr(A @ X))/∂(X) where A: n x n, X: n x n"],
)
def entries_together(node: Derivative) -> Rewrite | None:
    """S_ij and S_ji of a symmetric matrix move together, half each: the derivative is the symmetric part of that of
    free entries. Beside the diagonal of a diagonal matrix nothing moves.
    """
    if node.kind not in DECLARED_KINDS:
        return None
    free = Derivative(node.body, node.wrt, "partial")
    matrix = _matrix_of(node)
    after = with_entries_together(free, node)
    values = {"S": matrix}
    if node.kind == "diagonal":
        words = fill(
            "{S} stays diagonal: of the derivative with respect to free entries only the diagonal counts.", values
        )
    else:
        words = fill(entries_together.words, values)
    return Rewrite(after, values, words + _meant(free, node))


@rule(
    title="Read off where a matrix stays symmetric",
    statement="(∂(tr(A @ S))/∂(S) knowing differential(tr(A @ S), S) = tr(A @ differential(S))) = (A + A')/2",
    by_example=True,
    condition="S is symmetric, or diagonal",
    words="{d} is symmetric, as {S} is: of {G} only the symmetric part counts.",
    shapes={"A": "n x n", "S": "symmetric n x n"},
    source=BOOK,
    examples=[
        "(∂(tr(A @ S))/∂(S) knowing differential(tr(A @ S), S) = tr(A @ differential(S))) "
        "where A: n x n, S: symmetric n x n",
        "(∂(tr(A @ D))/∂(D) knowing differential(tr(A @ D), D) = tr(A @ differential(D))) "
        "where A: n x n, D: diagonal n x n",
    ],
    leaves_alone=[
        "(∂(tr(A @ X))/∂(X) knowing differential(tr(A @ X)) = tr(A @ differential(X))) where A: n x n, X: n x n"
    ],
    phase="collapse",
)
def read_off_declared(node: Where) -> Rewrite | None:
    """Many matrices stand before a symmetric dS in one and the same value, for tr(G dS) = tr(G' dS): the derivative is
    the symmetric one of them, (G + G')/2. Before a diagonal change it is the diagonal one.
    """
    asked = asked_for(node.body) if says_differential(node) else None
    if asked is None or asked.derivative.kind not in DECLARED_KINDS:
        return None
    derivative, wrt, transposed = asked
    free = coefficient(node.facts[0].right, derivative, wrt)
    if free is None:
        return None
    found = with_entries_together(free, derivative)
    after = turned(found) if transposed and not found.shape.is_scalar else found
    if after.shape != node.shape:
        return None
    values = {"d": Differential(wrt, wrt), "S": wrt, "G": free}
    if derivative.kind == "diagonal":
        words = fill("{d} is diagonal, as {S} is: of {G} only the diagonal counts.", values)
    else:
        words = fill(read_off_declared.words, values)
    return Rewrite(after, {"G": found, "S": wrt}, words + _meant(free, derivative))
