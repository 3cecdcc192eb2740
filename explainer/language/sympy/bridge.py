"""The bridge to SymPy: scalar expressions both ways, whether two are equal, and a shorter form of a result.

SymPy is never given text, only trees, so that nothing typed is executed; it is imported only when first needed; and
it is never asked to `simplify`, which does not come back on nested functions. What is asked of it is bounded first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.node import Node, each_part
from explainer.expr.shape import size_number
from explainer.language.sympy.reader import SympyReader
from explainer.language.sympy.writer import SympyWriter

LARGEST_TREE = 80
"""Parts of an expression up to which SymPy is asked to rearrange it."""

LARGEST_EXPANSION = 400
"""Terms up to which a product of sums may be multiplied out."""

_POINTS = 12
"""So many points at which a form that SymPy gave is compared with the one that it was given."""
_TOLERANCE = 1e-6
"""By how much, as a share, both may differ there: far more than rounding, far less than another function."""


def to_sympy(node: Node) -> Any:
    """The SymPy expression of a scalar expression; variables become plain symbols of the same name.

    Raises UnsupportedError naming the part that SymPy has no scalar for, LimitError for what it could not hold.
    """
    return SympyWriter().write(node)


def from_sympy(expr: Any) -> Node:
    """The expression of a SymPy expression, with nothing evaluated; symbols become scalar variables.

    Raises UnsupportedError naming the part that has no counterpart here.
    """
    return SympyReader().read(expr)


def is_sympy(obj: object) -> bool:
    """Whether this is a SymPy object; SymPy is not imported to find out, since then nobody could have made one."""
    sympy = sys.modules.get("sympy")
    return sympy is not None and isinstance(obj, getattr(sympy, "Basic", ()) or ())


def equal(left: Node, right: Node) -> bool | None:
    """Whether two scalar expressions have the same value wherever both have one; None where that stays open.

    Equal trees are equal; values that differ at random points refute; else a few bounded rearrangements may prove it.
    """
    if left is right:
        return True
    if left.shape != right.shape:
        return False
    if _differ_at_points(left, right):
        return False
    if not left.shape.is_scalar or left.part_count + right.part_count > 2 * LARGEST_TREE:
        return None
    try:
        return True if any(_proofs(left, right)) else None
    except (ExplainerError, ArithmeticError, ValueError, TypeError, RecursionError):
        return None


def tidy(node: Node) -> Node | None:
    """A shorter form of a scalar expression with the same value, or None where there is none or the search is too long.

    (2x(x − 1) − (x² − 1))/(x − 1)² becomes 1. The same expression always gives the same form.
    """
    if not node.shape.is_scalar or isinstance(node, nodes.Where) or node.part_count > LARGEST_TREE:
        return None
    writer = SympyWriter(real=True, opaque=True)
    decimals = any(isinstance(part, nodes.Number) and part.places for part in each_part(node))
    try:
        written = writer.write(node)
        reader = SympyReader(writer.nodes, decimals=decimals)
        forms = [reader.read(form) for form in _rearrangements(node, written)]
    except (ExplainerError, ArithmeticError, ValueError, TypeError, RecursionError):
        return None
    shortest = min(forms, key=_length)
    return shortest if _length(shortest) < _length(node) else None


def _rearrangements(node: Node, written: Any) -> Iterator[Any]:
    """Forms that SymPy finds in bounded time; multiplying out only where the number of terms is known to be small."""
    import sympy

    yield written
    yield sympy.factor_terms(written)
    if _expanded_terms(node) <= LARGEST_EXPANSION:
        cancelled = sympy.cancel(sympy.together(written))
        yield cancelled
        yield sympy.factor_terms(cancelled)
        yield sympy.expand(written)
        yield sympy.factor(cancelled)


def _proofs(left: Node, right: Node) -> Iterator[bool]:
    """Whether the difference becomes 0, method by method, the cheap ones first."""
    import sympy

    difference = nodes.Sum((left, nodes.Negate(right)))
    for opaque in (True, False):
        written = SympyWriter(real=True, opaque=opaque).write(difference)
        yield written == 0
        if _expanded_terms(difference) > LARGEST_EXPANSION:
            continue
        yield sympy.expand(written) == 0
        together = sympy.cancel(sympy.together(written))
        yield together == 0
        yield sympy.expand(sympy.fraction(together)[0], trig=True, log=True, power_exp=True) == 0
        yield sympy.cancel(sympy.expand(sympy.together(together.rewrite(sympy.exp)))) == 0


def _length(node: Node) -> int:
    """How long an expression is to read: a number counts less than any other part, so that 2x is shorter than x + x."""
    return _weight(node, lambda part: 1 if isinstance(part, nodes.Number) else 2)


def _weight(node: Node, of_part: Callable[[Node], int]) -> int:
    known: dict[Node, int] = {}

    def count(part: Node) -> int:
        if part not in known:
            known[part] = of_part(part) + sum(map(count, part.children))
        return known[part]

    return count(node)


def _expanded_terms(node: Node) -> int:
    """An upper bound for the number of terms after multiplying out, and for the degree where it is larger."""
    if isinstance(node, nodes.Sum):
        return min(sum(map(_expanded_terms, node.terms)), 10**9)
    if isinstance(node, nodes.Negate):
        return _expanded_terms(node.operand)
    if isinstance(node, nodes.Product):
        terms = 1
        for factor in node.factors:
            terms = min(terms * _expanded_terms(factor), 10**9)
        return terms
    if isinstance(node, nodes.Quotient):
        return min(_expanded_terms(node.numerator) * _expanded_terms(node.denominator), 10**9)
    if isinstance(node, nodes.Power):
        exponent = node.exponent.value if isinstance(node.exponent, nodes.Number) else 1
        base = _expanded_terms(node.base)
        return int(min(base ** min(exponent, 30) if base > 1 else max(exponent, 1), 10**9))
    return max((1, *map(_expanded_terms, node.children)))


def _differ_at_points(left: Node, right: Node) -> bool:
    """Whether the two have clearly different values at two or more of a few random points."""
    import numpy

    both = (*each_part(left), *each_part(right))
    if any(isinstance(part, nodes.FunctionCall | nodes.Derivative | nodes.Where) for part in both):
        return False
    if any(isinstance(name, nodes.Index) for name in left.free | right.free):
        return False
    generator = numpy.random.default_rng(20)
    differences = 0
    for point in range(_POINTS):
        values = _random_values(left.free | right.free, generator, positive=point % 2 == 0)
        try:
            with numpy.errstate(all="ignore"):
                first, second = left.evaluate(values), right.evaluate(values)
        except (ExplainerError, ArithmeticError, ValueError):
            return False
        if numpy.isfinite(first).all() and numpy.isfinite(second).all():
            scale = numpy.maximum(numpy.abs(first), numpy.abs(second)) + 1e-9
            differences += bool((numpy.abs(first - second) > _TOLERANCE * scale).any())
    return differences >= 2


def _random_values(names: frozenset[Node], generator: Any, *, positive: bool) -> dict[str, Any]:
    """Values for variables and open sizes, in the order of their names, so that they are the same every time."""
    sizes = {name.name for name in names if isinstance(name, nodes.SizeValue)}
    sizes |= {size for name in names for size in name.shape.names}
    chosen: dict[str, Any] = {size: 2 + k for k, size in enumerate(sorted(sizes))}
    values: dict[str, Any] = dict(chosen)
    for variable in sorted((name for name in names if isinstance(name, nodes.Variable)), key=lambda each: each.name):
        shape = tuple(size_number(size, chosen.__getitem__) for size in variable.shape.sizes)
        values[variable.name] = generator.uniform(0.2 if positive else -2.5, 2.5, shape)
    return values


__all__ = ["equal", "from_sympy", "is_sympy", "tidy", "to_sympy"]
