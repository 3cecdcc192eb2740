"""What is known of the rank of a matrix, so that a singular one is refused with the reason, and no other."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from explainer import derive
from explainer.errors import ExplainerError, ShapeError
from explainer.expr.nodes import ONE, Matrix
from explainer.language import parse_expression
from explainer.operations.ranks import MOST_NUMBERS, rank_of
from tests.cases import in_groups

SHAPES = {"A": "3 x 3", "B": "3 x 2", "C": "n x n", "u": "3", "v": "3", "x": "n", "s": "scalar"}


@in_groups(
    ("text", "rank"),
    [
        ("A", 3),
        ("B", 2),
        ("B B'", 2),
        ("B'", 2),
        ("u v'", 1),
        ("s u v' / 2", 1),
        ("-(u v')", 1),
        ("u v' + v u'", 2),
        ("u v' + A - A", 1),
        ("A + u v' - A", 1),
        ("A - A", 0),
        ("A - A + A", 3),
        ("A + A - A - u v'", 3),
        ("zeros(3, 3)", 0),
        ("0 A", 0),
        ("A B B'", 2),
        ("x x'", 1),
        ("C", None),
        ("u", 1),
        ("u'", 1),
        ("zeros(3)", 0),
        ("[0, 0]", 1),
        ("[[0, 0]]", 0),
        ("C x x'", 1),
        ("x x' + C", None),
    ],
)
def test_the_rank_is_bounded_by_that_of_the_parts(text: str, rank: int | None) -> None:
    shapes = {name: shape for name, shape in SHAPES.items() if name in text}
    assert rank_of(parse_expression(text, shapes).expression) == rank


ENTRIES = ("0", "1", "2", "-1", "-2", "1/2", "-1/2", "3")
ABOUT_LETTERS = ("s", "s/2", "-s", "1/s", "sin(s)")


@in_groups("seed", range(60))
def test_the_rank_of_numbers_is_their_rank_and_letters_are_no_numbers(seed: int) -> None:
    random = Random(seed)
    rows, columns = random.randint(2, 4), random.randint(2, 4)
    texts = [[random.choice(ENTRIES) for _ in range(columns)] for _ in range(rows)]
    if seed % 2:  # a row that is a multiple of the first one
        texts[-1] = [f"-({entry})" for entry in texts[0]]
    plain = parse_expression(str(texts).replace("'", "")).expression
    wanted = np.linalg.matrix_rank(plain.evaluate({}))
    assert rank_of(plain) == wanted
    texts[random.randrange(rows)][random.randrange(columns)] = random.choice(ABOUT_LETTERS)
    assert rank_of(parse_expression(str(texts).replace("'", "")).expression) == min(rows, columns)


@pytest.mark.parametrize(("rows", "said"), [(MOST_NUMBERS // 20, 1), (MOST_NUMBERS // 20 + 1, 20)])
def test_of_very_many_numbers_no_rank_is_worked_out(rows: int, said: int) -> None:
    assert rank_of(Matrix(((ONE,) * 20,) * rows)) == said


@in_groups("seed", range(40))
def test_no_rank_is_larger_than_what_is_said_of_it(seed: int) -> None:
    random = Random(seed)

    def matrix(depth: int) -> str:
        if not depth:
            return random.choice(["A", "u v'", "v v'", "B B'", "zeros(3, 3)", "s u u'", "A / s"])
        one, other = matrix(depth - 1), matrix(depth - 1)
        return random.choice([
            f"({one}) + ({other})", f"({one}) @ ({other})", f"-({one})", f"({one})'", f"s ({one})",
            f"({one}) - ({one})", f"({one}) + ({other}) - ({one})", f"({one})^2",
        ])  # fmt: skip

    text = matrix(2)
    node = parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression
    numbers = np.random.default_rng(seed)
    values = {"A": numbers.normal(size=(3, 3)), "B": numbers.normal(size=(3, 2)), "u": numbers.normal(size=3),
              "v": numbers.normal(size=3), "s": 1.7}  # fmt: skip
    said = rank_of(node)
    assert said is not None
    assert np.linalg.matrix_rank(node.evaluate(values), tol=1e-9) <= said <= 3


@pytest.mark.parametrize("text", ["inv(u v')", "det(B B')", "inv(A + u v' - A)", "inv(x x')"])
def test_what_is_always_singular_is_refused(text: str) -> None:
    shapes = {name: shape for name, shape in SHAPES.items() if name in text}
    with pytest.raises(ExplainerError, match=r"rows no more than . are independent|determinant"):
        derive(text, "u" if "u" in text else "B" if "B" in text else "x", shapes)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("det([[1, 2], [2, 4]]) s", "0"),
        ("det([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) + s^2", "2 s"),
        ("det([[1, -1], [-1, 1]] @ [[1, 2], [0, 3]]) sin(s)", "0"),
        ("sqrt(s + det([[1 / 2, 1], [1, 2]]))", "1 / (2 sqrt(s))"),
    ],
)
def test_a_determinant_of_singular_numbers_is_zero(text: str, result: str) -> None:
    trace = derive(text, "s")
    assert trace.result is not None
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(
    "text",
    ["s / det([[1, 2, 3], [4, 5, 6], [7, 8, 9]])", "s ln(det([[1, 2], [2, 4]]))", "s inv([[1, 2], [2, 4]])",
     "s logdet([[1, 2], [2, 4]])", "s det([[1, 2], [2, 4]])^(-1)"],
)  # fmt: skip
def test_nothing_is_divided_by_a_determinant_that_is_zero_and_it_has_no_logarithm(text: str) -> None:
    with pytest.raises(ExplainerError, match=r"divided by|has no") as caught:
        derive(text, "s")
    assert caught.value.position is not None


@pytest.mark.parametrize(
    "text", ["inv(A + u v')", "inv(A + A - A - u v')", "det(B' B)", "inv(C + x x')", "inv(x x' + C x x' C)"]
)
def test_what_may_have_an_inverse_is_not(text: str) -> None:
    shapes = {name: shape for name, shape in SHAPES.items() if name in text}
    assert derive(text, "u" if "u" in text else "B" if "B" in text else "x", shapes).status == "finished"


@pytest.mark.parametrize(
    "shapes",
    [
        {"Q": "4 x 2", "K": "5 x 3", "V": "5 x 6"},
        {"Q": "4 x 2", "K": "5 x 2", "V": "3 x 6"},
        {"Q": "4 x 2", "K": "5 x 3", "V": "3 x 6"},
    ],
)
def test_queries_keys_and_values_that_do_not_fit_are_refused(shapes: dict[str, str]) -> None:
    with pytest.raises(ShapeError, match="do not fit"):
        parse_expression("attention(Q, K, V)", shapes)
    fitting = parse_expression("attention(Q, K, V)", {"Q": "4 x 2", "K": "5 x 2", "V": "5 x 6"}).expression
    assert fitting.shape.sizes == (4, 6)


@pytest.mark.parametrize(
    ("text", "shapes", "said"),
    [
        ("tr(inv(u v') A)", {"u": "3", "v": "3", "A": "3 x 3"}, "u @ v' has no inverse: of its 3 rows no more than 1"),
        ("logdet(B B')", {"B": "3 x 2"}, "the determinant of B @ B' is always 0: of its 3 rows no more than 2"),
    ],
)
def test_what_is_missing_is_said_of_the_inverse_and_of_the_determinant(
    text: str, shapes: dict[str, str], said: str
) -> None:
    with pytest.raises(ExplainerError) as refused:
        derive(text, wrt=next(iter(shapes)), shapes=shapes)
    assert said in str(refused.value)
