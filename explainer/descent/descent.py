"""Gradient descent: parameters step against their derived gradients, and every moment of it is kept.

    w ← w − η (∂C/∂w)ᵀ        b ← b − η ∂C/∂b

In numerator layout the derivative by a column is a row, so it is transposed before it is subtracted. All parameters
step at once, with the gradients at the point where they stand together. Source: Parr and Howard, section 6.1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError, LimitError, ShapeError, UnsupportedError
from explainer.expr.nodes import Derivative, Transpose, Variable
from explainer.phrases import counted, phrase, sentence

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from explainer.engine import Trace
    from explainer.expr.node import Node

    Words = tuple[str | Node, ...]

MOST_STEPS = 10_000
"""More steps than this are refused."""


@dataclass(frozen=True, eq=False)
class Moment:
    """Where the descent stands after `number` steps: parameters, gradients and loss, all at this point.

    Shapes: every gradient has the shape of its parameter; it is the derivative, transposed where the layout needs it.
    """

    number: int
    parameters: Mapping[str, NDArray[Any]]
    gradients: Mapping[str, NDArray[Any]]
    loss: float


@dataclass(frozen=True, eq=False)
class Descent:
    """The moments of a descent, the start first, and how it went.

    `outcome` is falling (every step lowered the loss), uneven (it ended lower, but some steps raised it), rising (it
    ended no lower than it began) or diverged (a value left the range of numbers; the descent stopped there).
    """

    traces: tuple[Trace, ...]
    step_size: float
    moments: tuple[Moment, ...]
    outcome: str
    values: Mapping[str, Any]
    """What it was given by name: the start of every parameter, the data, and open sizes that were given."""

    @property
    def losses(self) -> tuple[float, ...]:
        """The loss at every moment."""
        return tuple(moment.loss for moment in self.moments)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of what steps, in the order of the derivations."""
        return tuple(self.moments[0].parameters)

    @property
    def updates(self) -> tuple[str, ...]:
        """The update of every parameter as text: `w ← w − 0.1 (∂C/∂w)ᵀ`."""
        return tuple(
            _update(trace, name, self.step_size) for trace, name in zip(self.traces, self.parameters, strict=True)
        )

    @property
    def written_updates(self) -> tuple[Words, ...]:
        """The updates with their names and derivatives as expressions."""
        return tuple(
            sentence("{w} ← {w} − {eta} {slope}", {"w": wrt, "eta": f"{self.step_size:g}", "slope": slope})
            for trace in self.traces
            for wrt, slope in ((trace.problem.wrt, _downhill(trace)),)
        )

    @property
    def head(self) -> tuple[Words, ...]:
        """What stands over the columns of the table, with the names as expressions."""
        wrt = tuple(trace.problem.wrt for trace in self.traces)
        return ((phrase("step"),), *((part,) for part in wrt), *((_slope(part),) for part in wrt), (_COST,))

    @property
    def message(self) -> str:
        """How it went, in a sentence."""
        losses = self.losses
        steps = len(losses) - 1
        rises = [k for k in range(1, len(losses)) if losses[k] > losses[k - 1]]
        if self.outcome == "diverged":
            return phrase(
                "After {0} steps the loss is larger than any number the computer can hold: a step size of {1} is "
                "far too large.",
                steps,
                f"{self.step_size:g}",
            )
        change = phrase("from {0} to {1}", f"{losses[0]:.6g}", f"{losses[-1]:.6g}")
        if self.outcome == "falling":
            return phrase("Every step lowered the loss: it fell {0} in {1}.", change, _count(steps))
        if self.outcome == "uneven":
            return counted(
                "The loss fell {1} in {2}, but step {3} raised it: the steps are large.",
                "The loss fell {1} in {2}, but steps {3} raised it: the steps are large.",
                len(rises),
                change,
                _count(steps),
                ", ".join(map(str, rises[:5])) + (", …" if len(rises) > 5 else ""),
            )
        if losses[0] == losses[-1]:
            return phrase(
                "The loss stayed at {0}: the gradient is zero here, or too small to matter.", f"{losses[0]:.6g}"
            )
        return phrase(
            "The loss rose {0} in {1}: a step size of {2} is too large.", change, _count(steps), f"{self.step_size:g}"
        )

    def table(self, digits: int = 6) -> tuple[tuple[str, ...], ...]:
        """The moments as rows of text under a head: number, parameters, gradients, loss, with so many digits."""
        names = self.parameters
        head = (phrase("step"), *names, *(f"∂C/∂{name}" for name in names), "C")
        rows = (
            (
                str(moment.number),
                *(_shown(moment.parameters[name], digits) for name in names),
                *(_shown(moment.gradients[name], digits) for name in names),
                _shown(moment.loss, digits),
            )
            for moment in self.moments
        )
        return (head, *rows)


def _count(steps: int) -> str:
    return counted("{0} step", "{0} steps", steps)


_COST = Variable("C")


def _slope(wrt: Node) -> Node:
    return Derivative(_COST, wrt, "partial")


def _downhill(trace: Trace) -> Node:
    """What is subtracted: the derivative as it stands in its layout, of the shape of the parameter."""
    slope = _slope(trace.problem.wrt)
    return Transpose(slope) if _is_row(trace) else slope


def _is_row(trace: Trace) -> bool:
    return trace.problem.layout == "numerator" and not trace.problem.wrt.shape.is_scalar


def _update(trace: Trace, name: str, step_size: float) -> str:
    gradient = f"(∂C/∂{name})ᵀ" if _is_row(trace) else f"∂C/∂{name}"
    return f"{name} ← {name} − {step_size:g} {gradient}"


def _shown(value: Any, digits: int) -> str:
    if getattr(value, "ndim", 0):
        value = value.tolist()
    if isinstance(value, list):
        return f"({', '.join(_shown(entry, digits) for entry in value)})"
    return f"{float(value) + 0.0:.{digits}g}"


def descend(
    traces: Trace | Iterable[Trace], values: Mapping[str, ArrayLike], step_size: float, steps: int = 1
) -> Descent:
    """Step against the gradients of one loss, which are the results of its derivations.

    `traces` are derivations of the same scalar function, each by another parameter; `values` gives the start of every
    parameter and the data, by name. The descent ends early where the loss leaves the range of numbers.

    Raises ExplainerError for a derivation without a result, for different functions, a value that is missing and a step
    size that is not positive; ShapeError for a loss that is no scalar and values of the wrong shape; LimitError for too
    many steps.

    >>> import explainer
    >>> run = descend(explainer.derive("(x - 3)^2", "x"), {"x": 1}, step_size=0.25, steps=2)
    >>> run.losses
    (4.0, 1.0, 0.25)
    """
    import numpy

    from explainer.engine.trace import Trace as OneTrace

    derivations = (traces,) if isinstance(traces, OneTrace) else tuple(traces)
    names = _parameters(derivations)
    _require_steps(step_size, steps)
    point = _start(derivations, names, values)
    moments = [_moment(0, derivations, names, point)]
    with numpy.errstate(all="ignore"):  # values that leave the range of numbers end the descent, and it says so
        while moments[-1].number < steps and math.isfinite(moments[-1].loss):
            last = moments[-1]
            point = {**point, **{name: last.parameters[name] - step_size * last.gradients[name] for name in names}}
            moments.append(_moment(last.number + 1, derivations, names, point))
    outcome = _outcome([moment.loss for moment in moments])
    return Descent(derivations, step_size, tuple(moments), outcome, dict(values))


def _parameters(traces: tuple[Trace, ...]) -> tuple[str, ...]:
    """The names that step, after the derivations were found to be of one scalar function and to have results."""
    if not traces:
        raise ExplainerError(
            "there is no derivative to descend with", hint="Differentiate a loss with respect to one of its parameters."
        )
    names: list[str] = []
    for trace in traces:
        problem, wrt = trace.problem, trace.problem.wrt
        if problem.expression is not traces[0].problem.expression and problem.text != traces[0].problem.text:
            raise ExplainerError(
                phrase("{0} is not {1}", problem.text, traces[0].problem.text),
                hint="All parameters step against gradients of the same loss.",
            )
        if not problem.expression.shape.is_scalar:
            shape = problem.expression.shape
            raise ShapeError(
                phrase("{0} is {1}, and only a scalar can be minimised", problem.text, shape.display()),
                shapes=(str(shape),),
                hint="Reduce it to a scalar first, for instance with sum(…).",
            )
        if not isinstance(wrt, Variable):
            shown = wrt.text()
            raise UnsupportedError(
                phrase("{0} is not a parameter that can step as a whole", shown),
                subexpression=shown,
                reason="a step needs a whole variable",
                hint="Differentiate with respect to each variable on its own.",
            )
        if wrt.name in names:
            raise ExplainerError(
                phrase("two of the derivatives are with respect to {0}", wrt.name),
                hint="Give each parameter one derivation.",
            )
        if trace.status != "finished":
            raise UnsupportedError(
                phrase(
                    "the derivative of {0} with respect to {1} has no result: {2}", problem.text, wrt.name, trace.reason
                ),
                subexpression=problem.text,
                reason=trace.reason,
            )
        names.append(wrt.name)
    return tuple(names)


def _require_steps(step_size: float, steps: int) -> None:
    if not (isinstance(step_size, int | float) and math.isfinite(step_size) and step_size > 0):
        raise ExplainerError(
            phrase("{0} is not a step size", f"{step_size!r}"), hint="It is a positive number, such as 0.1."
        )
    if not isinstance(steps, int) or isinstance(steps, bool) or steps < 1:
        raise ExplainerError(
            phrase("{0} is not a number of steps", f"{steps!r}"), hint="It is a whole number, 1 or greater."
        )
    if steps > MOST_STEPS:
        raise LimitError(phrase("{0} steps are too many; the limit is {1}", f"{steps:,}", f"{MOST_STEPS:,}"))


def _start(traces: tuple[Trace, ...], names: tuple[str, ...], values: Mapping[str, ArrayLike]) -> dict[str, Any]:
    """All values as arrays; the parameters as new ones, of floating-point numbers."""
    import numpy

    point: dict[str, Any] = dict(values)
    for trace, name in zip(traces, names, strict=True):
        if name not in values:
            raise ExplainerError(
                phrase("{0} has no value to start from", name), hint=phrase("Give a starting value for {0}.", name)
            )
        try:
            start = numpy.array(values[name], dtype=float)
        except (TypeError, ValueError) as error:
            raise ExplainerError(phrase("the start of {0} is not a number or an array of numbers", name)) from error
        shape = trace.problem.wrt.shape
        if start.ndim != len(shape.sizes):
            raise ShapeError(
                phrase("{0} is {1}, but its start has the sizes {2}", name, shape.display(), start.shape),
                shapes=(str(shape), str(start.shape)),
                hint="A scalar starts from a number, a vector from a list of numbers.",
            )
        point[name] = start
    return point


def _moment(number: int, traces: tuple[Trace, ...], names: tuple[str, ...], point: Mapping[str, Any]) -> Moment:
    """The loss and the gradients at a point."""
    loss = float(traces[0].problem.expression.evaluate(point))
    gradients = {name: _gradient(trace, point) for trace, name in zip(traces, names, strict=True)}
    return Moment(number, {name: point[name] for name in names}, gradients, loss)


def _gradient(trace: Trace, point: Mapping[str, Any]) -> NDArray[Any]:
    """The derived gradient in the shape of the parameter: a row of numerator layout becomes a column."""
    found, wrt = trace.result.evaluate(point), trace.problem.wrt
    if wrt.shape.is_scalar or trace.problem.layout != "numerator":
        return found
    return found[0] if wrt.shape.is_vector else found.T


def _outcome(losses: list[float]) -> str:
    if not math.isfinite(losses[-1]):
        return "diverged"
    if losses[-1] >= losses[0]:
        return "rising"
    return "falling" if all(after < before for before, after in pairwise(losses)) else "uneven"
