"""Second derivatives: the gradient is carried out where it stands, inside the second derivative, and then that one."""

from __future__ import annotations

from dataclasses import replace

from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.methods import METHODS, Method, prepared
from explainer.engine.methods.from_whole import as_one_step
from explainer.engine.tidied_lines import tidied
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path, at, each_part, first_places
from explainer.expr.node import replace as put
from explainer.expr.nodes import Derivative, Where
from explainer.rules.scalar.definitions import transpose

AS_COLUMN = ("The gradient is written as a column, so that its derivative is a matrix.",)


def twice_derived(line: Node, method: Method, facts: tuple[Node, ...] = ()) -> Moves:
    """The moves that lead from the derivative of a derivative to the Hessian."""
    place = next((path for path, part in first_places(line) if _is_innermost(part)), ())
    line = yield from _inside(line, place, method, facts)
    line = yield from tidied(line, place[:-1])
    turned = transpose(at(line, place[:-1])) if place else None
    if turned is not None:
        yield (move := Move(place[:-1], transpose, turned._replace(words=AS_COLUMN)))
        line = apply_move(line, move)
    if any(isinstance(part, Derivative) and part.body.has_derivative for part in each_part(line)):
        # What is left inside are derivatives of abstract functions: no name can stand for f(x) in them.
        method = METHODS["elements" if method.id == "elements" else "operator"]
    return (yield from prepared(line, method, facts))


def _is_innermost(part: Node) -> bool:
    return isinstance(part, Derivative) and not part.body.has_derivative


def _inside(line: Node, place: Path, method: Method, facts: tuple[Node, ...]) -> Moves:
    """The derivation of the derivative at a place, on lines of the whole.

    A method that gives names to intermediate variables cannot do that inside of a line: then it is done without.
    Raises UnsupportedError when no method derives it.
    """
    inner = at(line, place)
    failure: UnsupportedError | None = None
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
            continue
        for move in moves:
            yield (moved := _moved(line, place, move))
            line = line if move.attempt is not None else apply_move(line, moved)
        return line
    if failure is not None:
        raise failure
    return line


def _moved(line: Node, place: Path, move: Move) -> Move:
    """A move on a part of a line as one on the line."""

    def there(paths: tuple[Path, ...] | None) -> tuple[Path, ...] | None:
        return None if paths is None else tuple((*place, *path) for path in paths)

    attempt = None if move.attempt is None else put(line, place, move.attempt)
    before, after = there(move.touched_before), there(move.touched_after)
    return replace(move, path=(*place, *move.path), touched_before=before, touched_after=after, attempt=attempt)
