"""The rows of the lessons on the left: titles are read for the words by which they differ, so none is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem

from explainer.gui.main_window import MainWindow
from explainer.gui.reading.lesson_rows import (
    AddressRole,
    LessonDelegate,
    MarkRole,
    ProblemRole,
    SectionRole,
    _rows_of,
)
from explainer.session.kept.preferences import LANGUAGE
from explainer.session.kept.settings import user_settings

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


def test_a_row_has_the_height_of_its_words_in_any_width_and_language_and_with_any_mark(
    window: MainWindow, settled: Wait
) -> None:
    settled()
    tree = window.lessons
    tree.expandAll()
    delegate = tree.itemDelegate()
    assert isinstance(delegate, LessonDelegate)
    seen: dict[int, set[int]] = {}
    for language in ("de", "en"):
        user_settings().put(LANGUAGE, language)
        settled()
        for width in (180, 420):
            tree.setFixedWidth(width)
            settled()
            for mark in ("", "12/14"):
                option = QStyleOptionViewItem()
                tree.initViewItemOption(option)
                model = tree.model()
                tops = [model.index(k, 0) for k in range(model.rowCount())]
                rows = [*tops, *(model.index(k, 0, top) for top in tops for k in range(model.rowCount(top)))]
                for number, row in enumerate(rows):
                    if not row.data(SectionRole):
                        model.setData(row, mark, MarkRole)
                    height = delegate.sizeHint(option, row).height()
                    assert height == delegate._height(option.font, row, tree.viewport().width())
                    seen.setdefault(number, set()).add(height)
    assert sum(len(heights) > 1 for heights in seen.values()) > 20, "or nothing is tried here"
