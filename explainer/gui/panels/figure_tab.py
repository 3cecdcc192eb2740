"""A tab beside the board with a figure of where the session stands; it is made when somebody first looks at it.

A plot evaluates the function at hundreds of places, and a graph of a long function has hundreds of boxes: both are made
in a thread, as derivations are, so that nobody waits for them who does not want to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.relay import once
from explainer.phrases import whole_sentence
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.figures import Figure
    from explainer.gui.away import Away
    from explainer.gui.formulas.figure_view import FigureView, Prepared
    from explainer.gui.panels.handle_row import HandleRow
    from explainer.session.course.figures import Standing

    Choice = Callable[[Standing], Figure | str]


_MARGIN_PX = 10
REST_MS = 250
"""So long nothing has been moved before its value is told."""
_NOTHING: Final = (None, -1, False, None)


class FigureTab(QScrollArea):
    """Shows what `choose` finds for the session: a figure, or a sentence that says why there is none.

    A figure that does not follow the steps is the same on every line. `value_chosen` carries the derivation, and the
    name of a variable with the value that was chosen for it in the figure.
    """

    value_chosen = Signal(object, str, float)

    def __init__(
        self, name: str, title: str, session: Session, choose: Choice, parent: QWidget | None = None,
        *, follows_steps: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        put(self.setAccessibleName, title)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(QWidget(self))
        self.verticalScrollBar().rangeChanged.connect(self._bring_focus_into_view)  # when the figure has its height
        self._session = session
        self._choose = choose
        self._follows_steps = follows_steps
        self._theme: Theme | None = None
        self._view: FigureView | None = None
        self._reason: QLabel | None = None
        self._handle: HandleRow | None = None
        self._layout: QVBoxLayout | None = None
        self._away: Away | None = None
        self._shown: tuple[Trace | None, int, bool, object] = _NOTHING
        self._values: tuple[Trace | None, Mapping[str, Any] | None] = (None, None)
        self._chosen: tuple[Trace | None, str, float] = (None, "", 0.0)
        self._telling = once(self, REST_MS, self._tell_chosen)

    @property
    def figure(self) -> Figure | None:
        """What is shown; None where there is none, and while nobody has looked."""
        return None if self._view is None else self._view.figure

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._view is not None:
            self._view.set_theme(theme)

    def retell(self) -> None:
        """Draw what is shown anew, in the language that is spoken now."""
        self._shown = _NOTHING
        self.show_place()

    def take_values(self, trace: Trace, values: Mapping[str, Any]) -> None:
        """Show numbers for these values of everything in a derivation, for as long as that is open."""
        self._values = (trace, values)
        self.show_place()

    @property
    def busy(self) -> bool:
        """Whether what is to be shown is still being made."""
        return self._away is not None and self._away.busy

    def show_place(self) -> None:
        """Show the figure for where the session stands, as soon as it is made; nothing while hidden."""
        session = self._session
        values = self._values[1] if session.trace is self._values[0] else None
        place = (session.trace, session.position if self._follows_steps else 0, session.complete, values)
        if not self.isVisible():
            if session.trace is not self._shown[0]:
                self._forget()
            return
        if place == self._shown:
            return
        from explainer.gui.formulas.figure_view import prepared
        from explainer.session.course.figures import standing_of

        self._shown = place
        view, choose, standing = self._parts()[0], self._choose, standing_of(session, values)
        across = view.across_in(max(view.minimumWidth(), self.viewport().width() - 2 * _MARGIN_PX))

        def make() -> tuple[Figure | str, tuple[Prepared, ...]]:
            found = choose(standing)
            widths = () if isinstance(found, str) else {min(across, found.width_em), found.width_em}
            return found, tuple(prepared(found, width) for width in widths if not isinstance(found, str))

        if self._away is None:
            from explainer.gui.away import Away

            self._away = Away(self)
        self._away.drop()  # what was wanted for another place
        self._away.do(make, self._take, self._tell_failure)

    def _forget(self) -> None:
        """Keep nothing of a derivation that is open no more; nobody sees it go."""
        if self._shown == _NOTHING:
            return
        self._shown, self._values, self._chosen = _NOTHING, (None, None), (None, "", 0.0)
        self._telling.stop()
        if self._away is not None:
            self._away.drop()
        if self._view is not None:
            self._view.set_figure(None)
        if self._handle is not None:
            self._handle.show_handle(None)

    def _take(self, made: tuple[Figure | str, tuple[Prepared, ...]]) -> None:
        found, sheets = made
        view, reason = self._parts()
        if isinstance(found, str):
            self._tell_reason(found)
        else:
            view.set_figure(found, sheets)
            put(self.setAccessibleDescription, found.description)
        handle = None if isinstance(found, str) else found.handle
        if handle is not None or self._handle is not None:
            self._handle_row(leads=handle is not None and handle.leads).show_handle(handle)
        view.setVisible(not isinstance(found, str))
        reason.setVisible(isinstance(found, str))
        self._bring_focus_into_view()

    def _bring_focus_into_view(self) -> None:
        """Scroll a long figure to what the step is about."""
        focus = None if self._view is None else self._view.focus_rect
        if focus is None or self._view is None or self._layout is None:
            return
        self._layout.activate()
        middle = self._view.mapToParent(focus.center())
        self.ensureVisible(middle.x(), middle.y(), 0, min(focus.height() // 2 + 12, self.viewport().height() // 2))

    def _tell_failure(self, error: Exception) -> None:
        """Say why there is no figure after all; a fault of the program goes the way of all faults."""
        if not isinstance(error, ExplainerError):
            raise error
        self._take((whole_sentence(error.message), ()))

    def _tell_reason(self, text: str) -> None:
        view, reason = self._parts()
        view.set_figure(None)
        put(reason.setText, text)
        put(self.setAccessibleDescription, text)

    def _show(self, figure: Figure) -> None:
        if self._view is not None:
            self._view.set_figure(figure)
        put(self.setAccessibleDescription, figure.description)

    def _drag(self, value: float) -> None:
        if self._handle is not None:
            self._handle.bring(value)

    def _note(self, name: str, value: float) -> None:
        """The value is told when nobody has moved it for a moment."""
        self._chosen = (self._shown[0], name, value)
        self._telling.start()

    def _tell_chosen(self) -> None:
        if self._chosen[0] is self._session.trace is not None:
            self.value_chosen.emit(*self._chosen)

    def _handle_row(self, *, leads: bool) -> HandleRow:
        """The row with which something in the figure is moved, made for the first figure that has such a thing."""
        if self._handle is None:
            from explainer.gui.panels.handle_row import HandleRow

            self._handle = HandleRow(self.widget())
            self._handle.moved.connect(self._show)
            self._handle.chosen.connect(self._note)
            if self._layout is not None:
                self._layout.insertWidget(0 if leads else 1, self._handle)
        return self._handle

    def _parts(self) -> tuple[FigureView, QLabel]:
        """The view and the line of text, made when they are first needed."""
        if self._view is None or self._reason is None:
            from explainer.gui.formulas.figure_view import FigureView

            body = QWidget(self)
            body.setObjectName("figure_body")
            self._layout = layout = QVBoxLayout(body)
            layout.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 12)
            self._view, self._reason = FigureView(parent=body), QLabel(body)
            self._reason.setWordWrap(True)
            self._reason.setProperty("role", "caption")
            if self._theme is not None:
                self._view.set_theme(self._theme)
            self._view.dragged.connect(self._drag)
            self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tab has the keys, and scrolls
            layout.addWidget(self._view)
            layout.addWidget(self._reason)
            layout.addStretch(1)
            self.setWidget(body)
        return self._view, self._reason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return enlarges the figure; all other keys scroll it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._view is not None:
            self._view.enlarge()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_place()
