"""The pattern of zeros agrees with numbers that no rule has touched."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.figures import UnsuitedError, figure
from explainer.figures.canvas import FRAME, SECOND
from explainer.figures.zeros import tint
from explainer.typeset import Fill, Stroke, contrast, find_theme, theme_names
from explainer.verify import evaluate_with_oracle
from tests.cases import in_groups

PROBLEMS = (
    ("w ⊗ x", "w"), ("w ⊘ x", "x"), ("max(0, x) where x: n", "x"), ("x + z where x: n, z: scalar", "z"),
    ("A @ x where A: m x n", "x"), ("x' @ A @ x where A: n x n, x: n", "x"), ("[3x^2 y, 2x + y^8]", "(x, y)"),
    ("[x_1 x_2, ln(x_1), x_3^2] where x: 4", "x"), ("sin(x) ⊗ x where x: n", "x"), ("w > x where w: n, x: n", "w"),
)  # fmt: skip


@in_groups(("text", "wrt"), PROBLEMS)
@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_the_entries_are_those_of_the_derivative(text: str, wrt: str, layout: str) -> None:
    trace = explainer.derive(text, wrt, layout=layout)
    shown = figure(trace, "zeros")
    numbers, always = shown.facts["numbers"], shown.facts["always_zero"]
    expected = evaluate_with_oracle(trace.start, shown.facts["values"])
    expected = expected[:, None] if expected.ndim == 1 else expected
    assert numbers.shape == expected.shape
    numpy.testing.assert_allclose(numbers, expected, rtol=1e-5, atol=1e-7)
    assert (numpy.abs(expected[always]) < 1e-9).all()


def test_rings_stand_where_the_entry_is_always_zero_and_crosses_where_it_is_so_here() -> None:
    shown = figure(explainer.derive("max(0, x) where x: n", "x"), "zeros", values={"x": [1.0, -2.0, 3.0]})
    always, numbers = shown.facts["always_zero"], shown.facts["numbers"]
    assert always.tolist() == [[i != j for j in range(3)] for i in range(3)]
    assert numbers.diagonal().tolist() == [1.0, 0.0, 1.0]
    marks = shown.sheet().marks
    rings = [
        mark for paint, mark in marks if paint == FRAME and isinstance(mark, Stroke) and len(mark.outline.codes) > 12
    ]
    assert len(rings) == 6 + 1  # and one in the legend
    assert any("at these values" in label.text for label in shown.sheet().labels)


def test_a_negative_entry_has_a_sign_of_its_own() -> None:
    shown = figure(explainer.derive("-x where x: n", "x"), "zeros")
    corners = [mark for paint, mark in shown.sheet().marks if paint == SECOND and isinstance(mark, Fill)]
    assert len(corners) == 5 + 1


@in_groups(
    ("text", "wrt", "heads"),
    [("w · x + y", "(x, y)", ["x₁", "x₂", "x₃", "y"]), ("w · x + y", "(y, x)", ["y", "x₁", "x₂", "x₃"]),
     ("w · x + y", "(w, x)", ["w₁", "w₂", "w₃", "x₁", "x₂", "x₃"]), ("[3x, y]", "(x, y)", ["x", "y"]),
     ("x · x where x: n", "x", ["x₁", "x₂", "x₃"])],
)  # fmt: skip
@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_every_column_has_the_name_of_its_own_variable(text: str, wrt: str, heads: list[str], layout: str) -> None:
    trace = explainer.derive(text, wrt, layout=layout)
    shown = figure(trace, "zeros", sizes={} if text.startswith("[") else {"n": 3})
    columns, rows = shown.facts["numbers"].shape[::-1]
    written = [label.text for label in shown.sheet(60.0).labels][: columns + rows]
    assert (written[:columns] if layout == "numerator" else written[columns:]) == heads


def test_open_sizes_differ_from_each_other() -> None:
    assert figure(explainer.derive("A @ x where A: m x n", "x"), "zeros").facts["numbers"].shape == (4, 5)
    given = figure(explainer.derive("A @ x where A: m x n", "x"), "zeros", sizes={"m": 2, "n": 3})
    assert given.facts["numbers"].shape == (2, 3)


def test_values_are_positive_where_a_logarithm_wants_them() -> None:
    shown = figure(explainer.derive("ln(x) where x: n", "x"), "zeros")
    assert (shown.facts["numbers"].diagonal() > 0).all()


def test_numbers_on_cells_can_be_read() -> None:
    for name in theme_names():
        theme = find_theme(name)
        for value in (-1.0, -0.3, 0.0, 0.5, 1.0):
            assert contrast(theme.ink, tint(value, 1.0).colour(theme)) >= 4.5


@pytest.mark.parametrize(
    ("text", "wrt", "reason"),
    [
        ("x^2", "x", "single number"),
        ("f(x) where f: m, x: n", "x", "nothing is known"),
        ("x ⊗ x where x: 90", "x", "too many"),
    ],
)
def test_what_has_no_pattern_is_refused_with_the_reason(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        figure(explainer.derive(text, wrt), "zeros")


@pytest.mark.parametrize(
    "options",
    [{"sizes": {"k": 3}}, {"sizes": {"n": 0}}, {"sizes": {"n": "many"}}, {"sizes": 5}, {"values": {"q": 1}},
     {"values": {"x": "one"}}, {"values": {"x": [[1.0]]}}],
)  # fmt: skip
def test_wrong_values_are_refused_with_a_way_on(options: dict[str, object]) -> None:
    with pytest.raises(ExplainerError) as caught:
        figure(explainer.derive("w ⊗ x", "w"), "zeros", **options)
    assert caught.value.hint


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_each_of_several_matrices_has_its_derivative_at_the_same_values(layout: str) -> None:
    trace = explainer.derive("norm(X @ W - Y)^2", "(X, W)", {"X": "m x n", "W": "n x k", "Y": "m x k"}, layout=layout)
    shown = figure(trace, "zeros")
    values = shown.facts["values"]
    error = values["X"] @ values["W"] - values["Y"]
    wanted = {"X": 2 * error @ values["W"].T, "W": 2 * values["X"].T @ error}
    for name, expected in wanted.items():
        expected = expected.T if layout == "numerator" else expected
        numpy.testing.assert_allclose(shown.facts["numbers"][name], expected)
    assert all(name in shown.description for name in wanted)
    for width in (16.0, 30.0):
        assert 0 < shown.sheet(width).width <= width + 1


@pytest.mark.parametrize(
    ("text", "wrt", "shapes"),
    [
        ("tr(A @ X) s", "(X, s)", {"A": "n x n", "X": "n x n"}),
        ("sum(W @ x + b) s", "(W, b, s)", {"W": "m x n", "x": "n", "b": "m"}),
    ],
)
def test_one_of_several_may_be_a_single_number(text: str, wrt: str, shapes: dict[str, str]) -> None:
    shown = figure(explainer.derive(text, wrt, shapes), "zeros")
    assert shown.facts["numbers"]["s"].shape == (1, 1)
    assert shown.sheet().height > 0


def test_the_shapes_of_a_sweep_have_a_row_for_each_variable() -> None:
    trace = explainer.derive("norm(X @ W - Y)^2", "(X, W)", {"X": "m x n", "W": "n x k", "Y": "m x k"})
    told = figure(trace, "shapes").description
    assert "X is m by n, so the derivative is n by m" in told
    assert "W is n by k, so the derivative is k by n" in told
