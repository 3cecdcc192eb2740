"""What is due today, and how strong each skill is, with the curve of errors against the number of uses."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, show_with, tr
from explainer.gui.look.theme import Theme
from explainer.phrases import Phrase, counted, joined, phrase, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from explainer.practice.learner.kept_files import Begun
    from explainer.practice.learner.plan import Due, Plan
    from explainer.practice.learner.record import Record
    from explainer.practice.learner.report import Point

CURVE_PX = 96
"""The height of the curve: steps of a tenth are told apart, and the list of the skills below it keeps its room."""
MOST_USES = 20  # the curve is flat long before, and each use stays wide enough to be pointed at
SKILL = Qt.ItemDataRole.UserRole


class Curve(QWidget):
    """The share of exercises that went wrong at the first use of their skill, the second, and so on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("curve")
        self.setFixedHeight(CURVE_PX)
        self._points: tuple[Point, ...] = ()
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self.update()

    def show_points(self, points: Sequence[Point]) -> None:
        """Show another curve, for the eye and in words."""
        self._points = tuple(points[:MOST_USES])
        told = ", ".join(f"{point.use}: {point.rate:.0%}" for point in self._points)
        put(self.setAccessibleName, "Errors by the number of uses: {0}", told)
        self.setVisible(len(self._points) > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None or len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left, top = metrics.horizontalAdvance("100 %") + 8, metrics.height()
        right, bottom = self.width() - 12, self.height() - metrics.height() - 4
        painter.setPen(theme.muted)
        painter.drawText(0, top + metrics.ascent() // 2, "100 %")
        painter.drawText(0, bottom + metrics.ascent() // 2, "0 %")
        painter.drawLine(left, bottom, right, bottom)
        across = (right - left) / (len(self._points) - 1)
        places = [
            QPointF(left + k * across, bottom - point.rate * (bottom - top)) for k, point in enumerate(self._points)
        ]
        for point, place in zip(self._points, places, strict=True):
            painter.drawText(QPointF(place.x() - 3, bottom + metrics.height()), str(point.use))
        painter.setPen(QPen(theme.accent, 2.2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(theme.accent)
        for place in places:
            painter.drawEllipse(place, 3.2, 3.2)
        painter.end()


class TodayPage(QWidget):
    """Asks with `today`, `go_on` (the file of what was begun) or `skill_chosen` (its id and grade) for a sitting."""

    today = Signal()
    go_on = Signal(object)
    skill_chosen = Signal(str, int)
    worksheet = Signal()
    false_lines = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self.head, self.plan, self.note = QLabel(self), QLabel(self), QLabel(self)
        self.head.setObjectName("today_head")
        for label in (self.head, self.plan, self.note):
            label.setWordWrap(True)
        self.note.setProperty("role", "caption")
        self.start_button = self._button(phrase("&Start"), "start_today", self.today.emit, "main")
        self._newest: Path | None = None
        self.go_on_button = self._button("&Go on with what was begun", "go_on", lambda: self._go_on(), "main")
        self.others_button = self._button("&Others that were begun", "go_on_others", None)
        self._others = QMenu(self.others_button)
        self.others_button.setMenu(self._others)
        self.sheet_button = self._button(phrase("&Worksheet …"), "worksheet", self.worksheet.emit)
        self.find_button = self._button(
            "&Find false lines", "find_lines", lambda: self.false_lines.emit(self._find_grade)
        )
        self._find_grade = 1
        self.skills = QTreeWidget(self)
        self.skills.setObjectName("skills")
        self.skills.setRootIsDecorated(False)
        self.skills.setUniformRowHeights(True)
        put(self.skills.setAccessibleName, "Skills with their strength; Enter practises one")
        self.skills.itemActivated.connect(self._chosen)
        self.skills.currentItemChanged.connect(lambda *_: self._show_skill())
        self._record: Record | None = None
        self.mistakes = QLabel(self)
        self.mistakes.setObjectName("last_mistakes")
        self.mistakes.setWordWrap(True)
        self.curve_title = QLabel(self)
        self.curve_title.setProperty("role", "caption")
        self.curve = Curve(self)
        row = QHBoxLayout()
        for button in (self.go_on_button, self.others_button, self.start_button, self.find_button, self.sheet_button):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.plan)
        nest(layout, row)
        layout.addWidget(self.skills, 1)
        layout.addWidget(self.mistakes)
        layout.addWidget(self.curve_title)
        layout.addWidget(self.curve)
        layout.addWidget(self.note)

    def _button(self, text: str, name: str, handler: Callable[[], None] | None, role: str = "") -> QPushButton:
        button = QPushButton(self)
        put(button.setText, text)
        button.setObjectName(name)
        button.setAutoDefault(True)
        if role:
            button.setProperty("role", role)
        if handler is not None:
            button.clicked.connect(lambda *_: handler())
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.skills.setStyleSheet(f"""QTreeWidget::item {{ padding: 3px; }} QTreeWidget::item:selected {{
            background: {theme.accent.name()}; color: {theme.on_accent.name()}; }}""")
        self.curve.set_theme(theme)

    def show_record(self, record: Record, begun: Sequence[Begun], complaint: str = "") -> None:
        """Show the plan and the strengths that follow from a record, in the language that is spoken."""
        show_with(TodayPage._show_record, self, record, tuple(begun), complaint)

    def _show_record(self, record: Record, begun: Sequence[Begun], complaint: str) -> None:
        from explainer.practice.learner.plan import Plan

        now, outcomes = datetime.now(UTC), record.outcomes
        plan = Plan(outcomes)
        dues = plan.today(now)
        if dues:
            put(self.head.setText, counted("Today: {0} problem", "Today: {0} problems", len(dues)))
            put(self.plan.setText, "{0}", _listed(dues))
        else:
            put(self.head.setText, "Today's problems are done.")
            tomorrow = plan.tomorrow(now)
            put(self.plan.setText, "Tomorrow: {0}", _listed(tomorrow) if tomorrow else phrase("nothing is due"))
        self.start_button.setVisible(bool(dues))
        used = [plan.grade_of(skill) for skill in plan.skills if plan.due_on(skill) is not None]
        self._find_grade = max(1, round(sum(used) / len(used))) if used else 1
        self._offer_begun(begun)
        self._record = record
        self._fill(plan, record, now)
        self._show_skill()
        put(self.note.setText, "{0}", " ".join(translated(text) for text in (record.complaint, complaint) if text))
        self.note.setVisible(bool(record.complaint or complaint))

    def _offer_begun(self, begun: Sequence[Begun]) -> None:
        """A button for what was begun last, a menu for all that was begun before it."""
        self._newest = begun[0].file if begun else None
        self.go_on_button.setVisible(bool(begun))
        self.others_button.setVisible(len(begun) > 1)
        if begun:
            put(self.go_on_button.setText, "{0}", phrase("&Go on: {0}", _told(begun[0])))
            put(self.go_on_button.setAccessibleName, "{0}", phrase("Go on: {0}", _told(begun[0])))
        self._others.clear()
        for other in begun[1:]:
            action = self._others.addAction("")
            put(action.setText, "{0}", _told(other))
            action.triggered.connect(partial(self._go_on, other.file))

    def _go_on(self, file: Path | None = None, *_: object) -> None:
        self.go_on.emit(file or self._newest)

    def take_keys(self) -> None:
        """Give the keys to what one probably wants."""
        buttons = (self.go_on_button, self.start_button)
        wanted = next((button for button in buttons if not button.isHidden()), self.skills)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, plan: Plan, record: Record, now: datetime) -> None:
        from explainer.practice.learner.report import day_of, skill_reports
        from explainer.practice.mistakes import find_mistake

        current = self.skills.currentItem()
        marked = self.skills.indexOfTopLevelItem(current) if current is not None else 0
        reports = {report.skill.id: report for report in skill_reports(record.outcomes, now)}
        self.skills.clear()
        columns = _columns()
        self.skills.setHeaderLabels(columns)
        for skill in plan.skills:
            report = reports.get(skill.id)
            cells = [tr(skill.title), "", str(plan.grade_of(skill)), "0", "", "", ""]
            if report is not None:
                mistakes = [found.title for name in report.mistakes[:2] if (found := find_mistake(name)) is not None]
                due = tr(day_of(report.due, now)) if report.due else ""
                bar = "█" * round(8 * report.strength)
                cells = [tr(skill.title), f"{bar} {report.strength:.0%}", str(report.grade), str(report.uses),
                         str(report.right), due, "; ".join(tr(title) for title in mistakes)]  # fmt: skip
            item = QTreeWidgetItem(cells)
            item.setData(0, SKILL, (skill.id, plan.grade_of(skill)))
            item.setData(
                0,
                Qt.ItemDataRole.AccessibleTextRole,
                ", ".join(f"{title}: {cell}" for title, cell in zip(columns, cells, strict=True) if cell),
            )
            item.setToolTip(0, tr(skill.explanation))
            self.skills.addTopLevelItem(item)
        header = self.skills.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        again = self.skills.topLevelItem(marked)
        if again is not None:
            self.skills.setCurrentItem(again)

    def _show_skill(self) -> None:
        """Below the list, of the skill that is marked there: its last mistakes in full, and its curve.

        The curve is that of all skills where this one was not used twice.
        """
        from explainer.practice.learner.report import curve_of
        from explainer.practice.mistakes import find_mistake
        from explainer.practice.skills import find_skill

        item = self.skills.currentItem()
        skill = find_skill(item.data(0, SKILL)[0]) if item is not None else None
        if skill is None or self._record is None:
            return
        outcomes = self._record.outcomes
        made = [name for outcome in reversed(outcomes) if outcome.skill == skill.id for name in outcome.mistakes]
        told = [found.title for name in dict.fromkeys(made) if (found := find_mistake(name)) is not None][:3]
        words = joined("; ", [translated(title) for title in told])
        put(self.mistakes.setText, "Last mistakes, {0}: {1}", phrase(skill.title), words)
        self.mistakes.setVisible(bool(told))
        own = curve_of(outcomes, skill.id)
        self.curve.show_points(own if len(own) > 1 else curve_of(outcomes))
        whose = phrase(skill.title) if len(own) > 1 else phrase("all skills")
        put(self.curve_title.setText, "Errors by the number of uses: {0}", whose)
        self.curve_title.setVisible(not self.curve.isHidden())

    def _chosen(self, item: QTreeWidgetItem) -> None:
        name, grade = item.data(0, SKILL)
        self.skill_chosen.emit(name, grade)


def _told(begun: Begun) -> Phrase:
    """What was begun, in some words."""
    if not begun.title:
        return phrase("what was begun")
    if begun.total > 1:
        return phrase("{0}, problem {1} of {2}", phrase(begun.title), begun.done + 1, begun.total)
    return phrase("{0}", phrase(begun.title))


def _columns() -> list[str]:
    titles = (phrase("Skill"), phrase("Strength"), phrase("Grade"), phrase("Uses"), phrase("Right"), phrase("Due"))
    return [tr(title) for title in (*titles, phrase("Last mistakes"))]


def _listed(dues: Sequence[Due]) -> Phrase:
    names = dict.fromkeys(tr("{0} (grade {1})", tr(due.skill.title), due.grade) for due in dues)
    return phrase("{0}", ", ".join(names))
