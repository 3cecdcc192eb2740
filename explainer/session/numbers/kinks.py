"""Whether a function has a kink at a point: central differences cannot tell, as both sides cancel in max(0, z) at 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explainer.budget import CancelledError
from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.engine import Problem
    from explainer.expr.arrays import Array
    from explainer.expr.evaluate import Evaluator
    from explainer.expr.nodes import Variable

_COARSE, _FINE = 2.0**-10, 2.0**-16
"""Steps for the slopes, against the size of the values: powers of two, by which a value moves without rounding."""
_LEAST: Final = 1e-4
"""A smaller difference of the two slopes, against the slopes themselves, may be rounding."""


def has_kink(problem: Problem, evaluator: Evaluator) -> bool:
    """Whether the slopes from both sides differ at the evaluator's point, for any entry of the variable.

    The difference of the slopes over a step h shrinks with h where f is smooth, and stays where it has a kink or jumps.
    """
    from explainer.expr.nodes import Entry, Variable, VariableTuple
    from explainer.verify.smoothness import Smoothness

    wrt = problem.wrt
    variables = wrt.variables if isinstance(wrt, VariableTuple) else (wrt.base if isinstance(wrt, Entry) else wrt,)
    rough = Smoothness(analytic_functions=False).rough_variables(problem.expression)
    try:
        return any(
            _differs(problem, variable, evaluator)
            for variable in variables
            if isinstance(variable, Variable) and variable in rough
        )
    except CancelledError:
        raise
    except ExplainerError:  # too many entries to move, or no value at all, of which the line itself tells
        return False


def _differs(problem: Problem, variable: Variable, evaluator: Evaluator) -> bool:
    import numpy

    value = numpy.asarray(evaluator.value(variable), dtype=float)
    units = numpy.eye(value.size).reshape((1, value.size, *value.shape))
    scale = max(1.0, float(abs(value).max(initial=0.0)))
    steps = numpy.array([_COARSE, -_COARSE, _FINE, -_FINE]) * scale
    evaluator.require_room(4 * value.size * value.size)
    moved = value + steps.reshape((4, 1) + (1,) * value.ndim) * units
    inner = evaluator.inner({variable: moved}, (), (4, value.size), ())
    own = len(problem.expression.shape.sizes)
    here = numpy.asarray(evaluator.value(problem.expression))
    found: Array = numpy.asarray(inner.value(problem.expression))
    found = numpy.broadcast_to(found, (4, value.size, *found.shape[found.ndim - own :]))
    slopes = (found - here) / steps.reshape((4, 1) + (1,) * own)
    coarse, fine = abs(slopes[0] - slopes[1]), abs(slopes[2] - slopes[3])
    size = numpy.maximum(abs(slopes[2]), abs(slopes[3]))
    return bool(numpy.any((fine > _LEAST * numpy.maximum(size, 1e-6)) & (fine > 0.5 * coarse)))
