"""What every form and word of the language is for, and how it is typed: read by completion and by messages.

To add a form: a row here, besides its row in `explainer.language.text.vocabulary.FORMS`; a test compares the two.
"""

from __future__ import annotations

from typing import NamedTuple

HOLE = "▢"
"""Stands in a template where the cursor goes, or what was selected."""


class FormGuide(NamedTuple):
    """How a form is typed. `template` has one hole; `example` is a whole expression, or two, for a message."""

    template: str
    meaning: str
    example: str


GUIDES: dict[str, FormGuide] = {
    "sum": FormGuide("sum(i=1..N, ▢)", "sum over an index, or of the entries", "sum(x), or sum(i=1..N, x_i)"),
    "mean": FormGuide("mean(▢)", "mean of the entries", "mean(x)"),
    "dot": FormGuide("dot(▢, )", "product of two vectors, a number", "dot(w, x)"),
    "inner": FormGuide("inner(▢, )", "inner product of vectors or matrices, a number", "inner(A, X), or ⟨A, X⟩"),
    "matmul": FormGuide("matmul(▢, )", "matrix product", "matmul(W, x), or W @ x"),
    "multiply": FormGuide("multiply(▢, )", "product entry by entry", "multiply(w, x)"),
    "outer": FormGuide("outer(▢, )", "outer product of two vectors, a matrix", "outer(x, y)"),
    "transpose": FormGuide("transpose(▢)", "rows become columns", "transpose(x), or x'"),
    "diag": FormGuide("diag(▢)", "matrix with a vector on its diagonal", "diag(x)"),
    "ones": FormGuide("ones(▢)", "vector or matrix of ones", "ones(n)"),
    "zeros": FormGuide("zeros(▢)", "vector or matrix of zeros", "zeros(n)"),
    "identity": FormGuide("identity(▢)", "identity matrix", "identity(n)"),
    "commutation": FormGuide("commutation(▢, n)", "matrix that makes vec(X') of vec(X)", "commutation(m, n)"),
    "expand": FormGuide("expand(▢, n)", "vector that repeats a number", "expand(z, n)"),
    "stack": FormGuide("stack(▢, )", "vectors and numbers, stacked", "stack(r, s)"),
    "grid": FormGuide("grid(i=1..m, j=1..n, ▢)", "matrix by a formula for its entries", "grid(i=1..m, j=1..n, …)"),
    "entries": FormGuide(
        "entries(i=1..m, j=1..n, k=1..p, ▢)", "array by a formula for its entries", "entries(i=1..m, j=1..n, k=1..p, …)"
    ),
    "vector": FormGuide("vector(▢)", "vector with the same number in every entry", "vector(1)"),
    "matrix": FormGuide("matrix(▢)", "matrix with the same number in every entry", "matrix(1)"),
    "column": FormGuide("column(i=1..n, ▢)", "vector by a formula for its entries", "column(i=1..n, …)"),
    "row": FormGuide("row(j=1..n, ▢)", "row by a formula for its entries", "row(i=1..n, …)"),
    "diagonal": FormGuide("diagonal(i=1..n, ▢)", "diagonal matrix by a formula for its entries", "diagonal(i=1..n, …)"),
    "cases": FormGuide(
        "cases(▢ if x <= 0, x if x > 0)", "a value for each condition", "cases(0 if z <= 0, z if z > 0)"
    ),
    "delta": FormGuide("delta(▢, j)", "Kronecker delta: 1 where the indices are equal, else 0", "delta(i, j)"),
    "differential": FormGuide(
        "differential(▢)", "change to first order when one variable changes", "differential(A @ X, X)"
    ),
    "var": FormGuide("var(▢)", "variance of the entries; var(x, 1) is the estimate from a sample", "var(x)"),
    "std": FormGuide("std(▢)", "standard deviation of the entries", "std(x)"),
    "len": FormGuide("len(▢)", "number of entries of a vector, of rows of a matrix", "len(x)"),
    "size": FormGuide("size(▢)", "number of all entries", "size(X)"),
    "cross_entropy": FormGuide(
        "cross_entropy(▢, Y)", "cross-entropy of logits and one-hot targets, mean over the rows", "cross_entropy(Z, Y)"
    ),
    "mse": FormGuide("mse(▢, Y)", "mean of the squared differences", "mse(A, Y)"),
    "mae": FormGuide("mae(▢, Y)", "mean of the distances", "mae(A, Y)"),
    "select": FormGuide(
        "np.where(▢, , )", "one value where a condition holds, else another", "where(condition, value, other value)"
    ),
}
"""Every form by what it builds, the values of FORMS."""

WORDS: dict[str, FormGuide] = {
    "where": FormGuide("where ▢", "shapes, names and definitions follow", "w · x where w: n, x: n"),
    "knowing": FormGuide("knowing ▢", "derivatives that are given follow", "f(x) knowing d(f(x))/dx = g(x)"),
    "if": FormGuide("if ▢", "the condition of a case follows", "cases(0 if z <= 0, z if z > 0)"),
    "and": FormGuide("and ▢", "both conditions hold", "cases(0 if z <= 0 and z > -1, z otherwise)"),
    "otherwise": FormGuide("otherwise▢", "the last of the cases", "cases(0 if z <= 0, z otherwise)"),
}
"""Every word of the language that is no function, the keys of KEYWORDS."""
