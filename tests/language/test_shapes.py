"""Shapes: given in the call, given in the text, inferred from use; what is said about them; and the variable."""

from __future__ import annotations

import pytest

from explainer.errors import ExplainerError
from explainer.expr.nodes import Entry, MatrixRow, SizeValue, Variable, VariableTuple
from explainer.expr.shape import Shape, vector_shape
from explainer.language import Parsed, parse_expression, parse_variable
from tests.cases import in_groups


def shapes_of(parsed: Parsed) -> dict[str, str]:
    return {name: str(shape) for name, shape in parsed.shapes.items()}


@in_groups(
    ("typed", "shapes"),
    [
        ("x^2 + y", {"x": "scalar", "y": "scalar"}),
        ("w · x + b", {"w": "n", "x": "n", "b": "scalar"}),
        ("α · x", {"alpha": "scalar", "x": "scalar"}),
        ("w ⊗ x", {"w": "n", "x": "n"}),
        ("sum(x z)", {"x": "n", "z": "scalar"}),
        ("sum(x + z)", {"x": "n", "z": "n"}),
        ("sum(w + x)", {"w": "n", "x": "n"}),
        ("sum(sin(x))", {"x": "n"}),
        ("W x + b", {"W": "m x n", "x": "n", "b": "m"}),
        ("X w + b", {"X": "m x n", "w": "n", "b": "scalar"}),
        ("X @ w", {"X": "m x n", "w": "n"}),
        ("x' A x", {"x": "n", "A": "n x n"}),
        ("x.T @ y", {"x": "n", "y": "n"}),
        ("‖x - y‖", {"x": "n", "y": "n"}),
        ("softmax(x)", {"x": "n"}),
        ("diag(x) @ W", {"x": "n", "W": "n x m"}),
        ("sum(i=1..N, x_i y_i)", {"x": "N", "y": "N"}),
        ("sum(i=1..3, x_i)", {"x": "3"}),
        ("sum(i=1..m, j=1..n, W_{i,j})", {"W": "m x n"}),
        ("sum(i=1..N, w · x_i)", {"w": "n", "X": "N x n"}),
        ("x_1 x_2", {"x_1": "scalar", "x_2": "scalar"}),
        ("u where u = w ⊗ x", {"u": "n", "w": "n", "x": "n"}),
        ("w · x where w: 3", {"w": "3", "x": "3"}),
        ("W x where x: n", {"W": "m x n", "x": "n"}),
        ("n w · x", {"n": "scalar", "w": "m", "x": "m"}),
        ("f(x)", {"f": "scalar", "x": "scalar"}),
        ("sum(f(x)) where x: k", {"f": "k", "x": "k"}),
        ("P V", {"P": "scalar", "V": "scalar"}),
        ("x · sin(x)", {"x": "scalar"}),
    ],
)
def test_shapes_follow_from_use(typed: str, shapes: dict[str, str]) -> None:
    assert shapes_of(parse_expression(typed)) == shapes


@pytest.mark.parametrize(
    "typed",
    [
        "w · x + b where w: n, x: n, b: scalar",
        "w · x + b, where w: n, x: n, b: scalar",
        "w · x + b where w, x: n, b: scalar",
        "w · x + b where w: n where x: n, b: scalar",
        "w · x + b where w ∈ R^n, x ∈ ℝⁿ, b ∈ ℝ",
        "w · x + b where w in R^{n}, x: vector n, b: number",
    ],
)
def test_shapes_may_follow_the_text(typed: str) -> None:
    parsed = parse_expression(typed)
    assert shapes_of(parsed) == {"w": "n", "x": "n", "b": "scalar"}
    assert parsed.inferred == ()
    assert parsed.expression is parse_expression("w · x + b", {"w": "n", "x": "n"}).expression


def test_definitions_and_shapes_may_stand_together() -> None:
    parsed = parse_expression("u_1 + b where u_1 = w · x, w: 3, x: 3 knowing d(u_1)/d(b) = 0")
    assert parsed.expression.text() == "u_1 + b where u_1 = w · x knowing d(u_1)/d(b) = 0"
    assert parsed.shapes["w"] == Shape((3,))


def test_what_stays_open_is_a_scalar_and_is_told() -> None:
    parsed = parse_expression("max(0, w · x + b)", {"w": "n"})
    assert parsed.inferred == ("x", "b")
    assert parsed.notes == ("x is taken as a vector of size n.", "b is taken as a scalar.")


def test_rows_of_the_data_are_found_when_the_matrix_is_declared() -> None:
    text = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"
    declared = {"w": "n", "x": "n", "X": "N x n", "b": "scalar"}
    for shapes in (declared, {"w": "n", "X": "N x n"}, {}):
        parsed = parse_expression(text, shapes, "w")
        assert parsed.expression.text() == "(1 / N) sum(i=1..N, (y_i - max(0, w · X_i + b))^2)"
        assert parsed.shapes["y"] == Shape(("N",))
        assert "x_i is read as row i of X." in parsed.notes
    assert parse_expression(text.replace("x_i", "X_i"), declared).expression is parsed.expression


def test_a_size_used_as_a_value_is_a_size() -> None:
    sizes = [part for part in parse_expression("1/N sum(i=1..N, y_i)").expression.free if isinstance(part, SizeValue)]
    assert sizes == [SizeValue("N")]
    assert parse_expression("n x", {"x": "n"}).expression.text() == "n x"
    assert SizeValue("n") in parse_expression("n x", {"x": "n"}).expression.free


def test_numbered_variables_are_entries_of_the_variable_to_differentiate_by() -> None:
    parsed = parse_expression("3x_1^2 x_2", wrt="x")
    assert parsed.wrt is Variable("x", Shape((2,)))
    assert Variable("x", Shape((2,))) in parsed.expression.free
    assert parse_expression("3x_1^2 x_2", {"x": "n"}, "x").shapes["x"] == Shape(("n",))
    assert parse_expression("z_1 / sum(j=1..3, z_j)", wrt="z").shapes["z"] == Shape((3,))


@in_groups(
    ("text", "wrt", "shapes", "expected"),
    [
        ("x^2", "x", {}, Variable("x")),
        ("x^2", "α", {}, Variable("alpha")),
        ("x^2", "q", {"q": "n"}, Variable("q", Shape(("n",)))),
        ("x_1 x_2", "x_1", {}, Variable("x_1")),
        ("x_1 x_2", "x₁", {"x": "n"}, Entry(Variable("x", Shape(("n",))), (parse_expression("1").expression,))),
        ("x y", "(x, y)", {}, VariableTuple((Variable("x"), Variable("y")))),
        ("x y", "x, y", {}, VariableTuple((Variable("x"), Variable("y")))),
        ("w · x", "w", {}, Variable("w", Shape(("n",)))),
        ("loss^2", "loss", {}, Variable("loss")),
        (
            "sum(X_1)",
            "X_1",
            {"X": "m x n"},
            MatrixRow(Variable("X", Shape(("m", "n"))), parse_expression("1").expression),
        ),
    ],
)
def test_the_variable_to_differentiate_by(text: str, wrt: str, shapes: dict[str, str], expected: object) -> None:
    assert parse_expression(text, shapes, wrt).wrt is expected


def test_a_variable_may_be_read_without_an_expression() -> None:
    assert parse_variable("w", {"w": "n"}) is Variable("w", Shape(("n",)))
    assert parse_variable("(x, y)") is VariableTuple((Variable("x"), Variable("y")))


def test_open_sizes_get_names_that_nothing_else_has() -> None:
    parsed = parse_expression("n sum(x) + m")
    assert str(parsed.shapes["x"]) == "k"


def test_entries_without_a_bound_index_need_a_known_vector() -> None:
    assert parse_expression("x_i^2", {"x": "n"}).expression.text() == "x_i^2"
    assert parse_expression("x_i^2").shapes == {"x_i": Shape()}


@pytest.mark.parametrize("text", ["sum(x z)", "sum(z x)", "sum(3 x z)", "norm(x z)", "sum(z sin(x))"])
def test_what_stands_beside_a_declared_vector_in_a_reduction_scales_it(text: str) -> None:
    shapes = parse_expression(text, {"x": "n"}).shapes
    assert str(shapes["z"]) == "scalar"


def test_the_variable_to_differentiate_by_is_a_vector_where_its_entries_are_used() -> None:
    assert str(parse_expression("sum(i=1..N, x_i^2)", wrt="x").shapes["x"]) == "N"


@in_groups(
    ("typed", "same"),
    [
        ("W^{[1]} x + b^[1]", "W_1 x + b_1"),
        ("sum(i=1..m, (θ^T x^{(i)} - y^{(i)})^2)", "sum(i=1..m, (θ' x_i - y_i)^2)"),
        ("A^{-T} b", "inv(A)' b"),
        ("x^{n+1} + x^{2}", "x^(n+1) + x^2"),
        ("½ x^2", "(1/2) x^2"),
        ("‖X‖²_F + ‖x‖^2_2", "norm(X)^2 + norm(x)^2"),
        ("⟨w, x⟩", "w · x"),
        ("w . x", "w · x"),
        ("x'A x / x'B x", "(x'A x) / (x'B x)"),
        ("-y w @ x", "-y w · x"),
        ("Σ_{i=1}^{N} ‖x_i − c‖²", "sum(i=1..N, ‖x_i − c‖²)"),
        ("norm2(x) + norm(y, 1)", "norm(x) + norm1(y)"),
        ("sum(x, axis=0)", "sum(x)"),
        ("x @ W", "W' @ x"),
        ("matrix_power(X, 3) where X: n x n", "X^3 where X: n x n"),
    ],
)
def test_spellings_of_one_thing_are_read_alike(typed: str, same: str) -> None:
    assert parse_expression(typed).expression is parse_expression(same).expression


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("X^2 where X: m x n", "which product is meant", "X .^ 2 for the power of every entry, X' X"),
        ("W^{[l+1]} x", "a list above a name", "index below"),
        ("‖x‖_q", None, None),
        ("‖x‖_max", "there is no norm “max”", "‖x‖_1"),
        ("x ∇ y", "∇", "write ∇_x in front"),
        ("2x.y", None, "w · x"),
        ("tr(X, axis=0) where X: m x n", "of a matrix", "sum"),
        ("inv(x) where x: n", "takes a square matrix", "n x n"),
    ],
)
def test_what_is_not_read_is_refused_with_a_way_on(typed: str, message: str | None, hint: str | None) -> None:
    if message is None and hint is None:
        assert parse_expression(typed)
        return
    with pytest.raises(ExplainerError) as caught:
        parse_expression(typed)
    assert message is None or message in str(caught.value)
    assert (hint or "") in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Σ_i (y_i - w x_i)^2", "sum(i=1..n, (y_i - w x_i)^2)"),
        ("1/n Σ (y_i - w x_i)^2", "1/n sum(i=1..n, (y_i - w x_i)^2)"),
        ("1/n Σ (y_i - ŷ_i)^2", "1/n sum(i=1..n, (y_i - y_hat_i)^2) where y_hat: n"),
        ("sum_j w_j x_j", "sum(j=1..n, w_j x_j)"),
        ("(X^TX + λI)^{-1} X^Ty", "inv(X' X + λ identity(m)) X' y where X: n x m"),
        ("x^T(A+λI)x", "x' (A + λ identity(n)) x"),
        ("L(w, b) = (w x + b)^2", "(w x + b)^2"),
        ("‖x‖_∞", "max(abs(x))"),
    ],
)
def test_what_notes_leave_out_is_filled_in(typed: str, same: str) -> None:
    assert parse_expression(typed).expression is parse_expression(same).expression


def test_a_row_of_zeros_beside_a_multiple_of_a_row_leaves_its_factor_a_number() -> None:
    text = "sum(i=1..N, cases(zeros(1, n) if z <= 0, e_i X_i' if z > 0)) where e_i = w · X_i"
    assert str(parse_expression(text, {"w": "n", "X": "N x n"}).shapes["e"]) == "N"
    assert str(parse_expression("[[a, b]] + c x'", {"x": "2"}).shapes["c"]) == "scalar"


def test_a_capital_sigma_between_vectors_is_a_matrix() -> None:
    assert str(parse_expression("(x - μ)' Σ (x - μ)").shapes["Sigma"]) == "n x n"
    assert str(parse_expression("V I cos(φ)").shapes["I"]) == "scalar"


@pytest.mark.parametrize("form", ["sin({0})", "2 {0} + w", "A @ {0}", "{0} ⊗ w"])
@pytest.mark.parametrize("count", [5, 26, 80])
def test_a_chain_of_definitions_has_shapes_however_long_it_is(form: str, count: int) -> None:
    """What each name is by custom adds up; it is never worth an operator that does not fit."""
    steps = ", ".join(f"u_{place} = {form.format(f'u_{place - 1}')}" for place in range(2, count + 1))
    shapes = {"w": "n", "A": "n x n"} if "A" in form else {"w": "n"}
    found = parse_expression(f"u_{count} where u_1 = w, {steps}", shapes)
    assert found.expression.shape == vector_shape("n")
