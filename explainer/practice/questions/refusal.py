"""Why a rule does not apply at a part: its own form and condition, in the terms that actually stand there.

The statement of a rule is laid over the part. Where the form fits, its letters get their meaning and the condition is
what fails; where it does not, the form that the rule needs and the one that is there are told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from explainer.engine.lettering import stated
from explainer.expr.called import called
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, fields_of
from explainer.expr.nodes import Apply, Derivative, Equation, FunctionCall, Hadamard, Product, Sum, Variable, Where
from explainer.expr.program import count_paths, is_of_vectors
from explainer.phrases import phrase, sentence
from explainer.practice.questions.place import Place
from explainer.rules import Rule, Words
from explainer.rules.chain.programs import asked_of

SPACE: Words = (" ",)
"""Between two sentences."""

_LETTERS = re.compile(r"[^\W\d_]\w*")


def why_not(rule: Rule, place: Place) -> Words:
    """Why a rule cannot be used at a place, in a sentence or two."""
    pattern, part = _left_side(rule), place.part
    if isinstance(part, Where):
        return _in_program(rule, part)
    if pattern is None or isinstance(pattern, Where):
        return _needs_condition(rule) or sentence("No intermediate variables have been introduced here.", {})
    if isinstance(pattern, Derivative) and not part.has_derivative:
        return sentence("It carries out a derivative, and in {part} none is open.", {"part": part})
    bound: dict[str, Node] = {}
    if fits(pattern, part, bound) or _is_for_anything(rule, pattern, part, bound):
        return _failing_condition(rule, pattern, part, bound)
    return _other_form(rule, pattern, part)


def _is_for_anything(rule: Rule, pattern: Node, part: Node, bound: dict[str, Node]) -> bool:
    """Whether a rule differentiates whatever meets its condition, as that of constants does."""
    if not isinstance(pattern, Derivative) or not isinstance(part, Derivative) or not rule.condition:
        return False
    if not isinstance(pattern.body, Variable) or not isinstance(pattern.wrt, Variable):
        return False
    bound |= {pattern.body.name: part.body, pattern.wrt.name: part.wrt}
    return True


def fits_form(rule: Rule, place: Place) -> bool:
    """Whether the form of a rule fits the part, whatever its condition says."""
    pattern = _left_side(rule)
    return pattern is not None and not isinstance(pattern, Variable) and fits(pattern, place.part, {})


@cache
def _left_side(rule: Rule) -> Node | None:
    statement = stated(rule.statement, tuple(rule.shapes.items()), rule.is_wrong)
    return statement.left if isinstance(statement, Equation) else None


def kind_of(part: Node) -> str:
    """What a part is, in words: a sum, a power, a value of the sine."""
    if isinstance(part, Apply):
        return phrase("a value of the function “{0}”", part.operation.name)
    return called(part)


def _needs_condition(rule: Rule) -> Words:
    if not rule.condition:
        return ()
    return sentence("Its condition: {condition}.", {"condition": phrase(rule.condition)})


def _in_program(rule: Rule, part: Where) -> Words:
    """Why a rule does not fit a program of names: how x reaches the result there, and what is still open."""
    words = _needs_condition(rule)
    asked = asked_of(part)
    if asked is None:
        told = sentence("Here the value is {value}.", {"value": part.body})
        return words + SPACE + told if words else told
    count = count_paths(part.definitions, asked.wrt).get(asked.body, 0)
    if not rule.condition:
        return sentence("What is asked for is still {asked}: nothing of it can be replaced yet.", {"asked": asked})
    facts: dict[str, Node | int] = {"x": asked.wrt, "y": asked.body, "count": count}
    told = (
        sentence("Here there is one path from {x} to {y}.", facts)
        if count == 1
        else sentence("Here {count} paths lead from {x} to {y}.", facts)
    )
    of_vectors = is_of_vectors(part.definitions, asked.wrt)
    if rule.shapes and not of_vectors:
        told += SPACE + sentence("All values are scalars.", {})
    elif of_vectors and not rule.shapes and rule.condition:
        told += SPACE + sentence("Not all values are scalars.", {})
    return words + SPACE + told if words else told


def _other_form(rule: Rule, pattern: Node, part: Node) -> Words:
    """The form that the rule needs, and what stands here instead."""
    inside, wanted = part, pattern
    differentiated = isinstance(part, Derivative) and isinstance(pattern, Derivative)
    if isinstance(part, Derivative) and isinstance(pattern, Derivative):
        inside, wanted = part.body, pattern.body
    needed = phrase("a function") if isinstance(wanted, FunctionCall) else kind_of(wanted)
    found = kind_of(inside)
    parts = {"form": pattern, "wanted": needed, "part": inside, "kind": found}
    if needed and found and type(wanted) is not type(inside) and not isinstance(wanted, Variable):
        if differentiated:
            return sentence("It needs {wanted}: {form}. What is differentiated here is {part}, which is {kind}.", parts)
        return sentence("It needs {wanted}: {form}. What stands here is {part}, which is {kind}.", parts)
    if wanted.shape.is_scalar != inside.shape.is_scalar:
        shape = {**parts, "shape": inside.shape.display()}
        if wanted.shape.is_scalar:
            return sentence("It is for scalars: {form}. Here {part} is {shape}.", shape)
        return sentence("It is for vectors or matrices: {form}. Here {part} is a scalar.", shape)
    words = sentence("It is for {form}. Here stands {part}.", parts)
    return words + SPACE + _needs_condition(rule) if rule.condition else words


def _failing_condition(rule: Rule, pattern: Node, part: Node, bound: Mapping[str, Node]) -> Words:
    """The condition, and what it is about here."""
    if not rule.condition:
        return sentence("It would change nothing in {part}.", {"part": part})
    words: Words = sentence("It needs: {condition}.", {"condition": phrase(rule.condition)})
    wrt = part.wrt if isinstance(part, Derivative) else None
    own = pattern.wrt.text() if isinstance(pattern, Derivative) else ""
    for letter in dict.fromkeys(_LETTERS.findall(rule.condition)):
        meant = bound.get(letter)
        if meant is None or letter == own:
            continue
        parts = {"letter": letter, "part": meant, "x": wrt}
        if wrt is None:
            words += SPACE + sentence("Here {letter} is {part}.", parts)
        elif meant is wrt:
            words += SPACE + sentence("Here {letter} is {part}, the variable itself.", parts)
        elif depends_on(meant, wrt):
            words += SPACE + sentence("Here {letter} is {part}, which depends on {x}.", parts)
        else:
            words += SPACE + sentence("Here {letter} is {part}, which does not depend on {x}.", parts)
    return words


def fits(pattern: Node, part: Node, bound: dict[str, Node]) -> bool:
    """Whether a part has the form of a pattern, whose letters stand for anything; `bound` tells for what.

    Sums and products of more members than the pattern has fit it: its last letter stands for the rest.
    """
    if pattern.shape.is_scalar != part.shape.is_scalar:
        return False
    if isinstance(pattern, Variable):
        known = bound.setdefault(pattern.name, part)
        return known is part
    if isinstance(pattern, FunctionCall) and not isinstance(part, FunctionCall):
        bound.setdefault(pattern.name, part)
        return isinstance(part, Apply)
    if type(pattern) is not type(part):
        return False
    if isinstance(pattern, Derivative) and isinstance(part, Derivative):
        return fits(pattern.wrt, part.wrt, bound) and fits(pattern.body, part.body, bound)
    if isinstance(pattern, Sum | Product | Hadamard) and len(part.children) > len(pattern.children):
        kept = len(pattern.children) - 1
        part = type(part)((*part.children[:kept], type(part)(part.children[kept:])))  # type: ignore[call-arg]
    if len(pattern.children) != len(part.children):
        return False
    if not pattern.children and fields_of(pattern) != fields_of(part):
        return False
    if isinstance(pattern, Apply) and isinstance(part, Apply) and pattern.operation is not part.operation:
        return False
    return all(fits(p, q, bound) for p, q in zip(pattern.children, part.children, strict=True))
