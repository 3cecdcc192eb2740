"""Code that asks for a derivative: grad(lambda w: …)(w), jax.grad(loss, argnums=1), torch.autograd.grad(loss, w)."""

from __future__ import annotations

from typing import NamedTuple

from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.code_words import MODULES
from explainer.language.pasted.symbolic.symbols import REWRITING

_LIBRARIES = frozenset({"sp", "sy", "sympy", "jax", "torch", "autograd", "ad", "func", "functional"})
_ASKING = frozenset({"grad", "value_and_grad", "jacobian", "jacfwd", "jacrev", "elementwise_grad"})


class Asked(NamedTuple):
    """What is differentiated, a lambda, the name of a function or a value; and with respect to what.

    `number` counts the parameter of the function; `variable` is given where a value is differentiated.
    """

    function: list[CodeToken]
    number: int
    variable: CodeToken | None


_SYMBOLIC = frozenset({"diff", "Derivative"})
"""SymPy's: diff(f, x), and f.diff(x)."""


def asked(line: list[CodeToken]) -> Asked | None:
    """The derivative that a line asks for; None for any other line."""
    wrapped = [token.value for token in line[:2]]
    if len(line) > 3 and wrapped[0] in REWRITING and wrapped[1] == "(" and _items(line, 1)[1] == len(line) - 1:
        return asked(line[2:-1])
    return _of_value(line) or _of_function(line)


def _of_value(line: list[CodeToken]) -> Asked | None:
    """diff(f, x) and f.diff(x), of first order."""
    behind = [token.value for token in line[-5:]]
    of_library = len(line) == 6 and line[0].value in MODULES  # np.diff(x) subtracts neighbours
    method = len(line) > 5 and behind[:3] == [".", "diff", "("] and behind[4] == ")" and line[-2].kind == "name"
    if method and not of_library:
        return Asked(line[:-5], 0, line[-2])
    k = 0
    while k + 1 < len(line) and line[k].value in _LIBRARIES and line[k + 1].value == ".":
        k += 2
    if k + 2 >= len(line) or line[k].value not in _SYMBOLIC or line[k + 1].value != "(":
        return None
    items, end = _items(line, k + 1)
    named = len(items) == 2 and len(items[1]) == 1 and items[1][0].kind == "name"
    return Asked(items[0], 0, items[1][0]) if named and end == len(line) - 1 else None


def _of_function(line: list[CodeToken]) -> Asked | None:
    k = 0
    while k + 1 < len(line) and line[k].value in _LIBRARIES and line[k + 1].value == ".":
        k += 2
    if k + 2 >= len(line) or line[k].value not in _ASKING or line[k + 1].value != "(":
        return None
    items, end = _items(line, k + 1)
    behind = line[end + 1 :]
    if not items or (behind and (behind[0].value != "(" or _items(line, end + 1)[1] != len(line) - 1)):
        return None
    number, variable = 0, None
    for item in items[1:]:
        values = [token.value for token in item]
        if values[:2] == ["argnums", "="] and len(values) == 3 and values[2].isdecimal():
            number = int(values[2])
        elif len(item) == 1 and item[0].value.isdecimal():
            number = int(item[0].value)
        elif len(item) == 1 and item[0].kind == "name":
            variable = item[0]
        elif values[1:2] != ["="]:
            return None
    return Asked(items[0], number, variable)


def _items(line: list[CodeToken], start: int) -> tuple[list[list[CodeToken]], int]:
    """What stands between the brackets that open at `start`, at its commas, and where they close."""
    items: list[list[CodeToken]] = [[]]
    depth, in_lambda = 0, False
    for k in range(start, len(line)):
        value = line[k].value
        depth += (value in "([{") - (value in ")]}")
        if depth == 0:
            return [item for item in items if item], k
        in_lambda = depth == 1 and (value == "lambda" or (in_lambda and value != ":"))
        if depth == 1 and value == "," and not in_lambda:
            items.append([])
        elif k > start:
            items[-1].append(line[k])
    return [item for item in items if item], len(line)
