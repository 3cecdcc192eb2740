"""Tall expressions: where a walk that calls itself may rest, so that no depth of a tree reaches the recursion limit.

A walk that keeps what it found for the `stages` of a node, and does them in their order, calls itself at most LEVELS
times at once. Python's limit stays as it is: beyond it the stack of C overflows, and the process ends without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.expr.node import Node

LEVELS = 32
"""So many levels are walked in one go. Most lines have fewer, and cost nothing more."""

_height = attrgetter("height")


def _always(part: Node) -> bool:
    return True


def stages(node: Node, enter: Callable[[Node], bool] = _always) -> Iterable[Node]:
    """Parts of a tall node from the bottom up, so close that no way leads LEVELS levels down without meeting one.

    These are the parts that a way from above meets first in each band of so many levels. Below a part that is not to
    be entered there are none.
    """
    if node.height <= LEVELS:
        return ()
    found: set[Node] = set()
    seen = {node}
    stack = [node]
    while stack:
        part = stack.pop()
        if not enter(part):
            continue
        for child in part.children:
            if child.height > LEVELS:
                if child.height // LEVELS < part.height // LEVELS:
                    found.add(child)
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
    return sorted(found, key=_height)
