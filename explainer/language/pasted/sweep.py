"""Networks that pasted code builds, applied to their input: one definition after the other, Z_1 = X W_1' + b_1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from explainer.errors import ParseError
from explainer.expr.letters import fresh, numbered
from explainer.language.pasted import losses
from explainer.language.pasted.code_calls import Arguments
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.layers import Entrywise, Input, Joined, Layer, Linear, Loss, Norm, Size, StoredNorm
from explainer.language.pasted.names import Names
from explainer.language.pasted.networks.calls import CALLS
from explainer.phrases import phrase

DEEPEST = 200
"""Layers beyond this many are not read: nobody reads that many definitions."""

_KEEPS_SIZE = frozenset(
    {"relu", "softmax", "ln", "log", "exp", "sigmoid", "tanh", "softplus", "silu", "gelu", "elu", "abs", "max", "min",
     "sqrt", "relu6", "sin", "cos", "huber", "leaky_relu"}
)  # fmt: skip
"""Functions whose value is as large as what they are given."""
_NAME = re.compile(r"[^\W\d]\w*")
_ROWS = re.compile(r"[A-Z]\w*'? @ [A-Z]|softmax\([^()]*, axis=1\)")
"""What only a batch of rows is written with."""


@dataclass(slots=True)
class Sweep:
    """What the networks of one pasted text have computed: definitions and shapes are those of the text itself."""

    text: str
    names: Names
    notes: list[str]
    definitions: dict[str, str]
    shapes: dict[str, str]
    sizes: dict[str, Size] = field(default_factory=dict)
    layers: int = 0
    functions: frozenset[str] = frozenset()
    letter: str = ""
    weights: list[str] = field(default_factory=list)
    evaluates: bool = False
    """Whether the networks are those after training: model.eval() says so."""
    facts: dict[str, str] = field(default_factory=dict)
    """What is known of targets, by their names: the classes of F.cross_entropy are one-hot rows."""

    def refusal(self, message: str, token: CodeToken, hint: str) -> ParseError:
        return ParseError(message, text=self.text, position=token.start, end=token.end, hint=hint)

    @property
    def has_keras(self) -> bool:
        return "keras" in self.text

    def note(self, sentence: str, *values: str) -> None:
        sentence = phrase(sentence, *values) if values else sentence
        if sentence not in self.notes:
            self.notes.append(sentence)

    # --- sizes -------------------------------------------------------------------------------------------------------

    def size_of(self, value: str) -> Size | None:
        """The size of a value, where it follows from the layers before it."""
        if not self.sizes and not self.shapes:
            return None
        value = value.strip()
        known = self._known(value)
        if known is not None:
            return known
        if re.search(r"[@'·]|axis=0", value) or _NAME.fullmatch(value):
            return None
        # Each name is looked up, and not what it stands for: definitions that rest on each other double at every line.
        words = [(match.group(), value[match.end() : match.end() + 1]) for match in _NAME.finditer(value)]
        if any(after == "(" and word not in _KEEPS_SIZE for word, after in words):
            return None
        found = {size for word, after in words if after != "(" and (size := self._known(word)) is not None}
        return found.pop() if len(found) == 1 else None

    def _known(self, name: str) -> Size | None:
        if name in self.sizes or name not in self.shapes:
            return self.sizes.get(name)
        parts = self.shapes[name].split(" x ")
        if parts == ["scalar"]:
            return None
        return Size(parts[0], parts[1]) if len(parts) == 2 else Size("", parts[0])

    def batch(self, value: str) -> bool:
        """Whether a value is known to be a batch of rows."""
        size = self.size_of(value)
        return size is not None and bool(size.rows)

    def rows_name(self) -> str:
        """The letter for the number of rows, the same for all."""
        if not self.letter:
            self.letter = fresh(self.names.taken, "NBMR")
            self.names.taken.add(self.letter)
        return self.letter

    def fresh(self, letter: str, number: int) -> str:
        """A name such as Z_3 that is not in use yet."""
        name = numbered(letter, self.names.taken, start=number)
        self.names.taken.add(name)
        return name

    def keep(self, letter: str, value: str, size: Size | None, number: int | None = None) -> str:
        """Define a name for a value."""
        name = self.fresh(letter, number or max(self.layers, 1))
        self.definitions[name] = value
        if size is not None:
            self.sizes[name] = size
        return name

    def named(self, value: str) -> str:
        """A value as a name: of its own, or one that it gets."""
        bare = value[1:-1] if re.fullmatch(r"\([^()]*\)", value) else value
        return bare if _NAME.fullmatch(bare) else self.keep("H", bare, self.size_of(bare))

    # --- layers ------------------------------------------------------------------------------------------------------

    def apply(self, layer: Layer, value: str, place: CodeToken) -> str:
        """The value of a layer."""
        if isinstance(layer, Linear):
            return self._linear(layer, value, place)
        if isinstance(layer, Norm):
            return self._norm(layer, value)
        if isinstance(layer, StoredNorm):
            return self._stored_norm(layer, value)
        if isinstance(layer, Entrywise):
            if layer.template.count("{0}") > 1:
                value = self.named(value)
            return layer.of(value, self.batch(value))
        if isinstance(layer, Input):
            self._expect(value, layer.size, place, "Input")
            return value
        raise self.refusal("this is no layer", place, "Layers are applied to one value; a loss takes two.")

    def _expect(self, value: str, wanted: str, place: CodeToken, shown: str) -> Size:
        """The size of what comes in, declared where it is not known; refused where it does not fit."""
        size = self.size_of(value)
        if size is None:
            size = Size(self.rows_name(), wanted)
            if _NAME.fullmatch(value) and value not in self.definitions:
                self.shapes[value] = size.shape()
                self.sizes[value] = size
                self.note(phrase("{0} holds one sample in each of its {1} rows.", value, size.rows))
        if wanted and size.columns != wanted:
            raise self.refusal(
                phrase("{0} takes {1} inputs, and {2} has {3}", shown, wanted, value, size.columns),
                place,
                phrase("Make both sizes equal: {0} or {1}.", wanted, size.columns),
            )
        return size

    def _linear(self, layer: Linear, value: str, place: CodeToken) -> str:
        value = self.named(value)
        self.layers += not layer.weight
        if self.layers > DEEPEST:
            raise self.refusal(phrase("more than {0} layers are not read", DEEPEST), place, "Paste fewer layers.")
        known = self.size_of(value)
        if not layer.inputs and known is None:
            layer.inputs = "d" if "d" not in self.names.taken else "m"
        if not layer.inputs and known is not None:
            layer.inputs = known.columns
        size = self._expect(value, layer.inputs, layer.place, layer.shown)
        self.name_weights(layer)
        text = self._product(layer, value, size) + (f" + {layer.offset}" if layer.offset else "")
        name = self.keep("Z", text, Size(size.rows, layer.outputs))
        return layer.activation.of(name, bool(size.rows)) if layer.activation else name

    def _size_for(self, layer: Norm | StoredNorm, value: str) -> Size:
        """The size of what comes in, which a layer without a size of its own takes over."""
        if not layer.size:
            known = self.size_of(value)
            layer.size = known.columns if known is not None else "d" if "d" not in self.names.taken else "m"
        return self._expect(value, layer.size, layer.place, layer.shown)

    def _norm(self, layer: Norm, value: str) -> str:
        """γ ⊗ layer_norm(x) + β; of a batch every row is scaled, which is a product with a diagonal matrix."""
        value = self.named(value)
        size = self._size_for(layer, value)
        if not layer.affine:
            return self.keep("H", f"layer_norm({value})", size)
        self.name_weights(layer)
        scaled = f"layer_norm({value}) @ diag({layer.weight})" if size.rows else f"{layer.weight} ⊗ layer_norm({value})"
        return self.keep("H", f"{scaled} + {layer.offset}", size)

    def _stored_norm(self, layer: StoredNorm, value: str) -> str:
        """(x − μ) ⊘ σ ⊗ γ + β with μ and σ that stand still; of a batch every row is treated alike."""
        value = self.named(value)
        size = self._size_for(layer, value)
        if not layer.mean:
            number = max(self.layers, 1)
            layer.mean, layer.spread = self.fresh("mu", number), self.fresh("sigma", number)
            given = {layer.mean: layer.size, layer.spread: layer.size}
            if layer.affine:
                layer.weight, layer.offset = self.fresh("gamma", number), self.fresh("beta", number)
                self.weights.append(layer.weight)
                given |= {layer.weight: layer.size, layer.offset: layer.size}
            self.shapes |= given
        factor = f"{layer.weight or '1'} ⊘ {layer.spread}"
        left = f"({value} - {layer.mean})"
        scaled = f"{left} @ diag({factor})" if size.rows else f"{left} ⊗ ({factor})"
        return self.keep("H", scaled + (f" + {layer.offset}" if layer.offset else ""), size)

    def joined(self, layer: Joined, items: list[str]) -> str:
        """Several values, entry by entry."""
        parts = [item for text in items for item in text.removeprefix("[").removesuffix("]").split(", ")]
        text = layer.sign.join(parts)
        text = f"({text})/{len(parts)}" if layer.mean else text
        return self.keep("H", text, self.size_of(parts[0]))

    def name_weights(self, layer: Linear | Norm) -> None:
        """Give the weights of a layer their names, once; those of a layer are numbered alike."""
        if layer.weight:
            return
        if isinstance(layer, Linear):
            self._weights(layer)
            return
        self.layers = max(self.layers, 1)
        layer.weight, layer.offset = self.fresh("gamma", self.layers), self.fresh("beta", self.layers)
        self.weights.append(layer.weight)
        self.shapes |= {layer.weight: layer.size, layer.offset: layer.size}

    def _weights(self, layer: Linear) -> None:
        """Names and shapes of the weights; a size of 1 is left out, so that one output has a vector of weights."""
        both = (layer.inputs, layer.outputs) if layer.keras else (layer.outputs, layer.inputs)
        layer.weight = self.fresh("w" if "1" in both else "W", self.layers)
        self.weights.append(layer.weight)
        self.shapes[layer.weight] = " x ".join(part for part in both if part != "1") or "scalar"
        if "1" in both:
            self.note(phrase("{0} is written as a vector, as one of its sizes is 1.", layer.weight))
        if layer.bias:
            layer.offset = self.fresh("b", self.layers)
            self.shapes[layer.offset] = layer.outputs if layer.outputs != "1" else "scalar"

    def _product(self, layer: Linear, value: str, size: Size) -> str:
        """The product of the batch with the weights, or of the weights with one vector."""
        one_in, one_out = layer.inputs == "1", layer.outputs == "1"
        weight = layer.weight
        if not size.rows:
            if one_in or one_out:
                return f"{weight} {value}" if one_in else f"{weight} · {value}"
            return f"{weight}' {value}" if layer.keras else f"{weight} {value}"
        turned = one_in if one_in or one_out else not layer.keras
        return f"{value} {weight}'" if turned and not (one_in and one_out) else f"{value} {weight}"

    def reading(self, word: str, arguments: Arguments, place: CodeToken) -> str | None:
        """A function of a value whose size is known: softmax over rows, a loss of a batch."""
        if word in {"softmax", "log_softmax"} and arguments.items and self.batch(arguments.items[0]):
            axis = arguments.take("axis", "dim") or (arguments.items.pop() if len(arguments.items) == 2 else "1")
            inner = f"softmax({arguments.items[0]}, axis={axis.replace('-1', '1')})"
            return f"ln({inner})" if word == "log_softmax" else inner
        if word == "linear" and len(arguments.items) in {2, 3}:
            return self._affine(arguments)
        return self.loss(word, arguments, place, from_object=False)

    def _affine(self, arguments: Arguments) -> str | None:
        """F.linear(X, W, b): a batch times W', one vector behind W."""
        offset = arguments.take("bias") or (arguments.items.pop() if len(arguments.items) == 3 else None)
        value, weight = (item if _plain(item) else f"({item})" for item in arguments.items)
        is_batch = self.batch(value) or self.looks_like_batch(value)
        product = f"{value} @ {weight}'" if is_batch else f"{weight} @ {value}"
        return f"({product}{'' if offset in {None, 'None'} else f' + {offset}'})"

    # --- losses ------------------------------------------------------------------------------------------------------

    def loss(self, word: str, arguments: Arguments, place: CodeToken, from_object: bool = True) -> str | None:
        """A loss whose predictions have a known size, or None where it is not one."""
        name = losses.PER_ROW.get(word) or losses.ALIASES.get(word, word)
        form = losses.LOSSES.get(name)
        if form is not None and not arguments.items:
            named = [arguments.take(*losses.PREDICTED), arguments.take(*losses.WANTED)]
            arguments.items = [item for item in (named[::-1] if form.target_first else named) if item is not None]
        if form is None:
            return None
        if len(arguments.items) != 2:
            raise self.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", word, 2, len(arguments.items)),
                place,
                "Give predictions and targets.",
            )
        targets, predictions = arguments.items if form.target_first else arguments.items[::-1]
        size = self.size_of(predictions)
        if size is None and (caller := re.match(r"([^\W\d]\w*)\(", predictions)) and caller[1] not in self.functions:
            unknown = phrase("the network {0} is not known", caller[1])
            raise self.refusal(unknown, place, "Paste the lines that build it too.")
        if size is None:
            shares = from_object and name == "categorical_crossentropy" and self.looks_like_batch(predictions)
            if name not in {"cross_entropy", "nll_loss"} and not shares:
                return None
            if shares and arguments.options == {"from_logits": "True"}:
                name, arguments.options = "cross_entropy", {}
            if name == "cross_entropy" and not arguments.options and word not in losses.PER_ROW:
                self.says_one_hot(targets, rows=self.looks_like_batch(predictions))
                return f"cross_entropy({predictions}, {targets})"  # of one vector or of a batch, as its shape turns out
            is_mean = word in losses.PER_ROW and "mean(" in self.text
            size = Size(f"len({predictions})" if is_mean or self.looks_like_batch(predictions) else "", "")
        logits = arguments.take("from_logits") == "True"
        reduction = arguments.take("reduction") or "mean"
        if reduction not in {"mean", "sum"} or arguments.options:
            option = next(iter(arguments.options), "reduction")
            raise self.refusal(
                phrase("the option {0} has no meaning here", option), place, "Losses are read as a mean or a sum."
            )
        if word in losses.PER_ROW:
            reduction = "none" if name in losses.NEGATIVE else "entries"
        if form.target_first and not from_object:
            reduction = "none"  # Keras' functions give a value for every sample, its objects their mean
        bare = targets[1:-1] if re.fullmatch(r"\(\w+\)", targets) else targets
        self._target(name, bare, size, place)
        if name in losses.ONE_HOT and size.columns == "1":
            raise self.refusal(
                "the cross-entropy of one class alone is always 0",
                place,
                "Give the last layer an output for each class, or use binary_cross_entropy_with_logits.",
            )
        if size.columns == "1" and reduction == "none":
            reduction = "entries"
        elif not size.rows and reduction == "none":
            reduction = "sum" if name in losses.NEGATIVE else "mean"
        around = predictions if _plain(predictions) else f"({predictions})"
        rows = "" if size.columns == "1" else size.rows
        return losses.written(name, around, bare if _plain(bare) else f"({bare})", rows, logits, reduction)

    def is_one_hot(self, name: str, line: list[CodeToken]) -> bool:
        """Whether a line makes one-hot rows of classes: F.one_hot(t, 10), np.eye(10)[t], to_categorical(t)."""
        words = [token.value for token in line]
        made = next((k for k, word in enumerate(words) if word in {"one_hot", "to_categorical"}), None)
        eye = "eye" in words and words[-1:] == ["]"] and words.count("(") == 1 and ")[" in "".join(words)
        if not eye and (made is None or words[made + 1 : made + 2] != ["("] or words[0] == "("):
            return False
        numbers = [token.value for token in line if token.kind == "number" and token.value.isdigit()]
        if numbers:
            self.shapes[name] = Size(self.rows_name(), numbers[-1] if not eye else numbers[0]).shape()
        self.names.kinds[name] = "matrix"
        self.says_one_hot(name, rows=True)
        return True

    def looks_like_batch(self, value: str) -> bool:
        """Whether a value of unknown size is a product of two matrices: as X @ W is, and W @ x not, or a capital."""
        seen: set[str] = set()
        while value not in seen:  # z = h @ W2, where h = relu(X @ W1)
            seen.add(value)
            value = self.definitions.get(value, value)
            if re.search(r"[A-Z]\w*'? @ [A-Z]|softmax\([^()]*, axis=1\)", value) is not None or (
                "@" not in value and value[:1].isupper()
            ):
                return True
            first = re.match(r"[^\W\d]\w*(?= @ )", value)
            value = first[0] if first is not None else value
        return False

    def _target(self, name: str, target: str, size: Size, place: CodeToken) -> None:
        """The targets are as large as the predictions; classes stand in one-hot rows."""
        if _NAME.fullmatch(target) and target not in self.definitions and size.columns:
            known = self.size_of(target)
            if name not in losses.ONE_HOT and known not in {None, size} and known != Size("", size.rows):
                raise self.refusal(
                    phrase("{0} is {1} and the predictions are {2}", target, self.shapes[target], size.shape()),
                    place,
                    "Give targets that are as large as what the last layer has as outputs.",
                )
            self.shapes[target] = size.shape()
        if name in losses.ONE_HOT and size.rows and not size.columns and _NAME.fullmatch(target):
            self.names.kinds[target] = "matrix"
        if name in losses.ONE_HOT:
            self.says_one_hot(target, rows=bool(size.rows))

    def says_one_hot(self, target: str, rows: bool) -> None:
        many = "{0} holds the class of each row as a one-hot row: 1 in its column, 0 elsewhere."
        one = "{0} is the class as a one-hot vector: 1 in its entry, 0 elsewhere."
        self.note(phrase(many, target) if rows else phrase(one, target))
        if _NAME.fullmatch(target) and target not in self.definitions and (rows or target in self.shapes):
            self.facts[target] = "one-hot" + (" rows " if rows else " ") + target

    def loss_object(self, loss: Loss, items: list[str], place: CodeToken) -> str:
        """nn.MSELoss()(P, Y)."""
        arguments = Arguments(list(items), dict(loss.options))
        found = self.loss(loss.name, arguments, place) if len(items) == 2 else None
        if found is None and loss.name in CALLS:
            found = CALLS[loss.name](arguments, True, True)
        if found is None and len(items) != 2:
            raise self.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", loss.name, 2, len(items)),
                place,
                "Give predictions and targets.",
            )
        if found is None:
            raise self.refusal(
                "the size of the predictions is not known",
                place,
                "Paste the network that they come from too, or write the function, such as F.mse_loss(p, y).",
            )
        return found


def _plain(text: str) -> bool:
    return re.fullmatch(r"[\w']+", text) is not None or re.fullmatch(r"\w+\([^()]*\)", text) is not None
