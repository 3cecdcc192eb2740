"""What every operator of the language makes of the kinds of its operands, and what speaks against each combination.

A rule goes over the parts of a node from left to right with a small state, so that sums and products of any length
are judged in one go: `step(state, place, kind)` gives the next state and a cost, `finish(state)` the kind of the whole.
Costs are ranks, see `conventions.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from explainer.errors import ExplainerError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language import conventions as custom
from explainer.language.characters import GREEK_WORDS
from explainer.language.conventions import MATRIX, MISFIT, ROW, SCALAR, VECTOR
from explainer.language.surroundings import Surroundings, is_inverse, plain_name
from explainer.language.syntax import Syntax


class Rule(NamedTuple):
    """How the kinds of the parts of one node make the kind of the whole."""

    begin: Any
    step: Callable[[Any, int, int], tuple[Any, float]]
    finish: Callable[[Any], tuple[int, float]]


def rule_of(node: Syntax, around: Surroundings) -> Rule:
    """The rule of a node; what has no parts whose kind matters is a scalar."""
    make = _RULES.get(node.kind)
    return make(node, around) if make is not None else _constant(SCALAR)


def _done(state: int) -> tuple[int, float]:
    return state, 0.0


def _constant(kind: int) -> Rule:
    """A node of this kind whatever its parts are."""
    return Rule(kind, lambda state, _place, _kind: (state, 0.0), _done)


def _unary(costs: dict[int, tuple[int, float]]) -> Rule:
    """A node of one part: for every kind of it the kind of the whole and what speaks against it."""
    return Rule(SCALAR, lambda _state, _place, kind: costs.get(kind, (SCALAR, MISFIT)), _done)


def _same(node: Syntax, around: Surroundings) -> Rule:
    """The kind of the first part."""
    return Rule(SCALAR, lambda state, place, kind: (kind if place == 0 else state, 0.0), _done)


# --- sums, comparisons, what works entry by entry --------------------------------------------------------------------


def _merged(left: int, right: int) -> tuple[int, float]:
    if left == right or right == SCALAR:
        return left, 0.0
    return (right, 0.0) if left == SCALAR else (left, MISFIT)


def _addition(node: Syntax, around: Surroundings) -> Rule:
    """What is added to a vector is a vector, but for small numbers such as ε and the bias beside predictions X w."""
    linear = around.is_linear(node)
    predictions = any(_is_prediction(part) for part in node.parts)
    adding = [_cost_of_adding(part, linear, predictions, around) for part in node.parts]
    waiting = [sum(adding[: k + 1]) for k in range(len(adding))]
    biases = [
        predictions and (name := plain_name(part)) is not None and custom.is_bias(name) and around.names.is_open(part)
        for part in node.parts
    ]

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        merged, cost = _merged(state, kind)
        times = 2.0 if merged == MATRIX else 1.0  # a number added to every entry of a matrix is rarer still
        if kind == SCALAR and state != SCALAR:
            cost += adding[place] * times
        elif kind != SCALAR and state == SCALAR and place:
            cost += waiting[place - 1] * times
        return merged, cost + (3.0 if biases[place] and kind != SCALAR else 0.0)

    return Rule(SCALAR, step, _done)


def _cost_of_adding(part: Syntax, linear: bool, predictions: bool, around: Surroundings) -> float:
    """What speaks against adding this part as a scalar to a vector."""
    name = plain_name(part)
    if name is not None:
        if not around.names.is_open(part if part.kind == "name" else part.parts[0]):
            return 0.0
        bold = around.names.vocabulary.bold
        if (predictions and custom.is_bias(name)) or (bold and name not in bold):
            return 0.0
        return custom.cost_of_adding(name, linear)
    scalars = {"number", "sum_entries", "mean", "norm", "dot", "bars", "length", "delta", "indexed_sum"}
    inner = part.parts[0] if part.kind == "negate" else part
    if inner.kind in scalars or not _open_names(inner, around):
        return 0.0
    # U k beside W q is a product of matrix and vector rather than of numbers.
    capital = inner.kind == "multiply" and (left := _factor(inner.parts[0], around)) is not None
    return 3.0 if capital and left is not None and custom.is_taken_as_matrix(left) else 1.0


def _open_names(node: Syntax, around: Surroundings) -> bool:
    stack = [node]
    while stack:
        part = stack.pop()
        if around.names.is_open(part):
            return True
        if part.kind not in {"sum_entries", "mean", "norm", "dot", "bars"}:
            stack.extend(part.parts)
    return False


def _is_prediction(part: Syntax) -> bool:
    """X w and X @ w: a number for each row of the data."""
    while part.kind == "negate":
        part = part.parts[0]
    if part.kind not in {"multiply", "matmul"} or len(part.parts) < 2:
        return False
    left, right = plain_name(part.parts[-2]), plain_name(part.parts[-1])
    return left is not None and right is not None and custom.is_data_times_weights(left, right)


def _broadcast(cost_of_scalars: float = 0.0, cost_of_mixing: float = 0.2, cost_of_larger: float = 0.0) -> Rule:
    """Parts of one kind, or scalars; with costs for nothing but scalars, for scalars among others, for others."""

    def step(state: tuple[int, bool], place: int, kind: int) -> tuple[tuple[int, bool], float]:
        merged, cost = _merged(state[0], kind)
        return (merged, state[1] or kind == SCALAR), cost

    def finish(state: tuple[int, bool]) -> tuple[int, float]:
        kind, mixed = state
        if kind == SCALAR:
            return kind, cost_of_scalars
        return kind, cost_of_larger + (cost_of_mixing if mixed else 0.0)

    return Rule((SCALAR, False), step, finish)


def _entrywise(node: Syntax, around: Surroundings) -> Rule:
    """⊗, ⊘ and ○ stand between vectors of one size."""
    named = sum(1 for part in node.parts if _open_names(part, around))
    return _broadcast(3.0 if named else 0.0, 2.6 if named > 1 else 0.5)


def _comparison(node: Syntax, around: Surroundings) -> Rule:
    return _broadcast(0.0, 0.2)


def _elementwise_call(node: Syntax, around: Surroundings) -> Rule:
    return _broadcast(1.0, 0.5)


# --- products --------------------------------------------------------------------------------------------------------


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
    """Entry by entry between vectors; between a matrix or a row and a vector only the matrix product is possible."""
    if SCALAR in (left, right):
        return left if right == SCALAR else right, 0.0
    if left == right:
        return left, MISFIT if left == MATRIX else 0.0
    return _matrix_product(left, right)


_JOINS = {"·": _dot, "*": _star, "×": _star}


def _product(node: Syntax, around: Surroundings) -> Rule:
    """A chain of factors: those side by side multiply first, then the runs are joined by their signs."""
    signs = ("", *node.value)
    beside = [_beside(node, k, around) for k in range(len(node.parts))]

    def step(state: Any, place: int, kind: int) -> tuple[Any, float]:
        whole, sign, run, last = state
        if place == 0:
            return (None, "", kind, kind), 0.0
        cost = beside[place](last, kind)
        if signs[place] == "juxt":
            run, more = _matrix_product(run, kind)
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


def _beside(node: Syntax, k: int, around: Surroundings) -> Callable[[int, int], float]:
    """What neighbours in a product say of each other, as a cost for their kinds."""
    if k == 0:
        return lambda left, right: 0.0
    sign, one, other = node.value[k - 1], node.parts[k - 1], node.parts[k]
    if sign == "juxt":
        return _side_by_side(one, other, around)
    both_plain = _is_plain(one) and _is_plain(other)
    if sign == "·":
        # w · x is a dot product, 2 · x and α · x are not; a scalar beside the dot is less usual than further away.
        def cost(left: int, right: int) -> float:
            if left == right == SCALAR:
                return 2.5 if both_plain else 0.0
            plain_scalar = (left == SCALAR and _is_plain(one)) or (right == SCALAR and _is_plain(other))
            return 2.0 if plain_scalar else 0.0

        return cost
    left_name = _factor(one, around)
    if sign == "*" and left_name is not None and custom.is_first_of_matrices(left_name):
        return lambda left, right: 3.0 if left == SCALAR and right == VECTOR else 0.0  # ‖A*x − b‖
    if sign == "*" and around.is_reduced(node):
        # In code * is the product entry by entry: sum(w * x) and mean(y * log(p)) are over two vectors.
        one_vector, other_vector = _names_vector(one, around), _names_vector(other, around)
        return lambda left, right: (
            1.5 if (left != SCALAR == right and other_vector) or (right != SCALAR == left and one_vector) else 0.0
        )
    return lambda left, right: 0.0


def _side_by_side(one: Syntax, other: Syntax, around: Surroundings) -> Callable[[int, int], float]:
    left, right = _factor(one, around), _factor(other, around)
    left_matrix = left is not None and custom.is_capital(left)
    right_matrix = right is not None and custom.is_capital(right)
    usual = left is not None and custom.is_taken_as_matrix(left)
    pair = 0.0
    if usual and right is not None and custom.is_taken_as_matrix(right):
        pair = 0.8 if around.is_reduced(one) else 0.3  # ‖A − B C‖
    elif usual and right is not None and not custom.stays_scalar(right) and _is_changed(one):
        pair = 2.6  # A⁻¹ b and Aᵀ c: numbers are not written so
    elif usual and right is not None and custom.is_linear_argument(right) and around.is_direct(right):
        pair = 3.2 if left is not None and custom.is_weights_or_data(left) else 2.6

    def cost(one: int, other: int) -> float:
        if one == SCALAR and left_matrix and other in (VECTOR, MATRIX):
            return 3.0  # a capital beside a vector is a matrix
        if other == SCALAR and right_matrix and one != SCALAR:
            return 1.0 if one == VECTOR else 3.0
        if one in (ROW, MATRIX) and other == SCALAR and right is not None:
            return 1.5  # what stands behind a row or a matrix is multiplied by it: w' x_i, A' x
        return pair if one == other == SCALAR else 0.0

    return cost


def _is_changed(node: Syntax) -> bool:
    """Whether a factor is transposed or inverted."""
    node = _unsigned(node)
    return node.kind == "transpose" or (node.kind == "power" and is_inverse(node))


def _factor(node: Syntax, around: Surroundings) -> str | None:
    """The open name that a factor is, perhaps transposed or inverted; of a sum of capitals, A + λ I, the first."""
    node = _unsigned(node)
    if node.kind == "addition" and node.grouped and plain_name(node.parts[0], capital=True) is not None:
        node = node.parts[0]
    while node.kind == "transpose" or (node.kind == "power" and is_inverse(node)):
        node = node.parts[0]
    return plain_name(node) if around.names.is_open(node) else None


def _names_vector(node: Syntax, around: Surroundings) -> bool:
    """Whether a factor is or holds an open name that a vector usually has, as y and 1 − y do."""
    if node.kind in {"addition", "negate"}:
        return any(_names_vector(part, around) for part in node.parts)
    name = plain_name(node)
    return name is not None and around.names.is_open(node) and custom.is_entrywise_factor(name)


def _unsigned(node: Syntax) -> Syntax:
    while node.kind == "negate" and not node.grouped:
        node = node.parts[0]
    return node


def _is_plain(node: Syntax) -> bool:
    """Whether this reads as a vector: names and sums or multiples of names, without functions and powers."""
    if node.kind == "name":
        name = plain_name(node)
        return name is not None and custom.stem(name) not in GREEK_WORDS
    if node.kind in {"addition", "negate", "multiply", "elementwise"}:
        parts = [part for part in node.parts if part.kind != "number"]
        return bool(parts) and all(_is_plain(part) for part in parts)
    return node.kind == "transpose"


def _at_sign(node: Syntax, around: Surroundings) -> Rule:
    """@ stands between matrices and vectors, as in NumPy: a vector on the left of a matrix is multiplied as a row."""

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        scalar = MISFIT / 2 if kind == SCALAR else 0.0
        if place == 0:
            return kind, scalar
        if state == VECTOR and kind == MATRIX:
            return VECTOR, 0.2
        made, cost = _dot(state, kind)
        return made, cost + scalar

    return Rule(SCALAR, step, _done)


def _transpose(node: Syntax, around: Surroundings) -> Rule:
    capital = plain_name(node.parts[0], capital=True) is not None and around.names.is_open(node.parts[0])
    of_vector = 1.5 if capital else 0.0  # V' is the transpose of a matrix first of all
    return _unary({SCALAR: (SCALAR, 4.0), VECTOR: (ROW, of_vector), ROW: (VECTOR, 0.0), MATRIX: (MATRIX, 0.0)})


def _quotient(node: Syntax, around: Surroundings) -> Rule:
    """Something is divided by a number; by a vector, entry by entry, where entries are summed."""
    by_vector = 0.4 if around.is_reduced(node) else 1.5

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0 or kind == SCALAR:
            return (kind if place == 0 else state), 0.0
        if kind == MATRIX or state not in (SCALAR, kind):
            return kind, MISFIT
        return kind, by_vector

    return Rule(SCALAR, step, _done)


def _power(node: Syntax, around: Surroundings) -> Rule:
    """A power of numbers; of the entries of a vector where they are summed; of a matrix, its inverse first of all."""
    inverse = is_inverse(node)
    entrywise = node.value == ".^"
    of_vector = 0.2 if around.is_reduced(node) else 1.5
    of_matrix = 0.0 if inverse or entrywise else 2.0

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0:
            return kind, {VECTOR: of_vector + MISFIT * inverse, ROW: of_vector, MATRIX: of_matrix}.get(kind, 0.0)
        if kind == SCALAR:
            return state, 0.0
        return (kind, 0.5) if state in (SCALAR, kind) else (state, MISFIT)

    return Rule(SCALAR, step, _done)


# --- functions -------------------------------------------------------------------------------------------------------

_ACTIVATIONS = frozenset({
    "sigmoid", "log_sigmoid", "tanh", "relu", "leaky_relu", "prelu", "relu6", "selu", "elu", "gelu", "silu", "mish",
    "softplus", "softsign", "hard_tanh", "hard_sigmoid", "hard_swish", "max", "min", "sign",
})  # fmt: skip


def _apply(node: Syntax, around: Surroundings) -> Rule:
    operation: Operation = node.value
    if operation.elementwise:
        of_layers = operation.name in _ACTIVATIONS or around.is_reduced(node)
        return _broadcast(0.0, 0.1, 0.0 if of_layers else 0.8)

    def step(state: tuple[int, ...], place: int, kind: int) -> tuple[tuple[int, ...], float]:
        return (*state, kind), 0.0

    return Rule((), step, lambda kinds: _of_shapes(operation, kinds))


@cache
def _of_shapes(operation: Operation, kinds: tuple[int, ...]) -> tuple[int, float]:
    """The kind that the shape rule of an operation gives for kinds of its arguments."""
    try:
        shape = operation.shape(*(_SHAPES[kind] for kind in kinds))
    except ExplainerError:
        return SCALAR, MISFIT
    kind = ROW if shape.is_row else (SCALAR, VECTOR, MATRIX)[len(shape.sizes)]
    return kind, 0.0 if any(kinds) else 3.0 if not operation.elementwise else 0.0


_SHAPES = {SCALAR: Shape(), VECTOR: Shape(("n",)), ROW: Shape((1, "n")), MATRIX: Shape(("n", "n"))}


def _abstract(node: Syntax, around: Surroundings) -> Rule:
    """f(x): the kind of its value is chosen like that of a name; a vector comes of a vector rather than of a number."""
    last = len(node.parts)

    def step(state: tuple[bool, int], place: int, kind: int) -> tuple[tuple[bool, int], float]:
        larger, _ = state
        if place < last:
            return (larger or kind != SCALAR, SCALAR), 0.0
        return (larger, kind), 0.0 if kind == SCALAR or larger else 0.5

    return Rule((False, SCALAR), step, lambda state: (state[1], 0.0))


def _reduction(of_scalar: float, of_matrix: float = 0.3) -> Callable[[Syntax, Surroundings], Rule]:
    """A number made of all entries."""
    costs = {SCALAR: (SCALAR, of_scalar), VECTOR: (SCALAR, 0.0), ROW: (SCALAR, 0.1), MATRIX: (SCALAR, of_matrix)}

    def make(node: Syntax, around: Surroundings) -> Rule:
        named = any(_open_names(part, around) for part in node.parts[:1])
        return _unary_of_first(costs if named else dict.fromkeys(costs, (SCALAR, 0.0)))

    return make


def _unary_of_first(costs: dict[int, tuple[int, float]]) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return costs.get(kind, (SCALAR, MISFIT)) if place == 0 else (state, 0.0 if kind == SCALAR else MISFIT)

    return Rule(SCALAR, step, _done)


def _bars(node: Syntax, around: Surroundings) -> Rule:
    """|x|: an absolute value, a length, or the determinant of a matrix, as in ln |Σ|."""
    name = plain_name(node.parts[0], capital=True)
    of_scalar = 2.0 if name is not None and custom.is_taken_as_matrix(name) else 0.0
    return _unary({SCALAR: (SCALAR, of_scalar), VECTOR: (SCALAR, 0.3), ROW: (SCALAR, 0.3), MATRIX: (SCALAR, 0.1)})


def _scalar_parts(result: int) -> Callable[[Syntax, Surroundings], Rule]:
    """A form of this kind whose entries are scalars."""

    def make(node: Syntax, around: Surroundings) -> Rule:
        return Rule(result, lambda state, _place, kind: (state, 0.0 if kind == SCALAR else MISFIT), _done)

    return make


def _blocks(node: Syntax, around: Surroundings) -> Rule:
    """A list of numbers, or of larger values as blocks."""

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return max(state, kind), 0.0 if kind == SCALAR else 0.5

    def finish(state: int) -> tuple[int, float]:
        if node.kind == "list":
            return VECTOR if state in (SCALAR, VECTOR) else state, 0.0
        return ROW if node.value == len(node.parts) and state in (SCALAR, ROW) else MATRIX, 0.0

    return Rule(SCALAR, step, finish)


def _stack(node: Syntax, around: Surroundings) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return (kind if place == 0 else state), 0.0 if place == 0 or kind == state else MISFIT

    return Rule(SCALAR, step, lambda kind: (MATRIX if kind in (ROW, MATRIX) else VECTOR, 0.0))


def _diag(node: Syntax, around: Surroundings) -> Rule:
    return _unary({SCALAR: (MATRIX, 4.0), VECTOR: (MATRIX, 0.0), MATRIX: (VECTOR, MISFIT)})


def _zeros(node: Syntax, around: Surroundings) -> Rule:
    row = len(node.value) == 2 and node.value[0] == 1
    return _constant(ROW if row else (SCALAR, VECTOR, MATRIX)[len(node.value)])


def _entry(node: Syntax, around: Surroundings) -> Rule:
    count = len(node.reading)
    rows = (VECTOR, 0.5) if count == 1 else (SCALAR, 0.0)
    return _unary({VECTOR: (SCALAR, 0.0 if count == 1 else MISFIT), MATRIX: rows, ROW: rows})


def _cases(node: Syntax, around: Surroundings) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return (state, 0.0 if kind == SCALAR else MISFIT) if place % 2 else _merged(state, kind)

    return Rule(SCALAR, step, _done)


def _where(node: Syntax, around: Surroundings) -> Rule:
    return _same(node, around)


def _equation(node: Syntax, around: Surroundings) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return kind, 0.0 if place == 0 or kind == state else MISFIT

    return Rule(SCALAR, step, _done)


def _derivative(node: Syntax, around: Surroundings) -> Rule:
    several = len(node.parts) > 2

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0:
            return kind, 0.0
        if several:
            return (ROW if state == SCALAR else MATRIX), 0.0
        if kind == SCALAR:
            return state, 0.0
        if state == SCALAR:
            return (ROW if kind == VECTOR else MATRIX), 0.0
        return (MATRIX, 0.0) if state == kind == VECTOR else (MATRIX, MISFIT)

    return Rule(SCALAR, step, _done)


_RULES: dict[str, Callable[[Syntax, Surroundings], Rule]] = {
    "addition": _addition,
    "negate": _same,
    "along": _same,
    "indexed_sum": _same,
    "multiply": _product,
    "matmul": _at_sign,
    "dot": _at_sign,
    "transpose": _transpose,
    "quotient": _quotient,
    "power": _power,
    "elementwise": _entrywise,
    "elementwise_quotient": _entrywise,
    "any_operator": _entrywise,
    "elementwise_call": _elementwise_call,
    "comparison": _comparison,
    "conjunction": _comparison,
    "apply": _apply,
    "abstract": _abstract,
    "sum_entries": _reduction(4.0),
    "mean": _reduction(4.0),
    "spread": _reduction(6.0),
    "length": _reduction(4.0),
    "norm": _reduction(4.0, 0.1),
    "norm_p": _reduction(4.0),
    "bars": _bars,
    "list": _blocks,
    "matrix": _blocks,
    "stack": _stack,
    "diag": _diag,
    "ones": lambda node, around: _constant(VECTOR),
    "filled": lambda node, around: _constant(VECTOR),
    "identity": lambda node, around: _constant(MATRIX),
    "zeros": _zeros,
    "expand": _scalar_parts(VECTOR),
    "column": _scalar_parts(VECTOR),
    "row": _scalar_parts(ROW),
    "grid": _scalar_parts(MATRIX),
    "diagonal": _scalar_parts(MATRIX),
    "entry": _entry,
    "cases": _cases,
    "where": _where,
    "equation": _equation,
    "derivative": _derivative,
}
