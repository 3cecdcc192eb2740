"""The dataflow graph: variables as boxes in layers from the variable to the result, arrows for what uses what.

The arrows whose local derivative the current step is about are lit: drawn in colour and twice as thick.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from explainer.gui.pictures import Drawing, drawing_of
from explainer.gui.texts import tr
from explainer.gui.theme import Theme
from explainer.session import Session
from explainer.session.card import formula_text, notation_of
from explainer.session.flow import lit_edges

if TYPE_CHECKING:
    from explainer.dataflow import Graph, Vertex

_LAYER_PX, _ROW_PX = 88.0, 132.0
_EM_PX = 17.0
_PADDING_PX = 12.0


class VertexItem(QGraphicsItem):
    """A variable with its definition in a box; its origin is the middle of the box."""

    def __init__(self, vertex: Vertex, theme: Theme, *, ends: bool) -> None:
        super().__init__()
        self._theme = theme
        self._ends = ends
        self._drawing = _label(vertex)
        self.setZValue(1)

    @property
    def rect(self) -> QRectF:
        """The box, about the origin."""
        width = self._drawing.width * _EM_PX + 2 * _PADDING_PX
        height = max(30.0, (self._drawing.ascent + self._drawing.descent) * _EM_PX + _PADDING_PX)
        return QRectF(-width / 2, -height / 2, width, height)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme, drawing = self._theme, self._drawing
        painter.setPen(QPen(theme.ink if self._ends else theme.muted, 2.0 if self._ends else 1.2))
        painter.setBrush(theme.field)
        painter.drawRoundedRect(self.rect, 9, 9)
        y = (drawing.ascent - drawing.descent) * _EM_PX / 2
        drawing.paint(painter, QPointF(-drawing.width * _EM_PX / 2, y), _EM_PX, theme.ink)


class EdgeItem(QGraphicsItem):
    """An arrow from one box to another; it bends around the boxes of the layers that it passes by."""

    def __init__(self, source: VertexItem, target: VertexItem, bend: float, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lit = False
        start, end = source.pos(), target.pos()
        middle = (start + end) / 2 + QPointF(bend, 0)
        self._end = _border_point(target, middle)
        self._path = QPainterPath(_border_point(source, middle))
        self._path.quadTo(middle, self._end)
        self._direction = self._end - middle

    def set_lit(self, lit: bool) -> None:
        """Draw the arrow as the one that the step is about, or not."""
        self.lit = lit
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-8, -8, 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour: QColor = self._theme.changed if self.lit else self._theme.muted
        painter.setPen(QPen(colour, 3.2 if self.lit else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        length = hypot(self._direction.x(), self._direction.y()) or 1.0
        along = self._direction / length
        across = QPointF(-along.y(), along.x())
        back = self._end - along * 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([self._end, back + across * 5, back - across * 5]))


class DataflowView(QGraphicsView):
    """Draws the graph of the open derivation; says so where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataflow")
        self.setAccessibleName(tr("Dataflow graph"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._session = session
        self._scene = QGraphicsScene(self)  # a view does not keep its scene alive
        self.setScene(self._scene)
        self._theme: Theme | None = None
        self._graph: Graph | None = None
        self._edges: list[EdgeItem] = []

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self._draw()
        self.show_place()

    def show_place(self) -> None:
        """Draw the graph of the current line, and light the arrows that its step is about; nothing while hidden."""
        if not self.isVisible():
            return
        graph = self._session_graph()
        if graph != self._graph:
            self._graph = graph
            self._draw()
        lit = lit_edges(graph, self._session.step) if graph is not None else frozenset()
        for place, edge in enumerate(self._edges):
            edge.set_lit(place in lit)

    def _session_graph(self) -> Graph | None:
        """The graph of the current line; after the names are gone, that of the last line that had them."""
        from explainer.dataflow import graph_of

        for position in range(self._session.position, -1, -1):
            line = self._session.line(position)
            graph = None if line is None else graph_of(line)
            if graph is not None:
                return graph
        return None

    def _draw(self) -> None:
        self._scene.clear()
        self._edges = []
        if self._theme is None:
            return
        if self._graph is None:
            self._draw_empty(self._theme)
        else:
            self._draw_graph(self._graph, self._theme)
        self._fit()

    def _draw_empty(self, theme: Theme) -> None:
        text = QGraphicsSimpleTextItem(tr("No intermediate variables on this line.\nThe chain method introduces them."))
        text.setFont(QFont(self.font()))
        text.setBrush(theme.muted)
        self._scene.addItem(text)
        self.setAccessibleDescription(text.text())

    def _draw_graph(self, graph: Graph, theme: Theme) -> None:
        from explainer.notation import write

        items: list[VertexItem] = []
        for number, vertex in enumerate(graph.vertices):
            item = VertexItem(vertex, theme, ends=number in (0, len(graph.vertices) - 1))
            item.setPos(vertex.y * _ROW_PX, vertex.x * _LAYER_PX)
            self._scene.addItem(item)
            items.append(item)
        for edge in graph.edges:
            skipped = graph.vertices[edge.target].layer - graph.vertices[edge.source].layer - 1
            arrow = EdgeItem(items[edge.source], items[edge.target], 62.0 * skipped, theme)
            self._scene.addItem(arrow)
            self._edges.append(arrow)
        names = [formula_text(notation_of(vertex.variable)) for vertex in graph.vertices]
        spoken = [write(vertex.variable, "speech") for vertex in graph.vertices]
        uses = [tr("{1} uses {0}").format(spoken[edge.source], spoken[edge.target]) for edge in graph.edges]
        paths = tr("{0} paths").format(graph.paths) if graph.paths != 1 else tr("one path")
        self.setAccessibleDescription(f"{', '.join(uses)}; {paths}")
        caption = QGraphicsSimpleTextItem(tr("{0} from {1} to {2}").format(paths, names[0], names[-1]))
        caption.setFont(QFont(self.font()))
        caption.setBrush(theme.muted)
        rect = self._scene.itemsBoundingRect()
        caption.setPos(rect.center().x() - caption.boundingRect().width() / 2, rect.bottom() + 18)
        self._scene.addItem(caption)

    def _fit(self) -> None:
        rect = self._scene.itemsBoundingRect().adjusted(-14, -14, 14, 14)
        self._scene.setSceneRect(rect)
        room = self.viewport().size()
        scale = min(1.0, room.width() / max(1.0, rect.width()), room.height() / max(1.0, rect.height()))
        self.resetTransform()
        self.scale(max(scale, 0.5), max(scale, 0.5))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _label(vertex: Vertex) -> Drawing:
    from explainer.notation.tree import Operator, Row

    name = notation_of(vertex.variable)
    if vertex.definition is None:
        return drawing_of(name)
    return drawing_of(Row((name, Operator("=", "relation"), notation_of(vertex.definition))))


def _border_point(item: VertexItem, towards: QPointF) -> QPointF:
    """Where the line from the middle of a box towards a point leaves the box."""
    rect, offset = item.rect.adjusted(-3, -3, 3, 3), towards - item.pos()
    scale = min(
        (rect.width() / 2) / abs(offset.x()) if offset.x() else float("inf"),
        (rect.height() / 2) / abs(offset.y()) if offset.y() else float("inf"),
    )
    return item.pos() + offset * min(scale, 1.0)
