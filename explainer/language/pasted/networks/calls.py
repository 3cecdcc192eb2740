"""Functions that networks are made of, as libraries name them: activations with a slope, distances, attention.

To add a call: a function from its arguments to a text of the input language, and a row in CALLS.
"""

from __future__ import annotations

import re

from explainer.language.pasted import code_calls
from explainer.language.pasted.code_calls import IGNORED, Arguments, Reading, all_capital, is_integer, of_vector
from explainer.language.pasted.networks import loss_calls


def _normalized(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """F.normalize(x, dim=0) of a vector; of a batch every row is divided by its length."""
    whole = of_vector("(({0})/norm({0}))", 1)(arguments, library, torch)
    if whole is not None:
        return whole
    if len(arguments.items) == 2 and is_integer(arguments.items[1]):
        arguments.options["dim"] = arguments.items.pop()
    axis = arguments.options.get("dim", arguments.options.get("axis", "1"))
    if len(arguments.items) != 1 or axis not in {"0", "1", "-1"} or arguments.options.get("p", "2") not in {"2", "2.0"}:
        return None
    if arguments.options.keys() - {"dim", "axis", "p", "eps"}:
        return None
    arguments.options.clear()
    value = arguments.items[0]
    return f"(({value}) ⊘ norm({value}, axis={axis.replace('-1', '1')}, keepdims=True))"


def _leaky(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """leaky_relu(x, negative_slope=0.2), which is x above 0 and a multiple of it below."""
    slope = arguments.take("negative_slope", "alpha")
    if slope is None and len(arguments.items) == 2:
        slope = arguments.items.pop()
    if slope is None or len(arguments.items) != 1 or arguments.options.keys() - IGNORED:
        return None
    value = arguments.items[0]
    return f"(relu({value}) - {slope} relu(-({value})))"


def _softplus(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """F.softplus(x, beta=2), which is sharper by the option."""
    beta = arguments.take("beta")
    if beta is None or len(arguments.items) != 1 or arguments.options.keys() - IGNORED:
        return None
    return f"(softplus(({beta}) * ({arguments.items[0]}))/({beta}))"


def _polynomial(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """np.polyval([a, b, c], x), from the highest power on."""
    if len(arguments.items) != 2 or arguments.options or not re.fullmatch(r"\[[^\[\]]+\]", arguments.items[0]):
        return None
    first, *others = arguments.items[0][1:-1].split(", ")
    value = f"({first})"
    for coefficient in others:
        value = f"({value} * ({arguments.items[1]}) + ({coefficient}))"
    return value


def _polygamma(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """polygamma(0, x) and polygamma(1, x); there are no further ones here."""
    names = {"0": "digamma", "1": "trigamma"}
    known = len(arguments.items) == 2 and not arguments.options and arguments.items[0] in names
    return f"{names[arguments.items[0]]}({arguments.items[1]})" if known else None


def _dropped(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """F.dropout(x, 0.5, training=False), which changes nothing."""
    training = arguments.take("training") or (arguments.items[2] if len(arguments.items) == 3 else "")
    return arguments.items[0] if training == "False" and arguments.items else None


def _added(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """addmm(b, X, W) is b + X @ W, and so are addmv and baddbmm."""
    if len(arguments.items) != 3 or arguments.options:
        return None
    return "({} + ({}) @ ({}))".format(*arguments.items)


def _attention(arguments: Arguments, library: bool, torch: bool) -> str | None:
    if len(arguments.items) != 3 or arguments.options:
        return None
    return f"attention({', '.join(arguments.items)})"


def _kl_div(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """PyTorch's, of the logarithms of q and of p; SciPy's gives a value for every entry."""
    reduction = arguments.take("reduction") or ("mean" if torch else "sum")
    if len(arguments.items) != 2 or arguments.options or reduction not in {"mean", "sum", "batchmean"}:
        return None
    first, second = arguments.items
    if not torch:
        return f"(({first}) * (ln({first}) - ln({second})) - ({first}) + ({second}))"
    reduced = "sum" if reduction == "sum" else "mean"
    if reduction == "batchmean" and all_capital(" ".join(arguments.items)):
        return None
    return f"{reduced}(({second}) * (ln({second}) - ({first})))"


def _triplet(arguments: Arguments, library: bool, torch: bool) -> str | None:
    margin = arguments.take("margin") or "1"
    if len(arguments.items) != 3 or any(map(all_capital, arguments.items)):
        return None
    arguments.take("p")
    arguments.take("eps")
    anchor, like, other = arguments.items
    return f"max(0, norm(({anchor}) - ({like})) - norm(({anchor}) - ({other})) + {margin})"


def _of_logits(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """The binary cross-entropy of every entry of logits, for targets between 0 and 1."""
    if len(arguments.items) != 2 or arguments.options:
        return None
    return "(softplus({0}) - ({1}) * ({0}))".format(*arguments.items)


def _average(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """np.average(x, weights=w), and the mean where there are no weights."""
    weights = arguments.take("weights")
    if len(arguments.items) != 1 or arguments.options:
        return None
    value = arguments.items[0]
    return f"mean({value})" if weights is None else f"(sum(({weights}) * ({value}))/sum({weights}))"


def take_defaults(word: str, arguments: Arguments, text: str) -> None:
    """Add the options that a library takes where none is given: another GELU in JAX, no mean in losses of optax."""
    if word == "gelu" and re.search(r"\b(?:jax|jnp)\b", text):
        arguments.options.setdefault("approximate", "True")
    if word in loss_calls.OF_ENTRIES and "optax" in text:
        arguments.options.setdefault("reduction", "none")


CALLS: dict[str, Reading] = {
    **code_calls.CALLS,
    **loss_calls.CALLS,
    "average": _average,
    **dict.fromkeys(("sigmoid_cross_entropy_with_logits", "sigmoid_binary_cross_entropy"), _of_logits),
    "normalize": _normalized,
    **dict.fromkeys(("leaky_relu", "relu"), _leaky),
    "softplus": _softplus,
    "polygamma": _polygamma,
    "polyval": _polynomial,
    **dict.fromkeys(("dropout", "feature_dropout", "alpha_dropout"), _dropped),
    **dict.fromkeys(("addmm", "addmv"), _added),
    "scaled_dot_product_attention": _attention,
    "kl_div": _kl_div,
    "triplet_margin_loss": _triplet,
}
"""All calls that say more than those of the language, by their names."""
