"""Skills with matrices as variables: what is linear in one, traces, squared lengths, determinants and inverses."""

from __future__ import annotations

from explainer.practice.skills.scalars import graded
from explainer.practice.skills.skill import Draw, Drawn, skill

GROUP = "Matrices"


@skill(title="Linear in a matrix", rules="linear-in-matrix row-times-column", group=GROUP)
def linear_in_matrix(draw: Draw, grade: int) -> Drawn:
    """The derivative of a number with respect to a matrix has the transposed shape of the matrix."""
    text = graded(
        draw,
        grade,
        ("u · (W @ x)", "{a} (u · (W @ x))"),
        ("u · (W @ x + b)", "u · (W @ x) - {a} (u · b)"),
        ("(u · (W @ x))^{n}", "u · (W @ x) + {a} (v · (W @ x))"),
        ("{f}(u · (W @ x))", "(u · (W @ x + b))^{n}"),
        ("{f}(u · (W @ x)) + {a} (v · (W @ x))", "ln({a} + (u · (W @ x))^2)"),
    )
    return Drawn(text, "W", {"W": "m x n", "x": "n", "u": "m", "v": "m", "b": "m"})


@skill(title="Traces", rules="read-off", group=GROUP)
def traces(draw: Draw, grade: int) -> Drawn:
    """The differential goes inside; the cyclic property brings dX to the end, where the derivative is read off."""
    text = graded(
        draw,
        grade,
        ("tr(A @ X)", "tr(X @ A)", "{a} tr(A @ X)"),
        ("tr(A @ X @ B)", "tr(X' @ A)", "tr(A @ X) + {a} tr(X)"),
        ("tr(A @ X' @ B)", "tr(X' @ X)", "tr(A @ X)^2"),
        ("tr(X' @ A @ X)", "tr(X @ X' @ A)", "tr(A @ X @ B @ X)"),
        ("{f}(tr(A @ X))", "tr((X - A)' @ (X - A))", "tr(A @ X @ B @ X')"),
    )
    return Drawn(text, "X", {"A": "n x n", "B": "n x n", "X": "n x n"}, "differential")


@skill(title="Squared errors of a layer", rules="read-off", group=GROUP)
def squared_errors(draw: Draw, grade: int) -> Drawn:
    """The loss of a linear layer, with respect to its matrix of weights."""
    text = graded(
        draw,
        grade,
        ("norm(W)^2", "{a} norm(W)^2", "{a} norm(W - V)^2"),
        ("norm(W - V)^2", "{a} norm(X @ W)^2", "norm({a} W - V)^2"),
        ("norm(X @ W - Y)^2", "1/{a} norm(Y - X @ W)^2", "{a} norm(X @ W - Y)^2"),
        ("norm(X @ W - Y)^2 + {a} norm(W)^2", "1/N norm(X @ W - Y)^2", "1/N norm({a} (X @ W) - Y)^2"),
        ("norm({f}(X @ W) - Y)^2", "1/N norm({f}(X @ W) - Y)^2"),
    )
    return Drawn(text, "W", {"X": "N x d", "W": "d x k", "V": "d x k", "Y": "N x k"}, "differential")


@skill(title="Determinants and inverses", rules="differential-function", group=GROUP, about="det inv logdet")
def determinants(draw: Draw, grade: int) -> Drawn:
    """Neither is differentiated like a number: the differential brings the inverse in."""
    text = graded(
        draw,
        grade,
        ("det(X)", "ln(det(X))", "{a} det(X)"),
        ("{a} ln(det(X))", "det(X)^{m}", "{a} tr(inv(X))"),
        ("tr(A @ inv(X))", "u' inv(X) v", "ln(det(X)) + {a} tr(A @ X)"),
        ("ln(det(A @ X))", "ln(det(X)) + u' inv(X) u", "{a} tr(inv(X) @ A @ B)"),
        ("ln(det(X' @ X))", "tr(A @ inv(X) @ B) - {a} ln(det(X))", "u' inv(X) v + det(X)"),
    )
    return Drawn(text, "X", {"A": "n x n", "B": "n x n", "X": "n x n", "u": "n", "v": "n"}, "differential")
