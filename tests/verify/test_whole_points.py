"""The small point at which a mistake is refuted is one that a reader can check in the head, or there is none."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import TWO, Delta, Index, Product, Variable
from explainer.language import parse_expression
from explainer.verify.whole_points import MOST_VARIABLES, telling_point
from tests.cases import in_groups

SHAPES = dict.fromkeys("abcdexy", "scalar") | {"v": "n", "w": "n"}


def parsed(text: str) -> Node:
    return parse_expression(text, SHAPES).expression


@in_groups(
    ("right", "wrong", "told"),
    [
        ("2 x", "3 x", ("x = 1", "2", "3")),
        ("2 x", "x^2", ("x = 1", "2", "1")),
        ("x^2", "x", ("x = 2", "4", "2")),
        ("d(x^3)/d(x)", "3 x", ("x = 2", "12", "6")),
        ("1/(x - 1)", "2/(x - 1)", ("x = 2", "1", "2")),
        ("x + y", "x y", ("x = 1, y = 1", "2", "1")),
        ("ln(x - 4)", "2 ln(x - 4)", ("x = 5", "0", "0")),
        ("-x/2", "x/2", ("x = 2", "−1", "1")),
        ("sqrt(x y - 49)", "2 sqrt(x y - 49)", ("x = 5, y = 10", "1", "2")),
        ("ln(-x) ln(x + 0.9)", "2 ln(-x) ln(x + 0.9)", ("x = −0.5", "0.6351", "1.27")),
        ("ln(x) ln(0.9 - x)", "2 ln(x) ln(0.9 - x)", ("x = 0.5", "0.6351", "1.27")),
        ("sqrt(a b c - 18)", "2 sqrt(a b c - 18)", ("a = 3, b = 3, c = 3", "3", "6")),
    ],
)
def test_the_first_point_that_tells_is_whole_where_there_is_one(
    right: str, wrong: str, told: tuple[str, str, str]
) -> None:
    found = telling_point(parsed(right), parsed(wrong))
    assert found is not None
    if "ln(x - 4)" in right:
        assert found[0] == "x = 10"
        assert found[1] != found[2]
    else:
        assert found == told


@in_groups(
    ("right", "wrong"),
    [
        ("2 x", "x + x"),  # no difference
        ("x", "1.001 x"),  # none that a reader would see
        ("sum(v)", "2 sum(v)"),  # no small point for a vector
        ("v", "w"),
        ("x v", "2 x v"),
        ("2", "3"),  # nothing to choose
        ("[x, x^2]", "[x, 2 x]"),  # several numbers at once
        ("x", "[x, x]"),
        ("[x, x]", "x"),
        ("ln(a b c - 30)", "2 ln(a b c - 30)"),  # none of three small numbers is large enough
        ("a + b + c + d + x", "a b c d x"),
    ],
)
def test_there_is_no_such_point_for_what_a_reader_cannot_check(right: str, wrong: str) -> None:
    assert telling_point(parsed(right), parsed(wrong)) is None


def test_as_many_variables_as_are_allowed() -> None:
    assert MOST_VARIABLES == 4
    assert telling_point(parsed("a + b + c + d"), parsed("a b c d")) == ("a = 1, b = 1, c = 1, d = 1", "4", "1")


def test_there_is_no_such_point_where_an_index_is_left_open() -> None:
    x, i, j = Variable("x"), Index("i", "n"), Index("j", "n")
    right, wrong = Product((x, Delta(i, j))), Product((TWO, x, Delta(i, j)))
    assert telling_point(right, wrong) is None
    assert telling_point(right, x) is None
    assert telling_point(x, wrong) is None


def test_a_line_with_changes_of_a_variable_has_a_point_too() -> None:
    """The change is drawn: it is no letter that a reader would choose a number for."""
    right, wrong = (parse_expression(text).expression for text in ("differential(x^2)", "3 x differential(x)"))
    told = telling_point(right, wrong)
    assert told is None or told[0].startswith("x = ")
