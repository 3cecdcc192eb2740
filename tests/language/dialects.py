"""Functions in the dialects of MATLAB, Julia, TensorFlow, JAX and Python, and in several statements: what is meant."""

from __future__ import annotations

import numpy as np

from tests.language.as_typed import AXB, WX, XW, S, Typed, inv, relu, sigmoid, softmax, square, tr

MATLAB: tuple[Typed, ...] = (
    Typed("0.5*x'*A*x", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"] / 2),
    Typed("norm2(A*x - b)^2", AXB, lambda v: square(v["A"] @ v["x"] - v["b"])),
    Typed("tr(A*X'*B*X*C)", {"A": "p n", "X": "m n", "B": "m m", "C": "n p"},
          lambda v: tr(v["A"] @ v["X"].T @ v["B"] @ v["X"] @ v["C"]), "X"),
    Typed("sum(log(exp(-y.*(X*w)) + vector(1)))", XW, lambda v: np.log(np.exp(-v["y"] * (v["X"] @ v["w"])) + 1).sum()),
    Typed("vector(2)'*x", {"x": "n"}, lambda v: 2 * v["x"].sum()),
    Typed("inv(A)*x", {"A": "n n", "x": "n"}, lambda v: inv(v["A"]) @ v["x"], "x"),
    Typed("y'*log(p)", {"y": "n", "p": "n"}, lambda v: v["y"] @ np.log(v["p"])),
    Typed("x'*y", {"x": "n", "y": "n"}, lambda v: v["x"] @ v["y"]),
    Typed("f = 0.5*norm(A*x - b)^2;", AXB, lambda v: square(v["A"] @ v["x"] - v["b"]) / 2),
    Typed("norm(A - matrix(1))^2", {"A": "m n"}, lambda v: square(v["A"] - 1)),
)  # fmt: skip
JULIA: tuple[Typed, ...] = (
    Typed("sum(abs2, A*x .- b)", AXB, lambda v: square(v["A"] @ v["x"] - v["b"])),
    Typed("sum(log.(1 .+ exp.(-y .* (X * w))))", XW, lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"]))).sum()),
    Typed("sum(exp, x)", {"x": "n"}, lambda v: np.exp(v["x"]).sum()),
)
PYTHON: tuple[Typed, ...] = (
    Typed("[i**2 for i in x]", {"x": "n"}, lambda v: v["x"] ** 2),
    Typed("sum(a*b for a, b in zip(x, y))", {"x": "n", "y": "n"}, lambda v: v["x"] @ v["y"]),
    Typed("np.sum([np.exp(t) for t in x])", {"x": "n"}, lambda v: np.exp(v["x"]).sum()),
    Typed("-np.mean(y * np.log(p))", {"y": "n", "p": "n"}, lambda v: -(v["y"] * np.log(v["p"])).mean()),
    Typed("np.einsum('k,kl,l->', x, A, x)", {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed("torch.einsum('ij,j->i', A, x)", {"A": "m n", "x": "n"}, lambda v: v["A"] @ v["x"]),
)
TENSORFLOW: tuple[Typed, ...] = (
    Typed("tf.reduce_sum(tf.square(tf.linalg.matvec(X, w) - y))", XW, lambda v: square(v["X"] @ v["w"] - v["y"])),
    Typed("K.sum(K.square(y - p))", {"y": "n", "p": "n"}, lambda v: square(v["y"] - v["p"])),
    Typed("K.T @ q", {"K": "m n", "q": "m"}, lambda v: v["K"].T @ v["q"]),
    Typed("tf.keras.losses.mean_squared_error(y, p)", {"y": "n", "p": "n"}, lambda v: ((v["y"] - v["p"]) ** 2).mean()),
    Typed("keras.losses.categorical_crossentropy(y, z, from_logits=True)", {"y": "n", "z": "n"},
          lambda v: -(v["y"] * np.log(softmax(v["z"]))).sum()),
    Typed("tf.nn.sigmoid(tf.tensordot(w, x, axes=1))", {"w": "n", "x": "n"}, lambda v: sigmoid(v["w"] @ v["x"])),
    Typed("jax.scipy.special.logsumexp(x)", {"x": "n"}, lambda v: np.log(np.exp(v["x"]).sum())),
)  # fmt: skip
STATEMENTS: tuple[Typed, ...] = (
    Typed("z = W x + b; a = relu(z); L = ||a - y||^2", {**WX, "y": "m", "z": "m", "a": "m"},
          lambda v: square(relu(v["W"] @ v["x"] + v["b"]) - v["y"])),
    Typed("L = (a - y)^2, a = σ(z), z = w·x + b", {"w": "n", "x": "n", "b": S, "y": S, "z": S, "a": S},
          lambda v: (sigmoid(v["w"] @ v["x"] + v["b"]) - v["y"]) ** 2),
    Typed(r"\frac{1}{2} z^2 \quad \text{where } z = a x",
          {"a": S, "x": S, "z": S}, lambda v: (v["a"] * v["x"]) ** 2 / 2),
)  # fmt: skip
DIALECTS = (*MATLAB, *JULIA, *PYTHON, *TENSORFLOW, *STATEMENTS)
