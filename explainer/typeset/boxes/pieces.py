"""The simplest pieces of notation: symbols, numerals, words, operators and dots, each set from leaves at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from explainer.notation.tree import Dots, Notation, Numeral, Operator, Space, Symbol, Words
from explainer.phrases import translated
from explainer.threads import recent
from explainer.typeset.boxes.box import (
    BIN,
    INNER,
    OP,
    ORD,
    PUNCT,
    REL,
    WORD,
    Box,
    Child,
    beside,
    leaf_box,
    overlay,
    space_box,
)
from explainer.typeset.boxes.style import AXIS, SIZES, SUPERSCRIPT
from explainer.typeset.fonts.leaves import WORD_SPACE

PRIMES: Final = ("′", "'")
_KINDS: Final = {"binary": BIN, "relation": REL, "punctuation": PUNCT}


def symbol_box(symbol: Symbol, style: int) -> Box:
    """A letter, or a name of several letters; an upright name is a function's and keeps a distance to letters."""
    text, face = symbol.text, symbol.style
    if len(text) > 1 and text[-1] in PRIMES:
        return _primed(text, face, SIZES[style])
    return leaf_box(f"{face}:{text}", SIZES[style], OP if len(text) > 1 and face == "upright" else ORD)


@recent(256)
def _primed(text: str, face: str, size: float) -> Box:
    """A letter with primes, which stand as high as superscripts."""
    letter = text.rstrip("".join(PRIMES))
    base = leaf_box(f"{face}:{letter}", size)
    prime = leaf_box("upright:′", 0.7 * size)
    children: list[Child] = [(0.0, 0.0, base, None)]
    x = base.width
    for _ in text[len(letter) :]:
        children.append((x, SUPERSCRIPT * size, prime, None))
        x += prime.width
    box = overlay(children, x)
    box.single = True
    return box


def numeral_box(numeral: Numeral, style: int) -> Box:
    """The digits of a number, close together."""
    return _digits(numeral.text, "upright", SIZES[style])


@recent(1024)
def _digits(text: str, face: str, size: float) -> Box:
    if len(text) == 1:
        return leaf_box(f"{face}:{text}", size)
    box = beside(leaf_box(f"{face}:{character}", size) for character in text)
    box.single = True
    return box


@recent(2048)
def _words(text: str, size: float) -> Box:
    """Words with word spaces, where the text has them at its ends too."""
    boxes: list[Box] = []
    space = space_box(WORD_SPACE * size)
    for number, word in enumerate(text.split(" ")):
        if number:
            boxes.append(space)
        if word:
            boxes.append(leaf_box("text:" + word, size))
    return beside(boxes, left=WORD, right=WORD)


def words_box(words: Words, style: int) -> Box:
    """Upright words of running text, in the language that is spoken."""
    return _words(translated(words.text), SIZES[style])


def operator_box(operator: Operator, style: int) -> Box:
    """A sign with the class of its kind; a sign of several letters is a word, such as "and"."""
    kind = _KINDS.get(operator.kind, ORD)
    text = operator.text
    return leaf_box(("upright:" if len(text) == 1 else "text:") + text, SIZES[style], kind)


def space_piece(space: Space, style: int) -> Box:
    """Room."""
    return space_box(space.width_em * SIZES[style])


@recent(64)
def _dots(direction: str, size: float) -> Box:
    """Dots stand for something left out, so they keep the distance of a fraction; others are centred on the axis."""
    dots = leaf_box("dots:" + direction, size, INNER)
    if direction not in ("vertical", "diagonal"):
        return dots
    room = 0.36 * size if direction == "vertical" else 0.1 * size
    shift = AXIS * size - dots.height / 2
    children = [(0.0, shift, dots, None)]
    return Box(dots.width, dots.height + shift + room, max(0.0, -shift) + room, children, left=INNER, right=INNER)


def dots_box(dots: Dots, style: int) -> Box:
    """Dots that stand for what is left out."""
    return _dots(dots.direction, SIZES[style])


SIMPLE: Final[dict[type[Notation], Callable[[Any, int], Box]]] = {
    Symbol: symbol_box,
    Numeral: numeral_box,
    Words: words_box,
    Operator: operator_box,
    Space: space_piece,
    Dots: dots_box,
}
"""How each piece without parts is set."""
