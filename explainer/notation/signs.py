"""The signs in use for the element-wise and the Kronecker product, as parts of a notation."""

from __future__ import annotations

from typing import Final

from explainer.notation.tree import Operator
from explainer.signs import SIGNS, chosen_signs

_HADAMARD: Final = {name: Operator(signs[0], "binary", "element-wise times") for name, signs in SIGNS.items()}
_KRONECKER: Final = {name: Operator(signs[1], "binary", "Kronecker times") for name, signs in SIGNS.items()}


def hadamard() -> Operator:
    """The sign of the element-wise product."""
    return _HADAMARD[chosen_signs()]


def kronecker() -> Operator:
    """The sign of the Kronecker product."""
    return _KRONECKER[chosen_signs()]
