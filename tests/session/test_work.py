"""Work in threads: it follows who waits for it, its faults come to who asks, and it ends whatever it does."""

from __future__ import annotations

import gc
import itertools
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from explainer.budget import CancelledError, spend
from explainer.errors import LimitError
from explainer.session import Event, Session
from explainer.session import work as work_module
from explainer.session.session import Request
from explainer.session.work import GIVE_UP_S, PoliteBudget, Work
from tests.endless import AT_ONCE, LATER, put_into_the_table

PATIENCE_S = 60.0
"""So long a test waits for what comes at once, unless the machine is very busy."""


@pytest.fixture(autouse=True)
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    put_into_the_table(monkeypatch)


def _until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.002)


def _ended(work: Work[int]) -> BaseException | None:
    """What the work ended with, as soon as it has ended."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            work.take(0.01)
        except LimitError as error:
            return error
        if work.ended:
            return None
    raise AssertionError("it never ended")


# --- the work itself -------------------------------------------------------------------------------------------------


def test_each_piece_waits_until_the_one_before_is_taken() -> None:
    made: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(5):
            made.append(number)
            yield number

    work = Work(pieces)
    _until(lambda: made)
    time.sleep(0.05)
    assert made == [0]
    taken = [work.take(PATIENCE_S) for _ in range(5)]
    assert taken == [0, 1, 2, 3, 4]
    assert work.take(PATIENCE_S) is None
    assert work.ended
    assert not work.busy_s


def test_who_is_to_know_is_told_of_every_piece_and_of_the_end() -> None:
    told = threading.Semaphore(0)
    work = Work(lambda: iter((1, 2)), told=told.release)
    for expected in (1, 2, None):
        assert told.acquire(timeout=PATIENCE_S)
        assert work.take() == expected


@pytest.mark.parametrize("error", [ValueError("a mistake"), LimitError("too much"), KeyError("name")])
def test_what_goes_wrong_is_raised_where_the_answer_is_awaited(error: Exception) -> None:
    def pieces() -> Iterator[int]:
        yield 1
        raise error

    work = Work(pieces)
    assert work.take(PATIENCE_S) == 1
    with pytest.raises(type(error)) as caught:
        work.take(PATIENCE_S)
    assert caught.value is error
    assert work.take() is None


def _charged() -> Iterator[int]:
    for number in itertools.count():
        spend()
        if number < 0:
            yield number


def _uncharged() -> Iterator[int]:
    for number in itertools.count():
        if number < 0:
            yield number


def test_a_loop_that_looks_at_its_budget_ends_by_itself_when_it_is_cancelled() -> None:
    work = Work(_charged)
    work.cancel()
    assert work.join(PATIENCE_S)
    assert isinstance(_ended(work), CancelledError)


def test_a_loop_that_never_looks_is_ended_from_outside() -> None:
    work = Work(_uncharged)
    work.cancel()
    assert isinstance(_ended(work), CancelledError)
    assert work.join(PATIENCE_S)


class _Key:
    def __del__(self) -> None:
        for _ in range(20):
            pass


def _forgetting() -> Iterator[int]:
    """Never looks at its budget, and is in a finalizer or in the callback of a weak reference most of the time."""
    known: weakref.WeakKeyDictionary[_Key, int] = weakref.WeakKeyDictionary()
    for number in itertools.count():
        known[_Key()] = number
        if number < 0:
            yield number


def test_no_exception_gets_lost_in_a_finalizer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_module, "HEED_S", 0.0)
    lost: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lost.append)
    for _ in range(8):
        work = Work(_forgetting)
        work.cancel()
        assert isinstance(_ended(work), CancelledError)
        assert work.join(PATIENCE_S)
    assert lost == []


def test_an_exception_that_gets_lost_all_the_same_is_sent_again_and_not_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(work_module, "HEED_S", 0.0)
    monkeypatch.setattr(work_module, "_spared", lambda frame: False)
    printed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: printed.append(lost.exc_type))
    for _ in range(8):
        work = Work(_forgetting)
        work.cancel()
        assert isinstance(_ended(work), CancelledError)
        assert work.join(PATIENCE_S)
    assert printed == []

    class Faulty:
        def __del__(self) -> None:
            raise KeyError

    Faulty()  # what others lose is told as before
    assert printed == [KeyError]


def _waiting_for_its_turn() -> Iterator[int]:
    """Looks at its budget, but only after others had their turns for long, as on a busy machine."""
    yield 1
    time.sleep(4 * work_module.HEED_S)
    spend(10_000)
    yield 2


def test_who_has_no_turn_is_not_deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_module, "HEED_S", 0.05)
    sent: list[object] = []
    monkeypatch.setattr(work_module, "_raise_in", lambda thread, kind: sent.append(kind))
    work = Work(_waiting_for_its_turn)
    assert work.take(PATIENCE_S) == 1
    _until(lambda: work.busy_s)
    work.cancel()
    assert isinstance(_ended(work), CancelledError)
    assert sent == []


def test_what_does_not_heed_even_that_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_module, "GIVE_UP_S", 0.3)
    stop = threading.Event()

    def pieces() -> Iterator[int]:
        while not stop.is_set():
            with_deaf_ears = threading.Event()
            try:
                with_deaf_ears.wait(0.01)
            except LimitError:
                continue
        yield 1

    work = Work(pieces)
    work.cancel()
    try:
        assert isinstance(_ended(work), CancelledError)
        assert work.ended
        assert not work.busy_s
    finally:
        stop.set()
    assert work.join(PATIENCE_S)
    assert work.take() is None


def test_work_that_never_looks_and_is_never_cancelled_ends_after_its_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_module, "GRACE_S", 0.05)
    work = Work(_uncharged, PoliteBudget(longest_seconds=0.05))
    error = _ended(work)
    assert isinstance(error, LimitError)
    assert not isinstance(error, CancelledError)
    assert "longer than" in str(error)
    assert work.join(PATIENCE_S)


def test_work_that_nobody_is_interested_in_any_more_ends_with_its_piece() -> None:
    work = Work(lambda: itertools.count())
    assert work.take(PATIENCE_S) == 0
    work.leave()
    assert work.join(PATIENCE_S)
    assert _ended(work) is None


# --- a session -------------------------------------------------------------------------------------------------------


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session()
    assert made.open("x^2 x", "x", method="operator")
    made.finish()
    made.go_to(2)
    yield made
    made.close()


def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPEN_PATIENCE_MS", "PATIENCE_MS"):
        monkeypatch.setattr(f"explainer.session.session.{name}", 20.0)


@pytest.mark.parametrize("method", AT_ONCE)
def test_what_never_begins_is_cancelled_and_says_so(
    session: Session, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    _quick(monkeypatch)
    before, answers = session.trace, []
    session.begin(Request("x^5", "x", {}, method), answers.append)
    assert session.busy
    assert (session.trace, session.position) == (before, 2)
    assert session.previous()  # what is open goes on meanwhile
    assert session.waiting_s > 0
    session.cancel()
    _until(lambda: not session.advance(10) or answers)
    assert answers in ([True], [False])
    if answers == [True]:  # the derivation itself has noted that it was cancelled
        assert session.text == "x^5"
        assert session.count == 0
        assert "cancelled" in session.ending
    else:
        assert session.trace is before
        assert session.error is not None
        assert "cancelled" in session.error.message
    assert session.open("x^3", "x")
    session.finish()
    assert session.ending == ""


@pytest.mark.parametrize("method", LATER)
def test_what_never_ends_keeps_its_steps_when_it_is_cancelled(
    session: Session, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    _quick(monkeypatch)
    assert session.open("x^5", "x", {}, method)
    session.last()
    _until(lambda: session.advance(1) and session.count >= 3)
    assert not session.complete
    assert session.busy
    assert session.waiting_s > 0
    session.cancel()
    _until(lambda: session.advance(5) and session.complete)
    assert session.count >= 3
    assert session.position == session.count
    assert session.ending
    assert "cancelled" in session.ending
    assert session.trace is not None
    assert session.trace.status == "limited"
    assert session.line() is session.trace.result
    assert session.previous()


def test_the_last_resort_ends_an_endless_derivation_in_true_words(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.budget.MOST_WORK", 1)
    monkeypatch.setattr("explainer.session.session.PoliteBudget", lambda: PoliteBudget(most_work=3_000))
    assert session.open("x^5", "x", {}, "late")
    session.finish()
    assert session.count == 3
    assert "3000 attempts" in session.ending


def test_of_two_problems_the_later_one_counts(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    _quick(monkeypatch)
    heard: list[str] = []
    events: list[Event] = []
    session.begin(Request("x^5", "x", {}, "trying"), lambda _: heard.append("former"))
    session.listen(events.append)
    session.begin(Request("x^7", "x"), lambda _: heard.append("later"))
    _until(lambda: heard)
    session.finish()
    assert heard == ["later"]
    assert session.text == "x^7"
    assert events.count(Event.OPENED) == 1
    assert Event.FAILED not in events


def test_asking_for_another_problem_while_one_waits_ends_the_waiting(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _quick(monkeypatch)

    def lose_patience() -> None:
        if session.text != "x^7":
            session.begin(Request("x^7", "x"))

    session.while_waiting = lose_patience
    assert not session.open("x^5", "x", method="spinning")
    assert session.text == "x^7"
    session.finish()


def test_a_slice_never_waits_for_the_engine(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    _quick(monkeypatch)
    assert session.open("x^5", "x", {}, "late_spinning")
    for _ in range(20):
        session.advance(0.0)
        session.next()
    assert session.count <= 3
    session.cancel()
    _until(lambda: session.advance(5) and session.complete)


def test_another_level_of_detail_waits_for_the_step_that_is_being_derived(session: Session) -> None:
    text = " + ".join(f"sin({k} x^{k})" for k in range(1, 30))
    assert session.open(text, "x", method="operator")
    for detail in ("brief", "paper", "every", "brief", "every") * 3:
        session.advance(0.0)
        session.tell_in(detail)
    session.finish()
    assert session.trace is not None
    assert session.trace.status == "finished"
    assert all(check is not None and check.ok for check in map(session.check_of, range(1, session.count + 1)))


def test_cancelled_checks_are_no_failed_checks(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> Iterator[object]:
        while True:
            time.sleep(0.001)

    monkeypatch.setattr(work_module, "GIVE_UP_S", 0.2)
    monkeypatch.setattr("explainer.verify.Verifier.check", slow)
    assert session.open("x^2 + x", "x")
    session.last()
    _until(lambda: session.advance(1) and session.complete)
    _until(lambda: session.waiting_s > 0.01)
    session.cancel()
    _until(lambda: not session.advance(5))
    assert session.ending == ""
    assert [session.check_of(number) for number in range(1, session.count + 1)] == [None] * session.count


@pytest.mark.usefixtures("old_is_kept")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what earlier tests stopped midway
def test_a_session_that_nobody_holds_leaves_no_thread_behind() -> None:
    def threads() -> int:
        return sum(thread.name == "derivation" for thread in threading.enumerate())

    def use() -> None:
        session = Session()
        assert session.open(" + ".join(f"sin({k} x^{k})" for k in range(1, 40)), "x", method="operator")
        session.advance(0.0)

    before = threads()
    for _ in range(5):
        use()
    gc.collect()
    _until(lambda: threads() <= before)


@pytest.mark.usefixtures("old_is_kept")
def test_a_derivation_is_let_go_of_once_another_one_is_open() -> None:
    session = Session()
    seen = []
    for power in range(2, 7):
        session.open(f"x^{power} sin(x)", wrt="x")
        session.finish()
        assert session.trace is not None
        seen.append(weakref.ref(session.trace))
    deadline = time.monotonic() + 20
    while sum(one() is not None for one in seen) > 1 and time.monotonic() < deadline:
        time.sleep(0.02)  # the threads come to their ends
        gc.collect()
    assert [one() is not None for one in seen] == [False, False, False, False, True]


@pytest.mark.parametrize("give_up_s", [GIVE_UP_S, 0.1])
def test_no_module_is_stopped_in_the_middle_of_its_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, give_up_s: float
) -> None:
    monkeypatch.setattr("explainer.session.work.GIVE_UP_S", give_up_s)
    lines = ("import time", "for _ in range(600):", "    time.sleep(0.001)", "loaded = True")
    (tmp_path / "slow_to_load.py").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(tmp_path)

    def pieces() -> Iterator[int]:
        import slow_to_load  # type: ignore[import-not-found]

        assert slow_to_load.loaded
        yield 1
        yield from _uncharged()

    work = Work(pieces)
    time.sleep(0.02)
    work.cancel()
    deadline = time.monotonic() + PATIENCE_S
    taken = None
    while taken is None and not work.ended:
        assert time.monotonic() < deadline
        with suppress(LimitError):
            taken = work.take(0.1)
    assert work.join(PATIENCE_S), "it is told to stop also once nobody waits for it any more"
    assert sys.modules["slow_to_load"].loaded
    monkeypatch.delitem(sys.modules, "slow_to_load")
