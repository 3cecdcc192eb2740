"""Functions as people type and paste them, with what is meant: the shape of every name, and the value in NumPy.

The values are written by hand from the meaning, and share nothing with the program. A shape is "" for a scalar, sizes
for a vector or matrix; sizes are told apart by their letters only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

det, tr, norm = np.linalg.det, np.trace, np.linalg.norm


def inv(matrix: Any) -> Any:
    """The inverse; a matrix that is nearly singular has none."""
    found = np.linalg.inv(matrix)
    return found if np.linalg.cond(matrix) < 1e9 else np.full_like(found, np.nan)


class Typed(NamedTuple):
    """A text with the shapes that are meant and the value; names are those of the program, Greek spelled out."""

    text: str
    shapes: dict[str, str]
    value: Callable[[dict[str, Any]], Any]
    wrt: str | None = None
    low: float = 0.2
    high: float = 1.5


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def relu(z: Any) -> Any:
    return np.maximum(z, 0)


def softmax(z: Any) -> Any:
    return np.exp(z) / np.exp(z).sum()


def huber(z: Any) -> Any:
    return np.where(abs(z) <= 1, z**2 / 2, abs(z) - 0.5)


def square(z: Any) -> Any:
    return (z * z).sum()


def logistic(y: Any, z: Any) -> Any:
    return -(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z)))


XW = {"X": "m n", "w": "n", "y": "m"}
AXB = {"A": "m n", "x": "n", "b": "m"}
WX = {"W": "m n", "x": "n", "b": "m"}
S = ""

LECTURE_NOTES: tuple[Typed, ...] = (
    Typed("(1/2)||Xw - y||^2", XW, lambda v: square(v["X"] @ v["w"] - v["y"]) / 2),
    Typed(
        "1/(2m) (Xθ − y)ᵀ(Xθ − y)",
        {"X": "m n", "theta": "n", "y": "m", "m": S},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / v["m"],
    ),
    Typed(
        "‖y − Xw‖² + λ‖w‖²",
        {**XW, "lambda": S},
        lambda v: square(v["y"] - v["X"] @ v["w"]) + v["lambda"] * square(v["w"]),
    ),
    Typed(
        "||y - Xw||_2^2 + λ ||w||_1",
        {**XW, "lambda": S},
        lambda v: square(v["y"] - v["X"] @ v["w"]) + v["lambda"] * abs(v["w"]).sum(),
    ),
    Typed(
        "1/2 x^T Q x - b^T x",
        {"Q": "n n", "x": "n", "b": "n"},
        lambda v: v["x"] @ v["Q"] @ v["x"] / 2 - v["b"] @ v["x"],
    ),
    Typed("½ xᵀQx + cᵀx", {"Q": "n n", "x": "n", "c": "n"}, lambda v: v["x"] @ v["Q"] @ v["x"] / 2 + v["c"] @ v["x"]),
    Typed("x^TA^TAx", {"A": "m n", "x": "n"}, lambda v: square(v["A"] @ v["x"])),
    Typed("(Ax)^T(Ax)", {"A": "m n", "x": "n"}, lambda v: square(v["A"] @ v["x"])),
    Typed("x'Ax / x'x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"] / square(v["x"])),
    Typed(
        "w^T Σ w - λ (w^T w - 1)",
        {"Sigma": "n n", "w": "n", "lambda": S},
        lambda v: v["w"] @ v["Sigma"] @ v["w"] - v["lambda"] * (square(v["w"]) - 1),
    ),
    Typed(
        "log(1 + exp(-y w^T x))",
        {"y": S, "w": "n", "x": "n"},
        lambda v: np.log(1 + np.exp(-v["y"] * (v["w"] @ v["x"]))),
    ),
    Typed("σ(w^Tx + b)", {"w": "n", "x": "n", "b": S}, lambda v: sigmoid(v["w"] @ v["x"] + v["b"])),
    Typed("tanh(Wx + b)", WX, lambda v: np.tanh(v["W"] @ v["x"] + v["b"])),
    Typed(
        "V tanh(W x + b) + c",
        {**WX, "V": "k m", "c": "k"},
        lambda v: v["V"] @ np.tanh(v["W"] @ v["x"] + v["b"]) + v["c"],
    ),
    Typed("softmax(W x + b)", WX, lambda v: softmax(v["W"] @ v["x"] + v["b"])),
    Typed(
        "-y^T log(softmax(Wx))",
        {"y": "m", "W": "m n", "x": "n"},
        lambda v: -v["y"] @ np.log(softmax(v["W"] @ v["x"])),
    ),
    Typed(
        "tanh(W_h h + W_x x + b)",
        {"W_h": "m k", "h": "k", "W_x": "m n", "x": "n", "b": "m"},
        lambda v: np.tanh(v["W_h"] @ v["h"] + v["W_x"] @ v["x"] + v["b"]),
    ),
    Typed(
        "σ(W_2 σ(W_1 x + b_1) + b_2)",
        {"W_2": "k m", "W_1": "m n", "x": "n", "b_1": "m", "b_2": "k"},
        lambda v: sigmoid(v["W_2"] @ sigmoid(v["W_1"] @ v["x"] + v["b_1"]) + v["b_2"]),
    ),
    Typed(
        "exp(-1/2 (x - μ)^T Σ^-1 (x - μ))",
        {"x": "n", "mu": "n", "Sigma": "n n"},
        lambda v: np.exp(-(v["x"] - v["mu"]) @ inv(v["Sigma"]) @ (v["x"] - v["mu"]) / 2),
    ),
    Typed(
        "-log det Σ - (x - μ)' inv(Σ) (x - μ)",
        {"x": "n", "mu": "n", "Sigma": "n n"},
        lambda v: -np.log(det(v["Sigma"])) - (v["x"] - v["mu"]) @ inv(v["Sigma"]) @ (v["x"] - v["mu"]),
    ),
    Typed("tr(A^T X)", {"A": "m n", "X": "m n"}, lambda v: tr(v["A"].T @ v["X"])),
    Typed("tr(X^T A X)", {"A": "m m", "X": "m n"}, lambda v: tr(v["X"].T @ v["A"] @ v["X"])),
    Typed("||X - UV^T||_F^2", {"X": "m n", "U": "m k", "V": "n k"}, lambda v: square(v["X"] - v["U"] @ v["V"].T)),
    Typed("‖A − BC‖²_F", {"A": "m n", "B": "m k", "C": "k n"}, lambda v: square(v["A"] - v["B"] @ v["C"])),
    Typed("(X^TX)^-1 X^T y", {"X": "m n", "y": "m"}, lambda v: inv(v["X"].T @ v["X"]) @ v["X"].T @ v["y"]),
    Typed("a^T X b", {"a": "m", "X": "m n", "b": "n"}, lambda v: v["a"] @ v["X"] @ v["b"]),
    Typed("a · (B c)", {"a": "m", "B": "m n", "c": "n"}, lambda v: v["a"] @ v["B"] @ v["c"]),
    Typed(
        "exp(-‖x − c‖² / (2σ²))",
        {"x": "n", "c": "n", "sigma": S},
        lambda v: np.exp(-square(v["x"] - v["c"]) / 2 / v["sigma"] ** 2),
    ),
    Typed(
        "max(0, m + ‖a - p‖ - ‖a - n‖)",
        {"m": S, "a": "k", "p": "k", "n": "k"},
        lambda v: max(0, v["m"] + norm(v["a"] - v["p"]) - norm(v["a"] - v["n"])),
    ),
    Typed("<x, y>^2 + 3 <x, x>", {"x": "n", "y": "n"}, lambda v: (v["x"] @ v["y"]) ** 2 + 3 * v["x"] @ v["x"]),
    Typed("exp(-<A x, y>/2)", {"A": "m n", "x": "n", "y": "m"}, lambda v: np.exp(-(v["A"] @ v["x"]) @ v["y"] / 2)),
    Typed("<a, <b, c> d>", {"a": "n", "b": "m", "c": "m", "d": "n"}, lambda v: v["a"] @ v["d"] * (v["b"] @ v["c"])),
    Typed("sum(x_i^2)/n - (sum(x_i)/n)^2", {"x": "n"}, lambda v: v["x"].var()),
    Typed("Σ_i (y_i - a x_i)^2 / N", {"y": "N", "a": S, "x": "N"}, lambda v: ((v["y"] - v["a"] * v["x"]) ** 2).mean()),
    Typed("⟨x, y⟩ / (‖x‖ ‖y‖)", {"x": "n", "y": "n"}, lambda v: v["x"] @ v["y"] / norm(v["x"]) / norm(v["y"])),
    Typed("log_2(1 + x)", {"x": S}, lambda v: np.log2(1 + v["x"])),
    Typed(
        "sum(i=1..n, (y_i - w^T x_i - b)^2)",
        {"y": "n", "w": "m", "X": "n m", "b": S},
        lambda v: square(v["y"] - v["X"] @ v["w"] - v["b"]),
    ),
    Typed(
        "Σ_{i=1}^{n} max(0, 1 - y_i w^T x_i)",
        {"y": "n", "w": "m", "X": "n m"},
        lambda v: relu(1 - v["y"] * (v["X"] @ v["w"])).sum(),
    ),
    Typed("|x - 1| + |x|^3", {"x": S}, lambda v: abs(v["x"] - 1) + abs(v["x"]) ** 3),
    Typed("x^T D^-1 x where D: n x n", {"x": "n", "D": "n n"}, lambda v: v["x"] @ inv(v["D"]) @ v["x"]),
    Typed("-p^T log(p)", {"p": "n"}, lambda v: -v["p"] @ np.log(v["p"])),
    Typed("d/dθ (cos θ + θ sin θ)", {"theta": S}, lambda v: np.cos(v["theta"]) + v["theta"] * np.sin(v["theta"])),
    Typed("uᵀA⁻¹v", {"u": "n", "A": "n n", "v": "n"}, lambda v: v["u"] @ inv(v["A"]) @ v["v"]),
    Typed(
        "mean((X w - y)^2) + λ w · w",
        {**XW, "lambda": S},
        lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).mean() + v["lambda"] * square(v["w"]),
    ),
)

LATEX: tuple[Typed, ...] = (
    Typed(
        r"\frac{1}{2}\left\|\mathbf{A}\mathbf{x}-\mathbf{b}\right\|_2^2",
        AXB,
        lambda v: square(v["A"] @ v["x"] - v["b"]) / 2,
    ),
    Typed(
        r"\frac{1}{2m}\sum_{i=1}^{m}\left(\theta^Tx^{(i)}-y^{(i)}\right)^2",
        {"theta": "n", "X": "m n", "y": "m"},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"]),
    ),
    Typed(
        r"-\sum_{n=1}^{N} \left( t_n \ln y_n + (1-t_n)\ln(1-y_n) \right)",
        {"t": "N", "y": "N"},
        lambda v: -(v["t"] * np.log(v["y"]) + (1 - v["t"]) * np.log(1 - v["y"])).sum(), None, 0.2, 0.8,
    ),
    Typed(r"\mathbf{a}^T\mathbf{X}\mathbf{b}", {"a": "m", "X": "m n", "b": "n"}, lambda v: v["a"] @ v["X"] @ v["b"]),
    Typed(
        r"\mathbf{x}^{\top}\mathbf{A}\mathbf{x} + \mathbf{b}^{\top}\mathbf{x} + c",
        {"A": "n n", "x": "n", "b": "n", "c": S},
        lambda v: v["x"] @ v["A"] @ v["x"] + v["b"] @ v["x"] + v["c"],
    ),
    Typed(r"\operatorname{tr}\left(\mathbf{X}^\top\mathbf{X}\right)", {"X": "m n"}, lambda v: square(v["X"])),
    Typed(r"\ln |\mathbf{X}|", {"X": "n n"}, lambda v: np.log(det(v["X"]))),
    Typed(
        r"\sigma\left(\mathbf{w}^\top\mathbf{x}+b\right)",
        {"w": "n", "x": "n", "b": S},
        lambda v: sigmoid(v["w"] @ v["x"] + v["b"]),
    ),
    Typed(r"\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}", {"x": S}, lambda v: np.tanh(v["x"])),
    Typed(r"\log\sum_{j=1}^{K} e^{z_j}", {"z": "K"}, lambda v: np.log(np.exp(v["z"]).sum())),
    Typed(r"\frac{\exp(z_1)}{\sum_{j=1}^{3}\exp(z_j)}", {"z": "3"}, lambda v: softmax(v["z"])[0]),
    Typed(r"\lVert \mathbf{x}-\mathbf{y} \rVert^2", {"x": "n", "y": "n"}, lambda v: square(v["x"] - v["y"])),
    Typed(r"\left|x^2-1\right|", {"x": S}, lambda v: abs(v["x"] ** 2 - 1)),
    Typed(
        r"\mathbf{W}^{[2]}\operatorname{ReLU}(\mathbf{W}^{[1]}\mathbf{x}+\mathbf{b}^{[1]})+\mathbf{b}^{[2]}",
        {"W_2": "k m", "W_1": "m n", "x": "n", "b_1": "m", "b_2": "k"},
        lambda v: v["W_2"] @ relu(v["W_1"] @ v["x"] + v["b_1"]) + v["b_2"],
    ),
    Typed(
        r"\boldsymbol\theta^\top\boldsymbol\phi - y",
        {"theta": "n", "phi": "n", "y": S},
        lambda v: v["theta"] @ v["phi"] - v["y"],
    ),
    Typed(
        r"\frac{d}{dt} A e^{-\gamma t}\cos(\omega t)",
        {"A": S, "gamma": S, "t": S, "omega": S},
        lambda v: v["A"] * np.exp(-v["gamma"] * v["t"]) * np.cos(v["omega"] * v["t"]),
    ),
    Typed(
        r"\frac{\mathbf{u}\cdot\mathbf{v}}{\|\mathbf{u}\|\,\|\mathbf{v}\|}",
        {"u": "n", "v": "n"},
        lambda v: v["u"] @ v["v"] / norm(v["u"]) / norm(v["v"]),
    ),
    Typed(r"\sum_{i=1}^n \sum_{j=1}^n A_{ij} x_i x_j", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed(
        r"\sum_i (y_i - \mathbf{w}^\top \mathbf{x}_i)^2 + \lambda \|\mathbf{w}\|_2^2",
        {"y": "n", "w": "m", "X": "n m", "lambda": S},
        lambda v: square(v["y"] - v["X"] @ v["w"]) + v["lambda"] * square(v["w"]),
    ),
    Typed(
        r"\|\mathbf{X}\boldsymbol{\beta}-\mathbf{y}\|^2+\alpha\|\boldsymbol{\beta}\|_1",
        {"X": "m n", "beta": "n", "y": "m", "alpha": S},
        lambda v: square(v["X"] @ v["beta"] - v["y"]) + v["alpha"] * abs(v["beta"]).sum(),
    ),
)  # fmt: skip

CODE: tuple[Typed, ...] = (
    Typed("0.5 * np.sum((A @ x - b)**2)", AXB, lambda v: square(v["A"] @ v["x"] - v["b"]) / 2),
    Typed("np.mean((X @ w + b - y)**2)", {**XW, "b": S}, lambda v: ((v["X"] @ v["w"] + v["b"] - v["y"]) ** 2).mean()),
    Typed("x.T @ A @ x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed(
        "np.log(1 + np.exp(-y * (X @ w))).mean()",
        XW,
        lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"]))).mean(),
    ),
    Typed(
        "def loss(w, b):\n    z = X @ w + b\n    p = 1 / (1 + np.exp(-z))\n"
        "    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))",
        {**XW, "b": S, "z": "m", "p": "m"},
        lambda v: logistic(v["y"], v["X"] @ v["w"] + v["b"]).mean(),
    ),
    Typed(
        "h = torch.tanh(W1 @ x + b1)\nout = W2 @ h + b2\nloss = ((out - y)**2).sum()",
        {"W_1": "m n", "x": "n", "b_1": "m", "W_2": "k m", "b_2": "k", "y": "k", "h": "m", "o": "k"},
        lambda v: square(v["W_2"] @ np.tanh(v["W_1"] @ v["x"] + v["b_1"]) + v["b_2"] - v["y"]),
    ),
    Typed("jnp.sum(jnp.abs(x - y))", {"x": "n", "y": "n"}, lambda v: abs(v["x"] - v["y"]).sum()),
    Typed("F.mse_loss(model_out, target, reduction='sum')", {"m": "n", "t": "n"}, lambda v: square(v["m"] - v["t"])),
    Typed(
        "lambda w: np.linalg.norm(X.dot(w) - y)**2 / len(y)",
        XW,
        lambda v: square(v["X"] @ v["w"] - v["y"]) / len(v["y"]),
    ),
    Typed(
        "(x - x.mean()) / np.sqrt(x.var() + eps)",
        {"x": "n", "eps": S},
        lambda v: (v["x"] - v["x"].mean()) / np.sqrt(v["x"].var() + v["eps"]),
    ),
    Typed("torch.logsumexp(W @ x, dim=0)", {"W": "m n", "x": "n"}, lambda v: np.log(np.exp(v["W"] @ v["x"]).sum())),
    Typed(
        "-(y * F.log_softmax(z, dim=-1)).sum()",
        {"y": "n", "z": "n"},
        lambda v: -(v["y"] * np.log(softmax(v["z"]))).sum(),
    ),
    Typed("np.trace(A.T @ X)", {"A": "m n", "X": "m n"}, lambda v: tr(v["A"].T @ v["X"])),
    Typed(
        "np.exp(-gamma * np.sum((x - z)**2))",
        {"gamma": S, "x": "n", "z": "n"},
        lambda v: np.exp(-v["gamma"] * square(v["x"] - v["z"])),
    ),
    Typed(
        "np.dot(x, y) / (np.linalg.norm(x) * np.linalg.norm(y))",
        {"x": "n", "y": "n"},
        lambda v: v["x"] @ v["y"] / norm(v["x"]) / norm(v["y"]),
    ),
    Typed(
        "v @ torch.tanh(W @ h + U @ s)",
        {"v": "m", "W": "m n", "h": "n", "U": "m k", "s": "k"},
        lambda v: v["v"] @ np.tanh(v["W"] @ v["h"] + v["U"] @ v["s"]),
    ),
    Typed("torch.clamp(1 - y * (X @ w), min=0).mean()", XW, lambda v: relu(1 - v["y"] * (v["X"] @ v["w"])).mean()),
    Typed(
        "np.sum((X - U @ V.T)**2)",
        {"X": "m n", "U": "m k", "V": "n k"},
        lambda v: square(v["X"] - v["U"] @ v["V"].T),
    ),
    Typed(
        "math.exp(-x**2 / 2) / math.sqrt(2 * math.pi)",
        {"x": S},
        lambda v: np.exp(-v["x"] ** 2 / 2) / np.sqrt(2 * np.pi),
    ),
    Typed(
        "r = y - X @ beta\nr.T @ r / (2 * X.shape[0])",
        {"X": "m n", "beta": "n", "y": "m", "r": "m"},
        lambda v: square(v["y"] - v["X"] @ v["beta"]) / 2 / len(v["y"]),
    ),
)  # fmt: skip

PAPERS: tuple[Typed, ...] = (
    Typed(
        "||Y - XW||_F^2 + λ||W||_F^2",
        {"Y": "m k", "X": "m n", "W": "n k", "lambda": S},
        lambda v: square(v["Y"] - v["X"] @ v["W"]) + v["lambda"] * square(v["W"]),
    ),
    Typed(
        "wᵀXᵀXw − 2yᵀXw + yᵀy",
        XW,
        lambda v: square(v["X"] @ v["w"]) - 2 * v["y"] @ v["X"] @ v["w"] + square(v["y"]),
    ),
    Typed(
        "(w − w_0)ᵀH(w − w_0)/2",
        {"w": "n", "w_0": "n", "H": "n n"},
        lambda v: (v["w"] - v["w_0"]) @ v["H"] @ (v["w"] - v["w_0"]) / 2,
    ),
    Typed("gᵀd + ½ dᵀHd", {"g": "n", "d": "n", "H": "n n"}, lambda v: v["g"] @ v["d"] + v["d"] @ v["H"] @ v["d"] / 2),
    Typed(
        "log(1 + exp(-y(w^Tx + b)))",
        {"y": S, "w": "n", "x": "n", "b": S},
        lambda v: np.log(1 + np.exp(-v["y"] * (v["w"] @ v["x"] + v["b"]))),
    ),
    Typed(
        "u^T tanh(W q + U k)",
        {"u": "m", "W": "m n", "q": "n", "U": "m j", "k": "j"},
        lambda v: v["u"] @ np.tanh(v["W"] @ v["q"] + v["U"] @ v["k"]),
    ),
    Typed(
        "softmax(K q / sqrt(d))",
        {"K": "m n", "q": "n", "d": S},
        lambda v: softmax(v["K"] @ v["q"] / np.sqrt(v["d"])),
    ),
    Typed(
        "z ⊙ tanh(c) + (1 − z) ⊙ h",
        {"z": "n", "c": "n", "h": "n"},
        lambda v: v["z"] * np.tanh(v["c"]) + (1 - v["z"]) * v["h"],
    ),
    Typed(
        "σ(W_f h + U_f x + b_f) ⊙ c",
        {"W_f": "m n", "h": "n", "U_f": "m k", "x": "k", "b_f": "m", "c": "m"},
        lambda v: sigmoid(v["W_f"] @ v["h"] + v["U_f"] @ v["x"] + v["b_f"]) * v["c"],
    ),
    Typed(
        "(x - mean(x))/sqrt(var(x) + ε)",
        {"x": "n", "epsilon": S},
        lambda v: (v["x"] - v["x"].mean()) / np.sqrt(v["x"].var() + v["epsilon"]),
    ),
    Typed("x/‖x‖₂", {"x": "n"}, lambda v: v["x"] / norm(v["x"])),
    Typed(
        "1/2 ‖x − Dα‖² + λ‖α‖₁",
        {"x": "m", "D": "m n", "alpha": "n", "lambda": S},
        lambda v: square(v["x"] - v["D"] @ v["alpha"]) / 2 + v["lambda"] * abs(v["alpha"]).sum(),
    ),
    Typed("Φ w − t", {"Phi": "m n", "w": "n", "t": "m"}, lambda v: v["Phi"] @ v["w"] - v["t"]),
    Typed("xᵀ(A + Aᵀ)x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ (v["A"] + v["A"].T) @ v["x"]),
    Typed("tr(W'W) / 2", {"W": "m n"}, lambda v: square(v["W"]) / 2),
    Typed("log det(X^TX)", {"X": "m n"}, lambda v: np.log(det(v["X"].T @ v["X"]))),
    Typed("bᵀA⁻¹b", {"A": "n n", "b": "n"}, lambda v: v["b"] @ inv(v["A"]) @ v["b"]),
    Typed(
        "sum(i=1..N, log(1 + exp(-y_i w^T x_i))) + λ/2 ||w||^2",
        {"y": "N", "w": "n", "X": "N n", "lambda": S},
        lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"]))).sum() + v["lambda"] / 2 * square(v["w"]),
    ),
    Typed(
        "(1/N) Σ_{i=1}^{N} ‖x_i − c‖²",
        {"X": "N n", "c": "n"},
        lambda v: ((v["X"] - v["c"]) ** 2).sum() / len(v["X"]),
    ),
)  # fmt: skip

FORUMS: tuple[Typed, ...] = (
    Typed("f(x) = x^T A x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed("L = 0.5*(y - w.T x)^2", {"y": S, "w": "n", "x": "n"}, lambda v: (v["y"] - v["w"] @ v["x"]) ** 2 / 2),
    Typed(
        "J(w) = ||Xw-y||^2 + lambda*||w||^2",
        {**XW, "lambda": S},
        lambda v: square(v["X"] @ v["w"] - v["y"]) + v["lambda"] * square(v["w"]),
    ),
    Typed("y = sigmoid(w'x + b)", {"w": "n", "x": "n", "b": S}, lambda v: sigmoid(v["w"] @ v["x"] + v["b"])),
    Typed("relu(W1 x + b1)", {"W_1": "m n", "x": "n", "b_1": "m"}, lambda v: relu(v["W_1"] @ v["x"] + v["b_1"])),
    Typed("x'*A*x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed("exp(w·x)/(1 + exp(w·x))", {"w": "n", "x": "n"}, lambda v: sigmoid(v["w"] @ v["x"])),
    Typed(
        "d/dw ln(1 + e^(-y w·x))",
        {"y": S, "w": "n", "x": "n"},
        lambda v: np.log(1 + np.exp(-v["y"] * (v["w"] @ v["x"]))),
    ),
    Typed("sqrt(x'x)", {"x": "n"}, lambda v: norm(v["x"])),
    Typed("a^T x x^T b", {"a": "n", "x": "n", "b": "n"}, lambda v: (v["a"] @ v["x"]) * (v["x"] @ v["b"])),
    Typed("(a'x)^2", {"a": "n", "x": "n"}, lambda v: (v["a"] @ v["x"]) ** 2),
    Typed("norm(A*x - b)^2", AXB, lambda v: square(v["A"] @ v["x"] - v["b"])),
    Typed(
        "sum((y - (m*x + b))^2)",
        {"y": "n", "m": S, "x": "n", "b": S},
        lambda v: square(v["y"] - v["m"] * v["x"] - v["b"]),
    ),
    Typed("ln(det(A))", {"A": "n n"}, lambda v: np.log(det(v["A"]))),
    Typed("A^-1 b", {"A": "n n", "b": "n"}, lambda v: inv(v["A"]) @ v["b"]),
    Typed("|Ax - b|^2", AXB, lambda v: square(v["A"] @ v["x"] - v["b"])),
    Typed("max(0, x)^2", {"x": S}, lambda v: relu(v["x"]) ** 2),
    Typed("log(sum(exp(x)))", {"x": "n"}, lambda v: np.log(np.exp(v["x"]).sum())),
    Typed(
        "(x-mu)'*inv(Sigma)*(x-mu)",
        {"x": "n", "mu": "n", "Sigma": "n n"},
        lambda v: (v["x"] - v["mu"]) @ inv(v["Sigma"]) @ (v["x"] - v["mu"]),
    ),
)  # fmt: skip

SNIPPETS: tuple[Typed, ...] = (
    Typed("loss = ((X.dot(w) - y) ** 2).mean()", XW, lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).mean()),
    Typed(
        "def forward(x):\n    h = F.relu(W1 @ x + b1)\n    return W2 @ h + b2",
        {"W_1": "m n", "x": "n", "b_1": "m", "W_2": "k m", "b_2": "k", "h": "m"},
        lambda v: v["W_2"] @ relu(v["W_1"] @ v["x"] + v["b_1"]) + v["b_2"],
    ),
    Typed(
        "np.sum(np.square(y - np.dot(X, beta))) + lam * np.sum(np.abs(beta))",
        {"X": "m n", "beta": "n", "y": "m", "lambda": S},
        lambda v: square(v["y"] - v["X"] @ v["beta"]) + v["lambda"] * abs(v["beta"]).sum(),
    ),
    Typed(
        "a = sigmoid(w @ x + b)\n-(y * np.log(a) + (1 - y) * np.log(1 - a))",
        {"w": "n", "x": "n", "b": S, "y": S, "a": S},
        lambda v: logistic(v["y"], v["w"] @ v["x"] + v["b"]),
    ),
    Typed("jnp.dot(x, A @ x)", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed(
        "np.linalg.norm(x - mu) ** 2 / (2 * sigma ** 2)",
        {"x": "n", "mu": S, "sigma": S},
        lambda v: square(v["x"] - v["mu"]) / 2 / v["sigma"] ** 2,
    ),
    Typed("x @ W.T + b", {"x": "n", "W": "m n", "b": "m"}, lambda v: v["W"] @ v["x"] + v["b"]),
    Typed(
        "torch.exp(-0.5 * (x - mu) @ torch.inverse(S) @ (x - mu))",
        {"x": "n", "mu": "n", "S": "n n"},
        lambda v: np.exp(-(v["x"] - v["mu"]) @ inv(v["S"]) @ (v["x"] - v["mu"]) / 2),
    ),
    Typed("np.maximum(0, W.dot(x) + b).sum()", WX, lambda v: relu(v["W"] @ v["x"] + v["b"]).sum()),
    Typed("-torch.log(torch.softmax(z, 0))[1]", {"z": "n"}, lambda v: -np.log(softmax(v["z"]))[1]),
    Typed("np.var(x, ddof=1)", {"x": "n"}, lambda v: v["x"].var(ddof=1)),
    Typed("(w * x).sum() + b", {"w": "n", "x": "n", "b": S}, lambda v: v["w"] @ v["x"] + v["b"]),
    Typed(
        "1 / (1 + np.exp(-(np.dot(w, x) + b)))",
        {"w": "n", "x": "n", "b": S},
        lambda v: sigmoid(v["w"] @ v["x"] + v["b"]),
    ),
    Typed(
        "F.huber_loss(X @ w, y)",
        XW,
        lambda v: huber(v["X"] @ v["w"] - v["y"]).mean(),
    ),
    Typed("e = np.exp(z - np.max(z))\ne / e.sum()", {"z": "n"}, lambda v: softmax(v["z"])),
    Typed("np.sum(A * (X @ B))", {"A": "m k", "X": "m n", "B": "n k"}, lambda v: (v["A"] * (v["X"] @ v["B"])).sum()),
    Typed("np.log(x / (1 - x))", {"x": S}, lambda v: np.log(v["x"] / (1 - v["x"])), None, 0.2, 0.8),
    Typed("x**2 * np.exp(-x)", {"x": S}, lambda v: v["x"] ** 2 * np.exp(-v["x"])),
    Typed("(np.tanh(x) ** 2).mean()", {"x": "n"}, lambda v: (np.tanh(v["x"]) ** 2).mean()),
)  # fmt: skip

SCALARS: tuple[str, ...] = (
    "A sin(ω t + φ)", "N e^(−λ t)", "B x + C x^2", "a x^2 + b x + c", "P(1+r)^t", "G M m / r^2", "1/2 m v^2", "m g h",
    "P V - n R T", "V I cos(φ)", "I^2 R t", "F d cos(θ)", "E_0 cos(k x - ω t)", "Q/(4 π ε_0 r^2)", "K x / (1 + x)",
    "N_0 * 2^(-t/T)", "A e^(-E/(R T))", "C/(1 + A e^(-k t))", "L di", "σ T^4", "h c / λ", "x^3 - 3x + 2", "sin(x)/x",
    "x e^(-x^2)", "ln(x)/x", "A x^2 + B x y + C y^2", "1/(1 + x^2)", "x^n", "tan(3x)", "sqrt(R^2 - x^2)", "D t^(1/2)",
    "A x (1 - x/K) - B x y", "(a + b x)/(c + d x)", "P_0 e^(r t)", "K A (T_1 - T_2)/L", "U^2/R",
    "A cos(ω t) + B sin(ω t)",
    "k q Q / r", "4/3 π R^3", "E = m c^2", "R x - x^2", "1/2 k x^2 - F x", "S_0 e^(μ t)", "A/x^12 - B/x^6",
)  # fmt: skip
"""Ordinary calculus and physics: nothing in these is a vector or a matrix."""
