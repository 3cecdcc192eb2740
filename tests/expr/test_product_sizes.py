"""Sizes that are sums and products of letters: one way to write each, and numbers for them."""

from __future__ import annotations

import numpy
import pytest

from explainer.errors import ShapeError
from explainer.expr.shape import Shape, add_sizes, multiply_sizes, parse_shape, size_names, size_number
from explainer.language import parse_expression
from explainer.notation import write
from tests.cases import in_groups


@in_groups(
    ("text", "shape"),
    [
        ("m n", "m*n"), ("n*m", "m*n"), ("m n x p", "m*n x p"), ("m*n x p*q", "m*n x p*q"), ("2 n m", "2m*n"),
        ("n*m+n", "n+m*n"), ("n2 x 2n", "n2 x 2n"), ("m·n", "m*n"), ("n n", "n*n"), ("3x4", "3 x 4"), ("2*3", "6"),
    ],
)  # fmt: skip
def test_a_size_is_written_in_one_way(text: str, shape: str) -> None:
    assert str(parse_shape(text)) == shape
    assert parse_shape(shape) == parse_shape(text)


def test_sizes_add_and_multiply_as_numbers_do() -> None:
    values = {"m": 3, "n": 4, "p": 5}
    sizes = [2, "n", "n+1", "m*n", "2m+p", "m*n*p+n+7"]
    for one in sizes:
        for other in sizes:
            left, right = (size_number(size, values.__getitem__) for size in (one, other))
            assert size_number(multiply_sizes(one, other), values.__getitem__) == left * right
            assert size_number(add_sizes(one, other), values.__getitem__) == left + right
            assert multiply_sizes(one, other) == multiply_sizes(other, one)
    assert size_names("m*n+n") == ("n", "m")


@pytest.mark.parametrize("text", ["m**n", "n x", "m*", "*n", "m -n", "m x n x p", "m/n"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ShapeError, match="is not a shape"):
        parse_shape(text)


def test_shapes_with_products_are_shown_with_letters_side_by_side() -> None:
    assert Shape(("m*n", "p*q")).display() == "mn×pq"
    assert Shape(("n+1", "m*n_1")).display() == "(n+1)×(m·n_1)"


@in_groups(
    "text",
    [
        "kron(A, B) where A: m x n, B: p x q", "vec(A) where A: m x n", "identity(m*n)", "ones(m*n)", "zeros(m*n, p)",
        "kron(B', A) @ vec(X) where A: m x n, X: n x p, B: p x q", "kron(x, y) where x: m, y: n",
        "kron(x', y) where x: m, y: n", "A^5 B where A: n x n, B: n x p", "(A')^2 where A: n x n",
        "diag(A) where A: n x n",
        "vec(A)' vec(A) where A: m x n", "A ⊠ B ⊠ x where A: m x n, B: p x q, x: r",
    ],
)  # fmt: skip
def test_the_text_of_a_product_of_sizes_is_read_back(text: str) -> None:
    parsed = parse_expression(text)
    shapes = {name: str(shape) for name, shape in parsed.shapes.items()}
    assert parse_expression(parsed.expression.text(), shapes).expression is parsed.expression
    assert all(write(parsed.expression, face) for face in ("latex", "mathml", "speech", "unicode"))


def test_open_sizes_of_products_follow_from_the_values() -> None:
    shapes = {"A": "m x n", "B": "p x q", "z": "m*p"}
    node = parse_expression("z' kron(A, B)", shapes).expression
    random = numpy.random.default_rng(1)
    a, b, z = random.random((2, 3)), random.random((4, 2)), random.random(8)
    assert numpy.allclose(node.evaluate({"A": a, "B": b, "z": z}), (z @ numpy.kron(a, b))[None])
    with pytest.raises(ShapeError, match=r"m\*p would be 7, but it is 8"):
        node.evaluate({"A": a, "B": b, "z": random.random(7)})


def test_inferred_shapes_know_products() -> None:
    parsed = parse_expression("kron(A, B) vec(X)", {"A": "2 x 3", "B": "4 x 5", "X": "5 x 3"})
    assert str(parsed.expression.shape) == "8"
    open_ones = parse_expression("vec(X)' vec(X)")
    assert open_ones.shapes["X"].is_matrix
