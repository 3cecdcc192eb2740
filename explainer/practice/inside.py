"""Lines that work inside something: names and their derivatives under a sum over examples, as in a loss.

What is asked for there is the new derivative of a name, or what stands in the place of the program. It is compared with
all that stands around it, which gives its indices a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from explainer.engine import Step, Trace
from explainer.errors import ExplainerError
from explainer.expr.declared import declared
from explainer.expr.node import Node, Path, at, replace, subnodes
from explainer.expr.nodes import Derivative, Equation, Variable, Where
from explainer.phrases import phrase
from explainer.practice.counterexample import counterexample
from explainer.practice.diagnosis import diagnose
from explainer.practice.telling import message_of, words_for
from explainer.practice.typed_line import read_line
from explainer.practice.verdicts import Assessment
from explainer.verify import Verifier

COVER = "q_cover"
"""A name that no problem has."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a step makes inside a line: `value` and `start` are whole lines, with what is right there, and with the
    derivative that is worked out; `label` is what the value is called, if it is.
    """

    line: Node
    path: Path
    made: Node
    label: Node | None
    value: Node
    start: Node

    def read(self, text: str, trace: Trace) -> tuple[Node | None, Node]:
        """The left side of what was typed, and the whole line with it in the place that is asked for."""
        left, typed = read_line(text, trace, self.line)
        right = text.split("=", 1)[1] if left is not None else text
        names: Where = at(self.line, self.path)  # type: ignore[assignment]
        cover = Variable(COVER, typed.shape if typed.shape.is_scalar else self.made.shape)
        around = replace(self.line, self.path, Where(cover, names.definitions)).text()
        return left, read_line(around.replace(COVER, f"({right})"), trace, self.line)[1]


def inside_of(step: Step, left: Node | None = None) -> Inside | None:
    """What a step makes inside its line; None where it makes a line as a whole, or a program that is one."""
    programs = [path for path, part in subnodes(step.after) if isinstance(part, Where)]
    path = max(programs, key=len, default=())
    after = at(step.after, path)
    if len(path) < 2 or not isinstance(after, Where):
        return None
    try:
        before = at(step.before, path)
    except (IndexError, ExplainerError):
        return None
    if not isinstance(before, Where) or after is before:
        return None
    new = [fact for fact in after.facts if fact not in before.facts]
    if not new and after.definitions != before.definitions:
        return None  # the names themselves are new
    fact = next((fact for fact in new if fact.left is left), new[-1]) if new else None
    made, label = (fact.right, fact.left) if fact is not None else (after.body, None)

    def framed(part: Node) -> Node:
        return replace(step.after, path, Where(part, after.definitions))

    begun = before.body if label is None else worked_out(label, after.definitions)
    return Inside(step.after, path, made, label, framed(made), framed(begun))


def worked_out(label: Node, definitions: tuple[Equation, ...]) -> Node:
    """The derivative of a name as that of its definition."""
    right = {definition.left: definition.right for definition in definitions}
    if isinstance(label, Derivative) and label.body in right:
        return Derivative(right[label.body], label.wrt, label.kind)
    return label


def assess_inside(trace: Trace, step: Step, text: str) -> Assessment | None:
    """Judge a line as what stands in the middle of another one; None where nothing of the kind is asked for."""
    asked = inside_of(step)
    if asked is None:
        return None
    try:
        left, whole = asked.read(text, trace)
    except ExplainerError as error:
        return Assessment("unreadable", error.message, error=error)
    asked = inside_of(step, left) or asked
    if left is not None and left is not asked.label:
        return Assessment("unreadable", phrase("This line is about {0}.", (asked.label or step.before).text()))
    if asked.label is not None and at(whole, (*asked.path, 0)) is asked.label:
        words = phrase("Right, but nothing has been worked out yet.")
        return Assessment("unchanged", words, reached=step.number - 1)
    holds = (*step.conditions, *trace.problem.facts)
    verifier = Verifier((asked.value, whole), declared=declared(trace.problem.facts))
    check = verifier.check(asked.value, whole, holds)
    if check.ok:
        return Assessment("next", phrase("Right: {0}.", phrase(step.title)), reached=step.number)
    if check.undecided:
        return Assessment("unreadable", phrase("This line could not be compared: {0}.", check.message))
    found = diagnose((asked.start,), (), whole, verifier, trace.problem.facts)
    shown = counterexample(asked.value, whole, trace.problem.facts) if asked.value.shape == whole.shape else None
    told = words_for(found, shown, asked.value, whole)
    return Assessment("wrong", message_of(told), found.mistake.id if found else None, shown, told=told)
