"""Slips of the pen, which say little: they are named where nothing else leads to what was typed."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Sum
from explainer.practice.mistake import mistake
from explainer.rules.build import negative, plus
from explainer.rules.scalar.laws import derivative_of

EVERYBODY = "usual slips of everybody who copies a line"
MOST_TERMS = 6
"""A longer sum is not tried term by term."""


@mistake(
    title="A term was not differentiated",
    statement="d(f + g)/dx = d(f)/dx + g",
    words="in {0} a term stands as it was: every term is differentiated.",
    source=EVERYBODY,
    examples=["d(x^3 - 7 x)/dx"],
    says_little=True,
)
def term_not_differentiated(node: Derivative) -> Iterator[Node]:
    """One of the terms copied."""
    if isinstance(node.body, Sum) and node.body.shape.is_scalar and node.wrt.shape.is_scalar:
        terms = node.body.terms
        for k, copied in enumerate(terms):
            if len(terms) > 1 and depends_on(copied, node.wrt):
                others = (
                    derivative_of(node, term) for term in (*terms[:k], *terms[k + 1 :]) if depends_on(term, node.wrt)
                )
                yield plus(*others, copied)


@mistake(
    title="A term has the wrong sign",
    statement="A - B = A + B",
    words="in {0} a term was taken with the other sign.",
    source=EVERYBODY,
    examples=[
        "2 x - y",
        "x - w where x: n, w: n",
        "X @ W - Y where X: N x d, W: d x k, Y: N x k",
        "∂(w · x)/∂(x) where w: n, x: n",
    ],
    says_little=True,
)
def sign_of_a_term(node: Sum | Derivative) -> Iterator[Node]:
    """One of the terms, not all of them, with the other sign; or a derivative of vectors or matrices."""
    if isinstance(node, Derivative):
        if not (node.body.shape.is_scalar and node.wrt.shape.is_scalar):
            yield negative(node)  # with scalars that is a slip in some rule
        return
    for k, term in enumerate(node.terms[:MOST_TERMS]):
        yield plus(*node.terms[:k], negative(term), *node.terms[k + 1 :])
