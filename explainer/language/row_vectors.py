"""x W in front of a bias, as networks are written whose values are rows: the vector in front of a matrix is its row."""

from __future__ import annotations

from collections.abc import Collection

from explainer.language.kinds.conventions import is_capital
from explainer.language.kinds.form_kinds import BY_ROWS
from explainer.language.text.syntax import Syntax, bottom_up
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_ROWS = frozenset({"x", "h", "z", "a", "q", "s"})
"""What the values of a layer are called; letters that stand for numbers as often are not among them."""
_KEYS = {"q": "K"}
"""A query stands in front of the keys, which are transposed."""


def rows_times_weights(tree: Syntax, vocabulary: Vocabulary, chosen: Collection[str]) -> None:
    """Read x W + b as x @ W + b, where nobody said the shapes: a number in front of weights is not meant.

    Names of which somebody has `chosen` the kind are left to what was chosen.
    """
    said = {*vocabulary.declared, *chosen}
    made: set[int] = set()
    for node in bottom_up(tree):
        if node.kind != "multiply" or len(node.parts) < 2:
            continue
        k = next((k for k, part in enumerate(node.parts) if part.kind != "number"), 0)
        signs = node.value[:k]
        if any(sign != "juxt" for sign in (*signs, *node.value[k:])) or k + 1 >= len(node.parts):
            continue
        row, weights = node.parts[k], node.parts[k + 1]
        if _is_row(row, said) and _is_weights(weights, row, said):
            vocabulary.note(
                phrase("{0} {1} is read with {0} as a row: {0}ᵀ {1}.", row.value[0], _name(weights).value[0])
            )
        elif not _holds_row(row, made) or not _is_capital(weights, said):
            continue
        product = Syntax("matmul", row.start, node.end, node.parts[k:], None, 1)
        made |= {id(product), id(node)}
        if k:
            product.grouped = True
            node.parts, node.value = (*node.parts[:k], product), ("juxt",) * k
        else:
            node.kind, node.parts, node.value = product.kind, product.parts, None


def _is_row(part: Syntax, said: set[str]) -> bool:
    return part.kind == "name" and part.value[0] in _ROWS and part.value[0] not in said


def _holds_row(part: Syntax, made: set[int]) -> bool:
    """Whether a factor has the entries of such a product, as max(0, x W_1 + b_1) in front of W_2."""
    stack = [part]
    while stack:
        node = stack.pop()
        if id(node) in made:
            return True
        through = node.kind == "apply" and (node.value.elementwise or node.value.name in BY_ROWS)
        if through or node.kind in {"addition", "negate"}:
            stack.extend(node.parts)
        elif node.kind == "quotient":
            stack.append(node.parts[0])
    return False


def _is_capital(part: Syntax, said: set[str]) -> bool:
    name = _name(part)
    return name.kind == "name" and is_capital(name.value[0]) and name.value[0] not in said


def _is_weights(part: Syntax, row: Syntax, said: set[str]) -> bool:
    name = _name(part)
    if name.kind != "name" or name.value[0] in said:
        return False
    return name.value[0] == "W" or (name is not part and name.value[0] == _KEYS.get(row.value[0]))


def _name(part: Syntax) -> Syntax:
    return part.parts[0] if part.kind == "transpose" else part
