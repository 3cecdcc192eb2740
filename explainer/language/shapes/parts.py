"""What lists, forms with indices, entries and derivatives say of shapes."""

from __future__ import annotations

from explainer.language.shapes.blocks import propagate_blocks, total_size
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import IndexTerm, Reading
from explainer.language.shapes.unification import ShapeTerm, SizeTerm, matrix_term, vector_term
from explainer.language.text.syntax import Syntax


def name(inference: Inference, node: Syntax) -> None:
    """A name says something where it is an entry of another one."""
    if node.reading.kind == "entry":
        _entry_of_name(inference, node, node.reading)


def _entry_of_name(inference: Inference, node: Syntax, reading: Reading) -> None:
    """x_i and W_{i,j}: an entry of a vector or matrix, or a row of a matrix."""
    if not reading.settled:
        return
    base = inference.variable(reading.name, node)
    if len(reading.indices) == 2:
        if base.is_open:
            inference.unifier.shapes(base, matrix_term())
        inference.match_indices(reading.indices, base)
        inference.unifier.set(node.term)
    elif base.rank == 1:
        inference.match_indices(reading.indices, base)
        inference.unifier.set(node.term)
    elif base.rank == 2:
        reading.row = True
        inference.match_indices(reading.indices, base)
        inference.unifier.set(node.term, base.parts[1])
    elif node.term.rank == 1 and base.is_open:
        inference.unifier.shapes(base, ShapeTerm((SizeTerm(), node.term.parts[0])))
    elif node.term.rank == 0 and base.is_open:
        inference.unifier.shapes(base, vector_term())


def entry(inference: Inference, node: Syntax) -> None:
    """An entry of something in brackets."""
    base = node.parts[0].term
    indices: tuple[int | IndexTerm, ...] = node.reading
    if base.is_open:
        inference.unifier.shapes(base, vector_term() if len(indices) == 1 else matrix_term())
    inference.match_indices(indices, base)
    if base.rank == 2 and len(indices) == 1:
        inference.unifier.set(node.term, base.parts[1])
    else:
        inference.unifier.set(node.term)


def function_entry(inference: Inference, node: Syntax) -> None:
    """f_i.(x_i) or f_i.(x): one entry of an element-wise function, which is as large as its argument."""
    function = inference.variables[node.value[0]]
    indices: tuple[int | IndexTerm, ...] = node.reading
    if function.is_open:
        inference.unifier.shapes(function, vector_term() if len(indices) == 1 else matrix_term())
    inference.match_indices(indices, function)
    for part in node.parts:
        if part.term.rank:
            inference.unifier.shapes(function, part.term)


def blocks(inference: Inference, node: Syntax) -> None:
    """A list of numbers or of larger values."""
    propagate_blocks(inference.unifier, node)


def scalar_parts(inference: Inference, node: Syntax) -> None:
    """The entries of a form with indices are scalars."""
    for part in node.parts:
        inference.unifier.set(part.term)


def diag(inference: Inference, node: Syntax) -> None:
    """A square matrix of a vector, or the diagonal of a square matrix."""
    (part,) = node.parts
    unifier = inference.unifier
    if part.term.is_open:
        unifier.shapes(part.term, vector_term())
    if part.term.rank == 1:
        unifier.set(node.term, part.term.parts[0], part.term.parts[0])
    elif part.term.rank == 2:
        inference.make_square(part.term)
        unifier.set(node.term, part.term.parts[0])


def cases(inference: Inference, node: Syntax) -> None:
    """The values have one shape; a condition is a scalar, or compares vectors with an entry for each of the values."""
    compared = [part for part in node.parts[1::2] if part.kind in {"comparison", "conjunction"}]
    inference.broadcast(node.term, [part.term for part in (*node.parts[::2], *compared)])
    for condition in node.parts[1::2]:
        if condition not in compared:
            inference.unifier.set(condition.term)


def stack(inference: Inference, node: Syntax) -> None:
    """Values of one shape below each other."""
    first = node.parts[0].term
    for part in node.parts[1:]:
        inference.unifier.shapes(part.term, first)
    count = SizeTerm(len(node.parts))
    if first.rank == 0:
        inference.unifier.set(node.term, count)
    elif first.rank == 2:
        inference.unifier.set(node.term, count, first.parts[1])


def derivative(inference: Inference, node: Syntax) -> None:
    """Rows as the value, columns as the variable."""
    body = node.parts[0].term
    wrt = node.parts[1].term
    if len(node.parts) > 2:
        wrt = vector_term(total_size([part.term for part in node.parts[1:]], 0))
    if wrt.rank == 0:
        inference.unifier.shapes(node.term, body)
    elif wrt.rank is not None and body.rank is not None:
        sizes = wrt.parts
        if body.rank == 0:
            inference.unifier.set(node.term, *((SizeTerm(1), sizes[0]) if wrt.rank == 1 else (sizes[1], sizes[0])))
        elif body.rank == 1 and wrt.rank == 1:
            inference.unifier.set(node.term, body.parts[0], sizes[0])
