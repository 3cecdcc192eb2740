"""The functions of the operations table in code, by NumPy's names; what is not here is written by its definition.

A row is a template: `{0}` is the argument, `np.` the library. Long formulas are functions of their own in the file; of
several lines the last one is the value.
"""

from __future__ import annotations

SAME = (
    "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan",
    "sqrt", "abs", "sign", "floor", "ceil", "exp2", "log2", "log10", "log1p", "expm1",
)  # fmt: skip
"""Called in NumPy as here."""

TEMPLATES: dict[str, str] = {
    **{name: f"np.{name}({{0}})" for name in SAME},
    "arsinh": "np.arcsinh({0})",
    "arcosh": "np.arccosh({0})",
    "artanh": "np.arctanh({0})",
    "atan2": "np.arctan2({0}, {1})",
    "erf": "np.erf({0})",
    "erfc": "np.erfc({0})",
    "lgamma": "np.lgamma({0})",
    "digamma": "w = {0} + 8\nv = 1 / w ** 2\n"
    "np.log(w) - 0.5 / w - v * (1 / 12 - v * (1 / 120 - v * (1 / 252 - v * (1 / 240 - v / 132))))"
    " - sum(1 / ({0} + k) for k in range(8))",
    "trigamma": "w = {0} + 8\nv = 1 / w ** 2\n"
    "1 / w + 0.5 * v + v / w * (1 / 6 - v * (1 / 30 - v * (1 / 42 - v * (1 / 30 - v * 5 / 66))))"
    " + sum(1 / ({0} + k) ** 2 for k in range(8))",
    "ln": "np.log({0})",
    "cbrt": "np.sign({0}) * np.abs({0}) ** (1 / 3)",
    "relu": "np.clip({0}, 0.0, None)",
    "max": "np.where({0} >= {1}, {0}, {1})",
    "min": "np.where({0} <= {1}, {0}, {1})",
    "sigmoid": "1 / (1 + np.exp(-{0}))",
    "softplus": "np.log1p(np.exp({0}))",
    "norm": "np.sqrt(np.sum({0} * {0}))",
    "norm1": "np.sum(np.abs({0}))",
    "frobenius_norm": "np.sqrt(np.sum({0} * {0}))",
    "max_entry": "np.amax({0})",
    "min_entry": "np.amin({0})",
    "prod": "np.prod({0})",
    "mean": "np.mean({0})",
    "var": "np.mean(({0} - np.mean({0})) ** 2)",
    "std": "np.sqrt(np.mean(({0} - np.mean({0})) ** 2))",
    "layer_norm": "w = {0} - np.mean({0})\nw / np.sqrt(np.mean(w ** 2))",
    "normalize": "{0} / np.sqrt(np.sum({0} * {0}))",
    "softmax": "w = np.exp({0} - np.amax({0}))\nw / np.sum(w)",
    "logsumexp": "np.amax({0}) + np.log(np.sum(np.exp({0} - np.amax({0}))))",
    "det": "np.linalg.det({0})",
    "inv": "np.linalg.inv({0})",
    "tr": "np.trace({0})",
    "row_softmax": "w = np.exp({0} - np.amax({0}, 1)[:, None])\nw / np.sum(w, 1)[:, None]",
    "row_max": "np.amax({0}, 1)",
    "cross_entropy": "w = {0} - np.amax({0})\n-np.sum({1} * (w - np.log(np.sum(np.exp(w)))))",
    "batch_cross_entropy": "w = {0} - np.amax({0}, 1)[:, None]\n"
    "-np.sum({1} * (w - np.log(np.sum(np.exp(w), 1))[:, None])) / len({0})",
    "mse": "np.mean(({0} - {1}) ** 2)",
    "batch_mse": "np.mean(({0} - {1}) ** 2)",
    "mae": "np.mean(np.abs({0} - {1}))",
    "batch_mae": "np.mean(np.abs({0} - {1}))",
    "row_std": "np.sqrt(np.mean(({0} - np.mean({0}, 1)[:, None]) ** 2, 1))",
    "row_layer_norm": "w = {0} - np.mean({0}, 1)[:, None]\nw / np.sqrt(np.mean(w ** 2, 1))[:, None]",
    "logdet": "np.linalg.slogdet({0})[1]",
    "diag": "np.diag({0})",
    "kron": "np.kron({0}, {1})",
    "matrix_power": "np.linalg.matrix_power({0}, {1})",
    "vec": "np.reshape({0}.T, (-1,))",
    "equal": "np.where({0} == {1}, 1.0, 0.0)",
}
