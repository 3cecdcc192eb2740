"""e^(x_i) / Σ_j e^(x_j) by x_j: that of the sum is another index, and gets another letter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from explainer.expr.letters import INDEX_LETTERS, fresh
from explainer.language.shapes.scopes import sizes_of_indices
from explainer.language.text.syntax import Syntax, bottom_up

if TYPE_CHECKING:
    from explainer.language.constructs import Construct


def apart_from_variable(tree: Syntax, letters: Collection[str], constructs: Mapping[str, Construct]) -> bool:
    """Rename the indices of sums and grids that are called like an index of the variable; whether there were any."""
    nodes = [*bottom_up(tree)]
    binding = [node for node in nodes if constructs[node.kind].sizes is sizes_of_indices]
    wanted = {name for node in binding for name, _, _ in node.value} & set(letters)
    if not wanted:
        return False
    taken = {item for node in nodes if node.kind == "name" for part in node.value[1] for item in part}
    taken |= {node.value[0] for node in nodes if node.kind == "name"} | set(letters)
    taken |= {name for node in binding for name, _, _ in node.value}
    for old in sorted(wanted):
        new = fresh(taken, INDEX_LETTERS)
        taken.add(new)
        for node in binding:
            if any(name == old for name, _, _ in node.value):
                node.value = tuple((new if name == old else name, lower, size) for name, lower, size in node.value)
                for part in bottom_up(node):
                    _rename(part, old, new)
    return True


def _rename(node: Syntax, old: str, new: str) -> None:
    if node.kind == "name":
        word, subscripts = node.value
        changed = tuple(tuple(_renamed(item, old, new) for item in part) for part in subscripts)
        node.value = (new if word == old and not subscripts else word, changed)
    elif node.kind == "entry":
        node.value = tuple(new if item == old else item for item in node.value)


def _renamed(item: str, old: str, new: str) -> str:
    """A subscript with another index: j, or the j of ij."""
    return new if item == old else item.replace(old, new) if len(item) == 2 and item.isalpha() else item
