"""Small helpers for differentials: the change of a part, products and formulas that work entry by entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explainer.expr.kinds import holds
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    ZERO,
    Apply,
    Cases,
    Differential,
    Equation,
    Hadamard,
    HadamardQuotient,
    Index,
    Negate,
    Product,
    Quotient,
)
from explainer.expr.shape import Shape
from explainer.rules.build import (
    called,
    entry_factors,
    is_one,
    is_zero,
    join_brackets,
    matrix_factors,
    plus,
    times,
    under_sign,
)
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.table import apply_named


def with_values(
    facts: Sequence[Equation], chosen: Sequence[Equation], known: Mapping[Node, Node], meaning: Mapping[Node, Node]
) -> tuple[tuple[Equation, ...], int]:
    """Facts, of which the chosen ones say what is known, in other words; and how many parts these have together."""
    made = {fact: join_brackets(known[fact.left], meaning) for fact in chosen}
    whole = tuple(Equation(fact.left, made[fact]) if fact in made else fact for fact in facts)
    return whole, sum(value.part_count for value in made.values())


def change_of(node: Differential, part: Node) -> Node:
    """The differential of a part; of a negative the negative, so that a difference stays one."""
    return under_sign(lambda inner: Differential(inner, node.wrt), part)


def at_an_entry(shape: Shape, arguments: Sequence[Node], node: Node) -> tuple[Node, ...]:
    """Arguments at one entry of a vector or matrix of a shape, to say what holds in each of them."""
    at: tuple[Index, ...] = ()
    for size in shape.sizes:
        at = (*at, fresh_index(size, node, at))
    return tuple(entry_of(argument, at) for argument in arguments)


def entrywise(*factors: Node) -> Node:
    """Factors multiplied entry by entry: scalars in front, ones left out, and a fraction 1 ⊘ v as a division by v."""
    scalars: list[Node] = []
    others: list[Node] = []
    for k, factor in enumerate(factors):
        match factor:
            case HadamardQuotient(numerator, denominator) if is_one(numerator) and len(factors) > 1:
                return HadamardQuotient(entrywise(*factors[:k], *factors[k + 1 :]), denominator)
            case Negate(operand):
                return Negate(entrywise(*factors[:k], operand, *factors[k + 1 :]))
        if isinstance(factor, Product):
            scalars += [part for part in factor.factors if part.shape.is_scalar]
            others += [part for part in factor.factors if not part.shape.is_scalar]
        elif not is_one(factor):
            (scalars if factor.shape.is_scalar else others).append(factor)
    flat = [part for factor in others for part in entry_factors(factor)]
    whole = flat[0] if len(flat) == 1 else Hadamard(tuple(flat)) if flat else None
    scalars = [scalar for scalar in scalars if not is_one(scalar)]
    return times(*scalars, *(() if whole is None else (whole,)))


def lifted(column: Node, places: Mapping[Node, Node]) -> Node:
    """A formula for scalars with vectors or matrices in the places of its letters, by operations that work on entries.

    Products become ⊗ and quotients ⊘; cases become sums of conditions, which are 1 or 0 in every entry, times values.
    """
    if column in places:
        return places[column]
    children = tuple(lifted(child, places) for child in column.children)
    if all(child.shape.is_scalar for child in children):
        return with_children(column, children) if children != column.children else column
    match column:
        case Product():
            return entrywise(*children)
        case Quotient():
            above, below = children
            return Quotient(above, below) if below.shape.is_scalar else HadamardQuotient(above, below)
        case Cases():
            values, conditions = children[: len(column.values)], children[len(column.values) :]
            terms = [entrywise(v, c) for v, c in zip(values, conditions, strict=True) if not is_zero(v)]
            return plus(*terms) if terms else ZERO
    return with_children(column, children)


def changes(node: Node) -> bool:
    """Whether a differential stands in an expression."""
    return holds(node, Differential)


def is_trace(node: Node) -> bool:
    return called(node, "tr") is not None


def trace(node: Node) -> Node:
    """tr of a square matrix; a number, such as 1' G' db, is its own trace."""
    return node if node.shape.is_scalar else apply_named("tr", node)


def factors_in(node: Apply) -> tuple[Node, ...]:
    """The factors of the matrix whose trace is taken."""
    inner = node.arguments[0]
    return matrix_factors(inner)


def changing(factors: tuple[Node, ...]) -> int | None:
    """The place of the only factor in which a differential stands."""
    found = [k for k, factor in enumerate(factors) if changes(factor)]
    return found[0] if len(found) == 1 else None
