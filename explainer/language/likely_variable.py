"""Which variable is meant where none was named: x of a function, the weights of a loss.

A guess that one click or `--wrt` changes; it is never taken for what somebody said.
"""

from __future__ import annotations

from collections.abc import Iterable

PARAMETERS = ("w", "W", "theta", "Theta", "beta", "phi")
"""What is learned, in the order in which it is asked for, as courses of machine learning write it."""
DATA = frozenset({"y", "Y", "X"})
"""Beside these a parameter is what is looked for: a loss compares with y, and X holds the samples in its rows."""
UNKNOWNS = ("x", "X", "z", "Z", "t", "theta", "Sigma", "S", "w", "W", "v", "u", "y", "Y", "s", "r")
"""What a function of calculus or of matrices is a function of, the likeliest first."""
CONSTANTS = frozenset("abcdknmpABCDIKMNPQ")
"""Letters of coefficients: something else is preferred."""


def likely_variable(names: Iterable[str], preferred: str = "") -> str:
    """The variable to differentiate with respect to: the preferred one if it occurs, else the likeliest.

    Without any variable it is x too: the derivative of a number is zero whatever the variable.
    """
    all_names = sorted(names)
    if preferred in all_names:
        return preferred
    letters: dict[str, str] = {}  # the letter, with the first name that bears it: W of W_1
    for name in all_names:
        letters.setdefault(name.split("_")[0], name)
    wanted = (*PARAMETERS, *UNKNOWNS) if DATA & set(letters) else UNKNOWNS
    by_letter = (letters[letter] for letter in wanted if letter in letters)
    others = (name for letter, name in letters.items() if letter not in CONSTANTS)
    return next(iter((*by_letter, *others, *all_names, "x")))
