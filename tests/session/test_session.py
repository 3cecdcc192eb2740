"""The session: what is open, where one stands, and that an error never takes anything away."""

from __future__ import annotations

import pytest

from explainer.session import Event, Session

CHAIN = "ln(sin(x^3)^2)"


@pytest.fixture
def session() -> Session:
    return Session()


def _events(session: Session) -> list[Event]:
    events: list[Event] = []
    session.listen(events.append)
    return events


def test_a_new_session_has_nothing_open(session: Session) -> None:
    assert session.trace is None
    assert session.position == 0
    assert session.line() is None
    assert not session.next()
    assert not session.advance()


def test_opening_derives_the_first_step_only(session: Session) -> None:
    assert session.open(CHAIN, wrt="x", method="chain")
    assert session.count == 1
    assert not session.complete
    assert session.position == 0


def test_slices_derive_and_check_everything(session: Session) -> None:
    session.open("x^2 x", wrt="x", method="operator")
    events = _events(session)
    while session.advance(1.0):
        pass
    assert session.complete
    assert session.trace is not None
    assert session.count == len(session.trace.steps) > 1
    checks = [session.check_of(number) for number in range(1, session.count + 1)]
    assert all(check is not None and check.ok and check.points > 0 for check in checks)
    assert Event.DERIVED in events
    assert Event.CHECKED in events


def test_a_slice_is_short(session: Session) -> None:
    session.open(" + ".join(f"sin({k} x^{k})" for k in range(1, 60)), wrt="x", method="operator")
    before = session.count
    session.advance(0.0)
    assert session.count - before <= 1
    assert not session.complete


def test_stepping_stays_within_the_derivation(session: Session) -> None:
    session.open("x^3", wrt="x")
    assert not session.previous()
    session.finish()
    assert session.last()
    assert session.position == session.count
    assert not session.next()
    assert session.line() is session.trace.result  # type: ignore[union-attr]
    assert session.first()
    assert session.position == 0


def test_next_and_previous_are_inverse(session: Session) -> None:
    session.open(CHAIN, wrt="x", method="chain")
    session.go_to(3)
    line = session.line()
    session.next()
    assert session.line() is not line
    session.previous()
    assert session.line() is line


@pytest.mark.parametrize(("wanted", "reached"), [(-5, 0), (2, 2), (10**6, None)])
def test_going_to_a_line_stops_at_the_ends(session: Session, wanted: int, reached: int | None) -> None:
    session.open(CHAIN, wrt="x", method="chain")
    session.go_to(wanted)
    session.finish()
    assert session.position == (session.count if reached is None else reached)


def test_the_last_line_is_reached_by_later_slices(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.session.session.PATIENCE_MS", 0.0)
    session.open(CHAIN, wrt="x", method="chain")
    session.last()
    assert session.position < 3
    while session.advance(1.0):
        pass
    assert session.position == session.count > 3


@pytest.mark.parametrize("text", ["", "   ", "sin(", "x +* 2", "__import__('os')", "9**9**9**9", "(" * 5000, "\0"])
def test_a_wrong_text_leaves_what_is_open(session: Session, text: str) -> None:
    session.open("x^2", wrt="x")
    session.next()
    trace = session.trace
    events = _events(session)
    assert not session.open(text, wrt="x")
    assert events == [Event.FAILED]
    assert session.error is not None
    assert session.error.message
    assert session.trace is trace
    assert (session.text, session.position) == ("x^2", 1)
    assert session.open("x^3", wrt="x")
    assert session.error is None


def test_an_error_has_its_place(session: Session) -> None:
    session.open("2 + $ x", wrt="x")
    assert session.error is not None
    assert session.error.position == 4


def test_an_unknown_method_is_refused_with_the_choices(session: Session) -> None:
    assert not session.open("x", wrt="x", method="magic")
    assert session.error is not None
    assert "magic" in session.error.message
    assert "chain" in (session.error.hint or "")


def test_a_variable_that_does_not_occur_gives_zero(session: Session) -> None:
    assert session.open("x^2", wrt="q")
    session.finish()
    session.last()
    assert session.line().text() == "0"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "variable"), [("y^2 x", "x"), ("w^2 + b", "w"), ("99", "x"), ("t^2", "t")]
)  # fmt: skip
def test_without_a_variable_one_is_chosen(session: Session, text: str, variable: str) -> None:
    assert session.open(text)
    assert session.wrt == variable


def test_shapes_reach_the_derivation(session: Session) -> None:
    session.open("[3x_1^2 x_2, 2x_1 + x_2^8]", wrt="x", shapes={"x": "2"})
    assert session.trace is not None
    assert session.trace.problem.shapes["x"].sizes == (2,)


def test_a_listener_can_leave(session: Session) -> None:
    events: list[Event] = []
    leave = session.listen(events.append)
    session.open("x", wrt="x")
    leave()
    session.next()
    assert events == [Event.OPENED]


def test_moving_is_told_once_and_only_when_it_moves(session: Session) -> None:
    session.open("x^2 x", wrt="x", method="operator")
    session.finish()
    events = _events(session)
    session.next()
    session.go_to(1)
    assert events == [Event.MOVED]


def test_the_check_of_the_current_step_comes_first(session: Session) -> None:
    session.open("x^2 x", wrt="x", method="operator")
    session.last()
    assert session.complete
    while session.check_of(session.count) is None:
        session.advance(0.0)
    assert session.check_of(1) is None
