"""Very long formulas in short: what a step does not touch is left out, with dots in its place.

A sum of two hundred terms fills several pages; nobody reads it, and drawing it would hold up the window. The whole line
is always there to be copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_

from explainer.notation.fold import pieces, with_pieces
from explainer.notation.tree import Dots, Fence, Fraction, Notation, Operator, Part, Path, Root, Row, Script

ENDS = 7
"""So many pieces at each end of a long row stay, and as many on both sides of what the step touches."""
DEPTH = 7
"""So many brackets, fractions, roots and exponents inside each other stay; more only on the way to what is touched."""
_DOTS = Dots("center")
_DEEPER = frozenset({Fence, Fraction, Script, Root})
"""What counts as a level of depth; none of them has kinds of its own."""


def shortened(notation: Notation, keep: Sequence[Path] = (), most: int = 500) -> Notation:
    """The notation itself unless it is long; then with dots for the parts away from the paths in `keep`."""
    if not is_long(notation, most):
        return notation
    inner = [(*path[:length],) for path in keep for length in range(len(path) + 1)]
    return _Shortening(frozenset(inner)).short(notation)


def is_long(notation: Notation, most: int) -> bool:
    """Whether a notation has more pieces than that, or is nested very deeply; stops as soon as it is known."""
    stack, count = [(notation, 0)], 0
    while stack:
        piece, depth = stack.pop()
        count += 1
        if count > most or depth > 2 * DEPTH:
            return True
        inner = depth + (type(piece) in _DEEPER)
        stack.extend([(each, inner) for each in pieces(piece)])
    return False


def _row(row: Row, made: Sequence[Notation]) -> Row:
    """The row with other items; itself where they are the same, so that its parts are known in the next line too."""
    same = len(made) == len(row.items) and all(map(is_, made, row.items))
    return row if same else Row(tuple(made))


class _Shortening:
    """One pass over a notation; `ways` are the paths that lead to what is kept."""

    def __init__(self, ways: frozenset[Path]) -> None:
        self._ways = ways

    def short(self, notation: Notation) -> Notation:
        """The notation with dots for what is far away or deep inside; what is left out is not looked at."""
        results: list[Notation] = []
        stack: list[tuple[Notation, int, Sequence[Notation] | None]] = [(notation, 0, None)]
        while stack:
            piece, depth, shown = stack.pop()
            if shown is not None:  # its pieces are done
                cut = len(results) - len(shown)
                made = results[cut:]
                results[cut:] = [_row(piece, made) if isinstance(piece, Row) else with_pieces(piece, made)]
            elif isinstance(piece, Part) and depth > DEPTH and piece.path not in self._ways:
                results.append(Part(_DOTS, piece.path))
            else:
                inner = depth + (type(piece) in _DEEPER)
                shown = self._shown(piece.items) if isinstance(piece, Row) else pieces(piece)
                stack.append((piece, depth, shown))
                stack.extend([(each, inner, None) for each in reversed(shown)])
        return results[0]

    def _shown(self, items: Sequence[Notation]) -> Sequence[Notation]:
        """The items near the ends and near what is kept; dots for each run of others."""
        if len(items) <= 4 * ENDS:
            return items
        middles = [k for k, item in enumerate(items) if isinstance(item, Part) and item.path in self._ways]
        near = {k for middle in middles[:3] for k in range(middle - ENDS, middle + ENDS + 1)}
        near |= {*range(ENDS), *range(len(items) - ENDS, len(items))}
        shown: list[Notation] = []
        for k, item in enumerate(items):
            if k in near:
                shown.append(item)
            elif not shown or shown[-1] is not _DOTS:
                if shown and not isinstance(shown[-1], Operator):
                    shown.extend(other for other in items[k : k + 1] if isinstance(other, Operator))
                shown.append(_DOTS)
            if shown[-1] is _DOTS and k + 1 in near and not isinstance(items[k + 1], Operator):
                shown.extend(other for other in items[k : k + 1] if isinstance(other, Operator))
        return shown
