"""What is open and where one stands in it: the one object behind the window.

A derivation comes piece by piece: `open` derives the first step, `advance` takes in what has been derived meanwhile, in
a thread that can be stopped at any time. So a window calls `advance` whenever there is news and is never held up; a
program without a window calls `finish`. Everything that a session tells is told in the thread that calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from time import perf_counter
from typing import TYPE_CHECKING, Any

from explainer.budget import Budget
from explainer.errors import ExplainerError
from explainer.session.deriving import SLICE_MS, Wishes
from explainer.session.events import Event, Listener, Listeners
from explainer.session.goal import Goal
from explainer.session.known import Known
from explainer.session.looking import Looking
from explainer.session.opening import Manner, Opened, Opening, Request, opened, told_anew
from explainer.session.preview import Preview
from explainer.session.work import PoliteBudget, Work

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node
    from explainer.verify import Check

__all__ = ["Request", "Session"]

PATIENCE_MS = 60.0
"""How long a command that goes somewhere waits for the lines on the way before it leaves them to later."""
OPEN_PATIENCE_MS = 60.0
"""How long a command that opens something waits for its first step."""
_WAIT_S = 0.01
"""How long one waits for a first step before others have their turn."""
_END = 10**9
"""The goal of `last`: beyond every step."""


class Session:
    """An open derivation, the position in it, the text being typed, and the last error.

    Position 0 is the problem itself, position k the line after step k. An error never takes away what is open.
    `covered` says that nobody is to see what comes behind the position: it is left to the learner.
    `while_waiting` is called now and then while `open` waits for a first step that takes long.
    """

    def __init__(self) -> None:
        self.request = Request()
        self.detail, self.thoroughness, self.position = "every", 1, 0
        self.covered = False
        self.error: ExplainerError | None = None
        self.wishes = Wishes()
        self.while_waiting: Callable[[], None] = lambda: None
        self._opening: Opening | None = None
        self._listeners = Listeners()
        self._known = Known(self.wishes, self._listeners)
        self._goal = Goal(self._known, self.wishes)
        self._looking = Looking(self.wishes, self._listeners)

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Stop everything that goes on; what is open stays as far as it is derived."""
        self._give_up_opening()
        self._looking.give_up()
        self._known.give_up()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener of every event; calling what is returned ends that."""
        return self._listeners.add(listener)

    # --- what is open ------------------------------------------------------------------------------------------------

    @property
    def trace(self) -> Trace | None:
        """The open derivation, as far as it is derived."""
        return self._known.trace

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
        """How many steps are known so far."""
        return self._known.count

    @property
    def complete(self) -> bool:
        """Whether all steps of the open derivation are known."""
        return self.trace is None or self._known.complete

    @property
    def step(self) -> Step | None:
        """The step that led to the current line; None at position 0."""
        return self.step_at(self.position)

    @property
    def place(self) -> int:
        """Where one stands in the derivation with a line for every rule, whatever the level of detail."""
        return self._known.place_of(self.position)

    def step_at(self, number: int) -> Step | None:
        """A step that is derived already; None for 0 and for steps that are not there yet."""
        return self._known.step(number)

    def line(self, position: int | None = None) -> Node | None:
        """The whole line at a position, here if none is given."""
        return self._known.line(self.position if position is None else position)

    def check_of(self, number: int) -> Check | None:
        """The check of a step as far as it is known; this never computes one."""
        return self._known.checks.get(number)

    @property
    def checks(self) -> list[tuple[int, Check]]:
        """The checks that are known, by the numbers of their steps."""
        return sorted(self._known.checks.items())

    @property
    def ending(self) -> str:
        """Why the derivation ended before its result, as a sentence; empty while it goes on and when it is finished."""
        return self._known.ending

    # --- opening -----------------------------------------------------------------------------------------------------

    def open(
        self,
        text: str,
        wrt: str | None = None,
        shapes: Mapping[str, str] | None = None,
        method: str = "auto",
        layout: str = "numerator",
        order: int = 1,
        form: str = "vec",
    ) -> bool:
        """Derive `text` with respect to `wrt`; return whether that was possible, as soon as the first step is there.

        Without `wrt` a variable of the text is chosen. When the text is refused, `error` says why and what was open
        stays open with its position.
        """
        answers: list[bool] = []
        request = Request(text, (wrt or "").strip(), dict(shapes or {}), method, layout, order, form)
        self.begin(request, answers.append)
        return self._await(answers)

    @property
    def opening(self) -> bool:
        """Whether a problem is being opened whose first step is not there yet."""
        return self._opening is not None

    def begin(
        self,
        request: Request,
        then: Callable[[bool], None] | None = None,
        within: Callable[[], AbstractContextManager[object]] = nullcontext,
        place: int = 0,
    ) -> None:
        """Begin to derive a problem, and wait no longer than a command may; `then` is told whether it was possible.

        What comes of it is told inside the context that `within` makes. Of two problems the later one counts: nobody
        hears of the former one. `place` is where one is to stand.
        """
        manner = Manner(self.detail, self.thoroughness, self.wrt)
        self._begin(lambda budget: opened(request, manner, budget), then, within, place)

    def take_over(self, trace: Trace, request: Request) -> None:
        """Show a derivation that somebody has begun."""
        self._give_up_opening()
        self._show(Opened(request, trace))

    def tell_in(self, detail: str) -> None:
        """Show what is open at a level of detail, at the place where one stands; what opens later too."""
        self.detail = detail
        if self.trace is None:
            return
        full: Trace = getattr(self.trace, "full", self.trace)
        self._known.leave()
        request, before = self.request, self._known.before
        self._begin(lambda budget: told_anew(request, full, detail, before), place=self.place)

    def check_with(self, thoroughness: int) -> None:
        """Check at so many times the usual number of points; what is open is checked anew."""
        self.thoroughness = thoroughness
        if self.trace is not None:
            self.begin(self.request, place=self.place)

    @property
    def preview(self) -> Preview:
        """What the text that was looked at last is understood as."""
        return self._looking.preview

    def look_at(self, text: str, wrt: str | None = None, shapes: Mapping[str, str] | None = None) -> Preview:
        """Understand a text, without touching what is open; the answer is kept in `preview`."""
        self.look_soon(text, wrt, shapes)
        while not self._looking.take(_WAIT_S):
            self.tend()
        return self.preview

    def look_soon(
        self,
        text: str,
        wrt: str | None = None,
        shapes: Mapping[str, str] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Understand a text that is being typed; where that takes long, `preview` and `then` follow."""
        self._looking.begin(text, wrt, shapes, then)

    def _begin(
        self,
        pieces: Callable[[Budget], Iterator[Opened]],
        then: Callable[[bool], None] | None = None,
        within: Callable[[], AbstractContextManager[object]] = nullcontext,
        place: int = 0,
    ) -> None:
        self._give_up_opening()
        budget = PoliteBudget()
        work = Work(lambda: pieces(budget), budget, self.wishes.tell)
        self._opening = Opening(work, then, within, place)
        if not self._take_opening(OPEN_PATIENCE_MS / 1000):
            self._listeners.tell(Event.BUSY)

    def _take_opening(self, patience_s: float) -> bool:
        """Show what is being opened if it is there, or refuse it; return whether one of both has been done."""
        opening = self._opening
        if opening is None:
            return True
        found = opening.take(patience_s)
        if found is None:
            return False
        self._opening = None
        with opening.within():
            if isinstance(found, Opened):
                self._show(found, opening.place)
            else:
                self.error = found
                self._listeners.tell(Event.FAILED)
            if opening.then is not None:
                opening.then(isinstance(found, Opened))
        return True

    def _show(self, found: Opened, place: int = 0) -> None:
        self.request, self.error = found.request, None
        self._known.begin(found.trace)
        self._goal.forget(0)
        self.position = 0
        self._listeners.tell(Event.OPENED)
        if place and self.trace is found.trace:
            self.go_to_place(place)

    def _await(self, answers: list[bool]) -> bool:
        """Wait until what was begun last is there or refused; something else that is opened meanwhile ends this."""
        opening = self._opening
        while not answers and self._opening is opening:
            self._take_opening(_WAIT_S)
            self.tend()
            if not answers:
                self.while_waiting()
        return answers == [True]

    def _give_up_opening(self) -> None:
        if self._opening is not None:
            self._opening.give_up()
        self._opening = None

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
        """Go to the last line; where that is far, one comes there as soon as it is derived."""
        return self.go_to(_END)

    def go_to(self, position: int) -> bool:
        """Go to a line, or as near to it as there are lines; return whether the position changed."""
        return self._go(max(0, position))

    def go_to_place(self, place: int, line: str = "") -> bool:
        """Go to the line at, or first after, a place of the derivation with a line for every rule.

        Where the line there has another text than `line`, and one that is known has it, one goes there.
        """
        return self._go(place, (place, line))

    def _go(self, wanted: int, place: tuple[int, str] | None = None) -> bool:
        if self.trace is None:
            return False
        self._goal.want(wanted, place)
        before = self.count
        deadline = perf_counter() + PATIENCE_MS / 1000
        while (there := self._goal.arrival()) is None and (left := deadline - perf_counter()) > 0:
            self._known.take(left)
        if self.count != before:
            self._listeners.tell(Event.DERIVED)
        if there is None:
            self._listeners.tell(Event.BUSY)
            return self._move(min(wanted, self.count))
        return self._move(self._goal.reach(there))

    def _move(self, position: int) -> bool:
        if position == self.position:
            return False
        self.position = self.wishes.position = position
        self._listeners.tell(Event.MOVED)
        return True

    # --- what goes on meanwhile --------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is being derived, checked or understood."""
        if self._opening is not None or self._looking.work is not None:
            return True
        work = self._known.work
        return self.trace is not None and work is not None and not work.ended

    @property
    def waiting_s(self) -> float:
        """How long one has been waiting for what takes longest now: for a piece of work, or for a line to go to."""
        return max((self._goal.waiting_s, *(work.busy_s for work in self._works())))

    def _works(self) -> list[Work[Any]]:
        opening = None if self._opening is None else self._opening.work
        return [work for work in (opening, self._looking.work, self._known.work) if work is not None]

    def cancel(self) -> None:
        """Stop what takes long. What is open stays, with the steps so far; `error` or `ending` says that it was so."""
        for work in self._works():
            if work.busy_s or (work is self._known.work and self._goal.wanted):
                work.cancel()

    def tend(self) -> None:
        """Take in what can be seen of a step that takes long; to be called while one waits."""
        if self._known.see_steps():
            self._follow_goal()
            self._listeners.tell(Event.DERIVED)

    def _follow_goal(self) -> None:
        """Go where one wants to go, if that is known now."""
        if (there := self._goal.arrival()) is not None:
            self._move(self._goal.reach(there))

    def advance(self, budget_ms: float = SLICE_MS) -> bool:
        """Take in what has been derived and checked, waiting for it so long; return whether more is to come."""
        self.tend()
        self._looking.take(0.0)
        if not self._take_opening(budget_ms / 1000):
            return True
        if self.trace is None:
            return self._looking.work is not None
        before = self.count, self.complete
        news = self._known.take(budget_ms / 1000)
        if before != (self.count, self.complete):
            self._follow_goal()
            self._listeners.tell(Event.DERIVED)
        if news is not None and news.checks:
            self._listeners.tell(Event.CHECKED)
        return self.busy

    def finish(self) -> None:
        """Derive and check everything that is left, however long it takes."""
        while self.advance(PATIENCE_MS):
            pass
