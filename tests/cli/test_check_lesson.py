"""`explainer check FILE`: a lesson of one's own, with every fault at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.cli.main import main
from explainer.lessons import library
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
