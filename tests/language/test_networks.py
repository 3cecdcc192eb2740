"""Pasted networks of PyTorch and Keras: their meaning by NumPy, or refused at their place."""

from __future__ import annotations

import numpy
import pytest

from explainer.errors import ParseError
from explainer.language.pasted import translate
from explainer.language.question import read_question
from tests.cases import in_groups

N, RNG = 5, numpy.random.default_rng(7)
NET = "model = nn.Sequential(nn.Linear(4, 8), {0}, nn.Linear(8, 3))\n"
KERAS = 'model = keras.Sequential([layers.Dense(8, activation="{0}", input_shape=(4,)), layers.Dense(3)])\n'
CLASS = """import torch.nn as nn
class Net(nn.Module):
    def __init__(self, d_in=4, hidden=8):
        super().__init__()
        self.fc1 = nn.Linear(d_in, hidden)
        self.fc2 = nn.Linear(hidden, 3)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        return self.fc2(x)

net = Net()
"""


def _relu(z):
    return numpy.maximum(z, 0)


def _sigmoid(z):
    return 1 / (1 + numpy.exp(-z))


def _soft(z):
    return numpy.exp(z) / numpy.exp(z).sum(axis=-1, keepdims=True)


def _two(v, act, x="X", turned=True):
    first, second = (v["W_1"].T, v["W_2"].T) if turned else (v["W_1"], v["W_2"])
    return act(v[x] @ first + v["b_1"]) @ second + v["b_2"]


def _cross(z, y):
    return -(y * numpy.log(_soft(z))).sum() / len(z)


SNIPPETS = (
    (NET.format("nn.ReLU()") + "F.cross_entropy(model(X), Y)", lambda v: _cross(_two(v, _relu), v["Y"])),
    (NET.format("nn.Tanh()") + "loss = F.mse_loss(model(X), Y)",
     lambda v: ((_two(v, numpy.tanh) - v["Y"]) ** 2).mean()),
    (NET.format("nn.Sigmoid()") + "nn.CrossEntropyLoss()(model(x), y)",
     lambda v: _cross(_two(v, _sigmoid, "x"), v["y"])),
    (NET.format("nn.ReLU()") + "logits = model(X)\nF.softmax(logits, dim=-1)", lambda v: _soft(_two(v, _relu))),
    (NET.format("nn.Tanh()") + "f = nn.MSELoss()\nf(model(X), Y)",
     lambda v: ((_two(v, numpy.tanh) - v["Y"]) ** 2).mean()),
    (NET.format("nn.Tanh()") + "F.l1_loss(model(X), Y)", lambda v: abs(_two(v, numpy.tanh) - v["Y"]).mean()),
    (CLASS + "loss = nn.CrossEntropyLoss()(net(X), y)\nloss.backward()", lambda v: _cross(_two(v, _relu), v["y"])),
    (CLASS + "F.mse_loss(net(x), y)", lambda v: ((_two(v, _relu, "x") - v["y"]) ** 2).mean()),
    (CLASS, lambda v: _two(v, _relu)),
    (KERAS.format("relu") + "model(X)", lambda v: _two(v, _relu, turned=False)),
    (KERAS.format("tanh") + "keras.losses.MeanSquaredError()(Y, model(X))",
     lambda v: ((_two(v, numpy.tanh, turned=False) - v["Y"]) ** 2).mean()),
    (KERAS.format("tanh") + "keras.losses.CategoricalCrossentropy(from_logits=True)(Y, model(X))",
     lambda v: _cross(_two(v, numpy.tanh, turned=False), v["Y"])),
    ('Sequential([Dense(7, activation="relu"), Dense(2)])', lambda v: _two(v, _relu, turned=False)),
    ("F.mse_loss(nn.Linear(4, 1)(X), y)", lambda v: ((v["X"] @ v["w_1"] + v["b_1"] - v["y"]) ** 2).mean()),
    ("nn.Linear(4, 3, bias=False)(X)", lambda v: v["X"] @ v["W_1"].T),
    ("F.nll_loss(F.log_softmax(nn.Linear(4, 3)(X), dim=1), Y)",
     lambda v: _cross(v["X"] @ v["W_1"].T + v["b_1"], v["Y"])),
    ("x = torch.randn(4)\nnn.Linear(4, 3)(x)", lambda v: v["W_1"] @ v["x"] + v["b_1"]),
    ("fc = nn.Linear(4, 1)\nF.binary_cross_entropy_with_logits(fc(X), y)",
     lambda v: (numpy.log1p(numpy.exp(v["X"] @ v["w_1"] + v["b_1"])) - v["y"] * (v["X"] @ v["w_1"] + v["b_1"])).mean()),
)  # fmt: skip


@in_groups(("code", "meaning"), SNIPPETS)
def test_a_network_has_the_meaning_that_its_library_gives_it(code, meaning) -> None:
    read = read_question(code).parsed
    letters = {"N": N, "d": 4}
    values: dict[str, object] = dict(letters)
    for name, shape in read.shapes.items():
        sizes = [int(letters.get(str(size), size)) for size in shape.sizes if str(size) != "1"]
        values[name] = RNG.uniform(-1, 1, sizes) if sizes else 0.3
    assert numpy.allclose(read.expression.evaluate(values), meaning(values))


REFUSED = (
    ("nn.Sequential(nn.Linear(4, 8), nn.Linear(7, 3))", "Linear(7", "8 outputs"),
    (CLASS.replace("nn.Linear(hidden, 3)", "nn.Linear(9, 3)") + "net(X)", "Linear(9", "takes 9 inputs"),
    ("nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5))", "Dropout", "random"),
    ("nn.Sequential(nn.Conv2d(4, 8, 3))", "Conv2d", "Conv2d"),
    ('Dense(4, activation="maxout")(X)', '"maxout"', "maxout"),
    ("import os\nnn.Linear(4, 8)(X)", "os", "import os"),
    (
        CLASS.replace("        return", "        for k in range(3): x = k * x\n        return") + "net(X)",
        "for k",
        "for",
    ),
    ("nn.CrossEntropyLoss()(model(X), Y)", "model", "no function model"),
)


@pytest.mark.parametrize(("code", "place", "words"), REFUSED)
def test_what_is_no_network_is_refused_at_its_place(code: str, place: str, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        translate(code)
    assert caught.value.position == code.index(place)
    assert words in str(caught.value)
    assert caught.value.hint
