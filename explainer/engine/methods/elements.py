"""The elements method: write a Jacobian out entry by entry, differentiate one entry, put the entries together again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer.engine.line import Move, Moves, apply_move
from explainer.engine.methods.chain import through_names
from explainer.engine.methods.operator import ORDER as SCALAR_ORDER
from explainer.engine.methods.operator import finished, next_derivative, unsupported
from explainer.engine.tidying import tidied
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, Path, at, subnodes
from explainer.expr.nodes import (
    Apply,
    ColumnForm,
    Derivative,
    DiagonalForm,
    Dot,
    Entry,
    Grid,
    Index,
    IndexedSum,
    MatrixProduct,
    RowForm,
    SumReduction,
    Where,
)
from explainer.rules import Rule, abstract, definitions, deltas, folding, scalar, vector
from explainer.rules import elements as rules
from explainer.rules.abstract import is_nested, is_settled
from explainer.rules.indices import apart

LISTED: tuple[Rule, ...] = (definitions.jacobian,)
"""What is written out as a list already needs no indices."""

ENTRY_ORDER: tuple[Rule, ...] = (
    scalar.constant,
    scalar.identity,
    rules.entry_by_entry,
    abstract.own_entry,
    abstract.elementwise_entry,
    rules.jacobian_entries,
)
"""What is tried before the scalar rules."""

DELTAS: tuple[Rule, ...] = (deltas.only_one_survives, deltas.elementwise_diagonal)
FOLDS: tuple[Rule, ...] = (
    folding.fold_grid,
    folding.fold_row,
    folding.fold_column,
    folding.fold_diagonal,
    folding.fold_sum,
)
FORMS = (Grid, RowForm, ColumnForm, DiagonalForm)


def elements(line: Node) -> Moves:
    """Differentiate entry by entry and put the result together again.

    Abstract functions in each other get names first: their Jacobians are written out, not that of the whole.
    """
    if isinstance(line, Derivative) and any(is_nested(part, line.wrt) for _, part in subnodes(line.body)):
        line = yield from through_names(line)
    line = yield from _differentiate(line)
    line = yield from tidied(line)
    line = yield from _apply_all(line, DELTAS, innermost=True)
    line = yield from _apply_all(line, FOLDS, innermost=False)
    return (yield from finished(line))


def _differentiate(line: Node) -> Moves:
    while True:
        program = isinstance(line, Where)
        path = next_derivative(line.children[0] if program else line, whole_functions_settle=False)
        if path is None:
            return line
        path = (0, *path) if program else path
        move = _next_move(at(line, path), path, _indices_around(line, path))
        yield move
        line = apply_move(line, move)


def _indices_around(line: Node, path: Path) -> set[str]:
    """The letters of the indices that are bound around a part, or free in it."""
    parents = [line]
    for k in path:
        parents.append(parents[-1].children[k])
    names = {child.name for parent in parents for child in parent.children if isinstance(child, Index)}
    return names | {part.name for part in parents[-1].free if isinstance(part, Index)}


def _next_move(derivative: Node, path: Path, taken: set[str]) -> Move:
    """Write out what the derivative still hides, or else carry it out by one rule.

    Raises UnsupportedError, naming the part, when no rule applies.
    """
    assert isinstance(derivative, Derivative)
    if derivative.shape.is_scalar and depends_on(derivative.body, derivative.wrt):
        for place, part in _hidden_parts(derivative):
            for rule in (rules.take_entry, rules.expand_definition, rules.write_out_reduction):
                rewrite = rule(part)
                if rewrite is not None:
                    after = apart(rewrite.after, taken)
                    bindings = {
                        letter: after if node is rewrite.after else node for letter, node in rewrite.bindings.items()
                    }
                    return Move((*path, 0, *place), rule, replace(rewrite, after=after, bindings=bindings))
    elif not derivative.shape.is_scalar and derivative.body.shape.is_vector:
        rewrite = vector.scalar_expansion(derivative.body)
        if rewrite is not None:
            return Move((*path, 0), vector.scalar_expansion, rewrite)
    for rule in (*LISTED, *ENTRY_ORDER, *SCALAR_ORDER):
        rewrite = rule(derivative)
        if rewrite is not None:
            return Move(path, rule, rewrite)
    raise unsupported(derivative)


def _hidden_parts(derivative: Derivative) -> Iterator[tuple[Path, Node]]:
    """Entries of composed vectors and reductions that depend on the variable, the outermost first."""
    stack: list[tuple[Path, Node]] = [((), derivative.body)]
    while stack:
        path, part = stack.pop(0)
        if not depends_on(part, derivative.wrt) or (isinstance(part, Derivative) and is_settled(part)):
            continue
        if isinstance(part, Entry | SumReduction | Dot | MatrixProduct | Apply):
            yield path, part
        stack.extend(((*path, k), child) for k, child in enumerate(part.children))


def _apply_all(line: Node, order: tuple[Rule, ...], *, innermost: bool) -> Moves:
    """Apply rules wherever they apply, one step each, tidying after every step."""
    while True:
        move = _find(line, order, innermost)
        if move is None:
            return line
        yield move
        line = yield from tidied(apply_move(line, move))


def _find(node: Node, order: tuple[Rule, ...], innermost: bool) -> Move | None:
    own = None if innermost else _own(node, order)
    if own is not None:
        return own
    if not isinstance(node, Derivative):
        for k, child in enumerate(node.children):
            found = _find(child, order, innermost)
            if found is not None:
                return Move((k, *found.path), found.rule, found.rewrite)
    return _own(node, order) if innermost else None


def _own(node: Node, order: tuple[Rule, ...]) -> Move | None:
    if not isinstance(node, (*FORMS, IndexedSum)):
        return None
    for rule in order:
        rewrite = rule(node)
        if rewrite is not None:
            return Move((), rule, rewrite)
    return None
