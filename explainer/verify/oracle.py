"""The oracle: the value of a derivative from values of the function alone.

It knows no rule of differentiation and never looks at the derivative column of the operations table. Every entry of
the variable is moved a little, all at once on array axes of their own; where everything is analytic in the complex
direction, f'(x) = Im f(x + ih) / h, else to both sides, with Richardson's extrapolation of central differences.
Source: Squire and Trapp 1998 (complex step); DLMF 3.4 and 3.9 (differences, extrapolation).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy

from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.arrays import Array, from_matrix, joined, with_leading_axes
from explainer.expr.evaluate import Evaluator, Scope
from explainer.expr.node import Node, with_children
from explainer.expr.values import entries_at
from explainer.phrases import phrase
from explainer.verify.smoothness import Smoothness

COMPLEX_STEP = 1e-100
STEP = 2.0**-6
"""The largest difference step for a value of size 1; powers of two keep x ± h exact."""
LEVELS = numpy.array([1.0, 1 / 2, 1 / 4, 1 / 32, 1 / 64, 1 / 128])
"""Two triples of steps, a coarse one for accuracy and a fine one for what changes fast or has a kink nearby."""
RELATIVE_ERROR, ROUNDING = 1e-6, 1e-9
"""Where the estimates differ by more than these fractions of derivative and function, there is no derivative."""


@dataclass(frozen=True)
class _Moved:
    """An evaluator in which every entry of a variable is moved, with the steps that were taken."""

    evaluator: Evaluator
    steps: Array


class Oracle:
    """Values of derivatives from values of functions; pass it to an Evaluator as `differentiate`.

    The result is in numerator layout and not-a-number where the estimates at different steps disagree (a kink, an
    edge of the domain). `analytic_functions` says that abstract functions may be given complex arguments.
    """

    def __init__(self, *, analytic_functions: bool) -> None:
        self._smoothness = Smoothness(analytic_functions)

    def __call__(self, derivative: nodes.Derivative, evaluator: Evaluator, scope: Scope) -> Array:
        """The value of a derivative, for the samples of the evaluator and all indices in scope.

        Raises UnsupportedError when the variable is neither a variable, an entry of one, nor a tuple of these.
        """
        body, wrt, kind = derivative.body, derivative.wrt, derivative.kind
        if isinstance(wrt, nodes.VariableTuple):
            columns = [self._by(body, variable, kind, evaluator, scope) for variable in wrt.variables]
            pairs = zip(columns, wrt.variables, strict=True)
            full = joined([found[..., None] if v.shape.is_scalar else found for found, v in pairs], -1)
        else:
            full = self._by(body, wrt, kind, evaluator, scope)
        if wrt.shape.is_scalar or not body.shape.is_scalar:
            return full
        row = full[..., None, :] if wrt.shape.is_vector else numpy.swapaxes(full, -1, -2)
        return from_matrix(row, len(derivative.shape.sizes))

    def _by(self, body: Node, wrt: Node, kind: str, evaluator: Evaluator, scope: Scope) -> Array:
        """The derivatives of all entries of the body (its axes) by all entries of `wrt` (the last axes)."""
        if isinstance(wrt, nodes.Variable):
            return self._jacobian(body, wrt, kind, evaluator, scope)
        if not isinstance(wrt, nodes.Entry) or not isinstance(wrt.base, nodes.Variable):
            raise UnsupportedError(
                phrase("{0} is not a variable to differentiate by", wrt.text()),
                subexpression=wrt.text(),
                reason="a derivative is taken by a variable, an entry of one, or a tuple of scalars",
            )
        full = self._jacobian(body, wrt.base, kind, evaluator, scope)
        places = [(-1, index) for index in reversed(wrt.indices)]
        return entries_at(full, len(body.shape.sizes) + len(places), places, (evaluator, scope))

    def _jacobian(self, body: Node, variable: nodes.Variable, kind: str, evaluator: Evaluator, scope: Scope) -> Array:
        if kind == "partial":
            body = _opened(body, variable, evaluator)
        pending = evaluator.kept(("affected", variable, kind), lambda: _affected(evaluator, variable, kind))
        changed = frozenset((variable, *(definition.left for definition in pending)))
        value = evaluator.value(body, scope)
        defined = numpy.isfinite(value)
        if body.free.isdisjoint(changed):
            sizes = evaluator.sizes(variable.shape)
            flat = numpy.where(defined, 0.0, numpy.nan).reshape(value.shape + (1,) * len(sizes))
            return numpy.broadcast_to(flat, value.shape + sizes)
        rough = [self._smoothness.rough_variables(part) for part in (body, *(d.right for d in pending))]
        analytic = not numpy.iscomplexobj(value) and all(changed.isdisjoint(names) for names in rough)
        # Which way to move is part of the key: another body may allow another way, with the same changed variables.
        key = ("moved", variable, kind, analytic)
        move = _moved_in_complex_direction if analytic else _moved_to_both_sides
        moved = evaluator.kept(key, lambda: move(evaluator, variable, pending))
        axes = moved.steps.ndim - len(variable.shape.sizes) + len(scope) - len(evaluator.base) + len(body.shape.sizes)
        found = with_leading_axes(moved.evaluator.value(body, scope), axes + (1 if analytic else 2))
        slopes = found.imag / COMPLEX_STEP if analytic else _extrapolated(found, moved.steps, value, variable, axes)
        slopes = numpy.moveaxis(slopes, 0, -1)
        if not defined.all():
            slopes = numpy.where(defined[..., None], slopes, numpy.nan)
        sizes = evaluator.sizes(variable.shape)
        if slopes.shape[-1] != numpy.prod(sizes, dtype=int):
            slopes = numpy.broadcast_to(slopes, (*slopes.shape[:-1], int(numpy.prod(sizes))))
        return slopes.reshape(slopes.shape[:-1] + sizes)


def _opened(body: Node, variable: Node, evaluator: Evaluator) -> Node:
    """The definition that a body stands for: ∂u_2/∂u_1 moves u_1 in what u_2 is defined as."""
    if isinstance(body, (nodes.Entry, nodes.MatrixRow)):
        return with_children(body, (_opened(body.base, variable, evaluator), *body.children[1:]))
    if body is not variable:
        for definition in evaluator.program:
            if definition.left is body:
                return definition.right
    return body


def _affected(evaluator: Evaluator, variable: Node, kind: str) -> tuple[nodes.Equation, ...]:
    """The definitions in force that change with a variable, in order; none when all of them are held fixed."""
    changed: set[Node] = {variable}
    affected: list[nodes.Equation] = []
    for definition in evaluator.program if kind == "total" else ():
        if definition.left is not variable and not definition.right.free.isdisjoint(changed):
            affected.append(definition)
            changed.add(definition.left)
    return tuple(affected)


def _units(evaluator: Evaluator, variable: nodes.Variable) -> tuple[Array, Array]:
    """The variable's value with all axes, and one array for each of its entries with 1 there and 0 elsewhere."""
    own = len(variable.shape.sizes)
    leading = len(evaluator.samples) + len(evaluator.base)
    value = with_leading_axes(evaluator.value(variable, evaluator.base), leading + own)
    sizes = value.shape[leading:]
    count = int(numpy.prod(sizes))
    evaluator.require_room(2 * len(LEVELS) * count * count)
    return value, numpy.eye(count).reshape((count,) + (1,) * leading + sizes)


def _moved_in_complex_direction(
    evaluator: Evaluator, variable: nodes.Variable, pending: tuple[nodes.Equation, ...]
) -> _Moved:
    value, units = _units(evaluator, variable)
    samples = (len(units), *evaluator.samples)
    inner = evaluator.inner({variable: value + 1j * COMPLEX_STEP * units}, pending, samples, evaluator.base)
    return _Moved(inner, numpy.broadcast_to(COMPLEX_STEP, value.shape))


def _moved_to_both_sides(evaluator: Evaluator, variable: nodes.Variable, pending: tuple[nodes.Equation, ...]) -> _Moved:
    value, units = _units(evaluator, variable)
    steps = STEP * numpy.exp2(numpy.round(numpy.log2(numpy.clip(numpy.abs(value), 2.0**-4, 1.0))))
    levels = numpy.concatenate([LEVELS, -LEVELS]).reshape((-1,) + (1,) * units.ndim)
    samples = (len(levels), len(units), *evaluator.samples)
    inner = evaluator.inner({variable: value + levels * steps * units}, pending, samples, evaluator.base)
    return _Moved(inner, steps)


def _extrapolated(found: Array, steps: Array, value: Array, variable: nodes.Variable, axes: int) -> Array:
    """Richardson's extrapolation of central differences; not-a-number where the estimates disagree."""
    own = len(variable.shape.sizes)
    leading = steps.shape[: steps.ndim - own]
    per_entry = numpy.moveaxis(steps.reshape((*leading, -1)), -1, 0)
    per_entry = per_entry.reshape(per_entry.shape + (1,) * (axes + 1 - per_entry.ndim))
    half = len(LEVELS)
    if len(found) == 1:
        found = numpy.broadcast_to(found, (2 * half, *found.shape[1:]))
    levels = (2.0 * LEVELS).reshape((-1,) + (1,) * (found.ndim - 1))
    central = (found[:half] - found[half:]) / (levels * per_entry)
    coarse, coarse_error = _richardson(central[:3])
    fine, fine_error = _richardson(central[3:])
    best = numpy.where(fine_error < coarse_error, fine, coarse)
    allowed = RELATIVE_ERROR * numpy.abs(best) + ROUNDING * numpy.maximum(numpy.abs(value), 1e-3)
    return numpy.where(numpy.minimum(fine_error, coarse_error) <= allowed, best, numpy.nan)


def _richardson(central: Array) -> tuple[Array, Array]:
    """The limit of differences at h, h/2 and h/4, and how far the last two estimates of it are apart."""
    first = (4.0 * central[1] - central[0]) / 3.0
    second = (4.0 * central[2] - central[1]) / 3.0
    limit = (16.0 * second - first) / 15.0
    error = numpy.abs(limit - second)
    return limit, numpy.where(numpy.isnan(error), numpy.inf, error)
