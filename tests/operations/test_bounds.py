"""The bounds by which undefined functions are found: as tight as they are said to be, and never wrong."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from random import Random

import numpy as np
import pytest

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.node import Node, each_part
from explainer.language import parse_expression
from explainer.operations.undefined import Definedness
from tests.cases import in_groups
from tests.verify.random_functions import LETTERS, Maker

ONE_TO_THREE, MINUS_ONE_TO_TWO = "(2 + sin(x))", "(3/2 sin(x) + 1/2)"
BOUNDS = (
    ("7", 7, 7), ("pi", 2.7, 3.2), ("e", 2.7, 3.2), ("x", -inf, inf),
    ("-(2 + sin(x))", -3, -1), ("2 + sin(x) - 5 cos(y)", -4, 8), ("x - x", 0, 0), ("x + exp(y) - x", 0, inf),
    ("exp(y) - x + x", 0, inf), ("x + x - x", -inf, inf), ("sin(x) + sin(x) - 2", -4, 0),
    ("(2 + sin(x)) (2 + sin(x))", 1, 9), ("(2 + sin(x)) (2 + sin(x)) (2 + sin(x))", 1, 27),
    ("(sin(v) - 3) ⊗ (sin(v) - 3)", 4, 16), ("(2 + sin(v)) · (2 + sin(v))", 1, inf),
    ("(2 + sin(x)) (2 + sin(x)) (2 + cos(y)) (2 + cos(y))", 1, 81), ("det(A)", -inf, inf),
    ("det([[1, 2], [3, 4]])", -inf, inf), ("det([[1, 2], [2, 4]])", 0, 0),
    ("x x", 0, inf), ("x x x", -inf, inf), ("x x y y", 0, inf), ("-3 sin(x)", -3, 3),
    ("(2 + sin(x)) (2 + cos(y))", 1, 9),
    (f"{MINUS_ONE_TO_TWO} (2 + cos(y))", -3, 6), (f"{MINUS_ONE_TO_TWO} (3/2 cos(y) + 1/2)", -2, 4), ("0 x", 0, 0),
    ("4/(2 + sin(x))", 4 / 3, 4), ("4/(-2 - sin(x))", -4, -4 / 3), ("4/(1 + sin(x))", 0, inf),
    ("4/(sin(x) - 1)", -inf, 0),
    ("4/sin(x)", -inf, inf), ("sin(x)/(2 + cos(x))", -1, 1), ("-4/x^2", -inf, 0),
    ("(2 + sin(x))^2", 1, 9), ("(2 + sin(x))^3", 1, 27), ("(-2 - sin(x))^3", -27, -1), ("(-2 - sin(x))^2", 1, 9),
    (f"{MINUS_ONE_TO_TWO}^2", 0, 4), (f"{MINUS_ONE_TO_TWO}^4", 0, 16), (f"{MINUS_ONE_TO_TWO}^3", -1, 8),
    ("x^2", 0, inf), ("x^3", -inf, inf), ("x^0.5", -inf, inf), ("exp(x)^0.5", 0, inf), ("exp(x)^y", 0, inf),
    ("exp(x)^(-1)", 0, inf), ("x^y", -inf, inf), ("sin(x)^63", -1, 1),
    ("(2 + sin(x))^70", 0, inf), ("2^sin(x)", 0, inf),
    ("max(sin(x), 2 + cos(y))", 1, 3), ("min(sin(x), 2 + cos(y))", -1, 1), ("max(exp(x), y)", 0, inf),
    ("min(x, -exp(y))", -inf, 0), ("abs(sin(x) - 2)", 1, 3), ("abs(x)", 0, inf), (f"abs({MINUS_ONE_TO_TWO})", 0, 2),
    (f"abs(-{ONE_TO_THREE})", 1, 3), ("sin(exp(x))", -1, 1), ("exp(x)", 0, inf), ("tan(x)", -inf, inf),
    ("v · v", 0, inf), ("v · w", -inf, inf), ("exp(v) · exp(w)", 0, inf), ("exp(v) · (-exp(w))", -inf, 0),
    ("sum(exp(v))", 0, inf), ("sum(-exp(v))", -inf, 0), ("sum(v)", -inf, inf), ("sum(i=1..n, v_i^2 + 3)", 3, inf),
    ("sum(i=1..n, -v_i^2 - 3)", -inf, -3), ("sum(i=1..n, v_i)", -inf, inf),
    ("[2 + sin(x), cos(y) - 2]_1", -3, 3), ("cases(2 + sin(x) if x <= 0, -5 otherwise)", -5, 3),
    ("u where u = 2 + sin(x)", 1, 3), ("u^2 where u = 1 + x^2", 1, inf), ("ones(n)", 1, 1), ("zeros(n)", 0, 0),
    ("identity(n)", 0, 1), ("x > y", 0, 1), ("exp(v)'", 0, inf), ("expand(exp(x), n)", 0, inf), ("exp(v)_1", 0, inf),
    ("exp(v) ⊗ exp(w)", 0, inf), ("v ⊗ v", 0, inf), ("2 ⊘ (1 + v^2)", 0, 2),
    ("A_1", -inf, inf), ("exp(A)_1", 0, inf),
)  # fmt: skip


@in_groups(("text", "low", "high"), BOUNDS, ids=[text for text, *_ in BOUNDS])
def test_the_bounds_of_an_expression_are_as_tight_as_its_parts_allow(text: str, low: float, high: float) -> None:
    shapes = {"v": "n", "w": "n", "A": "n x n"}
    node = parse_expression(text, {name: shape for name, shape in shapes.items() if name in text}).expression
    known = Definedness()
    known.require_all(node)  # a name has the bounds of its definition
    assert known.bounds(node) == pytest.approx((low, high))


def test_numbers_too_large_for_a_float_have_bounds() -> None:
    large, size = nodes.Number(Fraction(10) ** 200), nodes.SizeValue("n")
    negative, two, three = nodes.Negate(large), nodes.TWO, nodes.number(3)
    wanted = {
        nodes.Number(Fraction(10) ** 400): (1e308, inf), nodes.Power(large, three): (inf, inf),
        nodes.Power(negative, two): (inf, inf), nodes.Power(negative, three): (-inf, -inf),
        size: (1, inf), nodes.Sum((size, nodes.Negate(nodes.ONE))): (0, inf),
    }  # fmt: skip
    assert {node: Definedness().bounds(node) for node in wanted} == wanted


def test_no_value_of_a_random_function_is_outside_its_bounds() -> None:
    generator = np.random.default_rng(3)
    seen = bounded = 0
    for seed in range(150):
        maker = Maker(Random(seed))
        text = (maker.scalar, maker.vector, maker.layer, maker.matrix)[seed % 4](2)
        values = {
            name: generator.normal(size=[{"n": 3, "m": 2, "N": 4}[size] for size in shape.split(" x ")]) * 2
            if shape != "scalar"
            else generator.normal() * 2
            for name, shape in LETTERS.items()
        }
        try:
            whole = parse_expression(text, {name: s for name, s in LETTERS.items() if name in text}).expression
        except ExplainerError:
            continue
        known = Definedness()
        for part in _closed_parts(whole):
            low, high = known.bounds(part)
            with np.errstate(all="ignore"):
                found = np.asarray(part.evaluate({**values, "n": 3, "m": 2, "N": 4}), dtype=float)
            found = found[np.isfinite(found)]
            assert ((found >= low - 1e-9) & (found <= high + 1e-9)).all(), (part.text(), low, high)
            seen += 1
            bounded += (low, high) != (-inf, inf)
    assert seen > 500
    assert bounded > 0.2 * seen


def _closed_parts(whole: Node) -> list[Node]:
    """The parts without an index that something around them binds."""
    return [part for part in each_part(whole) if not any(isinstance(name, nodes.Index) for name in part.free)]
