"""Leaves: single letters, signs and words, each an outline with its lengths.

A leaf is named by a key, `face:text`, from which it can always be made again; pictures hold keys only. Leaves that
were made are kept until a quiet minute, up to a bound: each word in a formula, and the stroke of each root, has one.
Faces are the styles of a symbol, `text` for words, `dots`, `glyph` for a glyph by font and code, and `stroke` for a
slanted line by its width, height and thickness.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from typing import NamedTuple

from explainer.threads import recent
from explainer.typeset.fonts.fonts import FALLBACKS, font, tex_code
from explainer.typeset.fonts.outline import CLOSE, LINE, MOVE, Outline, joined, rectangle
from explainer.typeset.fonts.symbols import (
    ACCENT_SHIFTS,
    BOXES,
    FACES,
    ITALIC_CORRECTIONS,
    LIGATURES,
    SIGNS,
    SMALL_WIDTHS,
    STIX_FACES,
    STROKE,
    STRUCK,
    TEXT,
    WORD_FACES,
)

WORD_SPACE = 1 / 3
"""The room between words of a text, in em."""


class Leaf(NamedTuple):
    """A letter, sign or word at 1 em; lengths in em."""

    key: str
    outline: Outline
    width: float
    """With the italic correction."""
    height: float
    depth: float
    italic: float = 0.0
    skew: float = 0.0
    missing: bool = False
    """Whether a character is in none of the fonts, so that a box stands for it."""
    font: str = ""
    """The font of its last character."""


class _Character(NamedTuple):
    outline: Outline
    advance: float
    italic: float = 0.0
    skew: float = 0.0
    missing: bool = False
    font: str = ""
    box: tuple[float, float] | None = None
    """Height and depth where they are not those of the ink."""


def is_letter(key: str) -> bool:
    """Whether it names one letter of a font, of which there are as many as there are, and no word or stroke."""
    face, _, text = key.partition(":")
    return len(text) == 1 or face == "glyph"


@recent(4096)
def leaf(key: str) -> Leaf:
    """The leaf of this key."""
    face, _, text = key.partition(":")
    face, _, percent = face.partition("/")
    if percent:
        return _widened(key, leaf(f"{face}:{text}"), SMALL_WIDTHS[int(percent) / 100])
    if face == "glyph":
        name, _, code = text.partition("#")
        return _assemble(key, [(_from_font(name, tex_code(int(code, 16))), 0.0, 0.0)])
    if face == "dots":
        return _dots(key, text)
    if face == "stroke":
        return _stroke(key, *map(float, text.split()))
    if len(text) == 1:
        return _assemble(key, [(_character(text, face), 0.0, 0.0)])
    return _word(key, text, face)


def sized_key(key: str, size: float) -> str:
    """The key of the same leaf as it is drawn for scripts of this size; large signs have no such form."""
    if size not in SMALL_WIDTHS or key.startswith(("glyph:cmex10", "dots:", "stroke:", "unknown:")):
        return key
    face, _, text = key.partition(":")
    return f"{face}/{round(size * 100)}:{text}"


def _widened(key: str, plain: Leaf, widths: Mapping[str, float]) -> Leaf:
    """A leaf made wider by what its font needs; what leans over is no wider."""
    factor = widths.get(plain.font, widths[""])
    outline = plain.outline.moved(0.0, 0.0, stretch=factor)
    width = (plain.width - plain.italic) * factor + plain.italic
    return plain._replace(key=key, outline=outline, width=width)


def glyph_key(name: str, code: int) -> str:
    """The key of the glyph with this code in a TeX font."""
    return f"glyph:{name}#{code:02x}"


def stroke_key(width: float, height: float, thickness: float) -> str:
    """The key of a line that rises from its lower left corner to its upper right one."""
    return f"stroke:{width:.2f} {height:.2f} {thickness:.3f}"


def _stroke(key: str, width: float, height: float, thickness: float) -> Leaf:
    """A slanted line with square ends; its corners lie inside the rectangle."""
    length = hypot(width, height) or 1.0
    x, y = thickness / 2 * height / length, thickness / 2 * width / length
    corners = ((0, 2 * y), (2 * x, 0), (width, height - 2 * y), (width - 2 * x, height), (0, 2 * y))
    outline = Outline(corners, (MOVE, LINE, LINE, LINE, CLOSE))
    return Leaf(key, outline, width, height, 0.0)


def _assemble(key: str, placed: list[tuple[_Character, float, float]], width: float | None = None) -> Leaf:
    """Characters at their places as one leaf."""
    outline = joined([char.outline.moved(x, y) if x or y else char.outline for char, x, y in placed])
    last, x, _ = placed[-1]
    boxes = [_box(char, y) for char, _, y in placed]
    return Leaf(
        key=key,
        outline=outline,
        width=x + last.advance + last.italic if width is None else width,
        height=max(0.0, *(height for height, _ in boxes)),
        depth=max(0.0, *(depth for _, depth in boxes)),
        italic=last.italic,
        skew=last.skew if len(placed) == 1 else 0.0,
        missing=any(char.missing for char, _, _ in placed),
        font=last.font,
    )


def _box(character: _Character, y: float) -> tuple[float, float]:
    """The height and the depth of a character that is raised by y."""
    low, high = character.outline.bounds[1::2]
    height, depth = (high, -low) if character.box is None else character.box
    return height + y, depth - y


def _word(key: str, text: str, face: str) -> Leaf:
    """Several characters set as running text."""
    for letters, ligature in LIGATURES:
        text = text.replace(letters, ligature)
    placed, x = list[tuple[_Character, float, float]](), 0.0
    for character in text:
        if character.isspace():
            x += WORD_SPACE
            continue
        found = _text_character(character, WORD_FACES.get(face, "cmr10"), face)
        placed.append((found, x, 0.0))
        x += found.advance
    if not placed:
        return Leaf(key, Outline((), ()), x, 0.0, 0.0)
    return _assemble(key, placed, x)


def _text_character(character: str, name: str, face: str) -> _Character:
    place = TEXT.get(character)
    return _from_font(name, tex_code(place[1])) if place else _character(character, face)


def _character(character: str, face: str) -> _Character:
    """One character of a formula: a sign, a letter of the face, or what a fallback font has."""
    if character in STRUCK:
        sign, stroke = _character(STRUCK[character], face), _from_font(STROKE[0], tex_code(STROKE[1]))
        return _Character(joined([sign.outline, stroke.outline]), sign.advance, box=(0.694, 0.194))
    if character in SIGNS and (face != "upright" or character != "-"):
        name, code = SIGNS[character]
        if name == "cmmi10" and character.isalpha() and face in ("bold", "bold-upright"):
            return _fallback(character, face)
        return _from_font(name, tex_code(code))
    place = TEXT.get(character)
    if place is None:
        return _fallback(character, face)
    name = FACES.get(face, "cmr10")
    if name == "cmmi10" and not character.isalpha():
        name = "cmr10"
    return _from_font(name, tex_code(place[1]))


def _fallback(character: str, face: str) -> _Character:
    """A character that Computer Modern lacks; a box when no font has it."""
    names = (STIX_FACES[face], *FALLBACKS) if face in STIX_FACES else FALLBACKS
    for name in names:
        if font(name).index(ord(character)):
            return _from_font(name, ord(character))
    frame = [rectangle(0.05, 0, 0.5, 0.7), _reversed_rectangle(0.09, 0.04, 0.42, 0.62)]
    return _Character(joined(frame), 0.6, missing=True)


def _reversed_rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A rectangle that runs the other way round: a hole in a filled shape."""
    corners = ((x, y), (x, y + height), (x + width, y + height), (x + width, y), (x, y))
    return Outline(corners, (MOVE, LINE, LINE, LINE, CLOSE))


def _from_font(name: str, code: int) -> _Character:
    face = font(name)
    index = face.index(code)
    place = (name, code)
    return _Character(
        face.outline(index),
        face.advance(index),
        ITALIC_CORRECTIONS.get(place, 0.0),
        ACCENT_SHIFTS.get(place, 0.0),
        font=name,
        box=BOXES.get(place),
    )


def _dots(key: str, direction: str) -> Leaf:
    """Three dots as LaTeX sets them: on the baseline, on the axis, upright or falling."""
    low, center = _from_font("cmmi10", 0x3A), _from_font("cmsy10", tex_code(1))
    gap = 1 / 6
    if direction == "vertical":
        return _assemble(key, [(low, 0.0, 0.4 * row) for row in range(3)])
    if direction == "diagonal":
        places = [(low, 0.06 + row * (low.advance + 0.11), 0.7 - 0.3 * row) for row in range(3)]
        return _assemble(key, places, 1.1)
    dot = low if direction == "low" else center
    return _assemble(key, [(dot, row * (dot.advance + gap), 0.0) for row in range(3)])
