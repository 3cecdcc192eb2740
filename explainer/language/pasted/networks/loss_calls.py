"""Losses by their calls, for predictions and targets of any size: the mean over all entries, or what is asked for.

To add a loss: a row in CALLS, with its text for one entry.
"""

from __future__ import annotations

from explainer.language.pasted.code_calls import Arguments, Reading, all_capital


def _loss(template: str) -> Reading:
    """A loss of predictions and targets: the mean over all entries, or the sum or none of both where that is said."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        reduction = arguments.take("reduction") or "mean"
        if len(arguments.items) != 2 or reduction not in {"mean", "sum", "none"}:
            return None
        text = template.format(*arguments.items)
        if all_capital(" ".join(arguments.items)):
            text = text.replace(")^2", ") .^ 2").replace(" * ", " ⊗ ")
        return f"({text})" if reduction == "none" else f"{reduction}({text})"

    return read


def _huber(width: str, factor: str) -> Reading:
    """Huber's loss, whose pieces meet where the difference is as large as the option of this name says, 1 if none."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        delta = arguments.take(width) or (arguments.items.pop() if len(arguments.items) == 3 else "1")
        one = delta in {"1", "1.0", "1."}
        text = "huber(({0}) - ({1}))" if one else f"{factor.format(delta)} * huber((({{0}}) - ({{1}}))/({delta}))"
        return _loss(text)(arguments, library, torch)

    return read


OF_ENTRIES = frozenset({"squared_error", "huber_loss", "log_cosh", "hinge_loss"})
"""Losses of optax, which give a value for every entry."""


def _half_square(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """optax's l2_loss(p, y), half the square of every difference; TensorFlow's takes one argument and adds up."""
    if len(arguments.items) != 2 or arguments.options:
        return None
    return f"((({arguments.items[0]}) - ({arguments.items[1]}))^2/2)"


def _crossentropy(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """Keras' loss of targets and probabilities, or of logits where that is said, of one sample."""
    logits = arguments.take("from_logits") == "True"
    if len(arguments.items) != 2:
        return None
    target, found = arguments.items
    return f"-sum(({target}) * ln({f'softmax({found})' if logits else found}))"


CALLS: dict[str, Reading] = {
    "soft_margin_loss": _loss("softplus(-({1}) * ({0}))"),
    "poisson_nll_loss": _loss("exp({0}) - ({1}) * ({0})"),
    "hinge": _loss("max(0, 1 - ({0}) * ({1}))"),
    "log_cosh": _loss("ln(cosh(({1}) - ({0})))"),
    "mse_loss": _loss("(({0}) - ({1}))^2"),
    "l1_loss": _loss("abs(({0}) - ({1}))"),
    "huber_loss": _huber("delta", "({0})^2"),
    "smooth_l1_loss": _huber("beta", "({0})"),
    "squared_error": _loss("(({0}) - ({1}))^2"),
    "hinge_loss": _loss("max(0, 1 - ({0}) * ({1}))"),
    "binary_cross_entropy": _loss("-(({1}) * ln({0}) + (1 - ({1})) * ln(1 - ({0})))"),
    "binary_cross_entropy_with_logits": _loss("softplus({0}) - ({1}) * ({0})"),
    **dict.fromkeys(("mean_squared_error", "MSE", "mse"), _loss("(({0}) - ({1}))^2")),
    **dict.fromkeys(("mean_absolute_error", "MAE", "mae"), _loss("abs(({0}) - ({1}))")),
    "binary_crossentropy": _loss("-(({0}) * ln({1}) + (1 - ({0})) * ln(1 - ({1})))"),
    "categorical_crossentropy": _crossentropy,
    "l2_loss": _half_square,
}
"""By the name of the call, what its arguments mean."""
