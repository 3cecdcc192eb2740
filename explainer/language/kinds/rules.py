"""What every operator of the language makes of the kinds of its operands, and what speaks against each combination.

A rule goes over the parts of a node from left to right with a small state, so that sums and products of any length
are judged in one go: `step(state, place, kind)` gives the next state and a cost, `finish(state)` the kind of the whole.
Costs are ranks, see `conventions.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from explainer.errors import ExplainerError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language.kinds import conventions as custom
from explainer.language.kinds.conventions import MATRIX, MISFIT, ROW, SCALAR, VECTOR
from explainer.language.kinds.product_kinds import at_sign, factor_name, product, transpose
from explainer.language.kinds.rule import Rule, done, unary
from explainer.language.kinds.surroundings import Surroundings, is_inverse, plain_name
from explainer.language.text.syntax import Syntax


def rule_of(node: Syntax, around: Surroundings) -> Rule:
    """The rule of a node; what has no parts whose kind matters is a scalar."""
    make = _RULES.get(node.kind)
    return make(node, around) if make is not None else _constant(SCALAR)


def _constant(kind: int) -> Rule:
    """A node of this kind whatever its parts are."""
    return Rule(kind, lambda state, _place, _kind: (state, 0.0), done)


def _same(node: Syntax, around: Surroundings) -> Rule:
    """The kind of the first part."""
    return Rule(SCALAR, lambda state, place, kind: (kind if place == 0 else state, 0.0), done)


# --- sums, comparisons, what works entry by entry --------------------------------------------------------------------


IN_ROWS = 1.5
"""What speaks against a vector that stands in every row of a matrix, such as a bias: little, and more than nothing."""


def _merged(left: int, right: int) -> tuple[int, float]:
    if left == right or right == SCALAR:
        return left, 0.0
    if {left, right} == {VECTOR, MATRIX}:
        return MATRIX, IN_ROWS
    return (right, 0.0) if left == SCALAR else (left, MISFIT)


def _addition(node: Syntax, around: Surroundings) -> Rule:
    """What is added to a vector is a vector, but for small numbers such as ε and the bias beside predictions X w."""
    linear = around.is_linear(node)
    predictions = any(_is_prediction(part) for part in node.parts)
    adding = [_cost_of_adding(part, linear, predictions, around) for part in node.parts]
    waiting = [sum(adding[: k + 1]) for k in range(len(adding))]
    layer = any(part.kind == "matmul" for part in node.parts)
    batch = [layer and (name := plain_name(part)) is not None and custom.is_bias(name) for part in node.parts]
    biases = [
        predictions and (name := plain_name(part)) is not None and custom.is_bias(name) and around.names.is_open(part)
        for part in node.parts
    ]

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        merged, cost = _merged(state, kind)
        if state == MATRIX and kind == VECTOR and batch[place]:
            return MATRIX, 0.5  # X @ W + b: the bias is added to every row
        times = 2.0 if merged == MATRIX else 1.0  # a number added to every entry of a matrix is rarer still
        if kind == SCALAR and state != SCALAR:
            cost += adding[place] * times
        elif kind != SCALAR and state == SCALAR and place:
            cost += waiting[place - 1] * times
        return merged, cost + (3.0 if biases[place] and kind != SCALAR else 0.0)

    return Rule(SCALAR, step, done)


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
    capital = inner.kind == "multiply" and (left := factor_name(inner.parts[0], around)) is not None
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


# --- quotients and powers ---------------------------------------------------------------------------------------------


def _quotient(node: Syntax, around: Surroundings) -> Rule:
    """Something is divided by a number; by a vector, entry by entry, where entries are summed."""
    by_vector = 0.4 if around.is_reduced(node) else 1.5

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0 or kind == SCALAR:
            return (kind if place == 0 else state), 0.0
        if kind == MATRIX or state not in (SCALAR, kind):
            return kind, MISFIT
        return kind, by_vector

    return Rule(SCALAR, step, done)


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

    return Rule(SCALAR, step, done)


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

    return Rule(SCALAR, step, done)


def _bars(node: Syntax, around: Surroundings) -> Rule:
    """|x|: an absolute value, a length, or the determinant of a matrix, as in ln |Σ|."""
    name = plain_name(node.parts[0], capital=True)
    of_scalar = 2.0 if name is not None and custom.is_taken_as_matrix(name) else 0.0
    return unary({SCALAR: (SCALAR, of_scalar), VECTOR: (SCALAR, 0.3), ROW: (SCALAR, 0.3), MATRIX: (SCALAR, 0.1)})


def _scalar_parts(result: int) -> Callable[[Syntax, Surroundings], Rule]:
    """A form of this kind whose entries are scalars."""

    def make(node: Syntax, around: Surroundings) -> Rule:
        return Rule(result, lambda state, _place, kind: (state, 0.0 if kind == SCALAR else MISFIT), done)

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
    return unary({SCALAR: (MATRIX, 4.0), VECTOR: (MATRIX, 0.0), MATRIX: (VECTOR, 0.5)})


def _zeros(node: Syntax, around: Surroundings) -> Rule:
    row = len(node.value) == 2 and node.value[0] == 1
    return _constant(ROW if row else (SCALAR, VECTOR, MATRIX)[len(node.value)])


def _entry(node: Syntax, around: Surroundings) -> Rule:
    count = len(node.reading)
    rows = (VECTOR, 0.5) if count == 1 else (SCALAR, 0.0)
    return unary({VECTOR: (SCALAR, 0.0 if count == 1 else MISFIT), MATRIX: rows, ROW: rows})


def _cases(node: Syntax, around: Surroundings) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return (state, 0.0 if kind == SCALAR else MISFIT) if place % 2 else _merged(state, kind)

    return Rule(SCALAR, step, done)


def _where(node: Syntax, around: Surroundings) -> Rule:
    return _same(node, around)


def _equation(node: Syntax, around: Surroundings) -> Rule:
    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        return kind, 0.0 if place == 0 or kind == state else MISFIT

    return Rule(SCALAR, step, done)


def _derivative(node: Syntax, around: Surroundings) -> Rule:
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


def _along(node: Syntax, around: Surroundings) -> Rule:
    """A function along an axis: of a matrix a vector, of a vector a number; the second axis is one of a matrix."""
    call = node.value.call
    keeps_shape = call.kind == "apply" and call.value.name in {"softmax", "normalize"}
    second = node.value.typed.endswith("=1") or node.value.typed.endswith("= 1")

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        cost = MISFIT if kind == SCALAR else 0.0 if kind == MATRIX or not second else 5.0
        return (kind if keeps_shape else VECTOR if kind == MATRIX else SCALAR), cost

    return Rule(SCALAR, step, done)


def _differential(node: Syntax, around: Surroundings) -> Rule:
    """As the value that changes, whatever the variable is."""
    return Rule(SCALAR, lambda state, place, kind: ((kind if place == 0 else state), 0.0), done)


_RULES: dict[str, Callable[[Syntax, Surroundings], Rule]] = {
    "addition": _addition,
    "negate": _same,
    "along": _along,
    "indexed_sum": _same,
    "multiply": product,
    "matmul": at_sign,
    "dot": at_sign,
    "transpose": transpose,
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
    "filled_matrix": lambda node, around: _constant(MATRIX),
    "filled": lambda node, around: _constant(VECTOR),
    "commutation": lambda node, around: _constant(MATRIX),
    "identity": lambda node, around: _constant(MATRIX),
    "zeros": _zeros,
    "expand": _scalar_parts(VECTOR),
    "column": _scalar_parts(VECTOR),
    "row": _scalar_parts(ROW),
    "grid": _scalar_parts(MATRIX),
    "entries": _scalar_parts(MATRIX),
    "diagonal": _scalar_parts(MATRIX),
    "entry": _entry,
    "cases": _cases,
    "where": _where,
    "equation": _equation,
    "derivative": _derivative,
    "differential": _differential,
}
