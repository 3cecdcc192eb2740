"""The window of practice: the page of what is due, the desk with one exercise; it never stops other work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put
from explainer.gui.practice.desk import Desk
from explainer.gui.practice.find_page import FindPage
from explainer.gui.practice.today_page import TodayPage
from explainer.phrases import phrase, translated, whole_sentence
from explainer.practice.learner.kept_files import begun
from explainer.practice.learner.kept_sitting import KeptSitting, derived, given_of, take_up
from explainer.practice.learner.record import Record, own_record
from explainer.practice.learner.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explainer.gui.look.theme import Theme
    from explainer.lessons import Drill
    from explainer.session.session import Request


FEWEST = 4
"""With fewer skills the mistakes repeat; the first ones are taken then."""


class PracticeWindow(QDialog):
    """Makes sittings in threads, and shows the page or the desk."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        self._ready = False
        super().__init__(parent)
        self.setObjectName("practice")
        put(self.setWindowTitle, "Practice")
        self._away = Away(self)
        self._complaint = ""
        self._taken_up: KeptSitting | None = None
        self.record = self._own_record()
        self.waiting = QLabel(self)
        self.waiting.setWordWrap(True)
        self.page, self.desk, self.finding = TodayPage(self), Desk(self), FindPage(self)
        self.places = QStackedWidget(self)
        for place in (self.page, self.desk, self.finding, self.waiting):
            self.places.addWidget(place)
        layout = QVBoxLayout(self)
        layout.addWidget(self.places)
        self._theme_now = theme
        self._shown_theme: Theme | None = None
        self._take_theme()
        self.page.today.connect(self.begin_today)
        self.page.go_on.connect(self.go_on)
        self.page.skill_chosen.connect(self.begin_skill)
        self.desk.left.connect(self.show_today)
        self.page.false_lines.connect(self.find_lines)
        self.finding.left.connect(self._leave_finding)
        self._ready = True
        self.resize(min(900, parent.width() - 40), min(720, parent.height() - 40))

    def _take_theme(self) -> None:
        theme = self._theme_now()
        if theme is not self._shown_theme:
            self._shown_theme = theme
            self.page.set_theme(theme)
            self.desk.set_theme(theme)
            self.finding.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """The window behind this one has taken on other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self._take_theme()

    def _own_record(self) -> Record:
        try:
            return own_record()
        except ExplainerError as error:
            self._complaint = error.message
            return Record(None)

    # --- where one is ------------------------------------------------------------------------------------------------

    def show_today(self) -> None:
        """Show what is due."""
        self.page.show_record(self.record, begun(self.record), self._complaint)
        self.places.setCurrentWidget(self.page)
        self.page.take_keys()
        announce(self.page, f"{self.page.head.text()} {self.page.plan.text()}")

    def practise(self, request: Request, title: str, source: str = "") -> None:
        """Practise a derivation; its lines are covered until they are reached."""

        def make() -> KeptSitting:
            trace = derived(request.text, request.wrt, request.shapes, request.method, request.layout, request.order,
                            request.form)  # fmt: skip
            return KeptSitting(Sitting([given_of(trace, title, source)], self.record))

        self._begin(make)

    def practise_drill(self, drill: Drill, task: str = "") -> None:
        """Practise the problems of a lesson, other ones each time: its task of this id."""
        seed = len(self.record.outcomes)
        self._begin(lambda: KeptSitting(Sitting(drill.problems(seed, task), self.record, seed=seed)))

    def begin_today(self) -> None:
        """Begin with what is due today."""
        self._begin(lambda: KeptSitting(Sitting.today(self.record)))

    def begin_skill(self, name: str, grade: int) -> None:
        """Practise one skill."""
        from explainer.practice.skills import find_skill

        skill = find_skill(name)
        if skill is not None:
            seed = len(self.record.outcomes)
            self._begin(lambda: KeptSitting(Sitting.of_skills(self.record, (skill,), grade, seed=seed)))

    def find_lines(self, grade: int) -> None:
        """Look for false lines in derivations of the skills that are known by now, or of the first ones."""
        from explainer.practice.skills import all_skills

        used = {outcome.skill for outcome in self.record.outcomes}
        skills = tuple(skill for skill in all_skills() if skill.id in used)
        self.places.setCurrentWidget(self.finding)
        self.finding.begin(skills if len(skills) >= FEWEST else all_skills()[:FEWEST], grade, self.record)

    def _leave_finding(self, complaint: str) -> None:
        self._complaint = complaint
        self.show_today()

    def go_on(self, file: Path | None = None) -> None:
        """Go on with what was begun and not finished."""
        self._begin(lambda: take_up(self.record, file))

    def _begin(self, make: Callable[[], KeptSitting | None]) -> None:
        self._away.drop()
        self._complaint = ""
        put(self.waiting.setText, "The problems are being made …")
        self.places.setCurrentWidget(self.waiting)
        self._away.do(make, self._show, self._refuse)

    def _show(self, sitting: KeptSitting | None) -> None:
        if sitting is None or sitting.exercise is None:
            self.show_today()
            return
        self.places.setCurrentWidget(self.desk)
        self.desk.begin(sitting)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, ExplainerError):
            said = " ".join(translated(whole_sentence(text)) for text in (error.message, error.hint) if text)
            self._complaint = phrase("{0}", said)
        else:
            self._complaint = "These problems could not be made."
        self.show_today()

    # --- leaving -----------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Escape stops what is being judged, then leaves; what was begun is kept."""
        if not self.desk.cancel():
            super().reject()

    def done(self, result: int) -> None:
        """The window closes, with what is going on in it."""
        self._away.drop()
        self.desk.close_down()
        self.finding.rest()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._away.drop()
        self.desk.close_down()
        self.finding.rest()
        super().closeEvent(event)
