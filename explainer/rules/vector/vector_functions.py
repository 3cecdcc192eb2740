"""Functions of whole vectors: their Jacobians from the operations table, and lengths that are squared."""

from __future__ import annotations

from functools import cache

from explainer.expr.dependence import depends_on
from explainer.expr.nodes import TWO, Apply, Derivative, Dot, Power, SumReduction, Transpose, Variable
from explainer.expr.operation import Operation
from explainer.expr.shape import vector_shape
from explainer.rules.build import matrix_times, rational, times
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.table import vector_derivative

FAMILY = "Vector functions"


@rule(
    title="Jacobian of a function of vectors",
    statement="∂(norm(u))/∂(x) = (u' / norm(u)) @ ∂(u)/∂(x)",
    condition="the function has a derivative at u",
    by_example=True,
    words="The table gives the Jacobian of {f} with respect to {u}: it is {J}. The vector chain rule "
    "multiplies it by the derivative of {u}.",
    shapes={"u": "m", "x": "n"},
    source="the operations table and Parr and Howard, section 4.5.3",
    examples=[
        "∂(norm(W @ x))/∂(x) where W: m x n, x: n",
        "∂(softmax(W @ x))/∂(x) where W: m x n, x: n",
        "∂(logsumexp(w ⊗ x))/∂(x) where w: n, x: n",
        "d(norm(z w))/dz where w: n, z: scalar",
    ],
    leaves_alone=["∂(sin(2 x))/∂(x) where x: n", "∂(norm(w))/∂(x) where w: n, x: n"],
)
def vector_function(node: Derivative, body: Apply) -> Rewrite | None:
    """A function of a whole vector has a known Jacobian with respect to that vector, whatever the vector is made of.
    The substeps show how it follows from the definition of the function.
    """
    if node.wrt.shape.is_matrix:
        return None
    x = node.wrt
    if body.operation.elementwise or len(body.arguments) != 1 or not depends_on(body, x):
        return None
    (argument,) = body.arguments
    found = vector_derivative(body.operation, argument)
    if found is None or not argument.shape.is_vector:
        return None
    jacobian, conditions = found
    after = matrix_times(jacobian, Derivative(argument, x, node.kind))
    bindings = {"f": body, "u": argument, "J": jacobian, "x": x}
    return Rewrite(after, bindings, (), conditions, _statement(body.operation))


@cache
def _statement(operation: Operation) -> str:
    """The rule for one function of a vector, from its row in the table."""
    call = Apply(operation, (Variable("u", vector_shape("m")),)).text()
    return f"∂({call})/∂(x) = ({operation.derivative[0]}) @ ∂(u)/∂(x)"


@rule(
    title="Squared length",
    statement="norm(u)^2 = u · u",
    words="The squared length of {u} is its dot product with itself: no root is left, so it has a derivative "
    "everywhere.",
    shapes={"u": "n", "W": "m x n"},
    source="DLMF 3.2(iii)",
    examples=["norm(x)^2 where x: n", "frobenius_norm(W)^2 where W: m x n"],
    leaves_alone=["norm(x)^3 where x: n", "norm(x) where x: n"],
    measure="functions",
    phase="expand",
)
def squared_length(node: Power, base: Apply) -> Rewrite | None:
    """The length is the root of the sum of squares; squaring undoes the root."""
    if rational(node.exponent) != 2:
        return None
    name, argument = base.operation.name, base.argument
    if name == "norm":
        return Rewrite(Dot(argument, argument), {"u": argument})
    if name != "frobenius_norm":
        return None
    words = fill("The squared Frobenius norm is the sum of the squares of all entries of {u}.", {"u": argument})
    after = SumReduction(Power(argument, TWO))
    return Rewrite(after, {"u": argument}, words, statement="frobenius_norm(W)^2 = sum(W .^ 2)")


@rule(
    title="A vector times itself",
    statement="∂(u · u)/∂(x) = 2 (u' @ ∂(u)/∂(x))",
    words="{u} is multiplied by itself: the product rule gives the same term twice.",
    shapes={"u": "m", "x": "n"},
    source="Petersen and Pedersen, The Matrix Cookbook, section 2.6",
    examples=["∂(x · x)/∂(x) where x: n", "∂((w - x) · (w - x))/∂(x) where w: n, x: n"],
    leaves_alone=["∂(w · x)/∂(x) where w: n, x: n"],
)
def dot_with_itself(node: Derivative, body: Dot) -> Rewrite | None:
    """It is the square rule for vectors: twice the vector, as a row, times its derivative."""
    if node.wrt.shape.is_matrix:
        return None
    u = body.left
    if u is not body.right or not depends_on(u, node.wrt):
        return None
    after = times(TWO, matrix_times(Transpose(u), Derivative(u, node.wrt, node.kind)))
    return Rewrite(after, {"u": u, "x": node.wrt})
