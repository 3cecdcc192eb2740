"""Parts that stand in several places are one object: walks over the different parts, and how many are written out."""

from __future__ import annotations

import pytest

from explainer.engine.small_sizes import closed_sizes
from explainer.expr.node import at, each_part, first_places, rebuilt, subnodes
from explainer.expr.nodes import ONE, Apply, Index, Product, Sum, Variable
from explainer.expr.shape import vector_shape
from explainer.language import parse_expression
from explainer.language.shifts import without_shifts
from explainer.operations import OPERATIONS
from explainer.rules.build import join_brackets
from explainer.rules.entries.indices import with_entries_taken
from explainer.rules.vector.exponents import at_number

x = Variable("x")


def _doubled(times: int):
    """x x, (x x) (x x), …: a value of 2^times factors that is made of few different parts."""
    node = Apply(OPERATIONS["sin"], (x,))
    for _ in range(times):
        node = Product((node, node))
    return node


@pytest.mark.parametrize(
    "text", ["x", "x^2 x", "sin(x^2) + cos(x^2) x^2", "max(x, max(x, 1)) / max(x, 1)", "u + v where u = x^2, v = u u"]
)
def test_every_different_part_comes_once_in_the_order_of_reading(text):
    node = parse_expression(text).expression
    everything = list(subnodes(node))
    firsts = {}
    for path, part in everything:
        firsts.setdefault(part, path)
    assert list(first_places(node)) == [(path, part) for part, path in firsts.items()]
    assert list(each_part(node)) == list(firsts)
    assert all(at(node, path) is part for path, part in first_places(node))
    assert node.part_count == len(everything)


def test_only_parts_of_a_height_are_walked():
    node = parse_expression("sin(x + 1) + x").expression
    assert list(each_part(node, least_height=3)) == [part for part in each_part(node) if part.height >= 3]


def test_a_value_of_exponential_size_is_walked_part_by_part():
    node = _doubled(200)
    assert len(list(each_part(node))) == len(list(first_places(node))) == 202
    assert node.part_count == 3 * 2**200 - 1


def test_brackets_are_joined_on_the_shared_parts():
    grown = join_brackets(Sum((_doubled(200), ONE)), {x: Sum((x, ONE))})
    assert grown.part_count == 2 + 2**200 - 1 + 2**200 * 4


def test_a_changed_part_is_changed_once_for_all_of_its_places():
    changed = []
    node = rebuilt(_doubled(200), lambda part: changed.append(part) or (Sum((x, ONE)) if part is x else part))
    assert len(changed) == 202
    assert node.part_count == 2**200 * 4 + 2**200 - 1


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda node: closed_sizes(Product((node, Variable("y", vector_shape("n")))), {"n": 1}),
        with_entries_taken,
        lambda node: at_number(node, Index("i", 3), 2),
        lambda node: without_shifts(
            Product((node, Apply(OPERATIONS["max_entry"], (Variable("y", vector_shape("n")),))))
        ),
    ],
)
def test_what_rewrites_everywhere_does_it_on_the_shared_parts(rewritten):
    assert rewritten(_doubled(60)).part_count >= 3 * 2**60 - 1
