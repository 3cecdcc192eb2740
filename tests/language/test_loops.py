"""Loops over what is known are their lines one by one, with Python's own values; others are refused at their place."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

import explainer
from explainer.errors import ParseError
from explainer.language.question import read_question
from tests.cases import in_groups

RNG = numpy.random.default_rng(3)
VALUES = {
    "x": RNG.normal(size=3),
    "W": RNG.normal(size=(3, 3)),
    "W_1": RNG.normal(size=(3, 3)),
    "W_2": RNG.normal(size=(3, 3)),
}
NET = """import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList({layers})
        self.out = nn.Linear(4, 2)

    def forward(self, x):
        for layer in self.layers:
            x = torch.tanh(layer(x))
        return self.out(x)

loss = F.mse_loss(Net()(X), Y)
"""


@in_groups(
    "code",
    [
        "h = x\nfor W in [W1, W2]:\n    h = np.tanh(W @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor W in (W1, W2): h = np.tanh(W @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor _ in range(3):\n    z = W @ h\n    h = np.tanh(z)\nloss = np.sum(h ** 2)",
        "def f(x):\n    h = x\n    for V in [W1, W2, W1]:\n        h = h + np.tanh(V @ h)\n    return np.sum(h)",
        "h = x\nfor A in [W1, W2]:\n    for _ in range(2):\n        h = np.tanh(A @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor W in [W1, W2]:\n    h = W @ h\nfor W in [W2, W1]:\n    h = np.tanh(W @ h)\nloss = np.sum(h)",
        "h = x\nfor i, A in enumerate([W1, W2]):\n    h = A @ h\n    if i < 1:\n        h = np.tanh(h)\n"
        "loss = np.sum(h)",
        "h = x\nfor k, A in enumerate([W1, W2, W1], 1):\n    h = np.tanh(A @ h) if k != 3 else A @ h\nloss = np.sum(h)",
        "h = x\nfor A, B in zip([W1, W2], [W2, W1, W]):\n    h = np.tanh(A @ B @ h)\nloss = np.sum(h)",
        "h = x\nfor k, (A, B) in enumerate([(W1, W2), (W2, W)]):\n    h = A @ np.tanh(B @ h)\nloss = np.sum(h)",
        "Ws = [W1, W2, W]\nh = x\nfor A in Ws[:-1]:\n    h = np.tanh(A @ h)\nloss = np.sum(Ws[-1] @ h)",
        "Ws = [W1, W2, W]\nh = x\nfor i in range(len(Ws)):\n    h = np.tanh(Ws[i] @ h)\nloss = np.sum(h)",
        "Ws = [W1, W2, W]\nh = x\nfor i in range(len(Ws) - 1, -1, -1):\n    h = np.tanh(Ws[i] @ h)\nloss = np.sum(h)",
        "pairs = [(W1, W2), (W2, W)]\nh = x\nfor A, B in pairs[:-1]:\n    h = A @ B @ h\nA, B = pairs[-1]\n"
        "loss = np.sum(B @ h)",
        "h = x\nfor A in reversed([W1, W2]):\n    h = np.tanh(A @ h)\nloss = np.sum(h)",
        "h = x\nfor i in range(3):\n    if i == 0:\n        h = W1 @ h\n    elif i == 1:\n        h = np.tanh(h)\n"
        "    else:\n        h = W2 @ h\nloss = np.sum(h)",
    ],
)
def test_a_loop_has_the_value_that_python_gives_it(code: str) -> None:
    names: dict[str, Any] = {"np": numpy, **{name.replace("_", ""): value for name, value in VALUES.items()}}
    exec(code, names)
    wanted = names["loss"] if "loss" in names else names["f"](VALUES["x"])
    trace = explainer.derive(code, "x", shapes={name: ("n x n" if name != "x" else "n") for name in VALUES})
    assert trace.status == "finished"
    assert trace.problem.expression.evaluate(VALUES) == pytest.approx(wanted)


@pytest.mark.parametrize(
    "layers", ["[nn.Linear(4, 4), nn.Linear(4, 4)]", "[nn.Linear(4, 4) for _ in range(2)]", "(\n[nn.Linear(4, 4),\n"
    " nn.Linear(4, 4)])"]
)  # fmt: skip
def test_the_layers_of_a_list_are_applied_in_their_order(layers: str) -> None:
    if layers.startswith("("):
        layers = layers[1:-1]
    trace = explainer.derive(NET.format(layers=layers))
    values = {"X": RNG.normal(size=(5, 4)), "Y": RNG.normal(size=(5, 2))}
    sizes = ((4, 4), (4, 4), (2, 4))
    values |= {f"W_{k}": RNG.normal(size=size) for k, size in enumerate(sizes, 1)}
    values |= {f"b_{k}": RNG.normal(size=size[0]) for k, size in enumerate(sizes, 1)}
    h = values["X"]
    for k in (1, 2):
        h = numpy.tanh(h @ values[f"W_{k}"].T + values[f"b_{k}"])
    wanted = ((h @ values["W_3"].T + values["b_3"] - values["Y"]) ** 2).mean()
    assert trace.problem.expression.evaluate(values) == pytest.approx(wanted)


HIDDEN = """        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.tanh(x)
"""


@in_groups(
    "forward",
    [
        HIDDEN,
        HIDDEN.replace("i < len(self.layers) - 1", "i + 1 != len(self.layers)"),
        "        for layer in self.layers[:-1]:\n            x = torch.tanh(layer(x))\n"
        "        x = self.layers[-1](x)\n",
        "        for i in range(len(self.layers)):\n            x = self.layers[i](x)\n"
        "            x = torch.tanh(x) if i < len(self.layers) - 1 else x\n",
        "        for k in range(1, len(self.layers)):\n            x = torch.tanh(self.layers[k - 1](x))\n"
        "        x = self.layers[-1](x)\n",
    ],
)
@pytest.mark.parametrize(
    "layers",
    ["[nn.Linear(4, 6), nn.Linear(6, 5), nn.Linear(5, 3)]", "[nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])]",
     "[nn.Linear(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]"],
)  # fmt: skip
def test_hidden_layers_and_the_last_one_are_told_apart(forward: str, layers: str) -> None:
    front = (
        NET.format(layers=layers).partition("        for layer")[0].replace("        self.out = nn.Linear(4, 2)\n", "")
    )
    front = front.replace("        self.layers", "        sizes = [4, 6, 5, 3]\n        self.layers")
    question = read_question(f"{front}{forward}        return x\n\nloss = (Net()(X) ** 2).sum()")
    values = {"X": RNG.normal(size=(5, 4))}
    h = values["X"]
    for k, size in enumerate(((6, 4), (5, 6), (3, 5)), 1):
        values |= {f"W_{k}": RNG.normal(size=size), f"b_{k}": RNG.normal(size=size[0])}
        z = h @ values[f"W_{k}"].T + values[f"b_{k}"]
        h = numpy.tanh(z)
    assert question.parsed.expression.evaluate(values) == pytest.approx((z**2).sum())


@pytest.mark.parametrize("loop", ["for layer in model", "for i, layer in enumerate(model)", "for layer in [model]"])
def test_another_word_for_the_input_is_the_input(loop: str) -> None:
    code = f"model = nn.Sequential(nn.Linear(4, 6), nn.Tanh())\nh = X\n{loop}:\n    h = layer(h)\nloss = h.sum()"
    question = read_question(code)
    values = {"X": RNG.normal(size=(5, 4)), "W_1": RNG.normal(size=(6, 4)), "b_1": RNG.normal(size=6)}
    wanted = numpy.tanh(values["X"] @ values["W_1"].T + values["b_1"]).sum()
    assert question.parsed.expression.evaluate(values) == pytest.approx(wanted)


@in_groups(
    ("code", "place"),
    [
        ("h = x\nfor W in Ws:\n    h = W @ h\nloss = h.sum()", "for"),
        ("h = x\nfor W in [W1, W2]:\n    h = W @ h\n    break\nloss = h.sum()", "for"),
        ("h = x\nfor i in range(3):\n    h = W[i] @ h\nloss = h.sum()", "for"),
        ("h = W2\nfor W in [W1, h]:\n    h = h @ W\nloss = h.sum()", "for"),
        ("h = x\nfor W in [W1, W2]:\n    h = W @ h\nloss = (W @ h).sum()", "for"),
        ("h = x\nfor W in [W1, W2]:\n    if h.sum() > 0:\n        h = W @ h\nloss = h.sum()", "if"),
        ("h = x\nfor k in range(99999):\n    h = W @ h\nloss = h.sum()", "for"),
        ("h = x\nfor f in [open, print]:\n    h = f(h)\nloss = h.sum()", ""),
        (NET.format(layers="[nn.Linear(4, 8), nn.Linear(4, 4)]"), "Linear"),
        (NET.format(layers="[nn.Linear(4, 4)]").replace("for layer in", "for i, layer in"), ""),
        ("h = x\nfor i, W in enumerate([W1, W2]):\n    h = i * W @ h\nloss = h.sum()", "for"),
        ("h = x\nfor i in range(n):\n    h = W @ h\nloss = h.sum()", "for"),
        ("h = x\nfor W, b in zip(Ws, bs):\n    h = W @ h + b\nloss = h.sum()", "for"),
        ("h = x\nfor W, b in [W1, W2]:\n    h = W @ h + b\nloss = h.sum()", "for"),
        ("Ws = [W1, W2]\nh = x\nfor i in range(3):\n    h = Ws[i] @ h\nloss = h.sum()", "for"),
        (NET.format(layers="make_layers()"), "ModuleList"),
    ],
)
def test_a_loop_that_is_not_plain_is_refused_at_its_place(code: str, place: str) -> None:
    with pytest.raises(explainer.ExplainerError) as caught:
        explainer.derive(code, "x")
    error = caught.value
    assert isinstance(error, ParseError)
    assert error.hint
    assert error.position is not None
    assert error.text is not None
    assert place in error.text[error.position : error.end]


LAYERS = """model = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 3))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
"""


@pytest.mark.parametrize(
    "loop",
    [
        "for epoch in range(100):\n    optimizer.zero_grad()\n    loss = F.mse_loss(model(X), Y)\n    loss.backward()\n"
        "    optimizer.step()\n    if epoch % 10 == 0:\n        print(epoch, loss.item())",
        "for epoch in range(epochs):\n    for X, Y in loader:\n        loss = F.mse_loss(model(X), Y)\n"
        "        loss.backward()\n        optimizer.step()",
        "for epoch in range(2):\n    total = 0.0\n    for i, (X, Y) in enumerate(loader):\n"
        "        loss = F.mse_loss(model(X), Y)\n        loss.backward()\n        total += loss.item()",
    ],
)
def test_a_loop_that_trains_is_read_as_one_of_its_turns(loop: str) -> None:
    question = read_question(LAYERS + loop, None, "W_1")
    assert any("one of its turns" in str(note) for note in question.notes)
    sizes = {"X": (5, 4), "Y": (5, 3), "W_1": (6, 4), "b_1": (6,), "W_2": (3, 6), "b_2": (3,)}
    v = {name: RNG.normal(size=size) for name, size in sizes.items()}
    wanted = ((numpy.tanh(v["X"] @ v["W_1"].T + v["b_1"]) @ v["W_2"].T + v["b_2"] - v["Y"]) ** 2).mean()
    assert question.parsed.expression.evaluate(v) == pytest.approx(wanted)


def test_products_of_matrices_have_matrices_as_factors() -> None:
    code = "for t in range(500):\n    y_pred = x.mm(w1).clamp(min=0).mm(w2)\n    loss = (y_pred - Y).pow(2).sum()\n"
    question = read_question(code + "    loss.backward()\n    w1 -= 1e-6 * w1.grad", None, "w_1")
    v = {name: RNG.normal(size=size) for name, size in {"x": (5, 4), "w_1": (4, 6), "w_2": (6, 3), "Y": (5, 3)}.items()}
    wanted = ((numpy.maximum(v["x"] @ v["w_1"], 0) @ v["w_2"] - v["Y"]) ** 2).sum()
    assert question.parsed.expression.evaluate(v) == pytest.approx(wanted)
