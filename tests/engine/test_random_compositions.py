"""Random compositions of what the input language has: every method finishes with all steps checked, and all agree."""

from __future__ import annotations

from functools import partial
from random import Random

from explainer.engine import derive
from explainer.errors import UnsupportedError
from explainer.verify import Verifier
from tests.cases import in_groups

SHAPES = {"x": "n", "w": "n", "b": "m", "z": "scalar", "W": "m x n", "A": "n x n", "X": "N x n", "t": "N"}
METHODS = ("operator", "chain", "elements", "chain-alias")
SEEDS = range(30)


def vector(random: Random, depth: int) -> str:
    """A vector of size n."""
    if depth == 0:
        return random.choice(["x", "x", "w"])
    v = partial(vector, random, depth - 1)
    s = partial(scalar, random, depth - 1)
    return random.choice([
        lambda: f"({v()} + {v()})", lambda: f"({v()} - {v()})", lambda: f"({v()} ⊗ {v()})",
        lambda: f"({v()} ⊘ exp({v()}))", lambda: f"({s()} {v()})", lambda: f"softmax({v()})",
        lambda: f"{random.choice(['sigmoid', 'tanh', 'sin', 'relu', 'abs'])}({v()})", lambda: f"max(0, {v()})",
        lambda: f"max({v()}, {v()})", lambda: f"({v()} + {s()})", lambda: f"(A @ {v()})",
        lambda: f"(W' @ {layer(random, depth - 1)})", lambda: f"({v()} / norm({v()}))", lambda: f"(-{v()})",
        lambda: f"cases({v()} if {s()} <= 0, {v()} otherwise)",
        lambda: f"sum(i=1..N, (X_i · {v()}) X_i)",
    ])()  # fmt: skip


def layer(random: Random, depth: int) -> str:
    """A vector of size m."""
    if depth == 0:
        return random.choice(["b", "(W @ x)"])
    inner = partial(layer, random, depth - 1)
    return random.choice([
        lambda: f"(W @ {vector(random, depth - 1)} + b)", lambda: f"tanh({inner()})", lambda: f"max(0, {inner()})",
        lambda: f"softmax({inner()})", lambda: f"({inner()} ⊗ {inner()})",
    ])()  # fmt: skip


def scalar(random: Random, depth: int) -> str:
    """A scalar."""
    if depth == 0:
        return random.choice(["z", "2", "sum(x)", "(w · x)"])
    v = partial(vector, random, depth - 1)
    s = partial(scalar, random, depth - 1)
    u = partial(layer, random, depth - 1)
    return random.choice([
        lambda: f"sum({v()})", lambda: f"({v()} · {v()})", lambda: f"norm({u()})", lambda: f"norm({v()})^2",
        lambda: f"({s()} - {s()})", lambda: f"({s()} {s()})", lambda: f"logsumexp({v()})", lambda: f"max(0, {s()})",
        lambda: f"ln(1 + exp({s()}))", lambda: f"({s()} / (2 + {s()}^2))", lambda: f"(b · {u()})",
        lambda: f"(1/N sum(i=1..N, (t_i - X_i · {v()})^2))", lambda: f"(-w · ln(softmax({v()})))",
    ])()  # fmt: skip


@in_groups("seed", SEEDS)
def test_every_method_derives_a_random_composition_with_all_steps_checked(seed: int) -> None:
    random = Random(seed)
    make = random.choice([scalar, scalar, vector])
    text = make(random, random.choice([1, 2]))
    wrt = random.choice(["x", "x", "z", "W"]) if make is scalar else random.choice(["x", "z"])
    function = f"({text}) + 0 z" if wrt == "z" else text
    shapes = {name: shape for name, shape in SHAPES.items() if name in function or name == wrt}
    for method in METHODS:
        trace = derive(function, wrt, shapes, method)
        if trace.status != "finished":
            assert isinstance(trace.error, UnsupportedError), (function, wrt, method, trace.reason)
            assert trace.error.reason
            continue
        for step in trace.steps:
            assert step.check.ok, (function, wrt, method, step.number, step.rule, step.check.message)
        check = Verifier((trace.start,)).check(trace.start, trace.result)
        assert check.ok, (function, wrt, method, trace.result.text(), check.message)


def test_hardly_any_of_them_is_refused() -> None:
    """A test that accepts refusals must not pass because everything is refused."""
    refused = 0
    for seed in range(40):
        random = Random(1000 + seed)
        text = vector(random, 2)
        shapes = {name: shape for name, shape in SHAPES.items() if name in text or name == "x"}
        refused += derive(text, "x", shapes).status != "finished"
    assert refused <= 2
