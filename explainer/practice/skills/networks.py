"""Skills with networks: softmax and its losses, a layer over a batch, the sweep back through several layers."""

from __future__ import annotations

from explainer.practice.skills.scalars import graded
from explainer.practice.skills.skill import Draw, Drawn, skill

GROUP = "Networks"
ACTIVATIONS = ("tanh", "sigmoid", "sin")
BATCH = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}
TWO_LAYERS = {"X": "N x d", "W": "d x m", "b": "m", "V": "m x k", "Y": "N x k"}


def _drawn(chosen: str, shapes: dict[str, str], method: str) -> Drawn:
    """A problem written as what is differentiated, a bar, and by what."""
    text, wrt = chosen.split(" | ")
    return Drawn(text, wrt, shapes, method)


@skill(
    title="Softmax and cross-entropy",
    rules="fold-definition vector-function expand-definition end-of-sweep",
    group=GROUP,
    about="softmax row_softmax logsumexp cross_entropy batch_cross_entropy",
)
def softmax(draw: Draw, grade: int) -> Drawn:
    """Shares add up to one, so each depends on all; behind a logarithm nothing but shares less targets is left."""
    chosen = graded(
        draw,
        grade,
        ("softmax(z) | z", "ln(sum(exp(z))) | z", "logsumexp(z) | z", "{a} logsumexp(z) | z"),
        ("-(y · ln(softmax(z))) | z", "logsumexp(z) - y · z | z", "u · softmax(z) | z", "{a} (u · softmax(z)) | z"),
        (
            "cross_entropy(Z, Y) where one-hot rows Y | Z",
            "{a} cross_entropy(Z, Y) where one-hot rows Y | Z",
            "logsumexp(W @ x) | x",
        ),
        (
            "cross_entropy(X @ W, Y) where one-hot rows Y | W",
            "logsumexp(W @ x + b) - y · (W @ x + b) | x",
            "cross_entropy(X @ W, Y) where one-hot rows Y | X",
        ),
        (
            "cross_entropy(X @ W + b, Y) where one-hot rows Y | W",
            "cross_entropy(X @ W + b, Y) where one-hot rows Y | b",
            "cross_entropy(X @ W, Y) + {a} norm(W)^2 where one-hot rows Y | W",
        ),
    )
    vectors = {"z": "n", "y": "n", "u": "n"}
    if "x)" in chosen or "x +" in chosen:
        vectors = {"W": "k x n", "x": "n", "b": "k", "y": "k"}
    return _drawn(
        chosen, {**BATCH, "Z": "N x k"} if "cross" in chosen else vectors, "backward" if "cross" in chosen else "auto"
    )


@skill(title="A layer over a batch", rules="read-off", group=GROUP)
def batches(draw: Draw, grade: int) -> Drawn:
    """The rows of the batch are added up: in the product with the inputs for the weights, by ones for the bias."""
    chosen = graded(
        draw,
        grade,
        ("sum(X @ W) | W", "sum(X @ W + b) | b", "{a} sum(X @ W) | X"),
        ("sum(Y ⊗ (X @ W + b)) | b", "sum(Y ⊗ (X @ W + b)) | W", "{a} sum(Y ⊗ (X @ W)) | X"),
        ("norm(X @ W + b)^2 | W", "norm(X @ W + b - Y)^2 | b", "1/N norm(X @ W + b - Y)^2 | W"),
        ("sum({f}(X @ W + b)) | W", "sum({f}(X @ W + b)) | b", "sum(Y ⊗ {f}(X @ W + b)) | W"),
        (
            "norm({f}(X @ W + b) - Y)^2 | W",
            "1/N norm({f}(X @ W + b) - Y)^2 | b",
            "1/N norm({f}(X @ W + b) - Y)^2 | X",
        ),
        f=draw.pick(*ACTIVATIONS),
    )
    return _drawn(chosen, BATCH, "differential")


@skill(title="Back through the layers", rules="adjoint end-of-sweep", group=GROUP)
def sweeps(draw: Draw, grade: int) -> Drawn:
    """One sweep from the loss back: each layer hands its adjoint on to what came in."""
    chosen = graded(
        draw,
        grade,
        ("sum({f}(X @ W)) | W", "norm(X @ W)^2 | W", "sum({f}(X @ W)) | X"),
        ("sum({f}(X @ W) @ V) | W", "norm((X @ W) @ V - Y)^2 | W", "norm({f}(X @ W) @ V)^2 | V"),
        ("norm({f}(X @ W) @ V - Y)^2 | W", "norm({f}(X @ W) @ V - Y)^2 | V", "norm({f}(X @ W) @ V - Y)^2 | X"),
        (
            "norm({f}(X @ W + b) @ V - Y)^2 | W",
            "norm({f}(X @ W + b) @ V - Y)^2 | b",
            "1/N norm({f}(X @ W) @ V - Y)^2 | W",
        ),
        (
            "norm({f}(X @ W + b) @ V - Y)^2 + {a} norm(W)^2 | W",
            "1/N norm({f}({g}(X @ W) @ V) - Y)^2 | W",
            "norm({f}({g}(X @ W + b) @ V) - Y)^2 | b",
        ),
        f=draw.pick(*ACTIVATIONS),
        g=draw.pick(*ACTIVATIONS),
    )
    return _drawn(chosen, TWO_LAYERS, "backward")
