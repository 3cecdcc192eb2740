"""Boxes are to scale: as many squares as there are entries, and the shapes are those that the step multiplies."""

from __future__ import annotations

import pytest

import explainer
from explainer.expr.node import subnodes
from explainer.expr.nodes import MatrixProduct
from explainer.expr.shape import Shape
from explainer.figures import Figure, figure
from explainer.figures.boxes import Item, Scale
from explainer.figures.canvas import PALE, measured
from explainer.phrases import speak
from explainer.typeset import Fill


def boxes(shown: Figure, width: float = 30.0) -> list[tuple[float, float]]:
    """The widths and heights of all boxes, in squares."""
    sizes = []
    for paint, mark in shown.sheet(width).marks:
        if paint == PALE and isinstance(mark, Fill):
            left, low, right, high = mark.outline.bounds
            sizes.append((right - left, high - low))
    unit = min(min(size) for size in sizes)
    return [(round(width / unit, 6), round(height / unit, 6)) for width, height in sizes]


def test_the_four_shapes_are_computed_and_to_scale() -> None:
    shown = figure(None, "jacobian-shapes")
    assert [[str(shape) for shape in row] for row in shown.facts["shapes"]] == [["scalar", "1 x n"], ["m", "m x n"]]
    assert boxes(shown) == [(1, 1), (5, 1), (1, 4), (5, 4)]
    turned = figure(None, "jacobian-shapes", layout="denominator")
    assert [[str(shape) for shape in row] for row in turned.facts["shapes"]] == [
        ["scalar", "n"],
        ["1 x m", "n x m"],
    ]
    assert boxes(turned) == [(1, 1), (1, 5), (4, 1), (4, 5)]


def test_the_six_chain_rules_multiply_what_fits() -> None:
    shown = figure(None, "chain-shapes")
    assert len(shown.facts["shapes"]) == 6
    for first, second, product in shown.facts["shapes"]:
        assert first.columns == second.rows or 1 in (first.columns, second.rows)
        assert (product.rows, product.columns) == (first.rows, second.columns)
    drawn = boxes(shown, 60.0)
    assert len(drawn) == 18
    for first, second, product in zip(drawn[::3], drawn[1::3], drawn[2::3], strict=True):
        assert first[0] == second[1]
        assert product == (second[0], first[1])


@pytest.mark.parametrize(
    ("text", "wrt", "rule", "factors", "product"),
    [
        ("w · x", "w", "put-in-derivatives", ["1 x n", "n x n"], "1 x n"),
        ("f(g(x)) where f: m, g: k, x: n", "x", "chain-vector", ["m x k", "k x n"], "m x n"),
        ("sin(x^2)", "x", "chain-single", ["scalar", "scalar"], "scalar"),
    ],
)
def test_the_factors_of_a_step_are_drawn(text: str, wrt: str, rule: str, factors: list[str], product: str) -> None:
    trace = explainer.derive(text, wrt, method="chain")
    shown = figure(trace, "shapes", step=rule)
    assert [str(shape) for shape in shown.facts["factors"]] == factors
    assert str(shown.facts["product"]) == product
    step = next(step for step in trace.steps if step.rule == rule)
    products = [node for _, node in subnodes(step.after) if isinstance(node, MatrixProduct)]
    assert not products or shown.facts["product"] == products[0].shape
    scale = Scale(shown.facts["factors"])
    expected = [scale.squares(shape)[::-1] for shape in (*shown.facts["factors"], shown.facts["product"])]
    assert boxes(shown)[3:] == expected


def test_the_derivative_has_the_shape_of_its_layout() -> None:
    for layout, shape in (("numerator", "1 x n"), ("denominator", "n")):
        shown = figure(explainer.derive("w · x", "w", layout=layout), "shapes")
        assert str(shown.facts["derivative"]) == shape


def test_by_a_matrix_rows_and_columns_are_those_of_the_variable() -> None:
    trace = explainer.derive("w' A x where A: m x n, w: m, x: n", "A")
    shown = figure(trace, "shapes")
    assert str(shown.facts["derivative"]) == "n x m"
    assert any("A row for each column of the variable" in label.text for label in shown.sheet(60).labels)
    heads = {label.text for label in figure(trace, "zeros").sheet().labels}
    assert {"1", "2", "3", "4", "5"} <= heads
    assert not any("f" in head for head in heads)
    turned = explainer.derive("w' A x where A: m x n, w: m, x: n", "A", layout="denominator")
    assert any("laid out as the variable" in label.text for label in figure(turned, "shapes").sheet(60).labels)


@pytest.mark.parametrize(
    ("text", "wrt", "order", "shape", "blocks", "caption"),
    [
        (
            "A @ X @ B where A: 2 x 3, X: 3 x 4, B: 4 x 5",
            "X",
            1,
            "2 x 5 x 3 x 4",
            (5, 2),
            "entry of the function, laid",
        ),
        ("X @ a where X: 3 x 4, a: 4", "X", 1, "3 x 3 x 4", (1, 3), "A block for each entry of the function, laid"),
        ("(c · x) a @ b' where a: 2, b: 3, x: 4, c: 4", "x", 1, "2 x 3 x 4", (3, 2), "A block for each entry of the f"),
        ("tr(X' A X) where X: 3 x 2, A: 3 x 3", "X", 2, "3 x 2 x 3 x 2", (2, 3), "A block for each entry of the var"),
    ],
)
def test_what_has_more_than_two_directions_is_drawn_in_blocks(
    text: str, wrt: str, order: int, shape: str, blocks: tuple[int, int], caption: str
) -> None:
    """A block like the variable for each entry of what is differentiated; its whole shape is written below it."""
    shown = figure(explainer.derive(text, wrt, order=order, form="entries"), "shapes")
    assert str(shown.facts["derivative"]) == shape
    (across, high), (whole_across, whole_high) = boxes(shown)[1:3]
    assert (whole_across / across, whole_high / high) == pytest.approx(blocks)
    assert any(caption in label.text for label in shown.sheet(60).labels)
    assert any(shape.replace(" x ", "×") in label.text.replace(" ", "") for label in shown.sheet(60).labels)
    assert shape.replace("x", "by") in shown.description


@pytest.mark.parametrize(("text", "wrt"), [("x' A x", "x"), ("tr(X' A X)", "X")])
def test_the_caption_of_a_hessian_is_not_that_of_a_gradient(text: str, wrt: str) -> None:
    shown = figure(explainer.derive(text, wrt, order=2), "shapes")
    assert any("A row and a column for each entry of the variable" in label.text for label in shown.sheet(60).labels)


def test_different_open_sizes_are_drawn_with_different_numbers() -> None:
    scale = Scale([Shape(("a", "b")), Shape(("c", "n")), Shape(("m", 7))])
    assert len(set(scale.drawn.values())) == len(scale.drawn) == 5


def test_large_sizes_are_cut_and_that_is_said() -> None:
    shown = figure(explainer.derive("W @ x where W: 784 x 100", "x"), "shapes")
    assert any("Sizes over 12 are drawn as 12" in label.text for label in shown.sheet().labels)
    assert max(max(size) for size in boxes(shown)) == 12


def test_a_figure_speaks_the_language_of_the_moment() -> None:
    german = {"with respect to": "nach", "Drawn with {sizes}. ": "Gezeichnet mit {sizes}. "}
    trace = explainer.derive("w · x", "w")

    def told() -> str:
        return " ".join(label.text for label in figure(trace, "shapes").sheet(60).labels)

    english, wide = told(), measured("with respect to")[0]
    assert "Drawn with" in english
    speak(lambda text, number: german.get(text, text))
    try:
        assert "Gezeichnet mit" in told()
        assert "Drawn" not in told()
        assert measured("with respect to")[0] < wide / 2
    finally:
        speak(None)
    assert told() == english
    assert measured("with respect to")[0] == wide


def test_a_kronecker_product_is_drawn_block_by_block() -> None:
    """A block like A for each entry of B transposed: the box has as many squares as both have together."""
    trace = explainer.derive("A @ X @ B", "X", {"A": "p x m", "X": "m x n", "B": "n x q"})
    shown = figure(trace, "shapes", step="read-off")
    assert [str(shape) for shape in shown.facts["factors"]] == ["q x n", "p x m"]
    item = Item(shown.facts["product"], None, blocks=shown.facts["factors"])
    scale = Scale([*shown.facts["factors"]])
    assert item.squares(scale) == scale.squares(shown.facts["product"])
    assert item.squares(scale) == (scale["p"] * scale["q"], scale["m"] * scale["n"])
    assert item.size(scale, 0.5) == (0.5 * scale["m"] * scale["n"], 0.5 * scale["p"] * scale["q"])
    words = " ".join(label.text for label in shown.sheet().labels)
    assert "⊠" in words
    assert "entry of the function" in words


def test_a_product_of_given_sizes_is_no_larger_than_can_be_drawn() -> None:
    trace = explainer.derive("A @ X @ B", "X", {"A": "12 x 9", "X": "9 x 11", "B": "11 x 12"})
    sheet = figure(trace, "shapes", step="read-off").sheet(24)
    assert sheet.width < 40
