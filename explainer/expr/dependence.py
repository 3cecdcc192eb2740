"""What a value depends on, down to single entries: x_1 and x_2 of one vector are independent of each other."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Derivative, Entry, Number, Variable, VariableTuple


def depends_on(node: Node, wrt: Node) -> bool:
    """Whether the value can change when `wrt` (a Variable, an Entry of one or a VariableTuple) changes.

    Two entries with different numbers are independent; an entry with a bound index may be any entry.
    """
    if isinstance(wrt, VariableTuple):
        return any(depends_on(node, variable) for variable in wrt.variables)
    if isinstance(wrt, Apply):  # vec(X), whose entries are those of X
        return not node.free.isdisjoint(wrt.free)
    if not isinstance(wrt, Entry):
        return wrt in node.free
    if not isinstance(wrt.base, Variable) or not all(isinstance(index, Number) for index in wrt.indices):
        return not node.free.isdisjoint(wrt.base.free)
    return _depends_on_entry(node, wrt)


def _depends_on_entry(node: Node, entry: Entry) -> bool:
    stack, seen = [node], {node}
    while stack:
        part = stack.pop()
        if part is entry or part is entry.base:
            return True
        if isinstance(part, Entry) and part.base is entry.base:
            if not all(isinstance(index, Number) for index in part.indices):
                return True
            continue
        for child in (part.body,) if isinstance(part, Derivative) else part.children:
            if child not in seen and entry.base in child.free:
                seen.add(child)
                stack.append(child)
    return False


def uses_whole(node: Node, entry: Node) -> bool:
    """Whether the vector or matrix that an entry belongs to stands in an expression as a whole, as in x · x for x_1."""
    if not isinstance(entry, Entry) or entry.base not in node.free:
        return False
    stack, seen = [node], {node}
    while stack:
        part = stack.pop()
        if part is entry.base:
            return True
        fresh = part.indices if isinstance(part, Entry) and part.base is entry.base else part.children
        for child in fresh:
            if child not in seen and entry.base in child.free:
                seen.add(child)
                stack.append(child)
    return False
