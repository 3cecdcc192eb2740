"""A trace: the sequence of steps of one derivation, derived as far as somebody has looked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.budget import Budget
from explainer.engine.line import Move, Moves, apply_move, refuse_a_repeated_line
from explainer.engine.methods.places import next_derivative, unsupported
from explainer.engine.results import results_of
from explainer.engine.small_sizes import closed_sizes
from explainer.engine.step import JoinedStep, Step
from explainer.errors import ExplainerError, LimitError, UnsupportedError
from explainer.expr.declared import declared
from explainer.expr.node import Node, Path, at, require_writable, substitute
from explainer.expr.nodes import Comparison, Index, Where
from explainer.expr.shape import Shape
from explainer.operations.decided import verdict
from explainer.phrases import phrase
from explainer.rules import RuleId
from explainer.rules.build import splice
from explainer.rules.chain.meaning import meaning_of
from explainer.showing import ShowsItself

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explainer.verify import Check, Verifier


class Problem(NamedTuple):
    """What is differentiated, by what, and how.

    `shapes` holds the shape of every variable, inferred ones included, but not of names that have a definition; `notes`
    says what was inferred.
    """

    text: str
    expression: Node
    wrt: Node
    shapes: dict[str, Shape]
    method: str
    layout: str
    notes: tuple[str, ...] = ()
    sizes: Mapping[str, int] = {}
    """The numbers of sizes that were given, yet are left open in the lines; see small_sizes."""
    facts: tuple[Node, ...] = ()
    """Conditions that were said to hold, such as sum(y) = 1: steps may use them, and then say so."""
    order: int = 1
    form: str = "vec"
    """How often is differentiated, and what a derivative of more than two directions is written as."""


class Checking:
    """One verifier for a sequence of lines, made when the first check is asked for; one thread uses it at a time."""

    def __init__(self, lines: Iterable[Node], thoroughness: int = 1, facts: Iterable[Node] = ()) -> None:
        self._lines = tuple(lines)
        self._facts = tuple(facts)
        self.thoroughness = thoroughness
        self._verifier: Verifier | None = None
        self._in_use = RLock()

    def __reduce__(self) -> tuple[Any, ...]:
        return Checking, (self._lines, self.thoroughness, self._facts)

    def _ready(self) -> Verifier:
        if self._verifier is None:
            from explainer.verify import Verifier

            self._verifier = Verifier(self._lines, thoroughness=self.thoroughness, declared=declared(self._facts))
        return self._verifier

    def of(self, start: Node) -> Checking:
        """The same for other lines, at points of the same kind."""
        return Checking((start,), self.thoroughness, self._facts)

    def check(self, before: Node, after: Node, conditions: tuple[Node, ...]) -> Check:
        with self._in_use:
            return self._ready().check(before, after, _without_names(conditions, after))

    def refute(self, line: Node, attempt: Node) -> Check:
        with self._in_use:
            return self._ready().refute(line, attempt)


def _touched_after(line: Node, move: Move) -> tuple[Path, ...]:
    return move.touched_after if move.touched_after is not None else splice(line, move.path, move.rewrite.after)[1]


@cache
def _letters_of(statement: str) -> frozenset[str]:
    """The names in a statement: only these are worth saying what they are here."""
    return frozenset(re.findall(r"[^\W\d]\w*", statement))


def make_step(number: int, line: Node, move: Move, checking: Checking) -> Step:
    """The step for a move on a line; its substeps are made when they are first asked for."""
    after = apply_move(line, move)
    conditions = _assumptions(move.rewrite.conditions, after)
    statement = move.rewrite.statement or move.rule.statement

    def substeps() -> tuple[Step, ...]:
        if move.inner_start is None:
            return ()
        return make_steps(move.inner_start, move.inner, checking.of(move.inner_start))

    made = partial(JoinedStep, rules=move.titles) if move.titles else Step
    return made(
        number=number,
        rule=RuleId(move.rule.id),
        phase=move.phase or move.rule.phase,
        before=line,
        after=after,
        touched_before=move.touched_before if move.touched_before is not None else (move.path,),
        touched_after=_touched_after(line, move),
        statement=statement,
        bindings={name: part for name, part in move.rewrite.bindings.items() if name in _letters_of(statement)},
        words=move.words or move.rule.words_for(move.rewrite),
        conditions=conditions,
        attempt=move.attempt,
        make_check=(
            partial(checking.check, line, after, conditions)
            if move.attempt is None
            else partial(checking.refute, line, move.attempt)
        ),
        make_substeps=substeps,
        dropped=tuple((*move.path, *path) for path in move.rewrite.dropped),
    )


def _assumptions(conditions: tuple[Node, ...], line: Node) -> tuple[Node, ...]:
    """The conditions that say something: not those that hold for all values, as x² + 1 > 0 does, and none twice."""
    said: dict[object, Node] = {}
    for condition, meant in zip(conditions, _without_names(conditions, line), strict=True):
        if verdict(meant) is not True:
            is_mutual = isinstance(condition, Comparison) and condition.relation == "!="
            said.setdefault(frozenset(condition.children) if is_mutual else condition, condition)
    return tuple(said.values())


def _without_names(conditions: tuple[Node, ...], line: Node) -> tuple[Node, ...]:
    """Conditions on intermediate variables as conditions on what these stand for."""
    if not isinstance(line, Where):
        return conditions
    meaning = meaning_of(line.definitions)
    return tuple(substitute(condition, meaning) for condition in conditions)


def make_steps(start: Node, moves: tuple[Move, ...], checking: Checking) -> tuple[Step, ...]:
    """The steps for moves one after the other."""
    steps: list[Step] = []
    line = start
    for number, move in enumerate(moves, start=1):
        steps.append(make_step(number, line, move, checking))
        line = steps[-1].after
    return tuple(steps)


class Trace(ShowsItself):
    """The steps of a derivation from `start`, the derivative not yet carried out, to `result`.

    Steps are derived when they are asked for: `step(1)` does not wait for the last one. `steps`, `result`, `status` and
    `reason` need them all. `status` is finished, stuck (no rule covers what `reason` names) or limited.
    """

    def __init__(
        self,
        problem: Problem,
        start: Node,
        moves: Moves | None,
        steps: Iterable[Step] = (),
        budget: Budget | None = None,
    ) -> None:
        self.problem = problem
        self.start = start
        self.budget = budget or Budget()
        self._moves = moves
        self._seen = {start}
        self._steps: list[Step] = list(steps)
        self.checking = Checking((start,), facts=problem.facts)
        self._advancing = RLock()
        self._status = ""
        self._reason = ""
        self.error: ExplainerError | None = None
        self.choices: dict[int, str] = {}
        """Why the method was chosen, for `auto`, by the number of the step from which on it is used."""

    @property
    def choice(self) -> str:
        """Why `auto` chose its method, as far as somebody has looked; empty for a method that was asked for."""
        return " ".join(map(phrase, dict.fromkeys(self.choices.values())))

    @property
    def derived(self) -> int:
        """How many steps exist so far."""
        return len(self._steps)

    @property
    def complete(self) -> bool:
        """Whether no further step will come."""
        return self._moves is None

    @property
    def lines(self) -> tuple[Node, ...]:
        """The start and the line after every step derived so far."""
        return (self.start, *(step.after for step in self._steps))

    def advance(self) -> Step | None:
        """Derive one more step; None when there is none. Of several threads each gets a step of its own."""
        with self._advancing:
            return self._advance()

    def _advance(self) -> Step | None:
        if self._moves is None:
            return None
        line = self._steps[-1].after if self._steps else self.start
        try:
            with self.budget:
                move = next(self._moves)
                self.budget.take_step(len(self._steps) + 1)
                step = make_step(len(self._steps) + 1, line, move, self.checking)
                require_writable(step.after)
                if move.attempt is None:
                    refuse_a_repeated_line(step.after, self._seen, move)
        except StopIteration:
            self._end_at(line)
            return None
        except LimitError as error:
            self._end("limited", error)
            return None
        except RecursionError:
            self._end("limited", LimitError("the expression is nested too deeply"))
            return None
        except ExplainerError as error:
            self._end("stuck", error)
            return None
        self._steps.append(step)
        if move.note:
            self.choices[step.number] = move.note
        return step

    def _end_at(self, line: Node) -> None:
        """End with a last line: finished, unless a derivative is open or the line says something about no entry."""
        loose = sorted(node.name for node in line.free - self.start.free if isinstance(node, Index))
        if loose:
            reason = phrase("the index {0} was left without a meaning, which is a fault of the program", loose[0])
            self._end("stuck", UnsupportedError(reason, subexpression=line.text(), reason=reason))
            return
        body = line.body if isinstance(line, Where) else line  # equations above it may not have led to it
        path = next_derivative(body)
        if path is None:
            self._end("finished", None)
        else:
            self._end("stuck", unsupported(at(body, path)))

    def _end(self, status: str, error: ExplainerError | None) -> None:
        self._moves, self._status, self.error = None, status, error
        self.budget.found_out.clear()
        self.budget.worked_out.clear()
        self._reason = str(error) if error else ""

    def step(self, number: int) -> Step | None:
        """The step with this number, counted from 1, or None when the derivation has fewer."""
        while len(self._steps) < number and self.advance() is not None:
            pass
        return self._steps[number - 1] if 1 <= number <= len(self._steps) else None

    def __iter__(self) -> Iterator[Step]:
        number = 1
        while (step := self.step(number)) is not None:
            yield step
            number += 1

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps."""
        while self.advance() is not None:
            pass
        return tuple(self._steps)

    @property
    def result(self) -> Node:
        """The last line. Only when `status` is finished is it free of derivatives that can be carried out."""
        steps = self.steps
        return closed_sizes(steps[-1].after if steps else self.start, self.problem.sizes)

    @property
    def results(self) -> dict[str, Node]:
        """The derivative by each variable, by its name: of the whole row the columns that belong to it.

        Where a matrix is among several variables, `result` is the derivative by the first of them.
        """
        found = results_of(self.result, self.problem.wrt, self.problem.layout, self.lines)
        return {name: closed_sizes(value, self.problem.sizes) for name, value in found.items()}

    def evaluate(self, values: Mapping[str, ArrayLike | Callable[..., Any]]) -> NDArray[Any]:
        """The value of the result for given values of the variables; sizes that were declared need not be given."""
        return self.result.evaluate({**self.problem.sizes, **values})

    @property
    def status(self) -> str:
        """finished, stuck or limited."""
        _ = self.steps
        return self._status

    @property
    def reason(self) -> str:
        """Why the derivation is stuck or limited; empty when it is finished."""
        _ = self.steps
        return self._reason

    def check_with(self, thoroughness: int) -> None:
        """Use so many times the usual number of points in all checks; before the first one is asked for."""
        self.checking.thoroughness = thoroughness

    def check(self, before: Node, after: Node, conditions: tuple[Node, ...] = ()) -> Check:
        """Whether two lines of the derivation have the same value at random points."""
        return self.checking.check(before, after, conditions)

    def to_dict(self) -> dict[str, Any]:
        """The trace as plain data for JSON; `from_dict` is the way back."""
        from explainer.engine.serial import trace_to_dict

        return trace_to_dict(self)

    @staticmethod
    def from_dict(data: dict[str, Any]) -> Trace:
        """The trace that `to_dict` wrote. Raises ExplainerError, naming what is damaged."""
        from explainer.engine.serial import read_trace

        problem, start, steps, status, reason, choices = read_trace(data)
        trace = Trace.restored(Problem(**problem), start, steps, status, reason)
        trace.choices = choices
        return trace

    @classmethod
    def restored(cls, problem: Problem, start: Node, steps: Iterable[Step], status: str, reason: str) -> Trace:
        """A complete trace from its parts."""
        trace = cls(problem, start, None, steps)
        trace._status, trace._reason = status, reason
        return trace

    def __getstate__(self) -> dict[str, Any]:
        """What pickle writes: the whole derivation. A method at work cannot be written, so it is run to its end."""
        _ = self.steps
        return {name: value for name, value in self.__dict__.items() if name != "_advancing"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _advancing=RLock())

    def __str__(self) -> str:
        """The whole derivation as the command line writes it: `print(trace)` shows every step with its reason."""
        return self.shown_as("text") or repr(self)

    def __repr__(self) -> str:
        return f"<trace of {self.problem.text!r} with respect to {self.problem.wrt}, {self.derived} steps so far>"
