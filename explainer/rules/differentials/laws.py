"""How d moves inwards, one operation at a time, until only dX is left."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    ONE,
    TWO,
    ZERO,
    Blocks,
    Comparison,
    Diag,
    Differential,
    Dot,
    Expand,
    Hadamard,
    HadamardQuotient,
    IndexedSum,
    Matrix,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Quotient,
    Stack,
    Sum,
    SumReduction,
    Transpose,
    Vector,
)
from explainer.rules.build import filled, plus, times, unsigned, zero
from explainer.rules.differentials.parts import at_an_entry, change_of, entrywise
from explainer.rules.rule import Rewrite, Words, fill, listed, rule

FAMILY = "Differentials"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, chapters 8 and 9"


# --- what d does to constants, sums and products ----------------------------------------------------------------------


@rule(
    title="Differential of a constant",
    statement="differential(C, X) = zeros(m, n)",
    condition="C does not depend on X",
    words="{C} does not change when {X} does: its differential is zero.",
    shapes={"C": "m x n", "X": "p x q"},
    source=BOOK,
    examples=[
        "differential(A @ B, X) where A: m x k, B: k x n, X: p x q",
        "differential(a · b, x) where a: n, b: n, x: n",
        "differential(x > 0) where x: n",
    ],
    leaves_alone=["differential(A @ X) where A: m x k, X: k x n"],
    measure="open differentials",
)
def differential_constant(node: Differential) -> Rewrite | None:
    """A constant does not change, so its differential is zero; a comparison only does where its sides are equal."""
    if isinstance(node.body, Comparison) and depends_on(node.body, node.wrt):
        differ = Comparison("!=", node.body.left, node.body.right)
        words = fill("{C} is 1 or 0, and changes only where both sides are equal.", {"C": node.body})
        return Rewrite(
            zero(node.shape),
            {"C": node.body, "X": node.wrt},
            words,
            conditions=(differ,) if node.shape.is_scalar else (),
        )
    if depends_on(node.body, node.wrt):
        return None
    return Rewrite(zero(node.shape), {"C": node.body, "X": node.wrt})


@rule(
    title="Differential of a sum",
    statement="differential(F + G, X) = differential(F, X) + differential(G, X)",
    words="Changes add up: every term is differentiated on its own.",
    shapes={"F": "m x n", "G": "m x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(X @ A + X @ B) where X: m x k, A: k x n, B: k x n",
              "differential(X @ W - Y, W) where X: m x k, W: k x n, Y: m x n",
              "differential(x + t, t) where x: n, t: scalar"],
    leaves_alone=["differential(A @ X) where A: m x k, X: k x n"],
    measure="open differentials",
)  # fmt: skip
def differential_sum(node: Differential, body: Sum) -> Rewrite | None:
    """Terms that do not depend on the variable add nothing: their differential is zero."""
    moving = [term for term in body.terms if depends_on(term, node.wrt)]
    held = [term for term in body.terms if not depends_on(term, node.wrt)]
    if not moving:
        return None
    terms = [change_of(node, term) for term in moving]
    terms = [filled(term, node.shape) for term in terms]
    bindings = {"F": moving[0], "G": [*moving, *held][1], "X": node.wrt}
    if not held:
        return Rewrite(plus(*terms), bindings)
    words = fill(
        "Changes add up; {held} does not depend on {X}, so its differential is zero."
        if len(held) == 1
        else "Changes add up; {held} do not depend on {X}, so their differentials are zero.",
        {"held": listed([unsigned(term) for term in held]), "X": node.wrt},
    )
    return Rewrite(plus(*terms), bindings, words)


@rule(
    title="Linear operation",
    statement="differential(F', X) = differential(F, X)'",
    by_example=True,
    words="{whole} is linear in {F}: the differential moves inside.",
    shapes={"F": "m x n", "X": "p x q"},
    source=BOOK,
    examples=["differential((A @ X)') where A: m x k, X: k x n", "differential(sum(A @ X)) where A: m x k, X: k x n",
              "differential(-(A @ X)) where A: m x k, X: k x n", "differential(diag(A @ x)) where A: n x k, x: k",
              "differential(sum(i=1..N, x · X_i), x) where x: n, X: N x n"],
    leaves_alone=["differential(A @ X) where A: m x k, X: k x n", "differential(sin(x))"],
    measure="open differentials",
)  # fmt: skip
def differential_linear(node: Differential) -> Rewrite | None:
    """Transposing, adding entries up, changing signs and putting a vector on a diagonal are linear: the change of the
    result is the same operation on the change.
    """
    body = node.body
    if not depends_on(body, node.wrt):
        return None
    match body:
        case Transpose() | Negate() | SumReduction() | Diag():
            inner: Node = body.operand
            after: Node = type(body)(change_of(node, inner))
        case Expand(operand, size):
            inner, after = operand, Expand(change_of(node, operand), size)
        case IndexedSum():
            inner, after = body.body, IndexedSum(body.index, change_of(node, body.body), body.lower)
        case _:
            return None
    return Rewrite(after, {"F": inner, "X": node.wrt, "whole": body})


def _linear_factors(body: Node) -> tuple[Node, ...]:
    return body.children


PRODUCTS = (Product, MatrixProduct, Hadamard, Dot)


def _with_factor(body: Node, place: int, new: Node) -> Node:
    factors = _linear_factors(body)
    return with_children(body, (*factors[:place], new, *factors[place + 1 :]))


@rule(
    title="Constant factor",
    statement="differential(A @ F @ B, X) = A @ differential(F, X) @ B",
    condition="A and B do not depend on X",
    words="Only {F} depends on {X}: the other factors stay where they are.",
    shapes={"A": "m x k", "F": "k x l", "B": "l x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(A @ X @ B) where A: m x k, X: k x l, B: l x n",
              "differential(A ⊗ X) where A: m x n, X: m x n",
              "differential(3 (a · x)) where a: n, x: n", "differential(X / c) where X: m x n, c: scalar",
              "differential(t A, t) where A: m x n, t: scalar"],
    leaves_alone=["differential(X @ X) where X: n x n", "differential(A + X) where A: m x n, X: m x n"],
    measure="open differentials",
)  # fmt: skip
def differential_constant_factor(node: Differential) -> Rewrite | None:
    """A product is linear in each factor; of matrices the order stays as it is."""
    body, x = node.body, node.wrt
    if isinstance(body, Quotient | HadamardQuotient):
        if depends_on(body.denominator, x) or not depends_on(body.numerator, x):
            return None
        inner = body.numerator
        if inner.shape.is_scalar and not node.shape.is_scalar:
            reciprocal = HadamardQuotient(filled(ONE, node.shape), body.denominator)
            return Rewrite(times(change_of(node, inner), reciprocal), {"F": inner, "X": x})
        said = "Only {F} depends on {X}: the division stays."
        if inner is x:
            said = "What {X} is divided by does not depend on it: the division stays."
        after = type(body)(change_of(node, inner), body.denominator)
        return Rewrite(after, {"F": inner, "X": x}, fill(said, {"F": inner, "X": x}))
    if not isinstance(body, PRODUCTS):
        return None
    factors = _linear_factors(body)
    moving = [k for k, factor in enumerate(factors) if depends_on(factor, x)]
    if len(moving) != 1:
        return None
    (place,) = moving
    changing = factors[place]
    words: Words = ()  # "only X depends on X" says nothing
    if changing is x:
        words = fill("The factors beside {X} do not depend on it: they stay where they are.", {"X": x})
    return Rewrite(_with_factor(body, place, Differential(changing, x)), {"F": changing, "X": x}, words)


@rule(
    title="Differential of a product",
    statement="differential(F @ G, X) = differential(F, X) @ G + F @ differential(G, X)",
    condition="F and G depend on X",
    words="Every factor that depends on {X} changes in turn, the others are held; the order of the factors stays.",
    shapes={"F": "m x k", "G": "k x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(X @ A @ X) where X: m x n, A: n x m", "differential(sin(X) ⊗ X) where X: m x n",
              "differential((a · x) x, x) where a: n, x: n", "differential((A @ x) · x, x) where A: n x n, x: n"],
    leaves_alone=["differential(A @ X @ B) where A: m x k, X: k x l, B: l x n"],
    measure="open differentials",
)  # fmt: skip
def differential_product(node: Differential, body: Product | MatrixProduct | Hadamard | Dot) -> Rewrite | None:
    """The product rule holds for products of all kinds; factors that do not commute keep their places."""
    x = node.wrt
    factors = _linear_factors(body)
    moving = [k for k, factor in enumerate(factors) if depends_on(factor, x)]
    if len(moving) < 2:
        return None
    terms = [_with_factor(body, k, Differential(factors[k], x)) for k in moving]
    return Rewrite(plus(*terms), {"F": factors[moving[0]], "G": factors[moving[1]], "X": x})


@rule(
    title="Differential of a quotient",
    statement="differential(f / g, X) = differential(f, X) / g - f / g^2 differential(g, X)",
    condition="g ≠ 0",
    words="The denominator {g} is not constant: the quotient rule.",
    shapes={"f": "scalar", "g": "scalar", "X": "p x q"},
    source=BOOK,
    examples=["differential((a · x) / (b · x), x) where a: n, b: n, x: n",
              "differential(x / (b · x), x) where b: n, x: n",
              "differential(A ⊘ (X + X ⊗ X), X) where A: m x n, X: m x n", "differential(1 / sum(X)) where X: m x n"],
    leaves_alone=["differential(X / c, X) where X: m x n, c: scalar"],
    measure="open differentials",
)  # fmt: skip
def differential_quotient(node: Differential, body: Quotient | HadamardQuotient) -> Rewrite | None:
    """A growing numerator raises the value; a growing denominator lowers it, and the more so the smaller it is."""
    x = node.wrt
    if not depends_on(body.denominator, x):
        return None
    f, g = body.numerator, body.denominator
    alone = not depends_on(f, x)
    bindings = {"f": f, "g": g, "X": x}
    (entry,) = at_an_entry(g.shape, (g,), node)
    conditions = (Comparison("!=", entry, ZERO),)
    if isinstance(body, Quotient):
        second: Node = Negate(times(Quotient(f, Power(g, TWO)), change_of(node, g)))
        after = second if alone else plus(Quotient(change_of(node, f), g), second)
        return Rewrite(after, bindings, (), conditions)
    if (f.shape.is_scalar and not alone) or g.shape.is_scalar:
        return None
    second = Negate(entrywise(HadamardQuotient(f, Power(g, TWO)), change_of(node, g)))
    after = second if alone else Sum((HadamardQuotient(change_of(node, f), g), second))
    return Rewrite(after, bindings, (), conditions)


@rule(
    title="Differential of a list",
    statement="differential([f, g], x) = [differential(f, x), differential(g, x)]",
    words="Every entry changes on its own.",
    shapes={"f": "scalar", "g": "scalar", "x": "n"},
    source=BOOK,
    examples=["differential([a · x, x · x], x) where a: n, x: n", "differential([x, a · x], x) where a: n, x: n"],
    leaves_alone=["differential([a, b], x) where a: scalar, b: scalar, x: n"],
    measure="open differentials",
)
def differential_list(node: Differential, body: Vector | Matrix | Blocks | Stack) -> Rewrite | None:
    """The change of a vector or matrix that is written out holds the changes of its entries."""
    if not depends_on(body, node.wrt):
        return None
    return Rewrite(with_children(body, tuple(change_of(node, child) for child in body.children)), {"x": node.wrt})
