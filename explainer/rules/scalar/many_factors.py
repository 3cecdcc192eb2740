"""Products of as many factors as an index has values, ∏ f_i, and their derivative."""

from __future__ import annotations

from explainer.expr.nodes import Apply, ColumnForm, Derivative, IndexedSum, Product, Quotient
from explainer.rules.build import called
from explainer.rules.rule import Rewrite, rule

FAMILY = "Functions"


@rule(
    title="Derivative of a product of many factors",
    statement="d(prod(i=1..n, z + x_i))/d(z) = prod(i=1..n, z + x_i) sum(i=1..n, d(z + x_i)/d(z) / (z + x_i))",
    condition="no factor is zero",
    by_example=True,
    words="Each factor is differentiated in turn, and the others stay: together that is the product itself times the "
    "sum of what each factor changes by, as a share of the factor.",
    shapes={"x": "n"},
    source="DLMF 1.4(iii)",
    examples=["d(prod(i=1..n, z + x_i))/d(z) where x: n", "∂(prod(i=1..n, x_i^2 + 1))/∂(x) where x: n"],
    leaves_alone=["d(prod(x))/d(z) where x: n", "∂(prod(x))/∂(x) where x: n"],
)
def product_of_many(node: Derivative, body: Apply) -> Rewrite | None:
    """The product rule for as many factors as there are values of the index."""
    match called(body, "prod"):
        case ColumnForm(index, factor) if index not in node.wrt.free and factor.shape.is_scalar:
            share = Quotient(Derivative(factor, node.wrt, node.kind), factor)
            return Rewrite(Product((body, IndexedSum(index, share))))
    return None
