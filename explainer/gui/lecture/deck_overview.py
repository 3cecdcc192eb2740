"""The slides of a deck and the lines of the open derivation at a glance, in the window in which the speaker works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPixmap

from explainer.gui.board.overlays import OVERVIEW_SHARE
from explainer.gui.look.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from explainer.gui.board.overview import Entry, Overview
    from explainer.gui.lecture.projection import Projection
    from explainer.gui.look.theme import Theme
    from explainer.lessons import LessonProblem
    from explainer.notation.tree import Notation
    from explainer.session import Session
    from explainer.session.course.deck import Slide

_LOOK_AGAIN_MS = 60
"""Once all that is seen has its picture it is looked as often whether something else is seen."""
_ACROSS = 4
"""So many slides stand beside one another: their words can still be read, and a lesson is seen on three screens."""
_WORDS_ROWS, _LEAST_PX = 34, 13
"""The words over a picture are as high as the window by this, in no smaller letters than that."""


class SlideEntry:
    """A slide by its number and its kind, with its picture as soon as that is made; a problem with its formula."""

    def __init__(self, slide: Slide, place: int, problem: LessonProblem | None, go: Callable[[int], object]) -> None:
        self.slide, self._place, self._problem, self._go = slide, place, problem, go
        self.picture: QPixmap | None = None
        self._scaled: tuple[tuple[int, QSize, float], QPixmap] | None = None

    def words(self) -> str:
        from explainer.session.course.deck import KINDS

        heading = tr(self.slide.heading)
        kind = tr(KINDS[self.slide.kind])
        return f"{self._place + 1}  {kind}: {heading}" if heading and heading != kind else f"{self._place + 1}  {kind}"

    def spoken(self) -> str:
        return f"{self.words()}. {self.slide.spoken()}" if self.slide.is_read else self.words()

    def _scaled_to(self, room: QSizeF, ratio: float) -> QPixmap:
        """The picture as large as it fits, made once: to make a dozen smaller at each painting would take 50 ms."""
        assert self.picture is not None
        size = (room * ratio).toSize()
        key = self.picture.cacheKey(), size, ratio
        if self._scaled is None or self._scaled[0] != key:
            smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
            scaled = self.picture.scaled(size, keep, smooth)
            scaled.setDevicePixelRatio(ratio)
            self._scaled = key, scaled
        return self._scaled[1]

    @property
    def has_formula(self) -> bool:
        return self._problem is not None

    def forms(self) -> tuple[Notation, ...]:
        from explainer.session.course.notes import problem_notation

        notation = None if self._problem is None else problem_notation(self._problem)
        return () if notation is None else (notation,)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        if self.picture is not None:
            picture = self._scaled_to(rect.size(), painter.device().devicePixelRatio())
            shown = QRectF(QPointF(rect.topLeft().toPoint()), picture.deviceIndependentSize())
            painter.drawPixmap(shown.topLeft(), picture)
            painter.setPen(theme.line)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(shown)

    def choose(self) -> None:
        self._go(self._place)


class AllSlides:
    """The way from the lines of a problem to the slides of its deck."""

    def __init__(self, show: Callable[[], object]) -> None:
        self._show = show

    def words(self) -> str:
        return f"‹  {self.spoken()}"

    def spoken(self) -> str:
        return tr("All slides of the lesson")

    @property
    def has_formula(self) -> bool:
        return False

    def forms(self) -> tuple[Notation, ...]:
        return ()

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The words say it all."""

    def choose(self) -> None:
        self._show()


class DeckOverview(QObject):
    """The overview of a projection: the same key opens and closes it. Where nobody projects, that of the board."""

    def __init__(self, session: Session, projection: Projection) -> None:
        super().__init__(projection)
        self._session, self._projection = session, projection
        self.shown: Overview | None = None
        self._pictures = QTimer(self, interval=0)
        self._pictures.timeout.connect(self._make_picture)

    def toggle(self) -> None:
        """Show everything at a glance, or what was there before."""
        projection = self._projection
        layers = projection.speaker.layers
        if not projection.active or layers.nested is not None:
            layers.show_overview()
            return
        if self.close():
            return
        if projection.view is not None:
            projection.view.board.finish_motion()
        if projection.run.slides and projection.run.on_title:
            self._show_slides()
        else:
            self._show_lines()

    def close(self) -> bool:
        """Take the overview away; return whether it was there."""
        return self.shown is not None and self.shown.close()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _show_slides(self) -> None:
        run, go = self._projection.run, self._projection.go_to_slide
        problems = () if run.lesson is None else run.lesson.problems
        self._show(
            tuple(
                SlideEntry(slide, place, problems[slide.index] if slide.is_problem else None, go)
                for place, slide in enumerate(run.slides)
            ),
            run.place,
            _ACROSS,
        )
        self._pictures.start(0)

    def _show_lines(self) -> None:
        """The lines; in a deck behind the way to its slides."""
        from explainer.gui.board.overview import lines_of

        ways = (AllSlides(self._show_slides),) if self._projection.run.slides else ()
        self._show((*ways, *lines_of(self._session, self._projection.go_to)), self._session.position + len(ways))

    def _show(self, entries: tuple[Entry, ...], here: int, columns: int = 0) -> None:
        from explainer.gui.board.overview import Overview

        view, look, front = self._projection.view, self._projection.look, self._projection.front
        assert view is not None
        assert look is not None
        font = QFont(view.board.words_font)
        font.setPixelSize(max(_LEAST_PX, round(min(front.height() / _WORDS_ROWS, QFontInfo(font).pixelSize()))))
        em_px = OVERVIEW_SHARE * view.board.em_px * min(1.0, front.height() / max(1, view.height()))
        self.shown = Overview(entries, here, look[0], em_px, font, front, columns)
        self.shown.left.connect(self._forget)

    def _make_picture(self) -> None:
        """Make one picture that is seen and not there yet; the next one follows when the window has had its turn."""
        shown, view = self.shown, self._projection.view
        if shown is not None and view is not None:
            seen = shown.viewport().rect()
            for row, entry in enumerate(shown.entries):
                if not isinstance(entry, SlideEntry) or entry.picture is not None or entry.slide.is_problem:
                    continue
                if shown.visualRect(shown.model().index(row, 0)).intersects(seen):
                    picture = view.slide_card.picture_of(entry.slide, view.stack.size())
                    if picture.isNull():  # what stands on it is not made yet
                        continue
                    entry.picture = picture
                    shown.viewport().update()
                    return
            self._pictures.start(_LOOK_AGAIN_MS)

    def _forget(self) -> None:
        overview, self.shown = self.shown, None
        self._pictures.stop()
        if overview is not None:
            overview.deleteLater()
            self._projection.take_keys_back()
