"""Losses of a batch: predictions in rows, and targets of the same size.

To add a loss: a row in LOSSES, in which {p} are the predictions, {y} the targets and {n} the number of rows.
"""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """A loss as texts: what is summed, the factor in front of the sum where the mean is wanted, and its sign.

    `rows` when the mean goes over the rows and not over all entries; `target_first` when the targets are given first.
    """

    text: str
    rows: bool = False
    target_first: bool = False


_CROSS = "{y} ⊗ ln({p})"
_BINARY = "{y} ⊗ ln({p}) + (1 - {y}) ⊗ ln(1 - {p})"
LOSSES: dict[str, Form] = {
    "cross_entropy": Form("{y} ⊗ ln(softmax({p}{axis}))", rows=True),
    "nll_loss": Form("{y} ⊗ {p}", rows=True),
    "categorical_crossentropy": Form(_CROSS, rows=True, target_first=True),
    "mse_loss": Form("({p} - {y}) .^ 2"),
    "mean_squared_error": Form("({p} - {y}) .^ 2", target_first=True),
    "l1_loss": Form("abs({p} - {y})"),
    "mean_absolute_error": Form("abs({p} - {y})", target_first=True),
    "huber_loss": Form("huber({p} - {y})"),
    "binary_cross_entropy": Form(_BINARY),
    "binary_crossentropy": Form(_BINARY, target_first=True),
    "binary_cross_entropy_with_logits": Form("softplus({p}) - {y} ⊗ {p}"),
}
"""By the name of the function; ALIASES has other names."""

ALIASES = {
    "mse": "mean_squared_error", "MSE": "mean_squared_error", "mae": "mean_absolute_error",
    "MAE": "mean_absolute_error", "smooth_l1_loss": "huber_loss",
    "sparse_categorical_crossentropy": "categorical_crossentropy",
}  # fmt: skip
PER_ROW = {
    "softmax_cross_entropy_with_logits": "cross_entropy", "sparse_softmax_cross_entropy_with_logits": "cross_entropy",
    "softmax_cross_entropy": "cross_entropy", "softmax_cross_entropy_with_integer_labels": "cross_entropy",
    "sigmoid_cross_entropy_with_logits": "binary_cross_entropy_with_logits",
    "sigmoid_binary_cross_entropy": "binary_cross_entropy_with_logits",
}  # fmt: skip
"""Losses that give a value for each row, or for each entry, of logits."""
PREDICTED, WANTED = ("input", "logits", "y_pred", "predictions"), ("target", "labels", "y_true", "targets")
"""What libraries call the arguments of a loss where they are given by name."""
NEGATIVE = frozenset({"cross_entropy", "nll_loss", "categorical_crossentropy"})
ONE_HOT = NEGATIVE
"""Losses whose targets are classes, held as one-hot rows here."""
_OPERATIONS = {
    "mse_loss": "mse", "mean_squared_error": "mse", "l1_loss": "mae", "mean_absolute_error": "mae",
}  # fmt: skip
"""Losses that are functions of the language, each with the mean that is usual for it."""


def written(name: str, predictions: str, targets: str, rows: str, logits: bool, reduction: str) -> str:
    """The loss as a text; `rows` is empty for one vector, `reduction` is mean, sum, none (a value for every row) or
    entries (one for every entry).
    """
    form = LOSSES[name]
    axis = ", axis=1" if rows else ""
    if logits:
        form = LOSSES["cross_entropy" if name in NEGATIVE else "binary_cross_entropy_with_logits"]
    known = "cross_entropy" if (logits and name in NEGATIVE) or name == "cross_entropy" else _OPERATIONS.get(name)
    if known and reduction == "mean":
        return f"{known}({predictions}, {targets})"
    inner = form.text.format(p=predictions, y=targets, axis=axis)
    sign = "-" if name in NEGATIVE else ""
    if name in {"binary_cross_entropy", "binary_crossentropy"} and not logits:
        inner = f"-({inner})"
    if reduction == "entries":
        return f"({sign}{inner})"
    if reduction == "none":
        return f"{sign}{'sum' if sign else 'mean'}({inner}{axis})"
    if reduction == "mean" and not form.rows:
        return f"mean({inner})"
    factor = f"1/{rows} " if reduction == "mean" and rows else ""
    return f"{sign}{factor}sum({inner})"
