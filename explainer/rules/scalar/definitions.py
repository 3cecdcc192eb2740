"""What gradient and Jacobian mean, for functions and variables that are written out one by one."""

from __future__ import annotations

from explainer.expr.kinds import all_of_kind, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Derivative,
    Entry,
    Matrix,
    Number,
    Stack,
    Transpose,
    Variable,
    VariableTuple,
    Vector,
    Zeros,
    number,
)
from explainer.rules.rule import Rewrite, fill, listed, rule

FAMILY = "Definitions"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, sections 3 and 4"
LARGEST_WRITTEN_OUT = 40
"""A vector longer than this is not written out entry by entry."""


def scalar_variables(wrt: Node) -> tuple[Node, ...]:
    """The single variables that a tuple, or a vector of known size, stands for; none for anything else."""
    match wrt:
        case VariableTuple(variables):
            return () if wrt.holds_vectors or wrt.holds_matrices else variables
        case Variable() if wrt.shape.is_vector:
            size = wrt.shape.rows
            if isinstance(size, int) and size <= LARGEST_WRITTEN_OUT:
                return tuple(Entry(wrt, (number(k + 1),)) for k in range(size))
    return ()


def _is_used_whole(x: Node, node: Node) -> bool:
    """Whether a vector is used as a whole, as in x · x, and not only by its entries x_1, x_2."""
    if node is x or x not in node.free:
        return node is x
    match node:
        case Entry(base, indices) if base is x:
            return not all_of_kind(indices, Number)
    return any(_is_used_whole(x, child) for child in node.children)


@rule(
    title="Gradient",
    statement="∂(f)/∂(x, y) = [[∂(f)/∂(x), ∂(f)/∂(y)]]",
    condition="f is a scalar",
    words="The gradient collects the partial derivatives.",
    source=PAPER,
    examples=["∂(3 x^2 y)/∂(x, y)", "∂(x_1 x_2)/∂(x) where x: 2"],
    leaves_alone=["d(x^2)/dx", "∂([x, y])/∂(x, y)"],
    measure="directions",
    phase="expand",
)
def gradient(node: Derivative) -> Rewrite | None:
    """One function of several variables has one partial derivative per variable. The gradient is the row of them all,
    in the order of the variables.
    """
    if not node.body.shape.is_scalar:
        return None
    variables = scalar_variables(node.wrt)
    if not variables or _is_used_whole(node.wrt, node.body):
        return None
    after = Matrix((tuple(Derivative(node.body, variable, "partial") for variable in variables),))
    words = fill(
        "{f} is one function of {variables}: its gradient is the row of its partial derivatives, in this order.",
        {"f": node.body, "variables": listed(variables)},
    )
    return Rewrite(after, {"f": node.body, "x": node.wrt}, words)


@rule(
    title="Jacobian",
    statement="∂([f, g])/∂(x) = stack(∂(f)/∂(x), ∂(g)/∂(x))",
    condition="f and g are scalars",
    words="The Jacobian stacks the gradients.",
    source=PAPER,
    examples=[
        "∂([3 x^2 y, 2 x + y^8])/∂(x, y)",
        "∂([x_1, x_1 x_2])/∂(x) where x: 2",
        "∂([x · y, sum(x)])/∂(x) where x: n, y: n",
    ],
    leaves_alone=["∂(3 x^2 y)/∂(x, y)"],
    measure="directions",
    phase="expand",
)
def jacobian(node: Derivative, body: Vector) -> Rewrite | None:
    """Several functions of several variables: the gradient of each function is a row, and the rows are stacked in the
    order of the functions (numerator layout). With a single variable the rows have one entry each.
    """
    functions = body.entries
    bindings = {**dict(zip("fghpqrs", functions, strict=False)), "x": node.wrt}
    if node.wrt.shape.is_scalar:
        after: Node = Vector(tuple(Derivative(entry, node.wrt, node.kind) for entry in functions))
        words = fill(
            "The vector has {count} functions of one variable {x}: differentiate each and keep the order; numerator "
            "layout makes this a column.",
            {"count": len(functions), "x": node.wrt},
        )
        return Rewrite(after, bindings, words, statement="d([f, g])/dx = [d(f)/dx, d(g)/dx]")
    if not node.wrt.shape.is_vector:
        return None
    after = Stack(tuple(Derivative(entry, node.wrt, "partial") for entry in functions))
    words = fill(
        "The vector has {count} functions: the gradient of each with respect to {x} is a row, and the rows "
        "are stacked in the order of the functions.",
        {"count": len(functions), "x": node.wrt},
    )
    return Rewrite(after, bindings, words)


@rule(
    title="Stack the rows",
    statement="stack([[a, b]], [[c, d]]) = [[a, b], [c, d]]",
    words="All rows are written out: together they are the Jacobian, one row per function, one column per variable.",
    source=PAPER,
    examples=["stack([[a, b]], [[c, d]])"],
    leaves_alone=["[[a, b], [c, d]]"],
    phase="collapse",
)
def stack_rows(node: Stack) -> Rewrite | None:
    """Rows of equal length, one under the other, are a matrix."""
    if not all_of_kind(node.rows, Matrix):
        return None
    rows = tuple(line for row in of_kind(node.rows, Matrix) for line in row.rows)
    return Rewrite(Matrix(rows), dict(zip("abcd", (entry for row in rows for entry in row), strict=False)))


@rule(
    title="Transpose",
    statement="[[a, b], [c, d]]' = [[a, c], [b, d]]",
    words="Denominator layout asks for the transpose: what was a row becomes a column.",
    source=PAPER + " (on layouts)",
    examples=["[[a, b], [c, d]]'", "[[a, b]]'", "[a, b]'"],
    leaves_alone=["[[a, b], [c, d]]"],
    phase="collapse",
)
def transpose(node: Transpose, operand: Vector | Zeros | Matrix) -> Rewrite | None:
    """Rows become columns. The numerator layout has one row per function, the denominator layout one row per variable;
    each is the transpose of the other.
    """
    match operand:
        case Vector():
            return Rewrite(Matrix((operand.entries,)))
        case Zeros():
            return Rewrite(Zeros(node.shape))
    rows = operand.rows
    after = Vector(rows[0]) if len(rows) == 1 else Matrix(tuple(zip(*rows, strict=True)))
    return Rewrite(after, dict(zip("abcd", operand.children, strict=False)))
