"""Products and fractions of powers keep their value when they are tidied, whatever bases and exponents meet."""

from __future__ import annotations

from random import Random

import numpy as np

from explainer.language import parse_expression
from explainer.rules.passes import FINAL, small_rewrites
from tests.cases import in_groups

FACTORS = (
    "2", "3", "4", "e", "x", "y", "2^a", "2^b", "3^a", "4^a", "x^a", "x^b", "x^2", "x^(a - 1)", "x^(1/2)", "y^a", "e^x",
    "e^(-x)", "e", "(2 x)^a", "(1 + x)^a", "(1 + x)", "(1 + x)^2", "sqrt(x)", "(x^a)^2", "2^(-a)", "x^(-2)", "(-1)",
    "sign(x)", "abs(x)",
)  # fmt: skip


def _product(random: Random, pool: list[str]) -> str:
    """Of a few factors only, so that equal bases meet."""
    return " * ".join(random.choice(pool) for _ in range(random.randint(1, 5)))


@in_groups("seed", range(300))
def test_tidying_a_product_of_powers_keeps_its_value(seed: int) -> None:
    random = Random(seed)
    base = random.choice("23xy")
    pool = [factor for factor in FACTORS if base in factor] + random.sample(FACTORS, 2)
    text = _product(random, pool)
    if random.random() < 0.6:
        text = f"({text}) / ({_product(random, pool)})"
    before = parse_expression(text).expression
    generator = np.random.default_rng(seed)
    values = {name: generator.uniform(0.3, 2.5) for name in "xyab"}
    for rewrites, after in (small_rewrites(before), small_rewrites(before, (), FINAL)):
        line = [rewrite.rule.id for rewrite in rewrites]
        assert np.isclose(after.evaluate(values), before.evaluate(values), rtol=1e-9), (text, after.text(), line)
