"""Mistakes in the use of any rule: a derivative left out of what the rule made, one of its terms, signs of a quotient.

They belong to mistakes that are declared for the usual rules; here they are made of whatever a rule makes of a
derivative, with vectors and matrices too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from explainer.errors import ShapeError
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    ONE,
    Apply,
    Derivative,
    Diag,
    Dot,
    Hadamard,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
)
from explainer.practice.mistakes.matrices import one_side_of_form
from explainer.practice.mistakes.parts import moving, same_vector
from explainer.practice.mistakes.scalars import (
    constant_kept,
    denominator_not_squared,
    inner_derivative_forgotten,
    one_term_of_product,
    outer_derivative_forgotten,
    product_of_derivatives,
    quotient_sign,
)
from explainer.practice.mistakes.vectors import diag_forgotten, inner_jacobian_forgotten, one_side_of_dot, sum_kept
from explainer.rules.build import matrix_times, negative, plus, rational, times
from explainer.rules.scalar.laws import derivative_of

PRODUCTS = (Product, MatrixProduct, Hadamard)


def _of_scalars(node: Node) -> bool:
    return isinstance(node, Derivative) and node.body.shape.is_scalar and node.wrt.shape.is_scalar


@inner_derivative_forgotten.in_step
def scalar_left_out(before: Node, after: Node) -> Iterator[Node]:
    """The derivative of what is inside left out."""
    if _of_scalars(before):
        yield from _without_derivative(
            after, lambda inner: not same_vector(inner.body, inner.wrt) and depends_on(inner.body, inner.wrt)
        )


@sum_kept.in_step
def index_kept(before: Node, after: Node) -> Iterator[Node]:
    """The derivative of an entry by another one taken as 1."""
    if _of_scalars(before):
        yield from _without_derivative(
            after, lambda open_one: open_one.body is not open_one.wrt and same_vector(open_one.body, open_one.wrt)
        )


@inner_jacobian_forgotten.in_step
def jacobian_left_out(before: Node, after: Node) -> Iterator[Node]:
    """The Jacobian of what is inside left out; the slopes on a diagonal, or as they are."""
    if isinstance(before, Derivative) and not _of_scalars(before):
        for rest in _without_derivative(after, lambda inner: not _moves_by_entries(inner.body, inner.wrt)):
            yield rest
            if isinstance(rest, Diag):
                yield rest.operand
                yield Transpose(rest.operand)


def _moves_by_entries(body: Node, x: Node) -> bool:
    """Whether each entry changes with its own: x itself, x with a constant added, or an element-wise function of x,
    whose slopes are what is missing then.
    """
    if isinstance(body, Apply) and body.operation.elementwise and body.children == (x,):
        return True
    return moving(body.children if isinstance(body, Sum) else (body,), x) == (x,)


def _without_derivative(made: Node, counts: Callable[[Derivative], bool]) -> Iterator[Node]:
    """What a rule made, without the derivative that is one of its factors."""
    if isinstance(made, Negate):
        yield from (Negate(rest) for rest in _without_derivative(made.operand, counts))
    elif isinstance(made, Quotient):
        above = made.numerator
        alone = (ONE,) if isinstance(above, Derivative) and counts(above) else ()
        yield from (Quotient(rest, made.denominator) for rest in (*alone, *_without_derivative(above, counts)))
    elif isinstance(made, PRODUCTS):
        open_ones = [factor for factor in made.factors if isinstance(factor, Derivative)]
        if len(open_ones) == 1 and len(made.factors) > 1 and counts(open_ones[0]):
            with suppress(ShapeError):
                yield _product_of(made, tuple(factor for factor in made.factors if factor is not open_ones[0]))


def _product_of(like: Node, factors: tuple[Node, ...]) -> Node:
    if isinstance(like, MatrixProduct):
        return matrix_times(*factors)
    if isinstance(like, Hadamard):
        return factors[0] if len(factors) == 1 else Hadamard(factors)
    return times(*factors)


@diag_forgotten.in_step
def slopes_left_out(before: Node, after: Node) -> Iterator[Node]:
    """The derivative of what is inside alone, under an index too."""
    if isinstance(before, Derivative) and not before.body.shape.is_scalar:
        yield from _inner_alone(before, after)


@outer_derivative_forgotten.in_step
def outer_slope_left_out(before: Node, after: Node) -> Iterator[Node]:
    """The derivative of what is inside alone."""
    if isinstance(before, Derivative) and before.body.shape.is_scalar:
        yield from _inner_alone(before, after)


@outer_derivative_forgotten.in_part
def residual_left_out(node: Derivative) -> Iterator[Node]:
    """The entries of what is inside a squared length differentiated and added up, without a factor for each."""
    body = node.body
    squared = body.base if isinstance(body, Power) and rational(body.exponent) == 2 else None
    if isinstance(squared, Apply) and squared.operation.name in {"norm", "frobenius_norm"}:
        yield Derivative(SumReduction(squared.arguments[0]), node.wrt, node.kind)


def _inner_alone(before: Node, after: Node) -> Iterator[Node]:
    if isinstance(before, Derivative) and isinstance(before.body, Apply) and isinstance(after, PRODUCTS):
        yield from (factor for factor in after.factors if isinstance(factor, Derivative))


@one_term_of_product.in_step
def term_of_product_left_out(before: Node, after: Node) -> Iterator[Node]:
    """One of the terms that the law of products makes, left out."""
    if isinstance(before, Derivative) and isinstance(before.body, PRODUCTS):
        yield from _without_a_term(after)


@one_side_of_dot.in_step
def term_of_dot_left_out(before: Node, after: Node) -> Iterator[Node]:
    """One of the two terms of a product of vectors, left out."""
    if isinstance(before, Derivative) and isinstance(before.body, Dot):
        yield from _without_a_term(after)


@one_side_of_form.in_step
def term_of_form_left_out(before: Node, after: Node) -> Iterator[Node]:
    """One of the two terms of a form or a trace, left out."""
    others = (Product, Hadamard, Dot, Sum)
    if isinstance(before, Derivative) and before.body.shape.is_scalar and not isinstance(before.body, others):
        yield from _without_a_term(after)


def _without_a_term(made: Node) -> Iterator[Node]:
    if isinstance(made, Sum):
        for k in range(len(made.terms)):
            yield plus(*made.terms[:k], *made.terms[k + 1 :])


@product_of_derivatives.in_step
def derivatives_multiplied(before: Node, after: Node) -> Iterator[Node]:
    """The derivatives of all factors multiplied: those of vectors and matrices with respect to a number, Jacobians."""
    if not isinstance(before, Derivative) or not isinstance(before.body, PRODUCTS) or _of_scalars(before):
        return
    body, x = before.body, before.wrt
    parts = moving(body.factors, x)
    if len(parts) < 2:
        return
    slopes = [derivative_of(before, part) for part in parts]
    with suppress(ShapeError):
        if x.shape.is_scalar:
            yield with_children(body, tuple(derivative_of(before, f) if f in parts else f for f in body.factors))
        elif body.shape.is_scalar and all(part.shape.is_scalar for part in parts):
            held = [factor for factor in body.factors if factor not in parts]
            yield times(*held, Transpose(Hadamard(tuple(Transpose(slope) for slope in slopes))))
        elif isinstance(body, Hadamard):
            yield matrix_times(*slopes)


@quotient_sign.in_step
def terms_of_quotient_exchanged(before: Node, after: Node) -> Iterator[Node]:
    """The two terms above the bar exchanged, or added, where the variable is a vector."""
    if _is_quotient(before) and isinstance(after, Quotient) and isinstance(after.numerator, Sum):
        terms = after.numerator.terms
        if len(terms) > 1:
            yield Quotient(plus(*(negative(term) for term in terms)), after.denominator)
            yield Quotient(
                plus(*(term.operand if isinstance(term, Negate) else term for term in terms)), after.denominator
            )


@denominator_not_squared.in_step
def square_left_out(before: Node, after: Node) -> Iterator[Node]:
    """What stands above the bar over the denominator itself, where the variable is a vector."""
    if not _is_quotient(before):
        return
    if isinstance(after, Negate):
        yield from (Negate(wrong) for wrong in square_left_out(before, after.operand))
    if isinstance(after, Quotient) and isinstance(after.denominator, Power):
        yield Quotient(after.numerator, after.denominator.base)


def _is_quotient(before: Node) -> bool:
    if not isinstance(before, Derivative) or not isinstance(before.body, Quotient) or _of_scalars(before):
        return False
    return depends_on(before.body.denominator, before.wrt)


@constant_kept.in_step
def constant_of_vectors_kept(before: Node, after: Node) -> Iterator[Node]:
    """A constant term as it was, where its shape fits."""
    if isinstance(before, Derivative) and isinstance(before.body, Sum) and not _of_scalars(before):
        terms = before.body.terms
        held = tuple(term for term in terms if not depends_on(term, before.wrt))
        others = tuple(derivative_of(before, term) for term in terms if depends_on(term, before.wrt))
        if held and others:
            with suppress(ShapeError):
                yield plus(*others, *held)
            with suppress(ShapeError):
                yield plus(*others, *(Transpose(term) for term in held))
