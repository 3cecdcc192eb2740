"""Large sizes are checked within bounds of memory: few points, and the entries of a variable a part at a time."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import numpy
import pytest

from explainer import derive
from explainer.expr import arrays
from explainer.expr.nodes import Negate, Sum
from explainer.verify import oracle

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
