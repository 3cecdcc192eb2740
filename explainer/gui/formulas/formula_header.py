"""The head of a table with formulas in it: the names over the columns look as they do in the text beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QTableWidget

from explainer.gui.formulas.formula_label import FormulaLabel

if TYPE_CHECKING:
    from explainer.session.lines.card import Sentence

_WIDEST_PX = 100_000  # no limit: the width that the words take in one line


class FormulaHeader(QHeaderView):
    """The head over the columns of a table; the model has the same in plain letters, for the ear."""

    def __init__(self, table: QTableWidget, sentences: tuple[Sentence, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._labels = [FormulaLabel(self, running=True) for _ in sentences]  # never shown: they measure and paint
        for label, sentence in zip(self._labels, sentences, strict=True):
            label.hide()
            label.show_sentence(sentence)
        table.setHorizontalHeaderLabels([label.text() for label in self._labels])
        self._paints = False

    def _label(self, section: int) -> FormulaLabel:
        label = self._labels[section]
        label.setFont(self.font())
        return label

    def sectionSizeFromContents(self, section: int) -> QSize:
        """That of the text, as much wider or narrower as it is with its formulas."""
        size, metrics, label = super().sectionSizeFromContents(section), self.fontMetrics(), self._label(section)
        width = label.natural_width(_WIDEST_PX) - metrics.horizontalAdvance(label.text())
        return size + QSize(width, max(0, label.heightForWidth(_WIDEST_PX) - metrics.height()))

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        if self._paints:
            option.text = ""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        self._paints = True
        super().paintSection(painter, rect, section)
        self._paints = False
        label = self._label(section)
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, self)
        width = label.natural_width(_WIDEST_PX) + 1
        words = QRect(rect.right() - margin - width, rect.top(), width, rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        label.paint_in(painter, words, self.palette().buttonText().color())
        painter.restore()
