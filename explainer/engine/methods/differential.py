"""The method of differentials: introduce df, move d inwards until only dX is left, bring dX to the end, read off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from explainer.budget import remembered
from explainer.engine.joining import in_lines, is_tidy
from explainer.engine.line import Move, Moves, apply_move, first_below, first_use
from explainer.engine.methods.ending import finished
from explainer.engine.methods.operator import Fallbacks
from explainer.engine.methods.places import counts_rows, next_derivative, program_of, runs_over_entries
from explainer.engine.tidied_lines import folded
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path, at, each_part, first_found
from explainer.expr.nodes import Apply, Differential, FunctionCall, IndexedSum, Variable, Where
from explainer.phrases import phrase
from explainer.rules import Rule
from explainer.rules.chain import outside
from explainer.rules.differentials import (
    collecting,
    columns,
    declared_variables,
    entry_traces,
    functions,
    kronecker,
    laws,
    picked,
    powers,
    reading,
    rows_in_columns,
    stacked,
    traces,
)
from explainer.rules.differentials.parts import changes
from explainer.rules.entries import derivatives, folding
from explainer.rules.passes import ORDER
from explainer.rules.scalar import piecewise
from explainer.rules.tidy import inverses, matrices, matrix_sums, units
from explainer.rules.vector import matrix_powers

LAWS: tuple[Rule, ...] = (
    laws.differential_constant,
    functions.differential_squared_length,
    laws.differential_sum,
    laws.differential_linear,
    laws.differential_constant_factor,
    laws.differential_product,
    laws.differential_quotient,
    laws.differential_list,
    powers.differential_matrix_power,
    functions.differential_power,
    functions.differential_exponential,
    functions.differential_elementwise,
    functions.differential_function,
    functions.differential_cases,
    picked.differential_part,
    functions.differential_abstract,
)
"""How d moves inwards, in the order in which the rules are tried: constants first, and before the power rule the square
of a length, which has no root."""

INSIDE: tuple[Rule, ...] = (derivatives.expand_definition, outside.names_inside)
"""What is rewritten under d where no law fits: a function without a row of its own is replaced by its definition."""

BEFORE: tuple[Rule, ...] = (matrix_powers.sum_written_out,)
"""What is rewritten under d before a law is tried: of X^i no law knows how many factors change."""

TRACES: tuple[Rule, ...] = (
    matrix_powers.equal_terms,
    traces.multiply_out_change,
    traces.trace_linear,
    kronecker.kronecker_product,
    kronecker.kronecker_multiplied_out,
    kronecker.kronecker_of_vectors,
    kronecker.kronecker_columns,
    kronecker.columns_as_trace,
    rows_in_columns.row_as_trace,
    kronecker.sum_of_kronecker,
    traces.sum_as_trace,
    traces.dot_as_product,
    traces.scalar_transposed,
    traces.trace_transpose,
    traces.trace_cycle,
    entry_traces.trace_hadamard,
    entry_traces.trace_diagonal,
    entry_traces.row_hadamard,
)
"""How dX comes to stand last. Sums are taken apart first, so that each term has one change in it."""

COLUMNS: tuple[Rule, ...] = (
    traces.multiply_out_change,
    kronecker.kronecker_of_vectors,
    columns.vec_linear,
    stacked.vec_of_cases,
    columns.vec_of_transpose,
    columns.vec_of_product,
    columns.vec_of_hadamard,
    stacked.vec_of_kronecker,
    stacked.vec_of_diagonal,
    stacked.diagonal_by_columns,
    columns.product_as_columns,
)
"""The same for the columns of a matrix, and for a vector by the columns of a matrix."""

LIGHT: tuple[Rule, ...] = (
    matrices.associate,
    matrix_powers.equal_factors,
    matrices.scalars_to_front,
    matrices.simplify_transpose,
    matrices.identity_factor,
    inverses.simplify_trace,
    units.negative_zero,
    units.double_negative,
    units.one_factor,
    units.zero_term,
    units.open_brackets,
)
"""What is tidied in passing."""

GATHERING = (matrices.inner_product, matrix_sums.common_vector, matrix_sums.common_matrix, matrix_sums.transposes_added)
TIDYING: tuple[Rule, ...] = tuple(rule for rule in ORDER if rule not in GATHERING)
"""What is tidied when d has moved inwards: rows times columns stay, in which dX can be moved, and nothing is put into
brackets, which the traces would only open again."""

MOST_COMPARED = 12
"""Among so many open differentials another one for the same law is looked for, so that long sums cost what they did."""

RIGHT: Path = (1, 1)
"""Where the right side of df = … stands in a line."""


def differential(line: Node, fallbacks: Fallbacks) -> Moves:
    """The four stages, each rule a line; a rule that is used on several terms at once is one line."""
    if next_derivative(line) is None:
        return line  # that of an abstract function stays
    return (yield from in_lines(line, _moves(line), _joins))


def _moves(line: Node) -> Moves:
    begin = reading.introduce_differential(line)
    if begin is None:
        raise _refused(line)
    yield (move := Move((), reading.introduce_differential, begin, is_alone=True))
    line = apply_move(line, move)
    while (inwards := _inwards(line, move.rule)) is not None:
        yield (move := inwards)
        line = yield from _lightly_tidied(apply_move(line, inwards))
    line = yield from folded(line, RIGHT, "differentiate", TIDYING)
    while (onwards := _towards_the_end(line, move.rule)) is not None:
        yield (move := onwards)
        line = yield from _lightly_tidied(apply_move(line, onwards))
    read_off = (
        declared_variables.read_off_declared if declared_variables.is_declared(line.children[0]) else reading.read_off
    )
    read = read_off(line)
    if read is None:
        raise _refused(line)
    yield Move((), read_off, read, is_alone=True)
    return (yield from finished(read.after))


def _lightly_tidied(line: Node) -> Moves:
    """Brackets between matrices, signs and scalars inside products: nobody writes these on the next line again."""
    look = partial(first_use, LIGHT)
    while (found := first_found(at(line, RIGHT), look, without=remembered(LIGHT), enter=_is_no_change)) is not None:
        yield (move := replace(found[1], path=(*RIGHT, *found[0])))
        line = apply_move(line, move)
    return line


def _is_no_change(part: Node) -> bool:
    return not isinstance(part, Differential)


def _inwards(line: Node, last: Rule) -> Move | None:
    """The next law: on the first differential from the left, the outermost one, that is still open; before it on
    another one that the law of the line before fits too, so that both are one line.

    Raises UnsupportedError, naming the part, when no law fits.
    """
    open_ones = _open_differentials(at(line, RIGHT), RIGHT)
    if not open_ones:
        return None
    if last in LAWS:
        again = (first_use((last,), part, path) for path, part in open_ones[:MOST_COMPARED] if _law(part) is last)
        found = next((move for move in again if move is not None), None)
        if found is not None:
            return _with_own_letters(line, found)
    found = _by_law(*open_ones[0])
    return None if found is None else _with_own_letters(line, found)


def _with_own_letters(line: Node, move: Move) -> Move:
    """A move that writes vectors which pick rows, with letters for their places that nothing in the line has."""
    if move.rule is not picked.differential_part:
        return move
    return replace(move, rewrite=move.rewrite._replace(after=picked.relettered(move.rewrite.after, line)))


def _open_differentials(node: Node, path: Path) -> list[tuple[Path, Differential]]:
    """The outermost differentials that are still open, from the left, with their places."""
    if isinstance(node, Differential):
        return [(path, node)] if node.is_open else []
    if not changes(node):
        return []
    return [found for k, child in enumerate(node.children) for found in _open_differentials(child, (*path, k))]


def _law(part: Differential) -> Rule | None:
    """The law that is the next one on a differential; None where something else comes before it."""
    try:
        move = _by_law((), part)
    except UnsupportedError:
        return None
    return None if move is None else move.rule


def _by_law(path: Path, part: Differential) -> Move | None:
    first = (folding.fold_sum,) if runs_over_entries(part.body, part.wrt) else piecewise.ARGUMENTS
    if counts_rows(part.body, part.wrt):
        first = (*first, picked.rows_as_product)
    inside = (*path, 0)
    move = first_use((*first, *BEFORE), part.body, inside) or first_use(LAWS, part, path)
    move = move or first_use(INSIDE, part.body, inside)
    if move is not None:
        return move
    reason = phrase("there is no rule for the differential of {0}", part.body.text())
    hint = None
    if isinstance(part.body, FunctionCall) and any(inner.shape.is_matrix for inner in each_part(part.body)):
        hint = phrase("Say what {0} is: … where {0}({1}) = ….", part.body.name, "U")
    raise UnsupportedError(reason, subexpression=part.body.text(), reason=reason, hint=hint)


def _towards_the_end(line: Node, last: Rule) -> Move | None:
    """The next step towards tr(G dX) or G dx on the right side, by the rule of the step before where it has another
    place; None when it is there, or no rule leads on.
    """
    wrt = _variable(line)
    if wrt.shape.is_scalar:
        return None
    order = COLUMNS if _by_columns(line) else (collecting.trace_collect, *TRACES)
    inside = lambda part: _is_no_change(part) and not _sums_entries(part)  # noqa: E731
    move = None
    if last in order:
        move = first_below(line, RIGHT, lambda part: found if (found := first_use(order, part)) is not None
                           and found.rule is last else None, inside)  # fmt: skip
    if move is None:
        found = first_found(at(line, RIGHT), partial(first_use, order), without=remembered(order), enter=inside)
        move = None if found is None else replace(found[1], path=(*RIGHT, *found[0]))
    if move is None and wrt.shape.is_matrix and at(line, RIGHT).shape.is_scalar:
        return first_below(line, RIGHT, _scalar_product, lambda part: not _is_trace(part))
    return move


def _sums_entries(part: Node) -> bool:
    """Whether this is a sum over entries, of which dX is read off as a whole; one over powers is gone through."""
    return isinstance(part, IndexedSum) and not matrix_powers.sums_powers(part) and part.index in part.body.free


def _by_columns(line: Node) -> bool:
    """Whether the derivative has more than two directions, so that columns are written below each other."""
    asked = reading.asked_for(at(line, (0,)))
    return asked is not None and (columns.is_vec(asked.derivative.wrt) or columns.is_vec(asked.derivative.body))


def _is_trace(part: Node) -> bool:
    return isinstance(part, Apply) and part.operation.name == "tr"


def _scalar_product(part: Node) -> Move | None:
    return None if _is_trace(part) else first_use((traces.scalar_as_trace,), part)


def _variable(line: Node) -> Variable:
    left = program_of(line).facts[0].left
    if not isinstance(left, Differential):
        raise TypeError(f"{left.text()} is no differential")
    return left.wrt


def _joins(group: Sequence[Move], move: Move) -> bool:
    """The same rule on the next term belongs to the line; so does what tidies after a line, if it is short."""
    last = group[-1]
    if move.is_alone or last.is_alone:
        return False
    if is_tidy(move):
        return move.phase != "differentiate" or is_tidy(last)
    return move.rule is last.rule and not _is_inside(move.path, last.path) and not _is_inside(last.path, move.path)


def _is_inside(path: Path, other: Path) -> bool:
    return path[: len(other)] == other


def _refused(line: Node) -> UnsupportedError:
    """Why the method of differentials does not lead to an end."""
    if isinstance(line, Where):
        right = at(line, RIGHT)
        reason = phrase("the derivative cannot be read off {0}", right.text())
        columns_of = (part for part in each_part(right) if isinstance(part, Apply) and part.operation.name == "kron")
        if not any(map(changes, columns_of)):
            return UnsupportedError(reason, subexpression=right.text(), reason=reason)
        hint = phrase(
            "Each entry of d{0} stands in many blocks of a Kronecker product: no product of matrices before d{0} says "
            "what all of them add up to.",
            _variable(line).name,
        )
        return UnsupportedError(reason, subexpression=right.text(), reason=reason, hint=hint)
    asked = reading.asked_for(line)
    shown = (asked.derivative.body if asked else line).text()
    reason = phrase("there is nothing in {0} that the method of differentials takes apart", shown)
    return UnsupportedError(reason, subexpression=line.text(), reason=reason)
