"""The oracle: the value of a derivative from values of the function alone.

It knows no rule of differentiation and never looks at the derivative column of the operations table. Every entry of
the variable is moved a little, all at once on array axes of their own; where everything is analytic in the complex
direction, f'(x) = Im f(x + ih) / h, else to both sides, with Richardson's extrapolation of central differences.
Where rounding, a kink or a jump within the steps leaves doubt, `many_digits` decides.
Source: Squire and Trapp 1998 (complex step); DLMF 3.4 and 3.9 (differences, extrapolation).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy

from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.arrays import Array, from_matrix, joined, with_index_axes, with_leading_axes
from explainer.expr.declared import DECLARED_KINDS
from explainer.expr.evaluate import Evaluator, Scope
from explainer.expr.node import Node, with_children
from explainer.expr.values import entries_at
from explainer.phrases import phrase
from explainer.verify.smoothness import Smoothness

COMPLEX_STEP = 2.0**-100
"""Far below the last digit of everything squared, and far above the smallest numbers, so that tiny slopes remain."""
STEP = 2.0**-6
"""The largest difference step for a value of size 1; sums of few powers of two keep x ± h exact."""
LEAST_STEP = 2.0**-26
"""The difference step of a large value, such as a name inside a long chain has, as a fraction of it: of a smaller one
no digits would be left."""
RATIOS = numpy.array([1.0, 61 / 128, 31 / 128])
"""The steps of one extrapolation: no small whole numbers to each other, so that a stair does not look like a ramp."""
LEVELS = numpy.concatenate([RATIOS, RATIOS / 32])
"""Two triples of steps, a coarse one for accuracy and a fine one for what changes fast or has a kink nearby."""
RELATIVE_ERROR, ROUNDING = 1e-6, 1e-9
"""Where the estimates differ by more than these fractions of derivative and function, there is no derivative."""
FINE_ROUNDING = 2.0**-44
"""What rounding leaves of the difference of two function values, with a margin, as a fraction of these values."""


AT_ONCE, MOST_PARTS = 3_000_000, 1000
"""So many moved values are held at once, about 50 MB; a variable that takes more parts than this is too large."""


@dataclass(frozen=True)
class Moving:
    """What is moved: a variable, and the definitions that change with it; `kind` as in a derivative."""

    variable: nodes.Variable
    kind: str
    pending: tuple[nodes.Equation, ...]

    @property
    def changed(self) -> frozenset[Node]:
        """The names whose values change."""
        return frozenset((self.variable, *(definition.left for definition in self.pending)))


@dataclass(frozen=True)
class Moved:
    """An evaluator in which every entry of a variable is moved, with the steps that were taken."""

    evaluator: Evaluator
    steps: Array

    def axes(self, variable: nodes.Variable, body: Node, evaluator: Evaluator, scope: Scope) -> int:
        """The number of axes of a value of the body with one for the entries that are moved, less that one."""
        return self.steps.ndim - len(variable.shape.sizes) + len(scope) - len(evaluator.base) + len(body.shape.sizes)

    def per_entry(self, variable: nodes.Variable, axes: int) -> Array:
        """The steps with the axis of the entries first, as values of the body have it."""
        leading = self.steps.shape[: self.steps.ndim - len(variable.shape.sizes)]
        steps = numpy.moveaxis(self.steps.reshape((*leading, -1)), -1, 0)
        return steps.reshape(steps.shape + (1,) * (axes + 1 - steps.ndim))


class Oracle:
    """Values of derivatives from values of functions; pass it to an Evaluator as `differentiate`.

    The result is in numerator layout and not-a-number where the estimates at different steps disagree (a kink, an
    edge of the domain). `analytic_functions` says that abstract functions may be given complex arguments.
    """

    def __init__(self, *, analytic_functions: bool) -> None:
        self._smoothness = Smoothness(analytic_functions)

    def __call__(self, derivative: nodes.Derivative | nodes.Differential, evaluator: Evaluator, scope: Scope) -> Array:
        """The value of a derivative, for the samples of the evaluator and all indices in scope; or of a differential.

        Raises UnsupportedError when the variable is neither a variable, an entry of one, nor a tuple of these.
        """
        if isinstance(derivative, nodes.Differential):
            return self._differential(derivative.body, derivative.wrt, evaluator, scope)
        body, wrt, kind = derivative.body, derivative.wrt, derivative.kind
        if isinstance(wrt, nodes.VariableTuple) and wrt.holds_matrices:
            wrt = wrt.variables[0]
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

    def _differential(self, body: Node, variable: nodes.Variable, evaluator: Evaluator, scope: Scope) -> Array:
        """The slope of a value along the dX that is drawn for X: of one moved copy, not one for each entry."""
        by = Moving(variable, "total", _affected(evaluator, variable, "total"))
        value = evaluator.value(body, scope)
        if body.free.isdisjoint(by.changed):
            return numpy.where(numpy.isfinite(value), 0.0, numpy.nan)
        slope = self._slope_along(body, by, evaluator, scope)
        return numpy.asarray(numpy.where(_defined(value), slope, numpy.nan))

    def _slope_along(self, body: Node, by: Moving, evaluator: Evaluator, scope: Scope) -> Array:
        value = evaluator.value(body, scope)
        rough = [self._smoothness.rough_variables(part) for part in (body, *(d.right for d in by.pending))]
        analytic = not numpy.iscomplexobj(value) and all(by.changed.isdisjoint(names) for names in rough)
        levels = numpy.asarray([1j * COMPLEX_STEP]) if analytic else numpy.concatenate([LEVELS, -LEVELS]) * STEP
        moved = evaluator.kept(("along", by.variable, analytic), lambda: moved_along(evaluator, by, levels))
        axes = len(evaluator.samples) + len(scope) + len(body.shape.sizes)
        found = with_leading_axes(moved.value(body, scope), axes + 1)
        if analytic:
            return numpy.asarray(found[0].imag / COMPLEX_STEP)
        return _extrapolated(found, numpy.asarray(STEP), value)

    def _by(self, body: Node, wrt: Node, kind: str, evaluator: Evaluator, scope: Scope) -> Array:
        """The derivatives of all entries of the body (its axes) by all entries of `wrt` (the last axes)."""
        if isinstance(wrt, nodes.Variable):
            full = self._jacobian(body, wrt, kind, evaluator, scope)
            return _together(full, kind) if kind in DECLARED_KINDS else full
        if (
            isinstance(wrt, nodes.Apply)
            and wrt.operation.name == "vec"
            and isinstance(wrt.arguments[0], nodes.Variable)
        ):
            full = self._jacobian(body, wrt.arguments[0], kind, evaluator, scope)
            full = _together(full, kind) if kind in DECLARED_KINDS else full
            return numpy.swapaxes(full, -1, -2).reshape((*full.shape[:-2], -1))
        if not isinstance(wrt, nodes.Entry) or not isinstance(wrt.base, nodes.Variable):
            raise UnsupportedError(
                phrase("{0} is not a variable of differentiation", wrt.text()),
                subexpression=wrt.text(),
                reason="a derivative is taken with respect to a variable, an entry of one, or a tuple of scalars",
            )
        full = self._jacobian(body, wrt.base, kind, evaluator, scope)
        places = [(-1, index) for index in reversed(wrt.indices)]
        return entries_at(full, len(body.shape.sizes) + len(places), places, (evaluator, scope))

    def _jacobian(self, body: Node, variable: nodes.Variable, kind: str, evaluator: Evaluator, scope: Scope) -> Array:
        if kind == "partial":
            body = _opened(body, variable, evaluator)
        pending = evaluator.kept(("affected", variable, kind), lambda: _affected(evaluator, variable, kind))
        by = Moving(variable, kind, pending)
        value = evaluator.value(body, scope)
        defined = _defined(value)
        sizes = evaluator.sizes(variable.shape)
        if body.free.isdisjoint(by.changed):
            flat = numpy.where(defined, 0.0, numpy.nan).reshape(value.shape + (1,) * len(sizes))
            return numpy.broadcast_to(flat, value.shape + sizes)
        slopes = numpy.moveaxis(self._slopes(body, by, evaluator, scope), 0, -1)
        if not defined.all():
            slopes = numpy.where(defined[..., None], slopes, numpy.nan)
        if slopes.shape[-1] != numpy.prod(sizes, dtype=int):
            slopes = numpy.broadcast_to(slopes, (*slopes.shape[:-1], int(numpy.prod(sizes))))
        return slopes.reshape(slopes.shape[:-1] + sizes)

    def _slopes(self, body: Node, by: Moving, evaluator: Evaluator, scope: Scope) -> Array:
        """The derivatives of the body by every entry of a variable, the entries on the first axis."""
        value = evaluator.value(body, scope)
        rough = [self._smoothness.rough_variables(part) for part in (body, *(d.right for d in by.pending))]
        analytic = not numpy.iscomplexobj(value) and all(by.changed.isdisjoint(names) for names in rough)
        # Which way to move is part of the key: another body may allow another way, with the same changed variables.
        key = ("moved", by.variable, by.kind, analytic)
        move = _moved_in_complex_direction if analytic else _moved_to_both_sides

        def slopes(moved: Moved, entries: slice) -> Array:
            axes = moved.axes(by.variable, body, evaluator, scope)
            found = with_leading_axes(moved.evaluator.value(body, scope), axes + (1 if analytic else 2))
            if analytic:
                return numpy.asarray(found.imag / COMPLEX_STEP)
            return _extrapolated(found, moved.per_entry(by.variable, axes)[entries], value)

        parts = _in_parts(evaluator, by.variable)
        if len(parts) == 1:
            return slopes(evaluator.kept(key, lambda: move(evaluator, by, parts[0])), slice(None))
        # The values of one part are let go of before the next one: together they would not fit into the memory.
        found = [(slopes(move(evaluator, by, part), slice(part.start, part.stop)), len(part)) for part in parts]
        return numpy.concatenate([numpy.broadcast_to(part, (n, *part.shape[1:])) for part, n in found])


def _together(slopes: Array, kind: str) -> Array:
    """The slopes where entries of a declared matrix move as it allows: S_ij and S_ji half each, or only the diagonal.

    What half of each does is half of what each does: a slope is linear in the direction.
    """
    if kind == "diagonal":
        return numpy.asarray(slopes * numpy.eye(slopes.shape[-1]))
    return numpy.asarray((slopes + numpy.swapaxes(slopes, -1, -2)) / 2)


def _defined(value: Array) -> Array:
    """Where there is a value: also of many digits, which NumPy does not ask whether they are finite."""
    return numpy.asarray(value == value if value.dtype == object else numpy.isfinite(value))


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


def _in_parts(evaluator: Evaluator, variable: nodes.Variable) -> list[range]:
    """The entries of a variable, all at once or, where it is large, as many at a time as there is room for."""
    count = math.prod(evaluator.sizes(variable.shape))
    each = 2 * len(LEVELS) * count * math.prod(evaluator.samples)
    together = max(1, AT_ONCE // max(1, each))
    if count > MOST_PARTS * together:
        evaluator.require_room(each * count)
    return [range(start, min(start + together, count)) for start in range(0, count, together)] or [range(0)]


def units_of(evaluator: Evaluator, variable: nodes.Variable, entries: range | None = None) -> tuple[Array, Array]:
    """The variable's value with all axes, and one array for each of its entries with 1 there and 0 elsewhere."""
    own = len(variable.shape.sizes)
    leading = len(evaluator.samples) + len(evaluator.base)
    value = with_leading_axes(evaluator.value(variable, evaluator.base), leading + own)
    sizes = value.shape[leading:]
    count = int(numpy.prod(sizes))
    moved = range(count) if entries is None else entries
    return value, numpy.eye(len(moved), count, moved.start).reshape((len(moved),) + (1,) * leading + sizes)


def moved_along(evaluator: Evaluator, by: Moving, levels: Array) -> Evaluator:
    """An evaluator with one more sample for each step along the dX of a variable."""
    own = len(by.variable.shape.sizes)
    leading = len(evaluator.samples) + len(evaluator.base)
    value = with_leading_axes(evaluator.value(by.variable, evaluator.base), leading + own)
    change = with_index_axes(evaluator.source.direction(by.variable), own, len(evaluator.base))
    moved = value + levels.reshape((-1,) + (1,) * (leading + own)) * with_leading_axes(change, leading + own)
    return evaluator.inner({by.variable: moved}, by.pending, (len(levels), *evaluator.samples), evaluator.base)


def _moved_in_complex_direction(evaluator: Evaluator, by: Moving, entries: range) -> Moved:
    value, units = units_of(evaluator, by.variable, entries)
    samples = (len(units), *evaluator.samples)
    inner = evaluator.inner({by.variable: value + 1j * COMPLEX_STEP * units}, by.pending, samples, evaluator.base)
    return Moved(inner, numpy.broadcast_to(COMPLEX_STEP, value.shape))


def _moved_to_both_sides(evaluator: Evaluator, by: Moving, entries: range) -> Moved:
    value, units = units_of(evaluator, by.variable, entries)
    size = numpy.maximum(numpy.clip(numpy.abs(value), 2.0**-4, 1.0), numpy.abs(value) * (LEAST_STEP / STEP))
    steps = STEP * numpy.exp2(numpy.round(numpy.log2(size)))
    levels = numpy.concatenate([LEVELS, -LEVELS]).reshape((-1,) + (1,) * units.ndim)
    samples = (len(levels), len(units), *evaluator.samples)
    inner = evaluator.inner({by.variable: value + levels * steps * units}, by.pending, samples, evaluator.base)
    return Moved(inner, steps)


def _extrapolated(found: Array, steps: Array, value: Array) -> Array:
    """The limit of differences to both sides; not-a-number where the estimates disagree, so at kinks and jumps."""
    half = len(LEVELS)
    if len(found) == 1:
        found = numpy.broadcast_to(found, (2 * half, *found.shape[1:]))
    levels = LEVELS.reshape((-1,) + (1,) * (found.ndim - 1)) * steps
    central = (found[:half] - found[half:]) / (2.0 * levels)
    # What the slopes ahead and behind differ by; it vanishes with the step, but for a kink within the smallest step.
    bend = (found[3:half] + found[half + 3 :] - 2.0 * value) / levels[3:]
    coarse, coarse_error = _limit(central[:3], EVEN)
    fine, fine_error = _limit(central[3:], EVEN)
    kink, kink_error = _limit(bend, BENT)
    size = numpy.maximum(numpy.abs(found).max(axis=0), numpy.abs(value))
    rounding = FINE_ROUNDING * size / levels[-1]
    best = numpy.where(fine_error < coarse_error, fine, coarse)
    allowed = RELATIVE_ERROR * numpy.abs(best)
    smooth = numpy.minimum(fine_error, coarse_error) <= allowed + ROUNDING * size
    # A stair that looks like a ramp with large steps does not with small ones; nor does a kink hide from both.
    smooth &= numpy.abs(coarse - fine) <= 10.0 * allowed + rounding
    smooth &= numpy.abs(kink) <= 10.0 * allowed + rounding + numpy.minimum(kink_error, numpy.abs(best) * 1e-3)
    return numpy.where(smooth, best, numpy.nan)


def _weights(powers: tuple[int, ...]) -> tuple[Array, Array]:
    """How to combine values at the steps of RATIOS so that these powers of the step fall out; with and without the
    largest step."""
    rows = numpy.array([RATIOS**power for power in (0, *powers)])
    best = numpy.linalg.solve(rows, numpy.array([1.0, 0.0, 0.0]))
    second = numpy.linalg.solve(rows[:2, 1:], numpy.array([1.0, 0.0]))
    return best, numpy.array([0.0, *second])


EVEN, BENT = _weights((2, 4)), _weights((1, 2))
"""A central difference errs by even powers of the step; the difference of one-sided ones is of the first or, as for
|x|³ at 0, of the second."""


def _limit(estimates: Array, weights: tuple[Array, Array]) -> tuple[Array, Array]:
    """The limit for a step of zero, and how far the last two estimates of it are apart."""
    limit, second = (numpy.tensordot(weight, estimates, axes=1) for weight in weights)
    error = numpy.abs(limit - second)
    return limit, numpy.where(numpy.isnan(error), numpy.inf, error)
