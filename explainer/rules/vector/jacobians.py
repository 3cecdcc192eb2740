"""Known Jacobians: the derivative of a vector operation as a matrix times the derivative of what it works on.

Scalar functions of vectors need no rules of their own: the scalar rules hold with gradients in place of derivatives.
"""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    ZERO,
    Apply,
    Cases,
    Comparison,
    Derivative,
    Dot,
    Expand,
    HadamardQuotient,
    Identity,
    MatrixProduct,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
)
from explainer.rules.build import matrix_times, plus, scalars_of, times
from explainer.rules.matching import column_of, is_whole_function, values_in
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Vector"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4"


def times_derivative(matrix: Node, node: Derivative, of: Node) -> Node:
    """A known Jacobian times the derivative of the inner vector, which is I where that is the variable itself."""
    return matrix_times(matrix, Derivative(of, node.wrt, node.kind))


@rule(
    title="Derivative of a vector with respect to itself",
    statement="∂(x)/∂(x) = identity(n)",
    words="Entry i of {x} changes with entry j of {x} only for i = j, and then exactly as fast: the Jacobian is "
    "{identity}.",
    shapes={"x": "n"},
    source=PAPER + ".1",
    examples=["∂(x)/∂(x) where x: n"],
    leaves_alone=["d(x)/dx", "∂(w)/∂(x) where w: n, x: n"],
)
def vector_identity(node: Derivative) -> Rewrite | None:
    """The identity function has the identity matrix as its Jacobian: ones on the diagonal, zeros elsewhere."""
    if node.body is not node.wrt or not node.body.shape.is_vector:
        return None
    after = Identity(node.body.shape.rows)
    return Rewrite(after, {"x": node.wrt, "identity": after})


@rule(
    title="Scalar expansion",
    statement="x + z = x + expand(z, n)",
    condition="z is a scalar, x a vector",
    words="The scalar {z} stands beside a vector: it expands to a vector that has {z} in every entry.",
    shapes={"x": "n"},
    source=PAPER + ".3",
    examples=["x + z where x: n, z: scalar", "max(0, x) where x: n", "cases(x if z <= 0, z otherwise) where x: n"],
    leaves_alone=["w + x where w: n, x: n", "3 x where x: n"],
    measure="scalars that meet vectors",
    phase="expand",
)
def scalar_expansion(node: Sum | Apply | HadamardQuotient | Cases) -> Rewrite | None:
    """Adding a scalar to a vector adds it to every entry. Written with 1⃗z, the vector of that scalar, it becomes an
    element-wise operation on two vectors.
    """
    if not node.shape.is_vector:
        return None
    if is_whole_function(node):
        return None
    parts = values_in(node)
    scalars = [part for part in parts if part.shape.is_scalar]
    if not scalars:
        return None
    expanded = tuple(Expand(part, node.shape.rows) if part.shape.is_scalar else part for part in parts)
    after: Node
    match node:
        case Sum():
            after = Sum(expanded)
        case Apply(operation):
            after = Apply(operation, expanded)
        case Cases():
            after = Cases(expanded, node.conditions)
        case _:
            after = HadamardQuotient(*expanded)
    return Rewrite(after, {"z": scalars[0]})


@rule(
    title="Expanded scalar",
    statement="∂(expand(f, m))/∂(x) = ones(m) @ ∂(f)/∂(x)",
    words="Every entry is {f}, so every row of the Jacobian is the derivative of {f}.",
    shapes={"x": "n"},
    source=PAPER + ".3",
    examples=["∂(expand(w · x, m))/∂(x) where w: n, x: n", "∂(expand(z^2, n))/∂(z)"],
    leaves_alone=["∂(x)/∂(x) where x: n"],
)
def expanded_scalar(node: Derivative, body: Expand) -> Rewrite | None:
    """A vector with one scalar in all entries changes in all entries alike."""
    after = times_derivative(Ones(body.size), node, body.operand)
    return Rewrite(after, {"f": body.operand, "x": node.wrt})


@rule(
    title="Scalar times vector",
    statement="∂(c u)/∂(x) = c ∂(u)/∂(x) + u @ ∂(c)/∂(x)",
    condition="c is a scalar, u a vector",
    words="The product rule: the scalar {c} times the derivative of {u}, plus {u} times the derivative of {c}.",
    shapes={"u": "m", "x": "n"},
    source=PAPER + ".3",
    examples=["∂(x z)/∂(z) where x: n, z: scalar", "∂((w · x) x)/∂(x) where w: n, x: n"],
    leaves_alone=["∂(3 x)/∂(x) where x: n", "d(x^2 x)/dx"],
)
def scalar_times_vector(node: Derivative, body: Product) -> Rewrite | None:
    """When a vector is scaled by a scalar that itself changes, there are two contributions; the second is a column
    times a row.
    """
    if not body.shape.is_vector:
        return None
    scalars, vector = scalars_of(body)
    c = times(*scalars)
    if not depends_on(c, node.wrt):
        return None
    terms: list[Node] = []
    if depends_on(vector, node.wrt):
        terms.append(times(c, Derivative(vector, node.wrt, node.kind)))
    terms.append(times_derivative(vector, node, c))
    return Rewrite(plus(*terms), {"c": c, "u": vector, "x": node.wrt})


@rule(
    title="Quotient rule for a vector over a scalar",
    statement="∂(u / c)/∂(x) = ∂(u)/∂(x) / c - u @ ∂(c)/∂(x) / c^2",
    condition="c is a scalar that is not 0, u a vector",
    words="The quotient rule, for the vector {u} over the scalar {c}: the derivative of {u} over {c}, minus {u} times "
    "the row of derivatives of {c}, over the square of {c}.",
    shapes={"u": "m", "x": "n"},
    source=PAPER + ".3",
    examples=["∂(x / z)/∂(z) where x: n", "∂(x / (w · x))/∂(x) where w: n, x: n"],
    leaves_alone=["∂(x / 3)/∂(x) where x: n", "d(x / (1 + x))/dx"],
)
def vector_over_scalar(node: Derivative, body: Quotient) -> Rewrite | None:
    """The denominator divides every entry and changes all of them; what it contributes is a column times a row."""
    u, c = body.numerator, body.denominator
    if not body.shape.is_vector or not depends_on(c, node.wrt):
        return None
    terms: list[Node] = []
    if depends_on(u, node.wrt):
        terms.append(Quotient(Derivative(u, node.wrt, node.kind), c))
    terms.append(Negate(Quotient(times_derivative(u, node, c), Power(c, TWO))))
    return Rewrite(plus(*terms), {"c": c, "u": u, "x": node.wrt}, (), (Comparison("!=", c, ZERO),))


@rule(
    title="Dot product",
    statement="∂(u · v)/∂(x) = v' @ ∂(u)/∂(x) + u' @ ∂(v)/∂(x)",
    words="The product rule for the dot product: each vector in turn as a row, times the derivative of the other.",
    shapes={"u": "m", "v": "m", "x": "n"},
    source=PAPER + ".4",
    examples=[
        "∂(w · x)/∂(w) where w: n, x: n",
        "∂(x · x)/∂(x) where x: n",
        "d(u · (z v))/d(z) where u: n, v: n, z: scalar",
    ],
    leaves_alone=["∂(sum(x))/∂(x) where x: n"],
)
def dot_product(node: Derivative, body: Dot) -> Rewrite | None:
    """w · x is linear in w with the row xᵀ, and linear in x with the row wᵀ."""
    if node.wrt.shape.is_matrix:
        return None
    u, v = body.left, body.right
    terms = [
        times_derivative(Transpose(other), node, part) for part, other in ((u, v), (v, u)) if depends_on(part, node.wrt)
    ]
    bindings = {"u": u, "v": v, "x": node.wrt}
    if len(terms) != 1:
        return Rewrite(plus(*terms), bindings) if terms else None
    held, moving = (v, u) if depends_on(u, node.wrt) else (u, v)
    words = "{held} does not depend on {x}: written as a row, it multiplies the derivative of {moving} from the left."
    return Rewrite(terms[0], bindings, fill(words, {"held": held, "moving": moving, "x": node.wrt}))


@rule(
    title="Sum of all entries",
    statement="∂(sum(u))/∂(x) = ones(m)' @ ∂(u)/∂(x)",
    words="Adding up all entries of {u} is multiplying by a row of ones.",
    shapes={"u": "m", "x": "n"},
    source=PAPER + ".4",
    examples=["∂(sum(x))/∂(x) where x: n", "∂(sum(w ⊗ x))/∂(x) where w: n, x: n"],
    leaves_alone=["∂(w · x)/∂(x) where w: n, x: n"],
)
def sum_of_entries(node: Derivative, body: SumReduction) -> Rewrite | None:
    """Every entry counts once in the sum, so the Jacobian of the sum is a row of ones."""
    if node.wrt.shape.is_matrix:
        return None
    operand = body.operand
    if not operand.shape.is_vector:
        return None
    after = times_derivative(Transpose(Ones(operand.shape.rows)), node, operand)
    return Rewrite(after, {"u": operand, "x": node.wrt})


@rule(
    title="Matrix times vector",
    statement="∂(W @ u)/∂(x) = W @ ∂(u)/∂(x)",
    condition="W does not depend on x",
    words="{W} does not depend on {x}: it is a linear map, and stays in front of the derivative of {u}.",
    shapes={"W": "m x k", "u": "k", "x": "n"},
    source="Petersen and Pedersen, The Matrix Cookbook, section 2",
    examples=["∂(W @ x)/∂(x) where W: m x n, x: n", "∂(W @ sin(x))/∂(x) where W: m x n, x: n"],
    leaves_alone=["∂(w · x)/∂(x) where w: n, x: n"],
)
def matrix_times_vector(node: Derivative, body: MatrixProduct) -> Rewrite | None:
    """A matrix that does not change is a constant factor on the left."""
    if not body.shape.is_vector:
        return None
    *front, last = body.factors
    if any(depends_on(factor, node.wrt) for factor in front) or not last.shape.is_vector:
        return None
    matrix = matrix_times(*front)
    return Rewrite(times_derivative(matrix, node, last), {"W": matrix, "u": last, "x": node.wrt})


@rule(
    title="Row times column",
    statement="u' @ v = u · v",
    words="A row times a column is the dot product of {u} and {v}.",
    shapes={"u": "n", "v": "n"},
    source=PAPER + ".4",
    examples=["w' @ x where w: n, x: n", "x' @ W @ x where W: n x n, x: n"],
    leaves_alone=["W @ x where W: m x n, x: n"],
    measure="matrices",
    phase="expand",
)
def row_times_column(node: MatrixProduct) -> Rewrite | None:
    """The only entry of the product of a row and a column is their dot product."""
    if not node.shape.is_scalar:
        return None
    first, rest = node.factors[0], node.factors[1:]
    column = column_of(first)
    right = rest[0] if len(rest) == 1 else MatrixProduct(rest)
    if column is None or not right.shape.is_vector:
        return None
    return Rewrite(Dot(column, right), {"u": column, "v": right})
