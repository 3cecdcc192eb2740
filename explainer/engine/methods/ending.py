"""The end that all methods have in common: a line without derivatives brought into its final form."""

from __future__ import annotations

from explainer.engine.line import Moves
from explainer.engine.tidied_lines import case_by_case, collapsed, gathered, recognised, tidied
from explainer.expr.node import Node


def finished(line: Node) -> Moves:
    """Tidy a line without derivatives, work its cases out, put rows together, transpose where the
    layout asks for it."""
    line = yield from tidied(line)
    line = yield from case_by_case(line)
    line = yield from recognised(line)
    line = yield from gathered(line)
    return (yield from collapsed(line))
