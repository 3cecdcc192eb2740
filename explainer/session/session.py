"""What is open and where one stands in it: the one object behind the window.

A derivation comes in small slices: `open` derives the first step, `advance` a little more each time it is called.
So a window calls `advance` from a timer and is never held up; a program without a window calls `finish`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from explainer.errors import ExplainerError
from explainer.session.checks import Checks
from explainer.session.events import Event, Listener, Listeners
from explainer.session.preview import Preview, preview_of
from explainer.session.warm_up import warm_up

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node
    from explainer.verify import Check

SLICE_MS = 8.0
"""How long one slice of work may take, so that sixty pictures a second stay possible."""
PATIENCE_MS = 60.0
"""How long a command may derive before it leaves the rest to later slices."""
_END = 10**9
"""The goal of `last`: beyond every step."""


class Request(NamedTuple):
    """What is to be derived: the text, the variable, the shapes that were given, the method and the layout."""

    text: str = ""
    wrt: str = ""
    shapes: Mapping[str, str] = MappingProxyType({})
    method: str = "auto"
    layout: str = "numerator"


class Session:
    """An open derivation, the position in it, the text being typed, and the last error.

    Position 0 is the problem itself, position k the line after step k. An error never takes away what is open.
    """

    def __init__(self) -> None:
        self.request = Request()
        self.trace: Trace | None = None
        self.detail = "every"
        self.thoroughness = 1
        self.position = 0
        self.error: ExplainerError | None = None
        self.preview = Preview()
        self._goal: int | None = None
        self._checks = Checks()
        self._listeners = Listeners()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener of every event; calling what is returned ends that."""
        return self._listeners.add(listener)

    # --- what is open ------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text of the open derivation."""
        return self.request.text

    @property
    def wrt(self) -> str:
        """The variable of the open derivation."""
        return self.request.wrt

    @property
    def shapes(self) -> Mapping[str, str]:
        """The shapes that were given for the open derivation, by name."""
        return self.request.shapes

    @property
    def method(self) -> str:
        """The method that was asked for."""
        return self.request.method

    @property
    def layout(self) -> str:
        """The layout that was asked for: numerator or denominator."""
        return self.request.layout

    @property
    def count(self) -> int:
        """How many steps are derived so far."""
        return self.trace.derived if self.trace else 0

    @property
    def complete(self) -> bool:
        """Whether all steps of the open derivation are derived."""
        return self.trace is None or self.trace.complete

    @property
    def step(self) -> Step | None:
        """The step that led to the current line; None at position 0."""
        return self.step_at(self.position)

    @property
    def place(self) -> int:
        """Where one stands in the derivation with a line for every rule, whatever the level of detail."""
        from explainer.engine.detail import ToldTrace

        return self.trace.place_of(self.position) if isinstance(self.trace, ToldTrace) else self.position

    def go_to_place(self, place: int) -> bool:
        """Go to the line at, or first after, a place of the derivation with a line for every rule."""
        from explainer.engine.detail import ToldTrace

        return self.go_to(self.trace.number_at(place) if isinstance(self.trace, ToldTrace) else place)

    def step_at(self, number: int) -> Step | None:
        """A step that is derived already; None for 0 and for steps that are not there yet."""
        if self.trace is None or not 1 <= number <= self.trace.derived:
            return None
        return self.trace.step(number)

    def line(self, position: int | None = None) -> Node | None:
        """The whole line at a position, here if none is given."""
        if self.trace is None:
            return None
        step = self.step_at(self.position if position is None else position)
        return self.trace.start if step is None else step.after

    def check_of(self, number: int) -> Check | None:
        """The check of a step as far as it is known; this never computes one."""
        return self._checks.known.get(number)

    @property
    def ending(self) -> str:
        """Why the derivation ended before its result, as a sentence; empty while it goes on and when it is finished."""
        if self.trace is None or not self.trace.complete or self.trace.status == "finished":
            return ""
        return self.trace.reason

    # --- opening -----------------------------------------------------------------------------------------------------

    def open(
        self,
        text: str,
        wrt: str | None = None,
        shapes: Mapping[str, str] | None = None,
        method: str = "auto",
        layout: str = "numerator",
    ) -> bool:
        """Derive `text` with respect to `wrt`; return whether that was possible.

        Without `wrt` a variable of the text is chosen. When the text is refused, `error` says why and what was open
        stays open with its position.
        """
        from explainer.engine import derive, told

        request = Request(text, (wrt or "").strip(), dict(shapes or {}), method, layout)
        try:
            if not text.strip():
                raise ExplainerError("there is no function yet", hint="Type one, such as sin(x^2).")
            if not request.wrt:
                request = request._replace(wrt=self._variable_for(request))
            trace = derive(request.text, request.wrt, request.shapes or None, request.method, request.layout)
            trace.check_with(self.thoroughness)
            trace = told(trace, self.detail)
            trace.step(1)
        except ExplainerError as error:
            self.error = error
            self._listeners.tell(Event.FAILED)
            return False
        self.request, self.trace, self.error = request, trace, None
        self.position, self._goal = 0, None
        self._checks = Checks()
        self._listeners.tell(Event.OPENED)
        return True

    def tell_in(self, detail: str) -> None:
        """Show what is open at a level of detail, at the place where one stands; what opens later too."""
        from explainer.engine import told
        from explainer.engine.detail import ToldTrace

        place, self.detail = self.place, detail
        if self.trace is None:
            return
        full = self.trace.full if isinstance(self.trace, ToldTrace) else self.trace
        self._show_anew(told(full, detail), place)

    def check_with(self, thoroughness: int) -> None:
        """Check at so many times the usual number of points; what is open is checked anew."""
        from explainer.engine import derive, told

        self.thoroughness = thoroughness
        if self.trace is None:
            return
        request = self.request
        trace = derive(request.text, request.wrt, request.shapes or None, request.method, request.layout)
        trace.check_with(thoroughness)
        self._show_anew(told(trace, self.detail), self.place)

    def _show_anew(self, trace: Trace, place: int) -> None:
        trace.step(1)
        self.trace, self.position, self._goal, self._checks = trace, 0, None, Checks()
        self._listeners.tell(Event.OPENED)
        self.go_to_place(place)

    def look_at(self, text: str, wrt: str | None = None, shapes: Mapping[str, str] | None = None) -> Preview:
        """Understand a text that is being typed, without touching what is open; the answer is kept in `preview`."""
        self.preview = preview_of(text, wrt, shapes)
        self._listeners.tell(Event.PREVIEWED)
        return self.preview

    def _variable_for(self, request: Request) -> str:
        preview = preview_of(request.text, None, request.shapes)
        if preview.error is not None:
            raise preview.error
        return suggested_variable(preview.names, self.wrt)

    # --- going through it --------------------------------------------------------------------------------------------

    def next(self) -> bool:
        """Go to the next line; return whether there was one."""
        return self.go_to(self.position + 1)

    def previous(self) -> bool:
        """Go back to the line before; return whether there was one."""
        return self.go_to(self.position - 1)

    def first(self) -> bool:
        """Go back to the problem."""
        return self.go_to(0)

    def last(self) -> bool:
        """Go to the last line; where that is far, later slices go on until it is reached."""
        return self.go_to(_END)

    def go_to(self, position: int) -> bool:
        """Go to a line, or as near to it as there are lines; return whether the position changed."""
        if self.trace is None:
            return False
        wanted, before = max(0, position), self.count
        deadline = perf_counter() + PATIENCE_MS / 1000
        while self.count < wanted and not self.complete and perf_counter() < deadline:
            self.trace.step(self.count + 1)
        self._goal = None if self.count >= wanted or self.complete else wanted
        if self.count != before:
            self._listeners.tell(Event.DERIVED)
        return self._move(min(wanted, self.count))

    def _move(self, position: int) -> bool:
        if position == self.position:
            return False
        self.position = position
        self._listeners.tell(Event.MOVED)
        return True

    # --- work in slices ----------------------------------------------------------------------------------------------

    def advance(self, budget_ms: float = SLICE_MS) -> bool:
        """Derive further steps, then check them, for about `budget_ms`; return whether there is more to do."""
        if self.trace is None:
            return False
        deadline = perf_counter() + budget_ms / 1000
        if not self.trace.complete:
            self._derive_until(deadline)
            return True
        if not warm_up.ready(budget_ms / 1000):
            return True
        news = self._checks.compute(self.trace, self.position, deadline)
        if news:
            self._listeners.tell(Event.CHECKED)
        return len(self._checks.known) < self.count

    def finish(self) -> None:
        """Derive and check everything that is left, however long it takes."""
        while self.advance(PATIENCE_MS):
            pass

    def _derive_until(self, deadline: float) -> None:
        assert self.trace is not None
        while not self.trace.complete and perf_counter() < deadline:
            self.trace.step(self.count + 1)
        if self._goal is not None and (self.complete or self.count >= self._goal):
            goal, self._goal = min(self._goal, self.count), None
            self._move(goal)
        self._listeners.tell(Event.DERIVED)


def suggested_variable(names: tuple[str, ...], preferred: str = "") -> str:
    """The variable to differentiate by when none was named: the preferred one if it occurs, x, else the first.

    Without any variable it is x too: the derivative of a number is zero whatever the variable.
    """
    for name in (preferred, "x"):
        if name in names:
            return name
    return names[0] if names else "x"
