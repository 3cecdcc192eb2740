"""Which figure belongs beside the board: the one of a name, or the plot that suits the problem best."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from explainer.errors import ExplainerError
from explainer.phrases import joined, whole_sentence

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.figures import Figure
    from explainer.session.session import Session


MOST_PARTS: Final = 250
"""A function with more parts takes too long to be followed while somebody waits."""


class Standing(NamedTuple):
    """Where a session stands: what a figure of it depends on. It may be drawn in another thread than the session's.

    `values` are numbers for everything in the problem that somebody typed, by name.
    """

    trace: Trace | None
    position: int
    complete: bool
    values: Mapping[str, Any] | None = None


def standing_of(session: Session, values: Mapping[str, Any] | None = None) -> Standing:
    """Where a session stands now."""
    return Standing(session.trace, session.position, session.complete, values)


def figure_at(standing: Standing, name: str) -> Figure | str:
    """The figure of the open derivation at its position, or a sentence that says why there is none."""
    from explainer.figures import UnsuitedError, figure_kind

    if standing.trace is None:
        return "Nothing is open."
    try:
        kind = figure_kind(name)
        options: dict[str, Any] = {"step": standing.position}
        if "values" in kind.options:
            options["values"] = _values(standing)
        return kind.draw(standing.trace, options)
    except UnsuitedError as error:
        return whole_sentence(error.reason)
    except ExplainerError as error:
        return whole_sentence(error.message)


def _values(standing: Standing) -> Mapping[str, Any]:
    """The numbers that were typed, else small ones where a sweep is drawn: the first that it has values for."""
    from explainer.dataflow import sweep_at
    from explainer.figures.sweeps.values import numbers_of
    from explainer.session.numbers.inputs import built_in_values

    trace = standing.trace
    sweep = None if trace is None else sweep_at(trace, standing.position)
    if trace is None or sweep is None:
        return {}
    if standing.values is not None:
        return standing.values
    for values in built_in_values(trace):
        numbers = numbers_of(sweep.program, values)
        if numbers is not None and numbers.are_finite:
            return values
    return {}


def plot_at(standing: Standing) -> Figure | str:
    """The plot that suits the open derivation, once its result is there, or a sentence that says why there is none."""
    from explainer.figures import UnsuitedError

    if standing.trace is None:
        return "Nothing is open."
    if not standing.complete:
        return "The derivation is not finished yet."
    if standing.trace.problem.expression.part_count > MOST_PARTS:
        return "The function is too long for a plot beside the board."
    reasons: dict[str, None] = {}
    for name in _plots(standing.trace):
        try:
            return _drawn_for(name, standing.trace, standing.values)
        except UnsuitedError as error:
            reasons[error.reason] = None
        except ExplainerError as error:
            reasons[error.message] = None
    return joined(" ", map(whole_sentence, reasons))


def _drawn_for(name: str, trace: Trace, values: Mapping[str, Any] | None) -> Figure:
    """The plot of a name at the values that were typed; where it cannot be drawn there, at those it likes."""
    from explainer.figures import UnsuitedError, figure_kind

    kind = figure_kind(name)
    if values is None:
        return kind.draw(trace, {})
    try:
        return kind.draw(trace, _options_for(name, trace, values))
    except UnsuitedError:
        raise
    except ExplainerError:
        return kind.draw(trace, {})


def _options_for(name: str, trace: Trace, values: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as a plot wants it: the place at which it is looked at, and the values of all other variables."""
    import numpy

    from explainer.expr.nodes import Variable
    from explainer.figures.contours import pair_of
    from explainer.figures.values import variables_of

    wrt = trace.problem.wrt
    known = {variable.name for variable in variables_of(trace.problem.expression)} & values.keys()
    moved: tuple[Variable, ...] = ()
    if name == "curve" and isinstance(wrt, Variable):
        moved = (wrt,)
    elif name == "contours" and (pair := pair_of(wrt)) is not None:
        moved = pair.variables
    options: dict[str, Any] = {"values": {k: values[k] for k in known - {variable.name for variable in moved}}}
    at = [float(number) for variable in moved for number in numpy.ravel(values.get(variable.name, ()))]
    if name == "curve" and len(at) == 1:
        options["at"] = at[0]
    elif name == "contours" and len(at) == 2:
        options["at"] = at
    return options if name in ("curve", "contours", "zeros", "eigenvalues") else {}


def _plots(trace: Trace) -> tuple[str, ...]:
    """What may be drawn of the numbers of a derivative, the best first: of a loss over data its descent."""
    from explainer.expr.node import each_part
    from explainer.expr.nodes import IndexedSum, VariableTuple

    problem = trace.problem
    if problem.expression.shape.is_scalar:
        if isinstance(problem.wrt, VariableTuple):
            return ("contours", "zeros")
        if problem.wrt.shape.is_vector and any(isinstance(part, IndexedSum) for part in each_part(problem.expression)):
            return ("descent", "zeros")
    return (
        ("curve", "eigenvalues", "zeros") if problem.order == 2 or problem.wrt.shape.is_matrix else ("curve", "zeros")
    )
