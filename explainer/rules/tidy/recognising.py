"""Folding definitions back: e^x over its sum is softmax(x), the root of a sum of squares is a length.

Which functions are recognised is decided here; what they mean stands in their rows of the operations table.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from explainer.expr.kinds import of_kind, parts_of_kind, placed
from explainer.expr.node import Node, Path, replace
from explainer.expr.nodes import (
    ONE,
    TWO,
    ZERO,
    Apply,
    Diag,
    Dot,
    E,
    Entry,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
)
from explainer.rules.build import called, factors_of, is_one, negative, rational, terms_of, times, under_sign, unsigned
from explainer.rules.entries.folded_forms import column
from explainer.rules.entries.indices import entry_of
from explainer.rules.matching import fraction_of, squared
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.factors import base_and_exponent, collect_bases, powered
from explainer.rules.tidy.moments import fold_moment

FAMILY = "Recognising"


@rule(
    title="Fold the definition back",
    statement="exp(x) / sum(exp(x)) = softmax(x)",
    by_example=True,
    words="{part} is the definition of {whole}.",
    shapes={"x": "n", "W": "m x n"},
    source="the rows of the functions in the operations table",
    examples=[
        "exp(x) / sum(exp(x)) where x: n",
        "diag(exp(x)) / sum(exp(x)) where x: n",
        "(exp(x) @ exp(x)') / sum(exp(x))^2 where x: n",
        "exp(x_1) / sum(exp(x)) where x: n",
        "(w · exp(x)) / (z sum(exp(x))) where w: n, x: n, z: scalar",
        "(w ⊗ exp(x))' / sum(exp(x)) where w: n, x: n",
        "sqrt(sum(x^2)) where x: n",
        "sqrt(x · x) where x: n",
        "sqrt(sum(W .^ 2)) where W: m x n",
        "1 / (1 + exp(-z))",
        "e^x / (1 + e^x)",
        "1 / (1 + exp(-(w · x))) where w: n, x: n",
        "exp(w · x) / (1 + exp(w · x)) where w: n, x: n",
        "y exp(x)^2 / (1 + exp(x))^2",
        "exp(-(w · x)) / (1 + exp(-(w · x)))^2 where w: n, x: n",
        "sum(x) / n where x: n",
        "z sum(x) / (2 n) where x: n, z: scalar",
        "mean((x - mean(x))^2) where x: n",
        "sqrt(var(x)) where x: n",
        "((x - mean(x)) @ (x - mean(x))') / (n std(x)^3) where x: n",
    ],
    leaves_alone=["exp(w) / sum(exp(x)) where w: n, x: n", "sqrt(sum(x)) where x: n", "1 / (2 + exp(-z))",
                  "sum(x) / m where x: n", "mean((x - mean(w))^2) where w: n, x: n",
                  "(x - mean(x))' / (n std(x)) where x: n"],
    phase="collapse",
)  # fmt: skip
def fold_definition(node: Apply | Power | Quotient | Product) -> Rewrite | None:
    """An expression that a function is short for is replaced by the function, which says in one word what a fraction
    or a root only shows.
    """
    match node:
        case Apply() | Power():
            return _length(node) or fold_moment(node)
        case Quotient():
            return _softmax(node) or _sigmoid(node) or fold_moment(node)
    return fold_moment(node)


@rule(
    title="Square of the length",
    statement="z / (norm(x) sum(x^2)) = z / norm(x)^3",
    by_example=True,
    words="{part} is the square of {whole}, which stands beside it.",
    shapes={"x": "n"},
    source="DLMF 3.2(iii)",
    examples=["z / (norm(x) sum(x^2)) where x: n, z: scalar", "norm(x) y / (x · x) where x: n, y: n",
              "(w · x) norm(w) / (w · w) where w: n, x: n"],
    leaves_alone=["z / sum(x^2) where x: n, z: scalar", "norm(w) / sum(x^2) where w: n, x: n"],
    measure="reductions",
    phase="collapse",
)  # fmt: skip
def length_squared(node: Quotient) -> Rewrite | None:
    """Beside a length the sum of squares is its square, so that their powers combine."""
    sides = [factors_of(node.numerator), factors_of(node.denominator)]
    bases = [base_and_exponent(factor)[0] for side in sides for factor in side]
    lengths = {inside: base for base in bases if (inside := called(base, *_LENGTHS)) is not None}
    for side in (0, 1):
        for k, factor in enumerate(sides[side]):
            base, exponent = base_and_exponent(factor)
            length = lengths.get(_squared(base) or ZERO)
            if length is None:
                continue
            new = powered(length, 2 * exponent)
            sides[side] = (*sides[side][:k], new, *sides[side][k + 1 :])
            after = Quotient(times(*sides[0]), times(*sides[1]))
            return Rewrite(after, {"part": base, "whole": length})
    return None


_LENGTHS = frozenset({"norm", "frobenius_norm"})


def _rewrite(after: Node, part: Node, whole: Node, statement: str) -> Rewrite:
    return Rewrite(after, {"part": part, "whole": whole}, statement=statement)


# --- the length ------------------------------------------------------------------------------------------------------


def _length(node: Apply | Power) -> Rewrite | None:
    """√(Σ x_i²) as ‖x‖."""
    inside = _under_the_root(node)
    vector = None if inside is None else _squared(inside)
    if vector is None:
        return None
    name = "norm" if vector.shape.is_vector else "frobenius_norm"
    whole = apply_named(name, vector)
    statement = "sqrt(sum(x^2)) = norm(x)" if vector.shape.is_vector else "sqrt(sum(W .^ 2)) = frobenius_norm(W)"
    return _rewrite(whole, node, whole, statement)


def _under_the_root(node: Apply | Power) -> Node | None:
    if isinstance(node, Power):
        half = rational(node.exponent)
        return node.base if half is not None and 2 * half == 1 else None
    return node.arguments[0] if node.operation.name == "sqrt" else None


def _squared(node: Node) -> Node | None:
    """The vector or matrix of which this is the sum of squares."""
    match node:
        case Dot(one, other) | SumReduction(Hadamard((one, other))):
            return one if one is other else None
        case SumReduction(inside):
            return squared(inside)
    return None


# --- softmax ---------------------------------------------------------------------------------------------------------


def exponent_of_e(node: Node) -> Node | None:
    """The a of e^a, however it is written."""
    match node:
        case Power(base, exponent) if base is E:
            return exponent
    return called(node, "exp")


def _sum_of_exponentials(factor: Node) -> tuple[Node, Node] | None:
    """The sum Σ e^{v_i} as the pair of itself and v."""
    inside: Node | None = None
    match factor:
        case SumReduction(operand) if operand.shape.is_vector:
            inside = exponent_of_e(operand)
        case IndexedSum() if factor.lower == 1:
            entry = exponent_of_e(factor.body)
            inside = None if entry is None or factor.index not in entry.free else column(entry, factor.index)
    return None if inside is None or not inside.shape.is_vector else (factor, inside)


_OPEN = (Product, MatrixProduct, Negate, Transpose, Diag, Hadamard, Dot)
"""What a factor may stand in, so that dividing it divides the whole."""


def _factor_places(node: Node) -> Iterator[tuple[Path, Node]]:
    """The factors of a product, of matrices too, and what diag and transposes hold, with their places."""
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        yield path, part
        if isinstance(part, _OPEN):
            stack.extend(((*path, k), part.children[k]) for k in range(len(part.children) - 1, -1, -1))


def _share(part: Node, vector: Node) -> Node | None:
    """The softmax that a factor becomes when it is divided by the sum of exponentials."""
    exponent = exponent_of_e(part)
    if exponent is None:
        return None
    if exponent is vector:
        return apply_named("softmax", vector)
    if not exponent.shape.is_scalar:
        return None
    for place in _indices_of(exponent):
        if column(exponent, place) is vector:
            return Entry(apply_named("softmax", vector), (place,))
    for indices in {part.indices for part in parts_of_kind(exponent, Entry) if part.base.shape == vector.shape}:
        if exponent in (Entry(vector, indices), entry_of(vector, indices)):
            return Entry(apply_named("softmax", vector), indices)
    return None


def _apart(node: Node, vector: Node) -> Node:
    """e^(v_i + v_j) as e^{v_i} e^{v_j}, each of which has its share of the sum."""
    for path, part in _factor_places(node):
        match part:
            case Power(base, Sum(terms)) if part.shape.is_scalar:
                parts = [Power(base, term) for term in terms]
                if all(_share(each, vector) is not None for each in parts):
                    node = replace(node, path, times(*parts))
    return node


def _indices_of(node: Node) -> list[Index]:
    return sorted(of_kind(node.free, Index), key=lambda index: index.name)


def _softmax(node: Quotient) -> Rewrite | None:
    """e^x over its sum, wherever in the fraction the two stand, as often as the sum divides."""
    factors = factors_of(node.denominator)
    for k, factor in enumerate(factors):
        base, exponent = base_and_exponent(factor)
        found = _sum_of_exponentials(base)
        if found is None or exponent.denominator != 1 or exponent < 1:
            continue
        total, vector = found
        above, left, part = _apart(node.numerator, vector), int(exponent), node
        whole: Node | None = None
        while left:
            hit = next(
                ((path, p, s) for path, p in _factor_places(above) if (s := _share(p, vector)) is not None), None
            )
            if hit is None:
                break
            path, inner, share = hit
            above, left = replace(above, path, share), left - 1
            part, whole = Quotient(inner, total), share
        if whole is None:
            continue
        rest = (*factors[:k], *((powered(base, Fraction(left)),) if left else ()), *factors[k + 1 :])
        kept = tuple(f for f in rest if not is_one(f))
        after = Quotient(above, times(*kept)) if kept else above
        return _rewrite(after, part, whole, "exp(x) / sum(exp(x)) = softmax(x)")
    return None


# --- the logistic function -------------------------------------------------------------------------------------------


def _one_plus_exponential(node: Node) -> Node | None:
    """The a of 1 + e^a."""
    match [exponent_of_e(term) for term in terms_of(node) if not is_one(term)]:
        case [Node() as exponent] if len(terms_of(node)) == 2 and exponent.shape.is_scalar:
            return exponent
    return None


def _sigmoid(node: Quotient) -> Rewrite | None:
    """1/(1 + e^−z) as σ(z), e^z/(1 + e^z) as σ(z), e^−z/(1 + e^−z)² as σ(z) (1 − σ(z))."""
    factors = factors_of(node.denominator)
    for k, factor in enumerate(factors):
        base, exponent = base_and_exponent(factor)
        a = _one_plus_exponential(base)
        if a is None or exponent not in {1, 2}:
            continue
        above = factors_of(node.numerator)
        squares = ((p, base_and_exponent(f)) for p, f in placed(above, Power) if exponent == 2)
        powers = next((p for p, (below, power) in squares if power == 2 and exponent_of_e(below) is a), None)
        if powers is not None:  # e^2z/(1 + e^z)² as σ(z)²
            whole = apply_named("sigmoid", a)
            squared = times(*above[:powers], Power(whole, TWO), *above[powers + 1 :])
            under = (*factors[:k], *factors[k + 1 :])
            part = Quotient(above[powers], factor)
            return _rewrite(
                Quotient(squared, times(*under)) if under else squared,
                part,
                Power(whole, TWO),
                "exp(z)^2 / (1 + exp(z))^2 = sigmoid(z)^2",
            )
        place = next((p for p, f in enumerate(above) if exponent_of_e(f) is a), None)
        if exponent == 2 and place is None:
            continue
        others = above if place is None else (*above[:place], *above[place + 1 :])
        z = a if place is not None else negative(a)
        if exponent == 2:
            z = unsigned(a)
        whole = apply_named("sigmoid", z)
        made = (whole, Sum((ONE, Negate(whole)))) if exponent == 2 else (whole,)
        scalars = tuple(f for f in others if f.shape.is_scalar and not is_one(f))
        rest = tuple(f for f in others if not f.shape.is_scalar)
        above_now = times(*scalars, *made, *rest)
        below = (*factors[:k], *factors[k + 1 :])
        after = Quotient(above_now, times(*below)) if below else above_now
        top = ONE if place is None else above[place]
        part = Quotient(top, base if exponent == 1 else Power(base, TWO))
        statement = {
            (True, 1): "exp(z) / (1 + exp(z)) = sigmoid(z)",
            (False, 1): "1 / (1 + exp(-z)) = sigmoid(z)",
            (True, 2): "exp(-z) / (1 + exp(-z))^2 = sigmoid(z) (1 - sigmoid(z))",
        }[place is not None, int(exponent)]
        return _rewrite(after, part, times(*made), statement)
    return None


@rule(
    title="Divide term by term",
    statement="(f + g) / h = f / h + g / h",
    condition="the terms become shorter",
    words="Each term above the bar is divided by {h} on its own: then something cancels.",
    source="the laws of arithmetic",
    examples=[
        "(norm(x) w' - (w · x) x' / norm(x)) / norm(x)^2 where w: n, x: n",
        "(sqrt(z) w' - y x' / sqrt(z)) / z where w: n, x: n, z: scalar, y: scalar",
        "(sum(exp(x)) diag(exp(x)) - exp(x) @ exp(x)') / sum(exp(x))^2 where x: n",
        "(sum(exp(x)) exp(x_1) - exp(x_1) exp(x_1)) / sum(exp(x))^2 where x: n",
    ],
    leaves_alone=["(x + y) / z", "(x' + w') / z where w: n, x: n, z: scalar", "(x + 1) / x"],
    measure="brackets",
    phase="collapse",
)
def divide_terms(node: Quotient, numerator: Sum) -> Rewrite | None:
    """A fraction of a sum is a sum of fractions. For vectors and matrices this is shorter as soon as one of them
    cancels; for numbers a single fraction is kept, unless every term turns out to be a known function.
    """
    divided = divided_terms(node)
    if not node.shape.is_scalar:
        if not any(_cancels(term, node.denominator) for term in numerator.terms):
            return None
    elif not all(is_softmax(term) for term in divided):
        return None
    return Rewrite(Sum(divided), {"h": node.denominator, **dict(zip("fg", numerator.terms, strict=False))})


def divided_terms(node: Quotient) -> tuple[Node, ...]:
    """The terms of a numerator, each over the denominator, with its sign in front."""
    return tuple(under_sign(lambda inner: Quotient(inner, node.denominator), term) for term in terms_of(node.numerator))


def bases_of(node: Node) -> set[Node]:
    """What a product is made of, without powers and roots: beside q, √q is half of it."""
    bases = collect_bases(factors_of(node), inside_powers=True)
    return {called(base, "sqrt") or base for base in bases if base.free}


def _cancels(term: Node, denominator: Node) -> bool:
    """Whether a term has a factor of the denominator, or is itself a fraction over one."""
    above, below = fraction_of(unsigned(term))
    return not bases_of(denominator).isdisjoint(bases_of(below) | bases_of(above))


def is_softmax(term: Node) -> bool:
    inside = unsigned(term)
    return isinstance(inside, Quotient) and _softmax(inside) is not None
