"""Going through the lines by keys: of a term whose derivation lies over the board, in projection, or on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.gui.board.board import Board
from explainer.gui.lecture.projection import Projection

if TYPE_CHECKING:
    from explainer.session import Session


class Stepping:
    """What the keys for steps do, wherever somebody is."""

    def __init__(self, board: Board, projection: Projection) -> None:
        self._board = board
        self._projection = projection

    def next(self) -> None:
        """Go to the next line; in projection from the last one on to the next problem of the lesson."""
        if self._inner is None:
            self._projection.next()
        else:
            self._inner.next()

    def previous(self) -> None:
        """Go back to the line before; from the first line of the derivation of a term to where it was opened."""
        if self._inner is None:
            self._projection.previous()
        elif not self._inner.previous():
            self._projection.speaker.layers.go_out()

    def first(self) -> None:
        """Go back to the problem."""
        self._go_to(0)

    def last(self) -> None:
        """Go to the last line."""
        self._go_to(None)

    def jump_or_next(self) -> None:
        """Go to the step whose number was typed on the board, else open the term that is lit, else go on."""
        number = self._board.take_typed_number()
        if number is None:
            number = self._projection.take_typed_number()
        if number is not None:
            self._go_to(number)
        elif not self._projection.speaker.open_term():
            self.next()

    @property
    def _inner(self) -> Session | None:
        """The derivation of a term that the keys step through, while one lies over the board."""
        nested = self._projection.speaker.layers.nested
        return None if nested is None else nested.session

    def _go_to(self, position: int | None) -> None:
        """Go to a line, None for the last one."""
        if self._inner is None:
            self._projection.go_to(position)
        elif position is None:
            self._inner.last()
        else:
            self._inner.go_to(position)
