"""Projection, slides, pages and the card look as they looked when somebody last looked at them, in every theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from explainer.gui.main_window import MainWindow
from explainer.typeset import theme_names
from tests.gui.lectures import FOLDER, SCENES, SIZES, drawn, file_of, same_letters
from tests.gui.pictures import differs_by

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
THEMES = theme_names()
MOST_DIFFERENCE = 64.0
"""How much a pixel may differ, of 255: letters are drawn a little otherwise elsewhere, and these are small."""


def test_every_scene_has_its_picture_and_no_other_is_kept() -> None:
    wanted = {file_of(scene, theme) for scene in SCENES for theme in THEMES}
    wanted |= {file_of(f"line-30-{name}", THEMES[0]) for name in SIZES}
    assert set(FOLDER.glob("*.png")) == wanted
    assert sum(file.stat().st_size for file in wanted) < 1 << 20


@pytest.mark.parametrize("theme", THEMES)
def test_a_lecture_looks_like_its_pictures(theme: str, window: MainWindow, tmp_path: Path) -> None:
    before = QApplication.font()
    QApplication.setFont(same_letters())
    different = []
    try:
        for name, file in drawn(window, theme, all_sizes=theme == THEMES[0]):
            found = differs_by(file_of(name, theme).read_bytes(), file)
            if found > MOST_DIFFERENCE:
                (tmp_path / f"{name}.png").write_bytes(file)
                different.append(f"{name} by {found:.0f}")
    finally:
        QApplication.setFont(before)
    assert different == [], f"They are now in {tmp_path}; if they are meant to, run python -m tests.gui.lectures."


def test_the_pictures_differ_from_each_other() -> None:
    """A comparison that lets everything through would not see a title in the place of a question either."""
    for theme in THEMES:
        files = [file_of(scene, theme).read_bytes() for scene in ("line-14", "line-30", "deck-title", "question")]
        for number, one in enumerate(files):
            assert differs_by(one, one) == 0
            assert all(differs_by(one, other) > MOST_DIFFERENCE for other in files[number + 1 :])
