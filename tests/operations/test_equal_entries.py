"""Functions of whole vectors and matrices whose entries are all one number: their values, and where there are none."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter
from random import Random

import numpy as np
import pytest

import explainer
from explainer.errors import UnsupportedError
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.operations import all_operations
from explainer.operations.equal_entries import equal_entries, product_of_equal
from tests.cases import in_groups

KNOWN = [operation for operation in all_operations() if operation.of_equal_entries is not None]
ENTRIES = [Fraction(value) for value in (0, 1, 2, -3)] + [Fraction(1, 4), Fraction(-5, 2)]


@pytest.mark.parametrize("operation", KNOWN, ids=attrgetter("name"))
def test_the_table_tells_what_the_formula_computes(operation: Operation) -> None:
    rule = operation.of_equal_entries
    assert rule is not None
    told = 0
    for entry in ENTRIES:
        for count in (1, 2, 3, 4, 9):
            shape = (count, count) if operation.name == "frobenius_norm" else (count,)
            value = rule(entry, int(np.prod(shape)))
            if value is not None:
                told += 1
                assert operation.value(np, np.full(shape, float(entry))) == pytest.approx(float(value), abs=1e-12)
        open_size = rule(entry, None)
        assert open_size is None or all(open_size == rule(entry, count) for count in (1, 4, 9))
    assert told >= 15


@in_groups(
    ("text", "wanted"),
    [
        ("2 ones(n)", 2), ("zeros(m, n)", 0), ("-(3 ones(2)/4)", Fraction(-3, 4)), ("[5, 5]", 5), ("[5, 6]", None),
        ("x ones(2)", None), ("0 x", 0), ("ones(3)'", 1), ("ones(2) ⊗ [3, 3]", 3), ("x", None),
    ],
)  # fmt: skip
def test_constants_of_equal_entries_are_known(text: str, wanted: Fraction | int | None) -> None:
    assert equal_entries(parse_expression(text).expression) == wanted


PARTS = ("ones(3)", "zeros(3)", "[2, 2, 2]", "[1/2, 1/2, 1/2]", "[-3, -3, -3]")
OTHERS = ("[1, 2, 1]", "[1, 1, s]", "v")


def _constant(random: Random, depth: int, parts: tuple[str, ...]) -> str:
    if not depth:
        return random.choice(parts)
    one, other = _constant(random, depth - 1, parts), _constant(random, depth - 1, parts)
    return random.choice([f"-({one})", f"2 ({one})", f"({one})/3", f"({one}) ⊗ ({other})", f"-({one})/4", f"({one})''"])


@in_groups("seed", range(60))
def test_what_is_made_of_equal_entries_has_equal_entries_and_nothing_else(seed: int) -> None:
    random = Random(seed)
    node = parse_expression(_constant(random, 1 + seed % 3, PARTS)).expression
    found = equal_entries(node)
    assert found is not None
    assert node.evaluate({}) == pytest.approx(np.full(node.shape.sizes, float(found)))
    mixed = parse_expression(_constant(random, 1 + seed % 3, PARTS[:2] + OTHERS), {"v": "3", "s": "scalar"}).expression
    found = equal_entries(mixed)
    values = np.asarray(mixed.evaluate({"v": np.array([0.3, 0.4, 0.5]), "s": 0.7}))
    assert (found is None) == (np.ptp(values) > 0)


@pytest.mark.parametrize(("count", "value"), [(20, 2**20), (21, None)])
def test_a_product_of_many_equal_numbers_is_left_as_it_is(count: int, value: int | None) -> None:
    assert product_of_equal(Fraction(2), count) == value


@in_groups(
    ("text", "result"),
    [
        ("norm(zeros(3)) x", "0"), ("x + norm(zeros(n))", "1"), ("mean(ones(3)) x", "1"), ("std(ones(4)) x^2", "0"),
        ("norm(2 ones(9)) x", "6"), ("norm(ones(3)) x", "norm(ones(3))"), ("norm1(-ones(3)) x", "3"),
        ("max(ones(3)) x", "1"), ("frobenius_norm(zeros(3, 3)) x", "0"), ("mean(ones(n))", "0"),
        ("norm(zeros(3))", "0"),
    ],
)  # fmt: skip
def test_they_are_written_as_their_value(text: str, result: str) -> None:
    trace = explainer.derive(text, "x", {"x": "scalar"})
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("x/norm(zeros(3))", "x/norm(zeros(3))"), ("ln(norm(zeros(3))) x", "ln(norm(zeros(3)))"),
        ("norm(v)/norm(0 v) x", "norm(v)/norm(0 v)"), ("sum(normalize(0 v)) x", "normalize(0 v)"),
        ("sum(layer_norm(ones(3))) x", "layer_norm(ones(3))"), ("x/std(2 ones(n))", "x/std(2 ones(n))"),
        ("sum(layer_norm(v - v)) x", "layer_norm(v - v)"), ("x/(mean(ones(4)) - 1)", "x/(mean(ones(4)) - 1)"),
    ],
)  # fmt: skip
def test_what_they_leave_without_a_value_is_refused_with_its_place(text: str, part: str) -> None:
    with pytest.raises(UnsupportedError) as caught:
        explainer.derive(text, "x", {"x": "scalar", **({"v": "n"} if " v" in text or "(v" in text else {})})
    assert text[caught.value.position : caught.value.end] == part
