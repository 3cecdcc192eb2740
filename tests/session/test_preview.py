"""The preview of a text that is being typed."""

from __future__ import annotations

import pytest

from explainer.session import Event, Session
from explainer.session.preview import preview_of


def test_a_good_text_shows_its_formula_and_names() -> None:
    preview = preview_of("3x^2 y + b")
    assert preview.error is None
    assert preview.notation is not None
    assert preview.names == ("b", "x", "y")


def test_nothing_typed_is_no_mistake() -> None:
    preview = preview_of("  ")
    assert preview.error is None
    assert preview.expression is None


@pytest.mark.parametrize(("text", "position"), [("2 + $", 4), ("sin(x", 5), ("x )", 2)])
def test_a_wrong_text_has_the_place_of_the_mistake(text: str, position: int) -> None:
    preview = preview_of(text)
    assert preview.error is not None
    assert preview.error.position is not None
    assert abs(preview.error.position - position) <= 3
    assert preview.expression is None


def test_looking_does_not_touch_what_is_open() -> None:
    session = Session()
    session.open("x^2", wrt="x")
    session.next()
    trace, events = session.trace, list[Event]()
    session.listen(events.append)
    session.look_at("sin(")
    session.look_at("y^3")
    assert events == [Event.PREVIEWED, Event.PREVIEWED]
    assert (session.trace, session.position, session.text, session.error) == (trace, 1, "x^2", None)


def test_a_kind_that_no_reading_has_is_no_guess() -> None:
    shapes = {"w": "n", "X": "N x n", "y": "N", "b": "scalar"}
    preview = preview_of("1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", "w", shapes)
    assert preview.text
