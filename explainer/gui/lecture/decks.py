"""Decks of one's own: which slides of a lesson are projected, with what notes; opened, changed and saved as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explainer.gui.look.one_dialog import OneDialog
from explainer.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from explainer.gui.lecture.before_lecture import Lessons
    from explainer.gui.lecture.deck_dialog import DeckDialog
    from explainer.gui.look.theme import Theme
    from explainer.gui.messages import Messages
    from explainer.lessons import Lesson
    from explainer.session.course.deck import Slide
    from explainer.session.course.deck_plan import DeckPlan


class Decks:
    """The plan of each lesson, all of its slides where nobody has chosen, and the file that it was saved in."""

    def __init__(
        self,
        reading: Lessons,
        messages: Messages,
        front: Callable[[], QWidget],
        look: Callable[[], Theme | None],
    ) -> None:
        self.look = look
        self._reading = reading
        self._messages = messages
        self._front = front
        self._plans: dict[str, DeckPlan] = {}
        self.files: dict[str, Path] = {}
        self._saved: dict[str, DeckPlan] = {}
        self.changed: Callable[[], object] = lambda: None
        """Called whenever there is something else to tell of a deck."""
        self._lesson: Lesson | None = None
        self._dialog: OneDialog[DeckDialog] = OneDialog(self._make_dialog)

    @property
    def dialog(self) -> DeckDialog | None:
        """The dialog, shown or just closed."""
        return self._dialog.last

    def _plan(self, lesson: Lesson) -> DeckPlan | None:
        """What was chosen of a lesson, now or when the program ran before."""
        from explainer.session.course.deck_plan import kept_plan

        if lesson.id not in self._plans and (kept := kept_plan(lesson.id)) is not None:
            self._plans[lesson.id] = kept
        return self._plans.get(lesson.id)

    def plan_for(self, lesson: Lesson) -> DeckPlan:
        """The plan of a lesson, for the lesson as it is now."""
        from explainer.session.course.deck_plan import completed, plan_of

        plan = self._plan(lesson)
        return plan_of(lesson) if plan is None else completed(plan, lesson)[0]

    def has_plan(self, lesson: Lesson) -> bool:
        """Whether somebody has chosen which slides of a lesson are shown, or has written on them."""
        from explainer.session.course.deck_plan import plan_of

        return self.plan_for(lesson).entries != plan_of(lesson).entries

    def slides_for(self, lesson: Lesson) -> tuple[Slide, ...]:
        """The slides that are projected."""
        from explainer.session.course.deck import slides_of
        from explainer.session.course.deck_plan import planned_slides

        plan = self._plan(lesson)
        return slides_of(lesson) if plan is None else planned_slides(self.plan_for(lesson), lesson)

    def lesson_of(self, lesson: Lesson) -> Lesson:
        """A lesson as it is handed out: with the slides that were chosen, and one's own words."""
        from explainer.session.course.deck_plan import planned_lesson

        return planned_lesson(self.plan_for(lesson), lesson) if self.has_plan(lesson) else lesson

    def minutes_for(self, lesson: Lesson) -> int:
        """How long the deck may take; 0 where nobody has said so."""
        plan = self._plan(lesson)
        return 0 if plan is None else plan.minutes

    def keep(self, plan: DeckPlan) -> None:
        """Project the lesson by this plan from now on."""
        self._plans[plan.lesson] = plan
        self.changed()

    # --- what is told ------------------------------------------------------------------------------------------------

    def is_changed(self, lesson: Lesson) -> bool:
        """Whether the slides are other ones than those in their file."""
        return lesson.id in self._saved and self._saved[lesson.id] != self.plan_for(lesson)

    def told(self, lesson: Lesson) -> str:
        """Which deck of a lesson is open and how many slides it has; nothing where it is the lesson itself."""
        file = self.files.get(lesson.id)
        if file is None and not self.has_plan(lesson):
            return ""
        from explainer.phrases import counted

        count = counted("one slide", "{0} slides", len(self.slides_for(lesson)))
        name = phrase("Your slides") if file is None else file.name
        return phrase("{0} · {1}, changed" if self.is_changed(lesson) else "{0} · {1}", name, count)

    def file_on_page(self) -> tuple[str, bool] | None:
        """The name of the file of the deck whose lesson is read, and whether it is changed; None for no such file."""
        lesson = self._reading.lesson_on_page()
        file = None if lesson is None else self.files.get(lesson.id)
        return None if file is None or lesson is None else (file.name, self.is_changed(lesson))

    # --- the dialog --------------------------------------------------------------------------------------------------

    def remember(self, lesson: Lesson) -> None:
        """Keep what was chosen of a lesson until the program runs again, without a file that anybody has named."""
        from explainer.session.course.deck_plan import keep_plan

        keep_plan(self.plan_for(lesson), lesson)

    def show_dialog(self) -> None:
        """Let the slides of the lesson be chosen, which is read or to which the open derivation belongs."""
        self._lesson = self._reading.lesson
        if self._lesson is None:
            self._messages.show("Open a lesson first: its slides can be chosen then.", is_news=True)
        else:
            self._dialog.show(self._front())

    def _make_dialog(self, front: QWidget) -> DeckDialog:
        from explainer.gui.lecture.deck_dialog import DeckDialog

        assert self._lesson is not None
        return DeckDialog(self, self._lesson, front)

    # --- files -------------------------------------------------------------------------------------------------------

    def open(self, file: Path) -> None:
        """Open a deck and show its lesson; F5 projects it then. Raises FileError."""
        from explainer.session.course.deck_plan import completed, lesson_of_plan, load_plan
        from explainer.session.course.shelf import lesson_address

        plan = load_plan(file)
        lesson = lesson_of_plan(plan, file.name)
        plan, lost = completed(plan, lesson)
        self.files[plan.lesson] = file
        self._saved[plan.lesson] = plan
        self.keep(plan)
        self._messages.show("")
        self._reading.open(lesson_address(lesson))
        if lost:
            self._messages.show(phrase("The lesson has these slides of the deck no more: {0}.", ", ".join(lost)))
        else:
            self._messages.show(phrase("The deck {0} is open: F5 projects it.", file.name), is_news=True)

    def suggested_file(self, lesson: Lesson) -> Path:
        """Where a deck is likely to be saved: in its file, else beside the lesson's own or the last deck, else with the
        documents of this user.
        """
        from explainer.gui.look.documents import documents_folder
        from explainer.lessons.library import file_of
        from explainer.session.course.deck_plan import SUFFIX

        if lesson.id in self.files:
            return self.files[lesson.id]
        beside = file_of(lesson) or next(reversed(self.files.values()), None)
        folder = documents_folder() if beside is None else beside.parent
        return folder / f"{lesson.id}{SUFFIX}"

    def save(self, plan: DeckPlan, file: Path) -> None:
        """Save a plan. Raises FileError."""
        from explainer.session.course.deck_plan import save_plan
        from explainer.session.kept.recent import note_recent
        from explainer.session.kept.settings import user_settings

        save_plan(plan, file)
        self.files[plan.lesson] = file
        self._saved[plan.lesson] = plan
        self.keep(plan)
        note_recent(user_settings(), file)
