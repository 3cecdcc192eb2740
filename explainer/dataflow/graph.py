"""The dataflow graph of a program of intermediate variables: what is used by what, in layers from the variable on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Derivative, Equation, Where
from explainer.expr.program import count_paths, uses


@dataclass(frozen=True, slots=True)
class Vertex:
    """One variable: its definition (None for the variable at the start), its layer, and its place in the picture.

    `x` and `y` are in units of one layer and one row; y is 0 on the middle line.
    """

    variable: Node
    definition: Node | None
    layer: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """The variable at place `source` is used in the definition of the one at place `target`."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The vertices from the variable to the result, in the order of definition, and the edges between them.

    `paths` is the number of paths from the first vertex to the last one.
    """

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    paths: int

    def edge_between(self, derivative: Node) -> int | None:
        """The place of the edge that a derivative ∂u/∂v belongs to, or None."""
        if not isinstance(derivative, Derivative):
            return None
        for place, edge in enumerate(self.edges):
            source, target = self.vertices[edge.source].variable, self.vertices[edge.target].variable
            if derivative.body is target and derivative.wrt is source:
                return place
        return None


def graph_of(line: Node) -> Graph | None:
    """The graph of the first program of intermediate variables in a line, or None when it has none."""
    for part in each_part(line):
        if isinstance(part, Where) and part.definitions:  # else it only says what is known, such as a differential
            variable = _variable(part)
            return None if variable is None else graph_of_definitions(part.definitions, variable)
    return None


def _variable(program: Where) -> Node | None:
    """The variable at the start of a program: what its total derivatives are taken by."""
    names = {definition.left for definition in program.definitions}
    for part in each_part(program):
        if isinstance(part, Derivative) and part.wrt not in names:
            return part.wrt
    return None


def graph_of_definitions(definitions: tuple[Equation, ...], variable: Node) -> Graph:
    """The graph of a program: each variable one layer after the last variable that it uses, rows spread evenly."""
    layers: dict[Node, int] = {variable: 0}
    used = uses(definitions, variable)
    for name, sources in used.items():
        layers[name] = 1 + max((layers[source] for source in sources), default=0)
    order = list(layers)
    rows = _rows(order, layers, used)
    meaning = {definition.left: definition.right for definition in definitions}
    vertices = tuple(
        Vertex(node, meaning.get(node), layers[node], float(layers[node]), float(rows[node])) for node in order
    )
    places = {node: place for place, node in enumerate(order)}
    edges = tuple(Edge(places[parent], places[node]) for node in used for parent in used[node])
    return Graph(vertices, edges, count_paths(definitions, variable)[definitions[-1].left])


def _rows(order: list[Node], layers: dict[Node, int], used: Mapping[Node, tuple[Node, ...]]) -> dict[Node, Fraction]:
    """The row of each variable: those of a layer side by side, a single one bent away from edges that skip it."""
    by_layer: dict[int, list[Node]] = {}
    for node in order:
        by_layer.setdefault(layers[node], []).append(node)
    skipped = {
        layer
        for node, sources in used.items()
        for source in sources
        for layer in range(layers[source] + 1, layers[node])
    }
    rows: dict[Node, Fraction] = {}
    for layer, nodes in by_layer.items():
        for k, node in enumerate(nodes):
            rows[node] = Fraction(2 * k - len(nodes) + 1, 2)
            if len(nodes) == 1 and layer in skipped:
                rows[node] = Fraction(-1, 2)
    return rows
