"""A product entry by entry keeps its value however its factors are written: signs, fractions, numbers in front."""

from __future__ import annotations

from functools import reduce
from random import Random

import numpy as np

from explainer.expr.nodes import HadamardQuotient, Node
from explainer.language import parse_expression
from explainer.rules.differentials.parts import entrywise
from tests.cases import in_groups

SHAPES = {"x": "3", "y": "3", "w": "3"}
FACTORS = ("x", "-y", "1 ⊘ x", "1 ⊘ y", "x ⊘ w", "2", "-1", "a", "a w", "x ⊗ y", "1")


def _parsed(text: str) -> Node:
    return parse_expression(text, SHAPES).expression


@in_groups("seed", range(120))
def test_a_product_entry_by_entry_has_the_value_of_its_factors(seed: int) -> None:
    random = Random(seed)
    factors = [_parsed(random.choice(FACTORS)) for _ in range(random.randint(1, 4))]
    if all(factor.shape.is_scalar for factor in factors):
        factors.append(_parsed("w"))
    generator = np.random.default_rng(seed)
    values = {name: generator.uniform(0.5, 2.0, 3) for name in SHAPES} | {"a": 1.7}
    made = entrywise(*factors)
    expected = reduce(np.multiply, (factor.evaluate(values) for factor in factors))
    assert np.allclose(made.evaluate(values), expected, rtol=1e-12), [factor.text() for factor in factors]
    if sum(isinstance(factor, HadamardQuotient) for factor in factors) == 1 and len(factors) > 1:
        assert made.text().count("⊘") == 1
