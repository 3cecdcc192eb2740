"""Which variables reach a function that is not analytic: those cannot be moved in the complex direction."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.node import Node

_NONE: frozenset[Node] = frozenset()


class Smoothness:
    """Remembers for every node the variables that enter an operation which is not analytic.

    `analytic_functions` says that abstract functions may be given complex arguments.
    """

    def __init__(self, analytic_functions: bool) -> None:
        self._analytic_functions = analytic_functions
        self._known: dict[Node, frozenset[Node]] = {}

    def rough_variables(self, node: Node) -> frozenset[Node]:
        """The variables of a node that reach a kink, a comparison or another operation that is not analytic."""
        # A stack and not recursion, because expressions may be taller than the recursion limit allows.
        stack = [node]
        while stack:
            part = stack[-1]
            waiting = [child for child in part.children if child not in self._known]
            if waiting and not self._is_rough(part):
                stack.extend(waiting)
                continue
            stack.pop()
            if part not in self._known:
                self._known[part] = self._of_parts(part)
        return self._known[node]

    def _of_parts(self, part: Node) -> frozenset[Node]:
        if self._is_rough(part):
            return part.free
        found = _NONE
        for child in part.children:
            found = found | self._known[child] if found else self._known[child]
        # A definition carries roughness from its own variables on to the name that is defined.
        return part.free if found and isinstance(part, nodes.Where) else found

    def _is_rough(self, part: Node) -> bool:
        if isinstance(part, nodes.Apply):
            return not part.operation.analytic
        if isinstance(part, nodes.FunctionCall):
            return not self._analytic_functions
        return isinstance(part, (nodes.Comparison, nodes.And, nodes.Cases))
