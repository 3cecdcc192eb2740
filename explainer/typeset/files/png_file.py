"""Writes pictures and figures as PNG: drawn by matplotlib's Agg, the only thing that matplotlib is imported for."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError, LimitError
from explainer.typeset.files.drawing import Drawing, Fill, Mark, Marks, Stroke, check_size, drawing_of
from explainer.typeset.fonts.leaves import leaf
from explainer.typeset.fonts.outline import Outline
from explainer.typeset.picture import Glyph, Picture, Rule
from explainer.typeset.theme import Theme, red_green_blue

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_PIXELS = 50_000_000
"""200 MB while it is painted; a page of a poster at 150 dots to the inch has fewer."""
_LONGEST_SIDE = 30_000
"""Many viewers count the pixels of a side in sixteen bits with a sign, 32,767 at most."""


def png(
    picture: Picture | Drawing,
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
    drawing = drawing_of(picture, theme, marks)
    return _encode(pixels(drawing, size_pt, dpi), dpi, title, description)


def pixels(drawing: Drawing, size_pt: float, dpi: float = 144) -> NDArray[Any]:
    """The drawing as an array of height, width, three colours.

    Raises ExplainerError for a size that is not from 1 to 400 points, LimitError for too many pixels.
    """
    scale = check_size(size_pt) * dpi / 72
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
        raise LimitError(
            f"an image of {width} by {height} pixels is too large",
            hint="Take a smaller size or resolution, or write SVG or PDF, which have no pixels.",
        )
    return _drawn(drawing, scale, width, height)


def _drawn(drawing: Drawing, scale: float, width: int, height: int) -> NDArray[Any]:
    import numpy
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

    renderer: Any = RendererAgg(width, height, 72)  # type: ignore[no-untyped-call]
    pen = _Pen(renderer, drawing, scale)
    everything = Path(numpy.array([(0, 0), (width, 0), (width, height), (0, height), (0, 0)], float))
    pen.fill(everything, Affine2D(), drawing.background)
    for colour, marks in drawing.layers:
        for mark in marks:
            pen.draw(mark, colour)
    return numpy.asarray(renderer.buffer_rgba())[:, :, :3]


class _Pen:
    """Draws marks in pixels; the outlines of letters are converted once."""

    def __init__(self, renderer: Any, drawing: Drawing, scale: float) -> None:
        self._renderer, self._drawing, self._scale = renderer, drawing, scale
        self._letters: dict[str, Any] = {}
        self._filling: Any = renderer.new_gc()
        self._filling.set_linewidth(0)
        self._filling.set_snap(False)

    def draw(self, mark: Mark, colour: str) -> None:
        """Draw one mark in a colour."""
        import numpy
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        drawing, scale = self._drawing, self._scale
        if isinstance(mark, Rule):
            self.fill(Path(numpy.array(_corners(mark, drawing, scale), float)), Affine2D(), colour)
            return
        place = Affine2D()
        if isinstance(mark, Glyph):
            path = self._letters.get(mark.key)
            if path is None:
                path = self._letters[mark.key] = _path(leaf(mark.key).outline)
            place.scale(mark.scale * scale).translate(
                (drawing.left + mark.x) * scale, (drawing.bottom + mark.y) * scale
            )
            self.fill(path, place, colour)
            return
        place.translate(drawing.left, drawing.bottom).scale(scale)
        if isinstance(mark, Fill):
            self.fill(_path(mark.outline), place, colour)
        else:
            self._stroke(mark, place, colour)

    def fill(self, path: Any, place: Any, colour: str) -> None:
        """Fill a path in a colour."""
        self._renderer.draw_path(self._filling, path, place, red_green_blue(colour))

    def _stroke(self, mark: Stroke, place: Any, colour: str) -> None:
        context = self._renderer.new_gc()
        context.set_linewidth(mark.width * self._scale)
        context.set_foreground(red_green_blue(colour), isRGBA=False)
        context.set_joinstyle("round")
        context.set_capstyle("butt" if mark.dashes else "round")
        if mark.dashes:
            context.set_dashes(0, [length * self._scale for length in mark.dashes])
        context.set_snap(False)
        self._renderer.draw_path(context, _path(mark.outline), place, None)


def _path(outline: Outline) -> Any:
    import numpy
    from matplotlib.path import Path

    return Path(numpy.array(outline.vertices, float).reshape(-1, 2), numpy.frombuffer(outline.codes, numpy.uint8))


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


def _encode(image: NDArray[Any], dpi: float, title: str, description: str) -> bytes:
    """The array as a PNG file without a date, so that equal input gives equal bytes."""
    from PIL.Image import fromarray
    from PIL.PngImagePlugin import PngInfo

    texts = PngInfo()
    for keyword, text in (("Title", title), ("Description", description)):
        if text:
            texts.add_itxt(keyword, text.encode("utf-8", "replace").decode())
    file = BytesIO()
    fromarray(image).save(file, "PNG", dpi=(dpi, dpi), pnginfo=texts)
    return file.getvalue()
