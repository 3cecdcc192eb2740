"""Writes pictures and figures as PDF: one page, only outlines, tagged with a spoken text.

Source: PDF 1.7 (ISO 32000-1), chapters 7, 8.5 and 14.7.
"""

from __future__ import annotations

import zlib

from explainer.typeset.drawing import Drawing, Fill, Mark, Marks, Stroke, check_size, drawing_of, number
from explainer.typeset.leaves import leaf
from explainer.typeset.outline import CLOSE, CURVE, MOVE, Outline
from explainer.typeset.picture import Glyph, Picture
from explainer.typeset.theme import Theme, red_green_blue

_LARGEST_PAGE = 14400.0
"""The longest side that a page may have in its own units; larger pages have larger units."""


def pdf(
    picture: Picture | Drawing,
    size_pt: float = 24,
    theme: Theme | str = "paper",
    *,
    marks: Marks | None = None,
    title: str = "",
    description: str = "",
) -> bytes:
    """The picture as a PDF file; `title` names the document, `description` is what a screen reader says.

    Raises ExplainerError for an unknown theme or a size that is not from 1 to 400 points.
    """
    size = check_size(size_pt)
    drawing = drawing_of(picture, theme, marks)
    unit = max(1.0, drawing.width * size / _LARGEST_PAGE, drawing.height * size / _LARGEST_PAGE)
    size /= unit
    keys = drawing.glyphs
    names = {key: f"/G{place}" for place, key in enumerate(keys)}
    first_glyph = 8
    forms = " ".join(f"{names[key]} {first_glyph + place} 0 R" for place, key in enumerate(keys))
    page = f"[0 0 {number(drawing.width * size)} {number(drawing.height * size)}]"
    words = _string(description or title or "formula")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {page} /UserUnit {number(unit)} /Contents 4 0 R /StructParents 0 "
        f"/Resources << /XObject << {forms} >> >> >>".encode(),
        _stream(_content(drawing, names, size)),
        b"<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [6 0 R]] >> >>",
        f"<< /Type /StructElem /S /Figure /P 5 0 R /Pg 3 0 R /K 0 /Alt {words} >>".encode(),
        f"<< /Title {_string(title or 'formula')} /Producer (explainer) >>".encode(),
        *(_form(leaf(key).outline) for key in keys),
    ]
    return _file(objects)


def _content(drawing: Drawing, names: dict[str, str], size: float) -> str:
    """What is drawn on the page, from the lower left corner, in units of an em."""
    lines = [
        f"{number(size)} 0 0 {number(size)} 0 0 cm",
        f"{_colour(drawing.background)} rg 0 0 {number(drawing.width)} {number(drawing.height)} re f",
        "/Figure << /MCID 0 >> BDC",
        f"1 0 0 1 {number(drawing.left)} {number(drawing.bottom)} cm",
    ]
    for colour, marks in drawing.layers:
        lines.append(f"{_colour(colour)} rg {_colour(colour)} RG")
        lines += [_mark(mark, names) for mark in marks]
    return "\n".join([*lines, "EMC"])


def _mark(mark: Mark, names: dict[str, str]) -> str:
    if isinstance(mark, Fill):
        return f"{_words(mark.outline)} f"
    if isinstance(mark, Stroke):
        gaps = " ".join(map(number, mark.dashes))
        return f"{number(mark.width)} w 1 j {0 if gaps else 1} J [{gaps}] 0 d {_words(mark.outline)} S"
    place = f"{number(mark.x)} {number(mark.y)}"
    if isinstance(mark, Glyph):
        scale = number(mark.scale)
        return f"q {scale} 0 0 {scale} {place} cm {names[mark.key]} Do Q"
    return f"{place} {number(mark.width)} {number(mark.height)} re f"


def _words(outline: Outline) -> str:
    """An outline as a path; quadratic curves become cubic ones."""
    words: list[str] = []
    x = y = 0.0
    control: tuple[float, float] | None = None
    for (px, py), code in zip(outline.vertices, outline.codes, strict=True):
        if code == CLOSE:
            words.append("h")
            continue
        if code == CURVE and control is None:
            control = (px, py)
            continue
        if control is not None:
            cx, cy = control
            pairs = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), px + 2 / 3 * (cx - px), py + 2 / 3 * (cy - py), px, py)
            words.append(" ".join(map(number, pairs)) + " c")
            control = None
        else:
            words.append(f"{number(px)} {number(py)} {'m' if code == MOVE else 'l'}")
        x, y = px, py
    return " ".join(words)


def _form(outline: Outline) -> bytes:
    """A glyph as a form that the page draws wherever the glyph stands."""
    words = _words(outline)
    left, low, right, high = outline.bounds
    box = f"[{number(left - 0.01)} {number(low - 0.01)} {number(right + 0.01)} {number(high + 0.01)}]"
    return _stream(f"{words} f" if words else "", f"/Type /XObject /Subtype /Form /BBox {box} ")


def _colour(colour: str) -> str:
    return " ".join(map(number, red_green_blue(colour)))


def _string(text: str) -> str:
    """Text in any script, as PDF writes it."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _stream(content: str, entries: str = "") -> bytes:
    data = zlib.compress(content.encode(), 9)
    return f"<< {entries}/Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    """The objects, numbered from 1, with the table of their places; no date, so that equal input gives equal bytes."""
    parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    places: list[int] = []
    length = len(parts[0])
    for place, content in enumerate(objects, start=1):
        part = f"{place} 0 obj\n".encode() + content + b"\nendobj\n"
        places.append(length)
        parts.append(part)
        length += len(part)
    count = len(objects) + 1
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {count} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{length}\n%%EOF\n"
    return b"".join(parts) + f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode()
