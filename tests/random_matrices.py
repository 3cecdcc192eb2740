"""Random scalar functions of matrices and vectors, up to a dozen operations, with values and slopes for them.

`python -m tests.random_matrices FIRST COUNT [METHOD …]` derives so many problems from a seed on by all these methods,
compares each result with central differences, and prints how many were right, refused (with the reason) or wrong.
"""

from __future__ import annotations

import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

import numpy as np

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.language import parse_expression

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


# --- a long run by hand -----------------------------------------------------------------------------------------------

METHODS = ("auto", "differential", "backward", "elements", "operator", "chain")
Measured: TypeAlias = tuple[Mapping[str, Any], Any]
"""A point and the slopes of a function there."""
LONGEST = 60
"""Seconds of the processor after which a derivation counts as hung; the slowest take a few."""


def outcome(problem: Problem, method: str, measured: Sequence[Measured]) -> str:
    """What became of a problem: right, unsettled where no point has a value, refused: …, or wrong: …"""
    try:
        trace = derive(problem.text, problem.wrt, problem.shapes, method, "denominator")
        if trace.status != "finished":
            return f"refused: {_kind(trace.reason)}"
    except ExplainerError as error:
        return f"refused: {_kind(str(error))}"
    failed = [step.rule for step in trace.steps if method == "auto" and step.check.state == "failed"]
    if failed:
        return f"wrong: the check of {failed[0]} failed in {problem}"
    compared = 0
    for at, wanted in measured:
        with np.errstate(all="ignore"):
            found = np.asarray(trace.result.evaluate({**at, **SIZES}), dtype=float)
        if not np.isfinite(found).all():
            continue
        if np.abs(found.reshape(wanted.shape) - wanted).max() > 1e-3 * (1 + np.abs(wanted).max()):
            return f"wrong: {trace.result.text()} is not the derivative in {problem}"
        compared += 1
    return "right" if compared else "unsettled"


def measured_slopes(problem: Problem) -> list[Measured]:
    """Points with the slopes there, where differences of two widths agree on them."""
    function = parse_expression(problem.text, problem.shapes).expression
    found: list[Measured] = []
    for at in some_values(problem, 4):
        with np.errstate(all="ignore"):
            wanted, rough = (slopes(function, problem.wrt, at, step) for step in (1e-6, 1e-5))
            size = abs(float(value(function, at)))
        settled = np.isfinite(wanted).all() and size < 1e6
        if settled and np.abs(wanted - rough).max() <= 1e-5 * (1 + np.abs(wanted).max()):
            found.append((at, wanted))
    return found


def _kind(reason: str) -> str:
    """A reason without the formulas of the case, so that equal ones are counted together."""
    return re.sub(r"[^ ]*[()@⊗^'·=+*/][^ ]*( [-+@⊗*/·] [^ ]+)*", "…", reason)[:90]


def run(first: int, count: int, methods: Sequence[str]) -> Counter[str]:
    """How often each outcome occurred, one line printed for each that is wrong or hung."""
    found: Counter[str] = Counter()
    for seed in range(first, first + count):
        problem = drawn(seed)
        measured = measured_slopes(problem)
        for method in methods:
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            try:
                kind = outcome(problem, method, measured)
            except TimeoutError:
                kind = f"wrong: hung in {problem}"
            except Exception as error:
                kind = f"wrong: {type(error).__name__} in {problem}"
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            if kind.startswith("wrong"):
                print(seed, method, kind, flush=True)
                kind = "wrong"
            found[f"{method}: {kind}"] += 1
    return found


def _hung(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, _hung)
    start, total, *chosen = sys.argv[1:]
    for label, times in sorted(run(int(start), int(total), chosen or METHODS).items()):
        print(f"{times:6} {label}")
