"""What the products make of the kinds of their factors: side by side, with ·, *, ×, @, and the transpose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from explainer.errors import ExplainerError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language.kinds import conventions as custom
from explainer.language.kinds.conventions import MATRIX, MISFIT, ROW, SCALAR, VECTOR
from explainer.language.kinds.kind_rule import Rule, done, unary
from explainer.language.kinds.surroundings import Surroundings, is_inverse, plain_name
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.names.letters_of_vectors import is_entrywise_factor, stem
from explainer.language.text.syntax import Syntax


def _matrix_product(left: int, right: int) -> tuple[int, float]:
    if left == SCALAR or right == SCALAR:
        return right if left == SCALAR else left, 0.0
    return _PRODUCTS.get((left, right), (left, MISFIT))


_PRODUCTS: dict[tuple[int, int], tuple[int, float]] = {
    (VECTOR, ROW): (MATRIX, 0.0),
    (ROW, VECTOR): (SCALAR, 0.0),
    (ROW, MATRIX): (ROW, 0.0),
    (MATRIX, VECTOR): (VECTOR, 0.0),
    (MATRIX, MATRIX): (MATRIX, 0.0),
}


def _dot(left: int, right: int) -> tuple[int, float]:
    return (SCALAR, 0.0) if left == right == VECTOR else _matrix_product(left, right)


def _star(left: int, right: int) -> tuple[int, float]:
    """Entry by entry between vectors; between a matrix or a row and a vector only the matrix product is possible.

    Of two matrices it is one or the other, which what stands around them or the reader decides.
    """
    if SCALAR in (left, right):
        return left if right == SCALAR else right, 0.0
    return (left, 0.0) if left == right else _matrix_product(left, right)


_JOINS = {"·": _dot, "*": _star, "×": _star}


def product(node: Syntax, around: Surroundings) -> Rule:
    """A chain of factors: those side by side multiply first, then the runs are joined by their signs."""
    signs = ("", *node.value)
    names = [factor_name(part, around) for part in node.parts]
    numbers = _is_of_numbers(node)
    beside = [
        _nothing if numbers and k and node.value[k - 1] == "·" else _beside(node, k, names, around)
        for k in range(len(node.parts))
    ]
    reduced = around.is_reduced(node)  # sum(p log(p/q)): of two vectors; that no product stands there is asked later

    def step(state: Any, place: int, kind: int) -> tuple[Any, float]:
        whole, sign, run, last = state
        if place == 0:
            return (None, "", kind, kind), 0.0
        cost = beside[place](last, kind)
        if signs[place] == "juxt":
            unclear = reduced and run == kind == VECTOR
            run, more = (VECTOR, 1.2) if unclear else _matrix_product(run, kind)
            return (whole, sign, run, kind), cost + more
        if whole is not None:
            run, more = _JOINS[sign](whole, run)
            cost += more
        return (run, signs[place], kind, kind), cost

    def finish(state: Any) -> tuple[int, float]:
        whole, sign, run, last = state
        # In y w @ x the w is the vector, as in y w · x.
        far = 0.5 if last == SCALAR != run and id(node) in around.before_at else 0.0
        kind, cost = (run, 0.0) if whole is None else _JOINS[sign](whole, run)
        return kind, cost + far

    return Rule((None, "", SCALAR, SCALAR), step, finish)


def _is_of_numbers(node: Syntax) -> bool:
    """Whether a product is of numbers as a · b · c is, with more than one dot and nothing but letters."""
    dots = node.value.count("·") > 1 and set(node.value) == {"·"}
    return dots and all(part.kind == "number" or plain_name(part, capital=False) is not None for part in node.parts)


def _holds_dot(node: Syntax) -> bool:
    """Whether a bracket holds a dot product, which the y of y · (w · x + b) scales."""
    terms = node.parts if node.kind == "addition" else (node,)
    return node.grouped and any(term.kind == "multiply" and "·" in term.value for term in terms)


def _beside(node: Syntax, k: int, named: list[str | None], around: Surroundings) -> Callable[[int, int], float]:
    """What neighbours in a product say of each other, as a cost for their kinds."""
    if k == 0:
        return _nothing
    sign, one, other = node.value[k - 1], node.parts[k - 1], node.parts[k]
    left_name = named[k - 1]
    if sign in {"*", "juxt"} and left_name is not None and _is_slope(left_name, around):
        return lambda left, right: 0.0 if left == SCALAR else 4.0
    if sign == "juxt" or (sign == "*" and around.multiplies_matrices(left_name)):
        return _side_by_side(one, other, left_name, named[k], around)
    both_plain = _is_plain(one) and _is_plain(other)
    if sign == "·":
        # w · x is a dot product, 2 · x and α · x are not; a scalar beside the dot is less usual than further away.
        beside = [name for name in named[k - 1 : k + 1] if name is not None]
        numbers = not around.raised.isdisjoint(beside) or any(map(custom.is_quantity, beside))
        data = (
            left_name is not None
            and custom.is_first_of_matrices(left_name)
            and custom.is_linear_argument(named[k] or "")
        )
        both_plain = (both_plain and not numbers) or data
        if len(beside) == 2 and len(node.parts) == 2 and custom.is_pair_of_vectors(*beside):
            return lambda left, right: 0.0 if left == right == VECTOR else 7.0
        scales, scaled = _holds_dot(other), _holds_dot(one)

        def cost(left: int, right: int) -> float:
            if left == right == SCALAR:
                return 2.5 if both_plain and not (scales or scaled) else 0.0
            plain = (left == SCALAR and _is_plain(one) and not scales) or (
                right == SCALAR and _is_plain(other) and not scaled
            )
            return 2.0 if plain else 0.0

        return cost
    if sign == "*" and left_name is not None and custom.is_first_of_matrices(left_name):
        return lambda left, right: 3.0 if left == SCALAR and right == VECTOR else 0.0  # ‖A*x − b‖
    if sign == "*" and one.kind == "ones" and named[k] is not None:
        return lambda left, right: 1.5 if left == ROW and right == SCALAR else 0.0  # ones(1, n) * x adds up
    if "identity" in (one.kind, other.kind):
        return _nothing  # t * eye(3): whatever else stands beside a t, this is t times the identity
    if sign == "*" and around.is_reduced(node):
        # In code * is the product entry by entry: sum(w * x) and mean(y * log(p)) are over two vectors.
        names = {stem(name) for name in named[k - 1 : k + 1] if name is not None}
        attention = names == {"q", "k"}  # a query and a key are of one kind
        one_vector, other_vector = (attention or _names_vector(part, around) for part in (one, other))
        return lambda left, right: (
            1.5 * (1 + 2 * (MATRIX in (left, right)))
            if (left != SCALAR == right and other_vector) or (right != SCALAR == left and one_vector)
            else 0.0
        )
    if sign == "*" and left_name is not None and custom.is_scale(left_name, around.names.occurrences):
        return lambda left, right: 3.0 if left == SCALAR and right == VECTOR else 0.0
    return _nothing


def _nothing(left: int, right: int) -> float:
    return 0.0


def _side_by_side(
    one: Syntax, other: Syntax, left: str | None, right: str | None, around: Surroundings
) -> Callable[[int, int], float]:
    if one.kind == other.kind == "name":  # then only these names matter, and where they stand: a long text has many
        key = (left, right, around.is_reduced(one))
        found = around.side_by_side.get(key)
        if found is None:
            found = around.side_by_side[key] = _cost_side_by_side(one, other, left, right, around)
        return found
    return _cost_side_by_side(one, other, left, right, around)


def _cost_side_by_side(
    one: Syntax, other: Syntax, left: str | None, right: str | None, around: Surroundings
) -> Callable[[int, int], float]:
    left_matrix = left is not None and custom.is_capital(left)
    right_matrix = right is not None and custom.is_capital(right)
    usual = left is not None and custom.is_taken_as_matrix(left)
    pair = 0.0
    if usual and right is not None and custom.is_taken_as_matrix(right):
        # ‖A − B C‖; of A B C x the capitals together must outweigh what speaks against each.
        pair = 0.8 if around.is_reduced(one) else 1.0 if around.is_direct(right) else 0.3
        if left is not None and _is_changed(one) and all(map(custom.is_first_of_matrices, (left, right))):
            pair = 2.8  # A⁻¹ B: numbers are not written so
        if left is not None and custom.is_data_times_layer(left, right):
            # More than what speaks against all matrices of relu(X W_1 + b_1) W_2 + b_2 together.
            return lambda one, other: 0.0 if one == other == MATRIX else 9.0
    elif left is not None and right is not None and other.kind == "transpose" and custom.is_outer_pair(left, right):
        return lambda one, other: 1.0 if one == SCALAR and other == ROW else 0.0
    elif usual and right is not None and not custom.stays_scalar(right) and _is_changed(one):
        pair = 2.6  # A⁻¹ b and Aᵀ c: numbers are not written so
    elif usual and right is not None and custom.is_linear_argument(right) and around.is_direct(right):
        pair = 3.2 if left is not None and custom.is_weights_or_data(left) else 2.6

    elif usual and left is not None and right is not None and custom.is_layer_before(left, right):
        pair = 2.6  # x + W_2 relu(W_1 x)
    elif usual and left is not None and _is_of_vectors(other, around):
        pair = 3.2 if custom.is_weights_or_data(left) else 2.6 if custom.is_written_in_front(left) else 0.0
    of_capitals = one.kind == "addition" and all(plain_name(part, capital=True) is not None for part in one.parts)
    entries = right is None and _names_vector(other, around)
    both = entries and around.is_reduced(other) and _names_vector(one, around)
    raised = _is_power_of_matrix(other)
    bracket = other.kind == "addition" and other.grouped and open_in(other, around)
    behind_raised = _is_power_of_matrix(one)

    def cost(one: int, other: int) -> float:
        if one == ROW and other == SCALAR and entries:
            return 1.5  # y' log(p)
        if (one == ROW and other == SCALAR and raised) or (one == SCALAR and other == VECTOR and behind_raised):
            return 3.4  # a' X^2 b
        if both and {one, other} == {SCALAR, VECTOR}:
            return 3.2  # sum(y log(p))
        if one == SCALAR and left_matrix and other in (VECTOR, MATRIX):
            return 5.0 if of_capitals else 3.0  # a capital beside a vector is a matrix, (I - P) x all the more
        if other == SCALAR and right_matrix and one != SCALAR:
            return 1.0 if one == VECTOR else 3.0
        if one in (ROW, MATRIX) and other == SCALAR and (right is not None or bracket):
            # What stands behind a row or a matrix is multiplied by it: w' x_i, A' x, ‖A (x - b)‖.
            return 1.2 if right is None and one == MATRIX else 1.5
        return pair if one == other == SCALAR else 0.0

    return cost


def _is_of_vectors(node: Syntax, around: Surroundings) -> bool:
    """Whether a bracket holds a sum of letters that matrices are written in front of: W (x + h), A (x - b)."""
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    names = [plain_name(term, capital=False) for term in terms]
    linear = [name is not None and (custom.is_linear_argument(name) or custom.is_bias(name)) for name in names]
    opened = any(around.names.is_open(term) for term in terms)
    return (
        node.kind == "addition"
        and node.grouped
        and all(linear)
        and custom.is_linear_argument(names[0] or "")
        and opened
    )


def open_in(node: Syntax, around: Surroundings) -> bool:
    """Whether a name whose kind is sought is a term of a sum, or a factor of one."""
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    return any(around.names.is_open(part) for term in terms for part in (term, *term.parts))


def _is_power_of_matrix(node: Syntax) -> bool:
    """X^2 and A^k with a letter that is first of all a matrix, where it stands in a product."""
    name = plain_name(node.parts[0]) if node.kind == "power" and node.value == "^" else None
    return name is not None and custom.is_first_of_matrices(name)


def _is_slope(name: str, around: Surroundings) -> bool:
    """w_1 where there is a w_0: the coefficients of a line or polynomial are numbers."""
    first = f"{stem(name)}_0"
    return name != first and first in around.names.occurrences and not custom.is_capital(name)


def _is_changed(node: Syntax) -> bool:
    """Whether a factor is transposed or inverted."""
    node = _unsigned(node)
    return node.kind == "transpose" or (node.kind == "power" and is_inverse(node))


def factor_name(node: Syntax, around: Surroundings) -> str | None:
    """The open name that a factor is, perhaps transposed or inverted; of a sum of capitals, A + λ I, the first."""
    node = _unsigned(node)
    if node.kind == "addition" and node.grouped and plain_name(node.parts[0], capital=True) is not None:
        node = node.parts[0]
    while node.kind == "transpose" or (node.kind == "power" and is_inverse(node)):
        node = node.parts[0]
    return plain_name(node) if around.names.is_open(node) else None


def _names_vector(node: Syntax, around: Surroundings) -> bool:
    """Whether a factor is or holds an open name that a vector usually has, as y and 1 − y do."""
    if node.kind in {"addition", "negate"} or (node.kind == "apply" and _keeps_entries(node.value)):
        return any(_names_vector(part, around) for part in node.parts)
    name = plain_name(node)
    return name is not None and around.names.is_open(node) and is_entrywise_factor(name)


@cache
def _keeps_entries(operation: Operation) -> bool:
    """Whether a function of a vector is a vector, as every function of entries and softmax are."""
    if operation.elementwise:
        return True
    try:
        return operation.arity == 1 and operation.shape(Shape(("n",))).is_vector
    except ExplainerError:
        return False


def _unsigned(node: Syntax) -> Syntax:
    while node.kind == "negate" and not node.grouped:
        node = node.parts[0]
    return node


def _is_plain(node: Syntax) -> bool:
    """Whether this reads as a vector: names and sums or multiples of names, without functions and powers."""
    if node.kind == "name":
        name = plain_name(node)
        return name is not None and stem(name) not in GREEK_WORDS
    if node.kind in {"addition", "negate", "multiply", "elementwise"}:
        parts = [part for part in node.parts if part.kind != "number"]
        return bool(parts) and all(_is_plain(part) for part in parts)
    return node.kind == "transpose"


def at_sign(node: Syntax, around: Surroundings) -> Rule:
    """@ stands between matrices and vectors, as in NumPy: a vector on the left of a matrix is multiplied as a row."""

    names = [factor_name(part, around) for part in node.parts]
    capitals = [name is not None and custom.is_capital(name) for name in names]

    code = around.names.vocabulary.dialect == "numpy"
    plain = node.parts[0].kind == "name"
    rows = code and plain and around.is_reduced(node) and names[0] is not None and stem(names[0]) == "x"

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        scalar = MISFIT / 2 if kind == SCALAR else 0.0
        if place == 0:
            # A capital in front of @ is a matrix, whatever its value is taken for later.
            return kind, scalar + (5.0 if kind == VECTOR and capitals[0] else 0.0)
        if state == VECTOR and kind == MATRIX:
            return VECTOR, 0.2
        if code and state == ROW and kind == MATRIX and node.parts[0].kind == "transpose":
            return VECTOR, 0.2  # the transpose of a vector of NumPy is that vector
        made, cost = _dot(state, kind)
        if code and state == VECTOR and kind == ROW:
            cost += (
                6.0 if around.is_reduced(node) else 2.0
            )  # q @ k.T is of matrices: of two vectors it is a number in NumPy
        if rows and state == kind == VECTOR:
            cost += 4.2  # in mean((y * (x @ w))) the samples are the rows of x
        light = 2.0 if state == MATRIX and kind == VECTOR and capitals[place] else 0.0  # X @ W is of two matrices
        return made, cost + scalar + light

    return Rule(SCALAR, step, done)


def transpose(node: Syntax, around: Surroundings) -> Rule:
    capital = plain_name(node.parts[0], capital=True) is not None and around.names.is_open(node.parts[0])
    of_vector = 1.5 if capital else 0.0  # V' is the transpose of a matrix first of all
    return unary({SCALAR: (SCALAR, 8.0), VECTOR: (ROW, of_vector), ROW: (VECTOR, 0.0), MATRIX: (MATRIX, 0.0)})
