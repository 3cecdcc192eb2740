"""One row for each construct of the language; the passes over a tree know no construct but by its row."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import explainer.language
from explainer.errors import ExplainerError
from explainer.language import parse_expression
from explainer.language.constructs import CONSTRUCTS, Construct
from explainer.language.text.syntax import Syntax
from tests.language.specimens import SPECIMENS

LANGUAGE = Path(inspect.getfile(explainer.language)).parent
MORE = (
    "|x - y| + ||w|| + norm(w, 3) + var(w) + std(w) + mean(w) + len(w)",
    "f.(w) + w ○ w + g_i.(w_i)", "sum(X, axis=1)", "dot(w, x) + max(0, x)", "X @ w + b", "w ⊗ x ⊘ w",
    "sum(i=1..N, y_i - delta(i, 2))", "[1, 2; 3, 4] x", "diag(w) x", "A + matrix(c)",
    "cross_entropy(Z, Y) + mse(A, B) + mae(A, B)",
    "layer_norm(x)", "zeros(m, n) + ones(m, n)",
    "0 < x < 1", "inner(A, X) where A: m x n, X: m x n",
    "grid(i=1..m, j=1..n, W_{i,j})", "1⃗ · x where x: n", "cases(x if x > 0, 0 otherwise)", "(A x)_i where A: m x n",
)  # fmt: skip
INSIDE_ANOTHER = {"case", "binder"}
LADDER = 7
"""So many kinds asked for in a row are a table that is not written as one."""


@pytest.fixture(scope="module")
def used() -> set[str]:
    """The constructs in trees of the texts above and of a text for every kind of node."""
    found: set[str] = set()
    make = Syntax.__init__

    def noted(self: Syntax, kind: str, *rest: object, **more: object) -> None:
        found.add(kind)
        make(self, kind, *rest, **more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Syntax, "__init__", noted)
        for text in (*(node.text() for nodes in SPECIMENS.values() for node in nodes), *MORE):
            try:
                parse_expression(text)
            except ExplainerError:
                continue  # a shape may be missing; the tree was made
    return found


def test_every_construct_has_a_row_and_every_row_a_construct(used: set[str]) -> None:
    assert used == set(CONSTRUCTS)


def test_every_row_is_whole() -> None:
    assert len(CONSTRUCTS) > 45
    assert all(isinstance(row, Construct) and callable(row.build) for row in CONSTRUCTS.values())
    refusing = {name for name, row in CONSTRUCTS.items() if row.build.__name__ == "no_expression"}
    assert refusing == INSIDE_ANOTHER


def _kinds_asked(function: ast.AST) -> set[str]:
    """The constructs that a function compares the kind of one node with."""
    found = set()
    for node in ast.walk(function):
        compares = isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute | ast.Name)
        if not compares or not ast.unparse(node.left).endswith("kind"):
            continue
        words = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
        found |= {word for word in words if isinstance(word, str) and word in CONSTRUCTS}
    return found


def test_no_pass_decides_by_a_ladder_of_constructs() -> None:
    """Patterns such as a product in which a name stands are no ladder: they ask for a few that one looks for."""
    files = [file for wing in ("building", "kinds", "shapes") for file in sorted((LANGUAGE / wing).glob("*.py"))]
    functions = [
        (file, node)
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert len(functions) > 150
    ladders = {f"{file.name}: {node.name}": len(_kinds_asked(node)) for file, node in functions}
    assert max(ladders.values()) > 1
    assert not {name for name, count in ladders.items() if count > LADDER}
