"""Which of the readings were guesses, and what else each name may be: what is offered as a repair.

A reading is a guess where another kind of the same name fits the text as well and is hardly less usual. How much less
is the difference of the costs of the two readings (see `search.py`).
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.expr.shape import Shape
from explainer.language.kinds.conventions import (
    KIND_NAMES,
    MATRIX,
    SCALAR,
    VECTOR,
    is_capital,
    is_first_of_matrices,
    is_taken_as_matrix,
)
from explainer.language.kinds.search import Found, Kinds

MOST_DOUBT = 3.0
"""A reading that is dearer by more than this is not offered: nobody means it."""
MOST_DOUBT_OF_SCALARS = 1.0
"""The same for what was taken as a scalar: the b of w · x + b is nothing to ask about."""
_MOST_DOUBT_OF_CAPITALS = 4.5
"""The same for a reading in which all of several names are matrices: A X B and A X + B are as often meant so."""
_MOST_NAMES, _MOST_NODES = 8, 200
"""In longer texts every further reading would cost too much while somebody types."""

_REASONS = {
    "scalar": "nothing in the function needs entries of it",
    "vector": "it is summed, measured, transposed, multiplied or added as vectors are",
    "matrix": "it stands in front of a vector as matrices do",
}


class Guess(NamedTuple):
    """A name whose shape was not given and might be meant otherwise.

    `kind` is what it was taken as, with the `reason`; `alternatives` are the other kinds that fit, the most usual one
    first, each "scalar", "vector" or "matrix"; `doubt` is how near the nearest one comes, 0 for equally usual.
    """

    name: str
    kind: str
    shape: Shape
    reason: str
    alternatives: tuple[str, ...]
    doubt: float


def guesses_of(kinds: Kinds, taken: Found, shapes: dict[str, Shape]) -> tuple[Guess, ...]:
    """The guesses among the open names of a text, the most doubtful first."""
    names = [name for name in taken.kinds if name in shapes]
    if len(names) > _MOST_NAMES or kinds.size > _MOST_NODES:
        return ()
    mixed = any(not shapes[name].is_scalar for name in names)
    capitals = len(names) > 1 and all(map(is_taken_as_matrix, names)) and any(map(is_first_of_matrices, names))
    found: list[Guess] = []
    for name in names:
        kind = taken.kinds[name]
        if kind == SCALAR and not (mixed or is_capital(name)):
            continue  # ordinary calculus: nobody asks whether x might be a vector
        others = [
            (kinds.best({name: other}).cost - taken.cost, other) for other in (SCALAR, VECTOR, MATRIX) if other != kind
        ]
        whole = capitals and set(kinds.best({name: MATRIX}).kinds.values()) == {MATRIX}
        near = sorted((dearer, other) for dearer, other in others if dearer <= _most_doubt(kind, other, whole))
        if near:
            word = KIND_NAMES[kind]
            alternatives = tuple(KIND_NAMES[other] for _, other in near)
            found.append(Guess(name, word, shapes[name], _REASONS[word], alternatives, near[0][0]))
    # Of names that are in doubt together the matrix decides, so it comes first.
    return tuple(sorted(found, key=lambda guess: (round(guess.doubt, 6), guess.kind != "matrix")))


def _most_doubt(kind: int, other: int, whole: bool) -> float:
    """How much dearer the other kind of a name may be; `whole`: with it the text is one of matrices alone."""
    if kind != SCALAR:
        return MOST_DOUBT
    return _MOST_DOUBT_OF_CAPITALS if whole and other == MATRIX else MOST_DOUBT_OF_SCALARS
