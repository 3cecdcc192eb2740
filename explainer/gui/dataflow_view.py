"""The dataflow graph: variables as boxes in layers from the variable to the result, arrows for what uses what.

The arrows whose local derivative the current step is about are lit: drawn in colour and twice as thick. Nothing is
drawn, and nothing loaded for it, before somebody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.dataflow import Graph
    from explainer.gui.dataflow_items import EdgeItem, VertexItem

_LAYER_PX, _ROW_PX = 88.0, 132.0


class DataflowView(QGraphicsView):
    """Draws the graph of the open derivation; says so where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataflow")
        self.setAccessibleName(tr("Dataflow graph"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewport(QWidget(self))
        self._session = session
        self._scene = QGraphicsScene(self)  # a view does not keep its scene alive
        self.setScene(self._scene)
        self._theme: Theme | None = None
        self._graph: Graph | None = None
        self._edges: list[EdgeItem] = []

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self.isVisible():
            self._draw()
            self.show_place()

    def show_place(self) -> None:
        """Draw the graph of the current line, and light the arrows that its step is about; nothing while hidden."""
        if not self.isVisible():
            return
        from explainer.session.flow import lit_edges

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
        from PySide6.QtWidgets import QGraphicsSimpleTextItem

        text = QGraphicsSimpleTextItem(tr("No intermediate variables on this line.\nThe chain method introduces them."))
        text.setFont(QFont(self.font()))
        text.setBrush(theme.muted)
        self._scene.addItem(text)
        self.setAccessibleDescription(text.text())

    def _draw_graph(self, graph: Graph, theme: Theme) -> None:
        from PySide6.QtWidgets import QGraphicsSimpleTextItem

        from explainer.gui.dataflow_items import EdgeItem, VertexItem
        from explainer.notation import write
        from explainer.session.card import formula_text, notation_of

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
        self._draw()
        self.show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
