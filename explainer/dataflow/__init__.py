"""The dataflow graph of intermediate variables: which uses which, how many paths there are, and where to draw them.

Start reading at `graph.py`; a sweep backward along the graph is in `sweep.py`.
Paths themselves are in `explainer.expr.program`, where the chain rules use them.
"""

from explainer.dataflow.graph import Edge, Graph, Vertex, graph_of, graph_of_definitions
from explainer.dataflow.lit import lit_edges
from explainer.dataflow.sweep import Sweep, Value, sweep_at

__all__ = ["Edge", "Graph", "Sweep", "Value", "Vertex", "graph_of", "graph_of_definitions", "lit_edges", "sweep_at"]
