"""What holds for every figure: it renders everywhere, nothing is cut off, no label covers another, it can be heard."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import numpy
import pytest
from PIL import Image

import explainer
from explainer.errors import ExplainerError
from explainer.figures import FIGURES, Figure, UnsuitedError, figure, suiting
from explainer.figures.canvas import FIRST, FRAME, INK, MUTED, PALE, SECOND, THIRD, Paint
from explainer.lessons import LessonDescent, all_lessons
from explainer.typeset import Fill, Glyph, Rect, Rule, Stroke, contrast, find_theme, png, theme_names
from explainer.typeset.fonts.leaves import leaf
from tests.cases import in_groups
from tests.figures.specimens import SPECIMENS, Specimen

WIDTHS = (15.0, 26.0, 60.0)


@cache
def drawn(specimen: int) -> Figure:
    return SPECIMENS[specimen].draw()


every = pytest.mark.parametrize("specimen", range(len(SPECIMENS)), ids=lambda k: str(SPECIMENS[k]))


def bounds(mark: object) -> tuple[float, float, float, float]:
    """The smallest and largest x and y that a mark inks."""
    if isinstance(mark, Rule):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    if isinstance(mark, Glyph):
        x0, y0, x1, y1 = (mark.scale * value for value in leaf(mark.key).outline.bounds)
        return mark.x + x0, mark.y + y0, mark.x + x1, mark.y + y1
    assert isinstance(mark, Fill | Stroke)
    half = mark.width / 2 if isinstance(mark, Stroke) else 0.0
    x0, y0, x1, y1 = mark.outline.bounds
    return x0 - half, y0 - half, x1 + half, y1 + half


def test_every_figure_has_a_specimen() -> None:
    assert {specimen.name for specimen in SPECIMENS} == {kind.id for kind in FIGURES}


@every
@in_groups(("width", "for_screen"), [*((width, False) for width in WIDTHS), (26.0, True)])
def test_nothing_reaches_beyond_the_page_and_no_label_covers_another(
    specimen: int, width: float, for_screen: bool
) -> None:
    sheet = drawn(specimen).sheet(width, for_screen=for_screen)
    assert len(sheet.marks) > 5
    assert sheet.labels
    for one, other in combinations(sheet.labels, 2):
        assert not overlap(one.rect, other.rect), (one, other)
    for _, mark in sheet.marks:
        left, low, right, high = bounds(mark)
        assert left >= sheet.left
        assert low >= sheet.bottom
        assert right <= sheet.left + sheet.width
        assert high <= sheet.bottom + sheet.height


def overlap(one: Rect, other: Rect, least: float = 0.02) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    up = min(one.top, other.top) - max(one.y, other.y)
    return across > least and up > least


@every
def test_every_format_renders_in_every_theme_with_its_words(specimen: int) -> None:
    shown = drawn(specimen)
    for theme in theme_names():
        root = ElementTree.fromstring(explainer.render(shown, "svg", theme=theme))
        words = {child.tag.rpartition("}")[2]: child.text for child in root}
        assert words["title"] == shown.title
        assert words["desc"] == shown.description
        assert explainer.render(shown, "pdf", theme=theme).startswith(b"%PDF-1.7")


@every
def test_no_pixel_of_ink_touches_the_edge_of_the_page(specimen: int) -> None:
    theme = theme_names()[specimen % len(theme_names())]  # themes change colours only, so each figure takes one of them
    pixels = pixels_of(png(drawn(specimen).sheet().drawing(theme), 4, theme, dpi=72))
    background = numpy.frombuffer(bytes.fromhex(find_theme(theme).background[1:]), numpy.uint8)
    for side in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert (side == background).all()
    assert len(numpy.unique(pixels.reshape(-1, 3), axis=0)) > 10


def pixels_of(data: bytes) -> numpy.ndarray:
    """The pixels of a PNG file."""
    return numpy.asarray(Image.open(io.BytesIO(data)))


@every
def test_a_figure_can_be_heard(specimen: int) -> None:
    shown = drawn(specimen)
    assert shown.title
    assert len(shown.description.split()) > 8


@every
def test_equal_input_gives_equal_bytes(specimen: int) -> None:
    assert explainer.render(drawn(specimen), "svg") == explainer.render(SPECIMENS[specimen].draw(), "svg")


@pytest.mark.parametrize("theme", theme_names())
def test_colours_stand_out(theme: str) -> None:
    colours = find_theme(theme)
    for paint in (INK, MUTED, FIRST, SECOND, THIRD):
        assert contrast(paint.colour(colours), colours.background) >= 4.5
        assert contrast(paint.colour(colours), PALE.colour(colours)) >= 4.5
    assert contrast(FRAME.colour(colours), colours.background) >= 3
    assert Paint("ink", 0.0).colour(colours) == colours.background


def test_an_unknown_figure_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExplainerError, match="no figure “dataflwo”") as caught:
        figure(None, "dataflwo")
    assert "Did you mean dataflow?" in str(caught.value.hint)
    assert all(kind.id in str(caught.value.hint) for kind in FIGURES)


def test_a_figure_that_does_not_suit_says_why_and_what_does() -> None:
    with pytest.raises(UnsuitedError, match="single operation") as caught:
        figure(explainer.derive("x^2", "x"), "dataflow")
    assert "shapes" in str(caught.value.hint)
    assert "dataflow" not in [kind.id for kind in suiting(explainer.derive("x^2", "x"))]


@pytest.mark.parametrize("options", [{"sepp": 3}, {"step": 99}, {"step": -1}, {"step": 1.5}, {"step": "no-such-rule"}])
def test_a_wrong_option_is_refused_with_a_way_on(options: dict[str, object]) -> None:
    with pytest.raises(ExplainerError) as caught:
        figure(explainer.derive("sin(x^2)", "x"), "dataflow", **options)
    assert caught.value.hint


def test_a_figure_that_needs_a_problem_is_not_drawn_of_nothing() -> None:
    for kind in FIGURES:
        if kind.needs:
            with pytest.raises(ExplainerError, match="needs"):
                figure(None, kind.id)


def test_every_figure_of_every_lesson_is_drawn() -> None:
    blocks = [block for lesson in all_lessons() for block in lesson.figures]
    assert len(blocks) >= 8
    for block in blocks:
        shown = block.draw()
        assert shown.kind == block.figure
        assert explainer.render(shown, "svg").startswith(b"<?xml")


def test_every_descent_of_every_lesson_is_drawn() -> None:
    blocks = [block for lesson in all_lessons() for block in lesson.blocks if isinstance(block, LessonDescent)]
    assert blocks
    for block in blocks:
        shown = block.draw()
        assert shown.facts["losses"] == block.run().losses
        assert shown.sheet().labels


def test_specimens_have_names_of_their_own() -> None:
    assert len({str(specimen) for specimen in SPECIMENS}) == len(SPECIMENS)
    assert all(isinstance(specimen, Specimen) for specimen in SPECIMENS)
