"""Hints in four grades: where to look, which rule, the rule with its letters put in, the line."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.engine import Trace
from explainer.engine.lettering import stated
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, each_part, substitute
from explainer.expr.nodes import Equation, FunctionCall, SizeValue, Variable, size_value
from explainer.phrases import sentence
from explainer.practice.questions.place import Place, place_of, step_to_find
from explainer.practice.questions.refusal import SPACE, fits
from explainer.rules import Words

GRADES = ("where", "rule", "letters", "line")
"""What each hint tells, the least first."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: its grade from 1 to 4, the parts of the line before that light up, and what it says.

    `line` is the line that is sought, with the last grade only.
    """

    grade: int
    paths: tuple[Path, ...]
    words: Words
    line: Node | None = None


def hint_for(trace: Trace, number: int, grade: int) -> Hint:
    """The hint of a grade for a step. Raises ExplainerError where there is no such step or grade."""
    if not 1 <= grade <= len(GRADES):
        raise ExplainerError("there are four hints", hint="Ask for one of 1 to 4.")
    step = step_to_find(trace, number)
    place = place_of(step)
    if grade == 1:
        return Hint(grade, place.paths, sentence("Look at {part}.", {"part": place.marked[0]}))
    if grade == 2:
        return Hint(grade, place.paths, sentence("The rule here: {title}.", {"title": place.rule.title}))
    if grade == 3:
        return Hint(grade, place.paths, _with_letters(place))
    sought = step.news if len(step.news) == 1 else (step.after,)
    return Hint(grade, place.paths, sentence("The line: {line}", {"line": sought[0]}), step.after)


def _with_letters(place: Place) -> Words:
    """The statement of the rule with the actual parts in the places of its letters; else the reason in words, and what
    the letters are here that it does not name. A letter of the problem's own would be taken for that.
    """
    step, bindings = place.step, place.step.bindings
    filled = put_in(place)
    if filled is not None:
        return sentence("{statement}", {"statement": filled})
    words: Words = step.words
    own = {part.name for part in step.before.free if isinstance(part, Variable)}
    for letter, part in bindings.items():
        if len(letter) == 1 and letter not in own and not any(named is part for named in step.words):
            words += SPACE + sentence("Here {letter} is {part}.", {"letter": letter, "part": part})
    return words


def _sizes_put_in(meaning: dict[Node, Node]) -> dict[Node, Node]:
    """The sizes that a statement counts with, as those of what its letters stand for: the n of 2/n."""
    found: dict[Node, Node] = {}
    for letter, part in meaning.items():
        if len(letter.shape.sizes) == len(part.shape.sizes):
            for own, here in zip(letter.shape.sizes, part.shape.sizes, strict=True):
                if isinstance(own, str) and own != here:
                    found[SizeValue(own)] = size_value(here)
    return found


def put_in(place: Place) -> Node | None:
    """The statement with its letters put in; None where some letter has no meaning here, or it is an example only."""
    step, rule = place.step, place.rule
    if rule.by_example and step.statement == rule.statement:
        return None
    statement = stated(step.statement, tuple(rule.shapes.items()))
    if not isinstance(statement, Equation):
        return None
    letters = {part for part in each_part(statement) if isinstance(part, Variable)}
    if any(isinstance(part, FunctionCall) for part in each_part(statement)):
        return None
    meaning: dict[str, Node] = {}
    if not fits(statement.left, place.part, meaning):
        meaning = {}
    meaning |= step.bindings
    if any(letter.name not in meaning for letter in letters):
        return None
    try:
        put: dict[Node, Node] = {letter: meaning[letter.name] for letter in letters}
        return substitute(statement, put | _sizes_put_in(put))
    except ExplainerError:
        return None  # the statement is for shapes of its own, which these parts do not have
