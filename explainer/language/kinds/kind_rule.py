"""How the kinds of the parts of one node make the kind of the whole, and what speaks against each combination.

A rule goes over the parts of a node from left to right with a small state, so that sums and products of any length
are judged in one go: `step(state, place, kind)` gives the next state and a cost, `finish(state)` the kind of the whole.
Costs are ranks, see `conventions.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.language.kinds.conventions import MISFIT, SCALAR
from explainer.language.text.syntax import Syntax

if TYPE_CHECKING:
    from explainer.language.kinds.surroundings import Surroundings


class Rule(NamedTuple):
    """How the kinds of the parts of one node make the kind of the whole."""

    begin: Any
    step: Callable[[Any, int, int], tuple[Any, float]]
    finish: Callable[[Any], tuple[int, float]]


def done(state: int) -> tuple[int, float]:
    """The end of a rule whose state is the kind."""
    return state, 0.0


def unary(costs: dict[int, tuple[int, float]]) -> Rule:
    """A node of one part: for every kind of it the kind of the whole and what speaks against it."""
    return Rule(SCALAR, lambda _state, _place, kind: costs.get(kind, (SCALAR, MISFIT)), done)


def constant(kind: int) -> Callable[[Syntax, Surroundings], Rule]:
    """A node of this kind whatever its parts are."""
    return lambda _node, _around: Rule(kind, lambda state, _place, _kind: (state, 0.0), done)


def same(node: Syntax, around: Surroundings) -> Rule:
    """The kind of the first part."""
    return Rule(SCALAR, lambda state, place, kind: (kind if place == 0 else state, 0.0), done)


always_scalar = constant(SCALAR)
"""What has no parts whose kind matters is a number."""
