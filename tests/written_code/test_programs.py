"""Programs with a derived gradient: they run, they check themselves, and the check can fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from explainer import Trace, code, derive
from explainer.errors import ExplainerError, UnsupportedError
from explainer.lessons import Lesson, LessonProblem, all_lessons
from explainer.operations import all_operations
from explainer.written_code.libraries import LIBRARIES
from tests.cases import in_groups
from tests.lesson_lines import trace_of
from tests.written_code.running import checked

LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
FUNCTIONS = (
    ("x^2 sin(x)", "x", {}),
    ("w · x + b", "w", {"w": "n", "x": "n", "b": "scalar"}),
    ("softmax(A @ x)", "x", {"A": "m x n", "x": "n"}),
    ("norm(X @ w - y)^2", "w", {"X": "m x n", "w": "n", "y": "m"}),
    ("norm(X @ w - y)^2", "X", {"X": "m x n", "w": "n", "y": "m"}),
    ("sum(huber(X @ w - y))", "w", {"X": "m x n", "w": "n", "y": "m"}),
    ("x^2 y^3 z", "(x, y, z)", {}),
    ("x' A x", "x_2", {"x": "3", "A": "3 x 3"}),
    ("x' A x", "A", {"x": "n", "A": "n x n"}),
    ("ln(sum(exp(x)))", "x", {"x": "n"}),
    ("max(0, w · x + b)", "w", {"w": "n", "x": "n", "b": "scalar"}),
    ("sum(i=1..n, x_i^i)", "x", {"x": "n"}),
    ("[x y, x + y, sin(x)]", "(x, y)", {}),
    ("x z", "z", {"x": "n", "z": "scalar"}),
    ("arcsin(x) + arccosh(y)", "x", {}),
)


def written(trace: Trace) -> tuple[str, str]:
    """The program of a derivation, or why there is none."""
    try:
        return code(trace), ""
    except UnsupportedError as error:
        return "", f"{error} {error.reason}"


@in_groups("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("method", ["auto", "chain", "elements"])
@pytest.mark.parametrize(("function", "wrt", "shapes"), FUNCTIONS, ids=[f"{f} by {x}" for f, x, _ in FUNCTIONS])
def test_a_program_agrees_with_central_differences(
    function: str, wrt: str, shapes: dict[str, str], method: str, layout: str
) -> None:
    trace = derive(function, wrt, shapes, method, layout)
    if trace.status == "finished":
        assert checked(code(trace)) < 1e-5


@LESSONS
def test_every_lesson_has_programs(lesson: Lesson) -> None:
    for block in lesson.blocks:
        if isinstance(block, LessonProblem) and trace_of(block).status == "finished":
            text, reason = written(trace_of(block))
            assert text or re.search(r"any function|made of other names|any entry", reason), block.id
            if not text:
                continue
            assert checked(text) < 1e-5, block.id


def test_the_file_runs_by_itself_and_fails_when_a_line_is_corrupted(tmp_path: Path) -> None:
    text = code(derive("norm(X @ w - y)^2 + w · w", "w", {"X": "m x n", "w": "n", "y": "m"}))
    file = tmp_path / "gradient.py"
    last = text.index("    return", text.index("def gradient"))
    for changed, status in ((text, 0), (text[:last] + text[last:].replace("2 *", "3 *", 1), 1)):
        file.write_text(changed, encoding="utf-8")
        done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
        assert "differ by" in done.stdout


def test_every_line_of_the_derivation_stands_there_with_its_rule() -> None:
    trace = derive("sin(x^2) x", "x", method="operator")
    text = code(trace)
    assert [f"# {step.number}. {step.title}" in text for step in trace.steps] == [True] * len(trace.steps)


def test_common_parts_are_computed_once_and_nothing_loops_over_rows() -> None:
    text = code(derive("softmax(A @ x)", "x", {"A": "m x n", "x": "n"}))
    gradient = text[text.index("def gradient") : text.index("def measured")]
    assert len(re.findall(r"= softmax\(A @ x\)", gradient)) == 1
    assert " for " not in gradient


@pytest.mark.parametrize("name", ["lambda", "np", "value", "t_1", "gradient", "range", "x_1"])
def test_a_name_never_becomes_a_word_of_the_language(name: str) -> None:
    shapes = {name: "n", "y": "n"}
    text = code(derive(f"{name} · y + sum({name})", name, shapes))
    assert checked(text) < 1e-5


@in_groups("operation", all_operations(), ids=lambda operation: operation.name)
def test_every_function_of_the_table_has_code(operation: object) -> None:
    example = operation.examples[0]
    try:
        trace = derive(example, "x" if "x" in example else "X")
    except ExplainerError:
        return  # what the program does not differentiate
    if trace.status == "finished":
        assert checked(code(trace)) < 1e-4


@pytest.mark.parametrize("text", ["kron(a, A)", "kron(A, a)", "kron(ones(m), A)", "kron(A, ones(n)')"])
def test_a_vector_in_a_kronecker_product_is_a_column(text: str) -> None:
    assert checked(code(derive(text, "A", {"A": "m x n", "a": "k"}))) < 1e-5


@pytest.mark.parametrize("library", [library.id for library in LIBRARIES])
def test_each_library_has_its_own_program(library: str) -> None:
    text = code(derive("softmax(A @ x)", "x", {"A": "m x n", "x": "n"}), library)
    compile(text, library, "exec")
    assert {"numpy": "import numpy", "torch": "import torch", "jax": "import jax"}[library] in text
    module = pytest.importorskip({"jax": "jax"}.get(library, library))
    assert module
    assert checked(text) < 1e-5


def test_what_has_no_code_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedError, match=re.escape("f(x)")):
        code(derive("f(x)", "x"))
    with pytest.raises(ExplainerError, match="no code is written for"):
        code(derive("x^2", "x"), "fortran")


def test_the_check_draws_points_where_there_are_values() -> None:
    trace: Trace = derive("ln(x - 2) + sqrt(y)", "x")
    assert checked(code(trace)) < 1e-5
    assert numpy.isfinite(checked(code(derive("arccosh(x)", "x"))))
