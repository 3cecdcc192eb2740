"""“Which rule comes next?”: the right one and three that cannot be used at the marked part.

First come rules that can be used elsewhere on the line, because they are what a hasty eye finds there; then those
whose form fits and whose condition does not; then neighbours in the reference, which are what a rule is confused with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from explainer.engine import Trace
from explainer.expr.node import each_part
from explainer.practice.questions.place import Place, applies, place_of, step_to_find
from explainer.practice.questions.refusal import fits_form, why_not
from explainer.rules import Rule, Words, all_rules
from explainer.rules.rule import about

WRONG = 3
"""So many wrong choices stand beside the right one."""

MOST_PARTS = 120
"""So many parts of a line are looked at for rules that can be used elsewhere; what a longer line holds is there."""

MOST_STEPS = 12
"""The rules of so many steps of the derivation are among those that are offered."""

PRECISE = frozenset({"tidy-up"})
"""Steps of many small rewrites: any of these would be a right answer as well, so none of them is offered."""


@dataclass(frozen=True, slots=True)
class RuleQuestion:
    """The choices in the order in which they are shown, one of them right."""

    place: Place
    choices: tuple[Rule, ...]

    @property
    def right(self) -> Rule:
        """The rule that the derivation uses here."""
        return self.place.rule

    @property
    def right_place(self) -> int:
        """Where the right rule stands among the choices, counted from 0."""
        return self.choices.index(self.right)

    def reason(self, choice: int) -> Words:
        """Why a choice is right or wrong: the use of the rule, or the condition that it does not meet here."""
        chosen = self.choices[choice]
        if chosen is self.right:
            return self.place.step.words
        return why_not(chosen, self.place)


def rule_question(trace: Trace, number: int, seed: int = 0, *, as_derived: bool = False) -> RuleQuestion:
    """The question for a step; equal seeds give equal questions. Raises ExplainerError where there is no such step.

    It looks at the first steps of the whole derivation; `as_derived` at those that are there, and waits for no other.
    """
    if not as_derived:
        trace.step(MOST_STEPS)
    step = step_to_find(trace, number)
    place = place_of(step)
    there = (trace.step(other) for other in range(1, min(trace.derived, MOST_STEPS) + 1))
    used = dict.fromkeys(other.rule.rule for other in there if other is not None)
    choices = [place.rule, *_wrong_choices(place, tuple(rule for rule in used if rule is not None))]
    Random(f"{seed} {step.number} {trace.problem.text[:200]}").shuffle(choices)
    return RuleQuestion(place, tuple(choices))


def _wrong_choices(place: Place, used: tuple[Rule, ...]) -> list[Rule]:
    wrong: list[Rule] = []
    for rule in _tempting(place, used):
        if rule.title not in {known.title for known in wrong} and _is_wrong_here(rule, place):
            wrong.append(rule)
            if len(wrong) == WRONG:
                break
    return wrong


def _is_wrong_here(rule: Rule, place: Place) -> bool:
    if rule.is_wrong or rule is place.rule or rule.title == place.rule.title:
        return False
    if rule.phase in ("introduce", "combine") and place.rule.phase == "differentiate":
        return False  # the chain rule is another way to go on, not a mistake
    return not place.covers(rule)


def _tempting(place: Place, used: tuple[Rule, ...]) -> Iterator[Rule]:
    """Rules that somebody might take for the right one, the most tempting first; `used` are those of the derivation."""
    phase = place.rule.phase
    if place.rule.id in PRECISE:
        yield from (rule for rule in used if rule.phase not in ("tidy", "collapse"))
        yield from (rule for rule in _near(_first_rule(), all_rules()) if rule.phase == "differentiate")
        return
    yield from (rule for rule in _elsewhere(place) if rule.phase == phase)
    alike = [rule for rule in _near(place.rule, all_rules()) if rule.phase == phase and _of_one_world(rule, place.rule)]
    yield from (rule for rule in alike if fits_form(rule, place))
    yield from (rule for rule in used if rule.phase == phase)
    yield from alike
    yield from used
    yield from _near(place.rule, all_rules())


def _first_rule() -> Rule:
    return all_rules()[0]


def _elsewhere(place: Place) -> Iterator[Rule]:
    """The rules that can be used on other parts of the line."""
    found: dict[Rule, None] = {}
    for count, part in enumerate(each_part(place.line)):
        if count == MOST_PARTS:
            break
        for rule in about(all_rules(), type(part)):
            if rule not in found and applies(rule, part):
                found[rule] = None
                yield rule


def _of_one_world(rule: Rule, other: Rule) -> bool:
    """Whether two rules are about the same kinds of parts, so that one could be taken for the other."""
    return bool(set(rule.kinds) & set(other.kinds))


@cache
def _order() -> dict[Rule, int]:
    return {rule: place for place, rule in enumerate(all_rules())}


def _near(rule: Rule, others: Iterable[Rule]) -> list[Rule]:
    """Rules by their distance in the reference, those of the same family first, then those of the same package."""
    order, package = _order(), _package(rule)
    return sorted(
        others,
        key=lambda other: (other.family != rule.family, _package(other) != package, abs(order[other] - order[rule])),
    )


def _package(rule: Rule) -> str:
    return rule.function.__module__.rpartition(".")[0]
