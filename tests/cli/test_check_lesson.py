"""`explainer check FILE`: a lesson of one's own, with every fault at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.cli.main import main
from explainer.lessons import all_lessons, library
from explainer.session.course.deck_plan import DeckPlan, Entry, save_plan
from tests.cli.test_help import LESSON


@pytest.mark.parametrize(
    ("source", "status", "said"),
    [
        (LESSON, 0, ["mine.toml holds: 1 derivation, every step checked."]),
        (
            LESSON.replace("{x^2}", "{x^}")
            .replace('"x^2"', '"w x"')
            .replace('"x"', '"x"\nshapes = { w = "n", x = "n" }'),
            1,
            ["line 5, field “goals”: the formula {x^} cannot be read", "line 11, field “text”: w (n×1) times x (n×1)"],
        ),
        ('id = "x"\ntitle = 3\n', 2, ["mine.toml, line 2, field “title”"]),
    ],
)
def test_a_lesson_of_ones_own_is_checked_with_all_faults_at_once(
    source: str,
    status: int,
    said: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(library, "_opened", {})
    file = tmp_path / "mine.toml"
    file.write_text(source, encoding="utf-8")
    assert main(["check", str(file)], lambda: 1) == status
    told = capsys.readouterr()
    for words in said:
        assert words in (told.err if status == 2 else told.out)


@pytest.mark.parametrize(
    ("entries", "status", "said"),
    [
        ([Entry(), Entry(heading="Mine", text="What is {x^2}?", notes="Wait.")], 0,
         "mine.deck holds: 2 slides of the lesson “The gradient”, 2 of your own, notes on 1."),
        ([Entry(heading="Mine", text="What is {x^}?")], 1, "slide 1, Mine: "),
        ([Entry("no-such-slide")], 1, "the lesson has the slide no-such-slide no more"),
    ],
)  # fmt: skip
def test_a_deck_is_looked_through(
    entries: list[Entry], status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was refused as a lesson that is not TOML."""
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "gradient")
    file = tmp_path / "mine.deck"
    save_plan(DeckPlan("gradient", tuple(entries)), file)
    assert main(["check", str(file)], lambda: 1) == status
    assert said.replace("The gradient", lesson.title) in capsys.readouterr().out


def test_what_is_no_deck_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.deck"
    file.write_text("x")
    assert main(["check", str(file)], lambda: 1) == 2
    assert "mine.deck is damaged" in capsys.readouterr().err
