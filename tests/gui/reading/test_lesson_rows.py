"""The rows of the lessons on the left: titles are read for the words by which they differ, so none is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem

from explainer.gui.main_window import MainWindow
from explainer.gui.reading.lesson_rows import AddressRole, MarkRole, ProblemRole, SectionRole, _rows_of

Wait = Callable[[], None]


@pytest.mark.parametrize(("width", "zoom"), [(1280, 1.0), (1920, 1.0), (1280, 1.5)])
def test_titles_are_whole_and_nothing_is_scrolled_sideways(
    window: MainWindow, settled: Wait, width: int, zoom: float
) -> None:
    window.appearance.zoom = zoom
    window.appearance.apply()
    window.resize(width, 800)
    settled()
    tree = window.lessons
    if tree.isHidden():
        window.panes.toggle_lessons()
    tree.expandAll()
    settled()
    tree.doItemsLayout()
    assert tree.columnWidth(0) <= tree.viewport().width()
    tops = [tree.model().index(k, 0) for k in range(tree.model().rowCount())]
    below = [tree.model().index(k, 0, top) for top in tops for k in range(tree.model().rowCount(top))]
    rows: list[QModelIndex] = [row for row in (*tops, *below) if not row.data(SectionRole)]
    assert len(rows) > 120
    cut = 0
    for row in rows:
        place = tree.visualRect(row)
        room = place.width() - 20 - (24 if row.data(MarkRole) else 0)
        option = QStyleOptionViewItem()
        tree.initViewItemOption(option)
        words = _rows_of(row, option.font, room)
        assert " ".join(words[0].rows) == row.data(), "a title is cut"
        for part in words:
            metrics = QFontMetrics(part.font)
            assert max(map(metrics.horizontalAdvance, part.rows)) <= room or max(map(len, part.rows)) > 12
        assert place.height() >= sum(len(part.rows) for part in words) * QFontMetrics(option.font).height()
        problem = row.data(ProblemRole)
        if problem is not None:
            assert row.data(AddressRole).place == problem.id
            assert problem.text in row.data(Qt.ItemDataRole.ToolTipRole)
            assert words[1].rows[-1].endswith(f"with respect to {problem.wrt}")
            cut += words[1].rows[0].endswith("…")
    assert cut > 3, "or every function has room, and nothing is tried here"
