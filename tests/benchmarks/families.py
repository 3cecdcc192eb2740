"""Families of inputs that grow with a number k: what is measured and held to its law of growth."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

METHODS = ("operator", "chain", "chain-forward", "vector", "elements", "chain-alias")


@dataclass(frozen=True)
class Family:
    """Functions of x of one kind, `text(k)` being about k times as long as the smallest."""

    name: str
    text: Callable[[int], str]
    shapes: dict[str, str] = field(default_factory=dict)
    """The shape of every variable, by its letter: that of A holds for A_1, A_2, … as well."""
    doubles: bool = False
    """Whether every definition uses the one before twice: written out, the function is 2^k long."""

    def shapes_of(self, text: str) -> dict[str, str]:
        names = set(re.findall(r"[A-Za-z]+(?:_[0-9]+)?", text))
        return {name: self.shapes[letter] for name in names if (letter := name.split("_")[0]) in self.shapes}


def _nested(inner: str, around: Callable[[str, int], str]) -> Callable[[int], str]:
    def text(k: int) -> str:
        whole = inner
        for j in range(1, k + 1):
            whole = around(whole, j)
        return whole

    return text


def _where(last: str, first: str, following: str) -> Callable[[int], str]:
    """A chain of definitions u_1 = …, u_2 = … of u_1, …; `{p}` is the name before."""

    def text(k: int) -> str:
        rest = (f"u_{j} = {following.format(p=f'u_{j - 1}', j=j)}" for j in range(2, k + 1))
        return f"{last.format(p=f'u_{k}')} where " + ", ".join((f"u_1 = {first}", *rest))

    return text


FAMILIES = (
    Family("nested max", _nested("x", lambda inner, j: f"max({inner}, {j} x)")),
    Family("nested max of constants", _nested("x", lambda inner, j: f"max({j}, 2 {inner})")),
    Family("continued fraction", _nested("x", lambda inner, j: f"{j} + 1/({inner})")),
    Family("continued fraction with x", _nested("x", lambda inner, j: f"x + {j}/({inner})")),
    Family("chain of definitions", _where("{p}", "sin(x)", "sin({p})")),
    Family("chain of definitions with x", _where("{p}", "x^2", "{p} x")),
    Family("chain of definitions used twice", _where("{p}", "x^2", "{p} {p}"), doubles=True),
    Family("chain of definitions used twice in functions", _where("{p}", "x^2", "sin({p}) + cos({p})"), doubles=True),
    Family(
        "layers of relu",
        _nested("x", lambda inner, j: f"relu(2 {inner} + {j})"),
    ),
    Family("layers of relu with letters", _nested("x", lambda inner, j: f"relu(w_{j} {inner} + b_{j})")),
    Family("product", lambda k: " ".join(f"sin({j} x)" for j in range(1, k + 1))),
    Family("product of letters", lambda k: " ".join(["x", *(f"a_{j}" for j in range(1, k))])),
    Family("product of brackets", lambda k: " ".join(f"(x + {j})" for j in range(1, k + 1))),
    Family("sum", lambda k: " + ".join(f"{j} x^{j}" for j in range(1, k + 1))),
    Family("sum of functions", lambda k: " + ".join(f"sin(x^{j + 1})" for j in range(1, k + 1))),
    Family("sum of quotients", lambda k: " + ".join(f"{j}/(x + {j})" for j in range(1, k + 1))),
    Family("nested sin", _nested("x", lambda inner, j: f"sin({inner})")),
    Family("nested exp and ln", _nested("x", lambda inner, j: f"exp({inner})" if j % 2 else f"ln({inner})")),
    Family("tower of powers", _nested("x", lambda inner, j: f"({inner})^{2 + j % 2}")),
    Family("tower of exponents", _nested("x", lambda inner, j: f"2^({inner})")),
    Family("nested square roots", _nested("x", lambda inner, j: f"sqrt(x + {inner})")),
    Family("nested products", _nested("x", lambda inner, j: f"x ({inner} + {j})")),
    Family("matrix chain", lambda k: " @ ".join([*(f"A_{j}" for j in range(1, k + 1)), "x"]), {"x": "n", "A": "n x n"}),
    Family(
        "layers of relu on vectors",
        _nested("x", lambda inner, j: f"relu(W_{j} @ {inner} + c_{j})"),
        {"x": "n", "W": "n x n", "c": "n"},
    ),
    Family("dot products", lambda k: " ".join(f"(w_{j} · x)" for j in range(1, k + 1)), {"x": "n", "w": "n"}),
)
