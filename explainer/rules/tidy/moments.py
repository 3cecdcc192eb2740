"""Mean, variance and standard deviation where they are written out, and what is standardized by them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from explainer.expr.kinds import has_child, placed
from explainer.expr.node import Node, Path, at, replace
from explainer.expr.nodes import (
    Apply,
    Diag,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    size_value,
)
from explainer.rules.build import called, factors_of, is_one, times
from explainer.rules.matching import squared
from explainer.rules.rule import Rewrite
from explainer.rules.table import apply_named
from explainer.rules.tidy.factors import base_and_exponent, powered


def fold_moment(node: Node) -> Rewrite | None:
    """A total over its size as a mean, a mean of squared distances from the mean as a variance, its root."""
    match node:
        case Quotient():
            return _mean(node) or _total(node) or _standardized(node)
        case Product():
            return _mean_of_product(node)
    return _variance(node) or _deviation(node)


def _folded(after: Node, part: Node, whole: Node, statement: str) -> Rewrite:
    return Rewrite(after, {"part": part, "whole": whole}, statement=statement)


def moment_of(node: Node, name: str) -> Node | None:
    """The vector of which this is the mean, the variance or the standard deviation."""
    return called(node, name)


def is_mean_of(node: Node, vector: Node) -> bool:
    """Whether this is the mean of the vector, whole or written out."""
    return moment_of(node, "mean") is vector or node is Quotient(SumReduction(vector), size_value(vector.shape.rows))


def _mean(node: Quotient) -> Rewrite | None:
    """Σ v / n as mean(v), also among other factors."""
    above, below = factors_of(node.numerator), factors_of(node.denominator)
    for k, factor in enumerate(above):
        vector = _total_of(factor)
        if vector is None:
            continue
        size = size_value(vector.shape.rows)
        if size not in below:
            continue
        place = below.index(size)
        whole = apply_named("mean", vector)
        kept = (*below[:place], *below[place + 1 :])
        over = times(*above[:k], whole, *above[k + 1 :])
        after = Quotient(over, times(*kept)) if kept else over
        return _folded(after, Quotient(factor, size), whole, "sum(x) / n = mean(x)")
    return None


def _total(node: Quotient) -> Rewrite | None:
    """n mean(v) below a bar as Σ v: the mean was a total over n."""
    below = factors_of(node.denominator)
    for k, factor in enumerate(below):
        vector = moment_of(factor, "mean")
        size = None if vector is None else size_value(vector.shape.rows)
        if vector is None or size not in below or _variance(factor) is not None:
            continue
        place, whole = below.index(size), SumReduction(vector)
        kept = (whole if j == k else f for j, f in enumerate(below) if j != place)
        return _folded(Quotient(node.numerator, times(*kept)), Product((size, factor)), whole, "n mean(x) = sum(x)")
    return None


def _total_of(factor: Node) -> Node | None:
    """The vector whose entries are added; Σ over an index is left, as it was written on purpose."""
    match factor:
        case SumReduction(operand) if operand.shape.is_vector:
            return operand
    return None


def _mean_of_product(node: Product) -> Rewrite | None:
    """(1/n) Σ v as mean(v)."""
    if not has_child(node, SumReduction):
        return None
    for k, factor in enumerate(node.factors):
        vector = _total_of(factor)
        if vector is None:
            continue
        size = size_value(vector.shape.rows)
        for j, front in placed(node.factors, Quotient):
            if front.denominator is size:
                whole = apply_named("mean", vector)
                others = {k: whole, j: front.numerator}
                factors = (others.get(place, f) for place, f in enumerate(node.factors))
                after = times(*(f for f in factors if not is_one(f)))
                return _folded(after, Quotient(factor, size), whole, "sum(x) / n = mean(x)")
    return None


def deviation_of(node: Node) -> Node | None:
    """The vector v of v − mean(v)."""
    match node:
        case Sum((one, Negate(mean))) if one.shape.is_vector and is_mean_of(mean, one):
            return one
        case Sum((Negate(mean), one)) if one.shape.is_vector and is_mean_of(mean, one):
            return one
    return None


def _variance(node: Node) -> Rewrite | None:
    """The mean of (v − mean(v))² as var(v)."""
    inside = moment_of(node, "mean")
    deviation = None if inside is None else squared(inside)
    vector = None if deviation is None else deviation_of(deviation)
    if vector is None:
        return None
    whole = apply_named("var", vector)
    return _folded(whole, node, whole, "mean((x - mean(x))^2) = var(x)")


def _deviation(node: Node) -> Rewrite | None:
    """√var(v) as std(v), also to a power; var(v)^(3/2) is std(v)³."""
    match node:
        case Apply(operation, arguments) if operation.name == "sqrt":
            base, exponent = arguments[0], Fraction(1, 2)
        case Power():
            base, exponent = base_and_exponent(node)
        case _:
            return None
    vector = moment_of(base, "var")
    if vector is None or exponent.denominator != 2:
        return None
    whole = apply_named("std", vector)
    return _folded(powered(whole, 2 * exponent), node, powered(whole, 2 * exponent), "sqrt(var(x)) = std(x)")


_OPEN = (Product, MatrixProduct, Negate, Transpose, Diag)


def _deviations_in(node: Node, vector: Node) -> Iterator[Path]:
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        if deviation_of(part) is vector:
            yield path
        elif isinstance(part, _OPEN):
            stack.extend(((*path, k), part.children[k]) for k in range(len(part.children) - 1, -1, -1))


def _standardized(node: Quotient) -> Rewrite | None:
    """(v − mean(v)) (v − mean(v))' over std(v)² as the outer product of the standardized vector with itself.

    One deviation over one standard deviation stays: (x − x̄)' / (n σ) is the usual form of a gradient.
    """
    factors = factors_of(node.denominator)
    for k, factor in enumerate(factors):
        base, exponent = base_and_exponent(factor)
        vector = moment_of(base, "std")
        if moment_of(base, "var") is not None:
            vector, base, exponent = base.children[0], apply_named("std", base.children[0]), 2 * exponent
        if vector is None or exponent.denominator != 1 or exponent < 2 or not node.shape.is_matrix:
            continue
        paths = list(_deviations_in(node.numerator, vector))[:2]
        if len(paths) < 2:
            continue
        whole = apply_named("layer_norm", vector)
        above = node.numerator
        part = Quotient(at(above, paths[0]), base)
        for path in paths:
            above = replace(above, path, whole)
        left = (powered(base, exponent - 2),) if exponent > 2 else ()
        rest = (*factors[:k], *left, *factors[k + 1 :])
        after = Quotient(above, times(*rest)) if rest else above
        return _folded(after, part, whole, "(x - mean(x)) / std(x) = standardize(x)")
    return None
