"""Mistakes with vectors: totals, Jacobians, rows and columns, the order of Jacobians."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import (
    Apply,
    ColumnForm,
    Derivative,
    Diag,
    DiagonalForm,
    Dot,
    Expand,
    Hadamard,
    Identity,
    IndexedSum,
    MatrixProduct,
    Ones,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    size_value,
)
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.parts import by_what_is_inside, slopes_at
from explainer.rules.build import matrix_times, scalars_of, times
from explainer.rules.scalar.laws import derivative_of
from explainer.rules.table import derivative_row

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section "
STUDENTS = "usual slips of students of matrix calculus"


def _slope(body: Node) -> tuple[Node, Node] | None:
    """The slope of an element-wise function or power at its argument, and the argument."""
    if isinstance(body, Apply) and body.operation.elementwise and len(body.arguments) == 1 and body.shape.is_vector:
        slope = slopes_at(body, body.arguments[0])
        return None if slope is None else (slope, body.arguments[0])
    return None


@mistake(
    title="n stands where the total does, or the other way round",
    statement="∂(sum(z x))/∂(z) = n",
    words="in {0} each entry of the vector counts with its own factor: these are added up.",
    source=PAPER + "4.4",
    examples=["∂(sum(z x))/∂(z) where x: n, z: scalar", "∂(sum(x + z))/∂(z) where x: n, z: scalar"],
)
def total_confused_with_count(node: Derivative) -> Iterator[Node]:
    """sum(x) for n, and n for sum(x)."""
    body, z = node.body, node.wrt
    if not isinstance(body, SumReduction) or not z.shape.is_scalar or not body.operand.shape.is_vector:
        return
    inside = body.operand
    if isinstance(inside, Product):
        _, vector = scalars_of(inside)
        if not depends_on(vector, z):
            yield size_value(vector.shape.rows)
    if isinstance(inside, Sum):
        for term in inside.terms:
            if term.shape.is_vector and not isinstance(term, Expand) and not depends_on(term, z):
                yield SumReduction(term)


@mistake(
    title="The Jacobian is a matrix, not its diagonal",
    statement="∂(f(x))/∂(x) = f'(x)",
    words="{0} has an entry for each pair of entries: what was written is only its diagonal; write diag(…).",
    source=PAPER + "4.2",
    examples=["∂(sin(x))/∂(x) where x: n", "∂(exp(x))/∂(x) where x: n"],
)
def diagonal_for_matrix(node: Derivative | Diag | DiagonalForm) -> Iterator[Node]:
    """The vector of the diagonal where the diagonal matrix belongs, standing or lying."""
    if isinstance(node, DiagonalForm):
        entries = ColumnForm(node.index, node.body)
        yield entries
        yield Transpose(entries)
        return
    if isinstance(node, Diag):
        yield node.operand
        yield Transpose(node.operand)
        return
    found = _slope(node.body)
    if found is not None and node.wrt.shape.is_vector:
        slope, inner = found
        if inner is node.wrt:
            yield slope
            yield Transpose(slope)
        else:
            yield Hadamard((slope, inner)) if inner.shape.is_vector else slope
    if isinstance(node.body, Hadamard) and node.wrt.shape.is_vector:
        held = tuple(factor for factor in node.body.factors if not depends_on(factor, node.wrt))
        if held and len(held) == len(node.body.factors) - 1 and node.wrt in node.body.factors:
            whole = held[0] if len(held) == 1 else Hadamard(held)
            yield whole
            yield Transpose(whole)
    yield from _identity_as_ones(node)


@diagonal_for_matrix.in_part
def ones_for_identity(node: Product) -> Iterator[Node]:
    """c or a vector of them, in a result, where c times the identity matrix belongs."""
    scalars, matrix = ((), node) if node.shape.is_scalar else scalars_of(node)
    if isinstance(matrix, Identity) and scalars:
        yield times(*scalars)
        yield times(*scalars, Ones(matrix.shape.rows))
        yield times(*scalars, Transpose(Ones(matrix.shape.rows)))


def _identity_as_ones(node: Derivative) -> Iterator[Node]:
    """A vector of ones, or a number, where the identity matrix belongs."""
    if not node.wrt.shape.is_vector or node.body.shape != node.wrt.shape:
        return
    scalars, vector = scalars_of(node.body) if isinstance(node.body, Product) else ((), node.body)
    if vector is node.wrt and not any(depends_on(factor, node.wrt) for factor in scalars):
        yield times(*scalars, Ones(vector.shape.rows))
        if scalars:
            yield times(*scalars)


@mistake(
    title="The derivative of an element-wise function is missing",
    statement="∂(f(W @ x))/∂(x) = W",
    words="in {0} each row of the inner Jacobian is multiplied by the slope of its entry: diag(…) stands in front.",
    source=PAPER + "4.5.3",
    examples=["∂(tanh(W @ x))/∂(x) where W: m x n, x: n", "∂(sin(x))/∂(x) where x: n"],
)
def diag_forgotten(node: Derivative) -> Iterator[Node]:
    """The Jacobian of what is inside alone."""
    found = _slope(node.body)
    if found is not None and depends_on(found[1], node.wrt):
        yield Derivative(found[1], node.wrt, node.kind)


@mistake(
    title="The inner Jacobian is missing",
    statement="∂(f(W @ x))/∂(x) = diag(f'(W @ x))",
    words="in {0} what is inside depends on the variable too: its Jacobian is a factor on the right.",
    source=PAPER + "4.5.3",
    examples=[
        "∂(tanh(W @ x))/∂(x) where W: n x n, x: n",
        "∂(exp(w · x))/∂(x) where w: n, x: n",
        "∂(norm(A @ x - b)^2)/∂(x) where A: m x n, x: n, b: m",
    ],
)
def inner_jacobian_forgotten(node: Derivative) -> Iterator[Node]:
    """The slopes alone."""
    found = _slope(node.body)
    if found is not None and node.wrt.shape.is_vector and found[1] is not node.wrt:
        yield Diag(found[0])
    body = node.body
    if isinstance(body, Apply) and len(body.arguments) == 1 and body.shape.is_scalar and not node.wrt.shape.is_scalar:
        row = derivative_row(body.operation)
        if row is not None and body.arguments[0].shape.is_scalar:
            yield row.partials(body.arguments)[0]
    if not node.wrt.shape.is_scalar:  # a bias has its rows to be added up
        yield from by_what_is_inside(node, lambda part: not (node.wrt.shape.is_vector and part.shape.is_matrix))


@mistake(
    title="The Jacobians are multiplied in the wrong order",
    statement="∂(f(W @ x))/∂(x) = W @ diag(f'(W @ x))",
    words="in {0} the Jacobian of what is outside stands on the left.",
    source=PAPER + "4.5.3",
    examples=["∂(tanh(W @ x))/∂(x) where W: n x n, x: n"],
)
def jacobians_forward(node: Derivative) -> Iterator[Node]:
    """The inner Jacobian in front."""
    found = _slope(node.body)
    if found is not None and node.wrt.shape.is_vector and found[1] is not node.wrt:
        yield matrix_times(Derivative(found[1], node.wrt, node.kind), Diag(found[0]))


@mistake(
    title="The variable stands where its factor belongs",
    statement="∂(w · x)/∂(x) = x'",
    words="in {0} the derivative is what multiplies the variable, not the variable.",
    source=STUDENTS,
    examples=["∂(w · x)/∂(x) where w: n, x: n", "∂(w ⊗ x)/∂(x) where w: n, x: n"],
)
def variable_for_factor(node: Derivative) -> Iterator[Node]:
    """The variable itself instead of what it is multiplied by."""
    body, x = node.body, node.wrt
    if isinstance(body, Hadamard) and x.shape.is_vector and [f for f in body.factors if depends_on(f, x)] == [x]:
        yield Diag(x)
    if isinstance(body, Dot) and x.shape.is_vector and x in body.children and body.left is not body.right:
        yield Transpose(x)
    if body.shape.is_scalar and x.shape.is_vector:
        yield from _form_without_its_other_end(body, x)
    if body.shape.is_scalar and x.shape.is_matrix and _is_factor(x, body):
        yield x
        yield Transpose(x)


def _is_factor(x: Node, body: Node) -> bool:
    """Whether a matrix stands once in what is added up, as a factor: tr(A X), sum(A ⊗ X)."""
    inside = body.children[0] if len(body.children) == 1 else body
    return isinstance(inside, MatrixProduct | Hadamard) and [f for f in inside.factors if depends_on(f, x)] in (
        [x],
        [Transpose(x)],
    )


def _form_without_its_other_end(body: Node, x: Node) -> Iterator[Node]:
    """xᵀ A where xᵀ A y is differentiated, and A x where yᵀ A x is."""
    factors = body.factors if isinstance(body, MatrixProduct) else ()
    if isinstance(body, Dot):
        left, right = (side.factors if isinstance(side, MatrixProduct) else (side,) for side in body.children)
        factors = (*(Transpose(factor) for factor in reversed(left)), *right)
    ends = [k for k in (0, len(factors) - 1) if len(factors) > 2 and factors[k] in (x, Transpose(x))]
    if len(ends) == 1:
        rest = matrix_times(*(factors[:-1] if ends[0] == 0 else factors[1:]))
        yield rest
        yield Transpose(rest)


@mistake(
    title="A row stands where a column belongs, or the other way round",
    statement="∂(w · x)/∂(x) = w",
    words="{0} is a row in numerator layout: one derivative beside the other.",
    source=PAPER + "4.5.1",
    examples=["∂(w · x)/∂(x) where w: n, x: n", "∂(sum(x))/∂(x) where x: n"],
)
def row_for_column(node: Derivative) -> Iterator[Node]:
    """The gradient as a column."""
    if node.body.shape.is_scalar and node.wrt.shape.is_vector:
        yield Transpose(node)


@mistake(
    title="Only one factor of a dot product was differentiated",
    statement="∂(u · v)/∂(x) = u' @ ∂(v)/∂(x)",
    words="in {0} both vectors depend on the variable: each gives a term.",
    source=STUDENTS,
    examples=["∂(x · (W @ x))/∂(x) where W: n x n, x: n", "∂(x · x)/∂(x) where x: n"],
)
def one_side_of_dot(node: Derivative) -> Iterator[Node]:
    """One of the two contributions of a dot product."""
    body, x = node.body, node.wrt
    if isinstance(body, Dot) and x.shape.is_vector and all(depends_on(side, x) for side in body.children):
        for held, side in ((body.left, body.right), (body.right, body.left)):
            yield matrix_times(Transpose(held), Derivative(side, x, node.kind))


@mistake(
    title="The mean is the total over its size",
    statement="∂(mean(x))/∂(x) = ones(n)'",
    words="in {0} the total is divided by the number of entries, and so is its derivative.",
    source=STUDENTS,
    examples=["∂(mean(x))/∂(x) where x: n", "∂(sum(x^2) / n)/∂(x) where x: n"],
)
def mean_without_count(node: Derivative) -> Iterator[Node]:
    """A mean differentiated like a total."""
    body = node.body
    if isinstance(body, Apply) and body.operation.name == "mean":
        yield Derivative(SumReduction(body.arguments[0]), node.wrt, node.kind)
    if isinstance(body, Quotient) and body.shape.is_scalar:
        sizes = {size_value(size) for variable in body.free for size in variable.shape.sizes}
        if body.denominator in sizes:
            yield Derivative(body.numerator, node.wrt, node.kind)


@mistake(
    title="The vector of ones is missing from a sum",
    statement="∂(sum(f(x)))/∂(x) = sum(f'(x))",
    words="{0} keeps one entry for each entry of the variable: nothing is added up.",
    source=PAPER + "4.3",
    examples=[
        "∂(sum(exp(x)))/∂(x) where x: n",
        "∂(sum(sin(x)))/∂(x) where x: n",
        "∂(sum(w ⊗ x))/∂(x) where w: n, x: n",
    ],
)
def total_of_slopes(node: Derivative) -> Iterator[Node]:
    """The entries of the gradient added up, as a number or the same one everywhere."""
    if isinstance(node.body, SumReduction) and node.wrt.shape.is_vector:
        total = SumReduction(Transpose(node))
        yield total
        yield times(total, Transpose(Ones(node.wrt.shape.rows)))


@mistake(
    title="A derivative that picks one term keeps no sum",
    statement="∂(sum(i=1..n, f_i))/∂(x_j) = sum(i=1..n, ∂(f_j)/∂(x_j))",
    words="in {0} only one term depends on this entry: nothing else of the sum is left.",
    source="Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.3",
    examples=["∂(sum(i=1..n, x_i^2))/∂(x_j) where x: n"],
)
def sum_kept(node: Derivative) -> Iterator[Node]:
    """The derivative of each term, as if all of them depended on the entry."""
    body, x = node.body, node.wrt
    if isinstance(body, IndexedSum) and x.shape.is_scalar and len(x.children) > 1:
        own = x.children[1]
        entries = [part for part in each_part(body.body) if part.children[:1] == x.children[:1]]
        if entries:
            inside = substitute(body.body, {body.index: own})
            if depends_on(inside, x):
                yield IndexedSum(body.index, derivative_of(node, inside), body.lower)
