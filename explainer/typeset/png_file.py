"""Writes pictures as PNG, drawn by matplotlib's Agg, the only thing that matplotlib is imported for."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError, LimitError
from explainer.typeset.drawing import Drawing, Marks, check_size, draw
from explainer.typeset.picture import Glyph, Picture, Rule
from explainer.typeset.theme import Theme, red_green_blue

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_PIXELS = 50_000_000
_LONGEST_SIDE = 30_000


def png(
    picture: Picture,
    size_pt: float = 24,
    theme: Theme | str = "paper",
    *,
    marks: Marks | None = None,
    dpi: float = 144,
    title: str = "",
    description: str = "",
) -> bytes:
    """The picture as a PNG file of `dpi` pixels per inch; `title` and `description` are kept as texts in the file.

    Raises ExplainerError for an unknown theme, a size that is not from 1 to 400 points or a resolution that is not from
    10 to 2400, LimitError when the image would have too many pixels.
    """
    if isinstance(dpi, bool) or not isinstance(dpi, int | float) or not 10 <= dpi <= 2400:
        raise ExplainerError(f"the resolution {dpi} does not work", hint="Take 10 to 2400 pixels per inch.")
    scale = check_size(size_pt) * dpi / 72
    drawing = draw(picture, theme, marks)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
        raise LimitError(
            f"an image of {width} by {height} pixels is too large",
            hint="Take a smaller size or resolution, or write SVG or PDF, which have no pixels.",
        )
    return _encode(_pixels(drawing, picture, scale, width, height), dpi, title, description)


def _pixels(drawing: Drawing, picture: Picture, scale: float, width: int, height: int) -> NDArray[Any]:
    """The drawing as an array of height, width, three colours."""
    import numpy
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

    renderer: Any = RendererAgg(width, height, 72)  # type: ignore[no-untyped-call]
    context: Any = renderer.new_gc()
    context.set_linewidth(0)
    context.set_snap(False)
    everything = Path(numpy.array([(0, 0), (width, 0), (width, height), (0, height), (0, 0)], float))
    renderer.draw_path(context, everything, Affine2D(), red_green_blue(drawing.background))
    paths: dict[str, Path] = {}
    for colour, pieces in drawing.layers:
        fill = red_green_blue(colour)
        for piece in pieces:
            if isinstance(piece, Rule):
                corners = numpy.array(_corners(piece, drawing, scale), float)
                renderer.draw_path(context, Path(corners), Affine2D(), fill)
            elif isinstance(piece, Glyph):
                path = paths.get(piece.key)
                if path is None:
                    outline = picture.outline(piece.key)
                    points = numpy.array(outline.vertices, float).reshape(-1, 2)
                    path = paths[piece.key] = Path(points, numpy.array(outline.codes, numpy.uint8))
                place = Affine2D().scale(piece.scale * scale)
                place.translate((drawing.left + piece.x) * scale, (drawing.bottom + piece.y) * scale)
                renderer.draw_path(context, path, place, fill)
    return numpy.asarray(renderer.buffer_rgba())[:, :, :3]


def _corners(rule: Rule, drawing: Drawing, scale: float) -> list[tuple[float, float]]:
    """A rule's corners in pixels; a bar is moved to whole pixels, so that all bars are equally sharp.

    Upright rules stay where they are, because they join the curved ends of brackets.
    """
    left, right = ((drawing.left + x) * scale for x in (rule.x, rule.x + rule.width))
    low, high = ((drawing.bottom + y) * scale for y in (rule.y, rule.y + rule.height))
    if rule.height < rule.width:
        thickness = max(1, round(high - low))
        low = float(round((low + high - thickness) / 2))
        high = low + thickness
    return [(left, low), (right, low), (right, high), (left, high), (left, low)]


def _encode(pixels: NDArray[Any], dpi: float, title: str, description: str) -> bytes:
    """The array as a PNG file without a date, so that equal input gives equal bytes.

    Source: Portable Network Graphics, third edition; each line is stored as its difference to the line above.
    """
    import numpy

    height, width, _ = pixels.shape
    lines = numpy.zeros((height, 1 + 3 * width), numpy.uint8)
    flat = pixels.reshape(height, 3 * width)
    lines[:, 0] = 2
    lines[:, 1:] = flat
    lines[1:, 1:] -= flat[:-1]
    per_metre = round(dpi / 0.0254)
    chunks = [
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
    ]
    for keyword, text in ((b"Title", title), (b"Description", description)):
        if text:
            chunks.append(_chunk(b"iTXt", keyword + b"\0\0\0\0\0" + text.encode("utf-8", "replace")))
    chunks += [_chunk(b"IDAT", zlib.compress(lines.tobytes(), 6)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
