"""The order of terms: what a textbook would put first, learned from the function as it was typed.

All methods find the same terms, each in an order of its own; here they get one order. Powers rise, unless they fall in
the typed function: x² + 3x gives 2x + 3, and x + x² gives 1 + 2x. A sum that was typed keeps its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import (
    Apply,
    Cases,
    Comparison,
    Derivative,
    Diag,
    Dot,
    Entry,
    Hadamard,
    HadamardQuotient,
    Identity,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    Variable,
)
from explainer.rules.build import negative, rational
from explainer.rules.rule import Rewrite, rule

HOMOGENEOUS = {"sqrt": Fraction(1, 2), "norm": Fraction(1), "frobenius_norm": Fraction(1), "abs": Fraction(1),
               "mean": Fraction(1)}  # fmt: skip
"""Functions that grow as a power of their argument, with that power: they count as powers."""

LARGEST_ORDERED = 5000
"""Sums with more parts than this, which nobody reads, stay in the order in which they came."""

_NONE: frozenset[Node] = frozenset()
Key = tuple[int, Fraction, int, int, int, int, str]


def degree(node: Node, x: frozenset[Node]) -> Fraction:
    """How often the variables stand in a term as factors: 2 in x² sin(x), −1 in 1/x."""
    if node in x:
        return Fraction(1)
    if x.isdisjoint(node.free):
        return Fraction(0)
    if isinstance(node, Product | Dot | MatrixProduct | Hadamard):
        return sum((degree(child, x) for child in node.children), Fraction(0))
    if isinstance(node, Quotient | HadamardQuotient):
        return degree(node.numerator, x) - degree(node.denominator, x)
    if isinstance(node, Power):
        exponent = rational(node.exponent)
        return Fraction(0) if exponent is None else degree(node.base, x) * exponent
    if isinstance(node, Apply):
        power = HOMOGENEOUS.get(node.operation.name)
        return Fraction(0) if power is None else power * degree(node.arguments[0], x)
    if isinstance(node, Sum | Cases):
        parts = node.terms if isinstance(node, Sum) else node.values
        return max(degree(part, x) for part in parts)
    if isinstance(node, Negate | Transpose | Diag | SumReduction | IndexedSum):
        return degree(node.children[-1] if isinstance(node, IndexedSum) else node.children[0], x)
    return Fraction(1) if isinstance(node, Entry) else Fraction(0)


def _has_function(node: Node, x: frozenset[Node]) -> bool:
    """Whether more than powers of the variables stands in a term: sin(x), e^x."""
    for part in each_part(node):
        if isinstance(part, Apply) and part.operation.name not in HOMOGENEOUS and not x.isdisjoint(part.free):
            return True
        if isinstance(part, Power) and rational(part.exponent) is None and not x.isdisjoint(part.exponent.free):
            return True
    return False


@dataclass(frozen=True, eq=False)
class Taste:
    """In which order the terms of a function are written: its variables, its sums, what rises and what comes first."""

    x: frozenset[Node] = _NONE
    sums: frozenset[Node] = _NONE
    falling: bool = False
    functions_first: bool = False
    products: tuple[Node, ...] = ()
    parts: Mapping[Node, int] = field(default_factory=dict)
    """Where every part first stands in the function."""

    @classmethod
    def of(cls, source: Node, wrt: Iterable[Node]) -> Taste:
        """Learn from the function as it was typed: the first two terms that differ decide."""
        x = frozenset(wrt)
        sums: list[Node] = []
        products: list[Node] = []
        falling: bool | None = None
        first: bool | None = None
        parts: dict[Node, int] = {}
        for place, part in enumerate(each_part(source)):
            parts[part] = place
            if _commutes(part):
                products.append(part)
            if not isinstance(part, Sum):
                continue
            sums.append(part)
            for one, other in zip(part.terms, part.terms[1:], strict=False):
                before, behind = degree(one, x), degree(other, x)
                falling = before > behind if falling is None and before != behind else falling
                flags = _has_function(one, x), _has_function(other, x)
                first = flags[0] if first is None and flags[0] != flags[1] else first
        if falling is None:  # w · x + b, but 1 + x
            falling = any(not variable.shape.is_scalar for variable in x)
        return cls(x, frozenset(sums), falling, bool(first), tuple(products), parts)

    def knowing(self, line: Node) -> Taste:
        """The taste with the sums of a line's conditions, which stand there as they were typed."""
        sums = [part for node in each_part(line) if isinstance(node, Comparison)
                for part in each_part(node) if isinstance(part, Sum)]  # fmt: skip
        parts = dict(self.parts)
        for part in (part for whole in sums for part in each_part(whole)):
            parts.setdefault(part, len(parts))
        return replace(self, sums=self.sums | frozenset(sums), parts=parts)

    def key(self, term: Node) -> Key:
        """Where a term stands among others."""
        inner = term.operand if isinstance(term, Negate) else term
        power = degree(inner, self.x)
        last = not term.shape.is_scalar and any(isinstance(part, Ones | Identity) for part in each_part(inner))
        function = _has_function(inner, self.x)
        others = [self.parts.get(part, -1) for part in inner.free - self.x if not isinstance(part, Index)]
        return (int(last), -power if self.falling else power, int(function is not self.functions_first),
                int(inner is not term), max(others, default=-1), inner.part_count, inner.text())  # fmt: skip

    def ordered(self, node: Sum) -> Sum:
        """The sum with its terms in order: as typed where it was typed, and with a positive term in front."""
        if node.part_count > LARGEST_ORDERED:
            return node
        terms = frozenset(node.terms)
        opposite = frozenset(map(negative, node.terms))
        for typed in self.sums:
            if isinstance(typed, Sum) and len(typed.terms) == len(node.terms):
                if frozenset(typed.terms) == terms:
                    return typed
                if frozenset(typed.terms) == opposite:
                    turned = tuple(map(negative, typed.terms))
                    return Sum(tuple(sorted(turned, key=lambda term: isinstance(term, Negate))))
        if any(len(terms_of(typed) & terms_of(node)) > 1 for typed in self.sums):
            return Sum(tuple(sorted(node.terms, key=self._typed_place)))
        found = sorted(node.terms, key=self.key)
        positive = next((term for term in found if not isinstance(term, Negate)), None)
        if positive is not None and positive is not found[0]:
            found.remove(positive)
            found.insert(0, positive)
        return Sum(tuple(found))

    def _typed_place(self, term: Node) -> tuple[bool, int]:
        """Where a part of a typed sum stands among others that came to it: what is positive first, then as typed."""
        inner = term.operand if isinstance(term, Negate) else term
        return inner is not term, self.parts.get(inner, len(self.parts))

    def arranged(self, node: Node) -> Node:
        """A dot product or a product entry by entry as it was typed, or else with letters before functions."""
        for typed in self.products:
            if _vectors(typed) == _vectors(node) and typed.shape == node.shape:
                return typed
        if isinstance(node, SumReduction) and isinstance(node.operand, Hadamard):
            left, right = sorted(node.operand.factors, key=_vector_rank)
            return self.arranged(Dot(left, right))
        ordered = tuple(sorted(node.children, key=_vector_rank))
        return with_children(node, ordered)


def terms_of(node: Node) -> frozenset[Node]:
    """The terms of a sum without their signs."""
    return frozenset(term.operand if isinstance(term, Negate) else term for term in node.children)


def _commutes(node: Node) -> bool:
    """Whether this is a product of vectors whose factors may change places: u ⊗ v, u · v, sum(u ⊗ v)."""
    if isinstance(node, SumReduction):
        return isinstance(node.operand, Hadamard) and node.operand.shape.is_vector and len(node.operand.factors) == 2
    return isinstance(node, Dot | Hadamard) and all(child.shape == node.children[0].shape for child in node.children)


def _vectors(node: Node) -> list[str]:
    factors = node.children[0].children if isinstance(node, SumReduction) else node.children
    return sorted(factor.text() for factor in factors)


def _vector_rank(vector: Node) -> tuple[int, int, str]:
    """Letters by name, then errors such as ŷ − y, then functions, then what is left of 1."""
    if isinstance(vector, Variable):
        return 0, 0, vector.name
    if isinstance(vector, Sum):
        bare = any(isinstance(t.operand if isinstance(t, Negate) else t, Variable) for t in vector.terms)
        return (1 if bare else 3), vector.part_count, vector.text()
    return 2, vector.part_count, vector.text()


@rule(
    title="Order of terms",
    statement="f + g = g + f",
    words="The terms are put into their usual order.",
    source="the laws of arithmetic",
    examples=["x cos(x) + sin(x)", "-y + sigmoid(z)", "e^x + 1"],
    leaves_alone=["1 + x", "sigmoid(z) - y", "1 - x^2"],
    phase="tidy",
)
def order_terms(node: Node) -> Rewrite | None:
    """Terms may change places. Powers rise, or fall as they do in the function itself; what is positive comes first."""
    if not isinstance(node, Sum):
        return None
    letters = frozenset(part for part in node.free if isinstance(part, Variable))
    return reordered(node, Taste(letters, _NONE))


def reordered(node: Sum, taste: Taste) -> Rewrite | None:
    """The sum in the order of a taste; None where it is in that order."""
    after = taste.ordered(node)
    return None if after is node else Rewrite(after)


@rule(
    title="Order of vectors in a product",
    statement="u ⊗ v = v ⊗ u",
    words="The factors are put into their usual order.",
    shapes={"u": "n", "v": "n"},
    source="the laws of arithmetic",
    examples=["softmax(x) ⊗ y where x: n, y: n", "x · w where w: n, x: n", "sum(w ⊗ x) where w: n, x: n"],
    leaves_alone=["w · x where w: n, x: n", "y ⊗ softmax(x) where x: n, y: n", "x @ w' where w: n, x: n"],
    phase="tidy",
)
def order_vectors(node: Node) -> Rewrite | None:
    """Entry by entry numbers are multiplied, so the factors may change places; a dot product adds these products up."""
    return rearranged(node, Taste())


def rearranged(node: Node, taste: Taste) -> Rewrite | None:
    """A product of vectors in the order of a taste; None where it is in that order."""
    if not _commutes(node):
        return None
    after = taste.arranged(node)
    if after is node:
        return None
    statement = {Dot: "u · v = v · u", SumReduction: "sum(u ⊗ v) = u · v"}.get(type(node), "")
    return Rewrite(after, statement=statement)


def closed(node: Node) -> bool:
    """Whether the terms in a part are left as they are: what still waits, and conditions."""
    return isinstance(node, Derivative | Comparison)
