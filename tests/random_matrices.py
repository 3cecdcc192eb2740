"""Random scalar functions of matrices and vectors, up to a dozen operations, with values and slopes for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from explainer.expr.node import Node

SHAPES: dict[str, tuple[str, ...]] = {
    "A": ("m", "n"), "B": ("n", "k"), "C": ("k", "k"), "D": ("n", "n"), "S": ("n", "n"), "X": ("n", "n"),
    "Y": ("m", "n"), "a": ("m",), "b": ("n",), "c": ("k",), "t": (),
}  # fmt: skip
SIZES = {"m": 2, "n": 3, "k": 4}
MATRICES = {("m", "n"): "AY", ("n", "k"): "B", ("k", "k"): "C", ("n", "n"): "XXDS"}
VECTORS = {"m": "a", "n": "b", "k": "c"}


@dataclass(frozen=True)
class Problem:
    """A scalar function in the input language, its variable and the shapes of its names."""

    text: str
    wrt: str
    shapes: dict[str, str]


def drawn(seed: int) -> Problem:
    """The problem of a number: the same one every time."""
    random = Random(seed)
    wrt = random.choice("XSAbtD")
    text = ""
    while wrt not in text:
        text = _Maker(random).scalar(random.randint(1, 4))
    shapes = {name: " x ".join(sizes) if sizes else "scalar" for name, sizes in SHAPES.items() if name in text}
    return Problem(text, wrt, shapes)


class _Maker:
    """Makes texts of values of given shapes; `depth` bounds how many operations stand inside each other."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def scalar(self, depth: int) -> str:
        pick = self.random.choice
        if depth <= 0:
            return pick(("t", "tr(S)", "(b' @ b)", "2"))
        rows, columns = pick((("m", "n"), ("n", "n"), ("n", "k")))
        one, other = pick("mnk"), pick("mnk")
        kinds = {
            "trace": lambda: f"tr({self.matrix(depth - 1, 'n', 'n')})",
            "determinant": lambda: f"det({self.matrix(depth - 1, 'n', 'n')})",
            "logarithm": lambda: f"log(det({self.matrix(depth - 1, 'n', 'n')}))",
            "sum": lambda: f"sum({self.matrix(depth - 1, rows, columns)})",
            "sum of a vector": lambda: f"sum({self.vector(depth - 1, one)})",
            "norm": lambda: f"norm({self.matrix(depth - 1, 'n', 'n')})",
            "squared norm": lambda: f"norm({self.matrix(depth - 1, rows, columns)})^2",
            "product": lambda: f"({self.vector(depth - 1, one)})' @ ({self.vector(depth - 1, one)})",
            "form": lambda: (
                f"({self.vector(depth - 1, one)})' @ ({self.matrix(depth - 1, one, other)}) "
                f"@ ({self.vector(depth - 1, other)})"
            ),
            "added": lambda: f"({self.scalar(depth - 1)} + {self.scalar(depth - 1)})",
            "multiplied": lambda: f"({self.scalar(depth - 1)}) ({self.scalar(depth - 1)})",
            "exponential": lambda: f"exp({self.scalar(depth - 2)}/9)",
            "divided": lambda: f"({self.scalar(depth - 1)})/(1 + ({self.scalar(depth - 1)})^2)",
            "root": lambda: f"sqrt(1 + ({self.scalar(depth - 1)})^2)",
        }
        return kinds[pick(list(kinds))]()

    def matrix(self, depth: int, rows: str, columns: str) -> str:
        pick = self.random.choice
        if depth <= 0 or self.random.random() < 0.12:
            if (rows, columns) in MATRICES:
                return pick(MATRICES[rows, columns])
            if (columns, rows) in MATRICES:
                return pick(MATRICES[columns, rows]) + "'"
            return f"{VECTORS[rows]} @ {VECTORS[columns]}'"
        inner = pick("mnk")
        again = lambda: self.matrix(depth - 1, rows, columns)  # noqa: E731
        kinds = {
            "product": lambda: f"({self.matrix(depth - 1, rows, inner)}) @ ({self.matrix(depth - 1, inner, columns)})",
            "product again": lambda: (
                f"({self.matrix(depth - 1, rows, inner)}) @ ({self.matrix(depth - 1, inner, columns)})"
            ),
            "added": lambda: f"({again()} + {again()})",
            "transposed": lambda: f"({self.matrix(depth - 1, columns, rows)})'",
            "entry by entry": lambda: f"({again()}) ⊗ ({again()})",
            "inverse": lambda: f"inv({again()})" if rows == columns else f"(2 ({again()}))",
            "function": lambda: f"{pick(('sin', 'tanh', 'exp', 'sigmoid', 'relu'))}({again()})",
            "multiple": lambda: f"(({self.scalar(depth - 2)}) ({again()}))",
        }
        return kinds[pick(list(kinds))]()

    def vector(self, depth: int, size: str) -> str:
        if depth <= 0:
            return VECTORS[size]
        inner = self.random.choice("mnk")
        kinds = {
            "product": lambda: f"({self.matrix(depth - 1, size, inner)}) @ ({self.vector(depth - 1, inner)})",
            "difference": lambda: f"({self.vector(depth - 1, size)} - {self.vector(depth - 1, size)})",
            "function": lambda: f"{self.random.choice(('sin', 'tanh', 'exp'))}({self.vector(depth - 1, size)})",
        }
        return kinds[self.random.choice(list(kinds))]()


def some_values(problem: Problem, count: int) -> Iterator[dict[str, Any]]:
    """Values for the names, half of them with positive definite square matrices, so that logarithms have a value."""
    generator = np.random.default_rng(len(problem.text))
    for k in range(count):
        at: dict[str, Any] = {}
        for name in problem.shapes:
            sizes = tuple(SIZES[size] for size in SHAPES[name])
            drawn_value = generator.uniform(-1.0, 1.0, sizes) if sizes else float(generator.uniform(0.3, 1.0))
            definite = k % 2 and len(sizes) == 2 and sizes[0] == sizes[1]
            at[name] = drawn_value @ drawn_value.T + np.eye(sizes[0]) if definite else drawn_value
        yield at


def value(function: Node, at: Mapping[str, Any]) -> Any:
    return function.evaluate({**at, **SIZES})


def slopes(function: Node, wrt: str, at: Mapping[str, Any], step: float = 1e-6) -> Any:
    """Central differences of a scalar function by every entry of the variable, in the variable's shape."""
    x = np.asarray(at[wrt], dtype=float)
    found = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        ahead, behind = x.copy(), x.copy()
        ahead[place] += step
        behind[place] -= step
        found[place] = (value(function, {**at, wrt: ahead}) - value(function, {**at, wrt: behind})) / (2.0 * step)
    return found
