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
from explainer.errors import ExplainerError, LimitError
from explainer.session.deriving import SLICE_MS, Found, Wishes, budget_of, go_on, number_at
from explainer.session.events import Event, Listener, Listeners
from explainer.session.opening import Looking, Manner, Opened, Opening, Request, opened, suggested_variable, told_anew
from explainer.session.preview import Preview, preview_of
from explainer.session.work import PoliteBudget, Work

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node
    from explainer.verify import Check

__all__ = ["Request", "Session", "suggested_variable"]

PATIENCE_MS = 60.0
"""How long a command that goes somewhere waits for the lines on the way before it leaves them to later."""
OPEN_PATIENCE_MS = 60.0
"""How long a command that opens something waits for its first step."""
LOOK_PATIENCE_MS = 25.0
"""How long a preview is waited for before the next key has its turn."""
_WAIT_S = 0.01
"""How long one waits for a first step before others have their turn."""
_LONG_STEP_S = 0.05
"""After this long the steps before the one that is being derived are taken in without it."""
_END = 10**9
"""The goal of `last`: beyond every step."""


class Session:
    """An open derivation, the position in it, the text being typed, and the last error.

    Position 0 is the problem itself, position k the line after step k. An error never takes away what is open.
    `while_waiting` is called now and then while `open` waits for a first step that takes long.
    """

    def __init__(self) -> None:
        self.request = Request()
        self.trace: Trace | None = None
        self.detail = "every"
        self.thoroughness = 1
        self.position = 0
        self.error: ExplainerError | None = None
        self.preview = Preview()
        self.wishes = Wishes()
        self.while_waiting: Callable[[], None] = lambda: None
        self._count = 0
        self._complete = True
        self._goal: int | None = None
        self._goal_since = 0.0
        self._place: tuple[int, str] | None = None
        self._checks: dict[int, Check] = {}
        self._work: Work[Found] | None = None
        self._before: Work[Found] | None = None
        self._opening: Opening | None = None
        self._looking: Looking | None = None
        self._listeners = Listeners()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Stop everything that goes on; what is open stays as far as it is derived."""
        if self._work is not None:
            self._work.cancel()
        self._give_up_opening()
        self._give_up_looking()
        self._leave_work()

    def _leave_work(self) -> None:
        """Let the work on what is open come to a rest; `_before` is the last one that may not have done so yet."""
        if self._work is not None:
            self._work.leave()
            self._before, self._work = self._work, None

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
        """How many steps are known so far."""
        return self._count

    @property
    def complete(self) -> bool:
        """Whether all steps of the open derivation are known."""
        return self.trace is None or self._complete

    @property
    def step(self) -> Step | None:
        """The step that led to the current line; None at position 0."""
        return self.step_at(self.position)

    @property
    def place(self) -> int:
        """Where one stands in the derivation with a line for every rule, whatever the level of detail."""
        from explainer.engine.detail import ToldTrace

        return self.trace.place_of(self.position) if isinstance(self.trace, ToldTrace) else self.position

    def step_at(self, number: int) -> Step | None:
        """A step that is derived already; None for 0 and for steps that are not there yet."""
        if self.trace is None or not 1 <= number <= self._count:
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
        return self._checks.get(number)

    @property
    def checks(self) -> list[tuple[int, Check]]:
        """The checks that are known, by the numbers of their steps."""
        return sorted(self._checks.items())

    @property
    def ending(self) -> str:
        """Why the derivation ended before its result, as a sentence; empty while it goes on and when it is finished."""
        if self.trace is None or not self._complete or self.trace.status == "finished":
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

    def settle(self, patience_s: float) -> None:
        """Wait so long for what is being opened."""
        deadline = perf_counter() + patience_s
        while self._opening is not None and perf_counter() < deadline:
            self._take_opening(_WAIT_S)

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
        self._leave_work()
        request, before = self.request, self._before
        self._begin(lambda budget: told_anew(request, full, detail, before), place=self.place)

    def check_with(self, thoroughness: int) -> None:
        """Check at so many times the usual number of points; what is open is checked anew."""
        self.thoroughness = thoroughness
        if self.trace is not None:
            self.begin(self.request, place=self.place)

    def look_at(self, text: str, wrt: str | None = None, shapes: Mapping[str, str] | None = None) -> Preview:
        """Understand a text, without touching what is open; the answer is kept in `preview`."""
        self.look_soon(text, wrt, shapes)
        while self._looking is not None:
            self._take_look(_WAIT_S)
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
        self._give_up_looking()
        work = Work(lambda: iter((preview_of(text, wrt, shapes),)), PoliteBudget(), self.wishes.tell)
        self._looking = Looking(work, text, then)
        if not self._take_look(LOOK_PATIENCE_MS / 1000):
            self._listeners.tell(Event.BUSY)

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
        error: ExplainerError | None = None
        found = None
        try:
            found = opening.work.take(patience_s)
        except ExplainerError as caught:
            error = caught
        if found is None and error is None:
            return False
        self._opening = None
        with opening.within():
            if found is not None:
                self._show(found, opening.place)
            else:
                self.error = error
                self._listeners.tell(Event.FAILED)
            if opening.then is not None:
                opening.then(found is not None)
        return True

    def _show(self, found: Opened, place: int = 0) -> None:
        if self.trace is not None and budget_of(self.trace) is not budget_of(found.trace) and self._work is not None:
            self._work.cancel()  # nobody will see what it brings
        self._leave_work()
        self.request, self.trace, self.error = found.request, found.trace, None
        self._count, self._complete = found.trace.derived, found.trace.complete
        self._checks = {}
        self._goal = self._place = None
        self.position = 0
        self.wishes.position, self.wishes.goal = 0, None
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

    def _take_look(self, patience_s: float) -> bool:
        looking = self._looking
        if looking is None:
            return True
        try:
            found = looking.work.take(patience_s)
        except LimitError as error:
            found = Preview(looking.text, error=error)
        if found is None:
            return False
        self._looking, self.preview = None, found
        self._listeners.tell(Event.PREVIEWED)
        if looking.then is not None:
            looking.then()
        return True

    def _give_up_opening(self) -> None:
        if self._opening is not None:
            self._opening.work.leave()
            self._opening.work.cancel()
        self._opening = None

    def _give_up_looking(self) -> None:
        if self._looking is not None:
            self._looking.work.leave()
            self._looking.work.cancel()
        self._looking = None

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
        self._goal, self._place, self._goal_since = wanted, place, perf_counter()
        self.wishes.goal = wanted
        before = self._count
        deadline = perf_counter() + PATIENCE_MS / 1000
        while (there := self._arrival()) is None and (left := deadline - perf_counter()) > 0:
            self._take_in(left)
        if self._count != before:
            self._listeners.tell(Event.DERIVED)
        if there is None:
            self._listeners.tell(Event.BUSY)
            return self._move(min(wanted, self._count))
        return self._arrive(there)

    def _arrival(self) -> int | None:
        """The line that is the goal, as soon as it is known."""
        assert self.trace is not None
        assert self._goal is not None
        if self._place is None:
            there = self._goal if self._goal <= self._count else None
        else:
            there = number_at(self.trace, self._goal, self._count)
        return self._count if there is None and self._complete else there

    def _arrive(self, there: int) -> bool:
        text = self._place[1] if self._place is not None else ""
        self._goal = self._place = None
        if text and (here := self.line(there)) is not None and here.text() != text:
            lines = ((number, self.line(number)) for number in range(self._count + 1))
            there = next((number for number, line in lines if line is not None and line.text() == text), there)
        self.wishes.position, self.wishes.goal = there, None
        return self._move(there)

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
        if self._opening is not None or self._looking is not None:
            return True
        return self.trace is not None and self._work is not None and not self._work.ended

    @property
    def waiting_s(self) -> float:
        """How long one has been waiting for what takes longest now: for a piece of work, or for a line to go to."""
        arriving = self._goal is None or self._work is None or self._work.cancelled
        for_goal = 0.0 if arriving else perf_counter() - self._goal_since
        return max((for_goal, *(work.busy_s for work in self._works())))

    def _works(self) -> list[Work[Any]]:
        works = [one.work for one in (self._opening, self._looking) if one is not None]
        return works if self._work is None else [*works, self._work]

    def cancel(self) -> None:
        """Stop what takes long. What is open stays, with the steps so far; `error` or `ending` says that it was so."""
        for work in self._works():
            if work.busy_s or (work is self._work and self._goal is not None):
                work.cancel()

    def tend(self) -> None:
        """Take in what can be seen of a step that takes long; to be called while one waits."""
        if self._work is not None and self._work.busy_s > _LONG_STEP_S:
            self._see_steps()

    def _see_steps(self) -> None:
        """Take in the steps before one that takes long, without waiting for that."""
        if self.trace is not None and not self._complete and self.trace.derived > self._count:
            self._count = self.trace.derived
            self._follow_goal()
            self._listeners.tell(Event.DERIVED)

    def _follow_goal(self) -> None:
        """Go where one wants to go, if that is known now."""
        if self._goal is not None and (there := self._arrival()) is not None:
            self._arrive(there)

    def advance(self, budget_ms: float = SLICE_MS) -> bool:
        """Take in what has been derived and checked, waiting for it so long; return whether more is to come."""
        self.tend()
        self._take_look(0.0)
        if not self._take_opening(budget_ms / 1000):
            return True
        if self.trace is None:
            return self._looking is not None
        before, known = self._count, self._complete
        news = self._take_in(budget_ms / 1000)
        if (before, known) != (self._count, self._complete):
            self._follow_goal()
            self._listeners.tell(Event.DERIVED)
        if news is not None and news.checks:
            self._listeners.tell(Event.CHECKED)
        return self.busy

    def finish(self) -> None:
        """Derive and check everything that is left, however long it takes."""
        while self.advance(PATIENCE_MS):
            pass

    def _take_in(self, patience_s: float) -> Found | None:
        """Take in what the work on the open derivation has brought; it is begun where it has not been."""
        assert self.trace is not None
        if self._work is None:
            trace, wishes, known, before = self.trace, self.wishes, dict(self._checks), self._before
            self._before = None
            self._work = Work(lambda: go_on(trace, wishes, known, before), budget_of(trace), wishes.tell)
            self._listeners.tell(Event.BUSY)
        try:
            news = self._work.take(patience_s)
        except LimitError as error:
            self._break_off(error)
            return None
        if news is not None:
            self._count, self._complete = max(self._count, news.known), news.complete
            self._checks.update(news.checks)
        return news

    def _break_off(self, error: LimitError) -> None:
        """The work does not come back: what is open ends with the steps so far, and says why."""
        from explainer.engine import Trace

        trace = self.trace
        if trace is None or self._complete:
            return  # only checks are missing
        steps = [step for number in range(1, self._count + 1) if (step := trace.step(number)) is not None]
        self.trace = Trace.restored(trace.problem, trace.start, steps, "limited", error.message)
        self._complete = True
