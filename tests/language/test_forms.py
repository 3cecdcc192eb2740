"""Every way of typing that the language promises, and that ways which mean the same give the same tree."""

from __future__ import annotations

from explainer.language import parse_expression, parse_statement
from tests.cases import in_groups


def read(text: str, **shapes: str) -> str:
    return parse_expression(text, shapes).expression.text()


@in_groups(
    ("typed", "meaning"),
    [
        ("sin(x^2)", "sin(x^2)"),
        ("ln(sin(x^3)^2)", "ln(sin(x^3)^2)"),
        ("9(x + x^2)", "9 (x + x^2)"),
        ("3x^2 y", "3 x^2 y"),
        ("max(0, w · x + b)", "max(0, w · x + b)"),
        ("w ⊗ x", "w ⊗ x"),
        ("w .* x", "w ⊗ x"),
        ("w ⊘ x", "w ⊘ x"),
        ("w ./ x", "w ⊘ x"),
        ("X @ w", "X @ w"),
        ("W x + b", "W @ x + b"),
        ("x'", "x'"),
        ("x^T", "x'"),
        ("x^{T}", "x'"),
        ("x.T", "x'"),
        ("xᵀ", "x'"),
        ("transpose(x)", "x'"),
        ("sum(x z)", "sum(x z)"),
        ("[3x^2 y, 2x + y^8]", "[3 x^2 y, 2 x + y^8]"),
        ("[[a, b], [c, d]]", "[[a, b], [c, d]]"),
        ("x_1", "x_1"),
        ("‖x‖", "norm(x)"),
        ("||x||", "norm(x)"),
        ("|x|", "abs(x)"),
        ("|x - y| z |a|", "abs(x - y) z abs(a)"),
        ("||x| - 1|", "abs(abs(x) - 1)"),
        ("1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", "(1 / N) sum(i=1..N, (y_i - max(0, w · X_i + b))^2)"),
        ("Σ_{i=1}^{N} y_i^2 + 1", "sum(i=1..N, y_i^2) + 1"),
        ("∑_{i=1}^N -y_i z", "sum(i=1..N, -y_i z)"),
        ("sum_{i=1}^n y_i", "sum(i=1..n, y_i)"),
        ("Σᵢ₌₁ᴺ yᵢ", "sum(i=1..N, y_i)"),
        ("sum(i=1..m, j=1..n, W_i,j x_j)", "sum(i=1..m, sum(j=1..n, W_{i,j} x_j))"),
        ("sum(i=1..m, sum(j=1..n, W_ij))", "sum(i=1..m, sum(j=1..n, W_{i,j}))"),
        ("sum(i=2..4, i^2)", "sum(i=2..4, i^2)"),
        ("sum(i=1:N, y_i)", "sum(i=1..N, y_i)"),
        ("2 alpha + Γ", "2 alpha + Gamma"),
        ("x**2", "x^2"),
        ("-x^2", "-x^2"),
        ("2^-x^2", "2^-x^2"),
        ("x^y^z", "x^y^z"),
        ("a - b - c", "a - b - c"),
        ("a - (b - c)", "a - (b - c)"),
        ("a / b / c", "(a / b) / c"),
        ("a/b c", "(a / b) c"),
        ("1/2x", "(1 / 2) x"),
        ("1/(2x)", "1 / (2 x)"),
        ("sqrt x", "sqrt(x)"),
        ("√x y", "sqrt(x) y"),
        ("√(x + 1)", "sqrt(x + 1)"),
        ("sin x cos y", "sin(x) cos(y)"),
        ("sin x^2", "sin(x^2)"),
        ("sin 2x", "sin(2 x)"),
        ("sin -x", "sin(-x)"),
        ("ln sin x", "ln(sin(x))"),
        ("sin^2 x", "sin(x)^2"),
        ("sin²(x)", "sin(x)^2"),
        ("sin^{2}(x) y", "sin(x)^2 y"),
        ("log(x) + log_2(x) + log10 x", "ln(x) + log2(x) + log10(x)"),
        ("xsin(x)", "x sin(x)"),
        ("sinx", "sin(x)"),
        ("xy", "x y"),
        ("2pix", "2 pi x"),
        ("3.14 + .5 + 1e-3 + 2.5E2", "3.14 + 0.5 + 0.001 + 250"),
        ("0.250", "0.250"),
        ("f(x) g(x, y)", "f(x) g(x, y)"),
        ("f(x) + f", "f x + f"),
        ("f (x + 1)", "f(x + 1)"),
        ("u (x + 1)", "u (x + 1)"),
        ("f.(w) ⊗ w", "f.(w) ⊗ w"),
        ("e^x + pi", "e^x + pi"),
        ("cases(0 if z <= 0, z if z > 0)", "cases(0 if z <= 0, z if z > 0)"),
        ("cases(0 if z ≤ 0, z otherwise)", "cases(0 if z <= 0, z if otherwise)"),
        ("0 < x < 1", "0 < x and x < 1"),
        ("a ≠ b ∧ c == 1", "a != b and c == 1"),
        ("d(x^2)/d(x)", "d(x^2)/d(x)"),
        ("d(x^2)/dx", "d(x^2)/d(x)"),
        ("d/dx (x^2)", "d(x^2)/d(x)"),
        ("dy/dx", "d(y)/d(x)"),
        ("∂u/∂x", "∂(u)/∂(x)"),
        ("partial(u)/partial(x)", "∂(u)/∂(x)"),
        ("d(x y)/d(x, y)", "d(x y)/d(x, y)"),
        ("y where y = x^2", "y where y = x^2"),
        ("np.maximum(0, x)", "max(0, x)"),
        ("np.linalg.norm(x)", "norm(x)"),
        ("torch.exp(-x**2)", "exp(-x^2)"),
        ("np.where(x > 0, x, 0)", "cases(x if x > 0, 0 if otherwise)"),
        ("dot(w, x) + w.dot(x)", "w · x + w · x"),
        ("x.sum() + np.sum(x)", "sum(x) + sum(x)"),
        ("a.T @ X @ b", "a' @ X @ b"),
        ("x @ x.T", "x @ x'"),
        ("x.T @ x", "x' @ x"),
        ("w @ x", "w · x"),
        ("outer(w, x)", "w @ x'"),
        ("mean(x)", "mean(x)"),
        ("max(a, b, c)", "max(max(a, b), c)"),
        ("1⃗ · x", "ones(n) · x"),
        ("x̂ + ŵ + ȳ", "x_hat + w_hat + y_bar"),
        ("𝑥 + 𝐲", "x + y"),
        ("x1 + x_{1}", "x_1 + x_1"),
        ("y = x^2", "x^2"),
        ("f(x) = x^2", "x^2"),
    ],
)
def test_what_people_type_is_read_as_they_mean_it(typed: str, meaning: str) -> None:
    assert read(typed) == meaning


@in_groups(
    ("unicode", "ascii_text"),
    [
        ("α β", "alpha beta"),
        ("x²y⁻¹", "x^2 y^-1"),
        ("xⁿ⁺¹", "x^(n+1)"),
        ("x₁ + u₁₂", "x_1 + u_12"),
        ("Σ_{i=1}^{N} xᵢ", "sum(i=1..N, x_i)"),
        ("w · x", "dot(w, x)"),
        ("w ⊗ x", "w .* x"),
        ("w ⊙ x", "w .* x"),
        ("w ⊘ x", "w ./ x"),
        ("a − b", "a - b"),
        ("xᵀ y", "x' y"),
        ("‖x‖", "norm(x)"),
        ("√x", "sqrt x"),
        ("x ≤ y", "x <= y"),
        ("x ≥ y", "x >= y"),
        ("x ≠ y", "x != y"),
        ("∂(x y)/∂(x)", "partial(x y)/partial(x)"),
        ("π", "pi"),
        ("a × b", "a * b"),
        ("a ÷ b", "a / b"),
        ("x\u00a0y", "x y"),
    ],
)
def test_unicode_and_ascii_give_the_same_tree(unicode: str, ascii_text: str) -> None:
    assert parse_expression(unicode).expression is parse_expression(ascii_text).expression


@in_groups(
    ("typed", "meaning"),
    [
        ("w * x", "w ⊗ x"),
        ("w * x * w", "w ⊗ x ⊗ w"),
        ("2 * w * x", "2 (w ⊗ x)"),
        ("w / x", "w ⊘ x"),
        ("1 / w", "1 ⊘ w"),
        ("w / b", "w / b"),
        ("2 w · x", "2 (w · x)"),
        ("w · W x", "w · (W @ x)"),
        ("w x'", "w @ x'"),
        ("w' x", "w' @ x"),
        ("x' W x", "x' @ W @ x"),
        ("2 W x b", "2 (W @ x) b"),
        ("W b x", "W @ (b x)"),
        ("x_1 + x_i", "x_1 + x_i"),
        ("(w + x)_i", "(w + x)_i"),
        ("W_1 · x", "W_1 · x"),
        ("W_1,2", "W_{1,2}"),
        ("|w| + ‖x‖", "norm(w) + norm(x)"),
        ("w > x", "w > x"),
        ("W .^ 2", "W .^ 2"),
        ("W**2", "W .^ 2"),
        ("n sum(x)", "n sum(x)"),
        ("max(w, x)", "max(w, x)"),
    ],
)
def test_products_follow_the_shapes(typed: str, meaning: str) -> None:
    shapes = {"w": "n", "x": "n", "W": "n x n", "b": "scalar"}
    assert read(typed, **shapes) == meaning


def test_declared_names_are_whole_and_applied_ones_are_functions() -> None:
    assert read("loss rate", loss="scalar", rate="scalar") == "loss rate"
    assert read("xy", xy="scalar") == "xy"
    assert read("net(x)", net="m", x="n") == "net(x)"
    assert parse_expression("net(x)", {"net": "m"}).expression.shape.sizes == ("m",)


def test_a_note_says_how_joined_letters_were_read() -> None:
    assert any("“xy” is read as x y" in note for note in parse_expression("xy").notes)


def test_a_note_says_what_a_fraction_before_a_letter_means() -> None:
    assert "“1/2x” is read as (1/2) x; write 1/(2x) if meant." in parse_expression("1/2x").notes
    assert "“e^-2x” is read as (e^-2) x; write e^(-2x) if meant." in parse_expression("e^-2x").notes


def test_a_statement_is_an_equation() -> None:
    assert parse_statement("d(f g)/dx = d(f)/dx g + f d(g)/dx").text() == "d(f g)/d(x) = d(f)/d(x) g + f d(g)/d(x)"
    assert parse_statement("x + y").text() == "x + y"


def test_the_public_function_gives_the_expression() -> None:
    import explainer

    assert explainer.parse("x + y").text() == "x + y"
