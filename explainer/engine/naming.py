"""Names that somebody typed for terms of the result: `… where e_i = w · x_i + b - y_i`, with no e_i in the function.

They wait until everything is derived; then each term that has such a name gets it.
"""

from __future__ import annotations

from explainer.engine.line import Move, Moves, apply_move
from explainer.engine.tidying import tidied
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path, subnodes, substitute
from explainer.expr.nodes import Derivative, Equation, Where
from explainer.rules import terms
from explainer.rules.chain import meaning_of, shown_definition

Definitions = tuple[Equation, ...]


def without_names(expression: Node) -> tuple[Node, Definitions]:
    """The function without the definitions that it does not use, and these, in terms of variables alone."""
    if not isinstance(expression, Where):
        return expression, ()
    waiting = terms.unused_names(expression)
    used = tuple(definition for definition in expression.definitions if definition not in waiting)
    meaning = meaning_of(used)
    names = tuple(Equation(name.left, substitute(name.right, meaning)) for name in waiting)
    return (Where(expression.body, used) if used else expression.body), names


def notes_on_names(expression: Node) -> tuple[str, ...]:
    """One sentence for each name that waits for the result."""
    shown = [shown_definition(name) for name in without_names(expression)[1]]
    return tuple(
        f"{name.left.text()} is not used in the function: it will name {name.right.text()} in the result."
        for name in shown
    )


def with_names(moves: Moves, names: Definitions) -> Moves:
    """The moves of a method, and then the names that wait for the result.

    Raises UnsupportedError when a term that was to be named does not occur in the result.
    """
    line = yield from moves
    if not names:
        return line
    program = Where(line.body, (*line.definitions, *names)) if isinstance(line, Where) else Where(line, names)
    rewrite = terms.name_term(program)
    if rewrite is not None and isinstance(rewrite.after, Where):
        line = apply_move(line, move := Move((), terms.name_term, rewrite, "substitute"))
        yield move
        line = yield from _factors_in_front(line)
    missing = next((name for name in names if name.left not in line.children[0].free), None)
    if missing is not None:
        shown = shown_definition(missing).text()
        raise UnsupportedError(
            f"the result has no term to be named by {shown}",
            subexpression=shown,
            reason="a name takes the place of a term that occurs in the result",
            hint="Derive without the name first, and name a term of the result.",
        )
    return line


def _factors_in_front(line: Node) -> Moves:
    """Constant factors of sums whose terms have a name now, one sum after the other."""
    while True:
        found = _next_sum(line)
        if found is None:
            return line
        yield found
        line = yield from tidied(apply_move(line, found), (0,), "collapse")


def _next_sum(line: Node) -> Move | None:
    for path, part in subnodes(line.children[0]):
        rewrite = terms.constant_out_of_sum(part)
        place: Path = (0, *path)
        if rewrite is not None and not isinstance(part, Derivative):
            return Move(place, terms.constant_out_of_sum, rewrite, "collapse")
    return None
