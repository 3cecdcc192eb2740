"""Constructors of layers in code: nn.Sequential(nn.Linear(4, 8), nn.ReLU()), Dense(10, activation="relu")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from explainer.errors import ParseError
from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_refusals import REASONS, reason_for
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.layers import (
    ENTRYWISE,
    JOINED,
    LOSSES,
    MADE,
    STORED,
    Blueprint,
    Chain,
    Entrywise,
    Input,
    Layer,
    Linear,
    Loss,
    Norm,
    StoredNorm,
)
from explainer.language.pasted.sweep import Sweep
from explainer.phrases import phrase

_IGNORED = frozenset({"name", "inplace", "dtype", "device", "trainable"})
"""Options that do not change what a layer computes."""
_FROM_CODE = frozenset({"Parameter", "Module", "Model", "Tensor"})
"""Names of the libraries with a capital that are no layers."""


def known_layers() -> str:
    """The layers and losses that are read, for a message."""
    return ", ".join(sorted(name for name in MADE if name not in {"InputLayer", "Identity"}))


def arguments_of(tokens: list[CodeToken]) -> list[tuple[str, list[CodeToken]]]:
    """What stands between the brackets of a call: for each argument its option's name, or none, and its tokens."""
    parts: list[list[CodeToken]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.value in "([{") - (token.value in ")]}")
        if token.value == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    named = []
    for part in filter(None, parts):
        option = len(part) > 2 and part[0].kind == "name" and part[1].value == "="
        named.append((part[0].value, part[2:]) if option else ("", part))
    return named


def closing(tokens: Sequence[CodeToken], opening: int) -> int:
    """Where the bracket at a place closes, or the end."""
    depth = 0
    for k in range(opening, len(tokens)):
        depth += (tokens[k].value in "([{") - (tokens[k].value in ")]}")
        if depth == 0:
            return k
    return len(tokens)


def _second(pair: list[CodeToken]) -> list[CodeToken]:
    """The layer of ("fc1", nn.Linear(4, 8)), in a dictionary that keeps its order."""
    inside = pair[1:-1] if len(pair) > 2 and pair[0].value == "(" else pair
    parts = arguments_of(inside)
    return parts[-1][1] if parts else pair


def product_of(factors: list[str]) -> str:
    """A product of sizes, worked out as far as it is known."""
    known = prod(int(factor) for factor in factors if factor.isdecimal())
    names = [factor for factor in factors if not factor.isdecimal()]
    return "*".join(([str(known)] if known != 1 or not names else []) + names)


def leaky(slope: str) -> Entrywise:
    """The activation that is z above 0 and a multiple of it below."""
    return Entrywise(f"(relu({{0}}) - {slope} relu(-{{0}}))")


class Constructors:
    """Reads layers; `networks` are those that have a name already, `blueprints` the classes."""

    def __init__(
        self,
        sweep: Sweep,
        networks: Mapping[str, Layer],
        blueprints: Mapping[str, Blueprint],
        values: Mapping[str, str],
    ) -> None:
        self.sweep = sweep
        self.networks = networks
        self.blueprints = blueprints
        self.values = values

    def begins(self, tokens: list[CodeToken], place: int, library: bool) -> bool:
        """Whether a call at this place makes a layer; of a library, every name with a capital may be meant as one."""
        name = tokens[place].value
        if place + 1 >= len(tokens) or tokens[place + 1].value != "(":
            return False
        return (
            name in MADE
            or name in STORED
            or (name in REASONS and name[0].isupper())
            or (library and name[0].isupper() and name not in _FROM_CODE | words.SYMBOLIC)
        )

    def layer(self, tokens: list[CodeToken]) -> Layer | None:
        """The layer that a text of code is, as a whole; None where it is something else."""
        start = self.after_libraries(tokens)
        if start >= len(tokens) or tokens[start].kind != "name":
            return None
        name = tokens[start]
        if start == 0 and len(tokens) == 1:
            return self.networks.get(name.value)
        if closing(tokens, start + 1) != len(tokens) - 1 or name.value in self.blueprints:
            return None
        return self.made(name, tokens[start + 2 : -1]) if self.begins(tokens, start, start > 0) else None

    def after_libraries(self, tokens: list[CodeToken]) -> int:
        """Where the name behind torch.nn. begins."""
        k = 0
        while (
            k + 2 < len(tokens) and tokens[k + 1].value == "." and tokens[k].value in words.MODULES | words.SUBMODULES
        ):
            k += 2
        return k

    def made(self, name: CodeToken, inside: list[CodeToken]) -> Layer:
        """The layer of a constructor with its arguments. Raises ParseError at what is not known."""
        word, given = name.value, arguments_of(inside)
        if self.sweep.evaluates and word in STORED:
            return self._stored(given, name)
        if self.sweep.evaluates and word.startswith(("Dropout", "AlphaDropout", "Gaussian")):
            self.sweep.note("Dropout changes nothing once the network is trained.")
            return ENTRYWISE["Identity"]
        if word == "Flatten":
            return self._flattened(given, name)
        reason = reason_for(word)
        if reason is not None:
            raise self._refusal(reason[0], name, reason[1])
        if word in {"ModuleList", "ModuleDict", "ParameterList"}:
            raise self._refusal(
                phrase("the layers of this {0} are not known one by one", word),
                name,
                "Give them in a list in square brackets, no more than 200 of them.",
            )
        if word not in MADE:
            raise self._refusal(
                phrase("the layer {0} is not read", word), name, phrase("Known here: {0}.", known_layers())
            )
        if word == "Sequential":
            return self._sequential(given, name)
        if word in LOSSES:
            return Loss(LOSSES[word], {option: self._word(value) for option, value in given if option})
        if word in JOINED:
            return JOINED[word]
        if word == "Activation":
            return self._activation(given[0][1] if given else [name]) or ENTRYWISE["Identity"]
        if word == "LeakyReLU":
            slope = given[0][1] if given else []
            return leaky(slope[0].value if len(slope) == 1 else "0.3" if self.sweep.has_keras else "0.01")
        if word in {"Input", "InputLayer"}:
            return Input(self._input(given, name))
        if word in {"Linear", "Dense"}:
            return self._linear(given, name)
        if word in {"LayerNorm", "LayerNormalization"}:
            return self._norm(given, name)
        for option, value in given:
            if option not in {"dim", "axis", *_IGNORED} or (option in {"dim", "axis"} and not self._last(value)):
                raise self._option(option or value[0].value, value[0])
        return ENTRYWISE[word]

    @staticmethod
    def _last(value: list[CodeToken]) -> bool:
        """Whether an axis is that of the entries of a row."""
        return "".join(token.value for token in value) in {"1", "-1"}

    def _sequential(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> Chain:
        if len(given) == 1 and given[0][1][0].value == "OrderedDict":
            given = [("", _second(part)) for _, part in arguments_of(given[0][1][3:-2])]
        if len(given) == 1 and given[0][1][0].value == "[":
            given = arguments_of(given[0][1][1:-1])
        layers: list[Layer] = []
        for option, part in given:
            if option in _IGNORED:
                continue
            layer = self.layer(part)
            if layer is None or isinstance(layer, Loss):
                shown = "".join(token.value for token in part[: self.after_libraries(part) + 1])
                raise self._refusal(
                    phrase("{0} is not a layer that can be read here", shown),
                    part[min(self.after_libraries(part), len(part) - 1)],
                    phrase("Known here: {0}.", known_layers()),
                )
            layers.append(layer)
        self.fit(layers)
        return Chain(layers)

    def fit(self, layers: list[Layer]) -> None:
        """Layers with weights that follow each other: the outputs of one are the inputs of the next."""
        before: Linear | None = None
        for layer in layers:
            if not isinstance(layer, Linear):
                continue
            if before is not None and layer.inputs and before.outputs != layer.inputs:
                raise self._refusal(
                    phrase(
                        "{0} gives {1} outputs, and {2} takes {3} inputs",
                        before.shown,
                        before.outputs,
                        layer.shown,
                        layer.inputs,
                    ),
                    layer.place,
                    phrase("Make both sizes equal: {0} or {1}.", before.outputs, layer.inputs),
                )
            before = layer

    def _linear(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> Linear:
        keras = name.value == "Dense"
        order = ["units", "activation", "use_bias"] if keras else ["in_features", "out_features", "bias"]
        found: dict[str, list[CodeToken]] = {}
        for option, value in given:
            key = option or (order[len(found)] if len(found) < len(order) else value[0].value)
            key = "units" if keras and key == "features" else key  # as flax calls them
            if key not in {*order, *_IGNORED, *({"input_shape", "input_dim"} if keras else ())}:
                raise self._option(key, value[0])
            found[key] = value
        needed = order[:1] if keras else order[:2]
        for key in needed:
            if key not in found:
                raise self._refusal(phrase("{0} needs {1}", name.value, key), name, "Give the sizes of the layer.")
        bias = self._word(found.get(order[2], [])) != "False"
        if not keras:
            inputs, outputs = (self._size(found[key], name) for key in needed)
            return Linear(name, inputs, outputs, bias)
        shape = found.get("input_shape") or found.get("input_dim")
        activation = self._activation(found["activation"]) if "activation" in found else None
        inputs = self._size(shape, name) if shape else ""
        return Linear(name, inputs, self._size(found["units"], name), bias, True, activation)

    def _flattened(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> Layer:
        """What puts the entries of each sample into one row: they stand in rows already."""
        self.sweep.note(
            "{0} changes nothing: each row of the batch already holds the entries of one sample.", name.value
        )
        shape = next((value for option, value in given if option == "input_shape"), None)
        if shape is None:
            return ENTRYWISE["Identity"]
        sizes = [part for part in shape if part.value not in {"(", ")", ","}]
        return Input(product_of([self._factor(token, name) for token in sizes]))

    def _norm(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> Norm:
        found = dict(given)
        for option, value in given:
            if option not in {"", "normalized_shape", "eps", "epsilon", "elementwise_affine", *_IGNORED}:
                raise self._option(option, value[0])
        shape = found.get("") or found.get("normalized_shape")
        affine = self._word(found.get("elementwise_affine", [])) != "False"
        self.sweep.note("The small number eps, which LayerNorm adds under the root, is left out.")
        return Norm(name, self._size(shape, name) if shape else "", affine)

    def _stored(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> StoredNorm:
        """Batch normalisation with the mean and the spread that are stored."""
        found = dict(given)
        size = found.get("") or found.get("num_features")
        self.sweep.note("{0} uses the mean and the spread that were stored while the network was trained.", name.value)
        return StoredNorm(name, self._size(size, name) if size else "", self._word(found.get("affine", [])) != "False")

    def _activation(self, value: list[CodeToken]) -> Entrywise | None:
        word = self._word(value)
        if word == "None":
            return None
        if word not in ENTRYWISE:
            raise self._refusal(
                phrase("the activation {0} is not read", word),
                value[-1],
                phrase("Known here: {0}.", ", ".join(sorted(key for key in ENTRYWISE if key.islower()))),
            )
        return ENTRYWISE[word]

    def _input(self, given: list[tuple[str, list[CodeToken]]], name: CodeToken) -> str:
        shape = next((value for option, value in given if option in {"", "shape", "input_shape"}), None)
        if shape is None:
            raise self._refusal(phrase("{0} needs {1}", name.value, "shape"), name, "Give the sizes of the layer.")
        return self._size(shape, name)

    def _size(self, value: list[CodeToken], name: CodeToken) -> str:
        """A size: a number, a name, or a product of these; (4,) is a tuple of one."""
        inner = [token for token in value if token.value not in {"(", ")", "[", "]", ","}]
        if len(inner) % 2 != 1 or any(token.value != "*" for token in inner[1::2]):
            raise self._no_size(value[0])
        return product_of([self._factor(token, name) for token in inner[::2]])

    def _no_size(self, token: CodeToken) -> ParseError:
        return self._refusal(
            "a size is a number, a name, or a product of these here", token, "Write Linear(4, 8) or Linear(n, 4*n)."
        )

    def _factor(self, token: CodeToken, name: CodeToken) -> str:
        if token.kind not in {"number", "name"}:
            raise self._no_size(token)
        text = token.value.replace("_", "") if token.kind == "number" else self.sweep.names.of(token.value)
        text = self.values.get(text, text)
        if token.kind == "number" and (not text.isdecimal() or not int(text[:9])):
            raise self._refusal("a size is a whole number from 1 on", token, "Write Linear(4, 8) or Linear(n, m).")
        return text

    @staticmethod
    def _word(value: list[CodeToken]) -> str:
        """A word or text in quotation marks; of tf.nn.relu the last name."""
        return value[-1].value.strip("'\"") if value else ""

    def _option(self, option: str, token: CodeToken) -> ParseError:
        return self._refusal(
            phrase("the option {0} has no meaning here", option), token, "Leave it out, or write the function in words."
        )

    def _refusal(self, message: str, token: CodeToken, hint: str) -> ParseError:
        return self.sweep.refusal(message, token, hint)
