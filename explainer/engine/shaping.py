"""The last stage of every method: the result gets the form in which a textbook prints it, the same for all of them."""

from __future__ import annotations

from dataclasses import replace

from explainer.budget import remembered
from explainer.engine.line import Move, Moves, apply_move, refuse_a_repeated_line
from explainer.engine.tidied_lines import case_by_case, first_move, folded, recognised, tidied, with_one_list_of_names
from explainer.expr import nodes
from explainer.expr.node import Node, Path, at, each_part, first_found
from explainer.rules import Rewrite, Rule
from explainer.rules.entries import folding
from explainer.rules.forms import declared, order
from explainer.rules.forms.order import Taste
from explainer.rules.forms.turning import bracket_of_fractions, sigmoid_turned, slope_turned
from explainer.rules.passes import FINAL
from explainer.rules.tidy import vectors

MOST_ROUNDS = 6
"""Ordering and shortening can make room for each other so often; more was never needed."""


def shaped(moves: Moves, start: Node, facts: tuple[Node, ...] = ()) -> Moves:
    """The moves of a method, and then those that give its result the usual form."""
    line = yield from with_one_list_of_names((yield from moves))
    source = start.operand if isinstance(start, nodes.Transpose) else start
    if isinstance(line, nodes.Where) or line.has_derivative or not isinstance(source, nodes.Derivative):
        return line
    variables = source.wrt.variables if isinstance(source.wrt, nodes.VariableTuple) else (source.wrt,)
    return (yield from _in_form(line, Taste.of(source.body, variables), facts, keeps_sums(source.body, variables)))


def shaped_part(part: Node, function: Node, variables: tuple[Node, ...], facts: tuple[Node, ...]) -> Moves:
    """The same for a derivative on a line with others: the moves are those on this part alone."""
    if isinstance(part, nodes.Where) or part.has_derivative:
        return part
    return (yield from _in_form(part, Taste.of(function, variables), facts, keeps_sums(function, variables)))


def keeps_sums(function: Node, variables: tuple[Node, ...]) -> bool:
    """Whether sums over an index were typed that a result keeps: those over samples, not those over the entries of a
    variable, of which vectors and matrices say more.
    """
    sums = [part for whole in each_part(function) if (part := _over_index(whole)) is not None]
    inside = {part for outer in sums for whole in each_part(outer.body) if (part := _over_index(whole)) is not None}
    if not all(outer in inside or folding.is_foldable(outer) for outer in sums):
        return True
    counted = {part.index for part in sums}
    return bool(sums) and not any(
        isinstance(part, nodes.Entry) and part.base in variables and counted.intersection(part.indices)
        for part in each_part(function)
    )


def _over_index(node: Node) -> nodes.IndexedSum | None:
    """A sum over an index; a product over one as the sum that its logarithm is of."""
    match node:
        case nodes.IndexedSum():
            return node
        case nodes.Apply(operation, (nodes.ColumnForm(index, body),)) if operation.name == "prod":
            return nodes.IndexedSum(index, body)
    return None


def _in_form(line: Node, taste: Taste, facts: tuple[Node, ...], typed_sums: bool) -> Moves:
    for _ in range(MOST_ROUNDS):
        before = line
        line = yield from _with_facts(line, facts)
        if not typed_sums:  # a sum over an index that was typed stays one
            line = yield from _rows_folded(line)
        line = yield from _wholes_folded(line, (folding.fold_row,))
        line = yield from folded(line, (), "tidy", FINAL)
        line = yield from case_by_case(line)
        line = yield from recognised(line)
        view = vectors.diagonal_in_view(line)
        if view is not None:
            yield (move := Move((), vectors.diagonal_in_view, view, phase="tidy"))
            line = apply_move(line, move)
        line = yield from _with_short_brackets(line)
        line = yield from _ordered(line, taste)
        if line is before:
            break
    return line


def _with_short_brackets(line: Node) -> Moves:
    """Multiply factors into brackets that divide by them; not below a bar, where x (1 + y²/x²) may become x² + y²."""
    above: Path = (0,) if isinstance(line, nodes.Quotient) and not line.shape.is_scalar else ()
    found = first_found(
        at(line, above),
        bracket_of_fractions,
        enter=lambda part: not isinstance(part, nodes.Quotient | nodes.Where | nodes.Cases),
    )
    if found is None:
        return line
    path, rewrite = found
    yield (move := Move((*above, *path), bracket_of_fractions, rewrite, phase="tidy"))
    return (yield from tidied(apply_move(line, move)))


def _rows_folded(line: Node) -> Moves:
    """Write sums of rows as a row times the matrix, and what is left of sums over entries as sums of vectors."""
    return (yield from _wholes_folded(line, (folding.fold_rows, folding.fold_sum)))


def _wholes_folded(line: Node, rules: tuple[Rule, ...]) -> Moves:
    """Write what is given by its entries as a whole."""
    while (move := first_move(line, rules)) is not None:
        yield replace(move, phase="collapse")
        line = yield from tidied(apply_move(line, move))
    return line


def _with_facts(line: Node, facts: tuple[Node, ...]) -> Moves:
    """Put in what was said to hold, each fact wherever it can be used, in one step."""
    equations = [fact for fact in facts if isinstance(fact, nodes.Comparison) and fact.relation == "="]
    for fact in equations:
        if declared.usable(line, fact):
            rewrite = declared.using(line, fact)
            yield Move((), declared.use_what_is_given, rewrite, phase="tidy")
            line = rewrite.after
    found = declared.own_transposes(line, equations)
    if found is not None:
        yield Move((), declared.use_what_is_given, found, phase="tidy")
        line = found.after
    return line


def _ordered(line: Node, taste: Taste) -> Moves:
    """Put the terms of every sum into the order of the typed function, all in one step."""
    found: list[Move] = []
    current, seen = line, {line}
    taste.look_at(line)
    while (move := _next(current, taste)) is not None:
        found.append(replace(move, phase="tidy"))
        current = apply_move(current, move)
        refuse_a_repeated_line(current, seen, move)
    if not found:
        return line
    if len(found) == 1:
        yield found[0]
        return current
    rewrite = found[0].rewrite._replace(after=current)
    yield Move((), found[0].rule, rewrite, phase="tidy", inner_start=line, inner=tuple(found))
    return current


def _next(line: Node, taste: Taste) -> Move | None:
    """The first sum or product of vectors that is not in order."""

    def look(part: Node) -> tuple[Rule, Rewrite] | None:
        rewrite = order.rearranged(part, taste)
        if rewrite is not None:
            return order.order_vectors, rewrite
        if isinstance(part, nodes.Product):
            rewrite = slope_turned(part, lambda old, new: taste.was_typed(new) and not taste.was_typed(old))
            return None if rewrite is None else (sigmoid_turned, rewrite)
        rewrite = order.reordered(part, taste) if isinstance(part, nodes.Sum) else None
        return None if rewrite is None else (order.order_terms, rewrite)

    found = first_found(line, look, without=remembered(taste), enter=lambda part: not order.closed(part))
    return None if found is None else Move(found[0], *found[1])
