"""Lines too large to be evaluated, as a derivative by a matrix of 1,000 by 1,000, compared at other sizes.

A rule that holds for a size holds for all of them, and a wrong line is wrong at small sizes as well. Only that lines
agree is said of the large ones: where they differ, it may be the change of sizes that is at fault.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from explainer.errors import ExplainerError
from explainer.expr.letters import fresh_size
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Index
from explainer.expr.resizing import names_in, resized
from explainer.expr.shape import Size
from explainer.phrases import joined, phrase
from explainer.verify.check import Check

SMALL = 9
"""Sizes up to this stay what they are."""


class Checking(Protocol):
    """What checks the lines of a derivation."""

    def check(self, before: Node, after: Node, conditions: tuple[Node, ...]) -> Check:
        """Whether two lines agree where the conditions hold."""

    def refute(self, line: Node, attempt: Node) -> Check:
        """Whether an attempt is refuted."""


class Smaller:
    """Checks the lines of one derivation with open sizes in place of large ones; `verifier` makes one for lines."""

    def __init__(self, lines: tuple[Node, ...], verifier: Callable[[tuple[Node, ...]], Checking]) -> None:
        self._lines = lines
        self._make = verifier
        self._made: dict[tuple[tuple[Size, Size], ...], Checking] = {}

    def check(self, before: Node, after: Node, conditions: tuple[Node, ...]) -> Check | None:
        """What a check at smaller sizes says where the lines agree there; else None."""
        lines = (before, after, *conditions)
        return self._said(lines, lambda verifier, opened: verifier.check(opened[0], opened[1], opened[2:]))

    def refute(self, line: Node, attempt: Node) -> Check | None:
        """The same for an attempt that is to be refuted."""
        return self._said((line, attempt), lambda verifier, opened: verifier.refute(opened[0], opened[1]))

    def _said(self, lines: tuple[Node, ...], ask: Callable[[Checking, tuple[Node, ...]], Check]) -> Check | None:
        letters = _letters((*self._lines, *lines))
        if not letters:
            return None
        try:
            opened = tuple(resized(line, letters, numbers=True) for line in lines)
            key = tuple(letters.items())
            if key not in self._made:
                self._made[key] = self._make(tuple(resized(line, letters, numbers=True) for line in self._lines))
            found = ask(self._made[key], opened)
        except ExplainerError:
            return None
        if not found.ok:
            return None
        sizes = joined(", ", [f"{size:,}" for size in letters])
        return replace(found, message=phrase("{0}, with smaller sizes in place of {1}", found.message, sizes))


def _letters(lines: tuple[Node, ...]) -> Mapping[int, Size]:
    """A letter for each large size; those of open sizes and of variables are taken."""
    sizes: set[int] = set()
    taken: set[str] = set()
    for line in lines:
        taken |= names_in(line)
        for part in each_part(line):
            own = (*part.shape.sizes, part.size) if isinstance(part, Index) else part.shape.sizes
            sizes.update(size for size in own if isinstance(size, int) and size > SMALL)
    letters: dict[int, Size] = {}
    for size in sorted(sizes):
        letters[size] = fresh_size({*taken, *map(str, letters.values())})
    return letters
