"""What people mean by their letters: how unusual it is that a name is a scalar, a vector or a matrix, as costs.

A cost is what speaks against a reading; of all readings of a text the one with the smallest sum is taken (see
`search.py`). The numbers are ranks, not measurements: the comment beside each group says what it must outweigh.
To add a convention: a letter in a table here; what an operator says of its operands in `sum_kinds.py`.
"""

from __future__ import annotations

from collections.abc import Collection

from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.names.letters_of_vectors import is_entrywise_factor, stem

SCALAR, VECTOR, ROW, MATRIX = range(4)
"""The kinds of value; a row is never a name's own kind unless it is declared so."""
KIND_NAMES = ("scalar", "vector", "row", "matrix")

MISFIT = 10_000.0
"""The cost of a reading in which an operator does not fit its operands: more than all customs together."""

# Small letters as vectors. Only the order matters among the first: of x and z in sum(x z) the x is the vector.
_VECTOR = {letter: 0.1 + place / 100 for place, letter in enumerate("xywuvzhbpqosacgdfr")}
_RARELY_VECTOR = {"t": 1.0, "e": 0.6, "m": 0.8, "k": 1.4, "n": 2.0, "i": 2.0, "j": 2.0, "l": 1.2}
_GREEK_VECTOR = {"beta": 0.3, "theta": 0.3, "mu": 0.8, "phi": 0.6, "delta": 0.6, "xi": 0.6, "zeta": 0.6, "pi": 0.6}
_STAYS_SCALAR = frozenset({"eps", "epsilon", "lambda", "eta"})
"""Names of small numbers and rates: they are added to vectors and scale them, and stay scalars."""

_FIRST_OF_MATRICES = frozenset({"A", "B", "H", "M", "Q", "U", "W", "X", "Sigma", "Phi"})
_WEIGHTS_AND_DATA = frozenset("WX")
_DATA = frozenset({"X", "Z", "Phi"})
_ROWS_OF_DATA = frozenset({"X", "H", "Z", "A"})
_LAYERS = frozenset({"W", "Theta"})
_SCALAR_CAPITALS = frozenset("INTPV")
"""Capitals that stand for a number, a temperature, a pressure, a volume at least as often as for a matrix."""
_WEIGHTS = frozenset({"w", "beta", "theta", "a", "v"})
_QUANTITIES = frozenset("xyuvwzhpq")
_NUMBERS_BESIDE_DOTS = frozenset("Imtnl")
_FORCES = frozenset("FE")
_DISPLACEMENTS = frozenset("drsvpl")
_FIELDS = frozenset("EBDHJMP")
_WRITTEN_IN_FRONT = frozenset("AB")
_OUTER_PAIRS = frozenset({("u", "v"), ("a", "b"), ("p", "q"), ("v", "w"), ("x", "z"), ("g", "h")})
_BIASES = frozenset({"b", "c"})
_COEFFICIENTS = frozenset({"a", "b", "c", "d", "m", "k", "alpha", "beta"})
_LINEAR_ARGUMENTS = frozenset({"x", "w", "u", "v", "z", "h", "y", "q", "a", "p", "k", "beta", "theta", "mu", "s"})
"""What a matrix is written in front of: A x, W h, X β; a time t or a mass m is not."""


def is_capital(name: str) -> bool:
    """Whether the letter of the name is a capital, Latin or Greek."""
    letter = stem(name)
    return letter[:1].isupper() and (len(letter) == 1 or letter in GREEK_WORDS)


def stays_scalar(name: str) -> bool:
    return stem(name) in _STAYS_SCALAR


def is_linear_argument(name: str) -> bool:
    return stem(name) in _LINEAR_ARGUMENTS


def is_divided_by_its_like(name: str, other: str) -> bool:
    """Whether the entries of one are divided by those of the other, as in p / q and y / y_hat; in x / s and z / t
    they are divided by one number.
    """
    return stem(name) in _QUANTITIES and stem(other) in _QUANTITIES


def is_intercept(name: str, slope: str) -> bool:
    """a beside b x, w_0 beside w_1 x: both are coefficients of a line, one number each."""
    numbered = stem(name) == stem(slope) != name and name != slope
    return numbered or (stem(name) in _COEFFICIENTS and stem(slope) in _COEFFICIENTS)


def is_outer_pair(left: str, right: str) -> bool:
    """The u vᵀ, a bᵀ and x yᵀ of a matrix of rank one; in y wᵀ x the y is a label."""
    return (stem(left), stem(right)) in _OUTER_PAIRS or (stem(left) == "x" and is_entrywise_factor(right))


def is_scale(name: str, names: Collection[str]) -> bool:
    """The γ of γ * x̂ + β, which has an entry for each of x̂ as the shift β has."""
    return name == "gamma" and "beta" in names


def is_coefficient(name: str) -> bool:
    """A Latin letter that stands for a number beside an unknown x."""
    return name in _COEFFICIENTS and len(name) == 1


def is_bias(name: str) -> bool:
    return stem(name) in _BIASES


def is_data_times_weights(left: str, right: str) -> bool:
    """X w and X β: predictions for the rows of data, one number each; a bias beside them is one number."""
    return stem(left) in _DATA and stem(right) in _WEIGHTS


def is_data_times_layer(left: str, right: str) -> bool:
    """X W, H W_2 and A Θ: a layer of a network for all rows of data at once."""
    return stem(left) in _ROWS_OF_DATA and stem(right) in _LAYERS


def is_layer_before(left: str, right: str) -> bool:
    """W x and Θ h: a layer in front of what it is applied to, wherever else that stands."""
    return stem(left) in _LAYERS and is_linear_argument(right) and not is_capital(right)


def is_first_of_matrices(name: str) -> bool:
    """Whether a letter is first of all a matrix, even where a * stands behind it: A*x, W*x."""
    return stem(name) in _FIRST_OF_MATRICES


def is_weights_or_data(name: str) -> bool:
    return stem(name) in _WEIGHTS_AND_DATA


def is_quantity(name: str) -> bool:
    """Whether a letter beside a dot is a number: m · x + n, v · t, R · I."""
    return name in _NUMBERS_BESIDE_DOTS


def is_pair_of_vectors(left: str, right: str) -> bool:
    """F · d and E · B: a force and a way, or two fields, are vectors beside a dot; J · v and K · x are none."""
    along = (stem(left) in _FORCES and stem(right) in _DISPLACEMENTS) or (
        stem(right) in _FORCES and stem(left) in _DISPLACEMENTS
    )
    return along or (left != right and {stem(left), stem(right)} <= _FIELDS and bool({left, right} & {"E", "B"}))


def is_written_in_front(name: str) -> bool:
    """Whether a letter in front of a bracket of vectors multiplies it: A (x - b); K (x - a) may be of numbers."""
    return stem(name) in _WRITTEN_IN_FRONT or (is_capital(name) and stem(name) in GREEK_WORDS)


def is_taken_as_matrix(name: str) -> bool:
    """Whether a capital in front of a vector is a matrix by custom."""
    return is_capital(name) and stem(name) not in _SCALAR_CAPITALS


TIME_IN_CODE = 0.05
"""What speaks against a vector t in code, where measurements are made at all times at once."""


def cost_of_name(name: str, kind: int, bold: bool, others_bold: bool) -> float:
    """What speaks against a name's being of this kind, by its letters alone."""
    letter = stem(name)
    capital = is_capital(name)
    if bold:
        return 0.0 if kind == (MATRIX if capital else VECTOR) else 3.0
    if kind == SCALAR:
        return 0.0
    if kind == VECTOR:
        cost = _cost_of_vector(letter, capital)
        return cost + 1.5 if others_bold and not capital else cost  # beside bold vectors a light letter is a number
    if not capital:
        return 6.0 if letter in GREEK_WORDS else 4.0
    if letter in _WEIGHTS_AND_DATA or letter in GREEK_WORDS:
        return 1.0
    if letter in _SCALAR_CAPITALS:
        return {"N": 4.0, "V": 1.4, "I": 1.1}.get(letter, 2.2)
    return 1.3


def _cost_of_vector(letter: str, capital: bool) -> float:
    if letter in _STAYS_SCALAR:
        return 3.5
    if capital:
        return 1.6 if letter == "Y" else 4.0 if letter in _WEIGHTS_AND_DATA else 3.2
    if letter in GREEK_WORDS:
        return _GREEK_VECTOR.get(letter, 1.2)
    return _VECTOR.get(letter, _RARELY_VECTOR.get(letter, 0.4))


def cost_of_adding(name: str, linear: bool) -> float:
    """What speaks against adding a name that is a scalar to a vector: what is added to a vector is one.

    A mean μ is a number unless the difference is multiplied by a matrix or transposed.
    """
    if stays_scalar(name):
        return 0.0
    if stem(name) == "mu" and not linear:
        return 0.3
    return 2.5
