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
WORDS: tuple[Typed, ...] = (
    Typed(
        "loss(w) = norm(X*w - y)^2 + λ*norm(w,1)",
        {**XW, "lambda": S},
        lambda v: square(v["X"] @ v["w"] - v["y"]) + v["lambda"] * abs(v["w"]).sum(),
    ),
    Typed("cost_total(x) = x^2", {"x": S}, lambda v: v["x"] ** 2),
    Typed(
        r"D_{\mathrm{KL}}\left(P\,\|\,Q\right)=\sum_{i} p_i\left(\ln p_i-\ln q_i\right)",
        {"p": "n", "q": "n"},
        lambda v: (v["p"] * (np.log(v["p"]) - np.log(v["q"]))).sum(),
    ),
    Typed(
        "xᵅ⁻¹(1−x)ᵝ⁻¹",
        {"x": S, "alpha": S, "beta": S},
        lambda v: v["x"] ** (v["alpha"] - 1) * (1 - v["x"]) ** (v["beta"] - 1),
        None,
        0.2,
        0.8,
    ),
    Typed(
        "L(w,b) = −(1/m) Σᵢ [yᵢ log(pᵢ) + (1−yᵢ) log(1−pᵢ)]",
        {"m": S, "y": "k", "p": "k"},
        lambda v: -(v["y"] * np.log(v["p"]) + (1 - v["y"]) * np.log(1 - v["p"])).sum() / v["m"],
        None,
        0.2,
        0.8,
    ),
    Typed("2 [x + 1] + [x - 1]^2", {"x": S}, lambda v: 2 * (v["x"] + 1) + (v["x"] - 1) ** 2),
    Typed(
        "(x − μ)/√(σ² + ε) where μ = mean(x), σ² = var(x)",
        {"x": "n", "epsilon": S, "mu": S, "sigma": S},
        lambda v: (v["x"] - v["x"].mean()) / np.sqrt(v["x"].var() + v["epsilon"]),
    ),
    Typed(
        "ln L(λ) = n ln λ − λ s",
        {"n": S, "lambda": S, "s": S},
        lambda v: v["n"] * np.log(v["lambda"]) - v["lambda"] * v["s"],
    ),
    Typed(
        "z = Wx + b, a = ReLU(z), L = ‖Va − y‖²",
        {**WX, "z": "m", "a": "m", "V": "k m", "y": "k"},
        lambda v: square(v["V"] @ relu(v["W"] @ v["x"] + v["b"]) - v["y"]),
    ),
    Typed(
        "½mẋ² + ½kx²",
        {"m": S, "x_dot": S, "k": S, "x": S},
        lambda v: v["m"] * v["x_dot"] ** 2 / 2 + v["k"] * v["x"] ** 2 / 2,
    ),
    Typed(r"m\ddot{x} + k x", {"m": S, "x_ddot": S, "k": S, "x": S}, lambda v: v["m"] * v["x_ddot"] + v["k"] * v["x"]),
    Typed("e^z / sum(e^z)", {"z": "n"}, lambda v: softmax(v["z"])),
    Typed("s = ut + ½at²", {"u": S, "t": S, "a": S}, lambda v: v["u"] * v["t"] + v["a"] * v["t"] ** 2 / 2),
    Typed(
        "-sum(1 + s - mu^2 - exp(s))/2",
        {"s": "n", "mu": "n"},
        lambda v: -(1 + v["s"] - v["mu"] ** 2 - np.exp(v["s"])).sum() / 2,
    ),
)
"""Names of results, raised letters, square brackets around factors, squares that are defined."""
OTHER_PROGRAMS: tuple[Typed, ...] = (
    Typed("x = A \\ b", {"A": "n n", "b": "n"}, lambda v: np.linalg.solve(v["A"], v["b"])),
    Typed("norm(X - U*V', 'fro')^2", {"X": "m n", "U": "m k", "V": "n k"},
          lambda v: square(v["X"] - v["U"] @ v["V"].T)),
    Typed("(X'*X) \\ (X'*y)", {"X": "m n", "y": "m"},
          lambda v: np.linalg.lstsq(v["X"], v["y"], rcond=None)[0] if len(v["y"]) >= v["X"].shape[1]
          else np.full(v["X"].shape[1], np.nan), None),
    Typed("@(w) 0.5*sum((X*w - y).^2)", XW, lambda v: square(v["X"] @ v["w"] - v["y"]) / 2),
    Typed("mean(abs2.(y .- X*β))", {"y": "m", "X": "m n", "beta": "n"},
          lambda v: ((v["y"] - v["X"] @ v["beta"]) ** 2).mean()),
    Typed("f(x) = dot(x, A, x)/dot(x, x)", {"A": "n n", "x": "n"},
          lambda v: v["x"] @ v["A"] @ v["x"] / square(v["x"])),
    Typed("logistic(x) = inv(1 + exp(-x))", {"x": S}, lambda v: sigmoid(v["x"])),
    Typed("Piecewise((x**2, x < 1), (2*x - 1, True))", {"x": S},
          lambda v: v["x"] ** 2 if v["x"] < 1 else 2 * v["x"] - 1),
    Typed("x**2*sp.sin(y) + sp.Rational(1,2)*y**2", {"x": S, "y": S},
          lambda v: v["x"] ** 2 * np.sin(v["y"]) + v["y"] ** 2 / 2),
    Typed("jax.nn.gelu(x)", {"x": S},
          lambda v: v["x"] / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (v["x"] + 0.044715 * v["x"] ** 3)))),
    Typed("F.kl_div(q.log(), p, reduction='sum')", {"p": "n", "q": "n"},
          lambda v: (v["p"] * np.log(v["p"] / v["q"])).sum()),
    Typed("F.kl_div(q.log(), p)", {"p": "n", "q": "n"}, lambda v: (v["p"] * np.log(v["p"] / v["q"])).mean()),
    Typed("scipy.special.rel_entr(p, q).sum()", {"p": "n", "q": "n"},
          lambda v: (v["p"] * np.log(v["p"] / v["q"])).sum()),
    Typed("F.triplet_margin_loss(a, p, n, margin=0.5)", {"a": "k", "p": "k", "n": "k"},
          lambda v: relu(np.linalg.norm(v["a"] - v["p"]) - np.linalg.norm(v["a"] - v["n"]) + 0.5)),
    Typed("F.soft_margin_loss(X @ w, y)", XW, lambda v: np.log1p(np.exp(-v["y"] * (v["X"] @ v["w"]))).mean()),
    Typed("np.linalg.slogdet(S)[1] + np.trace(np.linalg.solve(S, C))", {"S": "n n", "C": "n n"},
          lambda v: np.log(np.linalg.det(v["S"])) + tr(np.linalg.solve(v["S"], v["C"]))),
)  # fmt: skip
"""What MATLAB, Julia, SymPy, SciPy and JAX write in ways of their own."""
SWITCHES: tuple[Typed, ...] = (
    Typed("np.where(y == 1, -np.log(p), -np.log(1 - p)).mean()", {"y": "n", "p": "n"},
          lambda v: np.where(v["y"] == 1, -np.log(v["p"]), -np.log(1 - v["p"])).mean(), None, 0.2, 0.8),
    Typed("np.sum(np.where(np.abs(r) <= delta, 0.5*r**2, delta*(np.abs(r) - 0.5*delta)))", {"r": "n", "delta": S},
          lambda v: np.where(abs(v["r"]) <= v["delta"], v["r"]**2/2, v["delta"]*(abs(v["r"]) - v["delta"]/2)).sum()),
    Typed("np.where(x > 0, x, 0.01*x)", {"x": S}, lambda v: v["x"] if v["x"] > 0 else v["x"] / 100, None, -1, 1),
    Typed("np.where(x > 0, x, 0.01*x).sum()", {"x": "n"}, lambda v: np.where(v["x"] > 0, v["x"], v["x"] / 100).sum(),
          None, -1, 1),
    Typed("np.where(x > 0.5, np.log(x), x).sum()", {"x": "n"},
          lambda v: np.where(v["x"] > 0.5, np.log(v["x"]), v["x"]).sum()),
    Typed("np.where(W @ x + b > 0, W @ x + b, 0)", WX, lambda v: relu(v["W"] @ v["x"] + v["b"]), None, -1, 1),
    Typed("torch.where(X @ w > 0, 1.0, 0.1) @ y", XW, lambda v: np.where(v["X"] @ v["w"] > 0, 1, 0.1) @ v["y"],
          None, -1, 1),
    Typed("np.where(X > 0, X, 0).sum()", {"X": "m n"}, lambda v: relu(v["X"]).sum(), None, -1, 1),
    Typed("cases(0 if z <= 0, x if z > 0) where x: n", {"z": S, "x": "n"}, lambda v: v["x"] * (v["z"] > 0)),
    Typed("sum(cases(x^2 if x > 0, 0 otherwise))", {"x": "n"}, lambda v: square(relu(v["x"])), None, -1, 1),
)  # fmt: skip
"""Cases that are decided for every entry on its own."""
LINES: tuple[Typed, ...] = (
    Typed("np.sum((a + b*x - y)**2)", {"a": S, "b": S, "x": "n", "y": "n"},
          lambda v: square(v["a"] + v["b"] * v["x"] - v["y"])),
    Typed("np.mean((m*x + c - y)**2)", {"m": S, "c": S, "x": "n", "y": "n"},
          lambda v: ((v["m"] * v["x"] + v["c"] - v["y"]) ** 2).mean()),
    Typed("np.sum((w_0 + w_1*x - y)**2)", {"w_0": S, "w_1": S, "x": "n", "y": "n"},
          lambda v: square(v["w_0"] + v["w_1"] * v["x"] - v["y"])),
    Typed("sum((beta0 + beta1*x - y)^2)", {"beta_0": S, "beta_1": S, "x": "n", "y": "n"},
          lambda v: square(v["beta_0"] + v["beta_1"] * v["x"] - v["y"])),
    Typed("‖a x + b − y‖²", {"a": S, "b": S, "x": "n", "y": "n"},
          lambda v: square(v["a"] * v["x"] + v["b"] - v["y"])),
    Typed("y = a + b*x", {"a": S, "b": S, "x": S}, lambda v: v["a"] + v["b"] * v["x"]),
    Typed("norm(c + A x)", {"c": "m", "A": "m n", "x": "n"}, lambda v: np.linalg.norm(v["c"] + v["A"] @ v["x"])),
)  # fmt: skip
"""Straight lines: intercept and slope are one number each."""
NAMES_OF_CODE: tuple[Typed, ...] = (
    Typed("np.maximum(tau*e, (tau-1)*e).sum()", {"tau": S, "r": "n"},
          lambda v: np.maximum(v["tau"] * v["r"], (v["tau"] - 1) * v["r"]).sum()),
    Typed("np.sum(q * k)", {"q": "n", "k": "n"}, lambda v: v["q"] @ v["k"]),
    Typed("lambda e: np.sum(e**2)", {"r": "n"}, lambda v: square(v["r"])),
    Typed("np.exp(-x) + np.e**x", {"x": S}, lambda v: np.exp(-v["x"]) + np.e ** v["x"]),
    Typed("e = y - X @ w\ne @ e", {**XW, "e": "m"}, lambda v: square(v["y"] - v["X"] @ v["w"])),
    Typed("x = np.array([x1, x2])\nx @ x", {"x": "2"}, lambda v: square(v["x"])),
    Typed("lam * np.sum(w**2)", {"lambda": S, "w": "n"}, lambda v: v["lambda"] * square(v["w"])),
    Typed("f(w) = norm(X * w .- y)^2 / length(y)", XW, lambda v: square(v["X"] @ v["w"] - v["y"]) / len(v["y"])),
)  # fmt: skip
"""Names that are numbers or words elsewhere."""
BELOW: tuple[Typed, ...] = (
    Typed("√(x² + y²)/xy", {"x": S, "y": S}, lambda v: np.hypot(v["x"], v["y"]) / (v["x"] * v["y"])),
    Typed("e^(-E/kT)", {"E": S, "k": S, "T": S}, lambda v: np.exp(-v["E"] / (v["k"] * v["T"]))),
    Typed("1/(e^(hν/kT) − 1)", {"h": S, "nu": S, "k": S, "T": S},
          lambda v: 1 / (np.exp(v["h"] * v["nu"] / v["k"] / v["T"]) - 1)),
    Typed("exp(-(x-μ)²/2σ²)", {"x": S, "mu": S, "sigma": S},
          lambda v: np.exp(-((v["x"] - v["mu"]) ** 2) / (2 * v["sigma"] ** 2))),
    Typed("q₁q₂/4πε₀r²", {"q_1": S, "q_2": S, "epsilon_0": S, "r": S},
          lambda v: v["q_1"] * v["q_2"] / (4 * np.pi * v["epsilon_0"] * v["r"] ** 2)),
    Typed("(1/2N) Σ_{i=1}^N (θᵀx_i − y_i)²", {"theta": "d", "X": "N d", "y": "N"},
          lambda v: square(v["X"] @ v["theta"] - v["y"]) / 2 / len(v["y"])),
    Typed("x'Ax/2n", {"x": "m", "A": "m m", "n": S}, lambda v: v["x"] @ v["A"] @ v["x"] / 2 / v["n"]),
    Typed("1/2mv² + 1/2x", {"m": S, "v": S, "x": S}, lambda v: v["m"] * v["v"] ** 2 / 2 + v["x"] / 2),
    Typed("a/bc + 1/b c", {"a": S, "b": S, "c": S}, lambda v: v["a"] / v["b"] / v["c"] + v["c"] / v["b"]),
)  # fmt: skip
"""Letters that are joined below a bar."""
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
    ("derivative of sin(x^2) with respect to x", "x", "sin(x^2)"),
    ("Find the gradient of x'Ax w.r.t. x.", "x", "x' @ A @ x"),
    ("differentiate a t^2 by t", "t", "a t^2"),
    ("diff(x**3*log(x), x)", "x", "x^3 ln(x)"),
    ("sp.diff(sp.exp(-x**2), x)", "x", "exp(-x^2)"),
    ("x = symbols('x')\nf = sqrt(1 + x**2)\nf.diff(x)", "x", "sqrt(1 + x^2)"),
    ("syms x y; f = x^2*y + sin(x*y); diff(f, x)", "x", "x^2 y + sin(x y)"),
    ("Matrix([x**2, x*y]).diff(x)", "x", "[x^2, x y]"),
    (r"\operatorname*{arg\,min}_{x} x^2", "x", "x^2"),
    ("min_{w,b} (y - w x - b)^2", "(w, b)", "(y - w x - b)^2"),
)
"""Questions that name their variable, with the variable and the function."""
REFUSED: tuple[str, ...] = (
    "x(1)^2 + x(2)^2", "sum(i*x[i] for i in range(n))", "[x[i]**2 for i in range(n)]",
    "sum(x[i] for i in range(1, n))", "x^2 if x > 0", "the sum of x", "max_i x_i", "sin_x", r"\max_i x_i",
    r"\prod_{i<j} x_i", "np.cumsum(x)", "np.sum(X[1:]**2)", "h(x) where h(x) = h(x) + 1",
    "h(1, 2) where h(x) = x^2", "y = model(x)\ny**2",
    "np.sum(net(x) - y)", "np.linalg.slogdet(S)",
    "x^2 at x = 3", "3 x at x", "grad(loss)(w)", r"\int_0^1 x^2 dx",
    "E[x^2]", "Var[x]", "A^+ b", "A⁺ b", "x^{+} + 1", "x.sort()", "jax.vmap(lambda x, y: x*y)(X)",
)  # fmt: skip
"""What has no meaning here, or another one than the signs would give: never a silent product of letters."""
