"""Arranging: from a notation tree to one box.

Each construct has a generator that asks for the boxes of its parts (`yield notation, style`) and returns its own box.
One loop runs the generators on a list instead of on Python's stack, so that no depth of nesting overflows it.

To add a construct: a generator under `@arranges(Construct)` in one of the modules that `typesetting` imports; or, where
its parts stand in the row around it, a case in `gather`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias, TypeVar

from explainer.notation import tree
from explainer.notation.fold import core
from explainer.phrases import edition
from explainer.threads import Latest
from explainer.typeset.boxes.box import BEFORE_BODY, ORD, Box, leaf_box
from explainer.typeset.boxes.delimiters import delimiters
from explainer.typeset.boxes.pieces import SIMPLE
from explainer.typeset.boxes.row import CLOSE_PART, THIN, ClosePart, Item, OpenPart, row
from explainer.typeset.boxes.style import SIZES

Request: TypeAlias = tuple[tree.Notation, int]
Work: TypeAlias = Generator[Request, Box, Box]
"""A construct being arranged: it asks for boxes of notations in styles and returns a box."""
Gathering: TypeAlias = Generator[Request, Box, list[Item]]

Result = TypeVar("Result")
Arranger = TypeVar("Arranger", bound=Callable[[Any, int], Work])

CONSTRUCTS: Final[dict[type[tree.Notation], Callable[[Any, int], Work]]] = {}
"""How each construct with parts is arranged; filled by `arranges`."""


_kept: Latest[tuple[int, int, int], tuple[tree.Notation, Box]] = Latest(1500)
"""Boxes by the identity of what they show, its style, and the language of its words: most parts of a line are the same
objects as in the line before. The notation is kept with its box, so that no other object gets its identity."""

_wholes: Latest[tuple[int, int, int], tuple[tree.Notation, Box]] = Latest(32)
"""The same of whole lines, as long as one is worked at: whether it fits is asked several times, then its picture."""
_gathered: Latest[tuple[int, int, int, int], tuple[tree.Notation, Sequence[Item]]] = Latest(128)
"""The pieces of whole lines and of their cells, not yet placed: a line is broken for several widths before one is
chosen."""


def arranges(*kinds: type[tree.Notation]) -> Callable[[Arranger], Arranger]:
    """Register a generator for these constructs."""

    def register(arranger: Arranger) -> Arranger:
        for kind in kinds:
            CONSTRUCTS[kind] = arranger
        return arranger

    return register


def arrange(notation: tree.Notation, style: int) -> Box:
    """The box of a notation in a style."""
    simple = SIMPLE.get(type(notation))
    if simple is not None:
        return simple(notation, style)
    key = (id(notation), style, edition())
    known = _wholes.get(key)
    if known is None:
        known = (notation, run(_work(notation, style)))
        _wholes.put(key, known)
        _wholes.forget()
        _kept.forget()
    return known[1]


def arrange_items(notation: tree.Notation, style: int, *, open_fences: int = 0) -> Sequence[Item]:
    """The pieces of a notation as one row of items, not yet placed; fences are opened down to this depth."""
    key = (id(notation), style, edition(), open_fences)
    known = _gathered.get(key)
    if known is None:
        known = (notation, run(gather(notation, style, open_fences)))
        _gathered.put(key, known)
        _gathered.forget()
        _kept.forget()
    return known[1]


def run(work: Generator[Request, Box, Result]) -> Result:
    """Run a generator, and those of the boxes it asks for, to its end."""
    stack: list[tuple[Generator[Request, Box, Any], tree.Notation | None, int]] = [(work, None, 0)]
    value: Any = None
    language = edition()
    while True:
        generator, made, style = stack[-1]
        try:
            notation, style = generator.send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
            if not stack:
                result: Result = value
                return result
            if made is not None:
                _kept.put((id(made), style, language), (made, value))
            continue
        simple = SIMPLE.get(type(notation))
        if simple is not None:
            value = simple(notation, style)
        elif (known := _kept.get((id(notation), style, language))) is not None:
            value = known[1]
        else:
            stack.append((_work(notation, style), notation, style))
            value = None


def _work(notation: tree.Notation, style: int) -> Work:
    construct = CONSTRUCTS.get(type(notation))
    if construct is None:
        kinds = type(notation).__mro__
        construct = next((CONSTRUCTS[kind] for kind in kinds if kind in CONSTRUCTS), arrange_unknown)
    return construct(notation, style)


class Within(tree.Notation):
    """A whole expression's notation in a picture of several: the paths of its parts get a prefix to tell them apart.

    The prefix itself is the path of the whole.
    """

    body: tree.Notation
    prefix: tree.Path


class ScriptsOf(tree.Notation):
    """What stands raised or lowered behind a base, without the base: of parentheses that a line is broken in."""

    script: tree.Script


def gather(notation: tree.Notation, style: int, open_fences: int = 0) -> Gathering:
    """The pieces of nested rows and parts as one list, so that room and breaks depend on neighbours, not on nesting."""
    items: list[Item] = []
    stack: list[tree.Notation | ClosePart] = [notation]
    while stack:
        piece = stack.pop()
        if isinstance(piece, ClosePart):
            items.append(piece)
        elif (simple := SIMPLE.get(type(piece))) is not None:
            items.append(piece.width_em * SIZES[style] if isinstance(piece, tree.Space) else simple(piece, style))
        elif isinstance(piece, tree.Part):
            items.append(OpenPart(piece.path))
            stack += (CLOSE_PART, piece.body)
        elif isinstance(piece, tree.Row):
            stack.extend(reversed(piece.items))
        elif isinstance(piece, tree.Spoken):
            stack.append(piece.body)
        elif isinstance(piece, Within):
            items += _prefixed((yield from gather(piece.body, style, open_fences)), piece.prefix)
        elif isinstance(piece, tree.Application):
            stack.extend(reversed((piece.function, *piece.arguments)))
        elif isinstance(piece, tree.DerivativeNotation) and not piece.compact:
            items.append(_before_body((yield tree.Fraction(tree.Symbol(piece.sign), differential(piece)), style)))
            if isinstance(core(piece.body), tree.Array):
                items.append(THIN * SIZES[style])
            stack.append(piece.body)
        elif isinstance(piece, tree.BigOperator) and piece.body is not NOTHING:
            items.append((yield tree.BigOperator(piece.sign, piece.lower, piece.upper, NOTHING), style))
            stack.append(piece.body)
        elif open_fences and isinstance(piece, tree.Fence):
            opening, closing = delimiters(piece, (yield piece.body, style), style)
            items += (opening, *(yield from gather(piece.body, style, open_fences - 1)), closing)
        elif open_fences and isinstance(piece, tree.Script) and isinstance(core(piece.base), tree.Fence):
            items += yield from gather(piece.base, style, open_fences)
            items.append((yield ScriptsOf(piece), style))
        else:
            items.append((yield piece, style))
    return items


def _prefixed(items: list[Item], prefix: tree.Path) -> list[Item]:
    """The items of an expression with the prefix before the path of each part, and one part around all of them."""
    result: list[Item] = [OpenPart(prefix)]
    for item in items:
        if isinstance(item, OpenPart):
            result.append(OpenPart(prefix + item.path))
        else:
            result.append(replace(item, prefix=prefix + item.prefix) if isinstance(item, Box) else item)
    return [*result, CLOSE_PART]


def _before_body(fraction: Box) -> Box:
    """The fraction of a derivative that stands before its body: set off from it, and never broken from it."""
    return replace(fraction, left=ORD, right=BEFORE_BODY)


NOTHING: Final = tree.Row(())
"""The body of a big operator whose real body stands behind it in the row."""


def differential(derivative: tree.DerivativeNotation) -> tree.Notation:
    """The denominator of a derivative: its sign and its variable."""
    return tree.Row((tree.Symbol(derivative.sign), derivative.wrt))


@arranges(tree.Row, tree.Part, tree.Spoken, tree.Application, Within)
def arrange_row(notation: tree.Notation, style: int) -> Work:
    """Pieces side by side."""
    box = row((yield from gather(notation, style)), style)
    if len(box.children) > 1 and isinstance(core(notation), tree.Application):
        box.single = box.children[-1][2].single  # scripts stand at the closing parenthesis of sin(x)²
    return box


def arrange_unknown(notation: tree.Notation, style: int) -> Work:
    """A construct that nobody taught the typesetter: its text if it has one, else the name of its class."""
    yield from ()
    text = getattr(notation, "text", None)
    return leaf_box(UNKNOWN + (text if isinstance(text, str) and text else type(notation).__name__), SIZES[style])


UNKNOWN: Final = "unknown:"
"""The face of what stands in for an unknown construct."""
