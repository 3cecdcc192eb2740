"""The board looks as it looked when somebody last looked at it, in every theme."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from explainer.typeset import theme_names
from tests.gui.pictures import FOLDER, SCENES, Scene, differs_by, drawn, file_of
from tests.typeset.pictures import MOST_DIFFERENCE

MOST_BYTES = 2 << 20


def test_every_scene_has_its_pictures_and_no_other_is_kept() -> None:
    wanted = {file_of(scene, theme) for scene in SCENES for theme in theme_names()}
    assert set(FOLDER.glob("*.png")) == wanted
    assert len({scene.lesson for scene in SCENES}) == 10
    assert sum(file.stat().st_size for file in wanted) < MOST_BYTES


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.lesson)
def test_a_lesson_looks_like_its_pictures(scene: Scene, tmp_path: Path) -> None:
    for theme, file in drawn(scene):
        kept = file_of(scene, theme)
        found = differs_by(kept.read_bytes(), file)
        if found > MOST_DIFFERENCE:
            actual = tmp_path / kept.name
            actual.write_bytes(file)
            pytest.fail(
                f"{kept.stem} looks different (by {found:.0f} of 255). It is now {actual}; it was {kept}. "
                "If it is meant to, run python -m tests.gui.pictures."
            )


def changed(file: bytes, box: tuple[int, int, int, int], colour: tuple[int, int, int]) -> bytes:
    image = Image.open(io.BytesIO(file)).convert("RGB")
    ImageDraw.Draw(image).rectangle(box, fill=colour)
    result = io.BytesIO()
    image.save(result, "PNG")
    return result.getvalue()


def test_the_comparison_sees_another_colour_and_a_missing_mark() -> None:
    kept = file_of(SCENES[3], "paper").read_bytes()
    assert differs_by(kept, kept) == 0
    assert differs_by(kept, changed(kept, (300, 20, 340, 23), (20, 60, 140))) > MOST_DIFFERENCE
    others = [file_of(SCENES[3], theme).read_bytes() for theme in theme_names() if theme != "paper"]
    assert all(differs_by(kept, other) > MOST_DIFFERENCE for other in others)
