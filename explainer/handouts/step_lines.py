"""The lines of a step as every format writes them: what falls away struck through, what is new underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.notation import relation_line, write_notation
from explainer.notation.marking import struck, underlined
from explainer.notation.tree import Lines, Operator, Part, Row

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.expr.nodes import Equation
    from explainer.handouts.model import LinePart, StepPart
    from explainer.notation.tree import Notation


def line_before(step: StepPart) -> Notation:
    """The line before a step, with what falls away from it struck through."""
    return struck(write_notation(step.before), step.falling)


def line_after(step: StepPart) -> Notation:
    """The line that a step leads to, behind its equals sign, with what is new underlined; of a mistake its line."""
    if step.tempting is not None:
        return wrong_line(step.tempting)
    return relation_line(None, "=", underlined(write_notation(step.line), step.changed_after))


def _row(fact: Equation) -> tuple[Notation, ...]:
    return write_notation(fact.left), Row((Operator("=", "relation"), write_notation(fact.right)))


def wrong_line(tempting: Node) -> Notation:
    """What does not follow, behind a sign that says so, struck through."""
    return relation_line(None, "!=", struck(Part(write_notation(tempting), ()), ((),)))


def short_line(part: LinePart) -> Notation:
    """A line of a derivation in short; it has one. Of a program there is what the step adds to it."""
    assert part.line is not None
    if part.facts:
        return Lines(tuple(_row(fact) for fact in part.facts))
    return relation_line(None, "=", underlined(write_notation(part.line), part.changed))
