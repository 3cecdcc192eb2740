"""Tall expressions are walked without calls inside each other for each level: no depth reaches the recursion limit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from random import Random

import pytest

from explainer import parse
from explainer.engine.serial import NodeTable, nodes_from_rows
from explainer.expr.node import Node, subnodes, substitute
from explainer.expr.nodes import (
    Apply,
    Cases,
    Comparison,
    Index,
    IndexedSum,
    Negate,
    Number,
    Otherwise,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from explainer.expr.tall import LEVELS, stages
from explainer.notation import write, write_notation
from explainer.operations import OPERATIONS
from explainer.session.lines.shortening import shortened
from explainer.typeset.boxes.arrange import arrange
from tests.cases import in_groups

TALL = 1500
X = Variable("x")

GROWTH: dict[str, Callable[[Node], Node]] = {
    "functions": lambda node: Apply(OPERATIONS["sin"], (node,)),
    "signs": Negate,
    "negative terms": lambda node: Sum((X, Negate(node))),
    "exponents": lambda node: Power(X, node),
    "negative exponents": lambda node: Power(X, Negate(node)),
    "bases": lambda node: Power(node, X),
    "fractions": lambda node: Sum((X, Quotient(X, node))),
    "products": lambda node: Product((X, Sum((X, node)))),
    "cases": lambda node: Cases((node, X), (Comparison("<", X, node), Otherwise())),
    "sums over an index": lambda node: IndexedSum(Index("i", "n"), node),
}


@pytest.fixture(autouse=True)
def few_calls() -> Iterator[None]:
    """Little more room than the test itself and pytest need."""
    limit, depth, frame = sys.getrecursionlimit(), 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back  # type: ignore[assignment]
    sys.setrecursionlimit(depth + 600)
    yield
    sys.setrecursionlimit(limit)


def tall(growth: Callable[[Node], Node]) -> Node:
    node: Node = X
    while node.height < TALL:
        node = growth(node)
    return node


def mixed(seed: int) -> Node:
    random, node = Random(seed), X
    ways = [way for name, way in GROWTH.items() if name != "cases"]  # which double with every level
    while node.height < TALL:  # type: ignore[attr-defined]
        node = random.choice(ways)(node)  # type: ignore[assignment]
    return node


EXPRESSIONS = [pytest.param(tall(way), id=name) for name, way in GROWTH.items() if name != "cases"] + [
    pytest.param(mixed(seed), id=f"mixed {seed}") for seed in range(3)
]


@in_groups("node", EXPRESSIONS)
def test_a_tall_expression_is_written_in_the_input_language(node: Node) -> None:
    text = node.text()
    assert text.count("(") == text.count(")")
    assert text.count("x") == sum(1 for _, part in subnodes(node) if part is X)


@in_groups("node", EXPRESSIONS)
def test_a_tall_expression_gets_other_parts_and_its_own_back(node: Node) -> None:
    y = Variable("y")
    other = substitute(node, {X: y})
    assert y in other.free and X not in other.free  # noqa: PT018
    assert substitute(other, {y: X}) is node


@in_groups("node", EXPRESSIONS)
def test_a_tall_expression_is_kept_as_rows_and_read_again(node: Node) -> None:
    table = NodeTable()
    place = table.add(node)
    assert nodes_from_rows(table.rows)[place] is node


@in_groups("node", EXPRESSIONS)
def test_a_tall_expression_has_a_value(node: Node) -> None:
    assert node.evaluate({"x": 0.5, "n": 2}).shape == ()


@pytest.mark.parametrize("name", ["functions", "fractions", "negative exponents", "sums over an index"])
def test_a_tall_expression_is_written_and_arranged_in_every_face(name: str) -> None:
    node: Node = X
    while node.height < TALL // 4:
        node = GROWTH[name](node)
    for face in ("latex", "unicode", "mathml", "speech"):
        assert write(node, face)
    notation = write_notation(node)
    assert arrange(notation, 0).width > 0
    deepest = max((path for path in _paths(node)), key=len)
    assert type(shortened(notation, (deepest,), 100)) is type(notation)


def _paths(node: Node) -> Iterator[tuple[int, ...]]:
    path: tuple[int, ...] = ()
    while node.children:
        place = max(range(len(node.children)), key=lambda k: node.children[k].height)
        path, node = (*path, place), node.children[place]
        yield path


@in_groups("node", [*(param.values[0] for param in EXPRESSIONS), tall(GROWTH["cases"])])
def test_no_way_down_is_long_without_a_stage(node: Node) -> None:
    kept = set(stages(node))
    longest: dict[Node, int] = {}
    order, stack = [], [node]
    seen = {node}
    while stack:
        part = stack.pop()
        order.append(part)
        for child in part.children:
            if child not in seen:
                seen.add(child)
                stack.append(child)
    for part in sorted(order, key=lambda part: part.height):
        inner = (0 if child in kept else longest[child] for child in part.children)
        longest[part] = 1 + max(inner, default=0)
    assert max(longest.values()) <= 2 * LEVELS
    assert len(kept) <= 3 * node.height // LEVELS


def test_low_expressions_have_no_stages() -> None:
    assert not stages(parse("sin(x^2) / (x + 1)"))
    assert not list(stages(Number(1)))  # type: ignore[arg-type]
