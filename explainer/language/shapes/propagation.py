"""What operators and functions say of shapes: of theirs by those of their parts, and the other way round.

One function for each construct of the language that is no list and takes no indices (those are in `parts.py`); the
table `explainer.language.constructs` says which is whose.
"""

from __future__ import annotations

from functools import cache

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape, Size, size_terms
from explainer.language.kinds.form_kinds import BY_ROWS
from explainer.language.kinds.surroundings import is_inverse, is_vector_of_numpy
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.unification import ShapeTerm, SizeTerm
from explainer.language.text.syntax import Syntax


def nothing(inference: Inference, node: Syntax) -> None:
    """Its shape is known from the beginning."""


def entrywise(inference: Inference, node: Syntax) -> None:
    """Sums, quotients, comparisons: one shape, but for scalars, and for vectors that stand in every row of a matrix."""
    inference.broadcast(node.term, inference.beside_rows(node.parts))


def power(inference: Inference, node: Syntax) -> None:
    """A power of entries, or of a square matrix; X W − Y, which is left over of a fit, is not square for that, nor is
    what is added up: nobody adds up the entries of X X.
    """
    entrywise(inference, node)
    of_entries = id(node) in inference.added_up and inference.vocabulary.dialect != "matlab"
    if node.value == "^" and (is_inverse(node) or not (of_entries or _is_residual(node.parts[0]))):
        inference.make_square(node.parts[0].term)


def _is_residual(node: Syntax) -> bool:
    """A sum or difference with a product in it: each entry is squared, or it is to be said what else is meant."""
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    return node.kind == "addition" and any(term.kind in {"multiply", "matmul"} for term in terms)


def square(inference: Inference, node: Syntax) -> None:
    """|X| is the determinant of a square matrix."""
    inference.make_square(node.parts[0].term)


def as_first(inference: Inference, node: Syntax) -> None:
    """A value of the shape of its first part."""
    inference.unifier.shapes(node.term, node.parts[0].term)


def alike(inference: Inference, node: Syntax) -> None:
    """All parts have one shape."""
    first, *others = node.parts
    for other in others:
        if first.term.is_open or other.term.is_open or first.term.rank == other.term.rank:
            inference.unifier.shapes(first.term, other.term)


def equation(inference: Inference, node: Syntax) -> None:
    """Both sides have one shape."""
    inference.unifier.shapes(node.parts[0].term, node.parts[1].term)
    as_first(inference, node)


def weighted(inference: Inference, node: Syntax) -> None:
    """‖x‖_A: the matrix is square, with a row for each entry of the vector."""
    operand, order = (part.term for part in node.parts)
    inference.make_square(order)
    if operand.rank == 1 and order.rank == 2:
        inference.unifier.sizes(operand.parts[0], order.parts[0])


def scalar(inference: Inference, node: Syntax) -> None:
    """A number, once its part is known."""
    inference.unifier.set(node.term)


def along(inference: Inference, node: Syntax) -> None:
    """sum(X, axis=1): of a vector a number, or a vector; of a matrix one for each row, or a matrix."""
    operand, given = node.parts[0].term, node.value
    keeps_shape = given.call.kind == "apply" and given.call.value.name in {"softmax", "layer_norm", "normalize"}
    if keeps_shape:
        inference.unifier.shapes(node.term, operand)
    elif operand.rank == 1 or given.call.kind == "length":
        inference.unifier.set(node.term)
    elif operand.rank == 2 and given.axis in {0, 1}:
        inference.unifier.set(node.term, operand.parts[1 - given.axis])


def product(inference: Inference, node: Syntax) -> None:
    """Products by juxtaposition, `*` and `·`: matrices multiply, `*` is element-wise, `·` is the dot product."""
    parts = [part.term for part in node.parts]
    open_parts = [part for part in parts if part.is_open]
    if open_parts:
        closed = [part for part in parts if part.rank]
        if node.term.rank and not closed and len(open_parts) == 1:
            inference.unifier.shapes(open_parts[0], node.term)
        return
    segments: list[tuple[str, ShapeTerm]] = [("", parts[0])]
    for sign, part in zip(node.value, parts[1:], strict=True):
        if sign == "juxt":
            before, left = segments[-1]
            segments[-1] = (before, _matrix_product(inference, left, part))
        else:
            segments.append((sign, part))
    result = segments[0][1]
    ranks = [part.rank for part in parts if part.rank]
    ends_in_vector = inference.vocabulary.dialect != "numpy" and ranks[-1:] == [1] and 1 not in ranks[:-1]
    for sign, part in segments[1:]:
        of_two = ends_in_vector and result.rank == part.rank == 2  # the last * of A*B*x multiplies matrices, so all do
        matrices = of_two or _multiplies_matrices(inference, result, part)
        if result.rank == part.rank and result.rank and sign == "*" and not matrices and not _one_row(result, part):
            inference.unifier.shapes(result, part)
        else:
            result = _matrix_product(inference, result, part)
    inference.unifier.shapes(node.term, result)


def _multiplies_matrices(inference: Inference, left: ShapeTerm, right: ShapeTerm) -> bool:
    """Whether * is a product of matrices: by the dialect, else where the sizes let it be nothing else."""
    if left.rank != 2 or right.rank != 2 or inference.vocabulary.dialect == "numpy":
        return False
    if inference.vocabulary.dialect == "matlab":
        return True
    one, other = ([size.root().value for size in term.parts] for term in (left, right))
    if None in (*one, *other):  # nobody said the shapes: A*X − B is of products of matrices
        return one[1] is None or other[0] is None or one[1] == other[0]
    return one != other


def _matrix_product(inference: Inference, left: ShapeTerm, right: ShapeTerm) -> ShapeTerm:
    """The term of a product of known ranks; inner sizes become equal."""
    unifier = inference.unifier
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


def _one_row(left: ShapeTerm, right: ShapeTerm) -> bool:
    """Whether one of two matrices is a row and the other is not, so that only the matrix product is possible."""
    return left.rank == 2 and (left.parts[0].root().value == 1) != (right.parts[0].root().value == 1)


def at_product(inference: Inference, node: Syntax) -> None:
    """Factors of @, as NumPy reads them."""
    if any(part.term.is_open for part in node.parts):
        return
    result: ShapeTerm = node.parts[0].term
    if is_vector_of_numpy(node, inference.vocabulary.dialect) and node.parts[0].parts[0].term.rank == 1:
        result = node.parts[0].parts[0].term
    for part in node.parts[1:]:
        result = _at_product(inference, result, part.term)
    inference.unifier.shapes(node.term, result)


def _at_product(inference: Inference, left: ShapeTerm, right: ShapeTerm) -> ShapeTerm:
    """The term of x @ W, where a vector in front of a matrix counts as a row and the product as a vector again."""
    if left.rank == 1 and right.rank == 2 and right.parts[0].root().value != 1:
        inference.unifier.sizes(left.parts[0], right.parts[0])
        return ShapeTerm((right.parts[1],))
    return _matrix_product(inference, left, right)


def transpose(inference: Inference, node: Syntax) -> None:
    """Rows and columns change places, either way."""
    result, operand = node.term, node.parts[0].term
    for one, other in ((operand, result), (result, operand)):
        if one.rank == 0:
            inference.unifier.set(other)
        elif one.rank == 1:
            inference.unifier.set(other, SizeTerm(1), one.parts[0])
        elif one.rank == 2:
            rows, columns = one.parts
            if rows.root().value == 1:
                inference.unifier.set(other, columns)
            elif other.is_open or other.rank == 2:
                inference.unifier.set(other, columns, rows)


def operation(inference: Inference, node: Syntax) -> None:
    """A function of the table: entry by entry, or by the shape rule of its row."""
    function: Operation = node.value
    arguments = [part.term for part in node.parts]
    if not function.elementwise and takes_square(function):
        inference.make_square(arguments[0])
    if function.sizes:
        _hang_together(inference, function.sizes, arguments)
    if function.elementwise:
        inference.broadcast(node.term, arguments)
    elif function.name in BY_ROWS and arguments[0].rank == 2:
        inference.unifier.shapes(node.term, arguments[0])
    elif not any(argument.is_open for argument in arguments) and _is_not_settled(node.term):
        result = _opaque(inference, function.shape, arguments)
        if result is not None and (node.term.is_open or not _is_not_settled(result)):
            inference.unifier.shapes(node.term, result)


def _hang_together(inference: Inference, shapes: tuple[str, ...], arguments: list[ShapeTerm]) -> None:
    """Arguments with a size in common: as many columns have queries and keys."""
    sizes: dict[str, SizeTerm] = {}
    for argument, shape in zip(arguments, shapes, strict=True):
        own = tuple(sizes.setdefault(letter, SizeTerm()) for letter in shape.split(" x "))
        if argument.is_open or argument.rank == len(own):
            inference.unifier.shapes(argument, ShapeTerm(own))


def _is_not_settled(term: ShapeTerm) -> bool:
    """Whether a shape, or one of its sizes, is still open."""
    return term.is_open or any(size.root().value is None for size in term.parts)


def _opaque(inference: Inference, rule: object, arguments: list[ShapeTerm]) -> ShapeTerm | None:
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
    order = list(terms) if len(arguments) > 1 else [*reversed(terms)]  # vec counts by columns first, as kron does
    return ShapeTerm(tuple(terms.get(size) or _made_size(size, terms, order) for size in result.sizes))


def _made_size(size: Size, terms: dict[object, SizeTerm], order: list[object]) -> SizeTerm:
    """The term of a size that a rule has made of others, of which some may be open."""
    return SizeTerm(None, _factors(size, terms, order)) if "open__" in str(size) else SizeTerm(size)


def _factors(size: Size, terms: dict[object, SizeTerm], order: list[object]) -> tuple[SizeTerm, ...]:
    """The sizes of which a size is the product; none where it is more than that."""
    products, number = size_terms(size)
    if number or len(products) != 1 or products[0][1] != 1:
        return ()
    (names, _) = products[0]
    return tuple(terms[name] for name in sorted(names, key=order.index)) if {*names} <= {*order} else ()


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
