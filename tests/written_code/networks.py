"""Ten networks, from a layer to attention, as they are typed or pasted, with what they are differentiated by."""

from __future__ import annotations

MLP = "model = nn.Sequential(nn.Linear(4, 6), nn.{0}(), nn.Linear(6, 3))\n"

NETWORKS: dict[str, tuple[str, str, dict[str, str]]] = {
    "linear regression": ("norm(X @ W + b - Y)^2 / N", "(W, b)", {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}),
    "softmax regression": (
        "cross_entropy(X @ W + b, Y) where one-hot rows Y", "(W, b)",
        {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"},
    ),
    "two layers with a ReLU": (MLP.format("ReLU") + "F.cross_entropy(model(X), Y)", "(W_1, b_1, W_2, b_2)", {}),
    "two layers with tanh": (MLP.format("Tanh") + "F.mse_loss(model(X), Y)", "(W_1, b_1, W_2, b_2)", {}),
    "three layers": (
        "nn.Sequential(nn.Linear(3, 5), nn.Sigmoid(), nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 2))(X).sum()",
        "(W_1, b_1, W_2, b_2, W_3, b_3)", {},
    ),
    "a residual block": (
        "1/N norm(X + H @ V - Y)^2 where H = relu(X @ W + b)", "(W, b, V)",
        {"X": "N x d", "W": "d x h", "b": "h", "V": "h x d", "Y": "N x d"},
    ),
    "recurrence": (
        "norm(H_3 - Y)^2 where H_1 = tanh(X_1 @ W), H_2 = tanh(X_2 @ W + H_1 @ U), H_3 = tanh(X_3 @ W + H_2 @ U)",
        "(W, U)",
        {"X_1": "N x d", "X_2": "N x d", "X_3": "N x d", "W": "d x h", "U": "h x h", "Y": "N x h"},
    ),
    "attention": (
        "sum(G ⊗ (softmax(Q @ K' / sqrt(d), axis=1) @ V))", "(Q, K, V)",
        {"Q": "n x d", "K": "m x d", "V": "m x p", "G": "n x p"},
    ),
    "layer normalisation": (
        "norm(layer_norm(X @ W) @ V - Y)^2", "(W, V)", {"X": "N x d", "W": "d x h", "V": "h x k", "Y": "N x k"},
    ),
    "an autoencoder with decay": (
        "norm(sigmoid(X @ W + b) @ W' - X)^2 / N + t norm(W)^2", "(W, b)",
        {"X": "N x d", "W": "d x h", "b": "h", "t": "scalar"},
    ),
}  # fmt: skip
