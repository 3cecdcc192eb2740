"""The tabs beside the board: why a step is allowed, the figures, the plot, and the values of everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from explainer.gui.look.texts import tr
from explainer.gui.panels.figure_tab import FigureTab
from explainer.gui.panels.numbers_tab import NumbersTab
from explainer.gui.panels.rule_card import RuleCard
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.session.course.figures import Standing

FIGURE_TABS = (
    ("dataflow", "dataflow", "Dataflow", "Dataflow graph"),
    ("figure_shapes", "shapes", "Shapes", "Shapes to scale"),
)
"""The tabs of figures: the name of the widget, the figure that it shows, its caption, and its full title."""


def _figure_at(standing: Standing, name: str) -> Figure | str:
    from explainer.session.course.figures import figure_at

    return figure_at(standing, name)


def _plot_at(standing: Standing) -> Figure | str:
    from explainer.session.course.figures import plot_at

    return plot_at(standing)


class Tabs(QTabWidget):
    """Everything that is shown beside the line at which the session stands."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.rule_card = RuleCard(session, self)
        figures = tuple(
            FigureTab(name, title, session, partial(_figure_at, name=figure), self)
            for name, figure, _, title in FIGURE_TABS
        )
        plot = FigureTab("plot", "Plot", session, _plot_at, self, follows_steps=False)
        self.figures = (*figures, plot)
        self.numbers = NumbersTab(session, self)
        for figure in self.figures:
            self.numbers.values_read.connect(figure.take_values)
            figure.value_chosen.connect(self.numbers.take_value)
        for tab in self.all:
            self.addTab(tab, "")
        self._say_captions()

    @property
    def all(self) -> tuple[RuleCard | FigureTab | NumbersTab, ...]:
        """The tabs from left to right."""
        return (self.rule_card, *self.figures, self.numbers)

    def _say_captions(self) -> None:
        for place, caption in enumerate(("Why", *(row[2] for row in FIGURE_TABS), "Plot", "Numbers")):
            self.setTabText(place, tr(caption))

    def show_place(self) -> None:
        """Show what belongs to the line at which the session stands."""
        self.rule_card.show_place()
        for tab in self.figures:
            tab.show_place()
        self.numbers.show_place()

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        self._say_captions()
        self.rule_card.retell()
        for tab in self.figures:
            tab.retell()
        self.numbers.retell()
