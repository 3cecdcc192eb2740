"""What is answered to a typed line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.phrases import phrase
from explainer.practice.counterexample import Counterexample
from explainer.rules import Words

Verdict: TypeAlias = Literal["next", "ahead", "equal", "unchanged", "transposed", "wrong", "unreadable"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to a typed line.

    `verdict` is `next` (the line that the derivation has there), `ahead` (right, and a later line or the result;
    `steps` are the titles of the rules that were joined), `equal` (right, on a way of its own), `unchanged` (right, but
    nothing was done), `transposed` (right in the other layout), `wrong` or `unreadable`. `mistake` is the id of a known
    mistake, or None; `where` the smallest part that is wrong, where one alone is. `reached` is the number of the last
    step that a right line stands for: the next one is asked for then.
    """

    verdict: Verdict
    message: str
    mistake: str | None = None
    counterexample: Counterexample | None = None
    where: Node | None = None
    steps: tuple[str, ...] = ()
    reached: int = 0
    error: ExplainerError | None = None
    """Of what cannot be read: what is wrong with it, where, and a way on."""
    told: Words = ()

    @property
    def words(self) -> Words:
        """The message, with the part that a mistake was made in as a formula."""
        return self.told or (phrase(self.message),)
