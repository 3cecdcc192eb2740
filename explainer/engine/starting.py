"""The first line of a derivation: the derivative that is asked for, in its form, order and layout."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.errors import UnsupportedError
from explainer.expr.declared import declared_kind
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Derivative, Entries, Entry, Index, Transpose, Variable, VariableTuple
from explainer.expr.shape import Shape
from explainer.operations import find
from explainer.phrases import phrase
from explainer.rules.entries.indices import fresh_index

FORMS: tuple[str, ...] = ("vec", "entries")
"""What a derivative of more than two directions is written as; what has at most two is the same in both."""
ORDERS: tuple[int, ...] = (1, 2)
"""The derivative, and the derivative of the derivative: the Hessian."""


def start_of(
    expression: Node,
    wrt: Node,
    form: str = "vec",
    order: int = 1,
    layout: str = "numerator",
    facts: tuple[Node, ...] = (),
) -> Node:
    """The derivative that is asked for, not yet carried out.

    Raises UnsupportedError for a second derivative that there is no form for.
    """
    if order == 2:
        return _second(expression, wrt, form, facts)
    declared = declared_kind(wrt, facts)
    if has_more_directions(expression.shape, wrt.shape):
        if form == "entries":
            return _entries(expression, wrt, declared)
        return _between_columns(expression, wrt, layout, declared or "partial")
    start: Node = Derivative(expression, wrt, declared or kind_of(expression, wrt))
    return Transpose(start) if layout == "denominator" and not start.shape.is_scalar else start


def has_more_directions(body: Shape, wrt: Shape) -> bool:
    """Whether a derivative does not fit into rows and columns."""
    if wrt.is_scalar or body.is_scalar:
        return False
    return not (body.is_vector and wrt.is_vector)


def kind_of(expression: Node, wrt: Node) -> str:
    """Written with d for a function of one scalar variable, with ∂ as soon as there are others."""
    variables = {node for node in expression.free if isinstance(node, Variable)} | set(wrt.free)
    alone = isinstance(wrt, Variable) and wrt.shape.is_scalar and variables <= {wrt}
    return "total" if alone else "partial"


def columns_of(node: Node) -> Node:
    """A matrix as the vector of its columns; a vector as it is."""
    if not node.shape.is_matrix:
        return node
    operation = find("vec")
    assert operation is not None
    return Apply(operation, (node,))


def _between_columns(expression: Node, wrt: Node, layout: str, kind: str) -> Node:
    """∂vec(F)/∂vec(X), a matrix with one row for each entry of F and one column for each entry of X."""
    start: Node = Derivative(columns_of(expression), columns_of(wrt), kind)
    return Transpose(start) if layout == "denominator" else start


def _entries(expression: Node, wrt: Node, declared: str) -> Node:
    """∂F_ij/∂X_kl for all indices: the axes of F, then those of X; layouts do not act on it."""
    if not isinstance(wrt, Variable):
        raise UnsupportedError(
            phrase("the entries of a derivative with respect to {0} are not written", wrt.text()),
            subexpression=wrt.text(),
            reason="it is not a variable of its own",
            hint="Differentiate with respect to the whole of one variable.",
        )
    if declared:
        raise UnsupportedError(
            phrase("the entries of a derivative with respect to {0} are not written", wrt.text()),
            subexpression=wrt.text(),
            reason="its entries do not move one by one",
            hint=phrase("Choose the form “{0}”.", "vec"),
        )
    own = _indices(expression.shape.sizes, expression, wrt)
    others = _indices(wrt.shape.sizes, expression, wrt, *own)
    return Entries((*own, *others), Derivative(Entry(expression, own), Entry(wrt, others), "partial"))


def _indices(sizes: Iterable[int | str], *around: Node) -> tuple[Index, ...]:
    found: list[Index] = []
    for size in sizes:
        found.append(fresh_index(size, *around, *found))
    return tuple(found)


def _second(expression: Node, wrt: Node, form: str, facts: tuple[Node, ...]) -> Node:
    """The derivative of the gradient, written as a column: the Hessian, which is the same in both layouts."""
    if not expression.shape.is_scalar or (isinstance(wrt, VariableTuple) and wrt.shape.is_matrix):
        raise UnsupportedError(
            phrase("the second derivative of a {0} value is not written", expression.shape.display()),
            subexpression=expression.text(),
            reason="the Hessian is that of a scalar",
            hint="Differentiate a scalar made of it, such as its sum, or one of its entries.",
        )
    first = Derivative(expression, wrt, declared_kind(wrt, facts) or kind_of(expression, wrt))
    if wrt.shape.is_scalar:
        return Derivative(first, wrt, first.kind)
    return start_of(Transpose(first), wrt, form, facts=facts)
