"""What a row of the operations table says about one function or operator; the rows are in explainer/operations.

The row travels with every node that applies it, so that evaluating, writing and differentiating need no look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import Any

from explainer.expr.shape import Shape, broadcast


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One function or operator.

    `name` is what is typed and what `text()` prints; `aliases` are read too (`log` for `ln`).
    `title` is the name in words, lower case ("natural logarithm"). `parameters` names the arguments in
    `derivative`, `domain` and `definition`, for instance ("u",) or ("u", "v").
    `shape` computes the result's shape from the arguments' shapes (element-wise by default) and raises ShapeError.
    `sizes` are the shapes of the arguments in letters where one hangs together with another: ("n x d", "m x d").
    `value(numpy, *arguments)` computes on NumPy arrays, element by element for element-wise operations; for the
    others (`elementwise=False`, such as the norm) the last axis of a vector argument is its entries, the last two
    axes of a matrix argument its rows and columns, and axes before them are independent samples. Every function and
    constant in it comes from its argument `numpy`, which may be another arithmetic with the same functions.
    `as_matrices` says that `value` is given every argument with the axes of a matrix, vectors as columns, and returns
    one; else an argument has the axes of its own shape.
    `derivative` holds one expression in the input language per parameter: for functions of whole vectors the Jacobian.
    `differential` holds, for functions of matrices, what the value changes by when one parameter moves and the others
    are held: one expression per parameter, in which `du` stands beside `u` for the change of u ("tr(du)").
    `domain` lists conditions in the input language under which value and derivative exist ("u > 0").
    `values_between` are bounds of the value, where there are any: what is certain to lie outside a domain is refused.
    `never` are those of them that no argument reaches, as 0 for exp.
    `exact` are arguments with the values that everybody knows, in the input language: (("0", "1"),) for cos. Where
    fractions give a fraction, `of_fractions` computes it; None where they give none. `of_equal_entries` does so for a
    vector or matrix whose entries are all one number, given it and how many there are (None where that is open).
    `definition` writes the function in terms of others, in the input language, where that helps (`relu`: `max(0, u)`);
    a definition with cases is what the piecewise rule uses.
    `analytic` says that the value formula holds for complex arguments too (needed by the complex-step oracle).
    `latex` is the LaTeX command or text of the upright name (r"\\sin", r"\\operatorname{relu}"), `unicode` the plain
    name; `notation` names a special form instead of name(argument): "abs", "norm", "sqrt", "cbrt",
    "exp", "max", "inverse", "norm1", "norm_F", "kron", "matrix_power".
    `speech` is the template read aloud: "the natural logarithm of {0}".
    `source` says where the formula can be looked up.
    """

    name: str
    title: str
    parameters: tuple[str, ...]
    value: Callable[..., Any]
    derivative: tuple[str, ...] = ()
    differential: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    values_between: tuple[float, float] = (-inf, inf)
    never: tuple[float, ...] = ()
    exact: tuple[tuple[str, str], ...] = ()
    of_fractions: Callable[..., Fraction | None] | None = None
    of_equal_entries: Callable[[Fraction, int | None], Fraction | None] | None = None
    definition: str = ""
    aliases: tuple[str, ...] = ()
    elementwise: bool = True
    analytic: bool = True
    as_matrices: bool = False
    shape: Callable[..., Shape] = broadcast
    sizes: tuple[str, ...] = ()
    latex: str = ""
    unicode: str = ""
    notation: str = "function"
    speech: str = ""
    source: str = ""
    examples: tuple[str, ...] = field(default=())

    @property
    def arity(self) -> int:
        """The number of arguments."""
        return len(self.parameters)

    def __repr__(self) -> str:
        return f"<operation {self.name}>"

    @property
    def call(self) -> str:
        """How it is typed, such as `max(u, v)`."""
        return f"{self.name}({', '.join(self.parameters)})"
