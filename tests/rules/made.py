"""What every rule makes of its examples and of more lines, word for word: `python -m tests.rules.made` writes it anew.

That a line has the right value does not show that it is the form that was meant, nor that a rule is used wherever it
can be. Look at what has changed before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    Derivative,
    Differential,
    Entry,
    Grid,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    Product,
)
from explainer.language import parse_expression
from explainer.operations import OPERATIONS
from explainer.rules import Rule, all_rules
from explainer.rules.entries.indices import entry_of
from explainer.rules.rule import Rewrite
from tests.rules.test_soundness import MATRICES, VECTORS, accepted

REFERENCE = Path(__file__).with_name("made.txt")

SHAPES = {
    "A": "n x n", "B": "n x n", "X": "m x n", "W": "m x n", "S": "symmetric n x n", "a": "n", "b": "n", "x": "n",
    "w": "n", "v": "n", "u": "m", "y": "m", "r": "scalar", "s": "scalar", "t": "scalar", "z": "scalar",
}  # fmt: skip
SCALARS = (
    "(r^a_1)^1", "(r^2)^1", "(r / 2 + 2 s) / 2", "(2 r + 4) / (2 / 3)", "(2 r + 4 s) / (2 / t)", "(4 r + 6 s) / (2 t)",
    "r^len(x)", "sqrt(pi)", "max(2, 3)", "max(2, pi)", "sqrt(4/9)", "sqrt(2)", "r^3 / (r s)", "(r s)^2 / r", "r s t z",
    "z_2 z_1 r", "sin(r) r 2", "e^r r sin(s)", "sqrt(r) r", "(r + s) r", "r^2 s^(-1) t", "ln(r) / ln(2)",
    "2 (r + s) / 4", "r s + r t", "r (s + t) - r z", "(r + s)^2", "(r + s) (r - s)", "r^2 r^3", "r^a_1 r", "sqrt(r)^2",
    "sqrt(r^2)", "(r s)^3", "r / (s / t)", "(r / s) / t", "r s / (r t)", "r^3 / r", "1 / r^(-2)", "2 r + 3 r", "r - r",
    "0 r + s", "1 r", "r^1", "r^0", "-(-r)", "-(r - s)", "e^r e^s", "ln(e^r)", "e^(ln(r))", "ln(r s)", "ln(r^2)",
    "sin(r)^2 + cos(r)^2", "1 - sin(r)^2", "1 + tan(r)^2", "cosh(r)^2 - sinh(r)^2", "sigmoid(r) (1 - sigmoid(r))",
    "1 - tanh(r)^2", "1 / (1 + e^(-r))", "sin(r) / cos(r)", "2 sin(r) cos(r)", "sin(-r)", "abs(-r)", "max(0, r)",
    "max(r, s) + min(r, s)", "cases(0 if r <= 0, 1 if r > 0) r",
    "cases(1 if r < s, 0 if r >= s) + cases(0 if r < s, 1 if r >= s)", "cases(r if r > 0, r otherwise)",
    "r / 2 + s / 2", "r / s + t / s", "1 / r + 1 / s", "r e^r + e^r", "(r + 1)^2 (r - 1)", "sum(i=1..n, r x_i)",
    "sum(i=1..n, x_i w_i)", "sum(i=1..n, x_i)", "sum(i=1..n, delta(i, 2) x_i)", "sum(i=1..n, 1)",
    "sum(i=1..m, sum(j=1..n, X_ij))", "sum(i=1..m, X_i · x)", "sum(i=1..n, A_ii)", "sum(i=1..n, x_i^2)",
    "sum(i=1..n, x_i / r)", "sum(i=1..n, -x_i)", "sum(i=2..n, x_i)",
)  # fmt: skip
WHOLES = (
    "1⃗' (A ⊗ B')", "(A ⊗ B') 1⃗", "1⃗' (A ⊗ B') x", "x' (A ⊗ B') 1⃗", "1⃗' A", "A inv(A B)", "inv(A B) A",
    "B inv(A B)", "inv(A B) B", "inv(A) A B", "A^5 inv(A)^2", "inv(A)^3 A", "A^2 + A A", "A A A",
    "sum((x - mean(x))^2) / n", "mean((x - mean(x))^2)", "mean((mean(x) - x)^2)", "mean(x^2) - mean(x)^2",
    "norm(x - mean(x))^2 / n", "sum(x - mean(x))", "sqrt(var(x))", "(x - mean(x)) / std(x)", "x' x / norm(x)",
    "x / norm(x)", "(x ⊗ w) ⊘ x", "x ⊘ (x ⊗ w)", "x^2 ⊘ x", "x ⊘ x^2", "x ⊘ x", "x .^ w ⊗ x", "x' A x / (x' x)",
    "tr(A S)", "tr(S A)", "tr(inv(S))", "S inv(S)", "diag(x) S diag(x)", "sum(A ⊗ B)", "sum(A ⊗ B')", "sum(X ⊗ W)",
    "tr(X' X)", "frobenius_norm(X)^2", "sum(X .^ 2)", "vec(X)' vec(W)", "x + x", "2 x - x", "x ⊗ w", "x ⊗ x", "x ⊗ 1⃗",
    "r x ⊗ s w", "x / r", "x ⊘ w ⊗ w", "x' w", "w · x + x · w", "x · x", "norm(x)^2", "sum(x ⊗ w)", "sum(x)",
    "sum(r x)", "sum(x) / n", "mean(r x)", "diag(x) w", "diag(x) diag(w)", "diag(1⃗) x", "x 1⃗'", "x''", "(x')'",
    "(A B)'", "(A')'", "(r A)'", "(x w')'", "A identity(n)", "identity(n) x", "A + A", "A - A", "A inv(A)",
    "inv(inv(A))", "inv(A')", "inv(r A)", "det(A')", "det(A B)", "det(inv(A))", "tr(A')", "tr(A + B)", "tr(r A)",
    "tr(x w')", "tr(A B A)", "tr(X' W)", "A^2 A", "A^0", "A^1", "S'", "S' x", "x' S", "kron(A, B)'",
    "kron(A, B) kron(B, A)", "vec(A)'", "vec(A + B)", "softmax(x)", "sum(softmax(x))", "X x + X w", "X (x + w)",
    "X' u + X' y", "r X x", "(r X) x", "X (r x)", "-X x", "A x x' A", "x' A x + x' A' x", "x' A w + w' A' x", "0 x",
    "0 A", "x - x", "sin(x) ⊘ cos(x)", "x^2", "x .^ 1", "x^2 ⊗ x", "exp(x) ⊗ exp(w)", "max(0, x)", "max(x, w)",
    "(x > 0) ⊗ x", "[r, s] + [s, t]", "[r, s] · [s, t]", "[[r, s], [s, t]] [r, s]", "[x, r]", "expand(r, n)",
    "expand(r, n) ⊗ x",
)  # fmt: skip
"""Lines, and functions whose derivatives and differentials are further lines."""
LETTERS = {"r", "x", "X", "A", "S"}


def shapes_in(text: str) -> dict[str, str]:
    return {name: shape for name, shape in SHAPES.items() if name in text}


def lines() -> list[str]:
    """The lines that every rule is tried on."""
    found = [*SCALARS, *WHOLES]
    for body in (*SCALARS, *WHOLES):
        for wrt in sorted(LETTERS & set(body)):
            scalar = SHAPES[wrt] == "scalar"
            found.append(f"d({body})/d({wrt})" if scalar else f"∂({body})/∂({wrt})")
            found.append(f"differential({body}, {wrt})")
    return found


@cache
def parts() -> tuple[Node, ...]:
    """All parts of these lines, each once; what cannot be read is no line."""
    found: dict[Node, None] = {}
    for text in lines():
        try:
            whole = parse_expression(text, shapes_in(text)).expression
        except ExplainerError:
            continue
        found.update((part, None) for _, part in subnodes(whole))
    for whole in (*of_entries(), *lists()):
        found.update((part, None) for _, part in subnodes(whole))
    return tuple(found)


i, j, k, m = (Index(letter, "n") for letter in "ijkm")


def of_entries() -> Iterator[Node]:
    """Entries of vectors and matrices, what is made of all of them again, and how they change."""
    x, A = (parse_expression(name, {name: SHAPES[name]}).expression for name in "xA")
    for node in accepted(list(VECTORS)):
        if node.shape != x.shape:
            continue
        entry = entry_of(node, (i,))
        yield from (
            Entry(node, (i,)),
            Entry(node, (nodes.ONE,)),
            nodes.ColumnForm(i, entry),
            nodes.RowForm(i, entry),
            nodes.DiagonalForm(i, entry),
        )
        yield from (
            IndexedSum(i, entry),
            IndexedSum(i, Product((Entry(x, (i,)), entry))),
            nodes.Dot(x, node),
            nodes.Dot(node, node),
        )
        yield from (Derivative(entry, Entry(x, (j,)), "partial"), Derivative(node, x, "partial"), Differential(node, x))
        yield from (
            nodes.Transpose(node),
            nodes.SumReduction(node),
            nodes.Diag(node),
            Hadamard((x, node)),
            MatrixProduct((A, node)),
        )
    for node in accepted(list(MATRICES)):
        if not node.shape.is_matrix or node.shape != A.shape:
            continue
        entry = entry_of(node, (i, j))
        yield from (
            Entry(node, (i, j)),
            Entry(node, (nodes.ONE, j)),
            nodes.MatrixRow(node, i),
            Grid(i, j, entry),
            Grid(j, i, entry),
        )
        yield from (IndexedSum(i, IndexedSum(j, entry)), IndexedSum(j, Product((entry, Entry(x, (j,))))))
        yield from (Derivative(entry, Entry(A, (k, m)), "partial"), Differential(node, A), Differential(node, x))
        yield from (
            nodes.Transpose(node),
            nodes.Apply(OPERATIONS["tr"], (node,)),
            MatrixProduct((node, x)),
            MatrixProduct((node, A)),
        )
        yield MatrixProduct((nodes.Transpose(x), node))


def lists() -> Iterator[Node]:
    """Sums and products of two and three of the same few parts, in every order."""
    names = {name: parse_expression(name, {name: SHAPES[name]}).expression for name in ("r", "s", "x", "w", "A", "B")}
    few = (nodes.ONE, nodes.ZERO, nodes.TWO, nodes.Negate(names["r"]), *(names[name] for name in ("r", "s")))
    for some in (*permutations(few, 2), *permutations(few, 3)):
        yield from (nodes.Sum(some), nodes.Product(some))
    for one, other in permutations(few, 2):
        if other is not nodes.ZERO:
            yield from (nodes.Quotient(one, other), nodes.Power(other, one))
    for one, other in permutations(
        [names[name] for name in ("x", "w")] + [nodes.Ones("n"), nodes.Zeros(names["x"].shape)], 2
    ):
        yield from (nodes.Sum((one, other)), Hadamard((one, other)), nodes.HadamardQuotient(one, names["x"]))


def made_by(rule: Rule) -> list[str]:
    """What a rule makes of every part of its examples and of the lines that it is used on, with what it assumes."""
    own: dict[Node, None] = {}
    for text in rule.examples:
        own.update((part, None) for _, part in subnodes(parse_expression(text).expression))
    found = []
    for part in (*own, *(part for part in parts() if part not in own)):
        rewrite = rule(part)
        if rewrite is not None:
            found.append(_said(part, rewrite))
    return list(dict.fromkeys(found))


def _said(part: Node, rewrite: Rewrite) -> str:
    """A part and what it becomes, what is assumed, what the letters of the statement stand for and what falls away."""
    conditions = ", ".join(condition.text() for condition in rewrite.conditions)
    letters = ", ".join(f"{letter} is {value.text()}" for letter, value in sorted(rewrite.bindings.items()))
    dropped = ", ".join("/".join(map(str, path)) for path in rewrite.dropped)
    further = (("if", conditions), ("where", letters), ("without", dropped))
    return "  ".join((part.text(), "→", rewrite.after.text(), *(f"{word} {what}" for word, what in further if what)))


def read() -> dict[str, list[str]]:
    """What is written down, by the rule."""
    found: dict[str, list[str]] = {}
    uses: list[str] = []
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            uses.append(line[4:])
        else:
            uses = found[line] = []
    return found


def main() -> None:
    """Write it anew."""
    written = []
    for rule in sorted(all_rules(), key=lambda rule: rule.id):
        written += [rule.id, *(f"    {line}" for line in made_by(rule))]
    REFERENCE.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
