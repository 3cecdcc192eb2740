"""What a Python caller may give for a variable and for shapes, brought into the words that the language reads.

NumPy says a shape as a tuple, SymPy a variable as a symbol, and several variables come as a tuple of names.
"""

from __future__ import annotations

from collections.abc import Mapping
from numbers import Integral
from typing import TYPE_CHECKING, TypeAlias

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.shape import Shape
from explainer.phrases import phrase

if TYPE_CHECKING:
    import sympy

    GivenShape: TypeAlias = str | Shape | int | tuple[int | str, ...]
    GivenVariable: TypeAlias = str | Node | sympy.Symbol | tuple["GivenVariable", ...] | list["GivenVariable"]


def shapes_in_words(shapes: Mapping[str, GivenShape] | None) -> dict[str, str | Shape]:
    """`{"X": (4, 3), "w": 3, "c": ()}` as `{"X": "4 x 3", "w": "3", "c": "scalar"}`; texts and shapes stay.

    A key may be a variable or a symbol instead of its name. Raises ExplainerError for what says no shape.
    """
    return {str(name): _shape_in_words(str(name), shape) for name, shape in (shapes or {}).items()}


def _shape_in_words(name: str, shape: GivenShape) -> str | Shape:
    if isinstance(shape, (str, Shape)):
        return shape
    if isinstance(shape, Integral) and not isinstance(shape, bool):
        return str(int(shape))
    if isinstance(shape, (tuple, list)) and all(isinstance(size, (str, Integral)) for size in shape):
        return " x ".join(map(str, shape)) or "scalar"
    raise ExplainerError(
        phrase("{0}: no shape can be read from an object of the type {1}", name, type(shape).__name__),
        hint="Give “n”, “N x n”, a number of entries, or a tuple such as (4, 3), as NumPy has them.",
    )


def variable_in_words(wrt: GivenVariable | None) -> str | Node | None:
    """A tuple of names as one text, `("x", "y")` as `(x, y)`, and a symbol as its name; a text or node stays.

    Raises ExplainerError for what names no variable.
    """
    if wrt is None or isinstance(wrt, (str, Node)):
        return wrt
    if isinstance(wrt, (tuple, list)) and wrt:
        named = [variable_in_words(one) for one in wrt]
        return f"({', '.join(str(one) for one in named)})" if len(named) > 1 else named[0]
    from explainer.language.sympy.bridge import from_sympy, is_sympy

    if is_sympy(wrt):
        return from_sympy(wrt).text()
    raise ExplainerError(
        phrase("an object of the type {0} is no variable of differentiation", type(wrt).__name__),
        hint="Give its name, such as “x”, or several names: (“x”, “y”).",
    )
