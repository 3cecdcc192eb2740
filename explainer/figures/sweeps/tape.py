"""The sweep of backpropagation as a tape: the values one below the other, and beside each its adjoint once it is known.

Arrows at the left run down from each value to those that use it. The step that finds an adjoint lights the arrows along
which it flows back, up from the values that use this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from explainer.dataflow import Sweep, Value
from explainer.expr.shape import Shape
from explainer.figures.boxes import sizes_sentence
from explainer.figures.canvas import FIRST, FRAME, INK, MUTED, PLATE, Canvas, Paint, Point, Sheet, measured
from explainer.figures.figure import Figure
from explainer.figures.labels import by_length, formula, shape_label
from explainer.figures.sweeps.grids import Cells, cells_for, draw_grid, draw_pending, grid_size
from explainer.figures.sweeps.values import SweepNumbers, numbers_of
from explainer.notation import write, write_notation
from explainer.notation.tree import Fence, Notation, Operator, Row, Script, Symbol
from explainer.phrases import joined, phrase, sentence
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.arrays import Array

MOST_DRAWN: Final = 24
"""So many values are drawn; of a longer tape those around the step."""
_LABEL, _SMALL = 0.82, 0.7
_PAD, _GAP, _LANE = 0.45, 0.55, 0.75
"""The letters of a name and of a shape beside those of a caption; the room in a box, between boxes, and beside them for
each arrow, whose head is half as wide."""
_EQUALS = Operator("=", "relation")


@dataclass(frozen=True)
class _Panel:
    """A grid with the label above it; `is_known` is False for an adjoint that is still to come."""

    label: Notation
    shape: Shape
    value: Array | None
    is_known: bool = True

    def size(self, cells: Cells) -> tuple[float, float]:
        """The width and the height with the label."""
        across, up = grid_size(self.shape, self.value, cells)
        wide, high = measured(self.label, _LABEL)
        if self.says_shape:
            across += 0.25 + measured(_in_brackets(self.shape), _SMALL)[0]
        return max(across, wide), up + high + 0.3

    @property
    def says_shape(self) -> bool:
        """Whether the shape stands beside the grid: where there are no numbers that one could count."""
        return self.value is None and not self.shape.is_scalar


@dataclass(frozen=True)
class _Tape:
    """What is drawn: for each value its panel and that of its adjoint, if it has one."""

    sweep: Sweep
    panels: tuple[tuple[_Panel, ...], ...]
    first: int
    number: int
    numbers: SweepNumbers | None


def draw_sweep(trace: Trace, sweep: Sweep, number: int, given: Mapping[str, Any]) -> Figure:
    """The tape after a step, with numbers for the values that are given."""
    numbers = numbers_of(sweep.program, given)
    is_turned = trace.problem.layout != "numerator"
    panels = tuple(_panels(value, numbers, is_turned) for value in sweep.values)
    first = 0
    if len(panels) > MOST_DRAWN:
        middle = _focus(sweep)
        first = max(0, min(len(panels) - MOST_DRAWN, middle - MOST_DRAWN // 2))
    tape = _Tape(sweep, panels, first, number, numbers)
    current = None if sweep.current is None else sweep.values[sweep.current].variable
    return Figure(
        "dataflow",
        phrase("Sweep of {0}", write(trace.problem.expression, "unicode")),
        _spoken(sweep),
        lambda width: _arranged(tape, width),
        24.0,
        {
            "sweep": sweep,
            "known": tuple(value.variable for value in sweep.known),
            "current": current,
            "flowing": sweep.flowing,
            "numbers": numbers,
        },
    )


def _focus(sweep: Sweep) -> int:
    """The value that the picture is about: the one whose adjoint was found last, else the first one."""
    if sweep.current is not None:
        return sweep.current
    return sweep.values.index(sweep.known[-1]) if sweep.known else 0


def _spoken(sweep: Sweep) -> str:
    """Which value uses which, what is known, and what the step has found from what."""
    names = [write(value.variable, "speech") for value in sweep.values]
    sentences: list[str] = [phrase("Forward there are {0} values.", len(names))]
    if sweep.known:
        known = joined(", ", (write(value.variable, "speech") for value in sweep.known))
        sentences.append(phrase("The adjoints of these are known: {0}.", known))
    if sweep.current is not None:
        sources = joined(", ", (names[sweep.edges[k].target] for k in sorted(sweep.flowing)))
        found = phrase("This step has found the adjoint of {0}, from {1}.", names[sweep.current], sources)
        sentences.append(found)
    return joined(" ", sentences)


def _panels(value: Value, numbers: SweepNumbers | None, is_turned: bool) -> tuple[_Panel, ...]:
    name = formula(value.variable)
    label = name
    if value.definition is not None:
        label = by_length(Row((name, _EQUALS, formula(value.definition))), name, 13.0)
    there = None if numbers is None else numbers.of(value.variable)
    own = _Panel(label, value.variable.shape, there)
    if value.adjoint is None:
        return (own,)
    turned = is_turned and not value.variable.shape.is_scalar
    left = write_notation(value.adjoint)
    shape = value.adjoint.shape
    if turned:
        left, shape = Script(Fence("(", left, ")"), superscript=Symbol("T", style="upright")), value.variable.shape
    found = None if numbers is None else numbers.adjoints.get(value.variable)
    if found is not None and turned:
        found = found.T
    if value.found is None:
        return own, _Panel(left, shape, there if turned or there is None else there.T, is_known=False)
    short = left if turned else by_length(Row((left, _EQUALS, formula(value.found))), left, 13.0)
    return own, _Panel(short, shape, found)


# --- the picture -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Box:
    """The place of one value on the tape."""

    rect: Rect
    panels: tuple[tuple[_Panel, float, float], ...]


def _arranged(tape: _Tape, width: float) -> Sheet:
    last = min(len(tape.panels), tape.first + MOST_DRAWN)
    shown = range(tape.first, last)
    shapes = [panel.shape for k in shown for panel in tape.panels[k]]
    cells = cells_for(shapes, [panel.value for k in shown for panel in tape.panels[k]])
    edges = [k for k, edge in enumerate(tape.sweep.edges) if edge.source in shown and edge.target in shown]
    lanes = _lanes(tape, edges)
    left = _LANE * (max(lanes.values(), default=0) + 1) + 0.5
    canvas = Canvas()
    room = max(10.0, width - 1)
    y = canvas.paragraph(_caption(tape), 0.0, 0.0, room, paint=MUTED) - 0.7
    boxes: dict[int, _Box] = {}
    for k in shown:
        boxes[k] = _placed(tape.panels[k], left, y, room - left, cells)
        y = boxes[k].rect.y - _GAP
    across = max(box.rect.width for box in boxes.values())
    boxes = {k: replace(box, rect=Rect(left, box.rect.y, across, box.rect.height)) for k, box in boxes.items()}
    _draw_edges(canvas, tape, edges, lanes, boxes)
    for k, box in boxes.items():
        _draw_box(canvas, box, cells, is_current=k == tape.sweep.current)
    told = (*_left_out(tape), *sizes_sentence(cells.scale)) if tape.numbers is None else _left_out(tape)
    if told:
        canvas.paragraph(told, 0.0, y - 0.3, room, paint=MUTED)
    focus = boxes[tape.sweep.current].rect if tape.sweep.current is not None else None
    return replace(canvas.sheet(), focus=focus)


def _caption(tape: _Tape) -> tuple[str | Notation, ...]:
    sweep = tape.sweep
    last = formula(sweep.program.definitions[-1].left)
    if sweep.current is None:
        if not sweep.known:
            return sentence("Forward: the values on the way to {L}. Their adjoints are still to come.", {"L": last})
        return sentence("Left the values, right their adjoints: the derivatives of {L}.", {"L": last})
    name = formula(sweep.values[sweep.current].variable)
    users = [formula(sweep.values[sweep.edges[k].target].variable) for k in sorted(sweep.flowing)]
    listed = tuple(piece for user in users for piece in (", ", user))[1:]
    if not users:
        return sentence("{L} does not depend on {Z}.", {"L": last, "Z": name})
    return sentence("Backward to {Z}, along the arrows from {users}.", {"Z": name, "users": listed})


def _left_out(tape: _Tape) -> tuple[str | Notation, ...]:
    count = len(tape.panels) - MOST_DRAWN
    return (phrase("{0} further values are not drawn.", count), " ") if count > 0 else ()


def _placed(panels: tuple[_Panel, ...], left: float, top: float, room: float, cells: Cells) -> _Box:
    """The panels side by side where there is room for it, else one below the other."""
    sizes = [panel.size(cells) for panel in panels]
    beside = sum(width for width, _ in sizes) + 0.9 * (len(sizes) - 1) + 2 * _PAD <= room
    x, y = left + _PAD, top - _PAD
    places: list[tuple[_Panel, float, float]] = []
    high = max(measured(panel.label, _LABEL)[1] for panel in panels)
    right, low = x, y
    for panel, (width, height) in zip(panels, sizes, strict=True):
        places.append((panel, x, y))
        lift = high - measured(panel.label, _LABEL)[1] if beside else 0.0
        right, low = max(right, x + width), min(low, y - height - lift)
        if beside:
            x += width + 0.9
        else:
            y -= height + 0.35
    return _Box(Rect(left, low - _PAD, right - left + _PAD, top - low + _PAD), tuple(places))


def _in_brackets(shape: Shape) -> Notation:
    return Fence("(", shape_label(shape), ")")


def _draw_box(canvas: Canvas, box: _Box, cells: Cells, *, is_current: bool) -> None:
    canvas.rectangle(
        box.rect, fill=PLATE, line=FIRST if is_current else FRAME, width=0.15 if is_current else 0.05, round_=0.4
    )
    beside = len({y for _, _, y in box.panels}) == 1
    high = max(measured(panel.label, _LABEL)[1] for panel, _, _ in box.panels)
    for place, (panel, x, y) in enumerate(box.panels):
        paint = MUTED if not panel.is_known else INK
        up = high if beside else measured(panel.label, _LABEL)[1]
        canvas.text(panel.label, x, y - up, size=_LABEL, up=0, paint=paint)
        top = y - up - 0.3
        if not panel.is_known:
            draw_pending(canvas, panel.shape, grid_size(panel.shape, panel.value, cells), x, top)
            continue
        line: Paint = FIRST if place else FRAME
        rect = draw_grid(canvas, panel.shape, panel.value, x, top, cells, line=line, width=0.11 if place else 0.07)
        if panel.says_shape:
            canvas.text(
                _in_brackets(panel.shape), rect.right + 0.25, rect.y + rect.height / 2, size=_SMALL, up=0.5, paint=MUTED
            )


# --- arrows ----------------------------------------------------------------------------------------------------------


def _lanes(tape: _Tape, edges: list[int]) -> dict[int, int]:
    """The lane of each edge, the short ones nearest to the boxes; edges in one lane do not overlap."""
    taken: list[list[tuple[int, int]]] = []
    lanes: dict[int, int] = {}
    for k in sorted(edges, key=lambda k: (tape.sweep.edges[k].target - tape.sweep.edges[k].source, k)):
        start, end = tape.sweep.edges[k].source, tape.sweep.edges[k].target
        lane = next((n for n, spans in enumerate(taken) if all(end <= a or b <= start for a, b in spans)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((start, end))
        lanes[k] = lane
    return lanes


def _draw_edges(
    canvas: Canvas, tape: _Tape, edges: list[int], lanes: Mapping[int, int], boxes: Mapping[int, _Box]
) -> None:
    """The arrows, those that are lit above the others."""
    sweep = tape.sweep
    ports = _ports(sweep, edges, boxes)
    for k in sorted(edges, key=lambda k: k in sweep.flowing):
        start, end = ports[k]
        x = boxes[sweep.edges[k].source].rect.x
        out = x - 0.55 - _LANE * (lanes[k] + 0.5)
        lit, flown = k in sweep.flowing, k in sweep.flown
        paint, width = (FIRST, 0.2) if lit else (FIRST, 0.08) if flown else (FRAME, 0.07)
        points: list[Point] = [(x, start), (out, start), (out, end), (x, end)]
        if lit or flown:  # the adjoint flows the other way
            points.reverse()
        head = 0.62 if lit else 0.48
        tip = points[-1]
        points[-1] = (tip[0] - 0.8 * head, tip[1])
        canvas.line(points, paint, width)
        canvas.arrow_head(tip, (1.0, 0.0), paint, head)


def _ports(sweep: Sweep, edges: list[int], boxes: Mapping[int, _Box]) -> dict[int, tuple[float, float]]:
    """At which heights each edge leaves its source and enters its target: spread over the sides of the boxes."""
    heights: dict[tuple[int, int], float] = {}
    for place, box in boxes.items():
        entering = sorted((k for k in edges if sweep.edges[k].target == place), key=lambda k: -sweep.edges[k].source)
        leaving = sorted((k for k in edges if sweep.edges[k].source == place), key=lambda k: -sweep.edges[k].target)
        joining = [*((k, 1) for k in entering), *((k, 0) for k in leaving)]
        for n, (k, side) in enumerate(joining):
            heights[k, side] = box.rect.top - box.rect.height * (n + 1) / (len(joining) + 1)
    return {k: (heights[k, 0], heights[k, 1]) for k in edges}
