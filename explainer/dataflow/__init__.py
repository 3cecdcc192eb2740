"""The dataflow graph of intermediate variables: which uses which, how many paths there are, and where to draw them.

Start reading at `graph.py`. Paths themselves are in `explainer.expr.program`, where the chain rules use them.
"""

from explainer.dataflow.graph import Edge, Graph, Vertex, graph_of, graph_of_definitions
from explainer.dataflow.lit import lit_edges

__all__ = ["Edge", "Graph", "Vertex", "graph_of", "graph_of_definitions", "lit_edges"]
