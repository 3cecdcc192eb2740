"""What functions, lists, forms with an index and derivatives make of the kinds of their parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from explainer.errors import ExplainerError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language.kinds import conventions as custom
from explainer.language.kinds.conventions import MATRIX, MISFIT, ROW, SCALAR, VECTOR
from explainer.language.kinds.kind_rule import Rule, constant, done, unary
from explainer.language.kinds.sum_kinds import broadcast, has_identity, merged_kind, open_names
from explainer.language.kinds.surroundings import Surroundings, plain_name
from explainer.language.text.syntax import Syntax, bottom_up

BY_ROWS = frozenset({"softmax", "layer_norm"})
"""Functions of a vector that are read row by row where they are given a matrix."""

_ACTIVATIONS = frozenset({
    "sigmoid", "log_sigmoid", "tanh", "relu", "leaky_relu", "prelu", "relu6", "selu", "elu", "gelu", "silu", "mish",
    "softplus", "softsign", "hard_tanh", "hard_sigmoid", "hard_swish", "max", "min", "sign",
})  # fmt: skip


def apply(node: Syntax, around: Surroundings) -> Rule:
    """Entry by entry, or by the shape rule of the operations table."""
    operation: Operation = node.value
    if operation.elementwise:
        of_layers = operation.name in _ACTIVATIONS or around.is_reduced(node)
        return broadcast(0.0, 0.1, 0.0 if of_layers else 0.8)

    def step(state: tuple[int, ...], place: int, kind: int) -> tuple[tuple[int, ...], float]:
        return (*state, kind), 0.0

    return Rule((), step, lambda kinds: _of_shapes(operation, kinds))


@cache
def _of_shapes(operation: Operation, kinds: tuple[int, ...]) -> tuple[int, float]:
    """The kind that the shape rule of an operation gives for kinds of its arguments."""
    if operation.name in BY_ROWS and kinds == (MATRIX,):
        return MATRIX, 0.2  # softmax(Q K' / √d): row by row
    try:
        shape = operation.shape(*(_SHAPES[kind] for kind in kinds))
    except ExplainerError:
        return SCALAR, MISFIT
    kind = ROW if shape.is_row else (SCALAR, VECTOR, MATRIX)[len(shape.sizes)]
    return kind, 0.0 if any(kinds) else 3.0 if not operation.elementwise else 0.0


_SHAPES = {SCALAR: Shape(), VECTOR: Shape(("n",)), ROW: Shape((1, "n")), MATRIX: Shape(("n", "n"))}


def abstract(node: Syntax, around: Surroundings) -> Rule:
    """f(x): the kind of its value is chosen like that of a name; a vector comes of a vector rather than of a number."""
    last = len(node.parts)

    def step(state: tuple[bool, int], place: int, kind: int) -> tuple[tuple[bool, int], float]:
        larger, _ = state
        if place < last:
            return (larger or kind != SCALAR, SCALAR), 0.0
        return (larger, kind), 0.0 if kind == SCALAR or larger else 0.5

    return Rule((False, SCALAR), step, lambda state: (state[1], 0.0))


def reduction(of_scalar: float, of_matrix: float = 0.3) -> Callable[[Syntax, Surroundings], Rule]:
    """A number made of all entries."""
    costs = {SCALAR: (SCALAR, of_scalar), VECTOR: (SCALAR, 0.0), ROW: (SCALAR, 0.1), MATRIX: (SCALAR, of_matrix)}

    def make(node: Syntax, around: Surroundings) -> Rule:
        named = any(open_names(part, around) for part in node.parts[:1])
        return _unary_of_first(costs if named else dict.fromkeys(costs, (SCALAR, 0.0)))

    return make


def norm_of_order(node: Syntax, around: Surroundings) -> Rule:
    """A norm with its order, a number; what has a capital is the matrix of a norm with weights, ‖x‖_A."""
    names = [part.value[0] for part in bottom_up(node.parts[1]) if part.kind == "name"]
    weights = any(map(custom.is_capital, names))
    of_first = _unary_of_first(
        {SCALAR: (SCALAR, 4.0), VECTOR: (SCALAR, 0.0), ROW: (SCALAR, 0.1), MATRIX: (SCALAR, 0.3)}
    )

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0 or not weights:
            return of_first.step(state, place, kind)
        return state, {SCALAR: 6.0, MATRIX: 0.0}.get(kind, MISFIT)

    return Rule(SCALAR, step, done)


def _unary_of_first(costs: dict[int, tuple[int, float]]) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return costs.get(kind, (SCALAR, MISFIT)) if place == 0 else (state, 0.0 if kind == SCALAR else MISFIT)

    return Rule(SCALAR, step, done)


def loss(node: Syntax, around: Surroundings) -> Rule:
    """Predictions and targets are of one kind; numbers are rarer than vectors, vectors as usual as batches."""
    costs = {SCALAR: MISFIT if node.value == "cross_entropy" else 3.0, VECTOR: 0.0, ROW: 0.5, MATRIX: 0.0}

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return kind, costs[kind] if place == 0 else 0.0 if kind == state else MISFIT

    return Rule(SCALAR, step, lambda kind: (SCALAR, 0.0))


def bars(node: Syntax, around: Surroundings) -> Rule:
    """|x|: an absolute value, a length, or the determinant of a matrix, as in ln |Σ|."""
    inside = node.parts[0]
    name = plain_name(inside, capital=True)
    of_scalar = 2.0 if name is not None and custom.is_taken_as_matrix(name) else 0.0
    if has_identity(inside):
        of_scalar = 6.0  # |A - λ I|
    elif inside.kind == "multiply" and set(inside.value) == {"juxt"}:
        names = [plain_name(part) for part in inside.parts]
        if all(name is not None and custom.is_first_of_matrices(name) for name in names):
            of_scalar = 4.0  # |A X B|
    return unary({SCALAR: (SCALAR, of_scalar), VECTOR: (SCALAR, 0.3), ROW: (SCALAR, 0.3), MATRIX: (SCALAR, 0.1)})


def scalar_parts(result: int) -> Callable[[Syntax, Surroundings], Rule]:
    """A form of this kind whose entries are scalars."""

    def make(node: Syntax, around: Surroundings) -> Rule:
        return Rule(result, lambda state, _place, kind: (state, 0.0 if kind == SCALAR else MISFIT), done)

    return make


def blocks(node: Syntax, around: Surroundings) -> Rule:
    """A list of numbers, or of larger values as blocks."""

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return max(state, kind), 0.0 if kind == SCALAR else 0.5

    def finish(state: int) -> tuple[int, float]:
        if node.kind == "list":
            return VECTOR if state in (SCALAR, VECTOR) else state, 0.0
        return ROW if node.value == len(node.parts) and state in (SCALAR, ROW) else MATRIX, 0.0

    return Rule(SCALAR, step, finish)


def stack(node: Syntax, around: Surroundings) -> Rule:
    """Values of one kind below each other."""

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return (kind if place == 0 else state), 0.0 if place == 0 or kind == state else MISFIT

    return Rule(SCALAR, step, lambda kind: (MATRIX if kind in (ROW, MATRIX) else VECTOR, 0.0))


def diag(node: Syntax, around: Surroundings) -> Rule:
    """Of a vector a matrix, of a matrix its diagonal."""
    return unary({SCALAR: (MATRIX, 4.0), VECTOR: (MATRIX, 0.0), MATRIX: (VECTOR, 0.5)})


def filled(node: Syntax, around: Surroundings) -> Rule:
    """By how many sizes stand there."""
    row = len(node.value) == 2 and node.value[0] == 1
    return constant(ROW if row else (SCALAR, VECTOR, MATRIX)[len(node.value)])(node, around)


def entry(node: Syntax, around: Surroundings) -> Rule:
    """A number of a vector; of a matrix a row, or with two indices a number."""
    count = len(node.reading)
    rows = (VECTOR, 0.5) if count == 1 else (SCALAR, 0.0)
    return unary({VECTOR: (SCALAR, 0.0 if count == 1 else MISFIT), MATRIX: rows, ROW: rows})


def cases(node: Syntax, around: Surroundings) -> Rule:
    """Values of one kind; a condition is a number, or decides every entry of a vector on its own."""
    code = around.names.vocabulary.dialect == "numpy"
    named = [open_names(part, around) for part in node.parts]

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        merged, cost = merged_kind(state, kind)
        if not place % 2:
            return merged, cost
        # In code an array of conditions goes with arrays of values; elsewhere cases are of numbers first of all.
        if kind != SCALAR and node.parts[place].kind not in {"comparison", "conjunction"}:
            return state, MISFIT
        whole = code and named[place] and kind == SCALAR != state
        alone = code and kind != SCALAR == state and named[place - 1]
        return merged, cost + (2.0 if whole or alone else 0.3 if kind != SCALAR else 0.0)

    return Rule(SCALAR, step, done)


def equation(node: Syntax, around: Surroundings) -> Rule:
    """Both sides are of one kind."""

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return kind, 0.0 if place == 0 or kind == state else MISFIT

    return Rule(SCALAR, step, done)


def derivative(node: Syntax, around: Surroundings) -> Rule:
    """A row for one value, a matrix for several."""
    several = len(node.parts) > 2

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0:
            return kind, 0.0
        if several:
            return state if place > 1 else ROW if state == SCALAR else MATRIX, 0.0
        if kind == SCALAR:
            return state, 0.0
        if state == SCALAR:
            return (ROW if kind == VECTOR else MATRIX), 0.0
        return (MATRIX, 0.0) if state == kind == VECTOR else (MATRIX, MISFIT)

    return Rule(SCALAR, step, done)


NO_SECOND_AXIS = 20.0
"""No code runs in which a vector is added up along its second axis: so many small letters are matrices rather."""


def along(node: Syntax, around: Surroundings) -> Rule:
    """A function along an axis: of a matrix a vector, of a vector a number; the second axis is one of a matrix."""
    call = node.value.call
    keeps_shape = call.kind == "apply" and call.value.name in {"softmax", "layer_norm", "normalize"}
    name = plain_name(node.parts[0]) if node.parts else None
    # Nobody says along which axis where there is one only: a capital is then a matrix.
    second = node.value.typed.endswith(("=1", "= 1")) or (name is not None and custom.is_capital(name))

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        cost = MISFIT if kind == SCALAR else 0.0 if kind == MATRIX or not second else NO_SECOND_AXIS
        made = VECTOR if kind == MATRIX and call.kind != "length" else SCALAR
        return (kind if keeps_shape else made), cost

    return Rule(SCALAR, step, done)
