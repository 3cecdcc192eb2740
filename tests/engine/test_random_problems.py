"""Random problems as they are typed: powers with letters, matrices used twice and transposed, sizes of 1, stacked
variables, every method. What is derived is what differences of the function's values give, or it is refused."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.verify import Verifier
from tests.some import examples
from tests.verify.random_functions import Problem, random_problem

FIRST, COUNT = 3000, examples(240)
SIZES = {"n": 3, "m": 2, "N": 4}
PROBLEMS = [random_problem(seed) for seed in range(FIRST, FIRST + COUNT)]


def _values(problem: Problem, seed: int) -> dict[str, np.ndarray | float]:
    generator = np.random.default_rng([seed, 5])
    values: dict[str, np.ndarray | float] = {}
    for name, shape in sorted(problem.shapes.items()):
        sizes = [] if shape == "scalar" else [SIZES.get(part, part) for part in shape.split(" x ")]
        values[name] = generator.uniform(0.3, 1.4, [int(size) for size in sizes])
    used = {part for shape in problem.shapes.values() for part in shape.split(" x ")}
    return {**values, **{name: size for name, size in SIZES.items() if name in used}}


def _differences(function: Node, name: str, values: dict[str, np.ndarray | float], step: float) -> np.ndarray:
    """In numerator layout: rows for the function, columns for the variable; transposed for a scalar by a matrix."""
    base = np.asarray(values[name], dtype=float)
    columns = []
    for place in np.ndindex(*base.shape):
        shift = np.zeros(base.shape)
        shift[place] = step
        ahead, behind = (np.ravel(function.evaluate({**values, name: base + way * shift})) for way in (1, -1))
        columns.append((ahead - behind) / (2 * step))
    found = np.stack(columns, axis=-1)
    return found.reshape(base.shape).T if base.ndim == 2 else found


def _agree(problem: Problem, function: Node, result: Node, seed: int) -> None:
    values = _values(problem, seed)
    with np.errstate(all="ignore"):
        close, closer = (_differences(function, problem.wrt, values, step) for step in (1e-4, 1e-5))
        found = np.asarray(result.evaluate(values), dtype=float)
    size = np.abs(closer).max(initial=0.0) + 1
    settled = np.abs(close - closer).max(initial=0.0) < 1e-4 * size  # false at a kink and outside the domain
    if settled and size < 1e6 and np.isfinite(found).all():
        np.testing.assert_allclose(found.reshape(closer.shape), closer, atol=2e-3 * size, err_msg=str(problem))


@cache
def _derived(place: int) -> Trace | None:
    """The derivation of a problem to its end, for all tests; None where it is refused when it is read."""
    problem = PROBLEMS[place]
    try:
        trace = derive(problem.text, problem.wrt, problem.shapes, problem.method)
        return trace if trace.steps or trace.status else None
    except ExplainerError:
        return None


@pytest.mark.parametrize("part", range(5))
def test_random_problems_are_derived_right_or_refused(part: int) -> None:
    for place, problem in list(enumerate(PROBLEMS))[part::5]:
        trace = _derived(place)
        if trace is None:
            continue
        if trace.status != "finished":
            assert trace.reason, problem
            continue
        assert all(step.check.state != "failed" for step in trace.steps), problem
        if trace.result.shape != trace.start.shape:
            assert "1" in " ".join(problem.shapes.values()).split(), problem  # a size of 1 is derived as an open one
            continue
        check = Verifier((trace.start,)).check(trace.start, trace.result)
        assert check.state != "failed", (problem, check.message)
        if problem.wrt in problem.shapes and not trace.problem.expression.shape.is_matrix:
            for seed in range(2):
                _agree(problem, trace.problem.expression, trace.result, 7 * place + seed)


def test_the_problems_are_of_all_kinds_and_hardly_any_is_refused() -> None:
    kinds: Counter[str] = Counter()
    for place, problem in enumerate(PROBLEMS):
        trace = _derived(place)
        kinds["refused" if trace is None else trace.status] += 1
        kinds["letter in an exponent"] += bool(re.search(r"\^p|p\^", problem.text))
        kinds["matrix used twice"] += problem.text.count("A") > 1 or problem.text.count("W") > 1
        kinds["transposed"] += "A'" in problem.text or "W'" in problem.text
        kinds["size 1"] += any("1" in shape for shape in problem.shapes.values())
        kinds["stacked"] += problem.wrt.startswith("(")
    assert kinds["finished"] > 0.9 * COUNT, kinds
    assert min(kinds[kind] for kind in ("letter in an exponent", "matrix used twice", "transposed", "size 1")) >= 4, (
        kinds
    )
    assert kinds["stacked"] >= 3, kinds
