"""Which arrows of the dataflow graph a step is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.expr.node import Node, Path, at, each_part

if TYPE_CHECKING:
    from explainer.dataflow.graph import Graph
    from explainer.engine import Step


def lit_edges(graph: Graph, step: Step | None) -> frozenset[int]:
    """The places of the edges whose local derivative stands in a part that the step takes away or puts there."""
    if step is None:
        return frozenset()
    parts = [*_parts(step.before, step.touched_before), *_parts(step.after, step.touched_after)]
    places = {graph.edge_between(node) for part in parts for node in each_part(part)}
    return frozenset(place for place in places if place is not None)


def _parts(line: Node, paths: tuple[Path, ...]) -> list[Node]:
    return [at(line, path) for path in paths]
