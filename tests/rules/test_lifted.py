"""A formula for numbers with vectors in the places of its letters: every entry is what the numbers in it would give."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from explainer.language import parse_expression
from explainer.rules.differentials.parts import lifted
from tests.cases import in_groups

VECTORS = {"a": "u", "b": "v"}
"""The letters that become vectors; c and d stay numbers."""


def _formula(random: Random, depth: int) -> str:
    if depth == 0:
        return random.choice("aabbcd")
    one, other = _formula(random, depth - 1), _formula(random, depth - 1)
    return random.choice([
        f"({one}) * ({other})", f"({one}) / ({other})", f"({one}) / c", f"c / ({other})", f"sin({one})",
        f"({one}) + ({other})", f"-({one})", f"({one})^2", f"cases({one} if {other} > 1, d if {other} <= 1)",
    ])  # fmt: skip


@in_groups("seed", range(120))
def test_every_entry_is_what_the_numbers_in_it_give(seed: int) -> None:
    random = Random(seed)
    text = f"({_formula(random, random.choice([1, 2, 3]))}) / {random.choice(['a', 'b', 'c'])}"
    formula = parse_expression(text).expression
    letters = {part.name: part for part in formula.free}
    places = {
        letters[name]: parse_expression(vector, {vector: "n"}).expression
        for name, vector in VECTORS.items()
        if name in letters
    }
    whole = lifted(formula, places)
    numbers = {name: 0.4 + 0.3 * k for k, name in enumerate("cd")}
    entries = {"a": np.array([0.3, 1.2, 2.1]), "b": np.array([1.7, 0.6, 0.9])}
    found = np.broadcast_to(
        whole.evaluate({"n": 3, **numbers, **{VECTORS[name]: entries[name] for name in VECTORS}}), 3
    )
    wanted = [float(formula.evaluate({**numbers, **{name: entries[name][k] for name in VECTORS}})) for k in range(3)]
    assert found == pytest.approx(wanted)
