"""Skills with vectors: reductions, element-wise operations, dot products, layers, forms, and what nets are made of."""

from __future__ import annotations

from explainer.practice.skills.scalars import graded
from explainer.practice.skills.skill import Draw, Drawn, skill

GROUP = "Vectors"
VECTORS = {"w": "n", "x": "n", "v": "n", "z": "scalar", "b": "scalar"}


@skill(title="Sums of entries", rules="sum-of-entries sum-reduction", group=GROUP)
def reductions(draw: Draw, grade: int) -> Drawn:
    """The derivative moves inside the sum; each entry counts by itself."""
    text = graded(
        draw,
        grade,
        ("sum(x^2)", "sum({a} x^{n})", "sum(x^{n})"),
        ("sum({f}(x))", "{a} sum(x^2)", "sum(w ⊗ x)"),
        ("sum({f}({a} x))", "sum(w ⊗ x^2)", "sum(x^2 + {a} x)"),
        ("sum(w ⊗ {f}(x))", "sum(x)^2", "ln(sum(exp(x)))"),
        ("sum((x - w)^2)", "sum({f}(w ⊗ x))", "exp(sum({f}(x)))"),
    )
    return Drawn(text, "x", VECTORS)


@skill(
    title="Scalars beside vectors",
    rules="scalar-expansion scalar-times-vector vector-over-scalar expanded-scalar",
    group=GROUP,
)
def expansions(draw: Draw, grade: int) -> Drawn:
    """A scalar counts in every entry: its derivative is a column."""
    text = graded(
        draw,
        grade,
        ("z x", "{a} z x"),
        ("z x + w", "z^2 x", "(z + {a}) x"),
        ("{f}(z) x", "z x + z w", "z^{n} x"),
        ("x / z", "exp({a} z) x", "z^2 x + {f}(z) w"),
        ("{f}(z) x + z w", "x / (z^2 + {a})", "({a} z + {b})^2 x"),
    )
    return Drawn(text, "z", VECTORS)


@skill(
    title="Entry by entry",
    rules="elementwise-product elementwise-quotient elementwise-function elementwise-power",
    group=GROUP,
)
def entrywise(draw: Draw, grade: int) -> Drawn:
    """The Jacobian of what works entry by entry is diagonal."""
    text = graded(
        draw,
        grade,
        ("{f}(x)", "w ⊗ x", "x^{n}"),
        ("{a} {f}(x)", "w ⊗ x^2", "x^{n} + w", "w - {f}(x)"),
        ("{f}({a} x)", "w ⊗ {f}(x)", "x ⊘ w"),
        ("{f}(w ⊗ x)", "w ⊘ x", "x ⊗ {f}(x)"),
        ("{f}(w ⊗ x + v)", "w ⊗ {f}(x) + v ⊗ x^2", "x^2 ⊗ {f}({a} x)"),
    )
    return Drawn(text, "x", VECTORS)


@skill(
    title="Dot products and lengths", rules="dot-product dot-with-itself squared-length vector-function", group=GROUP
)
def dot_products(draw: Draw, grade: int) -> Drawn:
    """The derivative of a dot product is a row."""
    text = graded(
        draw,
        grade,
        ("w · x + b", "{a} (w · x)", "x · x"),
        ("(w · x)^2", "norm(x)^2", "w · x + x · x"),
        ("{f}(w · x)", "norm(x - w)^2", "(w · x + b)^2"),
        ("(w · x) (v · x)", "exp(-x · x)", "ln({a} + x · x)"),
        ("(w · x) / (x · x)", "norm(x - w)", "{f}(w · x + b) + {a} norm(x)^2"),
    )
    return Drawn(text, "x", VECTORS)


LAYERS = {"W": "m x n", "V": "k x m", "x": "n", "b": "m", "u": "m"}


@skill(title="A layer", rules="matrix-times-vector", group=GROUP)
def layers(draw: Draw, grade: int) -> Drawn:
    """A constant matrix stays in front; an activation brings a diagonal matrix."""
    text = graded(
        draw,
        grade,
        ("W @ x", "W @ x + b", "{a} (W @ x)"),
        ("u · (W @ x)", "W @ x^2", "{a} (W @ x) - b"),
        ("{f}(W @ x)", "W @ {f}(x)", "u · (W @ x + b)"),
        ("{f}(W @ x + b)", "sigmoid(W @ x + b)", "norm(W @ x - b)^2"),
        ("u · {f}(W @ x + b)", "V @ {f}(W @ x + b)", "sum({f}(W @ x))"),
    )
    return Drawn(text, "x", LAYERS)


@skill(title="Quadratic forms", rules="dot-product row-times-column dot-with-itself", group=GROUP)
def quadratic_forms(draw: Draw, grade: int) -> Drawn:
    """The vector stands on both sides, and the matrix need not be symmetric."""
    text = graded(
        draw,
        grade,
        ("x' A x", "{a} x' A x"),
        ("x' A x + w · x", "x' A x - {a} (w · x)", "{a} x' A x + w · x"),
        ("(x - w)' A (x - w)", "x' A x + {a} x · x", "{a} x' A x - {b} (w · x)"),
        ("(x' A x)^{m}", "{f}(x' A x)", "{a} (x' A x)^2 + w · x"),
        ("exp(-(x - w)' A (x - w))", "ln({a} + x' A x)", "{f}({a} x' A x + w · x)"),
    )
    return Drawn(text, "x", {"A": "n x n", "x": "n", "w": "n"})


@skill(title="Vector chain rule", rules="chain-vector", group=GROUP)
def chain_vector(draw: Draw, grade: int) -> Drawn:
    """The Jacobians are multiplied from the result back to the variable."""
    text = graded(
        draw,
        grade,
        ("w · x", "sum(w ⊗ x)", "{a} (w · x) + b", "sum(x^{n})"),
        ("sum({a} x^{n})", "sum({f}(x))", "(w · x)^{n}"),
        ("{f}(w · x)", "(w · x + b)^{n}", "{a} {f}(w · x + b)"),
        ("{f}(w ⊗ x)", "max(0, w · x + b)", "{f}({a} (w · x) + b)", "sum({f}(x)^{m})"),
        ("sum({f}(w ⊗ x))", "(y - {f}(w · x + b))^2", "{f}({a} x^2)"),
    )
    return Drawn(text, "x", {**VECTORS, "y": "scalar"}, "chain")


@skill(title="A neuron", rules="function cases", group="Networks")
def neurons(draw: Draw, grade: int) -> Drawn:
    """Weights, bias, activation, and the loss of one example."""
    text = graded(
        draw,
        grade,
        ("max(0, w · x)", "sigmoid(w · x)", "{f}(w · x)", "max(0, {a} (w · x))"),
        ("max(0, w · x + b)", "{f}(w · x + b)", "{a} sigmoid(w · x)", "max(0, w · x - {a})"),
        ("max(0, w · x + b)^{m}", "{a} sigmoid(w · x + b)", "{f}({a} (w · x) + b)"),
        (
            "(y - sigmoid(w · x + b))^2",
            "ln(1 + exp(-y (w · x + b)))",
            "(y - {f}(w · x + b))^2",
            "{a} max(0, w · x + b)^2",
        ),
        (
            "(y - max(0, w · x + b))^2",
            "-y ln(sigmoid(w · x + b))",
            "ln({a} + {f}(w · x + b)^2)",
            "(y - {a} sigmoid(w · x + b))^2",
        ),
    )
    return Drawn(text, "w", {**VECTORS, "y": "scalar"})


DATA = {"X": "N x n", "w": "n", "y": "N", "b": "scalar"}


@skill(
    title="The loss of a data set",
    rules="sum-reduction sum-of-entries dot-with-itself squared-length",
    group="Networks",
)
def losses(draw: Draw, grade: int) -> Drawn:
    """A sum over examples is differentiated example by example, or all at once as a squared length."""
    text = graded(
        draw,
        grade,
        ("norm(w - x)^2", "sum((x - w)^2)", "{a} norm(w)^2", "{a} norm(x - w)^2"),
        ("norm(X @ w)^2", "{a} norm(X @ w)^2", "norm({a} w - x)^2", "norm(w)^2 + {a} (w · x)"),
        ("norm(X @ w - y)^2", "1/N norm(X @ w - y)^2", "{a} norm(y - X @ w)^2"),
        ("norm(X @ w - y)^2 + {a} norm(w)^2", "1/{a} norm(y - X @ w)^2", "1/N norm({a} (X @ w) - y)^2"),
        (
            "1/N sum(i=1..N, (y_i - w · X_i)^2)",
            "1/N sum(i=1..N, (w · X_i + b - y_i)^2)",
            "1/N sum(i=1..N, (y_i - {a} (w · X_i))^2)",
        ),
    )
    return Drawn(text, "w", {**DATA, "x": "n"})
