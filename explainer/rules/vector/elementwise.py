"""Element-wise operations: their Jacobians are diagonal, times the derivative of what they work on."""

from __future__ import annotations

from functools import cache

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    ZERO,
    Apply,
    Comparison,
    Derivative,
    Diag,
    DiagonalForm,
    Hadamard,
    HadamardQuotient,
    Index,
    Negate,
    Ones,
    Power,
    Variable,
)
from explainer.expr.shape import vector_shape
from explainer.rules.build import is_one, lowered_exponent, plus, times
from explainer.rules.entries.folded_forms import column
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.scalar.functions import power_conditions
from explainer.rules.table import DerivativeRow, derivative_row
from explainer.rules.vector.jacobians import PAPER, times_derivative

FAMILY = "Elementwise"


@rule(
    title="Element-wise product",
    statement="∂(u ⊗ v)/∂(x) = diag(v) @ ∂(u)/∂(x) + diag(u) @ ∂(v)/∂(x)",
    words="The product rule holds in every entry: each factor is differentiated in turn, scaled entry by entry "
    "with the "
    "rest, which is what diag does.",
    shapes={"u": "m", "v": "m", "x": "n"},
    source=PAPER + ".2",
    examples=["∂(w ⊗ x)/∂(x) where w: n, x: n", "∂(x ⊗ sin(x))/∂(x) where x: n"],
    leaves_alone=["∂(w + x)/∂(x) where w: n, x: n"],
)
def elementwise_product(node: Derivative, body: Hadamard) -> Rewrite | None:
    """Multiplying entry by entry with v is multiplying by the matrix diag(v)."""
    if not body.shape.is_vector:
        return None
    factors, terms = body.factors, []
    if any(not factor.shape.is_vector for factor in factors):
        return None
    for k, factor in enumerate(factors):
        if depends_on(factor, node.wrt):
            others = (*factors[:k], *factors[k + 1 :])
            rest = others[0] if len(others) == 1 else Hadamard(others)
            terms.append(times_derivative(Diag(rest), node, factor))
    if not terms:
        return None
    bindings = {"u": factors[0], "v": factors[1], "x": node.wrt}
    if len(terms) > 1 or len(factors) > 2:
        return Rewrite(plus(*terms), bindings)
    held, moving = factors if depends_on(factors[1], node.wrt) else factors[::-1]
    words = "{held} does not depend on {x}: it multiplies the derivative of {moving} entry by entry, as diag does."
    return Rewrite(terms[0], bindings, fill(words, {"held": held, "moving": moving, "x": node.wrt}))


@rule(
    title="Element-wise quotient",
    statement="∂(u ⊘ v)/∂(x) = diag(ones(m) ⊘ v) @ ∂(u)/∂(x) - diag(u ⊘ v^2) @ ∂(v)/∂(x)",
    condition="no entry of v is 0",
    words="The quotient rule holds in every entry of {u} over {v}; diag multiplies entry by entry.",
    shapes={"u": "m", "v": "m", "x": "n"},
    source=PAPER + ".2",
    examples=["∂(w ⊘ x)/∂(w) where w: n, x: n", "∂(w ⊘ x)/∂(x) where w: n, x: n"],
    leaves_alone=["∂(w ⊗ x)/∂(x) where w: n, x: n"],
)
def elementwise_quotient(node: Derivative, body: HadamardQuotient) -> Rewrite | None:
    """With respect to the numerator, the slope is one over the denominator; with respect to the denominator, it is
    minus the numerator over the square of the denominator, entry by entry.
    """
    if not body.shape.is_vector:
        return None
    u, v = body.numerator, body.denominator
    if not (u.shape.is_vector and v.shape.is_vector):
        return None
    terms: list[Node] = []
    if depends_on(u, node.wrt):
        terms.append(times_derivative(Diag(HadamardQuotient(Ones(u.shape.rows), v)), node, u))
    if depends_on(v, node.wrt):
        terms.append(Negate(times_derivative(Diag(HadamardQuotient(u, Power(v, TWO))), node, v)))
    if not terms:
        return None
    index = fresh_index(v.shape.rows, node)
    conditions = (Comparison("!=", entry_of(v, (index,)), ZERO),)
    return Rewrite(plus(*terms), {"u": u, "v": v, "x": node.wrt}, conditions=conditions)


@rule(
    title="Element-wise function",
    statement="∂(sin(u))/∂(x) = diag(cos(u)) @ ∂(u)/∂(x)",
    by_example=True,
    words="{f} is applied to every entry on its own, so its Jacobian is diagonal, with the derivative from "
    "the table; the vector chain rule multiplies it by the derivative of the argument.",
    shapes={"u": "m", "v": "m", "x": "n"},
    source=PAPER + ".2 and the operations table",
    examples=["∂(sin(x))/∂(x) where x: n", "∂(max(w, x))/∂(x) where w: n, x: n", "∂(ln(w ⊗ x))/∂(x) where w: n, x: n"],
    leaves_alone=["d(sin(x))/dx"],
)
def elementwise_function(node: Derivative, body: Apply) -> Rewrite | None:
    """A function that works entry by entry has a diagonal Jacobian."""
    if not body.shape.is_vector:
        return None
    row = derivative_row(body.operation)
    if row is None or not body.operation.elementwise or any(not a.shape.is_vector for a in body.arguments):
        return None
    index = fresh_index(body.shape.rows, node)
    entries = tuple(entry_of(argument, (index,)) for argument in body.arguments)
    moving = tuple(depends_on(argument, node.wrt) for argument in body.arguments)
    together = row.is_moved_together(body.arguments, node.wrt)
    is_composed = not all(isinstance(argument, Variable) for argument in body.arguments)
    terms = [
        times_derivative(_diagonal(partial, index, is_composed), node, argument)
        for argument, partial, moves in zip(body.arguments, row.partials(entries, together), moving, strict=True)
        if moves
    ]
    if not terms:
        return None
    bindings = {**dict(zip(body.operation.parameters, body.arguments, strict=True)), "f": body, "x": node.wrt}
    return Rewrite(plus(*terms), bindings, (), row.conditions(entries), _statement(row, moving, together))


@cache
def _statement(row: DerivativeRow, moving: tuple[bool, ...], together: bool) -> str:
    """The rule for one function, from its row in the table, for the arguments that depend on the variable."""
    vectors = [Variable(parameter.name, vector_shape("m")) for parameter in row.parameters]
    index = Index("i", "m")
    entries = [entry_of(vector, (index,)) for vector in vectors]
    slopes = row.partials(entries, together)
    terms = [
        f"diagonal(i=1..m, {slope.text()}) @ ∂({vector.name})/∂(x)"
        for vector, slope, moves in zip(vectors, slopes, moving, strict=True)
        if moves
    ]
    return f"∂({Apply(row.operation, tuple(vectors)).text()})/∂(x) = {' + '.join(terms)}"


def _diagonal(entry: Node, index: Index, is_composed: bool) -> Node:
    """The diagonal matrix of an entry, as diag(v) where the entries make up a vector that has a name.

    At a variable the entries 1/x_i are clearest in view; at W x + b, whose entries are sums, 1⃗ ⊘ (W x + b) is.
    """
    whole = column(entry, index, fractions=is_composed, switches=is_composed)
    return DiagonalForm(index, entry) if whole is None else Diag(whole)


@rule(
    title="Element-wise power",
    statement="∂(u^c)/∂(x) = diag(c u^(c - 1)) @ ∂(u)/∂(x)",
    condition="c does not depend on x",
    words="The power rule holds in every entry of {u}.",
    shapes={"u": "m", "x": "n"},
    source=PAPER + ".2",
    examples=["∂(x^2)/∂(x) where x: n", "∂((w ⊗ x)^3)/∂(x) where w: n, x: n"],
    leaves_alone=["d(x^2)/dx"],
)
def elementwise_power(node: Derivative, body: Power) -> Rewrite | None:
    """Raising every entry to a power is an element-wise operation, with a diagonal Jacobian."""
    if not body.base.shape.is_vector:
        return None
    base, exponent = body.base, body.exponent
    if not exponent.shape.is_scalar or depends_on(exponent, node.wrt):
        return None
    lowered = lowered_exponent(exponent)
    inner = base if is_one(lowered) else Power(base, lowered)
    after = times_derivative(Diag(times(exponent, inner)), node, base)
    entry = entry_of(base, (fresh_index(base.shape.rows, node),))
    bindings = {"u": base, "c": exponent, "x": node.wrt}
    return Rewrite(after, bindings, conditions=power_conditions(entry, exponent))
