"""Large sizes are checked within bounds of memory: few points, and the entries of a variable a part at a time."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from itertools import pairwise, product

import numpy
import pytest

from explainer import derive
from explainer.expr import arrays
from explainer.expr.nodes import Negate, Sum
from explainer.verify import Verifier, oracle
from explainer.verify.oracle import Moved

CHECKED = """
import sys, explainer
trace = explainer.derive(sys.argv[1], "x", shapes={"A": "1000 x 1000", "x": "1000"})
checks = [step.check for step in (trace.step(1),)]
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(all(check.ok for check in checks), int(peak) // 1024)
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="Linux tells the memory of a process, without that of the one that started it"
)
@pytest.mark.parametrize("function", ["tanh(x)", "sum(A @ x)"])
def test_a_thousand_by_a_thousand_is_checked_within_500_megabytes(function: str) -> None:
    done = subprocess.run([sys.executable, "-c", CHECKED, function], capture_output=True, text=True, check=True)
    holds, megabytes = done.stdout.split()
    assert holds == "True"
    assert int(megabytes) < 500


@pytest.mark.parametrize("text", ["sin(x) + x^2", "max(0, w · x)", "u_2 + 1 where u_1 = x^2, u_2 = exp(u_1)"])
def test_the_values_of_a_check_are_freed_with_it(text: str) -> None:
    """Without a collection of garbage: that counts objects, and does not see that a few arrays fill the memory."""
    trace = derive(text, "x")
    assert trace.steps
    lines = trace.lines
    verifier, made = Verifier(lines[:1]), []
    assert verifier.check(lines[0], lines[-1]).ok
    for points in verifier._batches:
        inner = (kept for kept in points.evaluator._kept.values() if isinstance(kept, Moved))
        made += [weakref.ref(points.evaluator), *(weakref.ref(moved.evaluator) for moved in inner)]
    gc.disable()
    try:
        del points, inner, verifier
        assert not any(reference() for reference in made)
    finally:
        gc.enable()


def test_the_values_of_earlier_lines_are_let_go_of_where_they_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    from explainer.verify import verifier as module

    trace = derive("sigmoid(W x)", "x", {"W": "40 x 40", "x": "40"}, "operator")
    assert trace.steps
    lines = trace.lines
    whole = Verifier(lines[:1])
    held = [whole.check(*pair).ok and whole._batches[0].evaluator.held for pair in pairwise(lines)]
    monkeypatch.setattr(module, "LARGE", 1000)
    monkeypatch.setattr(module, "MOST_HELD", held[0])
    little = Verifier(lines[:1])
    less = [little.check(*pair).ok and little._batches[0].evaluator.held for pair in pairwise(lines)]
    assert less[0] == held[0]
    assert less[-1] < held[-1]
    assert all(less)


BY_MATRICES = {
    "norm(X @ w - y)^2": {"X": "1000 x 1000", "w": "1000", "y": "1000"},
    "x' @ X @ x": {"X": "1000 x 1000", "x": "1000"},
    "mean(X @ w)": {"X": "1000 x 800", "w": "800"},
    "sum(sigmoid(X))": {"X": "1000 x 1000"},
    "w · (tanh(X) @ v)": {"X": "300 x 700", "v": "700", "w": "300"},
}


@pytest.mark.parametrize("text", BY_MATRICES)
def test_derivatives_by_large_matrices_are_checked_at_smaller_sizes(text: str) -> None:
    trace = derive(text, "X", shapes=BY_MATRICES[text])
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    small = [step for step in trace.steps if "smaller sizes" in step.check.message]
    assert small
    wrong = trace.check(trace.start, Sum((trace.result, trace.result)))
    assert not wrong.ok
    turned = trace.check(small[0].before, Negate(trace.result))
    assert not turned.ok
    assert not trace.checking.refute(small[0].before, trace.result).ok
    assert trace.checking.refute(trace.start, Negate(trace.result)).ok


@pytest.mark.parametrize("text", ["sum(sin(x)^2)", "x'@A@x", "max(0, w · x + b)", "sum(abs(x))", "A @ x", "tanh(x)"])
def test_a_variable_moved_in_parts_has_the_same_derivative(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [step.check for step in derive(text, "x", shapes={"x": "7"}).steps]
    monkeypatch.setattr(oracle, "AT_ONCE", 12 * 7 * 12 * 3)  # three of the seven entries at a time
    parts = [step.check for step in derive(text, "x", shapes={"x": "7"}).steps]
    assert [(check.ok, check.points) for check in parts] == [(check.ok, check.points) for check in whole]
    assert all(check.ok for check in parts)


def test_the_product_that_reads_a_large_matrix_once_is_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "LARGE", 0)
    random, count = numpy.random.default_rng(1), 0
    leading = [(), (3,), (1, 3), (1,), (4, 3), (2, 4, 3), (1, 1, 3), (4, 1), (2, 1, 3)]
    for before, behind, imaginary in product(leading, leading, (0, 1j)):
        left = random.random((*before, 2, 5))
        right = random.random((*behind, 5, 3)) + imaginary * random.random((*behind, 5, 3))
        try:
            wanted = left @ right
        except ValueError:  # axes that do not fit
            continue
        count += 1
        assert numpy.allclose(arrays.matrix_product(left, right), wanted)
        turned = arrays.matrix_product(right.swapaxes(-1, -2), left.swapaxes(-1, -2))
        assert numpy.allclose(turned.swapaxes(-1, -2), wanted)
    assert count > 100
