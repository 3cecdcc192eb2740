"""Beginning and end: the differential of the function is introduced, and the derivative is read off beside dX.

`coefficient` is the one function that reads off, from whatever is linear in dX: it moves what stands before dX, the
adjoint, through one operation after the other, as reverse mode does.
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.expr.declared import DECLARED_KINDS
from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ONE,
    Derivative,
    Differential,
    Equation,
    Identity,
    Transpose,
    Variable,
    Where,
)
from explainer.expr.program import says_differential
from explainer.rules.build import untransposed, zero
from explainer.rules.differentials.coefficients import pulled
from explainer.rules.differentials.column_reading import pulled_columns
from explainer.rules.differentials.columns import is_vec, vec
from explainer.rules.differentials.parts import changes
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.tidy.flipping import turned

FAMILY = "Identification"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, section 9.3"


class Asked(NamedTuple):
    """The derivative that a line is, by a variable, and whether denominator layout asks for its transpose."""

    derivative: Derivative
    wrt: Variable
    transposed: bool


def asked_for(line: Node) -> Asked | None:
    """What a line asks for; None where it is no derivative, or one by something else than a single variable."""
    inner = untransposed(line)
    if not isinstance(inner, Derivative):
        return None
    wrt = inner.wrt.children[0] if is_vec(inner.wrt) else inner.wrt
    return Asked(inner, wrt, inner is not line) if isinstance(wrt, Variable) else None


@rule(
    title="Introduce the differential",
    statement="∂(tr(A @ X))/∂(X) = (∂(tr(A @ X))/∂(X) knowing differential(tr(A @ X)) = differential(tr(A @ X)))",
    by_example=True,
    words="The differential of {f} is its change to first order when {X} changes by {d}. It is worked out as a whole; "
    "the derivative is what stands beside {d} in the end.",
    shapes={"A": "n x m", "X": "m x n"},
    source=BOOK,
    examples=[
        "d(tr(A @ X))/d(X) where A: n x m, X: m x n",
        "d(x' @ A @ x)/d(x) where x: n, A: n x n",
        "d(norm(A @ x)^2)/d(x)' where A: m x n, x: n",
    ],
    leaves_alone=["tr(A @ X) where A: n x m, X: m x n"],
    phase="introduce",
)
def introduce_differential(node: Derivative | Transpose) -> Rewrite | None:
    """d is linear and obeys the product rule, whatever the shapes are: no layout and no transpose are needed until the
    last line.
    """
    asked = asked_for(node)
    if asked is None:
        return None
    body, wrt = asked.derivative.body, asked.wrt
    whole = Differential(body, wrt)
    bindings = {"f": body, "X": wrt}
    words = fill(introduce_differential.words, {**bindings, "d": Differential(wrt, wrt)})
    return Rewrite(Where(node, (), (Equation(whole, whole),)), bindings, words)


@rule(
    title="Read off the derivative",
    statement="(∂(tr(A @ X))/∂(X) knowing differential(tr(A @ X)) = tr(A @ differential(X))) = A",
    by_example=True,
    words="The derivative is what stands before {d}: {G}.",
    shapes={"A": "n x m", "X": "m x n"},
    source=BOOK,
    examples=[
        "(d(tr(A @ X))/d(X) knowing differential(tr(A @ X)) = tr(A @ differential(X))) where A: n x m, X: m x n",
        "(d(x · x)/d(x) knowing differential(x · x) = 2 (x' @ differential(x))) where x: n",
        "(d(A @ x)/d(x) knowing differential(A @ x, x) = A @ differential(x)) where x: n, A: m x n",
        "(d(t A)/d(t) knowing differential(t A, t) = differential(t) A) where t: scalar, A: m x n",
        "(d(tr(A @ X))/d(X)' knowing differential(tr(A @ X)) = tr(A @ differential(X))) where A: n x m, X: m x n",
        "(d(sum(A ⊗ X))/d(X) knowing differential(sum(A ⊗ X)) = sum(A ⊗ differential(X))) where A: m x n, X: m x n",
    ],
    leaves_alone=[
        "(d(tr(A @ X))/d(X) knowing differential(tr(A @ X)) = differential(tr(A @ X))) where A: n x m, X: m x n"
    ],
    phase="collapse",
)
def read_off(node: Where) -> Rewrite | None:
    """df is linear in dX in one way only. In numerator layout df = tr(G dX) says that ∂f/∂X is G, df = g dx that ∂f/∂x
    is g, and dy = J dx that J is the Jacobian; denominator layout is the transpose.
    """
    asked = asked_for(node.body) if says_differential(node) else None
    if asked is None:
        return None
    derivative, wrt, transposed = asked
    if derivative.kind in DECLARED_KINDS:
        return None  # many matrices stand before a symmetric dX in one and the same value
    found = coefficient(node.facts[0].right, derivative, wrt)
    if found is None:
        return None
    after = turned(found) if transposed and not found.shape.is_scalar else found
    if after.shape != node.shape:
        return None
    d: Node = Differential(wrt, wrt)
    d = vec(d) if is_vec(derivative.wrt) else d
    words = fill(read_off.words, {"d": d, "G": found})
    if transposed:
        words = fill("In denominator layout the derivative is the transpose of what stands before {d}.", {"d": d})
    return Rewrite(after, {"G": found, "X": wrt}, words)


def coefficient(linear: Node, derivative: Derivative, wrt: Variable) -> Node | None:
    """What a linear expression in dX says of the derivative, in numerator layout; None where it is not of that kind.

    Of a scalar by a matrix the G of tr(G dX), of a value by a scalar what multiplies dt, of a scalar or vector by a
    vector the J of J dx, of columns the J of J vec(dX).
    """
    d = Differential(wrt, wrt)
    if any(part.is_open for part in parts_of_kind(linear, Differential)):
        return None
    if not changes(linear):
        return zero(derivative.shape)  # what is linear in dX and does not depend on it is zero
    if wrt.shape.is_scalar:
        return substitute(linear, {d: ONE})
    if wrt.shape.is_matrix and linear.shape.is_scalar:
        return pulled(linear, ONE)
    if wrt.shape.is_vector and (linear.shape.is_scalar or linear.shape.is_vector):
        unit = ONE if linear.shape.is_scalar else Identity(linear.shape.rows)
        found = pulled(linear, unit)
        if found is not None or linear.shape.is_scalar:
            return found
    return pulled_columns(linear, Identity(linear.shape.rows)) if linear.shape.is_vector else None
