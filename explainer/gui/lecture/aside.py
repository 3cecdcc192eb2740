"""What is shown for a moment in the place of the projected board: the card of the rule, the figures of the line.

The next key that steps, and Escape, bring the board back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.look.announcer import announce
from explainer.phrases import phrase
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.gui.lecture.projection import Projection
    from explainer.session.course.deck import Slide
    from explainer.session.course.figures import Standing

Drawn: TypeAlias = "tuple[int, Figure] | None"
"""Which figure of how many, counted from 0, and the figure; None where no further one suits."""

_RULE: Final = -1
"""The place of the card before the figures."""


def rule_slide(session: Session) -> Slide:
    """The card of the step that led to the line, as a slide: the rule, what its letters are here, why."""
    from explainer.session.course.deck import Slide
    from explainer.session.lines.card import card_of_problem, card_of_step

    step, trace = session.step, session.trace
    assert trace is not None
    card = card_of_problem(trace) if step is None else card_of_step(step)
    sentences = (*card.statements, *card.bindings, *((card.words,) if card.words else ()))
    return Slide("card", card.title, lambda: sentences, marked=frozenset(range(len(card.statements))))


def figure_from(standing: Standing, place: int) -> Drawn:
    """The first figure from a place on that suits the line; drawn and laid out in a thread, as that takes its time."""
    from explainer.gui.panels.tabs import FIGURE_TABS
    from explainer.session.course.figures import figure_at, plot_at

    choices: tuple[Callable[[Standing], Figure | str], ...]
    choices = (*(partial(figure_at, name=row[1]) for row in FIGURE_TABS), plot_at)
    for number in range(place, len(choices)):
        found = choices[number](standing)
        if not isinstance(found, str):
            _ = found.sheets_for_screens  # laid out here, so that the window does not wait for it
            return number, found
    return None


class Aside(QObject):
    """Shows slides of the line at which a projection stands; `read` opens the page of a rule where nobody projects."""

    def __init__(self, session: Session, projection: Projection, read: Callable[[], None]) -> None:
        super().__init__(projection)
        self._session, self._projection, self._read = session, projection, read
        self._away = Away(self)
        self._place: int | None = None

    def toggle_rule(self) -> None:
        """Show the audience the card of the rule, or the board again; without a projection the page of the rule."""
        if not self._projection.active:
            self._read()
        elif self._place == _RULE:
            self.close()
        elif self._projection.run.on_title:
            self._projection.tell("R shows the rule of a line: here is none.")
        else:
            self._away.drop()
            self._show(_RULE, slide := rule_slide(self._session))
            self._say(slide.spoken())

    def next_figure(self) -> None:
        """Show the audience the next figure of the line, after the last one the board again."""
        from explainer.session.course.figures import standing_of

        if not self._projection.active:
            return
        if self._projection.run.on_title:
            self._projection.tell("G shows the figures of a line: here is none.")
            return
        self._away.drop()
        following = 0 if self._place is None else self._place + 1
        self._away.do(partial(figure_from, standing_of(self._session), following), self._take, self._fail)

    def _show(self, place: int, slide: Slide) -> None:
        view = self._projection.view
        if view is not None:
            self._place = place
            self._projection.effects.show_board()
            view.show_slide(slide)
            view.refresh_spotlight()

    def _say(self, words: str) -> None:
        announce(self._projection.speaker, words)

    def _take(self, drawn: Drawn) -> None:
        if drawn is None:
            if not self.close():
                self._projection.tell("There is no figure of this line.")
            return
        from explainer.session.course.deck import Slide

        place, figure = drawn
        self._show(place, Slide("figure", "", draw=lambda: figure))
        self._say(phrase("{0}. {1}", figure.title, figure.description))

    def _fail(self, error: Exception) -> None:
        """Say why there is no figure; a fault of the program goes the way of all faults."""
        if not isinstance(error, ExplainerError):
            raise error
        self._projection.tell(error.message)

    def close(self) -> bool:
        """Bring the board back; return whether it was away."""
        was_shown = self.forget()
        if was_shown:
            self._projection.show_again()
        return was_shown

    def forget(self) -> bool:
        """The board is seen again, as somebody has gone on; return whether it was away."""
        self._away.drop()
        was_shown, self._place = self._place is not None, None
        return was_shown
