"""What code does that is no part of a function: refused with why and what to do instead, or left out as idle."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import NamedTuple

from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.gradients import asked
from explainer.language.pasted.losses import PER_ROW
from explainer.phrases import phrase


class Reason(NamedTuple):
    """Why a call is refused, with the name at {0}, and a way on."""

    message: str
    hint: str


_SHAPE = Reason(
    "{0} puts entries into another shape, which is not read",
    "Write the function with the shape that it needs: declare it behind “where”, as x: n or X: m x n.",
)
_IN_PLACE = Reason(
    "{0} changes its value in place",
    "A function has one value for each name: write y = relu(x) in a line of its own.",
)
_CHANCE = Reason(
    "{0} draws random numbers while the network is trained",
    "Say model.eval() for a trained network, or multiply by a fixed mask: H * M, which is differentiated.",
)
_BATCH = Reason(
    "{0} uses the mean and the spread of the batch while it is trained and stored ones afterwards",
    "Say model.eval() for the stored ones, write out those of the batch, or use LayerNorm.",
)
_EXECUTED = Reason(
    "{0} would execute something",
    "Nothing that is pasted is executed: paste the lines that compute the function.",
)
_PICTURES = Reason(
    "{0} works on pictures and sequences, which have more than two axes",
    "Networks of Linear layers are read; write the others as products of matrices.",
)
_JOINED = Reason(
    "{0} joins or cuts arrays, which is not read",
    "Write each part with a name of its own.",
)

REASONS: dict[str, Reason] = {
    **dict.fromkeys(
        ("reshape", "view", "permute", "unsqueeze", "expand_dims", "repeat", "tile", "swapaxes", "moveaxis", "newaxis",
         "broadcast_to", "Flatten", "Reshape", "view_as", "rearrange"), _SHAPE),
    **dict.fromkeys(("concatenate", "Concatenate", "cat", "hstack", "vstack", "split", "chunk", "pad", "roll", "gather",
                     "take", "index_select", "scatter"), _JOINED),
    **dict.fromkeys(("dropout", "dropout1d", "dropout2d", "alpha_dropout", "Dropout", "AlphaDropout", "Dropout1d",
                     "Dropout2d", "GaussianNoise", "GaussianDropout", "rrelu", "bernoulli", "multinomial",
                     "gumbel_softmax"), _CHANCE),
    **dict.fromkeys(("batch_norm", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "BatchNorm", "BatchNormalization",
                     "SyncBatchNorm", "InstanceNorm1d", "instance_norm"), _BATCH),
    **dict.fromkeys(("exec", "eval", "compile", "open", "__import__", "input", "getattr", "setattr", "globals",
                     "locals", "vars", "system", "popen"), _EXECUTED),
    **dict.fromkeys(("Conv1d", "Conv2d", "Conv3d", "Conv", "Conv2D", "MaxPool2d", "MaxPooling2D", "AvgPool2d", "conv1d",
                     "conv2d", "max_pool2d", "avg_pool2d", "LSTM", "GRU", "RNN", "Embedding", "Transformer",
                     "MultiheadAttention", "MultiHeadAttention", "SimpleRNN", "embedding"), _PICTURES),
}  # fmt: skip
"""By the name of the function or layer."""

EXECUTING = frozenset(word for word, reason in REASONS.items() if reason is _EXECUTED)


def reason_for(word: str) -> tuple[str, str] | None:
    """The message and the hint for a name; None where nothing special is known of it."""
    reason = REASONS.get(word)
    if reason is None and len(word) > 2 and word.endswith("_") and not word.startswith("_"):
        reason = _IN_PLACE
    return None if reason is None else (phrase(reason.message, word), phrase(reason.hint))


def evaluates(lines: list[list[CodeToken]]) -> bool:
    """Whether the networks of a text are those after training: model.eval(), and no model.train() behind it."""
    called = [
        line[k + 1].value
        for line in lines
        for k in range(len(line) - 2)
        if line[k].value == "." and line[k + 1].value in {"eval", "train"} and line[k + 2].value == "("
    ]
    return called[-1:] == ["eval"]


def is_idle(line: list[CodeToken]) -> bool:
    """Whether a line computes nothing of the function: loss.backward(), opt = torch.optim.SGD(…), assert …."""
    called = [a.value for a, b in pairwise(line) if a.kind == "name" and b.value == "("]
    names = [token.value for token in line if token.kind == "name"]
    if not line or line[0].value in EXECUTING:
        return False
    if line[0].value in {"assert", "print"} or (names and names[-1] in called and names[-1] in words.WITHOUT_MEANING):
        return True
    if len(line) > 3 and line[1].value == "." and line[2].value in words.WITHOUT_MEANING and line[3].value == "(":
        return True
    if any(word in {"symbols", "Symbol"} for word in called[:1]) and "=" in [token.value for token in line]:
        return True  # x, y = symbols("x y"): the names are known by their use
    values = line[next((k + 1 for k, token in enumerate(line) if token.value == "="), len(line)) :]
    start = list(takewhile(lambda token: token.kind == "name" or token.value == ".", values))
    makes = len(start) > 1 and any(token.value in words.DIFFERENTIATING for token in start)
    makes = makes and start[-1].value not in PER_ROW  # optax has losses beside optimizers
    return makes and asked(values) is None  # grad(loss)(w) is the question itself
