"""Second derivatives: the gradient is carried out where it stands, inside the second derivative, and then that one."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from explainer.engine.joining import finishing, in_lines, lifted, replayed
from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.methods import METHODS, Method, prepared
from explainer.engine.methods.automatic import following, run_ahead
from explainer.engine.methods.from_whole import as_one_step
from explainer.engine.tidied_lines import first_move, tidied, with_one_list_of_names
from explainer.errors import UnsupportedError
from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, Path, at, each_part, first_places
from explainer.expr.node import replace as put
from explainer.expr.nodes import Derivative, FunctionCall, Where
from explainer.rules.scalar.definitions import transpose
from explainer.rules.vector.abstract import one_sign, usual_sign

AS_COLUMN = ("The gradient is written as a column, so that its derivative is a matrix.",)


def twice_derived(line: Node, method: Method, facts: tuple[Node, ...] = ()) -> Moves:
    """The moves that lead from the derivative of a derivative to the Hessian; of vectors of abstract functions, whose
    Jacobians have no derivative of two directions, entry by entry.
    """
    if method.id != "auto" or not any(isinstance(part, FunctionCall) for part in each_part(line)):
        return (yield from _twice_derived(line, method, facts))
    run = run_ahead(line, _twice_derived(line, method, facts), inf)
    if run.is_stuck:
        entries = run_ahead(line, _twice_derived(line, METHODS["elements"], facts), inf)
        run = run if entries.is_stuck else entries
    yield from run.found
    if run.result is not None:
        return run.result
    return (yield from following(line, run))


def _twice_derived(line: Node, method: Method, facts: tuple[Node, ...]) -> Moves:
    place = next((path for path, part in first_places(line) if _is_innermost(part)), ())
    line = yield from _inside(line, place, method, facts)
    line = yield from tidied(line, place[:-1])
    if line.kinds & Where.bit:
        line = yield from _with_names_outside(line)
    turned = transpose(at(line, place[:-1])) if place else None
    if turned is not None:
        yield (move := Move(place[:-1], transpose, turned._replace(words=AS_COLUMN)))
        line = apply_move(line, move)
    if any(isinstance(part, Derivative) and part.body.has_derivative for part in each_part(line)):
        # What is left inside are derivatives of abstract functions: no name can stand for f(x) in them.
        method = METHODS["elements" if method.id == "elements" else "operator"]
    if line.kinds & Where.bit:
        method = METHODS["auto"]
    return (yield from _with_one_sign((yield from prepared(line, method, facts))))


def _with_names_outside(line: Node) -> Moves:
    """The gradient inside of the second derivative with its names beside the whole of it: the chain rule needs that."""
    path = next(((*path, 0) for path, part in first_places(line) if isinstance(part, Derivative)), ())
    gradient = at(line, path)
    moves, _ = collect(gradient, with_one_list_of_names(gradient))
    told = [replace(move, words=AS_COLUMN) if move.rule is transpose else move for move in moves]
    return (yield from lifted(line, path, in_lines(gradient, replayed(gradient, told), finishing)))


def _with_one_sign(line: Node) -> Moves:
    """A result in which f′ stands written with d and with ∂, with one of these; then equal factors are powers."""
    signs = {(usual_sign(part), part.kind) for part in parts_of_kind(line, Derivative)}
    if len(signs) == len({usual for usual, _ in signs}):
        return line
    return (yield from in_lines(line, _signs_changed(line), finishing))


def _signs_changed(line: Node) -> Moves:
    while (move := first_move(line, (one_sign,))) is not None:
        yield move
        line = apply_move(line, move)
    return (yield from tidied(line))


def _is_innermost(part: Node) -> bool:
    return isinstance(part, Derivative) and not part.body.has_derivative


def _inside(line: Node, place: Path, method: Method, facts: tuple[Node, ...]) -> Moves:
    """The derivation of the derivative at a place, on lines of the whole.

    A method that gives names to intermediate variables cannot do that inside of a line: then it is done without.
    Raises UnsupportedError when no method derives it.
    """
    inner = at(line, place)
    failure: UnsupportedError | None = None
    with_names: list[Move] = []
    by_matrix = isinstance(inner, Derivative) and inner.wrt.shape.is_matrix
    for name in dict.fromkeys(("differential",) * by_matrix + (method.id, "operator", "elements")):
        try:
            moves, result = collect(inner, prepared(inner, METHODS[name], facts))
        except UnsupportedError as error:
            failure = failure or error
            continue
        if by_matrix and name == "differential":
            yield (folded := as_one_step(inner, place, moves, result))
            return apply_move(line, folded)
        if any(isinstance(move.rewrite.after, Where) for move in moves):
            with_names = with_names or moves
            continue
        return (yield from _all_moved(line, place, moves))
    if not with_names and failure is not None:
        raise failure
    return (yield from _all_moved(line, place, with_names))


def _all_moved(line: Node, place: Path, moves: list[Move]) -> Moves:
    """Moves on a part of a line as moves on the line."""
    for move in moves:
        yield (moved := _moved(line, place, move))
        line = line if move.attempt is not None else apply_move(line, moved)
    return line


def _moved(line: Node, place: Path, move: Move) -> Move:
    """A move on a part of a line as one on the line."""

    def there(paths: tuple[Path, ...] | None) -> tuple[Path, ...] | None:
        return None if paths is None else tuple((*place, *path) for path in paths)

    attempt = None if move.attempt is None else put(line, place, move.attempt)
    before, after = there(move.touched_before), there(move.touched_after)
    return replace(move, path=(*place, *move.path), touched_before=before, touched_after=after, attempt=attempt)
