"""Forty formulas of the lessons, and some constructs that no lesson needs, for the tests of whole formulas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from explainer.language import parse_expression
from explainer.notation import write_notation
from explainer.notation.tree import (
    Accent,
    Array,
    Brace,
    Dots,
    Fence,
    Fraction,
    Notation,
    Numeral,
    Operator,
    Root,
    Row,
    Script,
    Space,
    Strike,
    Symbol,
)


class Formula(NamedTuple):
    """A formula in the input language, and the width, height and depth that LaTeX gives it, in em."""

    name: str
    text: str
    shapes: Mapping[str, str]
    box: tuple[float, float, float]

    @property
    def notation(self) -> Notation:
        """How it is written."""
        return write_notation(parse_expression(self.text, self.shapes or None).expression)


FORMULAS: tuple[Formula, ...] = (
    Formula("constant", "d(99)/d(x)", {}, (2.499, 1.371, 0.686)),
    Formula("difference", "d(x^2 - 3 x)/d(x)", {}, (5.424, 1.371, 0.686)),
    Formula("product-rule", "x^2 d(x)/d(x) + x d(x^2)/d(x)", {}, (6.665, 1.371, 0.686)),
    Formula("brackets", "9 (d(x)/d(x) + d(x^2)/d(x))", {}, (7.212, 1.45, 0.95)),
    Formula("partial", "∂(3 x^2 y)/∂(x)", {}, (4.389, 1.371, 0.686)),
    Formula("row-of-products", "[[3 y * 2 x, 3 x^2 * 1]]", {}, (7.396, 0.85, 0.35)),
    Formula("row-of-derivatives", "[[2 * 1 + ∂(y^8)/∂(x), ∂(2 x + y^8)/∂(y)]]", {}, (12.938, 1.45, 0.95)),
    Formula("jacobian-of-a-list", "∂([3 x^2 y, 2 x + y^8])/∂(x, y)", {}, (7.637, 1.45, 0.95)),
    Formula(
        "stacked-gradients",
        "stack([[3 y * 2 x, 3 x^2 * 1]], [[∂(2 x)/∂(x) + ∂(y^8)/∂(x), ∂(2 x + y^8)/∂(y)]])",
        {},
        (15.797, 2.486, 1.986),
    ),
    Formula("transposed-matrix", "[[6 x y, 3 x^2], [2, 8 y^7]]'", {}, (5.961, 1.681, 0.95)),
    Formula("indexed-squares", "[[6 x_1 x_2, 3 x_1^2], [2, 8 x_2^7]]", {"x": "2"}, (6.283, 1.45, 0.95)),
    Formula("derivative-of-f", "∂(f(x))/∂(x)", {"x": "n", "f": "m"}, (2.549, 1.427, 0.686)),
    Formula("deltas", "grid(i=1..n, j=1..n, delta(i, j))", {}, (9.925, 2.983, 2.483)),
    Formula("grid-of-sums", "grid(i=1..n, j=1..n, delta(i, j) + ∂(x_i)/∂(w_j))", {}, (19.66, 4.878, 4.378)),
    Formula("nested-fractions", "grid(i=1..n, j=1..n, ∂(w_i)/∂(w_j) / x_i)", {}, (11.724, 5.418, 4.918)),
    Formula("diagonal-of-fractions", "diagonal(i=1..n, -w_i / x_i^2)", {}, (12.309, 4.531, 4.031)),
    Formula(
        "diagonal-of-cases",
        "diagonal(i=1..n, cases(1 if x_i <= w_i, 0 if x_i > w_i))",
        {},
        (26.272, 5.683, 5.183),
    ),
    Formula("vector-difference", "∂(w - x)/∂(x)", {"w": "n", "x": "n"}, (4.618, 1.371, 0.686)),
    Formula(
        "entries-of-a-sum",
        "grid(i=1..n, j=1..n, ∂((x + expand(z, n))_i)/∂(x_j))",
        {"x": "n"},
        (20.389, 5.229, 4.729),
    ),
    Formula("column-of-derivatives", "column(i=1..n, ∂(x_i + z)/∂(z))", {}, (6.294, 4.803, 4.303)),
    Formula("column-of-ones", "column(i=1..n, 1)", {}, (1.833, 2.983, 2.483)),
    Formula("derivatives-of-a-sum", "row(j=1..n, ∂(sum(f(x)))/∂(x_j))", {}, (24.374, 1.45, 0.95)),
    Formula("sums-of-deltas", "row(j=1..n, sum(i=1..n, delta(i, j)))", {}, (13.957, 1.75, 1.25)),
    Formula("sum-of-derivatives", "sum(i=1..n, ∂(x_i)/∂(z) + ∂(z)/∂(z))", {}, (7.372, 1.651, 1.28)),
    Formula(
        "where-with-vectors",
        "ones(n)' @ identity(n) where u = w + x, y = sum(u) knowing d(u)/d(w) = identity(n), d(y)/d(u) = ones(n)'",
        {"w": "n", "x": "n"},
        (13.612, 3.351, 2.851),
    ),
    Formula(
        "where-of-two",
        "d(y)/d(u) d(u)/d(x) where u = x^2, y = sin(u) knowing d(u)/d(x) = 2 x, d(y)/d(u) = cos(u)",
        {},
        (14.675, 3.735, 3.235),
    ),
    Formula(
        "where-of-four",
        "d(u_4)/d(x) where u_1 = x^3, u_2 = sin(u_1), u_3 = u_2^2, u_4 = ln(u_3) knowing d(u_1)/d(x) = 3 x^2,"
        " d(u_2)/d(u_1) = cos(u_1)",
        {},
        (16.47, 5.372, 4.872),
    ),
    Formula("functions-in-a-fraction", "6 sin(x^3) x^2 cos(x^3) / sin(x^3)^2", {}, (8.423, 1.491, 0.936)),
    Formula(
        "where-with-partials",
        "d(u_2)/d(x) where u_1 = x^2, u_2 = x u_1 knowing d(u_1)/d(x) = 2 x, ∂(u_2)/∂(x) = u_1, ∂(u_2)/∂(u_1) = x",
        {},
        (17.349, 3.81, 3.31),
    ),
    Formula("list-of-functions", "[2 x / x^2, cos(3 x) * 3 * 1]", {}, (6.966, 2.121, 1.621)),
    Formula("composition", "∂(f(g(x)))/∂(x)", {"x": "n", "g": "k", "f": "m"}, (3.84, 1.427, 0.686)),
    Formula("diag-of-powers", "2 diag((1 - tanh(x^2)^2) ⊗ x)", {}, (11.744, 0.864, 0.25)),
    Formula("cases", "cases(0 if z <= 0, 1 if z > 0)", {}, (5.629, 1.75, 1.25)),
    Formula(
        "where-with-cases",
        "d(y)/d(u) d(u)/d(b) where u = w · x + b, y = max(0, u) knowing d(u)/d(b) = 1, "
        "d(y)/d(u) = cases(0 if u <= 0, 1 if u > 0)",
        {},
        (19.256, 4.207, 3.707),
    ),
    Formula("condition", "w · X_i + b != 0", {"X": "N x n"}, (5.804, 0.694, 0.194)),
    Formula("mean-of-rows", "(1 / N) sum(i=1..N, 2 (w · X_i + b - y_i) X_i')", {}, (11.539, 1.828, 1.28)),
    Formula("zero-rows", "X_i' @ identity(n) + zeros(1, n) - zeros(1, n)", {"X": "N x n"}, (6.635, 0.928, 0.247)),
    Formula(
        "mean-squared-loss",
        "∂((1 / N) sum(i=1..N, (y_i - max(0, w · X_i + b))^2))/∂(b)",
        {},
        (16.595, 1.828, 1.28),
    ),
    Formula(
        "mean-of-cases",
        "(1 / N) sum(i=1..N, cases(zeros(1, k) if v · A_i <= 0, 2 (v · A_i - y_i) A_i' if v · A_i > 0))",
        {},
        (16.313, 1.828, 1.28),
    ),
    Formula(
        "factor-of-cases",
        "-2 (y_i - max(0, v · A_i)) cases(0 if v · A_i <= 0, 1 if v · A_i > 0) A_i'",
        {"y": "N", "A": "N x k"},
        (20.327, 1.75, 1.25),
    ),
)
"""The boxes are those of LaTeX for this program's own LaTeX: article, 10 pt, amsmath, cmb10 for bold, in a display.

Aligned lines are measured without the room that LaTeX leaves behind their last column.
"""

_QUAD = Space(1.0)
_a, _b, _x, _y, _u = (Symbol(letter) for letter in "abxyu")
_TWO = Numeral("2")
_PLUS, _TIMES = Operator("+"), Operator("·")
_A, _B, _ZERO = Symbol("A", "bold"), Symbol("B", "bold"), Symbol("0", "bold-upright")
_v, _w = Symbol("v", "bold"), Symbol("w", "bold")


def _fenced(body: Notation) -> Fence:
    return Fence("(", body, ")")


CONSTRUCTS: Mapping[str, Notation] = {
    "braces": Row(
        (
            Symbol("sin", "upright"),
            _fenced(Brace(Script(_x, None, _TWO), Script(_u, Numeral("1")))),
            _PLUS,
            Brace(Row((_a, _TIMES, _x, _PLUS, _b)), Script(_u, _TWO)),
        )
    ),
    "strokes": Row(
        (
            Fraction(Row((Strike(_x), _y)), Row((_TWO, Strike(_x)))),
            _PLUS,
            Strike(Numeral("1")),
            _TIMES,
            _x,
            Strike(Row((_PLUS, Numeral("0")))),
        )
    ),
    "blocks": Row(
        (
            Array(((_A, _ZERO), (_ZERO, _B)), row_rules=(1,), column_rules=(1,)),
            _QUAD,
            Array(((_v,), (Dots("vertical"),), (_w,)), row_rules=(1, 2)),
        )
    ),
    "accents": Row(
        tuple(Accent(letter, mark) for letter in (_x, _w, Numeral("1")) for mark in ("hat", "arrow", "bar"))
    ),
    "roots": Row((Root(_x), _PLUS, Root(Fraction(_x, _y)), _PLUS, Root(Script(_x, None, _TWO), Numeral("3")))),
    "bars": Row((Fence("|", _x, "|"), _PLUS, Fence("‖", Fraction(_x, _y), "‖"))),
    "towers": Row((Script(_x, None, Script(_x, None, _x)), _PLUS, _fenced(Script(_a, Script(_b, _TWO), _TWO)))),
}
"""Constructs that the forty formulas have not."""
