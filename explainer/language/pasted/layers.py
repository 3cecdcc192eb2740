"""Layers and losses of PyTorch and Keras by their constructors: what each computes, and what its sizes tell.

To add a layer that works on every entry: a row in ENTRYWISE; a loss: a row in LOSSES and in `losses.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from explainer.language.pasted.code_tokens import CodeToken


class Size(NamedTuple):
    """Rows and columns of a value; no rows, where it is one vector, and `columns` 1 where every row is a number."""

    rows: str
    columns: str

    def shape(self) -> str:
        """As it is declared: a size of 1 is left out."""
        return " x ".join(part for part in self if part not in {"", "1"}) or "1"


@dataclass(slots=True)
class Linear:
    """A layer with weights: nn.Linear is X W' + b with W out × in, Keras' Dense X W + b with W in × out.

    `inputs` is empty where the constructor does not say it; the names of the weights are given at the first use.
    """

    place: CodeToken
    inputs: str
    outputs: str
    bias: bool = True
    keras: bool = False
    activation: Entrywise | None = None
    weight: str = ""
    offset: str = ""

    @property
    def shown(self) -> str:
        """The layer as in the code."""
        return f"Dense({self.outputs})" if self.keras else f"Linear({self.inputs}, {self.outputs})"


@dataclass(frozen=True, slots=True)
class Entrywise:
    """A layer without weights: a text with the value at {0}; `rows` when it works along axis=1."""

    template: str

    def of(self, value: str, batch: bool) -> str:
        """The layer of a value, which is a batch of rows or one vector."""
        return self.template.format(value, ", axis=1" if batch else "")


@dataclass(slots=True)
class Norm:
    """A layer that takes off the mean of each sample and divides by its spread; `affine` when it then scales and shifts
    every entry, by weights that get their names at the first use."""

    place: CodeToken
    size: str
    affine: bool = True
    weight: str = ""
    offset: str = ""

    @property
    def shown(self) -> str:
        return f"LayerNorm({self.size})"


@dataclass(slots=True)
class StoredNorm:
    """Batch normalisation of a trained network: what it takes off and divides by is the same for every batch."""

    place: CodeToken
    size: str
    affine: bool = True
    weight: str = ""
    offset: str = ""
    mean: str = ""
    spread: str = ""

    @property
    def shown(self) -> str:
        return f"{self.place.value}({self.size})"


@dataclass(frozen=True, slots=True)
class Joined:
    """A layer of several values, which are put together entry by entry; `mean` when their number divides them."""

    sign: str
    mean: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """The size of what comes in, where Keras says it."""

    size: str


@dataclass(slots=True)
class Chain:
    """Layers one after the other."""

    layers: list[Layer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss as an object: its name in `losses.py`, and the options it was made with."""

    name: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A class of a network: the parameters of its __init__ with what they are if not given, and the lines of both.

    `methods` are its other methods, each with its parameters and lines.
    """

    name: CodeToken
    parameters: list[tuple[str, list[CodeToken]]]
    making: list[list[CodeToken]]
    inputs: list[str]
    lines: list[list[CodeToken]]
    methods: Mapping[str, tuple[list[str], list[list[CodeToken]]]] = field(default_factory=dict)


@dataclass(slots=True)
class Instance:
    """A network made from a class: what it holds by name, layers and values."""

    blueprint: Blueprint
    layers: dict[str, Layer] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


Layer = Linear | Norm | StoredNorm | Joined | Entrywise | Input | Chain | Loss | Instance

_RELU = Entrywise("relu({0})")
_SOFTMAX = Entrywise("softmax({0}{1})")
ENTRYWISE: dict[str, Entrywise] = {
    "ReLU": _RELU, "relu": _RELU,
    "Softmax": _SOFTMAX, "softmax": _SOFTMAX,
    "LogSoftmax": Entrywise("ln(softmax({0}{1}))"), "log_softmax": Entrywise("ln(softmax({0}{1}))"),
    "Identity": Entrywise("{0}"), "linear": Entrywise("{0}"),
    **{word: Entrywise(f"{function}({{0}})") for function, words in {
        "sigmoid": ("Sigmoid", "sigmoid"), "tanh": ("Tanh", "tanh"), "softplus": ("Softplus", "softplus"),
        "silu": ("SiLU", "silu", "swish"), "gelu": ("GELU", "gelu"), "elu": ("ELU", "elu"),
        "exp": ("exponential",), "relu6": ("ReLU6", "relu6"),
    }.items() for word in words},
}  # fmt: skip
"""Layers without weights, and the names that Keras gives to activations."""

LOSSES: dict[str, str] = {
    "CrossEntropyLoss": "cross_entropy", "NLLLoss": "nll_loss", "MSELoss": "mse_loss", "L1Loss": "l1_loss",
    "HuberLoss": "huber_loss", "SmoothL1Loss": "huber_loss", "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits", "MeanSquaredError": "mean_squared_error",
    "MeanAbsoluteError": "mean_absolute_error", "CategoricalCrossentropy": "categorical_crossentropy",
    "SparseCategoricalCrossentropy": "categorical_crossentropy", "BinaryCrossentropy": "binary_crossentropy",
}  # fmt: skip
"""Losses as objects, by the function that does the same."""

JOINED: dict[str, Joined] = {
    "Add": Joined(" + "), "Subtract": Joined(" - "), "Multiply": Joined(" ⊗ "), "Average": Joined(" + ", mean=True),
}  # fmt: skip
"""Layers of Keras that take a list of values."""

STORED = frozenset({"BatchNorm1d", "BatchNorm", "BatchNormalization", "SyncBatchNorm"})
"""Batch normalisation of rows, by the names of its layers."""

MADE = frozenset(
    {"Linear", "Dense", "LayerNorm", "LayerNormalization", "Sequential", "Input", "InputLayer", "Activation",
     "LeakyReLU", *LOSSES, *JOINED}
)  # fmt: skip
MADE |= {name for name in ENTRYWISE if name[0].isupper()}
"""Every constructor that is read."""

WITHOUT_VALUE = frozenset(
    {"compile", "fit", "summary", "eval", "train", "to", "build", "load_state_dict", "parameters", "cuda"}
)
"""Methods of a network that compute nothing of the function."""
