"""Shapes of the names in an untyped tree, found by unification over all uses.

First it is settled which names are scalars, vectors and matrices (see `kinds/search.py`); what that says of their sizes
travels up and down the tree until nothing is learned any more; what then is still open gets a name (`defaults.py`).
"""

from __future__ import annotations

from functools import cache

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape, multiply_sizes
from explainer.language.shapes.blocks import propagate_blocks, total_size
from explainer.language.shapes.scopes import IndexTerm, Reading, Scopes
from explainer.language.shapes.unification import (
    ShapeTerm,
    SizeTerm,
    Unifier,
    matrix_term,
    shape_of,
    term_of,
    vector_term,
)
from explainer.language.text.syntax import Syntax, bottom_up, keeps_axis
from explainer.language.text.vocabulary import Vocabulary

_ROUNDS = 40
_SCALARS = frozenset({
    "function_entry", "number", "sum_entries", "norm", "norm_p", "spread", "length", "bars", "delta", "otherwise",
})  # fmt: skip


class Inference:
    """The terms of all names and nodes of one text, and what makes them known."""

    def __init__(self, roots: list[Syntax], vocabulary: Vocabulary, scopes: Scopes) -> None:
        self.vocabulary = vocabulary
        self.scopes = scopes
        self.unifier = Unifier()
        self.variables: dict[str, ShapeTerm] = {}
        self.places: dict[str, Syntax] = {}
        self.functions: set[str] = set()
        self.nodes = [node for root in roots for node in bottom_up(root)]
        for node in self.nodes:
            node.term = self._fresh(node)

    # --- terms -------------------------------------------------------------------------------------------------------

    def variable(self, name: str, place: Syntax | None = None) -> ShapeTerm:
        """The term of a variable or abstract function, made at its first use."""
        term = self.variables.get(name)
        if term is None:
            shape = self.vocabulary.declared.get(name)
            term = self.variables[name] = term_of(shape) if shape is not None else ShapeTerm()
            if place is not None:
                self.places[name] = place
        return term

    def _fresh(self, node: Syntax) -> ShapeTerm:
        kind = node.kind
        if kind == "name":
            reading: Reading = node.reading
            if reading.kind == "variable":
                return self.variable(reading.name, node)
            return ShapeTerm(() if reading.kind in {"index", "size", "constant", "delta"} else None)
        if kind == "function_entry":
            self.functions.add(node.value[0])
            self.variable(node.value[0], node)
        if kind in _SCALARS:
            return ShapeTerm(())
        if kind in {"abstract", "elementwise_call"}:
            self.functions.add(node.value)
            return self.variable(node.value, node)
        if kind in {"ones", "identity", "zeros"}:
            sizes = node.value * 2 if kind == "identity" else node.value
            return term_of(Shape(sizes))
        if kind == "commutation":
            size = multiply_sizes(*node.value)
            return term_of(Shape((size, size)))
        if kind in {"filled", "filled_matrix"}:
            return vector_term() if kind == "filled" else matrix_term()
        if kind == "expand":
            return vector_term(SizeTerm(node.value))
        if kind in {"grid", "column", "row", "diagonal", "entries"}:
            return _indexed_form(kind, node.reading)
        return ShapeTerm()

    # --- propagation -------------------------------------------------------------------------------------------------

    def propagate(self) -> None:
        """Let what is known travel through the tree until nothing changes."""
        forwards = True
        for _ in range(_ROUNDS):
            before = self.unifier.changes
            for node in self.nodes if forwards else reversed(self.nodes):
                self._propagate(node)
            if self.unifier.changes == before and not forwards:
                return
            forwards = not forwards

    def _propagate(self, node: Syntax) -> None:
        kind, unifier = node.kind, self.unifier
        if kind == "name":
            if node.reading.kind == "entry":
                self._propagate_entry(node, node.reading)
        elif kind in {"addition", "elementwise", "quotient", "elementwise_quotient", "power", "comparison"} | {
            "conjunction",
            "elementwise_call",
            "any_operator",
        }:
            self._broadcast(node.term, self._beside_rows(node.parts))
            if kind == "power" and node.value == "^":
                self._make_square(node.parts[0].term)
        elif kind == "bars":
            self._make_square(node.parts[0].term)
        elif kind in {"negate", "indexed_sum", "where"}:
            unifier.shapes(node.term, node.parts[0].term)
        elif kind == "equation":
            unifier.shapes(node.parts[0].term, node.parts[1].term)
            unifier.shapes(node.term, node.parts[0].term)
        elif kind == "along":
            self._propagate_along(node)
        elif kind == "multiply":
            self._propagate_product(node)
        elif kind in {"matmul", "dot"}:
            self._propagate_matmul(node)
        elif kind == "transpose":
            self._propagate_transpose(node.term, node.parts[0].term)
        elif kind == "apply":
            self._propagate_operation(node)
        elif kind == "entry":
            self._propagate_part(node)
        elif kind == "function_entry":
            self._propagate_function_entry(node)
        else:
            self._propagate_form(node)

    def _propagate_form(self, node: Syntax) -> None:
        """The forms whose parts have a fixed kind of shape."""
        kind, unifier = node.kind, self.unifier
        if kind in {"list", "matrix"}:
            propagate_blocks(unifier, node)
        elif kind in {"expand", "grid", "column", "row", "diagonal", "entries"}:
            for part in node.parts:
                unifier.set(part.term)
        elif kind == "diag":
            (part,) = node.parts
            if part.term.is_open:
                unifier.shapes(part.term, vector_term())
            if part.term.rank == 1:
                unifier.set(node.term, part.term.parts[0], part.term.parts[0])
            elif part.term.rank == 2:
                self._make_square(part.term)
                unifier.set(node.term, part.term.parts[0])
        elif kind == "cases":
            self._broadcast(node.term, [part.term for part in node.parts[::2]])
            for condition in node.parts[1::2]:
                unifier.set(condition.term)
        elif kind == "stack":
            self._propagate_stack(node)
        elif kind == "mean":
            unifier.set(node.term)
        elif kind == "differential":
            unifier.shapes(node.term, node.parts[0].term)
        elif kind == "derivative":
            self._propagate_derivative(node)

    def _broadcast(self, result: ShapeTerm, parts: list[ShapeTerm]) -> None:
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

    def _beside_rows(self, parts: tuple[Syntax, ...]) -> list[ShapeTerm]:
        """The terms of parts, without the vectors beside a matrix: these stand in every row of it."""
        terms = [part.term for part in parts]
        matrix = next((term for term in terms if term.rank == 2 and term.parts[0].root().value != 1), None)
        if matrix is None or all(term.rank != 1 for term in terms):
            return terms
        for part in parts:
            if part.term.rank == 1 and not keeps_axis(part):
                self.unifier.sizes(part.term.parts[0], matrix.parts[1])
        return [term for term in terms if term.rank != 1]

    def _propagate_along(self, node: Syntax) -> None:
        """sum(X, axis=1): of a vector a number, or a vector; of a matrix one for each row, or a matrix."""
        operand, given = node.parts[0].term, node.value
        keeps_shape = given.call.kind == "apply" and given.call.value.name in {"softmax", "normalize"}
        if keeps_shape:
            self.unifier.shapes(node.term, operand)
        elif operand.rank == 1:
            self.unifier.set(node.term)
        elif operand.rank == 2 and given.axis in {0, 1}:
            self.unifier.set(node.term, operand.parts[1 - given.axis])

    def _propagate_entry(self, node: Syntax, reading: Reading) -> None:
        """x_i and W_{i,j}: an entry of a vector or matrix, or a row of a matrix."""
        if not reading.settled:
            return
        base = self.variable(reading.name, node)
        if len(reading.indices) == 2:
            if base.is_open:
                self.unifier.shapes(base, matrix_term())
            self._match(reading, base)
            self.unifier.set(node.term)
        elif base.rank == 1:
            self._match(reading, base)
            self.unifier.set(node.term)
        elif base.rank == 2:
            reading.row = True
            self._match(reading, base)
            self.unifier.set(node.term, base.parts[1])
        elif node.term.rank == 1 and base.is_open:
            self.unifier.shapes(base, ShapeTerm((SizeTerm(), node.term.parts[0])))
        elif node.term.rank == 0 and base.is_open:
            self.unifier.shapes(base, vector_term())

    def _match(self, reading: Reading, base: ShapeTerm) -> None:
        for index, size in zip(reading.indices, base.parts, strict=False):
            if isinstance(index, IndexTerm):
                self.unifier.sizes(index.size, size)

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

    def _propagate_part(self, node: Syntax) -> None:
        """An entry of something in brackets."""
        base = node.parts[0].term
        indices: tuple[int | IndexTerm, ...] = node.reading
        if base.is_open:
            self.unifier.shapes(base, vector_term() if len(indices) == 1 else matrix_term())
        for index, size in zip(indices, base.parts, strict=False):
            if isinstance(index, IndexTerm):
                self.unifier.sizes(index.size, size)
        if base.rank == 2 and len(indices) == 1:
            self.unifier.set(node.term, base.parts[1])
        else:
            self.unifier.set(node.term)

    def _propagate_function_entry(self, node: Syntax) -> None:
        """f_i.(x_i) or f_i.(x): one entry of an element-wise function, which is as large as its argument."""
        function = self.variables[node.value[0]]
        indices: tuple[int | IndexTerm, ...] = node.reading
        if function.is_open:
            self.unifier.shapes(function, vector_term() if len(indices) == 1 else matrix_term())
        for index, size in zip(indices, function.parts, strict=False):
            if isinstance(index, IndexTerm):
                self.unifier.sizes(index.size, size)
        for part in node.parts:
            if part.term.rank:
                self.unifier.shapes(function, part.term)

    def _propagate_product(self, node: Syntax) -> None:
        """Products by juxtaposition, `*` and `·`: matrices multiply, `*` is element-wise, `·` is the dot product."""
        parts = [part.term for part in node.parts]
        open_parts = [part for part in parts if part.is_open]
        if open_parts:
            closed = [part for part in parts if part.rank]
            if node.term.rank and not closed and len(open_parts) == 1:
                self.unifier.shapes(open_parts[0], node.term)
            return
        segments: list[tuple[str, ShapeTerm]] = [("", parts[0])]
        for sign, part in zip(node.value, parts[1:], strict=True):
            if sign == "juxt":
                before, left = segments[-1]
                segments[-1] = (before, self._matrix_product(left, part))
            else:
                segments.append((sign, part))
        result = segments[0][1]
        for sign, part in segments[1:]:
            matrices = self._multiplies_matrices(result, part)
            if result.rank == part.rank and result.rank and sign == "*" and not matrices and not _one_row(result, part):
                self.unifier.shapes(result, part)
            else:
                result = self._matrix_product(result, part)
        self.unifier.shapes(node.term, result)

    def _multiplies_matrices(self, left: ShapeTerm, right: ShapeTerm) -> bool:
        """Whether * is a product of matrices: by the dialect, else where the sizes let it be nothing else."""
        if left.rank != 2 or right.rank != 2 or self.vocabulary.dialect == "numpy":
            return False
        if self.vocabulary.dialect == "matlab":
            return True
        one, other = ([size.root().value for size in term.parts] for term in (left, right))
        return None not in (*one, *other) and one != other

    def _matrix_product(self, left: ShapeTerm, right: ShapeTerm) -> ShapeTerm:
        """The term of a product of known ranks; inner sizes become equal."""
        unifier = self.unifier
        if not left.rank or not right.rank:
            return right if not left.rank else left
        one, other = left.parts, right.parts
        if left.rank == 1 and right.rank == 1:
            unifier.shapes(left, right)
            return ShapeTerm(())
        if left.rank == 1:
            return ShapeTerm((one[0], other[1]))
        unifier.sizes(one[1], other[0])
        is_row = one[0].root().value == 1
        if right.rank == 1:
            return ShapeTerm(() if is_row else (one[0],))
        return ShapeTerm((one[0], other[1]))

    def _propagate_matmul(self, node: Syntax) -> None:
        if any(part.term.is_open for part in node.parts):
            return
        result: ShapeTerm = node.parts[0].term
        for part in node.parts[1:]:
            result = self._at_product(result, part.term)
        self.unifier.shapes(node.term, result)

    def _at_product(self, left: ShapeTerm, right: ShapeTerm) -> ShapeTerm:
        """The term of x @ W, where a vector in front of a matrix counts as a row and the product as a vector again."""
        if left.rank == 1 and right.rank == 2 and right.parts[0].root().value != 1:
            self.unifier.sizes(left.parts[0], right.parts[0])
            return ShapeTerm((right.parts[1],))
        return self._matrix_product(left, right)

    def _propagate_transpose(self, result: ShapeTerm, operand: ShapeTerm) -> None:
        for one, other in ((operand, result), (result, operand)):
            if one.rank == 0:
                self.unifier.set(other)
            elif one.rank == 1:
                self.unifier.set(other, SizeTerm(1), one.parts[0])
            elif one.rank == 2:
                rows, columns = one.parts
                if rows.root().value == 1:
                    self.unifier.set(other, columns)
                elif other.is_open or other.rank == 2:
                    self.unifier.set(other, columns, rows)

    def _propagate_operation(self, node: Syntax) -> None:
        operation = node.value
        arguments = [part.term for part in node.parts]
        if not operation.elementwise and takes_square(operation):
            self._make_square(arguments[0])
        if operation.elementwise:
            self._broadcast(node.term, arguments)
        elif not any(argument.is_open for argument in arguments) and _is_not_settled(node.term):
            result = self._opaque(operation.shape, arguments)
            if result is not None and (node.term.is_open or not _is_not_settled(result)):
                self.unifier.shapes(node.term, result)

    def _make_square(self, term: ShapeTerm) -> None:
        if term.rank == 2:
            self.unifier.sizes(*term.parts)

    def _opaque(self, rule: object, arguments: list[ShapeTerm]) -> ShapeTerm | None:
        """The result of a shape rule of the operations table, with open sizes under names of their own."""
        terms: dict[object, SizeTerm] = {}
        shapes: list[Shape] = []
        for argument in arguments:
            sizes: list[int | str] = []
            for size in argument.parts:
                root = size.root()
                # The name of an open size is one that nobody types; what is made of it is open too.
                key: int | str = root.value if root.value is not None else f"open__{id(root)}"
                terms[key] = root
                sizes.append(key)
            shapes.append(Shape(tuple(sizes)))
        try:
            result: Shape = rule(*shapes)  # type: ignore[operator]
        except ShapeError:
            return None
        return ShapeTerm(
            tuple(terms.get(size) or SizeTerm(None if "open__" in str(size) else size) for size in result.sizes)
        )

    def _propagate_stack(self, node: Syntax) -> None:
        first = node.parts[0].term
        for part in node.parts[1:]:
            self.unifier.shapes(part.term, first)
        count = SizeTerm(len(node.parts))
        if first.rank == 0:
            self.unifier.set(node.term, count)
        elif first.rank == 2:
            self.unifier.set(node.term, count, first.parts[1])

    def _propagate_derivative(self, node: Syntax) -> None:
        body = node.parts[0].term
        wrt = node.parts[1].term
        if len(node.parts) > 2:
            wrt = vector_term(total_size([part.term for part in node.parts[1:]], 0))
        if wrt.rank == 0:
            self.unifier.shapes(node.term, body)
        elif wrt.rank is not None and body.rank is not None:
            sizes = wrt.parts
            if body.rank == 0:
                self.unifier.set(node.term, *((SizeTerm(1), sizes[0]) if wrt.rank == 1 else (sizes[1], sizes[0])))
            elif body.rank == 1 and wrt.rank == 1:
                self.unifier.set(node.term, body.parts[0], sizes[0])

    # --- results -----------------------------------------------------------------------------------------------------

    def shapes(self) -> dict[str, Shape]:
        """The shape of every variable and abstract function, after everything is known."""
        return {name: shape_of(term) for name, term in self.variables.items()}


def _is_not_settled(term: ShapeTerm) -> bool:
    """Whether a shape, or one of its sizes, is still open."""
    return term.is_open or any(size.root().value is None for size in term.parts)


def _one_row(left: ShapeTerm, right: ShapeTerm) -> bool:
    """Whether one of two matrices is a row and the other is not, so that only the matrix product is possible."""
    return left.rank == 2 and (left.parts[0].root().value == 1) != (right.parts[0].root().value == 1)


@cache
def takes_square(operation: Operation) -> bool:
    """Whether a function takes square matrices only."""
    if operation.arity != 1:
        return False
    try:
        operation.shape(Shape(("n", "n")))
    except ShapeError:
        return False
    try:
        operation.shape(Shape(("m", "n")))
    except ShapeError:
        return True
    return False


def _indexed_form(kind: str, indices: tuple[IndexTerm, ...]) -> ShapeTerm:
    sizes = [index.size for index in indices]
    if kind in {"grid", "entries"}:
        return ShapeTerm(tuple(sizes))
    if kind == "column":
        return ShapeTerm((sizes[0],))
    return ShapeTerm((SizeTerm(1), sizes[0])) if kind == "row" else ShapeTerm((sizes[0], sizes[0]))
