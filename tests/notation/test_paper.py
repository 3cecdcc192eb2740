"""The lines of the derivations in the paper, as a reader sees them, hears them and copies them.

Each expected line is written out here by what the paper's notation asks for, face by face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explainer.language import parse_expression
from explainer.notation import write
from tests.cases import in_groups


@dataclass(frozen=True)
class Line:
    """A row of the paper's list: where it belongs, what is typed, what is shown, and the shapes that are given."""

    section: str
    typed: str
    shown: str
    shapes: Mapping[str, str] = field(default_factory=dict)

    def written(self, face: str) -> str:
        return write(parse_expression(self.typed, self.shapes).expression, face)


LINES = (
    Line("A1", "d(99)/d(x)", "d/dx(99)"),
    Line("A2", "3 d(x)/d(x)", "3 (dx/dx)"),
    Line("A3", "d(x^3)/d(x)", "d/dx(x³)"),
    Line("A4", "d(x^2)/d(x) + d(3x)/d(x)", "d/dx(x²) + d/dx(3x)"),
    Line("A5", "2x - 3", "2x − 3"),
    Line("A6", "x^2 d(x)/d(x) + x d(x^2)/d(x)", "x² (dx/dx) + x d/dx(x²)"),
    Line("A6", "x^2 + x*2*x", "x² + x · 2x"),
    Line("A7", "1/u*2*x", "(1/u) · 2x"),
    Line("A8", "9(d(x)/d(x) + d(x^2)/d(x))", "9(dx/dx + d/dx(x²))"),
    Line("A8", "9 + 18x", "9 + 18x"),
    Line("B2", "3y ∂(x^2)/∂(x)", "3y ∂/∂x(x²)"),
    Line("B3", "3x^2 ∂(y)/∂(y)", "3x² (∂y/∂y)"),
    Line("B3", "3x^2*1", "3x² · 1"),
    Line("B4", "[[∂(3x^2 y)/∂(x), ∂(3x^2 y)/∂(y)]]", "[[∂/∂x(3x² y), ∂/∂y(3x² y)]]"),
    Line("B4", "[[6y x, 3x^2]]", "[[6y x, 3x²]]"),
    Line("C1", "∂(2x)/∂(x) + ∂(y^8)/∂(x)", "∂/∂x(2x) + ∂/∂x(y⁸)"),
    Line("C1", "0 + 8y^7", "0 + 8y⁷"),
    Line("C2", "[[6y x, 3x^2], [2, 8y^7]]", "[[6y x, 3x²], [2, 8y⁷]]"),
    Line("C4", "[3x_1^2 x_2, 2x_1 + x_2^8]", "[3x₁² x₂, 2x₁ + x₂⁸]", {"x": "2"}),
    Line("C5", "grid(i=1..m, j=1..n, ∂(f(x)_i)/∂(x_j))",
         "[[∂f₁(x)/∂x₁, ∂f₁(x)/∂x₂, …, ∂f₁(x)/∂xₙ], [∂f₂(x)/∂x₁, ∂f₂(x)/∂x₂, …, ∂f₂(x)/∂xₙ], [⋮, ⋮, "
         "⋱, ⋮], [∂fₘ(x)/∂x₁, ∂fₘ(x)/∂x₂, …, ∂fₘ(x)/∂xₙ]]", {"x": "n", "f": "m"}),
    Line("C6", "grid(i=1..n, j=1..n, delta(i, j))",
         "[[δ₁₁, δ₁₂, …, δ₁ₙ], [δ₂₁, δ₂₂, …, δ₂ₙ], [⋮, ⋮, ⋱, ⋮], [δₙ₁, δₙ₂, …, δₙₙ]]"),
    Line("D0", "diagonal(i=1..n, ∂(w_i + x_i)/∂(w_i))",
         "[[∂/∂w₁(w₁ + x₁), 0, …, 0], [0, ∂/∂w₂(w₂ + x₂), …, 0], [⋮, ⋮, ⋱, ⋮], [0, 0, …, ∂/∂wₙ(wₙ + "
         "xₙ)]]", {"w": "n", "x": "n"}),
    Line("D3", "diag(x)", "diag(x)", {"x": "n"}),
    Line("D4", "diagonal(i=1..n, -w_i/x_i^2)",
         "[[−w₁/x₁², 0, …, 0], [0, −w₂/x₂², …, 0], [⋮, ⋮, ⋱, ⋮], [0, 0, …, −wₙ/xₙ²]]", {"w": "n", "x": "n"}),
    Line("D4", "w ⊘ x", "w ⊘ x", {"w": "n", "x": "n"}),
    Line("D5", "max(w, x)", "max(w, x)", {"w": "n", "x": "n"}),
    Line("D6", "w > x", "w > x", {"w": "n", "x": "n"}),
    Line("E1", "x + expand(z, n)", "x + 1⃗z", {"x": "n"}),
    Line("E1", "diag(ones(n))", "diag(1⃗)"),
    Line("E3", "x ⊗ expand(z, n)", "x ⊗ (1⃗z)", {"x": "n"}),
    Line("E3", "z identity(n)", "z I"),
    Line("E4", "column(i=1..n, x_i + 0)", "[x₁ + 0, x₂ + 0, ⋮, xₙ + 0]", {"x": "n"}),
    Line("E4", "x_i ∂(z)/∂(z) + z ∂(x_i)/∂(z)", "xᵢ (∂z/∂z) + z (∂xᵢ/∂z)", {"x": "n"}),
    Line("F1", "row(j=1..n, ∂(sum(i=1..n, x_i))/∂(x_j))",
         "[[∂/∂x₁(∑ᵢ₌₁ⁿ xᵢ), ∂/∂x₂(∑ᵢ₌₁ⁿ xᵢ), …, ∂/∂xₙ(∑ᵢ₌₁ⁿ xᵢ)]]", {"w": "n", "x": "n"}),
    Line("F2", "ones(n)'", "1⃗ᵀ"),
    Line("F3", "z ones(n)'", "z 1⃗ᵀ"),
    Line("F4", "∂(sum(x z))/∂(z)", "∂/∂z(sum(x z))", {"x": "n", "z": "scalar"}),
    Line("F5", "sum(i=1..n, 0 + 1)", "∑ᵢ₌₁ⁿ (0 + 1)"),
    Line("F6", "ones(n)' @ identity(n)", "1⃗ᵀ I"),
    Line("G1", "d(y)/d(u) d(u)/d(x)", "(dy/du) (du/dx)"),
    Line("G1", "cos(u)*2*x", "cos(u) · 2x"),
    Line("G1", "2x cos(x^2)", "2x cos(x²)"),
    Line("G2", "d(ln(sin(x^3)^2))/d(x)", "d/dx(ln(sin(x³)²))"),
    Line("G2", "1/u_3*2*u_2 cos(u_1)*3x^2", "(1/u₃) · 2u₂ cos(u₁) · 3x²"),
    Line("G2", "6u_2 x^2 cos(u_1)/u_3", "6u₂ x² cos(u₁)/u₃"),
    Line("G2", "6x^2 cos(x^3)/sin(x^3)", "6x² cos(x³)/sin(x³)"),
    Line("G2", "d(u_2)/d(x) where u_1 = x^2, u_2 = sin(u_1) knowing d(u_1)/d(x) = 2x",
         "du₂/dx; where u₁ = x², du₁/dx = 2x; u₂ = sin(u₁)"),
    Line("H1", "∂(u_2)/∂(x) + ∂(u_2)/∂(u_1) ∂(u_1)/∂(x)", "∂u₂/∂x + (∂u₂/∂u₁) (∂u₁/∂x)"),
    Line("H2", "cos(x + x^2) (1 + 2x)", "cos(x + x²) (1 + 2x)"),
    Line("H1", "1 + 1*2*x", "1 + 1 · 2x"),
    Line("I1", "[2/x, 3cos(3x)]", "[2/x, 3 cos(3x)]"),
    Line("I2", "∂(f)/∂(g) @ ∂(g)/∂(x)", "(∂f/∂g) (∂g/∂x)", {"f": "m", "g": "k", "x": "n"}),
    Line("I3", "diagonal(i=1..n, ∂(f_i)/∂(g_i) ∂(g_i)/∂(x_i))",
         "[[(∂f₁/∂g₁) (∂g₁/∂x₁), 0, …, 0], [0, (∂f₂/∂g₂) (∂g₂/∂x₂), …, 0], [⋮, ⋮, ⋱, ⋮], [0, 0, …, "
         "(∂fₙ/∂gₙ) (∂gₙ/∂xₙ)]]", {"f": "n", "g": "n", "x": "n"}),
    Line("J1", "ones(n)' @ diag(x)", "1⃗ᵀ diag(x)", {"x": "n"}),
    Line("J2", "∂(sum(i=1..n, w_i x_i))/∂(w_j)", "∂/∂wⱼ(∑ᵢ₌₁ⁿ wᵢ xᵢ)", {"w": "n", "x": "n"}),
    Line("J3", "x' + zeros(n)'", "xᵀ + 0⃗ᵀ", {"x": "n"}),
    Line("J4", "cases(0 if z <= 0, 1 if z > 0)", "{0 if z ≤ 0; 1 if z > 0}"),
    Line("J6", "max(0, w · x + b)", "max(0, w · x + b)", {"w": "n", "x": "n"}),
    Line("J6", "cases(zeros(n)' if w · x + b <= 0, x' if w · x + b > 0)",
         "{0⃗ᵀ if w · x + b ≤ 0; xᵀ if w · x + b > 0}", {"w": "n", "x": "n"}),
    Line("K1", "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)",
         "(1/N) ∑ᵢ₌₁ᴺ (yᵢ − max(0, w · xᵢ + b))²", {"w": "n", "X": "N x n", "y": "N"}),
    Line("K1", "1/N sum(i=1..N, cases(zeros(n)' if w · X_i + b <= 0, 2(w · X_i + b - y_i) X_i' if w · X_i + b > 0))",
         "(1/N) ∑ᵢ₌₁ᴺ {0⃗ᵀ if w · xᵢ + b ≤ 0; 2(w · xᵢ + b − yᵢ) xᵢᵀ if w · xᵢ + b > 0}",
         {"w": "n", "X": "N x n", "y": "N"}),
    Line("K2", "2/N sum(i=1..N, e_i X_i')", "(2/N) ∑ᵢ₌₁ᴺ eᵢ xᵢᵀ", {"e": "N", "X": "N x n"}),
    Line("K5", "w - eta g'", "w − η gᵀ", {"w": "n", "g": "1 x n"}),
    Line("K6", "w_hat · x_hat", "ŵ · x̂", {"w_hat": "n", "x_hat": "n"}),
)  # fmt: skip


@in_groups("line", LINES, ids=lambda line: f"{line.section} {line.typed}")
def test_each_line_is_written_as_text(line: Line) -> None:
    assert line.written("unicode") == line.shown


def test_lines_of_every_section_are_written() -> None:
    assert {line.section[0] for line in LINES} == set("ABCDEFGHIJK")


W_X = {"w": "n", "x": "n"}
DATA = {"w": "n", "X": "N x n", "y": "N"}


@in_groups(
    ("line", "latex"),
    [
        (Line("A6", "x^2 d(x)/d(x) + x d(x^2)/d(x)", ""), r"x^{2}\dfrac{dx}{dx} + x\dfrac{d}{dx}\,x^{2}"),
        (Line("A8", "9 d(x + x^2)/d(x)", ""), r"9\dfrac{d}{dx}(x + x^{2})"),
        (Line("B2", "3y ∂(x^2)/∂(x)", ""), r"3y\dfrac{\partial}{\partial x}\,x^{2}"),
        (Line("C2", "[[6y x, 3x^2], [2, 8y^7]]", ""), r"\begin{bmatrix} 6y\,x & 3x^{2} \\ 2 & 8y^{7} \end{bmatrix}"),
        (Line("D4", "-w_i/x_i^2", "", W_X), r"-\dfrac{w_{i}}{x_{i}^{2}}"),
        (Line("E3", "x ⊗ expand(z, n)", "", {"x": "n"}), r"\mathbf{x} \otimes (\vec{1}z)"),
        (Line("F2", "ones(n)'", ""), r"\vec{1}^{\mathrm{T}}"),
        (Line("G2", "d(ln(sin(x^3)^2))/d(x)", ""), r"\dfrac{d}{dx}\ln(\sin(x^{3})^{2})"),
        (Line("G2", "6x^2 cos(x^3)/sin(x^3)", ""), r"\dfrac{6x^{2}\cos(x^{3})}{\sin(x^{3})}"),
        (
            Line("H1", "∂(u_2)/∂(x) + ∂(u_2)/∂(u_1) ∂(u_1)/∂(x)", ""),
            r"\dfrac{\partial u_{2}}{\partial x} + \dfrac{\partial u_{2}}{\partial u_{1}}"
            r"\dfrac{\partial u_{1}}{\partial x}",
        ),
        (
            Line("J4", "cases(0 if z <= 0, 1 if z > 0)", ""),
            r"\begin{cases} 0 & \text{if}\;z \le 0 \\ 1 & \text{if}\;z > 0 \end{cases}",
        ),
        (
            Line("K1", "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", "", DATA),
            r"\dfrac{1}{N}\sum_{i = 1}^{N} (y_{i} - \max(0, \mathbf{w} \cdot \mathbf{x}_{i} + b))^{2}",
        ),
        (
            Line("G2", "d(u_2)/d(x) where u_1 = x^2, u_2 = sin(u_1) knowing d(u_1)/d(x) = 2x", ""),
            r"\begin{aligned}  & \dfrac{du_{2}}{dx} \\ \text{where}\;u_{1} & = x^{2} && \quad \dfrac{du_{1}}{dx} = 2x"
            r" \\ u_{2} & = \sin(u_{1}) \end{aligned}",
        ),
    ],
    ids=lambda value: value.typed if isinstance(value, Line) else "",
)
def test_lines_are_written_for_latex(line: Line, latex: str) -> None:
    assert line.written("latex") == latex


@in_groups(
    ("line", "speech"),
    [
        (Line("A6", "d(x^2 x)/d(x)", ""), "the derivative with respect to x of x squared times x"),
        (
            Line("A6", "d(x^2)/d(x) x", ""),
            "the derivative with respect to x of x squared, end derivative, times x",
        ),
        (Line("B1", "∂(y)/∂(w_i)", "", {"w": "n"}), "the partial of y with respect to w sub i"),
        (Line("A3", "x^(n+1) y", ""), "x to the power n plus 1, end power, times y"),
        (Line("G2", "1/u_3", ""), "1 over u sub 3"),
        (Line("G2", "(x + 1)/y + 2", ""), "the fraction x plus 1 over y, end fraction, plus 2"),
        (Line("G2", "sin(x^3)^2", ""), "open paren the sine of x cubed close paren squared"),
        (Line("H2", "sin(x + x^2)", ""), "the sine of open paren x plus x squared close paren"),
        (Line("J1", "w · x + b", "", W_X), "w dot x plus b"),
        (Line("J1", "w ⊗ x", "", W_X), "w element-wise times x"),
        (
            Line("J4", "cases(0 if z <= 0, 1 if z > 0)", ""),
            "by cases: 0 if z is at most 0; 1 if z is greater than 0",
        ),
        (
            Line("C2", "[[6y x, 3x^2], [2, 8y^7]]", ""),
            "the 2 by 2 matrix, row 1: 6 y times x; 3 x squared; row 2: 2; 8 y to the power 7; end matrix",
        ),
        (
            Line("C6", "grid(i=1..m, j=1..n, delta(i, j))", ""),
            "the m by n matrix whose entry in row i, column j is delta sub i j",
        ),
        (
            Line("K2", "2/N sum(i=1..N, e_i X_i')", "", {"e": "N", "X": "N x n"}),
            "2 over capital N times the sum from i equals 1 to capital N of e sub i times row i of capital X transpose",
        ),
    ],
    ids=lambda value: value.typed if isinstance(value, Line) else "",
)
def test_lines_are_read_aloud(line: Line, speech: str) -> None:
    assert line.written("speech") == speech
