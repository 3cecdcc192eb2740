"""The sentences around a derivation that every written format shares: its heading, its checks, its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from explainer.language.shapes.given import assumed_names
from explainer.phrases import counted, phrase

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.engine.trace import Problem
    from explainer.expr.node import Node
    from explainer.verify import Check
    from explainer.verify.check import State

    Words = tuple[str | Node, ...]


def check_sentence(check: Check | None) -> str:
    """What the numbers say of a step: at how many points both sides agree, and how closely; None is not known yet."""
    if check is None:
        return "Checking …"
    if check.refutes and check.ok:
        return phrase("Refuted by numbers: {0}.", check.message)
    if check.state == "unchecked":
        return phrase("Not checked: {0}.", check.message) if check.message else phrase("Not checked.")
    if not check.ok:
        return phrase("CHECK FAILED: {0}", phrase(check.message or "the two sides differ"))
    closeness = phrase("exactly") if check.max_error == 0 else phrase("to within {0}", f"{check.max_error:.0e}")
    return counted(
        "Both sides agree at {0} random point, {1}.",
        "Both sides agree at {0} random points, {1}.",
        check.points,
        closeness,
    )


def doubts(checks: Iterable[tuple[int, Check]]) -> tuple[str, ...]:
    """What stands at the top of a derivation with steps that fail their check or have none; mostly nothing."""
    states: dict[State, list[int]] = {"failed": [], "unchecked": []}
    for number, check in checks:
        states.setdefault(check.state, []).append(number)
    remarks = []
    if failed := states["failed"]:
        remarks.append(
            counted(
                "Step {1} fails its check and must not be trusted.",
                "Steps {1} fail their checks and must not be trusted.",
                len(failed),
                ranges(failed),
            )
        )
    if unchecked := states["unchecked"]:
        remarks.append(
            counted(
                "Step {1} could not be checked by numbers.",
                "Steps {1} could not be checked by numbers.",
                len(unchecked),
                ranges(unchecked),
            )
        )
    return tuple(remarks)


def doubts_of(trace: Trace) -> tuple[str, ...]:
    """The same for all steps of a trace, which are checked for it."""
    return doubts((step.number, step.check) for step in trace.steps)


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in rising order, those in a row as the first and the last one: 1, 4–7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def explanation(step: Step, formula: Callable[[Node], str], words: Callable[[str], str] = str) -> str:
    """The reason of a step as one sentence, its formulas and its words written as the format writes them."""
    return "".join(words(part) if isinstance(part, str) else formula(part) for part in step.words)


def assumptions(step: Step, formula: Callable[[Node], str]) -> list[str]:
    """The sentence with the conditions that a step assumes; none where it assumes nothing."""
    return [f"Assuming {', '.join(map(formula, step.conditions))}."] if step.conditions else []


def ending(trace: Trace) -> str:
    """How the derivation ended: nothing to say where it is finished, else the reason."""
    return "" if trace.status == "finished" else phrase("The derivation is {0}: {1}", trace.status, trace.reason)


def several_results(trace: Trace) -> tuple[tuple[Node, Node], ...]:
    """Each variable with its derivative, where a matrix is among several: they do not stand side by side in one row."""
    from explainer.expr.nodes import VariableTuple

    wrt = trace.problem.wrt
    if not isinstance(wrt, VariableTuple) or not wrt.holds_matrices or ending(trace):
        return ()
    found = trace.results
    return tuple((variable, found[variable.text()]) for variable in wrt.variables)


def outcome_words(trace: Trace) -> tuple[str | Node, ...]:
    """What came out, in a line: the result, all of them with their variables, or why nothing came out."""
    found = several_results(trace)
    if not found:
        return (ending(trace) or trace.result,)
    words: list[str | Node] = []
    for x, part in found:
        words += ["; "] if words else []
        words += [x, ": ", part]
    return tuple(words)


def shape_words(trace: Trace, given: str, assumed: str) -> Words:
    """The shapes of the variables, those that were given and those that were assumed, each behind its words."""
    from explainer.expr.nodes import Variable

    problem = trace.problem
    inferred = {name for note in problem.notes for name in assumed_names(note)}
    groups = {given: problem.shapes.keys() - inferred, assumed: problem.shapes.keys() & inferred}
    words: Words = ()
    for head, names in groups.items():
        for name in (name for name in problem.shapes if name in names):
            words = (*words, head, Variable(name, problem.shapes[name]), f": {problem.shapes[name].display()}")
            head = ", "
    return words


def shape_list(trace: Trace) -> str:
    """The shapes of the variables in plain letters: `w: n×1, b: scalar; assumed: x: n×1`."""
    words = shape_words(trace, "; ", "; assumed: ")
    return "".join(word if isinstance(word, str) else word.text() for word in words).removeprefix("; ")


def notes_of(trace: Trace) -> tuple[str, ...]:
    """What is said of a problem beside its shapes, which stand in their list."""
    return tuple(note for note in trace.problem.notes if not assumed_names(note))


def setting(problem: Problem) -> str:
    """The layout, the order of the derivative where it is not the first, and the form where it was chosen."""
    parts = [f"{problem.layout} layout"]
    if problem.order == 2:
        parts.append("second derivative")
    if problem.form != "vec":
        parts.append(f"by {problem.form}")
    return ", ".join(parts)
