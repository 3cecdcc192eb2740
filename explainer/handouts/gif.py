"""A handout as an animated GIF: a frame for each step, the line before over the line after, and the rule's name."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

from explainer.errors import ExplainerError, LimitError
from explainer.handouts.many_files import Pieces
from explainer.handouts.model import Derivation, Document, Heading, StepPart
from explainer.handouts.registry import Options
from explainer.handouts.step_pictures import composed
from explainer.notation import write_notation
from explainer.notation.tree import Lines, Notation, Words
from explainer.typeset import Drawing, Glyph, Marks, Rule, Theme, find_theme, mixed, typeset
from explainer.typeset.files.drawing import Mark, draw
from explainer.typeset.files.png_file import pixels

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI: Final = 72
"""A pixel for each point of the page; GIF knows no density, and browsers show it so."""
_WIDTH_EM: Final = 40.0
"""Wider formulas are broken into lines, so that a frame fits a page of the web."""
_MARGIN_EM, _GAP_EM = 1.0, 1.2
_CAPTION: Final = 0.75
"""The letters of captions are smaller than those of formulas by this."""
_MOST_FRAMES: Final = 400
"""A longer film is refused: at two to nine seconds a line nobody would see its end."""
_SHADES: Final = 12
"""So many shades of each colour are kept where letters meet the background."""
_PACES: Final = {"normal": 1.0, "slow": 1.6, "fast": 0.6}
_LEAST_MS, _MOST_MS, _PER_PIECE_MS, _END_MS = 2200.0, 9000.0, 30.0, 3000.0
"""How long a line stays: at least, at most, the more for every letter in it; and how much longer the result."""


class _Frame(NamedTuple):
    formula: Drawing
    caption: Drawing

    @property
    def width(self) -> float:
        return max(self.formula.width, self.caption.width * _CAPTION)

    @property
    def duration_ms(self) -> float:
        """The more there is to read, the longer."""
        count = sum(len(marks) for _, marks in self.formula.layers)
        return min(_MOST_MS, _LEAST_MS + _PER_PIECE_MS * count)


def pieces(document: Document, options: Options) -> Pieces:
    """The file; every frame is as large as the largest, so it is made in one piece."""
    theme = find_theme(options["theme"])
    frames: list[_Frame] = []
    for frame in _frames(document, theme):
        frames.append(frame)
        if len(frames) > _MOST_FRAMES:
            raise LimitError(
                f"an animation of more than {_MOST_FRAMES} steps would be too long to watch",
                hint="Choose a shorter derivation, or another format.",
            )
    if not frames:
        raise ExplainerError(
            "there is no derivation in it that could be animated", hint="Choose a lesson with problems."
        )
    yield _animation(frames, theme, float(options["size"]), _PACES[options["pace"]])


def _frames(document: Document, theme: Theme) -> Iterator[_Frame]:
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = " ".join(block.text.split())
        if isinstance(block, Derivation):
            title = document.title if document.single else heading
            yield _frame(write_notation(block.start), {}, title, theme)
            for step in block.steps:
                yield _step_frame(step, theme)
            if block.ending:
                yield _frame(_text(block.ending, 48), {}, "", theme)
            else:
                yield _frame(write_notation(block.result), {}, "Result", theme)


def _step_frame(step: StepPart, theme: Theme) -> _Frame:
    notation, marks = composed(step)
    return _frame(notation, marks, f"{step.number}. {step.title}", theme)


def _frame(formula: Notation, marks: Marks, caption: str, theme: Theme) -> _Frame:
    colours = theme._replace(ink=theme.muted)
    return _Frame(draw(typeset(formula, width_em=_WIDTH_EM), theme, marks), draw(typeset(_text(caption, 64)), colours))


def _text(text: str, width: int) -> Notation:
    """Text in lines of at most so many letters."""
    return Lines(tuple((Words(line),) for line in wrap(text, width) or [""]))


def _animation(frames: list[_Frame], theme: Theme, size: float, pace: float) -> bytes:
    from PIL import Image

    width = max(frame.width for frame in frames) + 2 * _MARGIN_EM
    low = max(frame.caption.height for frame in frames) * _CAPTION + _MARGIN_EM
    height = max(frame.formula.height for frame in frames) + low + _GAP_EM + _MARGIN_EM
    palette = _palette(theme)

    def images() -> Iterator[Image.Image]:
        for frame in frames:
            drawing = _placed(frame, width, height, low, theme)
            image = Image.fromarray(pixels(drawing, size, _DPI))
            yield image.quantize(palette=palette, dither=Image.Dither.NONE)

    made = images()
    durations = [round(pace * frame.duration_ms) for frame in frames]
    durations[-1] += round(pace * _END_MS)
    data = BytesIO()
    next(made).save(
        data, "GIF", save_all=True, append_images=made, duration=durations, loop=0, optimize=False, disposal=1
    )
    return data.getvalue()


def _palette(theme: Theme) -> Image:
    """The colours of the theme, each in shades to the background: one palette for all frames keeps the file small."""
    from PIL import Image

    inks = (theme.ink, theme.muted, theme.changed_before, theme.changed_after, theme.accent)
    colours = dict.fromkeys(
        mixed(ink, theme.background, shade / _SHADES) for ink in inks for shade in range(_SHADES + 1)
    )
    image = Image.new("P", (1, 1))
    image.putpalette(bytes.fromhex("".join(colour[1:] for colour in colours)))
    return image


def _placed(frame: _Frame, width: float, height: float, low: float, theme: Theme) -> Drawing:
    """A frame with the formula in the middle and the caption under it, all frames with the same baseline for it."""
    formula, caption = frame
    bottom = low + _GAP_EM + (height - low - _GAP_EM - _MARGIN_EM - formula.height) / 2
    layers = (
        *_moved(formula, (width - formula.width) / 2, bottom, 1.0),
        *_moved(caption, (width - caption.width * _CAPTION) / 2, _MARGIN_EM, _CAPTION),
    )
    return Drawing(width, height, 0.0, 0.0, theme.background, layers)


def _moved(drawing: Drawing, x: float, y: float, scale: float) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The layers of a drawing at a place of the page and in a size."""
    left, bottom = x + drawing.left * scale, y + drawing.bottom * scale

    def moved(mark: Mark) -> Mark:
        assert isinstance(mark, Glyph | Rule)  # formulas have no others
        place = mark._replace(x=left + mark.x * scale, y=bottom + mark.y * scale)
        if isinstance(place, Glyph):
            return place._replace(scale=place.scale * scale)
        return place._replace(width=place.width * scale, height=place.height * scale)

    return tuple((colour, tuple(map(moved, marks))) for colour, marks in drawing.layers)
