"""Rules hold wherever they can be applied, not only in their examples; and what they are built of keeps every value."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    ONE,
    TWO,
    ZERO,
    Apply,
    ColumnForm,
    Derivative,
    DiagonalForm,
    Differential,
    Entry,
    Grid,
    Index,
    MatrixProduct,
    Negate,
    RowForm,
    Sum,
    Transpose,
    Variable,
    number,
)
from explainer.expr.shape import row_shape, vector_shape
from explainer.language import parse_expression
from explainer.operations import OPERATIONS
from explainer.rules import all_rules
from explainer.rules.build import matrix_times
from explainer.rules.differentials.powers import LONGEST_WRITTEN_OUT, differential_matrix_power
from explainer.rules.entries.folded_forms import column, grid, row
from explainer.rules.entries.indices import entry_of
from explainer.rules.vector.matrix_variable import pulled_back
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.some import examples
from tests.verify.random_functions import LETTERS, Maker, random_problem

MOST_USES = examples(8)
"""So many uses of each rule are looked at."""


def lines() -> list[Node]:
    """Lines to apply every rule to: the examples of all rules, what they leave alone, and random derivations."""
    found: dict[Node, None] = {}
    for rule in all_rules():
        for text in (*rule.examples, *rule.leaves_alone):
            found[parse_expression(text).expression] = None
    for seed in range(examples(60)):
        problem = random_problem(seed)
        try:
            trace = derive(problem.text, problem.wrt, problem.shapes, problem.method)
            found.update(dict.fromkeys((trace.start, *(step.after for step in trace.steps[:12]))))
        except ExplainerError:
            continue
    return list(found)


def test_every_rule_is_right_wherever_it_applies() -> None:
    """A guard that is missing lets a rule loose on what it is not made for."""
    parts: dict[Node, None] = {}
    for line in lines():
        parts.update((part, None) for _, part in subnodes(line))
    pool = list(parts)
    Random(3).shuffle(pool)
    uses: Counter[str] = Counter()
    unchecked = 0
    for part in pool:
        for rule in all_rules():
            if rule.is_wrong or uses[rule.id] >= MOST_USES:
                continue
            rewrite = rule(part)
            if rewrite is None:
                continue
            if rewrite.after.shape != part.shape and 1 in (*part.shape.sizes, *rewrite.after.shape.sizes):
                continue  # one row of one entry is written as a number here and there
            assert rewrite.after.shape == part.shape, (rule.id, part.text(), rewrite.after.text())
            check = Verifier((part,)).check(part, rewrite.after, rewrite.conditions)
            assert check.state != "failed", (rule.id, part.text(), rewrite.after.text(), check.message)
            uses[rule.id] += check.ok
            unchecked += not check.ok
    assert sum(uses.values()) > MOST_USES / 2 * len(all_rules())
    assert len(uses) > 0.9 * sum(not rule.is_wrong for rule in all_rules())
    assert unchecked < 0.1 * sum(uses.values())


# --- entries and wholes ----------------------------------------------------------------------------------------------

i, j = Index("i", "n"), Index("j", "n")
VECTORS = (
    "x", "x + w", "-x", "s x", "x/s", "x ⊗ w", "w ⊘ x", "x^3", "sin(x)", "max(x, w)", "max(0, x)", "A x",
    "A' x", "A A x", "A' A x", "W' b", "W' W x", "x + s", "expand(s, n)", "ones(n)", "softmax(x)", "s (x ⊗ w)",
    "(x ⊗ w)/s", "x s/t", "cases(x if s <= 0, w otherwise)", "sum(k=1..N, y_k X_k')", "diag(x) w",
    "t (A x) + w", "sum(x) w", "(x w') v", "(s x)/(t + 1)", "1/(x + 2 ones(n))", "(w · x) v", "x ⊗ w ⊗ v",
    "-(A x)/t", "2 x - w/3", "exp(x) ⊘ (x ⊗ x)", "sum(k=1..N, X_k' y_k s)", "x > w", "s (x > w)", "A_1'",
    "(A')_2'",
)  # fmt: skip
MATRICES = (
    "A", "A'", "-A", "s A", "A/s", "A + A'", "A A", "A' A", "W' W", "x w'", "s x w'", "x w'/t", "A ⊗ A",
    "sin(A)", "diag(x)", "diag(x) A", "A diag(w)", "diag(x) A diag(w)", "identity(n)", "s identity(n)",
    "diag(x) - x w'", "(x ⊗ w) v'", "x ones(n)'", "ones(n) x'", "A^2", "cases(A if s <= 0, A' otherwise)",
    "sum(k=1..N, X_k' X_k)", "(A x) w'", "x (A w)'", "-(x w')", "x w' + w x'", "x (w ⊘ v)'", "diag(x ⊘ w) A",
    "x (w > v)'", "(x > w) v'", "(s + t) diag(x ⊗ x)", "diag(x) diag(w)",
)  # fmt: skip


def parsed(text: str) -> Node:
    names = {name: shape for name, shape in LETTERS.items() if name in text}
    return parse_expression(text, names).expression


def agree(left: Node, right: Node) -> None:
    check = Verifier((left,)).check(left, right)
    assert check.ok, (left.text(), right.text(), check.message)


def random_texts(make: str, count: int) -> list[str]:
    return list(dict.fromkeys(getattr(Maker(Random(seed)), make)(1 + seed % 2) for seed in range(count)))


def accepted(texts: list[str]) -> list[Node]:
    found = []
    for text in texts:
        try:
            found.append(parsed(text))
        except ExplainerError:
            continue
    return found


def test_an_entry_of_a_vector_is_that_entry() -> None:
    for node in accepted([*VECTORS, *random_texts("vector", 40)]):
        if node.shape == vector_shape("n"):
            agree(Entry(node, (i,)), entry_of(node, (i,)))
            agree(Entry(node, (i,)), entry_of(Transpose(Transpose(node)), (i,)))


def test_an_entry_of_a_matrix_is_that_entry() -> None:
    for node in accepted([*MATRICES, *random_texts("matrix", 30)]):
        if node.shape.is_matrix:
            agree(Entry(node, (i, j)), entry_of(node, (i, j)))
            agree(Entry(Transpose(node), (j, i)), entry_of(Transpose(node), (j, i)))


STACKED = {
    "[p, q]": {"p": "3", "q": "2"}, "[p, s, q]": {"p": "2", "q": "3", "s": "scalar"},
    "[s, p]": {"p": "3", "s": "scalar"}, "[p, 2 q]": {"p": "n", "q": "2"},
}  # fmt: skip


@pytest.mark.parametrize("text", STACKED)
def test_an_entry_of_a_stacked_vector_is_that_of_the_block_it_lies_in(text: str) -> None:
    node = parse_expression(text, STACKED[text]).expression
    (size,) = node.shape.sizes
    for place in (*map(number, range(1, 5)), Index("i", size)):
        agree(Entry(node, (place,)), entry_of(node, (place,)))


@pytest.mark.parametrize("count", range(1, 8))
def test_the_differential_of_a_power_has_a_term_for_each_factor(count: int) -> None:
    square = parse_expression("X", {"X": "n x n"}).expression
    assert isinstance(square, Variable)
    start = Differential(Apply(OPERATIONS["matrix_power"], (square, number(count))), square)
    rewrite = differential_matrix_power(start)
    assert rewrite is not None
    agree(start, rewrite.after)
    terms = rewrite.after.terms if isinstance(rewrite.after, Sum) else (rewrite.after,)
    assert len(terms) == (count if count <= LONGEST_WRITTEN_OUT else 1)


def test_a_power_of_zero_or_less_has_no_equal_factors() -> None:
    square = parse_expression("X", {"X": "n x n"}).expression
    for exponent in (ZERO, Negate(TWO)):
        assert (
            differential_matrix_power(Differential(Apply(OPERATIONS["matrix_power"], (square, exponent)), square))
            is None
        )


def test_an_entry_of_what_is_made_of_entries_is_that_entry() -> None:
    other, another = Index("k", "n"), Index("l", "n")
    for node in accepted([*VECTORS, *random_texts("vector", 10)]):
        if node.shape == vector_shape("n"):
            body = entry_of(node, (i,))
            for form, at in ((ColumnForm(i, body), (other,)), (RowForm(i, body), (ONE, other)),
                             (DiagonalForm(i, body), (other, another))):  # fmt: skip
                agree(Entry(form, at), entry_of(form, at))
    for node in accepted(list(MATRICES)):
        if node.shape.is_matrix:
            made = Grid(i, j, entry_of(node, (i, j)))
            agree(Entry(made, (other, another)), entry_of(made, (other, another)))
            agree(Entry(made, (another, ONE)), entry_of(made, (another, ONE)))


def test_the_whole_of_the_entries_is_what_they_were_taken_from() -> None:
    """Whatever shorter form is found for all entries of a vector, a row or a matrix has their values."""
    found: Counter[str] = Counter()
    for node in accepted([*VECTORS, *random_texts("vector", 40)]):
        if node.shape != vector_shape("n"):
            continue
        body = entry_of(node, (i,))
        for fractions in (False, True):
            for switches in (False, True):
                whole = column(body, i, fractions=fractions, switches=switches)
                if whole is not None and whole.shape == node.shape:
                    found["column"] += 1
                    agree(ColumnForm(i, body), whole)
        whole = row(body, i)
        if whole is not None:
            found["row"] += 1
            agree(RowForm(i, body), whole)
    for node in accepted([*MATRICES, *random_texts("matrix", 30)]):
        body = entry_of(node, (i, j))
        for at, axes in (((i, j), (i, j)), ((j, i), (j, i))):
            whole = grid(body, at)
            if whole is not None:
                found["grid"] += 1
                agree(Grid(*axes, body), whole)
    assert found["column"] > 100
    assert found["row"] > 35
    assert found["grid"] > 40


# --- through the vectors of a matrix ---------------------------------------------------------------------------------

W = Variable("W", parse_expression("W", {"W": "m x n"}).expression.shape)
AFFINE = (
    "W x", "W x + b", "-(W x)", "s (W x)", "(W x)/s", "b ⊗ (W x)", "W x ⊗ b ⊗ c", "W A x", "C W x", "C W A x",
    "(W + V) x", "(W - V) x", "(-W) x", "(s W) x", "(x' W')'", "W (x + w)", "C (W x + b)", "-(C (W x))/s",
    "2 (W x) - 3 (W w)", "W' b", "W' b + x", "A W' b", "(b' W)'", "(b' C W A)'", "(W' + U) b",
    "diag(b) W x", "x ⊗ (W' b)", "W' (C b)",
)  # fmt: skip
SHAPES = {**LETTERS, "C": "m x m", "V": "m x n", "U": "n x m"}


@in_groups("text", AFFINE)
def test_a_row_is_pulled_back_through_a_vector_of_the_matrix(text: str) -> None:
    """By W, the row times the vector has the derivative that the function's values show."""
    vector = parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression
    r = Variable("r", row_shape(vector.shape.rows))
    found = pulled_back(r, vector, W)
    assert found is not None
    agree(Derivative(MatrixProduct((r, vector)), W), found)


@pytest.mark.parametrize(
    "text", ["tanh(W x)", "W x ⊗ W w", "(W x) (b · W x)", "(W x)/sum(W x)", "W W' b", "x/s", "A (W' C) b"]
)
def test_what_is_not_affine_in_the_matrix_is_not_pulled_back(text: str) -> None:
    vector = parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression
    r = Variable("r", row_shape(vector.shape.rows))
    found = pulled_back(r, vector, W)
    if found is not None:
        agree(Derivative(MatrixProduct((r, vector)), W), found)


def test_products_of_what_stands_between_matrices_keep_their_value() -> None:
    random = Random(11)
    pool = ["x", "x'", "A", "A'", "s", "w", "w'", "identity(n)", "diag(x)", "x w'", "-A", "2 A", "A x", "b", "W", "W'"]
    done = 0
    for _ in range(300):
        factors = [parsed(text) for text in random.choices(pool, k=random.choice((2, 2, 3)))]
        try:
            plain = MatrixProduct(tuple(factors))
            short = matrix_times(*factors)
        except ExplainerError:
            continue
        agree(plain, short)
        done += 1
    assert done > 40


CASES = (
    "cases({0} if 2 <= 0, {1} otherwise)", "cases({0} if z^2 < 0, {1} if z > 0, {2} otherwise)",
    "cases({1} if z > 0, cases({1} if z > 0, {0} if z <= 0) if z <= 0)", "cases({0} if z <= 0, {1} otherwise)",
    "cases({2} if z <= 0, cases({0} if z > 0, {1} otherwise) if z > 0)", "exp(z - cases({0} if 1 > 2, {1} otherwise))",
    "max({2}, {0} - {0})", "relu(min({0} - {0}, {2}))", "max({1}, ({0} + {1}) - {0})",
)  # fmt: skip
"""Scalars and vectors side by side, of which it is found out that the vector does not count."""


ARRAYS = ("v", "{}"), ("v", "w · {}"), ("r @ x", "{}"), ("0 - k v", "sum({})"), ("X", "sum({})"), ("r", "sum({})")
"""Vectors, rows and matrices for them, and what is made of the cases."""


@pytest.mark.parametrize("place", range(len(CASES)), ids=CASES)
@pytest.mark.parametrize("method", ["auto", "chain-alias", "elements", "differential"])
def test_a_value_keeps_its_shape_where_the_vector_in_it_falls_away(place: int, method: str) -> None:
    shapes = {"v": "n", "r": "1 x 2", "x": "2", "k": "scalar", "z": "scalar", "w": "n", "X": "m x n"}
    for turn, (array, around) in enumerate(ARRAYS):
        scalars = [("k", "0"), ("1", "k^2"), ("0", "k z")][(place + turn) % 3]
        whole = around.format(CASES[place].format(array, *scalars))
        trace = derive(whole, "k", {**shapes, "w": "1"} if array == "r @ x" else shapes, method)
        for step in trace.steps:
            assert step.check.state != "failed", (whole, step.rule, step.check.message)
        assert trace.status == "finished", (whole, trace.error)
