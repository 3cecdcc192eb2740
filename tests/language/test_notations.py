"""Signs of other books that are read as calls of functions, by their values; and what stays what it was."""

from __future__ import annotations

import numpy as np
import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.language import parse_expression
from tests.cases import in_groups

NUMBERS = [-1.7, -0.4, 0.3, 0.8, 2.6]


def positive(u):
    return np.maximum(u, 0)


OF_NUMBERS = [
    ("[x]_+", positive),
    ("(x - 1)_+", lambda x: positive(x - 1)),
    ("[1 - x]_+^2", lambda x: positive(1 - x) ** 2),
    ("x_+ + 2 x", lambda x: positive(x) + 2 * x),
    ("3 [2 x - 1]_+ x", lambda x: 3 * positive(2 * x - 1) * x),
    (r"\left[ 1 - x \right]_+", lambda x: positive(1 - x)),
    ("⌊x⌋ + x^2", lambda x: np.floor(x) + x**2),
    ("x ⌈x⌉", lambda x: x * np.ceil(x)),
    (r"x \lfloor x \rfloor", lambda x: x * np.floor(x)),
    ("max{0, x}", positive),
    ("sin{x}", np.sin),
    ("min{x, x^2} + max{1, x}", lambda x: min(x, x**2) + max(1, x)),
    ("{x^2 if x > 0, -x otherwise}", lambda x: x**2 if x > 0 else -x),
    ("2 {x^2 if x > 0, -x otherwise} + x", lambda x: 2 * (x**2 if x > 0 else -x) + x),
    ("1_{x > 0} x^2", lambda x: (x > 0) * x**2),
    ("x 1_{x ≥ 1/2}", lambda x: x * (x >= 0.5)),
    ("where(x > 0, x^2, -x)", lambda x: x**2 if x > 0 else -x),
    ("2 where(x > 0, x^2, 3 x) + x", lambda x: 2 * (x**2 if x > 0 else 3 * x) + x),
    ("clip(x, -1, 2)", lambda x: np.clip(x, -1, 2)),
    ("clamp(x^2, 1/2, 4) x", lambda x: np.clip(x**2, 0.5, 4) * x),
    ("clip(clip(x, -1, 1), 0, 2)", lambda x: np.clip(np.clip(x, -1, 1), 0, 2)),
    ("Sigmoid(x) Exp(x)", lambda x: np.exp(x) / (1 + np.exp(-x))),
    ("tg x", np.tan),
    ("x tg(2x)", lambda x: x * np.tan(2 * x)),
    ("cotg x + ctg^2 x", lambda x: 1 / np.tan(x) + 1 / np.tan(x) ** 2),
    ("arctg(x) signum(x)", lambda x: np.arctan(x) * np.sign(x)),
    ("sh x ch(x)", lambda x: np.sinh(x) * np.cosh(x)),
    ("2 ch^2 x + th(x)", lambda x: 2 * np.cosh(x) ** 2 + np.tanh(x)),
    ("x arsh x", lambda x: x * np.arcsinh(x)),
    ("Ln (1 + x^2)", lambda x: np.log(1 + x**2)),
    ("SIN x", np.sin),
    ("x EXP(x) + Sin x", lambda x: x * np.exp(x) + np.sin(x)),
    ("(sin ∘ exp)(x)", lambda x: np.sin(np.exp(x))),
    ("x (tanh∘sin∘exp)(x/3) + 1", lambda x: x * np.tanh(np.sin(np.exp(x / 3))) + 1),
    ("attention: sigmoid(x) x", lambda x: x / (1 + np.exp(-x))),
]


@in_groups(("text", "function"), OF_NUMBERS, ids=[text for text, _ in OF_NUMBERS])
def test_a_notation_is_the_function_that_it_stands_for(text, function) -> None:
    trace = explainer.derive(text, "x")
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    assert {str(shape) for shape in trace.problem.shapes.values()} == {"scalar"}
    for x in NUMBERS:
        slope = (function(x + 1e-6) - function(x - 1e-6)) / 2e-6
        assert float(trace.evaluate({"x": x})) == pytest.approx(slope, abs=1e-5)


PRODUCTS_OF_LETTERS = [
    ("a th", "t", "a h"),
    ("th + x", "t", "h"),
    ("xsh", "s", "h x"),
    ("thx", "x", "h t"),
    ("c x where c: scalar", "x", "c"),
    ("ch x where c: scalar, h: scalar", "x", "c h"),
    ("TR X", "X", "R T"),
    ("T r X", "X", "T r"),
    ("Tr X where T: scalar, r: scalar", "X", "T r"),
]


@pytest.mark.parametrize(("text", "wrt", "slope"), PRODUCTS_OF_LETTERS)
def test_letters_that_are_also_a_short_function_stay_a_product_without_an_argument(text, wrt, slope) -> None:
    assert str(explainer.derive(text, wrt).result) == slope


@pytest.mark.parametrize(
    ("text", "same"),
    [("Tr X", "tr(X)"), ("Tr A X", "tr(A X)"), ("trX", "tr(X)"), ("detX", "det(X)"), ("logdetX", "logdet(X)")],
)
def test_a_function_of_a_matrix_is_known_with_a_capital_and_close_to_its_letter(text, same) -> None:
    assert explainer.derive(text, "X").result is explainer.derive(same, "X").result


def test_a_composition_of_abstract_functions_is_a_call_in_a_call() -> None:
    assert explainer.derive("(f∘g)(x)", "x").result is explainer.derive("f(g(x))", "x").result
    assert explainer.derive("(f ∘ g)(x^2) h", "x").result is explainer.derive("f(g(x^2)) h", "x").result
    assert explainer.derive("(A∘B) x", "x").result is explainer.derive("(A ⊗ B) x", "x").result
    assert explainer.derive("(f∘g) x", "x").result is explainer.derive("(f ⊗ g) x", "x").result


def test_a_logarithm_with_two_meanings_is_asked_about() -> None:
    for text in ("lg x", "lg(x)", "x lg^2 x"):
        with pytest.raises(ExplainerError, match="lg is not part of the language") as caught:
            explainer.derive(text, "x")
        assert "log10(x) or log2(x)" in str(caught.value.hint)


def test_a_conditional_probability_is_named_where_its_bar_is_not_closed() -> None:
    for text in ("log p(y|x)", "x + pi(a | s)"):
        with pytest.raises(ExplainerError, match="never closed") as caught:
            explainer.derive(text, "x")
        assert "Probabilities" in str(caught.value.hint)
    with pytest.raises(ExplainerError, match="never closed") as caught:
        explainer.derive("x + |x", "x")
    assert "Probabilities" not in str(caught.value.hint)


X = np.array([[0.4, -1.2, 0.7], [1.1, 0.3, -0.6], [-0.5, 0.9, 1.4], [0.2, -0.8, -1.5]])
W = np.array([0.6, -0.9, 1.3])
Y = np.array([1.0, -1.0, 1.0, 1.0])
OF_VECTORS = [
    ("sum(i=1..N, [1 - y_i (w' x_i)]_+)", lambda w: positive(1 - Y * (X @ w)).sum()),
    (r"\frac{1}{N} \sum_{i=1}^N (1 - y_i w^\top x_i)_+", lambda w: positive(1 - Y * (X @ w)).mean()),
    ("sum(clip(w, -1, 1))", lambda w: np.clip(w, -1, 1).sum()),
    ("average(w^2)", lambda w: (w**2).mean()),
    ("sum(Softmax(w)^2)", lambda w: ((np.exp(w) / np.exp(w).sum()) ** 2).sum()),
    ("sum([w]_+^2)", lambda w: (positive(w) ** 2).sum()),
]


@pytest.mark.parametrize(("text", "function"), OF_VECTORS, ids=[text for text, _ in OF_VECTORS])
def test_a_notation_around_vectors(text, function) -> None:
    trace = explainer.derive(text, "w", shapes={} if "x_i" in text else {"w": "n"})
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    values = {"w": W, "y": Y, "n": 3, "N": 4}
    known = {name: values.get(name, X) for name in trace.problem.shapes}
    slopes = [(function(W + step) - function(W - step)) / 2e-6 for step in np.eye(3) * 1e-6]
    found = np.asarray(trace.evaluate({**known, "n": 3, "N": 4}), dtype=float).ravel()
    assert found == pytest.approx(slopes, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("a x where a: scalar", {}),
        ("u^2 where u = x + 1", {}),
        ("x^{2}", {}),
        ("x_{1} + x_{2}", {}),
        ("⟨x, x⟩", {"x": "n"}),
    ],
)
def test_what_looks_alike_stays_what_it_was(text, shapes) -> None:
    assert explainer.derive(text, "x", shapes=shapes).status == "finished"


@pytest.mark.parametrize("text", ["⌊x", "x⌋", "_+", "+ _+", "clip(x, 1)", "where(x > 0)", "{x if}", "max{}", "1_{x >}"])
def test_what_is_not_whole_is_refused_at_its_place(text) -> None:
    with pytest.raises(ExplainerError) as caught:
        explainer.derive(text, "x")
    assert str(caught.value)


@pytest.mark.parametrize("text", ["<a, b, c>", "<a>", "<a, b", "< a"])
def test_angles_that_hold_no_two_values_are_no_brackets(text: str) -> None:
    with pytest.raises(ExplainerError, match="<"):
        parse_expression(text)


@pytest.mark.parametrize(
    "text",
    [
        "cases(1 if a < b, 2 if c > 3, 0 otherwise)",
        "cases(1 if a^2 < 0, 2 if a > 3, 0 otherwise)",
        "a < b",
        "2 < a",
        "(a < b) c",
    ],
)
def test_comparisons_are_no_angles(text: str) -> None:
    assert "·" not in parse_expression(text).expression.text()


@pytest.mark.parametrize(
    ("text", "wrt", "sizes"),
    [
        ("sum(x_i)/n", "x", {"x": "n"}), ("(Σ x_i^2)/(2 n)", "x", {"x": "m", "n": "scalar"}),
        ("sum(x_i)/n", "n", {"x": "m", "n": "scalar"}), ("sum(x_i)/n + n", "x", {"x": "m", "n": "scalar"}),
        ("1/n sum(x_i)/n", "x", {"x": "n"}),
        ("sum(x_i) - y/n", "x", {"x": "m", "y": "scalar", "n": "scalar"}),
    ],
)  # fmt: skip
def test_what_a_sum_is_divided_by_is_how_many_terms_it_has_where_it_does_nothing_else(
    text: str, wrt: str, sizes: dict[str, str]
) -> None:
    found = explainer.derive(text, wrt).problem.shapes
    assert {name: str(shape) for name, shape in found.items()} == sizes
