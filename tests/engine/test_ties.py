"""Functions with kinks inside each other: right also where two branches are equal for many values.

max(r, x) and max(c, x) are both x where x is the largest of the three. A result that leaves such places out is no
derivative there, though each of its steps may keep clear of them.
"""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

import explainer
from explainer.expr.evaluate import evaluate

METHODS = ("auto", "operator", "chain", "elements")
SIZE = 3


def nest(random: Random, depth: int, vector: bool) -> str:
    """A function of x, r and c that is made of maxima, minima and sizes."""
    if depth == 0:
        return random.choice(["x", "x", "x", "r", "c"])
    inner = [nest(random, depth - 1, vector) for _ in range(2)]
    forms = ["max({0}, {1})", "min({0}, {1})", "max({0}, {1})", "abs({0})", "relu({0})", "({0} + {1})", "max({0}, 0)"]
    return random.choice(forms).format(*inner)


def slope(text: str, values: dict[str, np.ndarray], vector: bool) -> np.ndarray | None:
    """Central differences by NumPy alone; None beside a kink, where those of two sizes of step differ."""
    known = {"max": np.maximum, "min": np.minimum, "abs": np.abs, "relu": lambda u: np.maximum(u, 0.0)}
    code = compile(text, "nest", "eval")

    def at(x: np.ndarray) -> np.ndarray:
        return np.asarray(eval(code, {"__builtins__": {}}, {**known, **values, "x": x})) + 0.0 * x

    found = []
    for step in (1e-3, 1e-5):
        ahead, behind = at(values["x"] + step), at(values["x"] - step)
        found += [(ahead - at(values["x"])) / step, (at(values["x"]) - behind) / step]
    return found[-1] if all(np.allclose(one, found[0], atol=1e-6) for one in found) else None


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("vector", [False, True], ids=["scalar", "vector"])
def test_nests_of_kinks_have_the_slope_of_their_values(method: str, vector: bool) -> None:
    random, numbers = Random(f"{method} {vector}"), np.random.default_rng(7)
    compared = 0
    for _ in range(12):
        text = nest(random, 3, vector)
        shapes = dict.fromkeys("xrc", str(SIZE) if vector else "scalar")
        try:
            trace = explainer.derive(text, wrt="x", shapes=shapes, method=method)
        except explainer.ExplainerError:
            continue
        assert trace.status == "finished", text
        assert all(step.check.state != "failed" for step in trace.steps), text
        for _ in range(6):
            values = {name: numbers.uniform(-2, 2, SIZE if vector else ()) for name in "xrc"}
            wanted = slope(text, values, vector)
            if wanted is None:
                continue
            found = np.asarray(evaluate(trace.result, values), dtype=float)
            assert np.allclose(found, np.diag(wanted) if vector else wanted, atol=1e-6), (text, trace.result.text())
            compared += 1
    assert compared > 20


@pytest.mark.parametrize("method", METHODS)
def test_one_of_two_branches_counts_where_both_are_equal(method: str) -> None:
    trace = explainer.derive("max(max(r, x), max(c, x))", wrt="x", method=method)
    assert float(evaluate(trace.result, {"r": -1.0, "c": -2.0, "x": 1.0})) == 1.0


@pytest.mark.parametrize("method", METHODS)
def test_a_maximum_of_two_functions_has_the_slope_of_the_larger(method: str) -> None:
    trace = explainer.derive("max(x^2, 3 x)", wrt="x", method=method)
    assert trace.result.text() == "cases(3 if x^2 <= 3 x, 2 x if x^2 > 3 x)"
