"""Drawings as the operators of a PDF page, in em, with a form for every letter.

Source: PDF 1.7 (ISO 32000-1), chapter 8.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from explainer.typeset.files.drawing import Drawing, Fill, Mark, Stroke, number
from explainer.typeset.files.pdf_objects import Objects, stream
from explainer.typeset.fonts.leaves import leaf
from explainer.typeset.fonts.outline import CLOSE, CURVE, MOVE, Outline
from explainer.typeset.picture import Glyph
from explainer.typeset.theme import red_green_blue

_ROOM: Final = 0.01  # rounding to two digits cuts nothing off


class LetterForms(Mapping[str, str]):
    """From the key of a letter to the name of its form, which is written when the letter is first asked for.

    The object `number` names all forms; it is written at the end, by `write`.
    """

    def __init__(self, objects: Objects) -> None:
        self.number = objects.reserve()
        self._objects = objects
        self._forms: dict[str, int] = {}

    def __getitem__(self, key: str) -> str:
        place = self._forms.get(key)
        if place is None:
            place = self._forms[key] = self._objects.put(_form(leaf(key).outline))
        return f"/G{place}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)

    def write(self) -> None:
        """Write the resources that name the letters used."""
        names = " ".join(f"/G{place} {place} 0 R" for place in self._forms.values())
        self._objects.put(f"<< /XObject << {names} >> >>", self.number)


def layer_operators(drawing: Drawing, letters: Mapping[str, str]) -> Iterator[str]:
    """The marks of a drawing in their colours, from the drawing's origin."""
    for colour, marks in drawing.layers:
        yield f"{colour_operands(colour)} rg {colour_operands(colour)} RG"
        yield from mark_operators(marks, letters)


def mark_operators(marks: Iterable[Mark], letters: Mapping[str, str]) -> Iterator[str]:
    """Marks in the colour that is set."""
    for mark in marks:
        if isinstance(mark, Fill):
            yield f"{path_operators(mark.outline)} f"
        elif isinstance(mark, Stroke):
            gaps = " ".join(map(number, mark.dashes))
            style = f"{number(mark.width)} w 1 j {0 if gaps else 1} J [{gaps}] 0 d"
            yield f"{style} {path_operators(mark.outline)} S"
        elif isinstance(mark, Glyph):
            scale = number(mark.scale)
            yield f"q {scale} 0 0 {scale} {number(mark.x)} {number(mark.y)} cm {letters[mark.key]} Do Q"
        else:
            yield f"{number(mark.x)} {number(mark.y)} {number(mark.width)} {number(mark.height)} re f"


def path_operators(outline: Outline) -> str:
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


def colour_operands(colour: str) -> str:
    """The three parts of a colour."""
    return " ".join(map(number, red_green_blue(colour)))


def box_operands(left: float, low: float, right: float, high: float) -> str:
    """The rectangle around a form, a little wider than its ink."""
    return " ".join(map(number, (left - _ROOM, low - _ROOM, right + _ROOM, high + _ROOM)))


def _form(outline: Outline) -> bytes:
    """A letter as a form that the page draws wherever the letter stands."""
    words = path_operators(outline)
    entries = f"/Type /XObject /Subtype /Form /BBox [{box_operands(*outline.bounds)}] "
    return stream(f"{words} f" if words else "", entries)
