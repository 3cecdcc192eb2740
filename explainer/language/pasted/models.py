"""The networks of one pasted text: classes, objects made from them, layers with names, and their application."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, MutableMapping

from explainer.errors import ParseError
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.constructors import Constructors, arguments_of, closing
from explainer.language.pasted.layers import (
    WITHOUT_VALUE,
    Blueprint,
    Chain,
    Instance,
    Joined,
    Layer,
    Linear,
    Loss,
    Norm,
)
from explainer.language.pasted.sweep import Sweep
from explainer.phrases import phrase

_BASES = frozenset({"Module", "Model", "Layer"})
_FORWARD = ("forward", "call", "__call__")
DEEPEST = 20
"""Networks inside of networks beyond this depth are not read: one that calls itself has no end."""

Run = Callable[[list[list[CodeToken]], dict[str, str]], tuple[str, dict[str, str]]]
"""What lines give with values for names of their own: the value, and the names that they set."""


class Models:
    """Networks by name; `run` reads lines of a method."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        self.networks: MutableMapping[str, Layer] = {}
        self.blueprints: dict[str, Blueprint] = {}
        self.last: tuple[Layer, CodeToken] | None = None
        self.depth = 0
        self.current: Instance | None = None

    @property
    def constructors(self) -> Constructors:
        return Constructors(self.sweep, self.networks, self.blueprints, self.sweep.definitions)

    def __bool__(self) -> bool:
        return bool(self.networks or self.blueprints)

    # --- classes -----------------------------------------------------------------------------------------------------

    def define(
        self, line: list[CodeToken], body: list[list[CodeToken]], column: Callable[[list[CodeToken]], int]
    ) -> None:
        """A class of a network, by its __init__ and its forward; other classes and other methods are refused."""
        bases = {token.value for token in line[2:]} - set("():.,")
        if len(line) < 3 or not (bases & _BASES or bases <= {"object"}):
            raise self.sweep.refusal(
                phrase("“{0}” is not read", "class"), line[0], "A class is read where it is a network with forward."
            )
        methods: dict[str, list[list[CodeToken]]] = {}
        fields: list[tuple[str, list[CodeToken]]] = []
        heads: dict[str, list[CodeToken]] = {}
        current, depth = "", 0
        for part in map(_without_self, body):
            if part and part[0].value == "def" and (not current or column(part) <= depth):
                current, depth = part[1].value if len(part) > 1 else "", column(part)
                heads[current], methods[current] = part, _behind_colon(part)
            elif current and part:
                methods[current].append(part)
            elif len(part) > 2 and part[0].kind == "name" and part[1].value == ":":
                equal = next((k for k, token in enumerate(part) if token.value == "="), len(part))
                fields.append((part[0].value, part[equal + 1 :]))  # hidden: int = 64
        forward = next((name for name in _FORWARD if name in methods), None)
        if forward is None:
            raise self.sweep.refusal(
                phrase("the class {0} has no forward", line[1].value), line[1], "Add def forward(self, x): … return … ."
            )
        lost = next((token for part in methods[forward] for token in part if token.value == "self"), None)
        if lost is not None:
            raise self.sweep.refusal(phrase("“{0}” is not read", "self"), lost, "Write out its layers.")
        inputs = [name for name, _ in _parameters(heads[forward])]
        making = methods.get("__init__", [])
        parameters = _parameters(heads["__init__"]) if "__init__" in heads else fields
        if not any(part[0].value == "return" for part in methods[forward]):
            raise self.sweep.refusal(
                phrase("{0} returns nothing", forward), heads[forward][1], "End it with return and the value."
            )
        others = {
            name: ([parameter for parameter, _ in _parameters(heads[name])], lines)
            for name, lines in methods.items()
            if name != "__init__"
        }
        self.blueprints[line[1].value] = Blueprint(line[1], parameters, making, inputs, methods[forward], others)

    def _instance(self, blueprint: Blueprint, inside: list[CodeToken], run: Run) -> Instance:
        """An object of a class: its __init__ is read with the arguments."""
        if self.depth >= DEEPEST:
            raise self._endless(blueprint.name.value, blueprint.name)
        instance = Instance(blueprint)
        values: dict[str, str] = {}
        given = arguments_of(inside)
        for k, (option, value) in enumerate(given):
            name = option or (blueprint.parameters[k][0] if k < len(blueprint.parameters) else "")
            if name not in {parameter for parameter, _ in blueprint.parameters} or len(value) != 1:
                raise self.sweep.refusal(
                    phrase("{0} has no such argument", blueprint.name.value),
                    value[0],
                    "Give the arguments of its __init__, each as one number or name.",
                )
            values[name] = self._plain(value)
        for name, default in blueprint.parameters:
            if name not in values and len(default) == 1:
                values[name] = self._plain(default)
        with _Inside(self, instance):
            _, instance.values = run(blueprint.making, values)
        instance.values |= values
        return instance

    def _plain(self, value: list[CodeToken]) -> str:
        word = value[0].value
        if value[0].kind != "name":
            return word
        name = self.sweep.names.of(word)
        return self.sweep.definitions.get(name, name)

    def makes(self, tokens: list[CodeToken], place: int, library: bool) -> bool:
        """Whether a call at this place makes a network or a layer."""
        called = place + 1 < len(tokens) and tokens[place + 1].value == "("
        return called and (tokens[place].value in self.blueprints or self.constructors.begins(tokens, place, library))

    def made(self, name: CodeToken, inside: list[CodeToken], run: Run) -> Layer:
        """The network or layer of a call."""
        if name.value in self.blueprints:
            return self._instance(self.blueprints[name.value], inside, run)
        return self.constructors.made(name, inside)

    # --- what has a name ---------------------------------------------------------------------------------------------

    def assigned(self, word: str | None, tokens: list[CodeToken], run: Run) -> bool:
        """Whether a line makes a network, which is then kept under its name."""
        tokens = _without_methods(tokens)
        start = self.constructors.after_libraries(tokens)
        layer: Layer | None
        if len(tokens) > start + 1 and tokens[start].value in self.blueprints:
            if closing(tokens, start + 1) != len(tokens) - 1:
                return False
            layer = self._instance(self.blueprints[tokens[start].value], tokens[start + 2 : -1], run)
        else:
            layer = self.constructors.layer(tokens)
        if layer is None:
            return False
        if word is not None:
            self.networks[word] = layer
        if not isinstance(layer, Loss):
            self.last = layer, tokens[start]
        return True

    def is_method(self, line: list[CodeToken], run: Run) -> bool:
        """Whether a line only changes a network, as model.add(…) does, or computes nothing of the function."""
        if len(line) < 4 or line[0].value not in self.networks or line[1].value != "." or line[3].value != "(":
            return False
        network, method = self.networks[line[0].value], line[2]
        if method.value == "add" and isinstance(network, Chain):
            layer = self.constructors.layer(line[4:-1])
            if layer is None:
                raise self.sweep.refusal(
                    "this is no layer", line[4], "Layers are applied to one value; a loss takes two."
                )
            network.layers.append(layer)
            self.constructors.fit(network.layers)
            return True
        if method.value not in WITHOUT_VALUE:
            return False
        if any(token.value == "loss" for token in line):
            self.sweep.note("The loss of compile is not read: write it as a function, such as mse(Y, model(X)).")
        else:
            self.sweep.note("Lines that play no part in computing the function were left out.")
        return True

    # --- calls -------------------------------------------------------------------------------------------------------

    def called(self, layer: Layer, items: list[str], place: CodeToken, run: Run) -> str:
        """A network with its input."""
        if isinstance(layer, Loss):
            return self.sweep.loss_object(layer, items, place)
        if isinstance(layer, Instance):
            return self._forward(layer, items, place, run)
        if isinstance(layer, Joined):
            return self.sweep.joined(layer, items)
        if len(items) != 1:
            raise self.sweep.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", place.value, 1, len(items)), place, "Give its input."
            )
        if isinstance(layer, Chain):
            value = items[0]
            for inner in layer.layers:
                value = self.called(inner, [value], place, run)
            return value
        return self.sweep.apply(layer, items[0], place)

    def _forward(self, instance: Instance, items: list[str], place: CodeToken, run: Run) -> str:
        blueprint = instance.blueprint
        if len(items) != len(blueprint.inputs):
            raise self.sweep.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", place.value, len(blueprint.inputs), len(items)),
                place,
                "Give every argument.",
            )
        return self._run(instance, blueprint.name.value, blueprint.inputs, blueprint.lines, items, place, run)

    def _run(
        self, instance: Instance, name: str, inputs: list[str], lines: list[list[CodeToken]], items: list[str],
        place: CodeToken, run: Run,
    ) -> str:  # fmt: skip
        """What the lines of a method give."""
        if self.depth >= DEEPEST:
            raise self._endless(name, place)
        values = dict(zip(inputs, map(self.sweep.named, items), strict=True))
        with _Inside(self, instance):
            value, _ = run(lines, {**instance.values, **values})
        return value if re.fullmatch(r"\w+|\w+\([^()]*\)", value) else f"({value})"

    def _endless(self, name: str, place: CodeToken) -> ParseError:
        return self.sweep.refusal(
            phrase("{0} calls itself, or is nested too deeply", name), place, "Write out its layers."
        )

    def is_helper(self, name: str) -> bool:
        """Whether a name is another method of the object whose method is read: self.encode(x)."""
        return self.current is not None and name in self.current.blueprint.methods

    def helped(self, name: CodeToken, items: list[str], run: Run) -> str:
        """The value of such a method."""
        assert self.current is not None
        inputs, lines = self.current.blueprint.methods[name.value]
        if len(inputs) != len(items):
            raise self.sweep.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", name.value, len(inputs), len(items)),
                name,
                "Give every argument.",
            )
        return self._run(self.current, name.value, inputs, lines, items, name, run)

    def keep(self, name: CodeToken, blueprint: Blueprint, run: Run) -> None:
        """A network that lines describe without a class."""
        self.networks[name.value] = instance = self._instance(blueprint, [], run)
        self.last = instance, name

    def whole(self, run: Run) -> str:
        """The network that was made last, of a batch, where the code does not apply it."""
        if self.last is None and self.blueprints:
            blueprint = next(reversed(self.blueprints.values()))
            self.last = self._instance(blueprint, [], run), blueprint.name
        if self.last is None:
            return ""
        layer, place = self.last
        count = len(layer.blueprint.inputs) if isinstance(layer, Instance) else 1
        names = ["X"] if count == 1 and "X" not in self.sweep.names.taken else []
        names = names or [self.sweep.fresh("X", k + 1) for k in range(count)]
        self.sweep.note(phrase("The network is applied to {0}.", ", ".join(names)))
        return self.called(layer, names, place, run)

    def member(self, layer: Layer, name: CodeToken) -> Layer | str:
        """model[0] and model.fc1, and the weights of a layer that has been applied."""
        if (
            isinstance(layer, Chain)
            and name.kind == "number"
            and name.value.isdecimal()
            and int(name.value) < len(layer.layers)
        ):
            return layer.layers[int(name.value)]
        if isinstance(layer, Instance) and name.value in layer.layers:
            return layer.layers[name.value]
        if isinstance(layer, Instance | Linear | Chain) and name.value == "forward":
            return layer
        if isinstance(layer, Linear) and name.value in {"in_features", "out_features"}:
            return layer.inputs if name.value == "in_features" else layer.outputs
        known = isinstance(layer, Norm) or (isinstance(layer, Linear) and layer.inputs)
        if isinstance(layer, Linear | Norm) and known and name.value in {"weight", "bias", "kernel", "gamma", "beta"}:
            if not layer.weight and isinstance(layer, Linear):
                self.sweep.layers += 1  # the weights are used before the layer: they are its all the same
            self.sweep.name_weights(layer)
        found = (
            {"weight": layer.weight, "bias": layer.offset, "kernel": layer.weight, "gamma": layer.weight,
             "beta": layer.offset} if isinstance(layer, Linear | Norm) else {}
        )  # fmt: skip
        if found.get(name.value):
            return found[name.value]
        raise self.sweep.refusal(
            phrase(".{0} has no meaning here", name.value),
            name,
            "Apply the network first; then .weight and .bias have names.",
        )


class _Inside:
    """While the methods of an object are read, its layers have names of their own."""

    def __init__(self, models: Models, instance: Instance) -> None:
        self.models, self.instance = models, instance
        self.before = models.networks, models.last, models.current

    def __enter__(self) -> None:
        self.models.depth += 1
        self.models.networks = ChainMap(self.instance.layers, self.before[0])
        self.models.current = self.instance

    def __exit__(self, *_: object) -> None:
        self.models.depth -= 1
        self.models.networks, self.models.last, self.models.current = self.before


def _without_self(line: list[CodeToken]) -> list[CodeToken]:
    """self.fc1 is fc1 inside of the class."""
    kept: list[CodeToken] = []
    k = 0
    while k < len(line):
        if line[k].value == "self" and k + 1 < len(line) and line[k + 1].value == ".":
            k += 2
            continue
        kept.append(line[k])
        k += 1
    return kept


def _behind_colon(line: list[CodeToken]) -> list[list[CodeToken]]:
    """The rest of a def that stands in one line."""
    depth = 0
    for k, token in enumerate(line):
        depth += (token.value in "([{") - (token.value in ")]}")
        if token.value == ":" and depth == 0:
            return [line[k + 1 :]] if line[k + 1 :] else []
    return []


def _parameters(line: list[CodeToken]) -> list[tuple[str, list[CodeToken]]]:
    """The parameters of a method without self, each with the tokens of its default."""
    inside = line[3 : closing(line, 2)] if len(line) > 2 else []
    found = []
    for option, value in arguments_of(inside):
        if option:
            found.append((option, value))
        elif value[0].value != "self" and value[0].kind == "name":
            equal = next((k for k, token in enumerate(value) if token.value == "="), len(value))
            found.append((value[0].value, value[equal + 1 :]))
    return found


def _without_methods(tokens: list[CodeToken]) -> list[CodeToken]:
    """Net().to(device): the methods at the end change nothing."""
    while len(tokens) > 4 and tokens[-1].value == ")" and any(token.value in WITHOUT_VALUE for token in tokens):
        opening = next(
            (
                k
                for k in range(len(tokens) - 2, 0, -1)
                if closing(tokens, k) == len(tokens) - 1 and tokens[k].value == "("
            ),
            0,
        )
        if opening < 3 or tokens[opening - 1].value not in WITHOUT_VALUE or tokens[opening - 2].value != ".":
            break
        tokens = tokens[: opening - 2]
    return tokens
