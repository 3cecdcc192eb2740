"""Where a step acts: the line, the parts that are marked there, and what a rule has to match to apply at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.engine import Step, Trace
from explainer.engine.step import JoinedStep
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, at
from explainer.expr.nodes import Cases, Derivative, Equation, Where
from explainer.phrases import phrase
from explainer.rules import Rule
from explainer.threads import recent


@dataclass(frozen=True, slots=True)
class Place:
    """One use of one rule, as a learner is asked for it.

    `paths` are the marked parts of the `line`. `part` is what the rule is used on: what is marked, the derivative of
    the definition that is marked, or the program that it belongs to. `step` is the single step that uses the rule: of a
    line that joins several, the first.
    """

    line: Node
    paths: tuple[Path, ...]
    part: Node
    rule: Rule
    step: Step

    @property
    def marked(self) -> tuple[Node, ...]:
        """The parts that are marked."""
        return tuple(at(self.line, path) for path in self.paths)

    def covers(self, rule: Rule) -> bool:
        """Whether a rule could be used at the marked parts, on one of them or on what they belong to."""
        return any(applies(rule, part) for part in candidates(self.line, self.paths))


def applies(rule: Rule, part: Node) -> bool:
    """Whether a rule matches a part; one that fails on it does not."""
    try:
        return _matches(rule, part)
    except ExplainerError:
        return False


@recent(5_000)
def _matches(rule: Rule, part: Node) -> bool:
    """The same, remembered: the lines of a derivation share their parts, and each is asked about by dozens of rules."""
    return rule.applies_to(part)


def step_to_find(trace: Trace, number: int) -> Step:
    """The step with this number; a wrong turn is passed over, for the line stays as it is there.

    Raises ExplainerError when the derivation has no such step.
    """
    step = trace.step(number)
    while step is not None and step.attempt is not None:
        step = trace.step(step.number + 1)
    if step is None:
        raise ExplainerError(
            phrase("the derivation has no step {0}", number),
            hint=phrase("Its steps have the numbers 1 to {0}.", trace.derived),
        )
    return step


def place_of(step: Step) -> Place:
    """Where a step acts; of a line that joins several rules, where the first of them does."""
    single = _first_single(step)
    paths = single.touched_before or _definitions_of(single)
    rule = single.rule.rule
    if rule is None:
        raise ExplainerError(phrase("the rule “{0}” is not known in this version", single.rule))
    part = next((part for part in candidates(single.before, paths) if applies(rule, part)), None)
    if part is None:
        part = next(candidates(single.before, paths))
    return Place(single.before, paths, part, rule, single)


def _first_single(step: Step) -> Step:
    """The first rule of a line that joins several, as far as it acts on the line itself."""
    while isinstance(step, JoinedStep) and step.substeps and step.substeps[0].before is step.before:
        step = step.substeps[0]
    return step


def _definitions_of(step: Step) -> tuple[Path, ...]:
    """The definitions whose derivatives a step adds to what is known; the whole line where there are none."""
    found: list[Path] = []
    for path in step.touched_after:
        fact, program = at(step.after, path), at(step.before, path[:-1])
        if not isinstance(fact, Equation) or not isinstance(fact.left, Derivative) or not isinstance(program, Where):
            continue
        for k, definition in enumerate(program.definitions, start=1):
            if definition.left is fact.left.body:
                found.append((*path[:-1], k))
    return tuple(dict.fromkeys(found)) or ((),)


def candidates(line: Node, paths: tuple[Path, ...]) -> Iterator[Node]:
    """What a rule may be used on at the marked parts: themselves, what they differentiate, what they belong to.

    A definition that is marked stands for its derivatives; what stands in a program or in a case belongs to that.
    """
    for path in paths:
        part = at(line, path)
        if isinstance(part, Equation):
            yield from _derivatives_of(part, at(line, path[:-1]))
        yield part
        if isinstance(part, Derivative):
            yield part.body
        for length in range(len(path) - 1, -1, -1):
            around = at(line, path[:length])
            if isinstance(around, Where | Cases):
                yield around
            if isinstance(around, Where):
                break


def _derivatives_of(definition: Equation, program: Node) -> Iterator[Node]:
    """The derivatives of a definition that are wanted next: with respect to each name that it uses, not yet known."""
    from explainer.rules.chain.programs import asked_of, wanted_local_derivatives

    asked = asked_of(program)
    if not isinstance(program, Where) or asked is None:
        return
    known = {fact.left for fact in program.facts}
    try:
        every = wanted_local_derivatives(program.definitions, asked.wrt)
    except ExplainerError:
        return  # a matrix by a vector: a sweep backward goes by differentials instead
    for wanted in every:
        if wanted.body is definition.left and wanted not in known:
            yield Derivative(definition.right, wanted.wrt, wanted.kind)
            return
