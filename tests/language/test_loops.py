"""Loops over what is known are their lines one by one, with Python's own values; others are refused at their place."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

import explainer
from explainer.errors import ParseError

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


@pytest.mark.parametrize(
    "code",
    [
        "h = x\nfor W in [W1, W2]:\n    h = np.tanh(W @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor W in (W1, W2): h = np.tanh(W @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor _ in range(3):\n    z = W @ h\n    h = np.tanh(z)\nloss = np.sum(h ** 2)",
        "def f(x):\n    h = x\n    for V in [W1, W2, W1]:\n        h = h + np.tanh(V @ h)\n    return np.sum(h)",
        "h = x\nfor A in [W1, W2]:\n    for _ in range(2):\n        h = np.tanh(A @ h)\nloss = np.sum(h ** 2)",
        "h = x\nfor W in [W1, W2]:\n    h = W @ h\nfor W in [W2, W1]:\n    h = np.tanh(W @ h)\nloss = np.sum(h)",
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


@pytest.mark.parametrize(
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
