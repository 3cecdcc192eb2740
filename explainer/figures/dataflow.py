"""The dataflow graph: variables as boxes, arrows for what uses what with its local derivative, and all paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from explainer.dataflow import Graph, graph_of, lit_edges, sweep_at
from explainer.errors import ShapeError
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Derivative, Equation, IndexedSum, Transpose, VariableTuple, Where
from explainer.expr.program import paths
from explainer.figures import options as read
from explainer.figures.canvas import (
    FIRST,
    FRAME,
    INK,
    MUTED,
    PALE,
    PLATE,
    Canvas,
    Point,
    Sheet,
    is_for_a_screen,
    measured,
)
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import by_length, formula, shape_label
from explainer.figures.layered_graph import GAP_EM, Chain, Ranked, Slot, arrange_ranks, port, rounded
from explainer.figures.sweeps.tape import draw_sweep
from explainer.notation import write
from explainer.notation.tree import Notation, Operator, Row, Space
from explainer.phrases import Phrase, counted, joined, phrase, sentence
from explainer.rules.chain.programs import introduce_variables, use_given_names, wanted_local_derivatives
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.engine import Step, Trace

MOST_VERTICES: Final = 40
MOST_PATHS: Final = 4
"""So many paths are written out below the graph; of more there is only the number."""
_LABEL, _BOX = 0.72, 0.9
_MOST_STEPS: Final = 12
"""So many steps are searched for a program that is folded inside one of them."""
_PAD = 0.45
"""Room in a box beside what stands in it, half of a letter; above and below three quarters of it, as a line has air."""
_WIDTH: Final = 30.0
"""So wide in em is a graph that runs downwards, with its paths below it; in a wider room it may run to the right."""
_ARROW, _EQUALS = Operator("→", "relation", "to"), Operator("=", "relation")


@dataclass(frozen=True)
class _Flow:
    """A program with its graph, and what is known of the local derivative on each edge."""

    graph: Graph
    program: Where
    variable: Node
    derivatives: tuple[Node, ...]
    values: tuple[Node | None, ...]
    lit: frozenset[int]
    forward: bool

    @property
    def paths(self) -> list[tuple[int, ...]]:
        """The first paths, each as the edges from the variable to the result."""
        vertices = [vertex.variable for vertex in self.graph.vertices]
        found = islice(paths(self.program.definitions, self.variable, vertices[-1]), MOST_PATHS + 1)
        edges = {(edge.source, edge.target): k for k, edge in enumerate(self.graph.edges)}
        steps = [[vertices.index(node) for node in path] for path in found]
        return [tuple(edges[pair] for pair in pairwise(path)) for path in steps]


def why_not(trace: Trace) -> str:
    """Why there is no graph."""
    if sweep_at(trace, 0) is not None:
        return ""
    try:
        program, _ = _program(trace, None)
        graph = graph_of(program)
        if graph is None:
            return ""
        if len(graph.vertices) > MOST_VERTICES:
            return phrase("it has {0} variables, too many to be drawn", len(graph.vertices))
        _flow(program, graph, None, False)
    except UnsuitedError as error:
        return error.reason
    except ShapeError as error:
        return error.message
    return ""


def draw(trace: Trace | None, options: Options) -> Figure:
    """The graph of the line after a step, or of the problem; the arrows that the step is about are lit.

    Of a derivation that sweeps backward it is the tape with the values and the adjoints that are known.

    Raises UnsuitedError where the function has no intermediate variables, and where factors are to be
    swapped that are matrices.
    """
    assert trace is not None
    step = read.step_option(options, trace)
    sweep = None if "order" in options else sweep_at(trace, step.number if step else 0)
    if sweep is not None:
        return draw_sweep(trace, sweep, step.number if step else 0, read.mapping_option(options, "values"))
    program, about = _program(trace, step)
    graph = graph_of(program)
    if graph is None:
        raise UnsuitedError("dataflow", "nothing in it depends on the variable")
    flow = _flow(program, graph, about, _is_forward(trace, graph, options))
    expression = write(trace.problem.expression, "unicode")
    lit = ""
    if flow.lit:
        names = [write(flow.derivatives[k], "speech") for k in sorted(flow.lit)]
        lit = phrase(" Step {0} is about {1}.", about.number if about else "", ", ".join(names))
    return Figure(
        "dataflow",
        phrase("Dataflow graph of {0}", expression),
        _spoken(flow) + lit,
        lambda width: _arranged(flow, width),
        _WIDTH,
        {"graph": graph, "lit": flow.lit, "paths": flow.paths},
    )


def _spoken(flow: _Flow) -> Phrase:
    """Which variable uses which, and how many paths there are."""
    names = [write(vertex.variable, "speech") for vertex in flow.graph.vertices]
    uses = [phrase("{0} uses {1}", names[edge.target], names[edge.source]) for edge in flow.graph.edges]
    return counted(
        "{1}; one path from {2} to {3}.",
        "{1}; {0} paths from {2} to {3}.",
        flow.graph.paths,
        joined(", ", uses),
        names[0],
        names[-1],
    )


# --- where the graph comes from --------------------------------------------------------------------------------------


def _program(trace: Trace, step: Step | None) -> tuple[Where, Step | None]:
    """The program on the line of a step, on the last line before that has one, inside a step, or of the problem."""
    last = step.number if step else 0
    for number in range(last, -1, -1):
        line = _line(trace, number)
        found = _first_program(line)
        if found is not None and graph_of(found) is not None:
            return found, step
    start = _plain_start(trace)
    # Definitions that are too long when they are put in are the program themselves.
    rewrite = introduce_variables(start) if isinstance(start, Derivative) else use_given_names(trace.start)
    whole = rewrite.after if rewrite is not None and isinstance(rewrite.after, Where) else None
    if whole is not None and not any(_hides_operations(definition.right) for definition in whole.definitions):
        return whole, None
    for taken in islice(trace, _MOST_STEPS):
        for inner in (taken, *taken.substeps):
            found = _first_program(inner.after)
            if found is not None and graph_of(found) is not None:
                return found, None
    if whole is not None:
        return whole, None
    raise UnsuitedError("dataflow", _why_none(trace))


def _plain_start(trace: Trace) -> Node | None:
    """The derivative that is asked for, with the definitions put in that somebody typed with the function."""
    for line in (trace.start, *(step.after for step in islice(trace, _MOST_STEPS))):
        inner = line.children[0] if isinstance(line, Transpose) else line
        if isinstance(inner, Derivative) and _first_program(inner) is None:
            return inner
    return None


def _hides_operations(definition: Node) -> bool:
    """Whether a definition is a sum over rows with operations inside, which have a graph of their own."""
    return any(isinstance(part, IndexedSum) for part in each_part(definition))


def _why_none(trace: Trace) -> str:
    if not depends_on(trace.problem.expression, trace.problem.wrt):
        return "nothing in it depends on the variable"
    if isinstance(trace.problem.wrt, VariableTuple):
        return "a graph begins at one variable; differentiate with respect to one of them"
    return "it is a single operation, so there are no intermediate variables"


def _line(trace: Trace, number: int) -> Node:
    step = trace.step(number) if number else None
    return step.after if step else trace.start


def _first_program(line: Node) -> Where | None:
    return next((part for part in each_part(line) if isinstance(part, Where)), None)


def _is_forward(trace: Trace, graph: Graph, options: Options) -> bool:
    order = read.choice_option(options, "order", ("backward", "forward"))
    scalar = all(vertex.variable.shape.is_scalar for vertex in graph.vertices)
    if order == "forward" and not scalar:
        raise UnsuitedError(
            "dataflow", "its derivatives are matrices, which cannot be swapped, so there is no forward order"
        )
    return scalar and (order or trace.problem.method) in ("forward", "chain-forward")


def _flow(program: Where, graph: Graph, step: Step | None, forward: bool) -> _Flow:
    facts = {fact.left: fact.right for fact in program.facts if isinstance(fact, Equation)}
    variable = graph.vertices[0].variable
    local = {(d.body, d.wrt): d for d in wanted_local_derivatives(program.definitions, variable)}
    derivatives: list[Node] = []
    for edge in graph.edges:
        source, target = graph.vertices[edge.source].variable, graph.vertices[edge.target].variable
        derivatives.append(local.get((target, source)) or Derivative(target, source, "partial"))
    values = tuple(facts.get(derivative) for derivative in derivatives)
    lit = lit_edges(graph, step)
    return _Flow(graph, program, variable, tuple(derivatives), values, lit, forward)


# --- the picture -----------------------------------------------------------------------------------------------------


def _arranged(flow: _Flow, width: float) -> Sheet:
    """The graph with as much on its arrows as fits into the width; from left to right where all of it does."""
    if width > _WIDTH:
        for detail in (2, 1) if is_for_a_screen() else (2,):  # in the last row large names say more than small values
            canvas = _drawn(flow, detail, sideways=True)
            if canvas.bounds.width <= width - 1:
                _write_paths(canvas, flow, canvas.bounds.width + 1)
                return canvas.sheet()
    detail = next((detail for detail in (2, 1) if _widest_rank(flow, detail) <= width - 1), 0)
    canvas = _drawn(flow, detail)
    _write_paths(canvas, flow, width)
    return canvas.sheet()


def _widest_rank(flow: _Flow, detail: int) -> float:
    """The width that the boxes of a layer, or the labels of the arrows that leave it, need side by side."""
    across: dict[tuple[int, bool], float] = {}
    for k, vertex in enumerate(flow.graph.vertices):
        place = (vertex.layer, False)
        across[place] = across.get(place, -GAP_EM) + _measured_box(_box_label(flow.graph, k))[0] + GAP_EM
    for k, edge in enumerate(flow.graph.edges):
        place = (flow.graph.vertices[edge.source].layer, True)
        label = _edge_label(flow, k, detail)
        across[place] = across.get(place, -GAP_EM) + (measured(label, _LABEL)[0] if label else 0.2) + 0.3 + GAP_EM
    return max(across.values())


def _turned(point: Point) -> Point:
    """Where a place is once the graph runs from left to right; what stood on the left stands above then."""
    return -point[1], -point[0]


def _drawn(flow: _Flow, detail: int, *, sideways: bool = False) -> Canvas:
    """The graph; `detail` 2 has the known local derivatives on the arrows, 1 only their names, 0 nothing.

    One that runs sideways is laid out as one that runs downwards, with heights for widths, and then turned.
    """
    graph = flow.graph
    boxes = [_box_label(graph, k) for k in range(len(graph.vertices))]
    edges = [_edge_label(flow, k, detail) for k in range(len(graph.edges))]
    sizes = [_measured_box(label) for label in boxes]
    room = [(w + 0.3, h + 0.2) for w, h in (measured(label, _LABEL) if label else (0.2, 0.0) for label in edges)]
    pairs = [(edge.source, edge.target) for edge in graph.edges]
    if sideways:
        sizes, room = [(h, w) for w, h in sizes], [(h, w) for w, h in room]
    layers, gap = [vertex.layer for vertex in graph.vertices], 0.95 if sideways else 0.55
    ranked = arrange_ranks(layers, sizes, pairs, room, gap)
    canvas = Canvas()
    place = _turned if sideways else _upright
    for k in sorted(range(len(edges)), key=lambda k: k in flow.lit):
        _draw_edge(canvas, ranked, ranked.chains[k], edges[k], k in flow.lit, place)
    for k, label in enumerate(boxes):
        _draw_box(canvas, _rect(ranked.slots[k], place), label, ends=k in (0, len(boxes) - 1))
    return canvas


def _upright(point: Point) -> Point:
    return point


def _rect(slot: Slot, place: Callable[[Point], Point]) -> Rect:
    """The room of a slot where it stands at last."""
    (x, y), (end, top) = place((slot.x, slot.y)), place((slot.x + slot.width / 2, slot.y + slot.height / 2))
    return Rect(x - abs(end - x), y - abs(top - y), 2 * abs(end - x), 2 * abs(top - y))


def _box_label(graph: Graph, k: int) -> tuple[Notation, Notation | None]:
    """A variable with its definition, and its shape where it is no scalar."""
    vertex = graph.vertices[k]
    name = formula(vertex.variable)
    shape = None if vertex.variable.shape.is_scalar else shape_label(vertex.variable.shape)
    if vertex.definition is None:
        return name, shape
    return by_length(Row((name, _EQUALS, formula(vertex.definition))), name), shape


def _measured_box(label: tuple[Notation, Notation | None]) -> tuple[float, float]:
    width, height = measured(label[0], _BOX)
    if label[1] is not None:
        across, up = measured(label[1], _LABEL)
        width, height = max(width, across), height + up + 0.2
    return max(width, 0.8) + 2 * _PAD, max(height, 0.7) + 1.5 * _PAD


def _edge_label(flow: _Flow, k: int, detail: int) -> Notation | None:
    if detail == 0:
        return None
    derivative, value = formula(flow.derivatives[k]), flow.values[k]
    if detail == 1 or value is None or (value.has_derivative and not isinstance(value, Derivative)):
        return derivative
    return by_length(Row((derivative, _EQUALS, formula(value))), derivative, 12.0)


def _draw_box(canvas: Canvas, rect: Rect, label: tuple[Notation, Notation | None], *, ends: bool) -> None:
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    canvas.rectangle(rect, fill=PLATE, line=INK if ends else FRAME, width=0.11 if ends else 0.06, round_=0.5)
    name, shape = label
    if shape is None:
        canvas.text(name, x, y, size=_BOX, across=0.5, up=0.5)
        return
    high, low = measured(name, _BOX)[1], measured(shape, _LABEL)[1]
    top = y + (high + low + 0.2) / 2
    canvas.text(name, x, top, size=_BOX, across=0.5, up=1)
    canvas.text(shape, x, top - high - 0.2, size=_LABEL, across=0.5, up=1, paint=MUTED)


def _draw_edge(
    canvas: Canvas, ranked: Ranked, chain: Chain, label: Notation | None, lit: bool, place: Callable[[Point], Point]
) -> None:
    paint, width = (FIRST, 0.17) if lit else (FRAME, 0.07)
    source, target = ranked.slots[chain.slots[0]], ranked.slots[chain.slots[-1]]
    through = [ranked.slots[place] for place in chain.slots[1:-1]]
    start = (port(source.x, source.width, through[0].x), source.y - source.height / 2)
    end = (port(target.x, target.width, through[-1].x), target.y + target.height / 2)
    points: list[Point] = [start]
    for slot in through:
        points += [(slot.x, slot.y + slot.height / 2 + 0.1), (slot.x, slot.y - slot.height / 2 - 0.1)]
    points, end = list(map(place, points)), place(end)
    head = 0.62 if lit else 0.5
    approach = points[-1]
    length = ((end[0] - approach[0]) ** 2 + (end[1] - approach[1]) ** 2) ** 0.5 or 1.0
    neck = tuple(e - 0.8 * head * (e - a) / length for e, a in zip(end, approach, strict=True))
    canvas.curve(rounded([*points, (neck[0], neck[1])]), paint, width)
    canvas.arrow_head(end, (end[0] - approach[0], end[1] - approach[1]), paint, head)
    if label is not None:
        rect = _rect(ranked.slots[chain.label], place)
        canvas.rectangle(rect, fill=PLATE if not lit else PALE, line=FIRST if lit else None, round_=0.25)
        canvas.text(label, rect.x + rect.width / 2, rect.y + rect.height / 2, size=_LABEL, across=0.5, up=0.5)


def _write_paths(canvas: Canvas, flow: _Flow, width: float) -> None:
    """Below the graph: how many paths there are, and each with the product along it."""
    graph, found = flow.graph, flow.paths
    first, last = formula(graph.vertices[0].variable), formula(graph.vertices[-1].variable)
    bounds = canvas.bounds
    room = max(width - 1, bounds.width)
    left = bounds.x - (room - bounds.width) / 2
    head = (
        "One path from {first} to {last}: multiply along it."
        if graph.paths == 1
        else "{count} paths from {first} to {last}: multiply along each, then add."
    )
    words = sentence(head, {"count": graph.paths, "first": first, "last": last})
    if max(map(len, found), default=0) > 1:
        words += (" Forward: begin at the variable." if flow.forward else " Backward: begin at the result.",)
    y = canvas.paragraph(words, left, bounds.y - 0.9, room, paint=MUTED)
    if len(found) > MOST_PATHS:
        return
    for path in found:
        names = [graph.vertices[graph.edges[path[0]].source], *(graph.vertices[graph.edges[k].target] for k in path)]
        arrows: list[str | Notation] = []
        for k, vertex in enumerate(names):
            arrows.append(Row((_ARROW, formula(vertex.variable))) if k else formula(vertex.variable))
        factors = [formula(flow.derivatives[k]) for k in (path if flow.forward else path[::-1])]
        product = [Row((Space(0.2), factor)) for factor in factors]
        y = canvas.paragraph((*arrows, ":  ", *product), left, y - 0.45, room)
