"""Values with many digits, for points where double precision cannot tell a wrong line from rounding.

The same expressions, the same values of the variables, the same functions of the operations table, computed with
mpmath in place of NumPy. A derivative is the quotient of one tiny difference: with so many digits nothing is lost in
it, and no kink is near enough to lie within the step. As in `oracle`, only values of the function are looked at.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from fractions import Fraction
from functools import reduce, singledispatch
from typing import Any

import numpy

from explainer.errors import LimitError
from explainer.expr import nodes
from explainer.expr.arrays import Array, as_matrix, expanded, from_matrix, with_index_axes, with_leading_axes
from explainer.expr.evaluate import NOTHING_CHANGED, Differentiate, Evaluator, Inside, Scope, Source
from explainer.expr.node import Node
from explainer.expr.values import applied, compute
from explainer.phrases import phrase
from explainer.verify.digit_products import digit_determinants, digit_inverses, digit_product
from explainer.verify.oracle import Moved, Moving, Oracle, moved_along, units_of

MOST_OPERATIONS = 40_000
"""So many numbers are computed for one point, about half a second; then the point stays undecided."""
MATRIX_WORK = 40
"""An entry of an n×n matrix that is inverted takes so many times n of them."""
_DECOMPOSING = frozenset({"det", "inv", "logdet"})
LARGEST_EXPONENT, LARGEST_MAGNITUDE = 10**6, 4000
"""Powers with a larger exponent, and functions of numbers above 2 to the power of the second, count as without a
value: e^(e^(e^x)) would fill the memory."""

_contexts = threading.local()


def _context(bits: int) -> Any:
    """mpmath with this precision; one for each thread, as some of its functions change the precision for a while."""
    known: dict[int, Any] = _contexts.__dict__.setdefault("known", {})
    if bits not in known:
        from mpmath import MPContext

        known[bits] = MPContext()
        known[bits].prec = bits
    return known[bits]


class Digits:
    """What the operations table takes for `numpy`: its functions where they exist for many digits, else NumPy's own.

    All functions take and give arrays of mpmath's real numbers; what is complex, infinite or beyond
    all measure is not-a-number.
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.context = context = _context(bits)
        self.nan = context.nan
        self.pi, self.e = (numpy.asarray(+constant, dtype=object) for constant in (context.pi, context.e))
        for name, same in _SAME.items():
            setattr(self, name, self._vectorised(getattr(context, same)))
        for name in _GROWING:
            setattr(self, name, self._vectorised(getattr(context, name), most=LARGEST_EXPONENT))
        self.lgamma, self.digamma = (self._vectorised(_of_positive(context, name)) for name in ("loggamma", "digamma"))
        self.trigamma = self._vectorised(lambda u: context.psi(1, u) if u > 0 else context.nan)
        self.arctan2 = self._vectorised(context.atan2, 2)
        self.cbrt = self._vectorised(lambda u: context.cbrt(u) if u >= 0 else -context.cbrt(-u))
        self.true_divide = self._vectorised(lambda a, b: a / b if b else self.nan, 2)
        self.power = self._vectorised(self._power, 2)
        self.linalg = _Matrices(self)

    def __getattr__(self, name: str) -> Any:
        return getattr(numpy, name)

    def float64(self, value: str | Fraction) -> Any:
        """A number, of a text with all its digits or of a fraction."""
        if isinstance(value, Fraction):
            return self.context.mpf(value.numerator) / value.denominator
        return self.context.mpf(value)

    def array(self, values: Array) -> Array:
        """Floats, whole numbers and truth values as numbers of many digits."""
        if values.dtype == object:
            return values
        mpf = self.context.mpf
        return numpy.asarray(numpy.frompyfunc(lambda value: mpf(float(value)), 1, 1)(values), dtype=object)

    def exp2(self, values: Array) -> Any:
        """2 to the power of these values."""
        return self.power(2, values)

    def log2(self, values: Array) -> Any:
        """The logarithms to base 2."""
        return self.log(values) / self.context.ln(2)

    def _power(self, base: Any, exponent: Any) -> Any:
        if not base:
            return self.context.mpf(1) if not exponent else base if exponent > 0 else self.nan
        if base < 0 and exponent != self.context.floor(exponent):
            return self.nan
        if abs(exponent) * (1 + abs(self.context.mag(base))) > LARGEST_EXPONENT:
            return self.nan
        return base**exponent

    def _vectorised(self, function: Callable[..., Any], inputs: int = 1, most: float = 0.0) -> Callable[..., Any]:
        context, nan = self.context, self.nan

        def one(*values: Any) -> Any:
            numbers = [context.mpf(value) for value in values]
            for u in numbers:
                if (u and context.mag(u) > LARGEST_MAGNITUDE) or (most and abs(u) > most):
                    return nan  # so is every function of what is no number
            try:
                found = context.convert(function(*numbers))
            except (ValueError, ZeroDivisionError, OverflowError, context.NoConvergence):
                return nan
            return found if isinstance(found, context.mpf) and context.isfinite(found) else nan

        ufunc = numpy.frompyfunc(one, inputs, 1)
        return lambda *values: numpy.asarray(ufunc(*values), dtype=object)


def digits_of(bits: int) -> Digits:
    """The functions for so many bits; made once for each thread."""
    known: dict[int, Digits] = _contexts.__dict__.setdefault("digits", {})
    if bits not in known:
        known[bits] = Digits(bits)
    return known[bits]


class _Matrices:
    """What stands in `numpy.linalg`."""

    LinAlgError = numpy.linalg.LinAlgError

    def __init__(self, digits: Digits) -> None:
        self._context, self._nan = digits.context, digits.nan

    def det(self, values: Array) -> Array:
        """The determinants of matrices."""
        exact = digit_determinants(values, self._context)
        if exact is not None:
            return exact
        found = numpy.empty(values.shape[:-2], dtype=object)
        for at in numpy.ndindex(found.shape):
            found[at] = self._context.det(self._context.matrix(values[at].tolist()))
        return found

    def inv(self, values: Array) -> Array:
        """The inverses of matrices; not-a-number for one that has none."""
        exact = digit_inverses(values, self._context)
        if exact is not None:
            return exact
        found = numpy.full_like(values, self._nan)
        for at in numpy.ndindex(values.shape[:-2]):
            try:
                inverse = self._context.inverse(self._context.matrix(values[at].tolist()))
            except ZeroDivisionError:
                continue
            found[at] = numpy.array(inverse.tolist(), dtype=object)
        return found


def _of_positive(context: Any, name: str) -> Callable[[Any], Any]:
    """A function of positive numbers, not-a-number elsewhere as in double precision."""
    return lambda u: getattr(context, name)(u) if u > 0 else context.nan


_SAME = {
    "sin": "sin", "cos": "cos", "tan": "tan", "tanh": "tanh", "arcsin": "asin", "arccos": "acos", "arctan": "atan",
    "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh", "log": "ln", "log10": "log10", "log1p": "log1p",
    "sqrt": "sqrt", "erf": "erf", "erfc": "erfc", "floor": "floor", "ceil": "ceil", "sign": "sign",
}  # fmt: skip
"""NumPy's names of functions, and mpmath's."""
_GROWING = ("exp", "expm1", "sinh", "cosh")
"""Functions whose value grows as fast as the exponential."""


@singledispatch
def _compute(node: Node, evaluator: ManyDigits, scope: Scope) -> Array:
    return compute(node, evaluator, scope)


@_compute.register(nodes.Number)
def _(node: nodes.Number, evaluator: ManyDigits, scope: Scope) -> Array:
    return with_index_axes(numpy.asarray(evaluator.digits.float64(node.value), dtype=object), 0, len(scope))


@_compute.register(nodes.Constant)
def _(node: nodes.Constant, evaluator: ManyDigits, scope: Scope) -> Array:
    return with_index_axes(getattr(evaluator.digits, node.name), 0, len(scope))


@_compute.register(nodes.Quotient)
@_compute.register(nodes.HadamardQuotient)
def _(node: nodes.Quotient | nodes.HadamardQuotient, evaluator: ManyDigits, scope: Scope) -> Any:
    return evaluator.digits.true_divide(*evaluator.fitted(node, scope))


@_compute.register(nodes.Power)
def _(node: nodes.Power, evaluator: ManyDigits, scope: Scope) -> Any:
    return evaluator.digits.power(*evaluator.fitted(node, scope))


@_compute.register(nodes.MatrixProduct)
def _(node: nodes.MatrixProduct, evaluator: ManyDigits, scope: Scope) -> Array:
    factors = [as_matrix(evaluator.value(factor, scope), len(factor.shape.sizes)) for factor in node.factors]
    context = evaluator.digits.context
    product = reduce(lambda left, right: digit_product(left, right, context), factors)
    return from_matrix(product, len(node.shape.sizes))


@_compute.register(nodes.Apply)
def _(node: nodes.Apply, evaluator: ManyDigits, scope: Scope) -> Array:
    operation = node.operation
    arguments = evaluator.fitted(node, scope) if operation.elementwise else [
        evaluator.value(argument, scope) for argument in node.arguments
    ]  # fmt: skip
    evaluator.work.take(sum(MATRIX_WORK * array.size * array.shape[-1] for array in _taken_apart(node, arguments)))
    return applied(node, evaluator.digits, arguments)


def _taken_apart(node: nodes.Apply, arguments: list[Array]) -> list[Array]:
    """The matrices that a determinant or an inverse is computed of, which takes far more than an operation an entry."""
    return [array for array in arguments if array.ndim >= 2] if node.operation.name in _DECOMPOSING else []


class Work:
    """How many numbers may still be computed."""

    def __init__(self, left: int = MOST_OPERATIONS) -> None:
        self.left = left

    def take(self, count: int) -> None:
        """Raises LimitError when too many were computed."""
        self.left -= count
        if self.left < 0:
            raise LimitError(phrase("a value would have {0} entries, which is too many to compute with", f"{count:,}"))


class ManyDigits(Evaluator):
    """Values of expressions with many digits."""

    def __init__(
        self,
        source: Source,
        digits: Digits,
        work: Work,
        *,
        samples: tuple[int, ...] = (),
        differentiate: Differentiate | None = None,
        inside: Inside = NOTHING_CHANGED,
    ) -> None:
        super().__init__(source, samples=samples, differentiate=differentiate, inside=inside)
        self.digits = digits
        self.work = work

    def another(self, samples: tuple[int, ...], inside: Inside = NOTHING_CHANGED) -> ManyDigits:
        """An evaluator like this one for other samples."""
        return ManyDigits(
            self.source, self.digits, self.work, samples=samples, differentiate=self.differentiate, inside=inside
        )

    def compute(self, node: Node, scope: Scope) -> Array:
        """The value of a node from the values of its parts."""
        found = self.digits.array(numpy.asarray(_compute(node, self, scope)))
        self.work.take(found.size)
        return found

    def fitted(self, node: Node, scope: Scope) -> list[Array]:
        """The values of the parts of an element-wise operation: scalars get axes to meet vectors and matrices."""
        own = len(node.shape.sizes)
        found = [(self.value(part, scope), len(part.shape.sizes)) for part in node.children]
        return [array if dimensions == own else expanded(array, own) for array, dimensions in found]


class DigitsOracle(Oracle):
    """Derivatives as quotients of one difference so small that only its digits are left to say whether it is right."""

    def __init__(self) -> None:
        super().__init__(analytic_functions=False)
        self.largest: Any = 1
        """The largest value of a function that was differentiated: what is lost in a difference is a fraction of it."""

    def _slopes(self, body: Node, by: Moving, evaluator: Evaluator, scope: Scope) -> Array:
        assert isinstance(evaluator, ManyDigits)
        moved = evaluator.kept(("moved", by.variable, by.kind), lambda: _moved_a_little(evaluator, by))
        axes = moved.axes(by.variable, body, evaluator, scope)
        found = with_leading_axes(moved.evaluator.value(body, scope), axes + 2)
        value = evaluator.value(body, scope)
        self.largest = max(self.largest, _largest(value))
        steps = moved.per_entry(by.variable, axes)
        return self._where_both_agree(found, value, steps, evaluator)

    def _where_both_agree(self, found: Array, value: Array, steps: Any, evaluator: ManyDigits) -> Array:
        """The slope where it is the same ahead and behind, but for what the digits leave; else not-a-number.

        What was `found` are the values a step ahead and a step behind, or one for both where it does not change.
        """
        bits = evaluator.digits.bits
        forward, backward = numpy.broadcast_to(found, (2, *found.shape[1:]))
        ahead, behind = (forward - value) / steps, (value - backward) / steps
        size = numpy.maximum(numpy.maximum(abs(ahead), abs(behind)), abs(value) / (steps * 2 ** (bits // STEPS)))
        smooth = abs(ahead - behind) <= size * evaluator.digits.context.ldexp(1, -(bits // (2 * STEPS)))
        return numpy.asarray(numpy.where(smooth.astype(bool), (ahead + behind) / 2, evaluator.digits.nan))

    def _slope_along(self, body: Node, by: Moving, evaluator: Evaluator, scope: Scope) -> Array:
        assert isinstance(evaluator, ManyDigits)
        step = evaluator.digits.context.ldexp(1, -(evaluator.digits.bits // STEPS))
        levels = numpy.array([step, -step], dtype=object)
        moved = evaluator.kept(("along", by.variable), lambda: moved_along(evaluator, by, levels))
        axes = len(evaluator.samples) + len(scope) + len(body.shape.sizes)
        found = with_leading_axes(moved.value(body, scope), axes + 1)
        value = evaluator.value(body, scope)
        self.largest = max(self.largest, _largest(value))
        return self._where_both_agree(found, value, step, evaluator)


STEPS = 5
"""The step is 2 to the power of minus the bits over this: so many derivatives inside each other leave digits."""


def _moved_a_little(evaluator: ManyDigits, by: Moving) -> Moved:
    value, units = units_of(evaluator, by.variable)
    context = evaluator.digits.context
    # Relative to the value, so that the step of a value beside a kink is smaller than the distance to it.
    step = numpy.frompyfunc(lambda u: context.ldexp(abs(u) or 1, -(evaluator.digits.bits // STEPS)), 1, 1)
    steps = numpy.asarray(step(value), dtype=object)
    signs = numpy.array([1, -1], dtype=object).reshape((2,) + (1,) * units.ndim)
    samples = (2, len(units), *evaluator.samples)
    moved = value + signs * steps * evaluator.digits.array(units)
    return Moved(evaluator.inner({by.variable: moved}, by.pending, samples, evaluator.base), steps)


PRECISIONS = (160, 320, 1280, 5120)
"""The numbers of bits, one after the other, until two values in a row agree on what is found."""
HOPELESS = 2
"""Where so many precisions find no value, the point is on a kink and not merely beside one."""
SETTLED = 1e-9
"""The digits of a value are settled when it changes by less than this fraction with the next precision."""


def difference_at(left: Node, right: Node, scope: Scope, source: Source, work: Work) -> float | None:
    """The relative difference of two values at one point; None where no precision settles it, or there is no value.

    Raises LimitError when it takes too much work.
    """
    before: tuple[Array, Array] | None = None
    without = 0
    for bits in PRECISIONS:
        oracle = DigitsOracle()
        evaluator = ManyDigits(source, digits_of(bits), work, samples=(1,), differentiate=oracle)
        try:
            first, second = (as_matrix(evaluator.value(side, scope), len(side.shape.sizes)) for side in (left, right))
        except (ArithmeticError, TypeError):  # a division by zero, or a function that NumPy has for floats only
            return None
        if not (numpy.all(first == first) and numpy.all(second == second)):
            before, without = None, without + 1  # a kink may lie within the step, which is smaller the next time
            if without == HOPELESS:
                return None
            continue
        if before is not None:
            size = max(_largest(first), _largest(second))
            if not size:
                return 0.0
            change = max(_largest(now - then) for now, then in zip((first, second), before, strict=True))
            difference = float(_largest(first - second) / size)
            # Slopes far below the digits of their function may be lost in it, and then differ from what is true.
            floor = evaluator.digits.context.ldexp(oracle.largest, -bits // 4)
            if change <= SETTLED * size and (difference <= SETTLED or size >= floor):
                return difference
            # What shrinks as fast as the rounding does is nothing but rounding: both sides are zero.
            small = evaluator.digits.context.ldexp(1, -bits // 8)
            if all(_largest(now) <= small * _largest(then) for now, then in zip((first, second), before, strict=True)):
                return 0.0
        before = first, second
    return None


def _largest(values: Array) -> Any:
    return max(map(abs, numpy.asarray(values).flat), default=0)
