"""What the libraries call things: where NumPy's name is theirs too, nothing stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explainer.errors import ExplainerError
from explainer.phrases import phrase


@dataclass(frozen=True, slots=True)
class Library:
    """How a library is imported and what it names otherwise; `array` turns numbers into its arrays of doubles."""

    id: str
    title: str
    prefix: str
    imports: tuple[str, ...]
    array: str
    check: str
    names: Mapping[str, str] = field(default_factory=dict)

    def call(self, name: str, *arguments: str) -> str:
        """A call of one of the library's functions, by NumPy's name."""
        return f"{self.name(name)}({', '.join(arguments)})"

    def name(self, name: str) -> str:
        """The library's name for a function of NumPy's; what begins with = stands as it is."""
        known = self.names.get(name, name)
        return known[1:] if known.startswith("=") else f"{self.prefix}.{known}"


MOST_MEASURED = 500
"""So many entries of one argument are measured: the first layer of a network may have a hundred thousand."""
NUMPY_CHECK = '''
def measured(place, values):
    """The slopes of the value by one argument, from central differences: axes of the value, then its own.

    Of many entries {most} are measured, drawn at random; the slopes by the others are nan.
    """
    x = np.asarray(values[place], dtype=float)
    shape = np.shape(value(*values))
    slopes = np.full((x.size, *shape), np.nan)
    rng = np.random.default_rng(place)
    for entry in range(x.size) if x.size <= {most} else rng.choice(x.size, {most}, replace=False):
        sides = []
        for sign in (1, -1):
            moved = x.copy()
            moved.flat[entry] += sign * 1e-6
            sides.append(np.asarray(value(*values[:place], moved, *values[place + 1 :]), dtype=float))
        slope = (sides[0] - sides[1]) / 2e-6
        slopes[entry] = np.where(np.isnan(slope), np.inf, slope)  # where there is no value nothing agrees
    return np.moveaxis(np.reshape(slopes, (*x.shape, *shape)), range(x.ndim), range(-x.ndim, 0))
'''.replace("{most}", str(MOST_MEASURED))
TORCH_CHECK = '''
def measured(place, values):
    """The slopes of the value by one argument, by automatic differentiation: axes of the value, then its own."""
    return torch.autograd.functional.jacobian(lambda x: value(*values[:place], x, *values[place + 1 :]), values[place])
'''
JAX_CHECK = '''
def measured(place, values):
    """The slopes of the value by one argument, by automatic differentiation: axes of the value, then its own."""
    return jax.jacrev(value, argnums=place)(*values)
'''

LIBRARIES: tuple[Library, ...] = (
    Library("numpy", "NumPy", "np", ("import math", "", "import numpy as np"), "np.asarray", NUMPY_CHECK,
        {"erf": "=np.vectorize(math.erf)", "erfc": "=np.vectorize(math.erfc)", "lgamma": "=np.vectorize(math.lgamma)"}),
    Library(
        "torch",
        "PyTorch",
        "torch",
        ("import numpy as np", "import torch", "", "torch.set_default_dtype(torch.float64)"),
        "torch.as_tensor",
        TORCH_CHECK,
        {"asarray": "as_tensor", "concatenate": "cat"},
    ),
    Library(
        "jax",
        "JAX",
        "jnp",
        ("import jax", "import jax.numpy as jnp", "import numpy as np", "",
         'jax.config.update("jax_enable_x64", True)'),
        "jnp.asarray",
        JAX_CHECK,
        {"erf": "=jax.scipy.special.erf", "erfc": "=jax.scipy.special.erfc", "lgamma": "=jax.scipy.special.gammaln"},
    ),
)  # fmt: skip


def find_library(name: str) -> Library:
    """The library with this id. Raises ExplainerError with those that there are."""
    for library in LIBRARIES:
        if library.id == name:
            return library
    known = ", ".join(library.id for library in LIBRARIES)
    raise ExplainerError(phrase("no code is written for “{0}”", name), hint=phrase("Choose one of: {0}.", known))
