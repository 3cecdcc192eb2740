"""A sweep backward along the graph: values in their order, the adjoints that are known, the edges they came by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from explainer.dataflow.graph import Edge
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Equation, Transpose, Variable, Where
from explainer.rules.differentials.backward import depends_on_variables, sought, swept, users_of

if TYPE_CHECKING:
    from explainer.engine import Trace

_MOST_STEPS_BEFORE: Final = 12
"""So many steps are looked through for the forward pass of a derivation that has not come to it yet."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value on the way: given from outside (no definition) or defined, with its adjoint where it is to have one.

    `adjoint` is the derivative of the last value with respect to it; `found` what this is, once that is known.
    """

    variable: Variable
    definition: Node | None
    adjoint: Derivative | None
    found: Node | None


@dataclass(frozen=True, slots=True)
class Sweep:
    """The values from the inputs to the last one, each after all that it uses, and the edges between them.

    `current` is the value whose adjoint a step has found, `flowing` the edges along which it came, `flown` those of
    the steps before.
    """

    program: Where
    values: tuple[Value, ...]
    edges: tuple[Edge, ...]
    current: int | None
    flowing: frozenset[int]
    flown: frozenset[int]

    @property
    def known(self) -> tuple[Value, ...]:
        """The values whose adjoints are known, in the order in which they were found."""
        by_name = {value.variable: value for value in self.values}
        lefts = [fact.left.wrt for fact in self.program.facts if isinstance(fact.left, Derivative)]
        return tuple(by_name[name] for name in lefts if isinstance(name, Variable) and name in by_name)


def sweep_at(trace: Trace, number: int) -> Sweep | None:
    """The sweep as it stands after so many steps; before the forward pass nothing has flown yet, after the end all has.

    None for a derivation that is no sweep.
    """
    program, place = _program(trace, number)
    if program is None:
        return None
    step = trace.step(number) if number else None
    current = None
    if step is not None and place == number and step.rule == "adjoint" and program.facts:
        left = program.facts[-1].left
        current = left.wrt if isinstance(left, Derivative) else None
    return _sweep_of(program, current)


def _program(trace: Trace, number: int) -> tuple[Where | None, int]:
    """The last line up to this one that belongs to the sweep, else the line of the forward pass; and its number."""
    begin = next((step for step in islice(trace, _MOST_STEPS_BEFORE) if step.rule == "forward-pass"), None)
    if begin is None:
        return None, 0
    for place in range(number, begin.number, -1):
        step = trace.step(place)
        found = None if step is None else _swept_line(step.after)
        if found is not None:
            return found, place
    return _swept_line(begin.after), begin.number


def _swept_line(line: Node) -> Where | None:
    inner = line.operand if isinstance(line, Transpose) else line
    return inner if isinstance(inner, Where) and sought(inner) is not None and _is_plain(inner) else None


def _is_plain(program: Where) -> bool:
    """Whether a line names values and says adjoints, and nothing else: the chain rules have other lines like it."""
    last = program.definitions[-1].left
    return all(isinstance(definition.left, Variable) for definition in program.definitions) and all(
        isinstance(fact, Equation) and isinstance(fact.left, Derivative) and fact.left.body is last
        for fact in program.facts
    )


def _sweep_of(program: Where, current: Node | None) -> Sweep:
    asked = sought(program)
    assert asked is not None
    meaning = {definition.left: definition.right for definition in program.definitions}
    found = {fact.left.wrt: fact.right for fact in program.facts if isinstance(fact.left, Derivative)}
    wanted = swept(asked.wrt)
    order: list[Variable] = []
    for definition in program.definitions:
        used = [part for part in definition.right.free if isinstance(part, Variable) and part not in meaning]
        order += [part for part in sorted(used, key=lambda part: part.name) if part not in order]
        assert isinstance(definition.left, Variable)
        order.append(definition.left)
    order = [*(name for name in wanted if name not in order), *order]
    values = []
    for name in order:
        moves = name in wanted or (name is not asked.body and depends_on_variables(name, program, asked.wrt))
        adjoint = Derivative(asked.body, name, "total") if moves else None
        values.append(Value(name, meaning.get(name), adjoint, found.get(name)))
    places: dict[Node, int] = {name: place for place, name in enumerate(order)}
    edges = tuple(
        Edge(places[name], places[definition.left])
        for definition in program.definitions
        for name in order
        if name in definition.right.free
    )
    back = {name: {user.left for user in users_of(name, program)} for name in found}
    flown = {k for k, edge in enumerate(edges) if order[edge.target] in back.get(order[edge.source], ())}
    flowing = {k for k in flown if order[edges[k].source] is current}
    place = places[current] if current is not None and isinstance(current, Variable) else None
    return Sweep(program, tuple(values), edges, place, frozenset(flowing), frozenset(flown - flowing))
