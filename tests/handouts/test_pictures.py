"""Pictures of the steps, in a folder or a zip, and animations."""

from __future__ import annotations

import xml.etree.ElementTree
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image, ImageSequence

import explainer
from explainer.errors import ExplainerError, LimitError
from explainer.handouts import gif
from explainer.handouts.making import document_of, save
from explainer.handouts.registry import find_format

TRACE = explainer.derive("x^2 x", wrt="x", method="operator")
NAMES = [
    "000-problem",
    "001-product-rule",
    "002-derivative-of-the-variable-itself",
    "003-power-rule",
    "004-tidy-up",
]


def _files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_is_a_picture_of_the_problem_and_of_every_step_under_its_number():
    for format in ("png", "svg"):
        files = _files(explainer.handout(TRACE, format))
        assert list(files) == [f"{name}.{format}" for name in NAMES]
    root = xml.etree.ElementTree.fromstring(files["001-product-rule.svg"])
    assert "equals" in next(part.text for part in root.iter() if part.tag.endswith("desc"))


def test_the_size_and_the_theme_are_those_that_were_asked_for():
    def opened(**options: str) -> Image.Image:
        return Image.open(BytesIO(_files(explainer.handout(TRACE, "png", **options))["000-problem.png"])).convert("RGB")

    small, large, dark = opened(size="12"), opened(size="48"), opened(theme="blackboard")
    assert large.width == pytest.approx(4 * small.width, abs=4)
    assert sum(small.getpixel((1, 1))) > 600 > 200 > sum(dark.getpixel((1, 1)))


def test_the_problems_of_a_lesson_keep_apart_and_its_figures_come_along():
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "chain-several-paths")
    names = list(_files(explainer.handout(lesson, "svg")))
    for problem in lesson.problems:
        mine = [name for name in names if name.startswith(f"{problem.id}-0")]
        assert len(mine) == len(problem.trace().steps) + 1
    assert any(name.startswith("figure-1-") for name in names)
    assert len(names) == len(set(names))


def test_a_folder_is_written_whole_or_not_at_all_and_older_pictures_go(tmp_path):
    row, folder = find_format("svg"), tmp_path / "steps"
    longer = explainer.derive("sin(x^2 x)", wrt="x")
    assert save(longer, row, folder, {}) == sum(file.stat().st_size for file in folder.iterdir())
    before = sorted(file.name for file in folder.iterdir())

    def cancel(text: str) -> None:
        if text.endswith("step 3"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(TRACE, row, folder, {}, cancel)
    assert sorted(file.name for file in folder.iterdir()) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["steps"]
    save(TRACE, row, folder, {})
    assert sorted(file.name for file in folder.iterdir()) == [f"{name}.svg" for name in NAMES]
    (folder / "thesis.svg").write_text("mine", "utf-8")
    with pytest.raises(ExplainerError, match="holds other files"):
        save(TRACE, row, folder, {})
    assert (folder / "thesis.svg").read_text("utf-8") == "mine"
    assert [entry.name for entry in tmp_path.iterdir()] == ["steps"]


def test_an_animation_has_a_frame_for_every_step_and_leaves_time_to_read():
    data = explainer.handout(TRACE, "gif")
    with Image.open(BytesIO(data)) as image:
        frames = [(frame.info["duration"], frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
        assert image.info["loop"] == 0
    assert len(frames) == len(TRACE.steps) + 2
    assert min(duration for duration, _ in frames) >= 2200
    assert frames[-1][0] >= 5000
    assert len({frame.tobytes() for _, frame in frames}) == len(frames)
    assert len(data) < 100_000
    hurried = explainer.handout(TRACE, "gif", pace="fast", theme="blackboard", size="16")
    with Image.open(BytesIO(hurried)) as image:
        assert image.info["duration"] < frames[0][0]
        assert image.width < frames[0][1].width
        assert sum(image.convert("RGB").getpixel((0, 0))) < 200


def test_a_caption_names_the_rule_of_each_frame(monkeypatch):
    captions = []
    frame = gif._frame
    monkeypatch.setattr(gif, "_frame", lambda *given: captions.append(given[2]) or frame(*given))
    explainer.handout(TRACE, "gif")
    assert captions[1:-1] == [f"{step.number}. {step.title}" for step in TRACE.steps]


def test_long_texts_are_broken_into_lines_that_a_frame_has_room_for():
    document = document_of(TRACE)
    (block,) = document.blocks
    stuck = replace(block, find_ending=lambda: "The derivation is stuck, because nobody knows how to go on. " * 6)
    wordy = replace(document, title="A title of many words. " * 20, make_blocks=lambda: iter([stuck]))
    data = explainer.handout(wordy, "gif")
    with Image.open(BytesIO(data)) as image:
        assert image.n_frames == len(TRACE.steps) + 2
        assert 300 < image.width < 1000
        assert image.height > 200


def test_too_long_an_animation_is_refused(monkeypatch):
    monkeypatch.setattr(gif, "_MOST_FRAMES", 3)
    with pytest.raises(LimitError, match="more than 3 steps"):
        explainer.handout(TRACE, "gif")
