"""Questions in words, as they are asked in forums and chats: the words go, the function and its variable stay."""

from __future__ import annotations

from itertools import product

import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.language import read_question
from explainer.language.prose import in_words
from tests.cases import in_groups
from tests.language.as_typed import CODE, LATEX, LECTURE_NOTES, PAPERS, SCALARS

ASKED: tuple[tuple[str, str, str], ...] = (
    ("hi, how do I differentiate ||Ax - b||^2 with respect to x?", "x", "norm(A @ x - b)^2"),
    ("what is the gradient of log(1+exp(w^T x)) wrt w", "w", "ln(1 + exp(w' @ x))"),
    ("I need the derivative of x^2*e^(3x)", "x", "x^2 e^(3 x)"),
    ("Compute the Jacobian of softmax(Wx) with respect to x", "x", "softmax(W @ x)"),
    ("d/dx of sin(x)/x", "x", "sin(x) / x"),
    ("what's ∂/∂β of (Y − Xβ)ᵀ(Y − Xβ)?", "beta", "(Y - X @ beta)' @ (Y - X @ beta)"),
    ("let f(x) = x^T A x. Find ∇f", "x", "x' @ A @ x"),
    ("derive (y - wx)^2 for w", "w", "(y - w x)^2"),
    ("dy/dx, y = x^3 ln x", "x", "x^3 ln(x)"),
    ("Compute dy/dx if y = ln(sin(x))", "x", "ln(sin(x))"),
    ("y = x^2 sin x. Find dy/dx.", "x", "x^2 sin(x)"),
    ("find f'(x) for f(x) = x e^{-x}", "x", "x e^-x"),
    (r"Find \frac{dy}{dx} where y = \frac{x}{x^2+1}", "x", "x / (x^2 + 1)"),
    ("f(x,y) = x²y + sin(xy), find ∂f/∂x", "x", "x^2 y + sin(x y)"),
    ("Show that the derivative of tr(AXB) is B A where A: m x n, X: n x p, B: p x m", "", "tr(A @ X @ B)"),
    ("prove that d/dx ln(x + √(x²+1)) = 1/√(x²+1)", "x", "ln(x + sqrt(x^2 + 1))"),
    ("hinge: max(0, 1 − y(wᵀx − b))", "", "max(0, 1 - y (w' @ x - b))"),
    ("min over x of 1/2 x'Px + q'x", "x", "1/2 x' @ P @ x + q' @ x"),
    (r"$$\hat{\beta} = \arg\min_\beta \; \|y-X\beta\|^2$$", "beta", "norm(y - X @ beta)^2"),
    ("How do I differentiate $\\frac{1}{1+e^{-x}}$ with respect to $x$?", "x", "1 / (1 + e^-x)"),
    ("partial derivatives of z = x^3 y - y^2 w.r.t. x and y", "(x, y)", "x^3 y - y^2"),
    ("the Jacobian of [x^2 y, 5x + sin y] w.r.t. (x, y)", "(x, y)", "[x^2 y, 5 x + sin(y)]"),
    ("what is the gradient of np.sum((X @ w - y)**2) with respect to w?", "w", "sum((X @ w - y)^2)"),
    ("Derivative of the sigmoid function 1/(1+exp(-z))", "z", "1 / (1 + exp(-z))"),
    ("KL(N(μ,σ²)‖N(0,1)) = ½(σ² + μ² − 1 − ln σ²)", "", "1/2 (sigma^2 + mu^2 - 1 - ln(sigma^2))"),
    ("ELBO = −½‖x − Wz‖² − ½‖z‖²", "", "-1/2 norm(x - W @ z)^2 - 1/2 norm(z)^2"),
    ("why is the gradient of x^T A x equal to (A + A^T) x?", "", "x' @ A @ x"),
    ("I'm stuck on this: differentiate y = (2x+1)^3 e^(-x)", "x", "(2 x + 1)^3 e^(-x)"),
    ("derivative w.r.t. b of ‖y − Xb‖₂²", "b", "norm(y - X @ b)^2"),
    ("Given the cost J(w) = ½ Σ (y_i − wᵀx_i)², find ∂J/∂w", "w", "1/2 sum(i=1..n, (y_i - w' @ X_i)^2)"),
    ("cos θ = uᵀv / (‖u‖‖v‖)", "", "(u' @ v) / (norm(u) norm(v))"),
)  # fmt: skip

TEMPLATES = (
    "{f}, find the derivative with respect to {v}",
    "hi, how do I differentiate {f} with respect to {v}?",
    "What is the gradient of {f} w.r.t. {v}?",
    "Hello everyone, I'm trying to compute the derivative of {f} wrt {v}, thanks!",
    "please differentiate {f} by {v}.",
    "Can someone help me to find the gradient of the loss {f} with respect to the vector {v}?",
    "Show me how to derive {f} for {v}",
    "Consider the loss {f}. Compute ∂L/∂{v}.",
    "Derivative of {f} with respect to {v}",
    "Mean loss: {f}",
)


@in_groups(("text", "variable", "function"), ASKED, ids=[row[0][:40] for row in ASKED])
def test_a_question_in_words_is_its_function(text: str, variable: str, function: str) -> None:
    parsed = read_question(text).parsed
    assert parsed.expression is explainer.parse(function, shapes=parsed.shapes)
    assert ("" if parsed.wrt is None else parsed.wrt.text()) == variable


@pytest.mark.parametrize(("k", "template"), list(enumerate(TEMPLATES)), ids=TEMPLATES)
def test_words_around_a_function_change_nothing_of_it(k: int, template: str) -> None:
    compared = 0
    for case in (*LECTURE_NOTES, *PAPERS)[k::4]:
        if "where" in case.text or "=" in case.text or "d/d" in case.text:
            continue
        variable = next((name for name in case.shapes if len(name) == 1), None)
        if variable is None:
            continue
        plain = read_question(case.text, wrt=variable).parsed
        worded = read_question(template.format(f=case.text, v=variable))
        assert worded.parsed.expression is plain.expression, worded.text
        if "{v}" in template:
            assert worded.parsed.wrt is plain.wrt
        assert any("left out" in note for note in worded.notes)
        compared += 1
    assert compared >= 8


def test_what_is_typed_without_words_has_none() -> None:
    for case in (*LECTURE_NOTES, *LATEX, *CODE, *PAPERS):
        assert in_words(case.text) is None or "=" in case.text, case.text
    for text in SCALARS:
        assert in_words(text) is None, text


UNKNOWN = ("the loss of my network", "what is love?", "Let A be a matrix. Find the gradient of f", "how does this work",
           r"Find the slope of \sin x at the point \pi")  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN)
def test_words_that_are_not_known_are_refused_and_never_multiplied(text: str) -> None:
    with pytest.raises(ExplainerError):
        read_question(text)


def test_the_place_of_what_is_refused_is_that_in_the_question() -> None:
    text = "what is the gradient of x^2 + sine(x) with respect to x?"
    with pytest.raises(explainer.ParseError) as caught:
        read_question(text)
    assert caught.value.position == text.index("sine")


def test_long_texts_of_blanks_and_words_are_read_quickly() -> None:
    """Every pattern looks at a text once: their number of steps does not grow with its square."""
    for front, back in product(("hi, " * 400, " " * 1900), ("x^2", "x" + " " * 90 + "?")):
        found = in_words(front + back)
        assert found is None or found.text.strip(" ?") in {"x^2", "x"}
