"""Which screen is whose."""

from __future__ import annotations

import pytest

from explainer.gui.lecture.screens import shared_out


@pytest.mark.parametrize(
    ("names", "main", "remembered", "expected"),
    [
        (["laptop"], "laptop", "", ("laptop", None)),
        (["laptop"], "laptop", "projector", ("laptop", None)),
        (["laptop", "projector"], "laptop", "", ("projector", "laptop")),
        (["laptop", "projector"], "projector", "", ("laptop", "projector")),
        (["laptop", "projector"], "laptop", "laptop", ("laptop", "projector")),
        (["laptop", "projector"], "projector", "projector", ("projector", "laptop")),
        (["laptop", "desk", "projector"], "desk", "projector", ("projector", "desk")),
        (["laptop", "desk", "projector"], "desk", "gone", ("laptop", "desk")),
        (["laptop", "projector"], None, "", ("laptop", "projector")),
    ],
)
def test_the_audience_has_the_screen_that_was_chosen_else_another_than_the_window(
    names: list[str], main: str | None, remembered: str, expected: tuple[str, str | None]
) -> None:
    screens = [[name] for name in names]
    by_name = {screen[0]: screen for screen in screens}
    audience, speaker = shared_out(screens, names, by_name.get(main or ""), remembered)
    assert (audience[0], speaker and speaker[0]) == expected
