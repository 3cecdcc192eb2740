"""The numbers of a sweep: the values forward, then the adjoints, each from those that were found before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.errors import ExplainerError
from explainer.expr.evaluate import Evaluator
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, each_part
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import Derivative, Variable, Where

if TYPE_CHECKING:
    from explainer.expr.arrays import Array

MOST_NUMBERS: Final = 20_000
"""With more numbers given nothing is worked out beside a picture that could not show them anyway."""


class SweepNumbers:
    """Values of the names of a program and of the adjoints that it knows, for given values by name."""

    def __init__(self, program: Where, given: Mapping[str, Any]) -> None:
        """Raises ExplainerError where the values do not fit the program."""
        with numpy.errstate(all="ignore"):
            self._evaluator = Evaluator(GivenValues(program, given)).where(program.definitions, ())
            self._last = program.definitions[-1].left
            self._letters: dict[Node, Node] = {}
            known: dict[Node, Array] = {}
            self.adjoints: dict[Node, Array] = {}
            for number, fact in enumerate(program.facts):
                if isinstance(fact.left, Derivative):
                    value = self._with(known).value(replace_parts(fact.right, self._letters))
                    letter = Variable(f"adjoint {number}", fact.left.shape)
                    self._letters[fact.left] = letter
                    known[letter] = self.adjoints[fact.left.wrt] = numpy.array(value, dtype=float)
            self._known = known

    @property
    def are_finite(self) -> bool:
        """Whether the last value and all adjoints that are known have values."""
        return all(
            numpy.isfinite(value).all() for value in (self._evaluator.value(self._last), *self.adjoints.values())
        )

    def _with(self, known: Mapping[Node, Array]) -> Evaluator:
        return self._evaluator.inner(known, (), (), ()) if known else self._evaluator

    def of(self, part: Node) -> Array | None:
        """The value of a part of the program, or None where it has none by itself."""
        try:
            with numpy.errstate(all="ignore"):
                part = replace_parts(part, self._letters)
                if any(isinstance(inner, Derivative) for inner in each_part(part)):
                    return None
                return numpy.array(self._with(self._known).value(part), dtype=float)
        except ExplainerError:
            return None


def numbers_of(program: Where, given: Mapping[str, Any]) -> SweepNumbers | None:
    """The numbers for what is given; None where nothing is, where it does not fit, and where it is very much."""
    if not given or sum(int(numpy.size(value)) for value in given.values()) > MOST_NUMBERS:
        return None
    try:
        return SweepNumbers(program, given)
    except ExplainerError:
        return None
