"""Sums, products, powers, quotients, comparisons; the shapes that do not go together are refused."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.errors import ShapeError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Shape
from explainer.language.building.batches import stand_in_rows
from explainer.language.building.builder import Builder, parts_of
from explainer.language.building.powers import power_of_matrix
from explainer.language.building.products import build_at_product, build_product, entrywise_of_rows
from explainer.language.building.reductions import applied
from explainer.language.kinds.surroundings import is_inverse, is_vector_of_numpy
from explainer.language.text.syntax import Syntax, keeps_axis
from explainer.phrases import phrase


def addition(builder: Builder, node: Syntax) -> Node:
    """A sum; a vector beside a matrix stands in every row of it."""
    stand_in_rows(builder, node)
    check_elementwise(node, "added")
    return nodes.Sum(tuple(parts_of(node)))


def check_elementwise(node: Syntax, verb: str) -> None:
    """Refuse parts of different shapes with both shapes and the texts of the parts."""
    match_single_entries(node.parts)
    first: Syntax | None = None
    for part in node.parts:
        shape = part.node.shape
        if shape.is_scalar:
            continue
        if first is None:
            first = part
        elif shape != first.node.shape:
            one, other = first.node.shape, shape
            hint = "Parts that are added or compared must have the same shape, or be scalars."
            if one == Shape(tuple(reversed(other.sizes))) or {one.rows, one.columns} == {other.rows, other.columns}:
                hint = phrase("Did you mean the transpose of one of them: {0}?", _primed(part.node))
            raise ShapeError(
                phrase(
                    "{0} ({1}) and {2} ({3}) can't be {4}: their shapes differ",
                    first.node,
                    one.display(),
                    part.node,
                    other.display(),
                    phrase(verb),
                ),
                shapes=(str(one), str(other)),
                hint=hint,
            )


def match_single_entries(parts: Iterable[Syntax]) -> None:
    """Take vectors of one entry beside 1×1 matrices as such matrices: both are written and shown as 1×1."""
    single = [part for part in parts if set(part.node.shape.sizes) == {1}]
    if len({len(part.node.shape.sizes) for part in single}) < 2:
        return
    for part in single:
        if part.node.shape.is_vector:
            part.node = nodes.Transpose(part.node)


def _primed(node: Node) -> str:
    return nodes.Transpose(node).text()


def power(builder: Builder, node: Syntax) -> Node:
    """A power of every entry, of a square matrix, or its inverse."""
    match_single_entries(node.parts)
    base, exponent = parts_of(node)
    entrywise = node.value == ".^" or (node.value == "**" and builder.inference.vocabulary.dialect == "numpy")
    if entrywise and node.value != ".^" and base.shape.is_matrix and not base.shape.is_row:
        _respell(builder, node, ("^", "**"), ".^")
    if base.shape.is_matrix and is_inverse(node) and not base.shape.is_row and not entrywise:
        return applied("inv", base)
    if base.shape.is_matrix and node.value == "^" and not base.shape.is_row:
        return power_of_matrix(builder, base, exponent, node)
    check_elementwise(node, "combined entry by entry")
    match base:
        case nodes.Power(total, nodes.Quotient(_, order)) if order is exponent and node.parts[0].kind == "norm_p":
            return total  # ‖x‖_p^p is the sum that the root is taken of
    if isinstance(base, nodes.Constant) and base.name == "e" and exponent.shape.is_vector:
        return applied("exp", exponent)  # entry by entry: there is one name for it, and one form
    return nodes.Power(base, exponent)


def _respell(builder: Builder, node: Syntax, signs: tuple[str, ...], typed: str) -> None:
    """Note how an operator of code, which goes entry by entry, is typed here."""
    left, right = node.parts
    for sign in signs:
        builder.inference.vocabulary.respell(builder.text, (left.end, right.start), sign, typed)


def is_of_columns(node: Syntax) -> bool:
    """Whether a value is made along axis=0, with an entry for each column."""
    return node.kind == "along" and node.value.axis == 0


def quotient(builder: Builder, node: Syntax) -> Node:
    """Something divided by a number, or entry by entry by a vector."""
    over_axis = is_of_columns(node.parts[1]) and node.parts[0].node.shape.is_matrix
    if over_axis or any(map(keeps_axis, node.parts)):
        stand_in_rows(builder, node)
    numerator, denominator = parts_of(node)
    if denominator.shape.is_scalar:
        return nodes.Quotient(numerator, denominator)
    if over_axis and numerator.shape == denominator.shape:
        return nodes.HadamardQuotient(
            numerator, denominator
        )  # a vector made along an axis has an entry for each column
    code = builder.inference.vocabulary.dialect == "numpy"
    if code and numerator.shape.is_scalar and denominator.shape.is_matrix and not denominator.shape.is_row:
        _respell(builder, node, ("/",), "⊘")
        return nodes.HadamardQuotient(numerator, denominator)
    over_vector = denominator.shape.is_vector and not denominator.shape.is_row
    if (code or over_vector) and numerator.shape.is_matrix and not numerator.shape.is_row:
        stand_in_rows(builder, node)
        numerator, denominator = parts_of(node)
        if numerator.shape == denominator.shape:
            if code:
                _respell(builder, node, ("/",), "⊘")
            return nodes.HadamardQuotient(numerator, denominator)
    together = numerator.shape.is_scalar or numerator.shape == denominator.shape
    lined_up = denominator.shape.is_vector or denominator.shape.is_row
    if together and (lined_up or keeps_axis(node.parts[1])):
        return nodes.HadamardQuotient(numerator, denominator)
    raise ShapeError(
        phrase(
            "cannot divide {0} ({1}) by {2} ({3})",
            numerator,
            numerator.shape.display(),
            denominator,
            denominator.shape.display(),
        ),
        shapes=(str(numerator.shape), str(denominator.shape)),
        hint="Write ⊘ (in ASCII ./) for the quotient entry by entry of two values of one shape.",
    )


def hadamard(builder: Builder, node: Syntax) -> Node:
    """A product entry by entry."""
    if builder.inference.vocabulary.dialect == "numpy":
        spread = entrywise_of_rows(parts_of(node), builder.inference.vocabulary)
        if spread is not None:
            return spread
    stand_in_rows(builder, node)
    check_elementwise(node, "multiplied entry by entry")
    factors = tuple(parts_of(node))
    return (nodes.Product if all(factor.shape.is_scalar for factor in factors) else nodes.Hadamard)(factors)


def hadamard_quotient(builder: Builder, node: Syntax) -> Node:
    """A quotient entry by entry."""
    stand_in_rows(builder, node)
    check_elementwise(node, "divided entry by entry")
    numerator, denominator = parts_of(node)
    if denominator.shape.is_scalar:
        _respell(builder, node, ("⊘", "./"), "/")  # x ./ 2 of MATLAB and Julia
        return nodes.Quotient(numerator, denominator)
    return nodes.HadamardQuotient(numerator, denominator)


def comparison(builder: Builder, node: Syntax) -> Node:
    """A relation between numbers, or between the entries of vectors."""
    check_elementwise(node, "compared")
    left, right = parts_of(node)
    relation = "=" if node.value[0] == "==" else node.value[0]
    return nodes.Comparison(relation, left, right)


def negative(builder: Builder, node: Syntax) -> Node:
    """Minus in front of a value."""
    return nodes.Negate(node.parts[0].node)


def conjunction(builder: Builder, node: Syntax) -> Node:
    """Conditions that hold together: 0 < x < 1."""
    return nodes.And(tuple(parts_of(node)))


def product(builder: Builder, node: Syntax) -> Node:
    """Factors side by side or joined by `*`, `·` and `×`."""
    return build_product(node, builder.inference.vocabulary)


def at_product(builder: Builder, node: Syntax) -> Node:
    """Factors of `@`."""
    first = node.parts[0].node
    if is_vector_of_numpy(node, builder.inference.vocabulary.dialect) and isinstance(first, nodes.Transpose):
        other = node.parts[1].node.shape
        if first.operand.shape.is_vector and other.is_matrix and other.rows == first.operand.shape.rows:
            node.parts[0].node = first.operand
    return build_at_product(node)


def dot(builder: Builder, node: Syntax) -> Node:
    """dot(w, x) of vectors; of matrices their product."""
    left, right = parts_of(node)
    if left.shape.is_vector and left.shape == right.shape:
        return nodes.Dot(left, right)
    return build_at_product(node)


def inner(builder: Builder, node: Syntax) -> Node:
    """⟨w, x⟩, the sum of the products of the entries: of matrices tr(W' X).

    Raises ShapeError where the two have no common shape.
    """
    left, right = parts_of(node)
    if left.shape != right.shape:
        raise ShapeError(
            phrase("{0} ({1}) and {2} ({3}) have two shapes", left, left.shape.display(), right, right.shape.display()),
            shapes=(str(left.shape), str(right.shape)),
            hint="An inner product is of two vectors, or of two matrices, of one shape.",
        )
    if left.shape.is_scalar:
        return nodes.Product((left, right))
    if left.shape.is_vector:
        return nodes.Dot(left, right)
    return applied("tr", nodes.MatrixProduct((nodes.Transpose(left), right)))


def transpose(builder: Builder, node: Syntax) -> Node:
    """x', x^T and x.T."""
    return nodes.Transpose(node.parts[0].node)
