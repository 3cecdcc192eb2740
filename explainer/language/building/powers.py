"""What a power of a matrix means: a product of equal factors, an inverse, or nothing that is read."""

from __future__ import annotations

from fractions import Fraction

from explainer.errors import ShapeError, UnsupportedError
from explainer.expr.exponents import exponent_of
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Identity, Negate, Number, Power, Transpose, Variable, is_matrix_power
from explainer.language.building.builder import Builder
from explainer.language.text.syntax import Syntax
from explainer.operations import find
from explainer.operations.matrix import LARGEST_POWER
from explainer.phrases import phrase


def power_of_matrix(builder: Builder, base: Node, exponent: Node, node: Syntax) -> Node:
    """X^3 of a square matrix is X X X, X^-2 the square of its inverse, X^0 the identity.

    Of a matrix that is not square there is no power but that of every entry. Who squares a difference, or adds up what
    is squared, means that one; of a letter alone somebody may mean X'X, and is asked.

    Raises ShapeError or UnsupportedError with what may be meant for any other power.
    """
    shown = base.text() if isinstance(base, Variable) else f"({base.text()})"
    is_letter = isinstance(base.operand if isinstance(base, Transpose) else base, Variable) and base.shape.columns != 1
    if (
        base.shape.is_matrix
        and base.shape.rows != base.shape.columns
        and exponent.shape.is_scalar
        and not (is_letter and not builder.adds_up(node))
    ):
        builder.note(
            phrase(
                "{0}^{1} raises every entry: there is no product of this matrix with itself.", shown, exponent.text()
            )
        )
        return Power(base, exponent)
    raised = f"({exponent.text()})" if len(exponent.children) > 1 else exponent.text()
    if not base.shape.is_matrix or base.shape.rows != base.shape.columns or not exponent.shape.is_scalar:
        raise ShapeError(
            phrase("a power of a matrix ({0}): which product is meant?", base.shape.display()),
            shapes=(str(base.shape),),
            hint=phrase(
                "Write {0} .^ {1} for the power of every entry, {0}' {0} or {0} {0}' for a product of matrices.",
                shown,
                raised,
            ),
        )
    if _known_in_a_sum(exponent):
        operation = find("matrix_power")
        assert operation is not None
        return Apply(operation, (base, exponent))
    negative = isinstance(exponent, Negate)
    times = exponent.operand if isinstance(exponent, Negate) else exponent
    if not isinstance(times, Number) or times.value.denominator != 1:
        raise _no_whole_number(base, exponent, shown, raised)
    if times.value > LARGEST_POWER:
        raise UnsupportedError(
            phrase("powers of a matrix are read up to {0}", LARGEST_POWER),
            subexpression=f"{shown}^{raised}",
            reason=phrase("{0} factors", times.value),
            hint=phrase("Write {0} .^ {1} for the power of every entry.", shown, raised),
        )
    return _power(builder, base, int(times.value), negative, shown)


def _known_in_a_sum(exponent: Node) -> bool:
    """Whether an exponent such as 6 − i is made of the index of a sum of which the number of terms is known."""
    times = exponent_of(exponent)
    if times is None or not times.indices or times.bounds is None:
        return False
    return max(map(abs, times.bounds)) <= LARGEST_POWER


def _power(builder: Builder, base: Node, times: int, negative: bool, shown: str) -> Node:
    if times == 0:
        builder.note(phrase("{0}^0 is the identity matrix.", shown))
        return Identity(base.shape.rows)
    if negative:
        inverse = find("inv")
        assert inverse is not None
        base = Apply(inverse, (base,))
    elif times > 1:
        builder.note(phrase("{0}^{1} is read as a product of matrices; .^ raises every entry.", shown, times))
    return matrix_power(base, times)


def matrix_power(base: Node, times: int) -> Node:
    """A product of equal factors; the power of a power is one power."""
    if times == 1:
        return base
    operation = find("matrix_power")
    assert operation is not None
    if is_matrix_power(base):
        inner = base.arguments[1]
        if isinstance(inner, Number) and inner.value * times <= LARGEST_POWER:
            return Apply(operation, (base.arguments[0], Number(inner.value * times)))
    return Apply(operation, (base, Number(Fraction(times))))


def _no_whole_number(base: Node, exponent: Node, shown: str, raised: str) -> UnsupportedError:
    """The refusal of X^0.5 and X^k."""
    root = isinstance(exponent, Number) or not exponent.free
    reason = (
        phrase("a power of a matrix takes a whole number, and {0} is none", exponent.text())
        if root
        else phrase("how many factors {0}^{1} has is not known", shown, raised)
    )
    return UnsupportedError(
        phrase("the power {0}^{1} of a matrix ({2}) is not read", shown, raised, base.shape.display()),
        subexpression=f"{shown}^{raised}",
        reason=reason,
        hint=phrase(
            "Write {0} .^ {1} for the power of every entry, or a whole number such as {0}^3 for a product.",
            shown,
            raised,
        ),
    )
