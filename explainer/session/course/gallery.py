"""The start page: what can be opened, where one was, and typical problems of many fields as pictures.

To add a problem: a row of `TYPICAL`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.lessons.lesson import LessonProblem
from explainer.phrases import phrase
from explainer.session.course.address import Address
from explainer.session.course.pages import Doing, Doings, Gallery, Page, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explainer.session.session import Request

START = Address("start")
MOST_EARLIER = 4  # one row of pictures
_LAYER = "tanh(X @ W + ones(N) @ b')"

TYPICAL: tuple[tuple[str, tuple[LessonProblem, ...]], ...] = tuple(
    (
        field,
        tuple(
            LessonProblem("", title, field, text, wrt, method, order=order) for title, text, wrt, method, order in rows
        ),
    )
    for field, rows in (
        ("One variable", (
            ("A product", "x^2 sin(x)", "x", "auto", 1),
            ("A quotient", "sin(x) / x", "x", "auto", 1),
            ("A chain of functions", "ln(sin(x^3)^2)", "x", "chain", 1),
            ("The bell curve", "exp(-x^2 / 2)", "x", "auto", 1),
        )),
        ("Several variables", (
            ("A gradient", "3x^2 y", "(x, y)", "auto", 1),
            ("Several paths", "sin(x + x^2)", "x", "chain", 1),
            ("A Jacobian", "[3x^2 y, 2x + y^8]", "(x, y)", "auto", 1),
            ("A Hessian", "v_1^2 + 10 v_2^2", "v", "auto", 2),
        )),
        ("Vectors", (
            ("A dot product", "w · x", "w", "chain", 1),
            ("A quadratic form", "x' @ A @ x", "x", "differential", 1),
            ("A distance", "norm(x - c)", "x", "auto", 1),
            ("Softmax", "exp(z) / sum(exp(z))", "z", "auto", 1),
        )),
        ("Matrices", (
            ("A trace", "tr(A @ X @ B)", "X", "differential", 1),
            ("A determinant", "ln(det(X))", "X", "differential", 1),
            ("An inverse", "tr(inv(X) @ A)", "X", "differential", 1),
            ("The Frobenius norm", "norm(X @ W - Y)^2", "W", "differential", 1),
        )),
        ("Statistics", (
            ("Least squares", "norm(X @ w - y)^2", "w", "auto", 1),
            ("The logistic loss", "-y ln(sigmoid(w · x + b)) - (1 - y) ln(1 - sigmoid(w · x + b))", "w", "chain", 1),
            ("A Gaussian, its mean", "1/2 (x - m)' @ P @ (x - m) where P: symmetric n x n", "m", "differential", 1),
            ("A Gaussian, its covariance", "N/2 ln(det(S)) + 1/2 tr(inv(S) @ C)", "S", "differential", 1),
        )),
        ("Neural networks", (
            ("One neuron", "max(0, w · x + b)", "w", "chain", 1),
            ("Cross-entropy", "-(y · ln(softmax(z))) where one-hot y", "z", "chain", 1),
            ("Two layers", f"norm({_LAYER} @ v + c - y)^2 / N", "(W, b, v, c)", "backward", 1),
            ("Attention", "sum(G ⊗ (softmax(Q @ K' / sqrt(d), axis=1) @ V))", "Q", "backward", 1),
        )),
    )
)  # fmt: skip
"""Typical problems by their fields."""


def start_page(earlier: Sequence[Request] = (), files: Sequence[str] = ()) -> Page:
    """The start page, with the problems and the files of before, the newest first."""
    pieces: list[Piece] = [
        Doings(
            "",
            (
                Doing("action", "edit_expression", "Type a function"),
                Doing("action", "open_file", "Open a file …"),
                Doing("page", "scalar-rules", "The first lesson"),
                Doing("action", "today", "Today's problems"),
                Doing("action", "keys", "Keys"),
            ),
        )
    ]
    if earlier:
        pieces.append(Gallery("Go on where you were", tuple(map(_earlier, earlier[:MOST_EARLIER]))))
    if files:
        pieces.append(Doings("Files", tuple(Doing("file", name, _short(name)) for name in files[:MOST_EARLIER])))
    pieces += [Gallery(field, problems) for field, problems in TYPICAL]
    return Page(START, "Explainer", "What would you like to differentiate?", tuple(pieces), wide=True)


def _earlier(request: Request) -> LessonProblem:
    title = phrase("With respect to {0}", request.wrt)
    return LessonProblem(
        "", title, "", request.text, request.wrt, request.method, request.layout, request.shapes, order=request.order
    )


def _short(name: str) -> str:
    from pathlib import Path

    return Path(name).name
