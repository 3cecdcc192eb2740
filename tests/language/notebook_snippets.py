"""Code and formulas as notebooks, papers and documentation have them, each with its meaning in NumPy.

Each is (what is pasted, the variable, the function of the values by the names that the program gives them).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

V = Mapping[str, Any]


class Snippet(NamedTuple):
    source: str
    code: str
    wrt: str
    meaning: Callable[[V], Any]


def relu(z):
    return np.maximum(z, 0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def cross(z, y):
    return -(y * np.log(softmax(z))).sum() / len(z)


def binary(p, y):
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def normed(z):
    return (z - z.mean()) / z.std()


def rows_normed(z):
    return (z - z.mean(axis=1, keepdims=True)) / z.std(axis=1, keepdims=True)


def torch_net(v, act=relu, x="X"):
    return act(v[x] @ v["W_1"].T + v["b_1"]) @ v["W_2"].T + v["b_2"]


def keras_net(v, act=relu, x="X"):
    return act(v[x] @ v["W_1"] + v["b_1"]) @ v["W_2"] + v["b_2"]


MLP = "model = nn.Sequential(\n    nn.Linear(4, 6),\n    nn.{0}(),\n    nn.Linear(6, 3),\n)\n"
CLASS = """import torch
import torch.nn as nn
import torch.nn.functional as F

class MLP(nn.Module):
    def __init__(self, n_in=4, n_hidden=6, n_out=3):
        super().__init__()
        self.hidden = nn.Linear(n_in, n_hidden)
        self.out = nn.Linear(n_hidden, n_out)

    def forward(self, x):
        h = {0}
        return self.out(h)

model = MLP()
"""
FLAX = """import flax.linen as nn

class MLP(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.Dense(6)(x)
        x = nn.relu(x)
        return nn.Dense(3)(x)

"""
PARAMS = """def forward(params, X):
    W1, b1, W2, b2 = params
    H = jnp.tanh(X @ W1 + b1)
    return H @ W2 + b2

"""

PYTORCH = (
    (MLP.format("ReLU") + "criterion = nn.CrossEntropyLoss()\nloss = criterion(model(X), Y)\nloss.backward()", "W_1",
     lambda v: cross(torch_net(v), v["Y"])),
    (MLP.format("Tanh") + "loss = F.mse_loss(model(X), Y)", "W_2",
     lambda v: ((torch_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    (MLP.format("Sigmoid") + "out = model(X)\nloss = ((out - Y) ** 2).sum()", "b_1",
     lambda v: ((torch_net(v, sigmoid) - v["Y"]) ** 2).sum()),
    (CLASS.format("F.relu(self.hidden(x))") + "logits = model(X)\nloss = F.cross_entropy(logits, Y)", "b_2",
     lambda v: cross(torch_net(v), v["Y"])),
    (CLASS.format("torch.tanh(self.hidden(x))") + "loss = nn.MSELoss()(model(X), Y)", "W_1",
     lambda v: ((torch_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    (CLASS.format("self.hidden(x).relu()") + "loss = F.cross_entropy(model(X), Y)", "W_2",
     lambda v: cross(torch_net(v), v["Y"])),
    ("linear = nn.Linear(4, 1)\nloss = F.mse_loss(linear(X), y)", "w_1",
     lambda v: ((v["X"] @ v["w_1"] + v["b_1"] - v["y"]) ** 2).mean()),
    ("z = X @ W + b\nloss = F.cross_entropy(z, Y)", "W", lambda v: cross(v["X"] @ v["W"] + v["b"], v["Y"])),
    ("h = torch.relu(X @ W1 + b1)\nz = h @ W2 + b2\nloss = F.cross_entropy(z, Y)", "W_1",
     lambda v: cross(relu(v["X"] @ v["W_1"] + v["b_1"]) @ v["W_2"] + v["b_2"], v["Y"])),
    ("scores = Q @ K.T / math.sqrt(d)\nA = F.softmax(scores, dim=-1)\nout = A @ V\nout.sum()", "Q",
     lambda v: (softmax(v["Q"] @ v["K"].T / np.sqrt(v["d"])) @ v["V"]).sum()),
    ("A = torch.softmax(Q @ K.t() / d ** 0.5, dim=1)\nloss = ((A @ V - Y) ** 2).mean()", "K",
     lambda v: ((softmax(v["Q"] @ v["K"].T / np.sqrt(v["d"])) @ v["V"] - v["Y"]) ** 2).mean()),
    ("y_hat = torch.einsum('ij,jk->ik', A, B)\nloss = (y_hat ** 2).sum()", "A",
     lambda v: ((v["A"] @ v["B"]) ** 2).sum()),
    ("fc = nn.Linear(4, 3)\np = F.log_softmax(fc(X), dim=1)\nloss = F.nll_loss(p, Y)", "W_1",
     lambda v: cross(v["X"] @ v["W_1"].T + v["b_1"], v["Y"])),
    ("fc = nn.Linear(4, 1)\nloss = nn.BCEWithLogitsLoss()(fc(X), y)", "w_1",
     lambda v: (np.log1p(np.exp(v["X"] @ v["w_1"] + v["b_1"])) - v["y"] * (v["X"] @ v["w_1"] + v["b_1"])).mean()),
    ("h = F.gelu(x @ W.T + b)\nh.sum()", "x",
     lambda v: sum(z * 0.5 * (1 + _erf(z / np.sqrt(2))) for z in v["W"] @ v["x"] + v["b"])),
    ("mu = z.mean()\nsigma = z.std(unbiased=False)\nout = (z - mu) / sigma\nloss = (out * w).sum()", "z",
     lambda v: (normed(v["z"]) * v["w"]).sum()),
    ("loss = F.mse_loss(X @ w, y) + 0.01 * w.norm() ** 2", "w",
     lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).mean() + 0.01 * v["w"] @ v["w"]),
    ("h1 = torch.tanh(W @ x1 + U @ h0)\nh2 = torch.tanh(W @ x2 + U @ h1)\nloss = h2.sum()", "U",
     lambda v: np.tanh(v["W"] @ v["x_2"] + v["U"] @ np.tanh(v["W"] @ v["x_1"] + v["U"] @ v["h_0"])).sum()),
    ("block = nn.Linear(4, 4)\ny = x + F.relu(block(x))\ny.pow(2).sum()", "W_1",
     lambda v: ((v["x"] + relu(v["x"] @ v["W_1"].T + v["b_1"])) ** 2).sum()),
    ("p = torch.sigmoid(X @ w + b)\nloss = F.binary_cross_entropy(p, y)", "w",
     lambda v: binary(sigmoid(v["X"] @ v["w"] + v["b"]), v["y"])),
    ("ln = nn.LayerNorm(4)\nout = ln(X)\nloss = (out @ w).sum()", "X",
     lambda v: ((rows_normed(v["X"]) * v["gamma_1"] + v["beta_1"]) @ v["w"]).sum()),
    ("x = F.layer_norm(x, (4,))\nloss = (x * w).sum()", "x",
     lambda v: normed(v["x"]) @ v["w"]),
    ("with torch.no_grad():\n    pass\nloss = torch.sum((y - X @ w) ** 2)", "w",
     lambda v: ((v["y"] - v["X"] @ v["w"]) ** 2).sum()),
    ("loss1 = F.mse_loss(X @ W, Y)\nloss2 = (W ** 2).sum()\nloss = loss1 + 0.1 * loss2", "W",
     lambda v: ((v["X"] @ v["W"] - v["Y"]) ** 2).mean() + 0.1 * (v["W"] ** 2).sum()),
)  # fmt: skip

NUMPY = (
    ("Z = X @ W + b\nP = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)\nL = -np.sum(Y * np.log(P)) / N", "W",
     lambda v: -(v["Y"] * np.log(softmax(v["X"] @ v["W"] + v["b"]))).sum() / v["N"]),
    ("Z = Z - np.max(Z, axis=1, keepdims=True)\nP = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)\n"
     "loss = -np.mean(np.sum(Y * np.log(P), axis=1))", "Z", lambda v: cross(v["Z"], v["Y"])),
    ("def forward(X, W1, b1, W2, b2):\n    H = np.maximum(0, X.dot(W1) + b1)\n    return H.dot(W2) + b2\n\n"
     "loss = np.mean((forward(X, W1, b1, W2, b2) - Y) ** 2)", "W_1",
     lambda v: ((keras_net(v) - v["Y"]) ** 2).mean()),
    ("y_hat = X.dot(w) + b\nmse = ((y_hat - y) ** 2).mean()", "w",
     lambda v: ((v["X"] @ v["w"] + v["b"] - v["y"]) ** 2).mean()),
    ("m = len(y)\nJ = 1 / (2 * m) * np.sum((X @ theta - y) ** 2)", "theta",
     lambda v: ((v["X"] @ v["theta"] - v["y"]) ** 2).sum() / (2 * len(v["y"]))),
    ("h = 1 / (1 + np.exp(-X @ w))\ncost = -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h))", "w",
     lambda v: binary(sigmoid(v["X"] @ v["w"]), v["y"])),
    ("n = X.shape[0]\nloss = np.linalg.norm(X @ W - Y) ** 2 / n", "W",
     lambda v: ((v["X"] @ v["W"] - v["Y"]) ** 2).sum() / len(v["X"])),
    ("margin = np.maximum(0, 1 - y * (X @ w))\nloss = margin.mean() + 0.5 * lambda_ * w @ w", "w",
     lambda v: relu(1 - v["y"] * (v["X"] @ v["w"])).mean() + 0.5 * v["lambda"] * v["w"] @ v["w"]),
    ("S = np.einsum('ij,kj->ik', Q, K)\nS.sum()", "K", lambda v: (v["Q"] @ v["K"].T).sum()),
    ("mu = X.mean(axis=0)\nC = X - mu\nnp.sum(C ** 2)", "X", lambda v: ((v["X"] - v["X"].mean(axis=0)) ** 2).sum()),
    ("np.sum(np.logaddexp(0, -y * (X @ w)))", "w", lambda v: np.log1p(np.exp(-v["y"] * (v["X"] @ v["w"]))).sum()),
    ("a1 = np.tanh(W1 @ x + b1)\na2 = W2 @ a1 + b2\nloss = 0.5 * np.sum((a2 - y) ** 2)", "W_1",
     lambda v: 0.5 * ((v["W_2"] @ np.tanh(v["W_1"] @ v["x"] + v["b_1"]) + v["b_2"] - v["y"]) ** 2).sum()),
    ("def loss(w):\n    r = X @ w - y\n    return r @ r / 2", "w",
     lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).sum() / 2),
    ("f = lambda x: np.sum(np.exp(A @ x))", "x", lambda v: np.exp(v["A"] @ v["x"]).sum()),
    ("p = softmax(W @ x + b)\nloss = -np.log(p) @ y", "W",
     lambda v: -np.log(softmax(v["W"] @ v["x"] + v["b"])) @ v["y"]),
)  # fmt: skip

JAX = (
    ("def predict(x):\n    return jnp.tanh(x @ W1 + b1) @ W2 + b2\n\nloss = jnp.mean((predict(X) - Y) ** 2)",
     "W_1", lambda v: ((keras_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    ("logits = jax.nn.relu(X @ W1 + b1) @ W2 + b2\nloss = -jnp.sum(Y * jax.nn.log_softmax(logits, axis=-1)) / len(X)",
     "W_2", lambda v: cross(keras_net(v), v["Y"])),
    ("jnp.sum(jax.nn.softplus(W @ x))", "x", lambda v: np.log1p(np.exp(v["W"] @ v["x"])).sum()),
    ("x_hat = x / jnp.linalg.norm(x)\njnp.dot(x_hat, w)", "x", lambda v: v["x"] @ v["w"] / np.sqrt(v["x"] @ v["x"])),
    (FLAX + "loss = jnp.mean((MLP()(X) - Y) ** 2)", "W_1", lambda v: ((keras_net(v) - v["Y"]) ** 2).mean()),
    (FLAX + "loss = jnp.sum(MLP()(X) ** 2)", "X", lambda v: (keras_net(v) ** 2).sum()),
    (PARAMS + "Y_hat = forward(params, X)\nloss = jnp.mean((Y_hat - Y) ** 2)", "W_1",
     lambda v: ((keras_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    ("jax.nn.sigmoid(jnp.vdot(w, x) + b)", "w", lambda v: sigmoid(v["w"] @ v["x"] + v["b"])),
    ("import jax.numpy as jnp\nfrom jax import grad\n\ndef f(x):\n    return jnp.sum(x ** 3)", "x",
     lambda v: (v["x"] ** 3).sum()),
    ("jnp.logaddexp(a, c)", "a", lambda v: np.logaddexp(v["a"], v["c"])),
)  # fmt: skip

MORE = (
    (
        "n, d = X.shape\nloss = np.sum((X @ w - y) ** 2) / n",
        "w",
        lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).sum() / len(v["y"]),
    ),
    (
        'W = params["W"]\nb = params["b"]\nnp.sum(np.tanh(X @ W + b))',
        "b",
        lambda v: np.tanh(v["X"] @ v["W"] + v["b"]).sum(),
    ),
    (
        "x = np.tanh(A @ x)\nx = x / np.linalg.norm(x)\nx @ w",
        "x",
        lambda v: np.tanh(v["A"] @ v["x"]) @ v["w"] / np.linalg.norm(np.tanh(v["A"] @ v["x"])),
    ),
)

KERAS = (
    ('model = Sequential()\nmodel.add(Dense(6, activation="relu", input_dim=4))\n'
     'model.add(Dense(3, activation="softmax"))\n'
     'model.compile(loss="categorical_crossentropy", optimizer="adam")\n'
     "loss = keras.losses.CategoricalCrossentropy()(Y, model(X))", "W_1", lambda v: cross(keras_net(v), v["Y"])),
    ('model = keras.Sequential([\n    keras.Input(shape=(4,)),\n    layers.Dense(6, activation="tanh"),\n'
     "    layers.Dense(3),\n])\nloss = tf.reduce_mean((model(X) - Y) ** 2)", "W_2",
     lambda v: ((keras_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    ('y_pred = Dense(1, activation="sigmoid", input_shape=(4,))(X)\nloss = keras.losses.MeanSquaredError()(y, y_pred)',
     "w_1", lambda v: ((sigmoid(v["X"] @ v["w_1"] + v["b_1"]) - v["y"]) ** 2).mean()),
    ("loss = tf.reduce_mean(tf.square(tf.matmul(X, W) + b - Y))", "b",
     lambda v: ((v["X"] @ v["W"] + v["b"] - v["Y"]) ** 2).mean()),
    ("loss = tf.reduce_sum(tf.nn.relu(tf.linalg.matvec(W, x) + b))", "b",
     lambda v: relu(v["W"] @ v["x"] + v["b"]).sum()),
)  # fmt: skip

LATEX = (
    (r"\mathcal{L} = \frac{1}{N} \| X W - Y \|_F^2", "W", lambda v: ((v["X"] @ v["W"] - v["Y"]) ** 2).sum() / v["N"]),
    (r"\frac{1}{2} \|\mathbf{X}\mathbf{w} - \mathbf{y}\|^2 + \frac{\lambda}{2} \|\mathbf{w}\|^2", "w",
     lambda v: ((v["X"] @ v["w"] - v["y"]) ** 2).sum() / 2 + v["lambda"] / 2 * v["w"] @ v["w"]),
    (r"-\sum_{i=1}^{n} y_i \log \operatorname{softmax}(\mathbf{z})_i", "z",
     lambda v: -(v["y"] * np.log(softmax(v["z"]))).sum()),
    (r"\mathbf{v}^\top \sigma(\mathbf{W}\mathbf{x} + \mathbf{b})", "W",
     lambda v: v["v"] @ sigmoid(v["W"] @ v["x"] + v["b"])),
    (r"\operatorname{tr}(A X B)", "X", lambda v: np.trace(v["A"] @ v["X"] @ v["B"])),
    (r"\log \det X", "X", lambda v: np.log(np.linalg.det(v["X"]))),
    (r"\operatorname{tr}\left(G^\top \operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d}}\right) V\right)", "Q",
     lambda v: np.trace(v["G"].T @ softmax(v["Q"] @ v["K"].T / np.sqrt(v["d"])) @ v["V"])),
)  # fmt: skip


def _erf(z: float) -> float:
    from math import erf

    return erf(z)


LATER = (
    ("PyTorch", "encoder = nn.Linear(4, 3)\ndecoder = nn.Linear(3, 4)\nz = torch.sigmoid(encoder(X))\n"
     "loss = F.mse_loss(decoder(z), X)", "W_1",
     lambda v: ((sigmoid(v["X"] @ v["W_1"].T + v["b_1"]) @ v["W_2"].T + v["b_2"] - v["X"]) ** 2).mean()),
    ("PyTorch", "q = X @ Wq\nk = X @ Wk\natt = F.softmax(q @ k.T / k.shape[-1] ** 0.5, dim=-1)\nloss = (att @ X).sum()",
     "W_k", lambda v: (softmax(v["X"] @ v["W_q"] @ (v["X"] @ v["W_k"]).T / np.sqrt(v["W_k"].shape[1])) @ v["X"]).sum()),
    ("PyTorch", "out = F.scaled_dot_product_attention(Q, K, V)\nloss = (out ** 2).sum()", "Q",
     lambda v: ((softmax(v["Q"] @ v["K"].T / np.sqrt(v["Q"].shape[1])) @ v["V"]) ** 2).sum()),
    ("PyTorch", "net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))\n"
     "loss = F.mse_loss(torch.squeeze(net(X)), y)", "W_1",
     lambda v: ((relu(v["X"] @ v["W_1"].T + v["b_1"]) @ v["w_2"] + v["b_2"] - v["y"]) ** 2).mean()),
    ("PyTorch", "Z = X @ W\nloss = F.cross_entropy(input=Z, target=Y)", "W", lambda v: cross(v["X"] @ v["W"], v["Y"])),
    ("PyTorch", "Y = F.one_hot(labels, num_classes=3).float()\nloss = F.cross_entropy(X @ W, Y)", "W",
     lambda v: cross(v["X"] @ v["W"], v["Y"])),
    ("PyTorch", "blocks = [nn.Linear(4, 4) for _ in range(2)]\nh = X\nfor block in blocks:\n"
     "    h = h + F.relu(block(h))\nloss = h.mean()", "W_1",
     lambda v: _residual(_residual(v["X"], v["W_1"], v["b_1"]), v["W_2"], v["b_2"]).mean()),
    ("NumPy", "A = 1 / (1 + np.exp(-(X @ W)))\nloss = ((A - Y) ** 2).mean()", "W",
     lambda v: ((sigmoid(v["X"] @ v["W"]) - v["Y"]) ** 2).mean()),
    ("NumPy", "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n\nA1 = sigmoid(W1 @ X + b1[:, None])\n"
     "A2 = sigmoid(W2 @ A1 + b2[:, None])\ncost = np.mean((A2 - Y) ** 2)", "b_1",
     lambda v: ((sigmoid(v["W_2"] @ sigmoid(v["W_1"] @ v["X"] + v["b_1"][:, None]) + v["b_2"][:, None]) - v["Y"])
                ** 2).mean()),
    ("NumPy", "C = X - mu[None, :]\nloss = np.sum(C ** 2)", "mu", lambda v: ((v["X"] - v["mu"]) ** 2).sum()),
    ("NumPy", "Xn = (X - X.mean(axis=0)) / X.std(axis=0)\nloss = np.sum((Xn @ w - y) ** 2)", "X",
     lambda v: ((((v["X"] - v["X"].mean(axis=0)) / v["X"].std(axis=0)) @ v["w"] - v["y"]) ** 2).sum()),
    ("NumPy", "Y = np.eye(3)[labels]\nP = np.exp(X @ W) / np.exp(X @ W).sum(axis=1, keepdims=True)\n"
     "loss = -np.sum(Y * np.log(P)) / len(X)", "W", lambda v: cross(v["X"] @ v["W"], v["Y"])),
    ("JAX", "loss = jnp.mean(optax.softmax_cross_entropy(X @ W, Y))", "W", lambda v: cross(v["X"] @ v["W"], v["Y"])),
    ("JAX", "params = [(W1, b1), (W2, b2)]\nh = X\nfor W, b in params[:-1]:\n    h = jnp.tanh(h @ W + b)\n"
     "W, b = params[-1]\nloss = jnp.mean((h @ W + b - Y) ** 2)", "W_1",
     lambda v: ((keras_net(v, np.tanh) - v["Y"]) ** 2).mean()),
    ("Keras", "logits = tf.matmul(X, W)\nloss = tf.reduce_mean(\n"
     "    tf.nn.softmax_cross_entropy_with_logits(labels=Y, logits=logits))", "W",
     lambda v: cross(v["X"] @ v["W"], v["Y"])),
    ("PyTorch", "def attention(q, k, v):\n    d = q.size(-1)\n    s = q @ k.transpose(-2, -1) / math.sqrt(d)\n"
     "    return F.softmax(s, dim=-1) @ v\n\nloss = attention(Q, K, V).sum()", "Q",
     lambda v: (softmax(v["Q"] @ v["K"].T / np.sqrt(v["Q"].shape[1])) @ v["V"]).sum()),
    ("PyTorch", "net = nn.Sequential(nn.Flatten(), nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))\n"
     "loss = nn.CrossEntropyLoss()\nl = loss(net(X), Y)", "W_1", lambda v: cross(torch_net(v), v["Y"])),
    ("PyTorch", "class Block(nn.Module):\n    def __init__(self, d):\n        super().__init__()\n"
     "        self.up = nn.Linear(d, 2 * d)\n        self.down = nn.Linear(2 * d, d)\n\n    def forward(self, x):\n"
     "        return x + self.down(torch.tanh(self.up(x)))\n\nloss = Block(4)(X).sum()", "W_1",
     lambda v: (v["X"] + torch_net(v, np.tanh)).sum()),
    ("NumPy", "exp_scores = np.exp(scores)\nprobs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)\n"
     "loss = -np.sum(Y * np.log(probs)) / scores.shape[0]", "s", lambda v: cross(v["s"], v["Y"])),
    ("JAX", FLAX + "loss = optax.softmax_cross_entropy(MLP()(X), Y).mean()", "W_1",
     lambda v: cross(keras_net(v), v["Y"])),
    ("Keras", "loss = keras.losses.CategoricalCrossentropy(from_logits=True)(Y, X @ W + b)", "W",
     lambda v: cross(v["X"] @ v["W"] + v["b"], v["Y"])),
    ("Keras", "loss = keras.losses.CategoricalCrossentropy()(Y, tf.nn.softmax(X @ W + b))", "W",
     lambda v: cross(v["X"] @ v["W"] + v["b"], v["Y"])),
    ("Keras", 'model = keras.Sequential([layers.Flatten(input_shape=(2, 2)), layers.Dense(6, activation="relu"), '
     'layers.Dense(3)])\nloss = keras.losses.CategoricalCrossentropy(from_logits=True)(Y, model(X))', "W_1",
     lambda v: cross(keras_net(v), v["Y"])),
    ("LaTeX", r"-\sum_{k} y_k \log \frac{e^{z_k}}{\sum_j e^{z_j}}", "z",
     lambda v: -(v["y"] * np.log(softmax(v["z"]))).sum()),
    ("LaTeX", r"L = \mathbf{a}^\top \tanh(\mathbf{W}\mathbf{x} + \mathbf{U}\mathbf{h}_{0})", "W",
     lambda v: v["a"] @ np.tanh(v["W"] @ v["x"] + v["U"] @ v["h_0"])),
)  # fmt: skip


def _residual(x, w, b):
    return x + relu(x @ w.T + b)


SNIPPETS = tuple(
    Snippet(source, *row)
    for source, rows in (
        ("PyTorch", PYTORCH),
        ("NumPy", NUMPY),
        ("NumPy", MORE),
        ("JAX", JAX),
        ("Keras", KERAS),
        ("LaTeX", LATEX),
    )
    for row in rows
) + tuple(Snippet(*row) for row in LATER)
