"""Texts in forms that notes, notebooks and programs have: pairs of indices, several lines, loops that add up, words."""

from __future__ import annotations

import numpy as np

from tests.language.as_typed import AXB, XW, S, Typed, inv, relu, sigmoid, softmax, square, tr

XWB = {**XW, "b": S}
LAYERS = {"X": "N d", "W_1": "d h", "b_1": "h", "W_2": "h k", "b_2": "k", "Y": "N k"}
PAIRS: tuple[Typed, ...] = (
    Typed(r"\sum_{i<j} (x_i - x_j)^2", {"x": "n"},
          lambda v: square(np.subtract.outer(v["x"], v["x"])) / 2),
    Typed("Σ_{i<j} (x_i − x_j)²", {"x": "n"}, lambda v: square(np.subtract.outer(v["x"], v["x"])) / 2),
    Typed("Σ_{i≠j} x_i x_j", {"x": "n"}, lambda v: v["x"].sum() ** 2 - square(v["x"])),
    Typed(r"\sum_{i \neq j} A_{ij} x_i x_j", {"A": "n n", "x": "n"},
          lambda v: v["x"] @ (v["A"] - np.diag(np.diag(v["A"]))) @ v["x"]),
    Typed("sum_{i,j} A_{ij} u_i v_j", {"A": "m n", "u": "m", "v": "n"}, lambda v: v["u"] @ v["A"] @ v["v"]),
    Typed(r"\sum_{ij} A_{ij} u_i v_j", {"A": "m n", "u": "m", "v": "n"}, lambda v: v["u"] @ v["A"] @ v["v"]),
    Typed(r"\sum_{i,j=1}^n a_{ij} x_i x_j", {"a": "n n", "x": "n"}, lambda v: v["x"] @ v["a"] @ v["x"]),
    Typed(r"\sum_{1 \le i < j \le n} x_i x_j", {"x": "n"}, lambda v: (v["x"].sum() ** 2 - square(v["x"])) / 2),
    Typed(r"\sum_{i=1}^n \sum_{j=i+1}^n x_i x_j", {"x": "n"}, lambda v: (v["x"].sum() ** 2 - square(v["x"])) / 2),
    Typed(r"\sum_{j=2}^n x_j", {"x": "n"}, lambda v: v["x"][1:].sum()),
    Typed("(Σ x_i y_i)/(√(Σ x_i²) √(Σ y_i²))", {"x": "n", "y": "n"},
          lambda v: v["x"] @ v["y"] / np.sqrt(square(v["x"]) * square(v["y"]))),
)  # fmt: skip
ALIGNED: tuple[Typed, ...] = (
    Typed(r"\begin{aligned} z &= \mathbf{w}^\top \mathbf{x} + b \\ \hat{y} &= \sigma(z) \\ L &= (\hat{y} - y)^2 "
          r"\end{aligned}", {"w": "n", "x": "n", "b": S, "y": S, "z": S, "y_hat": S},
          lambda v: (sigmoid(v["w"] @ v["x"] + v["b"]) - v["y"]) ** 2),
    Typed("\\begin{align*}\nf(\\mathbf{x}) &= \\|\\mathbf{A}\\mathbf{x} - \\mathbf{b}\\|_2^2 \\\\\n"
          "&= (\\mathbf{A}\\mathbf{x} - \\mathbf{b})^\\top (\\mathbf{A}\\mathbf{x} - \\mathbf{b})\n\\end{align*}",
          AXB, lambda v: square(v["A"] @ v["x"] - v["b"])),
    Typed(r"\begin{split} J(\theta) = \frac{1}{2m} \sum_{i=1}^m (\theta^T x_i - y_i)^2 \\ "
          r"+ \lambda \|\theta\|^2 \end{split}", {"theta": "n", "X": "m n", "y": "m", "lambda": S},
          lambda v: (square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"]) + v["lambda"] * square(v["theta"]))),
    Typed("\\begin{align}\n\\mathbf{z}^{(1)} &= \\mathbf{W}^{(1)} \\mathbf{x} + \\mathbf{b}^{(1)}, \\\\\n"
          "\\mathbf{a}^{(1)} &= \\tanh(\\mathbf{z}^{(1)}), \\\\\nL &= \\| \\mathbf{a}^{(1)} - \\mathbf{y} \\|^2"
          "\n\\end{align}", {"W_1": "m n", "x": "n", "b_1": "m", "y": "m", "z_1": "m", "a_1": "m"},
          lambda v: square(np.tanh(v["W_1"] @ v["x"] + v["b_1"]) - v["y"])),
    Typed("$$ z_1 = XW_1 + b_1,\\quad a_1 = \\mathrm{ReLU}(z_1) $$\n"
          "$$ z_2 = a_1W_2 + b_2,\\quad L = \\|z_2 - Y\\|_F^2 $$",
          {**LAYERS, "z_1": "N h", "a_1": "N h", "z_2": "N k"},
          lambda v: square(relu(v["X"] @ v["W_1"] + v["b_1"]) @ v["W_2"] + v["b_2"] - v["Y"])),
    Typed(r"L &= (\hat y - y)^2 \\ \hat y &= w x + b", {"w": S, "x": S, "b": S, "y": S, "y_hat": S},
          lambda v: (v["w"] * v["x"] + v["b"] - v["y"]) ** 2),
)  # fmt: skip
MATHEMATICA: tuple[Typed, ...] = (
    Typed("D[Sin[x]^2, x]", {"x": S}, lambda v: np.sin(v["x"]) ** 2),
    Typed("f[x_] := x^2 Exp[-x]", {"x": S}, lambda v: v["x"] ** 2 * np.exp(-v["x"])),
    Typed("Simplify[D[ArcTan[y/x], y]]", {"x": S, "y": S}, lambda v: np.arctan(v["y"] / v["x"])),
    Typed("D[Sum[Log[1 + Exp[-y[[i]] w.x[[i]]]], {i, 1, n}], w]", {"w": "d", "X": "n d", "y": "n"},
          lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"]))).sum()),
    Typed("Tr[Transpose[X].A.X]", {"A": "m m", "X": "m n"}, lambda v: tr(v["X"].T @ v["A"] @ v["X"])),
    Typed("Piecewise[{{x^2, x > 0}, {-x, True}}]", {"x": S}, lambda v: v["x"] ** 2 if v["x"] > 0 else -v["x"]),
    Typed("Log[2, x] + E^x + Pi Sqrt[x]", {"x": S}, lambda v: np.log2(v["x"]) + np.exp(v["x"]) + np.pi * v["x"] ** 0.5),
    Typed("Sum[(y[i] - Sum[W[i, j] x[j], {j, 1, n}])^2, {i, 1, m}]", {"W": "m n", "x": "n", "y": "m"},
          lambda v: square(v["y"] - v["W"] @ v["x"])),
    Typed("Min[1, Max[0, x]]", {"x": S}, lambda v: min(1.0, max(0.0, v["x"]))),
    Typed("Total[(y - a x)^2]", {"a": S, "x": "n", "y": "n"}, lambda v: square(v["y"] - v["a"] * v["x"])),
)  # fmt: skip
ROW_BY_ROW: tuple[Typed, ...] = (
    Typed("jnp.mean(jax.vmap(lambda x, y: (jnp.dot(w, x) - y)**2)(X, y))", XW,
          lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).mean()),
    Typed("def loss(w, x, y):\n    return jnp.log(1 + jnp.exp(-y * jnp.dot(w, x)))\n"
          "total = jnp.sum(jax.vmap(loss, in_axes=(None, 0, 0))(w, X, y))", XW,
          lambda v: np.log(1 + np.exp(-v["y"] * (v["X"] @ v["w"]))).sum()),
    Typed("jax.vmap(lambda xi: jnp.tanh(xi @ w))(X)", {"X": "m n", "w": "n"}, lambda v: np.tanh(v["X"] @ v["w"])),
    Typed("jax.vmap(jnp.sin)(x)", {"x": "n"}, lambda v: np.sin(v["x"])),
    Typed("[w @ xi for xi in X]", {"X": "m n", "w": "n"}, lambda v: v["X"] @ v["w"]),
    Typed("np.array([np.exp(-np.sum((x - c)**2)) for c in C])", {"x": "n", "C": "k n"},
          lambda v: np.exp(-((v["x"] - v["C"]) ** 2).sum(1))),
    Typed("for i in range(n):\n    total += (y[i] - w @ X[i])**2", XW, lambda v: square(v["y"] - v["X"] @ v["w"])),
    Typed("total = 0\nfor i in range(len(y)):\n    error = y[i] - w * x[i] - b\n    total += error**2\n"
          "loss = total / len(y)", {"w": S, "b": S, "x": "n", "y": "n", "t": S},
          lambda v: ((v["y"] - v["w"] * v["x"] - v["b"]) ** 2).mean()),
    Typed("s = 0.0\nfor xi, yi in zip(X, y):\n    s -= yi * np.log(sigmoid(w @ xi))\ns", XW,
          lambda v: -(v["y"] * np.log(sigmoid(v["X"] @ v["w"]))).sum()),
    Typed("s = 0\nfor i in range(n):\n    for j in range(n):\n        s += A[i, j] * x[i] * x[j]\ns",
          {"A": "n n", "x": "n"}, lambda v: v["x"] @ v["A"] @ v["x"]),
    Typed("-(y*log_softmax(z)).sum(1).mean()", {"y": "m n", "z": "m n"},
          lambda v: -np.mean([t @ np.log(softmax(z)) for t, z in zip(v["y"], v["z"], strict=True)])),
    Typed("np.mean((x @ w + b - y)**2)", {"x": "m n", "w": "n", "b": S, "y": "m"},
          lambda v: ((v["x"] @ v["w"] + v["b"] - v["y"]) ** 2).mean()),
    Typed("torch.sum(torch.sigmoid(x @ w) ** 2)", {"x": "m n", "w": "n"}, lambda v: square(sigmoid(v["x"] @ v["w"]))),
    Typed("torch.clamp(1 - y * (x @ w), min=0).mean()", {"x": "m n", "w": "n", "y": "m"},
          lambda v: relu(1 - v["y"] * (v["x"] @ v["w"])).mean()),
    Typed("A = 1/(1+np.exp(-(np.dot(w.T, X) + b)))\ncost = -(1/m)*np.sum(Y*np.log(A))",
          {"w": "n", "X": "n k", "b": S, "A": "k", "Y": "k", "m": S},
          lambda v: -(v["Y"] * np.log(sigmoid(v["w"] @ v["X"] + v["b"]))).sum() / v["m"]),
)  # fmt: skip
POSITIVE: tuple[Typed, ...] = (
    Typed("[1 - y w^T x]_+", {"y": S, "w": "n", "x": "n"}, lambda v: relu(1 - v["y"] * (v["w"] @ v["x"]))),
    Typed("(1 − y(w·x + b))₊", {"y": S, "w": "n", "x": "n", "b": S},
          lambda v: relu(1 - v["y"] * (v["w"] @ v["x"] + v["b"]))),
    Typed(r"\sum_i [1 - y_i \mathbf{w}^\top\mathbf{x}_i]_+", XW, lambda v: relu(1 - v["y"] * (v["X"] @ v["w"])).sum()),
    Typed("max{0, 1 - y z}", {"y": S, "z": S}, lambda v: relu(1 - v["y"] * v["z"])),
    Typed("η(1'w − 1)", {"eta": S, "w": "n"}, lambda v: v["eta"] * (v["w"].sum() - 1)),
    Typed("x'(I − 11'/n)x", {"x": "k", "n": S},
          lambda v: square(v["x"]) - v["x"].sum() ** 2 / v["n"]),
    Typed("tr(A⁻ᵀ B)", {"A": "n n", "B": "n n"}, lambda v: tr(inv(v["A"]).T @ v["B"])),
    Typed("norm(A*X - B)", {"A": "m n", "X": "n k", "B": "m k"}, lambda v: np.sqrt(square(v["A"] @ v["X"] - v["B"]))),
    Typed("norm(A*X*B - C)^2", {"A": "m n", "X": "n k", "B": "k p", "C": "m p"},
          lambda v: square(v["A"] @ v["X"] @ v["B"] - v["C"])),
    Typed("u v^T x", {"u": "m", "v": "n", "x": "n"}, lambda v: v["u"] * (v["v"] @ v["x"])),
)  # fmt: skip
WHOLE_WORDS: tuple[Typed, ...] = (
    Typed("price * quantity - cost * quantity**2", {"p": S, "q": S, "c": S},
          lambda v: v["p"] * v["q"] - v["c"] * v["q"] ** 2),
    Typed("loss = (prediction - target)**2", {"p": S, "t": S}, lambda v: (v["p"] - v["t"]) ** 2),
    Typed("sigmoid(weights @ inputs + bias)", {"w": "n", "x": "n", "b": S},
          lambda v: sigmoid(v["w"] @ v["x"] + v["b"])),
    Typed("gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta",
          {"gamma": "n", "x": "n", "eps": S, "beta": "n"},
          lambda v: v["gamma"] * (v["x"] - v["x"].mean()) / np.sqrt(v["x"].var() + v["eps"]) + v["beta"]),
    Typed("C1 * x[0]**2 + x[1]*x[2]", {"C_1": S, "x": "3"},
          lambda v: v["C_1"] * v["x"][0] ** 2 + v["x"][1] * v["x"][2], "x"),
    Typed("np.log(A * K**alpha * L**(1-alpha))", {"A": S, "K": S, "L": S, "alpha": S},
          lambda v: np.log(v["A"] * v["K"] ** v["alpha"] * v["L"] ** (1 - v["alpha"]))),
    Typed("np.sum((y - (a * np.exp(-b * t) + c))**2)", {"y": "n", "a": S, "b": S, "t": "n", "c": S},
          lambda v: square(v["y"] - v["a"] * np.exp(-v["b"] * v["t"]) - v["c"])),
    Typed("optax.l2_loss(X @ w, y).mean()", XW, lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2 / 2).mean()),
    Typed("np.linalg.multi_dot([A, X, B])", {"A": "m n", "X": "n k", "B": "k p"}, lambda v: v["A"] @ v["X"] @ v["B"]),
)  # fmt: skip
SAID: tuple[Typed, ...] = (
    Typed("optax.sigmoid_binary_cross_entropy(logits, labels).mean()", {"z": "n", "y": "n"},
          lambda v: (np.log1p(np.exp(v["z"])) - v["y"] * v["z"]).mean()),
    Typed("optax.softmax_cross_entropy(logits, labels).mean()", {"z": "m n", "y": "m n"},
          lambda v: -np.mean([t @ np.log(softmax(z)) for t, z in zip(v["y"], v["z"], strict=True)])),
    Typed("tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z)", {"z": S, "y": S},
          lambda v: np.log1p(np.exp(v["z"])) - v["y"] * v["z"]),
    Typed("np.average(x, weights=w)", {"x": "n", "w": "n"}, lambda v: v["x"] @ v["w"] / v["w"].sum()),
    Typed("np.outer(x, y) @ z", {"x": "m", "y": "n", "z": "n"}, lambda v: v["x"] * (v["y"] @ v["z"])),
    Typed(r"\text{MSE} = \frac{1}{n}\sum_{i=1}^{n}(y_i - \hat{y}_i)^2", {"y": "n", "y_hat": "n"},
          lambda v: ((v["y"] - v["y_hat"]) ** 2).mean()),
    Typed("grad of ||X w - y||^2 wrt w", XW, lambda v: square(v["X"] @ v["w"] - v["y"])),
    Typed("(y - X b - e)'(y - X b - e)", {"y": "m", "X": "m n", "b": "n", "e": "m"},
          lambda v: square(v["y"] - v["X"] @ v["b"] - v["e"])),
    Typed("h = jnp.tanh(x @ W1 + b1)\nz = h @ W2 + b2\nloss = -jnp.mean(jnp.sum(jax.nn.log_softmax(z) * y, axis=-1))",
          {"x": "N d", "W_1": "d h_", "b_1": "h_", "h": "N h_", "W_2": "h_ k", "b_2": "k", "z": "N k", "y": "N k"},
          lambda v: -np.mean([t @ np.log(softmax(z)) for t, z in zip(
              v["y"], np.tanh(v["x"] @ v["W_1"] + v["b_1"]) @ v["W_2"] + v["b_2"], strict=True)])),
)  # fmt: skip
MN = {"S": "m n", "Y": "m n"}
KEPT: tuple[Typed, ...] = (
    Typed("c = S.max(axis=1, keepdims=True)\nnp.sum(np.exp(S - c))", {"S": "m n", "c": "m"},
          lambda v: np.exp(v["S"] - v["S"].max(axis=1, keepdims=True)).sum()),
    Typed("c = S.mean(axis=1, keepdims=True)\nnp.sum((S - c)**2)", {"S": "m n", "c": "m"},
          lambda v: square(v["S"] - v["S"].mean(axis=1, keepdims=True))),
    Typed("c = np.sum(S**2, axis=1, keepdims=True)\nd = np.sqrt(c)\nnp.sum(Y * S / d)", {**MN, "c": "m", "d": "m"},
          lambda v: (v["Y"] * v["S"] / np.linalg.norm(v["S"], axis=1, keepdims=True)).sum()),
    Typed("c = np.sum(S * Y, axis=1, keepdims=True)\nnp.sum(np.maximum(0, S - c + 1))", {**MN, "c": "m"},
          lambda v: relu(v["S"] - (v["S"] * v["Y"]).sum(1, keepdims=True) + 1).sum()),
    Typed("correct = scores[np.arange(N), y][:, None]\nloss = np.maximum(0, scores - correct + 1).sum()",
          {"s": "m n", "y": "m n", "c": "m"},
          lambda v: relu(v["s"] - (v["s"] * v["y"]).sum(1, keepdims=True) + 1).sum()),
    Typed("-np.log(p[np.arange(N), y]).mean()", {"p": "m n", "y": "m n"},
          lambda v: -np.log((v["p"] * v["y"]).sum(1)).mean()),
    Typed("np.sum(np.maximum(0, X @ W - Y + delta))", {"X": "m n", "W": "n k", "Y": "m k", "delta": S},
          lambda v: relu(v["X"] @ v["W"] - v["Y"] + v["delta"]).sum()),
    Typed("L = T − V = ½ m v² − ½ k x²", {"m": S, "v": S, "k": S, "x": S},
          lambda v: v["m"] * v["v"] ** 2 / 2 - v["k"] * v["x"] ** 2 / 2),
    Typed("CE = -sum(t_i log(s_i))", {"t": "n", "s": "n"}, lambda v: -(v["t"] * np.log(v["s"])).sum()),
    Typed("sum(w_i x_i)/sum(w_i)", {"w": "n", "x": "n"}, lambda v: v["w"] @ v["x"] / v["w"].sum()),
    Typed("(S − K)⁺", {"S": S, "K": S}, lambda v: relu(v["S"] - v["K"])),
    Typed("log(1 + exp(-y w.x))", {"y": S, "w": "n", "x": "n"},
          lambda v: np.log1p(np.exp(-v["y"] * (v["w"] @ v["x"])))),
    Typed("torch.einsum('bi,ij,bj->', X, A, X)", {"X": "m n", "A": "n n"}, lambda v: tr(v["X"] @ v["A"] @ v["X"].T)),
    Typed("tf.math.reduce_std(x)", {"x": "n"}, lambda v: v["x"].std()),
)  # fmt: skip
ORDERS: tuple[Typed, ...] = (
    Typed("w @ w / 2 + C * np.maximum(0, 1 - y * (X @ w + b)).sum()", {**XWB, "C": S},
          lambda v: square(v["w"]) / 2 + v["C"] * relu(1 - v["y"] * (v["X"] @ v["w"] + v["b"])).sum()),
    Typed("w'Σw − λ(w'1 − 1)", {"w": "n", "Sigma": "n n", "lambda": S},
          lambda v: v["w"] @ v["Sigma"] @ v["w"] - v["lambda"] * (v["w"].sum() - 1)),
    Typed("C ⊗ x where C: scalar, x: scalar", {"C": S, "x": S}, lambda v: v["C"] * v["x"]),
    Typed("L = ||z2 - y||²  where z2 = W2 a1,  a1 = σ(W1 x)",
          {"z_2": "k", "y": "k", "W_2": "k h", "a_1": "h", "W_1": "h d", "x": "d"},
          lambda v: square(v["W_2"] @ sigmoid(v["W_1"] @ v["x"]) - v["y"])),
    Typed(r"\mathbf{h} = \text{ReLU}(\mathbf{W}_1 \mathbf{x} + \mathbf{b}_1), \quad "
          r"\hat{y} = \mathbf{w}_2^\top \mathbf{h} + b_2, \quad L = (y - \hat{y})^2",
          {"h": "m", "W_1": "m n", "x": "n", "b_1": "m", "w_2": "m", "b_2": S, "y": S, "y_hat": S},
          lambda v: (v["y"] - v["w_2"] @ relu(v["W_1"] @ v["x"] + v["b_1"]) - v["b_2"]) ** 2),
    Typed("def loss(w, X, y):\n    z = y * (X @ w)\n    return np.mean(np.log1p(np.exp(-z)))", {**XW, "z": "m"},
          lambda v: np.log1p(np.exp(-v["y"] * (v["X"] @ v["w"]))).mean()),
    Typed("pred = a * np.sin(b * x + c)\nnp.sum((pred - y) ** 2)",
          {"p": "n", "a": S, "b": S, "x": "n", "c": S, "y": "n"},
          lambda v: square(v["a"] * np.sin(v["b"] * v["x"] + v["c"]) - v["y"])),
    Typed("```python\nloss = np.sum((X @ w - y)**2)\n```", XW, lambda v: square(v["X"] @ v["w"] - v["y"])),
    Typed("`np.sum(x**2)`", {"x": "n"}, lambda v: square(v["x"])),
    Typed("**f(x) = x² + 3x**", {"x": S}, lambda v: v["x"] ** 2 + 3 * v["x"]),
    Typed("minimize ||Ax - b||^2 + ||x||_1 over x", AXB,
          lambda v: square(v["A"] @ v["x"] - v["b"]) + abs(v["x"]).sum()),
    Typed("x = tf.Variable(3.0)\nwith tf.GradientTape() as tape:\n    y = x**2 + 2*x\ntape.gradient(y, x)", {"x": S},
          lambda v: v["x"] ** 2 + 2 * v["x"]),
    Typed(r"\sum_i \log h_\theta(x^{(i)}), \quad h_\theta(x) = \sigma(\theta^T x)", {"theta": "n", "X": "m n"},
          lambda v: np.log(sigmoid(v["X"] @ v["theta"])).sum()),
)  # fmt: skip
FORMS = (*SAID, *ORDERS, *KEPT, *PAIRS, *ALIGNED, *MATHEMATICA, *ROW_BY_ROW, *POSITIVE, *WHOLE_WORDS)
"""All of them."""
