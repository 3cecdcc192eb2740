"""The known mistakes, one family in a module: with scalars, powers, vectors and matrices, in networks, of the pen.

Start reading in `scalars.py`; `in_steps.py` makes some of them in the use of any rule. To add a mistake: one
declaration; the diagnosis and the tests follow.
"""

from __future__ import annotations

from explainer.practice.mistake import Mistake, declared_mistakes
from explainer.practice.mistakes import activations, in_steps, matrices, networks, powers, scalars, slips, vectors

FAMILIES = (scalars, powers, vectors, matrices, networks, activations, slips)
"""In the order in which they are tried: a slip with scalars is the more likely one."""


def all_mistakes() -> tuple[Mistake, ...]:
    """Every known mistake."""
    order = [family.__name__ for family in FAMILIES]
    return tuple(sorted(declared_mistakes(), key=lambda made: order.index(made.function.__module__)))


def find_mistake(identifier: str) -> Mistake | None:
    """The mistake with an id such as `product-of-derivatives`, or None."""
    return next((made for made in all_mistakes() if made.id == identifier), None)


__all__ = ["FAMILIES", "Mistake", "all_mistakes", "find_mistake", "in_steps"]
