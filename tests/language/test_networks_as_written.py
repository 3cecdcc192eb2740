"""Networks in the forms that notebooks and documentation have: each is read as the plain form of the same network."""

from __future__ import annotations

import pytest

import explainer
from explainer.language.question import read_question
from tests.cases import in_groups

TWO = "model = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))\n"
DENSE = 'model = keras.Sequential([layers.Input(shape=(4,)), layers.Dense(5, activation="relu"), layers.Dense(3)])\n'
SQUARES = "loss = F.mse_loss(model(X), Y)"
KERAS_SQUARES = "loss = tf.reduce_mean(tf.square(model(X) - Y))"
CLASS = (
    "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n{0}\n    def forward(self, x):\n{1}\n"
)
MANY = "model = nn.Sequential(*[nn.Linear(8, 8) for _ in range({0})])\nloss = model(X).sum()"
DEEP = """class Deep(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)

"""
FLAX = """class MLP(nn.Module):
    features: Sequence[int]

    @nn.compact
    def __call__(self, x):
        for feat in self.features[:-1]:
            x = nn.relu(nn.Dense(feat)(x))
        return nn.Dense(self.features[-1])(x)

"""
COMPACT = """class MLP(nn.Module):
    hidden: int = 5

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(features=self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(features=3)(x)

"""
HELPED = """class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 5)
        self.second = nn.Linear(5, 3)

    def hidden(self, x):
        return torch.relu(self.first(x))

    def forward(self, x):
        return self.second(self.hidden(x))

model = Net()
"""
NUMPY = """class TwoLayerNet:
    def __init__(self, n_in, n_hidden, n_out):
        self.W1 = 0.01 * np.random.randn(n_in, n_hidden)
        self.b1 = np.zeros(n_hidden)
        self.W2 = np.random.randn(n_hidden, n_out) * np.sqrt(2 / n_hidden)
        self.b2 = np.zeros((n_out,))

    def forward(self, X):
        h = np.maximum(0, X.dot(self.W1) + self.b1)
        return h.dot(self.W2) + self.b2

net = TwoLayerNet(4, 5, 3)
loss = np.mean((net.forward(X) - Y) ** 2)"""
PLAIN_NUMPY = """W1, b1 = np.random.randn(4, 5), np.zeros(5)
W2, b2 = np.random.randn(5, 3), np.zeros(3)
h = np.maximum(0, X.dot(W1) + b1)
loss = np.mean((h.dot(W2) + b2 - Y) ** 2)"""

ALIKE = {
    "nested Sequential": (
        "model = nn.Sequential(nn.Sequential(nn.Linear(4, 5), nn.ReLU()), nn.Linear(5, 3))\n" + SQUARES, TWO + SQUARES),
    "OrderedDict": (
        "model = nn.Sequential(OrderedDict([\n    ('fc1', nn.Linear(4, 5)),\n    ('relu', nn.ReLU()),\n"
        "    ('fc2', nn.Linear(5, 3)),\n]))\n" + SQUARES, TWO + SQUARES),
    "append": (
        "layers = []\nlayers.append(nn.Linear(4, 5))\nlayers.append(nn.ReLU())\nlayers.append(nn.Linear(5, 3))\n"
        "model = nn.Sequential(*layers)\n" + SQUARES, TWO + SQUARES),
    "growing list": (
        "sizes = [4, 5]\nlayers = []\nfor k in range(len(sizes) - 1):\n"
        "    layers += [nn.Linear(sizes[k], sizes[k + 1]), nn.ReLU()]\nlayers.append(nn.Linear(5, 3))\n"
        "model = nn.Sequential(*layers)\n" + SQUARES, TWO + SQUARES),
    "extend": (
        "layers = [nn.Linear(4, 5)]\nlayers.extend([nn.ReLU(), nn.Linear(5, 3)])\nmodel = nn.Sequential(*layers)\n"
        + SQUARES, TWO + SQUARES),
    "layers in the middle": (
        "model = nn.Sequential(nn.Linear(4, 4), *[nn.Linear(4, 4) for _ in range(2)], nn.Linear(4, 3))\n" + SQUARES,
        "model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 3))\n" + SQUARES),
    "equal layers": (
        "layers = [nn.Linear(4, 4) for _ in range(3)]\nmodel = nn.Sequential(*layers)\nloss = model(X).sum()",
        "model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4))\nloss = model(X).sum()"),
    "sizes of a class": (DEEP + "model = Deep([4, 5, 3])\n" + SQUARES, TWO + SQUARES),
    "sizes by name": (DEEP + "model = Deep(sizes=[4, 5, 3])\n" + SQUARES, TWO + SQUARES),
    "a method of its own": (HELPED + SQUARES, TWO + SQUARES),
    "dropout after training": (
        "model = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Dropout(0.5), nn.Linear(5, 3))\nmodel.eval()\n" + SQUARES,
        TWO + SQUARES),
    "functional": (
        'inputs = keras.Input(shape=(4,))\nx = layers.Dense(5, activation="relu")(inputs)\n'
        "outputs = layers.Dense(3)(x)\n"
        "model = keras.Model(inputs=inputs, outputs=outputs)\n" + KERAS_SQUARES, DENSE + KERAS_SQUARES),
    "functional with an activation of its own": (
        "inp = Input(shape=(4,))\nh = Dense(5)(inp)\nh = Activation('relu')(h)\nout = Dense(3)(h)\n"
        "model = Model(inp, out)\n" + KERAS_SQUARES, DENSE + KERAS_SQUARES),
    "a class of NumPy": (NUMPY, PLAIN_NUMPY),
    "flax with fields": (
        FLAX + "model = MLP([5, 3])\nloss = jnp.mean((model(X) - Y) ** 2)",
        COMPACT + "model = MLP()\nloss = jnp.mean((model(X) - Y) ** 2)"),
    "flax with a field by name": (
        COMPACT.replace(" = 5", "") + "loss = jnp.mean((MLP(hidden=5)(X) - Y) ** 2)",
        COMPACT + "loss = jnp.mean((MLP()(X) - Y) ** 2)"),
    "F.linear": (
        "h = F.relu(F.linear(X, W1, b1))\nloss = F.linear(h, W2, b2).sum()",
        "h = F.relu(X @ W1.T + b1)\nloss = (h @ W2.T + b2).sum()"),
    "addmm": ("loss = torch.addmm(b, X, W).sum()", "loss = (b + X @ W).sum()"),
    "values at once": (
        "q, k, v = X @ Wq, X @ Wk, X @ Wv\nloss = (F.softmax(q @ k.T, dim=-1) @ v).sum()",
        "q = X @ Wq\nk = X @ Wk\nv = X @ Wv\nloss = (F.softmax(q @ k.T, dim=-1) @ v).sum()"),
    "dropout that is off": (
        "loss = F.dropout(F.relu(X @ W), p=0.5, training=False).sum()", "loss = F.relu(X @ W).sum()"),
    "a steeper slope": (
        "model = nn.Sequential(nn.Linear(4, 5), nn.LeakyReLU(0.2))\nloss = model(X).sum()",
        "model = nn.Linear(4, 5)\nz = model(X)\nloss = (F.relu(z) - 0.2 * F.relu(-z)).sum()"),
    "rows of length one": (
        "loss = (F.normalize(X, dim=1) @ w).sum()",
        "loss = ((X / torch.linalg.norm(X, dim=1, keepdim=True)) @ w).sum()"),
    "classes behind log_softmax": (
        "logits = X @ W + b\nloss = F.nll_loss(F.log_softmax(logits, dim=1), y)",
        "logits = X @ W + b\nloss = F.cross_entropy(logits, y)"),
}  # fmt: skip


@in_groups("form", ALIKE)
def test_a_network_is_the_same_in_every_form(form: str) -> None:
    readings = [read_question(code, None, None).parsed for code in ALIKE[form]]
    values = [reading.expression.evaluate(_values(readings[1])) for reading in readings]
    assert values[0] == pytest.approx(values[1], rel=1e-12)
    sizes = {size for reading in readings for shape in reading.shapes.values() for size in map(str, shape.sizes)}
    names = [{part.text() for part in reading.expression.free} - sizes for reading in readings]
    assert names[0] == names[1]


def _values(parsed: object) -> dict[str, object]:
    import numpy

    from explainer.expr.shape import size_number

    random = numpy.random.default_rng(5)
    sizes: dict[str, int] = {}
    values: dict[str, object] = {}
    for name, shape in parsed.shapes.items():  # type: ignore[attr-defined]
        numbers = [size_number(size, lambda letter: sizes.setdefault(letter, 3 + len(sizes))) for size in shape.sizes]
        values[name] = random.uniform(0.2, 1, numbers)
    for fact in parsed.facts:  # type: ignore[attr-defined]
        for name in (part.text() for part in fact.free):
            if numpy.ndim(values.get(name, 0)):
                values[name] = numpy.eye(numpy.shape(values[name])[-1])[random.integers(0, 2, len(values[name]))]
    return {**sizes, **values}


def test_batch_normalisation_after_training_is_affine() -> None:
    code = "model = nn.Sequential(nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Linear(6, 3))\nmodel.eval()\n"
    trace = explainer.derive(code + SQUARES, "gamma_1")
    assert trace.status == "finished"
    assert "(Z_1 - mu_1) @ diag(gamma_1 ⊘ sigma_1) + beta_1" in read_question(code + SQUARES, None, None).text
    with pytest.raises(explainer.ParseError, match="stored ones afterwards"):
        read_question(code + "model.train()\n" + SQUARES, None, None)


@pytest.mark.parametrize("keys", [("['layer1']['w']", "['layer2']['w']"), ("[0]['w']", "[1]['w']"),
                                  ("['enc']['w']", "['dec']['w']")])  # fmt: skip
def test_values_under_equal_keys_in_different_places_are_told_apart(keys: tuple[str, str]) -> None:
    first, second = keys
    question = read_question(f"loss = jnp.dot(params{first}, x) + 2 * jnp.dot(params{second}, x)", None, None)
    assert len(question.parsed.shapes) == 3


@pytest.mark.parametrize(
    ("making", "forward", "message"),
    [
        ("        self.fc = nn.Linear(4, 4)\n", "        return self.forward(self.fc(x))", "forward calls itself"),
        ("        self.fc = nn.Linear(4, 4)\n        self.inner = Net()\n", "        return self.inner(self.fc(x))",
         "Net calls itself"),
        ("        self.fc = nn.Conv2d(1, 8, 3)\n", "        return self.fc(x)", "Conv2d works on pictures"),
        ("        self.fc = nn.Dropout(0.5)\n", "        return self.fc(x)", "draws random numbers"),
    ],
)  # fmt: skip
def test_a_network_without_a_value_is_refused_at_its_place(making: str, forward: str, message: str) -> None:
    with pytest.raises(explainer.ExplainerError, match=message):
        read_question(CLASS.format(making, forward) + "loss = Net()(X).sum()", None, None)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (MANY.format(200), "is too long"),
        (MANY.format(300), "more than 200 layers"),
        (CLASS.format("        self.l = nn.ModuleList([nn.Linear(8, 8) for _ in range(99999)])\n",
                      "        for layer in self.l:\n            x = layer(x)\n        return x")
         + "loss = Net()(X).sum()",
         "not known one by one"),
    ],
)  # fmt: skip
def test_networks_beyond_all_measure_are_refused_as_such(code: str, message: str) -> None:
    with pytest.raises(explainer.ExplainerError, match=message):
        read_question(code, None, None)


@pytest.mark.parametrize(
    ("last", "read"),
    [
        ("np.sum(Z[0])", "sum(Z_1)"),
        ("np.sum(np.tanh(Z[1]) ** 2)", "sum(tanh(Z_2)^2)"),
        ("Z[0, :] @ v", "Z_1 · v"),
        ("np.sum(Z[:, 0])", "sum((Z')_1)"),
        ("Z[:, 0] @ Z[:, 1]", "(Z')_1 · (Z')_2"),
        ("np.exp(Z[0, 1])", "exp(Z_{1,2})"),
    ],
)
def test_rows_and_columns_of_what_was_computed_move_with_it(last: str, read: str) -> None:
    """Z[0] was another name, Z_1, and its derivative 0."""
    trace = explainer.derive(f"Z = X @ W\nL = {last}", "W")
    assert trace.status == "finished"
    assert trace.problem.expression.text() == f"{read} where Z = X @ W"
    assert trace.result.has_derivative is False
    assert "X" in trace.result.text()
    again = explainer.derive(trace.problem.expression, trace.problem.wrt)
    assert again.result is trace.result


@pytest.mark.parametrize(
    ("text", "wrt"), [("L + L_1 where L = x^2", "x"), ("sum(Z_2) where Z = X W, Z_2 = Z + Z", "W")]
)
def test_numbered_names_beside_what_was_computed_stay_names(text: str, wrt: str) -> None:
    read = explainer.derive(text, wrt).problem.expression
    own = {name.text() for name in read.free} | {made.left.text() for made in read.definitions}
    assert own & {"L_1", "Z_2"}
