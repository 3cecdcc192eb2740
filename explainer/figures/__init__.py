"""Pictures made from data: graphs, shapes to scale, patterns of zeros, curves, descents.

Start reading at `registry` (which figures there are), `figure` (what a figure is) and `canvas` (what it is drawn on);
each figure is a module of its own. To add one: a module with `draw(trace, options)`, and a row in `registry.FIGURES`;
the command line, the lessons, the window and the tests follow from the row.
"""

from __future__ import annotations

from explainer.figures.figure import Figure, FigureKind, UnsuitedError
from explainer.figures.registry import FIGURES, figure, figure_kind, suiting

__all__ = ["FIGURES", "Figure", "FigureKind", "UnsuitedError", "figure", "figure_kind", "suiting"]
