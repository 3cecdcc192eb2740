"""How the kinds of the parts of one node make the kind of the whole, and what speaks against each combination."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from explainer.language.kinds.conventions import MISFIT, SCALAR


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
