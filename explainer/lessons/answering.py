"""An answer to something to think about: compared by value where a formula is expected, else with the model answer."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.errors import ExplainerError, ParseError
from explainer.expr.node import Node
from explainer.expr.nodes import Equation
from explainer.language.parsing import parse_statement
from explainer.language.pasted import read_as_typed
from explainer.lessons.lesson import Question
from explainer.phrases import joined, phrase
from explainer.practice.counterexample import counterexample
from explainer.practice.typed_line import MOST_CHARACTERS
from explainer.verify import Verifier


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether an answer is right; None where its reader compares it with the model answer. `words` say why."""

    right: bool | None
    words: str


def judge(question: Question, text: str) -> Judged:
    """Judge what was typed. Raises ExplainerError for what cannot be read where a formula is expected."""
    if not text.strip():
        raise ParseError("nothing was typed", text=text, position=0, hint="Write what you think, in a few words.")
    if question.expects is None:
        return Judged(None, phrase("Compare it with the model answer."))
    if len(text) > MOST_CHARACTERS:
        raise ParseError(
            phrase("an answer may have at most {0} characters", f"{MOST_CHARACTERS:,}"),
            text=text,
            position=MOST_CHARACTERS,
            end=len(text),
            hint="Give the line in a shorter form, for instance with common factors taken out or a sum written as Σ.",
        )
    named = question.expects.shapes
    read = read_as_typed(text, lambda plain: parse_statement(plain, named))
    typed = read.right if isinstance(read, Equation) else read
    wanted = question.expects.node
    if typed.shape != wanted.shape:
        shapes = wanted.shape.display(), typed.shape.display()
        return Judged(False, phrase("The answer is {0}, this is {1}.", *shapes))
    check = Verifier((wanted, typed)).check(wanted, typed)
    if check.ok:
        return Judged(True, phrase("Right."))
    if check.undecided:
        raise ExplainerError(phrase("this answer could not be compared: {0}", check.message))
    return Judged(False, joined(" ", [phrase("Not equal to the answer."), *_refuted(wanted, typed)]))


def _refuted(wanted: Node, typed: Node) -> list[str]:
    """The numbers that show it, without the answer where they are it."""
    shown = counterexample(wanted, typed)
    if shown is None:
        return []
    point, right, wrong = shown.told()
    if not point:
        return [phrase("This gives {0}.", wrong)]
    return [phrase("At {0} it is {1}, this gives {2}.", point, right, wrong)]
