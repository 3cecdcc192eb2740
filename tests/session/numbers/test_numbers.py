"""Values that are typed, and what every line of a derivation is worth for them."""

from __future__ import annotations

from math import prod

import numpy
import pytest

import explainer
from explainer.engine import Trace
from explainer.errors import ExplainerError
from explainer.expr.shape import parse_shape
from explainer.session.numbers.inputs import default_texts, inputs_of, read_inputs
from explainer.session.numbers.numbers import Numbers, beginning, unknown_function
from explainer.session.numbers.shown_values import grid_of, shown_number, spoken_value, told_directions
from explainer.session.numbers.typed_values import read_value
from tests.cases import in_groups

LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) where X: N x n, w: n"


def numbers_for(trace: Trace, **texts: str) -> Numbers:
    values, wrong = read_inputs(inputs_of(trace), beginning(trace) | texts)
    assert not wrong
    return Numbers(trace, values)


@in_groups(
    ("text", "shape", "value"),
    [
        ("2", "scalar", 2.0),
        ("-1/4", "scalar", -0.25),
        ("sqrt(4) + 1e-1", "scalar", 2.1),
        ("1, 2", "n", [1.0, 2.0]),
        ("[1, max(2, 3)]", "n", [1.0, 3.0]),
        ("1; 2", "n", [1.0, 2.0]),
        ("1, 2; 3, 4", "m x n", [[1.0, 2.0], [3.0, 4.0]]),
        ("[[1, 2], [3, 4]]", "m x n", [[1.0, 2.0], [3.0, 4.0]]),
        ("[1, 2]; [3, 4]", "m x n", [[1.0, 2.0], [3.0, 4.0]]),
        ("1, 2", "m x n", [[1.0, 2.0]]),
    ],
)
def test_values_are_read_as_people_write_them(text: str, shape: str, value: object) -> None:
    assert read_value(text, parse_shape(shape)) == value


@in_groups(
    ("text", "shape", "position", "words"),
    [
        ("", "scalar", 0, "no value"),
        ("1, a", "n", 3, "“a” is not a number"),
        ("1 2", "n", 1, "side by side"),
        ("1,, 2", "n", 2, "missing"),
        ("1, 2; 3", "m x n", 6, "this one 1"),
        ("1/0", "scalar", 0, "no value"),
        ("1, 2 +", "n", 6, "too early"),
        ("__import__('os')", "scalar", None, ""),
        ("1, 2", "scalar", 1, ""),
        ("9^9^9^9", "scalar", None, "large"),
    ],
)
def test_what_is_no_value_is_refused_at_its_place(text: str, shape: str, position: int | None, words: str) -> None:
    with pytest.raises(ExplainerError) as caught:
        read_value(text, parse_shape(shape))
    assert words in caught.value.message
    assert caught.value.position is not None
    assert caught.value.text == text
    assert position is None or caught.value.position == position


def test_every_line_has_the_value_that_was_measured() -> None:
    for text, wrt, method in (("sin(x + x^2)", "x", "chain"), ("w ⊗ x", "w", "elements"), (LOSS, "w", "auto")):
        trace = explainer.derive(text, wrt, method=method)
        numbers = numbers_for(trace)
        lines = [numbers.line(number) for number in range(len(trace.steps) + 1)]
        assert all(line.agrees for line in lines), text
        assert numpy.allclose(lines[0].value, lines[-1].value)  # type: ignore[arg-type]


def test_the_start_is_measured_and_does_not_use_the_rules() -> None:
    numbers = numbers_for(explainer.derive("x^3", "x"), x="2")
    assert numbers.line(0).value == pytest.approx(12.0)


def test_intermediate_variables_show_their_values() -> None:
    trace = explainer.derive("sin(x + x^2)", "x", method="chain")
    numbers = numbers_for(trace, x="2")
    stated = [each for line in range(5) for each in numbers.line(line).names]  # each where it is new
    names = {name.text(): value for name, value in stated}
    assert (names["u_1"], names["u_2"], names["d(u_1)/d(x)"]) == (4, 6, 4)


@pytest.mark.parametrize(
    ("text", "x", "reason"),
    [
        ("ln(x - 3)", "2", "ln(x − 3) has no value where x − 3 is −1"),
        ("1/x", "0", "nothing is divided by 0"),
        ("exp(x)", "1000", "too large"),
        ("max(0, x)", "0", "kink"),
        ("|x|", "0", "kink"),
        ("3 + |x - 2| x", "2", "kink"),
    ],
)
def test_a_line_without_a_value_says_why(text: str, x: str, reason: str) -> None:
    line = numbers_for(explainer.derive(text, "x"), x=x).line(0)
    assert line.value is None
    assert reason in line.reason


@pytest.mark.parametrize(("text", "x"), [("max(0, x)", "1e-3"), ("|x|^3", "0"), ("2 + x + |x|^3", "0")])
def test_where_there_is_no_kink_none_is_seen(text: str, x: str) -> None:
    assert numbers_for(explainer.derive(text, "x"), x=x).line(0).value is not None


@pytest.mark.parametrize("text", ["x |x|", "max(0, x)^2"])
def test_what_cannot_be_measured_is_not_called_a_kink(text: str) -> None:
    assert "kink" not in numbers_for(explainer.derive(text, "x"), x="0").line(0).reason


def test_shapes_that_clash_are_named() -> None:
    trace = explainer.derive("W x where W: m x n, x: n", "x")
    fields = inputs_of(trace)
    _, (problem,) = read_inputs(fields, {"W": "1, 2, 3; 4, 5, 6", "x": "1, 2"})
    assert problem.name == "x"
    assert "n is 3 by W" in problem.error.message


def test_defaults_take_the_sizes_of_what_was_typed() -> None:
    fields = inputs_of(explainer.derive(LOSS, "w"))
    assert default_texts(fields, {"w": "1, 2, 3, 4"})["X"].count(",") == 3 * 3
    texts = default_texts(fields, {})
    assert (texts["w"].count(","), texts["y"].count(",")) == (1, 2), "n = 2 and N = 3"


def test_a_size_that_no_variable_shows_has_a_field() -> None:
    trace = explainer.derive("sum(i=1..n, i x^i)", "x")
    assert [(each.name, each.is_size) for each in inputs_of(trace)] == [("x", False), ("n", True)]
    assert numbers_for(trace, x="2", n="3").line(0).value == pytest.approx(1 + 8 + 36)


def test_the_first_values_lie_in_the_domain() -> None:
    for text in ("ln(x - 10)", "arcsin(x)", "ln(-x)"):
        assert numbers_for(explainer.derive(text, "x")).line(0).value is not None


def test_of_a_function_that_is_only_a_name_there_are_no_numbers() -> None:
    assert "function f" in unknown_function(explainer.derive("f(x) where f: m, x: n", "x"))
    assert unknown_function(explainer.derive("sin(x)", "x")) == ""


def test_numbers_are_shown_with_four_digits() -> None:
    shown = [shown_number(value) for value in (1 / 3, -2.0, 1.5e-7, 0.0, -1e12, float("nan"))]
    assert shown == ["0.3333", "−2", "1.5·10⁻⁷", "0", "−1·10¹²", "no value"]
    assert grid_of(numpy.array([1.0, 2.0])) == (("1",), ("2",))
    assert spoken_value(numpy.eye(2)) == "a matrix of 2 by 2: row 1: 1, 0; row 2: 0, 1"


@pytest.mark.parametrize("axes", [(2, 3, 2), (2, 2, 3, 2), (1, 2, 2, 1), (3, 1, 1), (2, 2, 2, 2, 2)])
def test_an_array_is_shown_and_said_block_by_block(axes: tuple[int, ...]) -> None:
    """Every entry once, the last two directions as matrices with room between them, each block said with its place."""
    value = numpy.arange(float(prod(axes))).reshape(axes)
    grid = grid_of(value)
    assert len({len(row) for row in grid}) == 1, "as wide in every row"
    assert sorted(float(entry) for row in grid for entry in row if entry) == value.ravel().tolist()
    assert [[float(entry) for entry in row[: axes[-1]]] for row in grid[: axes[-2]]] == value[
        (0,) * (len(axes) - 2)
    ].tolist()
    said = spoken_value(value)
    assert said.count("block ") == prod(axes[:-2])
    assert "×".join(map(str, axes)) in told_directions(value)
    assert not told_directions(value[(0,) * (len(axes) - 2)])


def test_every_line_of_a_derivative_in_entries_has_its_value() -> None:
    trace = explainer.derive("A @ X @ B where A: 2 x 3, X: 3 x 4, B: 4 x 5", "X", form="entries")
    numbers = numbers_for(trace)
    for number in range(len(trace.steps) + 1):
        line = numbers.line(number)
        assert line.value is not None
        assert line.value.shape == (2, 5, 3, 4)
        assert line.agrees
        assert len(grid_of(line.value)) == 2 * 3 + 1
