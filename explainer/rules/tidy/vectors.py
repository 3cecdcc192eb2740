"""Tidying what works entry by entry: fractions of vectors, diagonal matrices in products, entries that add up."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from explainer.expr.kinds import has_child, holds, of_kind, placed
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Cases,
    Comparison,
    Diag,
    DiagonalForm,
    Differential,
    Dot,
    Hadamard,
    HadamardQuotient,
    MatrixProduct,
    Negate,
    Power,
    SumReduction,
)
from explainer.rules.build import (
    all_ones,
    factors_of,
    is_all_ones,
    is_one,
    rational,
    terms_of,
    times,
    written,
)
from explainer.rules.entries.folded_forms import column
from explainer.rules.entries.indices import entry_of, fresh_index, without_zeros
from explainer.rules.entries.switched import OPPOSITE
from explainer.rules.matching import signed
from explainer.rules.rule import Rewrite, rule

FAMILY = "Entrywise"


@rule(
    title="Fractions entry by entry",
    statement="u ⊗ (v ⊘ w) = (u ⊗ v) ⊘ w",
    condition="no entry of w is 0",
    words="Element-wise products and quotients are written with one ⊘, and what stands on both sides of it cancels.",
    shapes={"u": "n", "v": "n", "w": "n"},
    source="Parr and Howard, section 4.2",
    examples=[
        "u ⊗ (v ⊘ w) where u: n, v: n, w: n",
        "x ⊗ (ones(n) ⊘ w) where w: n, x: n",
        "w ⊗ (ones(n) ⊘ w) where w: n",
        "(w ⊗ x) ⊘ w where w: n, x: n",
        "(w ⊗ x) ⊘ x^2 where w: n, x: n",
        "x ⊘ x^3 where x: n",
        "X ⊘ X where X: m x n",
        "w^2 ⊗ (1 ⊘ w) where w: n",
        "A ⊗ ((ones(m) @ ones(n)') ⊘ X) where A: m x n, X: m x n",
    ],
    leaves_alone=["w ⊘ x where w: n, x: n", "ones(n) ⊘ x where x: n"],
    measure="bars",
    phase="tidy",
)
def entrywise_fraction(node: Hadamard | HadamardQuotient) -> Rewrite | None:
    """In every entry it is a product of fractions."""
    if not node.shape.is_vector and not node.shape.is_matrix:
        return None
    if node.shape.is_matrix and holds(node, Differential):
        return None  # a change is taken out of the products before these are put over one bar
    if isinstance(node, Hadamard) and not has_child(node, HadamardQuotient):
        return None
    above: _Bases = {}
    below: _Bases = {}
    _collect(node, Fraction(1), above, below)
    cancelled = [base for base in below if base in above]
    if not cancelled and not has_child(node, HadamardQuotient):
        return None
    if not cancelled and node.shape.is_matrix and holds(node, Differential):
        return None  # the change stays a factor of its own, which a trace is read off
    for base in cancelled:
        left = above.pop(base) - below.pop(base)
        if left > 0:
            above[base] = left
        elif left < 0:
            below[base] = -left
    if any(base.shape != node.shape for base in (*above, *below)):
        return None
    top = _multiplied(above) or all_ones(node.shape)
    bar = _multiplied(below)
    after = top if bar is None else HadamardQuotient(top, bar)
    if after is node:
        return None
    return Rewrite(after, conditions=tuple(without_zeros(base, node) for base in cancelled))


_Bases: TypeAlias = dict[Node, Fraction]


def _collect(part: Node, exponent: Fraction, above: _Bases, below: _Bases) -> None:
    """The vectors above and below the bar with their whole exponents; ones change nothing."""
    match part:
        case Hadamard(factors):
            for factor in factors:
                _collect(factor, exponent, above, below)
            return
        case HadamardQuotient(numerator, denominator):
            _collect(numerator, exponent, above, below)
            _collect(denominator, exponent, below, above)
            return
        case Power(base, power) if (value := rational(power)) is not None and value.denominator == 1 and value > 0:
            _collect(base, exponent * value, above, below)
            return
    if not is_all_ones(part) and not is_one(part):
        above[part] = above.get(part, Fraction(0)) + exponent


def _multiplied(bases: _Bases) -> Node | None:
    parts = tuple(base if exponent == 1 else Power(base, written(exponent)) for base, exponent in bases.items())
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Hadamard(parts)


@rule(
    title="Dot product with a fraction",
    statement="(u ⊘ v) · v = sum(u)",
    condition="no entry of v is 0",
    words="In every entry {v} cancels: what is left is the sum of the entries of {u}.",
    shapes={"u": "n", "v": "n"},
    source="Parr and Howard, section 4.4",
    examples=["(w ⊘ x) · x where w: n, x: n", "x · (ones(n) ⊘ x) where x: n"],
    leaves_alone=["(w ⊘ x) · w where w: n, x: n"],
    phase="tidy",
)
def dot_with_fraction(node: Dot) -> Rewrite | None:
    """The dot product multiplies entry by entry, so what one side divides by and the other multiplies by cancels."""
    for k, fraction in placed(node.children, HadamardQuotient):
        u, v = fraction.numerator, fraction.denominator
        if node.children[1 - k] is v and u.shape == v.shape:
            return Rewrite(SumReduction(u), {"u": u, "v": v}, conditions=(without_zeros(v, node),))
    return None


@rule(
    title="Diagonal matrix in a product",
    statement="diagonal(i=1..n, 1 / x_i) @ A = diag(ones(n) ⊘ x) @ A",
    words="The diagonal matrix with these entries is written as {diagonal}, so that the product stays short.",
    shapes={"x": "n", "A": "n x m"},
    source="Parr and Howard, section 4.2",
    examples=[
        "diagonal(i=1..n, 1 / x_i) @ A where x: n, A: n x m",
        "w' @ diagonal(i=1..n, cases(0 if x_i <= 0, 1 if x_i > 0)) where w: n, x: n",
    ],
    leaves_alone=["diagonal(i=1..n, 1 / x_i) where x: n"],
    phase="tidy",
)
def diagonal_in_product(node: MatrixProduct) -> Rewrite | None:
    """Alone, a diagonal matrix is clearest with its entries in view; in a product, as diag of a vector."""
    for k, factor in placed(node.factors, DiagonalForm):
        if factor.index in factor.body.free:
            whole = column(factor.body, factor.index, fractions=True, switches=True)
            if whole is not None and whole.shape.is_vector:
                after = MatrixProduct((*node.factors[:k], Diag(whole), *node.factors[k + 1 :]))
                return Rewrite(after, {"diagonal": Diag(whole)})
    return None


@rule(
    title="The entries of softmax add up to one",
    statement="sum(softmax(x)) = 1",
    words="The entries of {whole} are shares of a whole: they add up to 1.",
    shapes={"x": "n"},
    source="Bridle 1990",
    examples=["sum(softmax(x)) where x: n"],
    leaves_alone=["sum(x) where x: n"],
    phase="tidy",
)
def sum_of_softmax(node: SumReduction, operand: Apply) -> Rewrite | None:
    """Each entry is divided by the sum of all of them."""
    return Rewrite(ONE, {"whole": operand}) if operand.operation.name == "softmax" else None


@rule(
    title="Diagonal matrix entry by entry",
    statement="diag(ones(n) ⊘ x) = diagonal(i=1..n, 1 / x_i)",
    words="On the diagonal stands {entry}.",
    shapes={"x": "n"},
    source="Parr and Howard, section 4.2",
    examples=["diag(ones(n) ⊘ x) where x: n", "-diag(w ⊘ x^2) where w: n, x: n", "diag(x > 0) where x: n",
              "diag((x > 0) + exp(x) ⊗ (x <= 0)) where x: n"],
    leaves_alone=["diag(x) where x: n", "w ⊘ x where w: n, x: n", "diag((x > 0) + (x <= 1)) where x: n"],
    measure="operations entry by entry",
    phase="tidy",
)  # fmt: skip
def diagonal_in_view(node: Negate | Diag) -> Rewrite | None:
    """Where the diagonal matrix is all that there is, its entries in view say most."""
    sign, inside = signed(node)
    if not isinstance(inside, Diag):
        return None
    index = fresh_index(inside.operand.shape.rows, node)
    entry: Node | None = None
    if isinstance(inside.operand, HadamardQuotient):
        entry = entry_of(inside.operand, (index,))
    elif holds(inside.operand, Comparison):
        entry = _as_cases(entry_of(inside.operand, (index,)))
    if entry is None:
        return None
    entry = Negate(entry) if sign else entry
    return Rewrite(DiagonalForm(index, entry), {"entry": entry})


def _as_cases(entry: Node) -> Cases | None:
    """Terms that switches turn on and off as cases: one switch, or one and its opposite."""
    pairs = [_switch_and_value(term) for term in terms_of(entry)]
    if not pairs or len(pairs) > 2 or None in pairs:
        return None
    (on, value), *others = [pair for pair in pairs if pair is not None]
    off = Comparison(OPPOSITE[on.relation], on.left, on.right)
    if others and others[0][0] is not off:
        return None
    cases = [(off, others[0][1] if others else ZERO), (on, value)]
    if on.relation in {"<", "<="}:
        cases.reverse()
    return Cases(tuple(value for _, value in cases), tuple(condition for condition, _ in cases))


def _switch_and_value(term: Node) -> tuple[Comparison, Node] | None:
    """A term as the comparison that turns it on, and what it is then."""
    negative, inside = signed(term)
    factors = factors_of(inside)
    switches = of_kind(factors, Comparison)
    rest = tuple(factor for factor in factors if factor not in switches)
    if len(switches) != 1 or any(holds(factor, Comparison) for factor in rest):
        return None
    value = times(*rest) if rest else ONE
    return switches[0], Negate(value) if negative else value


ORDER = (
    diagonal_in_product,
    entrywise_fraction,
    dot_with_fraction,
    sum_of_softmax,
)
"""The rules of this module, in the order in which they are tried."""
