"""Which product is meant by signs and by standing side by side, decided by the shapes of the factors."""

from __future__ import annotations

from itertools import pairwise, takewhile

from explainer.errors import ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import Diag, Dot, Hadamard, MatrixProduct, Product, Transpose, Variable
from explainer.expr.shape import SCALAR, Shape, product_shape, transposed
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def build_product(node: Syntax, vocabulary: Vocabulary) -> Node:
    """A chain of factors joined by juxtaposition, `*`, `·` or `×`.

    Scalars and at most one other factor make one flat Product; matrices side by side a MatrixProduct; `·` between
    vectors is a Dot, `*` between vectors a Hadamard, between matrices what the dialect of the text says. Scalar factors
    stay outside of these.

    Raises ShapeError that asks which product is meant.
    """
    runs: list[tuple[str, list[Syntax]]] = [("", [node.parts[0]])]
    for sign, part in zip(node.value, node.parts[1:], strict=True):
        if sign == "juxt":
            runs[-1][1].append(part)
        else:
            runs.append((sign, [part]))
    factors: list[Node] = []
    made: set[int] = set()
    in_front = vocabulary.dialect != "numpy" and _in_front_of_vector([part.node.shape for part in node.parts])
    pieces = [("·" if sign == "*" and in_front else sign, _side_by_side(run)) for sign, run in runs]
    matrices = list(takewhile(_is_one_matrix, pieces))
    if len(matrices) > 2:  # all at once: one after the other would cost the square of their number
        product = build_matrix_product([(run[0], True) for _, run in matrices])
        made.add(id(product))
        pieces[: len(matrices)] = [("", [product])]
    numbers = 0
    for sign, run in pieces:
        numbers = _join(factors, numbers, sign, run, made, vocabulary)
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _is_one_matrix(piece: tuple[str, list[Node]]) -> bool:
    """Whether a piece of a product is a matrix that stands in front, or behind the sign of a product of matrices."""
    sign, run = piece
    return sign in {"", "·"} and len(run) == 1 and run[0].shape.is_matrix


def _in_front_of_vector(shapes: list[Shape]) -> bool:
    """Whether all but the last are matrices, as in A*B*x: the last * multiplies matrices, so every one does."""
    wide = [shape for shape in shapes if not shape.is_scalar]
    return len(wide) > 2 and wide[-1].is_vector and all(shape.is_matrix for shape in wide[:-1])


def _side_by_side(run: list[Syntax]) -> list[Node]:
    """The factors of a run of juxtaposed parts, in which neighbours that are no scalars have been multiplied."""
    factors: list[Node] = []
    wide = [k for k, part in enumerate(run) if not _flat(part)[0].shape.is_scalar or len(_flat(part)) > 1]
    if len(wide) <= 1:
        for part in run:
            factors.extend(_flat(part))
        return factors
    leading = [part.node for part in run[: wide[0]]]
    trailing = [part.node for part in run[wide[-1] + 1 :]]
    chain: list[tuple[Node, bool]] = []
    scalars: list[Node] = []
    for part in run[wide[0] : wide[-1] + 1]:
        if part.node.shape.is_scalar:
            scalars.append(part.node)
            continue
        inner = Product((*scalars, part.node)) if scalars else part.node
        chain.append((inner, part.grouped or bool(scalars)))
        scalars = []
    return [*leading, *_multiply_neighbours(chain), *trailing]


def _flat(part: Syntax) -> list[Node]:
    """The factors of a part that is itself an open product (the right side of `·`)."""
    if part.kind == "multiply" and not part.grouped and isinstance(part.node, Product):
        return list(part.node.factors)
    return [part.node]


def _multiply_neighbours(chain: list[tuple[Node, bool]]) -> list[Node]:
    """Matrix products of neighbours, from the left; where a product is a scalar, the next one begins anew."""
    for (left, _), (right, _) in pairwise(chain):
        if left.shape.is_vector and right.shape.is_vector:
            raise which_product(left, right)
    products: list[Node] = []
    group: list[tuple[Node, bool]] = []
    shape = chain[0][0].shape
    for item in chain:
        if group and shape.is_scalar:
            products.append(build_matrix_product(group))
            group = []
        if group:
            if shape.columns != item[0].shape.rows:  # a list of the factors at each of them would cost their square
                _check_inner_sizes([node for node, _ in group], shape, item[0])
            shape = product_shape(shape, item[0].shape)
        else:
            shape = item[0].shape
        group.append(item)
    products.append(build_matrix_product(group) if len(group) > 1 else group[0][0])
    return products


def _join(factors: list[Node], numbers: int, sign: str, run: list[Node], made: set[int], vocabulary: Vocabulary) -> int:
    """Multiply the factors so far by those of a run, with the sign between them; `made` are products made here.

    The first `numbers` factors are scalars, so that nobody looks at them again; how many they are then is returned.
    """
    left = next((k for k in range(numbers, len(factors)) if not factors[k].shape.is_scalar), len(factors))
    right = next((k for k, factor in enumerate(run) if not factor.shape.is_scalar), None)
    if left == len(factors) or right is None:
        factors.extend(run)
        return left
    one, other = factors[left], run[right]
    if sign == "*" and (one.shape.is_matrix or other.shape.is_matrix):
        product = _star(one, other, id(one) in made, vocabulary)
    else:
        product = _product_of_two(one, sign, other, id(one) in made)
    made.add(id(product))
    factors[left] = product
    factors.extend(factor for k, factor in enumerate(run) if k != right)
    return left


def _product_of_two(one: Node, sign: str, other: Node, extend: bool) -> Node:
    """The product of two values that are no scalars, by the sign between them."""
    if sign == "*":
        if one.shape.is_vector and other.shape == one.shape:
            return Hadamard((*one.factors, other)) if extend and isinstance(one, Hadamard) else Hadamard((one, other))
        raise _star_between_matrices(one, other)
    if sign == "×":
        raise which_product(one, other)
    if one.shape.is_vector and other.shape.is_vector:
        if one.shape != other.shape:
            raise ShapeError(
                phrase("the dot product of {0} ({1}) and {2} ({3}) needs two vectors of one size", *_named(one, other)),
                shapes=_shapes(one, other),
                hint=_outer_product(one, other),
            )
        return Dot(one, other)
    return build_matrix_product([(one, not extend), (other, True)])


def _star(one: Node, other: Node, extend: bool, vocabulary: Vocabulary) -> Node:
    """What * is between values of which one is a matrix: by the dialect, else the one reading that fits.

    Raises ShapeError that asks where both readings fit.
    """
    if vocabulary.dialect == "numpy":
        spread = entrywise_of_rows([one, other], vocabulary)
        if spread is not None:
            return spread
    alike = one.shape.is_matrix == other.shape.is_matrix and one.shape.is_row == other.shape.is_row
    multiplies = one.shape.columns == other.shape.rows
    names = {part.name for node in (one, other) for part in node.free if isinstance(part, Variable)}
    given = names <= vocabulary.declared.keys()
    unsaid = multiplies and not given and not vocabulary.dialect
    if vocabulary.dialect == "matlab" or not alike or unsaid or (multiplies and one.shape != other.shape):
        if alike and unsaid:
            sentence = "{0} * {1} is read as the product of matrices; {0} ⊗ {1} would be the one entry by entry."
            vocabulary.note(phrase(sentence, one, other))
        elif alike and vocabulary.dialect != "matlab":
            vocabulary.note(phrase("{0} * {1} is read as the product of matrices, which alone fits.", one, other))
        return build_matrix_product([(one, not extend), (other, True)])
    entrywise = one.shape == other.shape and not multiplies and given
    if entrywise or (vocabulary.dialect == "numpy" and one.shape == other.shape):
        if vocabulary.dialect != "numpy":
            vocabulary.note(phrase("{0} * {1} is read entry by entry, which alone fits.", one, other))
        return Hadamard((*one.factors, other)) if extend and isinstance(one, Hadamard) else Hadamard((one, other))
    raise _star_between_matrices(one, other)


def entrywise_of_rows(factors: list[Node], vocabulary: Vocabulary) -> Node | None:
    """NumPy's product of a matrix and a vector, entry by entry in every row: X * w is X diag(w). None for others."""
    if len(factors) != 2:
        return None
    matrix, vector = factors if factors[0].shape.is_matrix else reversed(factors)
    if not matrix.shape.is_matrix or not vector.shape.is_vector or matrix.shape.columns != vector.shape.rows:
        return None
    vocabulary.note(phrase("Every row of {0} is multiplied by {1} entry by entry.", matrix, vector))
    return build_matrix_product([(matrix, True), (Diag(vector), True)])


def build_matrix_product(chain: list[tuple[Node, bool]]) -> Node:
    """Factors of `@` or of a juxtaposition of matrices; the second item says that brackets stand around a factor.

    Two vectors side by side make a dot product, as they do in NumPy.

    Raises ShapeError with both shapes and the transpose that would fit.
    """
    first, grouped = chain[0]
    factors = list(first.factors) if isinstance(first, MatrixProduct) and not grouped else [first]
    shape = first.shape
    for other, other_grouped in chain[1:]:
        if shape.is_vector and other.shape.is_vector and other.shape.rows != 1:
            left = _made(factors)
            _check_same_size(left, other)
            factors = [Dot(left, other)]
            shape = SCALAR
            continue
        _check_inner_sizes(factors, shape, other)
        factors.extend(other.factors if isinstance(other, MatrixProduct) and not other_grouped else (other,))
        shape = product_shape(shape, other.shape)
    return _made(factors)


def build_at_product(node: Syntax) -> Node:
    """Factors of `@`, as NumPy reads them: a vector in front of a matrix is a row, what comes out is a vector again.

    x @ A @ y is x' A y, and x @ W alone is W' x. A scalar factor written in front of the first stays outside.
    Raises ShapeError as `build_matrix_product` does.
    """
    chain = [(part.node, part.grouped) for part in node.parts]
    scalars, first = _scalars_in_front(node.parts[0])
    chain[0] = (first, chain[0][1])
    one, other = chain[0][0].shape, chain[1][0].shape
    if one.is_vector and other.is_matrix and other.rows != 1 and one.rows == other.rows:
        row = (Transpose(chain[0][0]), True)
        shape = product_shape(transposed(one), other)
        for factor, _ in chain[2:]:
            if shape.columns != factor.shape.rows:
                break
            shape = product_shape(shape, factor.shape)
        else:
            made = build_matrix_product([row, *chain[1:]])
            result = made if made.shape.is_scalar else Transpose(made)
            if isinstance(result, Transpose) and len(chain) == 2:
                result = build_matrix_product([(Transpose(chain[1][0]), True), chain[0]])
            return Product((*scalars, result)) if scalars else result
    product = build_matrix_product(chain)
    return Product((*scalars, product)) if scalars else product


def _scalars_in_front(part: Syntax) -> tuple[tuple[Node, ...], Node]:
    """The y of y w @ x, and what is multiplied by @."""
    node: Node = part.node
    if part.kind == "multiply" and not part.grouped and isinstance(node, Product):
        *scalars, last = node.factors
        if scalars and not last.shape.is_scalar and all(factor.shape.is_scalar for factor in scalars):
            return tuple(scalars), last
    return (), node


def _made(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else MatrixProduct(tuple(factors))


def _named(one: Node, other: Node) -> tuple[Node, str, Node, str]:
    """Two factors with their shapes, as every refusal names them."""
    return one, one.shape.display(), other, other.shape.display()


def _shapes(one: Node, other: Node) -> tuple[str, str]:
    return str(one.shape), str(other.shape)


def _outer_product(one: Node, other: Node) -> str:
    """The way on from two columns whose sizes differ."""
    return phrase("Did you mean the outer product {0}?", MatrixProduct((one, Transpose(other))).text())


def _check_same_size(one: Node, other: Node) -> None:
    if one.shape != other.shape:
        raise ShapeError(
            phrase("cannot multiply {0} ({1}) by {2} ({3})", *_named(one, other)),
            shapes=_shapes(one, other),
            hint=_outer_product(one, other),
        )


def _check_inner_sizes(factors: list[Node], shape: Shape, other: Node) -> None:
    """Refuse a product whose inner sizes differ, and propose the transpose that makes them equal."""
    if shape.columns == other.shape.rows:
        return
    left = _made(factors)
    hint = "The columns of the left factor must be as many as the rows of the right one."
    if shape.is_scalar or other.shape.is_scalar:
        hint = "@ multiplies matrices and vectors; write * for a product with a scalar."
    elif transposed(shape).columns == other.shape.rows and len(factors) == 1:
        hint = phrase("Did you mean {0} {1}?", _primed(left), _operand(other))
    elif shape.columns == transposed(other.shape).rows:
        hint = phrase("Did you mean {0} {1}?", _operand(left), _primed(other))
    raise ShapeError(
        phrase(
            "cannot multiply {0} ({1}) by {2} ({3}): the inner sizes {4} and {5} differ",
            left,
            shape.display(),
            other,
            other.shape.display(),
            shape.columns,
            other.shape.rows,
        ),
        shapes=(str(shape), str(other.shape)),
        hint=hint,
    )


def _primed(node: Node) -> str:
    return _operand(node.operand) if isinstance(node, Transpose) else Transpose(node).text()


def _operand(node: Node) -> str:
    shown = node.text()
    return shown if shown.replace("_", "").isalnum() else f"({shown})"


def which_product(left: Node, right: Node) -> ShapeError:
    """The question to ask when two values that are no scalars stand side by side."""
    one, other = _operand(left), _operand(right)
    options = phrase(
        "{0} · {1} for the dot product, {0} ⊗ {1} (in ASCII {0} .* {1}) for the element-wise one", one, other
    )
    if left.shape.is_vector and right.shape.is_vector:
        options += phrase(", {0} {1}' for the outer product", one, other)
    else:
        options = phrase(
            "{0} @ {1} for the matrix product, {0} ⊗ {1} (in ASCII .*) for the element-wise one", one, other
        )
    return ShapeError(
        phrase("{0} ({1}) times {2} ({3}): which product is meant?", *_named(left, right)),
        shapes=_shapes(left, right),
        hint=phrase("Write {0}.", options),
    )


def _star_between_matrices(left: Node, right: Node) -> ShapeError:
    one, other = _operand(left), _operand(right)
    if left.shape.is_vector and right.shape.is_vector:
        return ShapeError(
            phrase(
                "{0} ({1}) and {2} ({3}) can't be multiplied entry by entry: their sizes differ", *_named(left, right)
            ),
            shapes=_shapes(left, right),
            hint=phrase("Write {0} {1}' for the outer product.", one, other),
        )
    return ShapeError(
        phrase("{0} ({1}) * {2} ({3}): @ or ⊗?", *_named(left, right)),
        shapes=_shapes(left, right),
        hint=phrase("Write {0} @ {1} for the matrix product, {0} ⊗ {1} for the product entry by entry.", one, other),
    )
