"""Words of one's own: formulas in braces and in LaTeX are read, and what is not is shown as typed, and said."""

from __future__ import annotations

import pytest

from explainer.session.course.own_words import fault_of, own_sentences, own_text
from explainer.session.lines.card import said
from tests.cases import in_groups


def shown(text: str) -> list[str]:
    return [said(sentence) for sentence in own_sentences(text)]


@in_groups(
    ("typed", "read"),
    [
        ("a {x^2} b", "a x² b"),
        ("$x^2$ and \\(y\\), \\[\\frac{1}{2}\\]", "x² and y, 1/2"),
        (r"{\frac{\partial y}{\partial x}}", "∂y/∂x"),
        (r"$\frac{\partial \mathbf{y}}{\partial \mathbf{x}} = \mathbf{W}$", "∂y/∂x = W"),
        (r"{\frac{dy}{dx} = 2x}", "dy/dx = 2x"),
        (r"{\frac{\partial y}{\partial u}\frac{du}{dx}}", "(∂y/∂u) (du/dx)"),
        (r"\(\partial y/\partial x\)", "∂y/∂x"),
        (r"$\frac{d}{dx} x^2$", "d/dx(x²)"),
        (r"{\sum_{i=1}^n x_i}", "∑ᵢ₌₁ⁿ xᵢ"),
        ("{dy/dx = dy/du du/dx}", "dy/dx = (dy/du) (du/dx)"),
        ("it costs $5 and $6", "it costs $5 and $6"),
        ("the set \\{1, 2\\}", "the set {1, 2}"),
    ],
)
def test_formulas_are_read_as_the_field_of_the_function_reads_them(typed: str, read: str) -> None:
    assert shown(typed) == [read]
    assert fault_of(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["a {x +} b", "a $x +$ b", r"{x \to 0}", r"{\nabla f}", r"$\frac{a}{b$", "a } b", "a {x", "a {} b", "{a → b}"],
)
def test_what_cannot_be_read_is_shown_as_it_was_typed_and_said(typed: str) -> None:
    assert shown(typed) == [typed]
    fault = fault_of(typed)
    assert fault is not None
    assert fault.said()


def test_a_fault_spoils_neither_other_lines_nor_other_formulas_of_its_line() -> None:
    assert shown("One {x^2} and {x +}.\nTwo {x^3}.") == ["One x² and {x +}.", "Two x³."]


def test_a_line_behind_a_dash_or_a_star_is_a_point_of_a_list() -> None:
    assert shown("We want:\n- {x^2}\n* shares\n-x\n{-x}") == ["We want:", "• x²", "• shares", "-x", "−x"]


def test_each_line_is_a_paragraph_and_nothing_is_nothing() -> None:
    assert [len(line) for line in own_sentences("Wait.\n\nSay {x^2} here")] == [1, 3]
    assert own_sentences("") == own_sentences("\n") == ()
    assert own_text("a\nb").pieces == ("a", "b")
