"""The variable that is meant where nobody named one."""

from __future__ import annotations

from explainer.language import read_question
from explainer.language.likely_variable import likely_variable
from tests.cases import in_groups


@in_groups(
    ("text", "variable"),
    [
        ("a x^2 + b x + c", "x"),
        ("A sin(ω t + φ)", "t"),
        ("tr(A X' B X C)", "X"),
        ("x' A x + b' x", "x"),
        ("norm(X w - y)^2", "w"),
        ("-(y ln(σ(w' x + b)) + (1 - y) ln(1 - σ(w' x + b)))", "w"),
        ("norm(y - X β)^2", "beta"),
        ("norm(y - W_2 relu(W_1 x + b_1))^2", "W_1"),
        ("max(0, w' x + b)", "x"),
        ("a b", "a"),
        ("logdet(Σ)", "Sigma"),
        ("e^3", "x"),
    ],
)
def test_the_likeliest_variable_is_taken(text: str, variable: str) -> None:
    assert likely_variable(read_question(text).parsed.shapes) == variable


def test_the_one_that_was_used_before_is_kept_where_it_occurs() -> None:
    assert likely_variable(("a", "b", "x"), "b") == "b"
    assert likely_variable(("a", "x"), "b") == "x"
