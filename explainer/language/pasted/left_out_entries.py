"""Parts of vectors in code: x[1:], x[:-1], np.diff(x), and x[i - 1] where i counts from one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.language.pasted.code_expression import Expression
    from explainer.language.pasted.code_tokens import CodeToken


def counts_from_one(tokens: Sequence[CodeToken], index: str) -> bool:
    """Whether a list goes over range(1, n + 1) with this index, and nothing stands at the index itself."""
    values = [token.value for token in tokens]
    ranged = ["for", index, "in", "range", "(", "1", ","]
    begins = any(values[k : k + len(ranged)] == ranged for k in range(len(values)))
    return begins and not any(values[k : k + 3] in (["[", index, "]"], ["[", index, ","]) for k in range(len(values)))


def slice_of(expression: Expression, value: str) -> str | None:
    """x[1:], x[:-1] and x[1:-1]: a vector without its first or last entries."""
    close = next((k for k in range(expression.place, len(expression.tokens)) if expression.tokens[k].value == "]"), 0)
    inside = "".join(token.value for token in expression.tokens[expression.place : close])
    found = re.fullmatch(r"(\d?):(?:-(\d))?", inside)
    if found is None or not (found[1] or found[2]) or not re.fullmatch(r"[^\W\dA-Z]\w*", value):
        return None
    expression.place = close + 1
    expression.names.kinds[value] = "vector"
    cuts = (int(found[1] or 0), int(found[2] or 0))
    note = phrase(
        "{0} is read as a product with a part of the identity matrix, which leaves entries out.", f"{value}[{inside}]"
    )
    if note not in expression.notes:
        expression.notes.append(note)
    return cut(value, cuts, expression.names.size_without(sum(cuts)))


def differences(expression: Expression, value: str) -> str:
    """np.diff(x), what every entry is larger by than the one before."""
    size = expression.names.size_without(1)
    return f"({cut(value, (1, 0), size)} - {cut(value, (0, 1), size)})"


def cut(name: str, cuts: tuple[int, int], size: str) -> str:
    """A vector without so many of its first and last entries; `size` is how many are left."""
    zeros = [f"zeros({size})" if count == 1 else f"zeros({size}, {count})" if count else "" for count in cuts]
    return f"([[{', '.join(filter(None, (zeros[0], f'identity({size})', zeros[1])))}]] @ {name})"
