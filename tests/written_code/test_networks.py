"""Programs of networks: one sweep for all weights, the forward values reused, and a check of every derivative."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from explainer import code, derive
from tests.effort import MOST, effort
from tests.written_code.networks import NETWORKS
from tests.written_code.running import checked

EACH = pytest.mark.parametrize("name", NETWORKS)


def program(name: str, library: str = "numpy", layout: str = "denominator") -> str:
    function, wrt, shapes = NETWORKS[name]
    trace = derive(function, wrt, shapes, layout=layout)
    assert trace.status == "finished", trace.reason
    return code(trace, library)


def gradient_of(text: str) -> str:
    return text[text.index("def gradient") : text.index("def measured")]


@EACH
@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_the_derivatives_by_all_weights_agree_with_central_differences(name: str, layout: str) -> None:
    text = program(name, layout=layout)
    assert checked(text) < 1e-5
    wrt = NETWORKS[name][1].strip("()").split(", ")
    returned = gradient_of(text).splitlines()
    assert next(line for line in returned if "return" in line).count(",") == len(wrt) - 1


@EACH
@pytest.mark.parametrize("library", ["torch", "jax"])
def test_they_agree_with_the_derivatives_of_the_libraries(name: str, library: str) -> None:
    text = program(name, library)
    compile(text, library, "exec")
    pytest.importorskip(
        library, reason=f"{library} is not installed: the gradient is compared with measured slopes only"
    )
    assert checked(text) < 1e-9


@EACH
def test_a_corrupted_line_of_the_sweep_is_found_out(name: str) -> None:
    text = program(name)
    body = gradient_of(text)
    lines = [line for line in body.splitlines() if re.match(r"    d\w+ = ", line)]
    assert len(lines) >= len(NETWORKS[name][1].split(","))
    for line in lines:
        left, right = line.split(" = ", 1)
        wrong = text.replace(line, f"{left} = 1.5 * ({right})", 1)
        assert checked(wrong) > 1e-3, line


def test_the_file_of_a_network_runs_by_itself_and_fails_when_it_is_wrong(tmp_path: Path) -> None:
    text = program("two layers with a ReLU")
    file = tmp_path / "grad.py"
    changed_line = re.sub(r"^    dZ_1 = ", "    dZ_1 = -", text, count=1, flags=re.MULTILINE)
    assert changed_line != text
    for changed, status in ((text, 0), (changed_line, 1)):
        file.write_text(changed, encoding="utf-8")
        done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr


def test_the_sweep_uses_the_values_of_the_forward_pass_and_no_loops() -> None:
    body = gradient_of(program("two layers with a ReLU"))
    computed = [line for line in body.splitlines() if re.search(r"(?<!d)\bW_1\b", line) and " = " in line]
    assert sum("@ W_1" in line for line in computed) == 1, "the first layer is computed once"
    assert "for " not in body
    assert "np.ones" not in body
    assert "np.diag" not in body
    assert re.search(r"# Backward to Z_2", body)


def test_rows_that_are_said_to_add_up_do_so_in_the_check() -> None:
    text = program("softmax regression")
    assert "(row_softmax" in gradient_of(text)
    names: dict[str, object] = {"__name__": "written"}
    exec(compile(text, "written", "exec"), names)
    seen: list[numpy.ndarray] = []
    gradient = names["gradient"]
    names["gradient"] = lambda *values: (seen.extend(values), gradient(*values))[1]  # type: ignore[operator]
    assert names["check"]() < 1e-5  # type: ignore[operator]
    assert any(numpy.allclose(value.sum(axis=-1), 1.0) for value in seen if value.ndim == 2)


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("wrt", ["W_1", "b_1", "b_2"])
def test_one_variable_of_a_network_has_the_code_of_its_sweep(wrt: str, layout: str) -> None:
    pasted = "model = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))\nloss = F.cross_entropy(model(x), y)"
    text = code(derive(pasted, wrt, layout=layout), "numpy")
    assert "# Backward to Z_2: (row_softmax(Z_2)' - y') / N" in text
    assert gradient_of(text).count("Z_2 = H_1 @ W_2.T + b_2") == 1
    assert checked(text) < 1e-6
    assert checked(text.replace("dZ_2 = ", "dZ_2 = 1.5 * ")) > 1e-3


def test_the_check_of_a_large_layer_takes_no_longer_than_that_of_a_small_one_and_fails_as_surely() -> None:
    """The network of the course has 100,352 weights in its first layer: a few hundred of them are measured."""
    pasted = "model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))\nF.cross_entropy(model(X), Y)"
    text = code(derive(pasted, "W_1"), "numpy")
    with effort() as spent:
        assert checked(text) < 1e-5
    assert spent.times < MOST
    assert checked(text.replace("dZ_1 = ", "dZ_1 = 2 * ")) > 1e-5


def test_where_there_is_no_value_nothing_agrees() -> None:
    text = code(derive("sum(ln(x))", "x", {"x": "n"}))
    names: dict[str, object] = {"__name__": "written"}
    exec(compile(text, "written", "exec"), names)
    with numpy.errstate(all="ignore"):
        measured = names["measured"](0, (numpy.array([1.0, -1.0]),))  # type: ignore[operator]
        apart = names["difference"](numpy.ones((2,)), measured)  # type: ignore[operator]
    assert not numpy.isnan(measured).any()
    assert not apart <= 1.0
