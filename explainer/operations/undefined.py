"""What has a value nowhere: divisions by zero and functions outside their domain, found by bounds of the values.

Bounds are worked out from the parts of an expression: x² is never negative, exp(x) is positive, x − x is zero. They are
never wrong and often wide; so what is refused here is undefined for every value of the variables, and much that is
undefined is not found here: the checks by numbers say of that that it has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import singledispatch
from math import inf, isfinite
from typing import TypeAlias

from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.operations.equal_entries import equal_entries, value_of_equal_entries
from explainer.operations.intervals import Bounds, absolute, hull, raised, square, summed, times
from explainer.operations.ranks import fault_of_rank, is_zero_determinant
from explainer.phrases import phrase

ANYTHING: Bounds = (-inf, inf)
_BoundsOf: TypeAlias = Callable[[Node], Bounds]
_CONDITION = re.compile(r"(u|abs\(u\)) ([<>]) (-?[\d.]+)")
_NUMBER = re.compile(r"-?\d+(/\d+)?")


class Definedness:
    """Bounds of the parts of one expression, each worked out once; names get those of their definitions.

    Where a variable is given, by which the expression is to be differentiated, powers must be ones of which it can be
    the exponent: (−2)^x has values at single exponents only.
    """

    def __init__(self, wrt: Node | None = None) -> None:
        self._known: dict[Node, Bounds] = {}
        self._moving = [] if wrt is None else [wrt]

    def bounds(self, node: Node) -> Bounds:
        """Bounds of the entries of a value."""
        found = self._known.get(node)
        if found is None:
            low, high = _bounds(node, self.bounds)
            found = self._known[node] = ANYTHING if low != low or high != high else (low, high)
        return found

    def require(self, node: Node) -> None:
        """Refuse a node whose own operation has a value nowhere. Raises UnsupportedError, naming the part."""
        reason = self._fault(node)
        if reason:
            raise UnsupportedError(
                reason,
                subexpression=node.text(),
                reason=reason,
                hint="With a matrix of full rank added, such as the identity, it would have one."
                if isinstance(node, nodes.Apply) and node.arguments[0].free and fault_of_rank(node)
                else "There is nothing to differentiate where a function has no value.",
            )

    def require_all(self, node: Node) -> None:
        """The same for an expression and all of its parts, under the definitions that stand with it."""
        seen: set[Node] = set()
        stack: list[tuple[Node, bool]] = [(node, False)]
        while stack:
            part, ready = stack.pop()
            if ready:
                if isinstance(part, nodes.Equation) and isinstance(part.left, nodes.Variable):
                    self._known[part.left] = self.bounds(part.right)
                    if self._moves(part.right):
                        self._moving.append(part.left)
                self.require(part)
            elif part not in seen and not isinstance(part, nodes.Derivative):
                seen.add(part)
                stack.append((part, True))
                # The definitions of a Where come before its body, which uses their names.
                stack.extend((child, False) for child in _in_order_of_meaning(part))

    def _fault(self, node: Node) -> str:
        if isinstance(node, nodes.Quotient | nodes.HadamardQuotient):
            return self._fault_of_division(node.denominator) if self.bounds(node.denominator) == (0, 0) else ""
        if isinstance(node, nodes.Power):
            return self._fault_of_power(node)
        if isinstance(node, nodes.Apply) and not node.operation.elementwise and not node.free:
            return _fault_of_numbers(node) if _is_undefined_of_numbers(node) else fault_of_rank(node)
        if isinstance(node, nodes.Apply) and (fault := fault_of_rank(node)):
            return fault
        if isinstance(node, nodes.Apply) and not node.operation.elementwise and self._has_none_of_equal_entries(node):
            return phrase("{0} has no value", node.text())
        if isinstance(node, nodes.Apply) and len(node.arguments) == 1:
            for condition in node.operation.domain:
                if self._is_broken(condition, node):
                    argument = node.arguments[0].text()
                    wanted = condition.replace("abs(u)", f"|{argument}|").replace("u", argument)
                    return phrase("{0} has no value: {1} holds for no values of the variables", node.text(), wanted)
        return ""

    def _has_none_of_equal_entries(self, node: nodes.Apply) -> bool:
        """Whether a function of vectors gives no number where all entries are the same one, as 0 x along itself."""
        import numpy

        entry = _entry_of(node.arguments[0], self.bounds)
        if entry is None or not node.arguments[0].shape.is_vector or len(node.arguments) > 1:
            return False
        with numpy.errstate(all="ignore"):
            value = node.operation.value(numpy, numpy.full(3, float(entry)))
        return not numpy.isfinite(value).any()

    def _fault_of_division(self, divisor: Node) -> str:
        if isinstance(divisor, nodes.Number):
            return phrase("nothing can be divided by zero")
        return phrase("nothing can be divided by {0}, which is zero for all values of the variables", divisor.text())

    def _fault_of_power(self, node: nodes.Power) -> str:
        base, exponent = self.bounds(node.base), self.bounds(node.exponent)
        if base == (0, 0) and exponent[1] < 0:
            return self._fault_of_division(node.base)
        if base == exponent == (0, 0):
            return phrase("{0} has no value", node.text())
        if base[1] <= 0 and self._moves(node.exponent):
            return phrase(
                "{0} has no derivative: {1} is positive for no values of the variables", node.text(), node.base.text()
            )
        fixed = exponent[0] == exponent[1]
        if base[1] < 0 and fixed and not float(exponent[0]).is_integer():
            return phrase(
                "{0} has no value: {1} is negative for all values of the variables", node.text(), node.base.text()
            )
        return ""

    def _moves(self, node: Node) -> bool:
        return any(depends_on(node, wrt) for wrt in self._moving)

    def _is_broken(self, condition: str, node: nodes.Apply) -> bool:
        """Whether no value of the argument satisfies a condition, and the function really has no value there.

        A kink such as that of |u| at zero is outside the domain of the derivative only.
        """
        match = _CONDITION.fullmatch(condition)
        if match is None or len(node.arguments) != 1:
            return False
        low, high = self.bounds(node.arguments[0])
        limit = float(match[3])
        if match[1] == "abs(u)":
            low, high = absolute((low, high))
        outside = high <= limit if match[2] == ">" else low >= limit
        return outside and _has_no_value(node, self.bounds(node.arguments[0]))


MOST_NUMBERS = 10_000
"""A matrix of more numbers than this is not looked at: nobody types it."""


def _is_undefined_of_numbers(node: nodes.Apply) -> bool:
    """Whether a function of matrices that consist of numbers only has no value, as the inverse of a singular one."""
    import numpy

    sizes = [size for argument in node.arguments for size in argument.shape.sizes]
    if not all(isinstance(size, int) for size in sizes) or node.part_count > MOST_NUMBERS:
        return False
    with numpy.errstate(all="ignore"):
        return not numpy.isfinite(node.evaluate({})).all()


def _fault_of_numbers(node: nodes.Apply) -> str:
    """Why a function of numbers has no value."""
    shown = node.arguments[0].text()
    if node.operation.name == "inv":
        return phrase("{0} has no inverse: the matrix is singular", shown)
    if node.operation.name == "logdet":
        return phrase("{0} has no logarithm of its determinant, which is not positive", shown)
    return phrase("{0} has no value", node.text())


def _in_order_of_meaning(node: Node) -> tuple[Node, ...]:
    """The parts of a node, last to be looked at first, as a stack takes them."""
    if isinstance(node, nodes.Where):
        return (node.body, *node.children[:0:-1])
    return node.children[::-1]


def _has_no_value(node: nodes.Apply, argument: Bounds) -> bool:
    """Whether a function gives no number between two bounds, by trying some points."""
    import numpy

    low, high = max(argument[0], -1e3), min(argument[1], 1e3)
    # Between the bounds, not on them: what has a value at a single point has no derivative.
    points = numpy.array([low + (high - low) * part for part in (0.11, 0.37, 0.5, 0.73, 0.94)])
    with numpy.errstate(all="ignore"):
        return not numpy.isfinite(numpy.asarray(node.operation.value(numpy, points), float)).any()


def refuse_undefined(node: Node, wrt: Node) -> None:
    """Refuse an expression of which a part has a value or a derivative nowhere. Raises UnsupportedError, naming it."""
    Definedness(wrt).require_all(node)


# --- bounds, one kind of node at a time ------------------------------------------------------------------------------


@singledispatch
def _bounds(node: Node, of: _BoundsOf) -> Bounds:
    """Anything that is not known better may be anything."""
    return ANYTHING


@_bounds.register(nodes.Number)
def _(node: nodes.Number, of: _BoundsOf) -> Bounds:
    try:
        value = float(node.value)
    except OverflowError:
        return 1e308, inf
    return value, value


@_bounds.register(nodes.Constant)
def _(node: nodes.Constant, of: _BoundsOf) -> Bounds:
    return 2.7, 3.2  # e and pi


@_bounds.register(nodes.SizeValue)
def _(node: nodes.SizeValue, of: _BoundsOf) -> Bounds:
    return 1, inf


@_bounds.register(nodes.Ones)
def _(node: nodes.Ones, of: _BoundsOf) -> Bounds:
    return 1, 1


@_bounds.register(nodes.Zeros)
def _(node: nodes.Zeros, of: _BoundsOf) -> Bounds:
    return 0, 0


@_bounds.register(nodes.Identity)
@_bounds.register(nodes.Commutation)
@_bounds.register(nodes.Delta)
@_bounds.register(nodes.Comparison)
@_bounds.register(nodes.And)
def _(node: Node, of: _BoundsOf) -> Bounds:
    return 0, 1


@_bounds.register(nodes.Transpose)
@_bounds.register(nodes.Expand)
def _(node: nodes.Transpose | nodes.Expand, of: _BoundsOf) -> Bounds:
    return of(node.operand)


@_bounds.register(nodes.Entry)
@_bounds.register(nodes.MatrixRow)
def _(node: nodes.Entry | nodes.MatrixRow, of: _BoundsOf) -> Bounds:
    return of(node.base)


@_bounds.register(nodes.Negate)
def _(node: nodes.Negate, of: _BoundsOf) -> Bounds:
    low, high = of(node.operand)
    return -high, -low


@_bounds.register(nodes.Sum)
def _(node: nodes.Sum, of: _BoundsOf) -> Bounds:
    """Terms that cancel each other are left out first, so that x − x is zero."""
    terms = list(node.terms)
    for term in node.terms:
        opposite = term.operand if isinstance(term, nodes.Negate) else nodes.Negate(term)
        if term in terms and opposite in terms:
            terms.remove(term)
            terms.remove(opposite)
    found = [of(term) for term in terms]
    return sum(low for low, _ in found), sum(high for _, high in found)


@_bounds.register(nodes.Product)
@_bounds.register(nodes.Hadamard)
def _(node: nodes.Product | nodes.Hadamard, of: _BoundsOf) -> Bounds:
    """Equal factors are squares."""
    found: Bounds = (1, 1)
    left = list(node.factors)
    while left:
        factor = left.pop()
        if factor in left:
            left.remove(factor)
            found = times(found, square(of(factor)))
        else:
            found = times(found, of(factor))
    return found


@_bounds.register(nodes.Quotient)
@_bounds.register(nodes.HadamardQuotient)
def _(node: nodes.Quotient | nodes.HadamardQuotient, of: _BoundsOf) -> Bounds:
    low, high = of(node.denominator)
    if low > 0 or high < 0:
        return times(of(node.numerator), (1 / high, 1 / low))
    if low == 0 or high == 0:
        return times(of(node.numerator), (0, inf) if low == 0 else (-inf, 0))
    return ANYTHING


@_bounds.register(nodes.Power)
def _(node: nodes.Power, of: _BoundsOf) -> Bounds:
    base, exponent = of(node.base), of(node.exponent)
    if exponent[0] == exponent[1] and 0 < exponent[0] < 64 and float(exponent[0]).is_integer():
        power = int(exponent[0])
        low, high = absolute(base) if power % 2 == 0 else base
        return raised(low, power), raised(high, power)
    return (0, inf) if base[0] >= 0 else ANYTHING


@_bounds.register(nodes.Apply)
def _(node: nodes.Apply, of: _BoundsOf) -> Bounds:
    if not node.free and (known := _known_value(node, of)) is not None:
        return known
    if (of_equal := value_of_equal_entries(node, _entry_of(node.arguments[0], of))) is not None:
        return float(of_equal), float(of_equal)
    name = node.operation.name
    if name in {"max", "min"}:
        choose = max if name == "max" else min
        found = [of(argument) for argument in node.arguments]
        return choose(low for low, _ in found), choose(high for _, high in found)
    if name == "abs":
        return absolute(of(node.arguments[0]))
    return (0, 0) if is_zero_determinant(node) else node.operation.values_between


@_bounds.register(nodes.Dot)
def _(node: nodes.Dot, of: _BoundsOf) -> Bounds:
    return summed(square(of(node.left)) if node.left is node.right else times(of(node.left), of(node.right)))


@_bounds.register(nodes.SumReduction)
def _(node: nodes.SumReduction, of: _BoundsOf) -> Bounds:
    return summed(of(node.operand))


@_bounds.register(nodes.IndexedSum)
def _(node: nodes.IndexedSum, of: _BoundsOf) -> Bounds:
    return summed(of(node.body))


@_bounds.register(nodes.Vector)
def _(node: nodes.Vector, of: _BoundsOf) -> Bounds:
    return hull([of(entry) for entry in node.entries])


@_bounds.register(nodes.Cases)
def _(node: nodes.Cases, of: _BoundsOf) -> Bounds:
    return hull([of(value) for value in node.values])


@_bounds.register(nodes.Where)
def _(node: nodes.Where, of: _BoundsOf) -> Bounds:
    return of(node.body)


def _entry_of(argument: Node, of: _BoundsOf) -> Fraction | None:
    """The number that every entry of an argument is, 0 of x − x among them; None where that is not known."""
    return Fraction(0) if of(argument) == (0, 0) else equal_entries(argument)


def _known_value(node: nodes.Apply, of: _BoundsOf) -> Bounds | None:
    """The value of a function of numbers where the table gives it exactly: computed, exp(-1000) would come out as 0."""
    operation, found = node.operation, [of(argument) for argument in node.arguments]
    exactly = [low for low, high in found if low == high and isfinite(low)]
    if operation.of_fractions is not None and len(exactly) == len(found):
        value = operation.of_fractions(*map(Fraction, exactly))
        return None if value is None else (float(value), float(value))
    written = node.arguments[0].text().replace(" ", "")
    for argument, text in operation.exact:
        is_it = [float(argument)] == exactly if argument.isdigit() else argument == written
        if is_it and _NUMBER.fullmatch(text):
            return float(Fraction(text)), float(Fraction(text))
    return None
