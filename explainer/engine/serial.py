"""Traces as plain data and back: every expression once, in a table of nodes that refer to earlier rows.

The table follows the interned nodes, so a thousand lines that share nearly all their parts stay small.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from fractions import Fraction
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.engine.kept_words import kept, text_read, words_read
from explainer.engine.step import JoinedStep, Known, Step
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, fields_of
from explainer.expr.nodes import NODE_CLASSES, VariableTuple
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape, parse_shape
from explainer.expr.tall import stages
from explainer.operations import find
from explainer.phrases import phrase
from explainer.rules import RuleId

if TYPE_CHECKING:
    from explainer.engine.trace import Trace
    from explainer.verify import Check

VERSION = 1
"""Of what `to_dict` writes; raised when an older program could not read it."""
_FRACTION = re.compile(r"\d{1,700}(/\d{1,700})?")
_CLASSES = {cls.__name__: cls for cls in NODE_CLASSES}


class Written(NamedTuple):
    """What was written of a derivation: its problem, its lines, how it ended, why its methods were chosen."""

    problem: dict[str, Any]
    start: Node
    steps: list[Step]
    status: str
    reason: str
    choices: dict[int, str]


class NodeTable:
    """Expressions as rows `[class, field, …]`; a field that is a node is `{"node": row}`."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self._places: dict[Node, int] = {}

    def add(self, node: Node) -> int:
        """The row of an expression, added with its parts if it is new."""
        for stage in stages(node):
            self._add(stage)
        return self._add(node)

    def _add(self, node: Node) -> int:
        place = self._places.get(node)
        if place is None:
            row = [type(node).__name__, *map(self._field, fields_of(node))]
            self.rows.append(row)
            place = self._places[node] = len(self.rows) - 1
        return place

    def _field(self, value: Any) -> Any:
        if isinstance(value, Node):
            return {"node": self._add(value)}
        if isinstance(value, tuple):
            return [self._field(item) for item in value]
        if isinstance(value, Fraction):
            return {"fraction": str(value)}
        if isinstance(value, Shape):
            return {"shape": list(value.sizes)}
        if isinstance(value, Operation):
            return {"operation": value.name}
        return value


def nodes_from_rows(rows: list[list[Any]]) -> list[Node]:
    """The expressions of a table. Raises ExplainerError, naming the row, when one cannot be read."""
    nodes: list[Node] = []

    def field(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(field(item) for item in value)
        if not isinstance(value, dict):
            return value
        ((kind, content),) = value.items()
        if kind == "node":
            if not 0 <= content < len(nodes):
                raise ValueError("it refers to a later row")
            return nodes[content]
        if kind == "fraction":
            if _FRACTION.fullmatch(content) is None:  # Fraction would work out 1e999999999
                raise ValueError(f"{content[:20]} is not a number")
            return Fraction(content)
        if kind == "shape":
            return Shape(tuple(content))
        operation = find(content)
        if kind != "operation" or operation is None:
            raise ValueError(f"{content} is not a function of the table")
        return operation

    for place, row in enumerate(rows):
        try:
            name, *fields = row
            nodes.append(_CLASSES[name](*map(field, fields)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ExplainerError) as error:
            raise ExplainerError(
                phrase("the derivation is damaged: row {0} of its nodes cannot be read ({1})", place, error)
            ) from error
    return nodes


def trace_to_dict(trace: Trace) -> dict[str, Any]:
    """A whole trace as plain data; derives and checks what has not been asked for yet."""
    from explainer.notation import write

    table = NodeTable()
    problem = trace.problem
    data: dict[str, Any] = {
        "format": "explainer derivation",
        "version": VERSION,
        "problem": {
            "text": problem.text,
            "wrt": problem.wrt.text(),
            "shapes": {name: str(shape) for name, shape in problem.shapes.items()},
            "method": problem.method,
            "layout": problem.layout,
            "order": problem.order,
            "form": problem.form,
            "notes": list(problem.notes),
            "facts": [table.add(fact) for fact in problem.facts],
            "sizes": dict(problem.sizes),
            "expression": table.add(problem.expression),
            "variable": table.add(problem.wrt),
        },
        "status": trace.status,
        "reason": trace.reason,
        "choices": {str(number): words for number, words in trace.choices.items()},
        "said": {
            "reason": kept(trace.reason, table.add),
            "choices": {str(number): kept(words, table.add) for number, words in trace.choices.items()},
            "notes": [kept(note, table.add) for note in problem.notes],
        },
        "start": table.add(trace.start),
        "steps": [_step_to_dict(step, table) for step in trace.steps],
    }
    result = trace.result
    data["result"] = {"latex": write(result, "latex"), "text": result.text(), "shape": str(result.shape)}
    if isinstance(problem.wrt, VariableTuple) and trace.status == "finished":
        data["results"] = {
            name: {"latex": write(part, "latex"), "text": part.text(), "shape": str(part.shape)}
            for name, part in trace.results.items()
        }
    data["nodes"] = table.rows
    return data


def _step_to_dict(step: Step, table: NodeTable) -> dict[str, Any]:
    names = {"rules": list(step.rules)} if isinstance(step, JoinedStep) else {}
    return names | {
        "number": step.number,
        "rule": str(step.rule),
        "phase": step.phase,
        "latex": step.latex,
        "text": step.text,
        "explanation": step.explanation,
        "shape": str(step.shape),
        "conditions": [condition.text() for condition in step.conditions],
        "check": {"ok": step.check.ok, "max_error": step.check.max_error, "points": step.check.points,
                  "message": step.check.message, "refutes": step.check.refutes, "state": step.check.state,
                  "said": kept(step.check.message, table.add)},
        "substeps": [_step_to_dict(substep, table) for substep in step.substeps],
        "attempt": None if step.attempt is None else table.add(step.attempt),
        "before": table.add(step.before),
        "after": table.add(step.after),
        "touched_before": [list(path) for path in step.touched_before],
        "touched_after": [list(path) for path in step.touched_after],
        "dropped": [list(path) for path in step.dropped],
        "statement": step.statement,
        "bindings": {letter: table.add(node) for letter, node in step.bindings.items()},
        "words": [part if isinstance(part, str) else {"node": table.add(part)} for part in step.words],
        "said": kept(step.words, table.add),
        "assumed": [table.add(condition) for condition in step.conditions],
    }  # fmt: skip


def read_trace(data: Mapping[str, Any]) -> Written:
    """What `trace_to_dict` wrote.

    Raises ExplainerError when the data is not a derivation, is from a later version, or is damaged.
    """
    if not isinstance(data, Mapping) or data.get("format") != "explainer derivation":
        raise ExplainerError("this is not a derivation saved by this program")
    if not isinstance(data.get("version"), int) or data["version"] > VERSION:
        raise ExplainerError(
            phrase("this derivation was saved by a later version of the program (format {0})", data.get("version"))
        )
    try:
        nodes = nodes_from_rows(data["nodes"])
        said = data.get("said", {})  # files of earlier versions have no templates
        choices = said.get("choices", {})
        return Written(
            _problem_from_dict(data["problem"], nodes, said.get("notes", ())[: len(data["problem"]["notes"])]),
            nodes[data["start"]],
            [_step_from_dict(step, nodes) for step in data["steps"]],
            str(data["status"]),
            text_read(said.get("reason"), str(data["reason"])),
            {
                int(number): text_read(choices.get(number), str(words))
                for number, words in data.get("choices", {}).items()
            },
        )
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        lacks = isinstance(error, KeyError) and isinstance(error.args[0], str)
        why = phrase("it lacks {0}", error.args[0]) if lacks else phrase("a part of it does not have the expected form")
        raise ExplainerError(phrase("the derivation is damaged: {0}", why)) from error


def _problem_from_dict(problem: Mapping[str, Any], nodes: list[Node], said: Sequence[Any]) -> dict[str, Any]:
    return {
        "text": str(problem["text"]),
        "expression": nodes[problem["expression"]],
        "wrt": nodes[problem["variable"]],
        "shapes": {str(name): parse_shape(shape) for name, shape in problem["shapes"].items()},
        "method": str(problem["method"]),
        "layout": str(problem["layout"]),
        "notes": tuple(text_read(template, str(note)) for note, template in zip_longest(problem["notes"], said)),
        # Files of earlier versions have none of these.
        "facts": tuple(nodes[place] for place in problem.get("facts", ())),
        "sizes": {str(name): int(size) for name, size in problem.get("sizes", {}).items()},
        "order": int(problem.get("order", 1)),
        "form": str(problem.get("form", "vec")),
    }


def _step_from_dict(data: Mapping[str, Any], nodes: list[Node]) -> Step:
    def paths(key: str) -> tuple[Path, ...]:
        return tuple(tuple(int(k) for k in path) for path in data[key])

    substeps = tuple(_step_from_dict(substep, nodes) for substep in data["substeps"])
    step = Step(
        number=int(data["number"]),
        rule=RuleId(data["rule"]),
        phase=str(data["phase"]),
        before=nodes[data["before"]],
        after=nodes[data["after"]],
        touched_before=paths("touched_before"),
        touched_after=paths("touched_after"),
        statement=str(data["statement"]),
        bindings={letter: nodes[place] for letter, place in data["bindings"].items()},
        words=words_read(
            data.get("said"),
            tuple(part if isinstance(part, str) else nodes[part["node"]] for part in data["words"]),
            nodes,
        ),
        conditions=tuple(nodes[place] for place in data["assumed"]),
        attempt=None if data["attempt"] is None else nodes[data["attempt"]],
        make_check=partial(_check_from_dict, dict(data["check"])),
        make_substeps=Known(substeps),
        dropped=paths("dropped") if "dropped" in data else (),  # files of earlier versions have none
    )
    if "rules" not in data:
        return step
    given = {field.name: getattr(step, field.name) for field in fields(step)}
    return JoinedStep(**given, rules=tuple(map(str, data["rules"])))


def _check_from_dict(data: Mapping[str, Any]) -> Check:
    from explainer.verify import Check  # loads NumPy, which a file that is opened does not need at once

    return Check(
        bool(data["ok"]),
        float(data["max_error"]),
        int(data["points"]),
        text_read(data.get("said"), str(data["message"])),
        bool(data["refutes"]),
        data.get("state") == "unchecked",  # files of earlier versions know two states only
    )
