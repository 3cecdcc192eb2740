"""Sums as statistics writes them, Σxy − ΣxΣy/n: of all entries, multiplied entry by entry; a covariance Σ is none."""

from __future__ import annotations

from explainer.language import read_question
from tests.cases import in_groups

SUMS = {
    "Σxy − ΣxΣy/n": "sum(x ⊗ y) - sum(x) sum(y / n)",
    "Σ(x−x̄)(y−ȳ)": "sum((x - mean(x)) ⊗ (y - mean(y)))",
    "(nΣxy − ΣxΣy)/(nΣx² − (Σx)²)": "(n sum(x ⊗ y) - sum(x) sum(y)) / (n sum(x^2) - sum(x)^2)",
    "r = Σ(x−x̄)(y−ȳ)/√(Σ(x−x̄)²Σ(y−ȳ)²)": (
        "sum(((x - mean(x)) ⊗ (y - mean(y))) / sqrt(sum((x - mean(x))^2) sum((y - mean(y))^2)))"
    ),
    "σ² = Σ(x−μ)²/N": "sum((x - mu)^2 / N)",
    "Σ x²y": "sum(x^2 ⊗ y)",
    "Σ p log(p/q)": "sum(p ⊗ ln(p ⊘ q))",
    "Σ y log(p) + (1-y) log(1-p)": "sum(y ⊗ ln(p) + (1 - y) ⊗ ln(1 - p))",
    "∑ xy": "sum(x ⊗ y)",
    "∑(x−x̄)(y−ȳ)": "sum((x - mean(x)) ⊗ (y - mean(y)))",
    r"\sum (x-\bar x)(y-\bar y)": "sum((x - mean(x)) ⊗ (y - mean(y)))",
    r"\sum p \log \frac{p}{q}": "sum(p ⊗ ln(p ⊘ q))",
    r"\sum a x": "sum(a x)",
    "w'Σw": "w' @ Sigma @ w",
    "Σ v": "Sigma @ v",
    "A Σ x y": "(A @ Sigma @ x) y",
}
JOINED = {
    "sum(xi*yi)": "sum(i=1..n, x_i y_i)",
    "Σxi²": "sum(i=1..n, x_i^2)",
    "(1/n)Σ(yi-ŷi)²": "(1 / n) sum(i=1..n, (y_i - (y_hat)_i)^2)",
    "sum((yi - b0 - b1*xi)^2)": "sum(i=1..n, (y_i - b_0 - b_1 x_i)^2)",
    "sum(i=1..n, (yi - a xi)^2)": "sum(i=1..n, (y_i - a x_i)^2)",
    "-Σ pi ln pi": "-sum(i=1..n, p_i ln(p_i))",
    "sum(xi^2)": "sum(xi^2)",
    "sum(x) + pi": "sum(x) + pi",
}
SEVERAL = {
    "ΣΣ a_ij x_i x_j": "sum(j=1..n, sum(i=1..n, a_{i,j} x_i x_j))",
    "∑∑ A_ij x_i y_j": "sum(j=1..m, sum(i=1..n, A_{i,j} x_i y_j))",
    "Σ a_ij x_i x_j": "sum(i=1..n, sum(j=1..n, a_{i,j} x_i x_j))",
    r"\sum\sum a_{ij}x_i x_j": "sum(i=1..n, sum(j=1..n, a_{i,j} x_i x_j))",
    r"\sum_i \alpha_i - \frac12\sum\sum \alpha_i\alpha_j K_{ij}": (
        "sum(i=1..n, alpha_i) - (1 / 2) sum(i=1..n, sum(j=1..n, alpha_i alpha_j K_{i,j}))"
    ),
    "Σ x_i Σ y_j": "sum(i=1..m, x_i sum(j=1..n, y_j))",
    "Σ (y_i - Σ w_j x_ij)^2": "sum(i=1..m, (y_i - sum(j=1..n, w_j x_{i,j}))^2)",
}


@in_groups(("typed", "meant"), [*SUMS.items(), *JOINED.items(), *SEVERAL.items()])
def test_a_sum_without_limits_is_of_all_entries(typed: str, meant: str) -> None:
    assert read_question(typed).parsed.expression.text() == meant
