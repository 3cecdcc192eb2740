"""Sizes of 1 that are left open while a text is read: a 1×1 product is a number, and tr(A X) of it would mean nothing.

What holds for all sizes holds for 1. So every 1 in a shape gets a letter, and the text says which of
these letters are equal; only values at the end know the number. That has to be done before anything is built: a
product of 1×1 matrices that has been built is a product of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from explainer.expr.shape import Shape, Size

HOLE = "one__"
"""What stands for a 1 in a declared shape until the text has said which of them are equal; a size is no such name."""
MOST_READINGS = 12
"""So many ways to tell rows from matrices are tried, each of which reads the text anew."""


def readings(declared: Mapping[str, Shape]) -> Iterator[dict[str, Shape]]:
    """The shapes with letters in place of 1: all of them are open first, then rows stay rows.

    There is none where nothing has such a size. Vectors count too: diag(x) x would be a number for x of size 1.
    Both sizes of a 1×1 matrix get one letter: it counts as square.
    """
    rows = sorted(name for name, shape in declared.items() if shape.is_row)
    if not any(1 in shape.sizes for shape in declared.values()):
        return
    plain = frozenset(name for name in rows if declared[name].columns != 1)
    subsets = (frozenset(chosen) for count in range(len(rows), -1, -1) for chosen in combinations(rows, count))
    # With X kept as a row, X w is a number, and beside a vector y of size 1 X w - y would go entry by entry.
    for kept in list(dict.fromkeys([frozenset(), plain, *subsets]))[:MOST_READINGS]:
        opened = {name: _opened(name, shape, name in kept) for name, shape in declared.items()}
        if opened != dict(declared):
            yield opened


def _opened(name: str, shape: Shape, is_row: bool) -> Shape:
    holes = (f"{HOLE}{name}_", f"{HOLE}{name}_" if shape.sizes == (1, 1) else f"{HOLE}{name}_2")
    kept = 1 if is_row else 0
    return Shape(tuple(holes[k] if size == 1 and k >= kept else size for k, size in enumerate(shape.sizes)))


def closed(shape: Shape, ones: Mapping[str, int]) -> Shape:
    """A shape with numbers in place of the letters that stand for them."""
    sizes: list[Size] = [ones.get(str(size), size) for size in shape.sizes]
    return Shape(tuple(sizes))
