"""Counts false alarms and missed mistakes of the checks: `python -m tests.verify.alarms random|nasty|wrong COUNT`.

A false alarm is a step that was derived right and yet fails its check. A missed mistake is a line that was spoiled, and
passes. Steps that the numbers say nothing about are counted apart. With `-v` every such step is printed.
"""

from __future__ import annotations

import argparse
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from types import FrameType

import numpy

from explainer.engine import Step, Trace, derive
from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.node import Node, subnodes, with_children
from explainer.verify import Verifier, evaluate_with_oracle
from tests.verify.nasty import NASTY
from tests.verify.random_functions import METHODS, Problem, random_problem

LATE = 20.0
"""So many seconds of the processor are left to one problem, for the engine is not what is measured here."""


@dataclass
class Count:
    """What was counted: checks by their outcome, and the lines to show of those that are not as they should be."""

    outcomes: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def rate(self, outcome: str) -> float:
        """How many of 10,000."""
        return 1e4 * self.outcomes[outcome] / max(1, sum(self.outcomes.values()))


def every_step(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps and their substeps at all depths."""
    for step in steps:
        yield step
        yield from every_step(step.substeps)


def traces(problems: Iterable[Problem]) -> Iterator[tuple[Problem, Trace]]:
    """The derivations of those problems that the engine accepts."""
    for problem in problems:
        try:
            trace = derive(problem.text, problem.wrt, problem.shapes, problem.method)
            if trace.steps:
                yield problem, trace
        except ExplainerError:
            continue


def count_alarms(problems: Iterable[Problem]) -> Count:
    """How many checks fail, of steps that are right."""
    found = Count()
    for problem, trace in traces(problems):
        with suppress(Late), bounded():
            for step in every_step(trace.steps):
                check = step.check
                outcome = check.state
                found.outcomes[outcome] += 1
                if outcome != "ok":
                    found.shown.append(
                        f"{outcome}: {problem.text!r} by {problem.wrt}, {problem.method}, step {step.number} "
                        f"{step.rule}: {check.message}\n      {step.before.text()[:150]}\n"
                        f"   => {step.after.text()[:150]}"
                    )
    return found


def every_method(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Every problem by every method."""
    for problem in problems:
        for method in METHODS:
            yield Problem(problem.text, problem.wrt, problem.shapes, method)


@dataclass
class Late(BaseException):
    """Time is up."""


class bounded:  # noqa: N801
    """Ends the block after a while, silently."""

    def __enter__(self) -> None:
        signal.signal(signal.SIGVTALRM, self._late)
        signal.setitimer(signal.ITIMER_VIRTUAL, LATE)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if kind is Late:
            print("late")
        return kind is Late

    @staticmethod
    def _late(number: int, frame: FrameType | None) -> None:
        raise Late


# --- mistakes --------------------------------------------------------------------------------------------------------


def _swapped(node: Node) -> Node | None:
    if isinstance(node, nodes.Quotient | nodes.HadamardQuotient) and node.numerator.shape == node.denominator.shape:
        return with_children(node, tuple(reversed(node.children)))
    if isinstance(node, nodes.MatrixProduct) and len({factor.shape for factor in node.factors}) == 1:
        return with_children(node, tuple(reversed(node.children)))
    if isinstance(node, nodes.Power) and node.base.shape == node.exponent.shape:
        return with_children(node, tuple(reversed(node.children)))
    if isinstance(node, nodes.Cases) and len(node.values) == 2:
        return nodes.Cases(tuple(reversed(node.values)), node.conditions)
    return None


def _dropped(node: Node) -> Node | None:
    if isinstance(node, nodes.Sum) and len(node.terms) > 2:
        return nodes.Sum(node.terms[1:])
    if isinstance(node, nodes.Sum) and node.terms[1].shape == node.shape:
        return node.terms[1]
    if isinstance(node, nodes.Product | nodes.Hadamard) and node.factors[-1].shape == node.shape:
        return node.factors[-1]
    return None


def _transposed(node: Node) -> Node | None:
    return nodes.Transpose(node) if node.shape.is_matrix and node.shape.rows == node.shape.columns else None


def _times(factor: nodes.Number) -> Callable[[Node], Node | None]:
    return lambda node: nodes.Product((factor, node))


def _little() -> nodes.Number:
    from fractions import Fraction

    return nodes.Number(Fraction(10001, 10000), 4)


MISTAKES: dict[str, Callable[[Node], Node | None]] = {
    "doubled": _times(nodes.TWO),
    "negated": nodes.Negate,
    "times 1.0001": _times(_little()),
    "transposed": _transposed,
    "swapped": _swapped,
    "dropped": _dropped,
}


def spoiled(line: Node, kind: str, random: Random) -> Node | None:
    """The line with this mistake in one of its parts; the parts that say what is differentiated by what stay."""
    places = [path for path, _ in subnodes(line) if not _is_fixed(line, path)]
    random.shuffle(places)
    for path in places[:12]:
        try:
            found = _changed(line, path, MISTAKES[kind])
        except (ExplainerError, ValueError, TypeError):
            continue
        if found is not None and found is not line and found.shape == line.shape:
            return found
    return None


def _is_fixed(line: Node, path: tuple[int, ...]) -> bool:
    node = line
    for place in path:
        fixed = isinstance(node, nodes.Derivative | nodes.Entry | nodes.MatrixRow | nodes.Delta | nodes.Comparison)
        if (fixed and place > 0) or isinstance(node, nodes.Where | nodes.Equation | nodes.Cases | nodes.Derivative):
            return True
        node = node.children[place]
    return isinstance(node, nodes.Comparison | nodes.Index | nodes.Otherwise | nodes.VariableTuple | nodes.Equation)


def _changed(node: Node, path: tuple[int, ...], change: Callable[[Node], Node | None]) -> Node | None:
    if not path:
        return change(node)
    inner = _changed(node.children[path[0]], path[1:], change)
    if inner is None:
        return None
    return with_children(node, (*node.children[: path[0]], inner, *node.children[path[0] + 1 :]))


def is_really_wrong(right: Node, wrong: Node, random: Random) -> bool:
    """Whether two lines differ at a quarter of some points of its own, by more than what a check lets pass."""
    names = sorted(
        {part for line in (right, wrong) for part in line.free if isinstance(part, nodes.Variable)}, key=Node.text
    )
    differ = compared = 0
    for k in range(8):
        generator = numpy.random.default_rng(random.randrange(10**9))
        sizes = {"n": (3, 2)[k % 2], "m": (2, 4)[k % 2], "N": (5, 3)[k % 2]}
        values = {
            name.name: generator.uniform(0.3, 1.6, [sizes.get(str(size), size) for size in name.shape.sizes])
            * (1 if k % 3 else generator.choice([-1, 1]))
            for name in names
        }
        beside = {name: numpy.asarray(value) * (1 + 1e-13) for name, value in values.items()}
        try:
            first, second, again = (
                evaluate_with_oracle(line, {**at, **sizes})
                for line, at in ((right, values), (wrong, values), (right, beside))
            )
        except ExplainerError:
            return False
        if not all(numpy.isfinite(value).all() for value in (first, second, again)):
            continue
        if numpy.abs(first - again).max(initial=0.0) > 1e-6 * numpy.abs(first).max(initial=0.0):
            continue  # what is left of the value is noise
        compared += 1
        scale = max(numpy.abs(first).max(initial=0.0), numpy.abs(second).max(initial=0.0))
        differ += bool(numpy.abs(first - second).max(initial=0.0) > 3e-5 * scale and scale > 1e-9)
    return compared >= 4 and 4 * differ >= compared


def count_missed(problems: Iterable[Problem], seed: int = 0) -> Count:
    """How many lines with a mistake pass, fail or are not checked; "quiet" are those whose value stays as it was."""
    found, random = Count(), Random(seed)
    for problem, trace in traces(problems):
        with suppress(Late), bounded():
            verifier = Verifier((trace.start,))
            for step in trace.steps:
                for kind in MISTAKES:
                    wrong = spoiled(step.after, kind, random)
                    if wrong is None or isinstance(wrong, nodes.Where) or step.attempt is not None:
                        continue
                    if any(isinstance(part, nodes.Index) for part in step.after.free):
                        continue
                    if not step.check.ok or not is_really_wrong(step.after, wrong, random):
                        continue
                    check = verifier.check(step.before, wrong, step.conditions)
                    outcome = {"ok": "missed", "failed": "caught"}.get(check.state, "unchecked")
                    found.outcomes[outcome] += 1
                    if outcome != "caught":
                        found.shown.append(
                            f"{outcome}: {kind} {problem.text!r} by {problem.wrt}\n      {step.before.text()[:160]}\n"
                            f"   => {wrong.text()[:160]}\n  not {step.after.text()[:160]}"
                        )
    return found


def main() -> None:
    """Count what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("random", "nasty", "wrong"))
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("-v", action="store_true")
    asked = parser.parse_args()
    some = map(random_problem, range(asked.first, asked.first + asked.count))
    if asked.what == "random":
        found = count_alarms(some)
    elif asked.what == "nasty":
        found = count_alarms(every_method(NASTY[asked.first :][: asked.count or None]))
    else:
        found = count_missed(some)
    if asked.v:
        print("\n".join(found.shown))
    total = sum(found.outcomes.values())
    print(
        f"{asked.what}: {total} checks",
        *(f"{name} {n} ({found.rate(name):.1f} in 10,000)" for name, n in found.outcomes.items()),
    )


if __name__ == "__main__":
    main()
