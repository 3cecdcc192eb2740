"""Shapes of the names in an untyped tree, found by unification over all uses.

First it is settled which names are scalars, vectors and matrices (see `kinds/search.py`); what that says of their sizes
travels up and down the tree until nothing is learned any more; what then is still open gets a name (`defaults.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from explainer.expr.shape import Shape
from explainer.language.open_sizes import HOLE
from explainer.language.shapes.scopes import IndexTerm, Reading, Scopes
from explainer.language.shapes.unification import ShapeTerm, SizeTerm, Unifier, shape_of, term_of
from explainer.language.text.syntax import Syntax, bottom_up, keeps_axis
from explainer.language.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from explainer.language.constructs import Construct

_ROUNDS = 40
"""More than any text needs: a chain of sizes as long as this would have to be known from its end alone."""


_ENTRYWISE = frozenset({"addition", "negate", "elementwise", "elementwise_quotient", "quotient", "elementwise_call"})


def _added_up(roots: list[Syntax]) -> set[int]:
    """The nodes whose entries are added up by a sum or mean, with nothing between that works on the whole."""
    found: set[int] = set()
    stack = [(root, False) for root in roots]
    while stack:
        node, inside = stack.pop()
        if inside:
            found.add(id(node))
        call = node.value.call if node.kind == "along" else node
        passes = node.kind in _ENTRYWISE or (node.kind == "apply" and node.value.elementwise)
        inside = call.kind in {"sum_entries", "mean"} or (inside and passes)
        stack.extend((part, inside) for part in node.parts)
    return found


class Inference:
    """The terms of all names and nodes of one text, and what makes them known."""

    def __init__(
        self, roots: list[Syntax], vocabulary: Vocabulary, scopes: Scopes, constructs: Mapping[str, Construct]
    ) -> None:
        self.vocabulary = vocabulary
        self.constructs = constructs
        self.scopes = scopes
        self.unifier = Unifier()
        self.variables: dict[str, ShapeTerm] = {}
        self.places: dict[str, Syntax] = {}
        self.functions: set[str] = set()
        self.holes = {f"{HOLE}{place}": term for place, term in enumerate(scopes.open_limits)}
        """The sizes that are 1 and yet left open, by what stands for them in the declared shapes."""
        self.nodes = [node for root in roots for node in bottom_up(root)]
        self.added_up = _added_up(roots)
        for node in self.nodes:
            node.term = constructs[node.kind].term(self, node)

    # --- terms -------------------------------------------------------------------------------------------------------

    def variable(self, name: str, place: Syntax | None = None) -> ShapeTerm:
        """The term of a variable or abstract function, made at its first use."""
        term = self.variables.get(name)
        if term is None:
            shape = self.vocabulary.declared.get(name)
            term = self.variables[name] = self._declared(shape) if shape is not None else ShapeTerm()
            if place is not None:
                self.places[name] = place
        return term

    def _declared(self, shape: Shape) -> ShapeTerm:
        """The term of a declared shape; what stands for a 1 that is left open is open."""
        if not any(str(size).startswith(HOLE) for size in shape.sizes):
            return term_of(shape)
        return ShapeTerm(
            tuple(
                self.holes.setdefault(str(size), SizeTerm()) if str(size).startswith(HOLE) else SizeTerm(size)
                for size in shape.sizes
            )
        )

    def join_holes(self) -> None:
        """One letter for all sizes that are 1 and open still: they are equal, and any value that is left knows it."""
        open_ones = [term for term in self.holes.values() if term.root().value is None]
        for one, other in pairwise(open_ones):
            self.unifier.sizes(one, other)

    @property
    def ones(self) -> frozenset[str] | None:
        """The letters of the sizes that are 1 and left open; None where one of them has to be another size."""
        found = {term.root().value for term in self.holes.values()} - {1}
        declared = {name for shape in self.vocabulary.declared.values() for name in shape.names}
        if any(not isinstance(size, str) or size in declared for size in found):
            return None
        return frozenset(str(size) for size in found)

    @property
    def closes_some(self) -> bool:
        """Whether one of the sizes that are left open has to be 1."""
        return any(term.root().value == 1 for term in self.holes.values())

    # --- propagation -------------------------------------------------------------------------------------------------

    def propagate(self) -> None:
        """Let what is known travel through the tree until nothing changes."""
        forwards = True
        for _ in range(_ROUNDS):
            before = self.unifier.changes
            for node in self.nodes if forwards else reversed(self.nodes):
                self.constructs[node.kind].learn(self, node)
            if self.unifier.changes == before and not forwards:
                return
            forwards = not forwards

    def broadcast(self, result: ShapeTerm, parts: list[ShapeTerm]) -> None:
        """What works entry by entry is of one shape with its parts, but for scalars among them."""
        unifier = self.unifier
        open_parts = 0
        last_open: ShapeTerm | None = None
        for part in parts:
            rank = part.rank
            if rank is None:
                open_parts, last_open = open_parts + 1, part
            elif rank:
                unifier.shapes(result, part)
        if result.rank == 0:
            for part in parts:
                unifier.set(part)
        elif not open_parts:
            if all(part.rank == 0 for part in parts):
                unifier.set(result)
        elif open_parts == 1 and last_open is not None and all(part.rank in {0, None} for part in parts):
            unifier.shapes(result, last_open)

    def beside_rows(self, parts: tuple[Syntax, ...]) -> list[ShapeTerm]:
        """The terms of parts, without the vectors beside a matrix: these stand in every row of it."""
        terms = [part.term for part in parts]
        matrix = next((term for term in terms if term.rank == 2 and term.parts[0].root().value != 1), None)
        if matrix is None or all(term.rank != 1 for term in terms):
            return terms
        for part in parts:
            if part.term.rank == 1 and not keeps_axis(part):
                self.unifier.sizes(part.term.parts[0], matrix.parts[1])
        return [term for term in terms if term.rank != 1]

    def make_square(self, term: ShapeTerm) -> None:
        """A matrix of which a power or a determinant is taken has as many rows as columns."""
        if term.rank == 2:
            self.unifier.sizes(*term.parts)

    def match_indices(self, indices: tuple[int | IndexTerm, ...], base: ShapeTerm) -> None:
        """An index runs as far as the value whose entry it takes is long."""
        for index, size in zip(indices, base.parts, strict=False):
            if isinstance(index, IndexTerm):
                self.unifier.sizes(index.size, size)

    # --- entries of what ------------------------------------------------------------------------------------------

    def choose_declared_base(self, node: Syntax) -> None:
        """Whether an entry of a declared name belongs to it or, as a row of data, to the upper-case matrix."""
        reading: Reading = node.reading
        name, declared = reading.name, self.vocabulary.declared
        upper = name.upper()
        if name in declared and not reading.settled:
            shape = declared[name]
            index = reading.indices[0]
            size = index.size.root().value if isinstance(index, IndexTerm) else None
            clash = shape.is_vector and size is not None and size != shape.rows
            if clash and len(reading.indices) == 1 and self._is_matrix(upper) and declared[upper].rows == size:
                reading.name = upper
            reading.settled = True

    def base_of_entry(self, node: Syntax) -> str:
        """The name that an entry is of: for x_i the data X where that is known or used, and x itself is not."""
        reading: Reading = node.reading
        name: str = reading.name
        upper = name.upper()
        data = upper != name and len(name) == 1 and (self._is_matrix(upper) or upper in self.variables)
        return upper if data and not reading.settled and name not in self.variables else name

    def _is_matrix(self, name: str) -> bool:
        shape = self.vocabulary.declared.get(name)
        return shape is not None and shape.is_matrix

    # --- results -----------------------------------------------------------------------------------------------------

    def shapes(self) -> dict[str, Shape]:
        """The shape of every variable and abstract function, after everything is known."""
        return {name: shape_of(term) for name, term in self.variables.items()}
