"""What sums, quotients, powers and all that works entry by entry make of the kinds of their parts."""

from __future__ import annotations

from itertools import accumulate

from explainer.language.kinds import conventions as custom
from explainer.language.kinds.conventions import MATRIX, MISFIT, ROW, SCALAR, VECTOR
from explainer.language.kinds.kind_rule import Rule, done
from explainer.language.kinds.product_kinds import factor_name
from explainer.language.kinds.surroundings import Surroundings, is_inverse, plain_name
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.names.letters_of_vectors import stem
from explainer.language.text.syntax import Syntax

_NUMBERS = GREEK_WORDS - {"mu", "beta", "theta"}
IN_ROWS = 1.5
"""What speaks against a vector that stands in every row of a matrix, such as a bias: little, and more than nothing."""


def merged_kind(left: int, right: int) -> tuple[int, float]:
    """The kind of two parts that are added, and what speaks against adding them."""
    if left == right or right == SCALAR:
        return left, 0.0
    if {left, right} == {VECTOR, MATRIX}:
        return MATRIX, IN_ROWS
    return (right, 0.0) if left == SCALAR else (left, MISFIT)


def addition(node: Syntax, around: Surroundings) -> Rule:
    """What is added to a vector is a vector, but for small numbers such as ε and the bias beside predictions X w."""
    of_samples = around.is_measured(node) and any(map(_is_entry, node.parts))
    linear = around.is_linear(node) or of_samples or any(part.kind == "elementwise" for part in node.parts)
    predictions = any(_is_prediction(part) for part in node.parts)
    if linear and len(node.parts) == 2 and not any(map(_is_prediction_of_data, node.parts)):
        predictions = False  # (X a + b)ᵀ C (X a + b)
    adding = [_cost_of_adding(part, linear, predictions, around) for part in node.parts]
    if of_samples:  # μ_k in ‖x_i − μ_k‖ is one of several centres, and no entry of one
        adding = [8.0 if cost and _is_entry(part) else cost for part, cost in zip(node.parts, adding, strict=True)]
    if has_identity(node):
        adding = [max(cost, 3.0) if cost else cost for cost in adding]
    slopes = _slopes(node)
    lines = [_is_intercept(part, slopes, around) for part in node.parts]
    adding = [0.2 if line else cost for line, cost in zip(lines, adding, strict=True)]
    waiting = list(accumulate(adding))
    code = around.names.vocabulary.dialect == "numpy"
    layer = any(part.kind == "matmul" or _is_layer(part) for part in node.parts)
    batch = [layer and (name := plain_name(part)) is not None and custom.is_bias(name) for part in node.parts]
    # X @ W - Y + δ: a Greek letter is one number for all entries before it stands in every row.
    numbers = [(name := plain_name(part)) is not None and name in _NUMBERS and around.names.is_open(part)
               for part in node.parts]  # fmt: skip
    # (y - t)**2 of a batch: what is aimed at has a row for each sample.
    targets = [
        (code or part.kind == "negate") and (name := plain_name(part)) is not None and stem(name) in {"y", "t"}
        for part in node.parts
    ]
    biases = [
        predictions and (name := plain_name(part)) is not None and custom.is_bias(name) and around.names.is_open(part)
        for part in node.parts
    ]

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        merged, cost = merged_kind(state, kind)
        if state == MATRIX and kind == VECTOR and batch[place]:
            return MATRIX, 0.5  # X @ W + b: the bias is added to every row
        if state == MATRIX and kind == VECTOR and numbers[place]:
            cost += 4.0
        if merged == MATRIX and kind == VECTOR and targets[place]:
            cost += 3.0
        times = 2.0 if merged == MATRIX else 1.0  # a number added to every entry of a matrix is rarer still
        if kind == SCALAR and state != SCALAR:
            cost += 0.3 if merged == MATRIX and numbers[place] else adding[place] * times
        elif kind != SCALAR and state == SCALAR and place:
            cost += waiting[place - 1] * times
        return merged, cost + (
            3.0 if biases[place] and kind != SCALAR else 1.5 if lines[place] and kind != SCALAR else 0.0
        )

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
    inner = part.parts[0] if part.kind == "negate" else part
    if _is_prediction_in_code(inner, around):
        return 4.0
    number = around.sums(inner) or inner.kind in {"number", "delta", "indexed_sum"}
    if number or not open_names(inner, around):
        return 0.0
    if inner.kind == "multiply" and "·" in inner.value:
        return 3.0  # a · x + sin(x): nobody adds a dot product to a vector
    # U k beside W q is a product of matrix and vector rather than of numbers.
    capital = inner.kind == "multiply" and (left := factor_name(inner.parts[0], around)) is not None
    if inner.kind == "power" and around.names.is_open(inner.parts[0]) and around.is_reduced(inner):
        return 1.4  # μ² beside a vector in a sum over entries has entries itself
    return 3.0 if capital and left is not None and custom.is_taken_as_matrix(left) else 1.0


def _is_prediction_in_code(part: Syntax, around: Surroundings) -> bool:
    """The x @ w of mean((x @ w - y)**2): a prediction for every row of x."""
    return part.kind == "matmul" and around.names.vocabulary.dialect == "numpy" and around.is_reduced(part)


def _is_entry(part: Syntax) -> bool:
    inner = part.parts[0] if part.kind == "negate" else part
    return inner.kind == "name" and inner.reading.kind == "entry"


def _slopes(node: Syntax) -> set[str]:
    """The names b of the terms b x, each once."""
    slopes: set[str] = set()
    for part in node.parts:
        inner = part.parts[0] if part.kind == "negate" else part
        if inner.kind == "multiply" and len(inner.parts) == 2 and inner.value[0] in {"juxt", "*"}:
            slope = plain_name(inner.parts[0])
            layer = plain_name(inner.parts[1], capital=True) is not None  # a_1 W_2 + b_2
            if slope is not None and not layer:
                slopes.add(slope)
    return slopes


def _is_intercept(part: Syntax, slopes: set[str], around: Surroundings) -> bool:
    """Whether a part is the a of a + b x, where the b x stands beside it."""
    name = plain_name(part)
    if name is None or custom.is_capital(name) or name in around.names.vocabulary.bold:
        return False
    return any(slope != name and custom.is_intercept(name, slope) for slope in slopes)


def open_names(node: Syntax, around: Surroundings) -> bool:
    """Whether a name whose kind is sought stands in the node, outside of numbers made of all entries of a value."""
    stack = [node]
    while stack:
        part = stack.pop()
        if around.names.is_open(part):
            return True
        if not around.sums(part):
            stack.extend(part.parts)
    return False


def _is_prediction(part: Syntax) -> bool:
    """X w, X @ w and w.T @ X: a number for each row or column of the data."""
    while part.kind == "negate":
        part = part.parts[0]
    if part.kind not in {"multiply", "matmul"} or len(part.parts) < 2:
        return False
    first, last = part.parts[-2], part.parts[-1]
    left, right = plain_name(first.parts[0] if first.kind == "transpose" else first), plain_name(last)
    if left is None or right is None:
        return False
    if part.kind == "matmul" and custom.is_data_times_weights(right, left) and not custom.is_capital(left):
        return True
    left = left if part.kind == "multiply" else left.replace("x", "X")
    return first.kind != "transpose" and custom.is_data_times_weights(left, right)


def _is_layer(part: Syntax) -> bool:
    """… W_2 behind what comes out of a layer: relu(X W_1 + b_1) W_2 and X W."""
    last = plain_name(part.parts[-1]) if part.kind == "multiply" and set(part.value) == {"juxt"} else None
    return last is not None and stem(last) in {"W", "Theta"}


def _is_prediction_of_data(part: Syntax) -> bool:
    """X w and X β, with letters that weights have."""
    while part.kind == "negate":
        part = part.parts[0]
    return _is_prediction(part) and stem(plain_name(part.parts[-1]) or "") in {"w", "beta", "theta"}


def broadcast(cost_of_scalars: float = 0.0, cost_of_mixing: float = 0.2, cost_of_larger: float = 0.0) -> Rule:
    """Parts of one kind, or scalars; with costs for nothing but scalars, for scalars among others, for others."""

    def step(state: tuple[int, bool], place: int, kind: int) -> tuple[tuple[int, bool], float]:
        merged, cost = merged_kind(state[0], kind)
        return (merged, state[1] or kind == SCALAR), cost

    def finish(state: tuple[int, bool]) -> tuple[int, float]:
        kind, mixed = state
        if kind == SCALAR:
            return kind, cost_of_scalars
        return kind, cost_of_larger + (cost_of_mixing if mixed else 0.0)

    return Rule((SCALAR, False), step, finish)


def entrywise(node: Syntax, around: Surroundings) -> Rule:
    """⊗, ⊘ and ○ stand between vectors of one size."""
    named = sum(1 for part in node.parts if open_names(part, around))
    if around.names.vocabulary.dialect != "matlab" and all(plain_name(part) is not None for part in node.parts):
        return broadcast(8.0, 8.0)  # μ + σ ⊙ ε: nobody types the sign between numbers; in MATLAB all are arrays
    return broadcast(3.0 if named else 0.0, 2.6 if named > 1 else 0.5)


def comparison(node: Syntax, around: Surroundings) -> Rule:
    """Numbers are compared, or vectors entry by entry; |r| <= δ has one threshold for all entries."""
    rule = broadcast(0.0, 0.2)
    thresholds = [(name := plain_name(part)) is not None and stem(name) in GREEK_WORDS for part in node.parts]

    def step(state: tuple[int, bool], place: int, kind: int) -> tuple[tuple[int, bool], float]:
        merged, cost = rule.step(state, place, kind)
        return merged, cost + (3.0 if thresholds[place] and kind != SCALAR else 0.0)

    return rule._replace(step=step)


def elementwise_call(node: Syntax, around: Surroundings) -> Rule:
    """f.(x) is written for vectors."""
    return broadcast(1.0, 0.5)


def quotient(node: Syntax, around: Surroundings) -> Rule:
    """Something is divided by a number; by a vector, entry by entry, where entries are summed."""
    by_vector = 0.4 if around.is_reduced(node) else 1.5
    code = around.names.vocabulary.dialect == "numpy" or (
        node.parts[1].kind == "along" and (node.parts[1].value.axis == 0 or node.parts[1].value.keeps)
    )
    above = plain_name(node.parts[0], capital=True)
    number_above = 2.0 if open_names(node.parts[0], around) else 0.0
    if above is not None and custom.is_taken_as_matrix(above):
        number_above = 5.0  # a matrix may be divided by a number, a number X by no vector
    names = [plain_name(part) if around.names.is_open(part) else None for part in node.parts]
    alike = around.is_reduced(node) and None not in names and custom.is_divided_by_its_like(*map(str, names))

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0:
            return kind, 0.0
        if kind == SCALAR:
            return state, 5.0 if alike and state == VECTOR else 0.0
        if state == MATRIX and code and kind in (VECTOR, MATRIX):
            return state, 0.5 if kind == MATRIX else 3.0
        if kind == MATRIX and state == SCALAR and around.names.vocabulary.dialect == "numpy":
            return kind, 0.5
        if kind == MATRIX or state not in (SCALAR, kind):
            return kind, MISFIT
        # 1/x is of a vector x before (m - c)/x is: what is divided by entries has entries itself.
        return kind, by_vector + ((5.0 if alike else number_above) if state == SCALAR else 0.0)

    return Rule(SCALAR, step, done)


def _is_scaled_identity(part: Syntax) -> bool:
    """λ I, −λ I and 2 σ² I: I behind factors that stand in front of it."""
    part = part.parts[0] if part.kind == "negate" else part
    return part.kind == "multiply" and set(part.value) == {"juxt"} and plain_name(part.parts[-1]) == "I"


def has_identity(node: Syntax) -> bool:
    """Whether I is added to something with a capital in it."""
    names = ["I" if _is_scaled_identity(part) else plain_name(part) for part in node.parts]
    others = [name for name in names if name != "I"]
    return (
        node.kind == "addition" and "I" in names and any(not name or custom.is_taken_as_matrix(name) for name in others)
    )


def _is_of_matrices(node: Syntax) -> bool:
    """Whether each term of a sum ends in a letter that is first of all a matrix: A + t B."""
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    last = [plain_name(term.parts[-1] if term.kind == "multiply" else term) for term in terms]
    return node.kind == "addition" and all(name is not None and custom.is_first_of_matrices(name) for name in last)


def power(node: Syntax, around: Surroundings) -> Rule:
    """A power of numbers; of the entries of a vector where they are summed; of a matrix, its inverse first of all."""
    inverse = is_inverse(node)
    entrywise = node.value == ".^" or (node.value == "**" and around.names.vocabulary.dialect == "numpy")
    of_vector = 0.2 if around.is_reduced(node) or node.value == ".^" else 1.5
    of_matrix = 0.0 if inverse or entrywise else 2.0
    # Nobody types .^ for a number: in MATLAB it says that there are entries.
    of_scalar = 1.6 if node.value == ".^" and open_names(node.parts[0], around) else 0.0
    if inverse and has_identity(node.parts[0]):
        of_scalar = 6.0  # (I - γ P)^-1
    elif inverse and node.value == "^" and _is_of_matrices(node.parts[0]):
        of_scalar = 3.4  # (A + t B)^-1: one over a sum of numbers is written as a fraction
    costs = {SCALAR: of_scalar, VECTOR: of_vector + MISFIT * inverse, ROW: of_vector, MATRIX: of_matrix}

    def step(state: int, place: int, kind: int) -> tuple[int, float]:
        if place == 0:
            return kind, costs[kind]
        if kind == SCALAR:
            return state, 0.0
        return (kind, 0.5) if state in (SCALAR, kind) else (state, MISFIT)

    return Rule(SCALAR, step, done)
