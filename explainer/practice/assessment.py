"""What a typed line is worth: right, ahead, transposed, wrong, and then which mistake was made and where it shows.

Values decide: the line is compared with the one before at random points, so that every equal form counts, however far
ahead. Only between right lines does the form decide, which of them it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.engine import Step, Trace
from explainer.engine.line import collect
from explainer.engine.step import JoinedStep
from explainer.engine.tidied_lines import tidied
from explainer.errors import ExplainerError
from explainer.expr.declared import declared
from explainer.expr.node import Node, each_part, subnodes, substitute, with_children
from explainer.expr.nodes import Derivative, Differential, Equation, Hadamard, Product, Sum, Transpose, Variable, Where
from explainer.expr.program import says_differential
from explainer.phrases import joined, phrase, translated
from explainer.practice.counterexample import counterexample
from explainer.practice.diagnosis import diagnose
from explainer.practice.inside import assess_inside, worked_out
from explainer.practice.questions.place import step_to_find
from explainer.practice.sieve import Sieve
from explainer.practice.telling import message_of, words_for
from explainer.practice.typed_line import read_line
from explainer.practice.verdicts import Assessment, Verdict
from explainer.rules.chain.meaning import meaning_of
from explainer.rules.vector.abstract import is_settled
from explainer.verify import Verifier

__all__ = ["Assessment", "Target", "Verdict", "assess", "open_derivatives", "same_form", "target_of"]

MOST_TOLD = 5
"""So many rules are named of those that an answer covers; nobody reads sixteen."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a typed line is compared with: the value that it has to have, and what it may be called.

    Where a line has facts, it is the right side of the one that the step adds; `start` is the derivative that is worked
    out there, without names, in which mistakes are looked for.
    """

    value: Node
    label: Node | None
    definitions: tuple[Equation, ...]
    start: Node

    def under_names(self, typed: Node) -> Node:
        """A typed right side with the definitions that are in force."""
        if isinstance(typed, Where) or not self.definitions:
            return typed
        return Where(typed, self.definitions)


def assess(trace: Trace, number: int, text: str) -> Assessment:
    """Judge `text`, typed as the line after step `number - 1` of a derivation (0: after the problem).

    Raises ExplainerError when the derivation has no such step.
    """
    step = step_to_find(trace, number)
    own = _as_it_stands(trace, step, text)
    if own is not None:
        return own
    inside = assess_inside(trace, step, text)
    if inside is not None and inside.verdict not in ("wrong", "unreadable"):
        return inside
    whole = _assess_line(trace, step, text)
    return whole if inside is None or whole.verdict not in ("wrong", "unreadable") else inside


def _assess_line(trace: Trace, step: Step, text: str) -> Assessment:
    try:
        left, typed = read_line(text, trace, step.after)
    except ExplainerError as error:
        return Assessment("unreadable", error.message, error=error)
    target = target_of(step, left)
    if says_differential(step.after) and not any(isinstance(part, Differential) for part in each_part(typed)):
        target = Target(
            step.after.children[0], None, (), trace.start
        )  # the derivative itself, without its differential
    typed = target.under_names(typed)
    named = _without_label(left, target, step)
    if named is not None:
        return Assessment("unreadable", named)
    expected = target.value
    properties = declared(trace.problem.facts)
    verifier = Verifier((expected, typed), declared=properties)
    sieve = Sieve((expected, typed), trace.problem.facts)
    refuted = sieve.refutes(expected, typed)
    holds = (*step.conditions, *trace.problem.facts)
    check = None if refuted else verifier.check(expected, typed, holds)
    if check is not None and check.ok:
        return _right(trace, step, target, typed)
    if check is not None and check.undecided:
        return Assessment("unreadable", phrase("This line could not be compared: {0}.", check.message))
    if left is None and _is_result(trace, target, typed):
        return _result(trace, step, typed)
    if (
        not typed.shape.is_scalar
        and not sieve.refutes(expected, Transpose(typed))
        and Verifier((expected, typed), declared=properties).check(expected, Transpose(typed), holds).ok
    ):
        row = target.start.shape.rows == 1 or typed.shape.columns == 1
        shapes = expected.shape.display(), typed.shape.display()
        words = phrase("Right in the other layout: here the result is {0}, this is {1}.", *shapes)
        if expected.shape == typed.shape:
            words = phrase("Right in the other layout: rows and columns are exchanged.")
        return Assessment("transposed", words, "row-for-column" if row else None)
    starts = (target.start,) if target.label is not None else (target.start, _plain(trace.start))
    results = () if target.label is not None or isinstance(trace.result, Where) else (trace.result,)
    found = diagnose(starts, target.definitions, typed, verifier, trace.problem.facts, results)
    shown = counterexample(expected, typed, trace.problem.facts) if expected.shape == typed.shape else None
    part = _wrong_part(expected, typed, verifier)
    told = words_for(found, shown, expected, typed)
    return Assessment("wrong", message_of(told), found.mistake.id if found else None, shown, part, told=told)


def target_of(step: Step, left: Node | None = None) -> Target:
    """What is asked for by a step; where it adds several facts, the one with this left side, else the last."""
    after, before = _program(step.after), _program(step.before)
    if not isinstance(after, Where):
        return Target(step.after, None, (), _plain(step.before))
    known = before.facts if isinstance(before, Where) else ()
    new = [fact for fact in after.facts if fact not in known]
    if new:
        fact = next((fact for fact in new if fact.left is left), new[-1])
        start = worked_out(fact.left, after.definitions)
        return Target(Where(fact.right, after.definitions), fact.left, after.definitions, start)
    if after is not step.after:
        return Target(step.after, None, (), _plain(step.before))
    return Target(Where(after.body, after.definitions), None, after.definitions, _plain(before))


def _program(line: Node) -> Node:
    """A program of names, where a line is one; in the layout of columns all of it stands transposed."""
    return line.operand if isinstance(line, Transpose) and isinstance(line.operand, Where) else line


def _plain(line: Node) -> Node:
    """A line with names put back."""
    program = _program(line)
    if not isinstance(program, Where):
        return line
    plain = substitute(program.body, meaning_of(program.definitions))
    return plain if program is line else Transpose(plain)


def _without_label(left: Node | None, target: Target, step: Step) -> str | None:
    """Why a left side is none that belongs there; None where it does, or there is none."""
    if left is None or left is target.label:
        return None
    if isinstance(left, Derivative) and target.label is None:
        return None
    if isinstance(left, Derivative) and isinstance(target.label, Derivative):
        same = left.body is target.label.body and left.wrt is target.label.wrt
        return None if same else phrase("This line is about {0}, not about {1}.", target.label.text(), left.text())
    if isinstance(left, Variable) and target.label is None:
        return None  # y = … names the result
    return phrase("This line is about {0}.", (target.label or step.before).text())


def _as_it_stands(trace: Trace, step: Step, text: str) -> Assessment | None:
    """What is said to a whole line with the facts that are known so far, as it stands on the board; None to others."""
    lines = [line for line in (step.after, step.before) if _holds_program(line)]
    if not lines:
        return None
    try:
        typed = read_line(text, trace, lines[0])[1]
    except ExplainerError:
        return None
    if not _holds_program(typed):
        return None
    later = [known for known in trace.steps[step.number - 1 :] if known.after is typed]
    if later:
        last = later[0].number
        return _next(step) if last == step.number else _ahead((step, *_derived(trace, step.number, last)), last)
    if typed is trace.start or any(known.after is typed for known in trace.steps[: step.number]):
        return _unchanged(step, phrase("Right, but this is what stood there before."))
    return None


def _holds_program(line: Node) -> bool:
    return any(isinstance(part, Where) for part in each_part(line))


# --- right lines -----------------------------------------------------------------------------------------------------


def _right(trace: Trace, step: Step, target: Target, typed: Node) -> Assessment:
    inside, whole = _inside(step, typed), same_form(typed, target.value)
    if whole and target.label is None:
        last = _last_alike(trace, step.number, typed)
        if last > step.number:
            return _ahead(_titled(step, inside) + _derived(trace, step.number, last), last)
    reached = step.number if whole else step.number - 1
    if inside == 1:
        return Assessment("next", phrase("Right: {0}.", phrase(step.substeps[0].title)), reached=reached)
    if inside > 1:
        return _ahead(step.substeps[:inside], reached)
    if whole:
        is_result = trace.step(step.number + 1) is None and target.label is None
        return _ahead(step.substeps, step.number) if is_result and len(step.substeps) > 1 else _next(step)
    later = _later(trace, step, typed)
    if later is not None:
        whole_steps = [done for done in later if done in trace.steps]
        last = _last_alike(trace, whole_steps[-1].number, typed)
        tidying = target.label is None and last < len(trace.steps) and not open_derivatives(typed)
        if tidying and _sorted(typed) is not _sorted(trace.steps[last - 1].after):
            return _result(trace, step, typed)  # a form of its own: nobody tidies it in the engine's way
        return _ahead(later + _derived(trace, whole_steps[-1].number, last), last)
    earlier = [trace.start, *(known.after for known in trace.steps[: step.number - 1])]
    if target.label is None and any(same_form(typed, _told(line)) for line in earlier):
        return _unchanged(step, phrase("Right, but this is what stood there before."))
    if target.label is not None and same_form(typed, Where(target.label, target.definitions)):
        return _unchanged(step, phrase("Right, but nothing has been worked out yet."))
    before = open_derivatives(target.start if target.label is not None else _told(step.before))
    if before and open_derivatives(typed) >= before:
        return _unchanged(step, phrase("Right, but as many derivatives are open as before."))
    if not open_derivatives(typed) and before and target.label is None:
        return _result(trace, step, typed)
    words = phrase("Right, by another route: the derivation continues differently here.")
    return Assessment("equal", words, reached=step.number)


def _is_result(trace: Trace, target: Target, typed: Node) -> bool:
    """Whether the result was typed where the derivative of a name was asked for."""
    whole = _plain(trace.start)
    if target.label is None or open_derivatives(typed) or whole.shape != typed.shape:
        return False
    given = Verifier((whole, typed), declared=declared(trace.problem.facts))
    return given.check(whole, typed, trace.problem.facts).ok


def _result(trace: Trace, step: Step, typed: Node) -> Assessment:
    rest = tuple(titled.title for titled in trace.steps[step.number - 1 :])
    words = phrase("Right: this is the result, in another form.")
    if same_form(typed, trace.result):
        words = phrase("Right: this is the result.")
    return Assessment("ahead", words, steps=rest, reached=trace.derived)


def _next(step: Step) -> Assessment:
    return Assessment("next", phrase("Right: {0}.", phrase(step.title)), reached=step.number)


def _unchanged(step: Step, words: str) -> Assessment:
    return Assessment("unchanged", words, reached=step.number - 1)


def _ahead(steps: Sequence[Step], reached: int) -> Assessment:
    titles = tuple(step.title for step in steps)
    named = [translated(title) for title in dict.fromkeys(titles)]
    told = named[:MOST_TOLD] + ["…"] * (len(named) > MOST_TOLD)
    words = phrase("Right, and some steps ahead: this covers {0}.", joined(", ", told))
    return Assessment("ahead", words, steps=titles, reached=reached)


def _inside(step: Step, typed: Node) -> int:
    """How many of the rules that a line joins lead to what was typed; 0 where it is none of the lines between."""
    if not isinstance(step, JoinedStep) or not step.substeps or step.substeps[0].before is not step.before:
        return 0
    for count, inner in enumerate(step.substeps[:-1], start=1):
        if same_form(typed, _told(inner.after)):
            return count
    return 0


def _titled(step: Step, inside: int) -> tuple[Step, ...]:
    """The rules that a step is called after: of a line that joins several, those that lead to what was typed."""
    return step.substeps[:inside] if inside > 1 else (step,)


def _derived(trace: Trace, after: int, last: int) -> tuple[Step, ...]:
    """The steps behind a number up to another one, without wrong turns."""
    return tuple(step for step in trace.steps[after:last] if step.attempt is None)


def _last_alike(trace: Trace, number: int, typed: Node) -> int:
    """The last of the lines from a number on that differ in nothing but tidying from what was typed.

    Who types 3 x² for x²·1 + x·2x has the result; who types that very line is asked to go on from there, unless the
    result differs from it in nothing but the order of terms and factors.
    """
    if open_derivatives(typed):
        return number
    last = number
    for later in trace.steps[number:]:
        if later.attempt is not None or isinstance(later.after, Where) or not same_form(typed, later.after):
            break
        last = later.number
    own = _sorted(typed)
    if own is _sorted(trace.steps[number - 1].after) and own is not _sorted(trace.steps[last - 1].after):
        return number
    return last


def _told(line: Node) -> Node:
    """A line without what is known of its names, which a learner does not type again."""
    return Where(line.body, line.definitions) if isinstance(line, Where) else line


def _later(trace: Trace, step: Step, typed: Node) -> tuple[Step, ...] | None:
    """The steps up to the first later line that has the form of what was typed; without names this may be any line.

    The lines between those that a step joins count too.
    """
    joined_steps = [step]
    for later in trace.steps[step.number :]:
        inside = _inside(later, typed)
        if inside:
            return (*joined_steps, *later.substeps[:inside])
        if later.attempt is not None:
            continue
        joined_steps.append(later)
        if same_form(typed, _told(later.after)):
            return tuple(joined_steps)
    return None


def same_form(one: Node, other: Node) -> bool:
    """Whether two lines are one line, up to the order of terms and factors, brackets, and the letters of names."""
    if one is other:
        return True
    if open_derivatives(one) != open_derivatives(other):
        return False
    left, right = (_canonical(side) for side in (one, other))
    return left is right


def _canonical(line: Node) -> Node:
    if isinstance(line, Where):
        letters = {d.left: Variable(f"name_{k}", d.left.shape) for k, d in enumerate(line.definitions)}
        line = substitute(Where(line.body, line.definitions), dict(letters))
        if isinstance(line, Where) and not {d.left for d in line.definitions} & line.body.free:
            line = line.body
    return _sorted(collect(line, tidied(line))[1])


def _sorted(node: Node) -> Node:
    """Terms and factors in an order of their own; products of matrices keep theirs."""
    children = tuple(_sorted(child) for child in node.children)
    if isinstance(node, Sum | Product | Hadamard):
        children = tuple(sorted(children, key=lambda child: child.text()))
    return with_children(node, children) if children != node.children else node


def open_derivatives(line: Node) -> int:
    """How many derivatives of a line are still to be carried out, those of names that are known not among them."""
    body = line.body if isinstance(line, Where) else line
    return sum(isinstance(part, Derivative) and not is_settled(part) for _, part in subnodes(body))


# --- wrong lines -----------------------------------------------------------------------------------------------------


def _wrong_part(expected: Node, typed: Node, verifier: Verifier) -> Node | None:
    """The smallest part that differs, where the typed line is made like the right one and one part of it alone is
    wrong.
    """
    right = expected.body if isinstance(expected, Where) else expected
    mine = typed.body if isinstance(typed, Where) else typed
    names = expected.definitions if isinstance(expected, Where) else ()
    return _differing(right, mine, names, verifier)


def _differing(right: Node, mine: Node, names: tuple[Equation, ...], verifier: Verifier) -> Node | None:
    if type(right) is not type(mine) or len(right.children) != len(mine.children) or not mine.children:
        return mine
    left_over = list(right.children)
    wrong = []
    for child in mine.children:
        equal = next((other for other in left_over if _equal(other, child, names, verifier)), None)
        if equal is None:
            wrong.append(child)
        else:
            left_over.remove(equal)
    if len(wrong) != 1 or len(left_over) != 1:
        return mine
    return _differing(left_over[0], wrong[0], names, verifier)


def _equal(one: Node, other: Node, names: tuple[Equation, ...], verifier: Verifier) -> bool:
    if one is other:
        return True
    if one.shape != other.shape:
        return False
    sides = (Where(one, names), Where(other, names)) if names else (one, other)
    try:
        return verifier.check(*sides).ok
    except ExplainerError:
        return False
