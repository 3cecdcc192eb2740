"""A step as it is announced to who hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.phrases import phrase, retold, translated
from explainer.session.lines.card import line_notation, notation_of, sentence

if TYPE_CHECKING:
    from explainer.engine import Step
    from explainer.expr.node import Node


def spoken_step(step: Step) -> str:
    """A step as it is announced: number, rule, reason, and the line as it is read aloud.

    Of a program of intermediate variables only what is new: all of it would take a minute at every step.
    """
    from explainer.notation import speech

    reason = "".join(part if isinstance(part, str) else speech(part) for part in retold(sentence(step.words)))
    reason = reason.replace("→", translated("to")).replace("×", translated(" by "))
    start = phrase("Step {0}, {1}. {2}", step.number, phrase(step.title), reason)
    if step.attempt is not None:
        return phrase("{0} The line stays as it is.", start)
    if step.news != (step.after,):
        said = "; ".join(speech(notation_of(part)) for part in step.news)
        short = "; ".join(speech(notation_of(in_names(part, step))) for part in step.news)
        if len(said.split()) > LONG_TO_HEAR and len(short) < len(said):
            return phrase("{0} New, with the names that were given: {1}.", start, short)
        return phrase("{0} New: {1}.", start, said)
    said = speech(line_notation(step.after, True, step.touched_after))
    if len(said.split()) > LONG_TO_HEAR:
        short = speech(notation_of(in_names(step.after, step)))
        if len(short) < len(said):
            return phrase("{0} The line is now, with the names that were given: {1}.", start, short)
    return phrase("{0} The line is now: {1}.", start, said)


LONG_TO_HEAR = 60
"""What has more words than these is said with the names that the lines before it gave."""


def in_names(part: Node, step: Step) -> Node:
    """What a step made, with the names of a program in the places of what they stand for."""
    from explainer.expr.node import each_part, substitute
    from explainer.expr.nodes import Derivative, Equation, Where
    from explainer.rules.chain.meaning import meaning_of

    defines = any(isinstance(inner, Where) for inner in each_part(part))
    if defines or (isinstance(part, Equation) and not isinstance(part.left, Derivative)):
        return part  # a definition says what a name stands for
    program = next((inner for line in (step.after, step.before) for inner in each_part(line)
                    if isinstance(inner, Where)), None)  # fmt: skip
    if program is None:
        return part
    names = {right: left for left, right in meaning_of(program.definitions).items() if right.part_count > 1}
    return substitute(part, names)
