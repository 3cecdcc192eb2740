"""What the numbers say of a step, found when it is asked for: a short handout, for one, tells none of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.verify.check import State


class Checked:
    """The check of a step, as a sentence and as a sign."""

    find_check: Callable[[], str]
    find_state: Callable[[], State]

    @property
    def check(self) -> str:
        """What the numbers say, as a sentence."""
        return self.find_check()

    @property
    def state(self) -> State:
        """What the numbers say."""
        return self.find_state()

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the step."""
        return self.state != "failed"

    @property
    def sign(self) -> str:
        """What the numbers say, as a sign: ✓ they agree, ✗ they do not, ? they say nothing."""
        return {"ok": "✓", "failed": "✗", "unchecked": "?"}[self.state]
