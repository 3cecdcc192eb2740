"""Pieces of code, how tightly they hold together, and which parts of an expression are computed once."""

from __future__ import annotations

from collections import Counter

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.written_code import array_products

ATOM, POWER, SIGN, TIMES, PLUS, COMPARE = 5, 4, 3, 2, 1, 0
"""How tightly a piece of code holds together, as in Python's grammar."""
WITHOUT_A_VALUE = (
    *(nodes.Comparison, nodes.And, nodes.Otherwise, nodes.Equation, nodes.Where, nodes.VariableTuple),
    nodes.Derivative,
)
"""What stands for no array of its own: conditions, definitions, and what is differentiated by."""
SMALL = 4
"""Parts with fewer pieces than this are written twice rather than named."""


class Code(str):
    """A piece of code that knows how tightly it holds together."""

    __slots__ = ("rank",)
    rank: int

    def __new__(cls, text: str, rank: int = ATOM) -> Code:
        made = super().__new__(cls, text)
        made.rank = rank
        return made

    def within(self, rank: int) -> str:
        """In brackets where what is around holds tighter."""
        return str(self) if self.rank >= rank else f"({self})"


def uses_of(roots: tuple[Node, ...]) -> Counter[Node]:
    """How often each part is used, those inside another part that is used twice counted once."""
    count: Counter[Node] = Counter()
    stack = list(roots)
    while stack:
        part = stack.pop()
        count[part] += 1
        if count[part] == 1:
            stack.extend(part.children)
    return count


def is_worth_a_name(part: Node) -> bool:
    """Whether it is large enough, and has a value of its own: nothing in it depends on an index of a sum around it."""
    return (
        part.part_count >= SMALL
        and not any(isinstance(inner, nodes.Index) for inner in part.free)
        and not isinstance(part, WITHOUT_A_VALUE)
        and array_products.spread(part) is None  # what is broadcast is no array of its own
    )
