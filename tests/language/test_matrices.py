"""Functions of matrices as they are typed: by the signs of MATLAB, of NumPy and of the language, and what they mean."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.errors import ExplainerError
from explainer.language import parse_expression, read_question
from tests.cases import in_groups

SQUARE = {"A": "n x n", "B": "n x n", "X": "n x n"}
OTHERS = {"A": "m x n", "B": "n x p", "C": "m x n", "w": "n", "a": "m"}


def read(text: str, shapes: dict[str, str] | None = None) -> str:
    return read_question(text, shapes).parsed.expression.text()


@in_groups(
    ("text", "meaning"),
    [
        ("X^-1", "inv(X)"), ("X^{-T}", "inv(X)'"), ("X⁻¹", "inv(X)"), ("X^-2", "inv(X)^2"), ("(X^2)^3", "X^6"),
        ("X^0", "identity(n)"), ("X^1", "X"), ("matrix_power(X, 4)", "X^4"), ("np.linalg.matrix_power(X, 4)", "X^4"),
        ("det X", "det(X)"), ("tr X", "tr(X)"), ("trace(X)", "tr(X)"), ("log(det(X))", "ln(det(X))"),
        ("A ⊠ X", "kron(A, X)"), ("np.kron(A, X)", "kron(A, X)"), (r"A \boxtimes X", "kron(A, X)"),
        ("A ⊠ B ⊠ X", "kron(kron(A, B), X)"), ("diag(X)", "diag(X)"), ("diag(diag(X))", "diag(diag(X))"),
        ("X + I", "X + identity(n)"), ("X (A + 2 I)", "X @ (A + 2 identity(n))"), ("norm(X)", "frobenius_norm(X)"),
        ("norm_F(X)", "frobenius_norm(X)"), ("X + matrix(1)", "X + ones(n) @ ones(n)'"),
        ("X .^ -1", "X .^ -1"), ("X .^ 3", "X .^ 3"), ("A ⊙ X", "A ⊗ X"), ("A .* X", "A ⊗ X"),
        ("sum(X, axis=0)", "X' @ ones(n)"), ("mean(X, axis=1)", "(1 / n) (X @ ones(n))"),
        ("A' * X", "A' @ X"), ("A.T * X", "A' ⊗ X"), ("np.sum(A * X)", "sum(A ⊗ X)"), ("inv(A) * X", "inv(A) @ X"),
        ("A .* B + A * X", "A ⊗ B + A @ X"), ("np.sum(X**-1)", "sum(X .^ -1)"), ("A @ B + A ** 2", "A @ B + A .^ 2"),
    ],
)  # fmt: skip
def test_what_is_typed_of_square_matrices(text: str, meaning: str) -> None:
    assert read(text, SQUARE) == meaning
    assert read(meaning, SQUARE) == meaning


@in_groups(
    ("text", "meaning"),
    [
        ("A * B", "A @ B"), ("A * C", "A ⊗ C"), ("np.sum(A * w)", "sum(A @ diag(w))"), ("A * w", "A @ w"),
        ("vec(A)", "vec(A)"), ("w + vector(1)", "w + ones(n)"), ("w + vector(3)", "w + 3 ones(n)"),
        ("norm_2(w)", "norm(w)"), ("norm2(w)", "norm(w)"), ("norm_1(w)", "norm1(w)"), ("kron(a, w)", "kron(a, w)"),
        ("kron(a', w)", "kron(a', w)"), ("a' * A * w", "a' @ A @ w"), ("sum(C * A)", "sum(C ⊗ A)"),
    ],
)  # fmt: skip
def test_what_is_typed_of_other_shapes(text: str, meaning: str) -> None:
    assert read(text, OTHERS) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("0.5*x'*A*x", "0.5 (x' @ A @ x)"),
        ("norm2(A*x-y)^2", "norm(A @ x - y)^2"),
        ("tr(A*X'*B*X*C)", "tr(A @ X' @ B @ X @ C)"),
        ("log(det(inv(X)))", "ln(det(inv(X)))"),
        ("sum(log(exp(-y.*(X*w)) + vector(1)))", "sum(ln(exp(-y ⊗ (X @ w)) + ones(n)))"),
        ("inv(A'*A)*A'*b", "inv(A' @ A) @ A' @ b"),
    ],
)
def test_other_tools_spellings_are_read_with_no_shape_given(text: str, meaning: str) -> None:
    assert read(text) == meaning


@in_groups(
    ("text", "shapes", "said", "way_on"),
    [
        ("A * B", SQUARE, "@ or ⊗", "A @ B for the matrix product"),
        ("A' @ B * A", SQUARE, "@ or ⊗", "(A' @ B) @ A"),
        ("inv(A)", OTHERS, "square matrix, not a m×n", "as many rows as columns"),
        ("tr(A)", OTHERS, "square matrix, not a m×n", "as many rows as columns"),
        ("logdet(A)", OTHERS, "square matrix, not a m×n", "as many rows as columns"),
        ("det(w)", OTHERS, "square matrix, not a n×1", "as many rows as columns"),
        ("diag(A)", OTHERS, "square matrix, not a m×n", "as many rows as columns"),
        ("A^2", OTHERS, "which product is meant", "A .^ 2"),
        ("X^0.5", SQUARE, "whole number", "X^3 for a product"),
        ("X^k", {**SQUARE, "k": "scalar"}, "how many factors", "X .^ k"),
        ("X^100", SQUARE, "up to 60", "X .^ 100"),
        ("norm_2(X)", SQUARE, "norm of order 2 of a matrix", "norm_F(X)"),
        ("np.linalg.norm(X, 2)", SQUARE, "norm of order 2 of a matrix", "Frobenius"),
        ("norm_1(X)", SQUARE, "norm of order 1 of a matrix", "sum(abs(X))"),
        ("kron(2, X)", SQUARE, "not a scalar", "t A"),
        ("vec(w)", OTHERS, "vec takes a matrix", "vec(X) where X: m x n"),
    ],
)
def test_what_has_no_meaning_is_refused_with_a_way_on(
    text: str, shapes: dict[str, str], said: str, way_on: str
) -> None:
    with pytest.raises(ExplainerError) as caught:
        read_question(text, shapes)
    assert said in f"{caught.value} {getattr(caught.value, 'reason', '')}"
    assert way_on in (caught.value.hint or "")
    assert caught.value.position is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tr(inv([[1, 2], [2, 4]]) X)", "has no inverse"),
        ("logdet([[1, 2], [3, 4]]) tr(X)", "no logarithm of its determinant"),
        ("tr(inv(zeros(2, 2)) X)", "has no inverse"),
    ],
)
def test_matrices_of_numbers_without_a_value_are_refused_in_their_place(text: str, said: str) -> None:
    with pytest.raises(ExplainerError, match=said) as caught:
        read_question(text, {"X": "2 x 2"}, "X")
    assert caught.value.position is not None


def test_a_matrix_of_one_entry_is_read_and_evaluated() -> None:
    shapes = {"X": "1 x 1"}
    values = {"X": np.array([[4.0]])}
    for text, value in (("det(X)", 4.0), ("tr(X)", 4.0), ("inv(X)", [[0.25]]), ("logdet(X)", np.log(4.0)), ("X^3", 64)):
        found = read_question(text, shapes).parsed.expression.evaluate(values)
        assert np.allclose(found, value), text


def test_the_sign_that_alone_fits_is_said() -> None:
    notes = read_question("A * B", OTHERS).notes
    assert any("product of matrices, which alone fits" in str(note) for note in notes)


@pytest.mark.parametrize(
    ("text", "wrt", "shape"),
    [
        ("eye*X", "X", "m×n"),
        ("X*eye", "X", "m×n"),
        ("eye*x", "x", "n×1"),
        ("2*eye + X", "X", "n×n"),
        ("X - eye", "X", "n×n"),
        ("x'*eye*x", "x", "n×1"),
        ("inv(X + c*eye)", "X", "n×n"),
        ("X*(eye - X)", "X", "n×n"),
        ("eye*A*x", "x", "n×1"),
    ],
)
def test_eye_is_the_identity_matrix_whatever_stands_beside_it(text: str, wrt: str, shape: str) -> None:
    shapes = {name: found.display() for name, found in read_question(text, wrt=wrt).parsed.shapes.items()}
    assert "I" not in shapes
    assert shapes[wrt] == shape


def test_an_i_that_was_typed_stays_a_number_beside_numbers() -> None:
    shapes = read_question("I R^2", wrt="R").parsed.shapes
    assert shapes["I"].is_scalar
    assert shapes["R"].is_scalar


@in_groups("around", ["2 {}", "2*{}", "-{}", "{0} + {0}", "{}/2", "t {}", "sin({})", "u' {}", "{}'"])
@pytest.mark.parametrize("row", ["[[X, Z]]", "[[X, Z, Z]]", "[[a, b]]", "[[x', 1]]"])
def test_a_row_in_a_matrix_stays_one_beside_signs_and_factors(around: str, row: str) -> None:
    """Only brackets that hold no list are read as round ones: 2 [x + 1]."""
    if around == "u' {}" and "X" not in row:
        return
    shapes = {"X": "m x n", "Z": "m x k", "a": "scalar", "b": "scalar", "x": "n", "t": "scalar", "u": "m"}
    typed, bracketed = (parse_expression(around.format(form), shapes).expression for form in (row, f"({row})"))
    assert typed is bracketed
    assert typed.shape.rows != 1 or "X" not in row or around == "u' {}"


@in_groups(
    "text",
    ["sum({})", "mean({})", "sum({}, axis=1)", "sum(sqrt(sum({}, axis=0)))", "norm({})", "L where L = sum({})",
     "sum(2 {} + 1)", "sum(i=1..3, i sum({}))"],
)  # fmt: skip
@pytest.mark.parametrize(
    "base", ["X", "X'", "(X - Y)", "(W V - Y)", "(2 X)", "(X + b - Y)", "(-X)", "mean_row", "(X ⊗ Y)"]
)
def test_a_power_of_a_matrix_that_is_not_square_is_one_of_every_entry_where_entries_are_added(
    text: str, base: str
) -> None:
    if base == "mean_row":
        base = "(X - mean(X, axis=0))"
    shapes = {"X": "m x n", "Y": "m x n", "W": "m x k", "V": "k x n", "b": "n"}
    typed, meant = (parse_expression(text.format(f"{base}{sign}2"), shapes) for sign in ("^", " .^ "))
    assert typed.expression is meant.expression
    assert any("raises every entry" in note for note in typed.notes)


@pytest.mark.parametrize("text", ["X^2", "X'^2", "X^2 v", "2 X^2 + X .^ 2"])
def test_a_power_of_a_letter_that_is_not_square_is_asked_about_where_nothing_is_added(text: str) -> None:
    with pytest.raises(ExplainerError, match="which product is meant"):
        parse_expression(text, {"X": "m x n", "v": "n"})


@pytest.mark.parametrize("text", ["x^2", "x'^2", "sin(x)^3", "x^k"])
def test_a_power_of_a_column_is_one_of_every_entry(text: str) -> None:
    shapes = {"x": "n x 1", "k": "scalar"} if "'" not in text else {"x": "1 x n"}
    typed, meant = (parse_expression(form, shapes).expression for form in (text, text.replace("^", " .^ ")))
    assert typed is meant


@pytest.mark.parametrize("text", ["(X - Y)^2", "(X V)^2", "(X ⊗ Y)^3"])
def test_a_power_of_what_is_no_letter_and_not_square_is_one_of_every_entry(text: str) -> None:
    shapes = {"X": "m x n", "Y": "m x n", "V": "n x k"}
    typed, meant = (parse_expression(form, shapes).expression for form in (text, text.replace("^", " .^ ")))
    assert typed is meant


def test_a_square_of_a_square_matrix_is_a_product_also_in_a_sum() -> None:
    for text in ("sum(S^2)", "sum((S - T)^2)"):
        typed, meant = (parse_expression(form, {"S": "n x n", "T": "n x n"}).expression
                        for form in (text, text.replace("^", " .^ ")))  # fmt: skip
        assert typed is not meant
