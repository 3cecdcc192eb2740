"""Slips of the pen, which say little: they are named where nothing else leads to what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from explainer.errors import ShapeError
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Hadamard, MatrixProduct, Product, Quotient, Sum, number, size_value
from explainer.practice.mistake import mistake
from explainer.rules.build import matrix_times, negative, plus, times
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


@mistake(
    title="A term is missing",
    statement="A + B = A",
    words="in {0} one of the terms was left out.",
    source=EVERYBODY,
    examples=["2 x - y", "X @ W - Y where X: N x d, W: d x k, Y: N x k"],
    says_little=True,
)
def term_left_out(node: Sum) -> Iterator[Node]:
    """One of the terms left out."""
    for k in range(min(len(node.terms), MOST_TERMS)):
        yield plus(*node.terms[:k], *node.terms[k + 1 :])


@mistake(
    title="A factor is missing",
    statement="A @ B = A",
    words="in {0} one of the factors was left out.",
    source=EVERYBODY,
    examples=["2 x y", "A @ B where A: m x n, B: n x k", "x ⊗ w where x: n, w: n", "x / y"],
    says_little=True,
)
def factor_left_out(node: Product | MatrixProduct | Hadamard | Quotient) -> Iterator[Node]:
    """One of the factors left out, or what stands below a bar."""
    if isinstance(node, Quotient):
        yield node.numerator
        return
    for k in range(min(len(node.factors), MOST_TERMS)):
        rest = (*node.factors[:k], *node.factors[k + 1 :])
        with suppress(ShapeError):
            if isinstance(node, MatrixProduct):
                yield matrix_times(*rest)
            else:
                yield rest[0] if len(rest) == 1 else times(*rest) if isinstance(node, Product) else Hadamard(rest)


USUAL = (number(2), number(3), number(4))
"""Numbers by which results are wrong more often than by others."""


@mistake(
    title="A number is wrong as a factor",
    statement="∂(x · x)/∂(x) = x'",
    words="{0} is this but for a number, which stands as a factor too much or is missing.",
    source=EVERYBODY,
    examples=["d(x^2)/dx", "∂(x · x)/∂(x) where x: n", "∂(mean(x))/∂(x) where x: n"],
    says_little=True,
)
def number_as_factor(node: Derivative) -> Iterator[Node]:
    """Twice as much, or half, or by a number of rows or entries."""
    sizes = {size for part in node.free for size in part.shape.sizes if isinstance(size, str)}
    for factor in (*USUAL, *(size_value(size) for size in sorted(sizes))):
        yield times(factor, node)
        yield Quotient(node, factor)
