"""A derivation as an expert writes it: each line carries every derivative that is still open one rule further.

Linear rules, derivatives of the variable itself and of constants, and zeros and ones are done in passing; a product, a
quotient or a function of something composed ends its line, so that the pattern of the rule is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explainer.engine.joining import IN_PASSING, finishing, hidden, in_lines, opened
from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move
from explainer.engine.methods.ending import finished
from explainer.engine.methods.operator import Fallbacks, derivative_move
from explainer.engine.methods.places import Waiting, is_alone, next_derivative
from explainer.engine.tidied_lines import first_move
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, at, each_part
from explainer.expr.nodes import Derivative, Entry, Variable
from explainer.rules import Rule
from explainer.rules.tidy import matrices, units

LIGHT: tuple[Rule, ...] = (
    units.zero_factor, units.one_factor, units.zero_term, matrices.identity_factor, matrices.zero_matrix,
)  # fmt: skip
"""What nobody carries on to the next line: zeros, ones, identity matrices."""

WRITTEN_OUT = frozenset({"jacobian-entries", "expand-definition", "jacobian", "gradient"})
"""What is written out so is seen before it is differentiated."""

Find = Callable[[Node, Waiting], Move | None]
"""The next move on a line that leaves some derivatives waiting; None where there is none."""


def levels(line: Node, fallbacks: Fallbacks) -> Moves:
    """The operator, level by level."""

    def find(line: Node, waiting: Waiting) -> Move | None:
        path = next_derivative(line, waiting=waiting)
        return None if path is None else derivative_move(at(line, path), path, fallbacks, alone=is_alone(line, path))

    return (yield from ByLevels(find).run(line, finished))


class ByLevels:
    """Runs the moves that carry out derivatives, level by level, and says where a line ends."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._begins = False
        self._derives = True

    def run(self, line: Node, finish: Callable[[Node], Moves]) -> Moves:
        """All derivatives, then what `finish` does with the last line, joined to lines."""
        return (yield from in_lines(line, self._all(line, finish), self._joins))

    def _all(self, line: Node, finish: Callable[[Node], Moves]) -> Moves:
        waiting = Waiting()
        only_written_out = True
        while True:
            move = self._find(line, waiting)
            if move is None and not waiting:
                break
            if move is None:
                while (light := first_move(line, LIGHT)) is not None:
                    yield light
                    line = apply_move(line, light)
                waiting = Waiting()
                self._begins = only_written_out = True
                continue
            if hidden(move) > MOST_HIDDEN:
                line = yield from self._opened(line, move)
                continue
            yield move
            self._begins = False
            line = apply_move(line, move)
            only_written_out = only_written_out and move.rule.phase == "expand"
            if move.rule.id not in IN_PASSING and not (only_written_out and move.rule.id in WRITTEN_OUT):
                waiting.update(part for part in each_part(move.rewrite.after) if _is_open(part))
        self._derives = False
        return (yield from finish(line))

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
