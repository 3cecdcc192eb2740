"""A derivation as an expert writes it: each line carries every derivative that is still open one rule further.

Linear rules, derivatives of the variable itself and of constants, and zeros and ones are done in passing; a product, a
quotient or a function of something composed ends its line, so that the pattern of the rule is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from explainer.engine.joining import IN_PASSING, finishing, hidden, in_lines, opened
from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move
from explainer.engine.methods.ending import finished
from explainer.engine.methods.operator import Fallbacks, derivative_move
from explainer.engine.methods.places import Waiting, is_alone, next_derivative
from explainer.engine.tidied_lines import first_move
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, Path, at, each_part
from explainer.expr.node import replace as put_in
from explainer.expr.nodes import Derivative, Entry, Transpose, Variable, Where
from explainer.rules import Rule
from explainer.rules.tidy import matrices, units

LIGHT: tuple[Rule, ...] = (
    units.zero_factor, units.one_factor, units.zero_term, matrices.identity_factor, matrices.zero_matrix,
)  # fmt: skip
"""What nobody carries on to the next line: zeros, ones, identity matrices."""

WRITTEN_OUT = frozenset({"jacobian-entries", "expand-definition", "jacobian", "gradient"})
"""What is written out so is seen before it is differentiated."""


class Board:
    """A line on which one derivative after the other is carried out.

    In a scalar line these come from the left to the right, and what a move leaves open is found beside it. So the
    search goes on around the place of the last move, and what stands further out is made anew when the search leaves
    it: in a deep line that is most of it.
    """

    def __init__(self, line: Node, goes_on_beside: bool) -> None:
        self.part = line
        self.around: Path = ()
        """Where the part stands in the line."""
        self._outer: list[Node] = []
        """What stands around it, from the line on, as it was when the part was entered."""
        self._goes_on_beside = goes_on_beside and line.shape.is_scalar and not isinstance(line, Transpose)

    @property
    def line(self) -> Node:
        """The whole line as it is by now; the part is the line then."""
        while self.widen():
            pass
        return self.part

    def widen(self) -> bool:
        """Look at the part around the present one, if there is one."""
        if not self._outer:
            return False
        self.part = put_in(self._outer.pop(), self.around[-1:], self.part)
        self.around = self.around[:-1]
        return True

    def apply(self, move: Move) -> None:
        """Make a move whose path leads from the present part, and stay around its place."""
        path = move.path
        if not path and self.around:  # what comes of it may join what is around it
            path = self.around[-1:]
            self.widen()
        if self._goes_on_beside and self._may_stay_beside(path[:-1]):
            for k in path[:-1]:
                self._outer.append(self.part)
                self.part = self.part.children[k]
            self.around, path = (*self.around, *path[:-1]), path[-1:]
        self.part = apply_move(self.part, replace(move, path=path))

    def _may_stay_beside(self, path: Path) -> bool:
        """Whether no derivative stands around a place: in it only what is inside is looked at."""
        node = self.part
        for k in path:
            if isinstance(node, Derivative | Where):
                return False
            node = node.children[k]
        return node.shape.is_scalar and not isinstance(node, Derivative | Where)


Find = Callable[[Board, Waiting], Move | None]
"""The next move on the part of a line that is looked at, leaving some derivatives waiting; None where there is none."""


def levels(line: Node, fallbacks: Fallbacks) -> Moves:
    """The operator, level by level."""

    def find(board: Board, waiting: Waiting) -> Move | None:
        part = board.part
        path = next_derivative(part, waiting=waiting)
        if path is None:
            return None
        return derivative_move(at(part, path), path, fallbacks, alone=not board.around and is_alone(part, path))

    return (yield from ByLevels(find, goes_on_beside=True).run(line, finished))


class ByLevels:
    """Runs the moves that carry out derivatives, level by level, and says where a line ends."""

    def __init__(self, find: Find, goes_on_beside: bool = False) -> None:
        self._find = find
        self._goes_on_beside = goes_on_beside
        self._begins = False
        self._derives = True

    def run(self, line: Node, finish: Callable[[Node], Moves]) -> Moves:
        """All derivatives, then what `finish` does with the last line, joined to lines."""
        return (yield from in_lines(line, self._all(line, finish), self._joins))

    def _all(self, line: Node, finish: Callable[[Node], Moves]) -> Moves:
        board, waiting = Board(line, self._goes_on_beside), Waiting()
        only_written_out = True
        while True:
            move = self._find(board, waiting)
            if move is None and board.widen():
                continue
            if move is None and not waiting:
                break
            if move is None:
                line = board.line
                while (light := first_move(line, LIGHT)) is not None:
                    yield light
                    line = apply_move(line, light)
                board, waiting = Board(line, self._goes_on_beside), Waiting()
                self._begins = only_written_out = True
                continue
            if hidden(move) > MOST_HIDDEN:
                whole = replace(move, path=(*board.around, *move.path))
                line = yield from self._opened(board.line, whole)
                board = Board(line, self._goes_on_beside)
                continue
            yield replace(move, path=(*board.around, *move.path)) if board.around else move
            self._begins = False
            board.apply(move)
            only_written_out = only_written_out and move.rule.phase == "expand"
            if move.rule.id not in IN_PASSING and not (only_written_out and move.rule.id in WRITTEN_OUT):
                waiting.update(part for part in each_part(move.rewrite.after) if part.has_derivative and _is_open(part))
        self._derives = False
        return (yield from finish(board.line))

    def _opened(self, line: Node, move: Move) -> Moves:
        """The moves folded into one, where they are too many: each is a line of its own, and so is what comes next."""
        for part in opened(line, move):
            self._begins = True
            yield part
            line = apply_move(line, part)
        return line

    def _joins(self, group: Sequence[Move], move: Move) -> bool:
        if self._begins:
            return False
        if self._derives:
            return move.rule.phase == "expand" or not any(part.rule.id in WRITTEN_OUT for part in group)
        return finishing(group, move)


def _is_open(part: Node) -> bool:
    """Whether this is a derivative that more than a glance is needed for."""
    if not isinstance(part, Derivative) or not depends_on(part.body, part.wrt):
        return False
    body = part.body.base if isinstance(part.body, Entry) else part.body
    return not isinstance(body, Variable)
