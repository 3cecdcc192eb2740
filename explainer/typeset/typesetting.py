"""From a notation tree to a picture."""

from __future__ import annotations

from typing import Final

from explainer.errors import ExplainerError
from explainer.notation.tree import Lines, Notation, Part, Spoken
from explainer.typeset.boxes import constructs, decorations, tables
from explainer.typeset.boxes import style as tex
from explainer.typeset.boxes.arrange import arrange, arrange_items
from explainer.typeset.boxes.box import Box
from explainer.typeset.boxes.breaking import LEVELS, cut, fit
from explainer.typeset.picture import Picture, picture_of

STYLES: Final = {"display": tex.DISPLAY, "text": tex.TEXT}
MODULES: Final = (constructs, decorations, tables)
"""Where the constructs are arranged; to import a module registers what it arranges."""


def typeset(
    notation: Notation, *, style: str = "display", width_em: float | None = None, below: float = 1.0
) -> Picture:
    """Typeset a formula.

    `style` is display (on a line of its own) or text (within a line). With `width_em` a wider formula is broken before
    its relations and signs, and wide matrices are shrunk, to 60 % at most; what still does not fit stays wider.
    Of several lines those below the first one are so large against it as `below` says, which are definitions.
    Raises ExplainerError when the style is neither.
    """
    if style not in STYLES:
        raise ExplainerError(f"“{style}” is no style of formulas", hint=f"The styles are {' and '.join(STYLES)}.")
    number = STYLES[style]
    if below != 1.0 and isinstance(inner := _inner(notation), Lines) and len(inner.lines) > 1:
        return picture_of(tables.lines_led(inner, number, width_em, below))
    box = arrange(notation, number)
    if width_em is not None and box.width > width_em:
        box = _narrowed(notation, number, width_em)
    return picture_of(box)


def natural_width(notation: Notation, style: str = "display") -> float:
    """How wide a formula is in em where nothing of it is broken or shrunk; far sooner known than its picture."""
    return arrange(notation, STYLES[style]).width


def natural_height(notation: Notation, style: str = "display") -> float:
    """How high a formula is in em, from its lowest ink to its highest, where nothing of it is broken or shrunk."""
    box = arrange(notation, STYLES[style])
    return box.height + box.depth


def typeset_pieces(notation: Notation) -> list[tuple[float, Picture]]:
    """A formula within running text, in pieces between which a line may end.

    With each picture comes the room at its left edge in em, to be cut off where a line begins with it.
    """
    return [(lead, picture_of(box)) for lead, box in cut(arrange_items(notation, tex.TEXT), tex.TEXT)]


def _narrowed(notation: Notation, style: int, width: float) -> Box:
    """The notation in a given width; of aligned lines the widest column is broken."""
    inner = _inner(notation)
    if isinstance(inner, Lines):
        return tables.lines_within(inner, style, width)
    return fit(arrange_items(notation, style, open_fences=LEVELS), style, width)


def _inner(notation: Notation) -> Notation:
    """What a notation is but for what is said about it."""
    while isinstance(notation, Part | Spoken):
        notation = notation.body
    return notation
