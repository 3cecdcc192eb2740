"""A sweep backward as code: the values of the forward pass, then the adjoints, each with what it follows from."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.engine import Trace
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Equation, Transpose, Variable, VariableTuple, Where
from explainer.written_code.expressions import Writer
from explainer.written_code.names import Names


def sweep_of(trace: Trace) -> Where | None:
    """The line on which the derivative by every variable is first known, with the adjoints it follows from.

    None where the derivation is no sweep, or its result is one row for several variables.
    """
    wrt = trace.problem.wrt
    if not isinstance(wrt, Variable) and not (isinstance(wrt, VariableTuple) and wrt.holds_matrices):
        return None
    asked = wrt.variables if isinstance(wrt, VariableTuple) else (wrt,)
    for step in trace.steps:
        line = step.after.operand if isinstance(step.after, Transpose) else step.after
        if isinstance(line, Where) and isinstance(line.body, Derivative):
            known = {fact.left.wrt for fact in line.facts if isinstance(fact.left, Derivative)}
            swept = line.definitions and line.body.body is line.definitions[-1].left and line.body.wrt is wrt
            if swept and known.issuperset(asked) and (len(asked) > 1 or _is_sweep(line)):
                return line
    return None


def _is_sweep(line: Where) -> bool:
    """Whether all that is known are derivatives of the last value: the facts of the chain rule are of each value."""
    last = line.definitions[-1].left
    return all(isinstance(fact.left, Derivative) and fact.left.body is last for fact in line.facts)


def written_sweep(sweep: Where, writer: Writer, names: Names, layout: str) -> Iterator[str]:
    """The lines of the body of a function that returns the derivatives by all variables, in their order."""
    assert isinstance(sweep.body, Derivative)
    needed = _needed(sweep)
    yield "# Forward: the values that the way back needs."
    for definition in sweep.definitions:
        if definition.left in needed:
            yield from _assigned(definition.left.text(), definition.right, writer, names.variable(_name(definition)))
            writer.call_it(definition.left, names.variable(_name(definition)))
    for fact in sweep.facts:
        if not isinstance(fact.left, Derivative):
            continue
        about = fact.left.wrt.text()
        name = names.adjoint(about)
        yield f"# Backward to {about}: {_one_line(fact.right.text())}"
        yield from _assigned(about, fact.right, writer, name)
        writer.call_it(fact.left, name)
    wrt = sweep.body.wrt
    asked = wrt.variables if isinstance(wrt, VariableTuple) else (wrt,)
    found = [_in_layout(variable, names.adjoint(variable.text()), layout) for variable in asked]
    yield f"return {', '.join(found)}"


def _assigned(about: str, value: Node, writer: Writer, name: str) -> Iterator[str]:
    before = len(writer.lines)
    writer.assign((value,))
    text = writer.write(value)
    yield from writer.lines[before:]
    yield f"{name} = {text}"


def _name(definition: Equation) -> str:
    assert isinstance(definition.left, Variable)
    return definition.left.name


def _needed(sweep: Where) -> set[Node]:
    """The values that the adjoints use, and those that these are made of."""
    needed: set[Node] = set()
    for fact in sweep.facts:
        stack = [fact.right]
        while stack:
            part = stack.pop()
            needed.add(part)
            if not isinstance(part, Derivative):  # of an adjoint only its own name is used
                stack.extend(part.children)
    for definition in reversed(sweep.definitions):
        if definition.left in needed:
            needed |= definition.right.free
    return needed


def _in_layout(variable: Node, name: str, layout: str) -> str:
    """In numerator layout the adjoint as it was derived, else in the shape of the variable."""
    if layout == "numerator" or variable.shape.is_scalar:
        return name
    return f"{name}[0]" if variable.shape.is_vector else f"{name}.T"


def _one_line(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
