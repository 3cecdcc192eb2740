"""The elements method: write a Jacobian out entry by entry, differentiate one entry, put the entries together again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from explainer.engine.line import Move, Moves, apply_move, first_use
from explainer.engine.methods.ending import finished
from explainer.engine.methods.levels import Board, ByLevels
from explainer.engine.methods.operator import RULES, SCALAR_LAWS, Fallbacks
from explainer.engine.methods.places import Waiting, derivative_at, next_derivative, unsupported
from explainer.engine.shaping import keeps_sums
from explainer.engine.tidied_lines import first_move, recognised, tidied
from explainer.expr import nodes
from explainer.expr.dependence import depends_on
from explainer.expr.exponents import exponent_of
from explainer.expr.kinds import holds
from explainer.expr.node import Node, Path, each_part
from explainer.operations.matrix import ONLY_DIFFERENTIALS
from explainer.rules import Rule
from explainer.rules.build import matrix_factors, untransposed
from explainer.rules.entries import cofactors, deltas, folding
from explainer.rules.entries import derivatives as rules
from explainer.rules.entries.indices import apart
from explainer.rules.rule import Words, fill
from explainer.rules.scalar import definitions, laws, piecewise
from explainer.rules.tidy import expanding
from explainer.rules.vector import abstract, blocks, jacobians, matrix_powers, vector_functions
from explainer.rules.vector.abstract import is_nested

LISTED: tuple[Rule, ...] = (definitions.jacobian, blocks.block_gradient, blocks.block_derivative)
"""What is written out as a list already needs no indices."""

ENTRY_ORDER: tuple[Rule, ...] = (
    laws.constant,
    laws.identity,
    rules.entry_by_entry,
    cofactors.entry_of_inverse,
    cofactors.determinant_by_entries,
    abstract.own_entry,
    abstract.elementwise_entry,
    rules.jacobian_entries,
)
"""What is tried before the scalar rules."""

SHORTER: tuple[Rule, ...] = (*piecewise.ARGUMENTS, vector_functions.squared_length)
"""What is written shorter before it is differentiated: max(u, u) as u, the square of a length as a product."""

OPENING: tuple[Rule, ...] = (rules.take_entry, rules.expand_definition, rules.write_out_reduction)
"""What writes entries and reductions out, where they are all that is differentiated."""

DELTAS: tuple[Rule, ...] = (deltas.only_one_survives, deltas.elementwise_diagonal)
FOLDS: tuple[Rule, ...] = (
    folding.fold_grid,
    folding.fold_row,
    folding.fold_column,
    folding.fold_diagonal,
    folding.fold_sum,
)
WHOLES = ONLY_DIFFERENTIALS - {"inv", "det", "logdet", "tr", "diag", "matrix_power"}
"""The functions of matrices whose entries cannot be written down for any size."""
MOST_FACTORS = 5
"""A variable that is a factor more often than this in one product is not written out entry by entry: its sums stand
inside each other, so that lines and points to check them at grow with each factor."""
FORMS = (nodes.Grid, nodes.RowForm, nodes.ColumnForm, nodes.DiagonalForm, nodes.Entries)


def elements(line: Node, fallbacks: Fallbacks) -> Moves:
    """Differentiate entry by entry and put the result together again.

    Abstract functions in each other get names first: their Jacobians are written out, not that of the whole.
    """
    if isinstance(line, nodes.Derivative) and _factors_that_move(line) > MOST_FACTORS:
        return (yield from _as_a_whole(line, fallbacks, _many_factors(line)))
    if isinstance(line, nodes.Derivative) and isinstance(line.wrt, nodes.Apply) and depends_on(line.body, line.wrt):
        return (yield from _as_a_whole(line, fallbacks, _many_directions(line)))
    if isinstance(line, nodes.Derivative) and any(is_nested(part, line.wrt) for part in each_part(line.body)):
        line = yield from fallbacks.by_names(line, fallbacks)
    return (yield from ByLevels(partial(_move_on, fallbacks=fallbacks)).run(line, partial(_together, start=line)))


def _factors_that_move(line: nodes.Derivative) -> int:
    """How often the variable is multiplied with itself in one product of matrices, at most."""
    products = (part for part in each_part(line.body) if isinstance(part, nodes.MatrixProduct | nodes.Apply))
    return max((sum(_times_in(factor, line.wrt) for factor in matrix_factors(part)) for part in products), default=0)


def _times_in(factor: Node, x: Node) -> int:
    inside = untransposed(factor)
    if nodes.is_matrix_power(inside):
        exponent = exponent_of(inside.arguments[1])
        count = 1 if exponent is None or exponent.indices else abs(exponent.count)
        return count if untransposed(inside.arguments[0]) is x else 0
    return 1 if inside is x else 0


def _as_a_whole(line: nodes.Derivative, fallbacks: Fallbacks, words: Words) -> Moves:
    """By differentials, with a first line that says why."""
    moves = fallbacks.differential(line, fallbacks)
    yield replace(next(moves), words=words)
    return (yield from moves)


def _many_factors(line: nodes.Derivative) -> Words:
    return fill(
        "Entry by entry, {f} has a sum over each place between two factors, and {X} is a factor {count} times: sums "
        "inside of sums, which nobody can read. The differential keeps the product as it is.",
        {"f": line.body, "X": line.wrt, "count": _factors_that_move(line)},
    )


def _many_directions(line: nodes.Derivative) -> Words:
    return fill(
        "Entries with respect to entries of a matrix have more than two indices, and no table has so many directions: "
        "columns are written below each other. The differential of {f} gives all of them at once.",
        {"f": line.body},
    )


def _together(line: Node, start: Node) -> Moves:
    """Sums over δ, diagonals and folding back, once nothing is left to differentiate."""
    line = yield from tidied(line)
    before = None
    while line is not before:
        before = line
        line = yield from _apply_all(line, (deltas.only_one_survives,), innermost=True)
        line = yield from recognised(line)
        line = yield from _freed(line)
    line = yield from _apply_all(line, (*DELTAS, deltas.factor_out_of_sum), innermost=True, of=start)
    typed = _kept_indices(start)
    folds = FOLDS if typed else (folding.sums_as_products, *FOLDS)  # a sum over an index that was typed stays one
    line = yield from _apply_all(line, folds, innermost=False, kept=typed)
    return (yield from finished(line))


def _kept_indices(start: Node) -> frozenset[nodes.Index]:
    """The indices of typed sums that stay sums in the result."""
    asked = start.operand if isinstance(start, nodes.Transpose) else start
    if not isinstance(asked, nodes.Derivative) or not keeps_sums(asked.body, (asked.wrt,)):
        return frozenset()
    return frozenset(part.index for part in each_part(start) if isinstance(part, nodes.IndexedSum))


def _move_on(board: Board, waiting: Waiting, fallbacks: Fallbacks) -> Move | None:
    line = board.line
    program = isinstance(line, nodes.Where)
    path = next_derivative(line.children[0] if program else line, whole_functions_settle=False, waiting=waiting)
    if path is None:
        return None
    path = (0, *path) if program else path
    return _next_move(derivative_at(line, path), path, _indices_around(line, path), fallbacks)


def _indices_around(line: Node, path: Path) -> set[str]:
    """The letters of the indices that are bound around a part, or free in it."""
    parents = [line]
    for k in path:
        parents.append(parents[-1].children[k])
    names = {child.name for parent in parents for child in parent.children if isinstance(child, nodes.Index)}
    return names | {part.name for part in parents[-1].free if isinstance(part, nodes.Index)}


def _next_move(derivative: nodes.Derivative, path: Path, taken: set[str], fallbacks: Fallbacks) -> Move:
    """Carry the derivative out by one rule, or else write out what it still hides.

    What has no entries that can be written down, such as a Kronecker product, is differentiated as a whole.

    Raises UnsupportedError, naming the part, when no rule applies.
    """
    body = derivative.body
    inside, is_scalar, moves = (*path, 0), derivative.shape.is_scalar, depends_on(body, derivative.wrt)
    move = fallbacks.by_differentials(derivative, path, fallbacks) if _has_no_entries(derivative) else None
    if move is None and moves:
        move = first_use((matrix_powers.matrix_power_as_product,), body, inside)
    if move is None and moves and is_scalar:
        move = (
            first_use(SHORTER, body, inside)
            or first_use((*ENTRY_ORDER, *SCALAR_LAWS), derivative, path)
            or _opened(body, inside, taken)
        )
    elif move is None and not is_scalar and body.shape.is_vector:
        move = first_use((jacobians.scalar_expansion,), body, inside)
    if move is None:
        move = first_use((*LISTED, *ENTRY_ORDER, *RULES), derivative, path)
    if move is None and isinstance(derivative.wrt, nodes.Variable):
        move = fallbacks.by_differentials(derivative, path, fallbacks)
    if move is None:
        raise unsupported(derivative)
    return move


def _has_no_entries(derivative: nodes.Derivative) -> bool:
    """Whether the derivative has more than two directions, or the function uses what is only known as a whole."""
    if isinstance(derivative.wrt, nodes.Apply):
        return True
    return isinstance(derivative.wrt, nodes.Variable) and any(
        isinstance(part, nodes.Apply) and part.operation.name in WHOLES and depends_on(part, derivative.wrt)
        for part in each_part(derivative.body)
    )


def _opened(body: Node, path: Path, taken: set[str]) -> Move | None:
    """Write out what is differentiated: a reduction, an entry of a composed vector, a function of a whole vector."""
    inside = ((path, body), ((*path, 0), body.base)) if isinstance(body, nodes.Entry) else ((path, body),)
    for place, part in inside:
        move = first_use(OPENING, part, place)
        if move is not None:
            opened = move.rewrite.after
            after = apart(opened, taken)
            known = {letter: after if node is opened else node for letter, node in move.rewrite.bindings.items()}
            return replace(move, rewrite=move.rewrite._replace(after=after, bindings=known))
    return None


def _freed(line: Node) -> Moves:
    """Multiply brackets out where some terms in them have a δ, one step each."""
    while (move := first_move(line, (expanding.free_delta,))) is not None:
        yield move
        line = yield from tidied(apply_move(line, move))
    return line


def _apply_all(
    line: Node,
    order: tuple[Rule, ...],
    *,
    innermost: bool,
    of: Node | None = None,
    kept: frozenset[nodes.Index] = frozenset(),
) -> Moves:
    """Apply rules wherever they apply, one step each, tidying after every step; `of` is what is differentiated.

    Sums over the indices that are `kept` stay as they are.
    """
    while True:
        move = _find(line, order, innermost, kept)
        if move is None:
            return line
        said = None if of is None or move.rewrite.words else SAID_OF.get(move.rule)
        yield move if said is None or of is None else replace(move, words=said(move, of) or move.words)
        line = yield from tidied(apply_move(line, move))


def _why_diagonal(move: Move, start: Node) -> Words:
    """Why the Jacobian is diagonal, in words that name the function and the variable at hand."""
    known = move.rewrite.bindings
    derivative = untransposed(start)
    if not isinstance(derivative, nodes.Derivative):
        return ()
    f, x, j = derivative.body, derivative.wrt, known["j"]
    if move.path not in {(), (0,)} or not f.shape.is_vector or not x.shape.is_vector or x.shape.rows != f.shape.rows:
        return ()
    return fill(
        "Entry {i} of {f} does not depend on {other} when {j} ≠ {i}: off the diagonal the Jacobian is zero, on it "
        "stands {entry}.",
        {**known, "f": f, "other": nodes.Entry(x, (j,))},
    )


SAID_OF: Mapping[Rule, Callable[[Move, Node], Words]] = {deltas.elementwise_diagonal: _why_diagonal}
"""Rules of which the method says more than they can, for it knows what is differentiated and they see its entries."""


def _find(node: Node, order: tuple[Rule, ...], innermost: bool, kept: frozenset[nodes.Index]) -> Move | None:
    if not holds(node, *FORMS, nodes.IndexedSum):
        return None
    own = None if innermost else _own(node, order, kept)
    if own is not None:
        return own
    if not isinstance(node, nodes.Derivative):
        for k, child in enumerate(node.children):
            found = _find(child, order, innermost, kept)
            if found is not None:
                return Move((k, *found.path), found.rule, found.rewrite)
    return _own(node, order, kept) if innermost else None


def _own(node: Node, order: tuple[Rule, ...], kept: frozenset[nodes.Index]) -> Move | None:
    if not isinstance(node, (*FORMS, nodes.IndexedSum)) or (isinstance(node, nodes.IndexedSum) and node.index in kept):
        return None
    return first_use(order, node)
