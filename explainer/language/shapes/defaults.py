"""From what each name is, a scalar, a vector or a matrix, to its shape: what follows from use, then names for sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.expr.letters import fresh_size
from explainer.language.kinds.conventions import MATRIX, SCALAR
from explainer.language.kinds.search import Found, Kinds
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import IndexTerm, Reading
from explainer.language.shapes.unification import ShapeTerm, SizeTerm, matrix_term, vector_term
from explainer.language.text.syntax import Syntax

UNIT = "I"
"""The name of the identity matrix, unless it is declared, defined or differentiated by."""


def settle(
    inference: Inference, roots: list[Syntax], wrt: list[Syntax], forced: Mapping[str, int]
) -> tuple[Kinds, Found]:
    """Find the shapes of all names: the reading that fits best, what follows from it, names for open sizes.

    `forced` holds names to a kind. What is returned is the reading, and what can tell which others there are.
    """
    _numbered_vector(inference, wrt)
    two_indices = False
    for node in inference.nodes:
        if node.kind == "name" and node.reading.kind == "entry":
            inference.choose_declared_base(node)
            if len(node.reading.indices) == 2:  # only a matrix has such entries, whatever else is said of its letter
                node.reading.settled = two_indices = True
    if two_indices:  # else nothing new is known, and what is a guess must not travel before the best one is found
        inference.propagate()
    kinds = Kinds(inference, roots)
    found = kinds.best(forced)
    _take(inference, found)
    inference.propagate()
    _size_functions(inference)
    _settle_entries(inference)
    for node in inference.nodes:
        if node.term.is_open:
            inference.unifier.set(node.term)
    for term in inference.variables.values():
        if term.is_open:
            inference.unifier.set(term)
    _settle_maybe_entries(inference)
    _name_sizes(inference)
    return kinds, found


def _take(inference: Inference, found: Found) -> None:
    """Give every name the kind that was found for it."""
    for node in inference.nodes:
        if node.kind != "name":
            continue
        reading: Reading = node.reading
        if reading.kind == "entry" and not reading.settled:
            whole = reading.name
            if len(reading.indices) == 1:
                base = inference.base_of_entry(node)
                sample = found.kinds.get(f"{base}[]") == MATRIX and base.upper() != base and len(base) == 1
                reading.name = base.upper() if sample else base
                kind = found.kinds.get(f"{whole}[]", found.kinds.get(base))
                if kind is not None:
                    _set(inference, inference.variable(reading.name, node), kind)
            reading.settled = True
        elif reading.kind == "maybe-entry" and found.kinds.get(reading.whole, SCALAR) != SCALAR:
            reading.kind, reading.name = "variable", reading.whole
            _set(inference, inference.variable(reading.whole, node), found.kinds[reading.whole])
            inference.unifier.shapes(node.term, inference.variable(reading.whole))
        elif reading.kind == "maybe-entry" and reading.whole in found.kinds and node.term.is_open:
            inference.unifier.set(node.term)  # an entry or a name: a number in either case
    if found.kinds.get(UNIT) == MATRIX:
        _take_unit(inference)
    for name, kind in found.kinds.items():
        if name in inference.variables:
            _set(inference, inference.variables[name], kind)


def _take_unit(inference: Inference) -> None:
    """I, where nobody says what it is and it is a matrix, is the identity of the size that it needs."""
    size = SizeTerm()
    inference.variables.pop(UNIT)
    for node in inference.nodes:
        if node.kind == "name" and node.reading.kind == "variable" and node.reading.name == UNIT:
            node.reading = Reading("unit", UNIT)
            node.term = ShapeTerm((size, size))


def _set(inference: Inference, term: ShapeTerm, kind: int) -> None:
    if term.is_open:
        fresh = matrix_term() if kind == MATRIX else vector_term() if kind else ShapeTerm(())
        inference.unifier.shapes(term, fresh)


def _size_functions(inference: Inference) -> None:
    """A function with vectors as values has, by default, as many entries as its argument."""
    for node in inference.nodes:
        if node.kind == "abstract" and len(node.parts) == 1:
            function, argument = inference.variables[node.value], node.parts[0].term
            open_ = function.rank == 1 and function.parts[0].root().value is None
            if open_ and argument.rank == 1 and node.value not in inference.vocabulary.declared:
                inference.unifier.shapes(function, argument)
                inference.propagate()


# --- entries ---------------------------------------------------------------------------------------------------------


def _numbered_vector(inference: Inference, wrt: list[Syntax]) -> None:
    """x is a vector of the largest index when x_1, x_2 occur, it is differentiated by x, and x is not declared.

    The first entry alone says nothing of a size: then that stays open.
    """
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
            largest = max(index for index in numbers if isinstance(index, int))
            ranged = any(
                node.kind == "name" and node.reading.kind == "entry" and node.reading.name == reading.name
                for node in inference.nodes
            )
            # Beside z_1 a sum over z_j says how many there are.
            inference.unifier.shapes(term, vector_term(SizeTerm(None if ranged or largest == 1 else largest)))
            inference.propagate()


def _settle_entries(inference: Inference) -> None:
    """What has an index and is still open is an entry of a vector."""
    some = False
    for node in inference.nodes:
        if node.kind == "name" and node.reading.kind == "entry" and node.term.is_open:
            node.reading.settled = some = True
            inference.unifier.set(node.term)
    if some:
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


# --- sizes -----------------------------------------------------------------------------------------------------------


def _name_sizes(inference: Inference) -> None:
    """Give open sizes names that nothing else has: n for vectors and columns, then m, k, …"""
    taken = set(inference.variables) | inference.scopes.sizes | inference.vocabulary.indices | inference.functions
    taken |= {name for shape in inference.vocabulary.declared.values() for name in shape.names}
    inference.join_holes()
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
        size.value = fresh_size(taken)
        taken.add(size.value)
        inference.scopes.sizes.add(size.value)


def _named_one_by_one(inference: Inference, sizes: list[SizeTerm]) -> Iterator[SizeTerm]:
    """The open sizes in their order; what is put together of blocks follows from the sizes that have names by then."""
    lists = (node for node in inference.nodes if node.kind in {"list", "matrix"})
    made = (node for node in inference.nodes if node.kind == "apply" and not node.value.elementwise and node.term.rank)
    has_blocks = any(part.term.rank for node in lists for part in node.parts) or any(made)
    for whole in sizes:
        for size in (*whole.root().factors, whole):
            if size.root().value is None:
                yield size.root()
                if has_blocks:
                    inference.propagate()
