"""The untyped syntax tree: what was written, before shapes are known.

One class for all kinds; `kind` says which, `parts` are the pieces, `value` what else belongs to it. The tree is made by
the callbacks of the parser, bottom up, and every node counts how deep it is nested, so that no recursion is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from explainer.language.text.brackets import MAX_DEPTH, too_deep


class Syntax:
    """A piece of the text: its kind, its place, its parts, and what the shape inference and the building find out.

    `grouped` says that brackets stand around it, so that a sum or product in it stays on its own, `keeps` that a name
    stands for what has kept the axis along which it was taken.
    """

    __slots__ = ("depth", "end", "grouped", "keeps", "kind", "node", "parts", "reading", "start", "term", "value")

    def __init__(
        self, kind: str, start: int, end: int, parts: tuple[Syntax, ...] = (), value: Any = None, deeper: int = 0
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.value = value
        self.start = start
        self.end = end
        self.depth: int = deeper + max((part.depth for part in parts), default=0)
        self.grouped = False
        self.keeps = False
        self.term: Any = None
        self.reading: Any = None
        self.node: Any = None

    def __repr__(self) -> str:
        inner = ", ".join(filter(None, [repr(self.value) if self.value is not None else "", *map(repr, self.parts)]))
        return f"{self.kind}({inner})"


class Along(NamedTuple):
    """What stands behind a function along an axis: the call without it, the axis as it was typed, and its number."""

    call: Syntax
    typed: str
    axis: int
    keeps: bool


def keeps_axis(part: Syntax) -> bool:
    """Whether a value has kept the axis along which it was taken, also as a factor or under a function of entries.

    Of the columns (axis=0) nothing is to be kept: their values stand in every row, as vectors do anyway.
    """
    if part.kind == "along":
        return bool(part.value.keeps) and part.value.axis == 1
    if part.kind == "name":
        return part.keeps
    entrywise = part.kind == "apply" and part.value.elementwise
    through = entrywise or part.kind in {"negate", "multiply", "quotient", "power", "addition"}
    return through and any(map(keeps_axis, part.parts))


def tell_names_of_kept_axes(tree: Syntax) -> None:
    """Let the names know that stand for values with a kept axis, as m where m = max(S, axis=1, keepdims=True)."""
    if tree.kind != "where":
        return
    names = [node for node in bottom_up(tree) if node.kind == "name"]
    for definition in tree.parts[1:]:
        if len(definition.parts) != 2 or definition.parts[0].kind != "name" or not keeps_axis(definition.parts[1]):
            continue
        for node in names:
            node.keeps = node.keeps or node.value == definition.parts[0].value


def put_definitions_in_order(tree: Syntax) -> None:
    """Let every definition behind `where` stand after those that it uses; those in a circle stay where they are."""
    if tree.kind != "where":
        return
    count = tree.value[0]
    definitions = tree.parts[1 : 1 + count]
    if not all(len(part.parts) == 2 and part.parts[0].kind == "name" for part in definitions):
        return
    names = [part.parts[0].value for part in definitions]
    uses = [{node.value for node in bottom_up(part.parts[1]) if node.kind == "name"} for part in definitions]
    ordered: list[int] = []
    waiting = list(range(count))
    while waiting:
        known = {names[k] for k in ordered}
        ready = next((k for k in waiting if not uses[k] & {names[j] for j in waiting if names[j] not in known}), None)
        if ready is None:
            return
        ordered.append(ready)
        waiting.remove(ready)
    tree.parts = (tree.parts[0], *(definitions[k] for k in ordered), *tree.parts[1 + count :])


def check_depth(node: Syntax, text: str) -> Syntax:
    """The node itself. Raises LimitError, at its place, when it is nested too deep."""
    if node.depth > MAX_DEPTH:
        raise too_deep(text, node.start, node.end)
    return node


def bottom_up(root: Syntax) -> Iterator[Syntax]:
    """All nodes, each after its parts, left to right."""
    order: list[Syntax] = []
    stack = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(node.parts)
    return reversed(order)
