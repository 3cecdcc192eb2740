"""Sums over products of entries as products of matrices: Σ_k A_ik B_kj is entry i, j of A B.

The factors are edges between the indices that they hold: an index that is summed over and has two edges joins them to
a product of matrices, one with a single edge makes a vector, and edges between the same indices multiply entry by
entry. What is left between the two indices outside is the whole.
"""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr import nodes
from explainer.expr.kinds import any_of_kind, of_kind
from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import (
    ONE,
    Delta,
    Diag,
    Dot,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    Sum,
    SumReduction,
)
from explainer.rules.build import (
    entry_factors,
    factors_of,
    is_one,
    matrix_times,
    plus_all,
    terms_of,
    times,
    transposed,
)
from explainer.rules.entries.indices import fresh_index
from explainer.rules.matching import signed
from explainer.rules.table import apply_named

Vectors = Callable[[Node, Index], Node | None]
Matrices = Callable[[Node, tuple[Index, Index]], Node | None]


class _Parts:
    """The factors of a product and the indices that are summed over, of sums inside of each other."""

    def __init__(self, body: Node, outside: tuple[Index, ...]) -> None:
        """Indices that are free in the whole keep their letters: one that is bound inside gets another than these."""
        self.negative = False
        self.factors: list[Node] = []
        self.below: list[Node] = []
        self.summed: list[Index] = []
        self._outside = (*outside, *of_kind(body.free, Index))
        self._take(body)

    def _take(self, part: Node) -> None:
        match part:
            case Negate(operand):
                self.negative = not self.negative
                self._take(operand)
            case Product(factors):
                for factor in factors:
                    self._take(factor)
            case Quotient(numerator, denominator) if denominator.free.isdisjoint((*self._outside, *self.summed)):
                self.below.append(denominator)
                self._take(numerator)
            case Quotient(numerator, denominator):
                beside = [factor for factor in factors_of(numerator) if _indices(factor) == _indices(denominator)]
                for factor in factors_of(numerator):
                    if factor not in beside:
                        self._take(factor)
                self.factors.append(Quotient(times(*beside), denominator))
            case IndexedSum() if part.lower == 1:
                index, body = part.index, part.body
                if index in self.summed or index in self._outside:
                    index = fresh_index(index.size, body, *self.factors, self.summed, self._outside)
                    body = substitute(body, {part.index: index})
                self.summed.append(index)
                self._take(body)
            case _:
                self.factors.append(part)

    def multiplied_out(self, wide: int) -> list[Node]:
        """The whole with the brackets of one factor multiplied out, term by term."""
        others = (*self.factors[:wide], *self.factors[wide + 1 :])
        terms = []
        for term in terms_of(self.factors[wide]):
            sign, size = signed(term)
            product = times(*others, size)
            product = Quotient(product, times(*self.below)) if self.below else product
            for index in reversed(self.summed):
                product = IndexedSum(index, product)
            terms.append(Negate(product) if sign is not self.negative else product)
        return terms


def _indices(part: Node) -> set[Node]:
    return set(of_kind(part.free, Index))


class _Network:
    """Vectors at the indices and matrices between them."""

    def __init__(self, outside: tuple[Index, ...], summed: list[Index]) -> None:
        self.outside = outside
        self.summed = list(summed)
        self.scalars: list[Node] = []
        self._vectors: dict[Index, list[Node]] = {index: [] for index in (*outside, *summed)}
        self._edges: dict[frozenset[Index], list[tuple[Index, Node]]] = {}

    def put(self, factor: Node, vectors: Vectors, matrices: Matrices) -> bool:
        """Take a factor up by the indices that it holds; False where it has no whole."""
        held = [index for index in self._vectors if index in factor.free]
        if not held:
            if not is_one(factor):
                self.scalars.append(factor)
            return True
        if len(held) > 2:
            return False
        whole = vectors(factor, held[0]) if len(held) == 1 else matrices(factor, (held[0], held[1]))
        if whole is None:
            return False
        if len(held) == 1:
            self._vectors[held[0]].append(whole)
        else:
            self._join(held[0], held[1], whole)
        return True

    def _join(self, one: Index, other: Index, matrix: Node) -> None:
        self._edges.setdefault(frozenset((one, other)), []).append((one, matrix))

    def reduced(self) -> Node | None:
        """What is left at the indices outside, once every other index is gone; None where one stays."""
        while self.summed:
            index = next((index for index in self.summed if len(self._neighbours(index)) <= 2), None)
            if index is None:
                return None
            self.summed.remove(index)
            self._without(index)
        if len(self.outside) < 2:
            found = [self._vector(index) or Ones(index.size) for index in self.outside]
            return found[0] if found else ONE
        i, j = self.outside
        left, right = self._vector(i), self._vector(j)
        middle = self._between(i, j)
        if middle is None:
            return MatrixProduct((left or Ones(i.size), _turned(right or Ones(j.size))))
        return matrix_times(*((Diag(left),) if left else ()), middle, *((Diag(right),) if right else ()))

    def _neighbours(self, index: Index) -> list[Index]:
        return [next(iter(pair - {index})) for pair in self._edges if index in pair]

    def _vector(self, index: Index) -> Node | None:
        found = self._vectors[index]
        return None if not found else found[0] if len(found) == 1 else Hadamard(tuple(found))

    def _between(self, one: Index, other: Index) -> Node | None:
        """The matrix whose rows are counted by the first index; several are multiplied entry by entry."""
        found = [m if start is one else _turned(m) for start, m in self._edges.get(frozenset((one, other)), [])]
        if not found:
            return None
        return found[0] if len(found) == 1 else Hadamard(tuple(part for m in found for part in entry_factors(m)))

    def _without(self, index: Index) -> None:
        """Sum over an index: what stands at it goes into its neighbours, or becomes a number."""
        beside, vector = self._neighbours(index), self._vector(index)
        if not beside:
            self.scalars.append(nodes.size_value(index.size) if vector is None else _total(vector))
        elif len(beside) == 1:
            (other,) = beside
            matrix = self._between(other, index)
            assert matrix is not None
            pair = self._edges.pop(frozenset((other, index)))
            if self._is_circle(other, index, len(pair)):
                (_, first), (_, second) = ((s, m if s is other else _turned(m)) for s, m in pair)
                self.summed.remove(other)
                self.scalars.append(apply_named("tr", matrix_times(first, _turned(second))))
                return
            self._vectors[other].append(matrix_times(matrix, vector or Ones(index.size)))
        else:
            one, other = beside
            before, behind = self._between(one, index), self._between(index, other)
            assert before is not None
            assert behind is not None
            for neighbour in beside:
                del self._edges[frozenset((neighbour, index))]
            self._join(one, other, matrix_times(before, *((Diag(vector),) if vector else ()), behind))

    def _is_circle(self, other: Index, index: Index, count: int) -> bool:
        """Whether two matrices lead from one index to another and back, and nothing else stands at either: a trace."""
        alone = not self._vectors[other] and not self._vectors[index] and not self._neighbours(other)
        return count == 2 and alone and other in self.summed


def _total(vector: Node) -> Node:
    """The sum of the entries of a vector; of a product of two, entry by entry, the dot product."""
    parts = entry_factors(vector)
    return Dot(*parts) if len(parts) == 2 else SumReduction(vector)


def _turned(matrix: Node) -> Node:
    """The transpose, with (A B)ᵀ written Bᵀ Aᵀ."""
    match matrix:
        case MatrixProduct(factors):
            return MatrixProduct(tuple(_turned(factor) for factor in reversed(factors)))
        case Diag():
            return matrix
    return transposed(matrix)


def contracted(body: Node, at: tuple[Index, ...], vectors: Vectors, matrices: Matrices) -> Node | None:
    """The matrix whose entry at two indices is a product, or a sum of products, of entries; None where it is none.

    With one index it is a vector, without any a number.

    `vectors` and `matrices` give the whole for an entry with one index and with two.
    """
    parts = _Parts(body, at)
    if any(index in part.free for part in parts.below for index in (*at, *parts.summed)):
        return None
    wide = next((k for k, factor in enumerate(parts.factors) if _is_wide(factor, (*at, *parts.summed))), None)
    if wide is not None:
        return plus_all(contracted(term, at, vectors, matrices) for term in parts.multiplied_out(wide))
    network = _Network(at, parts.summed)
    if not all(network.put(factor, vectors, matrices) for factor in parts.factors):
        return None
    whole = network.reduced()
    if whole is None:
        return None
    whole = times(*network.scalars, *(() if whole is ONE and network.scalars else (whole,)))
    whole = Quotient(whole, times(*parts.below)) if parts.below else whole
    return Negate(whole) if parts.negative else whole


def sum_of_sums(body: Node, index: Index, vectors: Vectors, matrices: Matrices) -> Node | None:
    """The vector A B x for its entry Σ_k (Σ_j A_ij B_jk) x_k; None where no sum stands in a sum, or a δ picks terms."""
    parts = tuple(each_part(body))
    if any_of_kind(parts, Delta) or len(of_kind(parts, IndexedSum)) < 2:
        return None
    return contracted(body, (index,), vectors, matrices)


def _is_wide(factor: Node, indices: tuple[Index, ...]) -> bool:
    """Whether the terms in brackets have indices of different sums: then they are no entries of one matrix."""
    return isinstance(factor, Sum) and sum(index in factor.free for index in indices) > 2
