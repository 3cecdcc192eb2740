"""The command that derives by every method."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    "arguments",
    [("sin(x^2)", "--wrt", "x"), ("max(0, w · x + b)", "--wrt", "w"), ("sum(x z)", "--wrt", "z", "--shape", "x=n")],
)
def test_all_methods_agree_and_the_program_says_so(answered: Run, arguments: tuple[str, ...]) -> None:
    done = answered("compare", *arguments)
    assert done.returncode == 0, done.stderr
    assert "results are equal to the derivative at" in done.stdout
    assert sum(line.startswith("* ") for line in done.stdout.splitlines()) == 1
    for method in ("operator", "elements", "chain", "chain-forward", "chain-alias", "vector"):
        assert method in done.stdout


def test_a_method_with_the_same_steps_as_another_is_told_as_such(answered: Run) -> None:
    lines = answered("compare", "sum(w ⊗ x)", "--wrt", "w", "--shape", "w=n").stdout.splitlines()
    (vector,) = (line for line in lines if " vector " in line)
    assert vector.endswith("the same as operator")
    (elements,) = (line for line in lines if " elements " in line)
    assert elements.endswith("xᵀ")


def test_bad_input_has_status_2_and_no_output(run: Run) -> None:
    done = run("compare", "x +", "--wrt", "x")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "^" in done.stderr
