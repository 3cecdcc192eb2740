"""What is said of a wrong line, in words with formulas, and as a text."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.phrases import Phrase, joined, phrase
from explainer.practice.counterexample import Counterexample
from explainer.practice.diagnosis import Diagnosis
from explainer.practice.questions.refusal import SPACE
from explainer.rules import Words


def words_for(found: Diagnosis | None, shown: Counterexample | None, expected: Node, typed: Node) -> Words:
    """What is said of a wrong line: the mistake, the shapes where they differ, the numbers that refute it."""
    said: list[Words] = [found.words] if found is not None else []
    if expected.shape != typed.shape:
        shapes = (expected.shape.display(), typed.shape.display())
        said.append((phrase("The result is {0}, this is {1}.", *shapes),))
    if shown is not None:
        point, expected_there, typed_there = shown.told()
        if point:
            said.append((phrase("At {0} it is {1}, this gives {2}.", point, expected_there, typed_there),))
        else:
            said.append((phrase("It is {0}, this gives {1}.", expected_there, typed_there),))
    if not said:
        return (phrase("This is not equal to the line before."),)
    words = said[0]
    for more in said[1:]:
        words = words + SPACE + more
    return words


def message_of(words: Words) -> Phrase:
    """Words as a text, formulas in the input language; it can be told in other languages too."""
    return joined("", [part.text() if isinstance(part, Node) else part for part in words])
