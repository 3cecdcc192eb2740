"""What lines look like on a board that fills a screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont

from explainer.gui.board.line_styles import Look

_DEFINITIONS = 0.72
"""The size of definitions that a step has left as they were, against its line."""


@dataclass(frozen=True)
class ProjectedLook(Look):
    """The look of a board on which nothing shrinks with a line that is too large, but that line."""

    tag_px: float = 27.0
    least_px: float = 27.0

    @property
    def earlier_px(self) -> float:
        return max(super().earlier_px, min(self.em_px, self.least_px))

    @property
    def definitions(self) -> float:
        return _DEFINITIONS

    @property
    def shrinks(self) -> bool:
        """The board finds a size for the current line before it draws it."""
        return False

    @cached_property
    def tag_font(self) -> QFont:
        font = QFont(self.font)
        font.setPixelSize(round(self.tag_px))
        return font
