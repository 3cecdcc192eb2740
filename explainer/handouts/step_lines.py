"""The lines of a step as every format writes them: what falls away struck through, what is new underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.notation import relation_line, write_notation
from explainer.notation.marking import struck, underlined

if TYPE_CHECKING:
    from explainer.handouts.model import LinePart, StepPart
    from explainer.notation.tree import Notation


def line_before(step: StepPart) -> Notation:
    """The line before a step, with what falls away from it struck through."""
    return struck(write_notation(step.before), step.falling)


def line_after(step: StepPart) -> Notation:
    """The line that a step leads to, behind its equals sign, with what is new underlined."""
    return relation_line(None, "=", underlined(write_notation(step.line), step.changed_after))


def short_line(part: LinePart) -> Notation:
    """A line of a derivation in short; it has one."""
    assert part.line is not None
    return relation_line(None, "=", underlined(write_notation(part.line), part.changed))
