"""Texts of kinds that were once read as another question, with what is meant; and what must be refused instead."""

from __future__ import annotations

import numpy as np

from tests.language.as_typed import WX, XW, S, Typed, relu, sigmoid, softmax, square, tr

STARS: tuple[Typed, ...] = (
    Typed("tanh(W*x + b)", WX, lambda v: np.tanh(v["W"] @ v["x"] + v["b"])),
    Typed("exp(A*x)", {"A": "m n", "x": "n"}, lambda v: np.exp(v["A"] @ v["x"])),
    Typed("a'*exp(B*x)", {"a": "m", "B": "m n", "x": "n"}, lambda v: v["a"] @ np.exp(v["B"] @ v["x"])),
    Typed("relu(W*x)", {"W": "m n", "x": "n"}, lambda v: relu(v["W"] @ v["x"])),
    Typed("X*w - y", XW, lambda v: v["X"] @ v["w"] - v["y"]),
    Typed("trace(A*X)", {"A": "n m", "X": "m n"}, lambda v: tr(v["A"] @ v["X"])),
    Typed("sum(sum(X.^2))", {"X": "m n"}, lambda v: square(v["X"])),
    Typed("mean(mean(X))", {"X": "m n"}, lambda v: v["X"].mean()),
    Typed(
        "(1/m) * (-y' * log(sigmoid(X*theta)) - (1-y)' * log(1 - sigmoid(X*theta)))",
        {"m": S, "y": "k", "X": "k n", "theta": "n"},
        lambda v: (
            (-v["y"] @ np.log(sigmoid(v["X"] @ v["theta"])) - (1 - v["y"]) @ np.log(1 - sigmoid(v["X"] @ v["theta"])))
            / v["m"]
        ),
    ),
)
SHARES: tuple[Typed, ...] = (
    Typed("sum(p * log(p/q))", {"p": "n", "q": "n"}, lambda v: (v["p"] * np.log(v["p"] / v["q"])).sum()),
    Typed("np.sum(p * np.log(p / q))", {"p": "n", "q": "n"}, lambda v: (v["p"] * np.log(v["p"] / v["q"])).sum()),
    Typed("mean(y/z)", {"y": "n", "z": "n"}, lambda v: (v["y"] / v["z"]).mean()),
    Typed("sum(x/s)", {"x": "n", "s": S}, lambda v: v["x"].sum() / v["s"]),
)
LISTS: tuple[Typed, ...] = (
    Typed(
        "sum([(yi - w*xi)**2 for xi, yi in zip(x, y)])",
        {"x": "n", "y": "n", "w": S},
        lambda v: square(v["y"] - v["w"] * v["x"]),
    ),
    Typed("sum((yi - w @ xi)**2 for xi, yi in zip(X, y))", XW, lambda v: square(v["y"] - v["X"] @ v["w"])),
    Typed(
        "np.mean([np.log(1 + np.exp(-yi * (np.dot(w, xi) + b))) for xi, yi in zip(X, y)])",
        {**XW, "b": S},
        lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"] + v["b"]))).mean(),
    ),
    Typed("sum(x[i]**2 for i in range(n))", {"x": "n"}, lambda v: square(v["x"])),
    Typed(
        "sum([(y[i] - w*x[i])**2 for i in range(len(y))])/len(y)",
        {"y": "n", "w": S, "x": "n"},
        lambda v: square(v["y"] - v["w"] * v["x"]) / len(v["y"]),
    ),
    Typed("sum(t**2 if t > 1 else 0 for t in x)", {"x": "n"}, lambda v: np.where(v["x"] > 1, v["x"] ** 2, 0).sum()),
    Typed(
        "sum((a*p - q)**2 for p, q in zip(pred, target))",
        {"a": S, "p_red": "n", "t": "n"},
        lambda v: square(v["a"] * v["p_red"] - v["t"]),
    ),
    Typed("[w*xi for xi in x]", {"w": S, "x": "n"}, lambda v: v["w"] * v["x"]),
)
DEFINED: tuple[Typed, ...] = (
    Typed(
        "1/(2m) Σ_{i=1}^m (h_θ(x_i) − y_i)^2 where h_θ(x) = θᵀx",
        {"theta": "n", "X": "m n", "y": "m"},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"]),
    ),
    Typed(
        r"\frac{1}{2m}\sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2 \quad \text{where } h_\theta(x) = \theta^T x",
        {"theta": "n", "X": "m n", "y": "m"},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"]),
    ),
    Typed(
        r"\sum_i \left(f(x_i) - y_i\right)^2, \qquad f(x) = ax+b",
        {"a": S, "b": S, "x": "n", "y": "n"},
        lambda v: square(v["a"] * v["x"] + v["b"] - v["y"]),
    ),
    Typed("f(g(x)) where f(u) = sin(u), g(v) = v^2", {"x": S}, lambda v: np.sin(v["x"] ** 2)),
    Typed(
        "h(x) = w x + b; L = (h(x) - y)^2",
        {"w": S, "x": S, "b": S, "y": S},
        lambda v: (v["w"] * v["x"] + v["b"] - v["y"]) ** 2,
    ),
    Typed("L = z^2 where z = a x", {"a": S, "x": S, "z": S}, lambda v: (v["a"] * v["x"]) ** 2),
    Typed(
        "J(θ) = 1/2 ‖z‖² where z = Xθ − y",
        {"X": "m n", "theta": "n", "y": "m", "z": "m"},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2,
    ),
    Typed(
        "J(θ) = 1/(2m) Σ_{i=1}^m (θᵀx⁽ⁱ⁾ − y⁽ⁱ⁾)²",
        {"theta": "n", "X": "m n", "y": "m"},
        lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"]),
    ),
    Typed("sum(i=1..n, x^(i))", {"x": "n"}, lambda v: v["x"].sum()),
    Typed("x^(n+1)", {"x": S, "n": S}, lambda v: v["x"] ** (v["n"] + 1)),
)
LOSSES: tuple[Typed, ...] = (
    Typed(
        "F.cross_entropy(W @ x + b, y)",
        {**WX, "y": "m"},
        lambda v: -(v["y"] * np.log(softmax(v["W"] @ v["x"] + v["b"]))).sum(),
    ),
    Typed(
        "F.cross_entropy(X @ W, y)",
        {"X": "m n", "W": "n k", "y": "m k"},
        lambda v: -np.mean([t @ np.log(softmax(z)) for t, z in zip(v["y"], v["X"] @ v["W"], strict=True)]),
    ),
    Typed("nn.MSELoss()(X @ w, y)", XW, lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).mean()),
    Typed("nn.L1Loss(reduction='sum')(p, y)", {"p": "n", "y": "n"}, lambda v: abs(v["p"] - v["y"]).sum()),
)
MARKS: tuple[Typed, ...] = (
    Typed("-sum(y .* log(yhat))", {"y": "n", "y_hat": "n"}, lambda v: -(v["y"] * np.log(v["y_hat"])).sum()),
    Typed(r"\frac{1}{n}\sum_{i=1}^n (x_i-\bar{x})^2", {"x": "n"}, lambda v: v["x"].var()),
    Typed("sum((x - x̄)^2)", {"x": "n"}, lambda v: square(v["x"] - v["x"].mean())),
    Typed("‖x − x̄‖²", {"x": "n"}, lambda v: square(v["x"] - v["x"].mean())),
    Typed("sum((x-x_bar)^2) where x_bar: scalar", {"x": "n", "x_bar": S}, lambda v: square(v["x"] - v["x_bar"])),
    Typed("exp(-x.^2/2)", {"x": "n"}, lambda v: np.exp(-(v["x"] ** 2) / 2)),
    Typed(
        "(A*X*B)'*C",
        {"A": "m n", "X": "n k", "B": "k j", "C": "m l"},
        lambda v: (v["A"] @ v["X"] @ v["B"]).T @ v["C"],
    ),
)
ROWS: tuple[Typed, ...] = (
    Typed(
        "F.softmax(Q @ K.T / math.sqrt(d), dim=-1) @ V",
        {"Q": "m d", "K": "n d", "V": "n k", "d": S},
        lambda v: np.array([softmax(z) for z in v["Q"] @ v["K"].T / np.sqrt(v["d"])]) @ v["V"],
    ),
    Typed("X / X.sum(axis=1, keepdims=True)", {"X": "m n"}, lambda v: v["X"] / v["X"].sum(axis=1, keepdims=True)),
    Typed(
        "X / np.linalg.norm(X, axis=1, keepdims=True)",
        {"X": "m n"},
        lambda v: v["X"] / np.linalg.norm(v["X"], axis=1, keepdims=True),
    ),
    Typed("np.sum((X - mu) / s)", {"X": "m n", "mu": S, "s": S}, lambda v: ((v["X"] - v["mu"]) / v["s"]).sum()),
)
RESULTS: tuple[Typed, ...] = (
    Typed(
        "p(x | μ, σ) = exp(-(x-μ)^2/(2σ^2))/(σ √(2π))",
        {"x": S, "mu": S, "sigma": S},
        lambda v: np.exp(-((v["x"] - v["mu"]) ** 2) / 2 / v["sigma"] ** 2) / v["sigma"] / np.sqrt(2 * np.pi),
    ),
    Typed(
        r"D_{KL}(p\|q)=\sum_i p_i\log\frac{p_i}{q_i}",
        {"p": "n", "q": "n"},
        lambda v: (v["p"] * np.log(v["p"] / v["q"])).sum(),
    ),
)
CONTEXT: tuple[Typed, ...] = (
    Typed("‖(I − P)x‖²", {"P": "n n", "x": "n"}, lambda v: square(v["x"] - v["P"] @ v["x"])),
    Typed("(x * w).sum(-1) + b", {"x": "n", "w": "n", "b": S}, lambda v: v["x"] @ v["w"] + v["b"]),
    Typed("log L = −n/2 log(2π) − x^2", {"n": S, "x": S}, lambda v: -v["n"] / 2 * np.log(2 * np.pi) - v["x"] ** 2),
    Typed("σ(z) = 1/(1+e^(-z))", {"z": S}, lambda v: sigmoid(v["z"])),
)
UNCLEAR: tuple[str, ...] = (
    "sum(p log(p/q))", "sum(y log(p))", "-sum(y log(softmax(z)))", "mean(y log(p) + (1-y) log(1-p))", "sum(x sin(x))",
)  # fmt: skip
"""Products of vectors side by side: which product is meant has to be asked."""
ASKED: tuple[tuple[str, str, str], ...] = (
    ("grad(lambda w: np.sum((X @ w - y)**2))(w)", "w", "sum((X @ w - y)^2)"),
    ("def loss(w, b):\n    return jnp.sum(X @ w + b)\ng = jax.grad(loss, argnums=1)(w, b)", "b", "sum(X @ w + b)"),
    ("loss = ((X @ w - y)**2).sum()\ntorch.autograd.grad(loss, w)", "w", "sum((X @ w - y)^2)"),
    ("grad(lambda a, b: a*b, 1)(a, b)", "b", "a b"),
    ("min_w ‖Xw − y‖²", "w", "norm(X @ w - y)^2"),
    (r"\arg\min_{\mathbf{w}} \|\mathbf{X}\mathbf{w}-\mathbf{y}\|^2", "w", "norm(X @ w - y)^2"),
    (r"\underset{\beta}{\min}\ \|y - X\beta\|^2", "beta", "norm(y - X @ beta)^2"),
    (r"\operatorname*{arg\,min}_{x} x^2", "x", "x^2"),
    ("min_{w,b} (y - w x - b)^2", "(w, b)", "(y - w x - b)^2"),
)
"""Questions that name their variable, with the variable and the function."""
REFUSED: tuple[str, ...] = (
    "x(1)^2 + x(2)^2", "[w @ xi for xi in X]", "sum(i*x[i] for i in range(n))", "[x[i]**2 for i in range(n)]",
    "sum(x[i] for i in range(1, n))", "x^2 for x > 0", "the sum of x", "max_i x_i", "sin_x", r"\max_i x_i",
    "np.prod(x)", r"\prod_{i=1}^{n} x_i", "np.cumsum(x)", "np.sum(x[1:]**2)", "h(x) where h(x) = h(x) + 1",
    "h(1, 2) where h(x) = x^2", "grad(loss)(w)", r"\int_0^1 x^2 dx",
)  # fmt: skip
"""What has no meaning here, or another one than the signs would give: never a silent product of letters."""
