"""The command that derives by every method, as a process."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "explainer", "compare", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "arguments",
    [("sin(x^2)", "--wrt", "x"), ("max(0, w · x + b)", "--wrt", "w"), ("sum(x z)", "--wrt", "z", "--shape", "x=n")],
)
def test_all_methods_agree_and_the_program_says_so(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert "results are equal to the derivative at" in done.stdout
    assert sum(line.startswith("* ") for line in done.stdout.splitlines()) == 1
    for method in ("operator", "elements", "chain", "chain-forward", "chain-alias", "vector"):
        assert method in done.stdout


def test_a_method_with_the_same_steps_as_another_is_told_as_such() -> None:
    lines = run("sum(w ⊗ x)", "--wrt", "w", "--shape", "w=n").stdout.splitlines()
    (vector,) = (line for line in lines if " vector " in line)
    assert vector.endswith("the same as operator")
    (elements,) = (line for line in lines if " elements " in line)
    assert elements.endswith("xᵀ")


def test_bad_input_has_status_2_and_no_output() -> None:
    done = run("x +", "--wrt", "x")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "^" in done.stderr
