"""Random functions of scalars, vectors and matrices as they are typed, for tests that derive many of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

SMOOTH = ("sin", "cos", "exp", "tanh", "sigmoid", "softplus", "arctan", "erf", "sinh", "silu", "gelu", "expm1")
ROUGH = ("relu", "abs", "leaky_relu", "hard_tanh", "huber", "softsign", "elu", "relu6", "sign", "heaviside")
PARTIAL = ("ln", "sqrt", "cbrt", "arcsin", "log1p", "tan", "arcosh", "log2", "reciprocal", "sinc")
METHODS = ("auto", "operator", "chain", "chain-forward", "vector", "elements", "chain-alias")
LETTERS = {
    "x": "n", "w": "n", "v": "n", "b": "m", "c": "m", "s": "scalar", "t": "scalar", "p": "scalar",
    "W": "m x n", "A": "n x n", "X": "N x n", "y": "N",
}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """A function, what to differentiate by, and the shapes of its letters."""

    text: str
    wrt: str
    shapes: dict[str, str]
    method: str = "auto"


class Maker:
    """Grows texts of a wanted shape; `depth` bounds how far parts are put into parts."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def pick(self, *ways: Callable[[], str]) -> str:
        """One of the ways, at random."""
        return self.random.choice(ways)()

    def function(self) -> str:
        """The name of a function of one argument, element by element."""
        return self.random.choice(self.random.choice((SMOOTH, SMOOTH, ROUGH, PARTIAL)))

    def number(self) -> str:
        """A small number."""
        return self.random.choice(("2", "3", "1/2", "0.1", "5", "1"))

    def scalar(self, depth: int) -> str:
        """A scalar, of scalars, vectors and matrices."""
        if depth <= 0:
            return self.random.choice(("s", "s", "t", "w · x", "sum(x)", self.number()))
        s, v, u, m = (lambda: self.scalar(depth - 1)), (lambda: self.vector(depth - 1)), self.layer, self.matrix
        return self.pick(
            lambda: f"({s()} + {s()})", lambda: f"({s()} - {s()})", lambda: f"({s()})*({s()})",
            lambda: f"({s()})/({s()})", lambda: f"({s()})^{self.random.choice('23')}", lambda: f"({s()})^p",
            lambda: f"p^({s()})", lambda: f"{self.function()}({s()})", lambda: f"{self.function()}({s()})",
            lambda: f"max({s()}, {s()})", lambda: f"max(0, {s()})", lambda: f"sum({v()})", lambda: f"({v()}) · ({v()})",
            lambda: f"norm({v()})", lambda: f"logsumexp({v()})", lambda: f"norm({u(depth - 1)})^2",
            lambda: f"({v()})' A ({v()})", lambda: f"1/N sum(i=1..N, (y_i - X_i · ({v()}))^2)",
            lambda: f"sum({m(depth - 1)})", lambda: f"x' ({m(depth - 1)}) w", lambda: f"norm({m(depth - 1)} x)^2",
            lambda: f"norm1({v()})", lambda: f"cases({s()} if {s()} <= 0, {s()} otherwise)",
        )  # fmt: skip

    def vector(self, depth: int) -> str:
        """A vector of size n."""
        if depth <= 0:
            return self.random.choice(("x", "x", "w", "v"))
        s, v = (lambda: self.scalar(depth - 1)), (lambda: self.vector(depth - 1))
        return self.pick(
            lambda: f"({v()} + {v()})", lambda: f"({v()} - {v()})", lambda: f"({v()} ⊗ {v()})",
            lambda: f"({v()} ⊘ ({v()}))", lambda: f"({s()}) ({v()})", lambda: f"{self.function()}({v()})",
            lambda: f"{self.function()}({v()})", lambda: f"softmax({v()})", lambda: f"max({v()}, {v()})",
            lambda: f"max(0, {v()})", lambda: f"({v()} + {s()})", lambda: f"A @ ({v()})", lambda: f"A' @ ({v()})",
            lambda: f"A @ A @ ({v()})", lambda: f"W' @ ({self.layer(depth - 1)})", lambda: f"({v()})/norm({v()})",
            lambda: f"({v()})^{self.random.choice('23')}", lambda: f"sum(i=1..N, (X_i · ({v()})) X_i)",
        )  # fmt: skip

    def layer(self, depth: int) -> str:
        """A vector of size m."""
        if depth <= 0:
            return self.random.choice(("b", "W x", "c"))
        u = lambda: self.layer(depth - 1)  # noqa: E731
        return self.pick(
            lambda: f"(W @ ({self.vector(depth - 1)}) + b)", lambda: f"{self.function()}({u()})",
            lambda: f"max(0, {u()})", lambda: f"softmax({u()})", lambda: f"({u()} ⊗ {u()})", lambda: f"({u()} + {u()})",
        )  # fmt: skip

    def matrix(self, depth: int) -> str:
        """A matrix of size n × n."""
        if depth <= 0:
            return self.random.choice(("A", "A", "A'", "(W' W)"))
        m = lambda: self.matrix(depth - 1)  # noqa: E731
        return self.pick(
            lambda: f"({m()} + {m()})", lambda: f"({m()}) @ ({m()})", lambda: f"({m()})'",
            lambda: f"{self.random.choice(SMOOTH)}({m()})", lambda: f"({m()} ⊗ {m()})",
            lambda: f"({self.vector(depth - 1)}) ({self.vector(depth - 1)})'",
            lambda: f"diag({self.vector(depth - 1)})",
        )  # fmt: skip


def random_problem(seed: int) -> Problem:
    """The problem of this seed: any shape of function, any letter, any method, sizes open or small numbers."""
    random = Random(seed)
    maker = Maker(random)
    depth = random.choice((1, 2, 2, 3))
    make, letters = random.choice((
        (maker.scalar, "sstpxxwWA"), (maker.scalar, "sstpxxwWA"), (maker.vector, "xxws"), (maker.layer, "xxb"),
        (maker.matrix, "s"),
    ))  # fmt: skip
    text = make(depth)
    names = set(re.findall(r"[a-zA-Z]\w*", text)) & set(LETTERS) | ({"X", "y"} if "X_i" in text else set())
    there = sorted({letter for letter in letters if letter in names} or {letters[0]})
    wrt = random.choice([letter for letter in letters if letter in there])
    pairs = [pair for pair in ("st", "xs", "wx", "xb") if set(pair) <= names]
    if pairs and make == maker.scalar and random.random() < 0.3:
        wrt = f"({', '.join(random.choice(pairs))})"
    sizes = {"n": "n", "m": "m", "N": "N"}
    if random.random() < 0.3 and "N" not in names and "/N" not in text and "..N" not in text:
        sizes = {name: str(random.randint(1, 5)) for name in sizes}
    shapes = {
        name: re.sub("[nmN]", lambda match: sizes[match[0]], shape) if shape != "scalar" else shape
        for name, shape in LETTERS.items()
        if name in names or name in wrt
    }
    return Problem(text, wrt, shapes, random.choice(METHODS))
