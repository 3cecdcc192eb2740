"""Networks: a sweep through many layers, and the generated gradient beside one that a person writes."""

from __future__ import annotations

from time import process_time

import numpy
import pytest

import explainer
from explainer.engine import Trace

LAYERS = (2, 5, 10, 25, 50)
SIZES = (256, 128, 128, 10)
"""Rows, inputs, hidden values and classes of the network whose generated gradient is timed."""


def network(layers: int) -> tuple[str, str, dict[str, str]]:
    """A network of so many layers with a tanh each, and all its parameters."""
    names = [f"H_{k} = tanh({'X' if k == 1 else f'H_{k - 1}'} @ W_{k} + ones(N) @ b_{k}')" for k in range(1, layers)]
    last = "X" if layers == 1 else f"H_{layers - 1}"
    text = f"norm({last} @ W_{layers} + ones(N) @ b_{layers}' - Y)^2 / N"
    shapes = {"X": "N x d", "Y": "N x d"}
    for k in range(1, layers + 1):
        shapes |= {f"W_{k}": "d x d", f"b_{k}": "d"}
    wrt = ", ".join(f"W_{k}, b_{k}" for k in range(1, layers + 1))
    return text + (" where " + ", ".join(names) if names else ""), f"({wrt})", shapes


def swept(layers: int) -> Trace:
    function, wrt, shapes = network(layers)
    trace = explainer.derive(function, wrt, shapes, "backward")
    assert trace.status == "finished", trace.reason
    assert len(trace.results) == 2 * layers
    assert all(step.substeps is not None for step in trace.steps)
    return trace


def _seconds(layers: int, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = process_time()
        swept(layers)
        times.append(process_time() - began)
    return min(times)


def test_one_sweep_through_many_layers(figures):
    before = None
    for layers in LAYERS if figures.measuring else (2, 4):
        seconds = _seconds(layers, figures.rounds(3))
        ratio = "" if before is None else f"x {seconds / before[1]:.1f} for x {layers / before[0]:.1f} layers"
        figures.enter_value(
            f"all parameters of {layers} layers, one sweep with all steps", f"{seconds:.3f} s", ratio=ratio,
            budget="50 layers under 1 s, linear",
        )  # fmt: skip
        before = layers, seconds


def test_one_sweep_beside_automatic_differentiation(figures):
    if not figures.measuring:  # to load the reference takes ten seconds, for nothing that would be told
        swept(3)
        return
    torch = pytest.importorskip("torch")

    def graph(layers: int) -> None:
        x = torch.ones(4, 4)
        weights = [torch.ones(4, 4, requires_grad=True) for _ in range(layers)]
        for weight in weights:
            x = torch.tanh(x @ weight)
        (x * x).sum().backward()

    layers = 50
    figures.enter(
        f"the sweep of {layers} layers", figures.seconds(lambda: swept(layers), 3), over=figures.seconds(
            lambda: graph(layers), 3), reference="torch.autograd, the same graph", budget="printed only",
    )  # fmt: skip


def by_hand(*values):
    """What a course writes down for the same gradient."""
    W_1, W_2, X, Y, b_1, b_2 = values
    Z_1 = X @ W_1 + b_1
    H = numpy.maximum(Z_1, 0)
    Z_2 = H @ W_2 + b_2
    exp = numpy.exp(Z_2 - Z_2.max(axis=1, keepdims=True))
    P = exp / exp.sum(axis=1, keepdims=True)
    dZ_2 = (P - Y) / len(X)
    dZ_1 = (dZ_2 @ W_2.T) * (Z_1 > 0)
    return X.T @ dZ_1, dZ_1.sum(axis=0), H.T @ dZ_2, dZ_2.sum(axis=0)


def test_the_generated_gradient_beside_one_by_hand(figures):
    N, d, h, k = SIZES if figures.measuring else (8, 4, 5, 3)
    shapes = {"X": "N x d", "Y": "N x k", "W_1": "d x h", "b_1": "h", "W_2": "h x k", "b_2": "k"}
    text = "cross_entropy(relu(X @ W_1 + ones(N) @ b_1') @ W_2 + ones(N) @ b_2', Y) where one-hot rows Y"
    trace = explainer.derive(text, "(W_1, b_1, W_2, b_2)", shapes, layout="denominator")
    names: dict[str, object] = {"__name__": "written"}
    exec(compile(explainer.code(trace), "written", "exec"), names)
    gradient = names["gradient"]
    random = numpy.random.default_rng(0)
    values = [random.normal(size=size) * 0.1 for size in ((d, h), (h, k), (N, d), (N, k), (h,), (k,))]
    values[3] = numpy.eye(k)[random.integers(k, size=N)]
    for ours, theirs in zip(gradient(*values), by_hand(*values), strict=True):
        assert numpy.allclose(ours, theirs)
    figures.enter(
        "a gradient of two layers as generated", figures.seconds(lambda: gradient(*values), 40),
        over=figures.seconds(lambda: by_hand(*values), 40), reference="by hand", budget="at most 1.5 x",
    )  # fmt: skip
