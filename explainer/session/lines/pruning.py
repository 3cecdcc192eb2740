"""Very large expressions made smaller before they are written: writing all of them out would hold up the window.

What is cut off here is left out of the picture anyway; see `shortening`. The places of all other parts stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.expr.node import Node, Path, with_children
from explainer.expr.nodes import Apply, Equation, Negate, Power, Product, Quotient, Sum, Variable

MANY = 4000
"""An expression with more parts than this is cut."""
LEVELS = 24
"""So many levels stay below what is kept; the picture shows fewer."""
ENDS = 8
"""So many terms or factors stay at each end, and on both sides of what is kept; all of them where they are few."""
FEW = 28
"""With up to so many terms all of them stay: cutting would put dots in the place of one or two."""
_CUT = (Sum, Product, Quotient, Power, Negate, Apply)
"""What may be cut off; other kinds of nodes may be needed whole by the node that they are in."""


def pruned(node: Node, keep: Sequence[Path]) -> Node:
    """The expression itself unless it is very large; then with dots for the parts far away from the paths in `keep`."""
    if node.part_count <= MANY:
        return node
    ways = frozenset(path[:length] for path in keep for length in range(len(path) + 1))
    return _pruned(node, (), LEVELS, ways)


def _pruned(node: Node, path: Path, left: int, ways: frozenset[Path]) -> Node:
    if isinstance(node, _CUT) and left <= 0 and path not in ways:
        return Variable("…", node.shape)
    children = node.children
    if not children:
        return node
    kept = [k for k in range(len(children)) if (*path, k) in ways]
    middles = range(0, FEW, ENDS) if len(children) <= FEW else (0, len(children) - 1, *kept[:3])
    near = {n for k in middles for n in range(k - ENDS, k + ENDS + 1)}
    made = tuple(
        _pruned(child, (*path, k), left - (path not in ways) if k in near else 0, ways)
        for k, child in enumerate(children)
    )
    return node if all(one is other for one, other in zip(made, children, strict=True)) else with_children(node, made)


def place_of_fact(program: Node, value: Node) -> tuple[Path, ...]:
    """The place of the fact that says what a value is: the line after a sweep is nothing but one of its facts."""
    children = enumerate(program.children)
    return tuple((k,) for k, part in children if isinstance(part, Equation) and part.right is value)[-1:]
