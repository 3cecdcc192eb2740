"""What the names of NumPy, PyTorch, JAX and plain Python mean here."""

from __future__ import annotations

from explainer.language.pasted.symbolic.symbols import REWRITING

MODULES = frozenset(
    {
        "np",
        "numpy",
        "jnp",
        "optax",
        "jax",
        "cupy",
        "cp",
        "torch",
        "tf",
        "math",
        "Math",  # of JavaScript
        "scipy",
        "sp",
        "sympy",
        "sy",
        "F",
        "nn",
        "K",
        "keras",
        "pm",  # PyMC and PyTensor
        "pt",
    }
)
"""Names that stand for a library when a dot follows; F and K only when one of the functions below follows."""

SUBMODULES = frozenset(
    {"linalg", "special", "functional", "numpy", "nn", "math", "losses", "activations", "backend", "keras", "ops",
     "scipy", "lax", "metrics", "layers", "models", "modules"}
)  # fmt: skip
"""Parts of these libraries, behind their dot."""

LETTERS = frozenset({"K", "F", "sp", "cp"})
"""Names of libraries that are also letters for values."""

MEMBERS = frozenset({"T", "mT", "H", "shape", "size", "dot", "transpose", "t", "norm", "trace"})
"""What may stand behind the dot of a value, and not of a library."""

NORMS = frozenset({"fro", "nuc"})
"""Orders of norms that are written as texts."""

FUNCTIONS: dict[str, str] = {
    "gamma": "gamma_function",
    "maximum": "max", "fmax": "max", "minimum": "min", "fmin": "min", "absolute": "abs", "fabs": "abs",
    "arcsin": "arcsin", "asin": "arcsin", "arccos": "arccos", "acos": "arccos", "arctan": "arctan", "atan": "arctan",
    "expit": "sigmoid", "log": "ln", "inverse": "inv", "reduce_sum": "sum", "reduce_mean": "mean",
    "reduce_max": "max", "reduce_min": "min", "reduce_logsumexp": "logsumexp", "swish": "silu",
    "Abs": "abs", "Max": "max", "Min": "min", "Heaviside": "step",
    "Trace": "tr", "Determinant": "det", "Inverse": "inv", "Transpose": "transpose",
    "concat": "stack", "logsumexp": "logsumexp", "sign": "sign", "t": "transpose",
}  # fmt: skip
"""Functions that have another name here; a name that the language knows itself needs no row."""

INFIX: dict[str, str] = {
    "dot": "@", "vdot": "@", "inner": "@",
    "matmul": "@", "mm": "@", "mv": "@", "matvec": "@", "bmm": "@",
    "multiply": "*", "mul": "*", "add": "+", "subtract": "-",
    "sub": "-", "divide": "/", "true_divide": "/", "div": "/", "power": "**", "pow": "**", "float_power": "**",
    "greater": ">", "less": "<",
}  # fmt: skip
"""Functions of two arguments that are operators here."""

TEMPLATES: dict[str, tuple[int, str]] = {
    "square": (1, "({1}^2)"),
    "negative": (1, "(-{1})"),
    "neg": (1, "(-{1})"),
    "reciprocal": (1, "(1/{1})"),
    "rsqrt": (1, "(1/sqrt({0}))"),
    "where": (3, "cases({1} if {0}, {2} if otherwise)"),
    "solve": (2, "(inv({0}) @ {3})"),
    "logdet": (1, "ln(det({0}))"),
    "rel_entr": (2, "({2} * (ln({0}) - ln({1})))"),
    "entr": (1, "(-{1} * ln({0}))"),
    "kl_divergence": (2, "sum({2} * (ln({0}) - ln({1})))"),
    "Rational": (2, "({2}/{3})"),
    "squared_difference": (2, "(({0}) - ({1}))^2"),
    "l2_loss": (1, "(sum({1}^2)/2)"),
    "square_sum": (1, "sum({1}^2)"),
    "outer": (2, "({2} @ {3}')"),
    "HadamardProduct": (2, "({2} ⊗ {3})"),
    "S": (1, "{1}"),
    "sympify": (1, "{1}"),
    **dict.fromkeys(REWRITING, (1, "{1}")),
}
"""Functions that are written with other signs here: how many arguments, and the text. In it the arguments are numbered
from 0 as they are, and after them once more in brackets where they need some."""

SYMBOLIC = frozenset({"Abs", "Max", "Min", "Rational", "Heaviside", "Piecewise", "Matrix", "Sum", "Trace",
                      "Determinant", "Inverse", "Transpose", "HadamardProduct"})  # fmt: skip
"""Functions of SymPy, whose names begin with a capital as those of layers do."""

BARE = frozenset({"Piecewise", "Matrix", "Sum"})
"""Functions that are imported by their names alone, from SymPy."""

CONSTANTS = frozenset({"pi", "e"})

OPTIONS = frozenset({"dtype", "device", "requires_grad", "float", "float32", "float64", "int", "True", "False", "cpu"})
"""Names that may occur where data are made."""

MAKERS = frozenset({"randn", "rand", "zeros", "ones", "empty", "normal", "uniform", "standard_normal", "random"})
"""Functions that make an array of a given size; of what they make only the shape matters."""

DATA = frozenset(
    {
        "array",
        "tensor",
        "asarray",
        "as_tensor",
        "Tensor",
        "Parameter",
        "Variable",
        "constant",
        "arange",
        "linspace",
        "load",
        "randint",
        "Matrix",
    }
)
"""Functions that make an array from data; a derivative needs no data."""

AS_ARRAY = frozenset({"asarray", "as_tensor", "array", "tensor", "constant", "convert_to_tensor"})
"""Functions that make an array of a value, which it is here already."""

WITHOUT_MEANING = frozenset(
    {"backward", "zero_grad", "step", "manual_seed", "seed", "print", "requires_grad_", "show", "apply_gradients",
     "gradient", "train", "eval", "set_grad_enabled", "set_seed"}
)  # fmt: skip
"""Calls that compute nothing of the function: lines of them are left out."""

KEEPING = frozenset(
    {"item", "detach", "numpy", "float", "double", "copy", "clone", "squeeze", "flatten", "ravel", "block_until_ready",
     "cpu", "contiguous", "requires_grad_"}
)  # fmt: skip
"""Methods that give their value as it is."""

DIFFERENTIATING = frozenset({"grad", "value_and_grad", "gradient", "jacrev", "jacfwd", "jacobian", "hessian", "optim",
                             "optimizers", "PRNGKey", "optax"})  # fmt: skip
"""Calls and parts of libraries that give a derivative, an optimizer or a seed: lines that keep one are left out."""

NOT_READ: dict[str, str] = {
    **dict.fromkeys(("for", "while", "async"),
                    "Write sums as np.sum(…) or sum(…), and the layers of a network one after the other."),
    **dict.fromkeys(("if", "elif", "else", "match"),
                    "Paste the case that is meant, or write np.where(x > 0, a, b) for a case of each entry."),
    **dict.fromkeys(("class", "del", "global", "nonlocal", "raise", "try", "except", "finally", "with", "yield"),
                    "Paste the lines that compute the function only."),
}  # fmt: skip
"""Words at the beginning of a line that is refused, each with a way on."""

DANGEROUS = frozenset({"os", "sys", "subprocess", "shutil", "socket", "pathlib", "ctypes", "importlib", "builtins"})
"""Libraries that reach the machine; a function needs none of them."""
