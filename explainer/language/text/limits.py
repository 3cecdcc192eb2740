"""Numbers: reading them exactly, and refusing those that are too large before anything computes with them."""

from __future__ import annotations

import math
from fractions import Fraction

from explainer.errors import LimitError
from explainer.language.text.scanner import Token
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase

LARGEST_EXPONENT = 300
"""Numbers beyond 10 to this power, and below 10 to its negative, are refused."""


def read_number(token: Token, text: str) -> tuple[Fraction, int]:
    """The exact value of a number and its digits after the point: 0.250 is (1/4, 3), 1e-3 is (1/1000, 3).

    Raises LimitError for a number beyond 10^300, without computing it.
    """
    digits, _, exponent = token.value.lower().partition("e")
    whole, _, decimals = digits.partition(".")
    whole, size = whole.lstrip("0"), _exponent(exponent)
    leading = len(whole) + size
    if leading > LARGEST_EXPONENT or len(decimals) - size > LARGEST_EXPONENT:
        raise _too_large("number", text, token.start, token.end)
    places = max(0, len(decimals) - size)
    value = Fraction(int((whole or "0") + decimals))
    if size != len(decimals):
        value *= Fraction(10) ** (size - len(decimals))
    return value, places


def _exponent(written: str) -> int:
    """The exponent of a number; one of more than six digits, leading zeros aside, is as good as a million."""
    digits = written.lstrip("+-").lstrip("0")
    size = 10**6 if len(digits) > 6 else int(digits or 0)
    return -size if written.startswith("-") else size


def check_power(node: Syntax, text: str) -> None:
    """Refuse a power of numbers whose value lies beyond 10^300: 9**9**9**9.

    Raises LimitError at the power. The value is estimated by its logarithm and never computed.
    """
    base, exponent = constant_value(node.parts[0]), constant_value(node.parts[1])
    if base is None or exponent is None or base == 0:
        return
    if math.isinf(base) or abs(exponent * math.log10(abs(base))) > LARGEST_EXPONENT:
        raise _too_large("power", text, node.start, node.end)


def constant_value(node: Syntax) -> float | None:
    """A floating-point estimate of a part made of numbers only, or None; kept on the nodes, so that it costs once."""
    stack = [node]
    while stack:
        part = stack[-1]
        waiting = [] if part.reading is not None else [inner for inner in part.parts if inner.reading is None]
        if waiting:
            stack.extend(waiting)
        else:
            stack.pop()
            if part.reading is None:
                part.reading = ("constant", _estimate(part))
    estimate: float | None = node.reading[1]
    return estimate


def _estimate(node: Syntax) -> float | None:
    if node.kind == "number":
        return float(node.value[0])
    if node.kind == "name":
        return {"e": math.e, "pi": math.pi}.get(node.value[0]) if not node.value[1] else None
    values: list[float] = [part.reading[1] for part in node.parts]
    if not values or None in values:
        return None
    if node.kind == "negate":
        return -values[0]
    if node.kind == "addition":
        return sum(values)
    if node.kind == "multiply":
        return math.prod(values)
    if node.kind == "quotient":
        return values[0] / values[1] if values[1] else None
    if node.kind == "power":
        return _power(values[0], values[1])
    return None


def _power(base: float, exponent: float) -> float | None:
    try:
        value = base**exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return value if isinstance(value, float) else None


def _too_large(what: str, text: str, start: int, end: int) -> LimitError:
    return LimitError(
        phrase("this {0} is too large or too small: it lies beyond 10^{1}", what, LARGEST_EXPONENT),
        text=text,
        position=start,
        end=end,
        hint="Use a name for it, such as c, and give the name a value where one is needed.",
    )
