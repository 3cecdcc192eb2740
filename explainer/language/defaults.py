"""Assumptions about shapes that the notation suggests, taken one after the other where nothing else is known.

Each assumption looks for the first place that it fits, makes something known there and says so; then what follows from
it travels through the tree before the next assumption is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.errors import ShapeError
from explainer.expr.shape import SCALAR
from explainer.language.characters import GREEK_WORDS
from explainer.language.inference import Inference
from explainer.language.scopes import IndexTerm, Reading
from explainer.language.syntax import Syntax
from explainer.language.terms import ShapeTerm, SizeTerm, matrix_term, vector_term

_VECTOR_NAMES = frozenset("wxyuv")
_WEIGHTS_AND_DATA = frozenset("WX")
_SIZE_NAMES = "nmkpqrstl"
_ROUNDS = 40


def settle(inference: Inference, wrt: list[Syntax]) -> None:
    """Find the shapes of all names: what follows from use, then the assumptions, then scalars; name open sizes."""
    inference.propagate()
    _assume_numbered_vector(inference, wrt)
    for assumption in _ASSUMPTIONS:
        for _ in range(_ROUNDS):
            before = inference.unifier.changes
            fits = [assumption(inference, node) for node in inference.nodes]
            if not any(fits) or inference.unifier.changes == before:
                break
            inference.propagate()
    _settle_entries(inference)
    for node in inference.nodes:
        if node.term.is_open:
            inference.unifier.set(node.term)
    for term in inference.variables.values():
        if term.is_open:
            inference.unifier.set(term)
    _settle_maybe_entries(inference)
    _name_sizes(inference)


# --- entries ---------------------------------------------------------------------------------------------------------


def _assume_numbered_vector(inference: Inference, wrt: list[Syntax]) -> None:
    """x is a vector of the largest index when x_1, x_2 occur, it is differentiated by x, and x is not declared."""
    for place in wrt:
        reading: Reading = place.reading
        if reading.kind != "variable" or reading.name in inference.vocabulary.declared:
            continue
        numbers = [
            index
            for node in inference.nodes
            if node.kind == "name" and node.reading.kind == "maybe-entry" and node.reading.name == reading.name
            for index in node.reading.indices
        ]
        term = inference.variable(reading.name)
        if numbers and term.is_open and all(isinstance(index, int) and index > 0 for index in numbers):
            size = max(index for index in numbers if isinstance(index, int))
            inference.unifier.shapes(term, vector_term(SizeTerm(size)))
            inference.propagate()


def _settle_entries(inference: Inference) -> None:
    """What has an index and is still open is an entry of a vector."""
    for node in inference.nodes:
        if node.kind == "name" and node.reading.kind == "entry" and node.term.is_open:
            node.reading.settled = True
            inference.unifier.set(node.term)
    inference.propagate()


def _settle_maybe_entries(inference: Inference) -> None:
    """x_1 is an entry where x is a vector or matrix, and a variable of its own elsewhere."""
    used: dict[str, IndexTerm] = {}
    for node in inference.nodes:
        reading = node.reading
        if node.kind == "name" and reading.kind == "maybe-entry":
            base = inference.variables.get(reading.name)
            if base is not None and base.rank == len(reading.indices):
                reading.kind = "entry"
                for index, size in zip(reading.indices, base.parts, strict=True):
                    if isinstance(index, IndexTerm):
                        inference.unifier.sizes(index.size, size)
            else:
                reading.kind, reading.name = "variable", reading.whole
                inference.unifier.set(inference.variable(reading.whole, node))
        indices = reading.indices if node.kind == "name" and reading.kind == "entry" else ()
        for index in reading if node.kind in {"entry", "function_entry"} else indices:
            if isinstance(index, IndexTerm):
                used[index.name] = index
    for node in inference.nodes:
        if node.kind == "name" and node.reading.kind == "variable" and node.reading.name in inference.scopes.free:
            index = used.get(node.reading.name)
            if index is not None and node.reading.name not in inference.vocabulary.defined:
                inference.variables.pop(node.reading.name, None)
                node.reading = Reading("index", index.name, (index,))


# --- assumptions -----------------------------------------------------------------------------------------------------


def _lift(inference: Inference, node: Syntax, term: ShapeTerm) -> None:
    """Make a node have a vector shape, by way of the names in it that are vectors by custom (w, x, y, u, v)."""
    inference.unifier.shapes(node.term, term)
    kind = node.kind
    if kind in {"negate", "indexed_sum", "where", "bars", "power", "quotient"} and node.parts[0].term.is_open:
        _lift(inference, node.parts[0], term)
        return
    several = kind in {"addition", "elementwise", "apply", "elementwise_call", "elementwise_quotient", "comparison"}
    several = several or kind == "any_operator"
    if kind == "multiply" and any(part.term.rank for part in node.parts):
        return  # one factor is a vector already: the others scale it
    if several or kind == "multiply":
        candidates = [part for part in node.parts if part.term.is_open and _has_name(part)]
        preferred = [part for part in candidates if _has_name(part, _VECTOR_NAMES)]
        chosen = preferred or candidates[:1]
        for part in chosen if several else chosen[:1]:
            _lift(inference, part, term)
    elif kind == "abstract" and len(node.parts) == 1:
        # A function that must be a vector has, by default, as many entries as its argument.
        argument = node.parts[0]
        if argument.term.is_open:
            _lift(inference, argument, term)
        elif argument.term.rank == 1:
            inference.unifier.shapes(argument.term, term)


def _has_name(node: Syntax, names: frozenset[str] | None = None) -> bool:
    """Whether an open name occurs that may be a vector, or one of the given letters."""
    stack = [node]
    while stack:
        part = stack.pop()
        stack.extend(part.parts)
        if part.kind == "name" and part.term.is_open and part.reading.kind in {"variable", "entry"}:
            word = part.reading.name.split("_")[0]
            if word in names if names is not None else word not in GREEK_WORDS:
                return True
        if part.kind == "abstract" and names is None and part.term.is_open:
            return True
    return False


def _is_plain(node: Syntax) -> bool:
    """Whether this reads as a vector: names and sums or multiples of names, without functions and powers."""
    if node.kind == "name":
        reading: Reading = node.reading
        return reading.kind in {"variable", "entry"} and reading.name.split("_")[0] not in GREEK_WORDS
    if node.kind in {"addition", "negate", "multiply", "elementwise"}:
        parts = [part for part in node.parts if part.kind != "number"]
        return bool(parts) and all(_is_plain(part) for part in parts)
    return node.kind == "transpose"


def _upper(node: Syntax) -> bool:
    return node.kind == "name" and node.reading.kind == "variable" and node.reading.name.split("_")[0].isupper()


def _assume_matrix_operands(inference: Inference, node: Syntax) -> bool:
    """Operands of @: upper case is a matrix, anything else a vector."""
    if node.kind != "matmul":
        return False
    for part in node.parts:
        if part.term.is_open:
            if _upper(part):
                inference.unifier.shapes(part.term, matrix_term())
            else:
                _lift(inference, part, vector_term())
            return True
    return False


def _assume_dot_product(inference: Inference, node: Syntax) -> bool:
    """Both sides of · are vectors when one is, or when both look like vectors: w · x."""
    if node.kind != "multiply" or "·" not in node.value:
        return False
    for k, sign in enumerate(node.value):
        if sign != "·":
            continue
        left, right = node.parts[k], node.parts[k + 1]
        for one, other in ((left, right), (right, left)):
            if one.term.rank == 1 and other.term.is_open and _has_name(other):
                _lift(inference, other, vector_term(one.term.parts[0]))
                return True
        if left.term.is_open and right.term.is_open and _is_plain(left) and _is_plain(right):
            size = SizeTerm()
            _lift(inference, left, vector_term(size))
            _lift(inference, right, vector_term(size))
            return True
    return False


def _assume_elementwise(inference: Inference, node: Syntax) -> bool:
    """Operands of ⊗, ⊘ and ○ are vectors of one size."""
    if node.kind not in {"elementwise", "elementwise_quotient", "any_operator"}:
        return False
    for part in node.parts:
        if part.term.is_open and _has_name(part):
            known = [other.term for other in node.parts if other.term.rank]
            _lift(inference, part, known[0] if known else vector_term())
            return True
    return False


def _assume_transposed(inference: Inference, node: Syntax) -> bool:
    """What is transposed is a vector, or a matrix when it is written in upper case."""
    if node.kind != "transpose" or not node.parts[0].term.is_open:
        return False
    operand = node.parts[0]
    if _upper(operand):
        inference.unifier.shapes(operand.term, matrix_term())
    elif _has_name(operand):
        _lift(inference, operand, vector_term())
    return not operand.term.is_open


def _assume_matrix_factor(inference: Inference, node: Syntax) -> bool:
    """In a product by juxtaposition upper case next to a vector is a matrix, and so are W and X before a name: W x."""
    if node.kind != "multiply":
        return False
    for k, sign in enumerate(node.value):
        left, right = node.parts[k], node.parts[k + 1]
        if sign != "juxt":
            continue
        for one, other in ((left, right), (right, left)):
            vector_side = (other.term.rank == 1 and one is left) or other.term.rank == 2
            if one.term.is_open and _upper(one) and vector_side:
                inference.unifier.shapes(one.term, matrix_term())
                return True
        weights = _upper(left) and left.reading.name.split("_")[0] in _WEIGHTS_AND_DATA
        plain = right.kind == "name" and right.reading.kind == "variable" and _is_plain(right) and not _upper(right)
        if left.term.is_open and right.term.is_open and weights and plain:
            inference.unifier.shapes(left.term, matrix_term())
            return True
        if left.term.rank == 2 and right.term.is_open and plain:
            inference.unifier.shapes(right.term, vector_term(left.term.parts[1]))
            return True
    return False


def _assume_reduced(inference: Inference, node: Syntax) -> bool:
    """What is summed, averaged or measured by a norm is a vector."""
    if node.kind not in {"sum_entries", "norm", "mean"} or not node.parts[0].term.is_open:
        return False
    if not _has_name(node.parts[0]):
        return False
    _lift(inference, node.parts[0], vector_term())
    return True


def _assume_argument(inference: Inference, node: Syntax) -> bool:
    """The argument of a function that takes no scalar (softmax, norm) is a vector."""
    if node.kind != "apply" or node.value.elementwise:
        return False
    for part in node.parts:
        if part.term.is_open:
            try:
                node.value.shape(*(SCALAR for _ in node.parts))
            except ShapeError:
                _lift(inference, part, vector_term())
                return True
    return False


_ASSUMPTIONS: tuple[Callable[[Inference, Syntax], bool], ...] = (
    _assume_transposed,
    _assume_matrix_operands,
    _assume_matrix_factor,
    _assume_dot_product,
    _assume_elementwise,
    _assume_argument,
    _assume_reduced,
    _assume_matrix_factor,
)


# --- sizes -----------------------------------------------------------------------------------------------------------


def _name_sizes(inference: Inference) -> None:
    """Give open sizes names that nothing else has: n for vectors and columns, then m, k, …"""
    taken = set(inference.variables) | inference.scopes.sizes | inference.vocabulary.indices | inference.functions
    taken |= {name for shape in inference.vocabulary.declared.values() for name in shape.names}
    names = (name for name in _all_size_names() if name not in taken)
    ordered: list[SizeTerm] = []
    terms = list(inference.variables.values())
    ordered.extend(size for term in terms if term.rank == 1 for size in term.parts)
    ordered.extend(size for term in terms if term.rank == 2 for size in reversed(term.parts))
    for node in inference.nodes:
        ordered.extend(node.term.parts)
        in_entry = node.kind in {"entry", "function_entry"}
        readings = node.reading.indices if node.kind == "name" else node.reading if in_entry else ()
        ordered.extend(index.size for index in readings if isinstance(index, IndexTerm))
    ordered.extend(index.size for index in inference.scopes.free.values())
    for size in _named_one_by_one(inference, ordered):
        size.value = next(names)
        inference.scopes.sizes.add(str(size.value))


def _named_one_by_one(inference: Inference, sizes: list[SizeTerm]) -> Iterator[SizeTerm]:
    """The open sizes in their order; what is put together of blocks follows from the sizes that have names by then."""
    lists = (node for node in inference.nodes if node.kind in {"list", "matrix"})
    has_blocks = any(part.term.rank for node in lists for part in node.parts)
    for size in sizes:
        if size.root().value is None:
            yield size.root()
            if has_blocks:
                inference.propagate()


def _all_size_names() -> list[str]:
    return [*_SIZE_NAMES, *(f"{letter}{k}" for k in range(1, 1000) for letter in "nm")]
