"""Mistakes with layers and batches: biases, shared values, softmax, normalisation, means over a batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from explainer.errors import ShapeError
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import (
    ONE,
    Apply,
    Derivative,
    Diag,
    Hadamard,
    HadamardQuotient,
    Identity,
    MatrixProduct,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    SizeValue,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    number,
    size_value,
)
from explainer.expr.shape import Size
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.parts import by_what_is_inside
from explainer.rules.build import matrix_times, negative, plus, rational, times
from explainer.rules.table import apply_named

PEOPLE = "usual slips of people who write backpropagation by hand"


def is_batch(node: Node) -> bool:
    return node.shape.is_matrix and not node.shape.is_row


def _ones(node: Node) -> bool:
    return isinstance(node, Ones) or (isinstance(node, Transpose) and isinstance(node.operand, Ones))


def _is_jacobian(node: Node) -> bool:
    """Whether ones beside this add up no rows of a batch, but the entries of a vector."""
    return isinstance(node, Diag | Identity) or (isinstance(node, Derivative) and node.body.shape.is_vector)


@mistake(
    title="The entries were not added up",
    statement="ones(n)' @ diag(x) = diag(x)",
    words="in {0} the row of ones adds up what stands in each column.",
    source="usual slips of students of matrix calculus",
    examples=["ones(n)' @ diag(x) where x: n", "∂(sum(exp(x)))/∂(x) where x: n"],
)
def entries_not_added_up(node: MatrixProduct | Derivative) -> Iterator[Node]:
    """The Jacobian of a vector where that of its total belongs."""
    if isinstance(node, Derivative):
        if isinstance(node.body, SumReduction) and node.body.operand.shape.is_vector:
            yield Derivative(node.body.operand, node.wrt, node.kind)
    elif _ones(node.factors[0]) and len(node.factors) > 1 and _is_jacobian(node.factors[-1]):
        yield matrix_times(*node.factors[1:])


@mistake(
    title="The bias was not summed over the rows",
    statement="ones(N)' @ G = G",
    words="in {0} every row of the batch contributes: the ones add the rows up.",
    source=PEOPLE,
    examples=["ones(N)' @ G where G: N x k", "G' @ ones(N) where G: N x k"],
)
def bias_not_summed(node: MatrixProduct | Derivative) -> Iterator[Node]:
    """The adjoint of the whole batch where the sum of its rows belongs, or its first row."""
    if isinstance(node, Derivative):
        for rows in _rows_expanded_over(node.body, node.wrt):
            yield Quotient(node, size_value(rows))
            yield from _by_the_rows(node.body)
        if node.wrt.shape.is_vector:
            for wrong in by_what_is_inside(node, lambda part: part.shape.is_matrix):
                yield wrong
                yield Transpose(wrong)
        return
    for rest in (
        node.factors[1:] if _ones(node.factors[0]) else (),
        node.factors[:-1] if _ones(node.factors[-1]) else (),
    ):
        if rest and is_batch(whole := matrix_times(*rest)) and not _is_jacobian(rest[-1]):
            yield whole
            yield Quotient(node, size_value(node.factors[0].shape.columns if _ones(node.factors[0]) else 1))


def _rows_expanded_over(body: Node, bias: Node) -> Iterator[Size]:
    """The numbers of rows that a vector is repeated in."""
    for part in each_part(body):
        if isinstance(part, MatrixProduct) and _ones(part.factors[0]) and part.factors[1:] == (Transpose(bias),):
            yield part.shape.rows


def _by_the_rows(body: Node) -> Iterator[Node]:
    """The gradient of the square of a length with respect to all rows of the batch, not added up."""
    squared = body.base if isinstance(body, Power) and rational(body.exponent) == 2 else None
    if isinstance(squared, Apply) and squared.operation.name == "frobenius_norm":
        yield times(number(2), Transpose(squared.arguments[0]))


@mistake(
    title="The weights stand on the wrong side, or are not turned round",
    statement="G @ W' = G @ W",
    words="in {0} the weights take the adjoint back to what came in: their transpose belongs there.",
    source=PEOPLE,
    examples=["(P - Y) @ W' where P: N x n, Y: N x n, W: n x n", "W @ tanh(G) where W: n x n, G: n x N"],
)
def weights_not_turned(node: MatrixProduct) -> Iterator[Node]:
    """W for Wᵀ at an end of a product, and the other way round."""
    if all(_is_given(factor) or _is_jacobian(factor) for factor in node.factors):
        return  # nothing flows back here
    first, last = node.factors[0], node.factors[-1]
    with suppress(ShapeError):
        if isinstance(first, Variable) and is_batch(first):  # of a gradient that lies, as in numerator layout
            yield matrix_times(Transpose(first), *node.factors[1:])
    with suppress(ShapeError):
        if isinstance(last, Transpose) and _is_given(last) and is_batch(last):
            yield matrix_times(*node.factors[:-1], last.operand)


def _is_given(factor: Node) -> bool:
    """A letter, as it is or transposed."""
    return isinstance(factor.operand if isinstance(factor, Transpose) else factor, Variable)


@mistake(
    title="The mean was held constant",
    statement="∂(x - mean(x))/∂(x) = identity(n)",
    words="in {0} the mean moves with every entry.",
    source=PEOPLE,
    examples=["∂(x - mean(x))/∂(x) where x: n"],
)
def mean_held_constant(node: Derivative) -> Iterator[Node]:
    """The deviations differentiated as if the mean stood still."""
    if not isinstance(node.body, Sum) or not node.wrt.shape.is_vector or not node.body.shape.is_vector:
        return
    means = [term for term in node.body.terms if _is_mean(term, node.wrt)]
    if means:
        kept = [term for term in node.body.terms if term not in means]
        if kept == [node.wrt]:
            yield Identity(node.wrt.shape.rows)
        elif kept:
            yield Derivative(plus(*kept), node.wrt, node.kind)


def _is_mean(term: Node, x: Node) -> bool:
    inside = term.operand if isinstance(term, Negate) else term
    return isinstance(inside, Apply) and inside.operation.name == "mean" and inside.arguments[0] is x


@mistake(
    title="A value that is used twice was counted once",
    statement="∂(h · w + norm(h)^2)/∂(h) = ∂(h · w)/∂(h)",
    words="{0} has several terms that use it: the contributions of all are added.",
    source=PEOPLE,
    examples=[
        "∂(h · w + norm(h)^2)/∂(h) where h: n, w: n",
        "∂(sum(A @ h) + sum(sin(h)))/∂(h) where A: m x n, h: n",
    ],
)
def used_twice_counted_once(node: Derivative) -> Iterator[Node]:
    """The derivative of a single one of the terms."""
    if not isinstance(node.body, Sum) or node.wrt.shape.is_scalar:
        return
    moving = [term for term in node.body.terms if depends_on(term, node.wrt)]
    if len(moving) > 1:
        for k, term in enumerate(moving):
            yield Derivative(term, node.wrt, node.kind)
            if len(moving) > 2:
                yield Derivative(plus(*moving[:k], *moving[k + 1 :]), node.wrt, node.kind)


def _softmax(node: Node) -> Node | None:
    """The argument of a softmax of a vector."""
    if isinstance(node, Apply) and node.operation.name == "softmax":
        return node.arguments[0]
    return None


def _before_inner(node: Derivative, jacobian: Node) -> Iterator[Node]:
    """A Jacobian of softmax, times that of what it is taken of."""
    inner = _softmax(node.body)
    if inner is not None and inner.shape.is_vector and depends_on(inner, node.wrt):
        yield jacobian if inner is node.wrt else matrix_times(jacobian, Derivative(inner, node.wrt, node.kind))


@mistake(
    title="The Jacobian of softmax was taken as diagonal",
    statement="∂(softmax(x))/∂(x) = diag(softmax(x) ⊗ (1 - softmax(x)))",
    words="{0} has no zeros: every entry depends on all others through the sum below the bar.",
    source=PEOPLE,
    examples=["∂(softmax(x))/∂(x) where x: n"],
)
def softmax_as_diagonal(node: Derivative) -> Iterator[Node]:
    """As for a sigmoid, entry by entry."""
    if _softmax(node.body) is None:
        return
    yield from _before_inner(node, Diag(Hadamard((node.body, Sum((ONE, Negate(node.body)))))))
    yield from _before_inner(node, Diag(node.body))


@mistake(
    title="The outer product of softmax has the wrong sign",
    statement="∂(softmax(x))/∂(x) = diag(softmax(x)) + softmax(x) @ softmax(x)'",
    words="in {0} the outer product is subtracted: a share grows at the cost of the others.",
    source=PEOPLE,
    examples=["∂(softmax(x))/∂(x) where x: n"],
)
def softmax_outer_added(node: Derivative) -> Iterator[Node]:
    """The outer product added, or alone."""
    if _softmax(node.body) is not None:
        outer = MatrixProduct((node.body, Transpose(node.body)))
        yield from _before_inner(node, Sum((Diag(node.body), outer)))
        yield from _before_inner(node, Negate(outer))


@mistake(
    title="Targets minus shares instead of shares minus targets",
    statement="softmax(z) - y = y - softmax(z)",
    words="{0} is the share less the target: where the share is too large, the loss grows with it.",
    source=PEOPLE,
    examples=["softmax(z) - y where y: n, z: n", "row_softmax(Z) - Y where Y: N x k, Z: N x k"],
)
def targets_minus_shares(node: Sum) -> Iterator[Node]:
    """The difference the other way round."""
    shares = any(isinstance(p, Apply) and p.operation.name.endswith("softmax") for p in each_part(node))
    if shares and not node.shape.is_scalar and any(isinstance(term, Negate) for term in node.terms):
        yield plus(*(negative(term) for term in node.terms))


def _is_count(node: Node) -> bool:
    """A number of rows or entries, alone or as a factor."""
    return isinstance(node, SizeValue) or any(isinstance(child, SizeValue) for child in node.children)


@mistake(
    title="The mean over the batch was forgotten",
    statement="∂(sum(x^2) / N)/∂(x) = ∂(sum(x^2))/∂(x)",
    words="in {0} the number of rows stays below the bar.",
    source=PEOPLE,
    examples=["∂(norm(X @ w - y)^2 / N)/∂(w) where X: N x n, w: n, y: N"],
)
def batch_mean_forgotten(node: Derivative | Quotient) -> Iterator[Node]:
    """The derivative of the sum where that of the mean belongs."""
    if isinstance(node, Quotient):
        if not node.shape.is_scalar and _is_count(node.denominator):
            yield node.numerator
        return
    body = node.body.operand if isinstance(node.body, Negate) else node.body
    whole: Node | None = None
    if isinstance(body, Quotient) and _is_count(body.denominator):
        whole = body.numerator
    elif isinstance(body, Product):
        kept = tuple(f for f in body.factors if not (isinstance(f, Quotient) and _is_count(f.denominator)))
        whole = times(*kept) if kept and len(kept) < len(body.factors) else None
    if whole is not None:
        yield Derivative(Negate(whole) if body is not node.body else whole, node.wrt, node.kind)


@mistake(
    title="Entry by entry was confused with the product of matrices",
    statement="G ⊗ H = G @ H",
    words="in {0} the slopes multiply entry by entry: no rows and columns are added up.",
    source=PEOPLE,
    examples=["G ⊗ H where G: n x n, H: n x n"],
)
def entries_as_matrices(node: Hadamard) -> Iterator[Node]:
    """A product of square matrices."""
    if is_batch(node) and len(node.factors) == 2 and all(factor.shape == node.shape for factor in node.factors):
        with suppress(ShapeError):
            yield MatrixProduct(node.factors)


@mistake(
    title="The standard deviation was held constant",
    statement="∂(standardize(x))/∂(x) = (identity(n) - ones(n) @ ones(n)' / n) / std(x)",
    words="in {0} the deviation moves with every entry: a second outer product is subtracted.",
    source=PEOPLE,
    examples=["∂((x - mean(x)) / std(x))/∂(x) where x: n", "∂(standardize(x))/∂(x) where x: n"],
)
def deviation_held_constant(node: Derivative) -> Iterator[Node]:
    """A normalised vector differentiated as if what it is divided by stood still."""
    body, x = node.body, node.wrt
    if isinstance(body, Quotient) and isinstance(body.denominator, Apply) and body.denominator.operation.name == "std":
        yield Quotient(Derivative(body.numerator, x, node.kind), body.denominator)
    if isinstance(body, Apply) and body.operation.name == "layer_norm" and body.arguments[0] is x:
        size = x.shape.rows
        mean = Quotient(MatrixProduct((Ones(size), Transpose(Ones(size)))), size_value(size))
        yield Quotient(Sum((Identity(size), Negate(mean))), apply_named("std", x))


@mistake(
    title="The shares were left out behind a logarithm",
    statement="∂(y · ln(x))/∂(x) = y'",
    words="in {0} the slope of the logarithm is one over its argument.",
    source=PEOPLE,
    examples=["∂(y · ln(x))/∂(x) where x: n, y: n"],
)
def logarithm_without_shares(node: Derivative) -> Iterator[Node]:
    """The targets alone where they are divided by the shares."""
    body = node.body
    sides = body.children if len(body.children) == 2 and body.shape.is_scalar else ()
    for one, other in (sides, sides[::-1]) if sides else ():
        logarithm = isinstance(other, Apply) and other.operation.name == "ln" and other.arguments[0] is node.wrt
        if logarithm and one.shape.is_vector and not depends_on(one, node.wrt):
            yield Transpose(one)
            yield Transpose(HadamardQuotient(other, one))
