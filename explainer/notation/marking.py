"""Marking parts of a formula by hand: struck through where they cancel, underlined, named under a brace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from explainer.notation.fold import Pieces, core, fold, pieces, with_pieces
from explainer.notation.names import COMMA
from explainer.notation.tree import Brace, Lines, Notation, Part, Path, Row, Script, Space, Strike, Underlined


def struck(notation: Notation, paths: Collection[Path]) -> Notation:
    """The formula with the parts at these paths struck through; it takes as much room as before."""
    return _marked(notation, paths, Strike)


def underlined(notation: Notation, paths: Collection[Path]) -> Notation:
    """The formula with lines under the parts at these paths, none where that would be all of it."""
    return notation if () in paths else _marked(notation, paths, Underlined)


def _marked(notation: Notation, paths: Collection[Path], mark: Callable[[Notation], Notation]) -> Notation:
    def combine(piece: Notation, made: Sequence[Notation], depth: int) -> Notation:
        if isinstance(piece, Part) and piece.path in paths:
            return Part(mark(made[0]), piece.path)
        return with_pieces(piece, made) if made else piece

    return fold(notation, combine, parts=_on_the_way_to(paths)) if paths else notation


def braced(notation: Notation, names: Mapping[Path, Notation]) -> Notation:
    """The formula with a brace under each of these parts, and its name under the brace.

    Parts of exponents and indices have no room for one.
    """

    def combine(piece: Notation, made: Sequence[Notation], scripts: int) -> Notation:
        if isinstance(piece, Part) and piece.path in names and not scripts:
            return Part(Brace(made[0], names[piece.path]), piece.path)
        return with_pieces(piece, made) if made else piece

    return fold(notation, combine, _scripts_around, _on_the_way_to(names)) if names else notation


def in_a_row(notation: Notation) -> Notation:
    """Lines that stand below each other one behind the other, with commas between definitions; all else as it is."""
    lines = core(notation)
    if not isinstance(lines, Lines):
        return notation
    items: list[Notation] = []
    for number, line in enumerate(lines.lines):
        items += ((), (Space(1.0),), (COMMA, Space(0.5)))[min(number, 2)]
        items += line
    return Row(tuple(items))


def _on_the_way_to(paths: Iterable[Path]) -> Callable[[Notation], Pieces]:
    """The pieces of a notation, none of a part that holds none of these paths: most of a long line stays as it is."""
    ways = {path[:length] for path in paths for length in range(len(path) + 1)}

    def found(piece: Notation) -> Pieces:
        return () if isinstance(piece, Part) and piece.path not in ways else pieces(piece)

    return found


def _scripts_around(notation: Notation, k: int, outer: int) -> int:
    return outer + 1 if k and isinstance(notation, Script) else outer
