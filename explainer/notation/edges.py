"""What is known of a part once it is written: how tightly it holds together and what its edges look like.

Whoever puts parts together decides from this alone where parentheses and signs are needed, never from what the
part is. `bracketed` is the only place where parentheses come from, so none are dropped and none are doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from explainer.expr.node import Node, Path
from explainer.expr.nodes import Index
from explainer.notation.tree import Fence, Notation, Operator, Part, Row, Space, Spoken

RELATION, SUM, NEGATIVE, PRODUCT, FRACTION, POWER, ATOM = range(7)
"""How tightly a written part holds together: a part below the level that a place asks for gets parentheses there."""


class Place(NamedTuple):
    """Where a part stands: its path, the values that bound indices have there, and how deep in exponents it is.

    `beside` holds the vectors whose entries stand in a sum around it: their means are written x̄ there.
    """

    path: Path = ()
    values: Mapping[Index, Node] = {}
    script: int = 0
    beside: frozenset[Node] = frozenset()

    def child(self, k: int) -> Place:
        """The place of the child number k."""
        return Place((*self.path, k), self.values, self.script, self.beside)


@dataclass(slots=True)
class Written:
    """A part as it is written.

    `left` and `right` say what the edges look like: digit, ones (1⃗ and 0⃗), fence, bar, fraction, numeric (a
    fraction of numbers), derivative, operator (a derivative that ends with its body in parentheses), word, name,
    function (a letter that a parenthesis behind it would make a function), or nothing special.
    `tail` names an ending that would swallow what follows: sum, cases, derivative; `closed` is the form that does
    not. `minus` is the form of a negative behind another term of a sum.
    """

    notation: Notation
    level: int = ATOM
    left: str = ""
    right: str = ""
    tail: str = ""
    closed: Written | None = None
    minus: Notation | None = None

    def mark(self, path: Path) -> Written:
        """Mark every form as the part at a path; done once, when the part is complete."""
        self.notation = Part(self.notation, path)
        if self.closed is not None:
            self.closed.notation = Part(self.closed.notation, path)
        if self.minus is not None:
            self.minus = Part(self.minus, path)
        return self

    def copy(self) -> Written:
        """The same forms; to mark the copy leaves this one as it is."""
        closed = None if self.closed is None else self.closed.copy()
        return Written(self.notation, self.level, self.left, self.right, self.tail, closed, self.minus)


def fenced(written: Written) -> Written:
    """A part in parentheses."""
    return Written(Fence("(", written.notation, ")"), left="fence", right="fence")


def bracketed(written: Written, least: int, *, followed: bool = False) -> Written:
    """A part, in parentheses where it holds together less than `least` or would swallow what follows."""
    if written.level < least:
        return fenced(written)
    if followed and written.tail:
        return fenced(written) if written.closed is None else written.closed
    return written


NARROW, THIN, WORD_SPACE = Space(0.083), Space(0.167), Space(0.278)
"""Room between factors: a little where a fraction or a function's name brings room of its own."""

TIMES = Operator("·", "binary", "times")
SILENT = Spoken(Space(0.0), ())
TOUCHING = Spoken(Space(0.0), ("times",))
_NARROW_TIMES = Spoken(NARROW, ("times",))
_THIN_TIMES = Spoken(THIN, ("times",))

INVISIBLE_TIMES = (SILENT, TOUCHING, _NARROW_TIMES, _THIN_TIMES)
"""What stands between two factors side by side; all but the first are read as “times”."""


def between(left: Written, right: Written) -> Notation:
    """What stands between two factors so that they read as a product and as nothing else."""
    if right.left == "digit" or left.right == "operator":
        return TIMES
    if right.left in ("numeric", "ones") and left.right in ("digit", "numeric", "fraction"):
        return TIMES
    if right.left == "fence" and left.right in ("derivative", "function"):
        return TIMES
    if right.left == left.right == "bar":
        return TIMES
    if right.left in ("fraction", "numeric", "word") or left.right in ("fraction", "numeric", "derivative"):
        return _NARROW_TIMES
    if left.right == "digit" and right.left in ("", "fence"):
        return TOUCHING if right.left else SILENT
    return _THIN_TIMES


def side_by_side(factors: Iterable[Written]) -> tuple[Notation, ...]:
    """The factors with what stands between them."""
    items: list[Notation] = []
    previous: Written | None = None
    for factor in factors:
        if previous is not None:
            items.append(between(previous, factor))
        items.append(factor.notation)
        previous = factor
    return tuple(items)


def joined(parts: Iterable[Notation], sign: Notation) -> Row:
    """Parts with a sign between each two."""
    items: list[Notation] = []
    for part in parts:
        items += (sign, part) if items else (part,)
    return Row(tuple(items))
