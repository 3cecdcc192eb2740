"""The order of terms: what a textbook would put first, learned from the function as it was typed.

All methods find the same terms, each in an order of its own; here they get one order. Powers rise, unless they fall in
the typed function: x² + 3x gives 2x + 3, and x + x² gives 1 + 2x. A sum that was typed keeps its order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from explainer.expr.kinds import any_of_kind, holds, not_of_kind, of_kind, parts_of_kind
from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import (
    Apply,
    Cases,
    Comparison,
    Derivative,
    Diag,
    Differential,
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
    is_matrix_power,
)
from explainer.rules.build import rational, unsigned
from explainer.rules.forms.which_first import IN_ORDER, is_kronecker, length
from explainer.rules.matching import column_of, squared
from explainer.rules.rule import Rewrite, rule
from explainer.rules.vector.exponents import as_power
from explainer.rules.vector.matrix_powers import sums_powers

FAMILY = "Order"

HOMOGENEOUS = {"sqrt": Fraction(1, 2), "norm": Fraction(1), "frobenius_norm": Fraction(1), "abs": Fraction(1),
               "tr": Fraction(1), "mean": Fraction(1), "std": Fraction(1), "var": Fraction(2)}  # fmt: skip
"""Functions that grow as a power of their argument, with that power: they count as powers."""

LARGEST_ORDERED = 5000
"""Sums with more parts than this, which nobody reads, stay in the order in which they came."""


Bag: TypeAlias = frozenset[tuple[Node, int]]


def _bag(parts: Iterable[Node]) -> Bag:
    """Parts without an order, each with how often it occurs."""
    return frozenset(Counter(parts).items())


class Taste:
    """In which order the terms of a function are written: what rises, what comes first, and what was typed how.

    `x` are the variables, `falling` says that higher powers come first, `functions_first` that sin(x) comes before 2x
    where the powers do not decide.
    """

    def __init__(self, x: Iterable[Node] = ()) -> None:
        self.x = frozenset(x)
        self.falling = any(not variable.shape.is_scalar for variable in self.x)  # w · x + b, but 1 + x
        self.functions_first = False
        self._parts: dict[Node, int] = {}
        self._products: dict[tuple[bool, Bag], Node] = {}
        self._sums: dict[Bag, Sum] = {}
        self._holders: dict[Node, list[Sum]] = {}
        self._degrees: dict[Node, Fraction] = {}
        self._with_function: dict[Node, bool] = {}

    @classmethod
    def of(cls, source: Node, wrt: Iterable[Node]) -> Taste:
        """Learn from the function as it was typed: the first two terms that differ decide."""
        taste = cls(wrt)
        falling: bool | None = None
        first: bool | None = None
        for place, part in enumerate(each_part(source)):
            taste._parts[part] = place
            if _commutes(part):
                taste._products.setdefault(_vectors(part), part)
            elif (dot := _row_times_column(part)) is not None:  # a' a is printed as a · a
                taste._products.setdefault(_vectors(dot), dot)
            if falling is None and sums_powers(part):
                falling = False  # Σ X^i for i from 0 on
            if not isinstance(part, Sum):
                continue
            taste._take(part)
            for one, other in pairwise(part.terms):
                before, behind = taste.degree(one), taste.degree(other)
                falling = before > behind if falling is None and before != behind else falling
                flags = taste.has_function(one), taste.has_function(other)
                first = flags[0] if first is None and flags[0] != flags[1] else first
        taste.falling = taste.falling if falling is None else falling
        taste.functions_first = bool(first)
        return taste

    def _take(self, typed: Sum) -> None:
        opened = tuple(map(_without_brackets, typed.terms))
        if opened != typed.terms:
            self._take(Sum(opened))
        if self._sums.setdefault(_bag(typed.terms), typed) is typed:
            for term in typed.terms:
                self._holders.setdefault(unsigned(term), []).append(typed)

    def was_typed(self, node: Node) -> bool:
        """Whether a sum in an expression stands in the function as it was typed."""
        return any(part in self._parts for part in parts_of_kind(node, Sum))

    def look_at(self, line: Node) -> None:
        """Learn the sums of a line's conditions too: there they stand as they were typed."""
        for condition in parts_of_kind(line, Comparison):
            for side in of_kind(condition.children, Sum):
                self._take(side)

    def degree(self, node: Node) -> Fraction:
        """How often the variables stand in a term as factors: 2 in x² sin(x), −1 in 1/x."""
        known = self._degrees.get(node)
        if known is None:
            known = self._degrees[node] = self._degree(node)
        return known

    def _degree(self, node: Node) -> Fraction:
        if node in self.x:
            return Fraction(1)
        if self.x.isdisjoint(node.free):
            return Fraction(0)
        match node:
            case Product() | Dot() | MatrixProduct() | Hadamard():
                return sum(map(self.degree, node.children), Fraction(0))
            case Quotient() | HadamardQuotient():
                return self.degree(node.numerator) - self.degree(node.denominator)
            case Power():
                exponent = rational(node.exponent)
                return Fraction(0) if exponent is None else self.degree(node.base) * exponent
            case Apply(operation, arguments) if is_matrix_power(node):
                times = as_power(node)[1]
                return self.degree(arguments[0]) * (0 if times.indices else times.count)
            case Apply(operation, arguments):
                power = HOMOGENEOUS.get(operation.name)
                return Fraction(0) if power is None else power * self.degree(arguments[0])
            case Sum(parts) | Cases(parts):
                return max(map(self.degree, parts))
            case IndexedSum():
                return self.degree(node.body)
            case Negate() | Transpose() | Diag() | SumReduction():
                return self.degree(node.operand)
            case Entry():
                return Fraction(1)
        return Fraction(0)

    def has_function(self, node: Node) -> bool:
        """Whether more than powers of the variables stands in a term: sin(x), e^x."""
        known = self._with_function.get(node)
        if known is None:
            known = not self.x.isdisjoint(node.free) and (
                (isinstance(node, Apply) and node.operation.name not in HOMOGENEOUS and not is_matrix_power(node))
                or (isinstance(node, Power) and not self.x.isdisjoint(node.exponent.free))
                or any(map(self.has_function, node.children))
            )
            self._with_function[node] = known
        return known

    def _key(self, term: Node) -> tuple[int, Fraction, bool, bool, int, int]:
        """Where a term stands among others."""
        inner = unsigned(term)
        power = self.degree(inner)
        others = (self._parts.get(part, -1) for part in not_of_kind(inner.free - self.x, Index))
        return (_constants(inner), -power if self.falling else power, self.has_function(inner) != self.functions_first,
                inner is not term, max(others, default=-1), length(inner))  # fmt: skip

    def ordered(self, node: Sum) -> Sum:
        """The sum with its terms in order: as typed where it was typed, and with a positive term in front."""
        if node.part_count > LARGEST_ORDERED:
            return node
        typed = self._sums.get(_bag(node.terms))
        if typed is not None:
            return typed
        holder = self._holder(node)
        if holder is not None:
            places = {unsigned(term): place for place, term in enumerate(holder.terms)}
            later = len(places)

            def typed_place(term: Node) -> tuple[bool, int]:
                inner = unsigned(term)
                return inner is not term, places.get(inner, later + self._parts.get(inner, 0))

            return Sum(tuple(sorted(node.terms, key=typed_place)))
        found = sorted(sorted(node.terms, key=IN_ORDER), key=self._key)
        if self.x.isdisjoint(node.free):  # an exponent such as r − 1
            found.sort(key=lambda term: not term.free)
        first = not_of_kind(found, Negate)[:1]
        for term in first:  # a difference does not begin with a minus sign
            found.remove(term)
            found.insert(0, term)
        return Sum(tuple(found))

    def _holder(self, node: Sum) -> Sum | None:
        """The typed sum that shares most terms with a sum, all with their signs or all without, if two or more."""
        counts: Counter[tuple[Sum, bool]] = Counter()
        for term in node.terms:
            for typed in self._holders.get(unsigned(term), ()):
                counts[typed, term in typed.terms] += 1
        (best, _), most = max(counts.items(), key=lambda item: item[1], default=((None, True), 0))
        return best if most > 1 else None

    def arranged(self, node: Node) -> Node:
        """A dot product or a product entry by entry as it was typed, or else with letters before functions."""
        typed = self._products.get(_vectors(node))
        if typed is not None:
            return typed
        if isinstance(node, MatrixProduct) or _square(node) is not None:
            return node
        match node:
            case Dot() if (form := _as_form(node)) is not None:
                return form
            case SumReduction(Hadamard() as operand):
                return self.arranged(Dot(*_sorted_vectors(operand.factors)))
        return with_children(node, _sorted_vectors(node.children))


def _without_brackets(term: Node) -> Node:
    """(f/g)² as it is printed after tidying, f²/g²."""
    match term:
        case Power(Quotient() as base, exponent) if rational(exponent) is not None:
            above, below = base.children
            return Quotient(Power(above, exponent), Power(below, exponent))
    return term


def _constants(term: Node) -> int:
    """1 for the vector of ones and the identity matrix with what scales them: they come last.

    A matrix without variables comes first: from I something is taken away.
    """
    if term.shape.is_scalar:
        return 0
    if term.shape.is_matrix and not any_of_kind(term.free, Variable):
        return -1
    return int(holds(term, Ones, Identity) and not is_kronecker(term))


def _commutes(node: Node) -> bool:
    """Whether this is a product of vectors whose factors may change places: u ⊗ v, u · v, sum(u ⊗ v), u' A v."""
    match node:
        case MatrixProduct():
            return _as_dot(node) is not None
        case SumReduction(Hadamard((_, _)) as operand):
            return operand.shape.is_vector
        case SumReduction():
            return _square(node) is not None
        case Dot() | Hadamard():
            return all(child.shape == node.children[0].shape for child in node.children)
    return False


def _row_times_column(node: Node) -> Dot | None:
    """The dot product that a row times a column is; matrices of one entry are none."""
    match node:
        case MatrixProduct((row, column)) if node.shape.is_scalar and column.shape.is_vector:
            vector = column_of(row)
            return None if vector is None else Dot(vector, column)
    return None


def _vectors(node: Node) -> tuple[bool, Bag]:
    """The factors of a product of vectors, and whether their products are added up."""
    node = (_as_dot(node) if isinstance(node, MatrixProduct) else None) or node
    squared = _square(node)
    if squared is not None:
        return True, _bag((squared, squared))
    return node.shape.is_scalar, _bag(node.children[0].children if isinstance(node, SumReduction) else node.children)


def _square(node: Node) -> Node | None:
    """The u of sum(u^2), which is u · u."""
    match node:
        case SumReduction(Power(base) as inside) if base.shape.is_vector:
            return squared(inside)
    return None


def _as_dot(node: MatrixProduct) -> Dot | None:
    """u' A v as u · (A v)."""
    first, *others = node.factors
    if not node.shape.is_scalar or len(others) < 2 or not isinstance(first, Transpose):
        return None
    rest = MatrixProduct(tuple(others))
    return Dot(first.operand, rest) if rest.shape == first.operand.shape and rest.shape.is_vector else None


def _as_form(node: Dot) -> Node | None:
    """u · (A v) as u' A v."""
    products = of_kind(node.children, MatrixProduct)
    others = not_of_kind(node.children, MatrixProduct)
    return MatrixProduct((Transpose(*others), *products[0].factors)) if len(products) == len(others) else None


def _sorted_vectors(factors: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(sorted(sorted(factors, key=IN_ORDER), key=_vector_rank))


def _vector_rank(vector: Node) -> tuple[int, int, str]:
    """Letters by name, then errors such as ŷ − y, then functions, then what is left of 1."""
    match vector:
        case Variable(name):
            return 0, 0, name
        case Sum(terms):
            bare = any_of_kind(map(unsigned, terms), Variable)
            return (1 if bare else 3), vector.part_count, ""
    return 2, vector.part_count, ""


@rule(
    title="Order of terms",
    statement="f + g = g + f",
    words="The terms are put into their usual order.",
    source="the laws of arithmetic",
    examples=["x cos(x) + sin(x)", "-y + sigmoid(z)", "e^x + 1"],
    leaves_alone=["1 + x", "sigmoid(z) - y", "1 - x^2"],
    measure="sums out of order",
    phase="tidy",
)
def order_terms(node: Sum) -> Rewrite | None:
    """Terms may change places. Powers rise, or fall as they do in the function itself; what is positive comes first."""
    letters = of_kind(node.free, Variable)
    return reordered(node, Taste(letters))


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
    measure="sums out of order",
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
    return isinstance(node, Derivative | Differential | Comparison)
