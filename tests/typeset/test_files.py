"""PNG, SVG and PDF."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from xml.etree import ElementTree

import numpy
import pytest
from PIL import Image

from explainer.errors import ExplainerError, LimitError
from explainer.notation.tree import Part, Space
from explainer.typeset import find_theme, pdf, png, svg, typeset
from explainer.typeset.files.drawing import MARGIN_EM
from explainer.typeset.theme import theme_names
from tests.cases import in_groups
from tests.typeset.specimens import EQUALS, PLUS, SPECIMENS, fenced, jacobian, one, polynomial, row, x, y

WRITERS = (png, svg, pdf)
PICTURE = typeset(row(Part(row(x, PLUS, y), (0,)), EQUALS, Part(fenced(one), (1,))))


def pixels(data: bytes) -> numpy.ndarray:
    return numpy.asarray(Image.open(BytesIO(data)).convert("RGB")).astype(int)


def red_green_blue(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@in_groups("writer", WRITERS)
@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: type(specimen).__name__)
def test_every_construct_can_be_written(writer, specimen):
    assert len(writer(typeset(specimen))) > 100


@pytest.mark.parametrize("writer", WRITERS)
def test_equal_pictures_give_equal_bytes(writer):
    again = typeset(row(Part(row(x, PLUS, y), (0,)), EQUALS, Part(fenced(one), (1,))))
    assert writer(PICTURE, title="a", description="b") == writer(again, title="a", description="b")


@pytest.mark.parametrize("size", [1, 7.5, 24, 200])
def test_a_png_is_as_large_as_the_formula_and_its_margin(size):
    image = Image.open(BytesIO(png(PICTURE, size, dpi=72)))
    assert image.width == max(1, round((PICTURE.width + 2 * MARGIN_EM) * size))
    assert image.height == max(1, round((PICTURE.height + PICTURE.depth + 2 * MARGIN_EM) * size))


@pytest.mark.parametrize("name", theme_names())
def test_a_png_has_the_colours_of_its_theme_and_an_empty_margin(name):
    theme = find_theme(name)
    image = pixels(png(PICTURE, 40, name, dpi=144))
    background, ink = red_green_blue(theme.background), red_green_blue(theme.ink)
    margin = round(MARGIN_EM * 80) - 2
    inner = image[margin:-margin, margin:-margin]
    assert (inner == ink).all(axis=2).sum() > 500
    different = (image != background).any(axis=2)
    assert different.sum() == (inner != background).any(axis=2).sum()
    _, columns = numpy.nonzero(different)
    assert abs(columns.min() - MARGIN_EM * 80) < 10
    assert abs(image.shape[1] - columns.max() - MARGIN_EM * 80) < 10


@in_groups("specimen", SPECIMENS, ids=lambda specimen: type(specimen).__name__)
def test_a_png_and_an_svg_show_the_same(qapp, specimen):
    """Qt's own reading of the SVG, at twice the size and then averaged, differs from the PNG by less than a shade."""
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = typeset(specimen)
    ours = pixels(png(picture, 40, dpi=144))
    image = QImage(2 * ours.shape[1], 2 * ours.shape[0], QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg(picture, 40))).render(painter)
    painter.end()
    data = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    theirs = data[:, : 3 * image.width()].reshape(ours.shape[0], 2, ours.shape[1], 2, 3).mean(axis=(1, 3))
    ink = (ours.min(axis=2) < 128).sum()
    different = (numpy.abs(ours - theirs).max(axis=2) > 128).sum()
    assert (ink > 50) != isinstance(specimen, Space)
    assert different <= 0.05 * ink


def test_marked_parts_are_told_apart_by_colour_and_by_shape():
    theme = find_theme("paper")
    plain = pixels(png(PICTURE, 40))
    marked = pixels(png(PICTURE, 40, marks={(0,): "changed-before", (1,): "changed-after"}))
    assert plain.shape == marked.shape
    grey = (numpy.abs(plain - marked).sum(axis=2) > 300) & (plain.min(axis=2) > 200)
    assert grey.sum() > 300
    for role in ("changed-before", "changed-after"):
        assert (marked == red_green_blue(theme.colour(role))).all(axis=2).sum() > 300
    framed = pixels(png(PICTURE, 40, marks={(1,): "changed-after"}))
    underlined = pixels(png(PICTURE, 40, marks={(1,): "changed-before"}))
    empty = plain.min(axis=2) > 200
    assert (framed.min(axis=2) < 150)[empty].sum() > 2 * (underlined.min(axis=2) < 150)[empty].sum()


def test_a_mark_for_a_part_that_is_not_there_is_ignored():
    assert svg(PICTURE, marks={(9, 9): "changed-after"}) == svg(PICTURE)


def test_an_svg_has_a_title_a_description_and_an_outline_for_every_glyph():
    tree = ElementTree.fromstring(svg(PICTURE, title="a < b & c\x00", description="“x plus y”"))
    name = "{http://www.w3.org/2000/svg}"
    assert tree.find(f"{name}title").text == "a < b & c"
    assert tree.find(f"{name}desc").text == "“x plus y”"
    ids = {path.get("id") for path in tree.iter(f"{name}path")}
    uses = [use.get("{http://www.w3.org/1999/xlink}href")[1:] for use in tree.iter(f"{name}use")]
    assert set(uses) == ids
    assert len(uses) == len(PICTURE.pieces)
    width = float(tree.get("width").removesuffix("pt"))
    assert width == pytest.approx((PICTURE.width + 2 * MARGIN_EM) * 24, abs=0.001)


def test_a_pdf_has_sound_places_a_title_and_a_spoken_text():
    data = pdf(typeset(jacobian(3)), title="Jacobian ∂", description="a matrix")
    assert data.startswith(b"%PDF-1.7")
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])
    assert data[start : start + 4] == b"xref"
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", data)]
    for number, place in enumerate(places, start=1):
        assert data[place:].startswith(f"{number} 0 obj\n".encode())
    assert f"<FEFF{'Jacobian ∂'.encode('utf-16-be').hex().upper()}>".encode() in data
    assert f"/Alt <FEFF{'a matrix'.encode('utf-16-be').hex().upper()}>".encode() in data
    for length, begin in ((int(m[1]), m.end()) for m in re.finditer(rb"/Length (\d+) >>\nstream\n", data)):
        assert zlib.decompress(data[begin : begin + length])
        assert data[begin + length :].startswith(b"\nendstream")


def test_a_pdf_page_larger_than_pdf_allows_has_larger_units():
    data = pdf(typeset(polynomial(200)), 400)
    width = float(re.search(rb"/MediaBox \[0 0 ([\d.]+) ", data)[1])
    unit = float(re.search(rb"/UserUnit ([\d.]+)", data)[1])
    assert width <= 14400.1
    assert width * unit == pytest.approx((typeset(polynomial(200)).width + 2 * MARGIN_EM) * 400, rel=1e-4)


@in_groups("writer", WRITERS)
@pytest.mark.parametrize("size", [0, -3, 0.5, 401, float("nan"), float("inf"), "24", True])
def test_a_size_that_cannot_be_is_refused(writer, size):
    with pytest.raises(ExplainerError, match="size"):
        writer(PICTURE, size)


def test_a_png_of_too_many_pixels_is_refused_with_a_way_on():
    with pytest.raises(LimitError) as caught:
        png(typeset(polynomial(300)), 400, dpi=600)
    assert "SVG" in caught.value.hint
    with pytest.raises(ExplainerError, match="resolution"):
        png(PICTURE, dpi=0)


def test_a_png_keeps_its_resolution_and_texts():
    image = Image.open(BytesIO(png(PICTURE, dpi=200, title="T", description="Größe")))
    assert image.info["dpi"][0] == pytest.approx(200, abs=0.1)
    assert image.text == {"Title": "T", "Description": "Größe"}
