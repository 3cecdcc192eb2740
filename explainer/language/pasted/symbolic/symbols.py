"""Lines that make symbols: X = MatrixSymbol("X", m, n) gives a shape, x = IndexedBase("x") gives none."""

from __future__ import annotations

import re

from explainer.language.pasted.code_tokens import CodeToken
from explainer.threads import recent

_WITHOUT_SHAPE = frozenset({"IndexedBase", "Function", "Idx", "Dummy"})
REWRITING = frozenset(
    {"simplify", "expand", "factor", "together", "cancel", "trigsimp", "apart", "powsimp", "nsimplify", "doit", "evalf"}
)
"""Calls that give the same value in another form."""


_MATRICES = re.compile(r"(?<![\w.])(?:MatrixSymbol|Trace|Determinant|Inverse|Transpose|HadamardProduct)\(")


@recent(8)
def multiplies_matrices(text: str) -> bool:
    """Whether a text has words of SymPy's matrices, which are multiplied with * and raised with ** as matrices."""
    return _MATRICES.search(text) is not None


def made(line: list[CodeToken]) -> str | None:
    """The shape that a line gives its name, empty where it says none; None for a line that makes no symbol."""
    k = 2 if len(line) > 2 and line[1].value == "." else 0
    word = line[k].value if k < len(line) else ""
    opens = line[k + 1 : k + 2] and line[k + 1].value == "("
    if not opens or line[-1].value != ")" or any(token.value == "(" for token in line[k + 2 :]):
        return None
    if word in _WITHOUT_SHAPE:
        return ""
    sizes = [token.value for token in line[k + 3 : -1] if token.value != ","]
    if word != "MatrixSymbol" or len(sizes) != 2 or line[k + 2].kind != "text":
        return None
    rows, columns = sizes
    return rows if columns == "1" else f"{rows} x {columns}"
